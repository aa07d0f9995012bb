"""Small parts that tests build with: parties, labels, rules, a tiny process, cases that walk a plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import gezondsamen as gs
from gezondsamen.decision.check import Check, Outcome
from gezondsamen.decision.planning import Plan
from gezondsamen.monitoring import Watch
from gezondsamen.process import conditions as c
from gezondsamen.testing.building.canonical import DAY as DAY
from gezondsamen.testing.building.canonical import filled as filled

PROCESSES = tuple(gs.PROCESSES.values())
"""Every process that ships."""

EVERY_PHASE = [(process, phase.key) for process in PROCESSES for phase in process.phases]
"""Every phase of every process."""


def later(days: int, day: date = DAY) -> date:
    return day + timedelta(days=days)


def label(text: str = "…") -> gs.Label:
    return gs.Label(nl=text, en=text)


CITED = gs.Citation(gs.Work("own", "Own handbook"), heading="Chapter 1")


def rule(*conditions: c.Condition, code: str = "OWN-01", **changes: Any) -> gs.Requirement:
    """Make a rule of our own that asks these conditions."""
    given: dict[str, Any] = {"name": label("eigen regel"), "text": label("Doe dit."), "citation": CITED}
    return gs.Requirement(code=code, conditions=conditions, **(given | changes))


def party(ident: str, kind: str = "municipality", *sectors: str, **changes: Any) -> gs.Party:
    return gs.Party(id=ident, name=f"Partij {ident}", kind=kind, sectors=sectors, **changes)


def joined(ident: str, kind: str = "municipality", *sectors: str, on: date = DAY, **changes: Any) -> gs.Fact:
    return gs.PartyJoined(on, party(ident, kind, *sectors, **changes))


def said(*topics: str, on: date = DAY, **changes: Any) -> tuple[gs.Stated, ...]:
    return tuple(gs.Stated(on, topic, "…", **changes) for topic in topics)


def started(process: gs.Process = gs.PPS, *facts: gs.Fact, **changes: Any) -> gs.Collaboration:
    """Start a case on `DAY`; the first fact is entry 2."""
    given: dict[str, Any] = {"id": "case", "on": DAY}
    case = gs.Collaboration.start(process, **(given | changes))
    return case.record(*facts)


def adopted(process: gs.Process, phase: str, *facts: gs.Fact, since: date = DAY) -> gs.Collaboration:
    """Adopt a case that is in a phase since a day."""
    return started(process, *facts, on=since, phase=phase, since=since, reason="it runs already")


def tiny(*asked: gs.Requirement, **parts: Any) -> gs.Process:
    """Make a process of two steps, begin → work → done, whose step `go` asks these rules.

    `advises` and `watches` take rules as well; what else is given replaces a part of the process.
    """
    begin = gs.Phase("begin", label("begin"), kind="initial")
    work = gs.Phase("work", label("werk"), watches=parts.pop("watches", ()))
    done = gs.Phase("done", label("klaar"), kind="final", outcome="success")
    go = begin.to(work, "go", label=label("ga"), requires=asked, advises=parts.pop("advises", ()))
    given: dict[str, Any] = {
        "key": "tiny",
        "label": label("klein"),
        "phases": (begin, work, done),
        "transitions": (
            go,
            work.to(work, "again", label=label("nog eens"), requires=parts.pop("again", ())),
            work.to(done, "finish", label=label("maak af"), requires=parts.pop("finish", ())),
        ),
        "terms": gs.PPS.terms,
    }
    return gs.Process(**(given | parts))


def row(check: Check | Watch, code: str) -> Outcome:
    """Return the outcome of one rule in a check or a watch."""
    (found,) = [outcome for outcome in check.outcomes if outcome.requirement.code == code]
    return found


def id_of(about: gs.About | None) -> str:
    """Return whom something is about: somebody, or something, there must be."""
    assert about is not None
    return about.id


def codes(rows: Iterable[Outcome]) -> set[str]:
    return {outcome.requirement.code for outcome in rows}


def carry_out(case: gs.Collaboration, plan: Plan) -> gs.Collaboration:
    """Record each step's drafts and take it, in order."""
    for step in plan.steps:
        case = case.advance(step.trigger, *filled(step.drafts), on=plan.on)
    return case
