"""Repair conditions: from one that does not hold to the facts that would make it hold.

A remedy is data, and at the same time the form to show: facts ready to record, with their blanks
named. Which kinds, roles or topics exist is read from the process; nothing is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, Final

import attrs

from gezondsamen.decision.judge import judge
from gezondsamen.decision.repair import agreements, meetings, parties, statements
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.fold import follow
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.ledger import Ledger
from gezondsamen.errors import InvalidRecord
from gezondsamen.findings import Finding
from gezondsamen.forms.drafts import Draft, NothingToChoose, Remedy
from gezondsamen.process import conditions as c

ROUNDS = 8
"""Most passes of `repair` over all conditions, half as many inside one: a party that joins in one pass may
bring findings in the next."""

PATIENCE = 3
"""Give up on a condition after this many trials in a row that leave its findings as they were."""

MOST = 200
"""Most trials for one condition: what it counts, such as parties or statements, is added one at a time."""


def remedy(conditions: tuple[c.Condition, ...], s: Situation) -> Remedy:
    """Return what would make these conditions hold: drafts, or a day to wait until, or only a waiver.

    With a waiver the drafts are those that help as far as recording can.
    """
    repaired = repair(conditions, s)
    if repaired.settled:
        return Remedy(tuple(repaired.drafts))
    waits = [_wait(condition, s) for condition in conditions if judge(condition, s)[0]]
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

    def add(self, drafts: Iterable[Draft]) -> None:
        """Record drafts on trial, each that can be recorded."""
        known = self.situation.known
        ledger = Ledger(known)
        for number, draft in enumerate(drafts, next_number(known)):
            entry = Entry(number, draft.fill("…"))
            try:
                follow(ledger, entry, entry.place)
            except InvalidRecord:
                continue
            self.drafts.append(draft)
        self.situation = self.situation.knowing(ledger.closed())


AHEAD: Final = 1_000_000
"""So far after all entries stand those on trial."""


def next_number(known: Known) -> int:
    """Return a number that comes after all entries, for one on trial."""
    latest = known.latest[1] if known.latest else 0
    return max((latest, *(track.moved[1] for track in known.tracks.values()))) + AHEAD


def repair(conditions: Iterable[c.Condition], s: Situation, rounds: int = ROUNDS) -> Repair:
    """Return drafts that make all conditions hold, by recording each on a trial situation.

    Stops when no findings are left (`settled`), when a pass leaves the findings as they were, or after
    `rounds` passes.
    """
    asked = tuple(_flat(conditions))
    done = Repair(s)
    before: list[tuple[Finding, ...]] = []
    for _ in range(rounds):
        left = [judge(x, done.situation)[0] for x in asked]
        done.settled = not any(left)
        if done.settled or left == before:
            return done
        before = left
        for condition in asked:
            _mend(condition, done, rounds)
    return done


def _flat(conditions: Iterable[c.Condition]) -> Iterator[c.Condition]:
    for condition in conditions:
        if isinstance(condition, c.AllOf):
            yield from _flat(condition.conditions)
        else:
            yield condition


def _mend(condition: c.Condition, done: Repair, rounds: int) -> None:
    """Record on trial what one condition lacks, as long as that brings it further.

    Findings may stay the same for a few drafts: before an agreement can be made, a party must join.
    """
    before: tuple[Finding, ...] = ()
    tried: list[Draft] = []
    patience = trials = PATIENCE + _parties_first(condition)
    for _ in range(MOST):
        findings, _evidence = judge(condition, done.situation)
        patience = patience - 1 if findings == before else trials
        if not findings or not patience or _beyond(condition, findings):
            return
        try:
            drafts = DRAFTS[type(condition)](condition, findings, done.situation, rounds)
        except NothingToChoose:
            return
        if findings == before and drafts == tried:
            return
        before, tried = findings, drafts
        done.add(drafts)


def _parties_first(condition: c.Condition) -> int:
    """Return how many parties may have to join before there can be an agreement that obliges them."""
    return (condition.obliged or 0) if isinstance(condition, c.Agreed) else 0


def _beyond(condition: c.Condition, findings: tuple[Finding, ...]) -> bool:
    """Tell whether more is missing of what is added one at a time than is ever added."""
    if _parties_first(condition) > MOST:
        return True
    if not isinstance(condition, c.PartyCount | c.RecordCount | c.ActionCount | c.InContact):
        return False
    numbers = [(x.needed, x.found) for x in findings]
    return any(isinstance(n, int) and isinstance(f, int) and n - f > MOST for n, f in numbers)


def _wait(x: c.Condition, s: Situation) -> date | None:
    """Return the first day on which it holds by itself, if ever: few enough are open, notice is over."""
    later: list[date] = []
    if isinstance(x, c.ActionCount):
        later = [e.fact.due for e in s.known.of(f.ActionAgreed) if e.fact.due >= s.day]
    elif isinstance(x, c.RecordCount):
        later = [e.fact.until for e in s.statements(x.topic) if e.fact.until is not None]
    elif isinstance(x, c.NoticeGiven):
        later = agreements.last_days_of_notice(x, s)
    for end in sorted(set(later)):
        if end < date.max:
            day = date.fromordinal(end.toordinal() + 1)
            if not judge(x, attrs.evolve(s, day=day))[0]:
                return day
    return None


# --- kind by kind ------------------------------------------------------------------------------------

Drafter = Callable[[Any, tuple[Finding, ...], Situation, int], list[Draft]]
"""Make drafts for a condition from its findings; whole conditions inside are repaired in so many rounds."""

OfOne = Callable[[Any, Finding, Situation], list[Draft]]
"""Make drafts for a condition from one finding."""

OfAll = Callable[[Any, tuple[Finding, ...], Situation], list[Draft]]
"""Make drafts for a condition from all its findings."""


def _first(draft: OfOne, x: Any, findings: tuple[Finding, ...], s: Situation, _rounds: int) -> list[Draft]:
    """Return what helps with the first finding alone: the next one is looked at when that is recorded."""
    return draft(x, findings[0], s)


def _each(draft: OfOne, x: Any, findings: tuple[Finding, ...], s: Situation, _rounds: int) -> list[Draft]:
    """Return what helps with every finding, one after the other."""
    return [found for finding in findings for found in draft(x, finding, s)]


def _together(draft: OfAll, x: Any, findings: tuple[Finding, ...], s: Situation, _rounds: int) -> list[Draft]:
    """Return what helps with all findings at once."""
    return draft(x, findings, s)


def _all_of(x: c.AllOf, _findings: tuple[Finding, ...], s: Situation, rounds: int) -> list[Draft]:
    return repair(x.conditions, s, rounds).drafts


def _any_of(x: c.AnyOf, _findings: tuple[Finding, ...], s: Situation, rounds: int) -> list[Draft]:
    """Return what makes the first branch hold that can be made to hold."""
    for branch in x.conditions:
        repaired = repair((branch,), s, rounds // 2)
        if repaired.settled:
            return repaired.drafts
    return []


DRAFTS: Final[dict[type[c.Condition], Drafter]] = {
    c.PartyCount: partial(_first, parties.party_count),
    c.OnRecord: partial(_each, statements.on_record),
    c.RecordCount: partial(_first, statements.record_count),
    c.Measured: partial(_each, statements.measured),
    c.Lasts: partial(_first, statements.lasts),
    c.Paired: partial(_each, statements.paired),
    c.RoleFilled: partial(_each, parties.role_filled),
    c.ConsentOfAll: partial(_each, parties.consent_of_all),
    c.Contributed: partial(_each, parties.contributed),
    c.Agreed: partial(_together, agreements.agreed),
    c.NoticeGiven: partial(_each, agreements.notice_given),
    c.TermRuns: partial(_each, agreements.term_runs),
    c.MetBefore: partial(_each, meetings.met_before),
    c.InContact: partial(_together, meetings.contacts),
    c.Evaluated: partial(_together, meetings.evaluated),
    c.EvaluationArranged: partial(_together, meetings.evaluation_arranged),
    c.ActionCount: partial(_each, meetings.action_count),
    c.AllOf: _all_of,
    c.AnyOf: _any_of,
}
"""Which function makes drafts for which kind of condition."""
