"""Numbers in a process: bounds that can be met, counts that are counts, conditions not too deep.

The other laws, and all of them together: `laws`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from gezondsamen.errors import Problem, shown
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.parts import Parts
from gezondsamen.process.places import Broken

DEEPEST: Final = 30
"""How many conditions may lie inside one another."""

MOST: Final = 10**6
"""The highest count that a rule asks."""

FARTHEST: Final = 10**15
"""The highest amount that a rule compares with: beyond it a float is no longer exact."""

MOST_MOMENTS: Final = 366
"""Most moments in one period: one each day of a year."""

_A_DAY: Final = date(2024, 1, 1)
"""The day from which two periods are compared: the first of a year."""


def too_deep(parts: Parts) -> Iterator[Broken]:
    """Yield a problem for each rule whose conditions lie deeper inside one another than can be read."""
    for where, rules in parts.slots():
        for rule in rules:
            layer: list[Any] = list(rule.conditions)
            for _ in range(DEEPEST):
                layer = [x for at in layer if isinstance(at, c.AllOf | c.AnyOf) for x in at.conditions]
            if layer:
                message = f"conditions lie at most {DEEPEST} deep inside one another"
                yield Problem("depth", f"{where}, {rule.code}", message), rule, ("conditions",)


def of_conditions(parts: Parts) -> Iterator[Broken]:
    """Yield a problem for each bound of a condition that nothing can meet, or that is no count."""
    seen = set()
    for where, rules in parts.slots():
        for rule in rules:
            todo = list(rule.conditions)
            for condition in todo:
                if isinstance(condition, c.AllOf | c.AnyOf):
                    todo += condition.conditions
                elif id(condition) not in seen and isinstance(condition, _BOUNDED):
                    seen.add(id(condition))
                    yield from _bounds(condition, f"{where}, {rule.code}")


_BOUNDED: Final = (c.PartyCount, c.RecordCount, c.ActionCount, c.InContact, c.Measured, c.Lasts)
"""The conditions with a bound."""


def _bounds(condition: Any, where: str) -> Iterator[Broken]:
    least, most = _value(condition.at_least), _value(getattr(condition, "at_most", None))
    for name, bound in (("at_least", least), ("at_most", most)):
        if isinstance(bound, int):
            counted = not isinstance(condition, c.Measured)
            lowest, highest = (0, MOST) if counted else (-FARTHEST, FARTHEST)
            if not lowest <= bound <= highest:
                message = f"{name} lies between {lowest} and {highest}, not at {shown(bound)}"
                yield Problem("count", where, message), condition, (name,)
    if _later(least, most):
        message = f"at least {shown(least)} and at most {shown(most)} is never so"
        yield Problem("bounds", where, message), condition, ("at_least",)


def _value(bound: Any) -> Any:
    return bound.value if isinstance(bound, c.Limit) else bound


def _later(least: Any, most: Any) -> bool:
    """Tell whether the lower of two bounds lies above the upper one."""
    if isinstance(least, int) and isinstance(most, int):
        return least > most
    return isinstance(least, Every) and isinstance(most, Every) and _end(least) > _end(most)


def _end(period: Every) -> date:
    """Return the day that lies a period after that from which two are compared, as `Every.after` does.

    Counted here, for the calendar is slow to import: after the first of a month, no day is one too many.
    """
    years, months = divmod(period.months, 12)
    try:
        month = date(_A_DAY.year + period.years + years, _A_DAY.month + months, 1)
        return month + timedelta(weeks=period.weeks, days=period.days)
    except (OverflowError, ValueError):
        return date.max


def of_counts(process: Any, parts: Parts) -> Iterator[Broken]:
    """Yield a problem for a version or a stage that counts nothing."""
    counted = [(process, process.key, "version", process.version, 1)]
    staged = [phase for phase in parts.phases if phase.stage is not None]
    counted += [(phase, phase.key, "stage", phase.stage, 0) for phase in staged]
    for part, where, field, number, lowest in counted:
        if not lowest <= number <= MOST:
            message = f"a {field} lies between {lowest} and {MOST}, not at {shown(number)}"
            yield Problem("count", where, message), part, (field,)


def of_point(point: EvaluationPoint) -> Iterator[Broken]:
    """Yield a problem for a fraction that is none, and for a count of moments that is none."""
    if point.fraction is not None and not 0 < point.fraction < 1:
        message = f"a fraction lies between 0 and 1, not {point.fraction!r}"
        yield Problem("fraction", point.key, message), point, ("fraction",)
    count = _value(point.min_count)
    if isinstance(count, int) and not 1 <= count <= MOST_MOMENTS:
        message = f"each period has 1 to {MOST_MOMENTS} moments, not {shown(count)}"
        yield Problem("min-count", point.key, message), point, ("min_count",)
