"""The situation of a judgement: this round, the parties concerned, the track, watching.

The situations marked in section f of the vocabulary, each as a small case written by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.decision.situation import Situation
from gezondsamen.process import conditions as c
from tests.support.builders import id_of
from tests.support.dossiers import (
    A_DAY,
    CARE,
    CLUB,
    DEPARTMENT,
    MUNICIPALITY,
    ON,
    OWN_RULE,
    SHOP,
    START,
    adopted,
    begun,
    joins,
    tiny,
)

NOBODY = gs.About("party", "*")
A_MONTH = gs.Every(months=1)
EVALUATED = c.Evaluated(decisions=("continue",), since_entry=True)
CONSENT = c.ConsentOfAll("ambition")
INTEREST = c.OnRecord("party_interest", each=c.Parties())
EXTERNAL = c.Parties(internal=False, or_none=True)
PRIVATE_IF_ANY = c.Parties(sides="private", or_none=True)


def go_on(on: date, track: str | None = None) -> gs.EvaluationHeld:
    """Return an evaluation that decides to go on."""
    return gs.EvaluationHeld(on, "periodic", "continue", track=track)


def allowed(case: gs.Collaboration, trigger: str, on: date = ON, **more: Any) -> bool:
    return case.check(trigger, on=on, **more).allowed


def missing(case: gs.Collaboration, trigger: str, on: date = ON, **more: Any) -> list[str]:
    """Return the ids of those about whom something is missing."""
    return [id_of(x.about) for row in case.check(trigger, on=on, **more).unmet for x in row.findings]


def found(case: gs.Collaboration, on: date) -> bool:
    """Tell whether watching finds anything on a day."""
    return bool(case.monitor(on=on).found)


# --- this round ---------------------------------------------------------------------------------


def test_a_fact_of_the_day_of_entry_counts_in_this_round() -> None:
    """What happened on the day on which the visit began counts; what happened before does not."""
    process = tiny(finish=[EVALUATED])
    for day, counts in ((ON - A_DAY, False), (ON, True)):
        case = begun(process, go_on(day)).advance("go", on=ON)
        assert allowed(case, "finish") is counts


def test_a_fact_of_the_day_of_entry_counts_though_entered_before_the_step() -> None:
    """Only the day decides at the start of a visit, not whether the step was entered first."""
    process = tiny(finish=[EVALUATED])
    early = begun(process, go_on(ON)).advance("go", on=ON)
    late = begun(process).advance("go", on=ON).record(go_on(ON))
    assert allowed(early, "finish")
    assert allowed(late, "finish")


@pytest.mark.parametrize("days", [0, 30])
def test_one_evaluation_serves_one_renewal(days: int) -> None:
    """A step taken again asks for an evaluation of its own, also on the same day."""
    case = adopted(tiny(again=[EVALUATED]), "work", go_on(ON)).advance("again", on=ON)
    later = ON + days * A_DAY
    assert not allowed(case, "again", later)
    renewed = case.record(go_on(later))
    assert allowed(renewed, "again", later)
    assert not allowed(renewed.advance("again", on=later), "again", later)


def test_a_step_about_one_subject_does_not_use_up_the_round_of_another() -> None:
    """A round ends per trigger and subject: what serves one subject still serves the next."""
    case = adopted(tiny(again=[EVALUATED]), "work", go_on(ON))
    case = case.advance("again", on=ON, about=("matter", "a"))
    assert not allowed(case, "again", about=("matter", "a"))
    assert allowed(case, "again", about=("matter", "b"))
    assert allowed(case, "again")


def test_another_trigger_does_not_use_up_the_round() -> None:
    """An evaluation that served one step still serves another."""
    case = adopted(tiny(again=[EVALUATED], finish=[EVALUATED]), "work", go_on(ON)).advance("again", on=ON)
    assert allowed(case, "finish")


def test_an_accession_does_not_use_up_the_evaluation_for_a_renewal() -> None:
    """Taking in a party leaves the evaluation for the renewal of an agreement as it was."""
    case = on_agreement(tiny(again=[EVALUATED], join=[CONSENT], key="life"))
    case = case.record(
        go_on(ON, "covenant"), gs.Consented(ON, CLUB.id, "ambition", track="covenant")
    ).advance("join", on=ON, track="covenant", about=CLUB.id)
    assert allowed(case, "again", track="covenant")
    case = case.advance("again", on=ON, track="covenant")
    assert not allowed(case, "again", track="covenant")


def test_a_new_visit_is_a_new_round() -> None:
    """What served an earlier visit does not serve the next one."""
    process = tiny(finish=[EVALUATED])
    case = begun(process, go_on(ON - 9 * A_DAY)).advance("go", on=ON - 9 * A_DAY)
    assert allowed(case, "finish")
    case = case.advance("back", on=ON - 5 * A_DAY).advance("go", on=ON - A_DAY)
    assert not allowed(case, "finish")


def test_a_loop_opens_no_new_visit() -> None:
    """After a step onto its own phase, the round of other steps goes on."""
    case = adopted(tiny(finish=[EVALUATED]), "work", go_on(START)).advance("again", on=ON)
    assert allowed(case, "finish")
    assert len(case.visits) == 1


def test_a_step_can_look_back_to_an_earlier_phase() -> None:
    """With `since`, what happened after the last entry into that phase still counts."""
    near, far = tiny(finish=[EVALUATED]), tiny(finish=[EVALUATED], since="begin")
    for process, counts in ((near, False), (far, True)):
        case = begun(process, go_on(ON - A_DAY)).advance("go", on=ON)
        assert allowed(case, "finish") is counts


def test_looking_back_reaches_to_the_last_entry_and_no_further() -> None:
    """With `since`, an earlier stay in that phase does not count."""
    process = tiny(finish=[EVALUATED], since="begin")
    case = begun(process, go_on(START)).advance("go", on=ON - 9 * A_DAY)
    assert allowed(case, "finish")
    case = case.advance("back", on=ON - 5 * A_DAY).advance("go", on=ON - A_DAY)
    assert not allowed(case, "finish")


def test_looking_back_to_a_phase_that_was_never_visited_reaches_to_the_start_of_the_visit() -> None:
    """Where a case was adopted beyond the phase it looks back to, the round is the visit."""
    process = tiny(finish=[EVALUATED], since="begin")
    case = adopted(process, "work", go_on(START))
    assert allowed(case, "finish")


def test_the_last_steps_of_a_partnership_look_back_to_its_management() -> None:
    """A final evaluation held in phase 6 still counts at the last step of a partnership."""
    by = {t.trigger: t for t in gs.PPS.transitions if t.source == "aftercare" and not t.exceptional}
    assert {t.since for t in by.values()} == {"management"}
    case = adopted(gs.PPS, "management").advance("open_evaluation", on=START + A_DAY)
    day = START + 2 * A_DAY
    case = case.record(gs.EvaluationHeld(day, "final", "terminate")).advance("decide_to_end", on=day)
    for trigger in ("inform_partners", "disentangle", "start_aftercare"):
        case = case.advance(trigger, on=day + A_DAY)
    topics = ("assessed", "communicated", "disentangled", "aftermath")
    case = case.record(*(gs.Stated(day, f"ending_{topic}", "…") for topic in topics))
    case = case.record(*joins(MUNICIPALITY, SHOP))
    case = case.record(gs.Stated(day, "goal_reached", "…"))
    assert allowed(case, "close_goal_reached", day + A_DAY)


@given(st.lists(st.sampled_from(["evaluate", "renew"]), max_size=8))
def test_there_are_never_more_renewals_than_evaluations(moves: list[str]) -> None:
    """However evaluations and renewals alternate on one day, a renewal needs one since the last."""
    case = adopted(tiny(again=[EVALUATED]), "work")
    fresh = False
    for move in moves:
        if move == "evaluate":
            case, fresh = case.record(go_on(ON)), True
            continue
        assert allowed(case, "again") is fresh
        if fresh:
            case, fresh = case.advance("again", on=ON), False


# --- the parties concerned ----------------------------------------------------------------------


def joined_later() -> gs.Collaboration:
    """Return a case in a second visit, with two parties from before and one that joined in it."""
    process = tiny(join=[CONSENT], again=[CONSENT], finish=[c.PartyCount(at_least=3)])
    case = begun(process, *joins(MUNICIPALITY, SHOP)).advance("go", on=START + A_DAY)
    return case.record(*joins(CLUB, on=ON - 9 * A_DAY))


def test_a_joining_party_is_the_one_that_is_looked_at() -> None:
    """A step that takes in a party looks at the party it is about, and at nobody else."""
    case = joined_later()
    assert missing(case, "join", about=CLUB.id) == ["club"]
    assert missing(case, "join", about=SHOP.id) == ["winkel"]
    assert missing(case, "again") == ["gemeente", "winkel", "club"]


def test_without_a_name_whoever_joined_in_this_visit_is_looked_at() -> None:
    """Not told about whom, a step that takes in a party looks at those who joined in this visit."""
    assert missing(joined_later(), "join") == ["club"]


@pytest.mark.parametrize("about", [None, CLUB.id], ids=["not named", "named"])
def test_who_was_taken_in_is_no_newcomer_any_more(about: str | None) -> None:
    """Once taken in, a party is not looked at again, and a later one is."""
    case = joined_later().record(gs.Consented(ON - A_DAY, CLUB.id, "ambition"))
    case = case.advance("join", on=ON - A_DAY, about=about)
    assert [x.about for row in case.check("join", on=ON).unmet for x in row.findings] == [NOBODY]
    case = case.record(*joins(CARE, on=ON))
    assert missing(case, "join") == ["zorg"]


def test_another_step_takes_in_nobody() -> None:
    """A step that is not one of taking in leaves a newcomer to be taken in."""
    case = joined_later()
    consents = [gs.Consented(ON - A_DAY, x.id, "ambition") for x in (MUNICIPALITY, SHOP, CLUB)]
    case = case.record(*consents).advance("again", on=ON - A_DAY)
    case = case.record(gs.Consented(ON, CLUB.id, "ambition", "objects"))
    assert missing(case, "join") == ["club"]


def test_naming_one_newcomer_leaves_the_other_to_be_taken_in() -> None:
    """Of two newcomers, the one that was not named is still a newcomer."""
    case = joined_later().record(*joins(CARE, on=ON - 5 * A_DAY))
    case = case.record(gs.Consented(ON - A_DAY, CLUB.id, "ambition"))
    case = case.advance("join", on=ON - A_DAY, about=CLUB.id)
    assert missing(case, "join") == ["zorg"]


@pytest.mark.parametrize("on", [START, ON])
@pytest.mark.parametrize("opened", ["with the case", "beside it"])
def test_who_was_there_when_a_track_was_adopted_is_no_newcomer(opened: date, on: date) -> None:
    """Parties entered with the day of adoption were there already, on that day too."""
    process = tiny(join=[CONSENT])
    there = joins(MUNICIPALITY, SHOP)
    if opened == "with the case":
        case, track = adopted(process, "work", *there), None
    else:
        case, track = begun(tiny(key="other")), "second"
        case = case.open(process, track=track, on=START, phase="work", since=START, reason="a test")
        case = case.record(*there)
    assert missing(case, "join", on, track=track) == ["*"]
    assert missing(case, "join", on, track=track, about=SHOP.id) == ["winkel"]


def test_who_joins_after_the_day_of_adoption_is_a_newcomer() -> None:
    """From the day after, whoever joins an adopted track is looked at, and nobody else."""
    case = adopted(tiny(join=[CONSENT]), "work", *joins(MUNICIPALITY, SHOP), *joins(CLUB, on=EARLY))
    assert missing(case, "join") == ["club"]


@pytest.mark.parametrize(
    ("asked", "about", "joining"),
    [
        ([CONSENT], None, []),
        ([c.PartyCount(at_least=2)], None, [gs.PartyJoined]),
        ([CONSENT, c.PartyCount(at_least=2)], "winkel", [gs.PartyJoined]),
    ],
    ids=["newcomers", "counted", "one"],
)
def test_on_the_day_of_adoption_nobody_can_come_in_as_a_newcomer(
    asked: list[c.Condition], about: str | None, joining: list[type[gs.Fact]]
) -> None:
    """Who joins on that day was there already: no remedy, but where all are counted or one party is meant."""
    case = adopted(tiny(join=asked), "work", *joins(SHOP))
    case = case.record(gs.Consented(START, SHOP.id, "ambition"))
    (row,) = case.check("join", on=START, about=about).outcomes
    assert [type(draft.fact) for draft in (row.remedy.drafts if row.remedy else ())] == joining


def test_after_the_first_step_a_party_of_the_same_day_is_a_newcomer() -> None:
    """Only the visit that was adopted has parties that came with it: a later one looks at the order."""
    case = adopted(tiny(join=[CONSENT]), "begin", *joins(MUNICIPALITY)).advance("go", on=START)
    assert missing(case.record(*joins(CLUB)), "join") == ["club"]


def test_who_takes_part_is_no_newcomer_to_a_track_that_opens_later() -> None:
    """A second track finds the parties of the collaboration there; who joins after it is new to it."""
    case = begun(tiny(key="other"), *joins(MUNICIPALITY, SHOP))
    session = tiny(join=[CONSENT], key="session")
    case = case.open(session, track="second", on=EARLY).advance("go", on=EARLY, track="second")
    assert missing(case, "join", track="second") == ["*"]
    assert missing(case.record(*joins(CLUB, on=ON)), "join", track="second") == ["club"]


def test_the_parties_to_an_adopted_agreement_are_no_newcomers_to_it() -> None:
    """Who was a party when the life of an agreement was adopted does not accede; who comes later does."""
    life = tiny(join=[CONSENT], key="life")
    both, everyone = ("gemeente", "winkel"), ("gemeente", "winkel", "club")
    case = begun(tiny(), *joins(MUNICIPALITY, SHOP, CLUB))
    case = case.record(gs.AgreementDrafted(START, "covenant", "covenant"))
    case = case.open(life, track="covenant", on=START, phase="work", since=START, reason="a test")
    case = case.record(gs.AgreementRevised(START, "covenant", parties=both, obliged=both))
    assert missing(case, "join", track="covenant") == ["*"]
    case = case.record(gs.AgreementRevised(ON, "covenant", parties=everyone, obliged=everyone))
    assert missing(case, "join", track="covenant") == ["club"]


def test_nobody_joining_is_a_finding() -> None:
    """Where no party joined in this visit, there is nobody to take in, and that is found."""
    case = adopted(tiny(join=[CONSENT]), "work")
    (row,) = case.check("join", on=ON).unmet
    assert [(x.needed, x.found, x.about) for x in row.findings] == [(1, 0, NOBODY)]


def test_consents_given_before_stay_valid_when_a_party_joins() -> None:
    """Taking in a party asks no consent anew of those who gave it before."""
    case = joined_later().record(
        *(gs.Consented(START + A_DAY, party.id, "ambition") for party in (MUNICIPALITY, SHOP)),
        gs.Consented(ON, CLUB.id, "ambition"),
    )
    case = case.advance("join", on=ON, about=CLUB.id)
    assert allowed(case, "again")


def test_counting_conditions_look_at_all_parties_on_any_step() -> None:
    """Counts of parties and statements take in everybody, also on a step that takes in a party."""
    counts: list[c.Condition] = [c.PartyCount(at_least=2), c.RecordCount("benefit", c.Parties(), at_least=1)]
    case = adopted(tiny(join=counts), "work", *joins(MUNICIPALITY, SHOP))
    case = case.record(gs.Stated(ON, "benefit", "…", MUNICIPALITY.id))
    assert allowed(case, "join", about=SHOP.id)


def test_each_sector_at_the_table_is_that_of_the_joining_party() -> None:
    """A step that takes in a party asks about its sectors, not about those already there."""
    condition = c.OnRecord("sector_interest", each=c.Sectors())
    case = adopted(tiny(join=[condition], again=[condition]), "work", *joins(MUNICIPALITY, CLUB))
    assert missing(case, "join", about=CLUB.id) == ["sport"]
    assert missing(case, "again") == ["public_health", "sport"]


def test_taking_in_a_public_party_does_not_ask_for_a_private_one() -> None:
    """What is asked of each private party, if any, is not asked where a public party joins."""
    rules: list[c.Condition] = [
        c.RoleFilled(each=PRIVATE_IF_ANY),
        c.Contributed(PRIVATE_IF_ANY, other_than=("money",)),
    ]
    case = adopted(tiny(join=rules), "work", *joins(SHOP, CARE))
    assert allowed(case, "join", about=CARE.id)
    assert missing(case, "join", about=SHOP.id) == ["winkel", "winkel"]


def test_internal_parties_need_no_acquaintance_to_be_taken_in() -> None:
    """A party of the own organisation joins without an individual talk first."""
    rule = c.MetBefore("individual", "plenary", EXTERNAL)
    case = adopted(tiny(join=[rule]), "work", *joins(DEPARTMENT, CLUB))
    assert allowed(case, "join", about=DEPARTMENT.id)
    assert missing(case, "join", about=CLUB.id) == ["club"]


# --- agreements and tracks ------------------------------------------------------------------------


def on_agreement(life: gs.Process, main: gs.Process | None = None) -> gs.Collaboration:
    """Return a case of three parties, with the life of a covenant of two of them as a track."""
    case = begun(main or tiny(), *joins(MUNICIPALITY, SHOP, CLUB))
    parties = (MUNICIPALITY.id, SHOP.id)
    case = case.record(gs.AgreementDrafted(START, "covenant", "covenant", parties, parties, "roles"))
    return case.open(life, track="covenant", on=START).advance("go", on=START, track="covenant")


def test_on_the_track_of_an_agreement_its_parties_are_concerned() -> None:
    """A rule on each party looks at the parties to the agreement there, and at everybody elsewhere."""
    case = on_agreement(tiny(again=[INTEREST], key="life"), tiny(INTEREST))
    assert missing(case, "again", track="covenant") == ["gemeente", "winkel"]
    assert missing(case, "go") == ["gemeente", "winkel", "club"]


def test_who_accedes_to_an_agreement_is_concerned_from_then_on() -> None:
    """A revision of the parties to an agreement changes who is concerned on its track."""
    case = on_agreement(tiny(again=[INTEREST], key="life"))
    now = ("gemeente", "club")
    case = case.record(gs.AgreementRevised(ON, "covenant", parties=now, obliged=now))
    assert missing(case, "again", track="covenant") == ["gemeente", "club"]


def test_who_accedes_is_a_newcomer_to_the_agreement_however_long_it_took_part_elsewhere() -> None:
    """Not told about whom, an accession looks at who became a party to the agreement in this visit."""
    case = on_agreement(tiny(join=[CONSENT], key="life")).advance("back", on=EARLY, track="covenant")
    case = case.advance("go", on=EARLY, track="covenant")
    everyone = tuple(party.id for party in (MUNICIPALITY, SHOP, CLUB))
    case = case.record(gs.AgreementRevised(ON, "covenant", parties=everyone, obliged=everyone))
    assert missing(case, "join", track="covenant", about=CLUB.id) == ["club"]
    assert missing(case, "join", track="covenant") == ["club"]


def test_on_its_own_track_only_that_agreement_is_read() -> None:
    """A clause or signature of another agreement does not help, principal or not."""
    life = tiny(again=[c.Agreed("tasks")], key="life")
    case = on_agreement(life, tiny(c.Agreed("tasks")))
    case = case.record(gs.AgreementDrafted(ON, "side", "working", clauses="tasks", principal=False))
    assert not allowed(case, "again", track="covenant")
    assert not allowed(case, "go")
    case = case.open(life, track="side", on=ON).advance("go", on=ON, track="side")
    assert allowed(case, "again", track="side")


def test_elsewhere_the_principal_agreement_is_read() -> None:
    """On other tracks all rules on the agreement speak of the one that is principal."""
    case = begun(tiny(c.Agreed("roles"), c.Agreed(signed=True)), *joins(MUNICIPALITY, SHOP))
    side = gs.AgreementDrafted(ON, "side", "working", "winkel", "winkel", "roles", principal=False)
    case = case.record(side, gs.Signed(ON, "side", SHOP.id))
    assert not allowed(case, "go")
    case = case.record(
        gs.AgreementDrafted(ON, "main-text", "covenant", "gemeente", "gemeente", "roles"),
        gs.Signed(ON, "main-text", MUNICIPALITY.id),
    )
    assert allowed(case, "go")


SCOPED: dict[str, tuple[c.Condition, Callable[[str | None], gs.Fact]]] = {
    "statement": (c.OnRecord("purpose"), lambda track: gs.Stated(ON, "purpose", "…", track=track)),
    "counted statement": (
        c.RecordCount("purpose", at_least=1),
        lambda track: gs.Stated(ON, "purpose", "…", track=track),
    ),
    "number": (c.Measured("group_size"), lambda track: gs.Quantified(ON, "group_size", 5, track=track)),
    "role": (c.RoleFilled("facilitator"), lambda track: gs.RoleAssigned(ON, "facilitator", track=track)),
    "consent": (CONSENT, lambda track: gs.Consented(ON, "winkel", "ambition", track=track)),
    "evaluation": (c.Evaluated(), lambda track: gs.EvaluationHeld(ON, "periodic", track=track)),
    "plan": (
        c.EvaluationArranged(),
        lambda track: gs.EvaluationPlanned(ON, "periodic", due=ON, track=track),
    ),
}


@pytest.mark.parametrize("what", SCOPED)
def test_what_is_said_on_one_track_does_not_count_on_another(what: str) -> None:
    """A fact of one track counts there only; one of no track counts on every track."""
    condition, fact = SCOPED[what]
    session = tiny(condition, key="session")
    case = begun(tiny(condition), *joins(SHOP)).open(session, track="first", on=START)
    case = case.open(session, track="second", on=START)

    def open_on(*tracks: str | None, told: gs.Collaboration) -> list[bool]:
        return [allowed(told, "go", track=track) for track in tracks]

    assert open_on(None, "first", "second", told=case) == [False, False, False]
    assert open_on(None, "first", "second", told=case.record(fact("first"))) == [False, True, False]
    assert open_on(None, "first", "second", told=case.record(fact("main"))) == [True, False, False]
    assert open_on(None, "first", "second", told=case.record(fact(None))) == [True, True, True]


def test_the_evaluation_of_a_covenant_is_not_that_of_the_partnership() -> None:
    """An evaluation on the track of an agreement serves its renewal, and no step of the main track."""
    case = on_agreement(tiny(again=[EVALUATED], key="life"), tiny(EVALUATED))
    case = case.record(go_on(ON, "covenant"))
    assert allowed(case, "again", track="covenant")
    assert not allowed(case, "go")


def test_a_step_on_one_track_leaves_the_others_where_they_are() -> None:
    """Each track has its own phase, visits and round."""
    case = begun(tiny()).open(tiny(key="other"), track="other", on=START).advance("go", on=ON, track="other")
    assert (case.phase, case.phase_of("other")) == ("begin", "work")
    assert [len(case.visits), len(case.visits_of("other"))] == [1, 2]


# --- watching -------------------------------------------------------------------------------------

RHYTHM = c.InContact("progress_talk", every=gs.Every(months=3))


@given(st.integers(0, 200))
@example(90)
@example(91)
def test_a_rhythm_is_not_asked_for_until_the_visit_has_lasted_a_period(days: int) -> None:
    """While watching, a rhythm is found missing only from the day after its first period."""
    case = adopted(tiny(watches=[RHYTHM]), "work", *joins(SHOP))
    day = START + days * A_DAY
    assert found(case, day) is (day > date(2022, 4, 10))


def test_a_rule_of_two_rhythms_is_not_asked_through_the_first_period() -> None:
    """Until the shorter of two first periods is over there is nothing to ask; then there is."""
    process = tiny(watches=[RHYTHM, c.InContact("visit", every=A_MONTH)])
    case, last = adopted(process, "work", *joins(SHOP)), A_MONTH.after(START)
    rows = [case.monitor(on=day).outcomes[0] for day in (last, last + A_DAY)]
    assert [(row.status, row.not_asked_through) for row in rows] == [("met", last), ("advised", None)]


def test_of_each_party_a_rhythm_is_asked_from_its_joining() -> None:
    """Who joins later has a first period of its own while watched; a step asks it at once."""
    each = c.InContact("visit", each=c.Parties(), every=gs.Every(months=3))
    case = adopted(
        tiny(finish=[each], watches=[each]), "work", *joins(SHOP), *joins(CLUB, on=date(2024, 1, 8))
    )

    def asked(day: date) -> list[str]:
        return [id_of(x.about) for row in case.monitor(on=day).found for x in row.findings]

    assert asked(date(2024, 4, 8)) == ["winkel"]
    assert asked(date(2024, 4, 9)) == ["winkel", "club"]
    assert missing(case, "finish", date(2024, 1, 8)) == ["winkel", "club"]
    nobody = adopted(tiny(watches=[each]), "work").monitor(on=ON)
    assert [x.about for row in nobody.found for x in row.findings] == [NOBODY]


@pytest.mark.parametrize(
    ("since", "last"),
    [
        (date(2022, 8, 1), date(2023, 7, 31)),
        (date(2022, 8, 2), date(2024, 7, 31)),
        (date(2023, 7, 31), date(2024, 7, 31)),
        (date(1, 1, 1), date(1, 7, 31)),
        (date(9999, 8, 1), date(9999, 12, 31)),
        (date(9999, 9, 1), date(9999, 12, 31)),
    ],
)
def test_a_contact_of_the_school_year_is_not_asked_for_until_a_whole_one_is_over(
    since: date, last: date
) -> None:
    """While watching, the first school year that begins on the day of entry or after it has to be over."""
    case = adopted(tiny(watches=[c.InContact("start_talk", school_year=True)]), "work", since=since)
    assert case.monitor(on=last).outcomes[0].not_asked_through == last
    if last < date.max:
        assert found(case, last + A_DAY)


def resting(free: Callable[[date], bool] | None) -> Situation:
    """Return a situation in which these days are free of work."""
    case = begun(tiny())
    known = case.dossier.known
    return Situation(case.process, known, ON, known.tracks["main"], free=free)


def at_weekends(day: date) -> bool:
    return day.weekday() > 4


@pytest.mark.parametrize(
    ("free", "last", "ends"),
    [
        (None, date(2024, 3, 2), date(2024, 3, 2)),  # a Saturday
        (at_weekends, date(2024, 3, 1), date(2024, 3, 1)),
        (at_weekends, date(2024, 3, 2), date(2024, 3, 4)),
        (at_weekends, date(9999, 12, 25), date(9999, 12, 27)),  # the last Saturday there is
        (lambda _: True, date(2024, 3, 2), date(2024, 3, 2)),
        (lambda _: True, date.max, date.max),
        (lambda day: day < ON, ON - 365 * A_DAY, ON),
        (lambda day: day < ON, ON - 366 * A_DAY, ON - 366 * A_DAY),
    ],
)
def test_a_period_ends_on_a_working_day(free: Callable[[date], bool] | None, last: date, ends: date) -> None:
    """A last day that is free moves to the first that is not, a year away at most."""
    assert resting(free).ends(last) == ends


@pytest.mark.parametrize(
    ("free", "day", "last"),
    [
        (None, date(2024, 3, 1), date(2024, 3, 8)),  # a Friday
        (at_weekends, date(2024, 2, 29), date(2024, 3, 7)),
        (at_weekends, date(2024, 3, 1), date(2024, 3, 11)),  # as on Sunday, and the next Sunday is free
        (at_weekends, date(2024, 3, 2), date(2024, 3, 11)),
        (lambda _: True, date(2024, 3, 1), date(2024, 3, 8)),
        (None, date.max, date.max),
        (at_weekends, date.max, date.max),
    ],
)
def test_what_was_done_before_free_days_counts_as_on_the_last_of_them(
    free: Callable[[date], bool] | None, day: date, last: date
) -> None:
    """A moment that moved before free days is answered there, and the next is not asked for earlier."""
    assert resting(free).counts_through(gs.Every(weeks=1), day) == last


def test_who_was_taken_over_joined_by_the_day_of_adoption() -> None:
    """Of a track that ran already these parties are told apart; a track that began here took over nobody."""
    facts = (*joins(MUNICIPALITY, SHOP), *joins(CLUB, on=EARLY))
    for taken_over, count in ((True, 2), (False, 1), (None, 3)):
        process = tiny(c.PartyCount(c.Parties(taken_over=taken_over), at_most=0), key="tiny")
        (row,) = adopted(process, "begin", *facts).check("go", on=ON).outcomes
        assert [finding.found for finding in row.findings] == [count]
        (row,) = begun(process, *facts).check("go", on=ON).outcomes
        assert [finding.found for finding in row.findings] == [3] * (taken_over is not True)


def test_on_a_step_a_rhythm_is_asked_for_at_once() -> None:
    """A step that asks for a rhythm grants no first period."""
    case = adopted(tiny(finish=[RHYTHM], watches=[RHYTHM]), "work", *joins(SHOP))
    assert not found(case, START)
    assert not allowed(case, "finish", START)
    assert allowed(case.record(gs.Met(START, "progress_talk", SHOP.id)), "finish", START)


def test_a_rhythm_is_found_again_when_a_period_has_passed_without_contact() -> None:
    """After a talk there is a period of rest, and then it is found missing."""
    case = adopted(tiny(watches=[RHYTHM]), "work", *joins(SHOP))
    case = case.record(gs.Met(date(2023, 1, 31), "progress_talk", SHOP.id))
    assert not found(case, date(2023, 4, 30))
    assert found(case, date(2023, 5, 1))


def test_adding_a_partner_does_not_restart_the_clock_of_progress_talks() -> None:
    """A loop opens no new visit, and so grants no new first period."""
    case = adopted(tiny(watches=[RHYTHM]), "work", *joins(SHOP, CLUB))
    assert found(case, ON)
    case = case.advance("join", on=ON, about=CLUB.id).advance("again", on=ON)
    assert found(case, ON)


def test_a_new_visit_grants_a_first_period_again() -> None:
    """Who comes back into a phase has a period before a rhythm is asked for."""
    case = adopted(tiny(watches=[RHYTHM]), "work").advance("back", on=ON).advance("go", on=ON)
    assert not found(case, ON)
    assert found(case, date(2024, 6, 5))


def test_the_age_of_a_statement_knows_no_grace() -> None:
    """While watching, old figures are found on the first day of a visit."""
    case = adopted(tiny(watches=[c.OnRecord("local_figures", max_age=A_MONTH)]), "work")
    assert found(case, START)
    case = case.record(gs.Stated(START, "local_figures", "…"))
    assert not found(case, date(2022, 2, 10))
    assert found(case, date(2022, 2, 11))


def test_an_answer_is_found_missing_when_its_period_has_passed_and_repaired_late() -> None:
    """While watching, an unanswered statement is found after its period, and a late answer ends that."""
    rule = c.Paired("issue_noticed", "issue_raised", "after", gs.Every(days=30))
    issue = ("matter", "issue")
    case = adopted(tiny(watches=[rule]), "work", gs.Stated(START, "issue_noticed", "…", issue))
    assert not found(case, START + 30 * A_DAY)
    assert found(case, START + 31 * A_DAY)
    late = case.record(gs.Stated(ON, "issue_raised", "…", issue))
    assert not found(late, ON)
    assert found(late, ON - A_DAY)


def test_what_has_run_out_is_found_while_watching() -> None:
    """Capacity arranged until a day is missing from the day after."""
    case = adopted(tiny(watches=[c.OnRecord("capacity_hours", dated=True)]), "work")
    case = case.record(gs.Stated(START, "capacity_hours", "…", until=ON))
    assert not found(case, ON)
    assert found(case, ON + A_DAY)
    more = case.record(gs.Stated(ON, "capacity_hours", "…", until=ON + 9 * A_DAY))
    assert not found(more, ON + A_DAY)


def test_watching_looks_at_all_parties_and_counts_from_the_visit() -> None:
    """Without a step nobody is taken in and no trigger was repeated: the round is the visit."""
    case = adopted(tiny(watches=[INTEREST, EVALUATED]), "work", *joins(MUNICIPALITY, CLUB), go_on(START))
    (row,) = case.advance("again", on=ON).monitor(on=ON).found
    assert [id_of(x.about) for x in row.findings] == ["gemeente", "club"]


# --- as of a day ----------------------------------------------------------------------------------


def test_what_happens_later_does_not_count_on_a_day() -> None:
    """A question about a day is answered with what had happened by that day."""
    case = begun(tiny(c.OnRecord("purpose")), gs.Stated(ON, "purpose", "…"))
    assert not allowed(case, "go", ON - A_DAY)
    assert allowed(case, "go", ON)


def test_a_question_about_an_earlier_phase_is_asked_of_that_phase() -> None:
    """On a day before a step was taken, the case still stands where it stood."""
    case = begun(tiny()).advance("go", on=ON)
    before = case.check("go", on=ON - A_DAY)
    assert (before.phase, before.target, before.barred_by) == ("begin", "work", 2)
    assert not case.check("go", on=ON).possible


# --- succession -----------------------------------------------------------------------------------

MERGED = gs.Party(id="fusie", name="Fusiegemeente", kind="municipality", sectors=("public_health",))
MERGER: tuple[gs.Fact, ...] = (
    *joins(MERGED, on=ON - A_DAY),
    gs.PartySucceeded(ON, MERGED.id, MUNICIPALITY.id),
)
EARLY = START + A_DAY

INHERITED: dict[str, tuple[c.Condition, list[gs.Fact]]] = {
    "role": (c.RoleFilled("delegate", each=c.Parties()), [gs.RoleAssigned(EARLY, "delegate", "gemeente")]),
    "role by": (
        c.RoleFilled("delegate", by=c.Parties(kinds="municipality")),
        [gs.RoleAssigned(EARLY, "delegate", "gemeente")],
    ),
    "selection by role": (
        c.PartyCount(c.Parties(roles="delegate"), at_least=1),
        [gs.RoleAssigned(EARLY, "delegate", "gemeente")],
    ),
    "consent": (CONSENT, [gs.Consented(EARLY, "gemeente", "ambition")]),
    "contribution": (c.Contributed(), [gs.ContributionRecorded(EARLY, "gemeente", "staff")]),
    "signature": (
        c.Agreed(signed=True),
        [
            gs.AgreementDrafted(EARLY, "covenant", "covenant", "gemeente", "gemeente"),
            gs.Signed(EARLY, "covenant", "gemeente"),
        ],
    ),
    "party to the agreement": (
        c.Agreed(with_=c.Parties(kinds="municipality")),
        [gs.AgreementDrafted(EARLY, "covenant", "covenant", "gemeente")],
    ),
    "statement": (INTEREST, [gs.Stated(EARLY, "party_interest", "…", "gemeente")]),
    "counted statement": (
        c.RecordCount("attendance", c.Parties(kinds="municipality"), at_least=1),
        [gs.Stated(EARLY, "attendance", "…", "gemeente")],
    ),
    "acquaintance": (
        c.MetBefore("individual", "plenary", EXTERNAL),
        [gs.Met(EARLY, "individual", "gemeente"), gs.Met(EARLY + A_DAY, "plenary", "gemeente")],
    ),
    "contact": (c.InContact("visit", each=c.Parties()), [gs.Met(EARLY, "visit", "gemeente")]),
    "action": (
        c.ActionCount(each=c.Parties(), at_least=1),
        [gs.ActionAgreed(EARLY, "a", "…", "gemeente", "sport", due=ON)],
    ),
}


@pytest.mark.parametrize("what", INHERITED)
def test_what_was_a_partys_own_is_its_successors(what: str) -> None:
    """After a merger everything recorded of the predecessor counts for the successor."""
    condition, facts = INHERITED[what]
    case = begun(tiny(condition), *joins(MUNICIPALITY), *facts)
    assert allowed(case, "go")
    case = case.record(*MERGER)
    assert [party.id for party in case.dossier.parties] == ["fusie"]
    assert allowed(case, "go"), case.check("go", on=ON).explain("en")
    assert not allowed(begun(tiny(condition), *joins(MUNICIPALITY), *MERGER), "go")


PARTS = (
    gs.Party(id="noord", name="Gemeente Noord", kind="municipality", sectors=("public_health",)),
    gs.Party(id="zuid", name="Gemeente Zuid", kind="municipality", sectors=("public_health",)),
)
DIVISION: tuple[gs.Fact, ...] = (
    *joins(*PARTS, on=ON - A_DAY),
    gs.PartyDivided(ON, MUNICIPALITY.id, ("noord", "zuid")),
)


@pytest.mark.parametrize("what", INHERITED)
def test_what_was_a_partys_own_is_that_of_each_part(what: str) -> None:
    """After a split all that was recorded of the predecessor counts for each successor, roles excepted."""
    condition, facts = INHERITED[what]
    case = begun(tiny(condition), *joins(MUNICIPALITY), *facts)
    assert allowed(case, "go")
    case = case.record(*DIVISION)
    assert [party.id for party in case.dossier.parties] == ["noord", "zuid"]
    assert allowed(case, "go") is ("role" not in what), case.check("go", on=ON).explain("en")
    if "role" in what:
        case = case.record(*(gs.RoleAssigned(ON, "delegate", party.id) for party in PARTS))
        assert allowed(case, "go")


def test_what_one_part_does_is_not_the_others() -> None:
    """After a split each successor answers for itself, and what it says counts for it alone."""
    case = begun(tiny(CONSENT), *joins(MUNICIPALITY), gs.Consented(EARLY, "gemeente", "ambition"), *DIVISION)
    case = case.record(gs.Consented(ON, "noord", "ambition", "objects"))
    assert missing(case, "go") == ["noord"]
    taken_back = gs.Stated(ON, "party_interest", about="noord", holds=False)
    said = gs.Stated(ON - A_DAY, "party_interest", "…", "zuid")
    case = begun(tiny(INTEREST), *joins(MUNICIPALITY), *DIVISION[:-1], said, DIVISION[-1], taken_back)
    assert missing(case, "go") == ["noord"]


def test_each_part_of_a_party_that_had_to_sign_signs() -> None:
    """A signature that was still due is due from each successor."""
    paper = gs.AgreementDrafted(EARLY, "covenant", "covenant", "gemeente", "gemeente")
    case = begun(tiny(c.Agreed(signed=True)), *joins(MUNICIPALITY), paper, *DIVISION)
    case = case.record(gs.Signed(ON, "covenant", "zuid"))
    assert missing(case, "go") == ["noord"]
    assert allowed(case.record(gs.Signed(ON, "covenant", "noord")), "go")


def test_a_part_that_comes_back_takes_nothing_from_the_other() -> None:
    """What a party said before it was divided stays that of the part that stayed, not of one that returns."""
    case = begun(tiny(CONSENT), *joins(MUNICIPALITY), gs.Consented(EARLY, "gemeente", "ambition"), *DIVISION)
    case = case.record(gs.PartyLeft(ON, "noord"), *joins(PARTS[0], on=ON))
    assert missing(case, "go") == ["noord"]
    assert allowed(case.record(gs.Consented(ON, "noord", "ambition")), "go")


def test_parts_that_merge_again_are_one_party() -> None:
    """A split and a merger after it leave one party, for which all counts that was said before."""
    case = begun(tiny(CONSENT), *joins(MUNICIPALITY), gs.Consented(EARLY, "gemeente", "ambition"), *DIVISION)
    case = case.record(*joins(MERGED, on=ON), gs.PartySucceeded(ON, MERGED.id, ("noord", "zuid")))
    assert allowed(case, "go")
    known = case.dossier.known
    assert known.same(gs.About("party", "gemeente"), gs.About("party", "fusie"))
    assert known.heirs_of("gemeente") == known.heirs_of("noord") == ("fusie",)


def test_what_is_inherited_keeps_its_own_date() -> None:
    """What a predecessor did before this round does not count in it for the successor either."""
    case = begun(tiny(finish=[CONSENT]), *joins(MUNICIPALITY), gs.Consented(START, "gemeente", "ambition"))
    case = case.advance("go", on=ON).record(*joins(MERGED, on=ON))
    case = case.record(gs.PartySucceeded(ON, MERGED.id, MUNICIPALITY.id))
    assert missing(case, "finish") == ["fusie"]


@pytest.mark.parametrize("names", [("gemeente", "winkel"), ("winkel", "gemeente"), ("gemeente", "fusie")])
@pytest.mark.parametrize(("first", "then"), [("agrees", "objects"), ("objects", "agrees")])
def test_of_merged_parties_the_latest_stance_counts(names: tuple[str, str], first: str, then: str) -> None:
    """Where predecessors, or the successor itself, took different stances, the latest of them is the one."""
    early, late = names
    case = begun(
        tiny(CONSENT),
        *joins(MUNICIPALITY, SHOP, MERGED),
        gs.Consented(START, early, "ambition", first),
        gs.Consented(START + A_DAY, late, "ambition", then),
        gs.PartySucceeded(ON, MERGED.id, (MUNICIPALITY.id, SHOP.id)),
    )
    assert allowed(case, "go") is (then == "agrees")


@pytest.mark.parametrize("names", [("gemeente", "winkel"), ("winkel", "gemeente"), ("gemeente", "fusie")])
def test_of_merged_parties_the_latest_statement_speaks(names: tuple[str, str]) -> None:
    """Of several statements about a successor and those before it, the evidence is the one made last."""
    said = [gs.Stated(START + n * A_DAY, "party_interest", "…", name) for n, name in enumerate(names)]
    merged = gs.PartySucceeded(ON, MERGED.id, (MUNICIPALITY.id, SHOP.id))
    case = begun(tiny(INTEREST), *joins(MUNICIPALITY, SHOP, MERGED), *said, merged)
    (row,) = case.check("go", on=ON).outcomes
    assert (row.status, row.evidence) == ("met", (6,))


def test_a_successor_of_a_successor_inherits_all() -> None:
    """What was the first party's own is still found after two mergers."""
    last = gs.Party(id="laatste", name="…", kind="municipality")
    case = begun(tiny(CONSENT), *joins(MUNICIPALITY), gs.Consented(EARLY, "gemeente", "ambition"), *MERGER)
    case = case.record(*joins(last, on=ON), gs.PartySucceeded(ON, last.id, MERGED.id))
    assert allowed(case, "go")


