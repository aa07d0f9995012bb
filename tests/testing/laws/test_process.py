"""The laws of a process: those that ship obey them, and whoever breaks one is named."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings

import gezondsamen as gs
from gezondsamen.decision.check import Check
from gezondsamen.process import conditions as c
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.construction import lacks
from gezondsamen.testing.building.readiness import case_ready
from gezondsamen.testing.laws import process as laws
from gezondsamen.testing.laws.process import assert_process_laws, broken_laws
from gezondsamen.testing.strategies.processes import processes
from tests.support.builders import PROCESSES, label, rule, tiny

NEVER = c.AllOf((c.PartyCount(at_least=3), c.PartyCount(at_most=2)))
PRIVATE, PUBLIC = c.Parties(sides="private"), c.Parties(sides="public")


def second(*conditions: c.Condition, **changes: Any) -> gs.Requirement:
    return rule(*conditions, code="OWN-02", **changes)


def third(*conditions: c.Condition) -> gs.Requirement:
    return rule(*conditions, code="OWN-03")


def broken(process: gs.Process, *, also: str = "no-route") -> list[tuple[str, str, str]]:
    """Return what a process breaks; phases that no case comes to are left out where a step is shut."""
    return [(p.code, p.where, p.message) for p in broken_laws(process) if p.code != also]


# --- who obeys ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
def test_what_ships_obeys_every_law(process: gs.Process) -> None:
    """All eleven processes: no broken law."""
    assert broken_laws(process) == ()
    assert_process_laws(process)


def test_an_adapted_process_obeys_them_too() -> None:
    """Other limits and a softened rule break nothing."""
    assert_process_laws(
        gs.PPS.adapt(key="own-pps", limits={"private_partners": 2}, soften=("KEN-01",), drop=("COM-01",))
    )


def test_a_process_that_asks_nothing_obeys_them() -> None:
    """Where there are no rules, none can be broken."""
    assert_process_laws(tiny())


# --- requirements -------------------------------------------------------------------------------------


def test_two_rules_that_exclude_each_other_are_named_once() -> None:
    """At least three private parties and at most two: both codes, the step, and why."""
    process = tiny(rule(c.PartyCount(PRIVATE, at_least=3)), second(c.PartyCount(PRIVATE, at_most=2)))
    assert broken(process) == [
        (
            "contradiction",
            "begin.go",
            "OWN-01 and OWN-02 can never be met together: what they ask excludes one another",
        )
    ]


@pytest.mark.parametrize("turned", [False, True], ids=["as is", "turned"])
def test_two_rules_that_only_a_case_shows_to_exclude_each_other_are_named(turned: bool) -> None:
    """Three private parties, and at most two of any side: no field shows it, every case does."""
    rules = (rule(c.PartyCount(PRIVATE, at_least=3)), second(c.PartyCount(at_most=2)))
    ((code, where, message),) = broken(tiny(*(rules[::-1] if turned else rules)))
    assert (code, where) == ("contradiction", "begin.go")
    assert "OWN-01" in message
    assert "OWN-02" in message


def test_what_the_last_rule_finds_is_told() -> None:
    """The reason gives the number found and the number asked."""
    process = tiny(rule(c.PartyCount(PRIVATE, at_least=3)), second(c.PartyCount(at_most=2)))
    ((_, _, message),) = broken(process)
    assert message.endswith("with OWN-01 met, OWN-02 finds 3 where 2 is asked")


def test_three_rules_that_exclude_one_another_are_named_and_no_other() -> None:
    """Each two of them can be met together; a fourth that stands in nobody's way is left out."""
    process = tiny(
        rule(c.PartyCount(PRIVATE, at_least=2)),
        second(c.PartyCount(PUBLIC, at_least=2)),
        third(c.PartyCount(at_most=3)),
        rule(c.OnRecord("purpose"), code="OWN-04"),
    )
    ((code, _, message),) = broken(process)
    assert code == "contradiction"
    assert message.startswith("OWN-01 and OWN-02 and OWN-03 can never be met together")
    assert "OWN-04" not in message


def test_every_pair_is_named() -> None:
    """Two contradictions in one step are two problems."""
    process = tiny(
        rule(c.PartyCount(at_least=3)),
        second(c.PartyCount(at_most=2)),
        third(c.RecordCount("purpose", at_least=2)),
        rule(c.RecordCount("purpose", at_most=1), code="OWN-04"),
    )
    named = {frozenset(laws._CODE.findall(message)) for _, _, message in broken(process)}
    assert named == {frozenset({"OWN-01", "OWN-02"}), frozenset({"OWN-03", "OWN-04"})}


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        (NEVER, "its own conditions exclude one another"),
        (
            c.AllOf((c.PartyCount(PRIVATE, at_least=2), c.PartyCount(at_most=1))),
            "nothing that can be recorded",
        ),
        (
            c.PartyCount(c.Parties(kinds="school", sides="private"), at_least=1),
            "nothing that can be recorded",
        ),
    ],
    ids=["bounds", "parts", "nobody"],
)
def test_a_rule_that_can_never_be_met_is_named(condition: c.Condition, why: str) -> None:
    """By itself, with the reason; those that stand beside it are not blamed."""
    process = tiny(rule(c.OnRecord("purpose")), second(condition))
    ((code, where, message),) = broken(process)
    assert (code, where) == ("impossible", "begin.go")
    assert message.startswith("OWN-02 can never be met")
    assert why in message


