"""Replaying a simulated trajectory as a real collaboration, under the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.facts import Fact, WaiverGranted
from gezondsamen.process.process import Process
from gezondsamen.simulation.model.distributions import YEAR


class Step(NamedTuple):
    """Name a step of a trajectory: its trigger, and when it was taken in years since the beginning."""

    trigger: str
    at: float


def day_of(begin: date, years: float) -> date:
    """Return the day on which something falls that many years after a day."""
    return begin + timedelta(days=int(years * YEAR))


def replay(process: Process, start: str, steps: Iterable[Step], *, begin: date, id: str) -> Collaboration:
    """Return the collaboration that took these steps on their days, with what its rules asked for.

    Before each step the remedies that its check proposes are recorded, with their blanks filled in. A
    rule that nothing else can repair, because too much time has passed or too little, is waived on the
    record. So every step is checked like a real one.
    """
    case = Collaboration.start(process, id=id, on=begin)
    if start != case.phase:
        case = Collaboration.start(
            process, id=id, on=begin, phase=start, since=begin, reason="begin of a simulated trajectory"
        )
    for trigger, at in steps:
        day = day_of(begin, at)
        case = case.advance(trigger, *_needed(case, trigger, day), on=day)
    return case


def _needed(case: Collaboration, trigger: str, day: date) -> tuple[Fact, ...]:
    check = case.check(trigger, on=day)
    if check.allowed or check.repair:
        return tuple(draft.fill("…") for draft in check.repair)
    facts: list[Fact] = []
    for row in check.unmet:
        assert row.remedy is not None
        if row.remedy.waiver or row.remedy.wait_until:
            facts.append(WaiverGranted(day, row.requirement.code, "simulated", "simulation", trigger=trigger))
    waived = case.record(*facts).check(trigger, on=day)
    return (*facts, *(draft.fill("…") for draft in waived.repair))
