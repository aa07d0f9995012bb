"""Each kind of condition: when it holds, what is found when it does not, and which entries speak for it.

Every case is written by hand on a tiny process; fact 0 of a case is entry 2 (`number`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.decision.check import Outcome
from gezondsamen.periods import school_year
from gezondsamen.process import conditions as c
from tests.support.builders import id_of
from tests.support.dossiers import (
    A_DAY,
    CARE,
    CLUB,
    DEPARTMENT,
    MUNICIPALITY,
    ON,
    SCHOOL,
    SHOP,
    START,
    adopted,
    begun,
    joins,
    judged,
    number,
    tiny,
)

NOBODY = gs.About("party", "*")
EARLIER = ON - A_DAY
A_MONTH = gs.Every(months=1)
A_YEAR = gs.Every(years=1)
PRIVATE = c.Parties(sides="private")
NO_ONE_PRIVATE_IS_FINE = c.Parties(sides="private", or_none=True)
EXTERNAL = c.Parties(internal=False, or_none=True)

Found = list[tuple[object, object, object]]


def found(row: Outcome) -> Found:
    """Return what was found: needed, found, and about whom (the bare id)."""
    return [(x.needed, x.found, x.about and x.about.id) for x in row.findings]


def outcome(row: Outcome) -> tuple[str, Found, tuple[int, ...]]:
    return row.status, found(row), row.evidence


def met(*evidence: int) -> tuple[str, Found, tuple[int, ...]]:
    """Say that a rule is met, on these facts (by their index)."""
    return "met", [], tuple(number(index) for index in evidence)


def unmet(
    *findings: tuple[object, object, object], evidence: tuple[int, ...] = ()
) -> tuple[str, Found, tuple[int, ...]]:
    """Say that a rule is unmet with these findings."""
    return "unmet", list(findings), tuple(number(index) for index in evidence)


def stated(
    topic: str, about: str | tuple[str, str] | None = None, on: date = ON, until: date | None = None
) -> gs.Stated:
    return gs.Stated(on, topic, "…", about, until=until)


# --- PartyCount ---------------------------------------------------------------------------------


def test_party_count_counts_the_parties_of_a_selection() -> None:
    """The number of selected parties is compared with the bound; those counted are the evidence."""
    condition = c.PartyCount(PRIVATE, at_least=1)
    assert outcome(judged(condition, *joins(MUNICIPALITY, SHOP))) == met(1)
    assert outcome(judged(condition, *joins(MUNICIPALITY))) == unmet((1, 0, None))


def test_party_count_counts_distinct_sectors_and_kinds() -> None:
    """Sectors and kinds are counted once, however many parties have them."""
    twins = joins(SCHOOL, gs.Party(id="school-2", name="…", kind="school", sectors=("education", "sport")))
    assert outcome(judged(c.PartyCount(at_least=2, of="sectors"), *twins)) == met(0, 1)
    assert outcome(judged(c.PartyCount(at_least=2, of="kinds"), *twins)) == unmet(
        (2, 1, None), evidence=(0, 1)
    )


def test_party_count_leaves_out_who_left() -> None:
    """A party that left is not counted."""
    facts: tuple[gs.Fact, ...] = (*joins(SHOP), gs.PartyLeft(ON - A_DAY, SHOP.id))
    assert outcome(judged(c.PartyCount(PRIVATE, at_least=1), *facts)) == unmet((1, 0, None))


def test_semi_public_counts_as_public_and_a_party_can_count_as_something_else() -> None:
    """A care provider is on the public side; `counts_as` overrides the side of its kind."""
    public = c.PartyCount(c.Parties(sides="public"), at_least=1)
    assert judged(public, *joins(CARE)).status == "met"
    assert judged(public, *joins(CLUB)).status == "unmet"
    other = gs.Party(id="x", name="…", kind="care_provider", counts_as="private")
    assert judged(public, *joins(other)).status == "unmet"
    assert judged(c.PartyCount(PRIVATE, at_least=1), *joins(other)).status == "met"


def test_a_kind_of_party_without_a_side_is_on_neither() -> None:
    """A kind of a host's own that names no side counts as neither public nor private."""
    kind = gs.Term("choir", gs.Label(nl="koor", en="choir"), scheme="party_kind")
    condition = c.PartyCount(c.Parties(sides="neither"), at_least=1)
    process = tiny(condition).adapt(key="tiny-choir", terms=(kind,))
    case = begun(process, *joins(gs.Party(id="koor", name="…", kind="choir")))
    assert case.check("go", on=ON).allowed


@given(shops=st.integers(0, 6), low=st.none() | st.integers(0, 6), high=st.none() | st.integers(0, 6))
def test_a_bound_includes_its_own_number(shops: int, low: int | None, high: int | None) -> None:
    """A count within its bounds, both included, is met; else the broken bound and the count are told."""
    assume(low is None or high is None or low <= high)
    parties = joins(*(gs.Party(id=f"p{n}", name="…", kind="retailer") for n in range(shops)))
    row = judged(c.PartyCount(PRIVATE, at_least=low, at_most=high), *parties)
    if low is not None and shops < low:
        assert found(row) == [(low, shops, None)]
    elif high is not None and shops > high:
        assert found(row) == [(high, shops, None)]
    else:
        assert row.status == "met"


def test_the_fields_of_a_selection_are_anded_and_their_values_ored() -> None:
    """A party is selected by one value of every field that is filled in."""
    which = c.Parties(kinds=("school", "sports_club"), sectors="education")
    condition = c.PartyCount(which, at_least=1)
    assert judged(condition, *joins(SCHOOL)).status == "met"
    assert judged(condition, *joins(CLUB)).status == "unmet"
    holders = c.PartyCount(c.Parties(roles="delegate", internal=False), at_least=1)
    role = gs.RoleAssigned(ON, "delegate", CLUB.id)
    assert judged(holders, *joins(CLUB), role).status == "met"
    assert judged(holders, *joins(CLUB)).status == "unmet"


# --- OnRecord -----------------------------------------------------------------------------------


def test_on_record_asks_for_every_topic() -> None:
    """Each topic that is not stated is a finding; the latest statement on each is the evidence."""
    condition = c.OnRecord(("purpose", "rationale"))
    assert outcome(judged(condition)) == unmet(("purpose", None, None), ("rationale", None, None))
    assert outcome(judged(condition, stated("purpose"))) == unmet(("rationale", None, None), evidence=(0,))
    facts = (stated("purpose"), stated("rationale"), stated("purpose"))
    assert outcome(judged(condition, *facts)) == met(2, 1)


def test_on_record_of_each_party_asks_for_a_statement_about_each() -> None:
    """What is asked of each party is told per party; a statement about nobody is about none of them."""
    condition = c.OnRecord("party_interest", each=c.Parties())
    people = joins(MUNICIPALITY, SHOP)
    row = judged(condition, *people, stated("party_interest", SHOP.id), stated("party_interest"))
    assert outcome(row) == unmet(("party_interest", None, "gemeente"), evidence=(2,))
    assert row.findings[0].about == gs.About("party", "gemeente")


def test_without_each_a_statement_about_anybody_counts() -> None:
    """A rule that asks nothing of each is met by a statement about one party or sector."""
    for about in (SHOP.id, ("sector", "sport"), ("matter", "x")):
        assert judged(c.OnRecord("purpose"), *joins(SHOP), stated("purpose", about)).status == "met"


def test_on_record_of_each_sector_asks_for_the_sectors_at_the_table() -> None:
    """Without names the sectors are those of the parties; those left out are not asked for."""
    condition = c.OnRecord("sector_interest", each=c.Sectors(other_than="public_health"))
    row = judged(condition, *joins(MUNICIPALITY, CLUB, SHOP), stated("sector_interest", ("sector", "sport")))
    assert outcome(row) == unmet(("sector_interest", None, "retail"), evidence=(3,))
    assert row.findings[0].about == gs.About("sector", "retail")


def test_on_record_of_named_sectors_asks_for_those_whoever_is_there() -> None:
    """Named sectors, and those of a group, are asked for even when no party works in them."""
    named = c.OnRecord("sector_considered", each=c.Sectors(keys=("welfare", "sport")))
    assert {id_of(x.about) for x in judged(named).findings} == {"welfare", "sport"}
    group = c.OnRecord("sector_considered", each=c.Sectors(group="core"))
    assert {id_of(x.about) for x in judged(group).findings} == {"public_health", "youth", "care"}


