"""The law of moments: schedule, due steps and overdue moments are what the second reading says they are.

The reading is `reference`: over the bare entries, by none of the ways in which the library answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, Final, get_args

import attrs

from gezondsamen import arguments
from gezondsamen.collaboration import Collaboration
from gezondsamen.errors import InvalidRecord, Problem
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.process import Process
from gezondsamen.schedule.calendars import WEEKENDS, Direction, WorkingCalendar
from gezondsamen.schedule.moments import Moment, MomentStatus, Schedule
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.construction import beginnings
from gezondsamen.testing.building.journey import eventful
from gezondsamen.testing.laws.demand import demand
from gezondsamen.testing.reference import record, rhythms
from gezondsamen.testing.reference.schedule import Foresight, schedule
from gezondsamen.testing.reference.schedule_occurrences import Foreseen

_AHEAD: Final = Every(years=2)
"""How far the law looks ahead."""

_KNOWN: Final = Every(months=18)
"""How far the calendar of the law knows, either way."""

_SUMMER: Final = Label(nl="zomervakantie", en="summer holiday")


def moments_are_as_read_again(case: Collaboration, day: date) -> None:
    """Schedule, due steps and overdue moments are those of a second reading of the bare entries."""
    found = _as_read_again(case, day)
    demand(not found, "the schedule is what the entries say, read once more", *found)


@attrs.frozen
class _Summers:
    """Know weekends, and summer holidays in which a school year ends and the next begins; for some years."""

    known_from: date
    known_until: date

    def free(self, day: date) -> Label | None:
        return _SUMMER if (7, 6) <= (day.month, day.day) <= (8, 16) else WEEKENDS.free(day)


def _as_read_again(case: Collaboration, day: date) -> tuple[Problem, ...]:
    """Ask for the moments on working days of a calendar that moves many of them, either way."""
    if record.joined_under_a_used_id(case.entries_after(0)):
        return ()  # two parties in one id: what is said of it is not read again
    known = _Summers(_KNOWN.before(day), _KNOWN.after(day))
    ways: tuple[Direction, ...] = ("following", "preceding")
    return broken_moments(case, on=day, calendar=known, direction=ways[day.toordinal() % 2])


def broken_moments(
    case: Collaboration,
    *,
    on: date,
    until: date | None = None,
    calendar: WorkingCalendar | None = WEEKENDS,
    direction: Direction = "following",
) -> tuple[Problem, ...]:
    """Return a problem for each moment and due step of a case on a day that is not what its entries say.

    Both are read once more, from the bare list of entries, as `gezondsamen.testing.reference` writes down.
    Each problem has the id of the moment (of a step its track and trigger), what the library says, what the
    entries say, and since which entry the two differ. Without `until` it looks two years ahead.

    Raises `InvalidArgument` as `evaluation_schedule` does.

    >>> from gezondsamen.phases import NETWORK
    >>> from gezondsamen.testing import DAY, canonical
    >>> broken_moments(canonical(NETWORK, "active_network"), on=DAY)
    ()
    """
    arguments.check("case", case, Collaboration, "a collaboration")
    arguments.check_day("on", on)
    asked = _Asked(on, _AHEAD.after(on) if until is None else until, calendar, direction)
    return tuple(asked.since(case, tuple(asked.problems(case))))


def moments_otherwise(process: Process) -> Iterator[Problem]:
    """Yield a problem for each moment of a constructed case that is not what its entries say.

    One in each phase, one that was adopted, and one to which much happened.
    """
    if process.evaluation_points or any(step.falls_due for step in process.transitions):
        for phase in process.phases:
            if phase.kind not in ("suspended", "final"):  # there all moments lie in the past
                yield from _as_read_again(beginnings(process, phase.key)[0], DAY)
        for case, day in eventful(process):
            yield from _as_read_again(case, day)


@attrs.frozen
class _Asked:
    """Hold what is asked: on which day, through which day, and on working days of what calendar."""

    day: date
    until: date
    calendar: WorkingCalendar | None
    direction: Direction

    def problems(self, case: Collaboration) -> Iterator[Problem]:
        """Yield a problem for each difference between what the library says and what is read again."""
        ways: dict[str, Any] = {"calendar": self.calendar, "direction": self.direction}
        said = evaluation_schedule(case, on=self.day, until=self.until, **ways)
        read = schedule(case.processes, case.entries_after(0), on=self.day, until=self.until, **ways)
        yield from _moments(said, read)
        yield from _groups(said)
        yield from _changes(said, self.before(case))
        near = max(self.day, date.fromordinal(max(self.until.toordinal() - 200, 1)))
        yield from _further(said, evaluation_schedule(case, on=self.day, until=near, **ways))
        for track in case.dossier.as_of(self.day).tracks:
            watch = case.monitor(on=self.day, track=track.name, **ways)
            late = tuple(moment.id for moment in watch.overdue)
            missed = tuple(moment.id for moment in rhythms.overdue(read.moments, track.name))
            if late != missed:
                yield Problem("overdue", track.name, _differ("what is overdue", late, missed))
        yield from _due(case, self.day)

    def before(self, case: Collaboration) -> Schedule:
        """Return the schedule as it was a month before, in the other direction."""
        day = date.fromordinal(max(self.day.toordinal() - 31, 1))
        other: Direction = "preceding" if self.direction == "following" else "following"
        return evaluation_schedule(case, on=day, until=self.until, calendar=self.calendar, direction=other)

    def since(self, case: Collaboration, found: tuple[Problem, ...]) -> Iterator[Problem]:
        """Yield problems with the entry since which each is there: without it and what follows, it is not."""

        @cache
        def places(version: int) -> frozenset[str]:
            try:
                then = attrs.evolve(case, dossier=case.dossier.at_version(version))
                return frozenset(problem.where for problem in self.problems(then))
            except InvalidRecord:  # between two entries that were made together
                return frozenset()

        for problem in found:
            without, number = 0, case.version
            while number - without > 1:
                middle = (without + number) // 2
                if problem.where in places(middle):
                    number = middle
                else:
                    without = middle
            message = f"{problem.message}; since entry {number}: {case.dossier.journal[number].fact}"
            yield attrs.evolve(problem, message=message)


def _moments(said: Schedule, read: Foresight) -> Iterator[Problem]:
    """Yield a problem for each moment that one of the two lacks, and for each field in which they differ."""
    known = {moment.id: moment for moment in said}
    foreseen = {moment.id: moment for moment in read.moments}
    for ident in sorted(known.keys() | foreseen.keys()):
        one, other = known.get(ident), foreseen.get(ident)
        if one is None or other is None:
            here, read_again = ("missing" if it is None else "there" for it in (one, other))
            yield Problem("moment", ident, f"it is {here}, and read from the entries it is {read_again}")
        else:
            for name, ours, theirs in _fields(one, other):
                if ours != theirs:
                    yield Problem("moment", ident, _differ(name, ours, theirs))
    order = [moment.id for moment in said]
    if order != [moment.id for moment in read.moments] and set(order) == foreseen.keys():
        yield Problem("order", said.case, "moments are sorted by day and id, each of them once")
    elsewhere = tuple((other.entry, other.named, other.answered) for other in said.elsewhere)
    if elsewhere != read.elsewhere:
        yield Problem("elsewhere", said.case, _differ("what answered another", elsewhere, read.elsewhere))


def _groups(said: Schedule) -> Iterator[Problem]:
    """Yield a problem where moments by their day or status are others than all of them together."""
    days = {moment.on: tuple(m for m in said if m.on == moment.on) for moment in said}
    if list(said.by_day().items()) != list(days.items()):
        yield Problem("order", said.case, "moments are grouped by their days, in order")
    for status in get_args(MomentStatus):
        if said.with_status(status) != tuple(m for m in said if m.status == status):
            yield Problem("order", said.case, f"moments that are {status} are those with that status")


def _changes(new: Schedule, old: Schedule) -> Iterator[Problem]:
    """Yield a problem where a difference of two schedules is not told, or told as another."""
    now, then = ({moment.id: moment for moment in known} for known in (new, old))
    told = {change.id: (change.kind, change.before, change.after) for change in new.diff(old)}
    for ident in sorted({*now, *then}):
        before, after = then.get(ident), now.get(ident)
        kind = "added" if before is None else "dropped" if after is None else "changed"
        if before is not None and after is not None and before.on != after.on:
            kind = "moved"
        expected = None if before == after else (kind, before, after)
        if told.get(ident) != expected:
            yield Problem("moment", ident, _differ("what became of it", told.get(ident), expected))


def _further(far: Schedule, near: Schedule) -> Iterator[Problem]:
    """Yield a problem for each moment that looking further ahead changes, but for those that it adds."""
    for change in far.diff(near):
        if (change.kind, change.why) != ("added", "horizon"):
            message = f"looking further ahead, it is {change.kind} for the reason {change.why}"
            yield Problem("moment", change.id, message)


def _due(case: Collaboration, day: date) -> Iterator[Problem]:
    """Yield a problem for each step that is due since another day than is read, or with another check."""
    fallen = case.due(on=day)
    for step in fallen:
        if step.check != case.check(step.trigger, on=day, track=step.track):
            message = f"its check is not that of {step.trigger} on {day}"
            yield Problem("due", f"{step.track}.{step.trigger}", message)
    said = {(step.track, step.trigger): step.since for step in fallen}
    steps = rhythms.due(case.processes, case.entries_after(0), day)
    read = {(track, trigger): since for track, trigger, since in steps}
    for track, trigger in {**said, **read}:
        ours, theirs = said.get((track, trigger)), read.get((track, trigger))
        if ours != theirs:
            yield Problem("due", f"{track}.{trigger}", _differ("since when it is due", ours, theirs))


def _fields(said: Moment, read: Foreseen) -> Iterator[tuple[str, object, object]]:
    """Yield each thing that a moment says, by both."""
    yield "its day", said.on, read.on
    yield "its day before it moved", said.because.original, read.original
    yield "its window", said.window, read.window
    yield "its deadline", said.deadline, read.deadline
    yield "its status", said.status, read.status
    yield "what answered it", said.held_in, read.held_in
    because = said.because
    yield "why it moved", because.moved, read.moved
    yield "what it counts from", because.anchor, read.anchor
    yield "the day that it counts from", because.day, read.counted_from
    yield "the entry that it counts from", because.entry, read.entry
    yield "its ground", (because.point, because.basis), (read.point.key, read.point.basis)
    yield "where it stands", (said.track, said.process, said.point), (read.track, read.process, read.point)


def _differ(what: str, ours: object, theirs: object) -> str:
    return f"{what} is {_plain(ours)}, and read from the entries {_plain(theirs)}"


def _plain(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(_plain, value)) or "nothing"
    return "nothing" if value is None else str(value)
