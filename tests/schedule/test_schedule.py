"""The schedule: where a track stands, what was held, what is overdue, and how far is known."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any, Literal, cast

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.observation import observing
from gezondsamen.phases import agreement, integral, pps
from gezondsamen.process.evaluation_points import (
    Anchor,
    OnPhase,
    OnSchoolYear,
    OnStatement,
    OnTerm,
    OnTrigger,
    Window,
)
from gezondsamen.schedule.moments import Dated
from tests.support.builders import label, later, tiny
from tests.support.journeys import (
    LONG,
    begun,
    days,
    joined,
    journey,
    own,
    pact,
    point,
    quiet,
    schedule,
    statuses,
)

PPS = quiet(gs.PPS)
LIFE = quiet(gs.AGREEMENT)

BEGIN = date(2024, 1, 8)
YEAR = gs.Every(years=1)
QUARTER = gs.Every(months=3)

TALKS = begun(PPS, pps.STRUCTURE, BEGIN, (BEGIN, "conclude_agreement"))
"""Talks on 8 April, 8 July, 8 October 2024 and 8 January 2025, and so on."""


def held(on: date, kind: str = "progress_talk", **changes: Any) -> gs.EvaluationHeld:
    return gs.EvaluationHeld(on, kind, **changes)


# --- statuses -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 4, 7), ["planned", "planned"]),
        (date(2024, 4, 8), ["open", "planned"]),
        (date(2024, 4, 9), ["overdue", "planned"]),
        (date(2024, 7, 8), ["overdue", "open"]),
        (date(2024, 7, 9), ["overdue", "overdue"]),
    ],
)
def test_a_moment_is_planned_then_open_then_overdue(on: date, expected: list[str]) -> None:
    """Judged on a day, a moment is planned before its day, open on it, and overdue after its deadline."""
    assert statuses(schedule(TALKS, on=on, until=date(2024, 7, 9))) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 7, 6), "planned"),
        (date(2026, 7, 7), "open"),  # half a year before the end one begins
        (date(2027, 1, 7), "open"),  # and is done by the end
        (date(2027, 1, 8), "overdue"),
    ],
)
def test_what_comes_before_the_end_is_open_until_the_end(on: date, expected: str) -> None:
    """A final evaluation may be held from its day through the end of the term."""
    case = gs.Collaboration.start(quiet(gs.INTEGRAL), id="case", on=BEGIN)
    case = case.record(pact(BEGIN, date(2027, 1, 7)))
    final = schedule(case, on=on).moments[-1]
    assert (final.on, final.deadline, final.window) == (
        date(2026, 7, 7),
        date(2027, 1, 7),
        (date(2026, 7, 7), date(2027, 1, 7)),
    )
    assert final.status == expected


def test_a_window_is_open_from_its_first_day() -> None:
    """A moment with a window is open as long as the window is, and due on its last day."""
    case = own(point(every=YEAR, window=Window("09-01", "11-30")), on=BEGIN)
    for on, expected in (
        (date(2024, 8, 31), "planned"),
        (date(2024, 9, 1), "open"),
        (date(2024, 11, 30), "open"),
        (date(2024, 12, 1), "overdue"),
    ):
        first = schedule(case, on=on).moments[0]
        assert (first.on, first.status) == (date(2024, 11, 30), expected)


def test_what_is_optional_is_never_overdue() -> None:
    """An optional moment stays open after its day."""
    case = own(point(every=YEAR, optional=True), on=BEGIN)
    assert statuses(schedule(case, on=date(2026, 6, 1), until=date(2026, 6, 1))) == ["open", "open"]
    assert case.monitor(on=date(2026, 6, 1)).overdue == ()


# --- evaluations held -----------------------------------------------------------------------------------


def test_an_evaluation_answers_the_earliest_moment_whose_window_holds_it() -> None:
    """One evaluation answers one moment: the earliest not answered yet, whose window holds it."""
    first = TALKS.record(held(date(2024, 7, 1)))
    assert statuses(schedule(first, on=date(2024, 7, 9), until=date(2024, 7, 9))) == ["held", "overdue"]
    second = first.record(held(date(2024, 7, 2)))
    found = schedule(second, on=date(2024, 7, 9), until=date(2024, 7, 9))
    assert [(m.status, m.held_in) for m in found] == [("held", 3), ("held", 4)]
    late = TALKS.record(held(date(2024, 7, 9)))  # the window of 8 April ran through 8 July
    assert statuses(schedule(late, on=date(2024, 7, 9), until=date(2024, 7, 9))) == ["overdue", "held"]


def test_an_evaluation_answers_the_moment_it_names() -> None:
    """Of two moments whose windows hold the day, the one that is named goes before what names none."""
    second = "case/main/progress_talk/2/2"
    case = TALKS.record(held(date(2024, 4, 10), point=second), held(date(2024, 4, 11)))
    found = schedule(case, on=date(2024, 7, 9), until=date(2024, 7, 9))
    assert [(m.status, m.held_in) for m in found] == [("held", 4), ("held", 3)]
    assert found.moments[1].id == second
    twice = TALKS.record(held(date(2024, 4, 10), point=second), held(date(2024, 4, 11), point=second))
    assert schedule(twice, on=date(2024, 7, 9)).moments[1].held_in == 3


@pytest.mark.parametrize(
    ("fact", "answers"),
    [
        (held(date(2024, 4, 8)), True),
        (held(date(2024, 4, 8), "periodic"), False),
        (held(date(2024, 4, 8), "periodic", point="progress_talk"), True),  # it names the point
        (held(date(2024, 4, 8), "periodic", point="pps.progress_talk"), True),
        (held(date(2024, 4, 8), point="periodic_evaluation"), False),
        (held(date(2024, 4, 8), point="case/main/progress_talk/9/9"), True),  # no moment then
        (held(date(2024, 4, 8), track="main"), True),
        (held(date(2024, 4, 8), track="pact"), False),
        (gs.Met(date(2024, 4, 8), "progress_talk", "a"), True),
        (gs.Met(date(2024, 4, 8), "plenary", "a"), False),
        (held(date(2024, 1, 8)), False),  # the day of the anchor itself
        (held(date(2024, 1, 9)), True),
    ],
)
def test_what_answers_a_moment(fact: gs.Fact, answers: bool) -> None:
    """An evaluation or contact of the kind of the point, or one that names it, on its track."""
    case = TALKS.record(pact(BEGIN, None), joined("a", BEGIN)).record(fact)
    found = schedule(case, on=date(2024, 5, 1), until=date(2024, 5, 1))
    assert statuses(found) == ["held" if answers else "overdue"]
    of_a_moment = "/" in (getattr(fact, "point", None) or "")
    assert [other.named for other in found.elsewhere] == ["case/main/progress_talk/9/9"] * of_a_moment


def test_a_moved_moment_stays_in_its_window() -> None:
    """A moment whose next working day lies after its window moves back, and is answered there."""
    made = point(offset=gs.Every(months=1), window=Window("02-01", "02-10"))  # Saturday 10 February 2024
    case = own(made, on=BEGIN).record(held(date(2024, 2, 9), "periodic"))
    (moment,) = schedule(case, calendar=gs.WEEKENDS)
    assert (moment.on, moment.status) == (date(2024, 2, 9), "held")
    assert moment.window == (date(2024, 2, 1), date(2024, 2, 10))
    assert moment.deadline == date(2024, 2, 10)
    assert moment.because.moved == gs.Label("weekend", "weekend")


def test_the_first_and_the_last_day_of_a_window_are_inside_it() -> None:
    """A moment moves to either edge of its window, rather than the other way or beyond it."""
    half = own(point(OnTerm(), fraction=0.42), on=BEGIN)  # Saturday 10 February 2024
    half = half.record(pact(date(2024, 2, 7), date(2024, 2, 14), BEGIN))
    (moment,) = schedule(half)
    assert moment.window == (date(2024, 2, 9), date(2024, 2, 12))
    assert days(schedule(half, calendar=gs.WEEKENDS), "look") == ["2024-02-12"]
    assert days(schedule(half, calendar=gs.WEEKENDS, direction="preceding"), "look") == ["2024-02-09"]
    year = own(point(OnSchoolYear(), window=Window("08-01", "08-02")), on=BEGIN)  # Saturday 2 August 2025
    assert days(schedule(year, until=date(2025, 8, 9), calendar=gs.WEEKENDS), "look") == [
        "2024-08-02",
        "2025-08-01",
    ]


def test_a_moment_moves_to_the_last_day_of_its_school_year() -> None:
    """31 July is in the school year too: a Saturday before it moves on to that Monday, in 2028."""
    often = own(point(OnSchoolYear(), min_count=182), on=date(2027, 9, 1))  # every other day
    found = schedule(often, until=date(2028, 7, 31), calendar=gs.WEEKENDS)
    assert {m.on for m in found if m.because.original == date(2028, 7, 29)} == {date(2028, 7, 31)}


ANCHORS: list[Anchor] = [OnPhase("begin"), OnStatement("purpose"), OnTerm(), OnSchoolYear()]


@pytest.mark.parametrize("anchor", ANCHORS, ids=lambda anchor: type(anchor).__name__)
@pytest.mark.parametrize(
    "answer", [gs.Stated(date(2024, 1, 10), "rationale", "…"), held(date(2024, 1, 10), "periodic")]
)
def test_an_answer_answers_whatever_it_is_counted_from(anchor: Anchor, answer: gs.Fact) -> None:
    """A statement on the topic, and an evaluation of the kind, answer where an entry or the calendar asks."""
    made = point(anchor, topics="rationale", offset=None if anchor == OnSchoolYear() else gs.Every(days=5))
    case = own(made, on=BEGIN).record(gs.Stated(BEGIN, "purpose", "…"), pact(BEGIN, LONG), answer)
    assert schedule(case, until=date(2024, 7, 31)).moments[0].held_in == case.version


def test_what_was_not_held_yet_answers_nothing() -> None:
    """A schedule knows what happened up to its day, and no more."""
    case = TALKS.record(held(date(2024, 4, 3)))
    assert statuses(schedule(case, on=date(2024, 4, 2), until=date(2024, 4, 8))) == ["planned"]
    assert statuses(schedule(case, on=date(2024, 4, 3), until=date(2024, 4, 8))) == ["held"]


# --- phases ---------------------------------------------------------------------------------------------


def test_coming_back_to_a_phase_keeps_the_anchor() -> None:
    """Left and entered again, and the step taken again, moments keep their days and ids."""
    steps = (
        (date(2024, 5, 1), "open_evaluation"),
        (date(2024, 6, 3), "restructure"),
        (date(2024, 9, 2), "conclude_agreement"),
    )
    again = journey(TALKS, *steps)
    found = schedule(again, until=date(2025, 4, 8))
    assert days(found, "progress_talk") == ["2024-04-08", "2024-10-08", "2025-01-08", "2025-04-08"]
    assert {m.id for m in found} < {m.id for m in schedule(TALKS, until=date(2025, 4, 8))}


def test_what_counts_from_a_phase_counts_from_the_first_time() -> None:
    """A phase that is left and entered again is no new anchor, for what is asked once either."""
    begin, work = gs.Phase("begin", label(), kind="initial"), gs.Phase("work", label())
    ways = (begin.to(work, "go", label=label()), work.to(begin, "back", label=label()))
    look = point(OnPhase("work"), offset=gs.Every(days=9))
    process = tiny(phases=(begin, work), transitions=ways, evaluation_points=(look,))
    steps = ((BEGIN, "go"), (date(2024, 1, 10), "back"), (date(2024, 1, 11), "go"))
    case = journey(gs.Collaboration.start(process, id="case", on=BEGIN), *steps)
    assert days(schedule(case), "look") == ["2024-01-17"]


def test_a_suspended_period_has_no_moments() -> None:
    """No moment falls in a suspension, and none is to come while it lasts; afterwards they go on."""
    halted = journey(TALKS, (date(2024, 4, 20), "suspend"))
    assert days(schedule(halted, until=date(2026, 1, 1)), "progress_talk") == ["2024-04-08"]
    assert days(schedule(halted, until=date(2026, 1, 1)), "periodic_evaluation") == []
    resumed = journey(halted, (date(2024, 9, 20), "resume"))
    assert days(schedule(resumed, until=date(2025, 1, 8)), "progress_talk") == [
        "2024-04-08",
        "2024-10-08",
        "2025-01-08",
    ]


def test_on_the_day_of_a_step_both_phases_count() -> None:
    """A moment on the very day on which its phase was left or entered is there."""
    left = journey(TALKS, (date(2024, 4, 8), "suspend"), (date(2024, 7, 8), "resume"))
    assert days(schedule(left, until=date(2024, 7, 8)), "progress_talk") == ["2024-04-08", "2024-07-08"]
    today = journey(TALKS, (date(2024, 4, 8), "suspend"))
    assert days(schedule(today, until=date(2024, 7, 8)), "progress_talk") == ["2024-04-08"]


def test_the_end_of_the_term_ends_what_repeats() -> None:
    """The last talk falls on the last day of the term at the latest, on the agreement's track as well."""
    for end, last in ((date(2025, 1, 8), "2025-01-08"), (date(2025, 1, 7), "2024-10-08")):
        case = journey(TALKS, pact(BEGIN, end)).open(
            LIFE,
            track="pact",
            on=BEGIN,
            phase=agreement.IN_FORCE,
            since=BEGIN,
            reason="a test",
        )
        found = schedule(case)
        assert days(found, "progress_talk")[-1] == last
        assert (days(found, "compliance_check", "pact") == ["2025-01-08"]) == (end.day == 8)