def test_a_rule_whose_remedy_cannot_be_recorded_is_named() -> None:
    """A process that asks for agreement, and has no word for agreeing: the reason names the word."""
    words = tuple(term for term in gs.PPS.terms if term.scheme != "stance")
    process = tiny(rule(c.ConsentOfAll("ambition")), terms=words)
    ((code, where, message),) = broken(process)
    assert (code, where) == ("impossible", "begin.go")
    assert "cannot be recorded" in message
    assert "agrees" in message


def test_a_hard_rule_that_always_holds_is_named() -> None:
    """A rule that nothing can break holds nothing up."""
    always = c.AnyOf((c.PartyCount(at_least=1), c.PartyCount(at_most=1)))
    assert broken(tiny(rule(always), second(c.OnRecord("purpose")))) == [
        ("never-refused", "begin.go", "OWN-01 never holds this step up: it always holds")
    ]


def test_an_advice_that_never_falls_silent_is_named_with_what_keeps_it_speaking() -> None:
    """Advice to be with two at most, where the step asks for three, always warns."""
    process = tiny(
        rule(c.PartyCount(PRIVATE, at_least=3)),
        third(c.OnRecord("purpose")),
        advises=(second(c.PartyCount(at_most=2)),),
    )
    ((code, where, message),) = broken(process)
    assert (code, where) == ("never-silent", "begin.go")
    assert message.startswith("OWN-01 and OWN-02 can never be met together")
    assert "advice OWN-02" in message


def test_an_advice_that_can_never_be_met_is_named() -> None:
    """Alone: no hard rule is to blame."""
    process = tiny(rule(c.OnRecord("purpose")), advises=(second(NEVER),))
    ((code, _, message),) = broken(process)
    assert code == "impossible"
    assert message.startswith("OWN-02 can never be met")


@pytest.mark.parametrize(
    ("asked", "advised"),
    [
        (c.PartyCount(at_least=3), c.PartyCount(at_least=2)),
        (c.PartyCount(at_most=1), c.PartyCount(at_most=2)),
        (c.InContact("plenary", present=(PUBLIC,)), c.PartyCount(PUBLIC, at_least=1)),
    ],
    ids=["at least", "at most", "by what it brings"],
)
def test_an_advice_that_a_hard_rule_asks_already_is_named(asked: c.Condition, advised: c.Condition) -> None:
    """Where the step is allowed it has nothing left to say, and the hard rule is named, no other."""
    hard = (rule(asked), third(c.OnRecord("purpose")))
    process = tiny(*hard, advises=(second(advised),))
    ((code, where, message),) = broken(process)
    assert (code, where) == ("never-warns", "begin.go")
    assert message == "OWN-02 never warns where the step is allowed: OWN-01 asks as much"


def test_an_advice_that_always_holds_is_named() -> None:
    """Nothing to warn of, whatever happens."""
    process = tiny(rule(c.OnRecord("purpose")), advises=(second(c.PartyCount(at_least=0)),))
    ((code, _, message),) = broken(process)
    assert code == "never-warns"
    assert message.endswith("it always holds there")


def test_a_watched_rule_that_can_never_be_met_is_named() -> None:
    """What is looked after can be in order."""
    assert broken(tiny(watches=(rule(NEVER),)))[0][:2] == ("impossible", "work")
    nobody = c.PartyCount(c.Parties(kinds="school", sides="private"), at_least=1)
    ((code, where, message),) = broken(tiny(watches=(rule(nobody),)))
    assert (code, where) == ("impossible", "work")
    assert "OWN-01" in message
    assert broken(tiny(watches=(rule(c.OnRecord("purpose")),))) == []


def test_notes_break_no_law() -> None:
    """A rule without conditions is shown, never judged: it need not be met, nor unmet."""
    assert_process_laws(tiny(rule(), advises=(second(),), watches=(third(),)))


# --- structure ----------------------------------------------------------------------------------------


def test_what_verify_finds_is_told() -> None:
    """A phase that nothing leads to and a phase that nothing leads out of."""
    plain = tiny()
    island, pit = gs.Phase("island", label("eiland")), gs.Phase("pit", label("put"))
    begin, _, done = plain.phases
    process = tiny(
        phases=(*plain.phases, island, pit),
        transitions=(
            *plain.transitions,
            island.to(done, "sail", label=label()),
            begin.to(pit, "fall", label=label()),
        ),
    )
    assert {(code, where) for code, where, _ in broken(process)} == {
        ("unreachable", "island"),
        ("dead-end", "pit"),
    }


