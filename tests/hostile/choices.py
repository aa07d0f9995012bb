"""Choices read off bytes, one after the other: what a fuzzer draws is one text of bytes, quick and short.

A byte of 0 makes the first choice, and so does the end of the bytes: what shrinks becomes simple.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")

BYTES = st.binary(min_size=160, max_size=160)
"""What choices are read off: of one length, for that is drawn at once."""


class Choices:
    """Read choices off bytes."""

    def __init__(self, given: bytes) -> None:
        self._given = given
        self._at = 0

    def below(self, most: int) -> int:
        """Return a whole number from 0 that lies below this."""
        size = 1 if most <= 256 else 2 if most <= 65_536 else 3
        part = self._given[self._at : self._at + size]
        self._at += size
        return int.from_bytes(part, "little") % most

    def among(self, values: Sequence[T]) -> T:
        """Return one of these."""
        return values[self.below(len(values))]

    def once_in(self, times: int) -> bool:
        """Tell, once in so many times, that the rare thing happens."""
        return self.below(times) == times - 1