def test_a_final_phase_ends_everything() -> None:
    """After the day on which a track ended there are no moments; what was overdue stays so."""
    case = begun(quiet(gs.INTEGRAL), integral.SHAPING, BEGIN, (BEGIN, "start_execution"))
    ended = journey(case, (date(2024, 9, 1), "open_evaluation"), (date(2024, 10, 1), "end"))
    found = schedule(ended, on=date(2030, 1, 1))
    assert days(found, "progress_talk") == ["2024-04-08", "2024-07-08"]
    assert days(found, "periodic_evaluation") == []
    assert statuses(found) == ["overdue", "overdue"]


def test_two_principal_agreements_have_no_term() -> None:
    """While it is not clear which agreement counts, no term does, as in the rules."""
    case = journey(TALKS, pact(BEGIN, date(2027, 1, 7)), pact(BEGIN, date(2028, 1, 7), agreement="second"))
    assert {m.point.key for m in schedule(case)} == {"progress_talk", "periodic_evaluation"}


# --- adopted while it ran -------------------------------------------------------------------------------


def adopted(phase: str, on: date = date(2024, 3, 1), since: date = date(2022, 5, 31)) -> gs.Collaboration:
    return gs.Collaboration.start(PPS, id="case", on=on, phase=phase, since=since, reason="it runs")


