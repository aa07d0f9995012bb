"""Marks: steps that stay in their phase, at random moments during each visit.

Each is a Poisson process with a rate per year. The times between marks are drawn in blocks of four, the
four words of a counter, until the visit is over. So the marks of a visit depend on nothing but its case, its
phase and its number, and how long it lasts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import attrs
import numpy as np

from gezondsamen.simulation.draws import keys
from gezondsamen.simulation.draws.philox import draw
from gezondsamen.simulation.draws.tables import Table, bins, tabulate
from gezondsamen.simulation.engine.categorical import Categorical
from gezondsamen.simulation.engine.compiled import Compiled, Ints
from gezondsamen.simulation.engine.rows import Rows, pieces
from gezondsamen.simulation.engine.trajectories import Trajectories
from gezondsamen.simulation.model.distributions import Exponential, Floats
from gezondsamen.simulation.model.model import Model

Rates = Mapping[str, Mapping[str, float]]


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
    """Return the table of times between marks at a rate of one."""
    return tabulate(Exponential(mean=1.0))


def rates_of(model: Model, trigger: str, phase: str | None = None) -> Rates:
    """Return the rates of marks by one step: in all phases, or in one of them."""
    return {
        key: {trigger: of_phase[trigger]}
        for key, of_phase in model.marks.items()
        if trigger in of_phase and phase in (None, key)
    }


def marks_of(rows: Rows, rates: Rates, compiled: Compiled, seed: int) -> Marks:
    """Return the marks of these visits: after the moment of entry, before the moment of leaving.

    `rates` are times a year by phase and trigger.
    """
    parts = [(np.empty(0, np.int64),) * 3 + (np.empty(0),)]
    for phase, of_phase in rates.items():
        s = compiled.phases.index(phase)
        visits = np.flatnonzero(rows["phase_from"] == s)
        for trigger, rate in of_phase.items():
            if not rate:
                continue
            t = compiled.triggers.index(trigger)
            for row, at in _during(rows, visits, phase, trigger, rate, seed):
                parts.append((row, np.full(len(row), s), np.full(len(row), t), at))
    row, phases, triggers, at = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.lexsort((triggers, at, row))
    return Marks(row[order], phases[order], triggers[order], at[order])


def _during(
    rows: Rows, visits: Ints, phase: str, trigger: str, rate: float, seed: int
) -> Iterator[tuple[Ints, Floats]]:
    """Yield rows of visits and times of their marks, four words at a time, until every visit is over."""
    table = _gaps()
    now, block = rows["entered"][visits], 0
    while len(visits):
        words = draw(seed, rows["case"][visits], keys.mark(phase, trigger, block), rows["visit"][visits])
        left = rows["left"][visits]
        for word in words:
            place, distance = bins(word + 0.5)
            now = now + (table.start[place] + table.slope[place] * distance) / rate
            inside = now < left
            yield visits[inside], now[inside]
        on = now < left
        visits, now, block = visits[on], now[on], block + 1


def marks(result: Trajectories) -> dict[str, Any]:
    """Return every mark of every case as columns: case, phase, trigger, at (years)."""
    run, c = result.run, result.compiled
    found: list[tuple[Any, ...]] = []
    for rows in pieces(result.chunks()):
        piece = marks_of(rows, run.model.marks, c, run.seed)
        found.append((rows["case"][piece.row], piece.phase, piece.trigger, piece.at))
    case, phase, trigger, at = (np.concatenate(columns) for columns in zip(*found, strict=True))
    return {
        "case": case,
        "phase": Categorical(phase.astype(np.int8), c.phases),
        "trigger": Categorical(trigger.astype(np.int8), c.triggers),
        "at": at,
    }
