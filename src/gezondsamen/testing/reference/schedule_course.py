"""What a track went through, and the days that its moments count from, read from the bare entries.

Which moments follow from these days is read in `schedule`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.testing.reference import record
from gezondsamen.testing.reference.record import Agreement, Known
from gezondsamen.testing.reference.schedule_days import school_year_of


@attrs.frozen
class Course:
    """One track as it is known on a day: the process it runs through, and the entries that count."""

    process: Process
    track: str
    on: date
    known: Known
    opening: Entry[f.TrackOpened]
    visits: tuple[record.Visit, ...]

    @property
    def began(self) -> date:
        """The day on which the track began; of one that was adopted, since when it ran."""
        return self.opening.fact.since or self.opening.fact.on

    def runs_on(self, day: date, while_in: tuple[str, ...]) -> bool:
        """Moments lie in the phases of their point, while the track is neither suspended nor at its end.

        The day on which a phase was left or entered belongs to both; the present phase is taken to go on.
        What a track that was adopted while it ran had to evaluate before is not asked for.
        """
        return day >= self.opening.fact.on and any(
            visit.entered[0] <= day and (visit.left is None or day <= visit.left[0])
            for visit in self.visits
            if self.process.phase(visit.phase).kind not in ("suspended", "final")
            and (not while_in or visit.phase in while_in)
        )

    def reads(self, track: str | None) -> bool:
        """What is said of no track counts on every track; what is said of one, only there."""
        return track is None or track == self.track


def courses(processes: dict[str, Process], entries: Known, on: date) -> Iterator[Course]:
    """Each track that is open on a day, with what is known to have happened through that day."""
    known = record.counting(entries, on)
    for entry in record.of(known, f.TrackOpened):
        track = entry.fact.track
        yield Course(processes[entry.fact.process], track, on, known, entry, record.visits(known, track))


# --- what is counted from ----------------------------------------------------------------------------


@attrs.frozen
class Mark:
    """A day that a point counts from: what names it in the ids of moments, and the entry that set it."""

    key: str
    day: date
    entry: int | None = None


def marks(anchor: p.Anchor, track: Course) -> list[Mark]:
    """The days that an anchor stands for, in the order of events; of each kind its own sentence."""
    match anchor:
        case p.OnPhase():
            return list(_entries_into(anchor.phase, track))[:1]
        case p.OnTrigger():
            return list(_times_taken(anchor.trigger, track))
        case p.OnTerm():
            return list(_edge_of_term(anchor, track))
        case p.OnStatement():
            return list(_statements(anchor, track))
        case p.OnAction():
            return list(_actions(track))
        case p.OnPartyLeft():
            return [_mark(e) for e in record.of(track.known, f.PartyLeft)]
        case p.OnSchoolYear():
            return [Mark("school_year", school_year_of(track.began)[0])]


def _mark(entry: Entry, day: date | None = None) -> Mark:
    """The number of an entry names what is counted from it; of a correction, that of what it corrects."""
    return Mark(str(record.place(entry)[1]), entry.fact.on if day is None else day, entry.number)


def _entries_into(phase: str, track: Course) -> Iterator[Mark]:
    """Count from the first entry into a phase; coming back to it changes nothing.

    A track that was adopted further on went through the first phase, and through each without which
    nobody comes where it was adopted: then since when it runs stands for the day.
    """
    began_further = track.opening.fact.phase != phase
    if began_further and (
        (phase == track.process.initial and track.opening.fact.since is not None)
        or _passed(track, lambda step: step.target == phase)
    ):
        yield _mark(track.opening, track.began)
    if not began_further:
        yield _mark(track.opening, track.began)
    came_from = track.opening.fact.phase
    for entry in record.steps(track.known, track.track):
        if entry.fact.phase == phase != came_from:
            yield _mark(entry)
        came_from = entry.fact.phase


def _times_taken(trigger: str, track: Course) -> Iterator[Mark]:
    """Count from every time that a trigger is taken.

    Where nobody comes without this step to where a track was adopted, since when it runs is the first.
    """
    if _passed(track, lambda step: step.trigger == trigger):
        yield _mark(track.opening, track.began)
    for entry in record.steps(track.known, track.track):
        if entry.fact.trigger == trigger:
            yield _mark(entry)


def _passed(track: Course, such: Callable[[Transition], bool]) -> bool:
    """Whether a track was adopted where no way leads without one of these steps."""
    near = {track.process.initial}
    for _ in track.process.phases:
        near |= {step.target for step in track.process.transitions if step.source in near and not such(step)}
    return track.opening.fact.since is not None and track.opening.fact.phase not in near


def term_of(track: Course) -> Agreement | None:
    """The agreement whose term counts on a track: its own, else the principal one, where it is alone so."""
    agreements = record.agreements(track.known)
    own = [agreement for agreement in agreements if agreement.id == track.track]
    principal = [agreement for agreement in agreements if agreement.principal]
    return own[0] if own else principal[0] if len(principal) == 1 else None


def _edge_of_term(anchor: p.OnTerm, track: Course) -> Iterator[Mark]:
    """Count from the term of the agreement: its start, or its end.

    The agreement names what is counted from it; the last entry that gives this edge has set it.
    """
    agreement = term_of(track)
    if agreement is None:
        return
    for entry in reversed(track.known):
        if isinstance(entry.fact, f.AgreementDrafted | f.AgreementRevised):
            day = entry.fact.start if anchor.edge == "start" else entry.fact.end
            if entry.fact.agreement == agreement.id and day is not None:
                yield Mark(agreement.id, day, entry.number)
                return


def _statements(anchor: p.OnStatement, track: Course) -> Iterator[Mark]:
    """Count from a statement on a topic: from its day, or from the day through which it is valid."""
    for entry in record.statements(track.known, anchor.topic, date.min):
        day = entry.fact.on if anchor.edge == "on" else entry.fact.until
        if track.reads(entry.fact.track) and day is not None:
            yield _mark(entry, day)


def _actions(track: Course) -> Iterator[Mark]:
    """Count from the due day of each agreed action, as agreed last; the action names the occurrence."""
    latest = {entry.fact.action: entry for entry in record.of(track.known, f.ActionAgreed)}
    for action, entry in latest.items():
        yield Mark(action, entry.fact.due, entry.number)
