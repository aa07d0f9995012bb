"""The record of a collaboration, as it is read: who takes part, what was said, agreed and done.

Reading only. How a record is begun, changed and asked about its next steps: `collaboration`. Each
question is about a day, and answers what had happened by then.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs

from gezondsamen import admission, arguments, questions
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.commitments import (
    Action,
    Contribution,
    actions_known,
    contributions_known,
    contributions_standing,
)
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.parties import Party
from gezondsamen.dossier.roles import Role, every_role, roles_held
from gezondsamen.dossier.tracks import MAIN, Visit
from gezondsamen.errors import InvalidRecord, shown
from gezondsamen.language import language_of
from gezondsamen.process.process import Process
from gezondsamen.prose.teller import teller
from gezondsamen.prose.timeline import Line, timeline_lines
from gezondsamen.questions import Subject
from gezondsamen.selection import Selection, Word, counts_on, latest
from gezondsamen.terms import unknown


class Record:
    """Read what is on record about a collaboration.

    `on` is the day of the question. Each other argument narrows the answer: a word, the id of a party
    (one that took the place of others answers for them), or a track, which stands for what counts on
    it: its own facts and those of the whole collaboration. What comes back are values, or entries of
    the journal, each with its number.

    Each question raises `InvalidRecord` when `on` is no date, and for a word, party or track that is
    not known, with the nearest one.

    >>> from gezondsamen.examples import load
    >>> case = load("EX-03").case
    >>> [entry.fact.text for entry in case.statements("purpose", on=date(2016, 1, 4))]
    ['overgewicht voorkomen']
    """

    if TYPE_CHECKING:  # the fields are those of `Collaboration`

        @property
        def processes(self) -> tuple[Process, ...]: ...
        @property
        def dossier(self) -> Dossier: ...

    # --- what it is, and where it stands ---------------------------------------------------------

    @property
    def id(self) -> str:
        """The host's own id of this collaboration."""
        return self.dossier.opening.collaboration or ""

    @property
    def title(self) -> str:
        """The name under which people know it."""
        return self.dossier.opening.title or ""

    @property
    def process(self) -> Process:
        """The process of the main track."""
        return self.processes[0]

    @property
    def phase(self) -> str:
        """The key of the phase in which the main track is."""
        return self.dossier.known.tracks[MAIN].phase

    def phase_of(self, track: str) -> str:
        """Return the key of the phase in which a track is."""
        return self.dossier.track(track).phase

    def is_in(self, phase: str, track: str | None = None) -> bool:
        """Tell whether a track is in a phase; raises `InvalidRecord` when its process has no such phase."""
        at = self.dossier.track(MAIN if track is None else track)
        questions.require_phase(questions.process_of(self.processes, at), phase)
        return at.phase == phase

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Every stay of the main track in a phase, in order."""
        return self.dossier.visits(MAIN)

    def visits_of(self, track: str) -> tuple[Visit, ...]:
        """Return every stay of a track in a phase, in order."""
        self.dossier.track(track)
        return self.dossier.visits(track)

    @property
    def tracks(self) -> tuple[str, ...]:
        """The names of the tracks, in the order in which they were opened."""
        return tuple(track.name for track in self.dossier.tracks)

    # --- the journal -----------------------------------------------------------------------------

    @property
    def version(self) -> int:
        """The number of entries: the token for optimistic locking."""
        return len(self.dossier.journal)

    def entries_after(self, version: int) -> tuple[Entry, ...]:
        """Return the entries added since a version: the rows to store."""
        arguments.check_number("version", version)
        return self.dossier.journal.after(version)

    def timeline(self, lang: str, *, on: date | None = None) -> tuple[Line, ...]:
        """Return the journal in words, a line for each entry, in the order in which they were made.

        What was taken back or corrected says so, and in which entry. With `on` what happened later is
        left out. Raises `InvalidArgument` for a language without texts.

        >>> import gezondsamen as gs
        >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8)).record(
        ...     gs.Stated(date(2024, 1, 9), "purpose", "meer bewegen"), by="u-17"
        ... )
        >>> print(case.timeline("nl")[1])
        2. 9 januari 2024: Vastgelegd, doel van de samenwerking: “meer bewegen”.
        """
        through = None if on is None else self._at(on).through
        journal = self.dossier.journal
        lines = timeline_lines(journal, teller(journal, self.processes, language_of(lang)))
        return tuple(line for line in lines if through is None or line.entry.place[0] <= through)

    # --- who -------------------------------------------------------------------------------------

    def parties(self, *, on: date) -> tuple[Party, ...]:
        """Return the parties that take part on a day, in order of joining."""
        return self._at(on).parties

    def roles(
        self,
        *,
        on: date,
        role: Word = None,
        party: str | None = None,
        track: str | None = None,
        ended: bool = False,
    ) -> tuple[Role, ...]:
        """Return who holds which role on a day; with `ended` also who held one before.

        Roles of a party that left have ended; those of a party that was succeeded are its successor's.
        """
        s = self._selection(on)
        key, line, track = s.word("role", role), s.line(party), s.track(track)
        return tuple(
            held
            for held in (every_role(self._at(on)) if ended else roles_held(s.known))
            if key in (None, held.role)
            and (line is None or held.party in line)
            and counts_on(track, held.track)
        )

    # --- what is agreed --------------------------------------------------------------------------

    def agreements(self, *, on: date) -> tuple[Agreement, ...]:
        """Return the agreements as they read on a day, in the order in which they were drafted.

        `phase` is where the track that bears its id is. An agreement is `in_force` while that phase says
        so and the day lies in its term: not before it was signed, while it is suspended, or without
        such a track.
        """
        dossier = self._at(on)
        return tuple(self._on_day(agreement, dossier.known, on) for agreement in dossier.agreements)

    def agreement(self, agreement: str, *, on: date) -> Agreement:
        """Return one agreement as it reads on a day, as `agreements` does.

        Raises `InvalidRecord` when none has that id on that day.
        """
        arguments.check("agreement", agreement, str, "the id of an agreement", InvalidRecord)
        found = {each.id: each for each in self.agreements(on=on)}
        if agreement not in found:
            names = ", ".join(map(repr, found)) or "none"
            message = f"there is no agreement {shown(agreement)} on {on}; there are {names}."
            raise unknown(InvalidRecord, "agreement", agreement, found, message)
        return found[agreement]

    def _on_day(self, agreement: Agreement, known: Known, on: date) -> Agreement:
        track = known.tracks.get(agreement.id)
        if track is None:
            return attrs.evolve(agreement, in_force=False)
        phase = questions.process_of(self.processes, track).phase(track.phase)
        return attrs.evolve(agreement, phase=phase.key, in_force=phase.in_force and agreement.runs(on))

    def contributions(
        self,
        *,
        on: date,
        party: str | None = None,
        kind: Word = None,
        status: Word = None,
        latest: bool = False,
    ) -> tuple[Contribution, ...]:
        """Return what parties were asked for, agreed to bring in, and kept or not, in the order of events.

        With `latest` each kind of contribution of a party once, as it stands: with `status="not_kept"`
        what was promised and did not come.
        """
        s = self._selection(on)
        key, line = s.word("contribution_kind", kind), s.line(party)
        how = s.word("contribution_status", status)
        every = contributions_known(s.known)
        if latest:
            every = contributions_standing(every)
        return tuple(
            c
            for c in every
            if key in (None, c.kind) and how in (None, c.status) and (line is None or c.party in line)
        )

    def actions(self, *, on: date, owner: str | None = None, sector: Word = None) -> tuple[Action, ...]:
        """Return the actions, each as it was agreed last; `done` tells whether one was done."""
        s = self._selection(on)
        key, line = s.word("sector", sector), s.line(owner)
        every = actions_known(s.known)
        return tuple(a for a in every if key in (None, a.sector) and (line is None or a.owner in line))

    # --- what was said, and what was done --------------------------------------------------------

    def statements(
        self, topic: Word = None, *, on: date, about: Subject = None, track: str | None = None
    ) -> tuple[Entry[f.Stated], ...]:
        """Return the statements that stand on a day, the newest last.

        One that was taken back or ran out does not stand. Without `topic` those on every topic.
        """
        s = self._selection(on)
        subject = s.subject(about)
        return tuple(
            e
            for e in s.filed(f.Stated, "topic", topic, track)
            if (e.fact.until is None or e.fact.until >= on)
            and (subject is None or s.known.same(e.fact.about, subject))
        )

    def amounts(
        self, topic: Word = None, *, on: date, about: Subject = None, track: str | None = None
    ) -> tuple[Entry[f.Quantified], ...]:
        """Return the numbers on record, of each topic, subject and track the latest."""
        s = self._selection(on)
        subject = s.subject(about)
        every = s.filed(f.Quantified, "topic", topic, track)
        found = [e for e in every if subject is None or s.known.same(e.fact.about, subject)]
        return latest(found, lambda e: (e.fact.topic, s.heir(e.fact.about), e.fact.track))

    def consents(
        self, subject: Word = None, *, on: date, party: str | None = None, track: str | None = None
    ) -> tuple[Entry[f.Consented], ...]:
        """Return the stances that parties took, of each party, subject and track the latest."""
        s = self._selection(on)
        line = s.line(party)
        every = s.filed(f.Consented, "subject", subject, track)
        found = [e for e in every if line is None or e.fact.party in line]
        return latest(found, lambda e: (e.fact.subject, s.known.heir(e.fact.party), e.fact.track))

    def meetings(self, *, on: date, kind: Word = None, party: str | None = None) -> tuple[Entry[f.Met], ...]:
        """Return the contacts that took place, the latest last; of a `party` those that it was in."""
        s = self._selection(on)
        key, line = s.word("contact_kind", kind), s.line(party)
        return tuple(
            e
            for e in s.known.of(f.Met)
            if key in (None, e.fact.kind) and (line is None or not line.isdisjoint(e.fact.parties))
        )

    def evaluations_held(
        self, *, on: date, kind: Word = None, track: str | None = None
    ) -> tuple[Entry[f.EvaluationHeld], ...]:
        """Return the evaluations that took place, the latest last."""
        return self._selection(on).of_kind(f.EvaluationHeld, "evaluation_kind", kind, track)

    def evaluations_planned(
        self, *, on: date, kind: Word = None, track: str | None = None
    ) -> tuple[Entry[f.EvaluationPlanned], ...]:
        """Return the evaluations that are on the plan, held or not, the latest plan last."""
        return self._selection(on).of_kind(f.EvaluationPlanned, "evaluation_kind", kind, track)

    def waivers(
        self, *, on: date, rule: str | None = None, track: str | None = None
    ) -> tuple[Entry[f.WaiverGranted], ...]:
        """Return which rules were set aside, without waivers that ran out."""
        s = self._selection(on)
        code, track = s.rule(rule), s.track(track)
        return tuple(
            e
            for e in s.known.of(f.WaiverGranted)
            if code in (None, e.fact.rule)
            and (e.fact.until is None or e.fact.until >= on)
            and counts_on(track, e.fact.track)
        )

    # --- what a question picks from --------------------------------------------------------------

    def _at(self, on: date) -> Dossier:
        return self.dossier.as_of(admission.day("on", on))

    def _selection(self, on: date) -> Selection:
        return Selection(self.processes, self.dossier, self._at(on).known)