@pytest.mark.parametrize("phase", [pps.MANAGEMENT, pps.SUSPENDED, pps.EVALUATION])
def test_an_adopted_phase_stands_for_the_steps_before_it(phase: str) -> None:
    """Where a phase is only reached by the step of an anchor, that anchor is the day since when it runs.

    What was to be evaluated before the adoption is not on record, and not asked for.
    """
    back = {pps.SUSPENDED: "resume", pps.EVALUATION: "continue"}
    case = adopted(phase)
    if phase in back:
        case = journey(case, (date(2024, 3, 1), back[phase]))
    found = schedule(case, until=date(2024, 12, 31))
    assert days(found, "progress_talk") == ["2024-05-31", "2024-08-31", "2024-11-30"]
    assert days(found, "periodic_evaluation") == ["2024-05-31"]
    assert found.moments[0].because.entry == 1
    assert found.moments[0].id == "case/main/periodic_evaluation/1/2"  # the second year
    assert case.monitor(on=date(2024, 3, 1)).overdue == ()


def test_a_phase_that_others_lead_to_stands_for_nothing() -> None:
    """Adopted in a phase that comes before the step of an anchor, the step itself is awaited."""
    assert len(schedule(adopted(pps.STRUCTURE))) == 0
    concluded = journey(adopted(pps.STRUCTURE), (date(2024, 4, 2), "conclude_agreement"))
    assert days(schedule(concluded, until=date(2024, 7, 2)), "progress_talk") == ["2024-07-02"]


