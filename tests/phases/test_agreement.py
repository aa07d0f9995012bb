"""The life of an agreement from draft to end, on the track that bears its id."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.phases import agreement as agr
from tests.support.builders import codes, filled, id_of, joined, row, said

COVENANT = "covenant"
SIGNATORIES = ("gemeente", "school", "winkel")
FIRST, LAST = date(2025, 1, 1), date(2027, 12, 31)
START = date(2024, 9, 2)
CLAUSES = ("responsibilities", "roles", "tasks", "time", "money", "out_of_scope")


def in_force(case: gs.Collaboration, agreement: str, on: date) -> bool | None:
    """Tell whether an agreement is in force on a day; one that was not drafted yet is not."""
    return next((found.in_force for found in case.agreements(on=on) if found.id == agreement), False)


def step(case: gs.Collaboration, trigger: str, *facts: gs.Fact, on: date, **given: Any) -> gs.Collaboration:
    return case.advance(trigger, *facts, on=on, track=COVENANT, **given)


def brings(*parties: str, on: date) -> list[gs.Fact]:
    return [gs.ContributionRecorded(on, party, "staff", amount=8, unit="uur per week") for party in parties]


def drafted(**changes: Any) -> gs.Collaboration:
    """Return a partnership of three with a covenant in draft, its track open."""
    text = gs.AgreementDrafted(
        START, COVENANT, "covenant", SIGNATORIES, SIGNATORIES, CLAUSES, "written_signed", FIRST, LAST
    )
    case = gs.Collaboration.start(gs.PPS, id="waterstad", on=START).record(
        joined("gemeente", "municipality", on=START),
        joined("school", "school", on=START),
        joined("winkel", "retailer", on=START),
        joined("buur", "resident", on=START),  # takes part, and is no party to the covenant
        attrs.evolve(text, **changes),
    )
    return case.open(gs.AGREEMENT, on=START, track=COVENANT)


def open_for_signature() -> gs.Collaboration:
    case = step(drafted(), agr.CONSULT_CONSTITUENCIES, *said("recording_decision", on=START), on=START)
    return step(case, agr.OPEN_FOR_SIGNATURE, *brings(*SIGNATORIES, on=START), on=date(2024, 11, 1))


def signed() -> gs.Collaboration:
    case = open_for_signature()
    for day, party in enumerate(SIGNATORIES[:-1], 4):
        on = date(2024, 11, day)
        case = step(case, agr.SIGN, gs.Signed(on, COVENANT, party), on=on)
    on = date(2024, 11, 20)
    return step(case, agr.SIGN_AS_LAST, gs.Signed(on, COVENANT, SIGNATORIES[-1]), on=on)


def entered() -> gs.Collaboration:
    """Return the covenant in force since its first day."""
    capacity = said("capacity_hours", "capacity_money", "capacity_tools", on=FIRST, until=LAST)
    return step(signed(), agr.ENTER_INTO_FORCE, *capacity, on=FIRST)


# --- from draft to in force -----------------------------------------------------------------------


def test_an_agreement_lives_from_draft_to_in_force() -> None:
    """Drafted, consulted on, signed one by one, and in force from its first day: each phase once."""
    visits = entered().visits_of(COVENANT)
    assert [(visit.phase, visit.entered) for visit in visits] == [
        (agr.DRAFT, START),
        (agr.CONSULTATION, START),
        (agr.READY_FOR_SIGNATURE, date(2024, 11, 1)),
        (agr.PARTLY_SIGNED, date(2024, 11, 4)),
        (agr.SIGNED, date(2024, 11, 20)),
        (agr.IN_FORCE, FIRST),
    ]
    assert entered().review() == ()
    assert entered().phase == "initiative"  # the main track stands still


def test_signatures_are_facts_and_the_last_one_is_checked() -> None:
    """Until every party with an obligation has signed, the last step is refused, naming who is missing."""
    case = open_for_signature()
    missing = []
    for party in (*SIGNATORIES, None):
        unmet = case.check(agr.SIGN_AS_LAST, on=date(2024, 11, 20), track=COVENANT).unmet
        missing.append([id_of(finding.about) for outcome in unmet for finding in outcome.findings])
        if party is not None:
            case = case.record(gs.Signed(date(2024, 11, 20), COVENANT, party))
    assert missing == [
        ["gemeente", "school", "winkel"],
        ["school", "winkel"],
        ["winkel"],
        [],
    ]


def test_who_is_no_party_to_the_agreement_cannot_sign_it() -> None:
    """A signature of somebody who is not a party to the text is refused."""
    with pytest.raises(gs.InvalidRecord) as caught:
        open_for_signature().record(gs.Signed(date(2024, 11, 4), COVENANT, "buur"))
    assert (caught.value.code, caught.value.offender) == ("not-a-party", "buur")


def test_who_is_no_party_to_the_agreement_is_not_asked_anything() -> None:
    """On the track of an agreement, what is asked of each party is asked of the parties to it."""
    case = step(drafted(), agr.CONSULT_CONSTITUENCIES, *said("recording_decision", on=START), on=START)
    asked = row(case.check(agr.OPEN_FOR_SIGNATURE, on=START, track=COVENANT), "AGR-04").findings
    assert [id_of(finding.about) for finding in asked] == list(SIGNATORIES)


def test_a_refusal_to_sign_leads_back_to_the_draft_and_signatures_stay() -> None:
    """When a party refuses, the text is a draft again; who signed it, signed."""
    case = step(open_for_signature(), agr.SIGN, gs.Signed(START, COVENANT, "school"), on=date(2024, 11, 4))
    case = step(case, agr.REFUSE_TO_SIGN, on=date(2024, 11, 5))
    assert case.phase_of(COVENANT) == agr.DRAFT
    (text,) = case.dossier.agreements
    assert [signature.party for signature in text.signatures] == ["school"]


@pytest.mark.parametrize("back", [agr.INCORPORATE_COMMENTS, agr.REOPEN])
def test_a_text_can_go_back_to_the_draft_and_come_again(back: str) -> None:
    """From consultation and from the table a text can go back to the draft, and the way on is open."""
    case = step(drafted(), agr.CONSULT_CONSTITUENCIES, *said("recording_decision", on=START), on=START)
    case = case.record(*brings(*SIGNATORIES, on=START))
    if back == agr.REOPEN:
        case = step(case, agr.OPEN_FOR_SIGNATURE, on=START)
    case = step(case, back, on=START)
    assert case.phase_of(COVENANT) == agr.DRAFT
    assert case.check(agr.CONSULT_CONSTITUENCIES, on=START, track=COVENANT).allowed


def test_a_verbal_agreement_is_in_force_once_confirmed() -> None:
    """A spoken agreement needs the decision to leave it so and everybody's contribution, and no signature."""
    case = drafted(form="verbal", clauses=())
    check = case.check(agr.CONFIRM_ORALLY, on=FIRST, track=COVENANT)
    assert codes(check.unmet) == {"AGR-03", "AGR-04"}
    assert codes(check.advised) == {"AGR-01", "AGR-02"}
    facts = (*said("recording_decision", on=FIRST), *brings(*SIGNATORIES, on=FIRST))
    case = step(case, agr.CONFIRM_ORALLY, *facts, on=FIRST)
    assert in_force(case, COVENANT, FIRST)
    assert case.dossier.agreements[0].signatures == ()


