"""The journal: entries in the order in which they were made, only ever added to.

A tuple of full blocks and a short tail: adding costs the same at the ten thousandth entry as at the
first, and equality, hashing and pickling stay shallow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Generic

import attrs
from typing_extensions import TypeVar

from gezondsamen.dossier.facts import Fact, TrackOpened

BLOCK = 64

REDACTED = "…"
"""What stands where a personal text stood."""

F_co = TypeVar("F_co", bound=Fact, covariant=True, default=Fact)


@attrs.frozen
class Entry(Generic[F_co]):
    """Keep one fact in the journal: its number, who entered it, for which party, and when.

    `by` is an opaque id of the host; `on_behalf_of` a party; `recorded_at` an aware datetime given
    by the host. `replaces` is the number of the corrected entry whose place in time this one takes.
    """

    number: int
    fact: F_co
    by: str | None = None
    on_behalf_of: str | None = None
    recorded_at: datetime | None = None
    replaces: int | None = None

    @property
    def place(self) -> tuple[date, int]:
        """Where the entry stands in the order of events: its day, then its number.

        A track adopted while it ran stands at the day since when it runs; a correction stands
        where the corrected entry stood.
        """
        fact: Fact = self.fact
        day = fact.since or fact.on if type(fact) is TrackOpened else fact.on
        return (day, self.replaces or self.number)


@attrs.frozen
class Journal:
    """Hold entries numbered 1, 2, 3, ...; adding gives a new journal."""

    blocks: tuple[tuple[Entry, ...], ...] = ()
    tail: tuple[Entry, ...] = ()

    def __repr__(self) -> str:
        return f"Journal({len(self)} entries)"

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Journal:
        """Make a journal of entries that are numbered already."""
        every = tuple(entries)
        full = len(every) // BLOCK * BLOCK
        return cls(tuple(every[i : i + BLOCK] for i in range(0, full, BLOCK)), every[full:])

    def plus(self, *entries: Entry) -> Journal:
        """Return the journal with entries more."""
        tail = (*self.tail, *entries)
        if len(tail) < BLOCK:
            return Journal(self.blocks, tail)
        more = Journal.of(tail)
        return Journal((*self.blocks, *more.blocks), more.tail)

    def after(self, number: int) -> tuple[Entry, ...]:
        """Return the entries with a higher number than this one."""
        number = max(number, 0)
        first = number // BLOCK
        rest = [entry for block in self.blocks[first:] for entry in block]
        rest.extend(self.tail)
        return tuple(rest[number - min(first, len(self.blocks)) * BLOCK :])

    @property
    def first(self) -> Entry:
        """The entry with number 1; raises `IndexError` where there is none."""
        return (self.blocks[0] if self.blocks else self.tail)[0]

    def __getitem__(self, number: int) -> Entry:
        """Return the entry with this number; raises `IndexError` when there is none."""
        if not 1 <= number <= len(self):
            raise IndexError(f"the journal has no entry {number}")
        block, place = divmod(number - 1, BLOCK)
        return self.blocks[block][place] if block < len(self.blocks) else self.tail[place]

    def __len__(self) -> int:
        return len(self.blocks) * BLOCK + len(self.tail)

    def __iter__(self) -> Iterator[Entry]:
        for block in self.blocks:
            yield from block
        yield from self.tail
