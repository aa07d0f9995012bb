"""The collaboration: a journal that runs through one or more processes, changed and asked about steps.

How it is read (who takes part, what was said, agreed and done): `record`.

A frozen value. Nothing here reads a clock or does I/O: days, ids and languages are arguments, and the
host keeps what comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import attrs

from gezondsamen import admission, arguments, openings, questions, redaction, replay
from gezondsamen.correction import Corrections
from gezondsamen.decision import machine, steps
from gezondsamen.decision.check import Check, TransitionRefused
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import Fact, StepTaken
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Known
from gezondsamen.errors import InvalidRecord
from gezondsamen.forms.form import Form
from gezondsamen.language import language_of
from gezondsamen.observation import is_observed, tell
from gezondsamen.process.process import Process
from gezondsamen.prose import digests
from gezondsamen.questions import Subject
from gezondsamen.record import Record
from gezondsamen.redaction import Mention
from gezondsamen.renames import Renames
from gezondsamen.renderings import NOTEBOOK, framed

if TYPE_CHECKING:
    from gezondsamen.decision.planning import Plan
    from gezondsamen.digest import Digest
    from gezondsamen.monitoring import Due, Watch
    from gezondsamen.schedule.calendars import Direction, WorkingCalendar


@attrs.frozen(slots=False)  # made for every step, and quicker so
class Collaboration(Corrections, Record):
    """Hold a collaboration: the processes it runs through, and all that is known about it.

    Begin with `Collaboration.start`; every change returns a new collaboration. What is on record is
    read as `Record` says.

    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8))
    >>> case.phase, case.version
    ('initiative', 1)
    """

    processes: tuple[Process, ...]
    dossier: Dossier

    def __repr__(self) -> str:
        at = ", ".join(f"{track.process}: {track.phase}" for track in self.dossier.tracks)
        return f"Collaboration({self.id!r}, {at}, version {self.version})"

    def _repr_html_(self) -> str:
        where = [(questions.process_of(self.processes, track), track) for track in self.dossier.tracks]
        names = [party.name for party in self.dossier.parties]
        return framed(digests.case_lines(self.title or self.id, where, names, language_of(NOTEBOOK)))

    # --- beginning -------------------------------------------------------------------------------

    @classmethod
    def start(
        cls,
        process: Process,
        *,
        id: str,
        on: date,
        title: str = "",
        phase: str | None = None,
        since: date | None = None,
        reason: str | None = None,
        by: str | None = None,
        on_behalf_of: str | None = None,
        recorded_at: datetime | None = None,
    ) -> Collaboration:
        """Start a collaboration in the first phase of a process, or adopt one that already runs.

        To adopt: give the `phase` it is in, the day `since` when, and the `reason` why its earlier
        steps are not on record. They are not checked, and `visits` shows the phase as adopted.

        Raises `InvalidRecord` when the id is empty, a day is no date or lies the wrong way round,
        or the phase is unknown.
        """
        questions.require_process(process)
        fact = openings.first_track(process, id, title, openings.Beginning(on, phase, since, reason))
        entry = Entry(1, fact, by, on_behalf_of, admission.stamped(by, recorded_at))
        admission.check_recorded(fact, entry.recorded_at)
        questions.require_party("on_behalf_of", on_behalf_of, Known(), "yet: nobody takes part")
        return cls((process,), Dossier(known=Known()).plus(entry))

    @classmethod
    def replay(
        cls,
        processes: Process | Iterable[Process] | Mapping[str, Process],
        entries: Iterable[Entry],
        *,
        renames: Renames | Mapping[str, Any] | None = None,
        as_taken: bool = False,
    ) -> Collaboration:
        """Make a collaboration again from its entries; rules are not judged again.

        `processes` is the process, or all that its tracks run through. The entries are those of
        `entries_after(0)`: numbered 1, 2, 3, ... `renames` and `as_taken` are those of `loads`.

        Raises `ProcessChanged` with everything that the processes do not have and every step that
        leads elsewhere now, and `InvalidRecord` when the entries do not make a journal.
        """
        rows = arguments.items("entries", entries, Entry, "entries, as of entries_after(0)", InvalidRecord)
        known = questions.by_key(processes)
        return cls(*replay.replayed(known, rows, Renames.of(renames), as_taken=as_taken))

    def open(
        self,
        process: Process,
        *,
        on: date,
        track: str | None = None,
        phase: str | None = None,
        since: date | None = None,
        reason: str | None = None,
        by: str | None = None,
        on_behalf_of: str | None = None,
        recorded_at: datetime | None = None,
    ) -> Collaboration:
        """Open another track: a second kind of process, the life of an agreement, a session.

        Without `track` it is named after the process. `phase`, `since` and `reason` adopt, as in
        `start`.

        Raises `InvalidRecord` when the track is open already, when another process with the same key
        runs here, and when an agreement that is not drafted yet would run.
        """
        questions.require_process(process)
        begins = openings.Beginning(on, phase, since, reason)
        name = process.key if track is None else track
        fact = openings.another_track(process, name, begins, self.processes, self.dossier)
        processes = self.processes if process in self.processes else (*self.processes, process)
        entry = Entry(self.version + 1, fact, by, on_behalf_of, admission.stamped(by, recorded_at))
        questions.require_party("on_behalf_of", on_behalf_of, self.dossier.known)
        admission.check_day(fact, self.dossier.first_day)
        admission.check_recorded(fact, entry.recorded_at)
        return Collaboration(processes, self.dossier.plus(entry))

    # --- changing --------------------------------------------------------------------------------

    def record(
        self,
        *facts: Fact,
        by: str | None = None,
        on_behalf_of: str | None = None,
        recorded_at: datetime | None = None,
    ) -> Collaboration:
        """Record facts, all of them or none, taken together; they may be entered late.

        `by` is the host's opaque id of who enters them, `on_behalf_of` the party they speak for,
        `recorded_at` an aware datetime.

        Raises `InvalidRecord` for the first fact that cannot be recorded, naming the offender and
        its place in the call: an unknown word, party, track or agreement, an id used twice, a day
        before the start or after `recorded_at`, or a fact that contradicts what is known at any date.
        """
        stamp = admission.stamped(by, recorded_at)
        known, first = self.dossier.known, self.dossier.first_day
        ids = admission.NewIds(known)
        entries: list[Entry] = []
        for index, fact in enumerate(facts):
            try:
                fact = admission.plain(fact)  # noqa: PLW2901
                admission.check_fact(fact, self.processes, known, first, ids, case=self.id)
                admission.check_recorded(fact, stamp)
            except InvalidRecord as problem:
                self.dossier.plus_all(*entries)  # of two that do not fit, the first is named
                raise attrs.evolve(problem, index=index) from None
            entries.append(Entry(self.version + index + 1, fact, by, on_behalf_of, stamp))
        dossier = self.dossier.plus_all(*entries)
        questions.require_party("on_behalf_of", on_behalf_of, dossier.known)
        return Collaboration(self.processes, dossier)

    def advance(
        self,
        trigger: str,
        *facts: Fact,
        on: date,
        track: str | None = None,
        about: Subject = None,
        by: str | None = None,
        on_behalf_of: str | None = None,
        recorded_at: datetime | None = None,
    ) -> Collaboration:
        """Take a step; facts given along are recorded with it, all or nothing.

        Raises `TransitionRefused`, carrying the check, when the step is not allowed on that day, or the
        day lies before the last step of the track; `UnknownTrigger` when the process has no such
        trigger; `InvalidRecord` as `record` does.
        """
        case = self
        if facts:
            case = self.record(*facts, by=by, on_behalf_of=on_behalf_of, recorded_at=recorded_at)
        elif on_behalf_of is not None:
            questions.require_party("on_behalf_of", on_behalf_of, self.dossier.known)
        s = questions.situation_of_step(case.processes, case.dossier, trigger, on, track, about)
        if not steps.allows(s):
            raise TransitionRefused(steps.check_step(s, trigger, case.title))
        phase = machine.fire(s.process, s.track.phase, trigger)
        fact = StepTaken(s.day, s.track.name, trigger, phase, s.about)
        stamp = admission.stamped(by, recorded_at)
        admission.check_recorded(fact, stamp)
        entry = Entry(len(case.dossier.journal) + 1, fact, by, on_behalf_of, stamp)
        after = Collaboration(case.processes, case.dossier.stepped(entry))
        if is_observed():
            tell(steps.Taken(s.process, after.dossier.moves(s.track.name)))
        return after

    def redact(
        self,
        *,
        entry: int | None = None,
        person: str | None = None,
        text: str | None = None,
        id: str | None = None,
        title: bool = False,
    ) -> Collaboration:
        """Return the collaboration without one thing that must be forgotten.

        The free texts of an `entry`; the id of a `person`; a part of a `text`, wherever it stands, in
        capitals or not, and the ids in which it stands; an `id` of the case, a party, agreement, action,
        matter or track; the `title`. Ids become opaque ones, the same everywhere. Phases and numbers of
        entries stay as they are, and so does every check.

        Raises `InvalidRecord` when nothing such is on record, or not exactly one thing is named.
        """
        if entry is not None:
            arguments.check_number("entry", entry, InvalidRecord)
        for name, value in (("person", person), ("text", text), ("id", id)):
            arguments.check_text(name, value, InvalidRecord)
        gone = redaction.redacted(self.dossier, entry=entry, person=person, text=text, id=id, title=title)
        return Collaboration(self.processes, gone)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return every place in the journal where a text stands: in what was written, and in ids."""
        return redaction.mentions(self.dossier, text)

    # --- asking ----------------------------------------------------------------------------------

    def check(self, trigger: str, *, on: date, track: str | None = None, about: Subject = None) -> Check:
        """Answer whether a step may be taken on a day: every rule, what is missing, what would help.

        Changes nothing and never raises on a refusal. Raises `UnknownTrigger` when the process has
        no such trigger.
        """
        s = questions.situation_of_step(self.processes, self.dossier, trigger, on, track, about)
        return steps.check_step(s, trigger, self.title)

    def form(self, kind: type[Fact] | str, /, *, on: date, track: str | None = None, **given: Any) -> Form:
        """Return the form for a kind of fact, `gs.Met` or "Met"; what is `given`, by field, is not asked."""
        return questions.form_of(self.processes, self.dossier, kind, on, track, given)

    def forms(self, *, on: date, track: str | None = None) -> dict[str, Form]:
        """Return the form for every kind of fact that can be told now, by its name.

        A kind for which something must be chosen and nothing is there to choose, is left out: while
        nobody takes part, nobody can sign.
        """
        return questions.forms_of(self.processes, self.dossier, on, track)

    def options(self, *, on: date, track: str | None = None, about: Subject = None) -> dict[str, Check]:
        """Return a check for every trigger out of the present phase."""
        s = questions.situation(self.processes, self.dossier, on, track)
        return {
            t.trigger: self.check(t.trigger, on=on, track=track, about=about)
            for t in s.process.exits(s.track.phase)
        }

    def plan(self, to: str, *, on: date, track: str | None = None) -> Plan:
        """Return the shortest route to a phase and what to record on it, or the proof of none.

        Raises `InvalidRecord` when the process has no such phase.
        """
        from gezondsamen.decision import planning  # here, so that importing the library stays light

        s = questions.situation(self.processes, self.dossier, on, track)
        questions.require_phase(s.process, to)
        return planning.plan(s, to)

    def monitor(
        self,
        *,
        on: date,
        track: str | None = None,
        calendar: WorkingCalendar | None = None,
        direction: Direction = "following",
    ) -> Watch:
        """Return how the watched rules of the present phase stand on a day, and what is overdue.

        With the calendar and the direction of the schedule, what is asked every period may wait for the
        working day to which the schedule moves it.
        """
        from gezondsamen import monitoring

        s = questions.situation(self.processes, self.dossier, on, track)
        return monitoring.watch(self, s, calendar, direction)

    def due(self, *, on: date) -> tuple[Due, ...]:
        """Return the steps that time has made due on any track by a day."""
        from gezondsamen import monitoring

        return monitoring.due(self, admission.day("on", on))

    def digest(
        self,
        *,
        on: date,
        since: date | int | None = None,
        calendar: WorkingCalendar | None = None,
        direction: Direction = "following",
    ) -> Digest:
        """Return what needs attention on a day on any track, and what is new since a day or a version.

        `since` a day compares with how the case stood then by what is known now; `since` a version
        with how it stands on the same day by what was recorded until then. The calendar and the direction
        are those of `monitor`.

        Raises `InvalidRecord` as `monitor` does, and `InvalidArgument` when `since` is neither a day nor
        a version.
        """
        from gezondsamen import digest

        return digest.digest(self, on, since, calendar, direction)

    def review(self) -> tuple[Check, ...]:
        """Check every step taken again, and return the checks of those no longer supported.

        Each is judged on what is known now to have come before it.
        """
        return tuple(questions.objections(self.processes, self.dossier, self.title))
