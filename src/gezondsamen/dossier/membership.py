"""Membership in the fold: who joins and leaves, comes back, and stands in the place of others."""

from __future__ import annotations

from typing import Any, Final

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Member
from gezondsamen.dossier.ledger import Ledger
from gezondsamen.dossier.parties import NO_ONE
from gezondsamen.dossier.pile import Entries
from gezondsamen.dossier.tracks import Place
from gezondsamen.errors import InvalidRecord

_ITS_OWN: Final = (f.Stated, f.Quantified, f.Consented, f.ContributionRecorded)
"""The facts that say what a party is and agrees to, beside its roles and signatures; what was done, stays."""


def joined(fact: f.PartyJoined, ledger: Ledger, entry: Entry, place: Place) -> None:
    """Take in a party; one that left comes in as new."""
    party, ident = fact.party, fact.party.id
    if ident == NO_ONE:
        raise InvalidRecord(
            "reserved", f"{ident!r} stands for no party at all: a party has another id", ident
        )
    if ledger.takes_part(ident):
        raise InvalidRecord("duplicate-party", f"party {ident!r} takes part already", ident)
    before = ledger.members.get(ident)
    if before is not None and before.left is not None and ident not in ledger.heirs:
        _return(ledger, ident, before.left)
    ledger.put("members", ident, Member(party, place, entry.number))
    ledger.put("names", ident, party.name)
    ledger.active[ident] = None


def _return(ledger: Ledger, party: str, left: Place) -> None:
    """Take back a party: what it said, agreed to and signed before is over.

    What it shared with others that came of one party stays theirs, and is its own no more.
    """
    shared = {ident for ident in ledger.line(party) if ledger.heirs_of(ident) not in ((ident,), (party,))}
    line = ledger.line(party) - shared
    theirs = {ident: tuple(x for x in ledger.heirs_of(ident) if x != party) for ident in shared}
    for drawer in ledger.drawers:
        if drawer[0] in _ITS_OWN:
            every: Entries = ledger.of(*drawer)
            ledger.refile(drawer, tuple(e for e in every if not (e.place < left and _is_of(e.fact, line))))
    for agreement in ledger.agreements.values():
        ledger.signing(agreement).take_out(line)
    ledger.put("returned", party, left)
    if shared:
        ledger.put("lines", party, line)
        for ident, heirs in theirs.items():
            ledger.put("heirs", ident, heirs)


def _is_of(fact: Any, line: frozenset[str]) -> bool:
    about = getattr(fact, "about", None)
    if about is not None:
        return about.kind == "party" and about.id in line
    return getattr(fact, "party", None) in line


def left(fact: f.PartyLeft, ledger: Ledger, entry: Entry, place: Place) -> None:
    """Let a party go; its roles end."""
    ledger.require_active(fact.party)
    _let_go(ledger, (fact.party,), entry, place, roles_end=True)


def succeeded(fact: f.PartySucceeded, ledger: Ledger, entry: Entry, place: Place) -> None:
    """Put a party in the place of others."""
    ledger.require_active(fact.successor)
    for party in fact.predecessors:
        ledger.require_active(party)
    if fact.successor in fact.predecessors or not fact.predecessors:
        raise InvalidRecord(
            "succession", f"party {fact.successor!r} succeeds other parties, not itself", fact.successor
        )
    _let_go(ledger, fact.predecessors, entry, place, roles_end=False)
    _pass_on(ledger, fact.predecessors, (fact.successor,))


def divided(fact: f.PartyDivided, ledger: Ledger, entry: Entry, place: Place) -> None:
    """Put several parties in the place of one."""
    one, several = fact.predecessor, fact.successors
    for party in (one, *several):
        ledger.require_active(party)
    if one in several or len(set(several)) < max(2, len(several)):
        raise InvalidRecord(
            "division", f"party {one!r} is divided into two others or more, each named once", one
        )
    _let_go(ledger, (one,), entry, place, roles_end=True)
    _pass_on(ledger, (one,), several)


def _pass_on(ledger: Ledger, gone: tuple[str, ...], heirs: tuple[str, ...]) -> None:
    """Make all that counted for parties that are gone count for each of their heirs."""
    theirs = frozenset[str]().union(*map(ledger.line, gone))
    for heir in heirs:
        ledger.put("lines", heir, ledger.line(heir) | theirs)
    for ident in theirs:
        stayed = [heir for heir in ledger.heirs_of(ident) if heir not in gone]
        ledger.put("heirs", ident, tuple(dict.fromkeys((*stayed, *heirs))))


def _let_go(ledger: Ledger, parties: tuple[str, ...], entry: Entry, place: Place, *, roles_end: bool) -> None:
    for party in parties:
        ledger.put("members", party, attrs.evolve(ledger.members[party], left=place, left_in=entry.number))
        ledger.active.pop(party, None)
    if roles_end:
        roles = ledger.shelf(f.RoleAssigned)
        for holder in frozenset[str]().union(*map(ledger.line, parties)):
            roles.take_out(holder)
