"""Conditions on contacts and evaluations: who met, how often, what was evaluated and planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import TOGETHER, About, Party
from gezondsamen.findings import NOBODY
from gezondsamen.process import conditions as c
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions import question as ask
from gezondsamen.testing.reference.conditions.question import Answer, Question, missing, shown
from gezondsamen.testing.reference.schedule_days import school_year_of


def was_in(q: Question, entry: Entry[f.Met], party: Party) -> bool:
    """A party was in a contact that names it or one in whose place it came; one that came back, only anew."""
    return any(party.id in r.owners(q.known, ident, r.place(entry)) for ident in entry.fact.parties)


def met_before(q: Question, asked: c.MetBefore) -> Answer:
    """Each selected party had its first contact `first` on a day before its first `then`.

    No `then` yet is fine. Found is the day of the first `then`, where `first` came too late.
    """
    parties, answer = ask.each(q, asked.which)
    for party in parties:
        own = [e for e in r.of(q.known, f.Met) if was_in(q, e, party)]
        first = [e for e in own if e.fact.kind == asked.first][:1]
        then = [e for e in own if e.fact.kind == asked.then][:1]
        if first and not any(first[0].fact.on >= e.fact.on for e in then):
            answer = answer.also(shown(*first, *then))
        else:
            late = str(then[0].fact.on) if first else None
            answer = answer.also(missing(asked.first, late, About("party", party.id)))
    return answer


def in_contact(q: Question, asked: c.InContact) -> Answer:
    """There was enough contact of these kinds; no kind named: any kind.

    `each`: for each party; `pairs`: for each pair of parties together, of whom there must be two. An
    evaluation says nothing of parties: it counts where nothing is asked of them.
    """
    contacts = [e for e in r.of(q.known, f.Met) if _is_meant(q, asked, e)]
    began = ask.visit(q).entered[0]
    if asked.each is not None:
        parties, nobody = ask.each(q, asked.each)
        answer = Answer() if _is_granted(q, asked, began) else nobody
        for party in parties:
            own = [e for e in contacts if was_in(q, e, party)]
            since = began if asked.every is None else max(began, ask.there_since(q, party)[0])
            answer = answer.also(_enough(q, asked, own, About("party", party.id), since))
        return answer
    if asked.pairs:
        parties = ask.concerned(q)
        pairs = [
            _enough(
                q,
                asked,
                [e for e in contacts if was_in(q, e, one) and was_in(q, e, other)],
                _pair(one, other),
                began,
            )
            for one, other in combinations(parties, 2)
        ]
        if len(parties) < 2 and not _is_granted(q, asked, began):
            return missing(2, len(parties), NOBODY)
        return ask.together(pairs)
    held = [] if asked.present else [e for e in r.of(q.known, f.EvaluationHeld) if _counts_too(q, asked, e)]
    return _enough(q, asked, [*contacts, *held], None, began)


def _pair(one: Party, other: Party) -> About:
    return About("party", f"{one.id}{TOGETHER}{other.id}")


def _is_meant(q: Question, asked: c.InContact, entry: Entry[f.Met]) -> bool:
    """A contact of these kinds and in time, with somebody of every selection in `present`."""
    of_kind = not asked.kinds or entry.fact.kind in asked.kinds
    if not of_kind or not _in_time(q, asked, entry):
        return False
    there = [party for party in r.members(q.known) if asked.present and was_in(q, entry, party)]
    return all(ask.selected(q, which, there) for which in asked.present)


def _counts_too(q: Question, asked: c.InContact, entry: Entry[f.EvaluationHeld]) -> bool:
    """An evaluation of the kind counts as a contact, or one that names a point which no other ones answer."""
    fact = entry.fact
    point = None if fact.point is None else q.process.evaluation_point(fact.point)
    answers = () if point is None else point.contacts
    of_kind = fact.kind in asked.kinds or (
        bool(answers) and (not asked.kinds or set(answers) <= set(asked.kinds))
    )
    return ask.on_this_track(q, fact.track) and of_kind and _in_time(q, asked, entry)


def _in_time(q: Question, asked: c.InContact, entry: Entry) -> bool:
    """Ever; with `every` in the last period; with `school_year` in this school year.

    What is done on 28 February counts through 31 May where three months are asked: ends of months are
    taken alike. Where it is watched, this school year is not over yet: the last one will do.
    """
    first, last = school_year_of(q.day)
    if q.step is None:
        first, _ = school_year_of(first - timedelta(days=1))
    recent = asked.every is None or c.period(asked.every).through(entry.fact.on) >= q.day
    return recent and (not asked.school_year or first <= entry.fact.on <= last)


def _enough(
    q: Question, asked: c.InContact, contacts: Sequence[Entry], about: About | None, since: date
) -> Answer:
    needed = c.number(asked.at_least)
    if len(contacts) >= needed or _is_granted(q, asked, since):
        return shown(*contacts)
    return missing(needed, len(contacts), about).also(shown(*contacts))


def _is_granted(q: Question, asked: c.InContact, since: date) -> bool:
    """A rhythm that is watched is not asked for while its first period runs; on a step it is at once.

    The first period begins with the visit, of a party once it takes part; that of a school year is the
    first whole one.
    """
    if q.step is not None:
        return False
    if asked.every is not None:
        return q.day <= c.period(asked.every).through(since)
    first, last = school_year_of(since)
    if first != since:
        _, last = school_year_of(last + timedelta(days=1))
    return asked.school_year and q.day <= last


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
        return shown(*held) if held else missing(ask.any_of(asked.kinds))
    decided = [e for e in held if e.fact.decision is not None]
    if decided and decided[-1].fact.decision in asked.decisions:
        return shown(decided[-1])
    return missing(ask.any_of(asked.decisions), decided[-1].fact.decision if decided else None)


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
    held = [
        e
        for e in r.of(q.known, f.EvaluationHeld)
        if ask.on_this_track(q, e.fact.track)
        and (not asked.kinds or e.fact.kind in asked.kinds)
        and not asked.recurring
        and not set(asked.aspects).isdisjoint(e.fact.aspects)
    ]
    answer = shown(*plans, *held)
    if not asked.aspects and not plans:
        answer = missing(ask.any_of(asked.kinds))
    covered = {aspect for e in plans for aspect in e.fact.aspects}
    covered |= {aspect for e in held for aspect in e.fact.aspects}
    return answer.also(ask.together(missing(aspect) for aspect in asked.aspects if aspect not in covered))
