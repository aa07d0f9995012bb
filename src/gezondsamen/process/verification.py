"""Verifying a process: what is allowed but unwise, each problem by name, and what follows from what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

import attrs

from gezondsamen.arguments import check
from gezondsamen.citations import Basis
from gezondsamen.errors import Problem
from gezondsamen.labels import Label
from gezondsamen.process import point_verification as points
from gezondsamen.process.graph import reachable
from gezondsamen.process.implication import Sign, can_contradict, contradicts, entails, needed, signs
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement


@attrs.frozen
class Entailment:
    """Say that one rule, when met, makes another met in the same place."""

    where: str
    code: str
    entails: str


@attrs.frozen
class Verification:
    """Hold what `verify` found; it is empty, and false, when there are no problems."""

    problems: tuple[Problem, ...]
    entailments: tuple[Entailment, ...] = ()

    def __len__(self) -> int:
        return len(self.problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.problems)


def verify(process: Process) -> Verification:
    """Examine a process beyond the laws that it obeys by construction.

    Problems: a phase out of reach, a dead end, a phase from which no outcome can be reached, a rule
    that is never judged, a rule whose source cannot be looked up, a missing text, rules that
    contradict one another. Of evaluation points: one that never has a moment or has it too late, that
    plans a rhythm which nothing watches, or has a field that is not read beside another. Also a step
    whose rules look back to a phase that never lies before it, and two phases, or two steps out of one,
    with one label. Entailments are no problem, but good to know.

    >>> from gezondsamen.phases import PPS
    >>> len(verify(PPS))
    0
    """
    check("process", process, Process, "a process, such as gs.PPS")
    return Verification(
        (
            *_graph(process),
            *_unused(process),
            *_uncited(process),
            *_labels(process),
            *_contradictions(process),
            *points.moments_that_never_come(process),
            *points.moments_too_late(process),
            *points.fields_not_read(process),
            *points.rhythms_not_watched(process),
            *_never_looked_back_to(process),
            *_alike(process),
        ),
        tuple(_entailments(process)),
    )


def _graph(process: Process) -> Iterator[Problem]:
    arrows = [(t.source, t.target) for t in process.transitions]
    back = [(target, source) for source, target in arrows]
    near = reachable((process.initial,), arrows)
    final = [phase.key for phase in process.phases if phase.kind == "final"]
    ending = reachable(final, back)
    for phase in process.phases:
        if phase.key not in near:
            yield Problem("unreachable", phase.key, "no route leads to this phase")
        if phase.kind != "final" and not process.exits(phase.key):
            yield Problem("dead-end", phase.key, "no transition leads out of this phase")
        elif phase.key not in ending:
            yield Problem("no-outcome", phase.key, "no final phase can be reached from here")


def _unused(process: Process) -> Iterator[Problem]:
    arrows = [(t.source, t.target) for t in process.transitions]
    near = reachable((process.initial,), arrows)
    judged = {
        rule.code
        for where, rules in process.slots()
        for rule in rules
        if where.split(".")[0].split()[0] in near
    }
    for code in process.requirements:
        if code not in judged:
            yield Problem("unused", code, "this rule stands only where nothing comes")


def _uncited(process: Process) -> Iterator[Problem]:
    for rule in process.requirements.values():
        cited = rule.citation
        if not cited.work.title.strip():
            yield Problem("uncited", rule.code, "the cited work has no title")
        elif rule.basis is not Basis.CHOICE and not (cited.heading or cited.opening or cited.address):
            yield Problem("uncited", rule.code, "give a heading, first words or an address to look up")


def _labels(process: Process) -> Iterator[Problem]:
    for where, value in (
        (process.key, process.label),
        *((phase.key, phase.label) for phase in process.phases),
        *((f"{t.source}.{t.trigger}", t.label) for t in process.transitions),
        *((code, (rule.name, rule.text, rule.choice)) for code, rule in process.requirements.items()),
        *((point.key, point.label) for point in process.evaluation_points),
        *((f"{term.scheme} {term.key}", term.label) for term in process.terms),
        *((key, limit.label) for key, limit in process.limits.items()),
    ):
        for label in _labels_in(value):
            for lang, text in (("nl", label.nl), ("en", label.en), *label.other):
                if not text.strip():
                    yield Problem("label", where, f"the text in {lang!r} is empty")


def _labels_in(value: Any) -> Iterator[Label]:
    if isinstance(value, Label):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _labels_in(item)


def _never_looked_back_to(process: Process) -> Iterator[Problem]:
    """Yield a problem for each step whose rules look back to a phase that never lies before it."""
    arrows = [(step.source, step.target) for step in process.transitions]
    for step in process.transitions:
        if step.since is not None and step.source not in reachable((step.since,), arrows):
            message = f"its rules look back to phase {step.since!r}, from which nobody comes here"
            yield Problem("since-unvisited", step.where, message)


def _alike(process: Process) -> Iterator[Problem]:
    """Yield a problem for each label that two phases have, or two steps out of one phase."""
    yield from _same_labels("phases", ((phase.key, phase.label) for phase in process.phases))
    for phase in process.phases:
        exits = ((step.where, step.label) for step in process.exits(phase.key))
        yield from _same_labels("steps", exits)


def _same_labels(what: str, labelled: Iterable[tuple[str, Label]]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for where, label in labelled:
        for lang, text in (("nl", label.nl), ("en", label.en), *label.other):
            first = seen.setdefault((lang, text.strip().casefold()), where)
            if first != where and text.strip():
                yield Problem("label-twice", where, f"two {what} are called {text!r}: {first} as well")
                break


def _contradictions(process: Process) -> Iterator[Problem]:
    for where, rules in _places(process):
        for first, second in combinations([rule for rule in rules if can_contradict(rule)], 2):
            if contradicts(first, second):
                message = f"{first.code} and {second.code} can never be met together"
                yield Problem("contradiction", where, message)


def _entailments(process: Process) -> Iterator[Entailment]:
    for where, rules in _places(process):
        bearing: dict[Sign, list[int]] = {}
        for place, rule in enumerate(rules):
            for sign in {sign for x in rule.conditions for sign in signs(x)}:
                bearing.setdefault(sign, []).append(place)
        # Of many rules in one place, few have to do with one another: only those are compared.
        near = {
            (first, second)
            for second, rule in enumerate(rules)
            for sign in ((needed(rule.conditions[0]) or bearing) if rule.conditions else ())
            for first in bearing.get(sign, ())
        }
        for first, second in sorted(near):
            if first != second and entails(rules[first], rules[second]):
                yield Entailment(where, rules[first].code, rules[second].code)


def _places(process: Process) -> Iterator[tuple[str, tuple[Requirement, ...]]]:
    for t in process.transitions:
        yield f"{t.source}.{t.trigger}", t.requirements
    for phase in process.phases:
        yield phase.key, phase.watches
