"""Small processes drawn at random: well-formed, of every shape, and shrinking to the smallest."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import Phase, find, given, settings

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.process.graph import reachable
from gezondsamen.testing.strategies.processes import CONDITIONS, processes, requirements
from gezondsamen.testing.vocabulary import VOCABULARY, requirement
from tests.support.builders import rule

GIVEN = (rule(c.OnRecord("purpose")), rule(c.PartyCount(at_least=2), code="OWN-02"))


AS_DRAWN = settings(max_examples=2_000, phases=(Phase.generate,), database=None)
"""To find one of a sort, however large."""


@given(processes())
def test_every_phase_is_on_a_way_from_begin_to_an_end(process: gs.Process) -> None:
    """Two to seven phases; none out of reach, none without a way out; no text or source is missing."""
    assert 2 <= len(process.phases) <= 7
    arrows = [(t.source, t.target) for t in process.transitions]
    back = [(target, source) for source, target in arrows]
    keys = {phase.key for phase in process.phases}
    ends = [phase.key for phase in process.phases if phase.kind == "final"]
    assert reachable((process.initial,), arrows) == reachable(ends, back) == keys
    assert {problem.code for problem in gs.verify(process)} <= {"contradiction"}


@given(processes(max_phases=3))
def test_no_process_is_larger_than_asked(process: gs.Process) -> None:
    """The bound counts every phase, ends included."""
    assert len(process.phases) <= 3


@given(processes(GIVEN, terms=gs.PPS.terms))
def test_what_steps_ask_is_drawn_from_the_rules_given(process: gs.Process) -> None:
    """No rule of its own comes in, and each asks what it asked."""
    for step in process.transitions:
        assert set(step.requirements) <= set(GIVEN)


def test_the_smallest_is_a_beginning_and_an_end() -> None:
    """Begin, done, one plain step between them that asks nothing."""
    process = find(processes(), lambda process: True)
    assert [phase.key for phase in process.phases] == ["begin", "done"]
    (step,) = process.transitions
    assert (step.source, step.trigger, step.target) == ("begin", "to_done", "done")
    assert (step.requirements, step.concerns, step.since, step.exceptional) == ((), None, None, False)


@pytest.mark.parametrize(
    "shape",
    [
        lambda p: any(t.is_loop for t in p.transitions),
        lambda p: any(t.target == p.initial and not t.is_loop for t in p.transitions),
        lambda p: any(phase.kind == "suspended" for phase in p.phases),
        lambda p: sum(phase.kind == "final" for phase in p.phases) == 2,
        lambda p: {phase.outcome for phase in p.phases} == {None, "success", "neutral"},
        lambda p: len(p.phases) == 7,
        lambda p: any(t.exceptional for t in p.transitions),
        lambda p: any(t.concerns for t in p.transitions),
        lambda p: any(t.since not in (None, "begin") for t in p.transitions),
        lambda p: any(len(t.requires) == 2 for t in p.transitions),
        lambda p: any(t.advises for t in p.transitions),
        lambda p: len({(t.source, t.target) for t in p.transitions}) < len(p.transitions),
        lambda p: len(p.triggers) < len(p.transitions),
        lambda p: any(phase.watches for phase in p.phases),
        lambda p: bool(p.evaluation_points),
        lambda p: bool(p.limits),
        lambda p: any(rule.is_note for rule in p.requirements.values()),
    ],
    ids=[
        "loop",
        "way back",
        "suspended",
        "two ends",
        "outcomes",
        "large",
        "exceptional",
        "concerns",
        "since",
        "requires",
        "advises",
        "side by side",
        "one trigger, several phases",
        "watched",
        "evaluated",
        "limits",
        "notes",
    ],
)
def test_every_shape_occurs(shape: Callable[[gs.Process], bool]) -> None:
    """What a process can have, some drawn process has."""
    find(processes(), shape, settings=AS_DRAWN)


@pytest.mark.parametrize("kind", get_args(c.Condition))
def test_conditions_of_every_kind_occur(kind: type) -> None:
    """The rules that are made up are of every kind, all in words that the process knows."""
    condition = find(CONDITIONS, lambda condition: isinstance(condition, kind), settings=AS_DRAWN)
    process = find(processes([requirement(1, condition)]), lambda p: bool(p.requirements), settings=AS_DRAWN)
    assert process.terms == VOCABULARY


@given(requirements(7, condition=c.TermRuns()))
def test_a_rule_has_the_number_and_condition_that_are_given(drawn: gs.Requirement) -> None:
    """What is given is not drawn."""
    assert (drawn.code, drawn.conditions) == ("OWN-07", (c.TermRuns(),))


def test_a_rule_in_unknown_words_is_refused() -> None:
    """Given rules need the terms in which they are written."""
    with pytest.raises(gs.InvalidProcess, match="purpose"):
        find(processes(GIVEN), lambda process: bool(process.requirements))


@pytest.mark.parametrize("most", [1, 0, -1])
def test_one_phase_is_no_process(most: int) -> None:
    """A beginning and an end are the least."""
    with pytest.raises(ValueError, match="two phases at least"):
        processes(max_phases=most)
