"""Simulating: cases cut into chunks, each computed by a kernel wherever the executor likes."""

from __future__ import annotations

import math
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from importlib.util import find_spec
from typing import Any, Final, Literal, TypeVar

import attrs
import numpy as np

from gezondsamen.simulation.compiled import (
    FINAL,
    Column,
    Compiled,
    check_columns,
    covariates,
    spent_shares,
)
from gezondsamen.simulation.model import Model, refuse
from gezondsamen.simulation.rows import Rows, Summary
from gezondsamen.simulation.task import Task

BLOCK: Final = 4096
"""Cases are added up in blocks of this many, so that sums do not depend on how they were cut into chunks."""

CHUNK: Final = 16 * BLOCK
"""How many cases a task has."""

AHEAD: Final = max(4, os.cpu_count() or 1)
"""How many tasks wait while one is taken: work for every core. Memory grows with it, never a result."""

Engine = Literal["auto", "numpy", "numba"]
T = TypeVar("T")


@attrs.frozen(hash=False)
class Run:
    """Say what is simulated: a model, which cases, how long, with which seed and covariates.

    Everything that a result tells follows from it; how it was computed leaves no trace.
    """

    model: Model
    cases: range
    horizon: float
    seed: int
    covariates: dict[str, Column] = attrs.field(factory=dict, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.cases.step != 1 or not len(self.cases) or self.cases.start < 0:
            raise refuse(
                "cases", "bad-number", f"give how many cases, or a range of their numbers, not {self.cases}"
            )
        horizon = self.horizon
        if isinstance(horizon, bool) or not isinstance(horizon, int | float) or not 0 < horizon < math.inf:
            raise refuse("horizon", "bad-number", f"give years above zero, not {horizon!r}")
        if isinstance(self.seed, bool) or not isinstance(self.seed, int) or not 0 <= self.seed < 1 << 64:
            raise refuse("seed", "bad-number", f"give a whole number from 0 to 2**64 - 1, not {self.seed!r}")

    def tasks(self, compiled: Compiled, chunk: int, *, log: bool) -> Iterator[Task]:
        """Yield the tasks of all cases, in order."""
        for begin in range(0, len(self.cases), chunk):
            count = min(chunk, len(self.cases) - begin)
            effects = covariates(self.model, compiled, self.covariates, slice(begin, begin + count))
            yield Task(
                compiled,
                self.seed,
                self.cases.start + begin,
                count,
                float(self.horizon),
                float(self.model.spent),
                effects.speed,
                effects.cumulative,
                spent_shares(self.model, effects.speed),
                timed=any(effect.trigger is None for effect in self.model.effects),
                log=log,
            )


def to_run(
    model: Model, cases: int | range, horizon: float, seed: int, values: Mapping[str, Any] | None
) -> Run:
    """Return what is to be simulated, checked; raises `InvalidModel` with the place of what is wrong."""
    if not isinstance(model, Model):
        raise refuse("model", "wrong-type", f"give a model, not {model!r:.60}")
    if isinstance(cases, bool) or not isinstance(cases, int | range):
        raise refuse(
            "cases", "bad-number", f"give how many cases, or a range of their numbers, not {cases!r}"
        )
    numbers = cases if isinstance(cases, range) else range(cases)
    given = {} if values is None else values
    if not isinstance(given, Mapping):
        raise refuse(
            "covariates", "wrong-type", f"give a mapping from names to columns, not {type(given).__name__}"
        )
    return Run(model, numbers, horizon, seed, check_columns(model, given, len(numbers), numbers.start))


def kernel(engine: Engine) -> Callable[[Task], tuple[Summary, Rows | None]]:
    """Return the kernel of an engine; `auto` takes numba where it is installed."""
    if engine not in ("auto", "numpy", "numba"):
        raise refuse("engine", "unknown", f"choose auto, numpy or numba, not {engine!r}")
    if engine == "numba" or (engine == "auto" and find_spec("numba")):
        from gezondsamen.errors import MissingExtra

        try:
            from gezondsamen.simulation import kernel_numba
        except ModuleNotFoundError as missing:
            raise MissingExtra("fast", "numba") from missing
        return kernel_numba.run
    from gezondsamen.simulation import kernel_numpy

    return kernel_numpy.run


def in_order(work: Callable[[Task], T], tasks: Iterator[Task], executor: Executor | None) -> Iterator[T]:
    """Yield what the work returns for each task, in order, with a few tasks under way at a time."""
    own = ThreadPoolExecutor(os.cpu_count()) if executor is None else None
    pool = executor or own
    assert pool is not None
    waiting: deque[Future[T]] = deque()
    try:
        for task in tasks:
            waiting.append(pool.submit(work, task))
            if len(waiting) > AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
        if own is not None:
            own.shutdown()


@attrs.frozen(eq=False)
class Tally:
    """Add up cases: how many ended in each phase or were still there, their visits, and their times.

    `blocks` are sums of times and of their squares over blocks of cases, kept apart until they are
    added exactly.
    """

    ended: np.ndarray[Any, np.dtype[np.int64]]
    running: np.ndarray[Any, np.dtype[np.int64]]
    visits: int
    blocks: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, task: Task, summary: Summary) -> Tally:
        """Return the tally of the cases of a task."""
        final = task.compiled.kind == FINAL
        inside = np.bincount(summary.phase, minlength=len(final))
        blocks = []
        for begin in range(0, task.count, BLOCK):
            times = summary.time[begin : begin + BLOCK]
            blocks.append((float(times.sum()), float(np.square(times).sum())))
        return cls(
            np.where(final, inside, 0),
            np.where(final, 0, inside),
            int(summary.visits.sum()),
            tuple(blocks),
        )

    @classmethod
    def together(cls, tallies: list[Tally]) -> Tally:
        """Return the tally of all these cases."""
        return cls(
            sum((t.ended for t in tallies[1:]), start=tallies[0].ended),
            sum((t.running for t in tallies[1:]), start=tallies[0].running),
            sum(t.visits for t in tallies),
            tuple(block for t in tallies for block in t.blocks),
        )

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return int(self.ended.sum() + self.running.sum())

    def mean_time(self) -> tuple[float, float]:
        """Return the mean time until a case ended or the horizon came, and its standard error."""
        n = self.cases
        mean = math.fsum(block[0] for block in self.blocks) / n
        square = math.fsum(block[1] for block in self.blocks) / n
        return mean, math.sqrt(max(square - mean * mean, 0.0) / n)