def test_an_adopted_phase_was_entered_the_day_since_when() -> None:
    """A phase adopted, or adopted beyond, counts from the day since when it runs."""
    points = (point(OnPhase("work"), every=QUARTER), point(OnPhase("begin"), key="first", every=QUARTER))
    day = date(2024, 5, 31)
    case = begun(tiny(evaluation_points=points), "work", day)
    found = schedule(case, until=date(2024, 8, 31))
    assert days(found, "look") == days(found, "first") == ["2024-08-31"]


@pytest.mark.parametrize("past", [True, False], ids=["on every way", "on one of two ways"])
def test_a_phase_on_every_way_to_an_adopted_one_was_entered(past: bool) -> None:
    """Adopted beyond a phase, it was gone through where no way leads round it, and else that is not known."""
    begin, end = gs.Phase("begin", label(), kind="initial"), gs.Phase("end", label())
    middle = gs.Phase("middle", label())
    ways = [begin.to(middle, "enter", label=label()), middle.to(end, "leave", label=label())]
    ways += [] if past else [begin.to(end, "skip", label=label())]
    look = point(OnPhase("middle"), every=YEAR, while_in=("end",))
    process = tiny(phases=(begin, middle, end), transitions=ways, evaluation_points=(look,))
    found = schedule(begun(process, "end", BEGIN), until=date(2025, 12, 31))
    assert days(found, "look") == (["2025-01-08"] if past else [])


