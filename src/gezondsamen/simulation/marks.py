"""Marks: steps that stay in their phase, at random moments during each visit.

Each is a Poisson process with a rate per year. The times between marks are drawn in blocks of four, the
four words of a counter: `digest("mark/<phase>/<trigger>")` and the n-th visit of the case to the phase name
the first block of a visit, `digest("mark/<phase>/<trigger>/1")` its second block, and so on. So the marks
of a visit depend on nothing but its case, its phase and its number, and how long it lasts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.compiled import Compiled, Ints
from gezondsamen.simulation.distributions import Exponential, Floats
from gezondsamen.simulation.philox import MASK, Philox, Words, digest
from gezondsamen.simulation.rows import Rows
from gezondsamen.simulation.tables import Table, bins, tabulate
from gezondsamen.simulation.trajectories import Columns, Trajectories

Rates = Mapping[str, Mapping[str, float]]

PIECE: Final = 1 << 16
"""How many rows are looked at together: memory grows with it, and answers do not depend on it."""

BLOCK: Final = 1 << 14
"""How many counters are turned into words together: their arrays fit in a core's cache."""


def draw(seed: int, case: Ints, name: str, times: npt.NDArray[Any]) -> Words:
    """Return the four words of each counter, as rows: for a case, what is drawn, the n-th time."""
    philox = Philox(seed, min(BLOCK, len(case)))
    found = np.empty((4, len(case)), np.uint64)
    cases, counts, word = case.astype(np.uint64), times.astype(np.uint64), np.uint64(digest(name))
    for begin in range(0, len(case), BLOCK):
        part = slice(begin, begin + BLOCK)
        low, high = cases[part] & np.uint64(MASK), cases[part] >> np.uint64(32)
        found[:, part] = philox.words(low, high, np.full(len(low), word), counts[part])
    return found


def pieces(chunks: Iterator[Rows]) -> Iterator[Rows]:
    """Yield the rows in pieces of about `PIECE` rows, each of whole cases."""
    for rows in chunks:
        case = rows["case"]
        begin = 0
        while begin < len(case):
            end = min(begin + PIECE, len(case))
            if end < len(case):
                # The case at the cut goes whole into the next piece, or into this one where it fills it.
                cut = int(np.searchsorted(case, case[end]))
                end = cut if cut > begin else int(np.searchsorted(case, case[end], side="right"))
            yield {name: column[begin:end] for name, column in rows.items()}
            begin = end


@attrs.frozen(eq=False)
class Marks:
    """Hold marks in the order of cases, and of a case in the order of time.

    `row` is the place of the visit among the rows that they were drawn for; `phase` and `trigger` are
    numbers in the order of the process.
    """

    row: Ints
    phase: Ints
    trigger: Ints
    at: Floats


@cache
def _gaps() -> Table:
    return tabulate(Exponential(mean=1.0))


def marks_of(rows: Rows, rates: Rates, compiled: Compiled, seed: int) -> Marks:
    """Return the marks of these visits: after the moment of entry, before the moment of leaving.

    `rates` are times a year by phase and trigger.
    """
    parts = [(np.empty(0, np.int64),) * 3 + (np.empty(0),)]
    for phase, of_it in rates.items():
        s = compiled.phases.index(phase)
        visits = np.flatnonzero(rows["phase_from"] == s)
        for trigger, rate in of_it.items():
            if not rate:
                continue
            t = compiled.triggers.index(trigger)
            for row, at in _during(rows, visits, f"mark/{phase}/{trigger}", rate, seed):
                parts.append((row, np.full(len(row), s), np.full(len(row), t), at))
    row, phases, triggers, at = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.lexsort((triggers, at, row))
    return Marks(row[order], phases[order], triggers[order], at[order])


def _during(rows: Rows, visits: Ints, name: str, rate: float, seed: int) -> Iterator[tuple[Ints, Floats]]:
    """Yield visits and times of their marks; a visit is drawn for until its time is over."""
    table = _gaps()
    now, block = rows["entered"][visits], 0
    while len(visits):
        words = draw(seed, rows["case"][visits], f"{name}/{block}" if block else name, rows["visit"][visits])
        left = rows["left"][visits]
        for word in words:
            place, distance = bins(word + 0.5)
            now = now + (table.start[place] + table.slope[place] * distance) / rate
            inside = now < left
            yield visits[inside], now[inside]
        on = now < left
        visits, now, block = visits[on], now[on], block + 1


def marks(result: Trajectories) -> Columns:
    """Return every mark of every case as columns: case, phase, trigger, at (years)."""
    run, c = result.run, result.compiled
    found: list[tuple[Any, ...]] = []
    for rows in pieces(result._chunks()):
        piece = marks_of(rows, run.model.marks, c, run.seed)
        found.append((rows["case"][piece.row], piece.phase, piece.trigger, piece.at))
    case, phase, trigger, at = (np.concatenate(columns) for columns in zip(*found, strict=True))
    return {
        "case": case,
        "phase": np.array(c.phases)[phase],
        "trigger": np.array(c.triggers)[trigger],
        "at": at,
    }
