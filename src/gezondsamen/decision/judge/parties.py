"""Judging who takes part, which roles are held, who agrees and who brings something in."""

from __future__ import annotations

from typing import assert_never

from gezondsamen.decision.judge.subjects import (
    bound_number,
    by_party,
    each_of,
    of_line,
    party_subject,
    within,
)
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About
from gezondsamen.findings import Finding, Judgement
from gezondsamen.process import conditions as c


def party_count(x: c.PartyCount, s: Situation) -> Judgement:
    """Judge how many parties, sectors or kinds of party take part."""
    parties = s.select(x.which, s.active)
    match x.of:
        case "parties":
            count = len(parties)
        case "sectors":
            count = len({key for party in parties for key in party.sectors})
        case "kinds":
            count = len({party.kind for party in parties})
        case _:
            assert_never(x.of)
    members = s.known.members
    evidence = tuple([members[party.id].entry for party in parties])
    return within(count, bound_number(x.at_least), bound_number(x.at_most)), evidence


def role_filled(x: c.RoleFilled, s: Situation) -> Judgement:
    """Judge whether roles have a holder."""
    held = [e for e in s.held if not x.roles or e.fact.role in x.roles]
    if x.by is not None or x.outsider:
        held = _of_right_party(x, held, s)
    if x.named_by is not None:
        return _named_roles(x.named_by, held, s)
    if held and x.each is None:
        return (), tuple([e.number for e in held])
    needed = "/".join(x.roles) or None
    return ((Finding(needed),), ()) if x.each is None else _held_by_each(x.each, needed, held, s)


def _of_right_party(
    x: c.RoleFilled, held: list[Entry[f.RoleAssigned]], s: Situation
) -> list[Entry[f.RoleAssigned]]:
    """Return the assignments to the parties asked for, or to nobody of those that take part."""
    if x.by is not None:
        able = {ident for p in s.select(x.by, s.active) for ident in s.known.line(p.id)}
        held = [e for e in held if e.fact.party in able]
    if x.outsider:
        inside = {ident for p in s.known.active for ident in s.known.line(p)}
        held = [e for e in held if e.fact.party not in inside]
    return held


def _held_by_each(
    which: c.Parties, needed: str | None, held: list[Entry[f.RoleAssigned]], s: Situation
) -> Judgement:
    parties, nobody = each_of(which, s)
    missing = list(nobody)
    evidence: list[int] = []
    filed = by_party(held, lambda role: () if role.party is None else (role.party,))
    for party in parties:
        own = [e.number for e in of_line(filed, s.known.line(party.id))]
        evidence += own
        if not own:
            missing.append(Finding(needed, None, party_subject(party.id)))
    return tuple(missing), tuple(evidence)


def _named_roles(topic: str, held: list[Entry[f.RoleAssigned]], s: Situation) -> Judgement:
    named = {
        e.fact.about.id: e.number
        for e in s.statements(topic)
        if e.fact.about is not None and e.fact.about.kind == "role"
    }
    holders = {e.fact.role: e.number for e in held}
    findings = tuple(Finding(role, None, About("role", role)) for role in named if role not in holders)
    return findings, tuple(holders[role] for role in named if role in holders)


def consent_of_all(x: c.ConsentOfAll, s: Situation) -> Judgement:
    """Judge whether each party agrees."""
    parties, nobody = each_of(x.which, s)
    findings = list(nobody)
    evidence: list[int] = []
    stances = [
        e
        for e in s.known.of(f.Consented, x.subject)
        if s.visible(e.fact.track) and (not x.since_entry or s.in_round(e))
    ]
    filed = by_party(stances, lambda consent: (consent.party,))
    for party in parties:
        own = of_line(filed, s.known.line(party.id))
        latest = own[-1] if own else None
        if latest is not None and latest.fact.stance == "agrees":
            evidence.append(latest.number)
        else:
            stance = latest.fact.stance if latest else None
            findings.append(Finding("agrees", stance, party_subject(party.id)))
    return tuple(findings), tuple(evidence)


def contributed(x: c.Contributed, s: Situation) -> Judgement:
    """Judge whether each party brings something in."""
    parties, nobody = each_of(x.which, s)
    findings = list(nobody)
    evidence: list[int] = []
    counted = [
        e for e in s.known.of(f.ContributionRecorded) if x.status == "asked" or e.fact.status != "asked"
    ]
    filed = by_party(counted, lambda contribution: (contribution.party,))
    for party in parties:
        own = of_line(filed, s.known.line(party.id))
        fit = [
            e.number
            for e in own
            if e.fact.kind not in x.other_than and (not x.measured or e.fact.amount is not None)
        ]
        evidence += fit
        if not fit:
            kinds = ", ".join(dict.fromkeys(e.fact.kind for e in own)) or None
            findings.append(Finding(None, kinds, party_subject(party.id)))
    return tuple(findings), tuple(evidence)
