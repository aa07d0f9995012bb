"""Results as values: nothing that they lead to can be changed, here or in another process."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import numpy as np
import pytest

from gezondsamen.simulation import Effect, Exponential, Result, simulate
from gezondsamen.simulation.examples import partnership
from tests.support.simulation.models import single

RESULT = simulate(single(Exponential(mean=1)), cases=10, horizon=1, seed=1)


WALK = simulate(partnership(), cases=20, horizon=5, seed=1)
BOUNDS = ("low", "high", "uncertainty")
SHARES = ("time", "share", *BOUNDS)
TABLES: dict[str, tuple[Callable[[Result], Mapping[str, Any]], tuple[str, ...]]] = {
    "outcomes": (Result.outcomes, ("phase", "outcome", "cases", "share", *BOUNDS)),
    "time_to": (lambda x: x.time_to("management"), SHARES),
    "survival": (Result.survival, SHARES),
    "flows": (Result.flows, ("phase_from", "trigger", "phase_to", "times", "per_case", *BOUNDS)),
    "loops": (Result.loops, ("phase", "visits", "cases", "share", *BOUNDS)),
    "measure": (Result.measure, ("measure", "unit", "cases", "estimate", "error", *BOUNDS)),
    "grouped": (
        lambda x: x.measure(by="outcome"),
        ("measure", "unit", "outcome", "cases", "estimate", "error", *BOUNDS),
    ),
    "quantiles": (Result.quantiles, ("measure", "unit", "quantile", "cases", "estimate", *BOUNDS)),
    "moments": (Result.moments, ("case", "point", "phase", "due", "status")),
    "points": (Result.points, ("point", "event", "anchor", "simulated", "reason")),
    "marks": (Result.marks, ("case", "phase", "trigger", "at")),
    "cases": (Result.cases, ("case", "phase", "time", "status", "visits")),
    "columns": (
        Result.columns,
        ("case", "visit", "phase_from", "phase_to", "trigger", "entered", "left", "status"),
    ),
    "load": (
        Result.load,
        (
            *("year", "point", "due", "due_low", "due_high", "held", "held_low", "held_high"),
            *("missed", "missed_low", "missed_high", "uncertainty"),
        ),
    ),
    "occupancy": (Result.occupancy, ("time", *(phase.key for phase in WALK.run.model.process.phases))),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_columns_that_it_is_said_to_have(name: str) -> None:
    """All of one length, in this order: whoever reads them by name finds them."""
    ask, columns = TABLES[name]
    found = ask(WALK)
    assert tuple(found) == columns
    assert len({len(column) for column in found.values()}) == 1
    assert len(next(iter(found.values()))) > 0


@pytest.mark.parametrize("travels", [False, True], ids=["here", "elsewhere"])
def test_no_array_of_a_result_can_be_written(travels: bool) -> None:
    """The arrays that a model was made into are what every question is answered from."""
    model = single(Exponential(mean=1), effects=[Effect("x", "only", time_ratio=2)])
    values = {"x": np.linspace(0, 1, 10)}
    result = simulate(model, cases=10, horizon=1, seed=1, covariates=values)
    result = pickle.loads(pickle.dumps(result)) if travels else result
    holders: list[Any] = [result.compiled, result.tally, result.run.begins]
    arrays = [getattr(holder, field.name) for holder in holders for field in attrs.fields(type(holder))]
    arrays.append(result.run.covariates["x"])
    arrays = [array for array in arrays if isinstance(array, np.ndarray)]
    assert len(arrays) > 12
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


@pytest.mark.parametrize("result", [RESULT, pickle.loads(pickle.dumps(RESULT))], ids=["here", "elsewhere"])
def test_the_manifest_of_a_result_cannot_be_changed(result: Result) -> None:
    """It says under which numbers a result was made: no key and no item of it is put in."""
    hash(result.manifest)
    assert result.manifest["cases"] == (0, 10)