@pytest.mark.parametrize("made", [drafted, open_for_signature, signed])
def test_an_agreement_can_be_withdrawn_until_it_is_in_force(made: Callable[[], gs.Collaboration]) -> None:
    """Before it is in force an agreement can be withdrawn unasked, and that is an end."""
    case = step(made(), agr.WITHDRAW, on=date(2024, 12, 1))
    assert case.phase_of(COVENANT) == agr.WITHDRAWN
    assert case.options(on=FIRST, track=COVENANT) == {}


def test_an_agreement_in_force_cannot_be_withdrawn() -> None:
    """What is in force can be terminated, not withdrawn: that is no step out of the phase."""
    check = entered().check(agr.WITHDRAW, on=FIRST, track=COVENANT)
    assert (check.possible, check.allowed) == (False, False)


@pytest.mark.parametrize("phase", [phase.key for phase in gs.AGREEMENT.phases])
def test_a_plan_on_the_track_of_an_agreement_leads_to_every_phase(phase: str) -> None:
    """Recording what a plan asks for leads an agreement to every phase, and stays supported."""
    case = drafted(clauses=(), obliged=())
    plan = case.plan(phase, on=FIRST, track=COVENANT)
    assert plan.found
    for taken in plan.steps:
        case = step(case, taken.trigger, *filled(taken.drafts), on=FIRST)
    assert case.phase_of(COVENANT) == phase
    assert case.review() == ()
    assert len(case.dossier.agreements) == 1


