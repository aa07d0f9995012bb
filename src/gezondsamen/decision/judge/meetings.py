"""Judging contact, evaluation and action."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, takewhile
from typing import Any

from gezondsamen.decision.judge.subjects import (
    ByParty,
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
from gezondsamen.findings import NOBODY, Finding, Judgement
from gezondsamen.periods import Every, school_year
from gezondsamen.process import conditions as c

Contact = Entry[f.Met] | Entry[f.EvaluationHeld]
"""A contact, or an evaluation that counts as one: it was a talk of that kind, and says nothing of parties."""


def _contacts(s: Situation, kinds: tuple[str, ...]) -> list[Entry[f.Met]]:
    met = s.known.of(f.Met)
    return [e for e in met if not kinds or e.fact.kind in kinds]


def _talks(s: Situation, kinds: tuple[str, ...]) -> list[Contact]:
    """Return the contacts of these kinds, and the evaluations that were, in the order of events."""
    met: list[Contact] = [*_contacts(s, kinds)]
    held = [e for e in s.known.of(f.EvaluationHeld) if s.visible(e.fact.track)]
    talks = [e for e in held if _was_contact(e.fact, kinds, s)]
    return sorted([*met, *talks], key=lambda e: e.place) if talks else met


def _was_contact(held: f.EvaluationHeld, kinds: tuple[str, ...], s: Situation) -> bool:
    """Tell whether an evaluation was contact of these kinds: by its kind, or the point that it names.

    A point that other contacts answer as well says nothing of the kind.
    """
    if held.kind in kinds:
        return True
    point = None if held.point is None else s.process.evaluation_point(held.point)
    return point is not None and bool(point.contacts) and (not kinds or {*point.contacts} <= {*kinds})


def met_before(x: c.MetBefore, s: Situation) -> Judgement:
    """Judge whether each party had one kind of contact on a day before another."""
    parties, nobody = each_of(x.which, s)
    findings = list(nobody)
    evidence: list[int] = []
    firsts, thens = _by_party(_contacts(s, (x.first,)), s), _by_party(_contacts(s, (x.then,)), s)
    for party in parties:
        line = s.known.line(party.id)
        first = next(iter(of_line(firsts, line)), None)
        then = next(iter(of_line(thens, line)), None)
        if first is None:
            findings.append(Finding(x.first, None, party_subject(party.id)))
        elif then is not None and first.fact.on >= then.fact.on:
            findings.append(Finding(x.first, then.fact.on.isoformat(), party_subject(party.id)))
        else:
            evidence += (first.number,) if then is None else (first.number, then.number)
    return tuple(findings), tuple(evidence)


def _by_party(contacts: list[Entry[f.Met]], s: Situation) -> ByParty[f.Met]:
    """Return contacts by the parties in them; what a party was in before it left and came back ended."""
    found = by_party(contacts, lambda met: met.parties)
    back = {party: found[party] for party in s.known.returned if party in found}
    return found | {party: [e for e in own if s.known.counts(party, e)] for party, own in back.items()}


def in_contact(x: c.InContact, s: Situation) -> Judgement:
    """Judge whether there was contact enough; while a first period runs, none is asked for."""
    findings, evidence = contact_so_far(x, s)
    if findings and grace(x, s) is not None:
        return (), evidence
    if findings and x.each is not None and x.every is not None and s.step is None:
        findings = tuple(y for y in findings if y.about is None or not _just_joined(x.every, y.about, s))
    return findings, evidence


def grace(x: c.InContact, s: Situation) -> date | None:
    """Return the last day of the first period of a watched rhythm, as long as it runs.

    That of a school year is the first whole one.
    """
    if s.step is not None or not (x.every or x.school_year):
        return None
    begins = s.since[0]
    last = s.counts_through(c.period(x.every), begins) if x.every else _first_whole_year(begins)
    return last if last >= s.day else None


def _first_whole_year(day: date) -> date:
    """Return the last day of the first school year that begins on a day or after it."""
    first, last = school_year(day)
    return last if first == day or last == date.max else school_year(last + timedelta(days=1))[1]


def _just_joined(every: Every | c.Limit, about: About, s: Situation) -> bool:
    """Tell whether the first period of a watched rhythm still runs for a party, counted from its joining."""
    line = [s.known.members[ident] for ident in s.known.line(about.id) if ident in s.known.members]
    joined = min((member.joined[0] for member in line), default=None)
    return joined is not None and s.counts_through(c.period(every), joined) >= s.day


def contact_so_far(x: c.InContact, s: Situation) -> Judgement:
    """Judge whether there was contact enough, a first period that still runs included."""
    needed = c.number(x.at_least)
    if x.each is None and not x.pairs and not x.present:
        talks = _counted(x, s, _talks(s, x.kinds))
        return within(len(talks), needed, None), tuple(e.number for e in talks)
    contacts = _counted(x, s, _contacts(s, x.kinds))
    if x.each is not None:
        parties, nobody = each_of(x.each, s)
        filed = _by_party(contacts, s)
        findings, evidence = list(nobody), []
        for party in parties:
            own = of_line(filed, s.known.line(party.id))
            evidence += [e.number for e in own]
            findings += within(len(own), needed, None, party_subject(party.id))
        return tuple(findings), tuple(dict.fromkeys(evidence))
    if x.pairs:
        return _each_pair(contacts, needed, s)
    return within(len(contacts), needed, None), tuple(e.number for e in contacts)


def _each_pair(contacts: list[Entry[f.Met]], needed: int, s: Situation) -> Judgement:
    """Judge whether each pair had contact enough: pairs are gone through only where not all were in it.

    Evidence are the contacts of the first pair, then those of the second that are new, and so on.
    """
    parties = [party.id for party in s.concerned]
    if len(parties) < 2:
        return (Finding(needed=2, found=len(parties), about=NOBODY),), ()
    filed = _by_party(contacts, s)
    met = {party: {e.number for e in of_line(filed, s.known.line(party))} for party in parties}
    inside: dict[int, list[int]] = {}
    for place, numbers in enumerate(met.values()):
        for number in numbers:
            inside.setdefault(number, []).append(place)
    shared = [e.number for e in contacts if len(inside.get(e.number, ())) > 1]
    evidence = tuple(sorted(shared, key=lambda number: inside[number][:2]))
    with_all = sum(len(inside[number]) == len(parties) for number in shared)
    if with_all >= needed:
        return (), evidence
    findings: list[Finding] = []
    for (a, of_a), (b, of_b) in combinations(met.items(), 2):
        found = len(of_a & of_b) if of_a and of_b else 0
        if found < needed:
            findings.append(Finding(needed, found, party_subject(f"{a}+{b}")))
    return tuple(findings), evidence


def _counted(x: c.InContact, s: Situation, contacts: list[Any]) -> list[Any]:
    """Return the contacts in the period asked, with somebody of each selection."""
    if x.every is not None:
        every = c.period(x.every)
        recent = takewhile(lambda e: s.counts_through(every, e.fact.on) >= s.day, reversed(contacts))
        contacts = list(recent)[::-1]
    if x.school_year:
        first, last = school_year(s.day)
        if s.step is None and first > date.min:  # this one is not over: the last counts too
            first = school_year(first - timedelta(days=1))[0]
        contacts = [e for e in contacts if first <= e.fact.on <= last]
    for which in x.present:
        some = {ident for p in s.select(which, s.active) for ident in s.known.line(p.id)}
        contacts = [
            e
            for e in contacts
            if any(s.known.counts(ident, e) for ident in some.intersection(e.fact.parties))
        ]
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
    return [e for e in _held(x.kinds, s) if not x.since_entry or s.in_round(e)]


def _held(kinds: tuple[str, ...], s: Situation) -> list[Entry[f.EvaluationHeld]]:
    held = s.known.of(f.EvaluationHeld)
    return [e for e in held if s.visible(e.fact.track) and (not kinds or e.fact.kind in kinds)]


def evaluation_arranged(x: c.EvaluationArranged, s: Situation) -> Judgement:
    """Judge whether evaluations are on the plan; an aspect that one looked at is not asked again."""
    plans = [
        e
        for e in s.known.of(f.EvaluationPlanned)
        if s.visible(e.fact.track)
        and (not x.kinds or e.fact.kind in x.kinds)
        and (not x.recurring or e.fact.every is not None)
    ]
    if not plans and not x.aspects:
        return (Finding("/".join(x.kinds) or None),), ()
    held = [e for e in _held(x.kinds, s) if not x.recurring and not set(x.aspects).isdisjoint(e.fact.aspects)]
    covered = {aspect for e in plans for aspect in e.fact.aspects}
    covered |= {aspect for e in held for aspect in e.fact.aspects}
    findings = tuple(Finding(aspect) for aspect in x.aspects if aspect not in covered)
    return findings, tuple(sorted([*(e.number for e in plans), *(e.number for e in held)]))


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
    evidence: list[int] = []
    filed = by_party(actions, lambda action: (action.owner,))
    for party in parties:
        own = of_line(filed, s.known.line(party.id))
        evidence += [e.number for e in own]
        findings += within(
            len(own), bound_number(x.at_least), bound_number(x.at_most), party_subject(party.id)
        )
    return tuple(findings), tuple(dict.fromkeys(evidence))
