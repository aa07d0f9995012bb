"""How long clocks run, in numpy: from random words to years, through tables and effects."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np

from gezondsamen.simulation.draws.powers import power
from gezondsamen.simulation.draws.tables import BASE, LEAST, MOST, SHIFT, SIDE, SPAN
from gezondsamen.simulation.engine.changes import Changes
from gezondsamen.simulation.engine.compiled import Ints
from gezondsamen.simulation.engine.task import Task
from gezondsamen.simulation.model.distributions import Floats


@attrs.frozen(eq=False)
class Visits:
    """Say whose visits they are: places of cases in their task, steps they took, when they entered."""

    local: Ints
    step: Any
    entered: Floats


@attrs.frozen(eq=False)
class Lengths:
    """Answer how long clocks run in the visits of a task; a clock is a number, or one for each visit."""

    task: Task
    starts: Floats
    slopes: Floats

    @classmethod
    def of(cls, task: Task) -> Lengths:
        """Return the lengths of a task."""
        return cls(task, *(np.ascontiguousarray(column) for column in task.compiled.bins.T))

    def run(self, clock: Any, way: int, word: Any, visits: Visits) -> Floats:
        """Return how long a clock runs from the entry of these visits on, in years."""
        task, c, local = self.task, self.task.compiled, visits.local
        share = word.astype(np.float64)
        share += 0.5
        rest = SPAN - share
        begun = np.flatnonzero(visits.step == 0) if task.begin.waited else np.empty(0, np.int64)
        if task.changes is not None:
            return self._through(task.changes, clock, rest / SPAN, visits, begun)
        if not (task.effects.powered or len(begun) or c.table_size.any()):
            times = self._plain(clock, share, rest)
        else:
            if task.effects.powered:
                rest, share = power(rest / SPAN, share / SPAN, self._read(task.effects.power, local, clock))
                rest *= SPAN
                share *= SPAN
            if len(begun):
                survival = task.begin.shares[local[begun] if len(task.begin.shares) > 1 else 0, way]
                rest[begun] *= survival
                share[begun] = np.where(survival < 1, SPAN - rest[begun], share[begun])
            times = self._tabulated(clock, rest, share)
            if len(begun):
                own = clock[begun] if isinstance(clock, np.ndarray) else clock
                spent = self._spent(local[begun]) * self._read(task.effects.speed, local[begun], own)
                times[begun] = np.maximum(times[begun] - spent, 0.0)
        if task.effects.timed:
            times /= self._read(task.effects.speed, local, clock)
        return times

    def _spent(self, local: Ints) -> Any:
        spent = self.task.begin.spent
        return spent[local] if len(spent) > 1 else spent[0]

    def _read(self, given: Floats, local: Ints, clock: Any) -> Any:
        """Return what effects say of a clock: one row for all cases, or one for each."""
        return given[local if len(given) > 1 else 0, clock]

    def _plain(self, clock: Any, share: Floats, rest: Floats) -> Floats:
        """Return times from tables of octaves for shares that were drawn: these are never out of range."""
        distance = np.minimum(share, rest)
        index = distance.view(np.int64) >> SHIFT
        index += np.multiply(rest < share, SIDE, dtype=np.int64)
        index += self.task.compiled.table_at[clock] - BASE
        times = self.slopes.take(index)
        times *= distance
        times += self.starts.take(index)
        return times

    def _tabulated(self, clock: Any, rest: Floats, share: Floats) -> Floats:
        """Return the times that last longer with the shares `rest`; `share` is what that leaves of all."""
        c = self.task.compiled
        deep = c.deep[clock]
        upper = rest < SPAN / 2
        distance = np.where(upper, rest, share)
        least = np.where(upper, LEAST * 0.5 ** (deep >> (52 - SHIFT)), LEAST)
        np.clip(distance, least, MOST, out=distance)
        index = (distance.view(np.int64) >> SHIFT) - BASE + np.where(upper, SIDE + deep, 0)
        sizes = c.table_size[clock]
        if np.any(sizes):
            flat = np.minimum((share / SPAN * sizes).astype(np.int64), sizes - 1)
            index = np.where(sizes > 0, flat, index)
        index += c.table_at[clock]
        times: Floats = self.starts.take(index) + self.slopes.take(index) * distance
        return times

    def _through(self, changes: Changes, clock: int, rest: Floats, visits: Visits, begun: Ints) -> Floats:
        """Return how long a clock runs while speed and hazard change.

        In each piece the clock runs on at its speed, and the logarithm of the share that is left falls by
        what the distribution says of that stretch, times the hazard ratio.
        """
        survival = self.task.compiled.distributions[clock].survival
        budget, now = np.log(rest), visits.entered.copy()
        ran, stay = np.zeros(len(rest)), np.empty(len(rest))
        if len(begun):
            local = visits.local[begun]
            ran[begun] = self._spent(local) * self._read(self.task.effects.speed, local, clock)
        going = np.arange(len(rest))
        while len(going):
            local, begin, time = visits.local[going], ran[going], now[going]
            piece, until = changes.at(local, time)
            speed, exponent = changes.read(piece, local, clock)
            end = begin + speed * (until - time)
            here, there = np.asarray(survival(begin), float), np.asarray(survival(end), float)
            with np.errstate(divide="ignore"):
                falls = (np.log(there) - np.log(here)) / exponent
            on = budget[going] < falls
            off = ~on
            left = here[off] * np.exp(budget[going[off]] * exponent[off])
            reached = self._tabulated(clock, left * SPAN, (1 - left) * SPAN)
            after = time[off] + np.maximum(reached - begin[off], 0.0) / speed[off]
            stay[going[off]] = np.minimum(after, until[off]) - visits.entered[going[off]]
            going = going[on]
            budget[going] -= falls[on]
            ran[going], now[going] = end[on], until[on]
        return stay
