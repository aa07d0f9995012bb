"""Where and when cases begin: in which phase, after how many years in it, and when on the calendar."""

from __future__ import annotations

from typing import Any, Final

import attrs
import numpy as np

from gezondsamen.errors import shown
from gezondsamen.frozen import made_anew
from gezondsamen.simulation.draws import keys
from gezondsamen.simulation.draws.philox import draw
from gezondsamen.simulation.draws.tables import SPAN
from gezondsamen.simulation.engine.compiled import Compiled, Ints
from gezondsamen.simulation.engine.covariates import Effects, numbers
from gezondsamen.simulation.model.assumptions import Arrivals
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.model.numbers import plain_time

FARTHEST: Final = 1e6
"""Years before or after the origin of the calendar that a case may enter at."""


@attrs.frozen(eq=False)
class Begins:
    """Hold of the cases of a run in which phase they begin, how long they were there, when they enter.

    Each has one value for all cases, or one for each. Phases are numbers in the order of the process.
    """

    phase: Ints
    spent: Floats
    entry: Floats

    def __attrs_post_init__(self) -> None:
        for column in (self.phase, self.spent, self.entry):
            column.setflags(write=False)

    __reduce__ = made_anew

    def some(self, rows: slice) -> Begins:
        """Return those of some cases."""
        return Begins(*(_some(column, rows) for column in (self.phase, self.spent, self.entry)))


def _some(column: Any, rows: slice) -> Any:
    return column[rows] if len(column) > 1 else column


@attrs.frozen(eq=False)
class Begin:
    """Hold what a kernel reads of where cases begin: one row for all cases, or one for each.

    `shares` is the survival at the time already spent, a column for each clock of the first phase;
    `waited` says that some case has spent time there.
    """

    phase: Ints
    spent: Floats
    shares: Floats
    waited: bool


def to_begins(model: Model, cases: int, start: Any, spent: Any, entry: Any, seed: int, first: int) -> Begins:
    """Return where cases begin, checked; raises `InvalidModel` with the place of what is wrong."""
    phases = [phase.key for phase in model.process.phases]
    given = model.start if start is None else start
    if isinstance(given, str):
        given = [given]
    if not hasattr(given, "__iter__") or not all(isinstance(key, str) for key in given):
        raise refuse("start", "wrong-type", f"give a phase, or one for each case, not {shown(start)}")
    keys_of = [str(key) for key in given]
    if len(keys_of) not in (1, cases):
        message = f"give one phase, or one for each of {cases} cases, not {len(keys_of)}"
        raise refuse("start", "bad-length", message)
    for key in dict.fromkeys(keys_of):
        if key != model.start:
            attrs.evolve(model, start=key)  # refused with all that is missing from there on
    years = _column("spent", model.spent if spent is None else plain_time(spent), cases)
    if years.min() < 0:
        raise refuse("spent", "bad-number", f"give years from 0, not {shown(spent)}")
    return Begins(
        np.array([phases.index(key) for key in keys_of], np.int64),
        years,
        to_entry(entry, cases, seed, first),
    )


def to_entry(entry: Any, cases: int, seed: int, first: int) -> Floats:
    """Return when cases enter: what is given, or one after the other at a rate."""
    if isinstance(entry, Arrivals):
        case = np.arange(first, first + cases)
        share = (draw(seed, case, keys.ENTRY, np.zeros(cases, np.int64))[0] + 0.5) / SPAN
        entry = entry.begin + (case + share) / entry.per_year
    years = _column("entry", 0.0 if entry is None else plain_time(entry), cases)
    if np.abs(years).max() > FARTHEST:
        raise refuse(
            "entry", "bad-number", f"give years on the calendar of the covariates, not {shown(entry)}"
        )
    return years


def _column(where: str, value: Any, cases: int) -> Floats:
    column = np.atleast_1d(numbers(value, where))
    if column.ndim > 1 or len(column) not in (1, cases):
        message = f"give one number, or one for each of {cases} cases, not {column.shape}"
        raise refuse(where, "bad-length", message)
    if not np.isfinite(column).all():
        raise refuse(where, "not-a-number", f"give numbers of years, not {shown(value)}")
    return column


def begin_of(begins: Begins, compiled: Compiled, effects: Effects) -> Begin:
    """Return what a kernel reads of where these cases begin.

    Raises `InvalidModel` where nobody stays in a phase for the time already spent.
    """
    width = compiled.clock.shape[1]
    waited = bool(begins.spent.any())
    rows = max(len(begins.phase), len(begins.spent), len(effects.speed)) if waited else 1
    shares = np.ones((rows, width))
    every = np.arange(rows)
    for s in np.unique(begins.phase) if waited else ():
        mine = every[np.broadcast_to(begins.phase == s, rows)]
        spent = begins.spent[mine if len(begins.spent) > 1 else 0]
        for j in range(compiled.clocks(int(s))):
            clock = compiled.clock[s, j]
            speed = effects.speed[mine if len(effects.speed) > 1 else 0, clock]
            shares[mine, j] = compiled.distributions[clock].survival(spent * speed)
        if shares[mine].min() <= 0:
            most, phase = float(np.max(spent)), compiled.phases[s]
            raise refuse("spent", "too-long", f"no case stays {most:g} years in phase {shown(phase)}")
    return Begin(begins.phase, begins.spent, shares, waited)