def test_a_statement_counts_through_its_last_day_and_not_after() -> None:
    """A statement with `until` is on record through that day, and run out the day after."""
    fact = stated("capacity_hours", on=START, until=ON)
    assert judged(c.OnRecord("capacity_hours"), fact, on=ON).status == "met"
    assert outcome(judged(c.OnRecord("capacity_hours"), fact, on=ON + A_DAY)) == unmet(
        ("capacity_hours", None, None)
    )


def test_dated_asks_for_a_statement_that_will_run_out() -> None:
    """With `dated`, only a statement with `until` counts."""
    condition = c.OnRecord("capacity_hours", dated=True)
    assert judged(condition, stated("capacity_hours")).status == "unmet"
    assert outcome(judged(condition, stated("capacity_hours", until=ON), stated("capacity_hours"))) == met(0)


@given(days=st.integers(0, (ON - START).days))
def test_max_age_counts_through_the_day_on_which_the_age_is_reached(days: int) -> None:
    """A statement is young enough exactly as long as its day plus the age has not passed."""
    on = ON - days * A_DAY
    row = judged(c.OnRecord("local_figures", max_age=A_YEAR), stated("local_figures", on=on))
    assert (row.status == "met") is (A_YEAR.after(on) >= ON)


def test_a_statement_taken_back_is_off_record() -> None:
    """`holds=False` takes earlier statements on the same topic about the same subject off record."""
    back = gs.Stated(ON, "purpose", about=None, holds=False)
    assert judged(c.OnRecord("purpose"), stated("purpose"), back).status == "unmet"
    assert judged(c.OnRecord("purpose"), stated("purpose", ("matter", "x")), back).status == "met"
    assert judged(c.OnRecord("purpose"), stated("purpose"), back, stated("purpose")).status == "met"


@given(
    st.lists(st.tuples(st.integers(0, 40), st.none() | st.integers(0, 60)), min_size=1, max_size=5),
    st.booleans(),
)
def test_recording_more_never_breaks_an_on_record_or_a_lasts(
    statements: list[tuple[int, int | None]], dated: bool
) -> None:
    """A rule met by some statements is met by more of them, in whatever order they are entered."""
    facts = [
        stated("funding", on=ON - d * A_DAY, until=None if u is None else ON + (u - d) * A_DAY)
        for d, u in statements
    ]
    for condition in (
        c.OnRecord("funding", dated=dated),
        c.OnRecord("funding", max_age=A_MONTH),
        c.Lasts("funding", at_least=gs.Every(days=20)),
    ):
        before, after = judged(condition, *facts[1:]), judged(condition, *facts)
        assert after.status == "met" or before.status == "unmet"
        assert judged(condition, *reversed(facts)).status == after.status


# --- RecordCount --------------------------------------------------------------------------------


def test_record_count_counts_statements_or_distinct_subjects() -> None:
    """Without `among` every statement counts; with it each subject of that kind counts once."""
    twice = [stated("vision_domain", ("sector", "sport")) for _ in range(2)]
    assert outcome(judged(c.RecordCount("vision_domain", at_least=2), *twice)) == met(0, 1)
    sectors = c.RecordCount("vision_domain", c.Sectors(), at_least=2)
    assert outcome(judged(sectors, *twice)) == unmet((2, 1, None), evidence=(1,))
    other = stated("vision_domain", ("sector", "traffic"))
    assert outcome(judged(sectors, *twice, other)) == met(1, 2)


def test_record_count_among_sectors_counts_the_group_and_not_those_left_out() -> None:
    """Only sectors of the group count, and none that is left out."""
    social = c.RecordCount("sector_considered", c.Sectors(group="social"), at_least=1)
    assert judged(social, stated("sector_considered", ("sector", "traffic"))).status == "unmet"
    assert judged(social, stated("sector_considered", ("sector", "sport"))).status == "met"
    other = c.RecordCount("sector_issues", c.Sectors(other_than="public_health"), at_least=1)
    assert judged(other, stated("sector_issues", ("sector", "public_health"))).status == "unmet"


def test_record_count_among_parties_counts_those_who_take_part() -> None:
    """A statement about a party counts while that party takes part and is of the selection."""
    condition = c.RecordCount("attendance", c.Parties(kinds="school"), at_least=1)
    people = joins(SCHOOL, CLUB)
    assert judged(condition, *people, stated("attendance", CLUB.id)).status == "unmet"
    assert outcome(judged(condition, *people, stated("attendance", SCHOOL.id))) == met(2)


def test_record_count_with_an_upper_bound_is_met_again_when_statements_run_out() -> None:
    """Too many statements are no longer too many after one has run out."""
    condition = c.RecordCount("short_renewal", at_most=1)
    facts = (stated("short_renewal"), stated("short_renewal", on=START, until=ON))
    assert found(judged(condition, *facts)) == [(1, 2, None)]
    assert judged(condition, *facts, on=ON + A_DAY).status == "met"
    assert judged(condition).status == "met"


# --- Measured -----------------------------------------------------------------------------------


@given(st.integers(0, 12))
def test_measured_holds_within_its_bounds(amount: float) -> None:
    """The latest amount is compared with both bounds; the broken bound and the amount are told."""
    row = judged(c.Measured("group_size", 5, 7), gs.Quantified(ON, "group_size", amount))
    told = [(5, amount, None)] if amount < 5 else [(7, amount, None)] if amount > 7 else []
    assert found(row) == told
    assert row.evidence == (number(0),)


def test_measured_asks_for_an_amount_and_reads_the_latest_of_each_subject() -> None:
    """Nothing measured is a finding; of each subject the latest amount counts, by the day it happened."""
    condition = c.Measured("group_size", at_most=7)
    assert outcome(judged(condition)) == unmet(("group_size", None, None))
    early, late = gs.Quantified(START, "group_size", 9), gs.Quantified(ON, "group_size", 6)
    assert outcome(judged(condition, early, late)) == met(1)
    assert outcome(judged(condition, late, early)) == met(0)
    other = gs.Quantified(ON, "group_size", 8, ("matter", "b"))
    assert found(judged(condition, late, other)) == [(7, 8, "b")]


def test_measured_against_another_amount_compares_about_the_same_subject() -> None:
    """`Same` reads the other amount about the same subject, and asks for it where there is none."""
    condition = c.Measured("item_minutes", at_most=c.Same("slot_minutes"))
    a, b = ("matter", "a"), ("matter", "b")
    facts = [gs.Quantified(ON, "item_minutes", 15, a), gs.Quantified(ON, "slot_minutes", 10, a)]
    assert found(judged(condition, *facts)) == [(10, 15, "a")]
    facts.append(gs.Quantified(ON, "item_minutes", 5, b))
    assert found(judged(condition, *facts)) == [(10, 15, "a"), ("slot_minutes", None, "b")]


def test_an_amount_of_a_successor_takes_the_place_of_that_of_its_predecessor() -> None:
    """Of a party, and of whoever took its place, one amount counts: the latest. Matters keep their own."""
    condition = c.Measured("group_size", at_most=7)
    facts: tuple[gs.Fact, ...] = (
        *joins(SHOP, CLUB),
        gs.PartySucceeded(START, CLUB.id, SHOP.id),
        gs.Quantified(START, "group_size", 9, SHOP.id),
        gs.Quantified(ON, "group_size", 8, ("matter", SHOP.id)),
    )
    row = judged(condition, *facts)
    assert [x.about for x in row.findings] == [gs.About("party", CLUB.id), gs.About("matter", SHOP.id)]
    after = judged(condition, *facts, gs.Quantified(ON, "group_size", 6, CLUB.id))
    assert outcome(after) == unmet((7, 8, "winkel"), evidence=(5, 4))


# --- Lasts --------------------------------------------------------------------------------------


@given(st.dates(START, ON), st.integers(0, 800))
def test_longer_than_a_year_is_a_year_and_a_day(start: date, days: int) -> None:
    """A statement lasts longer than a year exactly when it runs past the same day of next year."""
    until = start + days * A_DAY
    condition = c.Lasts("funding", at_least=gs.Every(years=1, days=1))
    row = judged(condition, stated("funding", on=start, until=until), on=start)
    leap = (start.month, start.day) == (2, 29)
    a_year_later = start.replace(year=start.year + 1, day=28 if leap else start.day)
    assert (row.status == "met") is (until > a_year_later)


