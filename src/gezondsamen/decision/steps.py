"""Steps: what may be taken, and how the rules of a step or of a phase come out.

`allows` answers yes or no, quickly; `check_step` answers completely, with findings and remedies. Both
judge the same rules in the same way. Whoever observes is told which rules were judged.
"""

from __future__ import annotations

from datetime import date

import attrs

from gezondsamen.decision.check import Check, Outcome, Status
from gezondsamen.decision.judge import judge_all
from gezondsamen.decision.judge.afterwards import recorded_later
from gezondsamen.decision.judge.issue import asks_absence
from gezondsamen.decision.judge.meetings import contact_so_far, grace
from gezondsamen.decision.repair import Repair, remedy, repair
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.waivers import waiver_of
from gezondsamen.dossier.facts import StepTaken, TrackOpened
from gezondsamen.dossier.journal import Entry
from gezondsamen.forms.drafts import Draft
from gezondsamen.observation import is_observed, tell
from gezondsamen.process.conditions import InContact
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.scene import Scene


@attrs.frozen
class Judged:
    """Tell how the rules came out: of a step or, where the situation has no step, of a phase watched."""

    situation: Situation
    outcomes: tuple[Outcome, ...]


@attrs.frozen
class Taken:
    """Tell that a step was taken: the opening of its track and the steps on it, this one last."""

    process: Process
    moves: tuple[Entry[TrackOpened | StepTaken], ...]


# --- judging a rule ----------------------------------------------------------------------------------


def _holds(step: Transition, s: Situation) -> bool:
    """Tell whether every hard rule of a step is met or set aside, without making rows of it."""
    for rule in step.requires:
        findings, _ = judge_all(rule.conditions, s)
        if findings and waiver_of(rule, s, findings) is None:
            return False
    return True


def judge_step(s: Situation) -> tuple[Outcome, ...]:
    """Return how every rule of a step comes out, hard rules first, without remedies."""
    step = s.step
    assert step is not None
    if not step.requires and not step.advises:
        return ()
    scene = s.scene()
    rows = [_judged(rule, s, "unmet", scene) for rule in step.requires]
    if step.advises:
        rows += [_judged(rule, s, "advised", scene) for rule in step.advises]
    return tuple(rows)


def _judged(rule: Requirement, s: Situation, when_unmet: Status, scene: Scene) -> Outcome:
    if not rule.conditions:
        return Outcome(rule, "note", scene=scene)
    findings, evidence = judge_all(rule.conditions, s)
    if not findings:
        last = not_asked_through(rule, s) if s.step is None else None
        vacuous = not evidence and last is None and not any(map(asks_absence, rule.conditions))
        return Outcome(rule, "met", (), evidence, None, scene, last, vacuous)
    waiver = waiver_of(rule, s, findings) if when_unmet == "unmet" else None
    if waiver is not None:
        return Outcome(rule, "waived", findings, (waiver.number,), None, scene)
    return Outcome(rule, when_unmet, findings, evidence, None, scene)


def not_asked_through(rule: Requirement, s: Situation) -> date | None:
    """Return until when a watched rule asks nothing: it asks for rhythms, all in their first period.

    Where there was contact enough already, or something else is asked too, it returns nothing.
    """
    days = []
    for x in rule.conditions:
        last = grace(x, s) if isinstance(x, InContact) and contact_so_far(x, s)[0] else None
        if last is None:
            return None
        days.append(last)
    return min(days, default=None)


# --- steps -------------------------------------------------------------------------------------------


def allows(s: Situation) -> bool:
    """Tell whether a step may be taken: it leads out of the phase, no hard rule is unmet, none came later.

    Where it may not, nothing is told to observers: ask `check_step` for the reasons.
    """
    step = s.step
    if step is None or s.barred_by is not None or not _holds(step, s):
        return False
    if is_observed():
        tell(Judged(s, judge_step(s)))
    return True


def objection(s: Situation, trigger: str, led_to: str, title: str) -> Check | None:
    """Return None where a step taken before is still supported, else the check; observers hear nothing.

    A step that leads elsewhere than it led (`led_to`) is not supported either.
    """
    elsewhere = s.step is not None and s.step.target != led_to
    if s.step is not None and not elsewhere and _holds(s.step, s):
        return None
    check = _checked(s, trigger, () if s.step is None else judge_step(s), title)
    return attrs.evolve(check, led_to=led_to) if elsewhere else check


def check_step(s: Situation, trigger: str, title: str) -> Check:
    """Return the complete check of a step, remedies and texts included.

    Where the trigger does not lead out of the phase (`s.step` is None), it says what does. Where a step
    was taken on a later day, nothing helps: no remedy is given.
    """
    if s.step is None:
        return _checked(s, trigger, (), title)
    outcomes = judge_step(s)
    if is_observed():
        tell(Judged(s, outcomes))
    return _checked(s, trigger, outcomes, title)


def _checked(s: Situation, trigger: str, outcomes: tuple[Outcome, ...], title: str) -> Check:
    drafts: tuple[Draft, ...] = ()
    scene = None
    if outcomes:
        scene = outcomes[0].scene
        statuses = {row.status for row in outcomes}
        if "unmet" in statuses and s.barred_by is None:
            repaired = repair_step(s, outcomes)
            drafts = tuple(repaired.drafts) if repaired.settled else ()
        if s.barred_by is None and ("unmet" in statuses or "advised" in statuses):
            outcomes = tuple([_with_remedy(_with_later(row, s), s) for row in outcomes])
    phase, step = s.track.phase, s.step
    barred_on, barred_by = s.barred_by or (None, None)
    return Check(  # by position: keywords would cost an eighth of a check without rules
        trigger,
        phase,
        None if step is None else step.target,
        s.day,
        s.track.name,
        s.about,
        step is not None and barred_by is None,
        outcomes,
        s.process.ways_out(phase),
        drafts,
        title,
        scene or s.scene(),
        barred_by,
        barred_on,
    )


def _with_later(row: Outcome, s: Situation) -> Outcome:
    """Return a row with what was recorded after the day, and would have met what is missing."""
    if s.whole is None or row.status not in ("unmet", "advised"):
        return row
    findings, later = recorded_later(row.requirement, row.findings, s, s.whole)
    return attrs.evolve(row, findings=findings, later=later) if later else row


def _with_remedy(row: Outcome, s: Situation) -> Outcome:
    if row.status in ("unmet", "advised"):
        return attrs.evolve(row, remedy=remedy(row.requirement.conditions, s))
    return row


def repair_step(s: Situation, outcomes: tuple[Outcome, ...]) -> Repair:
    """Return what would make a step allowed: its hard rules together, those set aside left out."""
    assert s.step is not None
    hard = outcomes[: len(s.step.requires)]
    asked = (x for row in hard if row.status != "waived" for x in row.requirement.conditions)
    return repair(asked, s)


def watched(s: Situation) -> tuple[Outcome, ...]:
    """Return how the watched rules of the present phase come out; those that block nowhere only warn."""
    scene = s.scene()
    rows = [_judged(rule, s, "unmet", scene) for rule in s.process.phase(s.track.phase).watches]
    rows = [
        attrs.evolve(row, status="advised")
        if row.status == "unmet" and row.requirement.code not in s.process.hard
        else row
        for row in rows
    ]
    outcomes = tuple([_with_remedy(row, s) for row in rows])
    if is_observed():
        tell(Judged(s, outcomes))
    return outcomes
