"""Where the library and the second reading differ on cases constructed for a process; nothing is drawn.

Compared are the steps out of each phase and what is watched there, in a case to which things happened (a
merger of a merger, a party that came back, everything said twice), each step where it is allowed, and each
rule in a case that lacks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import Party
from gezondsamen.errors import InvalidRecord, Problem
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.construction import allowed, beginnings, lacks
from gezondsamen.testing.laws import second_reading as both

_HEIRS: Final = ("heir-1", "heir-2")


def differences(process: Process) -> Iterator[Problem]:
    """Yield a problem for each place in which the two readings of constructed cases differ."""
    for phase in process.phases:
        case = with_a_past(_in_phase(process, phase.key))
        for reading in (both.record_differences, both.rule_differences):
            yield from _told(phase.key, reading(case, DAY))
    for step in process.transitions:
        yield from _told(step.where, _step(process, step))


def _in_phase(process: Process, phase: str) -> Collaboration:
    """Return the longest of the cases in which a step out of a phase is allowed, or the bare one."""
    steps = (allowed(process, phase, step.trigger) for step in process.exits(phase))
    cases = [beginnings(process, phase)[0], *(case for case in steps if case is not None)]
    return max(cases, key=lambda case: case.version)


def _step(process: Process, step: Transition) -> Iterator[both.Difference]:
    case = allowed(process, step.source, step.trigger)
    if case is not None:
        yield from both.step_differences(case, case.check(step.trigger, on=DAY))
    for rule in step.requirements:
        if not rule.is_note:
            for lack in lacks(process, step.source, step.trigger, rule.code, 1)[:1]:
                check = lack.case.check(step.trigger, on=lack.day)
                yield from both.step_differences(lack.case, check, rule.code)


def _told(where: str, found: Iterator[both.Difference]) -> Iterator[Problem]:
    for place, said in found:
        yield Problem("second-reading", where, f"{place}: {said}")


def with_a_past(case: Collaboration) -> Collaboration:
    """Return a case after a merger of a merger, a return, and everything about somebody said twice."""
    parties = case.dossier.parties
    again = [
        e.fact for e in case.dossier.events() if isinstance(e.fact, f.Stated) and e.fact.about is not None
    ]
    facts: list[f.Fact] = [attrs.evolve(fact, on=DAY) for fact in again]
    if parties:
        one, two = (attrs.evolve(parties[0], id=ident, name=ident) for ident in _HEIRS)
        facts += [*_in_place_of(parties[0], one), *_in_place_of(one, two)]
        facts += [f.PartyLeft(DAY, party.id) for party in parties[1:][-1:]]
        facts += [f.PartyJoined(DAY, party) for party in parties[1:][-1:]]
    try:
        return case.record(*facts) if facts else case
    except InvalidRecord:
        return case


def _in_place_of(before: Party, after: Party) -> tuple[f.Fact, f.Fact]:
    return f.PartyJoined(DAY, after), f.PartySucceeded(DAY, after.id, (before.id,))
