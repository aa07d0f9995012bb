"""What follows from what among conditions: entailment and contradiction, read from their fields.

Sound but not complete: what is reported holds; what is not reported may hold too.
"""

from __future__ import annotations

from typing import Any

from gezondsamen.process import conditions as c
from gezondsamen.process.requirements import Requirement


def entails(first: Requirement, second: Requirement) -> bool:
    """Tell whether a rule that is met makes another one met, in the same situation."""
    return bool(second.conditions) and all(
        any(implies(x, y) for x in first.conditions) for y in second.conditions
    )


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
    if isinstance(x, c.RecordCount) and isinstance(y, c.OnRecord):
        plain = y == c.OnRecord(y.topics)
        return plain and y.topics == (x.topic,) and _least(x.at_least) >= 1
    if isinstance(x, c.OnRecord) and isinstance(y, c.RecordCount):
        return _somebody(x.each) and y.topic in x.topics and y == c.RecordCount(y.topic, None, 1)
    return type(x) is type(y) and _alike(x, y)


def _alike(x: Any, y: Any) -> bool:
    """Judge two conditions of one kind."""
    match x:
        case c.OnRecord():
            return (
                set(y.topics) <= set(x.topics)
                and _covers(x.each, y.each)
                and (x.dated or not y.dated)
                and (x.since_entry or not y.since_entry)
                and (y.max_age is None or x.max_age == y.max_age)
            )
        case c.PartyCount() | c.ActionCount() | c.RecordCount() | c.Measured() | c.Lasts():
            return _subject(x) == _subject(y) and _within(x, y)
        case c.RoleFilled():
            return (
                (not y.roles or (bool(x.roles) and set(x.roles) <= set(y.roles)))
                and _covers(x.each, y.each)
                and (y.by is None or x.by == y.by)
                and (x.outsider or not y.outsider)
                and y.named_by is None
                and x.named_by is None
            )
        case c.Contributed():
            return (
                _covers(x.which, y.which)
                and set(y.other_than) <= set(x.other_than)
                and (x.status == "agreed" or y.status == "asked")
                and (x.measured or not y.measured)
            )
        case c.Agreed():
            return (
                x.kinds == y.kinds
                and set(y.clauses) <= set(x.clauses)
                and (y.with_ is None or x.with_ == y.with_)
                and (x.signed or not y.signed)
            )
        case c.Evaluated():
            if not y.decisions:
                kinds = not y.kinds or (bool(x.kinds) and set(x.kinds) <= set(y.kinds))
                return kinds and (x.since_entry or not y.since_entry)
            same = x.kinds == y.kinds and x.since_entry == y.since_entry
            return same and bool(x.decisions) and set(x.decisions) <= set(y.decisions)
        case c.EvaluationArranged():
            kinds = not y.kinds or (bool(x.kinds) and set(x.kinds) <= set(y.kinds))
            return kinds and (x.recurring or not y.recurring) and set(y.aspects) <= set(x.aspects)
        case c.InContact():
            return (
                (not y.kinds or (bool(x.kinds) and set(x.kinds) <= set(y.kinds)))
                and _least(x.at_least) >= _least(y.at_least)
                and x.every == y.every  # while watching, a rhythm is let off for its first period
                and (x.school_year or not y.school_year)
                and set(y.present) <= set(x.present)
                and _covers(x.each, y.each)
                and x.pairs == y.pairs
            )
        case c.ConsentOfAll():
            return bool(x.subject == y.subject) and _covers(x.which, y.which)
        case c.MetBefore():
            return bool(x.first == y.first and x.then == y.then) and _covers(x.which, y.which)
        case _:
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
        same = x.kinds == y.kinds and x.since_entry == y.since_entry
        return same and bool(x.decisions and y.decisions) and not set(x.decisions) & set(y.decisions)
    if isinstance(x, c.PartyCount | c.ActionCount | c.RecordCount | c.Measured) and type(x) is type(y):
        other: Any = y
        if _subject(x) != _subject(y):
            return False
        return _least(x.at_least) > _most(other.at_most) or _least(other.at_least) > _most(x.at_most)
    return False


def _subject(x: Any) -> tuple[Any, ...]:
    """Return what a bounded condition is about, its bounds left out."""
    names = ("which", "of", "each", "topic", "among")
    return (type(x), *(getattr(x, name, None) for name in names))


def _within(x: Any, y: Any) -> bool:
    if isinstance(x, c.Lasts):
        return (y.at_least is None or x.at_least == y.at_least) and (
            y.at_most is None or x.at_most == y.at_most
        )
    if isinstance(y.at_least, c.Same) or isinstance(y.at_most, c.Same):
        return bool(x.at_least == y.at_least and x.at_most == y.at_most)
    return _least(x.at_least) >= _least(y.at_least) and _most(x.at_most) <= _most(y.at_most)


def _least(bound: int | c.Limit | c.Same | None) -> float:
    return float("-inf") if bound is None or isinstance(bound, c.Same) else c.number(bound)


def _most(bound: int | c.Limit | c.Same | None) -> float:
    return float("inf") if bound is None or isinstance(bound, c.Same) else c.number(bound)


def _somebody(each: c.Parties | c.Sectors | None) -> bool:
    return not isinstance(each, c.Parties) or not each.or_none


def _covers(wide: c.Parties | c.Sectors | None, narrow: c.Parties | c.Sectors | None) -> bool:
    """Tell whether asking something of each of `wide` asks it of each of `narrow` too."""
    if wide == narrow:
        return True
    if narrow is None:
        return _somebody(wide)
    return wide == c.Parties() and isinstance(narrow, c.Parties) and narrow.or_none
