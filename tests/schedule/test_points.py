"""Every evaluation point of the shipped processes, and the whole grammar, with days worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import gezondsamen as gs
from gezondsamen.phases import agreement, integral, intersectoral, pps
from gezondsamen.process.conditions import Limit
from gezondsamen.process.evaluation_points import (
    EvaluationPoint,
    OnAction,
    OnSchoolYear,
    OnStatement,
    OnTerm,
    OnTrigger,
    Window,
)
from tests.support.journeys import begun, days, joined, journey, own, pact, point, quiet, schedule

PPS = quiet(gs.PPS)

# Terms with a known half: 1825 days, so 913 after the first (912.5, upwards); 1460 days, so 730 after it.
HALVES = [
    (date(2010, 1, 1), date(2014, 12, 31), "2012-07-02"),
    (date(2023, 1, 1), date(2026, 12, 31), "2024-12-31"),
    (date(2000, 1, 1), date(2024, 12, 31), "2012-07-02"),  # 25 years: 9131 days, 4566 after the start
    (date(2024, 1, 1), date(2025, 12, 31), "2024-12-31"),  # just two years: 730 days, 365 after the start
]

TALKING = [
    (gs.INTEGRAL, integral.SHAPING, integral.START_EXECUTION),
    (gs.PPS, pps.STRUCTURE, pps.CONCLUDE_AGREEMENT),
]
YEARLY = [
    *((process, phase, trigger, "periodic_evaluation") for process, phase, trigger in TALKING),
    (gs.INTERSECTORAL, intersectoral.PRECONDITIONS, intersectoral.MAKE_STRUCTURAL, "annual_evaluation"),
]


def keys_of(rows: list[tuple[gs.Process, str, str]] | list[tuple[gs.Process, str, str, str]]) -> list[str]:
    return [row[0].key for row in rows]


# --- C1 integral, C3 PPS: progress talks ---------------------------------------------------------------


@pytest.mark.parametrize(("process", "phase", "trigger"), TALKING, ids=keys_of(TALKING))
def test_progress_talks_every_three_months(process: gs.Process, phase: str, trigger: str) -> None:
    """EV-INT-1, EV-PPS-1: every three months from the step, each counted from it: January keeps its 31st."""
    case = begun(process, phase, date(2023, 10, 2), (date(2024, 1, 31), trigger))
    found = schedule(case, until=date(2025, 2, 1))
    assert days(found, "progress_talk") == [
        "2024-04-30",  # April has thirty days
        "2024-07-31",
        "2024-10-31",
        "2025-01-31",
    ]


@pytest.mark.parametrize(("process", "phase", "trigger"), TALKING, ids=keys_of(TALKING))
def test_progress_talks_only_in_their_phase(process: gs.Process, phase: str, trigger: str) -> None:
    """EV-INT-1, EV-PPS-1: no talks during an evaluation, and afterwards they count from the first step."""
    case = begun(
        process,
        phase,
        date(2023, 10, 2),
        (date(2024, 1, 31), trigger),
        (date(2024, 7, 1), "open_evaluation"),
        (date(2024, 8, 15), "continue"),
    )
    assert days(schedule(case, until=date(2025, 1, 31)), "progress_talk") == [
        "2024-04-30",  # 31 July falls in the evaluation
        "2024-10-31",
        "2025-01-31",
    ]


# --- C1, C2, C3: yearly evaluations --------------------------------------------------------------------


@pytest.mark.parametrize(("process", "phase", "trigger", "key"), YEARLY, ids=keys_of(YEARLY))
def test_yearly_evaluations(process: gs.Process, phase: str, trigger: str, key: str) -> None:
    """EV-INT-2, EV-ISC-2, EV-PPS-2: every year from the step; 29 February comes back in leap years."""
    case = begun(process, phase, date(2023, 10, 2), (date(2024, 2, 29), trigger))
    assert days(schedule(case, until=date(2028, 12, 31)), key) == [
        "2025-02-28",
        "2026-02-28",
        "2027-02-28",
        "2028-02-29",
    ]


def test_a_periodic_evaluation_falls_in_the_evaluation_too() -> None:
    """EV-INT-2: the yearly evaluation goes on while the collaboration is being evaluated."""
    steps = ((date(2024, 1, 31), "start_execution"), (date(2025, 1, 15), "open_evaluation"))
    case = begun(quiet(gs.INTEGRAL), integral.SHAPING, date(2023, 10, 2), *steps)
    found = schedule(case, until=date(2025, 3, 1))
    assert days(found, "periodic_evaluation") == ["2025-01-31"]
    assert days(found, "progress_talk") == ["2024-04-30", "2024-07-31", "2024-10-31"]


def test_a_structural_collaboration_is_evaluated_while_it_is_structural() -> None:
    """EV-ISC-2: no yearly evaluation after the structural phase was left."""
    steps = ((date(2024, 2, 29), "make_structural"), (date(2026, 1, 5), "open_evaluation"))
    case = begun(quiet(gs.INTERSECTORAL), intersectoral.PRECONDITIONS, date(2023, 10, 2), *steps)
    assert days(schedule(case), "annual_evaluation") == ["2025-02-28"]


def test_a_departure_asks_for_an_evaluation() -> None:
    """EV-PPS-2: a partner who leaves is a moment of its own that day, beside the yearly ones."""
    case = begun(
        PPS,
        pps.STRUCTURE,
        date(2023, 10, 2),
        joined("a", date(2023, 10, 2)),
        (date(2024, 1, 31), "conclude_agreement"),
        gs.PartyLeft(date(2024, 9, 10), "a"),
    )
    found = schedule(case, until=date(2025, 12, 31))
    assert days(found, "periodic_evaluation") == ["2024-09-10", "2025-01-31"]
    assert found.moments[2].id == "case/main/periodic_evaluation/event1.4/1"  # entry 4 is the departure


def test_a_merger_is_no_departure() -> None:
    """EV-PPS-2: a party whose place another took did not leave."""
    day = date(2023, 10, 2)
    case = begun(
        PPS, pps.MANAGEMENT, day, joined("a", day), joined("b", day), gs.PartySucceeded(day, "b", ("a",))
    )
    assert days(schedule(case, until=date(2024, 9, 30)), "periodic_evaluation") == []


def test_coming_back_and_leaving_again_are_two_departures() -> None:
    """EV-PPS-2: each time that a party leaves is a moment, also after it came back."""
    first, back, last = date(2023, 10, 2), date(2023, 11, 1), date(2023, 12, 1)
    facts = (joined("a", first), gs.PartyLeft(first, "a"), joined("a", back), gs.PartyLeft(last, "a"))
    case = begun(PPS, pps.MANAGEMENT, first, *facts)
    assert days(schedule(case, until=last), "periodic_evaluation") == ["2023-10-02", "2023-12-01"]


# --- half-way and before the end -----------------------------------------------------------------------


@pytest.mark.parametrize(("start", "end", "half"), HALVES)
@pytest.mark.parametrize("process", [gs.INTEGRAL, gs.PPS], ids=lambda p: p.key)
def test_midterm_review(process: gs.Process, start: date, end: date, half: str) -> None:
    """EV-INT-3, EV-PPS-3: at half of the term of the principal agreement."""
    case = gs.Collaboration.start(process, id="case", on=start).record(pact(start, end))
    assert days(schedule(case), "midterm_review") == [half]


@pytest.mark.parametrize(("start", "end", "half"), HALVES)
def test_midterm_review_of_an_agreement(start: date, end: date, half: str) -> None:
    """EV-AGR-3: at half of the agreement's own term, principal or not."""
    case = gs.Collaboration.start(PPS, id="case", on=start).record(pact(start, end, principal=False))
    found = schedule(case.open(gs.AGREEMENT, track="pact", on=start))
    assert days(found, "midterm_review", "pact") == [half]
    assert days(found, "midterm_review") == []


