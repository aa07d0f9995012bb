"""The laws a process obeys from the moment it exists: one small check per law, all problems at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs

from gezondsamen.annotations import fits, hints, members, misfit
from gezondsamen.errors import Problem, shown
from gezondsamen.process import numbers
from gezondsamen.process.conditions import Condition, Limit, Parties, Same, Sectors
from gezondsamen.process.evaluation_points import Anchor, EvaluationPoint, OnPhase, OnTrigger, Window
from gezondsamen.process.parts import Parts
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.places import Broken, placed
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import is_key, unknown_in, words

T = TypeVar("T")

_PROCESS_KEY = re.compile(r"[a-z][a-z0-9_-]*\Z")

_INNER = frozenset((*get_args(Condition), *get_args(Anchor), Parties, Sectors, Limit, Same, Window))
"""Classes whose fields are looked at where a value of them stands in a field."""


def problems(process: Any, parts: Parts) -> tuple[Problem, ...]:
    """Return a problem for each law that a process made of these parts breaks, with the path to it.

    Values of a wrong type are reported alone: the other laws read attributes that such values lack. So
    are conditions too deep to be read.
    """
    key = process.key
    if not isinstance(key, str) or not _PROCESS_KEY.match(key):
        message = "a process key is lower-case letters, digits, '_' and '-'"
        return (Problem("key", shown(key), message, path=("key",)),)
    return placed(process, _broken(process, parts))


def _broken(process: Any, parts: Parts) -> Iterator[Broken]:
    found = tuple(_types(process, parts))
    if not any(problem.code == "wrong-type" for problem, _, _ in found):
        found += tuple(numbers.too_deep(parts))
    yield from found
    if any(problem.code in ("wrong-type", "depth") for problem, _, _ in found):
        return
    yield from _phases(process, parts)
    yield from _transitions(parts)
    yield from _rules(parts)
    yield from _words(parts)
    yield from _limits(parts)
    yield from _points(parts)
    yield from numbers.of_counts(process, parts)
    yield from numbers.of_conditions(parts)


def _repeated(parts: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    """Yield each key that comes twice, once, with the second part that has it."""
    count: Counter[str] = Counter()
    for key, part in parts:
        count[key] += 1
        if count[key] == 2:
            yield key, part


# --- types -------------------------------------------------------------------------------------------


def _types(process: Any, parts: Parts) -> Iterator[Broken]:
    """Yield a problem for each field that holds what its annotation does not allow."""
    yield from _misfits(process, process.key)
    places: list[tuple[str, Any]] = [
        *((_named(phase.key), phase) for phase in parts.phases if isinstance(phase, Phase)),
        *(
            (f"{_named(step.source)}.{_named(step.trigger)}", step)
            for step in parts.transitions
            if isinstance(step, Transition)
        ),
        *((_named(point.key), point) for point in parts.points if isinstance(point, EvaluationPoint)),
    ]
    rules: dict[int, tuple[str, Requirement]] = {}  # one that stands in several slots is looked at once
    for where, value in places:
        yield from _misfits(value, where)
        for slot in ("requires", "advises", "watches"):
            for rule in getattr(value, slot, ()):
                if isinstance(rule, Requirement):
                    rules.setdefault(id(rule), (f"{where} {slot}, {rule.code}", rule))
    for where, rule in rules.values():
        yield from _misfits(rule, where)


def _named(key: object) -> str:
    return key if isinstance(key, str) else shown(key)


def _misfits(value: Any, where: str) -> list[Broken]:
    """Return the fields of a value, and of values of this room inside it, that are of a wrong type."""
    found: list[Broken] = []
    todo = [value]
    for at in todo:
        for name, fit, is_deep in _tests(type(at)):
            inner = getattr(at, name)
            if not fit(inner):
                found.append((_misfit(type(at), name, inner, where), at, (name,)))
            elif is_deep:
                todo += _inside(inner)
    return found


def _misfit(cls: type[Any], name: str, value: object, where: str) -> Problem:
    kind = hints(cls)[name]
    choice = isinstance(value, str) and any(get_origin(member) is Literal for member in members(kind))
    return Problem(name if choice else "wrong-type", where, misfit(cls, name, value))


def _inside(value: Any) -> list[Any]:
    if isinstance(value, tuple):
        return [inner for item in value for inner in _inside(item)]
    return [value] if type(value) in _INNER else []


_TESTS: dict[type, tuple[tuple[str, Callable[[Any], bool], bool], ...]] = {}


def _tests(cls: type[Any]) -> tuple[tuple[str, Callable[[Any], bool], bool], ...]:
    """Return name and test of each field, and whether values of this room can stand in it."""
    found = _TESTS.get(cls)
    if found is None:
        found = _TESTS[cls] = tuple((name, fits(kind), _is_deep(kind)) for name, kind in hints(cls).items())
    return found


def _is_deep(kind: Any) -> bool:
    return kind in _INNER or any(_is_deep(inner) for inner in get_args(kind) if not isinstance(inner, str))


# --- phases and transitions --------------------------------------------------------------------------


def _phases(process: Any, parts: Parts) -> Iterator[Broken]:
    initial = [phase.key for phase in parts.phases if phase.kind == "initial"]
    if len(initial) != 1:
        found = ", ".join(initial) or "none"
        message = f"exactly one phase is initial, here: {found}"
        yield Problem("initial", process.key, message), process, ("phases",)
    for repeated, phase in _repeated((phase.key, phase) for phase in parts.phases):
        yield Problem("phase-twice", repeated, "two phases have this key"), phase, ("key",)
    for phase in parts.phases:
        if not is_key(phase.key):
            yield Problem("key", shown(phase.key), "a phase key is lower-case snake_case"), phase, ("key",)
        if (phase.kind == "final") != (phase.outcome is not None):
            message = "a final phase has an outcome, any other has none"
            yield Problem("outcome", phase.key, message), phase, ("outcome",)


def _transitions(parts: Parts) -> Iterator[Broken]:
    kinds = {phase.key: phase.kind for phase in parts.phases}
    for repeated, step in _repeated((step.where, step) for step in parts.transitions):
        yield Problem("transition-twice", repeated, "one trigger leads out of a phase once"), step, ()
    for step in parts.transitions:
        if not is_key(step.trigger):
            yield Problem("key", step.where, "a trigger is lower-case snake_case"), step, ("trigger",)
        for end, phase in (("source", step.source), ("target", step.target)):
            if phase not in kinds:
                unknown = _unknown(f"unknown-{end}", step.where, f"{end} phase", phase, list(kinds))
                yield unknown, step, (end,)
        if kinds.get(step.source) == "final":
            yield Problem("final", step.where, "no transition leads out of a final phase"), step, ("source",)
        if step.since is not None and step.since not in kinds:
            yield _unknown("unknown-since", step.where, "phase", step.since, list(kinds)), step, ("since",)


# --- rules, words and limits -------------------------------------------------------------------------


def _rules(parts: Parts) -> Iterator[Broken]:
    first: dict[str, Requirement] = {}
    for where, rules in parts.slots():
        for repeated, rule in _repeated((rule.code, rule) for rule in rules):
            yield Problem("rule-twice", where, f"{repeated} stands here twice"), rule, ()
        for rule in rules:
            known = first.setdefault(rule.code, rule)
            if known is not rule and known.asking() != rule.asking():
                message = f"{rule.code} stands elsewhere with another text"
                yield Problem("two-meanings", where, message), rule, ()
    for step in parts.transitions:
        for code in sorted({r.code for r in step.requires} & {r.code for r in step.advises}):
            yield Problem("rule-twice", step.where, f"{code} both blocks and warns"), step, ("advises",)


def _words(parts: Parts) -> Iterator[Broken]:
    known: dict[str, set[str]] = {}
    for term in parts.terms:
        keys = known.setdefault(term.scheme, set())
        if term.key in keys:
            message = f"two terms of scheme {term.scheme} have this key"
            yield Problem("term-twice", term.key, message), term, ("key",)
        keys.add(term.key)
    reported = set()
    places: list[tuple[str, object, object]] = []
    for where, rules in parts.slots():
        places += ((f"{where}, {rule.code}", x, x) for rule in rules for x in rule.conditions)
    places += ((step.where, step.falls_due, step) for step in parts.transitions)
    places += ((point.key, point, point) for point in parts.points)
    for where, value, part in places:
        for scheme, key in words(value):
            if key not in known.get(scheme, ()) and (where, scheme, key) not in reported:
                reported.add((where, scheme, key))
                unknown = _unknown("unknown-word", where, scheme, key, sorted(known.get(scheme, ())))
                yield unknown, part, ()


def _limits(parts: Parts) -> Iterator[Broken]:
    first: dict[str, Limit] = {}
    conditions = tuple(rule.conditions for _, rules in parts.slots() for rule in rules)
    yield from _kinds_of_limits((conditions, parts.points))
    for limit in parts.named_limits():
        if first.setdefault(limit.key, limit) != limit:
            message = "one limit has one value, wherever it stands"
            yield Problem("limit", limit.key, message), limit, ("value",)


def _kinds_of_limits(value: Any) -> Iterator[Broken]:
    """Yield a problem for each limit that is a period where a number is needed, or the reverse."""
    if isinstance(value, tuple):
        for item in value:
            yield from _kinds_of_limits(item)
    elif attrs.has(type(value)):
        for name, kind in hints(type(value)).items():
            inner = getattr(value, name)
            if isinstance(inner, Limit):
                number = int in members(kind)
                if number is not isinstance(inner.value, int):
                    needed = "a whole number" if number else "a period"
                    message = f"{needed} is needed where this limit stands"
                    yield Problem("limit", inner.key, message), inner, ("value",)
            else:
                yield from _kinds_of_limits(inner)


# --- what moments are counted from -------------------------------------------------------------------


def _points(parts: Parts) -> Iterator[Broken]:
    keys = [phase.key for phase in parts.phases]
    for repeated, point in _repeated((point.key, point) for point in parts.points):
        yield Problem("point-twice", repeated, "two evaluation points have this key"), point, ("key",)
    for point in parts.points:
        for phase in point.while_in:
            if phase not in keys:
                yield _unknown("unknown-phase", point.key, "phase", phase, keys), point, ("while_in",)
        for anchor in (point.anchor, *(event for event, _ in point.on_events)):
            yield from _anchor(anchor, point.key, parts)
        if point.rule is not None and point.rule not in parts.rules:
            yield _unknown("unknown-rule", point.key, "rule", point.rule, list(parts.rules)), point, ("rule",)
        yield from numbers.of_point(point)
    for step in parts.transitions:
        if step.falls_due is not None:
            yield from _anchor(step.falls_due, step.where, parts)


def _anchor(anchor: Anchor, where: str, parts: Parts) -> Iterator[Broken]:
    keys = [phase.key for phase in parts.phases]
    triggers = [step.trigger for step in parts.transitions]
    if isinstance(anchor, OnPhase) and anchor.phase not in keys:
        yield _unknown("unknown-phase", where, "phase", anchor.phase, keys), anchor, ("phase",)
    if isinstance(anchor, OnTrigger) and anchor.trigger not in triggers:
        yield _unknown("unknown-trigger", where, "trigger", anchor.trigger, triggers), anchor, ("trigger",)


def _unknown(code: str, where: str, what: str, key: str, choices: list[str]) -> Problem:
    return unknown_in(where, code, key, choices, f"{what} {key!r} is not known")
