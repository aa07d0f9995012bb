"""Parties that are missing or leave, and steps that claim what nobody told."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

import gezondsamen as gs
from tests.phases.stories.telling import (
    ALDERMAN,
    NEWCOMER,
    as_asked,
    codes,
    the_day_after,
)
from tests.support.dossiers import A_DAY, case_in, last_day

# --- a collaboration of one ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("process", "before", "trigger"),
    [
        (gs.INTEGRAL, ["start_exploration"], "open_ambition_talks"),
        (gs.NETWORK, ["approach_partners"], "start_arrangements"),
        (gs.INTERSECTORAL, ["start_exploration", "open_conversation"], "start_action"),
    ],
    ids=lambda x: x.key if isinstance(x, gs.Process) else None,
)
def test_a_municipality_alone_does_not_begin(process: gs.Process, before: list[str], trigger: str) -> None:
    """On 8 January 2024 a municipality begins alone; in February it may not go on without a partner."""
    case = gs.Collaboration.start(process, id="alleen", on=date(2024, 1, 8))
    case = case.record(gs.PartyJoined(date(2024, 1, 8), ALDERMAN))
    for number, step in enumerate(before):
        case = as_asked(case, step, date(2024, 1, 15 + number))
    day = date(2024, 2, 5)
    with pytest.raises(gs.TransitionRefused) as refused:
        case.advance(trigger, on=day)
    assert "PAR-17" in codes(refused.value.check.unmet)
    partner = attrs.evolve(NEWCOMER, sectors=("sport",))
    case = case.record(gs.PartyJoined(day, partner))
    assert "PAR-17" not in codes(case.check(trigger, on=day).unmet)


LEFT_BEHIND = [
    (gs.INTEGRAL, "maintenance", None, ["open_evaluation"], ["continue", "embed", "complete"], "PAR-17"),
    (gs.NETWORK, "active_network", None, ["open_reflection"], ["continue", "close_goal_reached"], "PAR-17"),
    (gs.INTERSECTORAL, "structural", None, ["open_evaluation"], ["continue", "anchor"], "PAR-17"),
    (gs.INTERSECTORAL, "structural", None, ["open_evaluation"], ["continue", "anchor"], "PAR-05"),
    (gs.HEALTHY_SCHOOL, "execution", "school", ["open_evaluation"], ["continue", "embed"], "PAR-18"),
    (gs.WELLBEING_SCHOOL, "execution", "school", ["open_evaluation"], ["continue", "embed"], "PAR-18"),
    (gs.WELLBEING_SCHOOL, "embedded", None, [], [], "PAR-18"),
    (gs.WELLBEING_MUNICIPALITY, "execution", "municipality", [], ["embed"], "PAR-19"),
    (gs.WELLBEING_MUNICIPALITY, "embedded", None, [], ["reconfirm_annually"], "PAR-19"),
    (
        gs.POLICY_CYCLE,
        "execution",
        "municipality",
        ["open_evaluation"],
        ["continue", "start_new_cycle"],
        None,
    ),
]


@pytest.mark.parametrize(
    ("process", "phase", "leaving", "on_the_way", "into_success", "code"),
    LEFT_BEHIND,
    ids=[f"{row[0].key}.{row[1]}.{row[5]}" for row in LEFT_BEHIND],
)
def test_who_is_left_behind_does_not_succeed(
    process: gs.Process,
    phase: str,
    leaving: str | None,
    on_the_way: list[str],
    into_success: list[str],
    code: str | None,
) -> None:
    """A week later all of a kind leave, or all but the first: it is noticed, and there is no success."""
    case = case_in(process, phase)
    day = last_day(case) + timedelta(days=7)
    parties = case.parties(on=day)
    gone = [p for p in parties if p.kind == leaving] if leaving else list(parties[1:])
    assert gone
    assert code is None or code not in codes(case.monitor(on=day).found)
    case = case.record(*(gs.PartyLeft(day, party.id) for party in gone))
    watched, barred = (code, code) if code else ("REG-02", "PAR-20")
    assert watched in codes(case.monitor(on=day).found)
    for trigger in on_the_way:
        case = case.record(*_plans(process, day)).advance(trigger, on=day)
    for trigger in into_success:
        check = case.check(trigger, on=day)
        assert barred in codes(check.unmet)
        assert not check.allowed


def _plans(process: gs.Process, on: date) -> tuple[gs.EvaluationPlanned, ...]:
    if process.key != "policy_cycle":
        return ()
    return (gs.EvaluationPlanned(on, "periodic", every=gs.Every(years=1)),)


def test_two_sectors_of_two_parties_are_asked_to_the_end() -> None:
    """The only other sector leaves on the day of the evaluation: nothing is anchored."""
    case = case_in(gs.INTERSECTORAL, "evaluation")
    day = the_day_after(case)
    health, *others = case.parties(on=day)
    case = case.record(
        gs.PartyJoined(day, attrs.evolve(health, id="ggd", kind="ggd", sectors=health.sectors[:1])),
        *(gs.PartyLeft(day, party.id) for party in others),
        gs.EvaluationHeld(day, "periodic", "continue"),
    )
    assert {"PAR-05"} <= codes(case.check("anchor", on=day).unmet)
    assert "PAR-17" not in codes(case.check("anchor", on=day).unmet)


# --- who leaves -------------------------------------------------------------------------------------


def test_a_leaving_director_is_missed() -> None:
    """The GGD directs, looks after figures and is in the covenant; it leaves, and all of it is noticed."""
    case = case_in(gs.INTEGRAL, "maintenance")
    day = the_day_after(case)
    ggd = gs.Party(id="ggd", name="GGD", kind="ggd", sectors=("public_health",), internal=True)
    directing = ("director_operational", "director_managerial", "director_visionary")
    (text,) = case.agreements(on=day)
    case = case.record(
        gs.PartyJoined(day, ggd),
        *(gs.RoleEnded(day, x.role, x.party) for x in case.roles(on=day) if x.role in directing),
        *(gs.RoleAssigned(day, role, "ggd") for role in directing),
        gs.RoleAssigned(day, "delegate", "ggd"),
        gs.Stated(day, "role_needed", "wie evalueert", ("role", "knowledge_institute")),
        gs.RoleAssigned(day, "knowledge_institute", "ggd"),
        gs.AgreementRevised(day, text.id, (*text.parties, "ggd")),
    )
    leaving = {"REG-01", "ROL-02", "PAR-22"}
    assert not leaving & codes(case.monitor(on=day).found)
    after = case.record(gs.PartyLeft(day + A_DAY, "ggd"))
    watch = after.monitor(on=day + A_DAY)
    assert leaving <= codes(watch.found)
    left = next(row for row in watch.found if row.requirement.code == "PAR-22")
    assert [x.about for x in left.findings] == [gs.About("party", "ggd")]
    assert left.remedy is not None
    mended = after.record(*(draft.fill("…") for draft in left.remedy.drafts))
    assert "PAR-22" not in codes(mended.monitor(on=day + A_DAY).found)
    assert mended.agreement(text.id, on=day + A_DAY).parties == text.parties


def test_a_merger_takes_nothing_along() -> None:
    """A party that another takes the place of has not left: its roles, text and signature are there still."""
    case = case_in(gs.PPS, "management")
    day = the_day_after(case)
    before = codes(case.monitor(on=day).found)
    first = case.parties(on=day)[0]
    merged = attrs.evolve(first, id="nieuwe-gemeente", name="Nieuwe gemeente")
    case = case.record(gs.PartyJoined(day, merged), gs.PartySucceeded(day, merged.id, first.id))
    assert codes(case.monitor(on=day).found) == before


# --- steps that claim what they are called ------------------------------------------------------------


def test_no_side_is_lost_while_both_are_there() -> None:
    """New partners are sought for a lost side on the day that the last shop left, not before."""
    case = case_in(gs.PPS, "management")
    day = the_day_after(case)
    assert codes(case.check("lose_a_side", on=day).unmet) == {"PPS-09"}
    private = [p for p in case.parties(on=day) if p.kind in ("business", "retailer", "hospitality")]
    case = case.record(*(gs.PartyLeft(day, party.id) for party in private))
    assert case.advance("lose_a_side", on=day).phase == "partner_selection"


def test_an_emergency_is_told() -> None:
    """On the day that the money is gone a partnership ends without an evaluation, and says why."""
    case = case_in(gs.PPS, "management")
    day = the_day_after(case)
    assert codes(case.check("end_in_emergency", on=day).unmet) == {"PPS-10"}
    case = case.record(gs.Stated(day, "emergency", "de subsidie is ingetrokken"))
    assert case.advance("end_in_emergency", on=day).phase == "termination_assessment"


def test_policy_is_anchored_when_two_sectors_adopted_it() -> None:
    """One sector adopted its policy in May, the second in June: it is anchored in June."""
    case = case_in(gs.INTERSECTORAL, "evaluation")
    day = the_day_after(case)
    case = case.record(
        gs.EvaluationHeld(day, "periodic", "continue"),
        gs.Stated(day, "sector_policy_adopted", "nota sport", ("sector", "sport")),
    )
    assert codes(case.check("anchor", on=day).unmet) == {"ISC-10"}
    case = case.record(gs.Stated(day, "sector_policy_adopted", "omgevingsvisie", ("sector", "traffic")))
    assert case.advance("anchor", on=day).phase == "anchored"


def test_an_action_that_was_never_done_makes_nothing_structural() -> None:
    """Two days after the first action began there is no success yet to build on."""
    case = case_in(gs.INTERSECTORAL, "preconditions")
    day = the_day_after(case)
    assert "ISC-11" in codes(case.check("make_structural", on=day).unmet)
    case = as_asked(case, "make_structural", day)
    assert [x.fact.text for x in case.dossier.entries(gs.Stated, "joint_success")] == ["…"]


@pytest.mark.parametrize(
    ("process", "phase", "trigger"),
    [
        (gs.INTEGRAL, "evaluation", "complete"),
        (gs.NETWORK, "reflection", "close_goal_reached"),
        (gs.PPS, "aftercare", "close_goal_reached"),
    ],
    ids=lambda x: x.key if isinstance(x, gs.Process) else None,
)
def test_a_goal_is_reached_when_somebody_says_so(process: gs.Process, phase: str, trigger: str) -> None:
    """A step by the name of a goal that is reached waits until that is on record."""
    case = case_in(process, phase)
    day = the_day_after(case)
    assert "AMB-10" in codes(case.check(trigger, on=day).unmet)
    case = case.record(gs.Stated(day, "goal_reached", "9 van 10 scholen doen mee"))
    assert "AMB-10" not in codes(case.check(trigger, on=day).unmet)


def test_a_partnership_may_close_on_its_last_day_too() -> None:
    """Where the goal was not reached, the end of the term is reason enough to close."""
    case = case_in(gs.PPS, "aftercare")
    day = the_day_after(case)
    case = case.record(gs.Stated(day, "end_date_reached", "31 december"))
    assert "AMB-10" not in codes(case.check("close_goal_reached", on=day).unmet)


def test_a_certificate_granted_after_an_objection_has_a_last_day() -> None:
    """An objection that is upheld gives what a grant gives: three years, with a last day."""
    case = case_in(gs.CERTIFICATE, "objection")
    assert "VIG-02" in codes(case.check("uphold_objection", on=the_day_after(case)).unmet)
