"""The numbers of the processes: which can be set, and which are fixed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from gezondsamen.language import Language
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p

FIELDS: Mapping[str, tuple[str, str]] = {
    "at_least": ("minstens {n}", "at least {n}"),
    "at_most": ("hoogstens {n}", "at most {n}"),
    "before_end": ("{n} vóór het einde", "{n} before the end"),
    "max_age": ("hoogstens {n} oud", "at most {n} old"),
    "min_term": ("bij een looptijd van minstens {n}", "with a term of at least {n}"),
    "offset": ("na {n}", "after {n}"),
    "within": ("binnen {n}", "within {n}"),
}
"""What a number is, by the name of its field; `every` is said as the language says it."""


def uses(value: object, key: str) -> bool:
    """Tell whether a value holds the limit with this key."""
    return any(limit.key == key for limit in c.limits_in(value))


def fixed_numbers(x: c.Condition, say: Language) -> Iterator[str]:
    """Yield the numbers and periods of a condition that no process can set: not limits, not "any at all"."""
    for a in attrs.fields(type(x)):
        value = getattr(x, a.name)
        any_at_all = a.name == "at_least" and value == 1 and not isinstance(x, c.Measured)
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if isinstance(value, Every) or (number and value and not any_at_all):
            yield _said(a.name, value, say)


def point_numbers(point: p.EvaluationPoint, say: Language) -> Iterator[str]:
    """Yield every number of an evaluation point, with the name of its limit where it has one."""
    for name in ("every", "offset", "before_end", "min_term"):
        value = getattr(point, name)
        if value is not None:
            yield _said(name, value, say)
    if point.fraction is not None:
        yield say("op {n} van de looptijd", "at {n} of the term", n=f"{point.fraction:.0%}")
    if point.window is not None:
        days = {"first": _day(point.window.first, say), "last": _day(point.window.last, say)}
        yield say("van {first} tot en met {last}", "from {first} to {last}", **days)
    if point.min_count != 1:
        yield _said("at_least", point.min_count, say)
    for _, later in point.on_events:
        if later is not None:
            period = say.period(later)
            yield say("eenmaal, {p} na een gebeurtenis", "once, {p} after an event", p=period)


def number_text(value: int | float | Every, say: Language) -> str:
    """Return a number or period in words."""
    return say.period(value) if isinstance(value, Every) else f"{value:g}"


def _said(name: str, value: int | float | Every | c.Limit, say: Language) -> str:
    """Return what a number is with its value, and the name of its limit where it can be set."""
    number = value.value if isinstance(value, c.Limit) else value
    if isinstance(number, Every) and name == "every":
        text = say.every(number)
    else:
        text = say(*FIELDS.get(name, ("{n}", "{n}")), n=number_text(number, say))
    if isinstance(value, c.Limit):
        text += f" ({say('in te stellen', 'can be set')}: {say.label(value.label)})"
    return text


def _day(month_and_day: str, say: Language) -> str:
    month, _, day = month_and_day.partition("-")
    return f"{int(day)} {say.months[int(month) - 1]}"
