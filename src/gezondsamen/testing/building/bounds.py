"""Bounds that a process names, periods and amounts, and the days on which answers tend to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

import attrs

from gezondsamen.citations import Citation
from gezondsamen.collaboration import Collaboration
from gezondsamen.labels import Label
from gezondsamen.periods import Every, school_year
from gezondsamen.process import conditions as c
from gezondsamen.process.process import Process

KEPT: Final = 256
"""Size of each cache: bounded, where processes are drawn."""

DAY: Final = timedelta(days=1)


def inside(value: Any, kind: type[Any] | tuple[type[Any], ...]) -> Iterator[Any]:
    """Yield the values of a class inside rules, conditions or evaluation points; texts are passed over."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from inside(item, kind)
    elif attrs.has(type(value)) and not isinstance(value, Label | Citation):
        for field in attrs.fields(type(value)):
            yield from inside(getattr(value, field.name), kind)


@lru_cache(maxsize=KEPT)
def periods_of(process: Process) -> tuple[Every, ...]:
    """Return every period in the rules and evaluation points of a process, each once."""
    rules = (rule for _, slot in process.slots() for rule in slot)
    found = (*inside(tuple(rules), Every), *inside(process.evaluation_points, Every))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=KEPT)
def amounts_of(process: Process) -> tuple[tuple[str, int], ...]:
    """Return each amount that a rule bounds a topic by, with that topic."""
    rules = tuple(rule for _, slot in process.slots() for rule in slot)
    found = [
        (condition.topic, c.number(bound))
        for condition in inside(rules, c.Measured)
        for bound in (condition.at_least, condition.at_most)
        if isinstance(bound, int | c.Limit)
    ]
    return tuple(dict.fromkeys(found))


def after(day: date, period: Every) -> date:
    """Return the day a period later, or the last day that there is."""
    try:
        return period.after(day)
    except (OverflowError, ValueError):
        return date.max


def on_bounds(process: Process, days: Iterable[date]) -> Iterator[date]:
    """Yield the days exactly one period of a process after each of these."""
    return (after(day, period) for day in days for period in periods_of(process))


@lru_cache(maxsize=KEPT)
def edge_days(process: Process, first: date, most: int) -> tuple[date, ...]:
    """Return the days on which answers tend to change, of the first so many after a day, in order.

    The day itself and the next; the days before, on and after each bound of the process; both sides of
    the end of each school year.
    """
    last = first + timedelta(days=most)
    found = {first, first + DAY}
    for bound in on_bounds(process, (first,)):
        if bound < date.max:
            found |= {bound - DAY, bound, bound + DAY}
    end = school_year(first)[1]
    while end <= last:
        found |= {end, end + DAY}
        end = school_year(end + DAY)[1]
    return tuple(sorted(day for day in found if first <= day <= last))


def asking_days(case: Collaboration) -> tuple[date, ...]:
    """Return the days on which answers about a case tend to change, in order."""
    first = case.dossier.first_day
    facts = [entry.fact for entry in case.dossier.events()]
    days = {fact.on for fact in facts}
    named = {getattr(fact, name, None) for fact in facts for name in ("until", "end", "due")}
    found = set(edge_days(case.process, first, MOST))
    for day in days | {day for day in named if day is not None}:
        found |= {day, next_day(day)}
    for day in on_bounds(case.process, sorted(days)[-LATEST:]):
        found |= {day - DAY, day, next_day(day)}
    return tuple(sorted(day for day in found if first <= day < date.max))


MOST: Final = 800
"""How many days after its first a case is asked about at the ends of school years."""

LATEST: Final = 5
"""From how many of the latest days of a case periods are counted."""


def next_day(day: date) -> date:
    """Return the next day, or the last day that there is."""
    return day if day == date.max else day + DAY
