"""Which moments a point has on a track, each counted from its anchor, before it moves to a working day.

Which day they move to, and what becomes of them, is read in `schedule`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.conditions import Limit
from gezondsamen.process.evaluation_points import Anchor, EvaluationPoint, OnSchoolYear, OnTerm, Window
from gezondsamen.testing.reference.schedule_course import Course, Mark, marks, term_of
from gezondsamen.testing.reference.schedule_days import DAY, later, part_of, window_from

A_YEAR = Every(years=1)


@attrs.frozen
class Foreseen:
    """A moment as it should be: what a `Moment` says, without how it says so.

    `original` is the day before it moved to a working day and `moved` why it did; `anchor` is what it counts
    from, `counted_from` the day of that, and `entry` the number of the entry that set it.
    """

    id: str
    track: str
    process: str
    point: EvaluationPoint
    original: date
    moved: Label | None
    on: date
    window: tuple[date, date]
    deadline: date
    anchor: Anchor
    counted_from: date
    entry: int | None
    status: str = "planned"
    held_in: int | None = None


@attrs.frozen
class Planned:
    """A moment before it moves: `inside` are the days between which it does, if not those of its window."""

    occurrence: str
    day: date
    window: tuple[date, date]
    deadline: date
    anchor: Anchor
    mark: Mark
    inside: tuple[date, date] | None = None


def planned(point: EvaluationPoint, track: Course, until: date) -> list[Planned]:
    """The moments of a point while the track runs, in the phases of the point, in the order of days."""
    every = [*_of_anchor(point, track, until), *_of_events(point, track)]
    running = [x for x in every if x.day <= until and track.runs_on(x.day, point.while_in)]
    return sorted(running, key=lambda x: (x.day, x.occurrence))


def _of_anchor(point: EvaluationPoint, track: Course, until: date) -> Iterator[Planned]:
    if not _long_enough(point, track):
        return
    if _repeats(point):
        for mark in marks(point.anchor, track)[:1]:
            of_window = point.window and _in_windows(point, point.window, mark, until)
            through = _last(point, track, until)
            yield from (x for x in of_window or _repeated(point, mark, until) if x.day <= through)
        return
    for mark in marks(point.anchor, track):
        if point.fraction is not None:
            yield from _inside_term(point.fraction, track, point.anchor, mark)
        elif point.before_end is not None:
            yield _before_end(_period(point.before_end), point.anchor, mark)
        else:
            yield _once(point, mark)


def _repeats(point: EvaluationPoint) -> bool:
    """What repeats counts from the first day of its anchor only; school years repeat by themselves."""
    if point.fraction is not None or point.before_end is not None:
        return False
    return point.every is not None or isinstance(point.anchor, OnSchoolYear)


def _long_enough(point: EvaluationPoint, track: Course) -> bool:
    """`min_term` skips shorter terms, and terms that are not known; first and last day both count."""
    if point.min_term is None:
        return True
    term = term_of(track)
    if term is None or term.start is None or term.end is None:
        return False
    return (later(term.start, point.min_term) - term.end).days <= 1


def _once(point: EvaluationPoint, mark: Mark) -> Planned:
    """Once after its anchor, by `offset`; with a window, on its last day; answered from the anchor on.

    What is asked by a day is done after the day that asks it, and no later than by then.
    """
    day = mark.day if point.offset is None else later(mark.day, _period(point.offset))
    if point.window is not None:
        window = window_from(point.window, day)
        return Planned(f"{mark.key}/1", window[1], window, window[1], point.anchor, mark)
    asked_by_then = point.topics and mark.day < day
    inside = (mark.day + DAY, day) if asked_by_then else None
    return Planned(f"{mark.key}/1", day, (mark.day, date.max), day, point.anchor, mark, inside)


def _before_end(period: Every, anchor: Anchor, mark: Mark) -> Planned:
    """Counted back from the end; it may be held from its day through the end."""
    day = later(mark.day, period, -1)
    return Planned(f"{mark.key}/1", day, (day, mark.day), mark.day, anchor, mark)


def _inside_term(fraction: float, track: Course, anchor: Anchor, mark: Mark) -> Iterator[Planned]:
    """In the term, at start + ceil(days x fraction); answered from half-way before it to half-way after."""
    term = term_of(track)
    if term is None or term.start is None or term.end is None:
        return
    days = (term.end - term.start).days * fraction
    day = date.fromordinal(term.start.toordinal() - int(-days // 1))
    window = part_of(term.start, day, 1, 2), part_of(day, term.end, 1, 2)
    yield Planned(f"{mark.key}/1", day, window, day, anchor, mark)


def _repeated(point: EvaluationPoint, mark: Mark, until: date) -> Iterator[Planned]:
    """Again every period, counted from the anchor, of which occurrence n closes period n.

    With `min_count` k, the others of period n are n.1 ... n.(k-1), spread evenly over the first period and
    repeated from there. An evaluation counts from the first day of the period through the end of the next.
    A school year ends on its own last day, which is the end of both.
    """
    every = A_YEAR if point.every is None else _period(point.every)
    count = _count(point)
    start = mark.day if point.offset is None else later(mark.day, _period(point.offset))
    of_school = isinstance(point.anchor, OnSchoolYear) and point.offset is None
    last_of_first = later(start, every) - DAY if of_school else later(start, every)
    for n, opens, closes, following in _periods(start, every, until):
        window = (opens, closes - DAY) if of_school else (opens + DAY, following)
        for part in range(1, count):
            day = later(part_of(start, last_of_first, part, count), every, n - 1)
            yield Planned(f"{mark.key}/{n}.{part}", day, window, day, point.anchor, mark)
        day = closes - DAY if of_school else closes
        yield Planned(f"{mark.key}/{n}", day, window, day, point.anchor, mark)


def _in_windows(point: EvaluationPoint, window: Window, mark: Mark, until: date) -> Iterator[Planned]:
    """With a window, the moments lie in the first window that ends on or after the day that opens the period.

    The last of them on its last day; once in a window, however many periods open before it.
    """
    every = A_YEAR if point.every is None else _period(point.every)
    count = _count(point)
    start = mark.day if point.offset is None else later(mark.day, _period(point.offset))
    seen: set[date] = set()
    for n, opens, _, _ in _periods(start, every, until):
        first, last = window_from(window, opens)
        if last not in seen:
            for part in range(1, count + 1):
                name = f"{n}" if part == count else f"{n}.{part}"
                day = part_of(first, last, part, count)
                yield Planned(f"{mark.key}/{name}", day, (first, last), day, point.anchor, mark)
        seen.add(last)


def _periods(start: date, every: Every, until: date) -> Iterator[tuple[int, date, date, date]]:
    """The periods that open through a day: number, opening and closing day, and closing day of the next."""
    n = 1
    while later(start, every, n - 1) <= until and later(start, every, n) < date.max:
        yield n, later(start, every, n - 1), later(start, every, n), later(start, every, n + 1)
        n += 1


def _last(point: EvaluationPoint, track: Course, until: date) -> date:
    """What repeats stops at the end of the term, unless it counts from that, or that is past already."""
    term = term_of(track)
    if term is None or term.end is None or term.end < track.on or point.anchor == OnTerm("end"):
        return until
    return min(term.end, until)


def _of_events(point: EvaluationPoint, track: Course) -> Iterator[Planned]:
    """Each further event gives one moment, on its day or a period after it; the term does not bound it."""
    for number, (anchor, period) in enumerate(point.on_events, start=1):
        for mark in marks(anchor, track):
            day = mark.day if period is None else later(mark.day, period)
            yield Planned(f"event{number}.{mark.key}/1", day, (mark.day, date.max), day, anchor, mark)


def _period(value: Every | Limit) -> Every:
    found = value.value if isinstance(value, Limit) else value
    assert isinstance(found, Every)
    return found


def _count(point: EvaluationPoint) -> int:
    found = point.min_count.value if isinstance(point.min_count, Limit) else point.min_count
    assert isinstance(found, int)
    return found
