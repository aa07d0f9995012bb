"""A process as it is asked: its phases, steps, words, works and what it answers to a name that it lacks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.errors import UnknownPhase
from gezondsamen.process import conditions as c
from gezondsamen.process.evaluation_points import OnPhase
from tests.support.builders import CITED, PROCESSES, label, rule, tiny
from tests.support.journeys import point

ASKED = rule(c.OnRecord("purpose"))


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_phases_and_steps_are_found_by_their_keys(process: gs.Process) -> None:
    """Each phase and step is found by its keys, and the steps out of a phase are those that leave it."""
    assert process.phase(process.initial).kind == "initial"
    for phase in process.phases:
        assert process.phase(phase.key) is phase
        assert process.has_phase(phase.key)
        leaving = [step for step in process.transitions if step.source == phase.key]
        assert process.exits(phase.key) == tuple(leaving)
        assert process.ways_out(phase.key) == tuple(step.trigger for step in leaving)
    for step in process.transitions:
        assert process.transition(step.source, step.trigger) is step
        assert step.is_loop is (step.source == step.target)
        assert step.requirements == (*step.requires, *step.advises)
        assert step.where == f"{step.source}.{step.trigger}"
    every = [step.trigger for step in process.transitions]
    assert process.triggers == tuple(x for n, x in enumerate(every) if x not in every[:n])


@pytest.mark.parametrize("named", ["begn", 3, ["begin"], None])
def test_a_phase_that_is_not_there_is_told(named: Any) -> None:
    """A question about a phase that the process lacks says which phases it has, whatever was asked."""
    process = tiny()
    asked: tuple[Callable[[Any], object], ...] = (process.phase, process.exits, process.ways_out)
    for ask in asked:
        with pytest.raises(UnknownPhase, match="it has begin, work, done") as caught:
            ask(named)
        assert caught.value.offender == (named if isinstance(named, str) else repr(named))
        assert named != "begn" or caught.value.nearest == "begin"
    assert not process.has_phase(named)
    assert process.transition(named, "go") is None
    assert process.transition("begin", named) is None


def test_a_step_is_made_from_a_phase_with_all_that_is_said_of_it() -> None:
    """What a phase makes is the step from it, to a phase or its key, with each thing that is given."""
    begin, work, done = tiny().phases
    given: dict[str, Any] = {
        "label": label("ga"),
        "requires": (ASKED,),
        "advises": (rule(code="OWN-02"),),
        "concerns": "party",
        "falls_due": OnPhase("begin"),
        "exceptional": True,
        "citation": CITED,
        "basis": gs.Basis.SOURCE,
    }
    made = gs.Transition(source="begin", trigger="go", target="work", since="done", **given)
    assert begin.to(work, "go", since=done, **given) == begin.to("work", "go", since="done", **given) == made
    bare = gs.Transition(source="begin", trigger="go", target="work", label=label("ga"))
    assert begin.to(work, "go", label=label("ga")) == bare
    assert bare.basis is gs.Basis.CHOICE


def test_the_first_phase_is_the_initial_one_wherever_it_stands() -> None:
    """A process begins in its initial phase, also where that is not declared first."""
    process = tiny()
    assert attrs.evolve(process, phases=process.phases[::-1]).initial == "begin"


def test_a_point_is_named_by_its_key_or_by_a_moment() -> None:
    """An evaluation point is found by its key, with that of its process, and in the id of a moment."""
    process = tiny(evaluation_points=(point(), attrs.evolve(point(), key="see")))
    look, see = process.evaluation_points
    for named in ("look", "tiny.look", "case/main/look/1/1"):
        assert process.evaluation_point(named) is look
    assert process.evaluation_point("case/main/see/1/1") is see
    for named in ("loo", "other.look", "case/look", ""):
        assert process.evaluation_point(named) is None


def test_what_interrupts_leads_out_of_many_phases() -> None:
    """An interruption is an exceptional step out of three phases or more; of two it is no such thing."""
    ends = gs.Phase("gone", label("weg"), kind="final", outcome="early")
    begin, work, done = tiny().phases
    rest = gs.Phase("rest", label("rust"))

    def stop(trigger: str, *phases: gs.Phase, exceptional: bool = True) -> list[gs.Transition]:
        return [x.to(ends, trigger, label=label(trigger), exceptional=exceptional) for x in phases]

    more = [
        *stop("stop", begin, work, rest),
        *stop("leave", begin, work),
        *stop("end", begin, work, rest, exceptional=False),
    ]
    process = tiny(phases=(begin, work, done, rest, ends), transitions=(*tiny().transitions, *more))
    assert process.interruptions == {"stop"}


def test_works_are_those_that_anything_cites() -> None:
    """The works of a process are those of its rules, points, phases and steps, each once, in that order."""
    works = [gs.Citation(gs.Work(f"w{n}", f"Work {n}"), heading="1") for n in range(5)]
    begin, work, done = tiny().phases
    asked = attrs.evolve(ASKED, citation=works[0], also=(works[1], works[0]))
    go = begin.to(work, "go", label=label("ga"), requires=(asked,), citation=works[4])
    process = tiny(
        phases=(begin, attrs.evolve(work, citation=works[3]), done),
        transitions=(go, *tiny().transitions[1:]),
        evaluation_points=(attrs.evolve(point(), citation=works[2]),),
    )
    assert process.works == tuple(x.work for x in works)


def test_hard_rules_are_those_that_block() -> None:
    """A rule is hard where a step requires it and it asks something: no advice, no watch, no note."""
    advice, watch, note = (
        rule(*asks, code=f"OWN-0{n}") for n, asks in ((2, [c.Agreed()]), (3, [c.Agreed()]), (4, []))
    )
    process = tiny(ASKED, note, advises=(advice,), watches=(watch,))
    assert process.hard == {"OWN-01"}
    assert [*process.requirements] == ["OWN-01", "OWN-04", "OWN-02", "OWN-03"]


def test_words_are_found_by_scheme_and_key() -> None:
    """A term is found under its own scheme, by a text; the side of a kind of party is its first group."""
    both = gs.Term("purpose", label("doel"), scheme="party_kind", groups=("private", "public"))
    process = tiny(terms=(*gs.PPS.terms, both, gs.Term("club", label("club"), scheme="party_kind")))
    assert process.term("party_kind", "purpose") == both
    assert process.term("topic", "purpose") == gs.PPS.term("topic", "purpose") != both
    for scheme, key in (("topic", "purpos"), ("topics", "purpose"), (3, "purpose"), ("topic", ["purpose"])):
        assert process.term(scheme, key) is None  # type: ignore[arg-type]
    assert process.sides["purpose"] == "private"
    assert "club" not in process.sides


def test_an_adapted_process_comes_of_another() -> None:
    """Content that speaks of a process speaks of what was made from it: that bears the keys of both."""
    assert tiny().lineage == ("tiny",)
    assert tiny().adapt(key="own").lineage == ("own", "tiny")


def test_a_reading_of_a_programme_ends_with_its_year() -> None:
    """The condition of a programme holds until the last day of the school year for which it was read."""
    work = gs.Work("w", "W", school_year="2025-2026")
    assert attrs.evolve(ASKED, citation=gs.Citation(work, "1")).holds_until == date(2026, 7, 31)
    assert ASKED.holds_until is None


def test_a_notebook_draws_a_process() -> None:
    """A notebook shows the diagram of a process, and a line prints what it is."""
    assert tiny()._repr_svg_().startswith("<svg")
    assert repr(tiny()) == "Process('tiny', 3 phases, 3 steps)"
