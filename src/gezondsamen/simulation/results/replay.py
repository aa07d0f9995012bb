"""Replaying a simulated trajectory as a real collaboration, under the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.repair.parties import departures
from gezondsamen.decision.situation import Situation
from gezondsamen.dossier.facts import Fact, WaiverGranted
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.process.process import Process
from gezondsamen.simulation.model.numbers import YEAR


class Step(NamedTuple):
    """Name a step of a trajectory: its trigger, and when it was taken in years since the beginning."""

    trigger: str
    at: float


def day_of(begin: date, years: float) -> date:
    """Return the day on which something falls that many years after a day."""
    return begin + timedelta(days=int(years * YEAR))


def replay(process: Process, start: str, steps: Iterable[Step], *, begin: date, id: str) -> Collaboration:
    """Return the collaboration that took these steps on their days, with what its rules asked for.

    Before each step the remedies that its check proposes are recorded, with their blanks filled in. Where
    a step says that parties left, they leave. A rule that nothing else can repair, because too much time
    has passed or too little, is waived on the record. So every step is checked like a real one.
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
    for leaving in _leaving(case, trigger, day):
        after = case.record(*leaving).check(trigger, on=day)
        if after.allowed or after.repair:
            return (*leaving, *(draft.fill("…") for draft in after.repair))
    facts: list[Fact] = []
    for row in check.unmet:
        assert row.remedy is not None
        if row.remedy.waiver or row.remedy.wait_until:
            facts.append(WaiverGranted(day, row.requirement.code, "simulated", "simulation", trigger=trigger))
    waived = case.record(*facts).check(trigger, on=day)
    return (*facts, *(draft.fill("…") for draft in waived.repair))


def _leaving(case: Collaboration, trigger: str, day: date) -> Iterator[tuple[Fact, ...]]:
    """Yield the parties that have left, where a step asks for that."""
    step = case.process.transition(case.phase, trigger)
    if step is not None:
        known = case.dossier.as_of(day).known
        asked = (condition for rule in step.requires for condition in rule.conditions)
        yield from departures(asked, Situation(case.process, known, day, known.tracks[MAIN], step))