# --- its own track --------------------------------------------------------------------------------


def test_an_agreement_that_is_not_drafted_has_no_life() -> None:
    """Opening the track of an agreement that was not drafted is refused, with the one that was meant."""
    with pytest.raises(gs.InvalidRecord) as caught:
        drafted().open(gs.AGREEMENT, on=START, track="covenent")
    problem = caught.value
    assert (problem.code, problem.offender, problem.nearest) == ("no-agreement", "covenent", COVENANT)


def test_an_agreement_on_its_own_track_reads_only_itself() -> None:
    """On its own track an agreement is judged by its own text, whatever the principal one says."""
    case = drafted().record(
        gs.AgreementDrafted(START, "annex", "collaboration", ("gemeente",), ("gemeente",), principal=False)
    )
    case = case.open(gs.AGREEMENT, on=START, track="annex")
    facts = (*said("recording_decision", on=START), *brings(*SIGNATORIES, on=START))
    case = case.record(*facts)
    for track in (COVENANT, "annex"):
        case = case.advance(agr.CONSULT_CONSTITUENCIES, on=START, track=track)
    assert codes(case.check(agr.OPEN_FOR_SIGNATURE, on=START, track=COVENANT).unmet) == set()
    assert codes(case.check(agr.OPEN_FOR_SIGNATURE, on=START, track="annex").unmet) == {
        "AGR-01",
        "AGR-02",
        "AGR-16",
    }


def concluding(*texts: gs.AgreementDrafted) -> gs.Check:
    """Return the check of the step, on the main track, that reads the principal agreement."""
    case = gs.Collaboration.start(
        gs.PPS, id="waterstad", on=START, phase="structure", since=START, reason="a test"
    )
    return case.record(joined("gemeente", on=START), *texts).check("conclude_agreement", on=START)


TEXT = gs.AgreementDrafted(START, "a", "covenant", ("gemeente",), ("gemeente",), CLAUSES)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((TEXT,), []),
        ((), [(None, None)]),
        ((attrs.evolve(TEXT, principal=False),), [(None, None)]),
        ((TEXT, attrs.evolve(TEXT, agreement="b")), [("principal", "a"), ("principal", "b")]),
        ((TEXT, attrs.evolve(TEXT, agreement="b", principal=False)), []),
    ],
    ids=["one", "none", "none principal", "two principal", "one of two principal"],
)
def test_other_tracks_read_the_one_principal_agreement(
    texts: tuple[gs.AgreementDrafted, ...], found: list[tuple[str | None, str | None]]
) -> None:
    """On another track, no principal agreement is a finding, and so are two."""
    outcome = row(concluding(*texts), "AGR-01")
    assert [(f.needed, f.about and f.about.id) for f in outcome.findings] == found
    assert outcome.status == ("unmet" if found else "met")


