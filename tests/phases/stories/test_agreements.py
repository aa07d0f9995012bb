"""What happens to a covenant: it is amended, joined, left, renewed, suspended, forgotten, broken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

import gezondsamen as gs
from gezondsamen.exchange import to_html
from gezondsamen.phases import agreement as agr
from tests.support.builders import codes, id_of, joined, said

COVENANT = "convenant"
PARTIES = ("gemeente", "school", "winkel")
START, FIRST, LAST = date(2024, 9, 2), date(2025, 1, 1), date(2027, 12, 31)
CLAUSES = ("responsibilities", "roles", "tasks", "time", "money", "out_of_scope", "notice")
A_DAY = timedelta(days=1)


def staff(*parties: str, on: date, status: str = "agreed") -> list[gs.Fact]:
    return [gs.ContributionRecorded(on, p, "staff", status, amount=8, unit="uur per week") for p in parties]


def step(
    case: gs.Collaboration, trigger: str, *facts: gs.Fact, on: date, about: str | None = None
) -> gs.Collaboration:
    return case.advance(trigger, *facts, on=on, track=COVENANT, about=about)


def check(case: gs.Collaboration, trigger: str, on: date, about: str | None = None) -> gs.Check:
    return case.check(trigger, on=on, track=COVENANT, about=about)


def covenant() -> gs.Collaboration:
    """Return a partnership of three with a covenant in force from 1 January 2025 through 31 December 2027."""
    case = gs.Collaboration.start(gs.PPS, id="waterstad", on=START).record(
        joined("gemeente", "municipality", on=START),
        joined("school", "school", on=START),
        joined("winkel", "retailer", on=START),
        gs.AgreementDrafted(
            START, COVENANT, "covenant", PARTIES, PARTIES, CLAUSES, "written_signed", FIRST, LAST
        ),
    )
    case = case.open(gs.AGREEMENT, track=COVENANT, on=START)
    case = step(case, agr.CONSULT_CONSTITUENCIES, *said("recording_decision", on=START), on=START)
    case = step(case, agr.OPEN_FOR_SIGNATURE, *staff(*PARTIES, on=START), on=START)
    case = step(case, agr.SIGN_AS_LAST, *(gs.Signed(START, COVENANT, p) for p in PARTIES), on=START)
    capacity = said("capacity_hours", "capacity_money", "capacity_tools", on=FIRST, until=LAST)
    return step(case, agr.ENTER_INTO_FORCE, *capacity, on=FIRST)


def whom(found: gs.Check) -> set[str]:
    return {id_of(finding.about) for row in found.unmet for finding in row.findings}


# --- the pending amendment --------------------------------------------------------------------------


def test_the_old_text_binds_while_an_amendment_is_pending() -> None:
    """September: an amendment is proposed; until February the covenant binds, and is watched and checked."""
    proposed, adopted = date(2025, 9, 1), date(2026, 2, 2)
    case = step(covenant(), agr.PROPOSE_AMENDMENT, on=proposed)
    assert case.agreement(COVENANT, on=adopted).in_force
    watched = case.monitor(on=adopted, track=COVENANT)
    assert codes(watched.outcomes) == codes(covenant().monitor(on=adopted, track=COVENANT).outcomes)
    schedule = gs.evaluation_schedule(case, on=proposed, until=LAST)
    checks = [m.on for m in schedule if (m.track, m.point.key) == (COVENANT, "compliance_check")]
    assert checks == [date(2026, 1, 1), date(2027, 1, 1)]


def test_consent_to_an_amendment_is_consent_to_that_amendment() -> None:
    """Consent to the ambition, or to the amendment that was rejected in June, adopts none in October."""
    consents = [gs.Consented(FIRST, party, "ambition") for party in PARTIES]
    case = step(covenant().record(*consents), agr.PROPOSE_AMENDMENT, on=date(2025, 5, 1))
    agreed = [gs.Consented(date(2025, 6, 2), party, "amendment") for party in PARTIES]
    case = step(case, agr.REJECT_AMENDMENT, *agreed, on=date(2025, 6, 3))
    case = step(case, agr.PROPOSE_AMENDMENT, on=date(2025, 9, 1))
    october = date(2025, 10, 6)
    refused = check(case, agr.ADOPT_AMENDMENT, october)
    assert (codes(refused.unmet), whom(refused)) == ({"AGR-15"}, set(PARTIES))
    assert "instemming in deze ronde met “wijziging van de overeenkomst”" in refused.explain("nl")
    case = case.record(*(gs.Consented(october, party, "amendment") for party in PARTIES))
    assert check(case, agr.ADOPT_AMENDMENT, october).allowed


# --- who comes --------------------------------------------------------------------------------------


def test_who_accedes_stands_in_the_text_is_obliged_and_signs() -> None:
    """March: a club accedes. It has to stand in the text, to be obliged by it, and to sign; one by one."""
    march = date(2025, 3, 3)
    case = covenant().record(
        joined("club", "sports_club", on=march),
        gs.Consented(march, "club", "ambition"),
        *staff("club", on=march),
    )
    needs = []
    for fact in (
        gs.AgreementRevised(march, COVENANT, parties=(*PARTIES, "club")),
        gs.AgreementRevised(march, COVENANT, obliged=(*PARTIES, "club")),
        gs.Signed(march, COVENANT, "club"),
    ):
        refused = check(case, agr.ACCEDE, march, about="club")
        assert (codes(refused.unmet), whom(refused)) == ({"AGR-05"}, {"club"})
        needs.append([finding.needed for row in refused.unmet for finding in row.findings])
        case = case.record(fact)
    assert needs == [["text", "obliged", "signature"], ["obliged", "signature"], ["signature"]]
    case = step(case, agr.ACCEDE, on=march, about="club")
    assert "club" in case.agreement(COVENANT, on=march).signed_by


def test_what_helps_an_accession_is_what_it_asks() -> None:
    """The remedies of a refused accession, recorded as they are, open it."""
    march = date(2025, 3, 3)
    case = covenant().record(joined("club", "sports_club", on=march))
    drafts = check(case, agr.ACCEDE, march, about="club").repair
    assert check(case.record(*(draft.fill("…") for draft in drafts)), agr.ACCEDE, march, about="club").allowed


def test_who_accedes_to_a_verbal_agreement_signs_nothing() -> None:
    """An agreement that was confirmed orally is acceded to without a signature."""
    case = gs.Collaboration.start(gs.PPS, id="dorp", on=START).record(
        *(joined(party, on=START) for party in PARTIES),
        gs.AgreementDrafted(START, COVENANT, "informal", PARTIES, PARTIES, form="verbal"),
        *staff(*PARTIES, on=START),
        *said("recording_decision", on=START),
    )
    case = step(case.open(gs.AGREEMENT, track=COVENANT, on=START), agr.CONFIRM_ORALLY, on=START)
    case = case.record(
        joined("club", "sports_club", on=FIRST),
        gs.AgreementRevised(FIRST, COVENANT, (*PARTIES, "club"), (*PARTIES, "club")),
        gs.Consented(FIRST, "club", "ambition"),
        *staff("club", on=FIRST),
    )
    assert check(case, agr.ACCEDE, FIRST, about="club").allowed


def test_one_obliged_party_makes_no_agreement() -> None:
    """A promise of one party alone is not confirmed; and when only one is left, the monitor says so."""
    case = gs.Collaboration.start(gs.PPS, id="dorp", on=START).record(
        joined("gemeente", on=START),
        joined("school", "school", on=START),
        gs.AgreementDrafted(START, COVENANT, "informal", ("gemeente", "school"), "gemeente"),
        *staff("gemeente", "school", on=START),
        *said("recording_decision", on=START),
    )
    case = case.open(gs.AGREEMENT, track=COVENANT, on=START)
    assert codes(check(case, agr.CONFIRM_ORALLY, START).unmet) == {"AGR-16"}
    both = gs.AgreementRevised(START, COVENANT, obliged=("gemeente", "school"))
    case = step(case, agr.CONFIRM_ORALLY, both, on=START)
    assert "AGR-16" not in codes(case.monitor(on=FIRST, track=COVENANT).found)
    case = case.record(gs.PartyLeft(FIRST, "school"))
    assert "AGR-16" in codes(case.monitor(on=FIRST, track=COVENANT).found)


# --- who leaves -------------------------------------------------------------------------------------

JUNE, SEPTEMBER = date(2025, 6, 2), date(2025, 9, 2)


def test_nobody_leaves_without_being_named() -> None:
    """The step is refused where nobody leaves, and where it is about a party that stays."""
    for about in (None, "winkel"):
        refused = check(covenant(), agr.LEAVE, JUNE, about)
        assert codes(refused.unmet) == {"AGR-18"}
    assert "Nog niet vastgelegd wie uittreedt." in check(covenant(), agr.LEAVE, JUNE).explain("nl")


@pytest.mark.parametrize(
    "fact",
    [
        gs.Stated(JUNE, "notice_of_leaving", "…", about="winkel"),
        gs.PartyLeft(JUNE, "winkel"),
        gs.AgreementRevised(JUNE, COVENANT, PARTIES[:2], PARTIES[:2]),
    ],
    ids=["says so", "left", "out of the text"],
)
def test_who_leaves_is_known_in_three_ways(fact: gs.Fact) -> None:
    """A party leaves the covenant that says so, left the collaboration, or is out of the text; and once."""
    case = covenant().record(fact)
    assert not check(case, agr.LEAVE, JUNE, about="school").allowed
    assert check(case, agr.LEAVE, JUNE, about="winkel").allowed
    case = step(case, agr.LEAVE, on=JUNE)
    assert codes(check(case, agr.LEAVE, SEPTEMBER).unmet) == {"AGR-18"}


def test_who_leaves_observes_the_agreed_period_of_notice() -> None:
    """Three months are agreed: who gives notice on 2 June leaves on 2 September, not before."""
    case = covenant().record(gs.Quantified(FIRST, "notice_months", 3, track=COVENANT))
    without = check(case.record(gs.PartyLeft(JUNE, "winkel")), agr.LEAVE, JUNE, about="winkel")
    assert [finding.needed for row in without.unmet for finding in row.findings] == ["notice"]
    case = case.record(gs.Stated(JUNE, "notice_of_leaving", "Per september.", about="winkel"))
    early = check(case, agr.LEAVE, SEPTEMBER - A_DAY, about="winkel")
    (row,) = early.unmet
    assert row.remedy is not None
    assert (row.requirement.code, row.remedy.wait_until) == ("AGR-18", SEPTEMBER)
    assert check(case, agr.LEAVE, SEPTEMBER, about="winkel").allowed


def test_notice_of_the_whole_agreement_runs_too_unless_all_agree_to_end() -> None:
    """With an agreed period the covenant ends after notice, or at once when everybody agrees."""
    case = covenant().record(gs.Quantified(FIRST, "notice_months", 3, track=COVENANT))
    assert codes(check(case, agr.TERMINATE, JUNE).unmet) == {"AGR-19"}
    together = case.record(*(gs.Consented(JUNE, party, "termination") for party in PARTIES))
    assert check(together, agr.TERMINATE, JUNE).allowed
    given = case.record(gs.Stated(JUNE, "notice_of_termination", "Per september."))
    assert not check(given, agr.TERMINATE, SEPTEMBER - A_DAY).allowed
    assert step(given, agr.TERMINATE, on=SEPTEMBER).phase_of(COVENANT) == agr.TERMINATED


# --- the end ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ends", "allowed"),
    [
        ((), False),
        ((LAST,), False),
        ((LAST - A_DAY,), False),
        ((LAST + A_DAY,), True),
        ((date(2030, 12, 31), LAST), False),
    ],
    ids=["none", "the same", "earlier", "later", "later, and taken back"],
)
def test_a_renewal_needs_an_end_after_the_old_one(ends: Iterable[date], allowed: bool) -> None:
    """July 2027: the parties decide to continue. Without a later last day nothing is renewed."""
    july = date(2027, 7, 5)
    held = gs.EvaluationHeld(july, "final", "continue", track=COVENANT)
    case = covenant().record(held, *(gs.AgreementRevised(july, COVENANT, end=end) for end in ends))
    found = check(case, agr.RENEW, july)
    assert codes(found.unmet) == (set() if allowed else {"AGR-17"})


def test_the_end_that_was_drafted_is_no_new_end() -> None:
    """A covenant drafted, signed and adopted on one day has its first end, and is renewed to a later one."""
    case = gs.Collaboration.start(gs.PPS, id="dorp", on=START).record(
        gs.AgreementDrafted(START, COVENANT, "covenant", end=LAST),
        gs.EvaluationHeld(START, "final", "continue"),
    )
    case = case.open(
        gs.AGREEMENT, track=COVENANT, on=START, phase=agr.IN_FORCE, since=START, reason="Getekend in 2022."
    )
    assert codes(check(case, agr.RENEW, START).unmet) == {"AGR-17"}
    longer = case.record(gs.AgreementRevised(START, COVENANT, end=LAST + A_DAY))
    assert check(longer, agr.RENEW, START).allowed


def test_a_covenant_that_nobody_renewed_is_noticed() -> None:
    """January 2028: the parties go on as if nothing happened; the monitor and what is due say otherwise."""
    case, january = covenant(), date(2028, 1, 3)
    assert "EVA-13" not in codes(case.monitor(on=LAST, track=COVENANT).found)
    lapsed = case.monitor(on=january, track=COVENANT)
    assert "EVA-13" in codes(lapsed.found)
    assert "De looptijd van “convenant” is voorbij sinds 31 december 2027" in lapsed.explain("nl")
    assert [due.trigger for due in case.due(on=january)] == [agr.EXPIRE]
    assert {"renewal_decision", "end_of_term"} <= {moment.point.key for moment in lapsed.overdue}


def test_a_suspension_moves_the_end_where_the_parties_agree_so() -> None:
    """April to July the covenant rests. Who resumes is asked about the end; 91 days more is what helps."""
    april, july = date(2026, 4, 1), date(2026, 7, 1)
    case = step(covenant(), agr.SUSPEND, on=april)
    assert not case.agreement(COVENANT, on=april).in_force
    resumed = check(case, agr.RESUME, july)
    assert (resumed.allowed, codes(resumed.advised)) == (True, {"AGR-22"})
    (row,) = resumed.advised
    assert row.remedy is not None
    (draft,) = row.remedy.drafts
    moved = draft.fill("…")
    assert moved == gs.AgreementRevised(july, COVENANT, end=LAST + (july - april))
    case = step(case, agr.RESUME, moved, on=july)
    assert case.review() == ()
    assert case.due(on=LAST + A_DAY) == ()
    assert case.agreement(COVENANT, on=date(2028, 3, 31)).in_force
    assert [due.since for due in case.due(on=date(2028, 5, 1))] == [date(2028, 3, 31)]


def test_that_a_suspension_leaves_the_end_where_it_is_can_be_agreed_too() -> None:
    """With the decision on record that the old end stays, nothing is asked."""
    april, july = date(2026, 4, 1), date(2026, 7, 1)
    case = step(covenant(), agr.SUSPEND, on=april).record(*said("term_unchanged", on=july))
    assert check(case, agr.RESUME, july).advised == ()
    assert case.agreement(COVENANT, on=july).end == LAST


# --- the breach -------------------------------------------------------------------------------------


def test_a_breach_is_evaluated_and_can_end_in_dissolution() -> None:
    """The shop does not deliver: notice of default, default, dissolution, each on its day."""
    breach, notice, default, end = (date(2026, month, 2) for month in (2, 3, 4, 5))
    assert codes(check(covenant(), agr.DISSOLVE, breach).unmet) == {"AGR-20"}
    case = covenant().record(
        gs.Stated(breach, "breach", "Geen uren geleverd.", about="winkel"),
        *staff("winkel", on=breach, status="not_kept"),
    )
    for track, point in ((COVENANT, "breach_review"), ("main", "periodic_evaluation")):
        schedule = gs.evaluation_schedule(case, on=breach, until=end)
        due = [moment.on for moment in schedule if (moment.track, moment.point.key) == (track, point)]
        assert due == [notice if track == COVENANT else breach]
    declared = case.record(gs.Stated(breach, "dissolution", "Wij ontbinden."))
    refused = check(declared, agr.DISSOLVE, breach)
    assert (codes(refused.unmet), whom(refused)) == ({"AGR-20"}, {"winkel"})
    assert codes(refused.advised) == {"AGR-21", "EVA-09"}
    case = case.record(
        gs.Stated(notice, "notice_of_default", "Alsnog vóór 1 april.", about="winkel"),
        gs.Stated(default, "in_default", "Niets ontvangen.", about="winkel"),
        gs.Stated(end, "dissolution", "Wij ontbinden."),
        gs.EvaluationHeld(end, "final", "terminate", track=COVENANT),
    )
    assert check(case, agr.DISSOLVE, end).advised == ()
    case = step(case, agr.DISSOLVE, on=end)
    assert (case.phase_of(COVENANT), gs.AGREEMENT.phase(agr.DISSOLVED).outcome) == (agr.DISSOLVED, "early")
    assert not case.agreement(COVENANT, on=end).in_force


def test_where_performance_is_impossible_no_default_is_needed() -> None:
    """The shop burnt down: it cannot keep its word, and nobody has to wait for default."""
    day = date(2026, 2, 2)
    case = covenant().record(
        gs.Stated(day, "breach", "Geen ruimte meer.", about="winkel"),
        gs.Stated(day, "performance_impossible", "Afgebrand.", about="winkel"),
        gs.Stated(day, "dissolution", "Wij ontbinden."),
    )
    assert check(case, agr.DISSOLVE, day).allowed


def test_a_breach_that_was_put_right_dissolves_nothing() -> None:
    """In March the shop delivers after all: the breach is off the record, and the covenant goes on."""
    day, march = date(2026, 2, 2), date(2026, 3, 2)
    case = covenant().record(
        gs.Stated(day, "breach", "Geen uren geleverd.", about="winkel"),
        gs.Stated(march, "breach", "Alsnog geleverd.", about="winkel", holds=False),
        gs.Stated(march, "dissolution", "Wij ontbinden."),
    )
    refused = check(case, agr.DISSOLVE, march)
    assert [finding.needed for row in refused.unmet for finding in row.findings] == ["breach"]


def test_a_breach_is_a_reason_to_evaluate_a_partnership() -> None:
    """In the management of a partnership a breach gives a moment of evaluation on its day."""
    day = date(2026, 2, 2)
    case = gs.Collaboration.start(
        gs.PPS, id="waterstad", on=START, phase="management", since=START, reason="a test"
    ).record(joined("winkel", "retailer", on=START), gs.Stated(day, "breach", "…", about="winkel"))
    schedule = gs.evaluation_schedule(case, on=day, until=day)
    assert day in [moment.on for moment in schedule if moment.point.key == "periodic_evaluation"]


# --- promises kept ----------------------------------------------------------------------------------


def test_what_was_promised_and_did_not_come_can_be_asked() -> None:
    """A year on: the municipality kept its word, the school half, the shop not; later the shop did."""
    year, later = date(2026, 1, 5), date(2026, 3, 2)
    case = covenant().record(
        gs.ContributionRecorded(year, "gemeente", "staff", "kept"),
        gs.ContributionRecorded(year, "school", "staff", "partly_kept", amount=4, unit="uur per week"),
        gs.ContributionRecorded(year, "winkel", "staff", "not_kept"),
        gs.ContributionRecorded(later, "winkel", "staff", "kept"),
    )
    standing = case.contributions(on=year, latest=True)
    assert [(c.party, c.status, c.amount) for c in standing] == [
        ("gemeente", "kept", 8),
        ("school", "partly_kept", 4),
        ("winkel", "not_kept", 8),
    ]
    broken = case.contributions(on=year, status="not_kept", latest=True)
    assert [c.party for c in broken] == ["winkel"]
    assert case.contributions(on=later, status="not_kept", latest=True) == ()
    assert [c.party for c in case.contributions(on=later, status="not_kept")] == ["winkel"]
    assert "niet nagekomen" in to_html(case, on=later, lang="nl")
    assert "Bijdrage van Partij winkel (niet nagekomen)" in " ".join(x.text for x in case.timeline("nl"))
    assert gs.loads(gs.dumps(case)) == case


@pytest.mark.parametrize(
    ("status", "met"),
    [("asked", False), ("agreed", True), ("kept", True), ("partly_kept", True), ("not_kept", True)],
)
def test_what_was_kept_or_not_was_promised_all_the_same(status: str, met: bool) -> None:
    """A rule that asks for a promise is met by what is said later of how it was kept, not by a request."""
    case = covenant().record(joined("club", "sports_club", on=FIRST), *staff("club", on=FIRST, status=status))
    asked = check(case, agr.ACCEDE, FIRST, about="club").unmet
    assert ("AGR-04" not in codes(asked)) is met
