"""Monitoring: how a phase stands on a day, and what an evaluation is overdue for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

import attrs

from gezondsamen.arguments import check_day
from gezondsamen.decision.check import Check, Outcome, rows_with
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.steps import watched
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.parties import About
from gezondsamen.language import language_of
from gezondsamen.process.evaluation_points import Anchor, OnStatement
from gezondsamen.process.process import Process
from gezondsamen.prose import digests, pages
from gezondsamen.prose.moments import overdue_days
from gezondsamen.prose.scene import Scene, staged
from gezondsamen.renderings import NOTEBOOK, framed
from gezondsamen.schedule.anchors import Course, Mark, marks
from gezondsamen.schedule.calendars import Direction, WorkingCalendar
from gezondsamen.schedule.moments import Moment
from gezondsamen.schedule.schedule import Scheduled, evaluation_schedule


@attrs.frozen
class Watch:
    """Say how the watched rules of a phase stand on a day, and which evaluations are overdue.

    A watched rule that blocks a step of the process is unmet where something is missing, any other advised.
    `outdated` has the codes of rules, watched here or asked by a next step, that a programme set for a
    school year that is over: what they say may have changed since.
    """

    phase: str
    on: date
    track: str
    outcomes: tuple[Outcome, ...]
    overdue: tuple[Moment, ...] = ()
    title: str = ""
    scene: Scene | None = attrs.field(default=None, eq=False, repr=False)
    outdated: tuple[str, ...] = ()

    def __repr__(self) -> str:
        codes = ", ".join(row.requirement.code for row in self.found) or "nothing found"
        return f"Watch({self.phase!r} on {self.on}: {codes}; {len(self.overdue)} overdue)"

    @property
    def found(self) -> tuple[Outcome, ...]:
        """The rows on which something was found."""
        return rows_with(self.outcomes, "unmet", "advised")

    def summary(self, lang: str) -> str:
        """Return what was found in a sentence or two; raises `InvalidArgument` as `explain` does."""
        rules = [row.requirement.name for row in self.found]
        return digests.watch_summary(rules, len(self.overdue), language_of(lang))

    def _repr_html_(self) -> str:
        return framed(self.explain(NOTEBOOK))

    def explain(self, lang: str) -> str:
        """Return what was found as a page; raises `InvalidArgument` for a language without texts."""
        v = staged(self.scene).voice(lang)
        groups: dict[tuple[str, str], list[Moment]] = {}
        for moment in self.overdue:
            groups.setdefault((v.label(moment.point.label), moment.reason(lang)), []).append(moment)
        late = [
            f"{label}, {overdue_days([moment.on for moment in moments], v.language)}: {reason}."
            for (label, reason), moments in groups.items()
        ]
        return pages.watch_page(self, late, v)


@attrs.frozen
class Due:
    """Name a step that time has made due: reported, never taken by itself.

    `since` is the day that it counts from, of several the last: it is due from the day after.
    """

    trigger: str
    track: str
    since: date
    check: Check


class Running(Scheduled, Protocol):
    """What is monitored: a collaboration."""

    def check(self, trigger: str, *, on: date, track: str | None = None) -> Check: ...


def resting(s: Situation, calendar: WorkingCalendar | None) -> Situation:
    """Return the situation in which it is known on which days of the calendar nobody works."""
    if calendar is None:
        return s
    free = calendar.free
    return attrs.evolve(s, free=lambda day: free(day) is not None)


def watch(
    case: Scheduled,
    s: Situation,
    calendar: WorkingCalendar | None = None,
    direction: Direction = "following",
) -> Watch:
    """Return how the present phase of a track stands, with moments on working days of the calendar."""
    late = evaluation_schedule(
        case, on=s.day, until=s.day, calendar=calendar, direction=direction
    ).with_status("overdue")
    s = resting(s, calendar)
    overdue = tuple(moment for moment in late if moment.track == s.track.name)
    outdated = _outdated(s.process, s.track.phase, s.day)
    return Watch(s.track.phase, s.day, s.track.name, watched(s), overdue, case.title, s.scene(), outdated)


def _outdated(process: Process, phase: str, on: date) -> tuple[str, ...]:
    steps = process.exits(phase)
    near = (*process.phase(phase).watches, *(rule for t in steps for rule in (*t.requires, *t.advises)))
    ended = (rule.code for rule in near if rule.holds_until is not None and rule.holds_until < on)
    return tuple(dict.fromkeys(ended))


def due(case: Running, on: date) -> tuple[Due, ...]:
    """Return the steps that time has made due on any track by a day."""
    check_day("on", on)
    return tuple(
        Due(trigger, track, max(days), case.check(trigger, on=on, track=track))
        for track, trigger, days in falling_due(case, case.dossier.as_of(on), on)
    )


def falling_due(case: Scheduled, dossier: Dossier, on: date) -> Iterator[tuple[str, str, list[date]]]:
    """Yield track and trigger of the steps that time makes due before a day, with the days after which."""
    processes = {process.key: process for process in case.processes}
    for track in dossier.tracks:
        process = processes[track.process]
        for step in process.exits(track.phase):
            if step.falls_due is not None:
                course = Course.of(process, dossier, track.name, on)
                past = [mark for mark in marks(step.falls_due, course) if mark.day < on]
                if days := _for_good(step.falls_due, past, course):
                    yield track.name, step.trigger, days


def _for_good(anchor: Anchor, past: list[Mark], course: Course) -> list[date]:
    """Return the days that went by, but for those on which a statement ran out while another runs longer.

    That other one is on record about the same subject: of a party, or of whoever stands for it now.
    """
    if not isinstance(anchor, OnStatement) or anchor.edge == "on":
        return [mark.day for mark in past]
    known = course.dossier.known
    last: dict[About | None, date] = {}
    subjects: dict[int | None, tuple[About | None, ...]] = {}
    for entry in known.of(f.Stated, anchor.topic):
        if entry.fact.track in (None, course.track):
            subjects[entry.number] = _standing_for(entry.fact.about, known)
            for about in subjects[entry.number]:
                last[about] = max(last.get(about, date.min), entry.fact.until or date.max)
    return [mark.day for mark in past if all(last[about] == mark.day for about in subjects[mark.entry])]


def _standing_for(about: About | None, known: Known) -> tuple[About | None, ...]:
    """Return a subject, or of a party whoever stands for it now."""
    if about is None or about.kind != "party":
        return (about,)
    return tuple(About("party", heir) for heir in known.heirs_of(about.id))
