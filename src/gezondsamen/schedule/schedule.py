"""Evaluation schedules: when a collaboration is evaluated, and why then."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.process import Process
from gezondsamen.schedule.calendars import LONGEST, Direction, WorkingCalendar, shift
from gezondsamen.schedule.expansion import Course, Occurrence, occurrences
from gezondsamen.schedule.moments import Because, Moment, Schedule, Status


class Scheduled(Protocol):
    """What a schedule is made of: a collaboration."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def processes(self) -> tuple[Process, ...]: ...

    @property
    def dossier(self) -> Dossier: ...


def evaluation_schedule(
    case: Scheduled,
    *,
    on: date,
    until: date,
    calendar: WorkingCalendar | None = None,
    direction: Direction = "following",
) -> Schedule:
    """Return when a collaboration is evaluated, from its start through a day, and why then.

    Judged as of the day `on`: what is planned, open, held or overdue. Every moment is counted from
    its anchor and then moved to a working day of the calendar (`following` or `preceding`); the
    original day and the reason are kept. The present phase is taken to go on. Moments beyond what
    the calendar knows are provisional.

    Raises `InvalidRecord` when a day is not a plain date, or `until` lies before `on`.

    >>> import gezondsamen as gs
    >>> from gezondsamen.examples import load
    >>> schedule = evaluation_schedule(load("EX-07").case, on=date(2016, 1, 1), until=date(2017, 1, 1))
    >>> len(schedule)
    0
    """
    for name, day in (("on", on), ("until", until)):
        if type(day) is not date:
            raise InvalidRecord("not-a-date", f"{name} takes a datetime.date, not {day!r}", repr(day))
    if until < on:
        raise InvalidRecord("dates", f"until {until} lies before on {on}", str(until))
    dossier = case.dossier.as_of(on)
    processes = {process.key: process for process in case.processes}
    horizon = until if calendar is None or direction == "following" else _later(until)
    moments: list[Moment] = []
    for track in dossier.tracks:
        course = Course.of(processes[track.process], dossier, track.name, on)
        for point in course.process.evaluation_points:
            found = occurrences(point, course, horizon)
            held = _matched(case.id, point, course, found)
            for occurrence in found:
                moment = _moment(case.id, point, course, occurrence, held, calendar, direction)
                if moment.on <= until:
                    moments.append(moment)
    moments.sort(key=lambda moment: (moment.on, moment.id))
    return Schedule(case.id, case.title, on, until, tuple(moments))


def _later(day: date) -> date:
    """Return a day so far on that nothing later moves back to before this day."""
    return date.fromordinal(min(day.toordinal() + LONGEST, date.max.toordinal()))


def _id(case: str, point: EvaluationPoint, course: Course, occurrence: Occurrence) -> str:
    return f"{case}/{course.track}/{point.key}/{occurrence.key}"


def _moment(
    case: str,
    point: EvaluationPoint,
    course: Course,
    occurrence: Occurrence,
    held: dict[str, int],
    calendar: WorkingCalendar | None,
    direction: Direction,
) -> Moment:
    day, moved = shift(occurrence.day, calendar, direction)
    deadline = max(day, occurrence.deadline)
    ident = _id(case, point, course, occurrence)
    return Moment(
        id=ident,
        on=day,
        window=occurrence.window,
        deadline=deadline,
        track=course.track,
        point=point,
        status=_status(course.on, day, deadline, occurrence, ident in held, calendar),
        because=Because(occurrence.anchor, occurrence.mark.day, occurrence.mark.entry, occurrence.day, moved),
        held_in=held.get(ident),
    )


def _status(
    today: date,
    day: date,
    deadline: date,
    occurrence: Occurrence,
    held: bool,
    calendar: WorkingCalendar | None,
) -> Status:
    if held:
        return "held"
    if today > deadline:
        return "overdue"
    if today >= day or (occurrence.window[0] <= today and occurrence.window[1] == deadline):
        return "open"
    known = None if calendar is None else calendar.known_until
    return "provisional" if known is not None and day > known else "planned"


@attrs.frozen
class _Answer:
    """An evaluation held, or a talk of the same kind: when, in which entry, and what it names."""

    on: date
    entry: int
    names: str | None


def _matched(case: str, point: EvaluationPoint, course: Course, found: list[Occurrence]) -> dict[str, int]:
    """Match what was held with moments.

    By the id that it names, else the earliest open moment whose window holds it.
    """
    matched: dict[str, int] = {}
    idents = [(_id(case, point, course, occurrence), occurrence) for occurrence in found]
    answers = _answers(point, course)
    for answer in answers:
        if answer.names is not None and any(ident == answer.names for ident, _ in idents):
            matched.setdefault(answer.names, answer.entry)
    keys = (None, point.key, f"{course.process.key}.{point.key}")
    for answer in answers:
        if answer.names not in keys:
            continue
        for ident, occurrence in idents:
            if ident not in matched and occurrence.window[0] <= answer.on <= occurrence.window[1]:
                matched[ident] = answer.entry
                break
    return matched


def _answers(point: EvaluationPoint, course: Course) -> list[_Answer]:
    known = course.dossier.known
    held: list[tuple[Entry[f.EvaluationHeld] | Entry[f.Met], str | None]] = [
        (e, e.fact.point)
        for e in known.of(f.EvaluationHeld)
        if e.fact.track in (None, course.track) and (e.fact.point is not None or e.fact.kind == point.kind)
    ]
    held += [(e, None) for e in known.of(f.Met) if e.fact.kind == point.kind]
    held.sort(key=lambda pair: pair[0].place)
    return [_Answer(e.fact.on, e.number, names) for e, names in held]
