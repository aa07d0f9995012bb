"""A host that shows a case worker what is missing, takes steps and stores rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

import gezondsamen as gs
from gezondsamen.exchange import fact_of, to_html, to_ics, to_mermaid
from gezondsamen.phases import pps

Listener = Callable[[gs.Collaboration, gs.Check], None]


def begin(day: date) -> gs.Collaboration:
    case = gs.Collaboration.start(gs.PPS, id="waterstad", title="Waterstad beweegt", on=day)
    return case.record(
        gs.PartyJoined(on=day, party=gs.Party(id="gemeente", name="Gemeente Waterstad", kind="municipality")),
        gs.Stated(on=day, topic="purpose", text="Meer bewegen en gezonder eten, 0-19 jaar"),
        by="u-17",
    )


def adopt(day: date, since: date) -> gs.Collaboration:
    return gs.Collaboration.start(
        gs.PPS, id="haven", on=day, phase=pps.MANAGEMENT, since=since, reason="Loopt al."
    )


def rows(check: gs.Check) -> list[tuple[str, str, str | None, tuple[int, ...]]]:
    found: list[tuple[str, str, str | None, tuple[int, ...]]] = []
    for row in check.outcomes:
        about = next((finding.about for finding in row.findings if finding.about is not None), None)
        found.append(
            (row.requirement.code, row.text("nl"), about.id if about is not None else None, row.evidence)
        )
    return found


def form(check: gs.Check) -> list[tuple[str, str, str | None]]:
    fields: list[tuple[str, str, str | None]] = []
    for row in check.unmet:
        if row.remedy is None or row.remedy.waiver:
            continue
        for draft in row.remedy.drafts:
            fields += [(blank.field, blank.kind, blank.scheme) for blank in draft.blanks]
    return fields


def sent(case: gs.Collaboration, check: gs.Check, answers: Mapping[str, Any]) -> gs.Collaboration:
    try:
        told: tuple[gs.Fact, ...] = check.form.read(answers)
    except gs.FormError as refused:
        texts: list[tuple[str, str]] = [(problem.name, problem.text("nl")) for problem in refused.problems]
        print(texts)
        return case
    meeting: gs.Form = case.form(gs.Met, on=check.on, kind="plenary")
    own: dict[str, str | list[str]] = meeting.answers()
    return case.record(*told, *meeting.read(own))


def colour(row_status: str, check: gs.Check) -> str:
    colours = {"met": "green", "unmet": "red", "waived": "grey", "advised": "amber", "note": "white"}
    assert all(row.status in colours for row in check.outcomes)
    return colours[row_status]


def step(
    case: gs.Collaboration, trigger: str, day: date, stamp: datetime, tell: Listener
) -> gs.Collaboration:
    filled: tuple[gs.Fact, ...] = tuple(draft.fill("…") for draft in case.check(trigger, on=day).repair)
    try:
        return case.advance(trigger, *filled, on=day, by="u-17", recorded_at=stamp)
    except gs.TransitionRefused as refused:
        tell(case, refused.check)
    except gs.UnknownTrigger as unknown:
        print(unknown.trigger, unknown.nearest)
    except gs.InvalidRecord as problem:
        print(problem.code, problem.offender, problem.nearest)
    return case


def about_somebody(case: gs.Collaboration, day: date) -> tuple[gs.Check, ...]:
    return (
        case.check(pps.ADD_PARTNER, on=day, about="gemeente"),
        case.check(pps.ADD_PARTNER, on=day, about=("party", "gemeente")),
        case.check(pps.ADD_PARTNER, on=day, about=gs.About("party", "gemeente")),
    )


def to_store(case: gs.Collaboration, version: int) -> Iterable[tuple[int, date, str]]:
    for entry in case.entries_after(version):
        yield entry.number, entry.fact.on, gs.dumps(entry)


def read(text: str, processes: Mapping[str, gs.Process]) -> gs.Collaboration:
    case: gs.Collaboration = gs.loads(text, processes=processes)
    return case


def posted(values: dict[str, Any]) -> gs.Fact:
    return fact_of(values)


def ask(case: gs.Collaboration, day: date) -> str:
    plan = case.plan(to=pps.MANAGEMENT, on=day)
    triggers: list[str] = [step.trigger for step in plan.steps]
    options: dict[str, gs.Check] = case.options(on=day)
    watched = case.monitor(on=day).explain("nl")
    overdue = [due.trigger for due in case.due(on=day)]
    unsupported = [check.trigger for check in case.review()]
    corrected = case.correct(2, None, reason="Vergissing.").redact(person="p-1")
    return " ".join([*triggers, *options, watched, *overdue, *unsupported, corrected.phase])


def pages(case: gs.Collaboration, day: date, stamp: datetime) -> tuple[str, str, bytes | str]:
    schedule = gs.evaluation_schedule(case, on=day, until=date(2028, 12, 31), calendar=gs.WEEKENDS)
    return to_html(case, on=day), to_mermaid(case.process, lang="nl"), to_ics(schedule, stamp=stamp)


def expect(text: str) -> gs.Collaboration:
    return gs.loads(text, processes=gs.PPS, as_=gs.Collaboration)


def title(text: str) -> str:
    return gs.loads(text, as_=gs.Collaboration).title


def on_record(case: gs.Collaboration, day: date) -> list[str]:
    """Read what is on record: values, and entries that know which fact they hold."""
    told = [entry.fact.text for entry in case.statements("purpose", on=day)]
    told += [str(entry.fact.amount) for entry in case.amounts(on=day)]
    told += [party for entry in case.meetings(on=day) for party in entry.fact.parties]
    told += [role.party or "" for role in case.roles(on=day, role="delegate", ended=True)]
    told += [agreement.name for agreement in case.agreements(on=day) if agreement.in_force]
    told += [f"{each.amount} {each.unit}" for each in case.contributions(on=day)]
    told += [action.text for action in case.actions(on=day) if action.done is None]
    return told + [line.text for line in case.timeline("nl", on=day)]
