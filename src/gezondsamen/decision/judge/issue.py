"""Judging whether a rule that nothing counts against was at issue at all."""

from __future__ import annotations

from gezondsamen.process import conditions as c


def asks_absence(condition: c.Condition) -> bool:
    """Tell whether a condition is about there being none, so that finding nothing is what it asks for.

    Any other that holds without an entry looked at nobody and at nothing: it asks something of each party
    and there is none, or bounds a number of which there is none. An alternative that holds while there is
    none says when a rule does not go for a collaboration, so within `AnyOf` it asks for nothing.
    """
    if isinstance(condition, c.AllOf):
        return any(map(asks_absence, condition.conditions))
    if isinstance(condition, c.PartyCount | c.RecordCount | c.ActionCount):
        return condition.at_most is not None and c.number(condition.at_most) == 0
    return False
