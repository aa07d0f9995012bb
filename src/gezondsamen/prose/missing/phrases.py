"""Phrases that the sentences of several kinds share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gezondsamen.findings import Finding
from gezondsamen.language import capitalised
from gezondsamen.process import conditions as c
from gezondsamen.prose.scene import Voice


def goes_for(who: str, v: Voice) -> str:
    """Return whom a sentence before this one is about."""
    return v(" Dit geldt voor: {who}.", " This goes for: {who}.", who=who) if who else ""


def nobody(x: c.Condition, v: Voice) -> str:
    """Return that there is nobody to look at."""
    which = getattr(x, "each", None) or getattr(x, "which", None) or c.Parties()
    if v.scene.newcomers and which == c.Parties():
        return v(
            "Er is nog geen nieuwe partij om deze stap over te zetten.",
            "There is no new party yet to take this step about.",
        )
    who = v.selection(which)
    if v.scene.newcomers and isinstance(which, c.Parties):
        return v(
            "Er is nog geen nieuwe partij om deze stap over te zetten: {who}.",
            "There is no new party yet to take this step about: {who}.",
            who=who,
        )
    if v.scene.process.subject == "agreement" and isinstance(which, c.Parties):
        return v("In de overeenkomst staat nog geen {who}.", "No {who} is in the agreement yet.", who=who)
    return v("Er doet nog geen {who} mee.", "No {who} takes part yet.", who=who)


def afterwards(days: Sequence[date], v: Voice) -> str:
    """Return that what is missing was recorded, on days after that of the step; nothing where it was not."""
    if not days:
        return ""
    return v(
        " Wel vastgelegd op {days}: na de dag van deze stap.",
        " It is on record, dated {days}: after the day of this step.",
        days=v.listing(map(v.day, days)),
    )


def count(
    one: Finding,
    at_least: int | c.Limit | None,
    at_most: int | c.Limit | None,
    what: tuple[str, str],
    v: Voice,
) -> str:
    """Return how many are needed or allowed and how many there are.

    `what` is one of those counted, and several.
    """
    needed, found = float(one.needed or 0), float(one.found or 0)
    counted = what[0] if needed == 1 else what[1]
    now = now_there(found, v)
    if at_least is not None and found < c.number(at_least):
        return v(
            "Minstens {needed} {counted} nodig; {now}.",
            "At least {needed} {counted} needed; {now}.",
            needed=v.numeral(needed),
            counted=counted,
            now=now,
        )
    if not needed:
        return v("Er mag geen {one} zijn; {now}.", "There may be no {one}; {now}.", one=what[0], now=now)
    text = v(
        "hoogstens {needed} {counted}; {now}.",
        "at most {needed} {counted}; {now}.",
        needed=v.numeral(needed),
        counted=counted,
        now=now,
    )
    return capitalised(text)


def now_there(found: float, v: Voice) -> str:
    """Return how many there are now."""
    if not found:
        return v("nu nog geen", "none yet")
    return v("nu {found}", "now {found}", found=v.numeral(found))
