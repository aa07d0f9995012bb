"""Judging contact, evaluation and action."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from gezondsamen.decision.judge.subjects import bound_number, each_of, party_subject, within
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About
from gezondsamen.findings import NOBODY, Finding, Judgement
from gezondsamen.periods import school_year
from gezondsamen.process import conditions as c


def _contacts(s: Situation, kinds: tuple[str, ...]) -> list[Entry[f.Met]]:
    met = s.known.of(f.Met)
    return [e for e in met if not kinds or e.fact.kind in kinds]


def met_before(x: c.MetBefore, s: Situation) -> Judgement:
    """Judge whether each party had one kind of contact on a day before another."""
    parties, nobody = each_of(x.which, s)
    findings = list(nobody)
    evidence: list[int] = []
    for party in parties:
        line = s.known.line(party.id)
        first = _first_contact(s, x.first, line)
        then = _first_contact(s, x.then, line)
        if first is None:
            findings.append(Finding(x.first, None, party_subject(party.id)))
        elif then is not None and first.fact.on >= then.fact.on:
            findings.append(Finding(x.first, then.fact.on.isoformat(), party_subject(party.id)))
        else:
            evidence += (first.number,) if then is None else (first.number, then.number)
    return tuple(findings), tuple(evidence)


def _first_contact(s: Situation, kind: str, line: frozenset[str]) -> Entry[f.Met] | None:
    own = [e for e in _contacts(s, (kind,)) if line & {*e.fact.parties}]
    return min(own, key=lambda e: e.place, default=None)


def in_contact(x: c.InContact, s: Situation) -> Judgement:
    """Judge whether there was contact enough; while a first period runs, none is asked for."""
    findings, evidence = contact_so_far(x, s)
    return ((), evidence) if findings and grace(x, s) is not None else (findings, evidence)


def grace(x: c.InContact, s: Situation) -> date | None:
    """Return the last day of the first period of a watched rhythm, as long as it runs."""
    if x.every is None or s.step is not None:
        return None
    last = c.period(x.every).after(s.since[0])
    return last if last >= s.day else None


def contact_so_far(x: c.InContact, s: Situation) -> Judgement:
    """Judge whether there was contact enough, a first period that still runs included."""
    contacts = _counted(x, s)
    needed = c.number(x.at_least)
    groups: list[tuple[tuple[frozenset[str], ...], About]]
    if x.each is not None:
        parties, nobody = each_of(x.each, s)
        groups = [((s.known.line(p.id),), party_subject(p.id)) for p in parties]
    elif x.pairs:
        nobody = () if len(s.concerned) > 1 else (Finding(needed=2, found=len(s.concerned), about=NOBODY),)
        groups = [
            ((s.known.line(a.id), s.known.line(b.id)), party_subject(f"{a.id}+{b.id}"))
            for a, b in combinations(s.concerned, 2)
        ]
    else:
        return within(len(contacts), needed, None), tuple(e.number for e in contacts)
    findings = list(nobody)
    evidence: list[int] = []
    for lines, about in groups:
        own = [e.number for e in contacts if all(line & {*e.fact.parties} for line in lines)]
        evidence += own
        findings += within(len(own), needed, None, about)
    return tuple(findings), tuple(dict.fromkeys(evidence))


def _counted(x: c.InContact, s: Situation) -> list[Entry[f.Met]]:
    """Return the contacts of these kinds, in the period asked, with somebody of each selection."""
    contacts = _contacts(s, x.kinds)
    if x.every is not None:
        every = c.period(x.every)
        contacts = [e for e in contacts if every.after(e.fact.on) >= s.day]
    if x.school_year:
        first, last = school_year(s.day)
        contacts = [e for e in contacts if first <= e.fact.on <= last]
    for which in x.present:
        some = {ident for p in s.select(which, s.active) for ident in s.known.line(p.id)}
        contacts = [e for e in contacts if some & {*e.fact.parties}]
    return contacts


def evaluated(x: c.Evaluated, s: Situation) -> Judgement:
    """Judge whether an evaluation was held, and what it decided."""
    held = _evaluations(x, s)
    if not x.decisions:
        if held:
            return (), tuple(e.number for e in held)
        return (Finding("/".join(x.kinds) or None),), ()
    decided = [e for e in held if e.fact.decision is not None]
    latest = decided[-1] if decided else None
    decision = latest.fact.decision if latest else None
    if latest is not None and decision in x.decisions:
        return (), (latest.number,)
    return (Finding("/".join(x.decisions), decision),), ()


def _evaluations(x: c.Evaluated, s: Situation) -> list[Entry[f.EvaluationHeld]]:
    return [
        e
        for e in s.known.of(f.EvaluationHeld)
        if s.visible(e.fact.track)
        and (not x.kinds or e.fact.kind in x.kinds)
        and (not x.since_entry or s.in_round(e))
    ]


def evaluation_arranged(x: c.EvaluationArranged, s: Situation) -> Judgement:
    """Judge whether evaluations are on the plan."""
    plans = [
        e
        for e in s.known.of(f.EvaluationPlanned)
        if s.visible(e.fact.track)
        and (not x.kinds or e.fact.kind in x.kinds)
        and (not x.recurring or e.fact.every is not None)
    ]
    if not plans and not x.aspects:
        return (Finding("/".join(x.kinds) or None),), ()
    covered = {aspect for e in plans for aspect in e.fact.aspects}
    findings = tuple(Finding(aspect) for aspect in x.aspects if aspect not in covered)
    return findings, tuple(e.number for e in plans)


def action_count(x: c.ActionCount, s: Situation) -> Judgement:
    """Judge how many actions are open."""
    actions = [
        e
        for e in s.known.of(f.ActionAgreed)
        if (e.fact.done is None or e.fact.done > s.day) and e.fact.due >= s.day
    ]
    if x.each is None:
        return (
            within(len(actions), bound_number(x.at_least), bound_number(x.at_most)),
            tuple(e.number for e in actions),
        )
    parties, nobody = each_of(x.each, s)
    findings = list(nobody)
    for party in parties:
        line = s.known.line(party.id)
        own = [e for e in actions if e.fact.owner in line]
        findings += within(
            len(own), bound_number(x.at_least), bound_number(x.at_most), party_subject(party.id)
        )
    return tuple(findings), tuple(e.number for e in actions)
