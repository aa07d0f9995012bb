"""Adaptation: a process made from another, with other limits, labels, words and rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from gezondsamen.citations import Basis
from gezondsamen.errors import Problem, shown
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.conditions import Limit, limits_in, with_limits
from gezondsamen.process.parts import Parts
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import Term, unknown_in

ALL_BUT_LAW: Final = "*"
"""Soften every rule that no statute asks: the advisory mode."""


@attrs.frozen
class Adaptation:
    """Hold what an adaptation asks for."""

    limits: dict[str, int | Every]
    drop: tuple[str, ...]
    soften: tuple[str, ...]
    require: dict[str, tuple[Requirement, ...]]
    replace: dict[str, Requirement]
    labels: dict[str, Label]
    terms: tuple[Term, ...]


@attrs.frozen
class Difference:
    """Name one difference between two processes: what, where, and both values.

    `kind` is phase, transition, rule, limit, evaluation_point or term; a missing side is None.
    """

    kind: str
    where: str
    before: Any
    after: Any

    def __str__(self) -> str:
        if self.before is None:
            return f"{self.kind} {self.where}: added"
        if self.after is None:
            return f"{self.kind} {self.where}: left out"
        if self.kind == "limit":
            return f"limit {self.where}: {self.before} became {self.after}"
        return f"{self.kind} {self.where}: changed"


def same_key(key: str) -> Problem:
    """Return the problem of an adaptation that kept the name of its origin."""
    return Problem("same-key", key, "an adapted process needs a key of its own, or a higher version")


def problems(change: Adaptation, parts: Parts) -> tuple[Problem, ...]:
    """Return what an adaptation asks for that the process does not have, or must keep."""
    limits, rules = parts.limits, parts.rules
    triggers = [t.trigger for t in parts.transitions]
    names = [*(phase.key for phase in parts.phases), *triggers]
    return (
        *_unknown("limit", change.limits, list(limits)),
        *_unknown("rule", change.drop, list(rules)),
        *_unknown("rule", [code for code in change.soften if code != ALL_BUT_LAW], list(rules)),
        *_unknown("rule", change.replace, list(rules)),
        *_unknown("trigger", change.require, triggers),
        *_unknown("phase or trigger", change.labels, names),
        *_statutory((*change.drop, *change.soften), rules),
        *_replaced(change.replace, rules),
        *_mismatched(change.limits, limits),
    )


def _unknown(what: str, asked: Any, known: list[str]) -> Iterator[Problem]:
    for key in asked:
        if not isinstance(key, str):
            yield Problem("wrong-type", shown(key), f"name each {what} by a text")
        elif key not in known:
            code = f"unknown-{what.replace(' ', '-')}"
            yield unknown_in(key, code, key, known, f"the process has no such {what}")


def _statutory(codes: tuple[str, ...], rules: Mapping[str, Requirement]) -> Iterator[Problem]:
    for code in codes:
        if isinstance(code, str) and code in rules and rules[code].basis is Basis.LAW:
            yield Problem("statutory", code, "a rule that a statute asks stays as it is")


def _replaced(asked: Mapping[str, Requirement], rules: Mapping[str, Requirement]) -> Iterator[Problem]:
    """Yield what is wrong with replacements; a law is replaced by a reading of the law that is not older."""
    for code, new in asked.items():
        if code not in rules:
            continue
        if not isinstance(new, Requirement):
            yield Problem("wrong-type", code, "replace a rule by a Requirement")
        elif new.code != code:
            yield Problem(
                "other-code", code, f"the rule that takes its place bears its code, not {new.code!r}"
            )
        elif rules[code].basis is Basis.LAW and not _newer_reading(new, rules[code]):
            yield Problem(
                "no-newer-reading",
                code,
                "a rule that a statute asks is replaced by a reading of the law: basis law, another "
                "citation, and a day of reading that is not before that of the old one",
            )


def _newer_reading(new: Requirement, old: Requirement) -> bool:
    before, now = old.citation.read_on, new.citation.read_on
    if new.basis is not Basis.LAW or new.citation == old.citation or now is None:
        return False
    return before is None or now >= before


def _mismatched(asked: Mapping[str, int | Every], limits: Mapping[str, Limit]) -> Iterator[Problem]:
    for key, value in asked.items():
        if key in limits and type(limits[key].value) is not type(value):
            kind = "a period" if isinstance(limits[key].value, Every) else "a whole number"
            yield Problem("limit", key, f"this limit is {kind}, not {value!r}")


def apply(change: Adaptation, parts: Parts) -> Parts:
    """Return the parts of a process with the change made."""
    limits = parts.limits
    new = {
        key: attrs.evolve(limits[key], value=value, basis=Basis.CHOICE)
        for key, value in change.limits.items()
    }

    def kept(rules: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
        read = (change.replace.get(rule.code, rule) for rule in rules if rule.code not in change.drop)
        return tuple(_limited(rule, new) for rule in read)

    def softened(rule: Requirement) -> bool:
        if rule.is_note:
            return False
        return rule.code in change.soften or (ALL_BUT_LAW in change.soften and rule.basis is not Basis.LAW)

    def step(t: Transition) -> Transition:
        hard = kept(t.requires)
        return attrs.evolve(
            t,
            label=change.labels.get(t.trigger, t.label),
            requires=(*(r for r in hard if not softened(r)), *change.require.get(t.trigger, ())),
            advises=(*(r for r in hard if softened(r)), *kept(t.advises)),
        )

    def stay(p: Phase) -> Phase:
        return attrs.evolve(p, label=change.labels.get(p.key, p.label), watches=kept(p.watches))

    return Parts(
        tuple(map(stay, parts.phases)),
        tuple(map(step, parts.transitions)),
        tuple(with_limits(point, new) for point in parts.points if point.rule not in change.drop),
        (*parts.terms, *change.terms),
    )


def _limited(rule: Requirement, limits: Mapping[str, Limit]) -> Requirement:
    return rule.asking(*with_limits(rule.conditions, limits)) if limits else rule


def bare(value: Any) -> Any:
    """Return a rule or point with every named limit set to 0, so that comparing shows all but limits."""
    levelled = {limit.key: attrs.evolve(limit, value=0, basis=Basis.CHOICE) for limit in limits_in(value)}
    return with_limits(value, levelled)


def differences(
    before: Mapping[tuple[str, str], object], after: Mapping[tuple[str, str], object]
) -> tuple[Difference, ...]:
    """Return every part that was added, left out or changed."""
    return tuple(
        Difference(*key, before.get(key), after.get(key))
        for key in dict.fromkeys((*before, *after))
        if before.get(key) != after.get(key)
    )
