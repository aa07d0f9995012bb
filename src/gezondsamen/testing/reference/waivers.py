"""What a waiver covers: which rule, of which step, about whom, and how long."""

from __future__ import annotations

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions import question as ask
from gezondsamen.testing.reference.conditions.question import Question

Waiver = Entry[f.WaiverGranted]


def covering(q: Question, rule: Requirement) -> tuple[Waiver, ...]:
    """The waivers that set a rule aside: on this track, for this step, about this subject.

    What defines the thing, or a statute asks, nobody can waive.
    """
    if not rule.waivable:
        return ()
    granted = [entry for entry in r.of(q.known, f.WaiverGranted) if entry.fact.rule == rule.code]
    return tuple(entry for entry in granted if _is_meant(q, entry) and _is_free(q, entry))


def _is_meant(q: Question, waiver: Waiver) -> bool:
    """`track`, `trigger` and `about` narrow it to one track, to one kind of step, to one subject."""
    fact = waiver.fact
    trigger = None if q.step is None else q.step.trigger
    return (
        ask.on_this_track(q, fact.track)
        and (fact.trigger is None or fact.trigger == trigger)
        and (fact.about is None or r.same(q.known, (fact.about, r.place(waiver)), (q.about, q.now)))
    )


def _is_free(q: Question, waiver: Waiver) -> bool:
    """With `until` it holds through that day, for every step that asks the rule and for what is watched.

    Without, it serves one step: the first that is taken after it, asks the rule, and is meant by it.
    """
    if waiver.fact.until is not None:
        return q.day <= waiver.fact.until
    return q.step is not None and not any(_used(q, waiver, track) for track in r.tracks(q.known))


def _used(q: Question, waiver: Waiver, track: str) -> bool:
    fact = waiver.fact
    if track != q.track:
        return False
    return any(
        r.place(taken) > r.place(waiver)
        and fact.trigger in (None, taken.fact.trigger)
        and _asked(q.process, q.known, taken, fact.rule)
        and (
            fact.about is None
            or r.same(q.known, (fact.about, r.place(waiver)), (taken.fact.about, r.place(taken)))
        )
        for taken in r.steps(q.known, track)
    )


def _asked(process: Process, known: r.Known, taken: Entry[f.StepTaken], code: str) -> bool:
    """Tell whether a step that was taken asked a rule."""
    before = tuple(entry for entry in known if r.place(entry) < r.place(taken))
    step = process.transition(r.visits(before, taken.fact.track)[-1].phase, taken.fact.trigger)
    return step is not None and any(rule.code == code for rule in step.requires)
