"""What all laws share: `demand` raises `AssertionError` with the law and the values seen; short queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check
from gezondsamen.process.process import Process

Law = Callable[[Collaboration, date], None]
"""A law of a case on a day: it raises `AssertionError` where it does not hold."""


def demand(holds: bool, law: str, *seen: object) -> None:
    """Raise `AssertionError`, with the law and what was seen, when it does not hold."""
    if not holds:
        raise AssertionError(" | ".join((law, *map(str, seen))))


def process_of(case: Collaboration, track: str) -> Process:
    """Return the process that runs on a track."""
    key = case.dossier.track(track).process
    return next(process for process in case.processes if process.key == key)


def by_key(case: Collaboration) -> dict[str, Process]:
    """Return the processes of a case by their keys: what `loads` and `replay` take."""
    return {process.key: process for process in case.processes}


@lru_cache(maxsize=32)
def options_of(case: Collaboration, day: date, track: str) -> Mapping[str, Check]:
    """Return the checks of every step out of the phase of a track; remembered, as many laws read the same."""
    return case.options(on=day, track=track)


def standings(case: Collaboration, day: date, track: str = "main") -> dict[tuple[str, str], Any]:
    """Return status and findings, without evidence, of each rule of each step by (trigger, code)."""
    return {
        (trigger, row.requirement.code): (row.status, row.findings)
        for trigger, check in options_of(case, day, track).items()
        for row in check.outcomes
    }
