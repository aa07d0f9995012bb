"""All that the page shows, asked of the collaboration once."""

from __future__ import annotations

from datetime import date

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.tracks import Track, Visit
from gezondsamen.language import Language
from gezondsamen.monitoring import Due, Watch
from gezondsamen.process.process import Process
from gezondsamen.prose.teller import Teller, teller
from gezondsamen.prose.timeline import Line
from gezondsamen.schedule.calendars import WorkingCalendar
from gezondsamen.schedule.moments import Moment, Schedule
from gezondsamen.schedule.schedule import AHEAD, evaluation_schedule


@attrs.frozen
class View:
    """Hold a collaboration on a day, seen from one track.

    `lines` is the journal in words, `shown` the numbers of its entries that the page shows; `journal` is
    the address of another page on which it stands, empty for this one.
    """

    case: Collaboration
    on: date
    say: Language
    dossier: Dossier
    track: Track
    process: Process
    visits: tuple[Visit, ...]
    options: dict[str, Check]
    watch: Watch
    due: tuple[Due, ...]
    schedule: Schedule
    lines: tuple[Line, ...]
    shown: frozenset[int]
    teller: Teller
    journal: str = ""

    @property
    def name(self) -> str:
        """What the collaboration is called."""
        return self.case.title or self.case.id

    @property
    def visited(self) -> frozenset[str]:
        """The phases that the track has been in, the present one included."""
        return frozenset(visit.phase for visit in self.visits)

    @property
    def overdue(self) -> tuple[Moment, ...]:
        """The evaluations of any track that should have been held."""
        return self.schedule.with_status("overdue")

    def process_of(self, track: Track) -> Process:
        """Return the process that runs on a track."""
        return next(process for process in self.case.processes if process.key == track.process)


def view(
    case: Collaboration,
    on: date,
    say: Language,
    track: str | None,
    until: date | None,
    calendar: WorkingCalendar | None,
    journal: str = "",
) -> View:
    """Return a collaboration as it stands on a day; raises `InvalidRecord` as `options` does."""
    watch = case.monitor(on=on, track=track, calendar=calendar)
    dossier = case.dossier.as_of(on)
    at = dossier.track(watch.track)
    lines = case.timeline(say.code, on=on)
    horizon = AHEAD.after(on) if until is None else until
    return View(
        case=case,
        on=on,
        say=say,
        dossier=dossier,
        track=at,
        process=next(process for process in case.processes if process.key == at.process),
        visits=dossier.visits(at.name),
        options=case.options(on=on, track=track),
        watch=watch,
        due=case.due(on=on),
        schedule=evaluation_schedule(case, on=on, until=horizon, calendar=calendar),
        lines=lines,
        shown=frozenset(line.number for line in lines),
        teller=teller(case.dossier.journal, case.processes, say),
        journal=journal,
    )
