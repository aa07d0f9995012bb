"""What happens to those who follow the schedule, and to those who run past the last day of their covenant."""

from __future__ import annotations

from datetime import date

import pytest

import gezondsamen as gs
from gezondsamen.phases import healthy_school, pps
from tests.support.journeys import begun, joined, pact

MIDDEN = gs.DutchCalendar("midden")
COVENANT = (date(2023, 9, 1), date(2025, 8, 31))
"""The term of the covenant: two years."""


def rhythms(case: gs.Collaboration, on: date) -> list[str]:
    """Return the codes of what the monitor finds that is asked every period."""
    asked = {point.rule for point in case.process.evaluation_points} | {"EVA-03", "EVA-13"}
    found = case.monitor(on=on, calendar=MIDDEN).found
    return [row.requirement.code for row in found if row.requirement.code in asked]


# --- following the schedule ---------------------------------------------------------------------------


def test_a_healthy_school_that_follows_its_schedule_is_not_warned() -> None:
    """A school year of talks on the planned days, summer holidays included: nothing is asked besides."""
    case = gs.Collaboration.start(
        gs.HEALTHY_SCHOOL,
        id="de-regenboog",
        on=date(2023, 9, 1),
        phase=healthy_school.EXECUTION,
        since=date(2023, 9, 1),
        reason="taken over",
    )
    case = case.record(
        gs.PartyJoined(date(2023, 9, 1), gs.Party("school", "De Regenboog", "school")),
        gs.PartyJoined(date(2023, 9, 1), gs.Party("ggd", "GGD", "ggd")),
    )
    schedule = gs.evaluation_schedule(case, on=date(2023, 9, 1), until=date(2025, 9, 30), calendar=MIDDEN)
    assert [m.on for m in schedule if m.point.key == "progress_talk"] == [
        date(2023, 12, 1),
        date(2024, 3, 1),
        date(2024, 6, 3),  # from Saturday 1 June
        date(2024, 9, 2),  # from Sunday 1 September
        date(2024, 12, 2),
        date(2025, 3, 3),
        date(2025, 6, 2),
        date(2025, 9, 1),
    ]
    for moment in schedule:
        kinds = moment.point.contacts or ("progress_talk",)
        assert rhythms(case, moment.on - date.resolution) == []
        case = case.record(gs.Met(moment.on, kinds[0], ("school", "ggd")))
        assert rhythms(case, moment.on) == []


def test_a_progress_talk_that_is_recorded_as_an_evaluation_is_a_talk() -> None:
    """Who answers the moment of the schedule by an evaluation has had the talk that the rule asks."""
    case = begun(gs.PPS, pps.STRUCTURE, date(2023, 10, 2), (date(2023, 11, 1), "conclude_agreement"))
    late = date(2024, 2, 15)
    assert "EVA-03" in rhythms(case, late)
    moment = "case/main/progress_talk/2/1"
    held = case.record(gs.EvaluationHeld(date(2024, 2, 1), "progress_talk", point=moment))
    assert "EVA-03" not in rhythms(held, late)


def test_a_partner_that_joins_is_not_asked_for_what_was_before() -> None:
    """A message to all partners in January went to those who were there; a newcomer has its own period."""
    case = begun(
        gs.PPS,
        pps.STRUCTURE,
        date(2023, 10, 2),
        joined("a", date(2023, 10, 2)),
        (date(2023, 11, 1), "conclude_agreement"),
        gs.Met(date(2024, 1, 31), "announcement", ("a",)),
        joined("b", date(2024, 3, 1)),
    )
    assert "COM-03" not in rhythms(case, date(2024, 4, 30))
    told = case.record(gs.Met(date(2024, 4, 30), "announcement", ("a",)))
    assert "COM-03" not in rhythms(told, date(2024, 5, 31))
    assert "COM-03" in rhythms(told, date(2024, 6, 4))


# --- the school year --------------------------------------------------------------------------------------