def test_lasts_needs_a_statement_with_an_end() -> None:
    """A statement without `until` runs for no time at all; the finding tells until when the last one runs."""
    condition = c.Lasts("funding", at_least=A_YEAR)
    assert outcome(judged(condition)) == unmet(("funding", None, None))
    assert outcome(judged(condition, stated("funding"))) == unmet(("funding", None, None))
    short = stated("funding", on=ON, until=ON + A_DAY)
    assert outcome(judged(condition, short)) == unmet(("funding", "2024-03-05", None))
    long = stated("funding", on=ON, until=A_YEAR.after(ON))
    assert outcome(judged(condition, long, short)) == met(0)


def test_lasts_has_an_upper_bound_too() -> None:
    """A statement that runs longer than `at_most` does not hold, one that runs just as long does."""
    condition = c.Lasts("memorandum_adopted", at_most=gs.Every(years=4))
    end = gs.Every(years=4).after(ON)
    assert judged(condition, stated("memorandum_adopted", until=end)).status == "met"
    assert judged(condition, stated("memorandum_adopted", until=end + A_DAY)).status == "unmet"


# --- Paired -------------------------------------------------------------------------------------

AFTER_30_DAYS = c.Paired("issue_noticed", "issue_raised", "after", gs.Every(days=30))
ISSUE = ("matter", "issue-1")


def test_paired_asks_for_an_answer_about_the_same_subject() -> None:
    """Every statement on the topic needs one on `by` about its own subject; without any it holds."""
    condition = c.Paired("partner_needed", "partner_involved")
    assert outcome(judged(condition)) == met()
    asked = [stated("partner_needed", ("matter", x)) for x in "ab"]
    answered = stated("partner_involved", ("matter", "a"))
    assert outcome(judged(condition, *asked, answered)) == unmet(
        ("partner_involved", "2024-03-04", "b"), evidence=(0, 2)
    )


@given(asked=st.integers(0, 90), answered=st.integers(0, 90))
def test_paired_after_counts_an_answer_on_the_same_day_or_later(asked: int, answered: int) -> None:
    """In order `after`, an answer counts on the day of the question or later, however late it comes."""
    row = judged(
        AFTER_30_DAYS,
        stated("issue_noticed", ISSUE, on=ON - asked * A_DAY),
        stated("issue_raised", ISSUE, on=ON - answered * A_DAY),
    )
    assert (row.status == "met") is (asked <= 30 or answered <= asked)


@given(st.integers(0, 90))
def test_paired_within_is_asked_for_when_the_period_has_passed(days: int) -> None:
    """With `within`, an answer is missing only from the day after the period."""
    row = judged(AFTER_30_DAYS, stated("issue_noticed", ISSUE, on=ON - days * A_DAY))
    assert (row.status == "unmet") is (days > 30)


def test_a_late_answer_repairs() -> None:
    """An answer given after the period is late, and yet the rule is met from then on."""
    asked = stated("issue_noticed", ISSUE, on=ON - 60 * A_DAY)
    assert judged(AFTER_30_DAYS, asked).status == "unmet"
    assert outcome(judged(AFTER_30_DAYS, asked, stated("issue_raised", ISSUE))) == met(0, 1)


def test_paired_before_is_too_late_on_the_same_day() -> None:
    """In order `before`, the answer stands on an earlier day; after that only a waiver helps."""
    condition = c.Paired("sector_policy_adopted", "sector_explored", "before")
    sport = ("sector", "sport")
    policy = stated("sector_policy_adopted", sport)
    assert judged(condition, policy, stated("sector_explored", sport, on=ON - A_DAY)).status == "met"
    row = judged(condition, policy, stated("sector_explored", sport))
    assert found(row) == [("sector_explored", "2024-03-04", "sport")]
    assert row.remedy is not None
    assert row.remedy.waiver


def test_paired_of_each_asks_for_an_answer_about_each_party() -> None:
    """With `each`, every statement on the topic needs an answer about each party selected."""
    condition = c.Paired("monitor_published", "monitor_discussed", each=c.Parties(kinds="school"))
    asked = stated("monitor_published")
    assert found(judged(condition, asked, *joins(SCHOOL))) == [("monitor_discussed", "2024-03-04", "school")]
    assert judged(condition, asked, *joins(SCHOOL), stated("monitor_discussed", SCHOOL.id)).status == "met"
    assert judged(condition, asked).findings[0].about == NOBODY


# --- RoleFilled ---------------------------------------------------------------------------------


def test_role_filled_asks_for_one_of_its_roles() -> None:
    """Any of the roles will do; without names, any role at all."""
    condition = c.RoleFilled(("instigator", "champion"))
    assert outcome(judged(condition)) == unmet(("instigator/champion", None, None))
    assert outcome(judged(condition, gs.RoleAssigned(ON, "champion"))) == met(0)
    assert judged(condition, gs.RoleAssigned(ON, "alderman")).status == "unmet"
    assert judged(c.RoleFilled(), gs.RoleAssigned(ON, "alderman")).status == "met"


def test_role_filled_by_asks_for_a_holder_among_parties() -> None:
    """With `by`, the holder is one of the selected parties that take part."""
    condition = c.RoleFilled("champion", by=c.Parties(kinds="municipality"))
    people = joins(MUNICIPALITY, SHOP)
    assert judged(condition, *people, gs.RoleAssigned(ON, "champion", SHOP.id)).status == "unmet"
    assert judged(condition, *people, gs.RoleAssigned(ON, "champion")).status == "unmet"
    assert outcome(judged(condition, *people, gs.RoleAssigned(ON, "champion", MUNICIPALITY.id))) == met(2)


def test_role_filled_of_each_asks_for_a_holder_of_each_party() -> None:
    """With `each`, every selected party without such a role is a finding of its own."""
    condition = c.RoleFilled("delegate", each=c.Parties())
    row = judged(condition, *joins(MUNICIPALITY, SHOP), gs.RoleAssigned(ON, "delegate", SHOP.id))
    assert outcome(row) == unmet(("delegate", None, "gemeente"), evidence=(2,))


def test_an_outsider_is_nobody_of_the_parties() -> None:
    """With `outsider`, somebody of a party that takes part does not count."""
    condition = c.RoleFilled("independent_evaluator", outsider=True)
    inside = gs.RoleAssigned(ON, "independent_evaluator", SHOP.id)
    assert judged(condition, *joins(SHOP), inside).status == "unmet"
    outside = gs.RoleAssigned(ON, "independent_evaluator")
    assert outcome(judged(condition, *joins(SHOP), inside, outside)) == met(2)


def test_roles_named_by_statements_are_asked_for_one_by_one() -> None:
    """With `named_by`, each role that a statement is about needs a holder; none named holds."""
    condition = c.RoleFilled(named_by="role_needed")
    assert outcome(judged(condition)) == met()
    assert judged(condition, stated("role_needed"), stated("role_needed", ("matter", "x"))).status == "met"
    needed = [stated("role_needed", ("role", key)) for key in ("champion", "negotiator")]
    row = judged(condition, *needed, gs.RoleAssigned(ON, "champion"))
    assert outcome(row) == unmet(("negotiator", None, "negotiator"), evidence=(2,))
    assert row.findings[0].about == gs.About("role", "negotiator")


def test_a_role_ends_when_it_is_ended_or_its_party_leaves() -> None:
    """A role that ended, or whose party left, is no longer held."""
    assigned: tuple[gs.Fact, ...] = (*joins(SHOP), gs.RoleAssigned(START, "champion", SHOP.id))
    assert judged(c.RoleFilled("champion"), *assigned).status == "met"
    for end in (gs.RoleEnded(ON, "champion", SHOP.id), gs.PartyLeft(ON, SHOP.id)):
        assert judged(c.RoleFilled("champion"), *assigned, end).status == "unmet"
        assert judged(c.RoleFilled("champion"), *assigned, end, on=ON - A_DAY).status == "met"


# --- ConsentOfAll -------------------------------------------------------------------------------


@pytest.mark.parametrize("stance", ["objects", "consulted"])
def test_consent_of_all_asks_for_agreement_of_each(stance: str) -> None:
    """Each party agrees; another stance is told, and so is none at all."""
    people = joins(MUNICIPALITY, SHOP, CLUB)
    facts = [gs.Consented(ON, SHOP.id, "ambition"), gs.Consented(ON, CLUB.id, "ambition", stance)]
    assert outcome(judged(c.ConsentOfAll("ambition"), *people, *facts)) == unmet(
        ("agrees", None, "gemeente"), ("agrees", stance, "club"), evidence=(3,)
    )


