"""What was recorded: what people said and agreed to, what parties bring in and do, by topic."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.exchange.markup import Child, Markup, element, join, table
from gezondsamen.exchange.page.journal import line_link
from gezondsamen.exchange.page.view import View
from gezondsamen.language import capitalised
from gezondsamen.prose import case_page as words


def said(view: View) -> Markup | None:
    """Return statements, numbers and stances by topic, or nothing where there are none."""
    return _together(_statements(view), _amounts(view), _consents(view), _waivers(view))


def done(view: View) -> Markup | None:
    """Return contributions, actions, meetings and evaluations, or nothing where there are none."""
    return _together(_contributions(view), _actions(view), _meetings(view), _evaluations(view), _plans(view))


def _together(*tables: Markup | None) -> Markup | None:
    found = [part for part in tables if part is not None]
    return join(found) if found else None


def _table(
    view: View, caption: words.Words, heads: tuple[words.Words, ...], rows: list[tuple[Child, ...]]
) -> Markup | None:
    """Return a table whose last column leads to the journal, without columns that say nothing.

    Where there are no rows there is no table.
    """
    if not rows:
        return None
    say = view.say
    named = (*(say(*head) for head in heads), say(*words.JOURNAL))
    told = [number for number in range(len(named)) if any(row[number] for row in rows)]
    return table(
        say(*caption),
        [named[number] for number in told],
        [[row[number] for number in told] for row in rows],
        class_="recorded",
    )


def _by_topic(entries: Iterable[Entry[f.Stated]]) -> list[Entry[f.Stated]]:
    """Return statements with those on one topic together, topics in the order in which they came up."""
    found: dict[str, list[Entry[f.Stated]]] = {}
    for entry in entries:
        found.setdefault(entry.fact.topic, []).append(entry)
    return [entry for group in found.values() for entry in group]


def _statements(view: View) -> Markup | None:
    say, t = view.say, view.teller
    rows: list[tuple[Child, ...]] = []
    for entry in _by_topic(view.case.statements(on=view.on)):
        fact = entry.fact
        until = say(*words.HOLDS_THROUGH, day=say.day(fact.until)) if fact.until is not None else None
        rows.append(
            (
                capitalised(t.v.term("topic", fact.topic)) + t.on_track(fact.track),
                join(
                    element("p", t.text(fact.text)) if fact.text else None,
                    element("p", until, class_="small") if until else None,
                ),
                t.v.subject(fact.about) if fact.about is not None else "",
                say.day(fact.on),
                line_link(entry.number, view),
            )
        )
    heads = (words.TOPIC, words.TEXT, words.ABOUT_WHOM, words.DAY)
    return _table(view, words.STATEMENTS_STAND, heads, rows)


def _amounts(view: View) -> Markup | None:
    t = view.teller
    rows: list[tuple[Child, ...]] = [
        (
            capitalised(t.v.term("topic", entry.fact.topic)) + t.on_track(entry.fact.track),
            t.v.number(entry.fact.amount),
            t.v.subject(entry.fact.about) if entry.fact.about is not None else "",
            t.v.day(entry.fact.on),
            line_link(entry.number, view),
        )
        for entry in view.case.amounts(on=view.on)
    ]
    return _table(view, words.AMOUNTS_STAND, (words.TOPIC, words.AMOUNT, words.ABOUT_WHOM, words.DAY), rows)


def _consents(view: View) -> Markup | None:
    t = view.teller
    rows: list[tuple[Child, ...]] = [
        (
            capitalised(t.v.term("subject", entry.fact.subject)) + t.on_track(entry.fact.track),
            t.v.name(entry.fact.party),
            t.v.term("stance", entry.fact.stance),
            t.v.day(entry.fact.on),
            line_link(entry.number, view),
        )
        for entry in view.case.consents(on=view.on)
    ]
    return _table(view, words.STANCES_STAND, (words.SUBJECT, words.PARTY, words.STANCE, words.DAY), rows)


def _waivers(view: View) -> Markup | None:
    say, t = view.say, view.teller
    rows: list[tuple[Child, ...]] = []
    for entry in view.case.waivers(on=view.on):
        fact = entry.fact
        until = say(*words.HOLDS_THROUGH, day=say.day(fact.until)) if fact.until is not None else None
        rows.append(
            (
                t.rule(fact.rule) + t.on_track(fact.track),
                join(
                    element("p", t.text(fact.reason)), element("p", until, class_="small") if until else None
                ),
                say.day(fact.on),
                line_link(entry.number, view),
            )
        )
    return _table(view, words.WAIVERS_STAND, (words.RULE, words.REASON, words.DAY), rows)


def _contributions(view: View) -> Markup | None:
    t = view.teller
    rows: list[tuple[Child, ...]] = [
        (
            t.v.name(contribution.party),
            capitalised(t.v.term("contribution_kind", contribution.kind)),
            t.quantity(contribution.amount, contribution.unit),
            t.v.term("contribution_status", contribution.status),
            t.v.day(contribution.on),
            line_link(contribution.entry, view),
        )
        for contribution in view.case.contributions(on=view.on)
    ]
    heads = (words.PARTY, words.CONTRIBUTION, words.AMOUNT, words.STATUS, words.DAY)
    return _table(view, words.CONTRIBUTIONS_STAND, heads, rows)


def _actions(view: View) -> Markup | None:
    t = view.teller
    rows: list[tuple[Child, ...]] = [
        (
            t.text(action.text),
            t.v.name(action.owner),
            t.v.term("sector", action.sector),
            t.v.day(action.due),
            t.v.day(action.done) if action.done is not None else t.v(*words.NOT_DONE_YET),
            line_link(action.entry, view),
        )
        for action in view.case.actions(on=view.on)
    ]
    heads = (words.ACTION, words.WHO, words.SECTOR, words.DUE, words.DONE_ON)
    return _table(view, words.ACTIONS_STAND, heads, rows)


def _meetings(view: View) -> Markup | None:
    t = view.teller
    rows: list[tuple[Child, ...]] = [
        (
            capitalised(t.v.term("contact_kind", entry.fact.kind)),
            t.people(entry.fact.parties),
            t.v.day(entry.fact.on),
            line_link(entry.number, view),
        )
        for entry in view.case.meetings(on=view.on)
    ]
    return _table(view, words.MEETINGS_HELD, (words.KIND, words.WITH_WHOM, words.DAY), rows)


def _evaluations(view: View) -> Markup | None:
    t = view.teller
    rows: list[tuple[Child, ...]] = [
        (
            capitalised(t.v.term("evaluation_kind", entry.fact.kind)) + t.on_track(entry.fact.track),
            t.v.terms("aspect", entry.fact.aspects, word="and"),
            t.v.term("decision", entry.fact.decision) if entry.fact.decision else t.v(*words.NONE),
            t.v.day(entry.fact.on),
            line_link(entry.number, view),
        )
        for entry in view.case.evaluations_held(on=view.on)
    ]
    heads = (words.EVALUATION, words.ASPECTS, words.DECISION, words.DAY)
    return _table(view, words.EVALUATIONS_HELD, heads, rows)


def _plans(view: View) -> Markup | None:
    t = view.teller
    rows: list[tuple[Child, ...]] = []
    for entry in view.case.evaluations_planned(on=view.on):
        fact = entry.fact
        when = [t.v.language.every(fact.every)] if fact.every is not None else []
        if fact.due is not None:
            when.append(t.v(*words.BY_DAY, day=t.v.day(fact.due)))
        rows.append(
            (
                capitalised(t.v.term("evaluation_kind", fact.kind)) + t.on_track(fact.track),
                t.v.terms("aspect", fact.aspects, word="and"),
                ", ".join(when),
                t.v.day(fact.on),
                line_link(entry.number, view),
            )
        )
    heads = (words.EVALUATION, words.ASPECTS, words.WHEN, words.PLANNED_ON)
    return _table(view, words.EVALUATIONS_PLANNED, heads, rows)
