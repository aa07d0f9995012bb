"""What a waiver covers: which rule, of which step, about whom, and how long."""

from __future__ import annotations

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.findings import Finding
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.testing.reference import record as r
from gezondsamen.testing.reference.conditions import question as ask
from gezondsamen.testing.reference.conditions.question import Question

Waiver = Entry[f.WaiverGranted]


def covering(q: Question, rule: Requirement, findings: tuple[Finding, ...]) -> tuple[Waiver, ...]:
    """The waivers that set a rule aside: on this track, for this step, about this subject.

    What defines the thing, or a statute asks, nobody can waive.
    """
    if not rule.waivable:
        return ()
    granted = [
        entry
        for entry in r.of(q.known, f.WaiverGranted)
        if entry.fact.rule == rule.code and ask.on_this_track(q, entry.fact.track)
    ]
    if q.step is None:
        return tuple(entry for entry in granted if _covers_watched(q, entry, findings))
    return tuple(entry for entry in granted if _covers_step(q, entry, q.step))


def _covers_watched(q: Question, waiver: Waiver, findings: tuple[Finding, ...]) -> bool:
    """A watched rule is waived through a day, by a waiver that is not narrowed to one kind of step.

    One about a subject covers what is found about that subject, where nothing else is found.
    """
    fact = waiver.fact
    if fact.until is None or fact.until < q.day or fact.trigger is not None:
        return False
    named = (fact.about, r.place(waiver))
    return fact.about is None or all(r.same(q.known, named, (x.about, q.end)) for x in findings)


def _covers_step(q: Question, waiver: Waiver, step: Transition) -> bool:
    """`trigger` and `about` narrow it to one kind of step, and to one subject.

    With `until` it holds through that day, for every step that asks the rule. Without, it serves one step
    of a track: the first that is taken after it, asks the rule, and is meant by it.
    """
    fact = waiver.fact
    if fact.trigger not in (None, step.trigger) or not _is_about(q.known, waiver, (q.about, q.end)):
        return False
    return not _used(q, waiver) if fact.until is None else q.day <= fact.until


def _is_about(known: r.Known, waiver: Waiver, named: r.Named) -> bool:
    about = waiver.fact.about
    return about is None or r.same(known, (about, r.place(waiver)), named)


def _used(q: Question, waiver: Waiver) -> bool:
    fact = waiver.fact
    return any(
        r.place(taken) > r.place(waiver)
        and fact.trigger in (None, taken.fact.trigger)
        and _asked(q.process, q.known, taken, fact.rule)
        and _is_about(q.known, waiver, (taken.fact.about, r.place(taken)))
        for taken in r.steps(q.known, q.track)
    )


def _asked(process: Process, known: r.Known, taken: Entry[f.StepTaken], code: str) -> bool:
    """Tell whether a step that was taken asked a rule."""
    before = tuple(entry for entry in known if r.place(entry) < r.place(taken))
    step = process.transition(r.visits(before, taken.fact.track)[-1].phase, taken.fact.trigger)
    return step is not None and any(rule.code == code for rule in step.requires)
