"""The kernels that are installed, and how tests look at what they return."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from importlib.util import find_spec
from typing import Any, Final

import numpy as np
import pytest

from gezondsamen.simulation import Categorical, Model, Result, simulate
from gezondsamen.simulation.engine.chunks import to_run
from gezondsamen.simulation.engine.engines import Engine, kernel
from gezondsamen.simulation.engine.rows import Rows, Summary

NUMBA: Final = find_spec("numba") is not None
needs_numba = pytest.mark.skipif(not NUMBA, reason="numba is not installed")
ENGINES: Final[tuple[Engine, ...]] = ("numpy", "numba") if NUMBA else ("numpy",)
each_engine = pytest.mark.parametrize("engine", ENGINES)


def computed(model: Model, engine: Engine, *, log: bool = True, **call: Any) -> tuple[Summary, Rows | None]:
    """Return what a kernel returns for all cases of a call in one task."""
    asked = {"cases": 100, "horizon": 10.0, "seed": 2026, "covariates": None, **call}
    begun = {name: asked.get(name) for name in ("start", "spent", "entry")}
    run = to_run(model, asked["cases"], asked["horizon"], asked["seed"], asked["covariates"], **begun)
    (task,) = run.tasks(run.compile(), len(run.cases), log=log)
    return kernel(engine)(task)


def rows_of(model: Model, engine: Engine, **call: Any) -> Rows:
    """Return the visits that a kernel computes."""
    rows = computed(model, engine, **call)[1]
    assert rows is not None
    return rows


def share_left(times: Any, ended: Any) -> Any:
    """Return the share of cases that ended later than each time."""
    return 1 - np.searchsorted(np.sort(ended), times, side="right") / len(ended)


def to_bytes(columns: dict[str, Any]) -> dict[str, tuple[str, bytes]]:
    """Return columns as values that are equal only if every bit is."""
    return {
        name: (str(column.categories), column.codes.tobytes())
        if isinstance(column, Categorical)
        else (str(column.dtype), column.tobytes())
        for name, column in columns.items()
    }


def every_byte(result: Result) -> dict[str, tuple[str, bytes]]:
    """Return all that a result says of its cases, to the bit."""
    return to_bytes(result.columns()) | to_bytes({f"ends.{k}": v for k, v in result.cases().items()})


def visits_of(result: Result) -> list[dict[str, Any]]:
    """Return every visit of a result as a mapping from column to value."""
    columns = {name: column.tolist() for name, column in result.columns().items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def simulated(model: Model, **call: Any) -> Result:
    """Simulate with numpy a few cases for ten years, where nothing else is said."""
    return simulate(model, **{"cases": 500, "horizon": 10.0, "seed": 2026, "engine": "numpy", **call})


class Counting(Executor):
    """Compute at once, and count."""

    def __init__(self) -> None:
        self.tasks = 0

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.tasks += 1
        future: Future[Any] = Future()
        future.set_result(work(*args, **kwargs))
        return future