@pytest.mark.parametrize("process", [gs.INTEGRAL, gs.PPS], ids=lambda p: p.key)
def test_a_short_term_has_no_midterm_review(process: gs.Process) -> None:
    """EV-INT-3, EV-PPS-3, EV-AGR-3: a day short of two years is too short."""
    start = date(2024, 1, 1)
    case = gs.Collaboration.start(process, id="case", on=start).record(pact(start, date(2025, 12, 30)))
    found = schedule(case.open(gs.AGREEMENT, track="pact", on=start))
    assert days(found, "midterm_review") == days(found, "midterm_review", "pact") == []


@pytest.mark.parametrize(
    ("end", "six_months_before"),
    [
        (date(2027, 12, 31), "2027-06-30"),  # June has thirty days
        (date(2028, 8, 31), "2028-02-29"),
        (date(2027, 8, 31), "2027-02-28"),
        (date(2028, 1, 7), "2027-07-07"),
    ],
)
def test_what_comes_before_the_end(end: date, six_months_before: str) -> None:
    """EV-INT-4, EV-PPS-4, EV-AGR-2: six months before the end of the term."""
    start = date(2024, 1, 8)
    for process in (gs.INTEGRAL, gs.PPS):
        case = gs.Collaboration.start(process, id="case", on=start).record(pact(start, end))
        found = schedule(case.open(gs.AGREEMENT, track="pact", on=start))
        assert days(found, "final_evaluation") == [six_months_before]
        assert days(found, "renewal_decision", "pact") == [six_months_before]


