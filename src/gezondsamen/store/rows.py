"""Rows beside the entries of a case: what lists and searches need, made from the case alone.

All of them can be thrown away and made again; nothing is kept here that the entries do not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, Literal

import attrs

from gezondsamen import arguments
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.facts import Retracted
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import InvalidArgument
from gezondsamen.labels import Label
from gezondsamen.monitoring import falling_due
from gezondsamen.periods import Every
from gezondsamen.process.process import Process
from gezondsamen.questions import by_key
from gezondsamen.schedule.calendars import WorkingCalendar
from gezondsamen.schedule.schedule import evaluation_schedule

AHEAD: Final = Every(years=2)
"""How far beyond its latest day the agenda of a case is kept."""


@attrs.frozen
class TrackRow:
    """Say where one track of a case stands, and since when."""

    track: str
    process: str
    phase: str
    entered: date
    final: bool = False


@attrs.frozen
class AgendaItem:
    """Say what a case has to do, and when: an evaluation, or a step that time makes due.

    `key` is the id of the moment, or names track and trigger; `name` is the key of the evaluation point,
    or the trigger. It is due from `on`, and overdue after the `deadline`; a step, or what is optional, has
    none.
    """

    case: str
    kind: Literal["evaluation", "step"]
    track: str
    name: str
    on: date
    deadline: date | None = None
    key: str = ""

    def overdue(self, day: date) -> bool:
        """Tell whether its last day has passed."""
        arguments.check_day("day", day)
        return self.deadline is not None and day > self.deadline


@attrs.frozen
class CaseRow:
    """Say of one case what a list shows: title, version, tracks, and the day of what happened last."""

    id: str
    title: str
    version: int
    latest: date
    tracks: tuple[TrackRow, ...]

    def label(self, item: AgendaItem, processes: Mapping[str, Process]) -> Label:
        """Return what is to be done: what the evaluation, or the step, is called in its process.

        Its key, where the process does not have it any more. Raises `InvalidArgument` for an item of a track
        that this case does not have, and where its process is not among these.
        """
        arguments.check("item", item, AgendaItem, "an item of the agenda")
        known = by_key(processes)
        for track in self.tracks:
            process = known.get(track.process)
            if track.track == item.track and process is not None:
                step = process.transition(track.phase, item.name) if item.kind == "step" else None
                named = step or process.evaluation_point(item.name)
                return named.label if named is not None else Label(nl=item.name, en=item.name)
        raise arguments.wrong("item", "what this case has to do by these processes", item, InvalidArgument)

    @property
    def phase(self) -> str:
        """The phase of the main track."""
        return self.tracks[0].phase

    @property
    def process(self) -> str:
        """The key of the process of the main track."""
        return self.tracks[0].process


@attrs.frozen
class News:
    """Hold one entry as it reached the store: `position` counts the entries of all cases from 1."""

    position: int
    case: str
    entry: Entry


def by_case(items: Iterable[AgendaItem]) -> dict[str, tuple[tuple[AgendaItem, int], ...]]:
    """Return what is due by case: of what comes back again and again the first, and how often it is due."""
    found: dict[str, dict[tuple[str, str], list[AgendaItem]]] = {}
    for item in arguments.items("items", items, AgendaItem, "items of the agenda"):
        found.setdefault(item.case, {}).setdefault((item.track, item.name), []).append(item)
    return {case: tuple((same[0], len(same)) for same in each.values()) for case, each in found.items()}


def row_of(case: Collaboration) -> CaseRow:
    """Return the row of a case in a list."""
    arguments.check("case", case, Collaboration, "a collaboration")
    processes = {process.key: process for process in case.processes}
    tracks = []
    for track in case.dossier.tracks:
        phase = processes[track.process].phase(track.phase)
        entered = case.dossier.visits(track.name)[-1].entered
        tracks.append(TrackRow(track.name, track.process, track.phase, entered, phase.kind == "final"))
    journal = case.dossier.journal
    gone = {entry.fact.entry for entry in journal if isinstance(entry.fact, Retracted)}
    # What was taken back did not happen, on whatever day: a slip of the year is such a day.
    latest = max(e.fact.on for e in journal if e.number not in gone and not isinstance(e.fact, Retracted))
    return CaseRow(case.id, case.title, case.version, latest, tuple(tracks))


def agenda(
    case: Collaboration, on: date, until: date | None = None, calendar: WorkingCalendar | None = None
) -> Iterator[AgendaItem]:
    """Yield what a case has to do through a day, as known on another: what was held is left out.

    Without `until` through two years after `on`. A `calendar` moves it to working days.

    >>> from gezondsamen.examples import load
    >>> next(agenda(load("EX-07").case, on=date(2016, 6, 1))).name
    'announcement'
    """
    arguments.check("case", case, Collaboration, "a collaboration")
    until = AHEAD.after(on) if until is None else until
    for moment in evaluation_schedule(case, on=on, until=until, calendar=calendar):
        if moment.status != "held":
            last = None if moment.point.optional else moment.deadline
            opens = min(moment.on, moment.window[0]) if moment.window[1] == moment.deadline else moment.on
            yield AgendaItem(
                case.id, "evaluation", moment.track, moment.point.key, opens, last, key=moment.id
            )
    for track, trigger, days in falling_due(case, case.dossier, until):
        first = date.fromordinal(min(days).toordinal() + 1)
        yield AgendaItem(case.id, "step", track, trigger, first, key=f"{case.id}/{track}/{trigger}")


def through(case: CaseRow, on: date | None = None) -> tuple[date, date]:
    """Return as of which day the agenda of a case is made, and how far it reaches."""
    base = case.latest if on is None else max(case.latest, on)
    return base, AHEAD.after(base)
