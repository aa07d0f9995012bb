"""The decision table of a step: in which cases its rules are unmet, one by one and two by two.

Cases are made by construction (`building/`); which of them are needed is chosen here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.combinations import lacks_together
from gezondsamen.testing.building.construction import Lack, allowed, beginnings, lacks, repaired, unmet_codes
from gezondsamen.testing.building.steps import never_allowed

Two = frozenset[str]
"""The codes of two rules."""


def decision_table(process: Process, step: Transition) -> tuple[Lack, ...]:
    """Return cases for a step: allowed, each rule unmet alone, each two hard rules unmet together.

    No two of them leave the same rules unmet. Raises `InvalidRecord` where no case allows the step.
    """
    rows = {(lack.unmet, lack.advised): lack for lack in (_allowed(process, step), *_alone(process, step))}
    return (*rows.values(), *_together(process, step, rows.values()))


def _allowed(process: Process, step: Transition) -> Lack:
    """Return a case in which the step is allowed, with its advice followed where that can be."""
    case = allowed(process, step.source, step.trigger)
    if case is None:
        raise never_allowed(process, step.trigger)
    advised = [rule for rule in step.advises if not rule.is_note]
    case = repaired(case, step, DAY, advised) or case
    return Lack(case, DAY, *unmet_codes(case, step, DAY))


def _alone(process: Process, step: Transition) -> list[Lack]:
    rules = [rule for rule in step.requirements if not rule.is_note]
    found = (lacks(process, step.source, step.trigger, rule.code) for rule in rules)
    return [ways[0] for ways in found if ways]


def _together(process: Process, step: Transition, rows: Iterable[Lack]) -> list[Lack]:
    """Return cases for each two hard rules that are not unmet together in any of these rows."""
    alone = [lack.unmet for lack in rows]
    codes = [rule.code for rule in step.requires if any(rule.code in unmet for unmet in alone)]
    left = _twos(codes).difference(*map(_twos, alone))
    found: list[Lack] = []
    bare = [Lack(case, DAY, *unmet_codes(case, step, DAY)) for case in beginnings(process, step.source)]
    barest = max(bare, key=lambda lack: len(_twos(lack.unmet) & left))
    if _twos(barest.unmet) & left:
        found.append(barest)
        left -= _twos(barest.unmet)
    for two in map(frozenset, combinations(codes, 2)):
        if two in left:
            left.discard(two)
            lack = _widest(process, step, codes, two, left)
            if lack is not None:
                found.append(lack)
                left -= _twos(lack.unmet)
    return found


def _widest(
    process: Process, step: Transition, codes: Sequence[str], two: Two, left: Iterable[Two]
) -> Lack | None:
    """Return a case that lacks two rules, and others as long as that saves a row."""
    chosen = tuple(code for code in codes if code in two)
    found = lacks_together(process, step.source, step.trigger, chosen, 1)
    for code in codes if found else ():
        if code not in chosen and any(frozenset((code, other)) in left for other in chosen):
            wider = lacks_together(process, step.source, step.trigger, (*chosen, code), 1)
            if wider:
                chosen, found = (*chosen, code), wider
    return found[0] if found else None


def _twos(codes: Iterable[str]) -> set[Two]:
    return {frozenset(two) for two in combinations(codes, 2)}
