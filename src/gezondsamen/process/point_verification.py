"""Verifying evaluation points: moments that never come, or too late; rhythms and fields that nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gezondsamen.errors import Problem
from gezondsamen.process.evaluation_points import (
    Anchor,
    EvaluationPoint,
    OnAction,
    OnPhase,
    OnSchoolYear,
    OnTerm,
    OnTrigger,
)
from gezondsamen.process.graph import reachable
from gezondsamen.process.process import Process

RESTING: Final = {"suspended": "suspended", "final": "at its end"}
"""How a collaboration stands in the kinds of phase in which no moments lie."""


def moments_that_never_come(process: Process) -> Iterator[Problem]:
    """Yield a problem for each phase and anchor of an evaluation point that give it no moment."""
    for point in process.evaluation_points:
        for key in point.while_in:
            kind = process.phase(key).kind
            if kind in RESTING:
                message = f"no moment lies in phase {key!r}: the collaboration is {RESTING[kind]} there"
                yield Problem("no-moment", point.key, message)
        later = point.every is not None or point.offset is not None or point.before_end is not None
        yield from _after(process, point, point.anchor, later or point.window is not None)
        for anchor, period in point.on_events:
            yield from _after(process, point, anchor, period is not None)


def _after(process: Process, point: EvaluationPoint, anchor: Anchor, later: bool) -> Iterator[Problem]:
    """Yield a problem where no phase with moments can come after an anchor, nor lie on its very day."""
    arrows = [(step.source, step.target) for step in process.transitions]
    match anchor:
        case OnPhase(phase=key):
            into = [step for step in process.transitions if step.target == key]
            counted = {key}
        case OnTrigger(trigger=trigger):
            into = [step for step in process.transitions if step.trigger == trigger]
            counted = {step.target for step in into}
        case _:
            return
    # The day on which a phase is left belongs to that too.
    near = {*reachable(counted, arrows), *(() if later else (step.source for step in into))}
    running = [key for key in near if process.phase(key).kind not in RESTING]
    if not any(key in point.while_in or not point.while_in for key in running):
        what = f"phase {anchor.phase!r}" if isinstance(anchor, OnPhase) else f"trigger {anchor.trigger!r}"
        message = f"counted from {what} it never has a moment: no phase in which one may lie comes after it"
        yield Problem("no-moment", point.key, message)


def fields_not_read(process: Process) -> Iterator[Problem]:
    """Yield a problem for each field of an evaluation point that another one leaves unread."""
    for point in process.evaluation_points:
        given = {name: getattr(point, name) for name in ("every", "before_end", "offset", "window")}
        named = [name for name, value in given.items() if value is not None]
        named += [] if point.min_count == 1 else ["min_count"]
        named += [] if isinstance(point.anchor, OnTerm) else ["anchor"]
        for name, unread in _unread(point):
            for other in named:
                if other in unread:
                    yield Problem("unread", point.key, f"{other} is not read beside {name}")


def _unread(point: EvaluationPoint) -> Iterator[tuple[str, tuple[str, ...]]]:
    if point.fraction is not None:
        yield "fraction", ("anchor", "before_end", "every", "offset", "window", "min_count")
    elif point.before_end is not None:
        yield "before_end", ("every", "offset", "window", "min_count")
    elif point.every is None and not isinstance(point.anchor, OnSchoolYear):
        yield "a single moment (every is missing)", ("min_count",)


def moments_too_late(process: Process) -> Iterator[Problem]:
    """Yield a problem for each evaluation point that counts back from what is known once it happens."""
    for point in process.evaluation_points:
        ahead = isinstance(point.anchor, OnTerm | OnAction) or getattr(point.anchor, "edge", "on") == "until"
        if point.before_end is not None and point.fraction is None and not ahead:
            message = "before_end counts back from what is known once it happens: its moment is over by then"
            yield Problem("too-late", point.key, message)


def rhythms_not_watched(process: Process) -> Iterator[Problem]:
    """Yield a problem for each evaluation point that plans the rhythm of a rule which no phase watches."""
    watched = {rule.code for phase in process.phases for rule in phase.watches}
    for point in process.evaluation_points:
        if point.rule is not None and point.rule not in watched:
            yield Problem("unwatched", point.key, f"no phase watches {point.rule}, whose rhythm it plans")
