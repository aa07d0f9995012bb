"""The law of moments: schedule, due steps and overdue moments are what the second reading says they are.

The reading is `reference`: over the bare entries, by none of the ways in which the library answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

import attrs

from gezondsamen import arguments
from gezondsamen.collaboration import Collaboration
from gezondsamen.errors import InvalidRecord, Problem
from gezondsamen.periods import Every
from gezondsamen.process.process import Process
from gezondsamen.schedule.calendars import WEEKENDS, Direction, WorkingCalendar
from gezondsamen.schedule.moments import Moment, Schedule
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.construction import beginnings
from gezondsamen.testing.laws.demand import demand
from gezondsamen.testing.reference import rhythms
from gezondsamen.testing.reference.schedule import Foresight, schedule
from gezondsamen.testing.reference.schedule_occurrences import Foreseen

_AHEAD: Final = Every(years=2)
"""How far the law looks ahead."""


def moments_are_as_read_again(case: Collaboration, day: date) -> None:
    """Schedule, due steps and overdue moments are those of a second reading of the bare entries."""
    found = broken_moments(case, on=day)
    demand(not found, "the schedule is what the entries say, read once more", *found)


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
    """Yield a problem for each moment of a case in a phase of a process that is not what its entries say."""
    if process.evaluation_points or any(step.falls_due for step in process.transitions):
        for phase in process.phases:
            yield from broken_moments(beginnings(process, phase.key)[0], on=DAY)


@attrs.frozen
class _Asked:
    """Hold what is asked: on which day, through which day, and on working days of what calendar."""

    day: date
    until: date
    calendar: WorkingCalendar | None
    direction: Direction

    def problems(self, case: Collaboration) -> Iterator[Problem]:
        """Yield a problem for each difference between what the library says and what is read again."""
        entries = case.entries_after(0)
        said = evaluation_schedule(
            case, on=self.day, until=self.until, calendar=self.calendar, direction=self.direction
        )
        read = schedule(
            case.processes,
            entries,
            on=self.day,
            until=self.until,
            calendar=self.calendar,
            direction=self.direction,
        )
        yield from _moments(said, read)
        for track in case.dossier.as_of(self.day).tracks:
            watch = case.monitor(
                on=self.day, track=track.name, calendar=self.calendar, direction=self.direction
            )
            late = tuple(moment.id for moment in watch.overdue)
            missed = tuple(moment.id for moment in rhythms.overdue(read.moments, track.name))
            if late != missed:
                yield Problem("overdue", track.name, _differ("what is overdue", late, missed))
        due = tuple((step.track, step.trigger, step.since) for step in case.due(on=self.day))
        come = rhythms.due(case.processes, entries, self.day)
        for track_name, trigger in dict.fromkeys(step[:2] for step in (*due, *come)):
            ours, theirs = ([x[2] for x in steps if x[:2] == (track_name, trigger)] for steps in (due, come))
            if ours != theirs:
                yield Problem("due", f"{track_name}.{trigger}", _differ("since when it is due", ours, theirs))

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


def _fields(said: Moment, read: Foreseen) -> Iterator[tuple[str, object, object]]:
    """Yield each thing that a moment says, by both."""
    yield "its day", said.on, read.on
    yield "its day before it moved", said.because.original, read.original
    yield "its window", said.window, read.window
    yield "its deadline", said.deadline, read.deadline
    yield "its status", said.status, read.status
    yield "what answered it", said.held_in, read.held_in
    yield "the day that it counts from", said.because.day, read.counted_from
    yield "the entry that it counts from", said.because.entry, read.entry
    yield "its track and point", (said.track, said.point), (read.track, read.point)


def _differ(what: str, ours: object, theirs: object) -> str:
    return f"{what} is {_plain(ours)}, and read from the entries {_plain(theirs)}"


def _plain(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(_plain, value)) or "nothing"
    return "nothing" if value is None else str(value)
