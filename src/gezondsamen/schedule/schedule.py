"""Evaluation schedules: when a collaboration is evaluated, and why then."""

from __future__ import annotations

from datetime import date
from typing import Final, Protocol, get_args

import attrs

from gezondsamen import arguments
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.labels import Label
from gezondsamen.observation import is_observed, tell
from gezondsamen.periods import Every
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.process import Process
from gezondsamen.schedule.anchors import Course
from gezondsamen.schedule.calendars import LONGEST, Direction, WorkingCalendar, known, shift
from gezondsamen.schedule.expansion import Occurrence, occurrences
from gezondsamen.schedule.moments import Because, Dated, Elsewhere, Moment, MomentStatus, Schedule
from gezondsamen.terms import unknown

AHEAD: Final = Every(years=2)
"""How far a schedule looks ahead where nobody says so."""


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
    its anchor and then moved to a working day of the calendar, `following` or `preceding`, or the other
    way where that would leave its window or its school year; what is answered by a statement within a period
    moves back, rather than beyond it. The original day and the reason are kept. The present phase is taken
    to go on. Planned moments beyond what the calendar knows are provisional. What a track that was adopted
    while it ran had to evaluate before is not asked for.

    One evaluation, contact or statement answers one moment of a point: the one that it names, where the
    window of that holds its day, else the earliest that no other answered. Those that name a moment go
    first, then the others in the order of events.

    Raises `InvalidArgument` when a day is not a plain date, or `until` lies before `on`.

    >>> import gezondsamen as gs
    >>> from gezondsamen.examples import load
    >>> schedule = evaluation_schedule(load("EX-07").case, on=date(2016, 1, 1), until=date(2017, 1, 1))
    >>> [moment.on.isoformat() for moment in schedule if moment.point.key == "progress_talk"]
    ['2016-02-29', '2016-05-30', '2016-08-30', '2016-11-30']
    """
    _check(case, calendar, direction)
    on, until = arguments.check_day("on", on), arguments.check_day("until", until)
    if until < on:
        raise InvalidArgument("dates", f"until {until} lies before on {on}", str(until))
    dossier = case.dossier.as_of(on)
    processes = {process.key: process for process in case.processes}
    horizon = until if calendar is None else _later(until)
    moments: list[Moment] = []
    elsewhere: list[Elsewhere] = []
    for track in dossier.tracks:
        course = Course.of(processes[track.process], dossier, track.name, on)
        for point in course.process.evaluation_points:
            found = _unjudged(case.id, point, course, horizon, calendar, direction)
            if _named_beyond(point, course, found):
                far = max(horizon, _later(on, _FAR))
                found = _unjudged(case.id, point, course, far, calendar, direction)
            matching = _matched(point, course, found)
            elsewhere += matching.elsewhere
            dated = [
                _judged(moment, on, matching.held.get(moment.id), known(calendar))
                for moment in found
                if moment.on <= until
            ]
            moments += dated
            if is_observed():
                tell(Dated(course.process, tuple(dated)))
    moments.sort(key=lambda moment: (moment.on, moment.id))
    elsewhere.sort(key=lambda other: other.entry)
    return Schedule(case.id, case.title, on, until, tuple(moments), tuple(elsewhere))


def _check(case: object, calendar: object, direction: object) -> None:
    """Refuse arguments of a wrong kind: raises `InvalidArgument`."""
    if not isinstance(getattr(case, "dossier", None), Dossier):
        raise arguments.wrong("case", "a collaboration", case, InvalidArgument)
    if calendar is not None and not (hasattr(calendar, "known_until") and hasattr(calendar, "free")):
        raise arguments.wrong("calendar", "a calendar such as gs.WEEKENDS", calendar, InvalidArgument)
    if direction not in ("following", "preceding"):
        message = f"direction is following or preceding, not {shown(direction)}"
        raise unknown(InvalidArgument, "direction", shown(direction), get_args(Direction), message)


_FAR = 4000
"""How many days ahead a moment is sought that an evaluation names."""


def _later(day: date, days: int = LONGEST) -> date:
    """Return a horizon for days not shifted yet: by default, a day after it cannot move back to this one."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _unjudged(
    case: str,
    point: EvaluationPoint,
    course: Course,
    horizon: date,
    calendar: WorkingCalendar | None,
    direction: Direction,
) -> list[Moment]:
    """Return the moments of a point through a day, not matched and not judged yet."""
    return [
        _shifted(case, point, course, occurrence, calendar, direction)
        for occurrence in occurrences(point, course, horizon)
    ]


def _shifted(
    case: str,
    point: EvaluationPoint,
    course: Course,
    occurrence: Occurrence,
    calendar: WorkingCalendar | None,
    direction: Direction,
) -> Moment:
    """Return an occurrence as a moment on a working day, not judged yet; its window holds that day."""
    day, moved = _moved(occurrence, calendar, direction)
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


