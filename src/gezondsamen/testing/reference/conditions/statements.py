"""Conditions on what was said: statements, numbers, how long they last, and what answers what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import NO_ONE, About
from gezondsamen.findings import NOBODY
from gezondsamen.process import conditions as c
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions import question as ask
from gezondsamen.testing.reference.conditions.parties import within
from gezondsamen.testing.reference.conditions.question import Answer, Question, missing, shown

Stated = Entry[f.Stated]


def on_record(q: Question, topic: str) -> tuple[Stated, ...]:
    """The statements on a topic that are valid on the day, and count on this track.

    What was said of a party that has left and come back is over.
    """
    return tuple(
        e
        for e in r.statements(q.known, topic, q.day)
        if ask.on_this_track(q, e.fact.track) and _still_said(q, e.fact.about, e)
    )


def _still_said(q: Question, about: About | None, entry: Entry) -> bool:
    return about is None or about.kind != "party" or bool(r.owners(q.known, about.id, r.place(entry)))


def is_about(q: Question, entry: Entry[f.Stated], subject: About) -> bool:
    """What is said of a party is said of those that stand for it now; all else is itself."""
    about = entry.fact.about
    if about is None or about.kind != "party" or subject.kind != "party":
        return about == subject
    return subject.id in r.owners(q.known, about.id, r.place(entry))


def _subjects(q: Question, which: c.Parties | c.Sectors) -> tuple[tuple[About, ...], Answer]:
    """Each selected party concerned, or each sector: that there is none is a finding."""
    if isinstance(which, c.Parties):
        parties, answer = ask.each(q, which)
        return tuple(About("party", party.id) for party in parties), answer
    found = tuple(About("sector", key) for key in ask.sectors(q, which))
    return found, Answer() if found else missing(1, 0, About("sector", NO_ONE))


def on_record_holds(q: Question, asked: c.OnRecord) -> Answer:
    """Every topic is stated and still valid, for each subject where `each` asks so; else about anybody.

    `max_age` bounds the age of the statement; `dated` asks for an `until`; `since_entry` counts this round
    only. Of several statements the latest speaks for it.
    """
    subjects: Sequence[About | None] = (None,)
    answer = Answer()
    if asked.each is not None:
        subjects, answer = _subjects(q, asked.each)
    for topic in asked.topics:
        said = [e for e in on_record(q, topic) if _suffices(q, asked, e)]
        for subject in subjects:
            own = [e for e in said if subject is None or is_about(q, e, subject)]
            answer = answer.also(shown(own[-1]) if own else missing(topic, None, subject))
    return answer


def _suffices(q: Question, asked: c.OnRecord, entry: Stated) -> bool:
    young = asked.max_age is None or c.period(asked.max_age).after(entry.fact.on) >= q.day
    dated = not asked.dated or entry.fact.until is not None
    return young and dated and (not asked.since_entry or ask.in_this_round(q, entry))


def record_count(q: Question, asked: c.RecordCount) -> Answer:
    """The number of valid statements (with `among`: of distinct subjects) is within bounds.

    Statements about a party and about the one in whose place it came are about one subject. Counting looks
    at all parties, and at any sector where none is named. Of each subject the latest statement speaks for it.
    """
    said = on_record(q, asked.topic)
    if asked.among is None:
        return within(len(said), asked.at_least, asked.at_most).also(shown(*said))
    if isinstance(asked.among, c.Parties):
        among = [About("party", p.id) for p in ask.selected(q, asked.among, r.members(q.known))]
    else:
        among = [About("sector", key) for key in _any_sector(q, asked.among)]
    own = [[e for e in said if is_about(q, e, subject)] for subject in among]
    latest = [entries[-1] for entries in own if entries]
    return within(len(latest), asked.at_least, asked.at_most).also(shown(*latest))


def _any_sector(q: Question, which: c.Sectors) -> tuple[str, ...]:
    if which.keys or which.group is not None:
        return ask.sectors(q, which)
    every = q.process.vocabulary.get("sector", {})
    return tuple(key for key in every if key not in which.other_than)


def _amounts(q: Question, topic: str) -> dict[About | None, Entry[f.Quantified]]:
    """The latest number per topic and subject counts."""
    found: dict[About | None, Entry[f.Quantified]] = {}
    for e in r.of(q.known, f.Quantified):
        if e.fact.topic == topic and ask.on_this_track(q, e.fact.track) and _still_said(q, e.fact.about, e):
            found[_now(q, e)] = e
    return found


def measured(q: Question, asked: c.Measured) -> Answer:
    """An amount is known, and each latest one is within bounds.

    A bound that is the same amount on another topic is the latest one about the same subject; where that is
    not known, it is missing.
    """
    amounts = _amounts(q, asked.topic)
    if not amounts:
        return missing(asked.topic)
    answer = shown(*amounts.values())
    for about, entry in amounts.items():
        amount = entry.fact.amount
        low, unknown = _bound(q, asked.at_least, about)
        high, unknown_too = _bound(q, asked.at_most, about)
        answer = answer.also(unknown).also(unknown_too)
        if low is not None and amount < low:
            answer = answer.also(missing(low, amount, about))
        if high is not None and amount > high:
            answer = answer.also(missing(high, amount, about))
    return answer


def _bound(
    q: Question, bound: int | c.Limit | c.Same | None, about: About | None
) -> tuple[float | None, Answer]:
    if not isinstance(bound, c.Same):
        return None if bound is None else c.number(bound), Answer()
    other = _amounts(q, bound.topic).get(about)
    return (None, missing(bound.topic, None, about)) if other is None else (other.fact.amount, Answer())


def _now(q: Question, entry: Entry[f.Quantified]) -> About | None:
    """What an amount is about: the one that came in the place of a party.

    Where a party was divided, an amount stays one amount, under the old name.
    """
    found = r.subjects(q.known, (entry.fact.about, r.place(entry)))
    return found[0] if len(found) == 1 else entry.fact.about


def lasts(q: Question, asked: c.Lasts) -> Answer:
    """A statement on record runs from its day to its `until` within bounds; found is the latest `until`."""
    said = on_record(q, asked.topic)
    enough = [e for e in said if e.fact.until is not None and _runs(asked, e.fact.on, e.fact.until)]
    if enough:
        return shown(*enough)
    last = said[-1].fact.until if said else None
    return missing(asked.topic, None if last is None else str(last))


def _runs(asked: c.Lasts, first: date, last: date) -> bool:
    long = asked.at_least is None or last >= asked.at_least.after(first)
    short = asked.at_most is None or last <= asked.at_most.after(first)
    return long and short


def paired(q: Question, asked: c.Paired) -> Answer:
    """Every statement on `topic` has one on `by` about the same subject, in this order.

    With `each`: one about each selected party. With `within`: not asked for until that period has passed,
    and a late answer will do. Nothing on `topic` holds. Found is the day of what has no answer.
    """
    answer = Answer()
    for entry in on_record(q, asked.topic):
        if asked.within is not None and q.day <= c.period(asked.within).after(entry.fact.on):
            continue
        subjects: Sequence[About | None] = (entry.fact.about,)
        if asked.each is not None:
            parties, nobody = ask.each(q, asked.each)
            subjects = [NOBODY] if nobody.findings else [About("party", party.id) for party in parties]
        for subject in subjects:
            answers = [e for e in on_record(q, asked.by) if _answers(q, asked, entry, e, subject)]
            unanswered = missing(asked.by, str(entry.fact.on), subject)
            answer = answer.also(shown(entry, answers[-1]) if answers else unanswered)
    return answer


def _answers(q: Question, asked: c.Paired, entry: Stated, answer: Stated, subject: About | None) -> bool:
    """An answer after it may be of the same day, one before it may not."""
    in_order = {
        "any": True,
        "after": answer.fact.on >= entry.fact.on,
        "before": answer.fact.on < entry.fact.on,
    }
    return in_order[asked.order] and r.same(q.known, (answer.fact.about, r.place(answer)), (subject, q.end))