def test_an_emergency_asks_for_a_final_evaluation() -> None:
    """EV-PPS-4: three months after an emergency ending, though the term ends before."""
    start = date(2024, 1, 8)
    draft = pact(start, date(2025, 12, 31))
    case = begun(PPS, pps.STRUCTURE, start, draft, (start, "conclude_agreement"))
    case = journey(case, (date(2025, 6, 1), "end_in_emergency"))
    assert days(schedule(case), "final_evaluation") == ["2025-06-30", "2025-09-01"]
    late = journey(begun(PPS, pps.MANAGEMENT, start, draft), (date(2025, 11, 30), "end_in_emergency"))
    assert days(schedule(late), "final_evaluation") == ["2025-06-30", "2026-02-28"]  # February is short


# --- C2 intersectoral, C6 agreement --------------------------------------------------------------------


def test_each_action_is_looked_back_on() -> None:
    """EV-ISC-1: once for each action, on the day it is due."""
    day = date(2024, 3, 1)
    actions = (
        gs.ActionAgreed(day, "garden", "…", "a", "education", due=date(2024, 6, 14)),
        gs.ActionAgreed(day, "cooking", "…", "a", "education", due=date(2024, 5, 31)),
        gs.ActionAgreed(date(2024, 4, 2), "garden", "…", "a", "education", due=date(2024, 7, 1)),  # put off
    )
    case = begun(quiet(gs.INTERSECTORAL), intersectoral.ACTION, day, joined("a", day), *actions)
    found = schedule(case)
    assert days(found, "after_action_review") == ["2024-05-31", "2024-07-01"]
    assert [m.id.split("/", 3)[3] for m in found] == ["cooking/1", "garden/1"]


def test_the_memorandum_is_awaited() -> None:
    """EV-ISC-3: twelve months before the health memorandum runs out, once for each memorandum."""
    day = date(2024, 3, 1)
    facts = (
        gs.Stated(date(2024, 3, 1), "memorandum_adopted", "…", until=date(2024, 12, 31)),
        gs.Stated(date(2024, 6, 1), "memorandum_adopted", "…", until=date(2029, 2, 28)),
        gs.Stated(date(2024, 6, 2), "memorandum_adopted", "…"),  # no end: nothing to count from
    )
    case = begun(quiet(gs.INTERSECTORAL), intersectoral.ACTION, day, *facts)
    assert days(schedule(case), "policy_cycle_alignment") == ["2028-02-28"]  # 2023-12-31 was before the start


def test_compliance_every_year_in_force() -> None:
    """EV-AGR-1: every year from the day of entry into force, also while an amendment is pending."""
    start = date(2023, 10, 2)
    case = gs.Collaboration.start(PPS, id="case", on=start).record(pact(start, date(2028, 10, 1)))
    case = case.open(gs.AGREEMENT, track="pact", on=start)
    steps = (
        (date(2024, 2, 29), agreement.CONFIRM_ORALLY),
        (date(2025, 1, 10), agreement.PROPOSE_AMENDMENT),
        (date(2025, 4, 1), agreement.ADOPT_AMENDMENT),
    )
    found = schedule(journey(case, *steps, track="pact"))
    assert days(found, "compliance_check", "pact") == [
        "2025-02-28",  # the old text binds while the amendment is pending
        "2026-02-28",
        "2027-02-28",
        "2028-02-29",  # 2029 lies after the term
    ]