# --- calendars ------------------------------------------------------------------------------------------


def test_a_moved_moment_keeps_its_day_and_says_why() -> None:
    """On a working day, a moment keeps the day it was counted to, and what made it move."""
    case = own(point(offset=gs.Every(days=5)), on=BEGIN)  # Saturday 13 January 2024
    shifted: dict[Literal["following", "preceding"], date] = {
        "following": date(2024, 1, 15),
        "preceding": date(2024, 1, 12),
    }
    for direction, day in shifted.items():
        (moment,) = schedule(case, calendar=gs.WEEKENDS, direction=direction)
        assert (moment.on, moment.because.original) == (day, date(2024, 1, 13))
        assert moment.because.moved == gs.Label("weekend", "weekend")
        assert moment.deadline == max(day, moment.because.original)
    (plain,) = schedule(case)
    assert (plain.on, plain.because.moved) == (date(2024, 1, 13), None)


def test_moved_days_are_counted_from_the_anchor_all_the_same() -> None:
    """A moment that moved does not push the next one."""
    case = own(point(every=gs.Every(months=1)), on=date(2024, 1, 31))
    found = schedule(case, until=date(2024, 7, 1), calendar=gs.WEEKENDS)
    assert days(found, "look") == [
        "2024-02-29",
        "2024-04-01",  # from Sunday 31 March
        "2024-04-30",
        "2024-05-31",
        "2024-07-01",  # from Sunday 30 June
    ]


def test_the_horizon_judges_the_day_it_moved_to() -> None:
    """A moment that moves over the horizon is out, one that moves back before it is in."""
    case = own(point(offset=gs.Every(days=5)), on=BEGIN)
    inside = {
        (direction, day): len(
            schedule(case, until=date(2024, 1, day), calendar=gs.WEEKENDS, direction=direction)
        )
        for direction in ("following", "preceding")
        for day in (11, 12, 14, 15)
    }
    assert [key for key, number in inside.items() if number] == [
        ("following", 15),
        ("preceding", 12),
        ("preceding", 14),
        ("preceding", 15),
    ]


@attrs.frozen
class Known:
    """Know only some days, ahead or back."""

    known_until: date | None
    known_from: date | None = None

    def free(self, day: date) -> gs.Label | None:
        return gs.WEEKENDS.free(day)


def test_beyond_what_a_calendar_knows_moments_are_provisional() -> None:
    """A moment whose day, before or after it moved, lies beyond what is known may still move."""
    case = own(point(offset=gs.Every(days=5)), on=BEGIN)  # Saturday 13, Monday 15, Friday 12 January 2024
    rows: list[tuple[int, Literal["following", "preceding"], str]] = [
        (14, "following", "provisional"),
        (15, "following", "planned"),
        (12, "preceding", "provisional"),
        (13, "preceding", "planned"),
    ]
    for known, direction, expected in rows:
        calendar = Known(date(2024, 1, known))
        assert statuses(schedule(case, calendar=calendar, direction=direction)) == [expected]
    assert statuses(schedule(case, on=date(2024, 1, 15), calendar=Known(BEGIN))) == ["open"]
    for since, expected in ((13, "planned"), (14, "provisional"), (15, "provisional")):
        assert statuses(schedule(case, calendar=Known(None, date(2024, 1, since)))) == [expected]


def test_school_holidays_are_provisional_after_the_last_known_year() -> None:
    """With a region, moments after the last year with school holidays are provisional; without, planned."""
    region = gs.DutchCalendar("midden")
    known = region.known_until
    assert known is not None
    found = schedule(TALKS, until=date(known.year + 2, 1, 1), calendar=region)
    assert {m.on > known for m in found.with_status("provisional")} == {True}
    assert {m.on > known for m in found.with_status("planned")} == {False}
    plain = schedule(TALKS, until=date(known.year + 2, 1, 1), calendar=gs.DutchCalendar())
    assert set(statuses(plain)) == {"planned"}


# --- the whole ------------------------------------------------------------------------------------------