@given(st.permutations(["agrees", "objects", "consulted", "agrees"]))
def test_the_latest_stance_counts(stances: list[str]) -> None:
    """Of several stances of a party the latest counts, in whatever order they are entered."""
    days = [gs.Consented(ON - n * A_DAY, SHOP.id, "ambition", x) for n, x in enumerate(stances)]
    for facts in (days, days[::-1]):
        row = judged(c.ConsentOfAll("ambition"), *joins(SHOP), *facts)
        assert (row.status == "met") is (stances[0] == "agrees")


def test_consent_is_to_one_subject() -> None:
    """Consent to the plan is no consent to the ambition."""
    fact = gs.Consented(ON, SHOP.id, "joint_plan")
    assert judged(c.ConsentOfAll("ambition"), *joins(SHOP), fact).status == "unmet"


# --- Contributed --------------------------------------------------------------------------------


def test_contributed_asks_for_another_kind_than_these() -> None:
    """Each party brings in something of another kind; its own kinds are told."""
    condition = c.Contributed(other_than=("money", "free_goods"))
    money = gs.ContributionRecorded(ON, SHOP.id, "money")
    assert outcome(judged(condition, *joins(SHOP), money)) == unmet((None, "money", "winkel"))
    staff = gs.ContributionRecorded(ON, SHOP.id, "staff")
    assert outcome(judged(condition, *joins(SHOP), money, staff)) == met(2)


def test_what_is_agreed_was_also_asked_but_not_the_other_way_round() -> None:
    """Status `asked` is met by a contribution asked or agreed; `agreed` by an agreed one only."""
    asked = gs.ContributionRecorded(ON, SHOP.id, "staff", "asked")
    agreed = gs.ContributionRecorded(ON, SHOP.id, "staff", "agreed")
    assert judged(c.Contributed(status="asked"), *joins(SHOP), asked).status == "met"
    assert judged(c.Contributed(status="asked"), *joins(SHOP), agreed).status == "met"
    assert judged(c.Contributed(), *joins(SHOP), asked).status == "unmet"


def test_measured_contributions_have_an_amount() -> None:
    """With `measured`, a contribution without an amount does not count."""
    bare = gs.ContributionRecorded(ON, SHOP.id, "staff")
    full = gs.ContributionRecorded(ON, SHOP.id, "staff", amount=4, unit="uur")
    assert judged(c.Contributed(measured=True), *joins(SHOP), bare).status == "unmet"
    assert outcome(judged(c.Contributed(measured=True), *joins(SHOP), bare, full)) == met(2)


# --- Agreed -------------------------------------------------------------------------------------


def drafted(ident: str = "covenant", kind: str = "covenant", **more: Any) -> gs.AgreementDrafted:
    return gs.AgreementDrafted(ON - A_DAY, ident, kind, **more)


def test_agreed_asks_for_an_agreement_with_its_clauses() -> None:
    """Without an agreement that is found; with one, each clause that is missing."""
    condition = c.Agreed(("roles", "tasks"))
    assert outcome(judged(condition)) == unmet((None, None, None))
    assert outcome(judged(condition, drafted(clauses="roles"))) == unmet(
        ("tasks", None, "covenant"), evidence=(0,)
    )


def test_clauses_add_up_in_revisions() -> None:
    """A clause added later counts with those of the draft."""
    revised = gs.AgreementRevised(ON, "covenant", clauses="tasks")
    assert outcome(judged(c.Agreed(("roles", "tasks")), drafted(clauses="roles"), revised)) == met(0, 1)


def test_signed_asks_for_the_signature_of_each_that_is_obliged() -> None:
    """Each party with an obligation signs, others need not; nobody obliged is a finding."""
    condition = c.Agreed(signed=True)
    people = joins(MUNICIPALITY, SHOP, CLUB)
    everyone = ("gemeente", "winkel", "club")
    paper = drafted(parties=everyone, obliged=("gemeente", "winkel"))
    assert outcome(judged(condition, *people, paper, gs.Signed(ON, "covenant", "winkel"))) == unmet(
        ("signature", None, "gemeente"), evidence=(3, 4)
    )
    both = [gs.Signed(ON, "covenant", x) for x in ("winkel", "gemeente")]
    assert judged(condition, *people, paper, *both).status == "met"
    assert outcome(judged(condition, *people, drafted(parties=everyone))) == unmet(
        ("obliged", 0, "covenant"), evidence=(3,)
    )


def test_agreed_with_asks_for_such_a_party_to_the_agreement() -> None:
    """A party of the selection is one to the agreement, not merely at the table."""
    condition = c.Agreed(with_=c.Parties(kinds="school"))
    people = joins(SCHOOL, SHOP)
    assert outcome(judged(condition, *people, drafted(parties="winkel"))) == unmet(
        ("party", None, "covenant"), evidence=(2,)
    )
    assert judged(condition, *people, drafted(parties=("winkel", "school"))).status == "met"


def test_agreed_of_some_kinds_reads_agreements_of_those_kinds() -> None:
    """With `kinds`, any agreement of such a kind counts, principal or not, and no other."""
    condition = c.Agreed(kinds="comment_round")
    assert outcome(judged(condition, drafted())) == unmet(("comment_round", None, None))
    assert outcome(judged(condition, drafted("c", "comment_round", principal=False))) == met(0)


def test_two_principal_agreements_are_one_too_many() -> None:
    """Where two agreements are principal, it is not clear which one is meant, and both are told."""
    row = judged(c.Agreed("roles"), drafted("a", clauses="roles"), drafted("b", clauses="roles"))
    assert found(row) == [("principal", None, "a"), ("principal", None, "b")]


@pytest.mark.parametrize(
    ("obliged", "count"),
    [((), 0), (("gemeente",), 1), (("gemeente", "winkel"), 2), (("gemeente", "club"), 1)],
    ids=["nobody", "one", "two", "two, of whom one left"],
)
def test_obliged_counts_who_takes_part_and_has_an_obligation(obliged: tuple[str, ...], count: int) -> None:
    """So many parties that take part are obliged; who left is not counted."""
    facts: tuple[gs.Fact, ...] = (
        *joins(MUNICIPALITY, SHOP, CLUB),
        drafted(parties=("gemeente", "winkel", "club"), obliged=obliged),
        gs.PartyLeft(ON, CLUB.id),
    )
    expected = [] if count == 2 else [("obliged", count, "covenant")]
    row = judged(c.Agreed(obliged=2), *facts)
    assert found(row) == expected
    assert row.evidence == tuple(number(n) for n in (3, *range(count)))


def test_two_that_became_one_are_obliged_once() -> None:
    """After a merger two obligations are those of one party."""
    both = ("gemeente", "winkel")
    facts: tuple[gs.Fact, ...] = (*joins(MUNICIPALITY, SHOP, CLUB), drafted(parties=both, obliged=both))
    merged = gs.PartySucceeded(ON, CLUB.id, both)
    assert found(judged(c.Agreed(obliged=2), *facts)) == []
    assert found(judged(c.Agreed(obliged=2), *facts, merged)) == [("obliged", 1, "covenant")]


def test_an_agreement_is_extended_by_a_revision_and_not_by_its_draft() -> None:
    """A draft in this round, corrected too, has the end that a later one has to lie after."""
    case = begun(tiny(c.Agreed(extended=True)), drafted(end=ON))
    corrected = case.correct(2, drafted(end=ON + A_DAY), reason="a day more")
    for told, end in ((case, ON), (corrected, ON + A_DAY)):
        (row,) = told.check("go", on=ON).outcomes
        assert found(row) == [("later", end.isoformat(), "covenant")]
        for days, longer in ((0, False), (1, True)):
            revised = gs.AgreementRevised(ON, "covenant", end=end + days * A_DAY)
            assert told.record(revised).check("go", on=ON).allowed is longer