def test_a_healthy_school_that_explores_has_no_overdue_start_talk() -> None:
    """Begun on 1 September and still exploring in spring: no talk of the school year is late."""
    case = gs.Collaboration.start(gs.HEALTHY_SCHOOL, id="de-regenboog", on=date(2023, 9, 1))
    schedule = gs.evaluation_schedule(case, on=date(2024, 3, 1), until=date(2024, 12, 31))
    assert schedule.with_status("overdue") == ()
    assert case.monitor(on=date(2024, 3, 1)).overdue == ()


@pytest.mark.parametrize(
    ("region", "day"), [("noord", "2025-07-11"), ("midden", "2025-07-15"), ("zuid", "2025-07-04")]
)
def test_the_look_back_is_held_before_the_summer(region: str, day: str) -> None:
    """Where the summer has begun on 15 July, the look-back comes before it, not late in August."""
    case = begun(gs.HEALTHY_SCHOOL, healthy_school.EXECUTION, date(2024, 9, 2))
    calendar = gs.DutchCalendar(region)  # type: ignore[arg-type]
    schedule = gs.evaluation_schedule(case, on=date(2024, 9, 2), until=date(2025, 12, 31), calendar=calendar)
    assert [m.on.isoformat() for m in schedule if m.point.key == "look_back_and_ahead"] == [day]


# --- a covenant that ended --------------------------------------------------------------------------------


def lapsed() -> gs.Collaboration:
    """Return a partnership whose covenant ended on 31 August 2025, and that runs on."""
    return begun(
        gs.PPS, pps.STRUCTURE, COVENANT[0], pact(*COVENANT), (date(2023, 9, 1), "conclude_agreement")
    )


def test_a_covenant_that_ended_is_seen_by_the_collaboration() -> None:
    """A month after the last day the monitor says so, a step is due, and the schedule goes on."""
    case, day = lapsed(), date(2025, 10, 1)
    assert "EVA-13" not in rhythms(case, COVENANT[1])
    row = next(x for x in case.monitor(on=day).found if x.requirement.code == "EVA-13")
    assert "31 augustus 2025" in case.monitor(on=day).explain("nl")
    assert row.remedy is not None
    assert [(due.trigger, due.since) for due in case.due(on=day)] == [("open_evaluation", COVENANT[1])]
    schedule = gs.evaluation_schedule(case, on=day, until=date(2027, 1, 1))
    late = [m.id for m in schedule.with_status("overdue") if m.point.key == "end_of_term"]
    assert late == ["case/main/end_of_term/pact/1"]
    assert date(2025, 12, 1) in [m.on for m in schedule if m.point.key == "progress_talk"]


def test_before_the_last_day_what_repeats_is_planned_up_to_it() -> None:
    """While the covenant runs nobody plans talks beyond it, and the day after is marked."""
    schedule = gs.evaluation_schedule(lapsed(), on=date(2025, 3, 1), until=date(2027, 1, 1))
    after = [m for m in schedule if m.on > COVENANT[1]]
    assert [(m.point.key, m.on, m.status) for m in after] == [("end_of_term", date(2025, 9, 1), "planned")]


def test_a_covenant_that_is_renewed_is_no_longer_over() -> None:
    """With another last day the monitor is silent about it, nothing is due, and the mark moves."""
    day = date(2025, 10, 1)
    case = lapsed().record(gs.AgreementRevised(day, "pact", end=date(2027, 8, 31)))
    assert "EVA-13" not in rhythms(case, day)
    assert case.due(on=day) == ()
    schedule = gs.evaluation_schedule(case, on=day, until=date(2028, 1, 1))
    assert [m.on for m in schedule if m.point.key == "end_of_term"] == [date(2027, 9, 1)]


def test_a_partnership_that_ended_with_its_covenant_is_not_late() -> None:
    """Ended on the last day, there is nothing that runs on."""
    case = begun(
        gs.INTEGRAL,
        "shaping",
        COVENANT[0],
        pact(*COVENANT),
        (date(2023, 9, 1), "start_execution"),
        (date(2025, 6, 1), "open_evaluation"),
        (COVENANT[1], "complete"),
    )
    schedule = gs.evaluation_schedule(case, on=date(2025, 10, 1), until=date(2027, 1, 1))
    assert [m for m in schedule if m.on > COVENANT[1]] == []
    assert case.due(on=date(2025, 10, 1)) == ()
