"""What marks, moments, estimates, plots and files read of a result, and the columns that they answer with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

import numpy as np

from gezondsamen.errors import shown
from gezondsamen.process.process import Process
from gezondsamen.simulation.engine.chunks import Run
from gezondsamen.simulation.engine.compiled import Compiled
from gezondsamen.simulation.engine.engines import Engine
from gezondsamen.simulation.engine.rows import Rows
from gezondsamen.simulation.engine.tally import Tally
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import refuse

Columns = dict[str, np.ndarray[Any, np.dtype[Any]]]
"""Columns of equal length by name: `pandas.DataFrame(columns)` and `polars.DataFrame(columns)` take them."""


def table(names: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> Columns:
    """Return rows as columns with these names."""
    found = list(rows)
    return {name: np.array([row[place] for row in found]) for place, name in enumerate(names)}


def phase_number(process: Process, phase: str) -> int:
    """Return the place of a phase in its process; raises `InvalidModel` for one that the process lacks."""
    keys = [known.key for known in process.phases]
    if phase not in keys:
        message = f"process {process.key!r} has no phase {shown(phase)}; choose from {', '.join(keys)}"
        raise refuse("phase", "unknown", message)
    return keys.index(phase)


def points_in_time(times: Iterable[float] | None, horizon: float) -> Floats:
    """Return the times at which something is asked; by default 101 from 0 to the horizon.

    Raises `InvalidModel` for values that are no times, out of order, or beyond the horizon.
    """
    if times is None:
        return np.linspace(0, horizon, 101)
    try:
        at: Floats = np.asarray(list(times), float)
    except (TypeError, ValueError):
        raise refuse("times", "bad-number", f"give a list of times in years, not {shown(times)}") from None
    if at.ndim != 1 or not len(at) or not np.isfinite(at).all() or at.min() < 0 or at.max() > horizon:
        raise refuse("times", "bad-number", f"give times from 0 to the horizon of {horizon:g} years")
    if (np.diff(at) < 0).any():
        raise refuse("times", "bad-order", "give the times in order")
    return at


class Drawn(Protocol):
    """Say what trajectories were drawn: all that marks and moments read beside the visits."""

    @property
    def run(self) -> Run:
        """What was simulated, or a part of it."""

    @property
    def compiled(self) -> Compiled:
        """The arrays in whose order phases and triggers are numbered."""

    @property
    def engine(self) -> Engine:
        """Which kernel computes."""


class Trajectories(Protocol):
    """Give trajectories, chunk by chunk; a protocol, for `Result` imports those who read it."""

    @property
    def run(self) -> Run:
        """What was simulated."""

    @property
    def compiled(self) -> Compiled:
        """The arrays in whose order phases and triggers are numbered."""

    @property
    def engine(self) -> Engine:
        """Which kernel computes."""

    @property
    def tally(self) -> Tally:
        """The sums over all cases."""

    def chunks(self, cases: range | None = None) -> Iterator[Rows]:
        """Yield the visits of all cases, or of some of them, chunk by chunk."""

    def occupancy(self, times: Iterable[float] | None = None) -> Columns:
        """Return the share of cases in each phase at each time."""

    def time_to(self, phase: str, times: Iterable[float] | None = None) -> Columns:
        """Return the share of cases that has come into a phase by each time, with bounds."""

    def survival(self, times: Iterable[float] | None = None) -> Columns:
        """Return the share of cases that has not ended at each time, with bounds."""

    def flows(self) -> Columns:
        """Return how often each step was taken."""