def test_a_predecessor_no_longer_has_to_sign() -> None:
    """Of the parties obliged, one that was succeeded signs through its heir, one that left not at all."""
    everyone = ("gemeente", "winkel")
    paper = gs.AgreementDrafted(EARLY, "covenant", "covenant", everyone, everyone)
    case = begun(tiny(c.Agreed(signed=True)), *joins(MUNICIPALITY, SHOP), paper, *MERGER)
    assert missing(case, "go") == ["gemeente", "winkel"]
    case = case.record(gs.Signed(ON, "covenant", MERGED.id), gs.PartyLeft(ON, SHOP.id))
    assert allowed(case, "go")


def test_a_successor_is_no_newcomer() -> None:
    """After a merger in this visit, who was there before is not taken in again under a new name."""
    people: tuple[gs.Fact, ...] = (*joins(MUNICIPALITY), gs.Consented(START, "gemeente", "ambition"))
    case = begun(tiny(join=[CONSENT]), *people).advance("go", on=START + A_DAY).record(*MERGER)
    assert missing(case.record(*joins(CLUB, on=ON)), "join") == ["club"]


def test_an_answer_about_a_successor_answers_what_was_asked_about_its_predecessor() -> None:
    """What was stated about a party is answered by a statement about its successor."""
    condition = c.Paired("partner_needed", "partner_involved")
    asked = gs.Stated(EARLY, "partner_needed", "…", "gemeente")
    answered = gs.Stated(ON, "partner_involved", "…", "fusie")
    assert allowed(begun(tiny(condition), *joins(MUNICIPALITY), asked, *MERGER, answered), "go")