def test_one_extension_serves_one_renewal() -> None:
    """After a renewal the end has to become a later one again; a revision that names none is none."""
    case = adopted(tiny(again=[c.Agreed(extended=True)]), "work", drafted())
    for end in (ON, ON + A_DAY):
        assert not case.check("again", on=ON).allowed
        case = case.record(gs.AgreementRevised(ON, "covenant", clauses="roles"))
        assert not case.check("again", on=ON).allowed
        case = case.record(gs.AgreementRevised(ON, "covenant", end=end)).advance("again", on=ON)
    (row,) = case.check("again", on=ON).outcomes
    assert found(row) == [("later", (ON + A_DAY).isoformat(), "covenant")]


# --- TermRuns -----------------------------------------------------------------------------------

PAST, FURTHER = ON - A_DAY, ON - 2 * A_DAY


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ({}, []),
        ({"a": None}, []),
        ({"a": ON}, []),
        ({"a": PAST}, [("end", "2024-03-03", "a")]),
        ({"a": PAST, "b": ON}, []),
        ({"a": PAST, "b": None}, []),
        ({"a": PAST, "b": FURTHER}, [("end", "2024-03-03", "a")]),
        ({"a": FURTHER, "b": PAST}, [("end", "2024-03-03", "b")]),
    ],
)
def test_a_term_is_over_when_the_last_day_of_each_agreement_is(
    ends: dict[str, date | None], expected: Found
) -> None:
    """One that runs is enough, on its last day too; else the one that ran longest is named."""
    papers = [gs.AgreementDrafted(START, ident, "covenant", end=end) for ident, end in ends.items()]
    row = judged(c.TermRuns(), *papers)
    assert found(row) == expected
    assert row.evidence == (() if expected else tuple(number(n) for n in range(len(papers))))


def test_the_term_of_another_kind_says_nothing() -> None:
    """With `kinds`, agreements of other kinds are left out, and others than the principal ones count."""
    papers = (
        gs.AgreementDrafted(START, "a", "covenant", end=PAST),
        gs.AgreementDrafted(START, "b", "informal", end=PAST, principal=False),
    )
    assert found(judged(c.TermRuns(kinds="informal"), *papers)) == [("end", "2024-03-03", "b")]
    assert judged(c.TermRuns(kinds="working"), *papers).status == "met"


# --- accession ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [None, "verbal"])
def test_who_accedes_stands_in_the_text_is_obliged_and_signs(form: str | None) -> None:
    """On a step that takes in a party these are asked of it alone; no signature where nobody signs."""
    paper = gs.AgreementDrafted(START, "covenant", "covenant", "gemeente", "gemeente", form=form)
    case = adopted(
        tiny(join=[c.Agreed(signed=True)]), "work", *joins(MUNICIPALITY), paper, *joins(CLUB, on=ON)
    )

    def asked(*facts: gs.Fact) -> tuple[str, Found, tuple[int, ...]]:
        (row,) = case.record(*facts).check("join", on=ON, about=CLUB.id).outcomes
        return row.status, [(x.needed, x.found, x.about and x.about.id) for x in row.findings], row.evidence

    both = ("gemeente", "club")
    inside = gs.AgreementRevised(ON, "covenant", parties=both)
    bound = gs.AgreementRevised(ON, "covenant", parties=both, obliged=both)
    signature: Found = [("signature", None, "club")] if form is None else []
    neither: Found = [("text", None, "club"), ("obliged", None, "club"), *signature]
    assert asked() == ("unmet", neither, (3,))
    assert asked(inside) == ("unmet", neither[1:], (3, 5))
    assert asked(bound)[1] == signature
    assert asked(bound, gs.Signed(ON, "covenant", "club")) == ("met", [], (3, 5, 6))


# --- NoticeGiven --------------------------------------------------------------------------------

LEAVING = c.NoticeGiven("notice_of_leaving", "notice_months", leaving=True)
ENDING = c.NoticeGiven("notice_of_termination", "notice_months")
THREE: tuple[gs.Fact, ...] = (*joins(MUNICIPALITY, SHOP, CLUB), drafted(parties=("gemeente", "winkel")))


def gave(days: int, topic: str = "notice_of_termination", about: str | None = None) -> gs.Stated:
    return gs.Stated(ON - days * A_DAY, topic, "…", about)


def agreed(amount: float) -> gs.Quantified:
    return gs.Quantified(ON - 400 * A_DAY, "notice_months", amount)


BACK = attrs.evolve(gave(50), holds=False)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((), []),
        ((agreed(0),), []),
        ((agreed(3),), [("notice", None, None)]),
        ((agreed(1),), [("notice", None, None)]),
        ((agreed(0.5),), [("notice", None, None)]),
        ((agreed(3), gave(30)), [("2024-05-03", "2024-02-03", None)]),
        ((agreed(3), gave(100)), []),
        ((agreed(1.5), gave(30)), [("2024-04-03", "2024-02-03", None)]),
        ((agreed(3), gave(100), gave(30)), []),
        ((agreed(3), gave(100), BACK), [("notice", None, None)]),
    ],
    ids=[
        "no period",
        "none at all",
        "no notice",
        "a month",
        "half a month",
        "it runs",
        "over",
        "months are whole",
        "the first",
        "taken back",
    ],
)
def test_notice_runs_its_period(facts: tuple[gs.Fact, ...], expected: Found) -> None:
    """Where a period was agreed, notice is on record, and its months are over since the first one stands."""
    assert found(judged(ENDING, *THREE, *facts)) == expected


def test_who_gives_notice_is_a_party_to_the_agreement() -> None:
    """Notice of a party that is not in the text is nobody's leaving; one in it is named by its line."""
    assert found(judged(LEAVING, *THREE, gave(1, "notice_of_leaving", "club"))) == [("leaving", None, None)]
    assert outcome(judged(LEAVING, *THREE, gave(1, "notice_of_leaving", "winkel"))) == met(4)


def test_a_merger_is_no_leaving() -> None:
    """A party whose place another took did not leave the agreement; one that left did."""
    merged = gs.PartySucceeded(ON, CLUB.id, ("winkel",))
    assert found(judged(LEAVING, *THREE, merged)) == [("leaving", None, None)]
    assert judged(LEAVING, *THREE, gs.PartyLeft(ON, "winkel")).status == "met"
    said = gave(1, "notice_of_leaving", "winkel")
    assert judged(LEAVING, *THREE, said, merged).status == "met"


def test_the_period_and_the_first_notice_speak_for_an_ending() -> None:
    """Evidence of a notice are the entry of its period and its own, whether it is over or runs."""
    for days in (30, 100):
        assert judged(ENDING, *THREE, agreed(3), gave(days), gave(1)).evidence == (number(4), number(5))
    assert judged(ENDING, *THREE, agreed(3)).evidence == (number(4),)


def test_who_is_taken_out_of_the_text_leaves_by_that_revision() -> None:
    """The revision is the evidence, and where it was corrected, the correction that stands in its place."""
    case = begun(tiny(LEAVING), *THREE, gs.AgreementRevised(ON, "covenant", parties="gemeente"))
    out = case.version
    case = case.record(gs.AgreementRevised(ON, "covenant", clauses="roles"))
    assert outcome(case.check("go", on=ON).outcomes[0]) == ("met", [], (out,))
    early = gs.AgreementRevised(ON - A_DAY, "covenant", parties="gemeente")
    corrected = begun(tiny(LEAVING), *THREE, early).correct(out, early, reason="een dag eerder")
    assert outcome(corrected.check("go", on=ON).outcomes[0]) == ("met", [], (corrected.version,))


@pytest.mark.parametrize("about", [None, "winkel"], ids=["all", "one"])
def test_notice_that_served_one_leaving_does_not_serve_the_next(about: str | None) -> None:
    """Who was let go and comes back gives notice anew, and its period runs anew; another is not."""
    paper = gs.AgreementDrafted(START, "covenant", "covenant", ("gemeente", "winkel"))
    case = adopted(tiny(again=[LEAVING]), "work", *joins(MUNICIPALITY, SHOP), paper)
    case = case.record(agreed(3), *(gave(200, "notice_of_leaving", name) for name in ("winkel", "gemeente")))
    case = case.advance("again", on=ON - 100 * A_DAY, about=about)
    case = case.record(gave(10, "notice_of_leaving", "winkel"))
    (row,) = case.check("again", on=ON, about="winkel").outcomes
    assert found(row) == [("2024-05-23", "2024-02-23", "winkel")]
    assert row.evidence == (9, 5)
    assert not case.check("again", on=date(2024, 5, 22), about="winkel").allowed
    assert case.check("again", on=date(2024, 5, 23), about="winkel").allowed
    assert case.check("again", on=ON, about="gemeente").allowed is (about is not None)


