"""Visits counted by a loop that numba compiles: the numbers of `counts_numpy`, which are whole."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from gezondsamen.simulation.engine.compiled import Compiled, Ints
from gezondsamen.simulation.engine.rows import CENSORED, ENDED, Rows
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.results.counts_numpy import evenly, numbers


def counted(rows: Rows, compiled: Compiled, at: Floats) -> tuple[Ints, ...]:
    """Return the arrays of `Counts`, in their order, for the visits of whole cases."""
    phases, (step, steps) = len(compiled.phases), numbers(compiled)
    most = int(rows["visit"].max()) + 1 if len(rows["visit"]) else 1
    shapes = ((phases, len(at) + 1), (phases, len(at) + 1), steps + 1, steps + 1, (phases, most))
    inside, arrived, flows, squares, visits = (np.zeros(shape, np.int64) for shape in shapes)
    names = ("case", "visit", "phase_from", "phase_to", "trigger", "left", "status")
    columns = tuple(rows[name] for name in names)
    _count(columns, step, at, evenly(at), (inside, arrived, flows, squares, visits))
    return inside, arrived, flows[:steps], squares[:steps], visits


@njit(nogil=True, cache=True)
def _count(columns, step, at, apart, found):  # type: ignore[no-untyped-def]
    """Count visits; `apart` is how far times are from each other where that is equal, else 0."""
    place: Any
    case, visit, source, target, trigger, left, status = columns
    inside, arrived, flows, squares, visits = found
    taken, by = np.zeros(len(flows), np.int64), np.full(len(flows), -1)
    last, entered, beyond = -1, 0, len(at)
    for i in range(len(case)):
        s, time = source[i], left[i]
        if case[i] != last:
            last, entered = case[i], 0
            arrived[s, 0] += 1
        elif visit[i] == 0:
            arrived[s, entered] += 1
        # The first point in time that is not before it: near where it is computed to be, or searched for.
        place = np.int64(min(np.ceil(time / apart), beyond)) if apart else np.searchsorted(at, time)
        while place > 0 and at[place - 1] >= time:
            place -= 1
        while place < beyond and at[place] < time:
            place += 1
        inside[s, entered] += 1
        inside[s, beyond if status[i] == CENSORED else place] -= 1
        if status[i] == ENDED:
            inside[target[i], place] += 1
            arrived[target[i], place] += 1
        way = step[s, trigger[i]]
        if by[way] != last:
            by[way], taken[way] = last, 0
        flows[way] += 1
        squares[way] += 2 * taken[way] + 1  # what the next square is more
        taken[way] += 1
        visits[s, visit[i]] += 1
        entered = place
