"""Expanding evaluation points: from anchors to days, each counted from its anchor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.tracks import Visit
from gezondsamen.periods import Every, at_fraction
from gezondsamen.process.conditions import number, period
from gezondsamen.process.evaluation_points import Anchor, EvaluationPoint, OnTerm, Window
from gezondsamen.process.process import Process
from gezondsamen.schedule.anchors import Mark, marks, term_of

_DAY = timedelta(days=1)


@attrs.frozen
class Course:
    """Hold what a track went through, and what its points are expanded with."""

    process: Process
    dossier: Dossier
    track: str
    on: date
    visits: tuple[Visit, ...]
    term: Agreement | None

    @classmethod
    def of(cls, process: Process, dossier: Dossier, track: str, on: date) -> Course:
        """Return the course of a track up to a day."""
        return cls(process, dossier, track, on, dossier.visits(track), term_of(dossier, track))

    def phases_on(self, day: date) -> tuple[str, ...]:
        """Return the phases a track is in on a day; after today, the present one goes on."""
        if day > self.on:
            return (self.visits[-1].phase,)
        return tuple(
            visit.phase
            for visit in self.visits
            if visit.entered <= day and (visit.left is None or day <= visit.left)
        )

    def runs_on(self, day: date, while_in: tuple[str, ...]) -> bool:
        """Tell whether moments are produced on a day: running, not suspended, in these phases."""
        running = [
            key for key in self.phases_on(day) if self.process.phase(key).kind not in ("suspended", "final")
        ]
        return any(key in while_in for key in running) if while_in else bool(running)


@attrs.frozen
class Occurrence:
    """Hold one occurrence before it is matched: which, when, in which window, and counted from what."""

    key: str
    day: date
    window: tuple[date, date]
    deadline: date
    anchor: Anchor
    mark: Mark


def occurrences(point: EvaluationPoint, course: Course, until: date) -> list[Occurrence]:
    """Return the occurrences of a point through a day, in the order of days.

    Nothing is produced while the track is suspended or at its end, outside the phases of the point,
    or after the end of the term.
    """
    found = [
        occurrence
        for occurrence in (*_regular(point, course, until), *_after_events(point, course))
        if occurrence.day <= until and course.runs_on(occurrence.day, point.while_in)
    ]
    return sorted(found, key=lambda x: (x.day, x.key))


def _regular(point: EvaluationPoint, course: Course, until: date) -> Iterator[Occurrence]:
    found = marks(point.anchor, course.dossier, course.track)
    if point.fraction is not None:
        for mark in found:
            yield from _inside_term(point, point.fraction, course, mark)
    elif point.before_end is not None:
        for mark in found:
            if _long_enough(point, course):
                day = period(point.before_end).before(mark.day)
                yield Occurrence(f"{mark.key}/1", day, (day, mark.day), mark.day, point.anchor, mark)
    elif point.every is not None:
        for mark in found[:1]:  # coming back to a phase keeps the first anchor
            yield from _repeated(point, period(point.every), course, mark, until)
    else:
        for mark in found:
            day = mark.day if point.offset is None else period(point.offset).after(mark.day)
            yield _single(point, f"{mark.key}/1", day, point.anchor, mark)


def _single(point: EvaluationPoint, key: str, day: date, anchor: Anchor, mark: Mark) -> Occurrence:
    if point.window is not None:
        first, last = _window(point.window, day)
        return Occurrence(key, last, (first, last), last, anchor, mark)
    return Occurrence(key, day, (mark.day, date.max), day, anchor, mark)


def _inside_term(point: EvaluationPoint, fraction: float, course: Course, mark: Mark) -> Iterator[Occurrence]:
    term = course.term
    if term is None or term.start is None or term.end is None or not _long_enough(point, course):
        return
    day = at_fraction(term.start, term.end, fraction)
    # MODEL: an evaluation counts from half-way before to half-way after.
    first = at_fraction(term.start, day, 0.5)
    last = at_fraction(day, term.end, 0.5)
    yield Occurrence(f"{mark.key}/1", day, (first, last), day, point.anchor, mark)


def _long_enough(point: EvaluationPoint, course: Course) -> bool:
    if point.min_term is None:
        return True
    term = course.term
    if term is None or term.start is None or term.end is None:
        return False
    return point.min_term.after(term.start) <= term.end + _DAY


def _repeated(
    point: EvaluationPoint, every: Every, course: Course, mark: Mark, until: date
) -> Iterator[Occurrence]:
    start = mark.day if point.offset is None else period(point.offset).after(mark.day)
    end = course.term.end if course.term is not None else None
    last = until if end is None or isinstance(point.anchor, OnTerm) else min(until, end)
    count = number(point.min_count)
    n = 0
    while True:
        opened, closed, beyond = every.after(start, n), every.after(start, n + 1), every.after(start, n + 2)
        if opened >= last or opened == closed:
            return
        n += 1
        for part in range(1, count + 1):
            key = f"{mark.key}/{n}" if count == 1 else f"{mark.key}/{n}.{part}"
            day = at_fraction(opened, closed, part / count)
            if day > last:
                return
            if point.window is not None:
                first, final = _window(point.window, opened)
                if final <= last:
                    yield Occurrence(key, final, (first, final), final, point.anchor, mark)
            else:
                window = (opened + _DAY, beyond)
                yield Occurrence(key, day, window, day, point.anchor, mark)


def _after_events(point: EvaluationPoint, course: Course) -> Iterator[Occurrence]:
    for index, (anchor, after) in enumerate(point.on_events, 1):
        for mark in marks(anchor, course.dossier, course.track):
            day = mark.day if after is None else after.after(mark.day)
            yield Occurrence(f"event{index}.{mark.key}/1", day, (mark.day, date.max), day, anchor, mark)


def _window(window: Window, day: date) -> tuple[date, date]:
    """Return the first window that ends on or after a day."""
    for year in range(day.year - 1, day.year + 2):
        first = _month_day(year, window.first)
        last = _month_day(year if window.first <= window.last else year + 1, window.last)
        if last >= day:
            return first, last
    raise AssertionError("a window comes round every year")


def _month_day(year: int, text: str) -> date:
    month, day = (int(part) for part in text.split("-"))
    while True:
        try:
            return date(year, month, day)
        except ValueError:  # 29 February in a common year
            day -= 1
