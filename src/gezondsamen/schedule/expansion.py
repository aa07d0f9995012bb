"""Expansion of evaluation points: from anchors to days, each counted from its anchor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

import attrs

from gezondsamen.periods import Every, at_fraction, school_year
from gezondsamen.process.conditions import number, period
from gezondsamen.process.evaluation_points import Anchor, EvaluationPoint, OnSchoolYear, OnTerm, Window
from gezondsamen.schedule.anchors import Course, Mark, marks

_DAY = timedelta(days=1)
_YEAR = Every(years=1)


@attrs.frozen
class Occurrence:
    """Hold one occurrence before it is matched: which, when, in which window, and counted from what.

    `inside` are the days between which it is moved to a working day, as far as there is one; it never
    leaves those of `bounds`.
    """

    key: str
    day: date
    window: tuple[date, date]
    deadline: date
    anchor: Anchor
    mark: Mark
    inside: tuple[date, date]
    bounds: tuple[date, date] = (date.min, date.max)

    @classmethod
    def of(
        cls,
        key: str,
        day: date,
        window: tuple[date, date],
        deadline: date,
        anchor: Anchor,
        mark: Mark,
        inside: tuple[date, date] | None = None,
    ) -> Occurrence:
        """Return an occurrence that moves inside its window, and the school year that it counts for."""
        bounds = school_year(day) if anchor == OnSchoolYear() else (date.min, date.max)
        return cls(key, day, window, deadline, anchor, mark, inside or window, bounds)


def occurrences(point: EvaluationPoint, course: Course, until: date) -> list[Occurrence]:
    """Return the occurrences of a point through a day, in the order of days.

    Nothing is produced while the track is suspended or at its end, or outside the phases of the
    point. What repeats stops at the end of the term, unless that is past and the track runs on; what
    follows one event does not stop.
    """
    found = [
        occurrence
        for occurrence in (*_regular(point, course, until), *_after_events(point, course))
        if occurrence.day <= until and course.runs_on(occurrence.day, point.while_in)
    ]
    return sorted(found, key=lambda x: (x.day, x.key))


def _regular(point: EvaluationPoint, course: Course, until: date) -> Iterator[Occurrence]:
    found = marks(point.anchor, course)
    every = _YEAR if point.every is None and point.anchor == OnSchoolYear() else point.every
    if point.fraction is not None:
        for mark in found:
            yield from _inside_term(point, point.fraction, course, mark)
    elif point.before_end is not None:
        for mark in found:
            if _long_enough(point, course):
                day = period(point.before_end).before(mark.day)
                yield Occurrence.of(f"{mark.key}/1", day, (day, mark.day), mark.day, point.anchor, mark)
    elif every is not None:
        for mark in found[:1]:  # coming back to a phase keeps the first anchor
            if _long_enough(point, course):
                yield from _repeated(point, period(every), course, mark, until)
    else:
        for mark in found:
            if _long_enough(point, course):
                yield _single(point, mark)


def _single(point: EvaluationPoint, mark: Mark) -> Occurrence:
    key = f"{mark.key}/1"
    day = mark.day if point.offset is None else period(point.offset).after(mark.day)
    if point.window is not None:
        first, last = _window(point.window, day)
        return Occurrence.of(key, last, (first, last), last, point.anchor, mark)
    # What is asked by a day is done before it, not after, and not on the day itself that asks it.
    inside = (min(mark.day + _DAY, day), day) if point.topics and mark.day < day else None
    return Occurrence.of(key, day, (mark.day, date.max), day, point.anchor, mark, inside)


def _inside_term(point: EvaluationPoint, fraction: float, course: Course, mark: Mark) -> Iterator[Occurrence]:
    term = course.term
    if term is None or term.start is None or term.end is None or not _long_enough(point, course):
        return
    day = at_fraction(term.start, term.end, fraction)
    # MODEL: an evaluation counts from half-way before to half-way after.
    first = at_fraction(term.start, day, 0.5)
    last = at_fraction(day, term.end, 0.5)
    yield Occurrence.of(f"{mark.key}/1", day, (first, last), day, point.anchor, mark)


def _long_enough(point: EvaluationPoint, course: Course) -> bool:
    if point.min_term is None:
        return True
    term = course.term
    if term is None or term.start is None or term.end is None:
        return False
    return point.min_term.after(term.start) - _DAY <= term.end


def _repeated(
    point: EvaluationPoint, every: Every, course: Course, mark: Mark, until: date
) -> Iterator[Occurrence]:
    """Yield the occurrences of every period: occurrence n closes period n.

    With `min_count` k, the others of period n are n.1 ... n.(k-1), spread evenly over the first period
    and repeated from there. An evaluation counts from the first day of the period through the end of the
    next one; counted from the school year, the last day of the period is the end of both. With a window,
    the moments lie in the first window that ends in or after the period's first day.
    """
    start = mark.day if point.offset is None else period(point.offset).after(mark.day)
    count = number(point.min_count)
    last = _last(point, course, until)
    by_school_year = point.anchor == OnSchoolYear() and point.offset is None
    before: date | None = None
    parts: list[date] = []
    for n, opened, closed, beyond in _periods(every, start, last):
        first, final, bounds = opened, closed, (opened + _DAY, beyond)
        if point.window is not None:
            first, final = bounds = _window(point.window, opened)
            if final == before:  # a shorter period than a year: once in a window
                continue
            before = final
        elif by_school_year:
            final = closed - _DAY
            bounds = opened, final
        spread = [_share(first, final, part, count) for part in range(1, count)]
        if point.window is None:
            parts = parts or spread
            spread = [every.after(day, n - 1) for day in parts]
        for part, day in enumerate((*spread, final), 1):
            if day > last:
                return
            key = f"{mark.key}/{n}" if part == count else f"{mark.key}/{n}.{part}"
            yield Occurrence.of(key, day, bounds, day, point.anchor, mark)


def _share(first: date, final: date, part: int, count: int) -> date:
    """Return the day so many parts of a period after its first."""
    return first + timedelta(days=-(-(final - first).days * part // count))


def _last(point: EvaluationPoint, course: Course, until: date) -> date:
    end = None if course.term is None else course.term.end
    return until if end is None or end < course.on or point.anchor == OnTerm("end") else min(until, end)


def _periods(every: Every, start: date, last: date) -> Iterator[tuple[int, date, date, date]]:
    """Yield number, opening day, end, and end of the next one of each period that opens through a day.

    A period that would run past the last day there is, 31 December 9999, is none.
    """
    n, opened, closed = 1, start, every.after(start, 1)
    while opened <= last and closed < date.max:
        beyond = every.after(start, n + 1)
        yield n, opened, closed, beyond
        n, opened, closed = n + 1, closed, beyond


def _after_events(point: EvaluationPoint, course: Course) -> Iterator[Occurrence]:
    for index, (anchor, after) in enumerate(point.on_events, 1):
        for mark in marks(anchor, course):
            day = mark.day if after is None else after.after(mark.day)
            yield Occurrence.of(f"event{index}.{mark.key}/1", day, (mark.day, date.max), day, anchor, mark)


def _window(window: Window, day: date) -> tuple[date, date]:
    """Return the first window that ends on or after a day."""
    over = 0 if window.first <= window.last else 1
    year = day.year if _month_day(day.year, window.last) >= day else day.year + 1
    return _month_day(year - over, window.first), _month_day(year, window.last)


def _month_day(year: int, text: str) -> date:
    """Return a day of a year; where the month is shorter, its last day."""
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if year < MINYEAR else date.max
    month, day = (int(part) for part in text.split("-"))
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