def test_tracks_are_scheduled_side_by_side() -> None:
    """Every track has its own moments, in one sorted whole, with ids that name track and point."""
    case = journey(TALKS, pact(BEGIN, date(2027, 1, 7)))
    case = case.open(LIFE, track="pact", on=BEGIN, phase="in_force", since=BEGIN, reason="a test")
    found = schedule(case, until=date(2025, 1, 8))
    assert [m.id for m in found.by_day()[date(2025, 1, 8)]] == [
        "case/main/periodic_evaluation/2/1",
        "case/main/progress_talk/2/4",
        "case/pact/compliance_check/4/1",
    ]


def test_monitoring_counts_what_is_overdue() -> None:
    """A watch names the overdue moments of its track, oldest first, and says why they were due."""
    case = journey(TALKS, pact(BEGIN, date(2028, 1, 7)))
    case = case.open(LIFE, track="pact", on=BEGIN, phase="in_force", since=BEGIN, reason="a test")
    case = case.record(held(date(2024, 7, 8)))
    day = date(2025, 1, 9)
    main, own_track = case.monitor(on=day), case.monitor(on=day, track="pact")
    assert [m.id for m in main.overdue] == [
        "case/main/progress_talk/2/2",
        "case/main/progress_talk/2/3",
        "case/main/periodic_evaluation/2/1",
        "case/main/progress_talk/2/4",
    ]
    assert [m.id for m in own_track.overdue] == ["case/pact/compliance_check/4/1"]
    assert "elke drie maanden vanaf 8 januari 2024" in main.explain("nl")
    assert case.monitor(on=date(2024, 4, 8)).overdue == ()


@pytest.mark.parametrize(
    ("calendar", "direction", "late"),
    [
        (None, "following", [14, 15, 16]),
        (gs.WEEKENDS, "following", [16]),
        (gs.WEEKENDS, "preceding", [14, 15, 16]),
    ],
)
def test_a_monitor_counts_with_the_days_on_which_nobody_works(
    calendar: Any, direction: Any, late: list[int]
) -> None:
    """What is planned on Saturday 13 January is late after that day, or after the Monday that it moved to."""
    case = own(point(offset=gs.Every(days=5)), on=BEGIN)
    days_in_january = [date(2024, 1, n) for n in range(12, 17)]
    watched = [case.monitor(on=day, calendar=calendar, direction=direction) for day in days_in_january]
    assert [watch.on.day for watch in watched if watch.overdue] == late


def test_time_makes_a_step_due() -> None:
    """The day after the last day of the term, expiry is due on the track of the agreement, and evaluating."""
    case = journey(TALKS, pact(BEGIN, date(2025, 1, 7)))
    case = case.open(LIFE, track="pact", on=BEGIN, phase="in_force", since=BEGIN, reason="a test")
    assert case.due(on=date(2025, 1, 7)) == ()
    assert [(due.trigger, due.track, due.since) for due in case.due(on=date(2025, 1, 8))] == [
        ("open_evaluation", "main", date(2025, 1, 7)),
        ("expire", "pact", date(2025, 1, 7)),
    ]


def runs_out(*facts: gs.Fact, edge: Literal["on", "until"] = "until") -> gs.Collaboration:
    """Return a case of two municipalities whose step `expire` is due when a purpose ran out."""
    begin, work = gs.Phase("begin", label(), kind="initial"), gs.Phase("work", label())
    expire = begin.to(work, "expire", label=label(), falls_due=OnStatement("purpose", edge))
    process = tiny(phases=(begin, work), transitions=(expire,))
    return gs.Collaboration.start(process, id="case", on=BEGIN).record(
        joined("a", BEGIN), joined("b", BEGIN), *facts
    )


def purpose(until: date | None, about: Any = "a", track: str | None = None) -> gs.Stated:
    return gs.Stated(BEGIN, "purpose", "…", about, track, until)


JUNE, JULY = date(2024, 6, 1), date(2024, 7, 1)
HEIRS = (joined("ab", BEGIN), joined("c", BEGIN), joined("d", BEGIN))
MERGED = (*HEIRS, gs.PartySucceeded(BEGIN, "ab", ("a", "b")))
DIVIDED = (*HEIRS, gs.PartyDivided(BEGIN, "a", ("c", "d")))


