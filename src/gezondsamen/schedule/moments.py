"""Moments: dated occurrences of evaluation points, and the schedule that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import attrs

from gezondsamen.arguments import check
from gezondsamen.citations import Basis
from gezondsamen.labels import Label
from gezondsamen.language import language_of
from gezondsamen.process.evaluation_points import Anchor, EvaluationPoint
from gezondsamen.process.process import Process
from gezondsamen.prose.moments import elsewhere_text, reason_text
from gezondsamen.prose.statuses import MOMENT
from gezondsamen.renderings import NOTEBOOK, framed

MomentStatus = Literal["planned", "open", "held", "overdue", "provisional"]


@attrs.frozen
class Because:
    """Say why a moment is there: by which point and on what ground, counted from what.

    `point` is the key of the point and `basis` its ground; `anchor` what it counts from, `day` the
    day of that and `entry` the entry that set it (None: the calendar did). `original` is the day
    before it moved to a working day, `moved` why it did.
    """

    point: str
    basis: Basis
    anchor: Anchor
    day: date
    entry: int | None
    original: date
    moved: Label | None = None


@attrs.frozen
class Moment:
    """Hold one dated occurrence of an evaluation point.

    `id` is case/track/point/occurrence/n and does not depend on days; `on` is a working day;
    `window` bounds the days on which an evaluation answers it; `deadline` is the last day in time;
    `track` and `process` say where it comes from, `held_in` is the entry that answered it.

    The occurrence is what the moment counts from: the number of an entry (of a correction, that of what it
    corrects), the id of an agreement or an action, or `school_year`; after `event1.` and so on where that is
    one of `on_events`.

    `status` is held once it is answered; until its day planned, or provisional where the calendar does not
    know that day; open from its day, or from the first day of a window that ends with the deadline, through
    the deadline; and then overdue, unless it is optional.
    """

    id: str
    on: date
    window: tuple[date, date]
    deadline: date
    track: str
    process: str
    point: EvaluationPoint
    status: MomentStatus
    because: Because
    held_in: int | None = None

    def __repr__(self) -> str:
        return f"Moment({self.id!r} on {self.on}: {self.status})"

    def status_text(self, lang: str) -> str:
        """Return the status in words."""
        return language_of(lang)(*MOMENT[self.status])

    def reason(self, lang: str) -> str:
        """Return why the moment is there: counted from what, moved why, and on what ground."""
        return reason_text(self.point, self.because, language_of(lang))


Why = Literal["anchor", "rule", "calendar", "course", "evaluation", "day", "horizon"]
"""Why two schedules differ in a moment.

