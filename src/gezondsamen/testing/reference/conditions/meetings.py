"""Conditions on contacts and evaluations: who met, how often, what was evaluated and planned."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import TOGETHER, About, Party
from gezondsamen.findings import NOBODY
from gezondsamen.periods import school_year
from gezondsamen.process import conditions as c
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions import question as ask
from gezondsamen.testing.reference.conditions.question import Answer, Question, missing, shown


def was_in(q: Question, entry: Entry[f.Met], party: Party) -> bool:
    """A party was in a contact that names it or one in whose place it came; one that came back, only anew."""
    return any(party.id in r.owners(q.known, ident, r.place(entry)) for ident in entry.fact.parties)


def met_before(q: Question, asked: c.MetBefore) -> Answer:
    """Each selected party had its first contact `first` on a day before its first `then`.

    No `then` yet is fine.
    """
    parties, answer = ask.each(q, asked.which)
    for party in parties:
        own = [e for e in r.of(q.known, f.Met) if was_in(q, e, party)]
        first = [e for e in own if e.fact.kind == asked.first]
        then = [e for e in own if e.fact.kind == asked.then]
        if first and (not then or first[0].fact.on < then[0].fact.on):
            answer = answer.also(shown(first[0]))
        else:
            answer = answer.also(missing(asked.first, None, About("party", party.id)))
    return answer


def in_contact(q: Question, asked: c.InContact) -> Answer:
    """There was enough contact of these kinds; no kind named: any kind.

    `each`: for each party; `pairs`: for each pair of parties together. An evaluation of the kind counts as
    a contact with everybody. That there is nobody to make a pair with is a finding.
    """
    contacts = [e for e in _contacts(q, asked) if _in_time(q, asked, e)]
    held = [e for e in _evaluations(q, asked) if _in_time(q, asked, e)]
    began = ask.visit(q).entered[0]
    if asked.each is None and not asked.pairs:
        return _enough(q, asked, [*contacts, *held], None, began)
    parties, answer = ask.each(q, asked.each if asked.each is not None else c.Parties())
    groups = [(party,) for party in parties] if not asked.pairs else list(combinations(parties, 2))
    if asked.pairs and len(parties) == 1:
        answer = missing(2, 1, NOBODY)
    for some in groups:
        own = [e for e in contacts if all(was_in(q, e, party) for party in some)]
        about = About("party", TOGETHER.join(party.id for party in some))
        since = max(began, *(ask.there_since(q, party)[0] for party in some))
        answer = answer.also(_enough(q, asked, [*own, *held], about, since))
    return answer


def _contacts(q: Question, asked: c.InContact) -> list[Entry[f.Met]]:
    """Contacts of these kinds, each with somebody of every selection in `present`."""
    return [e for e in r.of(q.known, f.Met) if _is_of_kind(asked, e.fact.kind) and _has_present(q, asked, e)]


def _evaluations(q: Question, asked: c.InContact) -> list[Entry[f.EvaluationHeld]]:
    """An evaluation of the kind counts as the contact too, and so does one that names the point."""
    return [
        e
        for e in r.of(q.known, f.EvaluationHeld)
        if ask.on_this_track(q, e.fact.track) and e.fact.kind in asked.kinds
    ]


def _is_of_kind(asked: c.InContact, kind: str) -> bool:
    return not asked.kinds or kind in asked.kinds


def _has_present(q: Question, asked: c.InContact, entry: Entry[f.Met]) -> bool:
    there = [party for party in r.members(q.known) if was_in(q, entry, party)]
    return all(ask.selected(q, which, there) for which in asked.present)


def _in_time(q: Question, asked: c.InContact, entry: Entry) -> bool:
    """Ever; with `every` in the last period; with `school_year` in this school year.

    What is done on 28 February counts through 31 May where three months are asked: ends of months are
    taken alike.
    """
    first, last = school_year(q.day)
    recent = asked.every is None or c.period(asked.every).through(entry.fact.on) >= q.day
    return recent and (not asked.school_year or first <= entry.fact.on <= last)


def _enough(
    q: Question, asked: c.InContact, contacts: list[Entry], about: About | None, since: date
) -> Answer:
    """A watched rhythm is not asked for until the visit, and the party, has been there for one period.

    On a step it is asked for at once.
    """
    needed = c.number(asked.at_least)
    if len(contacts) >= needed:
        return shown(*contacts)
    if q.step is None and asked.every is not None and q.day <= c.period(asked.every).through(since):
        return shown(*contacts)
    return missing(needed, len(contacts), about).also(shown(*contacts))


def evaluated(q: Question, asked: c.Evaluated) -> Answer:
    """An evaluation was held; with `decisions`, the latest decision is one of them.

    An evaluation of another track is not this one's.
    """
    held = [
        e
        for e in r.of(q.known, f.EvaluationHeld)
        if ask.on_this_track(q, e.fact.track)
        and (not asked.kinds or e.fact.kind in asked.kinds)
        and (not asked.since_entry or ask.in_this_round(q, e))
    ]
    if not asked.decisions:
        return shown(*held) if held else missing()
    decided = [e for e in held if e.fact.decision is not None]
    if decided and decided[-1].fact.decision in asked.decisions:
        return shown(decided[-1])
    return missing(found=decided[-1].fact.decision if decided else None)


def evaluation_arranged(q: Question, asked: c.EvaluationArranged) -> Answer:
    """Evaluations are planned (with a period, covering these aspects together).

    An aspect that an evaluation looked at is covered as well, unless a period is asked.
    """
    plans = [
        e
        for e in r.of(q.known, f.EvaluationPlanned)
        if ask.on_this_track(q, e.fact.track)
        and (not asked.kinds or e.fact.kind in asked.kinds)
        and (e.fact.every is not None or not asked.recurring)
    ]
    if not asked.aspects:
        return shown(*plans) if plans else missing()
    held = [
        e
        for e in r.of(q.known, f.EvaluationHeld)
        if ask.on_this_track(q, e.fact.track) and (not asked.kinds or e.fact.kind in asked.kinds)
    ]
    looked: list[Entry[f.EvaluationPlanned] | Entry[f.EvaluationHeld]] = [*plans]
    if not asked.recurring:
        looked += held
    answer = Answer() if looked else missing()
    for aspect in asked.aspects:
        found = [e for e in looked if aspect in e.fact.aspects]
        answer = answer.also(shown(*found) if found else missing(aspect))
    return answer