def test_twenty_five_years() -> None:
    """A term of twenty-five years has 99 talks, 24 yearly evaluations, one half and one end."""
    start = date(2000, 1, 1)
    case = begun(PPS, pps.STRUCTURE, start, pact(start, date(2024, 12, 31)), (start, "conclude_agreement"))
    found = schedule(case)
    assert len(days(found, "progress_talk")) == 99  # the hundredth would be 1 January 2025
    assert days(found, "progress_talk")[-1] == "2024-10-01"
    assert len(days(found, "periodic_evaluation")) == 24
    assert days(found, "midterm_review") == ["2012-07-02"]
    assert days(found, "final_evaluation") == ["2024-06-30"]


# --- the grammar: what the shipped points do not use ----------------------------------------------------

BEGIN = date(2024, 1, 8)  # in the school year of 1 August 2023

YEAR = gs.Every(years=1)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        # offset alone: once; with every: the first period begins later
        (point(offset=gs.Every(days=14)), ["2024-01-22"]),
        (point(offset=gs.Every(months=24)), ["2026-01-08"]),
        (point(every=YEAR, offset=gs.Every(months=1)), ["2025-02-08", "2026-02-08"]),
        # a window: the last day of it, the first one that ends in or after the period's first day
        (point(OnSchoolYear(), every=YEAR, window=Window("08-01", "10-31")), ["2024-10-31", "2025-10-31"]),
        (point(OnSchoolYear(), window=Window("05-01", "07-15")), ["2024-07-15", "2025-07-15", "2026-07-15"]),
        (point(OnSchoolYear(), window=Window("11-01", "02-29")), ["2024-02-29", "2025-02-28", "2026-02-28"]),
        (point(offset=gs.Every(months=2), window=Window("09-01", "11-30")), ["2024-11-30"]),
        (point(every=gs.Every(months=6), window=Window("09-01", "11-30")), ["2024-11-30", "2025-11-30"]),
        (point(every=YEAR, window=Window("01-01", "01-08")), ["2024-01-08", "2025-01-08", "2026-01-08"]),
        (point(every=YEAR, window=Window("01-01", "01-07")), ["2025-01-07", "2026-01-07"]),
        # each school year, the last on its last day: the others as in the first one, of 366 days
        (
            point(OnSchoolYear(), min_count=3),
            [
                "2024-04-01",  # 244 days after 1 August 2023; the first, 2023-12-01, was before the start
                "2024-07-31",
                "2024-12-01",  # 122 days after 1 August 2023, and every year
                "2025-04-01",
                "2025-07-31",
                "2025-12-01",
                "2026-04-01",
                "2026-07-31",
            ],
        ),
        # a fraction of the term, and periods from its first day that stop at its end
        (point(OnTerm(), fraction=0.25), ["2024-07-01"]),  # 700 days, 175 after 8 January 2024
        (point(OnTerm(), every=YEAR), ["2025-01-08"]),
        (point(OnTerm("end"), every=gs.Every(months=6)), ["2026-06-08"]),  # after the end
        (point(OnTerm(), every=YEAR, min_term=gs.Every(years=2)), []),
        (point(OnTerm("end")), ["2025-12-08"]),
        # what follows an event, beside the regular ones
        (point(every=YEAR, on_events=((OnTerm(), gs.Every(weeks=2)),)), ["2024-01-22", "2025-01-08"]),
        (point(OnTrigger("go"), every=YEAR), []),
        (point(OnStatement("purpose"), offset=gs.Every(days=1)), ["2024-01-11"]),
        (point(every=YEAR, while_in=("work",)), []),
        (point(OnAction()), []),
    ],
)
def test_the_grammar(made: EvaluationPoint, expected: list[str]) -> None:
    """Offset, window, count, fraction, term and events give the days that a calendar on the wall gives."""
    case = own(made, on=BEGIN)
    if any(isinstance(anchor, OnTerm) for anchor in (made.anchor, *(a for a, _ in made.on_events))):
        case = case.record(pact(BEGIN, date(2025, 12, 8)))
    case = case.record(gs.Stated(date(2024, 1, 10), "purpose", "…"))
    assert days(schedule(case, until=date(2026, 10, 30)), "look") == expected