`anchor`: what it counts from lies on another day; `rule`: the evaluation point, or its process, is another;
`calendar`: other days are free, or known; `course`: an anchor came or went, a phase was entered or left,
or the term is another; `evaluation`: one was held or taken back; `day`: both are judged on different
days; `horizon`: one looks further ahead.
"""


@attrs.frozen
class Dated:
    """Tell which moments a point of a process got when a schedule was made."""

    process: Process
    moments: tuple[Moment, ...]


@attrs.frozen
class Change:
    """Name one difference between two schedules: what became of a moment, and why.

    `kind` is added, dropped, moved (another day) or changed (anything else: status, window, ground).
    """

    kind: Literal["added", "dropped", "moved", "changed"]
    id: str
    before: Moment | None
    after: Moment | None
    why: Why


@attrs.frozen
class Elsewhere:
    """Say that an evaluation names a moment which it did not answer, and which it answered instead.

    `entry` is the number of its entry, `named` the id that it names, `answered` that of the other moment
    (None: no moment). Its day lay outside the window of the one it names, or another had answered that,
    or there is no such moment any more, as after a change of rhythm.
    """

    entry: int
    named: str
    answered: str | None = None

    def text(self, lang: str) -> str:
        """Return it in a sentence; raises `InvalidArgument` for a language without texts."""
        return elsewhere_text(self.entry, self.named, self.answered, language_of(lang))


@attrs.frozen
class Schedule:
    """Hold the moments of a collaboration up to a horizon, sorted by day and id; never merged.

    `elsewhere` tells of evaluations that answered another moment than they name, by entry.
    """

    case: str
    title: str
    on: date
    until: date
    moments: tuple[Moment, ...]
    elsewhere: tuple[Elsewhere, ...] = ()

    def __repr__(self) -> str:
        return f"Schedule({self.case!r} on {self.on}: {len(self.moments)} moments until {self.until})"

    def _repr_html_(self) -> str:
        say = language_of(NOTEBOOK)
        rows = [
            f"{say.day(x.on)}: {say.label(x.point.label)} ({x.status_text(NOTEBOOK)})" for x in self.moments
        ]
        others = [other.text(NOTEBOOK) for other in self.elsewhere]
        return framed("\n".join([f"{self.title} ({self.case})".strip(), *rows, *others]))

    def __iter__(self) -> Iterator[Moment]:
        return iter(self.moments)

    def __len__(self) -> int:
        return len(self.moments)

    def by_day(self) -> dict[date, tuple[Moment, ...]]:
        """Return the moments grouped by day, in order."""
        days: dict[date, list[Moment]] = {}
        for moment in self.moments:
            days.setdefault(moment.on, []).append(moment)
        return {day: tuple(moments) for day, moments in days.items()}

    def with_status(self, *statuses: MomentStatus) -> tuple[Moment, ...]:
        """Return the moments that have one of these statuses."""
        return tuple(moment for moment in self.moments if moment.status in statuses)

    def diff(self, other: Schedule) -> tuple[Change, ...]:
        """Return what is different here from another, older schedule, in the order of ids."""
        check("other", other, Schedule, "a schedule")
        mine = {moment.id: moment for moment in self.moments}
        theirs = {moment.id: moment for moment in other.moments}
        return tuple(
            _compared(theirs[ident], mine[ident], self, other)
            if ident in theirs and ident in mine
            else _one_sided(theirs.get(ident), mine.get(ident), self, other)
            for ident in sorted({*mine, *theirs})
            if theirs.get(ident) != mine.get(ident)
        )

    def _has_other(self, point: EvaluationPoint, track: str) -> bool:
        """Tell whether the point with the key of this one is another here."""
        return any(m.track == track and m.point.key == point.key and m.point != point for m in self.moments)

    def _moves_otherwise(self, other: Schedule) -> bool:
        """Tell whether a moment of both schedules moved to another working day in one of them."""
        theirs = {moment.id: moment for moment in other.moments}
        return any(
            then.because.original == now.because.original and then.on != now.on
            for now in self.moments
            if (then := theirs.get(now.id)) is not None
        )


def _one_sided(before: Moment | None, after: Moment | None, new: Schedule, old: Schedule) -> Change:
    kind: Literal["added", "dropped"]
    if after is None:
        assert before is not None
        kind, moment, without = "dropped", before, new
    else:
        kind, moment, without = "added", after, old
    why: Why = "course"
    if moment.on > without.until:
        why = "horizon"
    elif without._has_other(moment.point, moment.track):
        why = "rule"
    elif moment.because.original > without.until or new._moves_otherwise(old):
        why = "calendar"
    return Change(kind, moment.id, before, after, why)


def _compared(before: Moment, after: Moment, new: Schedule, old: Schedule) -> Change:
    kind: Literal["moved", "changed"] = "changed" if before.on == after.on else "moved"
    one, two = before.because, after.because
    why: Why
    if (one.anchor, one.day, one.entry) != (two.anchor, two.day, two.entry):
        why = "anchor"
    elif (before.process, before.point) != (after.process, after.point):
        why = "rule"
    elif one.original != two.original:
        why = "course"
    elif before.on != after.on or one.moved != two.moved:
        why = "calendar"
    elif before.held_in != after.held_in:
        why = "evaluation"
    elif before.window != after.window:
        why = "course"
    elif new.on == old.on:
        why = "calendar"
    else:
        why = "day"
    return Change(kind, before.id, before, after, why)
