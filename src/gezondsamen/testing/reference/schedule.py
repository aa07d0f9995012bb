"""What a schedule holds, read from the bare list of entries: when there is a moment, and how it stands.

Begin with `schedule`. What is counted from is read in `schedule_course`, which moments follow from that in
`schedule_occurrences`, what answers them in `schedule_answers`, and the arithmetic in `schedule_days`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.process.evaluation_points import EvaluationPoint, OnSchoolYear
from gezondsamen.process.process import Process
from gezondsamen.schedule.calendars import Direction, WorkingCalendar
from gezondsamen.testing.reference import record
from gezondsamen.testing.reference.record import Known
from gezondsamen.testing.reference.schedule_answers import Elsewhere, answered
from gezondsamen.testing.reference.schedule_course import Course, courses
from gezondsamen.testing.reference.schedule_days import later, school_year_of, working_day
from gezondsamen.testing.reference.schedule_occurrences import A_YEAR, Foreseen, Planned, planned


@attrs.frozen
class Foresight:
    """What a schedule holds: its moments by day and id, and what answered another moment than it names.

    Each of `elsewhere` is the number of an entry, the id that it names, and the id that it answered, if any.
    """

    moments: tuple[Foreseen, ...]
    elsewhere: tuple[Elsewhere, ...]


def schedule(
    processes: Iterable[Process],
    entries: Known,
    *,
    on: date,
    until: date,
    calendar: WorkingCalendar | None = None,
    direction: Direction = "following",
) -> Foresight:
    """The moments of every point on every track through a day; sorted by day and id, never merged."""
    running = {process.key: process for process in processes}
    case = next(e.fact.collaboration for e in record.of(entries, f.TrackOpened) if e.fact.collaboration)
    found: list[Foreseen] = []
    elsewhere: list[Elsewhere] = []
    for track in courses(running, entries, on):
        far = _far(track, until)
        for point in track.process.evaluation_points:
            moved = [moved_to(case, point, track, x, calendar, direction) for x in planned(point, track, far)]
            held, others = answered(point, track, moved)
            judged = [attrs.evolve(moment, held_in=held.get(moment.id)) for moment in moved]
            found += [attrs.evolve(m, status=status(m, on, calendar)) for m in judged if m.on <= until]
            elsewhere += others
    return Foresight(tuple(sorted(found, key=lambda m: (m.on, m.id))), tuple(sorted(elsewhere)))


def _far(track: Course, until: date) -> date:
    """How far ahead moments are looked for: what lies after a day may move back to it, or be named."""
    named = [entry.fact.point for entry in record.of(track.known, f.EvaluationHeld)]
    years = 10 if any(f"/{track.track}/" in (point or "") for point in named) else 2
    return later(max(until, track.on), A_YEAR, years)


def moved_to(
    case: str,
    point: EvaluationPoint,
    track: Course,
    x: Planned,
    calendar: WorkingCalendar | None,
    direction: Direction,
) -> Foreseen:
    """Moved to a working day, or the other way where that would leave its window or its school year.

    Where both leave the window, it moves out of it, but never out of the school year that it counts for.
    """
    school = school_year_of(x.day) if isinstance(x.anchor, OnSchoolYear) else (date.min, date.max)
    first, last = x.inside or x.window
    other: Direction = "preceding" if direction == "following" else "following"
    days = [working_day(x.day, calendar, way) for way in (direction, other)]
    inside = [d for d in days if max(first, school[0]) <= d <= min(last, school[1])]
    allowed = [d for d in days if school[0] <= d <= school[1]]
    day = (inside or allowed or [x.day])[0]
    return Foreseen(
        id=f"{case}/{track.track}/{point.key}/{x.occurrence}",
        track=track.track,
        process=track.process.key,
        point=point,
        original=x.day,
        moved=None if calendar is None or day == x.day else calendar.free(x.day),
        on=day,
        window=(min(x.window[0], day), max(x.window[1], day)),
        deadline=max(x.deadline, day),
        anchor=x.anchor,
        counted_from=x.mark.day,
        entry=x.mark.entry,
    )


def status(moment: Foreseen, today: date, calendar: WorkingCalendar | None) -> str:
    """Planned before its day, open through its deadline, then overdue; held once answered.

    A moment whose window ends with its deadline is open from the first day of that window. What is optional
    is never overdue. A moment still to come whose day, before or after it moved, lies beyond what the
    calendar knows may still move: it is provisional.
    """
    if moment.held_in is not None:
        return "held"
    if today > moment.deadline and not moment.point.optional:
        return "overdue"
    opens = moment.window[0] if moment.window[1] == moment.deadline else moment.on
    if today >= opens:
        return "open"
    first = getattr(calendar, "known_from", None) or date.min
    last = (calendar.known_until if calendar is not None else None) or date.max
    known = all(first <= day <= last for day in (moment.original, moment.on))
    return "planned" if known else "provisional"
