"""The kernel in numpy alone: cases that are in the same phase take a step together.

Each draw is a function of its name alone, so that it does not matter which cases take a step together, or in
which order.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np

from gezondsamen.simulation.draws.philox import MASK, Philox, halves
from gezondsamen.simulation.draws.tables import SPAN
from gezondsamen.simulation.engine.compiled import COMPETING, FINAL, Ints
from gezondsamen.simulation.engine.lengths import Lengths, Visits
from gezondsamen.simulation.engine.rows import CENSORED, ENDED, MOVED, Rows, Summary, empty_rows
from gezondsamen.simulation.engine.task import Task
from gezondsamen.simulation.model.distributions import Floats

POOL: Final = 16_384
"""How many cases take a step at once: enough to make up for the calls, and their arrays stay in a cache."""
FEW: Final = 2048
"""So few cases in every phase take their steps together, whatever phase they are in."""


def compute(task: Task) -> tuple[Summary, Rows | None]:
    """Simulate the cases of a task."""
    return _Walk(task).trajectories()


class _Steps(NamedTuple):
    """Visits that ended together; `way` numbers the ways out of all phases, row after row."""

    local: Ints
    step: Any
    visit: Any
    phase: Any
    target: Any
    way: Any
    entered: Floats
    left: Floats
    over: Any


class _Walk:
    """The cases of a task: those that wait in each phase for their next step."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.lengths = Lengths.of(task)
        self.philox = Philox(task.seed, max(POOL, FEW * len(task.compiled.phases)))
        self.summary = Summary(
            np.empty(task.count, np.int8), np.empty(task.count), np.empty(task.count, np.int32)
        )
        self.log: list[_Steps] = []
        c = task.compiled
        self.final = c.kind == FINAL
        self.onward = [
            [int(to) for to in np.unique(c.target[s, : c.ways[s]]) if not self.final[to]]
            for s in range(len(c.phases))
        ]
        self.competing = np.flatnonzero(c.kind == COMPETING)
        self.seen = np.zeros(len(c.phases) * task.count, np.uint32)
        self.low_only = task.first + task.count <= MASK
        self.waiting: list[list[tuple[Any, ...]]] = [[] for _ in c.phases]
        self.size = np.zeros(len(c.phases), np.int64)

    def trajectories(self) -> tuple[Summary, Rows | None]:
        """Let all cases take their steps; return their ends, and their visits if asked."""
        task = self.task
        every = np.arange(task.count)
        start = task.begin.phase
        for s in np.unique(start):
            local = every[start == s] if len(start) > 1 else every
            self._wait(int(s), (local, np.zeros(len(local)), np.zeros(len(local), np.int32)))
        few = FEW if task.changes is None else 1
        while self.size.max() >= few:
            s = int(self.size.argmax())
            self._take(s, *self._next(s))
        if self.size.any():
            phase = np.repeat(np.arange(len(self.size)), self.size)
            parts = [part for of_phase in self.waiting for part in of_phase]
            mixed = [np.concatenate(columns) for columns in zip(*parts, strict=True)]
            while len(phase):
                phase, mixed = self._take(phase, *mixed)
        return self.summary, self._rows() if task.log else None

    def _wait(self, s: int, cases: tuple[Any, ...]) -> None:
        if len(cases[0]):
            self.waiting[s].append(cases)
            self.size[s] += len(cases[0])

    def _next(self, s: int) -> tuple[Any, ...]:
        """Return the next cases of a phase, as many as take a step at once."""
        found, many = [], 0
        while self.waiting[s] and many < POOL:
            found.append(self.waiting[s].pop())
            many += len(found[-1][0])
        if many > POOL:
            last = found.pop()
            room = POOL - (many - len(last[0]))
            found.append(tuple(column[:room] for column in last))
            self.waiting[s].append(tuple(column[room:] for column in last))
        self.size[s] -= min(many, POOL)
        if len(found) == 1:
            return found[0]
        return tuple(np.concatenate(columns) for columns in zip(*found, strict=True))

    def _take(self, phase: Any, local: Ints, time: Floats, step: Any) -> tuple[Any, list[Any]]:
        """Let cases take a step out of their phase: a number, or one for each; return those that go on.

        Where the phase is one for all, they wait in the next one instead.
        """
        task, c = self.task, self.task.compiled
        place = local + phase * task.count
        visit = self.seen.take(place)
        self.seen[place] = visit + np.uint32(1)
        visits = Visits(local, step, time)
        stay, way = self._step(phase, visits, visit.astype(np.uint64))
        stay += time
        left = np.minimum(stay, task.horizon, out=stay)
        over = left >= task.horizon
        target = c.target[phase].take(way) if np.ndim(phase) == 0 else c.target[phase, way]
        if task.log:
            ways = way + phase * c.target.shape[1]
            self.log.append(_Steps(local, step, visit, phase, target, ways, time, left, over))
        gone = over | self.final.take(target)
        done = np.flatnonzero(gone)
        if len(done):
            who = local.take(done)
            here = phase[done] if np.ndim(phase) else phase
            self.summary.phase[who] = np.where(over[done], here, target[done])
            self.summary.time[who] = left[done]
            self.summary.visits[who] = step[done] + 1
        going = ~gone
        if np.ndim(phase):
            on = np.flatnonzero(going)
            return target[on], [local[on], left[on], step[on] + np.int32(1)]
        onward = self.onward[phase]
        for s in onward:
            on = np.flatnonzero(going if len(onward) == 1 else going & (target == s))
            self._wait(s, (local.take(on), left.take(on), step.take(on) + np.int32(1)))
        return phase, []

    def _step(self, phase: Any, visits: Visits, visit: Any) -> tuple[Floats, Ints]:
        """Return how long visits last, and which way leads on."""
        c = self.task.compiled
        low, high = self._halves(visits.local)
        if np.ndim(phase) == 0:
            if c.kind[phase] == COMPETING:
                return self._compete(phase, visits, low, high, visit)
            one, two = self.philox.two(low, high, int(c.word[phase]), visit)
        else:
            one, two, _, _ = self.philox.words(low, high, c.word.take(phase), visit)
        share: Floats = (two.astype(np.float64) + 0.5) / SPAN
        stay = self.lengths.run(c.clock[phase, 0], 0, one, visits)
        way = self._way(phase, share, visits, stay)
        for s in self.competing if np.ndim(phase) else ():
            at = np.flatnonzero(phase == s)
            mine = Visits(visits.local[at], visits.step[at], visits.entered[at])
            upper = high if np.ndim(high) == 0 else high[at]
            stay[at], way[at] = self._compete(int(s), mine, low[at], upper, visit[at])
        return stay, way

    def _halves(self, local: Ints) -> tuple[Any, Any]:
        number = local + self.task.first
        return (number.view(np.uint64), np.uint64(0)) if self.low_only else halves(number)

    def _way(self, phase: Any, share: Floats, visits: Visits, stay: Floats) -> Ints:
        """Return which way leads on, by the shares that were drawn for it."""
        task, c, local = self.task, self.task.compiled, visits.local
        way = np.zeros(len(local), np.int64)
        ways = int(c.ways[phase]) if np.ndim(phase) == 0 else c.target.shape[1]
        if task.changes is not None and ways > 1:
            piece, _ = task.changes.at(local, visits.entered + stay)
            for j in range(ways - 1):
                way += share >= task.changes.chances(piece, local, phase, j)
            return way
        cumulative = task.effects.cumulative
        rows = local if len(cumulative) > 1 else 0
        for j in range(ways - 1):
            way += share >= cumulative[rows, phase, j]
        return way

    def _compete(self, s: int, visits: Visits, low: Any, high: Any, visit: Any) -> tuple[Floats, Ints]:
        """Return stay and way where times compete: each has a word of its own, the first wins."""
        c = self.task.compiled
        stay, way = np.full(len(low), np.inf), np.zeros(len(low), np.int64)
        for j in range(c.ways[s]):
            clock = int(c.clock[s, j])
            word, _ = self.philox.two(low, high, int(c.clock_word[clock]), visit)
            times = self.lengths.run(clock, j, word, visits)
            first = times < stay
            stay = np.where(first, times, stay)
            way[first] = j
        return stay, way

    def _rows(self) -> Rows:
        """Return the visits in the order of cases: they were taken in the order of steps."""
        c, summary = self.task.compiled, self.summary
        begins = np.zeros(len(summary.visits) + 1, np.int64)
        np.cumsum(summary.visits, out=begins[1:])
        rows = empty_rows(int(begins[-1]))
        rows["case"] = np.repeat(
            np.arange(self.task.first, self.task.first + len(summary.visits)), summary.visits
        )
        triggers = c.trigger.ravel()
        for x in self.log:
            place = begins[x.local] + x.step
            status = np.where(x.over, CENSORED, np.where(self.final.take(x.target), ENDED, MOVED))
            rows["visit"][place] = x.visit
            rows["phase_from"][place] = x.phase
            rows["phase_to"][place] = np.where(x.over, -1, x.target)
            rows["trigger"][place] = np.where(x.over, -1, triggers[x.way])
            rows["entered"][place] = x.entered
            rows["left"][place] = x.left
            rows["status"][place] = status
        return rows
