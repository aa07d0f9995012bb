"""Counts of visits: all that occupancy, arrivals, flows and loops are told from, in one pass over them.

A worker counts the visits that it computes; only the counts travel. They are whole numbers, so that their
sums do not depend on the order in which they are added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.engine.compiled import Compiled
from gezondsamen.simulation.engine.engines import Engine, kernel, takes_numba
from gezondsamen.simulation.engine.executors import T
from gezondsamen.simulation.engine.orders import Order, orders
from gezondsamen.simulation.engine.rows import Rows, pieces
from gezondsamen.simulation.engine.trajectories import Trajectories, points_in_time
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.results import counts_numpy

Ints = npt.NDArray[np.int64]


@attrs.frozen(eq=False)
class Counts:
    """Hold counts of cases at `at` points in time, and of visits.

    `inside` are cases in each phase at each time; `arrived` those that came into it for the first time, or
    began in it, before or at each time, but after the time before (the last column: later). `flows` counts
    steps, in the order of phases and their ways out, and `squares` adds up over cases the square of how often
    each took a step; `visits` says how many cases were in a phase for the n-th time, by phase and n.
    """

    inside: Ints
    arrived: Ints
    flows: Ints
    squares: Ints
    visits: Ints

    @classmethod
    def none(cls, compiled: Compiled, times: int) -> Counts:
        """Return the counts of no visits."""
        phases, steps = len(compiled.phases), int(compiled.ways.sum())
        return cls(
            np.zeros((phases, times + 1), np.int64),
            np.zeros((phases, times + 1), np.int64),
            np.zeros(steps, np.int64),
            np.zeros(steps, np.int64),
            np.zeros((phases, 1), np.int64),
        )

    @classmethod
    def of(cls, rows: Rows, compiled: Compiled, at: Floats, engine: Engine) -> Counts:
        """Return the counts of the visits of whole cases."""
        if not takes_numba(engine):
            return cls(*counts_numpy.counted(rows, compiled, at))
        from gezondsamen.simulation.results import counts_numba

        return cls(*counts_numba.counted(rows, compiled, at))

    def __add__(self, other: Counts) -> Counts:
        most = max(self.visits.shape[1], other.visits.shape[1])
        visits = np.zeros((len(self.visits), most), np.int64)
        for one in (self.visits, other.visits):
            visits[:, : one.shape[1]] += one
        return Counts(
            self.inside + other.inside,
            self.arrived + other.arrived,
            self.flows + other.flows,
            self.squares + other.squares,
            visits,
        )


@attrs.frozen(eq=False)
class Count:
    """Count the visits of an order on a worker."""

    engine: Engine
    at: Floats

    def __call__(self, order: Order) -> Counts:
        _, rows = kernel(self.engine)(order.task())
        assert rows is not None
        return counted([rows], order.compiled, self.at, self.engine)


def counted(chunks: Iterable[Rows], compiled: Compiled, at: Floats, engine: Engine) -> Counts:
    """Return the counts of the visits of whole cases, piece by piece: each stays in the nearest memory."""
    found = (Counts.of(rows, compiled, at, engine) for rows in pieces(chunks))
    return sum(found, start=Counts.none(compiled, len(at)))


class Computing(Trajectories, Protocol):
    """Compute by workers; a protocol, for `Result` imports this."""

    @property
    def engine(self) -> Engine:
        """Which kernel computes."""

    @property
    def chunk(self) -> int:
        """How many cases a task has."""

    def computed(self, work: Callable[[Order], T], items: Iterator[Order]) -> Iterator[T]:
        """Yield what workers make of orders, in their order."""


class Kept:
    """Keep counts by the points in time that they were asked for: the same question costs one pass."""

    def __init__(self) -> None:
        self._known: dict[bytes, Counts] = {}

    def at(self, result: Computing, at: Floats | None) -> Counts:
        """Return the counts at these times, or (None) those that are known, whatever their times."""
        if at is None:
            if self._known:
                return next(reversed(self._known.values()))
            at = points_in_time(None, result.run.horizon)
        key = at.tobytes()
        if key not in self._known:
            self._known[key] = self._count(result, at)
        return self._known[key]

    def _count(self, result: Computing, at: Floats) -> Counts:
        wanted = orders(result.run, result.compiled, result.chunk, log=True)
        none = Counts.none(result.compiled, len(at))
        return sum(result.computed(Count(result.engine, at), wanted), start=none)
