"""Where the library and the second reading differ on cases constructed for a process; nothing is drawn.

Compared are all shapes of conditions along a timeline, each step where it is allowed, each rule in a case
that lacks it, rounds along a journey, and rules that are waived.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.judge import judge_all
from gezondsamen.decision.steps import judge_step
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import Problem
from gezondsamen.process import conditions as c
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.testing.building.bounds import inside
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.construction import allowed, lacks
from gezondsamen.testing.building.journey import journey, used, waived
from gezondsamen.testing.building.spoilers import situation
from gezondsamen.testing.laws import second_reading as both
from gezondsamen.testing.laws.timeline_reading import differences_along
from gezondsamen.testing.reference import checks
from gezondsamen.testing.reference.conditions import all_of


def differences(process: Process) -> Iterator[Problem]:
    """Yield a problem for each place in which the two readings of constructed cases differ."""
    yield from differences_along(process)
    for step in process.transitions:
        yield from _told(step.where, _step(process, step))
    for case, day in journey(process):
        yield from _told(case.phase, both.record_differences(case, day))
        yield from _told(case.phase, _round(case, day))
    for case, day in (*waived(process), *used(process)):
        yield from _told(case.phase, _waivers(case, day))


def _step(process: Process, step: Transition) -> Iterator[both.Difference]:
    case = allowed(process, step.source, step.trigger)
    if case is not None:
        yield from _judged(case, step, DAY)
    for rule in step.requirements:
        if not rule.is_note:
            for lack in lacks(process, step.source, step.trigger, rule.code, 1)[:1]:
                yield from _rule(lack.case, step, rule, lack.day)


def _rule(case: Collaboration, step: Transition, rule: Requirement, day: date) -> Iterator[both.Difference]:
    """Yield where what one rule asks comes out otherwise."""
    findings, evidence = judge_all(rule.conditions, situation(case, step, day))
    q = checks.question(case.entries_after(0), case.process, MAIN, day, step.trigger, None)
    said = both.differently(findings, evidence, all_of(q, rule.conditions))
    if said is not None:
        yield f"step {step.trigger!r} on {day}, {rule.code}", said


def _round(case: Collaboration, day: date) -> Iterator[both.Difference]:
    """Yield where a step that looks at its round comes out otherwise."""
    for step in case.process.exits(case.phase):
        if step.concerns is not None or step.since is not None or _looks_at_the_round(step):
            yield from _judged(case, step, day)


def _looks_at_the_round(step: Transition) -> bool:
    conditions = tuple(rule.conditions for rule in step.requirements)
    return any(x.since_entry for x in inside(conditions, (c.OnRecord, c.Evaluated, c.ConsentOfAll)))


def _waivers(case: Collaboration, day: date) -> Iterator[both.Difference]:
    """Yield where a rule that a waiver names comes out otherwise."""
    codes = {e.fact.rule for e in case.dossier.events() if isinstance(e.fact, f.WaiverGranted)}
    for step in case.process.exits(case.phase):
        for rule in step.requires:
            if rule.code in codes:
                yield from _judged(case, step, day, rule.code)
    read = checks.watched(case.entries_after(0), case.process, MAIN, day)
    yield from both.row_differences(f"watched on {day}", case.monitor(on=day).outcomes, read)


def _judged(
    case: Collaboration, step: Transition, day: date, code: str | None = None
) -> Iterator[both.Difference]:
    """Yield where the rules of a step on a day come out otherwise; with `code`, where that rule does."""
    outcomes = [row for row in judge_step(situation(case, step, day)) if code in (None, row.requirement.code)]
    read = checks.step(case.entries_after(0), case.process, MAIN, step.trigger, day, only=code)
    yield from both.row_differences(f"step {step.trigger!r} on {day}", tuple(outcomes), read.rows)


def _told(where: str, found: Iterator[both.Difference]) -> Iterator[Problem]:
    for place, said in found:
        yield Problem("second-reading", where, f"{place}: {said}")
