"""The journal in words: one line for each entry, with what was taken back or corrected said so.

Persons are not named: their ids stand in the entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import REDACTED, Entry, Journal
from gezondsamen.language import capitalised
from gezondsamen.prose.recorded import fact_text
from gezondsamen.prose.teller import Teller


@attrs.frozen
class Line:
    """Tell one entry of the journal in words.

    `day` is the day of the fact in words and `said` what happened; `notes` say for whom it was entered,
    that it was taken back or corrected, or whose place it takes. In `redacted` ones a text was removed.
    `retracted_in` is the number of the entry that took it back, `corrected_in` of the one in its place,
    `corrects` of the one whose place it takes.
    """

    entry: Entry
    day: str
    said: str
    notes: tuple[str, ...] = ()
    retracted_in: int | None = None
    corrected_in: int | None = None
    corrects: int | None = None
    redacted: bool = False

    @property
    def number(self) -> int:
        """The number of the entry."""
        return self.entry.number

    @property
    def on(self) -> date:
        """The day on which it happened."""
        return self.entry.fact.on

    @property
    def by(self) -> str | None:
        """The host's id of who entered it."""
        return self.entry.by

    @property
    def on_behalf_of(self) -> str | None:
        """The id of the party for which it was entered."""
        return self.entry.on_behalf_of

    @property
    def text(self) -> str:
        """What happened, and what became of the entry."""
        return " ".join((self.said, *self.notes))

    def __str__(self) -> str:
        return f"{self.number}. {self.day}: {self.text}"


def timeline_lines(journal: Journal, t: Teller) -> tuple[Line, ...]:
    """Return a line for each entry of a journal, in the order in which they were made."""
    taken_back = {e.fact.entry: e.number for e in journal if isinstance(e.fact, f.Retracted)}
    corrected = {n: r + 1 for n, r in taken_back.items() if _replaces(journal, n, r + 1)}
    corrects = {new: old for old, new in corrected.items()}
    return tuple(_line(e, taken_back, corrected, corrects, t) for e in journal)


def _replaces(journal: Journal, wrong: int, number: int) -> bool:
    """Tell whether an entry, made right after another was taken back, stands in its place."""
    if number > len(journal):
        return False
    return journal[number].replaces == (journal[wrong].replaces or wrong)


def _line(
    entry: Entry,
    taken_back: Mapping[int, int],
    corrected: Mapping[int, int],
    corrects: Mapping[int, int],
    t: Teller,
) -> Line:
    v, number = t.v, entry.number
    notes = []
    if entry.on_behalf_of is not None:
        notes.append(v("Namens {who}.", "On behalf of {who}.", who=v.name(entry.on_behalf_of)))
    if isinstance(entry.fact, f.Retracted) and entry.fact.entry in corrected:
        instead = corrected[entry.fact.entry]
        notes.append(v("Nu geldt regel {n}.", "Entry {n} stands instead.", n=instead))
    if number in corrects:
        notes.append(v("In plaats van regel {n}.", "In place of entry {n}.", n=corrects[number]))
    if number in corrected:
        notes.append(v("Verbeterd in regel {n}.", "Corrected in entry {n}.", n=corrected[number]))
    elif number in taken_back:
        notes.append(v("Teruggenomen in regel {n}.", "Taken back in entry {n}.", n=taken_back[number]))
    return Line(
        entry,
        v.day(entry.fact.on),
        capitalised(fact_text(entry.fact, t)),
        tuple(notes),
        taken_back.get(number),
        corrected.get(number),
        corrects.get(number),
        _is_redacted(entry.fact),
    )


def _is_redacted(fact: f.Fact) -> bool:
    if isinstance(fact, f.PartyJoined):
        return fact.party.name == REDACTED
    return any(getattr(fact, a.name) == REDACTED for a in attrs.fields(type(fact)))
