"""A walk that fails is told in few steps, and as a plain test that fails too; walks can be steered."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

import gezondsamen as gs
from gezondsamen.testing.building.canonical import DAY, canonical
from gezondsamen.testing.walk import ProcessWalk
from gezondsamen.testing.walk_failure import lean
from tests.support.builders import later, started
from tests.support.failing_walks import FAILING, OWN, Hasty, Once

pytest_plugins = ["pytester"]

SHORT = settings(
    max_examples=30,
    stateful_step_count=15,
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=False,  # which it does of itself where CI is set, below the plain test
)
PLAIN = "As a plain test:\n\n"


LENGTHS = {
    "InNeed": (1, 4, 2),
    "Inactive": (1, 8, 15),
    "Unmanaged": (1, 12, 40),
    "Complete": (2, 3, 3),
    "Strict": (2, 3, 1),
    "Pair": (3, 3, 3),
    "Single": (2, 3, 0),
    "Faultless": (3, 5, 1),
    "Once": (3, 5, 0),
    "Hasty": (1, 3, 0),
}
"""How long each failure is told: steps of the walk, calls of its plain test, facts recorded in these."""


def walk_of(process: gs.Process, **parts: Any) -> type[ProcessWalk]:
    """Return a walk through a process, with these parts of its own."""
    return type("Own", (ProcessWalk,), {"process": process} | parts)


def failure(walk: type[ProcessWalk], how: settings = SHORT) -> str:
    """Return what a failing walk prints."""
    walk.TestCase.settings = how
    with pytest.raises(AssertionError) as broken:
        walk.TestCase("runTest").runTest()
    return "\n".join(broken.value.__notes__)


@pytest.mark.parametrize("walk", FAILING, ids=lambda walk: walk.__name__)
def test_a_failing_walk_prints_a_plain_test_that_fails(walk: type[ProcessWalk]) -> None:
    """The test runs as it stands and fails in the same law; nothing is drawn in it, and it is short."""
    steps, _, text = failure(walk).partition(PLAIN)
    most_steps, most_calls, most_facts = LENGTHS[walk.__name__]
    assert len(re.findall(r"^ *state\.\w+\(.+\)$", steps, re.MULTILINE)) <= most_steps
    assert len(re.findall(r"^    \w", text, re.MULTILINE)) <= most_calls
    assert len(re.findall(r"^        gs\.", text, re.MULTILINE)) <= most_facts
    for inner in ("data", "draw", "_stand", "named"):
        assert f"{inner}(" not in text
    names: dict[str, Any] = {}
    exec(text, names)
    with pytest.raises(AssertionError):
        names["test_walk"]()


def test_a_plain_test_runs_in_pytest(pytester: pytest.Pytester) -> None:
    """Put in a file, the text is one test, that fails."""
    pytester.makepyfile(test_walk=failure(Once).partition(PLAIN)[2])
    pytester.runpytest("-n0", "-p", "no:cacheprovider").assert_outcomes(failed=1)


class Spoilt(ProcessWalk):
    """A walk that fails in a rule of its own, with what it was given."""

    process = OWN

    @rule(fact=st.just(gs.Stated(DAY, "purpose", "…")), times=st.integers(0, 9))
    def say(self, fact: gs.Fact, times: int) -> None:
        assert times < 2


def test_a_rule_that_fails_is_called_with_what_it_was_given() -> None:
    """The plain test calls the rule of the walk, its arguments written out; so do the steps above it."""
    steps, _, text = failure(Spoilt).partition(PLAIN)
    call = "say(fact=gs.Stated(date(2024, 1, 8), 'purpose', '…'), times=2)"
    assert f"state.{call}" in steps
    assert f"    Spoilt.at(case, on=date(2024, 1, 8)).{call}" in text
    assert text.count("case = ") == 1


class Forgetful(ProcessWalk):
    """A walk that fails for what it remembers itself."""

    process = OWN

    def __init__(self) -> None:
        super().__init__()
        self.said = 0

    @rule()
    def say(self) -> None:
        self.said += 1

    @invariant()
    def silent(self) -> None:
        assert self.said < 2


def test_what_no_plain_test_shows_is_not_told_as_one() -> None:
    """Where the case alone does not show what went wrong, no test is printed that would pass."""
    told = failure(Forgetful)
    assert PLAIN not in told
    assert "No plain test fails in this way" in told


def test_a_library_that_fails_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that comes out of a call is one of the walk: the rule that made it is called."""

    def broken(*_: object, **__: object) -> None:
        raise AssertionError("broken")

    monkeypatch.setattr(gs.Collaboration, "open", broken)
    text = failure(walk_of(OWN)).partition(PLAIN)[2]
    assert "Own.at(case, on=" in text
    assert ".open(there=('tiny', 'begin'))" in text
    assert "import Own" not in text


