"""Verification: what is allowed but unwise, and what follows from what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.process.evaluation_points import (
    OnPhase,
    OnSchoolYear,
    OnStatement,
    OnTerm,
    OnTrigger,
    Window,
)
from gezondsamen.process.verification import Entailment
from tests.support.builders import DAY, PROCESSES, adopted, label, rule, tiny
from tests.support.journeys import point

BEGIN = gs.Phase("begin", label("begin"), kind="initial")
WORK = gs.Phase("work", label("werk"))
DONE = gs.Phase("done", label("klaar"), kind="final", outcome="success")
LOST = gs.Phase("lost", label("kwijt"))

ALWAYS = c.OnRecord("purpose")
YEARLY = gs.Every(years=1)


def go(source: gs.Phase, target: gs.Phase, trigger: str, *rules: gs.Requirement) -> gs.Transition:
    return source.to(target, trigger, label=label(trigger), requires=rules)


def process(phases: tuple[gs.Phase, ...], *transitions: gs.Transition, **changes: Any) -> gs.Process:
    parts: dict[str, Any] = {"key": "own", "label": label("eigen"), "terms": gs.PPS.terms}
    return gs.Process(phases=phases, transitions=transitions, **(parts | changes))


LINE = (go(BEGIN, WORK, "go"), go(WORK, DONE, "finish"))


def planned(**given: Any) -> gs.Process:
    """Return a process with an evaluation point of its own."""
    rest = gs.Phase("rest", label("rust"), kind="suspended")
    pause, back = go(WORK, rest, "pause"), go(rest, WORK, "back")
    return process((BEGIN, WORK, DONE, rest), *LINE, pause, back, evaluation_points=(point(**given),))


def silent(**given: Any) -> tuple[set[tuple[str, str]], Callable[[], gs.Process]]:
    """Return a point that never has a moment."""
    return {("no-moment", "look")}, lambda: planned(**given)


UNWISE: list[tuple[set[tuple[str, str]], Callable[[], gs.Process]]] = [
    (
        {("unreachable", "lost")},
        lambda: process((BEGIN, WORK, DONE, LOST), *LINE, go(LOST, DONE, "out")),
    ),
    ({("dead-end", "lost")}, lambda: process((BEGIN, WORK, DONE, LOST), *LINE, go(WORK, LOST, "lose"))),
    (
        {("no-outcome", "lost"), ("no-outcome", "work")},
        lambda: process(
            (BEGIN, WORK, DONE, LOST),
            go(BEGIN, WORK, "go"),
            go(BEGIN, DONE, "finish"),
            go(WORK, LOST, "lose"),
            go(LOST, WORK, "find"),
        ),
    ),
    (
        {("unreachable", "lost"), ("unused", "OWN-01")},
        lambda: process((BEGIN, WORK, DONE, LOST), *LINE, go(LOST, DONE, "out", rule(ALWAYS))),
    ),
    ({("uncited", "OWN-01")}, lambda: tiny(rule(ALWAYS, citation=gs.Citation(gs.Work("w", " "))))),
    ({("uncited", "OWN-01")}, lambda: tiny(rule(ALWAYS, citation=gs.Citation(gs.Work("w", "Title"))))),
    ({("label", "own")}, lambda: process((BEGIN, WORK, DONE), *LINE, label=gs.Label("eigen", " "))),
    ({("label", "OWN-01")}, lambda: tiny(rule(ALWAYS, text=gs.Label("", "do this")))),
    (
        {("label", "topic smog")},
        lambda: tiny(terms=(*gs.PPS.terms, gs.Term("smog", gs.Label("smog", "smog", fy="")))),
    ),
    (
        {("contradiction", "begin.go")},
        lambda: tiny(
            rule(c.PartyCount(at_least=3)),
            rule(c.PartyCount(at_most=2), code="OWN-02"),
        ),
    ),
    (
        {("contradiction", "begin.go")},
        lambda: tiny(
            rule(c.Evaluated(decisions="continue")), rule(c.Evaluated(decisions="adapt"), code="OWN-02")
        ),
    ),
    silent(while_in=("work", "done")),
    silent(while_in=("rest",), every=YEARLY),
    silent(anchor=OnPhase("done"), every=YEARLY),
    silent(anchor=OnPhase("done"), offset=YEARLY),
    silent(anchor=OnPhase("done"), while_in=("begin",)),
    silent(anchor=OnTrigger("finish"), window=Window("05-01", "05-31")),
    silent(anchor=OnTrigger("go"), every=YEARLY, while_in=("begin",)),
    silent(on_events=((OnTrigger("finish"), YEARLY),)),
    ({("unread", "look")}, lambda: planned(anchor=OnTerm(), fraction=0.5, every=YEARLY)),
    ({("unread", "look")}, lambda: planned(anchor=OnTerm("end"), before_end=YEARLY, min_count=2)),
    ({("unread", "look")}, lambda: planned(min_count=3)),
    ({("unread", "look")}, lambda: planned(fraction=0.5)),
    ({("too-late", "look")}, lambda: planned(anchor=OnTrigger("go"), before_end=YEARLY)),
    ({("too-late", "look")}, lambda: planned(anchor=OnStatement("purpose"), before_end=YEARLY)),
    ({("unwatched", "look")}, lambda: tiny(rule(ALWAYS), evaluation_points=(point(rule="OWN-01"),))),
    (
        {("since-unvisited", "begin.go")},
        lambda: process((BEGIN, WORK, DONE), BEGIN.to(WORK, "go", label=label("go"), since=DONE), LINE[1]),
    ),
    (
        {("label-twice", "work")},
        lambda: process((BEGIN, gs.Phase("work", gs.Label("begin ", "work")), DONE), *LINE),
    ),
    (
        {("label-twice", "work.end")},
        lambda: process((BEGIN, WORK, DONE), *LINE, WORK.to(DONE, "end", label=gs.Label("af", "Finish"))),
    ),
]


@pytest.mark.parametrize(
    "given",
    [
        {"anchor": OnPhase("done")},  # on its very day the phase before it is there
        {"anchor": OnTrigger("go"), "while_in": ("begin",)},
        {"anchor": OnPhase("rest"), "every": YEARLY},  # after the rest it goes on
        {"anchor": OnTerm("end"), "before_end": YEARLY},
        {"anchor": OnStatement("purpose", "until"), "before_end": YEARLY},
        {"anchor": OnSchoolYear(), "min_count": 3},
        {"anchor": OnPhase("work"), "every": YEARLY, "min_count": 3, "while_in": ("work",)},
    ],
    ids=str,
)
def test_a_point_that_can_have_moments_is_no_problem(given: dict[str, Any]) -> None:
    """What lies on the day of an end, or comes after a rest, is a moment all the same."""
    assert list(gs.verify(planned(**given))) == []


@pytest.mark.parametrize(
    ("problems", "build"),
    [pytest.param(*case, id=f"{min(case[0])[0]}-{n}") for n, case in enumerate(UNWISE)],
)
def test_what_is_unwise_is_named(problems: set[tuple[str, str]], build: Callable[[], gs.Process]) -> None:
    """A process that can be built but is unwise is found out, with every problem by name and place."""
    found = gs.verify(build())
    assert {(problem.code, problem.where) for problem in found} == problems
    assert len({(problem.where, problem.message) for problem in found}) == len(found)
    assert found
    assert all(problem.message for problem in found)


def test_phases_that_are_called_alike_are_told_once() -> None:
    """Two phases with one label in several languages are one problem; that both say nothing is another."""
    alike = gs.verify(process((BEGIN, gs.Phase("work", label("begin")), DONE), *LINE))
    assert [(problem.code, problem.where) for problem in alike] == [("label-twice", "work")]
    empty = gs.verify(
        process((gs.Phase("begin", label(" "), "initial"), gs.Phase("work", label(" ")), DONE), *LINE)
    )
    assert {problem.code for problem in empty} == {"label"}


FIRST_READ: list[tuple[dict[str, Any], str, str]] = [
    ({"fraction": 0.5}, "fraction", "every before_end offset window min_count anchor"),
    ({}, "before_end", "every offset window min_count"),
    ({"before_end": None, "every": None}, "a single moment (every is missing)", "min_count"),
    ({"before_end": None}, "", ""),
]


@pytest.mark.parametrize(("changes", "read", "unread"), FIRST_READ)
def test_what_is_not_read_beside_another_field_is_named(
    changes: dict[str, Any], read: str, unread: str
) -> None:
    """Of a fraction, a time before the end and a period the first counts; what it leaves unread is told."""
    every = {"before_end": YEARLY, "every": YEARLY, "offset": YEARLY, "min_count": 2}
    given = {"anchor": OnStatement("purpose", "until"), "window": Window("05-01", "05-31")}
    found = gs.verify(planned(**(every | given | changes)))
    assert [x.message for x in found] == [f"{name} is not read beside {read}" for name in unread.split()]


@pytest.mark.parametrize("process_", PROCESSES, ids=lambda p: p.key)
def test_the_processes_have_no_problems(process_: gs.Process) -> None:
    """What ships is reachable, has a way to an outcome, is cited and labelled, and can be met."""
    found = gs.verify(process_)
    assert list(found) == []
    assert not found


ENTAILED: list[tuple[c.Condition, c.Condition]] = [
    (c.OnRecord(("purpose", "rationale")), c.OnRecord("purpose")),
    (c.OnRecord("purpose", dated=True), c.OnRecord("purpose")),
    (c.OnRecord("backing", each=c.Parties()), c.OnRecord("backing", each=c.Parties(or_none=True))),
    (c.PartyCount(at_least=3), c.PartyCount(at_least=2)),
    (c.PartyCount(at_most=2), c.PartyCount(at_most=3)),
    (c.RoleFilled("alderman"), c.RoleFilled(("alderman", "champion"))),
    (c.RoleFilled("alderman"), c.RoleFilled()),
    (c.Contributed(measured=True), c.Contributed(status="asked")),
    (c.Agreed(("goal", "term"), signed=True), c.Agreed("term")),
    (c.Evaluated(decisions="adapt"), c.Evaluated(decisions=("adapt", "continue"))),
    (c.Evaluated("final", since_entry=True), c.Evaluated()),
    (c.EvaluationArranged(recurring=True), c.EvaluationArranged()),
    (c.InContact("plenary", at_least=2), c.InContact("plenary")),
    (c.RecordCount("backing", at_least=2), c.OnRecord("backing")),
    (c.OnRecord("backing"), c.RecordCount("backing", at_least=1)),
    (ALWAYS, c.AnyOf((c.RoleFilled(), ALWAYS))),
    (c.AllOf((ALWAYS, c.RoleFilled())), c.RoleFilled()),
    (c.AnyOf((c.RoleFilled("alderman"), c.RoleFilled("champion"))), c.RoleFilled()),
]

NOT_ENTAILED: list[tuple[c.Condition, c.Condition]] = [
    (c.OnRecord("purpose"), c.OnRecord(("purpose", "rationale"))),
    (c.OnRecord("backing", each=c.Parties(or_none=True)), c.OnRecord("backing")),
    (c.OnRecord("backing", each=c.Parties(or_none=True)), c.OnRecord("backing", each=c.Parties())),
    (c.RoleFilled(("alderman", "champion")), c.RoleFilled("alderman")),
    (c.Evaluated(), c.Evaluated("final")),
    (c.AnyOf((ALWAYS, c.RoleFilled())), ALWAYS),
    (c.Measured("capacity_money", at_least=3), c.Measured("capacity_money", at_least=c.Same("purpose"))),
]


@pytest.mark.parametrize(("first", "second"), ENTAILED, ids=str)
def test_what_follows_is_told(first: c.Condition, second: c.Condition) -> None:
    """Where one rule, when met, makes another met in the same place, verification says so."""
    found = gs.verify(tiny(rule(first), rule(second, code="OWN-02")))
    assert Entailment("begin.go", "OWN-01", "OWN-02") in found.entailments


@pytest.mark.parametrize(("first", "second"), NOT_ENTAILED, ids=str)
def test_what_does_not_follow_is_not_told(first: c.Condition, second: c.Condition) -> None:
    """A rule that can be met without the other entails nothing."""
    found = gs.verify(tiny(rule(first), rule(second, code="OWN-02")))
    assert Entailment("begin.go", "OWN-01", "OWN-02") not in found.entailments


def test_each_place_is_looked_at_by_itself() -> None:
    """What follows, and what is never met together, is told of rules that stand in one place."""
    more, less = rule(c.PartyCount(at_least=3)), rule(c.PartyCount(at_least=2), code="OWN-02")
    never = rule(c.PartyCount(at_most=1), code="OWN-03")
    watched = gs.verify(tiny(watches=(more, less, never)))
    assert watched.entailments == (Entailment("work", "OWN-01", "OWN-02"),)
    assert [(x.where, x.message[:17]) for x in watched] == [
        ("work", "OWN-01 and OWN-03"),
        ("work", "OWN-02 and OWN-03"),
    ]
    both = gs.verify(tiny(more, advises=(less,), again=(never,), watches=(less,)))
    assert both.entailments == (Entailment("begin.go", "OWN-01", "OWN-02"),)
    assert not both


def test_what_time_still_lets_off_entails_nothing() -> None:
    """A watched rule that is not asked for yet, in its first period, makes no other rule met."""
    rhythm, ever = rule(c.InContact(every=gs.Every(months=3))), rule(c.InContact(), code="OWN-02")
    process = tiny(watches=(rhythm, ever))
    watch = adopted(process, "work").monitor(on=DAY)
    assert [row.status for row in watch.outcomes] == ["met", "advised"]
    assert Entailment("work", "OWN-01", "OWN-02") not in gs.verify(process).entailments


def test_entailments_are_no_problem() -> None:
    """A process whose rules entail one another is as good as any."""
    found = gs.verify(tiny(rule(ALWAYS), rule(ALWAYS, code="OWN-02")))
    assert not found
    assert len(found.entailments) == 2
