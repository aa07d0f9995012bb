"""Schedules, with a calendar of the host's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import attrs

import gezondsamen as gs
from gezondsamen.schedule.calendars import WorkingCalendar


@attrs.frozen
class Festival:
    """Free days of a town; no class of ours to inherit from."""

    day: date

    @property
    def known_until(self) -> date | None:
        return None

    def free(self, day: date) -> gs.Label | None:
        return gs.Label(nl="feest", en="festival") if day == self.day else None


def plan(case: gs.Collaboration, calendar: WorkingCalendar) -> list[tuple[str, date, tuple[date, date], str]]:
    schedule = gs.evaluation_schedule(
        case, on=date(2024, 1, 8), until=date(2025, 1, 8), calendar=calendar, direction="preceding"
    )
    return [(moment.id, moment.on, moment.window, moment.reason("nl")) for moment in schedule]


def plans(case: gs.Collaboration) -> int:
    calendars: tuple[WorkingCalendar, ...] = (
        Festival(date(2024, 6, 1)),
        gs.WEEKENDS,
        gs.DutchCalendar(region="noord"),
    )
    return sum(len(plan(case, calendar)) for calendar in calendars)


def reminded(case: gs.Collaboration, day: date, remind: Callable[[str, date], None]) -> None:
    schedule = gs.evaluation_schedule(case, on=day, until=day)
    for moment in schedule.with_status("open", "overdue"):
        remind(moment.point.label.text("nl"), moment.deadline)
    for change in schedule.diff(gs.evaluation_schedule(case, on=day, until=date(2026, 1, 1))):
        if change.after is not None and change.kind == "moved":
            remind(change.why, change.after.on)


def refused(case: gs.Collaboration) -> str | None:
    try:
        gs.evaluation_schedule(case, on=date(2024, 1, 8), until=date(2023, 1, 8))
    except gs.InvalidArgument as problem:
        return problem.nearest or problem.offender
    return None
