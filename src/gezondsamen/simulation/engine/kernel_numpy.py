"""The kernel in numpy alone: a pool of cases that take a step at once, refilled as cases end.

Each draw is a function of its name alone, so that it does not matter which cases are in the pool together.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np

from gezondsamen.simulation.draws.philox import Philox, halves
from gezondsamen.simulation.draws.tables import SPAN, places
from gezondsamen.simulation.engine.compiled import COMPETING, FINAL, Ints
from gezondsamen.simulation.engine.rows import CENSORED, ENDED, MOVED, Rows, Summary, empty_rows
from gezondsamen.simulation.engine.task import Task
from gezondsamen.simulation.model.distributions import Floats

POOL: Final = 8192
"""How many cases take a step at once: their arrays fit in a core's cache."""


def compute(task: Task) -> tuple[Summary, Rows | None]:
    """Simulate the cases of a task."""
    return _Pool(task).trajectories()


class _Visits(NamedTuple):
    """The visits of one step of the pool; `way` numbers the ways out of all phases, row after row."""

    local: Ints
    step: Any
    visit: Any
    phase: Ints
    target: Ints
    way: Ints
    entered: Floats
    left: Floats
    status: Any


class _Pool:
    """The cases that take a step at once; `local` is the place of each in its task."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.size = min(POOL, task.count)
        self.philox = Philox(task.seed, self.size)
        self.summary = Summary(
            np.empty(task.count, np.int8), np.empty(task.count), np.empty(task.count, np.int32)
        )
        self.log: list[_Visits] = []
        c = task.compiled
        self.phases = len(c.phases)
        self.competing = bool((c.kind == COMPETING).any())
        self.uniform = bool(c.table_size.any())

    def trajectories(self) -> tuple[Summary, Rows | None]:
        """Let all cases of the task go through the pool; return their ends, and their visits if asked."""
        task, c = self.task, self.task.compiled
        size, width = self.size, c.target.shape[1]
        local = np.arange(size)
        phase = np.full(size, c.first)
        time = np.zeros(size)
        seen = np.zeros((size, self.phases), np.uint64)
        step = np.zeros(size, np.int32)
        waiting = size
        final, first_clock = c.kind == FINAL, c.clock[:, 0]
        flat_target, flat_cumulative = c.target.ravel(), None
        if len(task.cumulative) == 1:
            flat_cumulative = task.cumulative[0].ravel()
        flat_seen = seen.ravel()
        rows_of = np.arange(size) * self.phases
        while size:
            place = rows_of[:size] + phase
            visit = flat_seen.take(place)
            flat_seen[place] = visit + np.uint64(1)
            low, high = halves(local + task.first)
            words = self.philox.words(low, high, c.word.take(phase), visit)
            stay = self._times(
                words[0].astype(np.float64) + 0.5, first_clock.take(phase), phase, local, step, 0
            )
            share = (words[1] + 0.5) / SPAN
            way = np.zeros(size, np.int64)
            base = phase * width
            for j in range(width - 1):
                if flat_cumulative is not None:
                    way += share >= flat_cumulative.take(base + j)
                else:
                    way += share >= task.cumulative[local, phase, j]
            if self.competing:
                stay, way = self._compete(stay, way, phase, local, step, low, high, visit)
            left = time + stay
            target = flat_target.take(base + way)
            over = left >= task.horizon
            ended = final.take(target) & ~over
            left[over] = task.horizon
            if task.log:
                status = np.where(over, CENSORED, np.where(ended, ENDED, MOVED)).astype(np.int8)
                self.log.append(
                    _Visits(
                        local=local,
                        step=step,
                        visit=visit,
                        phase=phase,
                        target=target,
                        way=base + way,
                        entered=time,
                        left=left,
                        status=status,
                    )
                )
            phase = np.where(over, phase, target)
            time = left
            step = step + np.int32(1)
            done = np.flatnonzero(over | ended)
            if len(done):
                who = local[done]
                self.summary.phase[who] = phase[done]
                self.summary.time[who] = time[done]
                self.summary.visits[who] = step[done]
                new = min(len(done), task.count - waiting)
                if task.log:
                    local, phase, time = local.copy(), phase.copy(), time.copy()
                fill = done[:new]
                local[fill] = np.arange(waiting, waiting + new)
                phase[fill] = c.first
                time[fill] = 0.0
                step[fill] = 0
                seen[fill] = 0
                waiting += new
                if new < len(done):
                    keep = np.ones(size, bool)
                    keep[done[new:]] = False
                    local, phase, time, step = local[keep], phase[keep], time[keep], step[keep]
                    seen = seen[:size][keep]
                    flat_seen = seen.ravel()
                    size = len(local)
        return self.summary, self._rows() if task.log else None

    def _times(self, word: Floats, clock: Ints, phase: Ints, local: Ints, step: Any, way: int) -> Floats:
        """Return how long the visits last, from shares in units of 2**-32."""
        task, c = self.task, self.task.compiled
        upper = word > SPAN / 2
        distance = np.where(upper, SPAN - word, word)
        begun = np.flatnonzero(step == 0) if task.spent else None
        if begun is not None and len(begun):
            share = task.shares[local[begun] if len(task.shares) > 1 else 0, way]
            rest = (SPAN - word[begun]) * share
            word[begun] = SPAN - rest
            upper[begun] = rest < SPAN / 2
            distance[begun] = np.where(upper[begun], rest, SPAN - rest)
        index = places(distance, upper)
        if self.uniform:
            sizes = c.table_size[clock]
            flat = (word / SPAN * sizes).astype(np.int64)
            index = np.where(sizes > 0, np.minimum(flat, sizes - 1), index)
        index += c.table_at.take(clock)
        bins = c.bins.take(index, axis=0)
        times = bins[:, 0] + bins[:, 1] * distance
        if begun is not None and len(begun):
            speed = task.speed[local[begun] if len(task.speed) > 1 else 0, phase[begun]]
            times[begun] = np.maximum(times[begun] - task.spent * speed, 0.0)
        if task.timed:
            times /= task.speed[local, phase] if len(task.speed) > 1 else task.speed[0, phase]
        return times

    def _compete(
        self, stay: Floats, way: Ints, phase: Ints, local: Ints, step: Any, low: Any, high: Any, visit: Any
    ) -> tuple[Floats, Ints]:
        """Return stay and way anew where times compete: each has a word of its own, the first wins."""
        c = self.task.compiled
        at = np.flatnonzero(c.kind[phase] == COMPETING)
        if not len(at):
            return stay, way
        stay, way = stay.copy(), way.copy()
        stay[at], way[at] = np.inf, 0
        for j in range(c.target.shape[1]):
            some = at[c.ways[phase[at]] > j]
            if not len(some):
                continue
            clock = c.clock[phase[some], j]
            words = self.philox.words(low[some], high[some], c.clock_word.take(clock), visit[some])
            times = self._times(
                words[0].astype(np.float64) + 0.5, clock, phase[some], local[some], step[some], j
            )
            first = times < stay[some]
            stay[some[first]] = times[first]
            way[some[first]] = j
        return stay, way

    def _rows(self) -> Rows:
        """Return the visits in the order of cases: the pool had them in the order of steps."""
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
            stays = x.status == CENSORED
            rows["visit"][place] = x.visit
            rows["phase_from"][place] = x.phase
            rows["phase_to"][place] = np.where(stays, -1, x.target)
            rows["trigger"][place] = np.where(stays, -1, triggers[x.way])
            rows["entered"][place] = x.entered
            rows["left"][place] = x.left
            rows["status"][place] = x.status
        return rows
