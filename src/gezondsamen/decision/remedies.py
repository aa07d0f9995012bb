"""Repairing: from a condition that does not hold to the facts that would make it hold.

A remedy is data, and at the same time the form to show: facts ready to record, with their blanks
named. Which kinds, roles or topics exist is read from the process; nothing is named here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, assert_never

import attrs

from gezondsamen.decision.assessment import assess
from gezondsamen.decision.repairing import agreements, meetings, parties, statements
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.fold import Known, follow
from gezondsamen.dossier.journal import Entry
from gezondsamen.drafts import Draft, NothingToChoose, Remedy
from gezondsamen.errors import InvalidRecord
from gezondsamen.findings import Finding
from gezondsamen.process import conditions as c

ROUNDS = 8
"""How often new parties may bring new needs before a repair is given up; half as often inside."""

PATIENCE = 3
"""How many drafts in a row may leave the findings of a condition as they are."""

MOST = 200
"""How many times one condition is helped on, as one by one parties or statements come."""


def remedy(conditions: tuple[c.Condition, ...], s: Situation) -> Remedy:
    """Return what would make these conditions hold."""
    repaired = settle(conditions, s)
    if repaired.settled:
        return Remedy(tuple(repaired.drafts))
    waits = [_wait(condition, s) for condition in conditions if assess(condition, s)[0]]
    days = [day for day in waits if day is not None]
    if days and len(days) == len(waits):
        return Remedy(wait_until=max(days))
    return Remedy(tuple(repaired.drafts), waiver=True)


@attrs.define
class Repair:
    """Hold the state of a repair: what to record, the situation after it, whether all holds."""

    situation: Situation
    drafts: list[Draft] = attrs.Factory(list)
    settled: bool = False

    def add(self, draft: Draft) -> None:
        """Record a draft on trial, if it can be recorded."""
        known = self.situation.known
        try:
            after = follow(known, Entry(next_number(known), draft.fill("…")))
        except InvalidRecord:
            return
        self.situation = with_known(self.situation, after)
        self.drafts.append(draft)


def next_number(known: Known) -> int:
    """Return a number that comes after all entries, for one on trial."""
    latest = known.latest[1] if known.latest else 0
    return max((latest, *(track.moved[1] for track in known.tracks.values()))) + 1_000_000


def with_known(s: Situation, known: Any) -> Situation:
    """Return the situation with other knowledge."""
    return Situation(s.process, known, s.day, known.tracks[s.track.name], s.step, s.about)


def settle(conditions: Iterable[c.Condition], s: Situation, rounds: int = ROUNDS) -> Repair:
    """Record on trial what is missing, again and again, until all holds or nothing helps any more."""
    asked = tuple(_flat(conditions))
    repair = Repair(s)
    before: list[tuple[Finding, ...]] = []
    for _ in range(rounds):
        left = [assess(x, repair.situation)[0] for x in asked]
        repair.settled = not any(left)
        if repair.settled or left == before:
            return repair
        before = left
        for condition in asked:
            _mend(condition, repair, rounds)
    return repair


def _flat(conditions: Iterable[c.Condition]) -> Iterator[c.Condition]:
    for condition in conditions:
        if isinstance(condition, c.AllOf):
            yield from _flat(condition.conditions)
        else:
            yield condition


def _mend(condition: c.Condition, repair: Repair, rounds: int) -> None:
    """Record on trial what one condition lacks, as long as that brings it further.

    Findings may stay the same for a few drafts: before an agreement can be made, a party must join.
    """
    before: tuple[Finding, ...] = ()
    tried: list[Draft] = []
    patience = PATIENCE
    for _ in range(MOST):
        findings, _evidence = assess(condition, repair.situation)
        patience = patience - 1 if findings == before else PATIENCE
        if not findings or not patience:
            return
        try:
            drafts = drafts_for(condition, findings, repair.situation, rounds)
        except NothingToChoose:
            return
        if findings == before and drafts == tried:
            return
        before, tried = findings, drafts
        for draft in drafts:
            repair.add(draft)


def drafts_for(
    x: c.Condition, findings: tuple[Finding, ...], s: Situation, rounds: int = ROUNDS
) -> list[Draft]:
    """Return facts that bring an unmet condition closer; an empty list where none can."""
    match x:
        case c.PartyCount():
            return parties.more_parties(x, findings[0], s)
        case c.OnRecord():
            return [d for finding in findings for d in statements.statement(x, finding, s)]
        case c.RecordCount():
            return statements.more_statements(x, findings[0], s)
        case c.Measured():
            return [statements.amount(x, finding, s) for finding in findings]
        case c.Lasts():
            bound = x.at_least or x.at_most
            until = bound.after(s.day) if bound else None
            return [statements.stated(s, x.topic, None, until)]
        case c.Paired():
            if x.order == "before":
                return []
            return [d for finding in findings for d in statements.answer(x, finding, s)]
        case c.RoleFilled():
            return [d for finding in findings for d in parties.assignment(x, finding, s)]
        case c.ConsentOfAll():
            return [d for finding in findings for d in parties.consent(x, finding, s)]
        case c.Contributed():
            return [d for finding in findings for d in parties.contribution(x, finding, s)]
        case c.Agreed():
            return agreements.agreement_drafts(x, findings, s)
        case c.MetBefore():
            return [d for finding in findings for d in meetings.first_contact(x, finding, s)]
        case c.InContact():
            return [d for finding in findings for d in meetings.more_contact(x, finding, s)]
        case c.Evaluated():
            return [meetings.held(x, s)]
        case c.EvaluationArranged():
            return [meetings.planned(x, findings, s)]
        case c.ActionCount():
            return [d for finding in findings for d in meetings.more_actions(x, finding, s)]
        case c.AllOf():
            return settle(x.conditions, s, rounds // 2).drafts
        case c.AnyOf():
            return _first_branch(x, s, rounds // 2)
        case _:
            assert_never(x)


def _first_branch(x: c.AnyOf, s: Situation, rounds: int) -> list[Draft]:
    for branch in x.conditions:
        repair = settle((branch,), s, rounds)
        if repair.settled:
            return repair.drafts
    return []


def _wait(x: c.Condition, s: Situation) -> date | None:
    """Return the first day on which too many open actions or statements are few enough, if ever."""
    later: list[date] = []
    if isinstance(x, c.ActionCount):
        later = [e.fact.due for e in s.known.of(f.ActionAgreed) if e.fact.due >= s.day]
    elif isinstance(x, c.RecordCount):
        later = [e.fact.until for e in s.statements(x.topic) if e.fact.until is not None]
    for end in sorted(set(later)):
        if end < date.max:
            day = date.fromordinal(end.toordinal() + 1)
            then = Situation(s.process, s.known, day, s.track, s.step, s.about)
            if not assess(x, then)[0]:
                return day
    return None
