"""The numbers of the processes: which can be set, and which are fixed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from gezondsamen.language import Language
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p

FIELDS: Mapping[str, tuple[str, str]] = {
    "at_least": ("minstens", "at least"),
    "at_most": ("hoogstens", "at most"),
    "before_end": ("vóór het einde", "before the end"),
    "every": ("om de", "every"),
    "max_age": ("hoogstens zo oud", "at most this old"),
    "min_term": ("bij een looptijd van minstens", "with a term of at least"),
    "offset": ("na", "after"),
    "within": ("binnen", "within"),
}
"""What a number is, by the name of its field."""


def uses(value: object, key: str) -> bool:
    """Tell whether a value holds the limit with this key."""
    return any(limit.key == key for limit in c.limits_in(value))


def fixed_numbers(x: c.Condition, say: Language) -> Iterator[str]:
    """Yield the numbers and periods of a condition that no process can set: not limits, not "any at all"."""
    for a in attrs.fields(type(x)):
        value = getattr(x, a.name)
        if isinstance(value, Every):
            yield f"{_field(a.name, say)} {say.period(value)}"
        elif isinstance(value, int | float) and not isinstance(value, bool):
            any_at_all = a.name == "at_least" and value == 1 and not isinstance(x, c.Measured)
            if value and not any_at_all:
                yield f"{_field(a.name, say)} {value:g}"


def point_numbers(point: p.EvaluationPoint, say: Language) -> Iterator[str]:
    """Yield every number of an evaluation point, with the name of its limit where it has one."""
    for name in ("every", "offset", "before_end", "min_term"):
        value = getattr(point, name)
        if value is not None:
            yield f"{_field(name, say)} {number_text(value, say)}"
    if point.fraction is not None:
        yield say("deel van de looptijd: {n}", "fraction of the term: {n}", n=f"{point.fraction:g}")
    if point.window is not None:
        days = {"first": point.window.first, "last": point.window.last}
        yield say("van {first} tot en met {last}", "window {first} to {last}", **days)
    if point.min_count != 1:
        yield f"{_field('at_least', say)} {number_text(point.min_count, say)}"
    for _, later in point.on_events:
        if later is not None:
            period = say.period(later)
            yield say("eenmaal, {p} na een gebeurtenis", "once, {p} after an event", p=period)


def number_text(value: int | float | Every | c.Limit, say: Language) -> str:
    """Return a number or period in words, with the name of its limit where it can be set."""
    if isinstance(value, c.Limit):
        can_be_set = f"{say('in te stellen', 'can be set')}: {say.label(value.label)}"
        return f"{number_text(value.value, say)} ({can_be_set})"
    return say.period(value) if isinstance(value, Every) else f"{value:g}"


def _field(name: str, say: Language) -> str:
    return say(*FIELDS[name]) if name in FIELDS else name.replace("_", " ")
