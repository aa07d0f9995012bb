"""Remedies: recording what they ask for makes the rule met, unless only a waiver or time can help."""

from __future__ import annotations

from typing import Any

import pytest
from builders import DAY, EVERY_PHASE, adopted, filled, joined, later, row, rule, said, started, tiny
from hypothesis import given
from hypothesis import strategies as st
from strategies import conditions, histories

import gezondsamen as gs
from gezondsamen.decision.drafts import Blank, Draft, Remedy
from gezondsamen.dossier.facts import StepTaken
from gezondsamen.exchange import fact_of, to_dict
from gezondsamen.process import conditions as c

CAST = (
    joined("gemeente", "municipality", "public_health"),
    joined("dienst", "ggd", "youth", internal=True),
    joined("winkel", "retailer", "retail"),
)


@pytest.mark.parametrize(
    ("process", "phase"), EVERY_PHASE, ids=[f"{process.key}.{phase}" for process, phase in EVERY_PHASE]
)
@pytest.mark.parametrize("facts", [(), CAST], ids=["nobody", "three parties"])
@pytest.mark.parametrize("days", [1, 400])
def test_recording_the_remedies_makes_each_rule_met(
    process: gs.Process, phase: str, facts: tuple[gs.Fact, ...], days: int
) -> None:
    """For every rule of every step and phase that is not met, its remedy makes it met, on its own."""
    case, day = adopted(process, phase, *facts), later(days)
    for trigger, check in case.options(on=day).items():
        for outcome in check.outcomes:
            if outcome.remedy is not None:
                after = case.record(*filled(outcome.remedy.drafts)).check(trigger, on=day)
                assert row(after, outcome.requirement.code).status == "met"
    for outcome in case.monitor(on=day).outcomes:
        if outcome.remedy is not None:
            watch = case.record(*filled(outcome.remedy.drafts)).monitor(on=day)
            assert row(watch, outcome.requirement.code).status == "met"


def helped(case: gs.Collaboration, condition: c.Condition) -> bool:
    """Tell whether the remedy of the one rule of a case does what it says."""
    day = later(600)
    check = case.check("go", on=day)
    (outcome,) = check.outcomes
    remedy = outcome.remedy
    if remedy is None:
        return outcome.status == "met"
    if remedy.wait_until is not None:
        return case.check("go", on=remedy.wait_until).allowed
    met = case.record(*filled(remedy.drafts)).check("go", on=day).allowed
    return met is not remedy.waiver


@given(st.data(), conditions)
def test_a_remedy_keeps_its_word(data: st.DataObject, condition: c.Condition) -> None:
    """For any condition on any history: recorded it is met, waited for it is met, or only a waiver helps."""
    case = data.draw(histories(tiny(rule(condition))))
    assert helped(case, condition)


@pytest.mark.parametrize(
    ("condition", "facts"),
    [
        (c.PartyCount(at_most=1), (joined("a"), joined("b"))),
        (c.Measured("capacity_money", at_most=c.Same("capacity_hours"), at_least=9), ()),
        (
            c.MetBefore("individual", "plenary"),
            (joined("a"), gs.Met(DAY, "plenary", "a")),
        ),
        (
            c.Paired("issue_noticed", "issue_raised", "before"),
            said("issue_noticed"),
        ),
        (c.RecordCount("backing", at_most=0), said("backing")),
    ],
    ids=["too many", "no number between", "an order gone by", "an earlier day", "said too often"],
)
def test_where_recording_cannot_help_only_a_waiver_does(condition: c.Condition, facts: Any) -> None:
    """An upper bound passed, or an order already violated, is repaired by nothing that can be recorded."""
    case = started(tiny(rule(condition)), *facts)
    outcome = case.check("go", on=DAY).outcomes[0]
    assert outcome.remedy is not None
    if outcome.remedy.waiver:
        assert not case.record(*filled(outcome.remedy.drafts)).check("go", on=DAY).allowed
        assert "afwijken" in outcome.text("nl")
    else:
        assert isinstance(condition, c.Measured)


def test_too_many_actions_pass_with_time() -> None:
    """Where only the number of open actions is too high, the remedy is the day after one is due."""
    actions = [
        gs.ActionAgreed(DAY, f"a-{n}", "…", "winkel", "retail", later(10 * n), None) for n in range(1, 4)
    ]
    case = started(tiny(rule(c.ActionCount(c.Parties(), at_most=1))), joined("winkel", "retailer"), *actions)
    assert case.check("go", on=DAY).outcomes[0].remedy == Remedy(wait_until=later(21))
    assert [case.check("go", on=later(n)).allowed for n in (20, 21)] == [False, True]


def test_too_many_statements_pass_when_they_run_out() -> None:
    """Statements with a last day no longer count after it."""
    stated = [gs.Stated(DAY, "backing", "…", until=later(n)) for n in (5, 9)]
    case = started(tiny(rule(c.RecordCount("backing", at_most=1))), *stated)
    assert case.check("go", on=DAY).outcomes[0].remedy == Remedy(wait_until=later(6))


def test_an_upper_bound_per_party_asks_for_a_party_first() -> None:
    """Where nobody is there to look at, letting a party join is the remedy, not a waiver."""
    case = started(tiny(rule(c.ActionCount(c.Parties(), at_most=3))))
    remedy = case.check("go", on=DAY).outcomes[0].remedy
    assert remedy is not None
    assert [type(draft.fact) for draft in remedy.drafts] == [gs.PartyJoined]
    assert not remedy.waiver