# --- MetBefore ----------------------------------------------------------------------------------

ACQUAINTED = c.MetBefore("individual", "plenary", EXTERNAL)


@given(individual=st.none() | st.integers(0, 9), plenary=st.none() | st.integers(0, 9))
@example(individual=3, plenary=3)
def test_acquaintance_comes_on_an_earlier_day_than_the_first_plenary(
    individual: int | None, plenary: int | None
) -> None:
    """A party was met before when its first talk lies on an earlier day; no plenary yet is fine."""
    facts = [
        gs.Met(ON - days * A_DAY, kind, SHOP.id)
        for kind, days in (("individual", individual), ("plenary", plenary))
        if days is not None
    ]
    row = judged(ACQUAINTED, *joins(SHOP), *facts)
    if individual is None:
        assert found(row) == [("individual", None, "winkel")]
    elif plenary is not None and individual <= plenary:
        assert found(row) == [("individual", (ON - plenary * A_DAY).isoformat(), "winkel")]
        assert row.remedy is not None
        assert row.remedy.waiver
    else:
        assert len(row.evidence) == len(facts)
        assert row.status == "met"


def test_only_plenaries_that_a_party_attended_count_for_it() -> None:
    """A party that joins later is introduced before the first plenary in which it was itself."""
    facts: tuple[gs.Fact, ...] = (
        *joins(MUNICIPALITY),
        gs.Met(START, "individual", MUNICIPALITY.id),
        gs.Met(START + A_DAY, "plenary", MUNICIPALITY.id),
        *joins(SHOP, on=ON - 2 * A_DAY),
        gs.Met(ON - A_DAY, "individual", SHOP.id),
        gs.Met(ON, "plenary", (MUNICIPALITY.id, SHOP.id)),
    )
    assert outcome(judged(ACQUAINTED, *facts)) == met(1, 2, 4, 5)


def test_internal_parties_are_exempt_from_acquaintance() -> None:
    """An internal party may come to the table at once; with internal parties only, nothing is asked."""
    assert judged(ACQUAINTED, *joins(DEPARTMENT), gs.Met(ON, "plenary", DEPARTMENT.id)).status == "met"
    assert judged(ACQUAINTED).status == "met"


# --- InContact ----------------------------------------------------------------------------------


def test_in_contact_counts_contacts_of_these_kinds() -> None:
    """Contacts of the named kinds count; without names, of any kind."""
    condition = c.InContact("plenary", at_least=2)
    facts: tuple[gs.Fact, ...] = (
        *joins(SHOP),
        gs.Met(START, "plenary", SHOP.id),
        gs.Met(ON, "visit", SHOP.id),
    )
    assert outcome(judged(condition, *facts)) == unmet((2, 1, None), evidence=(1,))
    assert outcome(judged(c.InContact(at_least=2), *facts)) == met(1, 2)


@pytest.mark.parametrize(
    ("point", "counts"), [("celebration", True), ("partner_contact", False), (None, False)]
)
def test_an_evaluation_is_contact_of_the_kind_that_its_point_asks(point: str | None, counts: bool) -> None:
    """One that names the point of celebrations is one; one that names a point of any contact is not."""
    day = START + timedelta(days=800)
    case = adopted(gs.INTERSECTORAL, "action", gs.EvaluationHeld(day, "periodic", "continue", point=point))
    (celebrated,) = [r for r in case.monitor(on=day).outcomes if r.requirement.code == "COM-05"]
    assert (celebrated.status == "met") is counts


def test_a_leaving_that_was_corrected_is_told_by_the_correction() -> None:
    """Evidence names the entry that counts, not the one in whose place it stands."""
    paper = gs.AgreementDrafted(START, "covenant", "covenant", (MUNICIPALITY.id, SHOP.id))
    asked = c.NoticeGiven("notice_of_leaving", "notice_months", leaving=True)
    case = begun(tiny(asked), *joins(MUNICIPALITY, SHOP), paper)
    case = case.record(gs.PartyLeft(ON, SHOP.id))
    wrong = case.version
    case = case.correct(wrong, gs.PartyLeft(ON - A_DAY, SHOP.id), reason="a day before")
    (row,) = case.check("go", on=ON).outcomes
    assert (row.status, row.evidence) == ("met", (case.version,))


def test_actions_of_others_say_nothing_of_a_party() -> None:
    """Where the actions of each party are counted, those of parties that are not asked are no evidence."""
    due = ON + A_DAY
    mine = [gs.ActionAgreed(ON, ident, "…", ident, "care", due) for ident in (SHOP.id, MUNICIPALITY.id)]
    row = judged(c.ActionCount(each=PRIVATE, at_most=3), *joins(SHOP, MUNICIPALITY), *mine)
    assert outcome(row) == met(2)


@given(st.integers(0, 120))
def test_a_rhythm_counts_contacts_of_the_last_period(days: int) -> None:
    """A contact counts through the day on which the period after it ends."""
    on = ON - days * A_DAY
    condition = c.InContact("progress_talk", every=gs.Every(months=3))
    row = judged(condition, *joins(SHOP), gs.Met(on, "progress_talk", SHOP.id))
    assert (row.status == "met") is (gs.Every(months=3).after(on) >= ON)


@given(st.dates(START, ON), st.dates(START, ON))
def test_a_school_year_runs_from_august_through_july(talk: date, day: date) -> None:
    """A contact counts in the school year of the day that is asked about, and in no other."""
    talk, day = min(talk, day), max(talk, day)
    row = judged(
        c.InContact("start_talk", school_year=True), *joins(SHOP), gs.Met(talk, "start_talk", SHOP.id), on=day
    )
    assert (row.status == "met") is ((talk.year + (talk.month >= 8)) == (day.year + (day.month >= 8)))


@pytest.mark.parametrize(
    ("talk", "day", "counts"),
    [
        (date(2023, 7, 31), date(2023, 7, 31), True),
        (date(2023, 7, 31), date(2023, 8, 1), False),
        (date(2023, 8, 1), date(2024, 7, 31), True),
        (date(2022, 8, 1), date(2023, 8, 1), False),
    ],
)
def test_the_school_year_turns_on_the_first_of_august(talk: date, day: date, counts: bool) -> None:
    """31 July is the last day of a school year, 1 August the first of the next."""
    condition = c.InContact("start_talk", school_year=True)
    row = judged(condition, *joins(SHOP), gs.Met(talk, "start_talk", SHOP.id), on=day)
    assert (row.status == "met") is counts
    assert school_year(day)[0] <= day <= school_year(day)[1]


@pytest.mark.parametrize(
    ("talk", "day", "counts"),
    [
        (date(2023, 8, 1), date(2025, 7, 31), True),
        (date(2023, 8, 1), date(2025, 8, 1), False),
        (date(2023, 7, 31), date(2025, 7, 31), False),
        (date(2025, 7, 31), date(2025, 7, 31), True),
    ],
)
def test_while_watching_the_last_school_year_counts_until_this_one_is_over(
    talk: date, day: date, counts: bool
) -> None:
    """What is asked once a school year is found missing when one went by without it."""
    condition = c.InContact("start_talk", school_year=True)
    case = adopted(tiny(watches=[condition]), "work", *joins(SHOP), gs.Met(talk, "start_talk", SHOP.id))
    assert (case.monitor(on=day).outcomes[0].status == "met") is counts


def test_present_asks_for_somebody_of_every_selection_in_each_contact() -> None:
    """A contact counts only where one of each selection was in it."""
    condition = c.InContact(present=(c.Parties(kinds="school"), c.Parties(roles="champion")))
    facts: list[gs.Fact] = [*joins(SCHOOL, SHOP), gs.RoleAssigned(START, "champion", SHOP.id)]
    facts += [gs.Met(ON, "visit", SCHOOL.id), gs.Met(ON, "visit", SHOP.id)]
    assert judged(condition, *facts).status == "unmet"
    assert outcome(judged(condition, *facts, gs.Met(ON, "visit", (SCHOOL.id, SHOP.id)))) == met(5)


