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
from gezondsamen.simulation.engine.engines import Engine, kernel
from gezondsamen.simulation.engine.executors import T
from gezondsamen.simulation.engine.orders import Order, orders
from gezondsamen.simulation.engine.rows import CENSORED, ENDED, Rows, pieces
from gezondsamen.simulation.engine.trajectories import Trajectories, points_in_time
from gezondsamen.simulation.model.distributions import Floats

Ints = npt.NDArray[np.int64]


@attrs.frozen(eq=False)
class Counts:
    """Hold counts of cases at `at` points in time, and of visits.

    `inside` are cases in each phase at each time; `arrived` those that came into it for the first time, or
    began in it, before or at each time, but after the time before (the last column: later). `flows` counts
    steps by phase, trigger and phase, `visits` how many cases were in a phase for the n-th time, by phase
    and n.
    """

    inside: Ints
    arrived: Ints
    flows: Ints
    visits: Ints

    @classmethod
    def none(cls, compiled: Compiled, times: int) -> Counts:
        """Return the counts of no visits."""
        phases, triggers = len(compiled.phases), len(compiled.triggers)
        return cls(
            np.zeros((phases, times + 1), np.int64),
            np.zeros((phases, times + 1), np.int64),
            np.zeros((phases, triggers, phases), np.int64),
            np.zeros((phases, 1), np.int64),
        )

    @classmethod
    def of(cls, rows: Rows, compiled: Compiled, at: Floats) -> Counts:
        """Return the counts of the visits of whole cases."""
        phases, triggers, width = len(compiled.phases), len(compiled.triggers), len(at) + 1
        source, target = rows["phase_from"].astype(np.int64), rows["phase_to"].astype(np.int64)
        status = rows["status"]
        left = _places(rows["left"], at)
        # Of a case the next visit begins where one is left; the first one begins at zero.
        begins = np.diff(rows["case"], prepend=-1) != 0
        entered = np.where(begins, 0, np.roll(left, 1))
        cut, ended = status == CENSORED, status == ENDED
        until = np.where(cut, len(at), left)
        inside = np.bincount(source * width + entered, minlength=phases * width)
        inside -= np.bincount(source * width + until, minlength=phases * width)
        inside += np.bincount(target[ended] * width + left[ended], minlength=phases * width)
        # A step leads into a phase for the first time where the visit after it is the first to that phase.
        first = np.roll(rows["visit"], -1) == 0
        into = ended | (first & ~cut)
        arrived = np.bincount(target[into] * width + left[into], minlength=phases * width)
        arrived += np.bincount(source[begins] * width, minlength=phases * width)
        on = ~cut
        way = (source[on] * triggers + rows["trigger"][on]) * phases + target[on]
        most = int(rows["visit"].max()) + 1 if len(source) else 1
        visits = np.bincount(source * most + rows["visit"], minlength=phases * most)
        flows = np.bincount(way, minlength=phases * triggers * phases)
        return cls(
            inside.reshape(phases, width),
            arrived.reshape(phases, width),
            flows.reshape(phases, triggers, phases),
            visits.reshape(phases, most),
        )

    def __add__(self, other: Counts) -> Counts:
        most = max(self.visits.shape[1], other.visits.shape[1])
        visits = np.zeros((len(self.visits), most), np.int64)
        for one in (self.visits, other.visits):
            visits[:, : one.shape[1]] += one
        return Counts(
            self.inside + other.inside, self.arrived + other.arrived, self.flows + other.flows, visits
        )


def _places(times: Floats, at: Floats) -> Ints:
    """Return of each time the first point in time that is not before it, as `searchsorted` does.

    Where points lie at equal distances, as they do by default, the place is computed, and put right where
    rounding missed it.
    """
    step = at[-1] / max(len(at) - 1, 1)
    if not step or not np.array_equal(at, np.linspace(0, at[-1], len(at))):
        return np.searchsorted(at, times).astype(np.int64)
    with np.errstate(over="ignore"):  # points may lie nearer to each other than times are to any of them
        place = np.minimum(np.ceil(times / step), len(at)).astype(np.int64)
    padded = np.append(at, np.inf)
    place -= (place > 0) & (padded[np.maximum(place - 1, 0)] >= times)
    place += padded[place] < times
    found: Ints = place
    return found


@attrs.frozen(eq=False)
class Count:
    """Count the visits of an order on a worker."""

    engine: Engine
    at: Floats

    def __call__(self, order: Order) -> Counts:
        _, rows = kernel(self.engine)(order.task())
        assert rows is not None
        return counted([rows], order.compiled, self.at)


def counted(chunks: Iterable[Rows], compiled: Compiled, at: Floats) -> Counts:
    """Return the counts of the visits of whole cases, piece by piece: each stays in the nearest memory."""
    found = (Counts.of(rows, compiled, at) for rows in pieces(chunks))
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
