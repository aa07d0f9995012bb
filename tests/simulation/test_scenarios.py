"""Laws of scenarios: what a change does not touch stays as it was, draw by draw."""

from __future__ import annotations

import numpy as np
import pytest

from gezondsamen.simulation import Exponential, Fixed, Gamma, Model, Result
from gezondsamen.simulation.engine.engines import Engine
from gezondsamen.simulation.examples import partnership
from tests.support.simulation.engines import each_engine, simulated
from tests.support.simulation.models import loop, process, racing

Visits = dict[tuple[int, str, int], tuple[float, str]]


def visits(result: Result) -> Visits:
    """Return stay and step of each visit that was not cut off, by case, phase and visit."""
    columns = result.columns()
    return {
        (case, phase, visit): (left - entered, trigger)
        for case, phase, visit, left, entered, trigger, status in zip(
            *(
                columns[name].tolist()
                for name in ("case", "phase_from", "visit", "left", "entered", "trigger", "status")
            ),
            strict=True,
        )
        if status != "censored"
    }


def assert_untouched(before: Visits, after: Visits, phases: set[str], least: int = 1000) -> None:
    """Assert that visits to these phases which both have last as long, and lead the same way."""
    both = [key for key in before.keys() & after.keys() if key[1] in phases]
    assert len(both) > least
    for key in both:
        assert after[key][0] == pytest.approx(before[key][0], abs=1e-12)
        assert after[key][1] == before[key][1]


@each_engine
@pytest.mark.parametrize("touched", ["form", "work", "review"])
def test_a_changed_time_leaves_the_other_phases(engine: Engine, touched: str) -> None:
    """Another dwell in one phase changes its own stays alone, not its steps, and nothing elsewhere."""
    before = visits(simulated(loop(), engine=engine))
    after = visits(simulated(loop(dwell={touched: Gamma(0.9, 0.4)}), engine=engine))
    assert_untouched(before, after, {"form", "work", "review"} - {touched}, least=400)
    mine = [key for key in before.keys() & after.keys() if key[1] == touched]
    assert all(before[key][0] != after[key][0] and before[key][1] == after[key][1] for key in mine)
    order = np.argsort([before[key][0] for key in mine])
    assert (np.diff(np.array([after[key][0] for key in mine])[order]) >= -1e-9).all()


@each_engine
def test_a_changed_chance_leaves_every_time(engine: Engine) -> None:
    """Another choice in one phase changes its steps alone, and only from the one step to the other."""
    before = visits(simulated(loop(), engine=engine))
    after = visits(simulated(loop(choices={"form": {"agree": 0.7, "give_up": 0.3}}), engine=engine))
    assert_untouched(before, after, {"work", "review"})
    mine = [key for key in before.keys() & after.keys() if key[1] == "form"]
    assert all(before[key][0] == pytest.approx(after[key][0], abs=1e-12) for key in mine)
    turned = {(before[key][1], after[key][1]) for key in mine if before[key][1] != after[key][1]}
    assert turned == {("agree", "give_up")}


@each_engine
def test_a_changed_competing_time_leaves_the_other_phases(engine: Engine) -> None:
    """Another clock of one step leaves the clocks beside it, and the other phases."""
    before = visits(simulated(racing(), engine=engine))
    after = visits(
        simulated(
            racing(hazards={"review": {**racing().hazards["review"], "talk_again": Exponential(1.0)}}),
            engine=engine,
        )
    )
    assert_untouched(before, after, {"form", "work"}, least=400)
    kept = [
        key for key in before.keys() & after.keys() if key[1] == "review" and after[key][1] != "talk_again"
    ]
    assert kept
    for key in kept:
        assert after[key][0] == pytest.approx(before[key][0], abs=1e-12)
        assert after[key][1] == before[key][1]


def test_another_phase_in_the_process_leaves_the_draws() -> None:
    """Draws are named by phase, not numbered: a phase put in front changes no later stay."""
    dwell = {"work": Gamma(1.0, 0.5), "review": Gamma(0.5, 0.5)}
    chances = {"review": {"again": 0.6, "finish": 0.4}}
    back = {"work": {"look": "review"}, "review": {"again": "work", "finish": "done"}}
    short = Model(process(back, done="success"), dwell, chances)
    longer = Model(
        process({"idea": {"begin": "work"}, **back}, done="success"), {"idea": Fixed(0.5), **dwell}, chances
    )
    assert_untouched(visits(simulated(short)), visits(simulated(longer)), {"work", "review"})


def test_a_longer_horizon_only_adds() -> None:
    """What happened before a horizon happened before a later one, the same."""
    before, after = (visits(simulated(loop(), horizon=years)) for years in (3.0, 9.0))
    assert before.items() <= after.items()


def test_cases_that_share_their_draws_compare_sharply() -> None:
    """A scenario without one phase: the difference is five times sharper than of two separate runs."""
    model = partnership()
    without = model.with_changes(dwell={"structure": Fixed(0)})
    base, other = (simulated(x, cases=4000, seed=2026).cases()["time"] for x in (model, without))
    apart = simulated(without, cases=4000, seed=4711).cases()["time"]
    shared, separate = np.var(base - other), np.var(base - apart)
    assert separate >= 5 * shared
    assert np.mean(base - other) == pytest.approx(np.mean(base - apart), abs=5 * np.sqrt(separate / 4000))
