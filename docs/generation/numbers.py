"""The numbers of the processes: which can be set, and which are fixed."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from generation.markdown import limit_link, value_text
from gezondsamen.language import ENGLISH
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p


def uses(value: object, key: str) -> bool:
    """Tell whether a value holds the limit with this key."""
    return any(limit.key == key for limit in c.limits_in(value))


def fixed_numbers(x: c.Condition) -> Iterator[str]:
    """Yield the numbers and periods of a condition that no process can set: not limits, not "any at all"."""
    for a in attrs.fields(type(x)):
        value = getattr(x, a.name)
        name = a.name.replace("_", " ")
        if isinstance(value, Every):
            yield f"{name} {ENGLISH.period(value)}"
        elif isinstance(value, int | float) and not isinstance(value, bool):
            any_at_all = a.name == "at_least" and value == 1 and not isinstance(x, c.Measured)
            if value and not any_at_all:
                yield f"{name} {value:g}"


def point_numbers(point: p.EvaluationPoint) -> Iterator[str]:
    """Yield every number of an evaluation point, with its limit where it has one."""
    for name in ("every", "offset", "before_end", "min_term"):
        value = getattr(point, name)
        if value is not None:
            yield f"{name.replace('_', ' ')} {_linked(value)}"
    if point.fraction is not None:
        yield f"fraction of the term {point.fraction:g}"
    if point.window is not None:
        yield f"window {point.window.first} to {point.window.last}"
    if point.min_count != 1:
        yield f"at least {_linked(point.min_count)}"
    for _, later in point.on_events:
        if later is not None:
            yield f"once {ENGLISH.period(later)} after an event"


def _linked(value: int | Every | c.Limit) -> str:
    if isinstance(value, c.Limit):
        return f"{value_text(value.value)} ({limit_link(value.key)})"
    return value_text(value)
