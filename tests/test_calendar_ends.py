"""The first and the last day of the calendar, which registers write for "unknown" and "no end"."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen import guidance
from gezondsamen.errors import GezondsamenError
from gezondsamen.exchange import to_html, to_ics
from gezondsamen.periods import school_year
from gezondsamen.schedule.moments import Schedule
from tests.support.dossiers import CAST, joins

A_DAY = timedelta(days=1)
ENDS = (date.min, date.min + A_DAY, date(1, 8, 1), date(9999, 8, 1), date.max - A_DAY, date.max)
STAMP = datetime(2026, 1, 1, tzinfo=UTC)

DAYS = st.sampled_from((*ENDS, date(2024, 1, 8)))
PLACES = st.sampled_from(
    [(key, phase.key) for key, process in gs.PROCESSES.items() for phase in process.phases]
)


def facts(day: date, end: date) -> list[gs.Fact]:
    """Return facts with every field that holds a day, at the ends of the calendar."""
    ids = tuple(party.id for party in CAST)
    return [
        *joins(*CAST, on=day),
        gs.AgreementDrafted(day, "covenant", "collaboration", ids, ids, start=day, end=end, principal=True),
        gs.Signed(day, "covenant", ids[0]),
        gs.Stated(day, "purpose", "x", until=end),
        gs.Met(day, "plenary", ids),
        gs.Met(day, "progress_talk", ids),
        gs.EvaluationPlanned(day, "process", every=gs.Every(years=1), due=end),
        gs.EvaluationHeld(day, "process", "continue"),
        gs.ActionAgreed(day, "action-1", "x", ids[0], CAST[0].sectors[0], due=end),
    ]


def schedule_of(case: gs.Collaboration, on: date, until: date) -> Schedule:
    """Return the schedule with weekends free, asked for both ways."""
    gs.evaluation_schedule(case, on=on, until=until, calendar=gs.WEEKENDS, direction="preceding")
    return gs.evaluation_schedule(case, on=on, until=until, calendar=gs.WEEKENDS)


CALLS: dict[str, Callable[[gs.Collaboration, date, date], object]] = {
    "options": lambda case, on, _: [check.explain("nl") for check in case.options(on=on).values()],
    "monitor": lambda case, on, _: case.monitor(on=on).explain("en"),
    "due": lambda case, on, _: case.due(on=on),
    "plan": lambda case, on, _: case.plan(case.process.phases[-1].key, on=on).explain("nl"),
    "topics": lambda case, on, _: guidance.open_topics(case, on=on),
    "page": lambda case, on, until: to_html(case, on=on, until=until),
    "schedule": schedule_of,
    "calendar": lambda case, on, until: to_ics(schedule_of(case, on, until), stamp=STAMP),
    "calendar with times": lambda case, on, until: to_ics(
        schedule_of(case, on, until), stamp=STAMP, at=time(0, 0)
    ),
    "keeping": lambda case, _on, _until: gs.loads(gs.dumps(case)),
    "review": lambda case, _on, _until: case.review(),
}

DATED = ("monitor", "page", "schedule", "calendar", "calendar with times")
"""The calls that go through every moment since the beginning."""


def outcomes(place: tuple[str, str], since: date, on: date, until: date, end: date) -> dict[str, str]:
    """Return how each call comes out for a case that began, ends and is asked on these days."""
    process, phase = gs.PROCESSES[place[0]], place[1]
    try:
        case = gs.Collaboration.start(process, id="x", on=since, phase=phase, since=since, reason="a test")
    except GezondsamenError as refused:
        return {"start": type(refused).__name__}
    for fact in facts(since, end):
        with suppress(GezondsamenError):
            case = case.record(fact)
    near = min(until, date(min(on.year + 3, 9999), 12, 31))
    found = {}
    for name, call in CALLS.items():
        if name in DATED and on.year - since.year > 100:
            continue  # ten thousand years of moments are too many for a test
        try:
            call(case, on, near)
            found[name] = "answered"
        except GezondsamenError as refused:
            found[name] = type(refused).__name__
    return found


@given(PLACES, DAYS, DAYS, DAYS, DAYS)
def test_every_call_answers_at_the_ends_of_the_calendar_or_refuses_by_name(
    place: tuple[str, str], since: date, on: date, until: date, end: date
) -> None:
    """Whatever is asked of a case that began, ends or stands there: an answer, or a refusal of the day."""
    found = outcomes(place, since, on, until, end)
    assert set(found.values()) <= {"answered", "InvalidRecord", "InvalidArgument"}
    if since <= on <= until:
        assert set(found.values()) == {"answered"}


@given(st.dates())
def test_a_day_lies_in_its_school_year(day: date) -> None:
    """On every day there is; inside the calendar it runs from 1 August through 31 July."""
    first, last = school_year(day)
    assert first <= day <= last
    assert first == date.min or (first.month, first.day) == (8, 1)
    assert last == date.max or (last.month, last.day) == (7, 31)


@pytest.mark.parametrize("day", ENDS)
@given(st.integers(0, 10**30), st.integers(1, 10**30))
def test_periods_end_where_the_calendar_does(day: date, months: int, days: int) -> None:
    """However long a period is, the day after it and the day before it exist."""
    period = gs.Every(months=months, days=days)
    assert day <= period.after(day) <= date.max
    assert date.min <= period.before(day) <= day
