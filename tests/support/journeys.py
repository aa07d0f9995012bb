"""Collaborations for tests of schedules: facts, and steps that are taken without asking the rules."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

import gezondsamen as gs
from gezondsamen.dossier.facts import StepTaken
from gezondsamen.dossier.journal import Entry
from gezondsamen.process.evaluation_points import Anchor, EvaluationPoint, OnPhase
from gezondsamen.schedule.calendars import Direction, WorkingCalendar
from gezondsamen.schedule.moments import Schedule
from tests.support.builders import label, party, tiny

Step = tuple[date, str]
"""A day and the trigger taken on it, on the main track."""

LONG = date(2060, 12, 31)
"""A day after every term in these tests."""


def journey(case: gs.Collaboration, *events: gs.Fact | Step, track: str = "main") -> gs.Collaboration:
    """Return the case after these facts and steps on a track, in this order; no rule is asked."""
    for event in events:
        if not isinstance(event, tuple):
            case = case.record(event)
            continue
        day, trigger = event
        at = case.dossier.track(track)
        process = next(p for p in case.processes if p.key == at.process)
        step = process.transition(at.phase, trigger)
        assert step is not None, f"no {trigger} out of {at.phase}"
        entry = Entry(case.version + 1, StepTaken(day, track, trigger, step.target))
        case = gs.Collaboration.replay(case.processes, (*case.entries_after(0), entry))
    return case


def begun(process: gs.Process, phase: str, on: date, *events: gs.Fact | Step) -> gs.Collaboration:
    """Return a case that is adopted in a phase on a day, after these facts and steps."""
    case = gs.Collaboration.start(process, id="case", on=on, phase=phase, since=on, reason="a test")
    return journey(case, *events)


def pact(start: date | None, end: date | None, on: date | None = None, **changes: Any) -> gs.AgreementDrafted:
    """Return the draft of an agreement with a term, without parties."""
    day = on or start
    assert day is not None
    return gs.AgreementDrafted(
        day, **({"agreement": "pact", "kind": "covenant"} | changes), start=start, end=end
    )


def joined(ident: str, on: date) -> gs.PartyJoined:
    return gs.PartyJoined(on, party(ident))


def quiet(process: gs.Process) -> gs.Process:
    """Return a process without what plans the rhythms of its rules, and without the end of a term."""
    kept = [x for x in process.evaluation_points if x.rule is None and x.key != "end_of_term"]
    return attrs.evolve(process, evaluation_points=kept)


def point(anchor: Anchor | None = None, **changes: Any) -> EvaluationPoint:
    """Return a point of our own, counted from the beginning unless said otherwise."""
    given: dict[str, Any] = {"key": "look", "label": label("terugblik"), "kind": "periodic"}
    given |= {"anchor": anchor or OnPhase("begin"), "citation": gs.Citation(gs.Work("own", "Own handbook"))}
    return EvaluationPoint(**(given | changes))


def own(*points: EvaluationPoint, on: date) -> gs.Collaboration:
    """Return a case in the first phase of a tiny process with these points."""
    return gs.Collaboration.start(tiny(evaluation_points=points), id="case", on=on)


def schedule(
    case: gs.Collaboration,
    *,
    on: date | None = None,
    until: date = LONG,
    calendar: WorkingCalendar | None = None,
    direction: Direction = "following",
) -> Schedule:
    """Return the schedule, by default as of the last event."""
    day = on or max(entry.place[0] for entry in case.entries_after(0))
    return gs.evaluation_schedule(case, on=day, until=until, calendar=calendar, direction=direction)


def days(found: Schedule, key: str, track: str = "main") -> list[str]:
    """Return the days of one point as texts."""
    return [m.on.isoformat() for m in found if m.point.key == key and m.track == track]


def statuses(found: Schedule) -> list[str]:
    return [moment.status for moment in found]
