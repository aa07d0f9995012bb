"""Demanding: what every law needs to look at a case, and to say what it saw."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from gezondsamen.collaboration import Collaboration
from gezondsamen.process.process import Process

Law = Callable[[Collaboration, date], None]
"""A law of a case on a day."""


def demand(holds: bool, law: str, *seen: object) -> None:
    """Raise `AssertionError`, with the law and what was seen, when it does not hold."""
    if not holds:
        raise AssertionError(" | ".join((law, *map(str, seen))))


def process_of(case: Collaboration, track: str) -> Process:
    """Return the process that runs on a track."""
    key = case.dossier.track(track).process
    return next(process for process in case.processes if process.key == key)


def by_key(case: Collaboration) -> dict[str, Process]:
    """Return the processes of a case by their keys, as documents and journals are read with."""
    return {process.key: process for process in case.processes}


def standings(case: Collaboration, day: date, track: str = "main") -> dict[tuple[str, str], Any]:
    """Return how every rule of every way out stands on a day, evidence left out."""
    return {
        (trigger, row.requirement.code): (row.status, row.findings)
        for trigger, check in case.options(on=day, track=track).items()
        for row in check.outcomes
    }
