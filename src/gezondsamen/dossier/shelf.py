"""Shelves: the entries of one drawer while a ledger is open, by what they are taken out by.

Whoever ends a role, takes back a statement or agrees on an action again takes out a few entries among
many: they are found at the cost of those few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from gezondsamen.dossier.journal import Entry

Fact = Any


class Shelf:
    """Hold entries in the order in which they were added, and find them by the key of their fact.

    `taken` are those that were taken out, in that order.
    """

    def __init__(self, entries: Iterable[Entry[Any]], key: Callable[[Fact], Any]) -> None:
        self._key = key
        self._standing: dict[int, Entry[Any]] = {}
        self._numbers: dict[Any, list[int]] = {}
        self.taken: list[Entry[Any]] = []
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry[Any]) -> None:
        """Put an entry behind the others."""
        self._standing[entry.number] = entry
        self._numbers.setdefault(self._key(entry.fact), []).append(entry.number)

    def take_out(self, key: Any, wanted: Callable[[Fact], bool] = lambda _: True) -> int:
        """Take out the entries with a key whose facts are wanted, and return how many."""
        before, left = len(self.taken), list[int]()
        for number in self._numbers.pop(key, ()):
            if wanted(self._standing[number].fact):
                self.taken.append(self._standing.pop(number))
            else:
                left.append(number)
        if left:
            self._numbers[key] = left
        return len(self.taken) - before

    @property
    def keys(self) -> tuple[Any, ...]:
        """The keys of the entries that stand."""
        return tuple(self._numbers)

    @property
    def entries(self) -> tuple[Entry[Any], ...]:
        """The entries that stand."""
        return tuple(self._standing.values())