# --- settings -----------------------------------------------------------------------------------------


def test_a_walk_is_not_explained_and_has_no_deadline_of_short_tests() -> None:
    """Settings lose the phase that traces every line, and the usual deadline; one of your own stays."""
    usual = lean(settings())
    assert Phase.explain not in usual.phases
    assert {Phase.generate, Phase.shrink, Phase.reuse} <= set(usual.phases)
    assert usual.deadline is None
    assert lean(settings(deadline=timedelta(seconds=9))).deadline == timedelta(seconds=9)
    assert lean(settings(max_examples=7)).max_examples == 7
    assert Phase.explain not in walk_of(OWN).TestCase.settings.phases


def test_a_test_case_is_one_for_pytest_and_fuzzers() -> None:
    """It is the same class each time, and bears the marks of hypothesis."""
    assert Once.TestCase is Once.TestCase
    assert Once.TestCase is not Hasty.TestCase
    marks: Any = Once.TestCase.runTest
    assert marks.is_hypothesis_test
    assert marks._hypothesis_state_machine_class is Once


# --- controls -----------------------------------------------------------------------------------------

WALK = settings(SHORT, max_examples=3, suppress_health_check=list(HealthCheck))


class Begun(ProcessWalk):
    """A walk from a case of its own."""

    process = gs.NETWORK
    begin = canonical(gs.NETWORK, "active_network").record(gs.Stated(later(40), "purpose", "…"))
    days: ClassVar[set[bool]] = set()

    @invariant()
    def it_is_that_case(self) -> None:
        assert self.begin is not None
        assert self.case.entries_after(0)[: self.begin.version] == self.begin.entries_after(0)
        self.days.add(self.day >= later(40))


def test_a_walk_begins_with_ones_own_case() -> None:
    """With `begin`, a walk goes on with a case, on its last day; its steps count as taken."""
    run_state_machine_as_test(Begun, settings=WALK)
    assert Begun.days == {True}
    assert len(Begun().steps) == len(canonical(gs.NETWORK, "active_network").dossier.steps("main"))


@pytest.mark.parametrize(("asked", "quick", "thorough"), [("all", 1, 1), ("quick", 1, 0), ("none", 0, 0)])
def test_laws_can_be_left_out(monkeypatch: pytest.MonkeyPatch, asked: str, quick: int, thorough: int) -> None:
    """All laws are asked, the quick ones, or none."""
    heard: list[str] = []
    monkeypatch.setattr("gezondsamen.testing.walk.QUICK", (lambda *_: heard.append("quick"),))
    monkeypatch.setattr("gezondsamen.testing.walk.THOROUGH", (lambda *_: heard.append("thorough"),))
    kind = walk_of(OWN, laws=asked)
    kind.at(started(OWN), on=DAY).ask()
    assert (heard.count("quick"), heard.count("thorough")) == (quick, thorough)


def test_a_rule_can_be_left_out() -> None:
    """A rule that a walk does without is never run, the others are; a name of none is refused."""
    names = {rule.function.__name__ for rule in walk_of(OWN, without=("correct", "set_out"))().rules}
    assert "correct" not in names
    assert {"take", "undo", "waive"} <= names
    with pytest.raises(gs.InvalidArgument) as refused:
        walk_of(OWN, without=("corect",))()
    assert (refused.value.code, refused.value.nearest) == ("unknown-rule", "correct")


def test_a_walk_stands_where_it_is_put() -> None:
    """Put somewhere, a walk has the steps and visits of its case, and can go on from there."""
    case = canonical(gs.PPS, "negotiation")
    walk = walk_of(gs.PPS).at(case, on=later(3))
    assert (walk.case, walk.day) == (case, later(3))
    assert [trigger for _, trigger in walk.steps] == [e.fact.trigger for e in case.dossier.steps("main")]
    assert walk.visited["negotiation"] == 1
    walk.ask()
    walk.prepare_and_take(("main", "reach_accord"), 1)
    assert walk.case.phase != "negotiation"
    assert walk.day == later(4)
