"""Cases at a step: allowed by construction, or held up by one rule and no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.dossier.facts import Retracted
from gezondsamen.process import conditions as c
from gezondsamen.testing.canonical import DAY, canonical
from gezondsamen.testing.construction import MOST, lacks
from gezondsamen.testing.readiness import case_lacking, case_ready, nearly_ready, ready
from tests.support.builders import PROCESSES, label, rule, tiny

BESIDE = {
    # A certificate that lasts three years has a last day.
    "VIG-01": {"VIG-02"},
}
"""Rules that are unmet where this one is, beyond what `verify` reads from the fields, with the reason."""

EVERY_STEP = [
    pytest.param(process, step, id=f"{process.key}.{step.source}.{step.trigger}")
    for process in PROCESSES
    for step in process.transitions
]


def _slots(place: str) -> list[Any]:
    return [
        pytest.param(process, step, found.code, id=f"{process.key}.{step.source}.{step.trigger}-{found.code}")
        for process in PROCESSES
        for step in process.transitions
        for found in getattr(step, place)
        if not found.is_note
    ]


EVERY_HARD_RULE, EVERY_ADVICE = _slots("requires"), _slots("advises")


def codes(rows: tuple[Any, ...]) -> set[str]:
    return {row.requirement.code for row in rows}


def with_those_entailing(process: gs.Process, step: gs.Transition, code: str) -> set[str]:
    """Return the hard rules of a step that are unmet where this one is, itself included."""
    place = f"{step.source}.{step.trigger}"
    told = {e.code for e in gs.verify(process).entailments if (e.where, e.entails) == (place, code)}
    return {code} | ((told | BESIDE.get(code, set())) & {found.code for found in step.requires})


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


# --- drawn ------------------------------------------------------------------------------------------

STEPS = [
    (process, trigger, step.source)
    for process in PROCESSES
    for trigger in process.triggers
    for step in process.transitions
    if step.trigger == trigger
]
ASKED = [(*param.values[:2], param.values[2]) for param in EVERY_HARD_RULE]


@settings(max_examples=150)
@given(st.data())
def test_what_is_drawn_is_allowed(data: st.DataObject) -> None:
    """Whatever else happened, and however late it is, the step is allowed in the phase that was asked."""
    process, trigger, source = STEPS[data.draw(st.integers(0, len(STEPS) - 1))]
    case, day = data.draw(ready(process, trigger, source=source))
    assert case.is_in(source)
    assert case.check(trigger, on=day).allowed


@settings(max_examples=150)
@given(st.data())
def test_what_is_drawn_lacks_one_rule(data: st.DataObject) -> None:
    """Whatever else happened, and however late it is, unmet is that rule, with those that entail it."""
    process, step, code = ASKED[data.draw(st.integers(0, len(ASKED) - 1))]
    case, day = data.draw(nearly_ready(process, step.trigger, lacking=code, source=step.source))
    assert codes(case.check(step.trigger, on=day).unmet) == with_those_entailing(process, step, code)


def one_with(pairs: st.SearchStrategy[Any], wanted: Callable[[Any], bool]) -> Any:
    """Return a drawn pair of this sort, as it was drawn: not the plainest."""
    return find(pairs, wanted, settings=settings(max_examples=2_000, phases=(Phase.generate,), database=None))


@pytest.mark.parametrize("trigger", ["start", "conclude_agreement"])
def test_other_facts_and_later_days_are_drawn(trigger: str) -> None:
    """Not every case is the plainest: some have more on record, some are later."""
    plain = find(ready(gs.PPS, trigger), lambda pair: True)
    one_with(ready(gs.PPS, trigger), lambda pair: pair[0].version > plain[0].version + 1)
    one_with(ready(gs.PPS, trigger), lambda pair: pair[1] > date(2025, 1, 1))
    there = len(plain[0].dossier.known.active)
    one_with(ready(gs.PPS, trigger), lambda pair: len(pair[0].dossier.known.active) > there)


def test_a_case_shrinks_to_the_plainest() -> None:
    """No other facts, the first day, the first way of lacking a rule."""
    case, day = find(ready(gs.PPS, "conclude_agreement"), lambda pair: True)
    assert (case, day) == (case_ready(gs.PPS, "conclude_agreement", "structure", DAY), DAY)
    case, day = find(nearly_ready(gs.PPS, "conclude_agreement", lacking="AGR-02"), lambda pair: True)
    assert (case, day) == (case_lacking(gs.PPS, "conclude_agreement", "structure", "AGR-02", 0, DAY), DAY)


def test_without_a_source_every_phase_is_drawn() -> None:
    """A trigger that leads out of several phases is drawn in each of them, or in the one that is asked."""
    sources = [t.source for t in gs.PPS.transitions if t.trigger == "break_off"]
    assert len(sources) > 1
    for source in sources:
        one_with(ready(gs.PPS, "break_off"), lambda pair, source=source: pair[0].is_in(source))
    only = sources[-1]
    case, _ = one_with(ready(gs.PPS, "break_off", source=only), lambda pair: True)
    assert case.is_in(only)


@pytest.mark.parametrize(
    "pairs",
    [ready(gs.PPS, "conclude_agreement"), nearly_ready(gs.PPS, "conclude_agreement", lacking="AGR-05")],
    ids=["ready", "lacking"],
)
def test_a_failing_case_prints_as_the_call_that_makes_it(pairs: st.SearchStrategy[Any]) -> None:
    """The text is Python that makes an equal case again."""
    case, _ = one_with(pairs, lambda pair: pair[0].version > 48)
    text = str(case._repr_pretty_)
    assert len(text) < 1_000
    names = {"gs": gs, "date": date, "case_ready": case_ready, "case_lacking": case_lacking}
    assert eval(text, names) == case


def test_other_facts_that_break_a_step_are_left_out() -> None:
    """A fact after which nothing makes the step allowed is not recorded; neither is one that cannot be."""
    process = tiny(rule(c.PartyCount(at_most=1)))
    one, two = (gs.PartyJoined(DAY, gs.Party(id=x, name=x, kind="municipality")) for x in "ab")
    case = case_ready(process, "go", "begin", DAY, one, two, gs.PartyLeft(DAY, "c"))
    assert case.dossier.known.active == ("a",)
    lacking = case_lacking(process, "go", "begin", "OWN-01", 0, DAY, gs.PartyLeft(DAY, "municipality-1"))
    assert codes(lacking.check("go", on=DAY).unmet) == {"OWN-01"}


def test_what_another_fact_brings_along_is_put_on_record() -> None:
    """Where a party joins of whom something is asked, it is asked and given."""
    process = tiny(rule(c.OnRecord("backing", each=c.Parties())))
    joins = gs.PartyJoined(DAY, gs.Party(id="a", name="a", kind="municipality"))
    case = case_ready(process, "go", "begin", DAY, joins)
    assert "a" in case.dossier.known.active
    assert case.check("go", on=DAY).allowed


# --- what cannot be -----------------------------------------------------------------------------------


def _refused(**asked: Any) -> gs.InvalidRecord:
    with pytest.raises(gs.InvalidRecord) as refused:
        nearly_ready(gs.PPS, **asked) if "lacking" in asked else ready(gs.PPS, **asked)
    return refused.value


@pytest.mark.parametrize(
    ("asked", "code", "nearest"),
    [
        ({"trigger": "conclude_agrement"}, "unknown-trigger", "conclude_agreement"),
        ({"trigger": "conclude_agrement", "lacking": "AGR-02"}, "unknown-trigger", "conclude_agreement"),
        ({"trigger": "conclude_agreement", "source": "structur"}, "no-such-step", "structure"),
        ({"trigger": "conclude_agreement", "source": "management"}, "no-such-step", None),
        ({"trigger": "conclude_agreement", "lacking": "EVA-12"}, "not-asked", None),
        ({"trigger": "conclude_agreement", "lacking": "AGR-002"}, "not-asked", "AGR-02"),
    ],
)
def test_what_is_asked_for_in_vain_is_refused_at_once(
    asked: dict[str, Any], code: str, nearest: str | None
) -> None:
    """An unknown trigger, phase or rule is refused when the strategy is made, with the nearest name."""
    problem = _refused(**asked)
    assert problem.code == code
    if nearest is not None:
        assert problem.nearest is not None
        assert problem.nearest[:4] == nearest[:4]


def test_the_refusal_says_what_the_step_asks() -> None:
    """Of a rule that is not asked: whether it is unknown, advice, or a note; and what is asked."""
    process = tiny(
        rule(c.OnRecord("purpose")),
        rule(code="OWN-03"),
        advises=(rule(c.OnRecord("rationale"), code="OWN-02"),),
    )
    for code, said in (("OWN-09", "does not ask"), ("OWN-02", "is advice"), ("OWN-03", "is a note")):
        with pytest.raises(gs.InvalidRecord, match=said) as refused:
            nearly_ready(process, "go", lacking=code)
        assert "it asks OWN-01" in str(refused.value)


def test_a_step_that_is_never_allowed_and_a_rule_that_always_holds_are_refused() -> None:
    """Where no case can be built, none is drawn: the strategy is not made."""
    shut = tiny(rule(c.PartyCount(at_least=2)), rule(c.PartyCount(at_most=1), code="OWN-02"))
    with pytest.raises(gs.InvalidRecord, match="nothing that can be recorded") as refused:
        ready(shut, "go")
    assert refused.value.code == "never-allowed"
    with pytest.raises(gs.InvalidRecord):
        case_ready(shut, "go", "begin", DAY)
    idle = tiny(rule(c.PartyCount(at_least=0)))
    with pytest.raises(gs.InvalidRecord, match="OWN-01") as refused:
        nearly_ready(idle, "go", lacking="OWN-01")
    assert refused.value.code == "never-unmet"
    with pytest.raises(gs.InvalidRecord, match="0 ways"):
        case_lacking(idle, "go", "begin", "OWN-01", 0, DAY)


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
