"""Orders: what travels to a worker, which makes the task of it there.

An order is small: a run cut to some of its cases. The arrays of the model, which are megabytes, are made
anew in another process, once for all orders of a model there; what covariates do to times and chances is
worked out where it is computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import attrs

from gezondsamen.simulation.draws.tables import BITS
from gezondsamen.simulation.engine.chunks import Run
from gezondsamen.simulation.engine.compiled import Compiled, compile_model
from gezondsamen.simulation.engine.engines import Engine, kernel
from gezondsamen.simulation.engine.rows import Rows, Summary
from gezondsamen.simulation.engine.task import Task
from gezondsamen.simulation.model.model import Model


@attrs.frozen(eq=False)
class Order:
    """Ask for the cases of a run, all at once, with their visits (`log`) or without."""

    run: Run
    compiled: Compiled
    log: bool

    def __reduce__(self) -> tuple[Any, ...]:
        return _order, (self.run, int(self.compiled.deep.max()) >> BITS, self.log)

    def task(self) -> Task:
        """Return the task for a kernel."""
        (task,) = self.run.tasks(self.compiled, len(self.run.cases), log=self.log)
        return task


def _order(run: Run, deeper: int, log: bool) -> Order:
    return Order(run, _arrays(run.model, deeper), log)


@lru_cache(maxsize=4)
def _arrays(model: Model, deeper: int) -> Compiled:
    return compile_model(model, deeper)


def orders(run: Run, compiled: Compiled, chunk: int, *, log: bool) -> Iterator[Order]:
    """Yield the orders of all cases, in order."""
    cases = run.cases
    for begin in range(cases.start, cases.stop, chunk):
        yield Order(run.part(range(begin, min(begin + chunk, cases.stop))), compiled, log)


@attrs.frozen
class Compute:
    """Compute an order on a worker, and hand everything back."""

    engine: Engine

    def __call__(self, order: Order) -> tuple[Summary, Rows | None]:
        return kernel(self.engine)(order.task())
