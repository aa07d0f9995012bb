"""Evaluation moments compiled by numba: the functions of `moments_numpy`, with the same bits.

The cache of numba looks at this file alone for changes; `rounds`, which it takes from another, stays.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from gezondsamen.simulation.draws.tables import SPAN
from gezondsamen.simulation.engine.numba_loops import rounds

_MASK, _HALF = np.uint64(0xFFFFFFFF), np.uint64(32)


@njit(nogil=True, cache=True)
def series(local, phase, entered, left, running, start, step, horizon):  # type: ignore[no-untyped-def]
    """Return visits and times of moments every `step` years after the `start` of each case."""
    most: Any = 0
    for begin in start:
        if begin < horizon:
            most += np.int64((horizon - begin) / step) + 1
    # Memory for all that there could be, of which the system gives what is filled: arrays that grew inside
    # the loop would make it four times as slow.
    row, due = np.empty(most, np.int64), np.empty(most)
    used, case = 0, -1
    n: Any = 1
    begin, time = np.inf, np.inf
    first = 0  # the place of the first moment of the case
    for i in range(len(local)):
        if not running[phase[i]]:
            continue
        enter, leave = entered[i], left[i]
        if local[i] != case:
            case, first = local[i], used
            begin = start[case]
            n = np.int64(max(np.floor((enter - begin) / step), 1.0))
            time = begin + n * step
        elif used > first and due[used - 1] >= enter:
            row[used - 1] = i  # at a border it lies in two visits: the later one has it
        while time < enter:
            n += 1
            time = begin + n * step
        while time <= leave and time < horizon:
            row[used], due[used] = i, time
            used += 1
            n += 1
            time = begin + n * step
    return row[:used], due[:used]


@njit(nogil=True, cache=True)
def held(seed, case, row, word, chance):  # type: ignore[no-untyped-def]
    """Return of each moment whether it is held."""
    found = np.empty(len(row), np.bool_)
    k0, k1 = seed & _MASK, seed >> _HALF
    last, nth = -1, np.uint64(0)
    for i in range(len(row)):
        own = case[row[i]]
        nth = nth + np.uint64(1) if own == last else np.uint64(0)
        last, number = own, np.uint64(own)
        drawn, _ = rounds(k0, k1, number & _MASK, number >> _HALF, word, nth)
        found[i] = (np.float64(drawn) + 0.5) / SPAN < chance
    return found


@njit(nogil=True, cache=True)
def by_year(local, row, due, held, years):  # type: ignore[no-untyped-def]
    """Return sums over cases of moments in each year, and of their squares: by way, power and year."""
    found = np.zeros((3, 2, years), np.int64)
    many = np.zeros(3, np.int64)
    last = -1
    for i in range(len(due)):
        year = np.int64(due[i])
        key = local[row[i]] * years + year
        if key != last:
            last = key
            many[:] = 0
        for way in (0, 1 if held[i] else 2):
            found[way, 0, year] += 1
            found[way, 1, year] += 2 * many[way] + 1  # what the next square is more
            many[way] += 1
    return found