def test_what_was_stated_about_a_predecessor_can_be_taken_back_about_its_successor() -> None:
    """`holds=False` about a successor takes statements about its predecessors off record."""
    said = gs.Stated(EARLY, "party_interest", "…", "gemeente")
    back = gs.Stated(ON, "party_interest", about="fusie", holds=False)
    assert not allowed(begun(tiny(INTEREST), *joins(MUNICIPALITY), said, *MERGER, back), "go")


def test_a_round_about_a_predecessor_is_one_about_its_successor() -> None:
    """An evaluation that served a step about a party does not serve it again about its successor."""
    case = adopted(tiny(again=[EVALUATED]), "work", *joins(MUNICIPALITY), go_on(ON - 9 * A_DAY))
    case = case.advance("again", on=ON - 5 * A_DAY, about="gemeente").record(*MERGER)
    assert not allowed(case, "again", about="fusie")


def test_of_two_rounds_about_a_party_and_its_successor_the_last_one_counts() -> None:
    """What served the later of two steps is used up, whichever of the two was named."""
    case = adopted(tiny(again=[EVALUATED]), "work", *joins(MUNICIPALITY), go_on(ON - 9 * A_DAY))
    case = case.advance("again", on=ON - 8 * A_DAY, about="gemeente").record(*MERGER)
    case = case.record(go_on(ON)).advance("again", on=ON, about="fusie")
    assert not allowed(case, "again", about="fusie")
    assert not allowed(case, "again", about="gemeente")


def test_after_a_merger_another_step_or_another_subject_is_a_round_of_its_own() -> None:
    """What served one step about one party still serves another step, and the same step about another."""
    case = adopted(tiny(again=[EVALUATED], finish=[EVALUATED]), "work", *joins(MUNICIPALITY, SHOP))
    case = case.record(go_on(ON - 9 * A_DAY)).advance("again", on=ON - 5 * A_DAY, about="gemeente")
    case = case.record(*MERGER)
    assert allowed(case, "finish", about="fusie")
    assert allowed(case, "again", about=SHOP.id)


# --- a rule in a tiny process is a rule -------------------------------------------------------------


def test_a_rule_stands_with_other_conditions_in_other_places() -> None:
    """One code asks something else on each step, and each step judges its own."""
    case = adopted(tiny(again=[c.OnRecord("purpose")], finish=[c.OnRecord("vision")]), "work")
    asked = {t: case.check(t, on=ON).unmet[0].findings[0].needed for t in ("again", "finish")}
    assert asked == {"again": "purpose", "finish": "vision"}
    assert set(case.process.requirements) == {OWN_RULE.code}
