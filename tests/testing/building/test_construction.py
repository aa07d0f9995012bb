"""Cases are constructed for every step and every rule that ships, and for every kind of condition."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.dossier.facts import Retracted
from gezondsamen.process import conditions as c
from gezondsamen.testing.building.canonical import DAY, canonical
from gezondsamen.testing.building.construction import MOST, lacks
from gezondsamen.testing.building.readiness import case_ready
from tests.support.builders import label, rule, tiny
from tests.support.steps import EVERY_ADVICE, EVERY_HARD_RULE, EVERY_STEP, with_those_entailing


def codes(rows: tuple[Any, ...]) -> set[str]:
    return {row.requirement.code for row in rows}


# --- every step and rule that ships -----------------------------------------------------------------


@pytest.mark.parametrize(("process", "step"), EVERY_STEP)
def test_every_step_has_a_case_in_which_it_is_allowed(process: gs.Process, step: gs.Transition) -> None:
    """It is the canonical case of the phase and what the check proposes; the step can be taken."""
    case = case_ready(process, step.trigger, step.source, DAY)
    walked = canonical(process, step.source)
    assert case.entries_after(0)[: walked.version] == walked.entries_after(0)
    assert case.check(step.trigger, on=DAY).allowed
    assert case.advance(step.trigger, on=DAY).is_in(step.target)


@pytest.mark.parametrize(("process", "step", "code"), EVERY_HARD_RULE)
def test_every_hard_rule_can_hold_its_step_up_alone(
    process: gs.Process, step: gs.Transition, code: str
) -> None:
    """In every way of lacking it: unmet are the rule and those that entail it, and the step is refused."""
    found = lacks(process, step.source, step.trigger, code)
    assert found
    for lack in found:
        check = lack.case.check(step.trigger, on=lack.day)
        assert codes(check.unmet) == with_those_entailing(process, step, code) == lack.unmet
        assert codes(check.advised) == lack.advised
        with pytest.raises(gs.TransitionRefused):
            lack.case.advance(step.trigger, on=lack.day)


@pytest.mark.parametrize(("process", "step", "code"), EVERY_ADVICE)
def test_every_advice_can_warn_where_its_step_is_allowed(
    process: gs.Process, step: gs.Transition, code: str
) -> None:
    """In every way of lacking it the step is allowed, and warns."""
    found = lacks(process, step.source, step.trigger, code)
    assert found
    for lack in found:
        check = lack.case.check(step.trigger, on=lack.day)
        assert check.allowed
        assert code in codes(check.advised)


# --- kind by kind -------------------------------------------------------------------------------------

LACKING = [
    c.PartyCount(at_least=2),
    c.PartyCount(at_most=2),
    c.PartyCount(c.Parties(sides="private"), at_most=0),
    c.PartyCount(at_least=1, at_most=2, of="sectors"),
    c.PartyCount(at_most=1, of="kinds"),
    c.OnRecord("purpose"),
    c.OnRecord("backing", each=c.Parties()),
    c.OnRecord("backing", each=c.Parties(sides="private", or_none=True)),
    c.OnRecord("sector_ally", each=c.Sectors()),
    c.OnRecord("purpose", max_age=gs.Every(months=1)),
    c.OnRecord("purpose", dated=True, since_entry=True),
    c.RecordCount("purpose", at_least=2),
    c.RecordCount("purpose", at_most=2),
    c.RecordCount("backing", among=c.Parties(), at_most=1),
    c.Measured("group_size", at_least=2, at_most=5),
    c.Measured("item_minutes", at_most=c.Same("slot_minutes")),
    c.Lasts("purpose", at_least=gs.Every(years=2)),
    c.Paired("issue_noticed", "issue_raised"),
    c.Paired("issue_noticed", "issue_raised", "after", within=gs.Every(weeks=2)),
    c.Paired("issue_noticed", "issue_raised", "before"),
    c.Paired("issue_noticed", "backing", each=c.Parties(kinds="school")),
    c.RoleFilled("champion"),
    c.RoleFilled("champion", each=c.Parties(or_none=True)),
    c.RoleFilled("independent_evaluator", outsider=True),
    c.RoleFilled(named_by="role_needed"),
    c.ConsentOfAll("ambition"),
    c.ConsentOfAll("ambition", c.Parties(sides="private", or_none=True)),
    c.Contributed(c.Parties(or_none=True), other_than="money"),
    c.Agreed("term"),
    c.Agreed(signed=True),
    c.MetBefore("individual", "plenary", c.Parties(or_none=True)),
    c.InContact("plenary"),
    c.InContact("plenary", every=gs.Every(months=3)),
    c.InContact("individual", each=c.Parties(or_none=True)),
    c.InContact(pairs=True),
    c.Evaluated("periodic"),
    c.Evaluated(decisions="continue"),
    c.EvaluationArranged(recurring=True),
    c.ActionCount(at_least=1),
    c.ActionCount(each=c.Parties(or_none=True), at_most=1),
    c.AllOf((c.OnRecord("purpose"), c.PartyCount(at_most=1))),
    c.AnyOf((c.PartyCount(at_most=1), c.RecordCount("purpose", at_most=0))),
    c.AnyOf((c.RecordCount("rationale", at_most=1), c.OnRecord("purpose"))),
]


@pytest.mark.parametrize("condition", LACKING, ids=repr)
def test_every_kind_of_condition_can_be_lacked(condition: c.Condition) -> None:
    """Where the rule holds by itself something breaks it; beside it another rule is met throughout."""
    other = rule(c.RoleFilled("programme_manager"), code="OWN-02")
    process = tiny(rule(condition), other, key="kinds")
    found = lacks(process, "begin", "go", "OWN-01")
    assert found
    for lack in found:
        assert codes(lack.case.check("go", on=lack.day).unmet) == {"OWN-01"}
    assert all(one.case != other.case for one, other in combinations(found, 2))


def test_no_more_ways_are_kept_than_asked() -> None:
    """The first few, each of them other than the rest."""
    asked = rule(c.OnRecord(("purpose", "rationale", "vision"), each=c.Parties()))
    process = tiny(asked)
    found = lacks(process, "begin", "go", "OWN-01")
    assert 2 < len(found) <= MOST
    assert lacks(process, "begin", "go", "OWN-01", 2) == found[:2]


def test_the_plainest_way_of_lacking_a_rule_comes_first() -> None:
    """What is not on record is simply not recorded: the walked case and what the other rules ask."""
    other = rule(c.RoleFilled("programme_manager"), code="OWN-02")
    first = lacks(tiny(rule(c.OnRecord("purpose")), other), "begin", "go", "OWN-01")[0]
    assert [type(entry.fact) for entry in first.case.entries_after(1)] == [gs.RoleAssigned]


def test_a_rule_is_lacked_wholly_or_in_part() -> None:
    """Of two statements one is missing, the other, or both."""
    process = tiny(rule(c.OnRecord(("purpose", "rationale"))))
    missing = {
        tuple(finding.needed for row in lack.case.check("go", on=lack.day).unmet for finding in row.findings)
        for lack in lacks(process, "begin", "go", "OWN-01")
    }
    assert missing >= {("purpose", "rationale"), ("purpose",), ("rationale",)}


@pytest.mark.parametrize(
    ("condition", "happened"),
    [
        (c.PartyCount(at_least=1), lambda fact: isinstance(fact, gs.PartyLeft)),
        (c.OnRecord("purpose"), lambda fact: isinstance(fact, gs.Stated) and not fact.holds),
        (c.OnRecord("purpose"), lambda fact: isinstance(fact, Retracted)),
        (c.OnRecord("backing", each=c.Parties()), lambda fact: isinstance(fact, gs.PartyJoined)),
        (c.RecordCount("purpose", at_least=1), lambda fact: isinstance(fact, gs.Stated) and not fact.holds),
        (
            c.Measured("group_size", at_least=2),
            lambda fact: isinstance(fact, gs.Quantified) and fact.amount == 1,
        ),
        (
            c.Measured("group_size", at_most=2),
            lambda fact: isinstance(fact, gs.Quantified) and fact.amount == 3,
        ),
        (
            c.Lasts("purpose", at_least=gs.Every(years=1)),
            lambda fact: isinstance(fact, gs.Stated) and not fact.holds,
        ),
        (c.RoleFilled("champion"), lambda fact: isinstance(fact, gs.RoleEnded)),
        (
            c.ConsentOfAll("ambition"),
            lambda fact: isinstance(fact, gs.Consented) and fact.stance == "objects",
        ),
        (c.Agreed(signed=True), lambda fact: isinstance(fact, gs.AgreementRevised)),
        (
            c.MetBefore("individual", "plenary"),
            lambda fact: isinstance(fact, gs.Met) and fact.kind == "plenary",
        ),
        (
            c.Evaluated(decisions="continue"),
            lambda fact: isinstance(fact, gs.EvaluationHeld) and fact.decision == "terminate",
        ),
    ],
    ids=[
        "leaving",
        "taking back",
        "correcting",
        "joining",
        "taking back one",
        "too little",
        "too much",
        "taking back what lasts",
        "role ended",
        "objecting",
        "another to sign",
        "meeting too early",
        "deciding otherwise",
    ],
)
def test_a_rule_is_lacked_by_what_happened_against_it_too(
    condition: c.Condition, happened: Callable[[gs.Fact], bool]
) -> None:
    """Among the ways of lacking a rule is not only that nothing was done yet."""
    lacking = lacks(tiny(rule(condition)), "begin", "go", "OWN-01")
    assert any(happened(entry.fact) for lack in lacking for entry in lack.case.entries_after(1))


def test_what_was_on_record_before_is_taken_back() -> None:
    """Where an earlier step asked the same, the walked case lacks it by corrections alone."""
    asked = rule(c.Agreed("term"))
    process = tiny(asked, finish=(asked, rule(c.OnRecord("purpose"), code="OWN-02")))
    first = lacks(process, "work", "finish", "OWN-01")[0]
    walked = canonical(process, "work")
    assert first.case.entries_after(0)[: walked.version] == walked.entries_after(0)
    assert any(isinstance(entry.fact, Retracted) for entry in first.case.entries_after(0))


def test_what_entails_a_rule_is_unmet_with_it_and_named() -> None:
    """Of two rules of which one asks more, the lesser is never unmet alone, the greater is."""
    less = rule(c.PartyCount(at_least=1))
    more = rule(c.PartyCount(at_least=3), code="OWN-02")
    process = tiny(less, more, label=label())
    assert lacks(process, "begin", "go", "OWN-01")[0].unmet == {"OWN-01", "OWN-02"}
    assert lacks(process, "begin", "go", "OWN-02")[0].unmet == {"OWN-02"}
