"""Phrases that the sentences of several kinds share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gezondsamen.findings import Finding
from gezondsamen.process import conditions as c
from gezondsamen.prose.scene import Voice


def goes_for(who: str, v: Voice) -> str:
    """Return whom a sentence before this one is about."""
    return v(" Dit geldt voor: {who}.", " This goes for: {who}.", who=who) if who else ""


def nobody(x: c.Condition, v: Voice) -> str:
    """Return that there is nobody to look at."""
    which = getattr(x, "each", None) or getattr(x, "which", None) or c.Parties()
    who = v.selection(which)
    if v.scene.newcomers and isinstance(which, c.Parties):
        return v(
            "Hiervoor is een nieuwkomer nodig: een {who}. Die is er nog niet.",
            "This asks for a newcomer, a {who}, and there is none yet.",
            who=who,
        )
    return v(
        "Hiervoor is nodig: een {who}. Die is er nog niet.",
        "This asks for a {who}, and there is none yet.",
        who=who,
    )


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
    of: str = "",
) -> str:
    """Return how many are needed or allowed and how many there are.

    `what` is one of those counted, and several; `of` is what is asked of them.
    """
    needed, found = v.number(float(one.needed or 0)), v.number(float(one.found or 0))
    counted = what[0] if needed == "1" else what[1]
    if at_least is not None and float(one.found or 0) < c.number(at_least):
        return v(
            "Nodig: {of}minstens {needed} {counted}. Nu: {found}.",
            "Needed: {of}at least {needed} {counted}. Now: {found}.",
            of=of,
            needed=needed,
            counted=counted,
            found=found,
        )
    return v(
        "De grens: {of}hoogstens {needed} {counted}. Nu: {found}.",
        "The limit: {of}at most {needed} {counted}. Now: {found}.",
        of=of,
        needed=needed,
        counted=counted,
        found=found,
    )
