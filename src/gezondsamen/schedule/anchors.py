"""Anchors: the days from which evaluation points and time triggers count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import assert_never, cast

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.tracks import Visit
from gezondsamen.periods import school_year
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.graph import reachable
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process


@attrs.frozen
class Mark:
    """Hold a day to count from.

    `key` names the occurrence whatever its day becomes; `entry` is the number of the entry that set
    it (None: the calendar did).
    """

    key: str
    day: date
    entry: int | None = None


@attrs.frozen
class Course:
    """Hold what a track went through up to the day `on`: what its anchors and moments are read from.

    `opening` is the entry with which the track began; `term` the agreement whose term counts.
    """

    process: Process
    dossier: Dossier
    track: str
    on: date
    opening: Entry[f.TrackOpened]
    visits: tuple[Visit, ...]
    term: Agreement | None

    @classmethod
    def of(cls, process: Process, dossier: Dossier, track: str, on: date) -> Course:
        """Return the course of a track."""
        opening = cast("Entry[f.TrackOpened]", dossier.moves(track)[0])
        return cls(process, dossier, track, on, opening, dossier.visits(track), term_of(dossier, track))

    def phases_on(self, day: date) -> tuple[str, ...]:
        """Return the phases a track is in on a day; after today, the present one goes on."""
        if day > self.on:
            return (self.visits[-1].phase,)
        return tuple(
            visit.phase
            for visit in self.visits
            if visit.entered <= day and (visit.left is None or day <= visit.left)
        )

    def runs_on(self, day: date, while_in: tuple[str, ...]) -> bool:
        """Tell whether moments are produced on a day: running, not suspended, in these phases.

        Of a track that was adopted while it ran, what was evaluated before is not on record, so that
        nothing is asked for on days before the one on which it was adopted.
        """
        if day < self.opening.fact.on:
            return False
        running = [
            key for key in self.phases_on(day) if self.process.phase(key).kind not in ("suspended", "final")
        ]
        return any(key in while_in for key in running) if while_in else bool(running)


def term_of(dossier: Dossier, track: str) -> Agreement | None:
    """Return the agreement whose term counts on a track: its own, else the one principal."""
    own = dossier.known.agreements.get(track)
    if own is not None:
        return own
    return dossier.principal


def marks(anchor: p.Anchor, course: Course) -> tuple[Mark, ...]:
    """Return the days an anchor stands for on a track, in the order of events."""
    known = course.dossier.known
    match anchor:
        case p.OnPhase():
            return tuple(_entries_into(anchor.phase, course))[:1]
        case p.OnTrigger():
            return tuple(_times_taken(anchor.trigger, course))
        case p.OnTerm():
            return tuple(_edges(anchor, course))
        case p.OnStatement():
            stated = [e for e in known.of(f.Stated, anchor.topic) if e.fact.track in (None, course.track)]
            days = [(e, getattr(e.fact, anchor.edge)) for e in stated]
            return tuple(_mark(e, day) for e, day in days if day is not None)
        case p.OnAction():
            actions = known.of(f.ActionAgreed)
            return tuple(Mark(e.fact.action, e.fact.due, e.number) for e in actions)
        case p.OnPartyLeft():
            return tuple(_mark(e, e.fact.on) for e in course.dossier.events() if type(e.fact) is f.PartyLeft)
        case p.OnSchoolYear():
            return (Mark("school_year", school_year(course.visits[0].entered)[0]),)
        case _:
            assert_never(anchor)


def _mark(entry: Entry, day: date) -> Mark:
    return Mark(str(entry.place[1]), day, entry.number)


def _entries_into(phase: str, course: Course) -> Iterator[Mark]:
    at_start = phase == course.process.initial
    yield from _adopted_beyond(course, lambda step: step.target == phase, at_start=at_start)
    for entry in course.dossier.moves(course.track):
        if entry.fact.phase == phase:
            yield _mark(entry, entry.place[0])


def _times_taken(trigger: str, course: Course) -> Iterator[Mark]:
    yield from _adopted_beyond(course, lambda step: step.trigger == trigger)
    for entry in course.dossier.steps(course.track):
        if entry.fact.trigger == trigger:
            yield _mark(entry, entry.fact.on)


def _adopted_beyond(
    course: Course, passes: Callable[[Transition], bool], *, at_start: bool = False
) -> Iterator[Mark]:
    """Yield the day of adoption where the adopted phase can only be reached through these steps.

    One of them was taken before anything was on record: the day of adoption stands in for its day. With
    `at_start` it always does: every track was in its first phase.
    """
    first, process = course.visits[0], course.process
    if first.adopted:
        arrows = [(step.source, step.target) for step in process.transitions if not passes(step)]
        if at_start or first.phase not in reachable((process.initial,), arrows):
            yield _mark(course.opening, first.entered)


def _edges(anchor: p.OnTerm, course: Course) -> Iterator[Mark]:
    term = course.term
    day = None if term is None else getattr(term, anchor.edge)
    if term is None or day is None:
        return
    setters = [course.dossier.journal[number] for number in term.entries]
    yield Mark(term.id, day, [e.number for e in setters if getattr(e.fact, anchor.edge, None) == day][-1])