@pytest.mark.parametrize(
    "condition",
    [
        c.PartyCount(c.Parties(sides="private"), at_least=2, of="kinds"),
        c.PartyCount(c.Parties(sides="private"), at_least=2, of="sectors"),
        c.PartyCount(c.Parties(kinds="school"), at_least=1, of="kinds"),
    ],
    ids=str,
)
def test_who_joins_is_one_of_those_asked_for(condition: c.Condition) -> None:
    """A party that a remedy brings in is of the selection that is too small."""
    case = started(tiny(rule(condition)))
    remedy = case.check("go", on=DAY).outcomes[0].remedy
    assert remedy is not None
    assert case.record(*filled(remedy.drafts)).check("go", on=DAY).allowed


def test_what_helps_nothing_is_not_asked_for() -> None:
    """Where no recording can help, a remedy asks for nothing again and again."""
    hopeless: c.Condition = c.RoleFilled("alderman", by=c.Parties(kinds="school"), outsider=True)
    bare = started(tiny(rule(hopeless))).check("go", on=DAY).outcomes[0].remedy
    inside = started(tiny(rule(c.AllOf((hopeless,))))).check("go", on=DAY).outcomes[0].remedy
    assert bare is not None
    assert bare.waiver
    assert len(set(bare.drafts)) == len(bare.drafts)
    assert inside == bare


@pytest.mark.parametrize(
    "condition",
    [
        c.PartyCount(at_least=1),
        c.RoleFilled(),
        c.Contributed(),
        c.Agreed(),
        c.InContact(),
        c.Evaluated(),
        c.EvaluationArranged(),
        c.ActionCount(at_least=1),
        c.PartyCount(at_least=1, of="sectors"),
    ],
    ids=lambda x: type(x).__name__,
)
def test_a_process_without_words_can_be_checked(condition: c.Condition) -> None:
    """Asking never raises: where a process has no word to choose, only a waiver is left."""
    case = started(tiny(rule(condition), terms=()))
    outcome = case.check("go", on=DAY).outcomes[0]
    assert (outcome.status, outcome.remedy) == ("unmet", Remedy(waiver=True))


def test_a_selection_that_names_nothing_can_be_checked() -> None:
    """Asking never raises: sectors that exclude themselves leave none to let in."""
    nothing = c.OnRecord("purpose", each=c.Sectors("sport", other_than="sport"))
    assert not started(tiny(rule(nothing))).check("go", on=DAY).allowed


def test_a_remedy_comes_in_an_order_that_works() -> None:
    """Parties come first, then roles and agreements, then signatures; and new parties' needs with them."""
    needed = c.AllOf(
        (
            c.Agreed("goal", with_=c.Parties(kinds="school"), signed=True),
            c.PartyCount(c.Parties(sides="private"), at_least=1),
            c.RoleFilled("delegate", each=c.Parties()),
        )
    )
    case = started(tiny(rule(needed)))
    (outcome,) = case.check("go", on=DAY).outcomes
    assert outcome.remedy is not None
    kinds = [type(draft.fact) for draft in outcome.remedy.drafts]
    assert kinds[0] is gs.PartyJoined
    assert kinds.index(gs.AgreementDrafted) < kinds.index(gs.Signed)
    assert case.record(*filled(outcome.remedy.drafts)).check("go", on=DAY).allowed


def test_blanks_are_filled_by_name() -> None:
    """A value goes into the blank with its name, and the rest into every text left empty."""
    fact = gs.ContributionRecorded(DAY, "winkel", "staff")
    draft = Draft(
        fact, (Blank("kind", "choice", "contribution_kind"), Blank("amount", "number"), Blank("unit", "text"))
    )
    assert draft.fill(kind="money", amount=3) == gs.ContributionRecorded(DAY, "winkel", "money", amount=3)
    assert draft.fill("uur") == gs.ContributionRecorded(DAY, "winkel", "staff", unit="uur")
    assert draft.fill("uur", unit="dag").unit == "dag"  # type: ignore[union-attr]


def test_a_party_is_filled_in_where_it_joins() -> None:
    """The blanks of a party that joins are those of the party."""
    draft = Draft(joined("school-1", "school"), (Blank("name", "name"), Blank("id", "id")))
    filled_in = draft.fill("De Fontein", id="school-7")
    assert isinstance(filled_in, gs.PartyJoined)
    assert (filled_in.party.name, filled_in.party.id) == ("De Fontein", "school-7")


def test_a_value_without_a_blank_is_refused() -> None:
    """What is no blank cannot be filled in, and the blank that was meant is named."""
    draft = Draft(gs.Stated(DAY, "purpose"), (Blank("text", "text"),))
    with pytest.raises(gs.InvalidRecord, match="Did you mean 'text'") as caught:
        draft.fill(txt="…")
    assert (caught.value.code, caught.value.offender) == ("no-such-blank", "txt")


@given(st.data(), conditions)
def test_every_blank_is_a_field_and_every_choice_a_term(data: st.DataObject, condition: c.Condition) -> None:
    """A draft is the form to show: its blanks have a label, a choice has terms, and it can be sent back."""
    case = data.draw(histories(tiny(rule(condition))))
    check = case.check("go", on=later(600))
    plain = to_dict(check, "nl")
    for drafts in (plain["repair"], *((o["remedy"] or {"drafts": []})["drafts"] for o in plain["outcomes"])):
        for draft in drafts:
            assert fact_of(draft["fact"])
            for blank in draft["blanks"]:
                assert blank["label"]
                if blank["kind"] == "choice":
                    assert blank["value"] in [choice["key"] for choice in blank["choices"]]


def test_no_remedy_is_a_step() -> None:
    """A remedy records facts; steps are taken by people."""
    with pytest.raises(gs.InvalidRecord):
        started().record(StepTaken(DAY, "main", "start", "organisation_form"))
