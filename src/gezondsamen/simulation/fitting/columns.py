"""Reading visits from a table: which columns are needed, what they may hold, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from gezondsamen.arguments import check
from gezondsamen.errors import shown
from gezondsamen.frozen import FrozenDict
from gezondsamen.process.process import Process
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import choose, refuse
from gezondsamen.simulation.model.numbers import YEAR
from gezondsamen.terms import nearest

Array = npt.NDArray[Any]

NEEDED: Final = ("case", "phase_from", "trigger", "entered", "left")
KNOWN: Final = (*NEEDED, "phase_to", "visit", "spent", "precision", "begin", "status")
"""Columns that are no covariates; `phase_to`, `visit` and `status` follow from the others."""

DAY: Final = 1 / YEAR
"""A day in years."""


def read(table: Any, process: Process) -> dict[str, Any]:
    """Return the fields of `Visits` from a mapping of columns, a data frame or Arrow.

    Raises `InvalidModel`, with the column, for what is missing, unknown to the process or impossible.
    """
    check("process", process, Process, "a process, such as gs.PPS")
    names, table = _opened(table)
    for name in NEEDED:
        if name not in names:
            meant = nearest(name, names)
            hint = f"; did you mean {meant!r}?" if meant else ""
            raise refuse(f"columns[{name!r}]", "missing", f"needed are {', '.join(NEEDED)}{hint}")
    phases = tuple(phase.key for phase in process.phases)
    case = _plain(table["case"])
    case = case.astype(str) if case.dtype == object else case
    phase_from = _codes(table["phase_from"], phases, "phase_from", "phase", process)
    trigger = _codes(table["trigger"], process.triggers, "trigger", "step", process)
    entered, left = _plain(table["entered"]), _plain(table["left"])
    days = _is_day(entered) or _is_day(left)
    if days:
        entered, left, begin = _years(entered, left, case)
    else:
        entered, left = _numbers(entered, "entered"), _numbers(left, "left")
        begin = np.full(len(case), "NaT", "datetime64[D]")
    if "begin" in names:
        begin = _plain(table["begin"]).astype("datetime64[D]")
    found = {
        "case": case,
        "phase_from": phase_from,
        "trigger": trigger,
        "phase_to": _targets(phase_from, trigger, phases, process),
        "entered": entered,
        "left": left,
        "spent": _optional(table, names, "spent", 0.0, len(case), may_miss=True),
        "precision": _optional(table, names, "precision", DAY if days else 0.0, len(case)),
        "begin": begin,
    }
    _check(found, phases, process)
    covariates = {
        name: _numbers(_plain(table[name]), name)
        for name in names
        if name not in KNOWN and _plain(table[name]).dtype.kind in "biuf"
    }
    return {
        **found,
        "phases": phases,
        "triggers": process.triggers,
        "visit": rounds(case, phase_from, entered),
        "covariates": FrozenDict(covariates),
    }


def rounds(case: Array, phase: Array, entered: Floats) -> npt.NDArray[np.int32]:
    """Return the number of each visit among those of its case to its phase, from 0."""
    order = np.lexsort((np.arange(len(case)), entered, phase, np.unique(case, return_inverse=True)[1]))
    c, p = case[order], phase[order]
    new = np.ones(len(order), bool)
    new[1:] = (c[1:] != c[:-1]) | (p[1:] != p[:-1])
    at = np.arange(len(order))
    first = np.maximum.accumulate(np.where(new, at, 0))
    found = np.empty(len(order), np.int32)
    found[order] = at - first
    return found


def _opened(table: Any) -> tuple[list[str], Any]:
    """Return the names of the columns, and what gives each by its name."""
    if isinstance(table, Mapping):
        return list(table), table
    # A table of Arrow has its arrays in `columns`, a data frame its names: so the other name goes first.
    for name in ("column_names", "columns"):
        names = getattr(table, name, None)
        if names is not None and not callable(names):
            return [str(name) for name in names], table
    if hasattr(table, "__arrow_c_stream__"):
        from gezondsamen.simulation.files.arrow import table_of  # here: not every table is one of Arrow

        opened = table_of(table)
        return list(opened.column_names), opened
    raise refuse("columns", "wrong-type", f"give a mapping of columns or a data frame, not {shown(table)}")


def _plain(column: Any) -> Array:
    """Return a column of whatever library as an array; categories of Arrow go by way of a list."""
    if hasattr(column, "to_pylist") and "dictionary" in str(column.type).lower():
        column = column.to_pylist()
    array = np.asarray(column)
    if array.dtype == object and len(array) and all(isinstance(x, date) for x in array):
        return array.astype("datetime64[D]")
    return array


def _is_day(column: Array) -> bool:
    return column.dtype.kind == "M"


def _numbers(column: Array, name: str) -> Floats:
    try:
        numbers = column.astype(float)
    except (TypeError, ValueError):
        numbers = np.full(len(column), np.nan)
    if not np.isfinite(numbers).all():
        row = int(np.flatnonzero(~np.isfinite(numbers))[0])
        raise refuse(f"columns[{name!r}]", "bad-column", f"row {row} holds {shown(column[row])}, no number")
    return numbers


def _optional(
    table: Any, names: list[str], name: str, default: float, n: int, may_miss: bool = False
) -> Floats:
    if name not in names:
        return np.full(n, default)
    column = _plain(table[name])
    if may_miss:
        column = np.array([np.nan if x is None else x for x in column], float)
        kept = np.where(np.isnan(column), 0.0, column)
        return np.where(np.isnan(column), np.nan, _numbers(kept, name))
    return _numbers(column, name)


def _years(entered: Array, left: Array, case: Array) -> tuple[Floats, Floats, Array]:
    """Return days as years since the first day of the case, and that day."""
    if not (_is_day(entered) and _is_day(left)):
        raise refuse("columns['left']", "bad-column", "give days in both of entered and left, or in none")
    entered, left = entered.astype("datetime64[D]"), left.astype("datetime64[D]")
    for name, column in (("entered", entered), ("left", left)):
        if np.isnat(column).any():
            row = int(np.flatnonzero(np.isnat(column))[0])
            message = f"row {row} has no day; where a visit still goes on, give the day it was last seen"
            raise refuse(f"columns[{name!r}]", "bad-column", message)
    _, place = np.unique(case, return_inverse=True)
    first = np.full(place.max(initial=-1) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, place, entered.astype(np.int64))
    begin = first[place].astype("datetime64[D]")
    one = np.timedelta64(1, "D")
    return (entered - begin) / one / YEAR, (left - begin) / one / YEAR, begin


def _codes(column: Any, keys: tuple[str, ...], name: str, what: str, process: Process) -> Array:
    """Return the number of each word among the keys of the process; -1 for what is missing or empty."""
    words, place = np.unique(
        [x if isinstance(x, str) else "" for x in _plain(column).tolist()], return_inverse=True
    )
    numbers = np.full(len(words), -1, np.int16)
    for n, word in enumerate(words.tolist()):
        if word in keys:
            numbers[n] = keys.index(word)
        elif word:
            message = f"process {process.key!r} has no {what} {shown(word)}; {choose(word, keys)}"
            raise refuse(f"columns[{name!r}]", "unknown", message)
    return numbers[place]


def _targets(phase: Array, trigger: Array, phases: tuple[str, ...], process: Process) -> Array:
    """Return the phase to which each step leads; refuses a step that does not lead out of its phase."""
    if (phase < 0).any():
        row = int(np.flatnonzero(phase < 0)[0])
        raise refuse("columns['phase_from']", "missing", f"row {row} has no phase")
    found = np.full(len(phase), -1, np.int16)
    for s, t in np.unique(np.stack((phase, trigger)), axis=1).T.tolist():
        if t < 0:
            continue
        step = process.transition(phases[s], process.triggers[t])
        if step is None or step.is_loop:
            word = process.triggers[t]
            ways = [way.trigger for way in process.exits(phases[s]) if not way.is_loop]
            message = (
                f"{word!r} does not lead out of phase {phases[s]!r}; what does: {', '.join(ways) or '-'}"
            )
            raise refuse("columns['trigger']", "unknown", message)
        found[(phase == s) & (trigger == t)] = phases.index(step.target)
    return found


def _check(found: dict[str, Array], phases: tuple[str, ...], process: Process) -> None:
    lengths = {name: len(column) for name, column in found.items()}
    if len(set(lengths.values())) > 1:
        raise refuse("columns", "bad-length", f"the columns differ in length: {lengths}")
    if not len(found["case"]):
        raise refuse("columns", "missing", "there are no visits")
    for bad, name, what in (
        (found["left"] < found["entered"], "left", "is left before it is entered"),
        (found["spent"] < 0, "spent", "has spent less than no time"),
        (found["precision"] < 0, "precision", "has a precision below zero"),
    ):
        if bad.any():
            row = int(np.flatnonzero(bad)[0])
            raise refuse(f"columns[{name!r}]", "bad-number", f"the visit in row {row} {what}")
    final = [n for n, key in enumerate(phases) if process.phase(key).kind == "final"]
    if np.isin(found["phase_from"], final).any():
        row = int(np.flatnonzero(np.isin(found["phase_from"], final))[0])
        raise refuse(
            "columns['phase_from']", "no-way-out", f"row {row} is a visit to a final phase: leave it out"
        )
