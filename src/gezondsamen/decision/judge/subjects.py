"""Helpers that the judges share: the parties of whom something is asked, and findings on bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gezondsamen.decision.situation import Situation
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import F
from gezondsamen.dossier.parties import About, Party
from gezondsamen.findings import NOBODY, Finding
from gezondsamen.process import conditions as c

ByParty = dict[str, list[Entry[F]]]
"""Entries by the id of each party in them, in the order of events."""


def party_subject(party: str) -> About:
    """Return a party as the subject of a finding."""
    return About("party", party)


def each_of(which: c.Parties, s: Situation) -> tuple[list[Party], tuple[Finding, ...]]:
    """Return the parties to ask something of, and the finding that there is none."""
    parties = s.select(which, s.concerned)
    if parties or which.or_none:
        return parties, ()
    return parties, (Finding(needed=1, found=0, about=NOBODY),)


def by_party(entries: Iterable[Entry[F]], parties: Callable[[F], Iterable[str]]) -> ByParty[F]:
    """Return entries by the parties that their facts name: looked through once, not once for each party."""
    found: ByParty[F] = {}
    for entry in entries:
        for party in dict.fromkeys(parties(entry.fact)):
            found.setdefault(party, []).append(entry)
    return found


def of_line(entries: ByParty[F], line: frozenset[str]) -> list[Entry[F]]:
    """Return the entries of a party, those of whom it succeeded among them, in the order of events."""
    own = [entries[party] for party in line if party in entries]
    if len(own) < 2:
        return own[0] if own else []
    return sorted({e.number: e for part in own for e in part}.values(), key=lambda e: e.place)


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
    return bound if bound is None or type(bound) is int else c.number(bound)
