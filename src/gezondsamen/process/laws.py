"""The laws a process obeys from the moment it exists: one small check per law, all problems at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from gezondsamen.errors import Problem
from gezondsamen.process.conditions import Limit, limits_in
from gezondsamen.process.evaluation_points import EvaluationPoint, OnPhase, OnTrigger
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import Term, is_key, unknown_in, words

_PROCESS_KEY = re.compile(r"[a-z][a-z0-9_-]*\Z")

Slot = tuple[str, tuple[Requirement, ...]]


def slots(phases: tuple[Phase, ...], transitions: tuple[Transition, ...]) -> Iterator[Slot]:
    """Yield (where, rules) for every place in which rules stand."""
    for transition in transitions:
        where = f"{transition.source}.{transition.trigger}"
        yield f"{where} requires", transition.requires
        yield f"{where} advises", transition.advises
    for phase in phases:
        yield f"{phase.key} watches", phase.watches


def problems(
    key: object,
    phases: tuple[Phase, ...],
    transitions: tuple[Transition, ...],
    points: tuple[EvaluationPoint, ...],
    terms: tuple[Term, ...],
) -> tuple[Problem, ...]:
    """Return every law that these parts of a process break."""
    if not isinstance(key, str) or not _PROCESS_KEY.match(key):
        return (Problem("key", repr(key), "a process key is lower-case letters, digits, '_' and '-'"),)
    return (
        *_phases(key, phases),
        *_transitions(phases, transitions),
        *_rules(phases, transitions),
        *_words(phases, transitions, points, terms),
        *_limits(phases, transitions, points),
        *_points(phases, transitions, points),
    )


def _repeated(keys: list[str]) -> list[str]:
    return [key for key, count in Counter(keys).items() if count > 1]


def _phases(key: str, phases: tuple[Phase, ...]) -> Iterator[Problem]:
    initial = [phase.key for phase in phases if phase.kind == "initial"]
    if len(initial) != 1:
        found = ", ".join(initial) or "none"
        yield Problem("initial", key, f"exactly one phase is initial, here: {found}")
    for repeated in _repeated([phase.key for phase in phases]):
        yield Problem("phase-twice", repeated, "two phases have this key")
    for phase in phases:
        if not is_key(phase.key):
            yield Problem("key", repr(phase.key), "a phase key is lower-case snake_case")
        if phase.kind not in ("initial", "normal", "suspended", "final"):
            yield Problem("kind", phase.key, f"{phase.kind!r} is not a kind of phase")
        elif (phase.kind == "final") != (phase.outcome is not None):
            yield Problem("outcome", phase.key, "a final phase has an outcome, any other has none")
        elif phase.outcome not in (None, "success", "early", "neutral"):
            yield Problem("outcome", phase.key, f"{phase.outcome!r} is not an outcome")


def _transitions(phases: tuple[Phase, ...], transitions: tuple[Transition, ...]) -> Iterator[Problem]:
    kinds = {phase.key: phase.kind for phase in phases}
    for repeated in _repeated([f"{t.source}.{t.trigger}" for t in transitions]):
        yield Problem("transition-twice", repeated, "one trigger leads out of a phase once")
    for transition in transitions:
        where = f"{transition.source}.{transition.trigger}"
        if not is_key(transition.trigger):
            yield Problem("key", where, "a trigger is lower-case snake_case")
        for end, phase in (("source", transition.source), ("target", transition.target)):
            if phase not in kinds:
                yield _unknown(f"unknown-{end}", where, f"{end} phase", phase, list(kinds))
        if kinds.get(transition.source) == "final":
            yield Problem("final", where, "no transition leads out of a final phase")
        if transition.since is not None and transition.since not in kinds:
            yield _unknown("unknown-since", where, "phase", transition.since, list(kinds))
        if transition.concerns not in (None, "party"):
            yield Problem("concerns", where, "a step concerns a party, or nothing")


def _rules(phases: tuple[Phase, ...], transitions: tuple[Transition, ...]) -> Iterator[Problem]:
    first: dict[str, Requirement] = {}
    for where, rules in slots(phases, transitions):
        for repeated in _repeated([rule.code for rule in rules]):
            yield Problem("rule-twice", where, f"{repeated} stands here twice")
        for rule in rules:
            known = first.setdefault(rule.code, rule)
            if known is not rule and known.asking() != rule.asking():
                yield Problem("two-meanings", where, f"{rule.code} stands elsewhere with another text")
    for transition in transitions:
        for code in {r.code for r in transition.requires} & {r.code for r in transition.advises}:
            where = f"{transition.source}.{transition.trigger}"
            yield Problem("rule-twice", where, f"{code} both blocks and warns")


def _words(
    phases: tuple[Phase, ...],
    transitions: tuple[Transition, ...],
    points: tuple[EvaluationPoint, ...],
    terms: tuple[Term, ...],
) -> Iterator[Problem]:
    known: dict[str, set[str]] = {}
    for term in terms:
        keys = known.setdefault(term.scheme, set())
        if term.key in keys:
            yield Problem("term-twice", term.key, f"two terms of scheme {term.scheme} have this key")
        keys.add(term.key)
    reported = set()
    places: list[tuple[str, object]] = [
        (f"{where}, {rule.code}", rule.conditions)
        for where, rules in slots(phases, transitions)
        for rule in rules
    ]
    places += [(point.key, point) for point in points]
    for where, value in places:
        for scheme, key in words(value):
            if key not in known.get(scheme, ()) and (where, scheme, key) not in reported:
                reported.add((where, scheme, key))
                yield _unknown("unknown-word", where, scheme, key, sorted(known.get(scheme, ())))


def _limits(
    phases: tuple[Phase, ...], transitions: tuple[Transition, ...], points: tuple[EvaluationPoint, ...]
) -> Iterator[Problem]:
    first: dict[str, Limit] = {}
    rules = tuple(rule.conditions for _, found in slots(phases, transitions) for rule in found)
    yield from _kinds_of_limits((rules, points))
    for limit in limits_in((rules, points)):
        if first.setdefault(limit.key, limit) != limit:
            yield Problem("limit", limit.key, "one limit has one value, wherever it stands")


def _kinds_of_limits(value: Any) -> Iterator[Problem]:
    """Yield a problem for each limit that is a period where a number is needed, or the reverse."""
    if isinstance(value, tuple):
        for item in value:
            yield from _kinds_of_limits(item)
    elif attrs.has(type(value)) and not isinstance(value, Limit):
        for attribute in attrs.fields(type(value)):
            inner = getattr(value, attribute.name)
            if isinstance(inner, Limit):
                number = "int" in str(attribute.type)
                if number is not isinstance(inner.value, int):
                    kind = "a whole number" if number else "a period"
                    yield Problem("limit", inner.key, f"{kind} is needed where this limit stands")
            else:
                yield from _kinds_of_limits(inner)


def _points(
    phases: tuple[Phase, ...], transitions: tuple[Transition, ...], points: tuple[EvaluationPoint, ...]
) -> Iterator[Problem]:
    keys = [phase.key for phase in phases]
    triggers = [transition.trigger for transition in transitions]
    for repeated in _repeated([point.key for point in points]):
        yield Problem("point-twice", repeated, "two evaluation points have this key")
    for point in points:
        for phase in point.while_in:
            if phase not in keys:
                yield _unknown("unknown-phase", point.key, "phase", phase, keys)
        for anchor in (point.anchor, *(event for event, _ in point.on_events)):
            if isinstance(anchor, OnPhase) and anchor.phase not in keys:
                yield _unknown("unknown-phase", point.key, "phase", anchor.phase, keys)
            if isinstance(anchor, OnTrigger) and anchor.trigger not in triggers:
                yield _unknown("unknown-trigger", point.key, "trigger", anchor.trigger, triggers)


def _unknown(code: str, where: str, what: str, key: str, choices: list[str]) -> Problem:
    return unknown_in(where, code, key, choices, f"{what} {key!r} is not known")
