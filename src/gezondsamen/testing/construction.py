"""Building a case in which a step is allowed, or in which one rule of it is unmet and no other.

Nothing is drawn here, and nothing is filtered out of chance: the library's own repairs fill a case,
and what a rule asks for is then left out, taken back, or spoilt (`spoiling.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import rows_with
from gezondsamen.decision.repair import repair
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.steps import judge_step
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.conditions import Condition
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.testing.canonical import DAY, canonical, filled
from gezondsamen.testing.spoiling import Way, days_for, situation, ways_against

MOST: Final = 12
"""How many ways of lacking a rule are kept; the first is the plainest."""


KEPT: Final = 1024
"""How many answers are remembered: enough for one process, not for all that chance draws."""


@attrs.frozen
class Lack:
    """Hold a case and a day on which a step lacks one rule.

    `unmet` are all hard rules that are unmet there: beyond the rule itself only those that would
    meet it. `advised` are the rules that warn.
    """

    case: Collaboration
    day: date
    unmet: frozenset[str]
    advised: frozenset[str]


# --- looking at a case ------------------------------------------------------------------------------


def speaking(case: Collaboration, step: Transition, day: date) -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes of the rules that block a step, and of those that warn."""
    rows = judge_step(situation(case, step, day))
    blocking = frozenset(row.requirement.code for row in rows_with(rows, "unmet"))
    return blocking, frozenset(row.requirement.code for row in rows_with(rows, "advised"))


def asked(rules: Iterable[Requirement]) -> tuple[Condition, ...]:
    """Return all that these rules ask for."""
    return tuple(condition for rule in rules for condition in rule.conditions)


# --- where cases begin ------------------------------------------------------------------------------


def adopted(process: Process, phase: str) -> Collaboration:
    """Return a case that was taken over in a phase, with nothing on record."""
    return Collaboration.start(process, id="case", on=DAY, phase=phase, since=DAY, reason="taken over")


@lru_cache(maxsize=KEPT)
def beginnings(process: Process, phase: str) -> tuple[Collaboration, ...]:
    """Return the cases to build on: the one that walked here, where a way leads, and one taken over."""
    try:
        return (canonical(process, phase), adopted(process, phase))
    except InvalidRecord:
        return (adopted(process, phase),)


# --- a step that is allowed -------------------------------------------------------------------------


def repaired(
    case: Collaboration, step: Transition, day: date, also: Iterable[Requirement] = ()
) -> Collaboration | None:
    """Return the case with all on record that makes a step allowed, or None where nothing does.

    `also` are rules that are to be met beside the hard ones.
    """
    return with_met(case, step, day, (*step.requires, *also))


def with_met(
    case: Collaboration, step: Transition, day: date, rules: Iterable[Requirement]
) -> Collaboration | None:
    """Return the case with all on record that meets these rules of a step, or None where nothing does."""
    try:
        done = repair(asked(rules), situation(case, step, day))
        return case.record(*filled(done.drafts)) if done.settled else None
    except InvalidRecord:
        return None


@lru_cache(maxsize=KEPT)
def allowed(process: Process, source: str, trigger: str, day: date = DAY) -> Collaboration | None:
    """Return a case in which a step is allowed on a day, the walked one if it can be, or None."""
    step = process.transition(source, trigger)
    assert step is not None
    for case in beginnings(process, source):
        found = repaired(case, step, day)
        if found is not None:
            return found
    return None


# --- a step that lacks one rule ---------------------------------------------------------------------


@lru_cache(maxsize=KEPT)
def lacks(process: Process, source: str, trigger: str, code: str, most: int = MOST) -> tuple[Lack, ...]:
    """Return cases in which a step lacks one rule and as little beside it as can be.

    Of a hard rule: it is unmet, with those that entail it. Of advice: the step is allowed, and warns.
    The first cases walked here, if there are any; none at all where the rule is never unmet.
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
    for case in beginnings(process, step.source):
        for day in days_for(rule.conditions, DAY):
            for way in ways_against(rule, case, step, day, repaired(case, step, day, (rule,))):
                lack = _tried(case, step, rule, day, way)
                if lack is not None:
                    yield lack


def _tried(case: Collaboration, step: Transition, rule: Requirement, day: date, way: Way) -> Lack | None:
    """Return the case that goes this way against a rule, with all other hard rules met, if it can be.

    Excused are rules that would meet this one: what they ask for entails it.
    """
    try:
        case = way.taken(case)
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
    unmet, advised = speaking(case, step, day)
    if rule in step.requires:
        right = rule.code in unmet and unmet <= {rule.code, *excused}
    else:
        right = rule.code in advised and not unmet
    return Lack(case, day, unmet, advised) if right else None


def _holds(rule: Requirement, s: Situation) -> bool:
    row = next(row for row in judge_step(s) if row.requirement.code == rule.code)
    return row.status == "met"
