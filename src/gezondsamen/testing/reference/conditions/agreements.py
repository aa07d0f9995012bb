"""Conditions on agreements: what stands in them, who is bound and signed, notice and term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About, Party
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions import question as ask
from gezondsamen.testing.reference.conditions.question import Answer, Question, missing, shown
from gezondsamen.testing.reference.conditions.statements import on_record

UNSIGNED = "unsigned"
"""The group of the forms of agreement that nobody signs."""


def read_here(q: Question, kinds: tuple[str, ...]) -> tuple[r.Agreement, ...]:
    """On the track of an agreement it is that one, if of these kinds; on other tracks any of them.

    Without kinds, on other tracks, it is the principal one.
    """
    every = r.agreements(q.known)
    own = tuple(text for text in every if text.id == q.track)
    found = own or (every if kinds else tuple(text for text in every if text.principal))
    return tuple(text for text in found if not kinds or text.kind in kinds)


def agreed(q: Question, asked: c.Agreed) -> Answer:
    """The agreement has what is asked: where any of some kinds will do, one that has all of it.

    Two that are both principal are a finding. What is missing is told of the first.
    """
    texts = read_here(q, asked.kinds)
    if not texts:
        alone = c.Agreed(none_left=True, kinds=asked.kinds)
        return Answer() if asked == alone else missing(ask.any_of(asked.kinds))
    if len(texts) > 1 and not asked.kinds:
        return ask.together(missing("principal", None, About("matter", text.id)) for text in texts)
    answers = [_text_has(q, asked, text) for text in texts]
    return ask.together(one for one in answers if not one.findings) if _any_has(answers) else answers[0]


def _any_has(answers: list[Answer]) -> bool:
    return any(not one.findings for one in answers)


def _text_has(q: Question, asked: c.Agreed, text: r.Agreement) -> Answer:
    this = About("matter", text.id)
    answer = Answer((), frozenset(text.made))
    for clause in asked.clauses:
        if clause not in text.clauses:
            answer = answer.also(missing(clause, None, this))
    parties = ask.parties_to(q, text)
    if asked.with_ is not None and not ask.selected(q, asked.with_, parties):
        answer = answer.also(missing("party", None, this))
    if asked.obliged is not None:
        bound = [party for party in r.members(q.known) if party.id in _obliged(q, text)]
        answer = answer.also(shown(*(ask.joining(q, party) for party in bound)))
        if len(bound) < asked.obliged:
            answer = answer.also(missing("obliged", len(bound), this))
    if asked.extended and not _extended(q, text):
        answer = answer.also(missing("later", None if text.end is None else str(text.end), this))
    if asked.none_left:
        here = {party.id for party in r.members(q.known)}
        for ident, at in text.parties.items():
            if here.isdisjoint(r.heirs(q.known, ident, at)):
                answer = answer.also(missing("left", None, About("party", ident)))
    if asked.each is not None:
        chosen, nobody = ask.each(q, asked.each)
        obliged = _obliged(q, text)
        due = {party.id: obliged[party.id] for party in chosen if party.id in obliged}
        out = [missing("party", None, About("party", party.id)) for party in chosen if party not in parties]
        answer = answer.also(nobody).also(_signed(q, text, due) if asked.signed else ask.together(out))
    elif asked.signed and q.step is not None and q.step.concerns == "party":
        newcomers, nobody = ask.each(q, c.Parties())
        answer = answer.also(nobody)
        for party in newcomers:
            answer = answer.also(_acceded(q, text, party))
    elif asked.signed:
        signing = _obliged(q, text)
        answer = answer.also(_signed(q, text, signing) if signing else missing("obliged", 0, this))
    return answer


def _obliged(q: Question, text: r.Agreement) -> dict[str, str]:
    """The parties that have an obligation and take part, each with the name under which a finding tells it.

    Who came in the place of one that the text names has its obligation. Told is the one that is named,
    unless several came in its place.
    """
    here = {party.id for party in r.members(q.known)}
    found: dict[str, str] = {}
    for ident, at in text.obliged.items():
        come = r.heirs(q.known, ident, at)
        found |= {party: ident if len(come) == 1 else party for party in come if party in here}
    return found


def _signed(q: Question, text: r.Agreement, parties: Mapping[str, str]) -> Answer:
    answer = Answer()
    for party, told in parties.items():
        signatures = [n for ident, at, n in text.signed if party in r.owners(q.known, ident, at)]
        unsigned = missing("signature", None, About("party", told))
        answer = answer.also(Answer((), frozenset(signatures)) if signatures else unsigned)
    return answer


def _acceded(q: Question, text: r.Agreement, party: Party) -> Answer:
    """A newcomer stands in the text, is obliged by it and signed it; of a verbal one nobody signs."""
    answer = Answer()
    about = About("party", party.id)
    if party not in ask.parties_to(q, text):
        answer = answer.also(missing("text", None, about))
    if party.id not in _obliged(q, text):
        answer = answer.also(missing("obliged", None, about))
    form = None if text.form is None else q.process.term("agreement_form", text.form)
    signed = _signed(q, text, {party.id: party.id})
    asked = form is None or UNSIGNED not in form.groups
    return answer.also(signed if asked else Answer((), signed.evidence))


def _extended(q: Question, text: r.Agreement) -> bool:
    """Its last day became a later one in this round: later than it was when the round began."""
    at = {r.place(entry): entry for entry in q.known}
    drafted = text.made[0]
    now = [end for p, end in text.ends if ask.in_this_round(q, at[p]) and at[p].number != drafted]
    before = [end for p, end in text.ends if not (ask.in_this_round(q, at[p]) and at[p].number != drafted)]
    return bool(now) and (not before or now[-1] > before[-1])


def notice_given(q: Question, asked: c.NoticeGiven) -> Answer:
    """Notice is on record, and the period of notice is over, where one was agreed; one of 0 months is none.

    `leaving` asks it of each party that leaves the agreement, and that there is one.
    """
    amounts = r.of(q.known, f.Quantified)
    periods = [e for e in amounts if e.fact.topic == asked.months and ask.on_this_track(q, e.fact.track)]
    agreed = [e for e in periods[-1:] if e.fact.amount]
    given = on_record(q, asked.topic)
    if not asked.leaving:
        return ask.together(_notice(q, given, period, None) for period in agreed)
    leaving = _leaving(q, given)
    if not leaving:
        return missing("leaving", None, q.about)
    answer = Answer()
    for party, signs in leaving.items():
        about = About("party", party)
        own = [e for e in given if e in signs]
        answer = answer.also(shown(*signs))
        answer = answer.also(ask.together(_notice(q, own, period, about) for period in agreed))
    return answer


def _notice(
    q: Question,
    given: Sequence[Entry[f.Stated]],
    period: Entry[f.Quantified],
    about: About | None,
) -> Answer:
    """Needed is the day on which the period is over, found the day on which notice was given first."""
    if not given:
        return missing("notice", None, about).also(shown(period))
    first = min(given, key=lambda e: e.fact.on)
    over = Every(months=ceil(period.fact.amount)).after(first.fact.on)
    early = missing(str(over), str(first.fact.on), about) if q.day < over else Answer()
    return early.also(shown(period, first))


def _leaving(q: Question, given: Sequence[Entry[f.Stated]]) -> dict[str, list[Entry]]:
    """The parties that gave notice, left, or are out of the text, with the entries that say so.

    One that this step let go before leaves no more, unless it is said anew. Of a step about a party it is
    that one alone.
    """
    found: dict[str, list[Entry]] = {}
    here = {party.id for party in r.members(q.known)}
    at = {r.place(entry): entry for entry in q.known}
    for text in read_here(q, ())[:1]:
        for ident, named in (*text.parties.items(), *text.former.items()):
            about = About("party", ident)
            whom = (about, named)
            signs: list[Entry] = [e for e in given if r.same(q.known, (e.fact.about, r.place(e)), whom)]
            signs += [at[named]] if ident in text.former else []
            if here.isdisjoint(r.heirs(q.known, ident, named)):
                signs += [e for e in q.known if ident in r.gone(e.fact)][-1:]
            signs = [e for e in signs if not _was_let_go(q, whom, e)]
            if signs and q.about in (None, about):
                found[ident] = signs
    return found


def _was_let_go(q: Question, whom: r.Named, sign: Entry) -> bool:
    return q.step is not None and any(
        taken.fact.trigger == q.step.trigger
        and r.place(taken) > r.place(sign)
        and (taken.fact.about is None or r.same(q.known, (taken.fact.about, r.place(taken)), whom))
        for taken in r.steps(q.known, q.track)
    )


def term_runs(q: Question, asked: c.TermRuns) -> Answer:
    """The agreement that is read here has not passed its last day, or there is none.

    Where there are several, one that runs will do; found is the latest of the days that have passed.
    """
    texts = read_here(q, asked.kinds)
    over = [(text.end, text.id) for text in texts if text.end is not None and text.end < q.day]
    if over and len(over) == len(texts):
        end, ident = max(over)
        return missing("end", str(end), About("matter", ident))
    return Answer((), frozenset(number for text in texts for number in text.made))