@pytest.mark.parametrize(
    ("facts", "since"),
    [
        ((purpose(JUNE),), JUNE),
        ((purpose(JUNE), purpose(JULY)), JULY),
        ((purpose(JUNE, track="main"),), JUNE),
        ((purpose(JUNE), purpose(LONG)), None),
        ((purpose(JUNE), purpose(None)), None),
        ((purpose(JUNE), purpose(None, "b")), JUNE),
        ((purpose(JUNE), purpose(None, None)), JUNE),
        ((purpose(JUNE, None), purpose(None)), JUNE),
        ((purpose(JUNE), purpose(None, ("matter", "a"))), JUNE),
        ((purpose(JUNE), purpose(None, track="main")), None),
        ((purpose(JUNE), purpose(None, "b"), *MERGED), None),
        ((purpose(JUNE), *MERGED, purpose(None, "ab")), None),
        ((purpose(JUNE), *DIVIDED, purpose(None, "d")), None),
        ((*DIVIDED, purpose(JUNE, "c"), purpose(None, "d")), JUNE),
        ((purpose(None), *DIVIDED, purpose(JUNE, "c")), None),
    ],
)
def test_what_ran_out_is_over_unless_another_about_it_runs_longer(
    facts: tuple[gs.Fact, ...], since: date | None
) -> None:
    """Whoever took the place of a party, or what it was divided into, speaks for it."""
    due = runs_out(*facts).due(on=date(2024, 8, 1))
    assert [x.since for x in due] == ([] if since is None else [since])


def test_a_step_that_counts_from_a_statement_is_due_whatever_else_is_said() -> None:
    """Counted from the day on which something was said, what runs longer changes nothing."""
    case = runs_out(purpose(JUNE), purpose(None), edge="on")
    assert [x.since for x in case.due(on=later(1, BEGIN))] == [BEGIN]


def test_what_is_said_on_one_track_does_not_go_on_for_another() -> None:
    """A statement of another track that runs longer leaves a step due."""
    case = runs_out(purpose(JUNE)).open(tiny(key="other"), on=BEGIN)
    assert [x.since for x in case.record(purpose(None, track="other")).due(on=JULY)] == [JUNE]
    assert case.record(purpose(None, track="main")).due(on=JULY) == ()
    assert [x.since for x in case.record(purpose(date(2024, 6, 9), "b", "other")).due(on=JULY)] == [JUNE]


def test_before_the_start_there_is_nothing() -> None:
    """Judged on a day before the start, a schedule is empty."""
    assert len(schedule(TALKS, on=date(2024, 1, 7))) == 0


@pytest.mark.parametrize(
    ("on", "until", "code", "which"),
    [
        (datetime(2024, 1, 8), date(2024, 1, 9), "not-a-date", "on "),  # noqa: DTZ001 - what is refused
        (date(2024, 1, 8), "2024-01-09", "not-a-date", "until "),
        (date(2024, 1, 9), date(2024, 1, 8), "dates", "until "),
    ],
)
def test_days_are_days_in_order(on: Any, until: Any, code: str, which: str) -> None:
    """A schedule takes two plain dates, the horizon not before the day of judging."""
    with pytest.raises(gs.InvalidArgument) as refused:
        gs.evaluation_schedule(TALKS, on=on, until=until)
    assert refused.value.code == code
    assert str(refused.value).startswith(which)


def test_a_direction_is_one_of_two() -> None:
    """Another way to move is refused, and the one meant is named."""
    with pytest.raises(gs.InvalidArgument, match="Did you mean 'following'") as refused:
        schedule(TALKS, direction=cast("Any", "folowing"))
    assert refused.value.code == "unknown-direction"


CROOKED: list[dict[str, Any]] = [
    {"case": None},
    {"case": TALKS.dossier},
    {"calendar": "weekends"},
    {"calendar": SimpleNamespace(known_until=None)},
    {"calendar": SimpleNamespace(free=lambda day: None)},
]


@pytest.mark.parametrize("crooked", CROOKED)
def test_what_is_no_case_and_no_calendar_is_refused(crooked: dict[str, Any]) -> None:
    """A schedule is made of a collaboration, with a calendar that says which days are free."""
    given: dict[str, Any] = {"case": TALKS, "on": BEGIN, "until": BEGIN} | crooked
    with pytest.raises(gs.InvalidArgument, match=next(iter(crooked))) as refused:
        gs.evaluation_schedule(given.pop("case"), **given)
    assert refused.value.code == "wrong-type"


