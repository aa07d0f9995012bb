"""The laws of a process, each checked on cases constructed for it; nothing is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

from gezondsamen.arguments import check
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.planning import Plan
from gezondsamen.decision.repair import repair
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.steps import judge_step
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import GezondsamenError, InvalidRecord, Problem
from gezondsamen.exchange.documents import dumps, loads
from gezondsamen.exchange.mermaid import state, to_mermaid
from gezondsamen.process.implication import contradicts, entails
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.process.verification import verify
from gezondsamen.testing.building.canonical import DAY, canonical, filled, plan_to
from gezondsamen.testing.building.construction import (
    adopted,
    allowed,
    asked,
    beginnings,
    lacks,
    repaired,
    unmet_codes,
    with_met,
)
from gezondsamen.testing.building.spoilers import situation
from gezondsamen.testing.laws.moments import moments_otherwise
from gezondsamen.testing.laws.process_reading import differences
from gezondsamen.testing.laws.reviews import reviews_otherwise
from gezondsamen.testing.laws.timeline_reading import told_of_each_kind
from gezondsamen.testing.laws.watched import rules_that_never_warn

_CODE: Final = re.compile(r"\b[A-Z][A-Z0-9]*-\d{2,}\b")

LANGUAGES: Final = ("nl", "en")
"""The languages in which everything is explained."""


def assert_process_laws(process: Process) -> None:
    """Assert every law that a process should obey; to be called from a test.

    Beyond the laws of every process and those of `verify`: each phase can be reached by a plan; each
    step is allowed in some case; for each hard rule there is a case in which it blocks the step, with
    no other rule unmet but rules that imply it; each advice warns in one case where its step is
    allowed, and is silent in another; each watched rule can be met, and warns in some case; the moments
    of a case in each phase are those that its entries say, read once more; checks and plans can be
    explained in Dutch and English; documents load as they were, and the diagram of a phase has every step
    out of it; a review tells when what a step stood on was of a later day; and the second reading
    (`gezondsamen.testing.reference`) answers alike on each of these cases, along a timeline on which
    everything that rules read is told in many ways, along a journey that takes steps again and again, and
    where rules are waived. Each step is checked by itself, on cases constructed for it: the time grows with
    the number of rules, not with the number of routes or tracks.

    Raises `AssertionError` with all broken laws, each with its step and its rules.

    >>> from gezondsamen.phases import CERTIFICATE
    >>> assert_process_laws(CERTIFICATE)
    """
    found = broken_laws(process)
    if found:
        lines = "".join(f"\n  - {problem}" for problem in found)
        raise AssertionError(f"process {process.key!r} breaks {len(found)} of its laws:{lines}")


def broken_laws(process: Process) -> tuple[Problem, ...]:
    """Return every law that a process breaks: its code, where, and which rules are to blame."""
    check("process", process, Process, "a process")
    plans = {phase.key: plan_to(process, phase.key, DAY) for phase in process.phases}
    own = (
        *_routes(process, plans),
        *(problem for step in process.transitions for problem in _step(process, step)),
        *(problem for phase in process.phases for problem in _watches(process, phase)),
        *rules_that_never_warn(process),
        *moments_otherwise(process),
        *reviews_otherwise(process),
        *_entailed(process),
        *_texts(process, plans),
        *_documents(process),
        *differences(process),
    )
    told = {(problem.where, _codes(problem)) for problem in own}
    read = (p for p in verify(process) if not _codes(p) or (p.where, _codes(p)) not in told)
    return (*read, *own)


def _codes(problem: Problem) -> frozenset[str]:
    """Return the codes in a problem: where a case shows what `verify` read, only the case is reported."""
    return frozenset(_CODE.findall(problem.message))


# --- routes -----------------------------------------------------------------------------------------


def _routes(process: Process, plans: Mapping[str, Plan]) -> Iterator[Problem]:
    """Yield a problem for each phase that transitions lead to and no plan does."""
    drawn = {problem.where for problem in verify(process) if problem.code == "unreachable"}
    for phase in process.phases:
        if phase.key in drawn:
            continue
        plan = plans[phase.key]
        if not plan.found:
            barred = "; ".join(f"{b.phase}.{b.trigger} by {' and '.join(b.rules)}" for b in plan.barriers)
            yield Problem("no-route", phase.key, f"no case comes here: barred are {barred or 'no steps'}")
            continue
        try:
            canonical(process, phase.key)
        except GezondsamenError as problem:
            yield Problem("no-route", phase.key, f"the plan to it cannot be carried out: {problem}")


# --- steps ------------------------------------------------------------------------------------------


def _step(process: Process, step: Transition) -> Iterator[Problem]:
    where = f"{step.source}.{step.trigger}"
    case = allowed(process, step.source, step.trigger)
    if case is None:
        yield from _in_the_way(process, step, step.requires)
        return
    for rule in step.requires:
        if not rule.is_note and not lacks(process, step.source, step.trigger, rule.code, 1):
            yield Problem("never-refused", where, f"{rule.code} never holds this step up: it always holds")
    for rule in step.advises:
        if rule.is_note:
            continue
        if not any(_silent(base, step, rule) for base in beginnings(process, step.source)):
            yield from _in_the_way(process, step, (*step.requires, rule), rule)
            continue
        if not lacks(process, step.source, step.trigger, rule.code, 1):
            told = [hard.code for hard in step.requires if _brings(process, step, hard, rule)]
            cause = f"{' and '.join(told)} asks as much" if told else "it always holds there"
            yield Problem("never-warns", where, f"{rule.code} never warns where the step is allowed: {cause}")


def _silent(case: Collaboration, step: Transition, rule: Requirement) -> bool:
    """Tell whether a step can be allowed with this advice met."""
    found = repaired(case, step, DAY, (rule,))
    if found is None:
        return False
    blocking, warning = unmet_codes(found, step, DAY)
    return not blocking and rule.code not in warning


def _entailed(process: Process) -> Iterator[Problem]:
    """Yield a problem for each rule that is met where one is unmet that it is said to imply."""
    for said in verify(process).entailments:
        for step in [step for step in process.transitions if step.where == said.where]:
            for lack in lacks(process, step.source, step.trigger, said.entails, 1)[:1]:
                rows = judge_step(situation(lack.case, step, lack.day))
                status = {row.requirement.code: row.status for row in rows}
                if status[said.code] == "met" and status[said.entails] != "met":
                    message = f"{said.code} is said to imply {said.entails}, and is met without it"
                    yield Problem("entailed", said.where, message)


def _brings(process: Process, step: Transition, hard: Requirement, advice: Requirement) -> bool:
    """Tell whether an advice is met by what a hard rule asks for, and not without it."""
    if entails(hard, advice):
        return True
    bare = adopted(process, step.source)
    case = with_met(bare, step, DAY, (hard,))
    return (
        case is not None
        and advice.code in unmet_codes(bare, step, DAY)[1]
        and advice.code not in unmet_codes(case, step, DAY)[1]
    )


def _in_the_way(
    process: Process, step: Transition, rules: tuple[Requirement, ...], advice: Requirement | None = None
) -> Iterator[Problem]:
    """Yield a problem for rules that cannot be met: single ones, pairs, or else one minimal set."""
    where = f"{step.source}.{step.trigger}"
    judged = [rule for rule in rules if not rule.is_note]
    alone = [rule for rule in judged if not _possible(process, step, (rule,))]
    for rule in alone:
        yield Problem("impossible", where, f"{rule.code} can never be met: {_why_not(process, step, rule)}")
    others = [rule for rule in judged if rule not in alone]
    groups: list[tuple[Requirement, ...]] = [
        some for some in combinations(others, 2) if not _possible(process, step, some)
    ]
    if not groups and not alone:
        groups = [_fewest(process, step, judged)]
    for group in groups:
        names = " and ".join(rule.code for rule in group)
        why = _reason(process, step, group)
        if advice in group:
            said = (
                f"{names} can never be met together, so that advice {advice.code} never falls silent: {why}"
            )
            yield Problem("never-silent", where, said)
        else:
            yield Problem("contradiction", where, f"{names} can never be met together: {why}")


def _possible(process: Process, step: Transition, rules: Iterable[Requirement]) -> bool:
    """Tell whether some case meets these rules of a step."""
    cases = beginnings(process, step.source)
    return any(with_met(case, step, DAY, rules) is not None for case in cases)


def _fewest(process: Process, step: Transition, rules: list[Requirement]) -> tuple[Requirement, ...]:
    """Return a minimal set of these rules that cannot be met together: without any one of it, they can."""
    kept = rules
    for rule in rules:
        fewer = [other for other in kept if other is not rule]
        if not _possible(process, step, fewer):
            kept = fewer
    return tuple(kept)


def _why_not(process: Process, step: Transition, rule: Requirement) -> str:
    """Return why a rule can never be met."""
    if contradicts(rule, rule):
        return "its own conditions exclude one another"
    s = situation(adopted(process, step.source), step, DAY)
    done = repair(asked((rule,)), s)
    if not done.settled:
        return "nothing that can be recorded meets it"
    try:
        adopted(process, step.source).record(*filled(done.drafts))
    except InvalidRecord as problem:
        return f"what would meet it cannot be recorded: {problem}"
    return "no case in this phase meets it"


def _reason(process: Process, step: Transition, rules: tuple[Requirement, ...]) -> str:
    """Return why rules exclude one another: what they ask, or what the last finds when the rest is met."""
    if len(rules) == 2 and contradicts(*rules):
        return "what they ask excludes one another"
    *rest, last = rules
    case = with_met(adopted(process, step.source), step, DAY, rest)
    if case is None:
        return "they stand in one another's way"
    row = next(r for r in judge_step(situation(case, step, DAY)) if r.requirement.code == last.code)
    found = ", ".join(f"{x.found} where {x.needed} is asked" for x in row.findings if x.found is not None)
    names = " and ".join(rule.code for rule in rest)
    return f"with {names} met, {last.code} finds {found}" if found else f"meeting {names} undoes {last.code}"


# --- what is watched --------------------------------------------------------------------------------


def _watches(process: Process, phase: Phase) -> Iterator[Problem]:
    """Yield a problem for each watched rule that can never be met."""
    for rule in phase.watches:
        if not any(_can_be_watched(rule, case) for case in beginnings(process, phase.key)):
            said = f"{rule.code} is watched here and can never be met: nothing that can be recorded meets it"
            yield Problem("impossible", phase.key, said)


def _can_be_watched(rule: Requirement, case: Collaboration) -> bool:
    known = case.dossier.known
    try:
        done = repair(rule.conditions, Situation(case.process, known, DAY, known.tracks[MAIN]))
        case.record(*filled(done.drafts))
    except InvalidRecord:
        return False
    return done.settled


# --- words, documents, diagrams ---------------------------------------------------------------------


def _texts(process: Process, plans: Mapping[str, Plan]) -> Iterator[Problem]:
    """Yield a problem for each explanation that raises, or that leaves out a rule or phase."""
    for step in process.transitions:
        where = f"{step.source}.{step.trigger}"
        cases = (adopted(process, step.source), allowed(process, step.source, step.trigger))
        for case in cases:
            if case is None:
                continue
            check = case.check(step.trigger, on=DAY)
            for lang in LANGUAGES:
                try:
                    text = check.explain(lang)
                except (GezondsamenError, LookupError, ValueError, TypeError) as problem:
                    yield Problem("unreadable", where, f"the check cannot be read in {lang!r}: {problem!r}")
                    continue
                for row in check.outcomes:
                    if row.requirement.code not in text:
                        yield Problem("unsaid", where, f"{row.requirement.code} is left out in {lang!r}")
    for phase in process.phases:
        for lang in LANGUAGES:
            if phase.label.text(lang) not in plans[phase.key].explain(lang):
                yield Problem("unsaid", phase.key, f"the plan to it does not name it in {lang!r}")


def _documents(process: Process) -> Iterator[Problem]:
    """Yield a problem for each document that loads otherwise, and each step missing from its diagram."""
    try:
        if loads(dumps(process)) != process:
            yield Problem("document", process.key, "the process comes back otherwise from its document")
    except GezondsamenError as problem:
        yield Problem("document", process.key, f"the document of the process cannot be read: {problem}")
    cases = {phase.key: beginnings(process, phase.key)[0] for phase in process.phases}
    for where, case in {**cases, process.initial: told_of_each_kind(process)}.items():
        try:
            if loads(dumps(case), processes={known.key: known for known in case.processes}) != case:
                yield Problem("document", where, "a case in this phase comes back otherwise")
        except GezondsamenError as problem:
            yield Problem("document", where, f"the document of a case here cannot be read: {problem}")
    for lang in LANGUAGES:
        drawn = {phase.key: to_mermaid(process, lang=lang, phase=phase.key) for phase in process.phases}
        for t in process.transitions:
            if f"{state(t.source)} --> {state(t.target)} :" not in drawn[t.source]:
                yield Problem("diagram", f"{t.source}.{t.trigger}", f"not in the diagram in {lang!r}")
