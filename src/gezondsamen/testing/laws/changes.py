"""The laws of schedules that are asked for otherwise: through another day, by another calendar, later on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.labels import Label
from gezondsamen.schedule.calendars import WEEKENDS
from gezondsamen.schedule.moments import Moment
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.laws.demand import Law, demand

_AHEAD: Final = timedelta(days=800)
_LATER: Final = timedelta(days=100)


def changes_are_told_once(case: Collaboration, day: date) -> None:
    """Without a calendar and with one, today and later: each moment that differs is one change."""
    until = day + _AHEAD
    old = evaluation_schedule(case, on=day, until=until)
    for new in (
        evaluation_schedule(case, on=day, until=until, calendar=WEEKENDS),
        evaluation_schedule(case, on=day + _LATER, until=until + _LATER),
    ):
        before, after = {m.id: m for m in old}, {m.id: m for m in new}
        expected = {
            ident: _kind(before.get(ident), after.get(ident))
            for ident in {*before, *after}
            if before.get(ident) != after.get(ident)
        }
        told = [(change.id, change.kind) for change in new.diff(old)]
        demand(sorted(told) == sorted(expected.items()), "each moment that is another is one change", told)


def _kind(before: Moment | None, after: Moment | None) -> str:
    if before is None:
        return "added"
    if after is None:
        return "dropped"
    return "changed" if before.on == after.on else "moved"


def a_schedule_reaches_through_its_last_day(case: Collaboration, day: date) -> None:
    """A schedule through the day of a moment holds that moment; through the day before, it does not."""
    for moment in evaluation_schedule(case, on=day, until=day + _AHEAD):
        if moment.on > day:
            for until, there in ((moment.on, True), (moment.on - timedelta(days=1), False)):
                shorter = evaluation_schedule(case, on=day, until=until)
                holds = moment.id in {m.id for m in shorter}
                demand(holds is there, "a schedule reaches through its last day", moment.id, until)
            return


@attrs.frozen
class _Known:
    """Know weekends through a day."""

    known_until: date

    def free(self, day: date) -> Label | None:
        return WEEKENDS.free(day)


def what_is_not_known_is_provisional(case: Collaboration, day: date) -> None:
    """Beyond what the calendar knows, what was planned is provisional; before that, all is as it was."""
    last = day + _LATER
    plain = evaluation_schedule(case, on=day, until=day + _AHEAD, calendar=WEEKENDS)
    known = {m.id: m for m in evaluation_schedule(case, on=day, until=plain.until, calendar=_Known(last))}
    for moment in plain:
        beyond = moment.status == "planned" and max(moment.on, moment.because.original) > last
        expected = "provisional" if beyond else moment.status
        law = "beyond what the calendar knows a moment is provisional"
        demand(known[moment.id].status == expected, law, moment.id, known[moment.id].status)


SCHEDULES: Final[tuple[Law, ...]] = (
    changes_are_told_once,
    a_schedule_reaches_through_its_last_day,
    what_is_not_known_is_provisional,
)
"""The laws of two schedules of one case."""