# --- in force -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (START, False),
        (FIRST - timedelta(1), False),
        (FIRST, True),
        (LAST, True),
        (LAST + timedelta(1), False),
    ],
    ids=["in draft", "signed", "first day", "last day", "the day after"],
)
def test_an_agreement_is_in_force_from_its_first_to_its_last_day(day: date, expected: bool) -> None:
    """In force is: in that phase, on a day of the term."""
    assert in_force(entered(), COVENANT, day) is expected


def test_entering_into_force_early_does_not_move_the_term() -> None:
    """An agreement whose step was taken before its term is in force from the first day of the term."""
    capacity = said("capacity_hours", "capacity_money", "capacity_tools", on=START, until=LAST)
    case = step(signed(), agr.ENTER_INTO_FORCE, *capacity, on=date(2024, 12, 2))
    assert not in_force(case, COVENANT, FIRST - timedelta(1))
    assert in_force(case, COVENANT, FIRST)


def test_without_a_term_an_agreement_is_in_force_as_long_as_its_phase_lasts() -> None:
    """Where no first or last day is given, the phase alone decides."""
    case = drafted(start=None, end=None)
    facts = (*said("recording_decision", on=START), *brings(*SIGNATORIES, on=START))
    case = step(case, agr.CONFIRM_ORALLY, *facts, on=START)
    assert in_force(case, COVENANT, date(2099, 1, 1))
    case = step(case, agr.TERMINATE, on=FIRST)
    assert in_force(case, COVENANT, FIRST - timedelta(1))
    assert not in_force(case, COVENANT, FIRST)


def test_without_a_track_an_agreement_is_not_in_force() -> None:
    """An agreement whose life is not followed is not in force, and one that nobody knows is refused."""
    case = entered().record(gs.AgreementDrafted(FIRST, "annex", "collaboration", principal=False))
    assert case.agreement("annex", on=FIRST).in_force is False
    assert not in_force(case, "annex", START)
    with pytest.raises(gs.InvalidRecord) as caught:
        case.agreement("anex", on=FIRST)
    assert (caught.value.code, caught.value.nearest) == ("unknown-agreement", "annex")


@pytest.mark.parametrize(("asleep", "binds"), [(agr.PROPOSE_AMENDMENT, True), (agr.SUSPEND, False)])
def test_an_agreement_binds_while_an_amendment_is_pending_and_not_while_suspended(
    asleep: str, binds: bool
) -> None:
    """The old text binds until a new one is adopted; what is suspended rests."""
    day = date(2025, 6, 2)
    case = step(entered(), asleep, on=day)
    assert in_force(case, COVENANT, day - timedelta(1))
    assert in_force(case, COVENANT, day) is binds
    assert not in_force(case, COVENANT, LAST + timedelta(1))


# --- parties that come and go ---------------------------------------------------------------------

COMING = date(2025, 3, 3)


def with_newcomers(*parties: str) -> gs.Collaboration:
    """Return the covenant after these parties were introduced one by one, and named in the text."""
    case = entered()
    there = list(SIGNATORIES)
    for party in parties:
        there.append(party)
        case = case.record(
            joined(party, "civil_organisation", on=COMING),
            gs.Met(COMING, "individual", (party,)),
            gs.AgreementRevised(COMING, COVENANT, parties=tuple(there), obliged=tuple(there)),
        )
    return case


def ready(party: str) -> tuple[gs.Fact, ...]:
    return (
        gs.Consented(COMING, party, "ambition"),
        gs.Signed(COMING, COVENANT, party),
        *brings(party, on=COMING),
    )


def about_whom(check: gs.Check) -> set[str]:
    return {id_of(finding.about) for outcome in check.unmet for finding in outcome.findings}


