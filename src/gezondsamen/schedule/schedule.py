"""Evaluation schedules: when a collaboration is evaluated, and why then."""

from __future__ import annotations

from datetime import date
from typing import Protocol, get_args

import attrs

from gezondsamen import arguments
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.process import Process
from gezondsamen.scalars import plain_day
from gezondsamen.schedule.anchors import Course
from gezondsamen.schedule.calendars import LONGEST, Direction, WorkingCalendar, shift
from gezondsamen.schedule.expansion import Occurrence, occurrences
from gezondsamen.schedule.moments import Because, Moment, MomentStatus, Schedule
from gezondsamen.terms import unknown


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
    the calendar knows are provisional. What a track that was adopted while it ran had to evaluate
    before is not asked for.

    Raises `InvalidArgument` when a day is not a plain date, or `until` lies before `on`.

    >>> import gezondsamen as gs
    >>> from gezondsamen.examples import load
    >>> schedule = evaluation_schedule(load("EX-07").case, on=date(2016, 1, 1), until=date(2017, 1, 1))
    >>> [moment.on.isoformat() for moment in schedule if moment.point.key == "progress_talk"]
    ['2016-02-29', '2016-05-30', '2016-08-30', '2016-11-30']
    """
    _check(case, calendar, direction)
    on, until = _day("on", on), _day("until", until)
    if until < on:
        raise InvalidArgument("dates", f"until {until} lies before on {on}", str(until))
    dossier = case.dossier.as_of(on)
    processes = {process.key: process for process in case.processes}
    horizon = until if calendar is None or direction == "following" else _later(until)
    moments: list[Moment] = []
    for track in dossier.tracks:
        course = Course.of(processes[track.process], dossier, track.name, on)
        for point in course.process.evaluation_points:
            found = [
                _shifted(case.id, point, course, occurrence, calendar, direction)
                for occurrence in occurrences(point, course, horizon)
            ]
            held = _matched(point, course, found)
            known_until = None if calendar is None else calendar.known_until
            for moment in found:
                if moment.on <= until:
                    moments.append(_judged(moment, on, held.get(moment.id), known_until))
    moments.sort(key=lambda moment: (moment.on, moment.id))
    return Schedule(case.id, case.title, on, until, tuple(moments))


def _check(case: object, calendar: object, direction: object) -> None:
    """Refuse arguments of a wrong kind: raises `InvalidArgument`."""
    if not isinstance(getattr(case, "dossier", None), Dossier):
        raise arguments.wrong("case", "a collaboration", case, InvalidArgument)
    if calendar is not None and not (hasattr(calendar, "known_until") and hasattr(calendar, "free")):
        raise arguments.wrong("calendar", "a calendar such as gs.WEEKENDS", calendar, InvalidArgument)
    if direction not in ("following", "preceding"):
        message = f"direction is following or preceding, not {shown(direction)}"
        raise unknown(InvalidArgument, "direction", shown(direction), get_args(Direction), message)


def _day(name: str, value: object) -> date:
    found = plain_day(value)
    if found is None:
        raise InvalidArgument("not-a-date", f"{name} takes a datetime.date, not {shown(value)}", shown(value))
    return found


def _later(day: date) -> date:
    """Return the horizon for days not shifted yet: a day after it cannot move back to this one."""
    return date.fromordinal(min(day.toordinal() + LONGEST, date.max.toordinal()))


def _shifted(
    case: str,
    point: EvaluationPoint,
    course: Course,
    occurrence: Occurrence,
    calendar: WorkingCalendar | None,
    direction: Direction,
) -> Moment:
    """Return an occurrence as a moment on a working day, not judged yet; its window holds that day."""
    day, moved = shift(occurrence.day, calendar, direction)
    first, last = occurrence.window
    mark = occurrence.mark
    return Moment(
        id=f"{case}/{course.track}/{point.key}/{occurrence.key}",
        on=day,
        window=(min(first, day), max(last, day)),
        deadline=max(occurrence.deadline, day),
        track=course.track,
        process=course.process.key,
        point=point,
        status="planned",
        because=Because(
            point.key, point.basis, occurrence.anchor, mark.day, mark.entry, occurrence.day, moved
        ),
    )


def _judged(moment: Moment, today: date, held_in: int | None, known_until: date | None) -> Moment:
    """Return the moment with its status on a day.

    Open from its day through its deadline, and from the first day of a window that ends there. What
    is optional is never overdue.
    """
    first, last = moment.window
    status: MomentStatus = "planned"
    if held_in is not None:
        status = "held"
    elif today > moment.deadline and not moment.point.optional:
        status = "overdue"
    elif today >= moment.on or (first <= today and last == moment.deadline):
        status = "open"
    elif known_until is not None and max(moment.on, moment.because.original) > known_until:
        status = "provisional"
    else:
        return moment
    return attrs.evolve(moment, status=status, held_in=held_in)


@attrs.frozen
class _Answer:
    """Hold an evaluation, or a contact of the same kind: when, in which entry, and what it names."""

    on: date
    entry: int
    names: str | None


def _matched(point: EvaluationPoint, course: Course, moments: list[Moment]) -> dict[str, int]:
    """Match what was held with moments, in the order of events: one evaluation answers one moment.

    By the id that it names, where that moment's window holds it; else the earliest moment not answered yet
    whose window does. Ids count occurrences: after a change of rhythm one may mean another moment.
    """
    matched: dict[str, int] = {}
    windows = {moment.id: moment.window for moment in moments}
    answers = _answers(point, course)
    used: set[int] = set()
    for answer in answers:
        window = windows.get(answer.names or "")
        if window is not None and window[0] <= answer.on <= window[1] and answer.names not in matched:
            matched[str(answer.names)] = answer.entry
            used.add(answer.entry)
    keys = (None, point.key, f"{course.process.key}.{point.key}")
    part = f"/{course.track}/{point.key}/"
    for answer in answers:
        if answer.entry in used or not (answer.names in keys or part in (answer.names or "")):
            continue
        for moment in moments:
            if moment.id not in matched and moment.window[0] <= answer.on <= moment.window[1]:
                matched[moment.id] = answer.entry
                break
    return matched


def _answers(point: EvaluationPoint, course: Course) -> list[_Answer]:
    """Return what may answer a point: what names a point or moment, else what is of its kind."""
    known = course.dossier.known
    held: list[tuple[Entry[f.EvaluationHeld] | Entry[f.Met], str | None]] = [
        (e, e.fact.point)
        for e in known.of(f.EvaluationHeld)
        if e.fact.track in (None, course.track) and (e.fact.point is not None or e.fact.kind == point.kind)
    ]
    held += [(e, None) for e in known.of(f.Met) if e.fact.kind == point.kind]
    held.sort(key=lambda pair: pair[0].place)
    return [_Answer(e.fact.on, e.number, names) for e, names in held]
