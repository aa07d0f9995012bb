"""Canonical cases: the least that the library itself proposes to get somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.facts import Fact
from gezondsamen.drafts import Draft
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.process import Process

DAY: Final = date(2024, 1, 8)
"""The day on which canonical cases begin, and on which everything in them happens."""


def filled(drafts: Iterable[Draft], text: str = "…") -> tuple[Fact, ...]:
    """Return drafts as facts, with every blank that a person would fill in filled in."""
    return tuple(draft.fill(text) for draft in drafts)


def canonical(process: Process, phase: str | None = None, *, on: date = DAY) -> Collaboration:
    """Return the minimal case that came to a phase by the library's own plan; without a phase, a fresh one.

    Everything in it happened on one day. Raises `InvalidRecord` when the plan finds no way there.

    >>> from gezondsamen.phases import PPS
    >>> canonical(PPS, "management").phase
    'management'
    """
    return _canonical(process, phase, on)


# The cache stands on a function of its own: it would hide from type checkers what the public one takes.
@cache
def _canonical(process: Process, phase: str | None, on: date) -> Collaboration:
    case = Collaboration.start(process, id="case", on=on)
    if phase is None or case.phase == phase:
        return case
    plan = case.plan(phase, on=on)
    if not plan.found:
        raise InvalidRecord("no-route", f"no way leads to phase {phase!r} of process {process.key!r}.", phase)
    for step in plan.steps:
        case = case.advance(step.trigger, *filled(step.drafts), on=on)
    return case
