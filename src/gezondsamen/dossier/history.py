"""The history of a journal: what may be taken back, and what may stand in its place.

The fold reads what counts; here stands whether the entries that take others back could have been made, one
after the other. So a journal that is read back is held to the same as one that grows.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.tracks import Place
from gezondsamen.errors import InvalidRecord


def check_history(journal: Iterable[Entry]) -> None:
    """Refuse a journal in which something was taken back that stays, or replaced without being taken back.

    Facts are taken back, with another in their place or none; so is the last step of a track, with none;
    the opening of a track is replaced by another of the same track. Corrections themselves stay.

    Raises `InvalidRecord` for the first entry that could not have been made.
    """
    past = _Past()
    for entry in journal:
        past.add(entry)
    past.end()


def check_kept(journal: tuple[Entry, ...]) -> None:
    """Refuse a journal that was kept as `check_history` does; the error has the place of the entry."""
    if not any(type(entry.fact) is f.Retracted or entry.replaces is not None for entry in journal):
        return
    past = _Past()
    for index, entry in enumerate(journal):
        try:
            past.add(entry)
        except InvalidRecord as problem:
            raise attrs.evolve(problem, index=index) from None
    past.end()


class _Past:
    """Hold what of a journal was seen, entry by entry."""

    def __init__(self) -> None:
        self.every: list[Entry] = []
        self.gone: set[int] = set()
        self.steps: dict[str, list[Place]] = {}
        self.taken_back: Entry | None = None

    def add(self, entry: Entry) -> None:
        """Take one entry more; raises `InvalidRecord` where it could not have been made."""
        _check_place(entry, self.taken_back)
        self.every.append(entry)
        self.taken_back = None
        fact = entry.fact
        if isinstance(fact, f.StepTaken):
            insort(self.steps.setdefault(fact.track, []), entry.place)
        elif isinstance(fact, f.Retracted):
            self.taken_back = wrong = _taken_back(fact, self.every, self.gone)
            if isinstance(wrong.fact, f.StepTaken):
                _check_last(wrong, self.steps[wrong.fact.track])
                self.steps[wrong.fact.track].pop()
            self.gone.add(fact.entry)

    def end(self) -> None:
        """Refuse a journal that ends with a track taken back and no other opening in its place."""
        if self.taken_back is not None and isinstance(self.taken_back.fact, f.TrackOpened):
            raise _unopened(self.taken_back)


def _taken_back(fact: f.Retracted, every: list[Entry], gone: set[int]) -> Entry:
    """Return the entry that a fact takes back."""
    number, last = fact.entry, len(every) - 1
    if not 1 <= number <= last:
        raise InvalidRecord("unknown-entry", f"there is no entry {number}; the last is {last}", str(number))
    if number in gone:
        raise InvalidRecord("retracted-already", f"entry {number} was retracted already", str(number))
    wrong = every[number - 1]
    if isinstance(wrong.fact, f.Retracted):
        raise InvalidRecord("not-correctable", f"entry {number} stays: corrections are history", str(number))
    return wrong


def _check_last(step: Entry, steps: list[Place]) -> None:
    """Refuse to take back a step on which another stands."""
    if step.place != steps[-1]:
        raise InvalidRecord(
            "not-correctable",
            f"entry {step.number} stays: a later step of its track stands on it; "
            f"take back entry {steps[-1][1]} first",
            str(step.number),
        )


def _check_place(entry: Entry, taken_back: Entry | None) -> None:
    """Refuse an entry in the place of another that was not taken back by the entry before it."""
    if entry.replaces is None:
        if taken_back is not None and isinstance(taken_back.fact, f.TrackOpened):
            raise _unopened(taken_back)
        return
    if taken_back is None or entry.replaces != (taken_back.replaces or taken_back.number):
        raise InvalidRecord(
            "replaces",
            f"entry {entry.number} replaces entry {entry.replaces}, which was not retracted just before it",
            str(entry.number),
        )
    if not _may_replace(entry.fact, taken_back.fact):
        raise InvalidRecord(
            "replaces",
            f"entry {entry.number} ({type(entry.fact).__name__}) cannot stand in the place of entry "
            f"{taken_back.number} ({type(taken_back.fact).__name__})",
            str(entry.number),
        )


def _may_replace(new: f.Fact, old: f.Fact) -> bool:
    if isinstance(new, f.TrackOpened) and isinstance(old, f.TrackOpened):
        kept = ("track", "process", "phase", "collaboration")
        return all(getattr(new, name) == getattr(old, name) for name in kept)
    history = (f.TrackOpened, f.StepTaken, f.Retracted)
    return not isinstance(new, history) and not isinstance(old, history)


def _unopened(taken_back: Entry) -> InvalidRecord:
    return InvalidRecord(
        "not-correctable",
        f"entry {taken_back.number} opens a track: correct_start() puts another opening in its place",
        str(taken_back.number),
    )
