"""What time makes due: steps whose day has come, and moments that went by unanswered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from gezondsamen.process.evaluation_points import Anchor, OnStatement
from gezondsamen.process.process import Process
from gezondsamen.testing.reference import record
from gezondsamen.testing.reference.record import Known
from gezondsamen.testing.reference.schedule_course import Course, Mark, courses, marks
from gezondsamen.testing.reference.schedule_occurrences import Foreseen

Due = tuple[str, str, date]
"""A track, a trigger, and the day after which the step is due."""


def due(processes: Iterable[Process], entries: Known, on: date) -> tuple[Due, ...]:
    """A step out of the present phase is due from the day after the one that it counts from.

    Nothing is taken by itself: it stays due until a step leads out of the phase, or the day becomes another.
    """
    found: list[Due] = []
    for track in courses({process.key: process for process in processes}, entries, on):
        phase = track.visits[-1].phase
        for step in track.process.transitions:
            if step.source == phase and step.falls_due is not None:
                past = [mark.day for mark in _last_days(step.falls_due, track) if mark.day < on]
                found += [(track.track, step.trigger, max(past))] if past else []
    return tuple(found)


def _last_days(anchor: Anchor, track: Course) -> Iterator[Mark]:
    """What is on record until a day runs out on the last of such days about the same subject."""
    for mark in marks(anchor, track):
        if not _outlived(anchor, mark, track):
            yield mark


def _outlived(anchor: Anchor, mark: Mark, track: Course) -> bool:
    if not isinstance(anchor, OnStatement) or anchor.edge == "on":
        return False
    stated = [
        (entry, record.place(entry)) for entry in record.statements(track.known, anchor.topic, date.min)
    ]
    (this,) = ((entry.fact.about, place) for entry, place in stated if entry.number == mark.entry)
    return any(
        record.same(track.known, this, (entry.fact.about, place))
        for entry, place in stated
        if track.reads(entry.fact.track) and (entry.fact.until is None or entry.fact.until > mark.day)
    )


def overdue(moments: Iterable[Foreseen], track: str) -> tuple[Foreseen, ...]:
    """The moments of a track whose last day in time went by without an answer, the oldest first."""
    return tuple(moment for moment in moments if moment.track == track and moment.status == "overdue")
