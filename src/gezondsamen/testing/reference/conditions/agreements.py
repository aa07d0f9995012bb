"""Conditions on agreements: what stands in them, who is bound and signed, notice and term."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About, Party
from gezondsamen.findings import NOBODY
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions import question as ask
from gezondsamen.testing.reference.conditions.question import Answer, Question, missing, shown
from gezondsamen.testing.reference.conditions.statements import is_about, on_record

UNSIGNED = "unsigned"
"""The group of the forms of agreement that nobody signs."""


def read_here(q: Question, kinds: tuple[str, ...]) -> tuple[r.Agreement, ...]:
    """On the track of an agreement it is that one; on other tracks the principal one, or any of `kinds`."""
    own = ask.agreement_of_track(q)
    if own is not None:
        return (own,)
    every = r.agreements(q.known)
    if kinds:
        return tuple(text for text in every if text.kind in kinds)
    return tuple(text for text in every if text.principal)


def agreed(q: Question, asked: c.Agreed) -> Answer:
    """The agreement has what is asked: where any of some kinds will do, one that has all of it.

    Two that are both principal are a finding.
    """
    texts = read_here(q, asked.kinds)
    if not texts:
        alone = c.Agreed(none_left=True, kinds=asked.kinds)
        return Answer() if asked == alone else missing()
    if len(texts) > 1 and not asked.kinds:
        return ask.together(missing("principal", None, About("matter", text.id)) for text in texts)
    answers = [_text_has(q, asked, text) for text in texts]
    return min(answers, key=lambda answer: len(answer.findings))


def _text_has(q: Question, asked: c.Agreed, text: r.Agreement) -> Answer:
    this = About("matter", text.id)
    answer = Answer((), frozenset(text.made))
    for clause in asked.clauses:
        if clause not in text.clauses:
            answer = answer.also(missing(clause, None, this))
    parties = ask.parties_to(q, text)
    if asked.with_ is not None and not ask.selected(q, asked.with_, parties):
        answer = answer.also(missing(about=this))
    if asked.obliged is not None and len(_obliged(q, text)) < asked.obliged:
        answer = answer.also(missing(asked.obliged, len(_obliged(q, text)), this))
    if asked.extended and not _extended(q, text):
        answer = answer.also(missing(about=this))
    if asked.none_left:
        here = {party.id for party in r.members(q.known)}
        for ident, at in text.parties.items():
            if here.isdisjoint(r.heirs(q.known, ident, at)):
                answer = answer.also(missing(about=About("party", ident)))
    if asked.each is not None:
        chosen, nobody = ask.each(q, asked.each)
        due = [party.id for party in chosen if party.id in _obliged(q, text)]
        out = [missing(about=About("party", party.id)) for party in chosen if party not in parties]
        answer = answer.also(nobody).also(_signed(q, text, due) if asked.signed else ask.together(out))
    elif asked.signed and q.step is not None and q.step.concerns == "party":
        newcomers, nobody = ask.each(q, c.Parties())
        answer = answer.also(nobody)
        for party in newcomers:
            answer = answer.also(_acceded(q, text, party))
    elif asked.signed:
        bound = _obliged(q, text)
        answer = answer.also(_signed(q, text, bound) if bound else missing(about=this))
    return answer


def _obliged(q: Question, text: r.Agreement) -> tuple[str, ...]:
    """The parties that take on an obligation and take part; who came in the place of one has it now."""
    here = {party.id for party in r.members(q.known)}
    found = [now for ident, at in text.obliged.items() for now in r.heirs(q.known, ident, at)]
    return tuple(dict.fromkeys(now for now in found if now in here))


def _signed(q: Question, text: r.Agreement, parties: Iterable[str]) -> Answer:
    answer = Answer()
    for party in parties:
        signatures = [n for ident, at, n in text.signed if party in r.owners(q.known, ident, at)]
        answer = answer.also(
            Answer((), frozenset(signatures)) if signatures else missing(about=About("party", party))
        )
    return answer


def _acceded(q: Question, text: r.Agreement, party: Party) -> Answer:
    """A newcomer stands in the text, is obliged by it and signed it; of a verbal one nobody signs."""
    answer = Answer()
    about = About("party", party.id)
    if party not in ask.parties_to(q, text):
        answer = answer.also(missing("party", None, about))
    if party.id not in _obliged(q, text):
        answer = answer.also(missing("obliged", None, about))
    form = None if text.form is None else q.process.term("agreement_form", text.form)
    if form is None or UNSIGNED not in form.groups:
        answer = answer.also(_signed(q, text, (party.id,)))
    return answer


def _extended(q: Question, text: r.Agreement) -> bool:
    """Its last day became a later one in this round."""
    entries = {r.place(entry): entry for entry in q.known}
    for number, (at, end) in enumerate(text.ends):
        if number and end > text.ends[number - 1][1] and ask.in_this_round(q, entries[at]):
            return True
    return False


def notice_given(q: Question, asked: c.NoticeGiven) -> Answer:
    """Notice is on record, and the period of notice is over, where one was agreed.

    `leaving` asks it of each party that leaves the agreement, and that there is one.
    """
    amounts = [
        e
        for e in r.of(q.known, f.Quantified)
        if e.fact.topic == asked.months and ask.on_this_track(q, e.fact.track)
    ]
    months = amounts[-1].fact.amount if amounts else None
    if not asked.leaving:
        return Answer() if months is None else _notice(q, asked, months, None)
    leavers = _leaving(q, asked)
    if not leavers:
        return missing("leaving", None, q.about or NOBODY)
    answer = Answer()
    for party in leavers if months is not None else ():
        assert months is not None
        answer = answer.also(_notice(q, asked, months, party))
    return answer


def _notice(q: Question, asked: c.NoticeGiven, months: float, party: str | None) -> Answer:
    about = None if party is None else About("party", party)
    said = [e for e in on_record(q, asked.topic) if party is None or is_about(q, e, About("party", party))]
    over = [e for e in said if not months or Every(months=int(months)).after(e.fact.on) <= q.day]
    return shown(*over) if over else missing(asked.topic, None, about)


def _leaving(q: Question, asked: c.NoticeGiven) -> tuple[str, ...]:
    """Who gave notice, left, or is out of the text; of these the one that the step is about, if it is."""
    here = {party.id for party in r.members(q.known)}
    subjects = [e.fact.about for e in on_record(q, asked.topic)]
    told = [about.id for about in subjects if about is not None and about.kind == "party"]
    text = ask.agreement_of_track(q)
    if text is None:
        return tuple(dict.fromkeys(told))
    left = [p for p, at in text.parties.items() if here.isdisjoint(r.heirs(q.known, p, at))]
    every = tuple(dict.fromkeys([*told, *left, *text.former]))
    if q.about is None:
        return every
    return tuple(p for p in every if r.same(q.known, (About("party", p), q.now), (q.about, q.now)))


def term_runs(q: Question, asked: c.TermRuns) -> Answer:
    """The agreement that is read here has not passed its last day, or there is none."""
    over = [text for text in read_here(q, asked.kinds) if text.end is not None and text.end < q.day]
    running = [text for text in read_here(q, asked.kinds) if text not in over]
    if over and not running:
        return missing(found=str(over[0].end), about=About("matter", over[0].id))
    return Answer((), frozenset(n for text in running for n in text.made))