def _moved(
    occurrence: Occurrence, calendar: WorkingCalendar | None, direction: Direction
) -> tuple[date, Label | None]:
    """Return the working day of an occurrence, and why it moved: inside its window if that has one.

    Where only days of another school year are free of holidays, it stays on its own day.
    """
    other: Direction = "preceding" if direction == "following" else "following"
    ways = [shift(occurrence.day, calendar, way) for way in (direction, other)]
    for first, last in (occurrence.inside, occurrence.bounds):
        for day, why in ways:
            if first <= day <= last and occurrence.bounds[0] <= day <= occurrence.bounds[1]:
                return day, why
    return occurrence.day, None


def _judged(moment: Moment, today: date, held_in: int | None, known: tuple[date, date]) -> Moment:
    """Return the moment with its status on a day.

    Open from its day through its deadline, and from the first day of a window that ends there. What
    is optional is never overdue.
    """
    first, last = moment.window
    days = (moment.on, moment.because.original)
    status: MomentStatus = "planned"
    if held_in is not None:
        status = "held"
    elif today > moment.deadline and not moment.point.optional:
        status = "overdue"
    elif today >= moment.on or (first <= today and last == moment.deadline):
        status = "open"
    elif min(days) < known[0] or max(days) > known[1]:
        status = "provisional"
    else:
        return moment
    return attrs.evolve(moment, status=status, held_in=held_in)


@attrs.frozen
class _Answer:
    """Hold what may answer a moment: an evaluation with what it names, a contact, or a statement."""

    entry: Entry[f.EvaluationHeld] | Entry[f.Met] | Entry[f.Stated]
    names: str | None = None

    @property
    def on(self) -> date:
        return self.entry.fact.on

    def fits(self, moment: Moment, course: Course) -> bool:
        """Tell whether it lies in the window of a moment, and a statement is about the same subject."""
        first, last = moment.window
        fact, asked = self.entry.fact, moment.because.entry
        if not first <= fact.on <= last:
            return False
        if not isinstance(fact, f.Stated) or asked is None:
            return True
        by = course.dossier.journal[asked]
        if not isinstance(by.fact, f.Stated):
            return True
        known = course.dossier.known
        renews = by.fact.topic == fact.topic
        return (not renews or self.entry.place > by.place) and (
            by.fact.about is None or known.same(fact.about, by.fact.about)
        )


@attrs.frozen
class _Matching:
    """Hold which entry answered which moment of a point, and which answered another than they name."""

    held: dict[str, int]
    elsewhere: tuple[Elsewhere, ...]


def _matched(point: EvaluationPoint, course: Course, moments: list[Moment]) -> _Matching:
    """Match what was held with moments, in the order of events: one evaluation answers one moment.

    By the id that it names, where that moment's window holds it; else the earliest moment not answered yet
    whose window does. Ids count occurrences: after a change of rhythm one may mean another moment.
    """
    held: dict[str, int] = {}
    elsewhere: list[Elsewhere] = []
    by_id = {moment.id: moment for moment in moments}
    answers = _answers(point, course)
    used: set[int] = set()
    for answer in answers:
        named = by_id.get(answer.names or "")
        if named is not None and named.id not in held and answer.fits(named, course):
            held[named.id] = answer.entry.number
            used.add(answer.entry.number)
    keys = (None, point.key, f"{course.process.key}.{point.key}")
    part = f"/{course.track}/{point.key}/"
    for answer in answers:
        names = answer.names
        of_moment = names is not None and part in names
        if answer.entry.number in used or not (names in keys or of_moment):
            continue
        found = next((m.id for m in moments if m.id not in held and answer.fits(m, course)), None)
        if found is not None:
            held[found] = answer.entry.number
        if names is not None and of_moment:
            elsewhere.append(Elsewhere(answer.entry.number, names, found))
    return _Matching(held, tuple(elsewhere))


def _answers(point: EvaluationPoint, course: Course) -> list[_Answer]:
    """Return what may answer a point: what names a point or moment, else what is of its kind."""
    known = course.dossier.known
    held = [
        _Answer(e, e.fact.point)
        for e in known.of(f.EvaluationHeld)
        if e.fact.track in (None, course.track) and (e.fact.point is not None or e.fact.kind == point.kind)
    ]
    kinds = point.contacts or (point.kind,)
    held += [_Answer(e) for e in known.of(f.Met) if e.fact.kind in kinds]
    for topic in point.topics:
        stated = known.of(f.Stated, topic)
        held += [_Answer(e) for e in stated if e.fact.track in (None, course.track)]
    return sorted(held, key=lambda answer: answer.entry.place)


def _named_beyond(point: EvaluationPoint, course: Course, moments: list[Moment]) -> bool:
    """Tell whether an evaluation names a moment of a point that is not among these."""
    ids = {moment.id for moment in moments}
    part = f"/{course.track}/{point.key}/"
    named = [e.fact.point for e in course.dossier.known.of(f.EvaluationHeld) if e.fact.point is not None]
    return any(part in name and name not in ids for name in named)