def test_a_party_accedes_and_only_that_party_is_asked() -> None:
    """An accession asks the party it is about to consent, contribute and sign, and asks nobody else."""
    case = with_newcomers("fonds")
    check = case.check(agr.ACCEDE, on=COMING, track=COVENANT, about="fonds")
    assert codes(check.unmet) == {"AMB-01", "AGR-04", "AGR-05"}
    assert about_whom(check) == {"fonds"}
    case = step(case, agr.ACCEDE, *ready("fonds"), on=COMING, about="fonds")
    assert case.phase_of(COVENANT) == agr.IN_FORCE
    assert len(case.visits_of(COVENANT)) == len(entered().visits_of(COVENANT))


def test_without_a_name_an_accession_is_about_the_newcomers() -> None:
    """Without `about` an accession looks at those who became party in this visit and were not taken in."""
    case = with_newcomers("fonds", "club")
    assert about_whom(case.check(agr.ACCEDE, on=COMING, track=COVENANT)) == {"fonds", "club"}
    case = step(case, agr.ACCEDE, *ready("fonds"), on=COMING, about="fonds")
    assert about_whom(case.check(agr.ACCEDE, on=COMING, track=COVENANT)) == {"club"}
    case = step(case, agr.ACCEDE, *ready("club"), on=COMING)
    nobody = case.check(agr.ACCEDE, on=COMING, track=COVENANT)
    assert codes(nobody.unmet) == {"AMB-01", "AGR-04", "AGR-05"}
    assert about_whom(nobody) == {"*"}


def test_without_newcomers_an_accession_is_refused() -> None:
    """Where nobody became party in this visit there is nobody to take in, and that is a finding."""
    check = entered().check(agr.ACCEDE, on=COMING, track=COVENANT)
    assert codes(check.unmet) == {"AMB-01", "AGR-04", "AGR-05"}


def test_a_party_leaves_and_is_asked_no_more() -> None:
    """A party that leaves takes nothing with it that holds the others up; clauses on leaving are advised."""
    case = entered()
    day = date(2025, 9, 1)
    assert codes(case.check(agr.LEAVE, on=day, track=COVENANT, about="winkel").advised) == {"AGR-10"}
    assert "winkel" in asked_for_benefit(case, day)
    left = gs.AgreementRevised(day, COVENANT, ("gemeente", "school"), ("gemeente", "school"))
    case = step(case, agr.LEAVE, left, on=day, about="winkel")
    assert case.phase_of(COVENANT) == agr.IN_FORCE
    assert asked_for_benefit(case, day) == ["gemeente", "school"]
    assert asked_for_benefit(case, day - timedelta(1)) == [*SIGNATORIES]


def asked_for_benefit(case: gs.Collaboration, day: date) -> list[str]:
    found = row(case.monitor(on=day, track=COVENANT), "AGR-09").findings
    return [id_of(finding.about) for finding in found if finding.needed == "benefit"]


# --- amending, suspending, renewing ---------------------------------------------------------------


def test_an_amendment_asks_everyone_anew() -> None:
    """An amendment is adopted with the consent of every party, given since it was proposed."""
    day = date(2025, 6, 2)
    before = [gs.Consented(day - timedelta(1), party, "amendment") for party in SIGNATORIES]
    case = step(entered().record(*before), agr.PROPOSE_AMENDMENT, on=day)
    check = case.check(agr.ADOPT_AMENDMENT, on=day, track=COVENANT)
    assert codes(check.unmet) == {"AGR-15"}
    assert about_whom(check) == set(SIGNATORIES)
    consent = [gs.Consented(day, party, "amendment") for party in SIGNATORIES]
    revised = gs.AgreementRevised(day, COVENANT, clauses=("withdrawal",), end=date(2028, 12, 31))
    case = step(case, agr.ADOPT_AMENDMENT, *consent, revised, on=day)
    assert in_force(case, COVENANT, date(2028, 12, 31))
    assert "withdrawal" in case.dossier.agreements[0].clauses


