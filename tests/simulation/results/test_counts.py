"""Laws of counts: in one pass they are what somebody counts who reads the visits one by one."""

from __future__ import annotations

from collections import Counter

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gezondsamen.simulation import Result, StepCount
from gezondsamen.simulation.engine.tally import BLOCK
from gezondsamen.simulation.examples import partnership
from gezondsamen.simulation.results.counts import Counts
from gezondsamen.simulation.results.intervals import wilson
from tests.support.simulation.engines import ENGINES, Counting, needs_numba, simulated, visits_of
from tests.support.simulation.random_models import calls, models


def check_times(result: Result, times: list[float]) -> None:
    """Compare occupancy and arrivals with what the visits say at each time."""
    rows, cases = visits_of(result), result.tally.cases
    inside = result.occupancy(times)
    firsts: dict[str, dict[int, float]] = {}
    for row in rows:
        if row["entered"] == 0.0:
            firsts.setdefault(row["phase_from"], {}).setdefault(row["case"], 0.0)
        if row["status"] != "censored":
            firsts.setdefault(row["phase_to"], {}).setdefault(row["case"], row["left"])
    for phase in result.compiled.phases:
        arrived = result.time_to(phase, times)
        for place, time in enumerate(times):
            there = sum(
                (
                    (row["phase_from"] == phase and row["entered"] <= time)
                    and (time < row["left"] or row["status"] == "censored")
                )
                or (row["phase_to"] == phase and row["status"] == "ended" and row["left"] <= time)
                for row in rows
            )
            assert inside[phase][place] * cases == pytest.approx(there)
            came = sum(first <= time for first in firsts.get(phase, {}).values())
            assert arrived["share"][place] * cases == pytest.approx(came)


@settings(max_examples=25)
@given(data=st.data())
def test_counts_are_those_of_the_visits(data: st.DataObject) -> None:
    """Occupancy, arrivals, steps and visits are counted right, for every model, and at any times."""
    model = data.draw(models())
    result = simulated(model, **data.draw(calls(model)))
    horizon = float(result.run.horizon)
    moments = st.sampled_from([0.0, horizon / 2, horizon, *(row["left"] for row in visits_of(result)[:20])])
    check_times(result, sorted(data.draw(st.lists(moments | st.floats(0, horizon), min_size=1, max_size=4))))
    check_times(result, np.linspace(0, horizon, data.draw(st.integers(2, 5))).tolist())
    rows = visits_of(result)
    flows = result.flows()
    taken = Counter(
        (row["phase_from"], row["trigger"], row["phase_to"]) for row in rows if row["status"] != "censored"
    )
    names = zip(
        flows["phase_from"].tolist(), flows["trigger"].tolist(), flows["phase_to"].tolist(), strict=True
    )
    assert dict(zip(names, flows["times"].tolist(), strict=True)) == taken
    many = Counter(Counter((row["case"], row["phase_from"]) for row in rows).items())
    often = Counter((phase, times) for ((_, phase), times) in many)
    loops = result.loops()
    visited = zip(loops["phase"].tolist(), loops["visits"].tolist(), strict=True)
    assert dict(zip(visited, loops["cases"].tolist(), strict=True)) == often


@needs_numba
@settings(max_examples=25)
@given(data=st.data())
def test_engines_count_alike(data: st.DataObject) -> None:
    """The compiled loop and numpy count the same visits to the same numbers, at any points in time."""
    model = data.draw(models())
    result = simulated(model, **data.draw(calls(model)))
    horizon = float(result.run.horizon)
    left = st.sampled_from([row["left"] for row in visits_of(result)[:20]])
    some = st.lists(st.floats(0, horizon) | left, min_size=1, max_size=4).map(sorted).map(np.array)
    at = data.draw(some | st.integers(2, 9).map(lambda many: np.linspace(0, horizon, many)))
    numpy, numba = (Counts.of(result.rows(), result.compiled, at, engine) for engine in ENGINES)
    for field in attrs.fields(Counts):
        assert getattr(numpy, field.name).tolist() == getattr(numba, field.name).tolist()


@settings(max_examples=15)
@given(data=st.data())
def test_bounds_of_flows_are_those_of_counts_per_case(data: st.DataObject) -> None:
    """How often a step is taken has the bounds that the measure of that step has."""
    model = data.draw(models())
    result = simulated(model, **data.draw(calls(model)))
    flows = result.flows()
    for row, (phase, trigger) in enumerate(zip(flows["phase_from"], flows["trigger"], strict=True)):
        measured = result.measure([StepCount(str(trigger), str(phase))])
        if measured["estimate"][0] == pytest.approx(flows["per_case"][row]):  # no steps within the phase too
            for bound in ("low", "high"):
                assert flows[bound][row] == pytest.approx(measured[bound][0], nan_ok=True)
    assert set(flows["uncertainty"].tolist()) <= {"simulation"}


def test_bounds_of_shares_are_those_of_wilson() -> None:
    """Whatever is told as a share of the cases: outcomes, visits to a phase, arrivals, and who still runs."""
    result = simulated(partnership(), cases=300)
    outcomes, loops = result.outcomes(), result.loops()
    assert outcomes["cases"].sum() == 300
    assert list(loops) == ["phase", "visits", "cases", "share", "low", "high", "uncertainty"]
    for told in (outcomes, loops, result.time_to("management"), result.survival()):
        share = told["share"]
        if "cases" in told:
            assert (share == told["cases"] / 300).all()
        low, high = wilson(np.rint(share * 300), 300)
        np.testing.assert_allclose(told["low"], low, atol=1e-12)
        np.testing.assert_allclose(told["high"], high, atol=1e-12)
        assert set(told["uncertainty"].tolist()) == {"simulation"}


def test_one_pass_answers_many_questions() -> None:
    """After the first question the others cost nothing: no task is computed again."""
    pool = Counting()
    result = simulated(partnership(), cases=2 * BLOCK, chunk=BLOCK, executor=pool)
    pool.tasks = 0
    result.occupancy()
    assert pool.tasks == 2
    result.flows(), result.loops(), result.survival(), result.time_to("management")
    assert pool.tasks == 2
    result.occupancy([1.0])
    assert pool.tasks == 4
