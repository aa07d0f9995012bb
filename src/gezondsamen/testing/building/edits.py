"""Edits: small changes of a case, so that a failing test prints as a canonical case and its edits."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from gezondsamen import admission
from gezondsamen.arguments import check
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import Party
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord, ProcessChanged
from gezondsamen.process.process import Process
from gezondsamen.testing.printing import Printer, written

CORRECTED = "…"
"""The reason that a correction gives."""


class _Printed:
    """Print as the text that makes the edit again."""

    __slots__ = ()

    def __repr__(self) -> str:
        return written(self)

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        printer.text(written(self))


@attrs.frozen(repr=False)
class Add(_Printed):
    """Record a fact.

    >>> import gezondsamen as gs
    >>> Add(gs.Stated(date(2024, 1, 8), "purpose"))
    Add(gs.Stated(date(2024, 1, 8), 'purpose'))
    """

    fact: f.Fact


@attrs.frozen(repr=False)
class Join(_Printed):
    """Let another party join."""

    party: Party
    on: date


@attrs.frozen(repr=False)
class Open(_Printed):
    """Open another track; one of an agreement bears its id."""

    process: Process
    track: str
    on: date


@attrs.frozen(repr=False)
class Drop(_Printed):
    """Leave an entry out, as if it had never been made; later entries move up one number."""

    entry: int


@attrs.frozen(repr=False)
class Redate(_Printed):
    """Let what an entry says have happened on another day."""

    entry: int
    on: date


@attrs.frozen(repr=False)
class Move(_Printed):
    """Let an entry have been made at another place in the journal: the number it gets."""

    entry: int
    to: int


@attrs.frozen(repr=False)
class Duplicate(_Printed):
    """Record the fact of an entry once more."""

    entry: int


@attrs.frozen(repr=False)
class Correct(_Printed):
    """Take an entry off record as a host does, with another fact in its place or none."""

    entry: int
    replacement: f.Fact | None = None


Edit = Add | Join | Open | Drop | Redate | Move | Duplicate | Correct
"""Every edit: a closed union."""


def edited(case: Collaboration, *edits: Edit) -> Collaboration:
    """Return a case after edits, one by one; an edit that cannot be made leaves it as it was.

    Never raises. What comes back is a journal that a host could have: its facts can be recorded, it
    folds at every date, and the steps of each track follow from one another in its process; rules
    are not judged.

    >>> import gezondsamen as gs
    >>> from gezondsamen.testing import canonical
    >>> case = canonical(gs.PPS, "management")
    >>> edited(case, Drop(2)).version - case.version, edited(case, Drop(999)) == case
    (-1, True)
    """
    check("case", case, Collaboration, "a collaboration")
    for edit in edits:
        try:
            case = _made(case, edit)
        except (InvalidRecord, ProcessChanged):
            continue
    # A new object each time: hypothesis remembers by identity how an object was made.
    return Collaboration(case.processes, case.dossier)


def _made(case: Collaboration, edit: Edit) -> Collaboration:
    entries = list(case.entries_after(0))
    match edit:
        case Add(fact):
            return case.record(fact)
        case Join(party, on):
            return case.record(f.PartyJoined(on, party))
        case Open(process, track, on):
            return case.open(process, on=on, track=track)
        case Correct(entry, replacement):
            return case.correct(entry, replacement, reason=CORRECTED)
        case Duplicate(entry):
            return case.record(_at(entries, entry).fact)
        case Drop(entry):
            entries.remove(_at(entries, entry))
        case Redate(entry, on):
            found = _at(entries, entry)
            entries[entry - 1] = attrs.evolve(found, fact=_on(found.fact, on))
        case Move(entry, to):
            found = _at(entries, entry)
            _at(entries, to)
            entries.remove(found)
            entries.insert(to - 1, found)
    return _rebuilt(case, entries)


def _at(entries: list[Entry], number: int) -> Entry:
    if not 1 <= number <= len(entries):
        raise InvalidRecord("unknown-entry", f"there is no entry {number}", str(number))
    return entries[number - 1]


def _on(fact: Any, on: date) -> f.Fact:
    if isinstance(fact, f.TrackOpened) and fact.since is not None:
        return attrs.evolve(fact, on=max(on, fact.on), since=on)
    moved: f.Fact = attrs.evolve(fact, on=on)
    return moved


def _rebuilt(case: Collaboration, entries: list[Entry]) -> Collaboration:
    """Return the case with these entries in this order, if that is a journal a host could have."""
    numbers = {entry.number: number for number, entry in enumerate(entries, 1)}
    rebuilt = Collaboration.replay(case.processes, [_renumbered(entry, numbers) for entry in entries])
    opening = rebuilt.dossier.journal.first.fact
    assert isinstance(opening, f.TrackOpened)
    known = rebuilt.dossier.known
    for entry in rebuilt.entries_after(0):
        admission.check_day(entry.fact, opening.since or opening.on)
        if not isinstance(entry.fact, f.TrackOpened | f.StepTaken | f.Retracted):
            first = opening.since or opening.on
            admission.check_fact(entry.fact, rebuilt.processes, known, first, case=rebuilt.id)
    _check_tracks(rebuilt)
    return rebuilt


def _renumbered(entry: Entry, numbers: dict[int, int]) -> Entry:
    """Return an entry with its new number, and those that it names with theirs."""
    number, fact, replaces = numbers[entry.number], entry.fact, entry.replaces
    if isinstance(fact, f.Retracted):
        fact = attrs.evolve(fact, entry=_earlier(fact.entry, number, numbers))
    if replaces is not None:
        replaces = _earlier(replaces, number, numbers)
    return attrs.evolve(entry, number=number, fact=fact, replaces=replaces)


def _earlier(old: int, number: int, numbers: dict[int, int]) -> int:
    found = numbers.get(old)
    if found is None or found >= number:
        raise InvalidRecord("unknown-entry", "a correction follows what it corrects", str(old))
    return found


def _check_tracks(case: Collaboration) -> None:
    """Refuse what a replay does not look at: the life of an agreement that is not drafted yet."""
    processes = {process.key: process for process in case.processes}
    for track in case.dossier.tracks:
        if processes[track.process].subject == "agreement" and track.name != MAIN:
            first = case.visits_of(track.name)[0]
            drafted = case.dossier.as_of(first.entered).known.agreements
            if track.name not in drafted:
                raise InvalidRecord("no-agreement", f"{track.name!r} was not drafted yet", track.name)