def test_who_observes_hears_which_moments_a_point_got() -> None:
    """Each point of each track is told once with its moments, those without any too."""
    heard: list[Dated] = []
    with observing(lambda what: heard.append(what) if isinstance(what, Dated) else None):
        found = schedule(TALKS, until=date(2024, 12, 31))
    assert [dated.process for dated in heard] == [PPS] * len(PPS.evaluation_points)
    assert sorted((m for dated in heard for m in dated.moments), key=lambda m: (m.on, m.id)) == [*found]


def test_a_correction_keeps_the_id() -> None:
    """A term that was entered wrong and corrected moves its moments and keeps their ids."""
    case = gs.Collaboration.start(PPS, id="case", on=BEGIN).record(
        gs.Stated(BEGIN, "purpose", "…"), pact(BEGIN, date(2027, 1, 7))
    )
    right = case.correct(3, pact(BEGIN, date(2028, 1, 7)), reason="a slip of the pen")
    before, after = schedule(case), schedule(right)
    assert {m.id for m in before} == {m.id for m in after}
    assert [m.on for m in after] == [date(2026, 1, 7), date(2027, 7, 7)]  # 1460 days: 730 after the start


def test_a_phase_and_a_point_without_moments() -> None:
    """A point whose anchor never came gives no moments, and a case without points an empty schedule."""
    assert len(schedule(own(point(OnTrigger("finish")), point(OnTerm(), key="half"), on=BEGIN))) == 0
    assert len(schedule(own(on=BEGIN))) == 0


def test_a_name_of_no_moment_leaves_the_schedule_as_it_was() -> None:
    """Whatever is named, the moments up to the horizon are those that there are, near or far."""
    case = TALKS.record(held(date(2024, 4, 8), point="case/main/progress_talk/9/9"))
    for until in (date(2024, 7, 8), date(2060, 12, 31)):
        assert [m.id for m in schedule(case, until=until)] == [m.id for m in schedule(TALKS, until=until)]


def test_the_end_of_time_is_a_horizon_too() -> None:
    """With a calendar a schedule looks further ahead than its horizon, as far as there are days."""
    case = own(point(offset=gs.Every(days=5)), on=date(9999, 12, 20))  # Saturday 25 December
    assert days(schedule(case, until=date.max, calendar=gs.WEEKENDS), "look") == ["9999-12-27"]


def test_what_answers_elsewhere_is_told_in_the_order_of_entries() -> None:
    """Whatever the order of points and moments, the evaluation that was entered first is told first."""
    points = (point(key="first", every=YEAR), point(key="second", every=YEAR))
    names = ("case/main/second/9/9", "case/main/first/9/9")
    case = own(*points, on=BEGIN).record(*(held(BEGIN, "periodic", point=name) for name in names))
    assert [(other.entry, other.named) for other in schedule(case).elsewhere] == [*enumerate(names, 2)]


def test_what_is_said_on_another_track_answers_nothing() -> None:
    """A statement answers on its own track, or on all of them where it names none."""
    case = own(point(offset=gs.Every(days=5), topics="rationale"), on=BEGIN).open(tiny(key="other"), on=BEGIN)
    for track, answers in (("other", None), ("main", 3), (None, 3)):
        said = case.record(gs.Stated(date(2024, 1, 10), "rationale", "…", track=track))
        assert [m.held_in for m in schedule(said) if m.track == "main"] == [answers]


def test_what_was_held_stays_where_it_was_held_when_the_rhythm_changes() -> None:
    """A moment named by its id is answered only while the day lies in its window, else the usual one is."""
    old = gs.PPS.adapt(key="pps-w")
    new = gs.PPS.adapt(key="pps-w", limits={"progress_interval": gs.Every(months=6)})
    talks = (
        gs.EvaluationHeld(date(2024, 3, 28), "progress_talk", point="case/main/progress_talk/1/1"),
        gs.EvaluationHeld(date(2024, 6, 28), "progress_talk", point="case/main/progress_talk/1/2"),
    )
    begun = gs.Collaboration.start(
        old, id="case", on=date(2024, 1, 1), phase="management", since=date(2024, 1, 1), reason="liep al"
    )
    case = begun.record(*talks)
    later = gs.Collaboration.replay(new, case.entries_after(0))
    held = {
        key: [
            m.held_in
            for m in gs.evaluation_schedule(x, on=date(2024, 8, 1), until=date(2025, 2, 1))
            if m.point.key == "progress_talk"
        ]
        for key, x in (("old", case), ("new", later))
    }
    assert held["old"][:2] == [2, 3]
    assert held["new"] == [2, None]
