"""Evaluation moments in numpy: those that recur, which are held, and how many fall in each year.

`moments_numba` has the same functions, compiled: each gives the same bits for the same arguments.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.draws.philox import draw
from gezondsamen.simulation.draws.tables import SPAN
from gezondsamen.simulation.engine.compiled import Ints
from gezondsamen.simulation.model.distributions import Floats

Bools = npt.NDArray[np.bool_]


def series(
    local: Ints, phase: Ints, entered: Floats, left: Floats,
    running: Bools, start: Floats, step: float, horizon: float,
) -> tuple[Ints, Floats]:  # fmt: skip
    """Return visits and times of moments every `step` years after the `start` of each case (inf: never).

    The first four are columns of visits: place of the case, phase, when it was entered and left. `running`
    tells of each phase whether moments fall in it.
    """
    visits = np.flatnonzero(running[phase] & np.isfinite(start[local]))
    begin, entry, exit = start[local[visits]], entered[visits], left[visits]
    # One more on both sides, for rounding; the times themselves decide.
    low = np.maximum(np.floor((entry - begin) / step), 1).astype(np.int64)
    high = np.floor((exit - begin) / step).astype(np.int64) + 1
    many = np.maximum(high - low + 1, 0)
    visit = np.repeat(np.arange(len(visits)), many)
    n = np.arange(len(visit)) - np.repeat(np.cumsum(many) - many, many) + low[visit]
    due = begin[visit] + n * step
    inside = (due >= entry[visit]) & (due <= exit[visit]) & (due < horizon)
    row, n, due = visits[visit[inside]], n[inside], due[inside]
    # A moment at a border lies in two visits: the later one has it.
    own = local[row]
    last = np.append((own[1:] != own[:-1]) | (n[1:] != n[:-1]), True)[: len(row)]
    return row[last], due[last]


def held(seed: int, case: Ints, row: Ints, word: int, chance: float) -> Bools:
    """Return of each moment whether it is held; `case` numbers the cases of visits, `word` names the point.

    `row` is the visit of each moment; moments of a case stand together.
    """
    case = case[row]
    first = np.flatnonzero(np.diff(case, prepend=-1))
    nth = np.arange(len(case)) - np.repeat(first, np.diff(first, append=len(case)))
    drawn: Bools = (draw(int(seed), case, int(word), nth)[0] + 0.5) / SPAN < chance
    return drawn


def by_year(local: Ints, row: Ints, due: Floats, held: Bools, years: int) -> Ints:
    """Return sums over cases of moments in each year, and of their squares: by way, power and year.

    Ways are due, held and missed. Moments are in the order of cases, and of a case in the order of time.
    """
    found = np.zeros((3, 2, years), np.int64)
    key = local[row] * years + due.astype(np.int64)
    for way, own in enumerate((key, key[held], key[~held])):
        first = np.flatnonzero(np.diff(own, prepend=-1))
        many = np.diff(first, append=len(own))
        for power, weight in enumerate((many, many * many)):
            found[way, power] = np.bincount(own[first] % years, weight, minlength=years)
    return found
