"""A strategy of small processes: well-formed by construction, each phase on a way from begin to end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from gezondsamen.arguments import check_number, items
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process.evaluation_points import EvaluationPoint, OnPhase, OnSchoolYear
from gezondsamen.process.graph import reachable
from gezondsamen.process.phases import Ending, Phase, PhaseKind, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import Term
from gezondsamen.testing.printing import at_length
from gezondsamen.testing.strategies.arguments import Argument, composed, resolved
from gezondsamen.testing.vocabulary import CITED, VOCABULARY, label, requirement

KINDS: Final[tuple[PhaseKind, ...]] = ("normal", "suspended")
OUTCOMES: Final[tuple[Ending, ...]] = ("success", "early", "neutral")

MOST_RULES: Final = 2
"""How many rules a step requires at most, and how many it advises."""


def _pick(scheme: str) -> st.SearchStrategy[str]:
    return st.sampled_from([term.key for term in VOCABULARY if term.scheme == scheme])


_EACH: Final = (None, c.Parties(), c.Parties(sides="private"), c.Parties(sides="private", or_none=True))

_LIMIT: Final = label("hoe vaak")


def _limit(value: int) -> c.Limit:
    return c.Limit(f"often_{value}", value, _LIMIT)


_each = st.integers(0, len(_EACH) - 1).map(_EACH.__getitem__)
_everyone = st.integers(1, len(_EACH) - 1).map(_EACH.__getitem__)
_few = st.none() | st.integers(0, 3)

_SIMPLE: Final[tuple[st.SearchStrategy[c.Condition], ...]] = (
    composed(c.OnRecord, _pick("topic").map(lambda key: (key,)), _each, since_entry=st.booleans()),
    composed(c.PartyCount, _everyone, at_least=st.integers(1, 3)),
    composed(c.PartyCount, _everyone, at_most=st.integers(0, 2)),
    composed(c.RoleFilled, _pick("role").map(lambda key: (key,)), each=_each),
    composed(
        c.RecordCount, _pick("topic"), at_least=st.integers(0, 2), at_most=st.none() | st.integers(2, 3)
    ),
    composed(c.Measured, _pick("topic"), at_most=_few),
    composed(c.ConsentOfAll, _pick("subject"), _everyone),
    composed(c.Contributed, _everyone, _pick("contribution_kind").map(lambda key: (key,))),
    composed(c.InContact, _pick("contact_kind").map(lambda key: (key,)), st.integers(1, 2), each=_each),
    composed(c.MetBefore, st.just("call"), st.just("visit"), _everyone),
    composed(c.Evaluated, decisions=st.sets(_pick("decision")).map(sorted), since_entry=st.booleans()),
    composed(
        c.Agreed,
        st.sets(_pick("clause")).map(sorted),
        signed=st.booleans(),
        obliged=st.none() | st.integers(1, 2),
        extended=st.booleans(),
    ),
    composed(c.NoticeGiven, _pick("topic"), _pick("topic"), leaving=st.booleans()),
    composed(c.OnRecord, _pick("topic").map(lambda key: (key,)), max_age=st.just(Every(months=3))),
    composed(c.RecordCount, _pick("topic"), at_least=composed(_limit, st.integers(1, 2))),
    composed(
        c.Lasts,
        _pick("topic"),
        at_least=st.none() | st.just(Every(months=1)),
        at_most=st.just(Every(years=1)),
    ),
    composed(c.Paired, _pick("topic"), _pick("topic"), st.sampled_from(("any", "after", "before"))),
    composed(c.TermRuns),
    composed(c.EvaluationArranged, recurring=st.booleans()),
    composed(c.ActionCount, at_least=st.integers(0, 1), at_most=st.none() | st.just(2)),
)
"""Simple conditions over `VOCABULARY`: what somebody has to say, agree, bring in, or be."""

CONDITIONS: Final[st.SearchStrategy[c.Condition]] = st.one_of(
    *_SIMPLE,
    composed(c.AllOf, st.tuples(_SIMPLE[0], _SIMPLE[1])),
    composed(c.AnyOf, st.tuples(_SIMPLE[0], _SIMPLE[3])),
)
"""Conditions of every kind over `VOCABULARY`, those that hold others included."""


def conditions() -> st.SearchStrategy[c.Condition]:
    """Draw conditions of every kind, in the words of drawn processes; shrinks towards a statement.

    >>> conditions().validate()
    """
    return CONDITIONS


def requirements(
    number: Argument[int] = ..., *, condition: Argument[c.Condition] = ...
) -> st.SearchStrategy[Requirement]:
    """Draw rules of one condition, `OWN-01`, `OWN-02`, ...; shrinks towards the first, of a statement.

    Their words are those of drawn processes. Give the rules of one process different numbers.

    >>> requirements(3).validate()
    """
    return composed(requirement, resolved(number, st.integers(1, 99)), resolved(condition, CONDITIONS))


def processes(
    requirements: Sequence[Requirement] | None = None,
    *,
    terms: Iterable[Term] = VOCABULARY,
    max_phases: int = 7,
) -> st.SearchStrategy[Process]:
    """Return a strategy of small well-formed processes: every phase on a way from begin to an end.

    Of two to `max_phases` phases, normal, suspended and final; with loops, ways back, steps that are
    exceptional, take in a party or look back to a phase; now and then a rule that is watched, a note and
    an evaluation point. What steps ask is drawn from
    `requirements`, with `terms` for their words; without them, simple rules of its own. Whether a
    step can ever be allowed is not looked at: `assert_process_laws` does. Shrinks towards
    begin → done, which asks nothing.

    Raises `InvalidArgument` when `max_phases` is less than two.

    >>> processes(max_phases=3).validate()
    """
    check_number("max_phases", max_phases)
    if max_phases < 2:
        message = f"a process has two phases at least, a beginning and an end; not {shown(max_phases)}"
        raise InvalidArgument("too-few-phases", message, shown(max_phases))
    given = None if requirements is None else items("requirements", requirements, Requirement, "rules")
    words = items("terms", terms, Term, "terms")

    @st.composite
    def drawn(draw: st.DrawFn) -> Process:
        phases = _phases(draw, max_phases)
        rules = given if given is not None else _rules(draw)
        ways = _ways(draw, phases)
        steps = _transitions(draw, phases, ways, rules)
        phases = _watched(draw, phases, rules)
        process = Process(
            key="own",
            label=label("eigen proces"),
            phases=phases,
            transitions=steps,
            evaluation_points=_points(draw, phases) if given is None else (),
            terms=words,
        )
        return at_length(process)

    return drawn()


def _phases(draw: st.DrawFn, most: int) -> tuple[Phase, ...]:
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=most - 2))
    between = [Phase(f"work_{n}", label(f"werk {n}"), kind=kind) for n, kind in enumerate(kinds, 1)]
    ends = [Phase("done", label("klaar"), kind="final", outcome="success")]
    if len(kinds) < most - 2 and draw(st.booleans()):
        outcome = draw(st.sampled_from(OUTCOMES))
        ends.append(Phase("stopped", label("gestopt"), kind="final", outcome=outcome))
    return (Phase("begin", label("begin"), kind="initial"), *between, *ends)


def _rules(draw: st.DrawFn) -> tuple[Requirement, ...]:
    """Draw a few rules, of which the last may be a note."""
    asked = draw(st.lists(CONDITIONS, max_size=4))
    rules = tuple(requirement(number, condition) for number, condition in enumerate(asked, 1))
    noted: bool = bool(rules) and draw(_SELDOM)
    return (*rules, requirement(len(rules) + 1)) if noted else rules


_SELDOM: Final = st.sampled_from((False, False, True))


def _watched(draw: st.DrawFn, phases: tuple[Phase, ...], rules: tuple[Requirement, ...]) -> tuple[Phase, ...]:
    """Let a phase that goes on watch a rule, now and then."""
    if not rules or not draw(_SELDOM):
        return phases
    place = draw(st.integers(0, sum(phase.kind != "final" for phase in phases) - 1))
    watches = (draw(st.sampled_from(rules)),)
    return tuple(
        attrs.evolve(phase, watches=watches if number == place else ()) for number, phase in enumerate(phases)
    )


def _points(draw: st.DrawFn, phases: tuple[Phase, ...]) -> tuple[EvaluationPoint, ...]:
    """Draw at most one evaluation point, counted from a phase or from the school year."""
    if not draw(_SELDOM):
        return ()
    running = [phase.key for phase in phases if phase.kind not in ("final", "suspended")]
    anchors: tuple[OnPhase | OnSchoolYear, ...] = (*map(OnPhase, running), OnSchoolYear())
    anchor = draw(st.sampled_from(anchors))
    every = draw(st.sampled_from((Every(years=1), Every(months=6))))
    point = EvaluationPoint(
        key="review",
        label=label("terugblik"),
        kind="review",
        anchor=anchor,
        every=None if isinstance(anchor, OnSchoolYear) else every,
        citation=CITED,
    )
    return (point,)


def _ways(draw: st.DrawFn, phases: tuple[Phase, ...]) -> list[tuple[str, str]]:
    """Draw (source, target) of each step: one into each phase, some more, and ends for all without."""
    running = [phase.key for phase in phases if phase.kind != "final"]
    ends = [phase.key for phase in phases if phase.kind == "final"]
    ways = [
        (draw(st.sampled_from(running[:number])), target) for number, target in enumerate(running) if number
    ]
    ways += [(draw(st.sampled_from(running)), end) for end in ends]
    everywhere = [phase.key for phase in phases]
    ways += draw(st.lists(st.tuples(st.sampled_from(running), st.sampled_from(everywhere)), max_size=5))
    for phase in reversed(running):
        if phase not in reachable(ends, [(target, source) for source, target in ways]):
            ways.append((phase, ends[0]))
    return ways


def _transitions(
    draw: st.DrawFn,
    phases: tuple[Phase, ...],
    ways: list[tuple[str, str]],
    rules: tuple[Requirement, ...],
) -> list[Transition]:
    at = {phase.key: phase for phase in phases}
    running = [phase.key for phase in phases if phase.kind != "final"]
    steps: list[Transition] = []
    for source, target in ways:
        stem = "again" if source == target else f"to_{target}"
        count = sum(step.source == source and step.target == target for step in steps)
        trigger = stem if not count else f"{stem}_{count + 1}"
        places = (
            draw(st.lists(st.integers(0, len(rules) - 1), max_size=2 * MOST_RULES, unique=True))
            if rules
            else []
        )
        asked = [rules[place] for place in places]
        before = [key for key in running if source in reachable((key,), ways)]
        options: dict[str, Any] = {
            "requires": tuple(asked[:MOST_RULES]),
            "advises": tuple(asked[MOST_RULES:]),
            "concerns": draw(st.sampled_from((None, None, "party"))),
            "since": draw(st.none() | st.sampled_from(before)),
            "exceptional": draw(st.sampled_from((False, False, True))),
        }
        steps.append(at[source].to(target, trigger, label=label(trigger), **options))
    return steps
