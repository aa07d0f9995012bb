"""Moments: dated occurrences of evaluation points, and the schedule that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import attrs

from gezondsamen.decision.wording import day_text, every_text, period_text, say
from gezondsamen.labels import Label
from gezondsamen.process.conditions import period
from gezondsamen.process.evaluation_points import Anchor, EvaluationPoint

Status = Literal["planned", "open", "held", "overdue", "provisional"]


@attrs.frozen
class Because:
    """Say why a moment is there: what it counts from, the day of that, and the entry that set it.

    `original` is the day before it moved to a working day, `moved` why it did.
    """

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
    `held_in` is the entry that answered it.
    """

    id: str
    on: date
    window: tuple[date, date]
    deadline: date
    track: str
    point: EvaluationPoint
    status: Status
    because: Because
    held_in: int | None = None

    def reason(self, lang: str) -> str:
        """Return why the moment is there, in one or two sentences."""
        because, point = self.because, self.point
        from_day = day_text(because.day, lang)
        if point.fraction is not None and because.anchor == point.anchor:
            share = f"{point.fraction:.0%}"
            text = say(
                lang,
                f"op {share} van een looptijd die begon op {from_day}",
                f"at {share} of a term that began on {from_day}",
            )
        elif point.before_end is not None and because.anchor == point.anchor:
            lead = period_text(period(point.before_end), lang)
            text = say(lang, f"{lead} voor {from_day}", f"{lead} before {from_day}")
        elif point.every is not None and because.anchor == point.anchor:
            text = every_text(period(point.every), lang) + say(
                lang, f" vanaf {from_day}", f" from {from_day}"
            )
        else:
            text = say(lang, f"na wat gebeurde op {from_day}", f"after what happened on {from_day}")
        if because.moved is not None:
            first, why = day_text(because.original, lang), because.moved.text(lang)
            text += say(lang, f"; verschoven van {first} ({why})", f"; moved from {first} ({why})")
        if because.entry is not None:
            text += say(lang, f"; gegeven {because.entry}", f"; entry {because.entry}")
        return text


@attrs.frozen
class Change:
    """Name one difference between two schedules: what became of a moment, and why.

    `kind` is added, dropped, moved (another day) or changed (another status, window or ground);
    `why` is anchor, rule, calendar, evaluation or horizon.
    """

    kind: Literal["added", "dropped", "moved", "changed"]
    id: str
    before: Moment | None
    after: Moment | None
    why: Literal["anchor", "rule", "calendar", "evaluation", "horizon"]


@attrs.frozen
class Schedule:
    """Hold the moments of a collaboration up to a horizon, sorted by day and id; never merged."""

    case: str
    title: str
    on: date
    until: date
    moments: tuple[Moment, ...]

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

    def with_status(self, *statuses: Status) -> tuple[Moment, ...]:
        """Return the moments that have one of these statuses."""
        return tuple(moment for moment in self.moments if moment.status in statuses)

    def diff(self, other: Schedule) -> tuple[Change, ...]:
        """Return what is different here from another schedule, in the order of ids."""
        mine = {moment.id: moment for moment in self.moments}
        theirs = {moment.id: moment for moment in other.moments}
        return tuple(
            change
            for ident in sorted({*mine, *theirs})
            if (change := _change(ident, theirs.get(ident), mine.get(ident), self, other)) is not None
        )


def _change(
    ident: str, before: Moment | None, after: Moment | None, new: Schedule, old: Schedule
) -> Change | None:
    if before == after:
        return None
    if after is None:
        assert before is not None
        return Change("dropped", ident, before, None, "horizon" if before.on > new.until else "anchor")
    if before is None:
        return Change("added", ident, None, after, "horizon" if after.on > old.until else "anchor")
    kind: Literal["moved", "changed"] = "moved" if before.on != after.on else "changed"
    one, two = before.because, after.because
    if (one.anchor, one.day) != (two.anchor, two.day):
        return Change(kind, ident, before, after, "anchor")
    if one.original != two.original or before.point != after.point:
        return Change(kind, ident, before, after, "rule")
    return Change(kind, ident, before, after, "calendar" if kind == "moved" else "evaluation")
