"""The laws a process obeys from the moment it exists: one small check per law, all problems at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Literal, get_args, get_origin

import attrs

from gezondsamen.annotations import fits, hints, members, told
from gezondsamen.errors import Problem, shown
from gezondsamen.process.conditions import Condition, Limit, Parties, Same, Sectors
from gezondsamen.process.evaluation_points import Anchor, EvaluationPoint, OnPhase, OnTrigger, Window
from gezondsamen.process.parts import Parts
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import is_key, unknown_in, words

_PROCESS_KEY = re.compile(r"[a-z][a-z0-9_-]*\Z")

_INNER = frozenset((*get_args(Condition), *get_args(Anchor), Parties, Sectors, Limit, Same, Window))
"""Classes whose fields are looked at where a value of them stands in a field."""


def problems(process: Any, parts: Parts) -> tuple[Problem, ...]:
    """Return a problem for each law that a process made of these parts breaks.

    Values of a wrong type are reported alone: the other laws read attributes that such values lack.
    """
    key = process.key
    if not isinstance(key, str) or not _PROCESS_KEY.match(key):
        return (Problem("key", shown(key), "a process key is lower-case letters, digits, '_' and '-'"),)
    found = tuple(_types(process, parts))
    if any(problem.code == "wrong-type" for problem in found):
        return found
    return (
        *found,
        *_phases(key, parts),
        *_transitions(parts),
        *_rules(parts),
        *_words(parts),
        *_limits(parts),
        *_points(parts),
    )


def _repeated(keys: list[str]) -> list[str]:
    return [key for key, count in Counter(keys).items() if count > 1]


# --- types -------------------------------------------------------------------------------------------


def _types(process: Any, parts: Parts) -> Iterator[Problem]:
    """Yield a problem for each field that holds what its annotation does not allow."""
    yield from _misfits(process, process.key)
    places: list[tuple[str, Any]] = [
        *((phase.key, phase) for phase in parts.phases if isinstance(phase, Phase)),
        *((step.where, step) for step in parts.transitions if isinstance(step, Transition)),
        *((point.key, point) for point in parts.points if isinstance(point, EvaluationPoint)),
    ]
    rules: dict[int, tuple[str, Requirement]] = {}  # one that stands in several slots is looked at once
    for where, value in places:
        yield from _misfits(value, str(where))
        for slot in ("requires", "advises", "watches"):
            for rule in getattr(value, slot, ()):
                if isinstance(rule, Requirement):
                    rules.setdefault(id(rule), (f"{where} {slot}, {rule.code}", rule))
    for where, rule in rules.values():
        yield from _misfits(rule, where)


def _misfits(value: Any, where: str) -> list[Problem]:
    """Return the fields of a value, and of values of this room inside it, that are of a wrong type."""
    found: list[Problem] = []
    todo = [value]
    for at in todo:
        for name, fit, is_deep in _tests(type(at)):
            inner = getattr(at, name)
            if not fit(inner):
                found.append(_misfit(type(at), name, inner, where))
            elif is_deep:
                todo += _inside(inner)
    return found


def _misfit(cls: type[Any], name: str, value: object, where: str) -> Problem:
    kind = hints(cls)[name]
    choice = isinstance(value, str) and any(get_origin(member) is Literal for member in members(kind))
    return Problem(
        name if choice else "wrong-type",
        where,
        f"{cls.__name__}.{name} takes {told(kind)}, not {shown(value)}",
    )


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


def _phases(key: str, parts: Parts) -> Iterator[Problem]:
    initial = [phase.key for phase in parts.phases if phase.kind == "initial"]
    if len(initial) != 1:
        found = ", ".join(initial) or "none"
        yield Problem("initial", key, f"exactly one phase is initial, here: {found}")
    for repeated in _repeated([phase.key for phase in parts.phases]):
        yield Problem("phase-twice", repeated, "two phases have this key")
    for phase in parts.phases:
        if not is_key(phase.key):
            yield Problem("key", repr(phase.key), "a phase key is lower-case snake_case")
        if (phase.kind == "final") != (phase.outcome is not None):
            yield Problem("outcome", phase.key, "a final phase has an outcome, any other has none")


def _transitions(parts: Parts) -> Iterator[Problem]:
    kinds = {phase.key: phase.kind for phase in parts.phases}
    for repeated in _repeated([step.where for step in parts.transitions]):
        yield Problem("transition-twice", repeated, "one trigger leads out of a phase once")
    for step in parts.transitions:
        if not is_key(step.trigger):
            yield Problem("key", step.where, "a trigger is lower-case snake_case")
        for end, phase in (("source", step.source), ("target", step.target)):
            if phase not in kinds:
                yield _unknown(f"unknown-{end}", step.where, f"{end} phase", phase, list(kinds))
        if kinds.get(step.source) == "final":
            yield Problem("final", step.where, "no transition leads out of a final phase")
        if step.since is not None and step.since not in kinds:
            yield _unknown("unknown-since", step.where, "phase", step.since, list(kinds))


# --- rules, words and limits -------------------------------------------------------------------------


def _rules(parts: Parts) -> Iterator[Problem]:
    first: dict[str, Requirement] = {}
    for where, rules in parts.slots():
        for repeated in _repeated([rule.code for rule in rules]):
            yield Problem("rule-twice", where, f"{repeated} stands here twice")
        for rule in rules:
            known = first.setdefault(rule.code, rule)
            if known is not rule and known.asking() != rule.asking():
                yield Problem("two-meanings", where, f"{rule.code} stands elsewhere with another text")
    for step in parts.transitions:
        for code in {r.code for r in step.requires} & {r.code for r in step.advises}:
            yield Problem("rule-twice", step.where, f"{code} both blocks and warns")


def _words(parts: Parts) -> Iterator[Problem]:
    known: dict[str, set[str]] = {}
    for term in parts.terms:
        keys = known.setdefault(term.scheme, set())
        if term.key in keys:
            yield Problem("term-twice", term.key, f"two terms of scheme {term.scheme} have this key")
        keys.add(term.key)
    reported = set()
    places: list[tuple[str, object]] = [
        *((f"{where}, {rule.code}", rule.conditions) for where, rules in parts.slots() for rule in rules),
        *((step.where, step.falls_due) for step in parts.transitions),
        *((point.key, point) for point in parts.points),
    ]
    for where, value in places:
        for scheme, key in words(value):
            if key not in known.get(scheme, ()) and (where, scheme, key) not in reported:
                reported.add((where, scheme, key))
                yield _unknown("unknown-word", where, scheme, key, sorted(known.get(scheme, ())))


def _limits(parts: Parts) -> Iterator[Problem]:
    first: dict[str, Limit] = {}
    conditions = tuple(rule.conditions for _, rules in parts.slots() for rule in rules)
    yield from _kinds_of_limits((conditions, parts.points))
    for limit in parts.named_limits():
        if first.setdefault(limit.key, limit) != limit:
            yield Problem("limit", limit.key, "one limit has one value, wherever it stands")


def _kinds_of_limits(value: Any) -> Iterator[Problem]:
    """Yield a problem for each limit that is a period where a number is needed, or the reverse."""
    if isinstance(value, tuple):
        for item in value:
            yield from _kinds_of_limits(item)
    elif attrs.has(type(value)) and not isinstance(value, Limit):
        for name, kind in hints(type(value)).items():
            inner = getattr(value, name)
            if isinstance(inner, Limit):
                number = int in members(kind)
                if number is not isinstance(inner.value, int):
                    needed = "a whole number" if number else "a period"
                    yield Problem("limit", inner.key, f"{needed} is needed where this limit stands")
            else:
                yield from _kinds_of_limits(inner)


# --- what moments are counted from -------------------------------------------------------------------


def _points(parts: Parts) -> Iterator[Problem]:
    keys = [phase.key for phase in parts.phases]
    for repeated in _repeated([point.key for point in parts.points]):
        yield Problem("point-twice", repeated, "two evaluation points have this key")
    for point in parts.points:
        for phase in point.while_in:
            if phase not in keys:
                yield _unknown("unknown-phase", point.key, "phase", phase, keys)
        for anchor in (point.anchor, *(event for event, _ in point.on_events)):
            yield from _anchor(anchor, point.key, parts)
        yield from _numbers(point)
    for step in parts.transitions:
        if step.falls_due is not None:
            yield from _anchor(step.falls_due, step.where, parts)


def _numbers(point: EvaluationPoint) -> Iterator[Problem]:
    if point.fraction is not None and not 0 < point.fraction < 1:
        yield Problem("fraction", point.key, f"a fraction lies between 0 and 1, not {point.fraction!r}")
    count = point.min_count.value if isinstance(point.min_count, Limit) else point.min_count
    if isinstance(count, int) and count < 1:
        yield Problem("min-count", point.key, f"each period has one moment or more, not {count}")


def _anchor(anchor: Anchor, where: str, parts: Parts) -> Iterator[Problem]:
    keys = [phase.key for phase in parts.phases]
    triggers = [step.trigger for step in parts.transitions]
    if isinstance(anchor, OnPhase) and anchor.phase not in keys:
        yield _unknown("unknown-phase", where, "phase", anchor.phase, keys)
    if isinstance(anchor, OnTrigger) and anchor.trigger not in triggers:
        yield _unknown("unknown-trigger", where, "trigger", anchor.trigger, triggers)


def _unknown(code: str, where: str, what: str, key: str, choices: list[str]) -> Problem:
    return unknown_in(where, code, key, choices, f"{what} {key!r} is not known")
