"""A partnership whose management is left by a choice, as that of the shipped example is not."""

from __future__ import annotations

from gezondsamen.simulation import Choice, Gamma, Model
from gezondsamen.simulation.examples import partnership as with_clocks


def partnership() -> Model:
    """Return the example with a dwell time and a choice in its management; its numbers are made up."""
    chances = {"open_evaluation": 0.9, "suspend": 0.05, "end_in_emergency": 0.03, "lose_a_side": 0.02}
    return with_clocks().with_changes(
        hazards={"management": None},
        dwell={"management": Gamma(mean=1.2, cv=0.5)},
        choices={"management": Choice(chances)},
    )