def test_a_phase_that_no_case_comes_to_is_named_with_what_bars_it() -> None:
    """Each step can be taken by itself, and nobody can take the one after the other."""
    process = tiny(rule(c.PartyCount(at_least=3)), finish=(second(c.PartyCount(at_most=2)),))
    ((code, where, message),) = broken(process, also="")
    assert (code, where) == ("no-route", "done")
    assert "work.finish by OWN-02" in message


def test_all_broken_laws_are_told_at_once() -> None:
    """The error counts and lists them, one a line, each with its step and its code."""
    always = c.PartyCount(at_least=0)
    process = tiny(
        rule(always),
        advises=(second(always),),
        finish=(third(NEVER),),
        watches=(rule(always),),
    )
    with pytest.raises(AssertionError) as failed:
        assert_process_laws(process)
    text = str(failed.value)
    assert text.startswith("process 'tiny' breaks 5 of its laws:\n")
    for said in ("begin.go: OWN-01 ", "begin.go: OWN-02 ", "work.finish: OWN-03 ", "done: ", "work: OWN-01 "):
        assert f"\n  - {said}" in text
    assert all(f"[{problem.code}]" in text for problem in broken_laws(process))


# --- words, documents, diagrams -----------------------------------------------------------------------


def test_a_missing_text_is_told() -> None:
    """An empty label is a problem of its process."""
    assert ("label", "OWN-01") in {
        (code, where)
        for code, where, _ in broken(tiny(rule(c.OnRecord("purpose"), text=gs.Label(nl="", en="x"))))
    }


def test_a_check_that_leaves_a_rule_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule of a step stands in its page, in both languages."""
    process = tiny(rule(c.OnRecord("purpose")))
    whole = Check.explain

    def without(check: Check, lang: str) -> str:
        return whole(check, lang).replace("OWN-01", "…") if lang == "en" else whole(check, lang)

    monkeypatch.setattr(Check, "explain", without)
    assert {p[:2] for p in broken(process)} == {("unsaid", "begin.go")}
    assert all("'en'" in message for _, _, message in broken(process))


def test_a_check_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that fails is a broken law, not a crash."""

    def failing(check: Check, lang: str) -> str:
        raise LookupError(lang)

    monkeypatch.setattr(Check, "explain", failing)
    assert {p[0] for p in broken(tiny())} == {"unreadable"}


@pytest.mark.parametrize("what", [gs.Process, gs.Collaboration])
def test_a_document_that_comes_back_otherwise_is_told(monkeypatch: pytest.MonkeyPatch, what: type) -> None:
    """Of a process, and of a case in each phase."""

    def changed(text: str, **given: Any) -> Any:
        value = gs.loads(text, **given)
        if not isinstance(value, what):
            return value
        if isinstance(value, gs.Process):
            return attrs.evolve(value, version=2)
        assert isinstance(value, gs.Collaboration)
        return value.record(gs.Stated(DAY, "purpose", "…"))

    monkeypatch.setattr(laws, "loads", changed)
    process = tiny()
    expected = {process.key} if what is gs.Process else {"begin", "work", "done"}
    assert {p[:2] for p in broken(process)} == {("document", where) for where in expected}


def test_a_document_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document that is refused is a broken law, not a crash."""

    def refusing(text: str, **given: Any) -> Any:
        raise gs.DocumentError(())

    monkeypatch.setattr(laws, "loads", refusing)
    assert {p[:2] for p in broken(tiny())} == {("document", x) for x in ("tiny", "begin", "work", "done")}


def test_a_step_that_is_not_drawn_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The diagram shows every step."""
    monkeypatch.setattr(
        laws,
        "to_mermaid",
        lambda process, lang, phase: "phase_begin --> phase_work : ga\nphase_work --> phase_work : …",
    )
    assert {p[:2] for p in broken(tiny())} == {("diagram", "work.finish")}


# --- any process --------------------------------------------------------------------------------------


@settings(max_examples=100)
@given(processes())
def test_of_any_process_what_is_not_told_can_be_built(process: gs.Process) -> None:
    """A step that is not reported is allowed in a case, and each of its hard rules unmet in another."""
    told = broken_laws(process)
    for step in process.transitions:
        where = f"{step.source}.{step.trigger}"
        here = [problem for problem in told if problem.where == where]
        if any(problem.code in ("impossible", "contradiction") for problem in here):
            continue
        assert case_ready(process, step.trigger, step.source, DAY).check(step.trigger, on=DAY).allowed
        blamed = {code for problem in here for code in laws._CODE.findall(problem.message)}
        for found in step.requires:
            known = found.is_note or found.code in blamed  # a note asks nothing
            assert known or lacks(process, step.source, step.trigger, found.code)


@settings(max_examples=100)
@given(processes())
def test_every_problem_names_its_rules(process: gs.Process) -> None:
    """Whatever is wrong with a rule of a step: the step is one of the process, the rules stand there."""
    steps = {f"{t.source}.{t.trigger}": t for t in process.transitions}
    for problem in broken_laws(process):
        if problem.code == "no-route":
            assert process.has_phase(problem.where)
            continue
        codes = set(laws._CODE.findall(problem.message))
        assert codes
        assert codes <= {found.code for found in steps[problem.where].requirements}
