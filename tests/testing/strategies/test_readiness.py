"""Cases at a step: allowed by construction, or held up by one rule and no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.readiness import case_lacking, case_ready
from gezondsamen.testing.strategies.readiness import nearly_ready, ready
from tests.support.builders import PROCESSES, rule, tiny
from tests.support.steps import EVERY_HARD_RULE, with_those_entailing


def codes(rows: tuple[Any, ...]) -> set[str]:
    return {row.requirement.code for row in rows}


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

        def is_there(pair: tuple[gs.Collaboration, date], source: str = source) -> bool:
            return pair[0].is_in(source)

        one_with(ready(gs.PPS, "break_off"), is_there)
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
