"""Changes of a case: what each edit does, and which edits name something that was never there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final, assert_never, get_args

import attrs

from gezondsamen import admission
from gezondsamen.arguments import check
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import TransitionRefused
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord, ProcessChanged, UnknownTrigger, shown
from gezondsamen.questions import require_party
from gezondsamen.terms import unknown
from gezondsamen.testing.building.canonical import filled
from gezondsamen.testing.building.construction import with_met
from gezondsamen.testing.building.edits import (
    EDITS,
    Add,
    Correct,
    Drop,
    Duplicate,
    Edit,
    Join,
    Move,
    Open,
    Prepare,
    Redate,
    Rename,
    Shift,
    Stamp,
    Take,
)
from gezondsamen.testing.printing import Told, told
from gezondsamen.texts import check_id, check_text

CORRECTED: Final = "…"
"""The reason that a correction gives, and that an adopted track has."""

_REFUSED: Final = (InvalidRecord, ProcessChanged, TransitionRefused, UnknownTrigger, OverflowError)
"""How a case says that an edit cannot be made."""


def edited(case: Collaboration, *edits: Edit) -> Collaboration:
    """Return a case after edits, one by one; an edit that cannot be made leaves it as it was.

    What comes back is a journal that a host could have: its facts can be recorded, it folds at every
    date, and the steps of each track follow from one another in its process; rules are not judged,
    except by `Take`. A failing test prints it as this call.

    Raises `InvalidRecord` for an edit that names an entry that was never there, a trigger that no process
    of the case has, or a moment that is none: whatever made it is out of date. Raises `InvalidArgument`
    for what is no edit.

    >>> import gezondsamen as gs
    >>> from gezondsamen.testing import canonical
    >>> case = canonical(gs.PPS, "management")
    >>> edited(case, Drop(2)).version - case.version, edited(case, Drop(1)) == case
    (-1, True)
    """
    check("case", case, Collaboration, "a collaboration")
    begun, known = case, case.version
    for edit in edits:
        check("edits", edit, EDITS, f"edits: {', '.join(kind.__name__ for kind in EDITS)}")
        _require(edit, case, known)
        case = made(case, edit)
        known = max(known, case.version)
    return called(case, begun, edits)


def called(case: Collaboration, begun: Collaboration, edits: Iterable[Edit]) -> Collaboration:
    """Return an edited case that a failing test prints as the call by which it was made."""
    given = getattr(begun, "_repr_pretty_", None)
    return told(case, "edited", given if isinstance(given, Told) else _Shown(begun), *edits)


def copied(case: Collaboration) -> Collaboration:
    """Return the same case as another object, that prints alike: hypothesis remembers by identity."""
    given = getattr(case, "_repr_pretty_", None)
    return told(case, given.call, *given.given) if isinstance(given, Told) else case


class _Shown:
    """Print a case that nobody can make again by a call, in one line."""

    def __init__(self, case: Collaboration) -> None:
        self.text = repr(case)

    def __repr__(self) -> str:
        return self.text


def made(case: Collaboration, edit: Edit) -> Collaboration:
    """Return a case after one edit; the same object where the edit cannot be made."""
    try:
        return _made(case, edit)
    except _REFUSED:
        return case


def moved(fact: Any, days: int) -> Any:
    """Return a fact with all its days so many days later."""
    found = {a.name: getattr(fact, a.name) for a in attrs.fields(type(fact))}
    later = {name: day + timedelta(days=days) for name, day in found.items() if isinstance(day, date)}
    return attrs.evolve(fact, **later)


def _require(edit: Edit, case: Collaboration, known: int) -> None:
    """Refuse an entry that was never there, after `known` at most, and a trigger that no process has."""
    numbers = [getattr(edit, name) for name in ("entry", "to") if hasattr(edit, name)]
    for number in numbers:
        if not (1 <= number <= known or -known <= number <= -1):
            raise InvalidRecord(
                "unknown-entry", f"{edit!r}: there is no entry {number}; the last is {known}", str(number)
            )
    if isinstance(edit, Stamp) and edit.recorded_at is not None and _moment(edit.recorded_at) is None:
        message = f"{edit!r}: recorded_at is ISO 8601 text with an offset, as in '2024-01-08T12:30+01:00'"
        raise InvalidRecord("not-aware", message, shown(edit.recorded_at))
    if isinstance(edit, Prepare | Take):
        triggers = [trigger for process in case.processes for trigger in process.triggers]
        if edit.trigger not in triggers:
            message = f"{edit!r}: no process of the case has a trigger {edit.trigger!r}."
            raise unknown(InvalidRecord, "trigger", edit.trigger, triggers, message)


def _moment(text: str) -> datetime | None:
    """Return the moment that a text names, or None where it names none, or no offset."""
    try:
        found = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return None if found.tzinfo is None else found


def _made(case: Collaboration, edit: Edit) -> Collaboration:
    match edit:
        case Add(fact):
            return case.record(fact)
        case Join(party, on):
            return case.record(f.PartyJoined(on, party))
        case Open(process, track, on, phase):
            adopted: dict[str, Any] = {"phase": phase, "since": on, "reason": CORRECTED} if phase else {}
            return case.open(process, on=on, track=track, **adopted)
        case Correct(entry, replacement):
            return case.correct(_at(case, entry).number, replacement, reason=CORRECTED)
        case Duplicate(entry):
            return case.record(_at(case, entry).fact)
        case Prepare(trigger, on, advice=True):
            step = case.process.transition(case.phase, trigger)
            return case if step is None else with_met(case, step, on, step.requirements) or case
        case Prepare(trigger, on, track):
            return case.record(*filled(case.check(trigger, on=on, track=track).repair))
        case Take(trigger, on, track):
            return case.advance(trigger, on=on, track=track)
        case Drop() | Redate() | Move() | Stamp() | Rename() | Shift():
            return _rebuilt(case, _rewritten(case, edit), _looked_at(case, edit))
        case _:
            assert_never(edit)


def _rewritten(case: Collaboration, edit: Drop | Redate | Move | Stamp | Rename | Shift) -> list[Entry]:
    """Return the entries as they would have been, under the numbers that they had."""
    entries = list(case.entries_after(0))
    match edit:
        case Drop(entry):
            entries.remove(_at(case, entry))
        case Redate(entry, on):
            found = _at(case, entry)
            entries[found.number - 1] = attrs.evolve(found, fact=_on(found.fact, on))
        case Move(entry, to):
            found, place = _at(case, entry), _at(case, to).number
            entries.remove(found)
            entries.insert(place - 1, found)
        case Stamp(entry, by, on_behalf_of, recorded_at):
            found = _at(case, entry)
            stamp = admission.stamped(by, None if recorded_at is None else _moment(recorded_at))
            stamped = attrs.evolve(found, by=by, on_behalf_of=on_behalf_of, recorded_at=stamp)
            entries[found.number - 1] = stamped
        case Rename(ident, title):
            opening: Any = entries[0].fact
            given = {"collaboration": ident, "title": title}
            named = {name: value for name, value in given.items() if value is not None}
            entries[0] = attrs.evolve(entries[0], fact=attrs.evolve(opening, **named))
        case Shift(days):
            entries = [attrs.evolve(entry, fact=moved(entry.fact, days)) for entry in entries]
            entries = [
                entry
                if entry.recorded_at is None
                else attrs.evolve(entry, recorded_at=entry.recorded_at + timedelta(days=days))
                for entry in entries
            ]
        case _:
            assert_never(edit)
    return entries


def _at(case: Collaboration, number: int) -> Entry:
    found = number + case.version + 1 if number < 0 else number
    if not 1 <= found <= case.version:
        raise InvalidRecord("unknown-entry", f"there is no entry {number}", str(number))
    return case.dossier.journal[found]


def _on(fact: Any, on: date) -> f.Fact:
    if isinstance(fact, f.TrackOpened) and fact.since is not None:
        return attrs.evolve(fact, on=max(on, fact.on), since=on)
    found: f.Fact = attrs.evolve(fact, on=on)
    return found


# --- a journal that a host could have -----------------------------------------------------------------


def _looked_at(case: Collaboration, edit: Drop | Redate | Move | Stamp | Rename | Shift) -> tuple[type, ...]:
    """Return the kinds of facts that may no longer be admitted after an edit: to look at all takes long."""
    match edit:
        case Stamp() | Shift():
            return ()
        case Rename():
            return _NAMING
        case Drop(entry) | Redate(entry) | Move(entry):
            kind = type(_at(case, entry).fact)
            return get_args(f.Fact) if kind is f.TrackOpened else (kind, *_NAMING)
        case _:
            assert_never(edit)


_NAMING: Final = (f.WaiverGranted, f.EvaluationHeld, f.EvaluationPlanned)
"""Kinds of facts that name what the fold does not ask for: parties, moments of the case."""


def _rebuilt(case: Collaboration, entries: list[Entry], kinds: tuple[type, ...]) -> Collaboration:
    """Return the case with these entries in this order, if that is a journal a host could have.

    Only facts of these kinds are looked at again; the others were admitted before.
    """
    numbers = {entry.number: number for number, entry in enumerate(entries, 1)}
    rebuilt = Collaboration.replay(case.processes, [_renumbered(entry, numbers) for entry in entries])
    opening = rebuilt.dossier.journal.first.fact
    assert isinstance(opening, f.TrackOpened)
    check_id("id", rebuilt.id)
    check_text("title", rebuilt.title)
    known = rebuilt.dossier.known
    first = opening.since or opening.on
    for entry in rebuilt.entries_after(0):
        admission.check_day(entry.fact, first)
        admission.check_recorded(entry.fact, entry.recorded_at)
        if isinstance(entry.fact, kinds) and not isinstance(entry.fact, _MADE):
            admission.check_fact(entry.fact, rebuilt.processes, known, first, case=rebuilt.id)
        if entry.on_behalf_of is not None:
            require_party("on_behalf_of", entry.on_behalf_of, known)
    _check_tracks(rebuilt)
    return rebuilt


_MADE: Final = (f.TrackOpened, f.StepTaken, f.Retracted)
"""Kinds of facts that are not recorded, but made by a call."""


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
