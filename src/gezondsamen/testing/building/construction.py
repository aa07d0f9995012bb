"""Construction of cases in which a step is allowed, or in which one of its rules is unmet and no other.

Nothing is drawn and rejected here: the library's own repairs fill a case, and what one rule asks for is
then left out, retracted, or contradicted (`spoilers.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import rows_with
from gezondsamen.decision.judge import judge_all
from gezondsamen.decision.repair import repair
from gezondsamen.decision.repair.parties import departures
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.steps import judge_step
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.conditions import Condition
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.testing.building.canonical import DAY, canonical, filled
from gezondsamen.testing.building.spoilers import Spoiler, days_for, rule_spoilers, situation

MOST: Final = 12
"""How many cases in which one rule is unmet are kept, the plainest first."""


KEPT: Final = 1024
"""Size of each cache: enough for one process, and bounded where processes are drawn."""


@attrs.frozen
class Lack:
    """Hold a case and a day on which one rule of a step is unmet.

    `unmet` are the codes of all hard rules that are unmet there: the rule itself, and only such
    others as imply it. `advised` are those of the rules that warn.
    """

    case: Collaboration
    day: date
    unmet: frozenset[str]
    advised: frozenset[str]


# --- looking at a case ------------------------------------------------------------------------------


def unmet_codes(case: Collaboration, step: Transition, day: date) -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes of the unmet rules of a step: those that block, and those that warn."""
    rows = judge_step(situation(case, step, day))
    blocking = frozenset(row.requirement.code for row in rows_with(rows, "unmet"))
    return blocking, frozenset(row.requirement.code for row in rows_with(rows, "advised"))


def asked(rules: Iterable[Requirement]) -> tuple[Condition, ...]:
    """Return the conditions of these rules, in order."""
    return tuple(condition for rule in rules for condition in rule.conditions)


# --- where cases begin ------------------------------------------------------------------------------


def adopted(process: Process, phase: str) -> Collaboration:
    """Return a case that was taken over in a phase, with nothing on record."""
    return Collaboration.start(process, id="case", on=DAY, phase=phase, since=DAY, reason="taken over")


@lru_cache(maxsize=KEPT)
def beginnings(process: Process, phase: str) -> tuple[Collaboration, ...]:
    """Return the cases to build on: the canonical one, where a plan leads here, and an adopted one."""
    try:
        return (canonical(process, phase), adopted(process, phase))
    except InvalidRecord:
        return (adopted(process, phase),)


# --- a step that is allowed -------------------------------------------------------------------------


def repaired(
    case: Collaboration, step: Transition, day: date, also: Iterable[Requirement] = ()
) -> Collaboration | None:
    """Return the case with the facts recorded that make a step allowed, or None where none do.

    `also` are rules to meet beside the hard ones.
    """
    return with_met(case, step, day, (*step.requires, *also))


def with_met(
    case: Collaboration, step: Transition, day: date, rules: Iterable[Requirement]
) -> Collaboration | None:
    """Return the case with the facts recorded that meet these rules of a step, or None where none do."""
    try:
        done = repair(asked(rules), situation(case, step, day))
        return case.record(*filled(done.drafts)) if done.settled else None
    except InvalidRecord:
        return None


@lru_cache(maxsize=KEPT)
def allowed(process: Process, source: str, trigger: str, day: date = DAY) -> Collaboration | None:
    """Return a case in which a step is allowed on a day, the canonical one if possible, or None."""
    step = process.transition(source, trigger)
    assert step is not None
    for beginning in beginnings(process, source):
        for case in (beginning, *_smaller(beginning, step, day)):
            found = repaired(case, step, day)
            if found is not None:
                return found
    return None


def _smaller(case: Collaboration, step: Transition, day: date) -> Iterator[Collaboration]:
    """Yield the case without the parties that are too many for a condition of a step."""
    for leaving in departures(asked(step.requires), situation(case, step, day)):
        yield case.record(*leaving)


# --- a step that lacks one rule ---------------------------------------------------------------------


@lru_cache(maxsize=KEPT)
def lacks(process: Process, source: str, trigger: str, code: str, most: int = MOST) -> tuple[Lack, ...]:
    """Return cases in which one rule of a step is unmet, and as few others as possible.

    For a hard rule: it blocks, with no other unmet but rules that imply it. For advice: the step is
    allowed, and warns. Cases that came here by the canonical one stand first; empty where the rule is
    never unmet.
    """
    step = process.transition(source, trigger)
    assert step is not None
    rule = next(rule for rule in step.requirements if rule.code == code)
    exact: list[Lack] = []
    wider: list[Lack] = []
    for lack in _every_lack(process, step, rule):
        found = exact if lack.unmet <= {code} else wider
        if all(lack.case != other.case for other in found):
            found.append(lack)
        if len(exact) == most:
            break
    if exact or not wider:
        return tuple(exact)
    least = min(len(lack.unmet) for lack in wider)
    return tuple(lack for lack in wider if len(lack.unmet) == least)[:most]


def _every_lack(process: Process, step: Transition, rule: Requirement) -> Iterator[Lack]:
    for place, case in enumerate(beginnings(process, step.source)):
        for day in days_for(rule.conditions, DAY):
            hard = rule in step.requires
            full = _full(process, step, place, day) if hard else repaired(case, step, day, (rule,))
            for spoiler in rule_spoilers(rule, case, step, day, full):
                lack = _tried(case, step, rule, day, spoiler)
                if lack is not None:
                    yield lack


@lru_cache(maxsize=KEPT)
def _full(process: Process, step: Transition, place: int, day: date) -> Collaboration | None:
    """Return the case that begins at this place and in which a step is allowed: its hard rules share it."""
    return repaired(beginnings(process, step.source)[place], step, day)


def _tried(
    case: Collaboration, step: Transition, rule: Requirement, day: date, spoiler: Spoiler
) -> Lack | None:
    """Return the case with a rule spoiled and all other hard rules met, or None where that fails.

    Excused are rules that imply this one: to meet them is to meet it.
    """
    try:
        case = spoiler.applied(case)
        s = situation(case, step, day)
        others = [r for r in step.requires if r.code != rule.code]
        excused: set[str] = set()
        done = repair(asked(others), s)
        if rule in step.requires and _holds(rule, done.situation):
            excused = {r.code for r in others if _holds(rule, repair(r.conditions, s).situation)}
            done = repair(asked(r for r in others if r.code not in excused), s)
        if not done.settled:
            return None
        case = case.record(*filled(done.drafts))
    except InvalidRecord:
        return None
    unmet, advised = unmet_codes(case, step, day)
    if rule in step.requires:
        right = rule.code in unmet and unmet <= {rule.code, *excused}
    else:
        right = rule.code in advised and not unmet
    return Lack(case, day, unmet, advised) if right else None


def _holds(rule: Requirement, s: Situation) -> bool:
    return not judge_all(rule.conditions, s)[0]
