"""The laws of a process: each broken once, and all problems at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.numbers import _A_DAY
from tests.support.builders import CITED, label, rule, tiny

BEGIN = gs.Phase("begin", label(), kind="initial")
WORK = gs.Phase("work", label())
DONE = gs.Phase("done", label(), kind="final", outcome="success")


def step(source: gs.Phase, target: gs.Phase | str, trigger: str, **changes: Any) -> gs.Transition:
    return source.to(target, trigger, label=label(), **changes)


GO, FINISH = step(BEGIN, WORK, "go"), step(WORK, DONE, "finish")


def process(*extra: gs.Transition, **changes: Any) -> gs.Process:
    parts: dict[str, Any] = {
        "key": "own",
        "label": label(),
        "phases": (BEGIN, WORK, DONE),
        "transitions": (GO, FINISH, *extra),
        "terms": gs.PPS.terms,
    }
    return gs.Process(**(parts | changes))


def point(key: str = "point", **changes: Any) -> gs.EvaluationPoint:
    parts: dict[str, Any] = {"label": label(), "kind": "periodic", "anchor": p.OnPhase("work")}
    return gs.EvaluationPoint(key=key, citation=CITED, **(parts | changes))


def limit(value: int) -> gs.Limit:
    return gs.Limit("most", value, label())


def often(months: int) -> gs.Limit:
    return gs.Limit("often", gs.Every(months=months), label())


ALWAYS = c.OnRecord("purpose")
ASKED = "work.back requires, OWN-01"


def inside(levels: int) -> c.Condition:
    """Return a condition so many levels down."""
    condition: c.Condition = ALWAYS
    for _ in range(levels - 1):
        condition = c.AllOf((condition,))
    return condition


BROKEN: list[tuple[str, str, Callable[[], gs.Process]]] = [
    ("key", "'Own'", lambda: process(key="Own")),
    ("key", "3", lambda: process(key=3)),
    ("initial", "own", lambda: process(phases=(WORK, DONE, gs.Phase("begin", label())))),
    ("initial", "own", lambda: process(phases=(BEGIN, WORK, DONE, gs.Phase("b", label(), "initial")))),
    ("phase-twice", "work", lambda: process(phases=(BEGIN, WORK, WORK, DONE))),
    ("key", "'Work'", lambda: process(phases=(BEGIN, WORK, DONE, gs.Phase("Work", label())))),
    ("kind", "odd", lambda: process(phases=(BEGIN, WORK, DONE, gs.Phase("odd", label(), "odd")))),  # type: ignore[arg-type]
    ("outcome", "end", lambda: process(phases=(BEGIN, WORK, DONE, gs.Phase("end", label(), "final")))),
    (
        "outcome",
        "end",
        lambda: process(phases=(BEGIN, WORK, DONE, gs.Phase("end", label(), outcome="early"))),
    ),
    (
        "outcome",
        "end",
        lambda: process(phases=(BEGIN, WORK, DONE, gs.Phase("end", label(), "final", "good"))),  # type: ignore[arg-type]
    ),
    ("transition-twice", "begin.go", lambda: process(step(BEGIN, DONE, "go"))),
    ("key", "begin.Go", lambda: process(step(BEGIN, WORK, "Go"))),
    ("unknown-source", "wrok.back", lambda: process(step(gs.Phase("wrok", label()), BEGIN, "back"))),
    ("unknown-target", "work.back", lambda: process(step(WORK, "bgin", "back"))),
    ("final", "done.again", lambda: process(step(DONE, WORK, "again"))),
    ("unknown-since", "work.back", lambda: process(step(WORK, BEGIN, "back", since="bgin"))),
    ("concerns", "work.join", lambda: process(step(WORK, WORK, "join", concerns="role"))),
    (
        "rule-twice",
        "work.back requires",
        lambda: process(step(WORK, BEGIN, "back", requires=(rule(ALWAYS), rule(c.RoleFilled())))),
    ),
    (
        "rule-twice",
        "work.back",
        lambda: process(step(WORK, BEGIN, "back", requires=(rule(ALWAYS),), advises=(rule(ALWAYS),))),
    ),
    (
        "two-meanings",
        "work.b requires",
        lambda: process(
            step(WORK, BEGIN, "a", requires=(rule(ALWAYS),)),
            step(WORK, BEGIN, "b", requires=(rule(ALWAYS, text=label("iets anders")),)),
        ),
    ),
    ("term-twice", "purpose", lambda: process(terms=(*gs.PPS.terms, gs.Term("purpose", label())))),
    (
        "unknown-word",
        "work.back requires, OWN-01",
        lambda: process(step(WORK, BEGIN, "back", requires=(rule(c.OnRecord("purpos")),))),
    ),
    ("unknown-word", "point", lambda: process(evaluation_points=(point(kind="perodic"),))),
    (
        "limit",
        "most",
        lambda: process(
            step(WORK, BEGIN, "a", requires=(rule(c.PartyCount(at_most=limit(3))),)),
            step(WORK, BEGIN, "b", requires=(rule(c.PartyCount(at_most=limit(4))),)),
        ),
    ),
    (
        "limit",
        "often",
        lambda: process(
            step(WORK, BEGIN, "a", requires=(rule(c.InContact(every=often(3))),)),
            evaluation_points=(point(every=often(6)),),
        ),
    ),
    ("point-twice", "point", lambda: process(evaluation_points=(point(), point()))),
    ("unknown-phase", "point", lambda: process(evaluation_points=(point(while_in=("wrok",)),))),
    ("unknown-phase", "point", lambda: process(evaluation_points=(point(anchor=p.OnPhase("wrok")),))),
    ("unknown-trigger", "point", lambda: process(evaluation_points=(point(anchor=p.OnTrigger("og")),))),
    (
        "unknown-trigger",
        "point",
        lambda: process(evaluation_points=(point(on_events=((p.OnTrigger("og"), None),)),)),
    ),
    ("unknown-phase", "work.back", lambda: process(step(WORK, BEGIN, "back", falls_due=p.OnPhase("wrok")))),
    ("unknown-trigger", "work.back", lambda: process(step(WORK, BEGIN, "back", falls_due=p.OnTrigger("og")))),
    ("unknown-word", "work.back", lambda: process(step(WORK, BEGIN, "back", falls_due=p.OnStatement("no")))),
    ("fraction", "point", lambda: process(evaluation_points=(point(fraction=1.5),))),
    ("fraction", "point", lambda: process(evaluation_points=(point(fraction=float("nan")),))),
    ("min-count", "point", lambda: process(evaluation_points=(point(min_count=0),))),
    ("unknown-rule", "point", lambda: process(evaluation_points=(point(rule="OWN-99"),))),
    ("min-count", "point", lambda: process(evaluation_points=(point(min_count=limit(0)),))),
    ("min-count", "point", lambda: process(evaluation_points=(point(min_count=367),))),
    ("count", "own", lambda: process(version=0)),
    ("count", "work", lambda: process(phases=(BEGIN, attrs.evolve(WORK, stage=-1), DONE))),
    ("count", ASKED, lambda: asking(c.PartyCount(at_least=-1))),
    ("count", ASKED, lambda: asking(c.RecordCount("purpose", at_most=10**400))),
    ("count", ASKED, lambda: asking(c.InContact(at_least=limit(10**6 + 1)))),
    ("count", ASKED, lambda: asking(c.ActionCount(at_least=-1))),
    ("count", ASKED, lambda: asking(c.Measured("capacity_money", at_least=-(10**16)))),
    ("bounds", ASKED, lambda: asking(c.PartyCount(at_least=3, at_most=2))),
    ("bounds", ASKED, lambda: asking(c.AnyOf((c.Measured("capacity_money", 3, limit(2)),)))),
    ("bounds", ASKED, lambda: asking(c.Lasts("purpose", gs.Every(years=1), gs.Every(months=11)))),
    ("depth", ASKED, lambda: asking(inside(31))),
    ("depth", ASKED, lambda: asking(inside(100_000))),
    ("subject", "own", lambda: process(subject="person")),
    ("edge", "point", lambda: process(evaluation_points=(point(anchor=p.OnTerm("middle")),))),  # type: ignore[arg-type]
    (
        "status",
        "work.back requires, OWN-01",
        lambda: process(step(WORK, BEGIN, "back", requires=(rule(c.Contributed(status="given")),))),  # type: ignore[arg-type]
    ),
]

LIES_IN: dict[str, str] = {
    # the last field on the way to what breaks a law
    **{field: field for field in ("concerns", "edge", "fraction", "kind", "outcome", "status", "subject")},
    "key": "key trigger",
    "initial": "phases",
    "phase-twice": "key",
    "transition-twice": "transitions",
    "unknown-source": "source",
    "unknown-target": "target",
    "final": "source",
    "unknown-since": "since",
    "rule-twice": "requires advises",
    "two-meanings": "requires",
    "term-twice": "key",
    "unknown-word": "conditions evaluation_points transitions",
    "limit": "value",
    "point-twice": "key",
    "unknown-phase": "phase while_in",
    "unknown-trigger": "trigger",
    "unknown-rule": "rule",
    "min-count": "min_count",
    "count": "version stage at_least at_most",
    "bounds": "at_least",
    "depth": "conditions",
}

UNTYPED: list[tuple[str, Callable[[], gs.Process]]] = [
    ("own", lambda: process(label="own")),
    ("own", lambda: process(version="1")),
    ("own", lambda: process(terms=("purpose",))),
    ("own", lambda: process(phases=(BEGIN, WORK, DONE, "end"))),
    ("own", lambda: process("go")),  # type: ignore[arg-type]
    ("work", lambda: process(phases=(BEGIN, attrs.evolve(WORK, stage="2"), DONE))),  # type: ignore[arg-type]
    ("work.back", lambda: process(step(WORK, BEGIN, "back", requires=(ALWAYS,)))),
    ("work.back", lambda: process(step(WORK, BEGIN, "back", falls_due="work"))),
    ("work.back", lambda: process(step(WORK, BEGIN, "back", since=3))),
    ("point", lambda: process(evaluation_points=(point(anchor=(p.OnPhase("work"), p.OnTerm())),))),
    ("point", lambda: process(evaluation_points=(point(anchor="work"),))),
    ("point", lambda: process(evaluation_points=(point(on_events=(p.OnTerm(),)),))),
    ("point", lambda: process(evaluation_points=(point(every="P3M"),))),
    ("point", lambda: process(evaluation_points=(point(every=3),))),
    ("point", lambda: process(evaluation_points=(point(min_count="2"),))),
    ("point", lambda: process(evaluation_points=(point(while_in=("work", 3)),))),
    ("point", lambda: process(evaluation_points=(point(window=("01-01", "12-31")),))),
    ("work.back requires, OWN-01", lambda: asking("purpose")),
    ("work watches, OWN-01", lambda: watching(rule(c.PartyCount(at_least="2")))),  # type: ignore[arg-type]
    (
        "work.back advises, OWN-01",
        lambda: process(step(WORK, BEGIN, "back", advises=(rule(c.PartyCount(at_least="2")),))),  # type: ignore[arg-type]
    ),
    ("work.back requires, OWN-01", lambda: asking(c.PartyCount(at_least="2"))),  # type: ignore[arg-type]
    ("work.back requires, OWN-01", lambda: asking(c.PartyCount(at_least=True))),
    ("work.back requires, OWN-01", lambda: asking(c.PartyCount(c.Parties(internal="yes")))),  # type: ignore[arg-type]
    ("work.back requires, OWN-01", lambda: asking(c.OnRecord("purpose", each=c.Parties(or_none=1)))),  # type: ignore[arg-type]
    ("work.back requires, OWN-01", lambda: asking(c.InContact(present=(c.Parties(taken_over=0),)))),  # type: ignore[arg-type]
    ("work.back requires, OWN-01", lambda: asking(c.OnRecord("purpose", max_age=12))),  # type: ignore[arg-type]
    ("work.back requires, OWN-01", lambda: asking(c.OnRecord((3,)))),  # type: ignore[arg-type]
    ("work.back requires, OWN-01", lambda: asking(c.AllOf((c.AnyOf(("purpose",)),)))),  # type: ignore[arg-type]
    ("work.back requires, OWN-01", lambda: asking(c.ConsentOfAll("start", "parties"))),  # type: ignore[arg-type]
    ("work.back requires, OWN-01", lambda: asking(c.PartyCount(at_least=limit("2")))),  # type: ignore[arg-type]
]
"""Processes in which one value has the wrong type, and where."""


def watching(asked: gs.Requirement) -> gs.Process:
    return process(phases=(BEGIN, attrs.evolve(WORK, watches=(asked,)), DONE))


def asking(condition: Any) -> gs.Process:
    return process(step(WORK, BEGIN, "back", requires=(rule(condition),)))


@pytest.mark.parametrize(
    ("code", "where", "build"),
    [pytest.param(*case, id=f"{case[0]}-{n}") for n, case in enumerate(BROKEN)],
)
def test_a_broken_law_is_named(code: str, where: str, build: Callable[[], gs.Process]) -> None:
    """A process that breaks one law is refused for that law alone, at the place where it is broken."""
    with pytest.raises(gs.InvalidProcess) as caught:
        build()
    assert [(problem.code, problem.where) for problem in caught.value.problems] == [(code, where)]
    assert problem_texts(caught.value)
    (problem,) = caught.value.problems
    assert [step for step in problem.path if isinstance(step, str)][-1] in LIES_IN[code].split()


@pytest.mark.parametrize(
    ("where", "build"), [pytest.param(*case, id=f"{case[0]}-{n}") for n, case in enumerate(UNTYPED)]
)
def test_a_value_of_the_wrong_type_is_named(where: str, build: Callable[[], gs.Process]) -> None:
    """What would stop a check or a schedule later is refused when the process is built, with its place."""
    with pytest.raises(gs.InvalidProcess, match=r"takes .+, not ") as caught:
        build()
    assert {(problem.code, problem.where) for problem in caught.value.problems} == {("wrong-type", where)}


def test_every_wrong_type_is_reported_at_once() -> None:
    """Wrong types in different values are told together."""
    with pytest.raises(gs.InvalidProcess) as caught:
        process(
            step(WORK, BEGIN, "back", falls_due="terug"), evaluation_points=(point(every=3, min_count="2"),)
        )
    assert [problem.where for problem in caught.value.problems] == ["work.back", "point", "point"]


def staged(stage: Any) -> gs.Process:
    return process(phases=(BEGIN, attrs.evolve(WORK, stage=stage), DONE))


PATHS: list[tuple[tuple[str | int, ...], Callable[[], gs.Process]]] = [
    (("key",), lambda: process(key="Own")),
    (("phases", 1, "stage"), lambda: staged("2")),
    (("phases", 3, "key"), lambda: process(phases=(BEGIN, WORK, DONE, attrs.evolve(DONE)))),
    (("transitions", 2, "target"), lambda: process(step(WORK, "bgin", "back"))),
    (
        ("transitions", 2, "requires", 0, "conditions", 1, "conditions", 0, "at_least"),
        lambda: process(
            step(WORK, BEGIN, "back", requires=(rule(ALWAYS, c.AnyOf((c.PartyCount(at_least=-1),))),))
        ),
    ),
    (("transitions", 2, "requires", 0, "conditions"), lambda: asking(inside(40))),
    (("transitions", 2, "requires", 0, "conditions", 0), lambda: asking(c.OnRecord("purpos"))),
    (
        ("evaluation_points", 1, "fraction"),
        lambda: process(evaluation_points=(point(), point("b", fraction=2))),
    ),
    (
        ("evaluation_points", 0, "anchor", "phase"),
        lambda: process(evaluation_points=(point(anchor=p.OnPhase("x")),)),
    ),
    (
        ("terms", len(gs.PPS.terms), "key"),
        lambda: process(terms=(*gs.PPS.terms, attrs.evolve(gs.PPS.terms[0]))),
    ),
]


@pytest.mark.parametrize(("path", "build"), PATHS, ids=[str(path[-1]) for path, _ in PATHS])
def test_a_problem_says_where_it_lies(path: tuple[str | int, ...], build: Callable[[], gs.Process]) -> None:
    """Fields and numbers lead to what is wrong, in the value as in its document."""
    with pytest.raises(gs.InvalidProcess) as caught:
        build()
    assert [problem.path for problem in caught.value.problems] == [path]


def test_the_initial_phases_are_told() -> None:
    """Which phases are initial is told, and that none is."""
    with pytest.raises(gs.InvalidProcess, match="exactly one phase is initial, here: none"):
        process(phases=(WORK, DONE, gs.Phase("begin", label())))
    with pytest.raises(gs.InvalidProcess, match="exactly one phase is initial, here: begin, b"):
        process(phases=(BEGIN, WORK, DONE, gs.Phase("b", label(), "initial")))


def test_a_limit_of_a_point_is_one_of_the_process() -> None:
    """The limits of a process are those of its rules and those of its points, each by its key."""
    asked = step(WORK, BEGIN, "a", requires=(rule(c.PartyCount(at_most=limit(3))),))
    own = process(asked, evaluation_points=(point(every=often(6)),))
    assert own.limits == {"most": limit(3), "often": often(6)}
    assert own.adapt(key="two", limits={"often": gs.Every(weeks=1)}).evaluation_points[0].every != often(6)


def test_the_deepest_conditions_that_are_taken_are_read() -> None:
    """Conditions as deep as the law has it are judged, told and kept."""
    deep = asking(inside(30))
    assert gs.loads(gs.dumps(deep)) == deep


@pytest.mark.parametrize(
    "build",
    [
        lambda: process(version=10**6),
        lambda: staged(0),
        lambda: staged(10**6),
        lambda: asking(c.PartyCount(at_least=0, at_most=0)),
        lambda: asking(c.ActionCount(at_most=10**6)),
        lambda: asking(c.Measured("capacity_money", -(10**15), 10**15)),
        lambda: asking(c.Measured("capacity_money", c.Same("capacity_hours"), -1)),
        lambda: asking(c.Lasts("purpose", gs.Every(years=1), gs.Every(months=12))),
        lambda: process(evaluation_points=(point(min_count=1),)),
        lambda: process(evaluation_points=(point(min_count=366),)),
        lambda: process(evaluation_points=(point(min_count=limit(366)),)),
        lambda: process(evaluation_points=(point(fraction=0.001), point("b", fraction=0.999))),
    ],
)
def test_a_bound_is_within_itself(build: Callable[[], gs.Process]) -> None:
    """The lowest and the highest number that a law allows are allowed."""
    assert build().initial == "begin"


@pytest.mark.parametrize(
    ("code", "build"),
    [
        ("count", lambda: process(version=10**6 + 1)),
        ("count", lambda: staged(10**6 + 1)),
        ("count", lambda: asking(c.PartyCount(at_most=10**6 + 1))),
        ("count", lambda: asking(c.Measured("capacity_money", at_most=10**15 + 1))),
        ("count", lambda: asking(c.Measured("capacity_money", at_least=-(10**15) - 1))),
        ("fraction", lambda: process(evaluation_points=(point(fraction=0.0),))),
        ("fraction", lambda: process(evaluation_points=(point(fraction=1.0),))),
    ],
)
def test_what_lies_just_outside_a_bound_is_refused(code: str, build: Callable[[], gs.Process]) -> None:
    """A number that lies one beyond what a law allows, or on an end that it leaves out, is refused."""
    with pytest.raises(gs.InvalidProcess) as caught:
        build()
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_rule_that_stands_in_several_places_is_told_once() -> None:
    """What is wrong inside one rule is told where it stands first, and not again for each place."""
    for condition in (c.PartyCount(at_least=-1), c.PartyCount(at_least="2")):  # type: ignore[arg-type]
        own = rule(condition)
        with pytest.raises(gs.InvalidProcess) as caught:
            process(step(WORK, BEGIN, "a", requires=(own,)), step(WORK, BEGIN, "b", advises=(own,)))
        assert [problem.where for problem in caught.value.problems] == ["work.a requires, OWN-01"]


def test_an_unknown_word_is_told_once_in_each_place() -> None:
    """Each word that a rule does not know is told, and told again only of another rule."""
    asked = c.AnyOf((c.OnRecord("purpos"), c.OnRecord(("purpos", "rationle"))))
    with pytest.raises(gs.InvalidProcess) as caught:
        process(step(WORK, BEGIN, "back", requires=(rule(asked), rule(c.OnRecord("purpos"), code="OWN-02"))))
    assert [(x.where[-6:], x.message.split("'")[1]) for x in caught.value.problems] == [
        ("OWN-01", "purpos"),
        ("OWN-01", "rationle"),
        ("OWN-02", "purpos"),
    ]


def problem_texts(error: gs.InvalidProcess) -> bool:
    return all(problem.message and str(problem) in str(error) for problem in error.problems)


def test_the_unbroken_process_is_one() -> None:
    """The parts that each test changes in one place make a process as they stand."""
    assert process().initial == "begin"


def test_all_problems_are_reported_at_once() -> None:
    """A process that breaks several laws hears of all of them."""
    with pytest.raises(gs.InvalidProcess) as caught:
        process(
            step(WORK, "bgin", "back"),
            step(DONE, WORK, "again", requires=(rule(c.RoleFilled("aldermn")),)),
            phases=(BEGIN, WORK, WORK, DONE),
            evaluation_points=(point(), point()),
        )
    assert [problem.code for problem in caught.value.problems] == [
        "phase-twice",
        "unknown-target",
        "final",
        "unknown-word",
        "point-twice",
    ]


def test_the_nearest_name_is_offered() -> None:
    """A misspelt phase or word comes with the one that was probably meant."""
    with pytest.raises(gs.InvalidProcess, match="did you mean 'begin'"):
        process(step(WORK, "bgin", "back"))
    with pytest.raises(gs.InvalidProcess, match="did you mean 'purpose'"):
        tiny(rule(c.OnRecord("purpos")))


@pytest.mark.parametrize(
    "condition",
    [
        c.PartyCount(at_least=gs.Limit("most", gs.Every(months=3), label())),
        c.InContact(every=gs.Limit("often", 3, label())),
        c.OnRecord("purpose", max_age=gs.Limit("age", 3, label())),
    ],
    ids=["a period for a number", "a number for a period", "a number for an age"],
)
def test_a_limit_of_the_wrong_kind_is_refused(condition: c.Condition) -> None:
    """A period where a number is needed, or the reverse, is found when the process is built."""
    with pytest.raises(gs.InvalidProcess) as caught:
        tiny(rule(condition))
    found = {(problem.code, problem.path[-1], problem.where) for problem in caught.value.problems}
    assert found == {("limit", "value", limit.key) for limit in c.limits_in(condition)}


def test_one_rule_may_ask_otherwise_in_another_slot() -> None:
    """One code and text may stand with different conditions in different places."""
    own = rule(ALWAYS)
    asked = process(
        step(WORK, BEGIN, "a", requires=(own,)),
        step(WORK, BEGIN, "b", requires=(own.asking(c.OnRecord("rationale")),)),
    )
    assert asked.requirements["OWN-01"] == own


PARTS = st.tuples(st.integers(0, 3), st.integers(0, 30), st.integers(0, 9), st.integers(0, 70))
PERIODS = PARTS.filter(any).map(lambda parts: gs.Every(*parts))


@given(PERIODS, PERIODS)
@example(gs.Every(years=1), gs.Every(months=12))
@example(gs.Every(years=1, days=1), gs.Every(months=12))
@example(gs.Every(years=2, months=13), gs.Every(years=3, days=31))
@example(gs.Every(years=2, months=13), gs.Every(years=3, days=30))
@example(gs.Every(months=1), gs.Every(weeks=4, days=3))
@example(gs.Every(months=1), gs.Every(weeks=4, days=2))
@example(gs.Every(years=9000), gs.Every(weeks=10**12))
@example(gs.Every(days=10**6), gs.Every(months=10**6))
@example(gs.Every(years=7975, days=364), gs.Every(years=7975, days=365))
@example(gs.Every(years=7975, days=365), gs.Every(years=7975, days=364))
@example(gs.Every(years=7976), gs.Every(years=7975, days=364))
def test_bounds_of_a_duration_are_compared_by_the_days_that_they_end(least: gs.Every, most: gs.Every) -> None:
    """A duration of at least one period and at most another is possible where the one does not end later."""
    day = _A_DAY
    try:
        asking(c.Lasts("purpose", least, most))
    except gs.InvalidProcess as problem:
        assert [found.code for found in problem.problems] == ["bounds"]
        assert least.after(day) > most.after(day)
    else:
        assert least.after(day) <= most.after(day)
