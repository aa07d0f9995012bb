"""Piles: the entries of one drawer of the dossier, only ever added to.

As in the journal, a tuple of full blocks and a short tail: a pile of many thousand takes another entry at
the cost of the first. Readers take the whole as a tuple, joined when it is first asked for.
"""

from __future__ import annotations

from typing import Any, Final

from gezondsamen.dossier.journal import BLOCK, Entry

Entries = tuple[Entry[Any], ...]


class Pile:
    """Hold entries in the order of events; adding gives a new pile that shares what was there.

    Not frozen, for speed, but never changed: `_joined` is worked out from the others, once.
    """

    __slots__ = ("_blocks", "_joined", "_tail")

    def __init__(self, blocks: tuple[Entries, ...] = (), tail: Entries = ()) -> None:
        self._blocks = blocks
        self._tail = tail
        self._joined: Entries | None = None if blocks else tail

    @classmethod
    def of(cls, entries: Entries) -> Pile:
        """Make a pile of entries that stand in the order of events already."""
        full = len(entries) // BLOCK * BLOCK
        return cls(tuple(entries[i : i + BLOCK] for i in range(0, full, BLOCK)), entries[full:])

    def plus(self, *entries: Entry[Any]) -> Pile:
        """Return the pile with entries more."""
        more = Pile.of((*self._tail, *entries))
        return Pile((*self._blocks, *more._blocks), more._tail)

    @property
    def entries(self) -> Entries:
        """All entries."""
        joined = self._joined
        if joined is None:
            joined = tuple([entry for block in (*self._blocks, self._tail) for entry in block])
            self._joined = joined
        return joined

    def __eq__(self, other: object) -> bool:
        return self.entries == other.entries if isinstance(other, Pile) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.entries)

    def __repr__(self) -> str:
        return f"Pile({self.entries!r})"


EMPTY: Final = Pile()