def test_a_rejected_amendment_leaves_the_text_as_it_was() -> None:
    """An amendment is rejected unasked, and the agreement goes on."""
    case = step(entered(), agr.PROPOSE_AMENDMENT, on=date(2025, 6, 2))
    case = step(case, agr.REJECT_AMENDMENT, on=date(2025, 7, 1))
    assert in_force(case, COVENANT, date(2025, 7, 1))
    assert case.dossier.agreements == entered().dossier.agreements


def test_suspended_nothing_is_watched_and_resumed_it_goes_on() -> None:
    """While suspended an agreement watches nothing and plans nothing; resumed, it does again."""
    case = step(entered(), agr.SUSPEND, on=date(2025, 6, 2))
    assert case.monitor(on=date(2025, 9, 1), track=COVENANT).outcomes == ()
    assert moments(case, date(2025, 9, 1)) == []
    case = step(case, agr.RESUME, on=date(2025, 10, 1))
    assert in_force(case, COVENANT, date(2025, 10, 1))
    assert case.monitor(on=date(2025, 10, 1), track=COVENANT).outcomes
    assert moments(case, date(2025, 10, 1)) == moments(entered(), date(2025, 10, 1))


def moments(case: gs.Collaboration, on: date) -> list[tuple[str, date]]:
    schedule = gs.evaluation_schedule(case, on=on, until=date(2028, 12, 31))
    return [
        (moment.point.key, moment.on)
        for moment in schedule
        if moment.track == COVENANT and moment.point.rule is None
    ]


def test_moments_follow_from_the_term() -> None:
    """The schedule of an agreement has its yearly checks, middle, decision before the end, and end."""
    assert moments(entered(), FIRST) == [
        ("compliance_check", date(2026, 1, 1)),
        ("midterm_review", date(2026, 7, 2)),
        ("compliance_check", date(2027, 1, 1)),
        ("renewal_decision", date(2027, 6, 30)),
        ("end_of_term", LAST + timedelta(1)),
    ]


def test_one_evaluation_serves_one_renewal() -> None:
    """A renewal needs a decision to continue of its own: the one that served before does not again."""
    day = date(2027, 7, 1)
    decision = gs.EvaluationHeld(day, "final", "continue", track=COVENANT)
    assert codes(entered().check(agr.RENEW, on=day, track=COVENANT).unmet) == {"EVA-12", "AGR-17"}
    longer = gs.AgreementRevised(day, COVENANT, end=date(2030, 12, 31))
    case = step(entered(), agr.RENEW, decision, longer, on=day)
    assert in_force(case, COVENANT, date(2029, 1, 1))
    assert codes(case.check(agr.RENEW, on=day, track=COVENANT).unmet) == {"EVA-12", "AGR-17"}
    again = case.record(decision, gs.AgreementRevised(day, COVENANT, end=date(2031, 12, 31)))
    assert again.check(agr.RENEW, on=day, track=COVENANT).allowed


def test_a_decision_about_another_agreement_renews_nothing() -> None:
    """An evaluation on the track of another agreement, or to end, opens no renewal."""
    day = date(2027, 7, 1)
    annex = gs.AgreementDrafted(day, "annex", "collaboration", principal=False)
    for held in (
        gs.EvaluationHeld(day, "final", "continue", track="annex"),
        gs.EvaluationHeld(day, "final", "terminate", track=COVENANT),
        gs.EvaluationHeld(day, "final", track=COVENANT),
    ):
        longer = gs.AgreementRevised(day, COVENANT, end=date(2030, 12, 31))
        case = entered().record(annex, held, longer)
        assert codes(case.check(agr.RENEW, on=day, track=COVENANT).unmet) == {"EVA-12"}


