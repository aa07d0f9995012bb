"""What follows from what among conditions: entailment and contradiction, read from their fields.

Sound but not complete: what is reported holds; what is not reported may hold too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final

import attrs

from gezondsamen.process import conditions as c
from gezondsamen.process.requirements import Requirement

Sign = str | type[c.Condition]
"""What conditions are found by: a topic, or a kind."""


def entails(first: Requirement, second: Requirement) -> bool:
    """Tell whether a rule that is met makes another one met, in the same situation."""
    return bool(second.conditions) and all(
        any(implies(x, y) for x in first.conditions) for y in second.conditions
    )


def signs(x: c.Condition) -> Iterator[Sign]:
    """Yield what a condition can be found by: the topics that it names, else its kind."""
    if isinstance(x, c.AllOf | c.AnyOf):
        for inner in x.conditions:
            yield from signs(inner)
    elif isinstance(x, c.OnRecord):
        yield from x.topics
    elif isinstance(x, c.RecordCount):
        yield x.topic
    else:
        yield type(x)


def needed(y: c.Condition) -> set[Sign]:
    """Return signs of which a condition that makes `y` hold bears one; none where anything does."""
    if isinstance(y, c.AnyOf):
        return {sign for branch in y.conditions for sign in needed(branch)}
    if isinstance(y, c.AllOf):  # what makes all of several hold makes the first hold
        return needed(y.conditions[0]) if y.conditions else set()
    return set(islice(signs(y), 1))


def can_contradict(rule: Requirement) -> bool:
    """Tell whether a rule asks anything that another could exclude: a number within bounds, or a decision."""
    return any(_can_exclude(x) for x in rule.conditions)


def _can_exclude(x: c.Condition) -> bool:
    if isinstance(x, c.AllOf | c.AnyOf):
        return any(_can_exclude(inner) for inner in x.conditions)
    return isinstance(x, c.Evaluated | c.PartyCount | c.RecordCount | c.Measured | c.ActionCount)


def contradicts(first: Requirement, second: Requirement) -> bool:
    """Tell whether two rules can never be met together."""
    return any(excludes(x, y) for x in first.conditions for y in second.conditions)


def implies(x: c.Condition, y: c.Condition) -> bool:
    """Tell whether `x` holding makes `y` hold."""
    if x == y:
        return True
    if isinstance(y, c.AnyOf):
        return any(implies(x, branch) for branch in y.conditions)
    if isinstance(y, c.AllOf):
        return all(implies(x, branch) for branch in y.conditions)
    if isinstance(x, c.AllOf):
        return any(implies(branch, y) for branch in x.conditions)
    if isinstance(x, c.AnyOf):
        return all(implies(branch, y) for branch in x.conditions)
    if type(x) is not type(y):
        return _counts_one(x, y)
    return any(
        all(relation(getattr(x, name), getattr(y, name)) for name, relation in row.items())
        for row in ENTAILMENT[type(x)]
    )


def _counts_one(x: c.Condition, y: c.Condition) -> bool:
    """Tell whether one of the two asks for a statement on a topic, and the other counts at least one."""
    if isinstance(x, c.RecordCount) and isinstance(y, c.OnRecord):
        return y == c.OnRecord(x.topic) and _least(x.at_least) >= 1
    if isinstance(x, c.OnRecord) and isinstance(y, c.RecordCount):
        return _somebody(x.each) and y.topic in x.topics and y == c.RecordCount(y.topic, None, 1)
    return False


def excludes(x: c.Condition, y: c.Condition) -> bool:
    """Tell whether two conditions can never hold together."""
    if isinstance(x, c.AnyOf):
        return all(excludes(branch, y) for branch in x.conditions)
    if isinstance(y, c.AnyOf):
        return all(excludes(x, branch) for branch in y.conditions)
    if isinstance(x, c.AllOf):
        return any(excludes(branch, y) for branch in x.conditions)
    if isinstance(y, c.AllOf):
        return any(excludes(x, branch) for branch in y.conditions)
    if isinstance(x, c.Evaluated) and isinstance(y, c.Evaluated):
        return _decide_otherwise(x, y)
    if isinstance(x, _BOUNDED) and isinstance(y, _BOUNDED):
        apart = _least(x.at_least) > _most(y.at_most) or _least(y.at_least) > _most(x.at_most)
        each = x.each if isinstance(x, c.ActionCount) else None
        return apart and _unbounded(x) == _unbounded(y) and _somebody(each)
    return False


def _decide_otherwise(x: c.Evaluated, y: c.Evaluated) -> bool:
    """Tell whether the latest decision of the same evaluations would have to be two at once."""
    same_held = x.kinds == y.kinds and x.since_entry == y.since_entry
    return same_held and bool(x.decisions and y.decisions) and not set(x.decisions) & set(y.decisions)


_BOUNDED = (c.PartyCount, c.RecordCount, c.Measured, c.ActionCount)
"""The kinds that hold when a number is within bounds."""


def _unbounded(x: c.PartyCount | c.RecordCount | c.Measured | c.ActionCount) -> c.Condition:
    """Return what a bounded condition counts, its bounds left out."""
    return attrs.evolve(x, at_least=None, at_most=None)


# --- what one field says about the other -----------------------------------------------------------------

Relation = Callable[[Any, Any], bool]
"""Tell, of what `x` and `y` have in one field, whether `x` asks at least what `y` asks."""


def same(x: Any, y: Any) -> bool:
    """Hold when both ask the same there."""
    return bool(x == y)


def same_if_asked(x: Any, y: Any) -> bool:
    """Hold when `y` asks nothing there, or both the same."""
    return y is None or bool(x == y)


def unasked(x: Any, y: Any) -> bool:
    """Hold when neither asks anything there."""
    return not x and not y


def asked(x: bool, _y: bool) -> bool:
    """Hold when `x` asks for it."""
    return x


def yes_if_asked(x: bool, y: bool) -> bool:
    """Hold when `y` does not ask for it, or `x` does too."""
    return x or not y


def all_of(x: tuple[Any, ...], y: tuple[Any, ...]) -> bool:
    """Hold when all that `y` lists, of which each is asked, is listed by `x`."""
    return set(y) <= set(x)


def all_or_none(x: tuple[Any, ...], y: tuple[Any, ...]) -> bool:
    """Hold when `x` lists all that `y` lists, and nothing where that lists nothing."""
    return all_of(x, y) and bool(x) is bool(y)


def one_of(x: tuple[Any, ...], y: tuple[Any, ...]) -> bool:
    """Hold when whatever satisfies `x` is listed by `y`, of which one is enough; an empty list takes any."""
    return not y or (bool(x) and set(x) <= set(y))


def one_of_named(x: tuple[Any, ...], y: tuple[Any, ...]) -> bool:
    """Hold as `one_of` does where both list something, or neither: to name a kind may let more count."""
    return bool(x) is bool(y) and set(x) <= set(y)


def agreed_or_asked(x: str, y: str) -> bool:
    """Hold when `y` is content with what was asked, or `x` wants it agreed too."""
    return x == "agreed" or y == "asked"


def at_least(x: int | c.Limit | c.Same | None, y: int | c.Limit | c.Same | None) -> bool:
    """Hold when the lower bound of `x` is as high; one that is an amount by itself compares with itself."""
    return bool(x == y) if isinstance(y, c.Same) else _least(x) >= _least(y)


def at_most(x: int | c.Limit | c.Same | None, y: int | c.Limit | c.Same | None) -> bool:
    """Hold when the upper bound of `x` is as low; one that is an amount by itself compares with itself."""
    return bool(x == y) if isinstance(y, c.Same) else _most(x) <= _most(y)


def covers(wide: c.Parties | c.Sectors | None, narrow: c.Parties | c.Sectors | None) -> bool:
    """Hold when asking something of each of `wide` asks it of each of `narrow` too."""
    if wide == narrow:
        return True
    if narrow is None:
        return _somebody(wide)
    return wide == c.Parties() and isinstance(narrow, c.Parties) and narrow.or_none


def covers_if_asked(wide: c.Parties | None, narrow: c.Parties | None) -> bool:
    """Hold when `y` asks it of nobody, or `x` asks it of each of those too."""
    return narrow is None or (wide is not None and covers(wide, narrow))


def _least(bound: int | c.Limit | c.Same | None) -> float:
    return float("-inf") if bound is None or isinstance(bound, c.Same) else c.number(bound)


def _most(bound: int | c.Limit | c.Same | None) -> float:
    return float("inf") if bound is None or isinstance(bound, c.Same) else c.number(bound)


def _somebody(each: c.Parties | c.Sectors | None) -> bool:
    return not isinstance(each, c.Parties) or not each.or_none


# --- kind by kind ----------------------------------------------------------------------------------------

Row = dict[str, Relation]
"""One way in which a condition entails another of its kind: the relation holds in every field."""


def _row(**fields: Relation) -> Row:
    return fields


_CONTACT: Final = _row(
    kinds=one_of_named,
    at_least=at_least,
    school_year=same,  # while watching, it is let off until the first whole one begins
    present=all_of,
)

_AGREED: Final = _row(
    clauses=all_of,
    kinds=same,
    with_=same_if_asked,
    obliged=at_least,
    extended=yes_if_asked,
    none_left=same,  # alone, it asks for no agreement, as all others do
)

ENTAILMENT: Final[dict[type[c.Condition], tuple[Row, ...]]] = {
    c.PartyCount: (_row(which=same, of=same, at_least=at_least, at_most=at_most),),
    c.OnRecord: (
        _row(
            topics=all_of,
            each=covers,
            max_age=same_if_asked,
            dated=yes_if_asked,
            since_entry=yes_if_asked,
        ),
    ),
    c.RecordCount: (_row(topic=same, among=same, at_least=at_least, at_most=at_most),),
    c.Measured: (_row(topic=same, at_least=at_least, at_most=at_most),),
    c.Lasts: (_row(topic=same, at_least=same_if_asked, at_most=same_if_asked),),
    c.Paired: (_row(topic=same, by=same, order=same, within=same, each=same),),
    c.RoleFilled: (
        _row(roles=one_of, by=same_if_asked, each=covers, outsider=yes_if_asked, named_by=unasked),
    ),
    c.ConsentOfAll: (_row(subject=same, which=covers, since_entry=yes_if_asked),),
    c.Contributed: (_row(which=covers, other_than=all_of, status=agreed_or_asked, measured=yes_if_asked),),
    c.Agreed: (
        _AGREED | _row(each=unasked, signed=yes_if_asked),
        _AGREED | _row(each=covers_if_asked, signed=unasked),
        _AGREED | _row(each=same, signed=same),
    ),
    c.NoticeGiven: (_row(topic=same, months=same, leaving=same),),
    c.TermRuns: (_row(kinds=same),),
    c.MetBefore: (_row(first=same, then=same, which=covers),),
    c.InContact: (
        _CONTACT | _row(every=unasked, each=covers, pairs=unasked),
        # while watching, a rhythm is let off for its first period, and each party for its own
        _CONTACT | _row(every=same, each=same, pairs=same),
    ),
    c.Evaluated: (
        _row(kinds=one_of, decisions=lambda _x, y: not y, since_entry=yes_if_asked),
        _row(kinds=same, decisions=one_of, since_entry=same),  # the latest decision is that of these kinds
    ),
    c.EvaluationArranged: (
        _row(kinds=one_of, recurring=asked, aspects=all_of),
        # without a plan, where one that was held covers the aspects
        _row(kinds=one_of, recurring=same, aspects=all_or_none),
    ),
    c.ActionCount: (_row(each=same, at_least=at_least, at_most=at_most),),
}
"""How a condition entails another of its kind. `AllOf` and `AnyOf` are read branch by branch."""
