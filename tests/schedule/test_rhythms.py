"""Moments stay where they count: inside their window, their school year and their term."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.exchange import to_html
from gezondsamen.periods import school_year
from gezondsamen.phases import pps
from gezondsamen.process.evaluation_points import OnSchoolYear, OnStatement
from gezondsamen.schedule.moments import Elsewhere
from tests.support.builders import PROCESSES
from tests.support.journeys import begun, days, own, point, schedule

BEGIN = date(2024, 1, 8)
REGIONS = ("noord", "midden", "zuid")
OF_SCHOOL_YEARS = [
    (process, phase.key)
    for process in PROCESSES
    for phase in process.phases
    if phase.kind == "normal"
    and any(x.anchor == OnSchoolYear() and phase.key in x.while_in for x in process.evaluation_points)
]


# --- the school year --------------------------------------------------------------------------------------


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize(
    ("process", "phase"), OF_SCHOOL_YEARS, ids=[f"{p.key}.{phase}" for p, phase in OF_SCHOOL_YEARS]
)
@pytest.mark.parametrize("direction", ["following", "preceding"])
def test_no_moment_falls_into_another_school_year(
    process: gs.Process, phase: str, region: Any, direction: Any
) -> None:
    """Whatever the holidays, a moment of a school year lies on a working day of that school year."""
    case = begun(process, phase, date(2022, 9, 1))
    calendar = gs.DutchCalendar(region)
    found = schedule(case, until=date(2027, 12, 31), calendar=calendar, direction=direction)
    counted = [m for m in found if m.because.anchor == OnSchoolYear()]
    assert counted
    for moment in counted:
        assert school_year(moment.on) == school_year(moment.because.original)
        assert calendar.free(moment.on) is None
        if moment.point.window is not None:
            assert moment.window[1] == moment.because.original
            assert moment.on <= moment.because.original


def test_points_of_the_school_year_name_their_phases() -> None:
    """No process asks for moments of the school year whatever phase it is in."""
    for process in PROCESSES:
        for x in process.evaluation_points:
            assert x.anchor != OnSchoolYear() or x.while_in


class Never:
    """Is free on every day but these."""

    known_until = None

    def __init__(self, *working: date) -> None:
        self.working = working

    def free(self, day: date) -> gs.Label | None:
        return None if day in self.working else gs.Label("vrij", "free")


@pytest.mark.parametrize("before", [(), (date(2023, 7, 31),)], ids=["next", "next and last"])
def test_where_only_another_school_year_works_a_moment_stays(before: tuple[date, ...]) -> None:
    """With no working day in its school year a moment keeps its own day."""
    case = own(point(OnSchoolYear(), every=gs.Every(years=1)), on=BEGIN)
    found = schedule(case, until=date(2024, 7, 31), calendar=Never(date(2024, 8, 5), *before))
    assert [(m.on, m.because.moved) for m in found] == [(date(2024, 7, 31), None)]


# --- windows ------------------------------------------------------------------------------------------------


def test_what_is_asked_by_a_day_comes_before_it() -> None:
    """An answer that is due on a Saturday is planned on the Friday, whatever the direction."""
    made = point(OnStatement("purpose"), offset=gs.Every(days=5), topics="rationale")
    case = own(made, on=BEGIN).record(gs.Stated(BEGIN, "purpose", "…"))
    for direction in ("following", "preceding"):
        (moment,) = schedule(case, calendar=gs.WEEKENDS, direction=direction)
        assert (moment.on, moment.deadline) == (date(2024, 1, 12), date(2024, 1, 13))


def test_what_is_asked_at_once_does_not_come_before_it_is_asked() -> None:
    """An answer that is due on the Saturday that asks it is planned on the Monday, whatever the direction."""
    saturday = date(2024, 1, 13)
    case = own(point(OnStatement("purpose"), topics="rationale"), on=BEGIN)
    case = case.record(gs.Stated(saturday, "purpose", "…"))
    for direction in ("following", "preceding"):
        (moment,) = schedule(case, calendar=gs.WEEKENDS, direction=direction)
        assert (moment.on, moment.because.original) == (date(2024, 1, 15), saturday)


def test_what_is_asked_does_not_come_on_the_day_that_asks_it() -> None:
    """Where all days until the last are free, the answer is planned on the first working day after."""
    made = point(OnStatement("purpose"), offset=gs.Every(weeks=3), topics="purpose")
    day = date(2025, 7, 4)  # the last before the summer holidays in the south
    case = own(made, on=day).record(gs.Stated(day, "purpose", "…"))
    (moment,) = schedule(case, calendar=gs.DutchCalendar("zuid"))
    assert (moment.on, moment.because.original) == (date(2025, 8, 18), date(2025, 7, 25))


def test_an_answer_is_about_the_same_subject_and_comes_after() -> None:
    """A statement answers the moment of another about the same subject; one does not answer itself."""
    made = point(OnStatement("purpose"), offset=gs.Every(days=5), topics=("purpose", "rationale"))
    asked = gs.Stated(BEGIN, "purpose", "…", about=("sector", "sport"))
    case = own(made, on=BEGIN).record(asked)
    day = date(2024, 1, 10)
    assert [m.held_in for m in schedule(case)] == [None]
    other = case.record(gs.Stated(day, "rationale", "…", about=("sector", "education")))
    assert [m.held_in for m in schedule(other)] == [None]
    same = case.record(gs.Stated(day, "rationale", "…", about=("sector", "sport")))
    assert [m.held_in for m in schedule(same)] == [3]
    again = case.record(attrs.evolve(asked, on=day))
    assert [m.held_in for m in schedule(again)] == [3, None]
    first = own(made, on=BEGIN).record(gs.Stated(BEGIN, "rationale", "…", about=("sector", "sport")), asked)
    assert [m.held_in for m in schedule(first)] == [2]


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 24), st.integers(1, 30))
def test_what_is_done_on_its_moment_counts_through_the_next(anchor: date, months: int, n: int) -> None:
    """Counted from any day, each moment lies within the period after the one before."""
    every = gs.Every(months=months)
    for this, following in (
        (every.after(anchor, n), every.after(anchor, n + 1)),
        (anchor, every.after(anchor)),
    ):
        assert every.through(this) >= following
        assert every.through(this) - every.after(this) <= timedelta(days=3)


# --- past the end of the term -------------------------------------------------------------------------------


def test_a_term_that_is_past_ends_nothing_that_runs_on() -> None:
    """Judged on a day in the term repeats stop at its end; judged after it, they go on while it runs."""
    case = begun(gs.PPS, pps.STRUCTURE, BEGIN, (BEGIN, "conclude_agreement")).record(
        gs.AgreementDrafted(BEGIN, "pact", "covenant", start=BEGIN, end=date(2025, 1, 31))
    )
    until = date(2025, 9, 1)
    assert days(schedule(case, on=date(2025, 1, 31), until=until), "progress_talk")[-1] == "2025-01-08"
    assert days(schedule(case, on=date(2025, 2, 1), until=until), "progress_talk")[-2:] == [
        "2025-04-08",
        "2025-07-08",
    ]


# --- elsewhere ----------------------------------------------------------------------------------------------

TALKS = begun(gs.PPS, pps.STRUCTURE, BEGIN, (BEGIN, "conclude_agreement"))
FIRST, SECOND = "case/main/progress_talk/2/1", "case/main/progress_talk/2/2"


def held(on: date, named: str) -> gs.EvaluationHeld:
    return gs.EvaluationHeld(on, "progress_talk", point=named)


def test_an_evaluation_outside_the_window_it_names_is_told() -> None:
    """It names the first talk, is held a year later, and answers another: the schedule says which."""
    case = TALKS.record(held(date(2025, 2, 3), FIRST))
    found = schedule(case, until=date(2025, 12, 31))
    (other,) = found.elsewhere
    assert (other.entry, other.named) == (3, FIRST)
    assert next(m.id for m in found if m.held_in == 3) == other.answered != FIRST
    assert other.text("nl").startswith(f"Regel 3 in het journaal noemt het moment “{FIRST}”, maar telt voor ")
    assert other.text("en").startswith(f"Entry 3 in the journal names the moment “{FIRST}”, but counts for ")
    assert gs.to_dict(found, "nl")["elsewhere"] == [
        {"entry": 3, "named": FIRST, "answered": other.answered, "text": other.text("nl")}
    ]
    assert other.text("nl") in found._repr_html_()
    assert other.text("nl").split("“")[0].strip() in to_html(case, on=date(2025, 2, 3), lang="nl")


def test_an_evaluation_inside_the_window_is_not_told() -> None:
    """In the window of what it names, also before its day and beyond the horizon, nothing is to be said."""
    case = TALKS.record(held(date(2024, 4, 10), SECOND))
    for until in (date(2024, 4, 10), date(2024, 12, 31)):
        found = schedule(case, on=date(2024, 4, 10), until=until)
        assert found.elsewhere == ()
        assert [m.held_in for m in found if m.id == FIRST] == [None]


def test_what_is_named_beyond_the_horizon_is_looked_for_though_another_is_named_before_it() -> None:
    """Two evaluations name a moment each, one of them after the last day shown: nothing is to be said."""
    case = TALKS.record(held(date(2024, 4, 8), FIRST), held(date(2024, 4, 10), SECOND))
    found = schedule(case, on=date(2024, 4, 10), until=date(2024, 4, 10))
    assert (found.elsewhere, [m.held_in for m in found if m.id == FIRST]) == ((), [3])


def test_an_evaluation_that_answers_nothing_is_told() -> None:
    """A moment that there never was, and a moment that was answered already, leave it without a moment."""
    twice = TALKS.record(held(date(2024, 4, 8), FIRST), held(date(2024, 4, 8), FIRST))
    (other,) = schedule(twice, on=date(2024, 4, 8), until=date(2024, 4, 8)).elsewhere
    assert other == Elsewhere(4, FIRST, None)
    assert "niet voor een ander" in other.text("nl")
    assert other.text("en").endswith("nor for any other.")