def test_a_named_interval_counts() -> None:
    """A limit stands for its period and its number."""
    often = Limit("often", gs.Every(months=6), gs.Label("hoe vaak", "how often"))
    twice = Limit("twice", 2, gs.Label("twee", "two"))
    case = own(point(every=often, min_count=twice), on=BEGIN)
    found = days(schedule(case, until=date(2025, 1, 8)), "look")
    assert found == ["2024-04-08", "2024-07-08", "2024-10-08", "2025-01-08"]  # 91, 182, 92 and 184 days


def test_more_in_a_period_keeps_the_ids_of_fewer() -> None:
    """The moment that closes a period bears the number of the period, however many come before it."""
    idents = {
        count: {m.id for m in schedule(own(point(every=YEAR, min_count=count), on=BEGIN))}
        for count in (1, 2, 3)
    }
    assert idents[1] < idents[2] < idents[3]


def test_the_end_of_time_ends_nothing() -> None:
    """A term without end, written as the last day there is, has its moments and stops at the horizon."""
    points = (
        point(OnTerm(), every=YEAR, min_term=YEAR),
        point(OnTerm("end"), key="end", every=YEAR),
        point(OnTerm("end"), key="window", offset=YEAR, window=Window("01-01", "03-31")),
    )
    case = own(*points, on=BEGIN).record(pact(BEGIN, date.max))
    found = schedule(case, until=date.max)
    assert len(days(found, "look")) == date.max.year - BEGIN.year
    assert days(found, "end") == []
    assert days(found, "window") == ["9999-12-31"]


def test_half_of_the_term_is_looked_at_from_a_quarter_to_three_quarters() -> None:
    """An evaluation of the half counts from half-way before it to half-way after it."""
    case = own(point(OnTerm(), fraction=0.5), on=BEGIN).record(pact(BEGIN, BEGIN + timedelta(days=400)))
    (moment,) = schedule(case)
    assert [(day - BEGIN).days for day in (*moment.window, moment.on)] == [100, 300, 200]


def test_a_term_that_is_not_known_whole_is_not_long_enough() -> None:
    """A point that asks for a shortest term has no moments where the term has no beginning."""
    end = date(2027, 1, 7)
    for shortest, expected in ((None, ["2026-01-07"]), (YEAR, [])):
        made = point(OnTerm("end"), before_end=YEAR, min_term=shortest)
        case = own(made, on=BEGIN).record(pact(None, end, BEGIN))
        assert days(schedule(case), "look") == expected


def test_the_first_year_has_its_windows() -> None:
    """A window in the first year there is lies in that year."""
    case = own(point(every=YEAR, window=Window("09-01", "11-30")), on=date(1, 2, 1))
    assert days(schedule(case, until=date(2, 12, 31)), "look") == ["0001-11-30", "0002-11-30"]
    assert schedule(case, until=date(2, 12, 31)).moments[0].window == (date(1, 9, 1), date(1, 11, 30))


def test_the_last_year_has_its_windows() -> None:
    """A window in the last year there is lies in that year, or ends with it."""
    made = (
        point(every=YEAR, window=Window("09-01", "11-30")),
        point(key="turn", every=YEAR, window=Window("11-01", "02-28")),
    )
    found = schedule(own(*made, on=date(9998, 2, 1)), until=date.max)
    assert days(found, "look") == ["9998-11-30"]
    assert [m.window for m in found] == [
        (date(9997, 11, 1), date(9998, 2, 28)),
        (date(9998, 9, 1), date(9998, 11, 30)),
    ]
    late = own(point(offset=gs.Every(days=1), window=Window("09-01", "11-30")), on=date(9999, 2, 1))
    assert days(schedule(late, until=date.max), "look") == ["9999-11-30"]
    turn = own(point(offset=gs.Every(days=1), window=Window("11-01", "02-28")), on=date(9999, 4, 1))
    assert [m.window for m in schedule(turn, until=date.max)] == [(date(9999, 11, 1), date.max)]


def test_after_the_end_there_are_no_moments() -> None:
    """A collaboration that ended has no moments from then on."""
    case = journey(own(point(every=YEAR), on=BEGIN), (date(2025, 2, 1), "go"), (date(2025, 6, 2), "finish"))
    assert days(schedule(case), "look") == ["2025-01-08"]
