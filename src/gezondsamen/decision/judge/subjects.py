"""Helpers that the judges share: the parties of whom something is asked, and findings on bounds."""

from __future__ import annotations

from gezondsamen.decision.situation import Situation
from gezondsamen.dossier.parties import About, Party
from gezondsamen.findings import NOBODY, Finding
from gezondsamen.process import conditions as c


def party_subject(party: str) -> About:
    """Return a party as the subject of a finding."""
    return About("party", party)


def each_of(which: c.Parties, s: Situation) -> tuple[list[Party], tuple[Finding, ...]]:
    """Return the parties to ask something of, and the finding that there is none."""
    parties = s.select(which, s.concerned)
    if parties or which.or_none:
        return parties, ()
    return parties, (Finding(needed=1, found=0, about=NOBODY),)


def within(
    found: float, at_least: float | None, at_most: float | None, about: About | None = None
) -> tuple[Finding, ...]:
    """Return the finding that a number lies outside its bounds, or nothing."""
    if at_least is not None and found < at_least:
        return (Finding(at_least, found, about),)
    if at_most is not None and found > at_most:
        return (Finding(at_most, found, about),)
    return ()


def bound_number(bound: int | c.Limit | None) -> int | None:
    """Return the number of a bound, or None where there is no bound."""
    return None if bound is None else c.number(bound)