def test_contact_of_each_and_of_each_pair() -> None:
    """With `each` every party has its contacts; with `pairs` every two parties have them together."""
    people = joins(MUNICIPALITY, SHOP, CLUB)
    facts = (gs.Met(ON, "visit", (SHOP.id, CLUB.id)),)
    each = judged(c.InContact("visit", each=c.Parties()), *people, *facts)
    assert outcome(each) == unmet((1, 0, "gemeente"), evidence=(3,))
    pairs = judged(c.InContact("visit", pairs=True), *people, *facts)
    assert outcome(pairs) == unmet((1, 0, "gemeente+winkel"), (1, 0, "gemeente+club"), evidence=(3,))


def test_contacts_speak_for_pairs_in_the_order_of_pairs() -> None:
    """First the contacts of the first two parties stand, then what is new of the next two, by their days."""
    pairs = (("winkel", "club"), ("gemeente", "winkel", "club"), ("gemeente", "winkel"), ("club",))
    facts = [gs.Met(START + n * A_DAY, "visit", pair) for n, pair in enumerate(pairs)]
    people = joins(MUNICIPALITY, SHOP, CLUB)
    assert outcome(judged(c.InContact("visit", pairs=True), *people, *facts)) == met(4, 5, 3)
    twice = judged(c.InContact("visit", pairs=True, at_least=2), *people, *facts)
    assert outcome(twice) == unmet((2, 1, "gemeente+club"), evidence=(4, 5, 3))


def test_what_a_party_was_in_before_it_came_back_does_not_count_for_it() -> None:
    """Who left and joined again begins anew, with contacts too; what others were in stays theirs."""
    people, both = joins(SHOP, CLUB), (SHOP.id, CLUB.id)
    met_then = (gs.Met(START, "individual", both), gs.Met(START + A_DAY, "plenary", both))
    before: tuple[gs.Fact, ...] = (*people, *met_then)
    again: tuple[gs.Fact, ...] = (gs.PartyLeft(EARLIER, SHOP.id), *joins(SHOP, on=EARLIER))
    for condition in (c.InContact("plenary", each=c.Parties()), c.MetBefore("individual", "plenary")):
        assert judged(condition, *before).status == "met"
        missing = judged(condition, *before, *again)
        assert [x.about for x in missing.findings] == [gs.About("party", SHOP.id)]
        new = (gs.Met(EARLIER, "individual", SHOP.id), gs.Met(ON, "plenary", SHOP.id))
        assert judged(condition, *before, *again, *new).status == "met"
    third: tuple[gs.Fact, ...] = (*joins(MUNICIPALITY), gs.PartyLeft(EARLIER, MUNICIPALITY.id))
    third += joins(MUNICIPALITY, on=EARLIER)
    row = judged(c.InContact("plenary", each=c.Parties()), *before, *third)
    assert [x.about for x in row.findings] == [gs.About("party", MUNICIPALITY.id)]


# --- Evaluated ----------------------------------------------------------------------------------


def test_evaluated_asks_for_an_evaluation_of_these_kinds() -> None:
    """An evaluation of a named kind was held; without names, of any kind."""
    fact = gs.EvaluationHeld(ON, "periodic")
    assert outcome(judged(c.Evaluated("final"), fact)) == unmet(("final", None, None))
    assert outcome(judged(c.Evaluated(("final", "periodic")), fact)) == met(0)
    assert outcome(judged(c.Evaluated())) == unmet((None, None, None))


def test_the_latest_decision_counts_and_an_evaluation_without_one_decides_nothing() -> None:
    """With `decisions`, the latest decision is read; an evaluation without a decision leaves it standing."""
    condition = c.Evaluated(decisions=("continue", "adapt"))
    keep = gs.EvaluationHeld(START, "periodic", "continue")
    silent = gs.EvaluationHeld(ON, "periodic")
    stop = gs.EvaluationHeld(ON, "midterm", "terminate")
    assert outcome(judged(condition, silent)) == unmet(("continue/adapt", None, None))
    assert outcome(judged(condition, keep, silent)) == met(0)
    assert outcome(judged(condition, keep, stop)) == unmet(("continue/adapt", "terminate", None))
    assert outcome(judged(condition, stop, keep)) == unmet(("continue/adapt", "terminate", None))


# --- EvaluationArranged -------------------------------------------------------------------------


def test_arranged_evaluations_are_planned_with_a_period_where_that_is_asked() -> None:
    """One planned evaluation is no rhythm."""
    once = gs.EvaluationPlanned(ON, "final", due=ON)
    often = gs.EvaluationPlanned(ON, "periodic", every=A_YEAR)
    assert outcome(judged(c.EvaluationArranged(), once)) == met(0)
    assert outcome(judged(c.EvaluationArranged(recurring=True), once)) == unmet((None, None, None))
    assert outcome(judged(c.EvaluationArranged(recurring=True), once, often)) == met(1)
    assert outcome(judged(c.EvaluationArranged("final", recurring=True), once, often)) == unmet(
        ("final", None, None)
    )


def test_plans_cover_their_aspects_together() -> None:
    """The aspects of all plans are taken together; each one missing is told."""
    condition = c.EvaluationArranged(aspects=("process", "effect"))
    process = gs.EvaluationPlanned(ON, "periodic", due=ON, aspects="process")
    effect = gs.EvaluationPlanned(ON, "final", due=ON, aspects="effect")
    assert outcome(judged(condition, process)) == unmet(("effect", None, None), evidence=(0,))
    assert outcome(judged(condition, process, effect)) == met(0, 1)


def test_what_was_looked_at_needs_no_plan() -> None:
    """An evaluation that was held covers its aspects, unless it must come back."""
    process = gs.EvaluationPlanned(ON, "periodic", due=ON, aspects="process")
    effect = gs.EvaluationHeld(ON, "final", aspects="effect")
    assert outcome(judged(c.EvaluationArranged(aspects=("process", "effect")), process, effect)) == met(0, 1)
    assert outcome(judged(c.EvaluationArranged(aspects="effect"), effect)) == met(0)
    assert outcome(judged(c.EvaluationArranged("periodic", aspects="effect"), effect)) == unmet(
        ("effect", None, None)
    )
    again = c.EvaluationArranged(recurring=True, aspects="effect")
    assert outcome(judged(again, effect)) == unmet(("effect", None, None))
    assert outcome(judged(c.EvaluationArranged(), effect)) == unmet((None, None, None))


# --- ActionCount --------------------------------------------------------------------------------


def action(ident: str, due: date = ON, done: date | None = None, owner: gs.Party = SHOP) -> gs.ActionAgreed:
    return gs.ActionAgreed(START, ident, "…", owner.id, "sport", due, done)


def test_an_action_is_open_through_its_due_day_until_it_is_done() -> None:
    """An action counts while it is neither done nor past due."""
    condition = c.ActionCount(at_least=1)
    assert outcome(judged(condition, *joins(SHOP), action("a"))) == met(1)
    assert judged(condition, *joins(SHOP), action("a"), on=ON + A_DAY).status == "unmet"
    done = action("a", due=ON + A_DAY, done=ON)
    assert outcome(judged(condition, *joins(SHOP), done)) == unmet((1, 0, None))
    assert judged(condition, *joins(SHOP), done, on=ON - A_DAY).status == "met"


def test_actions_are_counted_per_owner_with_each() -> None:
    """With `each` the open actions of every party are counted by themselves."""
    condition = c.ActionCount(each=c.Parties(), at_most=1)
    facts: tuple[gs.Fact, ...] = (*joins(SHOP, CLUB), action("a"), action("b"), action("c", owner=CLUB))
    row = judged(condition, *facts)
    assert found(row) == [(1, 2, "winkel")]
    assert row.remedy is not None
    assert row.remedy.wait_until == ON + A_DAY


def test_an_action_recorded_again_takes_the_place_of_the_first() -> None:
    """The same action with another date or result is one action."""
    condition = c.ActionCount(at_least=2)
    assert found(judged(condition, *joins(SHOP), action("a"), action("a", due=ON + A_DAY))) == [(2, 1, None)]


# --- AllOf, AnyOf and the rule itself -----------------------------------------------------------

TOPICS = ("purpose", "rationale", "vision", "added_value")


@given(st.sets(st.sampled_from(TOPICS)))
def test_all_of_holds_when_all_hold_and_keeps_every_failure(said: set[str]) -> None:
    """Every condition is judged, none is skipped, and each failure points at its own condition."""
    condition = c.AllOf(tuple(c.OnRecord(topic) for topic in TOPICS))
    row = judged(condition, *(stated(topic) for topic in TOPICS if topic in said))
    missing = [topic for topic in TOPICS if topic not in said]
    assert [x.needed for x in row.findings] == missing
    assert [x.at for x in row.findings] == [(0, TOPICS.index(topic)) for topic in missing]
    assert len(row.evidence) == len(said)


