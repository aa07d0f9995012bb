"""The law of what changed between two schedules: one change for each moment that is another, by its kind."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from gezondsamen.collaboration import Collaboration
from gezondsamen.schedule.calendars import WEEKENDS
from gezondsamen.schedule.moments import Moment
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.laws.demand import demand

_AHEAD: Final = timedelta(days=800)


def changes_are_told_once(case: Collaboration, day: date) -> None:
    """Without a calendar and with one, today and later: each moment that differs is one change."""
    until = day + _AHEAD
    old = evaluation_schedule(case, on=day, until=until)
    for new in (
        evaluation_schedule(case, on=day, until=until, calendar=WEEKENDS),
        evaluation_schedule(case, on=day + timedelta(days=100), until=until + timedelta(days=100)),
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
