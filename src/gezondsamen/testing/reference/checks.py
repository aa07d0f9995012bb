"""What becomes of each rule: of a step that is checked, and of a phase that is watched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import attrs

from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About
from gezondsamen.findings import Finding
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions import all_of
from gezondsamen.testing.reference.conditions.question import Question
from gezondsamen.testing.reference.waivers import covering

Status = Literal["met", "unmet", "waived", "advised", "note"]


@attrs.frozen
class Row:
    """How one rule came out: what is missing, and the numbers of the entries that speak for it.

    Where a rule is waived, these are the waivers that cover it, any one of which will do.
    """

    code: str
    status: Status
    findings: tuple[Finding, ...] = ()
    evidence: frozenset[int] = frozenset()


@attrs.frozen
class Step:
    """Whether a step can be taken on a day, and how each of its rules came out."""

    possible: bool
    rows: tuple[Row, ...]

    @property
    def allowed(self) -> bool:
        """A step is allowed when it is possible and no rule that blocks is unmet."""
        return self.possible and all(row.status != "unmet" for row in self.rows)


def question(
    entries: Iterable[Entry],
    process: Process,
    track: str,
    day: date,
    trigger: str | None,
    about: About | None,
) -> Question:
    """What is asked about on a day, of what had happened by then, where the track was on that day."""
    known = r.counting(tuple(entries), day)
    phase = r.visits(known, track)[-1].phase
    step = None if trigger is None else process.transition(phase, trigger)
    return Question(known, day, process, track, step, about)


def step(
    entries: Iterable[Entry],
    process: Process,
    track: str,
    trigger: str,
    day: date,
    about: About | None = None,
    *,
    only: str | None = None,
) -> Step:
    """A step is possible when it leads out of the phase, and none of its track was taken on a later day.

    Rules that block come first, then those that advise, each in the order in which they stand. `only` is
    the code of the one rule that is looked at.
    """
    every = tuple(entries)
    q = question(every, process, track, day, trigger, about)
    if q.step is None:
        return Step(False, ())
    later = [taken for taken in r.steps(r.counting(every, date.max), track) if r.place(taken)[0] > day]
    blocks = [_row(q, rule, "unmet") for rule in q.step.requires if only in (None, rule.code)]
    warns = [_row(q, rule, "advised") for rule in q.step.advises if only in (None, rule.code)]
    return Step(not later, (*blocks, *warns))


def watched(entries: Iterable[Entry], process: Process, track: str, day: date) -> tuple[Row, ...]:
    """The rules that are watched in the present phase.

    One that blocks a step of the process is unmet where something is missing; any other warns.
    """
    q = question(entries, process, track, day, None, None)
    phase = process.phase(r.visits(q.known, track)[-1].phase)
    hard = {rule.code for transition in process.transitions for rule in transition.requires}
    return tuple(_row(q, rule, "unmet" if rule.code in hard else "advised") for rule in phase.watches)


def _row(q: Question, rule: Requirement, otherwise: Literal["unmet", "advised"]) -> Row:
    """A rule without conditions is a note; one is met when nothing is missing.

    What blocks a step, and what is watched, can be set aside by a waiver; an advice cannot, and need not.
    """
    if rule.is_note:
        return Row(rule.code, "note")
    answer = all_of(q, rule.conditions)
    if not answer.findings:
        return Row(rule.code, "met", (), answer.evidence)
    waivers = covering(q, rule, answer.findings) if otherwise == "unmet" or q.step is None else ()
    if waivers:
        return Row(rule.code, "waived", answer.findings, frozenset(entry.number for entry in waivers))
    return Row(rule.code, otherwise, answer.findings, answer.evidence)