@given(st.sets(st.sampled_from(TOPICS)))
def test_any_of_holds_when_one_holds_and_else_keeps_the_failures_of_every_branch(said: set[str]) -> None:
    """One branch that holds is enough; where none does, the failures of all branches are told."""
    condition = c.AnyOf(tuple(c.OnRecord(topic) for topic in TOPICS))
    row = judged(condition, *(stated(topic) for topic in TOPICS if topic in said))
    assert row.status == ("met" if said else "unmet")
    assert [x.needed for x in row.findings] == ([] if said else list(TOPICS))
    assert len(row.evidence) == len(said)


def test_a_finding_points_at_the_condition_that_it_is_about() -> None:
    """The path of a finding leads through alternatives to the condition that was not met."""
    deep = c.AnyOf((c.OnRecord("vision"), c.AllOf((c.OnRecord("purpose"), c.OnRecord("rationale")))))
    (row,) = begun(tiny(c.OnRecord("added_value"), deep), stated("purpose")).check("go", on=ON).outcomes
    rule = row.requirement
    assert [(x.needed, x.at) for x in row.findings] == [
        ("added_value", (0,)),
        ("vision", (1, 0)),
        ("rationale", (1, 1, 1)),
    ]
    for finding in row.findings:
        condition = rule.condition_at(finding.at)
        assert isinstance(condition, c.OnRecord)
        assert condition.topics == (finding.needed,)


def test_no_condition_of_a_rule_is_skipped() -> None:
    """The findings of all conditions of a rule are told together, in the order of declaration."""
    (row,) = begun(tiny(c.PartyCount(PRIVATE, 1), c.OnRecord("purpose"))).check("go", on=ON).outcomes
    assert found(row) == [(1, 0, None), ("purpose", None, None)]


# --- nobody -------------------------------------------------------------------------------------

ASKING_EACH: dict[str, Callable[[c.Parties], c.Condition]] = {
    "OnRecord": lambda which: c.OnRecord("benefit", each=which),
    "RoleFilled": lambda which: c.RoleFilled("delegate", each=which),
    "ConsentOfAll": lambda which: c.ConsentOfAll("ambition", which),
    "Contributed": c.Contributed,
    "MetBefore": lambda which: c.MetBefore("individual", "plenary", which),
    "InContact": lambda which: c.InContact("visit", each=which),
    "ActionCount": lambda which: c.ActionCount(each=which, at_most=1),
}


@pytest.mark.parametrize("kind", ASKING_EACH)
def test_nobody_to_ask_is_a_finding(kind: str) -> None:
    """A condition on each party of a selection is unmet where there is no such party."""
    row = judged(ASKING_EACH[kind](PRIVATE), *joins(MUNICIPALITY))
    assert row.status == "unmet"
    assert [(x.needed, x.found, x.about) for x in row.findings] == [(1, 0, NOBODY)]


@pytest.mark.parametrize("kind", ASKING_EACH)
def test_nobody_to_ask_is_fine_where_the_condition_says_so(kind: str) -> None:
    """With `or_none`, a condition on each party holds where there is no such party."""
    assert outcome(judged(ASKING_EACH[kind](NO_ONE_PRIVATE_IS_FINE), *joins(MUNICIPALITY))) == met()


@pytest.mark.parametrize("kind", sorted(set(ASKING_EACH) - {"ActionCount"}))
def test_or_none_asks_of_those_who_are_there(kind: str) -> None:
    """With `or_none`, a party of the selection is asked all the same."""
    row = judged(ASKING_EACH[kind](NO_ONE_PRIVATE_IS_FINE), *joins(MUNICIPALITY, SHOP))
    assert [x.about for x in row.findings] == [gs.About("party", "winkel")]


def test_no_sector_at_the_table_is_a_finding() -> None:
    """A condition on each sector is unmet where no party brings one."""
    row = judged(
        c.OnRecord("sector_interest", each=c.Sectors()), *joins(gs.Party(id="x", name="…", kind="ggd"))
    )
    assert [(x.needed, x.found, x.about) for x in row.findings] == [(1, 0, gs.About("sector", "*"))]


# --- what can be repaired -----------------------------------------------------------------------


def test_an_upper_bound_cannot_be_repaired_by_recording() -> None:
    """Too many parties are told, and only a waiver helps."""
    row = judged(c.PartyCount(PRIVATE, at_most=1), *joins(SHOP, gs.Party(id="w2", name="…", kind="business")))
    assert found(row) == [(1, 2, None)]
    assert row.remedy is not None
    assert row.remedy.waiver
    assert row.remedy.drafts == ()


# --- limits -------------------------------------------------------------------------------------


def test_a_named_limit_is_read_as_its_value() -> None:
    """A limit bounds as its plain value does."""
    limit = c.Limit("private_partners", 1, gs.Label(nl="x", en="x"))
    rhythm = c.Limit("progress_interval", A_MONTH, gs.Label(nl="x", en="x"))
    two = joins(SHOP, gs.Party(id="w2", name="…", kind="business"))
    assert found(judged(c.PartyCount(PRIVATE, at_most=limit), *two)) == [(1, 2, None)]
    old = gs.Met(ON - timedelta(days=40), "visit", SHOP.id)
    assert judged(c.InContact("visit", every=rhythm), *joins(SHOP), old).status == "unmet"


# --- the order of entry does not matter ---------------------------------------------------------

_FACTS = (
    gs.Stated(START, "purpose", "…"),
    gs.Stated(ON, "purpose", "…", until=ON),
    gs.Consented(START, "winkel", "ambition", "objects"),
    gs.Consented(ON, "winkel", "ambition"),
    gs.EvaluationHeld(START, "periodic", "terminate"),
    gs.EvaluationHeld(ON, "periodic", "continue"),
    gs.Quantified(START, "group_size", 3),
    gs.Quantified(ON, "group_size", 6),
)
_ORDERLESS = (
    c.OnRecord("purpose", dated=True),
    c.ConsentOfAll("ambition"),
    c.Evaluated(decisions="continue"),
    c.Measured("group_size", 5, 7),
    c.RecordCount("purpose", at_least=2),
)


@given(st.permutations(_FACTS))
def test_facts_entered_late_count_by_the_day_they_happened(facts: list[gs.Fact]) -> None:
    """Facts of different days may be entered in any order: what is found is the same."""
    case = begun(tiny(*_ORDERLESS), *joins(SHOP), *facts)
    assert case.check("go", on=ON).outcomes[0].findings == ()


def test_a_corrected_party_speaks_by_its_own_entry() -> None:
    """After a party was corrected, the entry that counts is the evidence, not the one it replaced."""
    begin = gs.Collaboration.start(tiny(c.PartyCount(at_least=1)), id="case", on=START)
    case = begin.record(gs.PartyJoined(START, MUNICIPALITY))
    corrected = case.correct(2, gs.PartyJoined(START, DEPARTMENT), reason="het was de dienst")
    (row,) = corrected.check("go", on=ON).outcomes
    assert corrected.entries_after(0)[row.evidence[0] - 1].fact == gs.PartyJoined(START, DEPARTMENT)


@pytest.mark.parametrize("parties", [(), (SHOP,)], ids=len)
def test_pairs_ask_for_two_parties(parties: list[gs.Party]) -> None:
    """Where fewer than two parties take part there is no pair, and the finding says how many there are."""
    row = judged(c.InContact(pairs=True), *joins(*parties))
    assert found(row) == [(2, len(parties), "*")]


def test_of_several_agreements_of_a_kind_the_first_says_what_it_lacks() -> None:
    """Where none of the agreements of a kind has the clauses, the findings are those of one of them."""
    two = (drafted("one"), drafted("two"))
    row = judged(c.Agreed("goal", kinds="covenant"), *joins(SHOP), *two)
    assert found(row) == [("goal", None, "one")]


def test_of_several_agreements_of_a_kind_one_that_fits_is_enough() -> None:
    """Where a later agreement of a kind has the clauses, it is the one that speaks for the rule."""
    two = (drafted("one"), drafted("two", clauses=("goal",)))
    assert outcome(judged(c.Agreed("goal", kinds="covenant"), *joins(SHOP), *two)) == met(2)