def test_an_accession_does_not_use_up_the_evaluation_for_a_renewal() -> None:
    """What was decided stays there for the renewal when a party accedes in between."""
    case = with_newcomers("fonds").record(gs.EvaluationHeld(COMING, "final", "continue", track=COVENANT))
    case = step(case, agr.ACCEDE, *ready("fonds"), on=COMING, about="fonds")
    unmet = case.check(agr.RENEW, on=COMING, track=COVENANT).unmet
    assert codes(unmet) == {"AGR-17"}  # the new end is all that is still asked for


# --- the end --------------------------------------------------------------------------------------


@pytest.mark.parametrize("asleep", [None, agr.PROPOSE_AMENDMENT, agr.SUSPEND])
def test_an_agreement_is_due_to_expire_the_day_after_its_end(asleep: str) -> None:
    """After its last day an agreement is reported as due to expire: in force, amended or suspended."""
    case = entered() if asleep is None else step(entered(), asleep, on=date(2027, 6, 1))
    assert case.due(on=LAST) == ()
    (due,) = case.due(on=LAST + timedelta(1))
    assert (due.trigger, due.track, due.since) == (agr.EXPIRE, COVENANT, LAST)
    assert due.check.allowed
    assert codes(due.check.advised) == ({"EVA-09"} if asleep is None else set())


def test_nothing_expires_by_itself() -> None:
    """Asking what is due changes nothing: somebody takes the step, or the term is moved."""
    case = entered()
    after = date(2028, 6, 1)
    assert case.due(on=after)
    assert case.phase_of(COVENANT) == agr.IN_FORCE
    assert not in_force(case, COVENANT, after)
    gone = step(case, agr.EXPIRE, on=after)
    assert gone.phase_of(COVENANT) == agr.EXPIRED
    assert gone.due(on=after) == ()
    longer = case.record(gs.AgreementRevised(LAST, COVENANT, end=date(2030, 12, 31)))
    assert longer.due(on=after) == ()


def test_an_agreement_without_an_end_never_expires() -> None:
    """Where no last day is given nothing is ever due."""
    case = drafted(end=None)
    facts = (*said("recording_decision", on=START), *brings(*SIGNATORIES, on=START))
    case = step(case, agr.CONFIRM_ORALLY, *facts, on=START)
    assert case.due(on=date(2099, 1, 1)) == ()


def test_a_next_agreement_supersedes_this_one() -> None:
    """A successor lives on a track of its own; the agreement it replaces ends well."""
    day = date(2027, 12, 1)
    case = entered().record(
        gs.AgreementDrafted(day, "next", "covenant", SIGNATORIES, start=date(2028, 1, 1), principal=False)
    )
    case = case.open(gs.AGREEMENT, on=day, track="next")
    case = step(case, agr.SUPERSEDE, gs.EvaluationHeld(day, "final", track=COVENANT), on=day)
    assert gs.AGREEMENT.phase(case.phase_of(COVENANT)).outcome == "success"
    assert case.phase_of("next") == agr.DRAFT
    assert case.due(on=date(2028, 6, 1)) == ()
    assert case.review() == ()


@pytest.mark.parametrize("first", [None, agr.PROPOSE_AMENDMENT, agr.SUSPEND])
def test_an_agreement_can_be_terminated_early(first: str | None) -> None:
    """In force, amended or suspended, an agreement can be terminated, and that is an early end."""
    case = entered() if first is None else step(entered(), first, on=date(2026, 1, 5))
    case = step(case, agr.TERMINATE, on=date(2026, 2, 2))
    assert gs.AGREEMENT.phase(case.phase_of(COVENANT)).outcome == "early"
    assert case.due(on=LAST + timedelta(1)) == ()


def test_a_life_is_written_and_read_back() -> None:
    """A case with the life of an agreement reads back from its document as it was."""
    case = step(entered(), agr.EXPIRE, on=LAST + timedelta(1))
    assert gs.loads(gs.dumps(case)) == case
    assert gs.Collaboration.replay(gs.PROCESSES, case.entries_after(0)) == case
