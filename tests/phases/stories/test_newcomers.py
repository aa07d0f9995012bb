"""Parties that come late: each is asked what the others were asked, at the next step that builds on it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import gezondsamen as gs
from gezondsamen import conditions as c
from tests.phases.stories.telling import (
    ALDERMAN,
    NEWCOMER,
    as_asked,
    asked_of,
    codes,
    the_day_after,
)
from tests.support.dossiers import A_DAY, case_in, last_day

INTRODUCED = {"KEN-01", "KEN-03"}
AGREEING = INTRODUCED | {"AMB-01"}
PLANNING = AGREEING | {"AMB-04"}
PARTNER = AGREEING | {"AMB-06"}

LATE = [
    (gs.INTEGRAL, "ambition", "adopt_ambition", AGREEING),
    (gs.INTEGRAL, "shaping", "start_execution", PLANNING | {"ROL-02", "PAR-09"}),
    (gs.INTEGRAL, "maintenance", "add_partner", PLANNING | {"PAR-09"}),
    (gs.INTEGRAL, "evaluation", "continue", PLANNING),
    (gs.INTEGRAL, "evaluation", "embed", PLANNING),
    (gs.INTEGRAL, "evaluation", "complete", PLANNING),
    (gs.INTEGRAL, "suspended", "resume", PLANNING),
    (gs.PPS, "negotiation", "reach_accord", PARTNER),
    (gs.PPS, "structure", "conclude_agreement", PARTNER | {"ROL-02"}),
    (gs.PPS, "management", "add_partner", PARTNER | {"ROL-02", "PAR-21"}),
    (gs.PPS, "evaluation", "continue", PARTNER | {"PAR-21"}),
    (gs.PPS, "termination_assessment", "continue_after_all", PARTNER | {"PAR-21"}),
    (gs.PPS, "suspended", "resume", PARTNER | {"PAR-21"}),
    (gs.HEALTHY_SCHOOL, "ambition", "adopt_ambition", AGREEING),
    (gs.HEALTHY_SCHOOL, "organising", "start_execution", AGREEING | {"PAR-09", "AGR-04"}),
    (gs.HEALTHY_SCHOOL, "execution", "add_partner", AGREEING | {"PAR-09", "AGR-04"}),
    (gs.HEALTHY_SCHOOL, "evaluation", "continue", AGREEING | {"AGR-04"}),
    (gs.HEALTHY_SCHOOL, "evaluation", "embed", AGREEING | {"AGR-04"}),
    (gs.HEALTHY_SCHOOL, "suspended", "resume", AGREEING | {"AGR-04"}),
    (gs.NETWORK, "arrangements", "activate", {"KEN-03"}),
    (gs.NETWORK, "active_network", "add_partner", {"KEN-03"}),
    (gs.NETWORK, "reflection", "continue", {"KEN-03"}),
    (gs.NETWORK, "reflection", "close_goal_reached", {"KEN-03"}),
    (gs.NETWORK, "stagnation", "reactivate", {"KEN-03"}),
    (gs.INTERSECTORAL, "preconditions", "make_structural", {"ISC-02", "DRA-02", "ROL-02"}),
    (gs.INTERSECTORAL, "structural", "add_sector", {"ISC-02", "DRA-02", "ROL-02"}),
    (gs.INTERSECTORAL, "evaluation", "continue", {"ISC-02", "DRA-02"}),
    (gs.INTERSECTORAL, "evaluation", "anchor", {"ISC-02", "DRA-02"}),
    (gs.INTERSECTORAL, "suspended", "resume", {"ISC-02", "DRA-02"}),
    (gs.WELLBEING_MUNICIPALITY, "execution", "embed", {"WEL-13"}),
    (gs.WELLBEING_MUNICIPALITY, "embedded", "reconfirm_annually", {"WEL-13"}),
    (gs.WELLBEING_MUNICIPALITY, "stagnation", "resume", {"WEL-13"}),
    (gs.WELLBEING_SCHOOL, "evaluation", "continue", {"WEL-13"}),
    (gs.WELLBEING_SCHOOL, "evaluation", "embed", {"WEL-13"}),
    (gs.WELLBEING_SCHOOL, "stagnation", "resume", {"WEL-13"}),
]
"""Where somebody comes late, the next step that builds on what was asked, and what that is."""

RUNNING = [
    (gs.INTEGRAL, "maintenance", PLANNING | {"PAR-09", "ROL-02"}),
    (gs.PPS, "management", PARTNER | {"ROL-02"}),
    (gs.HEALTHY_SCHOOL, "execution", AGREEING | {"AGR-04", "PAR-09"}),
    (gs.NETWORK, "active_network", {"KEN-03"}),
    (gs.INTERSECTORAL, "structural", {"ISC-02", "DRA-02", "ROL-02"}),
    (gs.WELLBEING_MUNICIPALITY, "execution", {"WEL-13"}),
    (gs.WELLBEING_MUNICIPALITY, "embedded", {"WEL-13"}),
    (gs.WELLBEING_SCHOOL, "execution", {"WEL-13"}),
    (gs.WELLBEING_SCHOOL, "embedded", {"WEL-13"}),
]
"""Where somebody comes while it runs, and what is noticed of the newcomer."""


@pytest.mark.parametrize(
    ("process", "phase", "trigger", "asked"), LATE, ids=[f"{row[0].key}.{row[1]}.{row[2]}" for row in LATE]
)
def test_who_comes_late_is_asked_the_same(
    process: gs.Process, phase: str, trigger: str, asked: set[str]
) -> None:
    """Whoever joins between two steps is asked, at the next, what the others were asked before."""
    case = case_in(process, phase)
    day = the_day_after(case)
    before = case.check(trigger, on=day)
    case = case.record(gs.PartyJoined(day, NEWCOMER))
    check = case.check(trigger, on=day)
    assert asked_of(NEWCOMER.id, before.unmet) == set()
    assert asked_of(NEWCOMER.id, check.unmet) == asked
    assert as_asked(case, trigger, day).version > case.version


@pytest.mark.parametrize(
    ("process", "phase", "noticed"), RUNNING, ids=[f"{row[0].key}.{row[1]}" for row in RUNNING]
)
def test_who_comes_while_it_runs_is_noticed(process: gs.Process, phase: str, noticed: set[str]) -> None:
    """What a newcomer has not done yet is watched, also where no step takes it in."""
    case = case_in(process, phase)
    day = the_day_after(case)
    rows = case.record(gs.PartyJoined(day, NEWCOMER)).monitor(on=day).found
    assert noticed <= asked_of(NEWCOMER.id, rows)


def test_a_shop_that_joins_after_the_accord_becomes_a_partner_as_the_others_did() -> None:
    """It joins on 1 March, is refused on 4 March, and is one of the partners on 8 March."""
    case = case_in(gs.PPS, "structure")
    shop = gs.Party(id="bakker", name="Bakkerij", kind="retailer", sectors=("retail",))
    first = the_day_after(case)
    case = as_far_as_needed(case, "conclude_agreement", first)
    assert case.check("conclude_agreement", on=first).allowed
    case = case.record(gs.PartyJoined(first, shop))
    check = case.check("conclude_agreement", on=first + 3 * A_DAY)
    assert codes(check.unmet) == {"KEN-01", "KEN-03", "AMB-01", "AMB-06", "PAR-03", "PAR-21", "ROL-02"}
    (text,) = case.agreements(on=first)
    day = first + 7 * A_DAY
    case = case.record(
        gs.Met(first + 4 * A_DAY, "individual", ("bakker",)),
        gs.Stated(day, "party_ambition", "gezond brood", "bakker"),
        gs.Stated(day, "party_interest", "meer klanten", "bakker"),
        gs.Consented(day, "bakker", "ambition"),
        gs.Stated(day, "goal_individual", "half volkoren", "bakker"),
        gs.RoleAssigned(day, "prevention_partner", "bakker"),
        gs.ContributionRecorded(day, "bakker", "staff", amount=2, unit="uur per week"),
        gs.AgreementRevised(day, text.id, (*text.parties, "bakker"), (*text.obliged, "bakker")),
    )
    assert codes(case.check("conclude_agreement", on=day).unmet) == {"AGR-05"}
    case = case.record(gs.Signed(day, text.id, "bakker"))
    assert case.advance("conclude_agreement", on=day).phase == "management"


def as_far_as_needed(case: gs.Collaboration, trigger: str, on: date) -> gs.Collaboration:
    """Return the case with what the check of a step asks for on record, and the step not taken."""
    return case.record(*(draft.fill("…") for draft in case.check(trigger, on=on).repair))


def test_an_added_partner_that_takes_on_an_obligation_signs() -> None:
    """In the second year a shop is put in the covenant as one obliged: it is added once it signed."""
    case = case_in(gs.PPS, "management")
    day = last_day(case) + timedelta(days=400)
    shop = gs.Party(id="bakker", name="Bakkerij", kind="retailer", sectors=("retail",))
    case = case.record(gs.PartyJoined(day, shop))
    (text,) = case.agreements(on=day)
    case = case.record(
        gs.AgreementRevised(day, text.id, (*text.parties, "bakker"), (*text.obliged, "bakker"))
    )
    check = case.check("add_partner", on=day, about="bakker")
    assert "AGR-05" in codes(check.unmet)
    assert "PAR-21" not in codes(check.unmet)
    assert as_asked(case, "add_partner", day, "bakker").agreement(text.id, on=day).signed_by[-1] == "bakker"


def test_a_partner_that_came_while_others_evaluated_signs_before_they_go_on() -> None:
    """It is put in the covenant as one obliged during the evaluation: management waits for its signature."""
    case = case_in(gs.PPS, "evaluation")
    day = the_day_after(case)
    (text,) = case.agreements(on=day)
    before = text.signed_by
    case = case.record(
        gs.PartyJoined(day, NEWCOMER),
        gs.AgreementRevised(day, text.id, (*text.parties, "nieuw"), (*text.obliged, "nieuw")),
    )
    check = case.check("continue", on=day)
    assert asked_of("nieuw", check.unmet) == PARTNER | {"AGR-05"}
    case = as_asked(case, "continue", day)
    assert case.agreement(text.id, on=day).signed_by == (*before, "nieuw")


def test_who_was_there_when_a_running_partnership_was_entered_is_left_alone() -> None:
    """Of a partnership of 2019 that is entered in 2024 nothing is asked of its partners that was before."""
    case = gs.Collaboration.start(
        gs.PPS, id="loopt", on=date(2024, 1, 8), phase="management", since=date(2019, 5, 1), reason="loopt al"
    )
    shop = gs.Party(id="winkel", name="Winkel", kind="retailer")
    case = case.record(*(gs.PartyJoined(date(2024, 1, 8), party) for party in (ALDERMAN, shop)))
    assert not PARTNER & codes(case.monitor(on=date(2024, 1, 9)).found)
    later = case.record(gs.PartyJoined(date(2024, 2, 1), NEWCOMER))
    assert codes(later.monitor(on=date(2024, 2, 1)).found) >= PARTNER


def asks_each(rule: gs.Requirement) -> bool:
    """Tell whether a rule asks something of each party, or of each sector that parties bring."""
    selections = [getattr(x, "each", None) or getattr(x, "which", None) for x in rule.conditions]
    counting = [isinstance(x, c.PartyCount) for x in rule.conditions]
    return any(which is not None and not count for which, count in zip(selections, counting, strict=True))


@pytest.mark.parametrize("process", {row[0].key: row[0] for row in RUNNING}.values(), ids=lambda x: x.key)
def test_what_is_asked_of_each_party_is_watched_while_it_runs(process: gs.Process) -> None:
    """No rule that a step asks of each party is forgotten in the phases in which the work is done."""
    asked = {rule.code for step in process.transitions for rule in step.requires if asks_each(rule)}
    for phase in {row[1] for row in RUNNING if row[0] is process}:
        watched = {rule.code for rule in process.phase(phase).watches}
        assert asked - watched <= {"PAR-21", "AGR-05"}, phase  # asked at the steps that take in a partner
