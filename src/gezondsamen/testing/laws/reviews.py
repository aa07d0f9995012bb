"""The law of reviews: of a step taken they say what its check says, had the correction come before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.errors import GezondsamenError, Problem
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.construction import allowed

STEPS: Final = 3
"""How many steps of a process are looked at."""

_WHY: Final = "…"


def reviews_otherwise(process: Process) -> Iterator[Problem]:
    """Yield a problem where a statement turns out to be of a later day, and a review does not know it."""
    blocked = [step for step in process.transitions if step.requires and not step.is_loop]
    for step in blocked[:STEPS]:
        yield from _step(process, step)


def _step(process: Process, step: Transition) -> Iterator[Problem]:
    case = allowed(process, step.source, step.trigger)
    said = None if case is None else _evidence(case, step)
    if case is None or said is None:
        return
    later = attrs.evolve(case.dossier.journal[said].fact, on=DAY + timedelta(days=9))
    try:
        right = case.correct(said, later, reason=_WHY).check(step.trigger, on=DAY).allowed
        after = case.advance(step.trigger, on=DAY).correct(said, later, reason=_WHY)
    except GezondsamenError:
        return  # what came later depends on it
    reviewed = {(check.trigger, check.on) for check in after.review()}
    if right == ((step.trigger, DAY) in reviewed):
        message = f"a review does not tell that entry {said}, on which the step stands, is of a later day"
        yield Problem("review", step.where, message)


def _evidence(case: Collaboration, step: Transition) -> int | None:
    """Return the first statement that speaks for a rule that blocks the step."""
    rows = case.check(step.trigger, on=DAY).outcomes[: len(step.requires)]
    numbers = (number for row in rows for number in row.evidence)
    stated = (n for n in numbers if isinstance(case.dossier.journal[n].fact, f.Stated))
    return next(stated, None)
