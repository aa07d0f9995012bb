"""Random numbers by key: each draw is a pure function of the seed and of what it is for.

Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011) turns a
key of two words and a counter of four into four random words. The key is the seed. The counter is the
case (two words), what is drawn (a word of `keys`), and which time it is drawn. So nothing depends on
the order in which cases are computed, on how many there are, or on draws for anything else.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]

MULTIPLIERS: Final = (0xD2511F53, 0xCD9E8D57)
BUMPS: Final = (0x9E3779B9, 0xBB67AE85)
ROUNDS: Final = 10
MASK: Final = 0xFFFFFFFF

AT_ONCE: Final = 1 << 14
"""How many counters `draw` turns into words together: their arrays fit in a core's cache."""

_M0, _M1 = (np.uint64(m) for m in MULTIPLIERS)
_HALF, _MASK = np.uint64(32), np.uint64(MASK)


def round_keys(seed: int) -> tuple[tuple[int, int], ...]:
    """Return the two key words of each round for a seed; raises `ValueError` unless 0 <= seed < 2**64."""
    if not 0 <= seed < 1 << 64:
        raise ValueError(f"a seed is a whole number from 0 to 2**64 - 1, not {seed}")
    low, high = seed & MASK, seed >> 32
    return tuple(((low + n * BUMPS[0]) & MASK, (high + n * BUMPS[1]) & MASK) for n in range(ROUNDS))


class Philox:
    """Fill blocks of counters with random words, reusing its own memory.

    >>> block = Philox(0, size=1)
    >>> zero = np.zeros(1, np.uint64)
    >>> [hex(int(word[0])) for word in block.words(zero, zero, zero, zero)]
    ['0x6627e8d5', '0xe169c58d', '0xbc57ac4c', '0x9b00dbd8']
    """

    def __init__(self, seed: int, size: int) -> None:
        self._keys = [(np.uint64(a), np.uint64(b)) for a, b in round_keys(seed)]
        self._memory = np.empty((6, size), np.uint64)

    def words(self, c0: Words, c1: Words, c2: Words, c3: Words) -> tuple[Words, Words, Words, Words]:
        """Return four random words, below 2**32, for each counter; overwritten by the next call."""
        a, b, c, d, p, q = self._memory[:, : len(c0)]
        np.copyto(a, c0)
        np.copyto(b, c1)
        np.copyto(c, c2)
        np.copyto(d, c3)
        for k0, k1 in self._keys:
            np.multiply(a, _M0, out=p)
            np.multiply(c, _M1, out=q)
            np.right_shift(q, _HALF, out=a)
            np.bitwise_xor(a, b, out=a)
            np.bitwise_xor(a, k0, out=a)
            np.right_shift(p, _HALF, out=c)
            np.bitwise_xor(c, d, out=c)
            np.bitwise_xor(c, k1, out=c)
            np.bitwise_and(q, _MASK, out=b)
            np.bitwise_and(p, _MASK, out=d)
        return a, b, c, d

    def two(self, c0: Words, c1: Any, c2: int, c3: Words) -> tuple[Words, Words]:
        """Return the first two words for counters of which the third is one for all: the same, sooner.

        The second may be one for all too. What does not differ between counters is calculated once, and what
        only later words need is left out.
        """
        a, b, c, d, p, q = self._memory[:, : len(c0)]
        (k0, k1), (l0, l1), *middle, (m0, m1), (n0, _) = self._keys
        # First round: of the product with the third word, nothing differs.
        high, low = divmod(int(c2) * MULTIPLIERS[1], 1 << 32)
        first = c1 ^ np.uint64(high) ^ k0
        np.multiply(c0, _M0, out=p)
        np.right_shift(p, _HALF, out=c)
        np.bitwise_xor(c, c3, out=c)
        np.bitwise_xor(c, k1, out=c)
        np.bitwise_and(p, _MASK, out=d)
        # Second round: the third word comes from the first one of before, perhaps one for all.
        np.multiply(c, _M1, out=q)
        np.right_shift(q, _HALF, out=a)
        np.bitwise_xor(a, np.uint64(low) ^ l0, out=a)
        np.bitwise_and(q, _MASK, out=b)
        product = first * _M0
        np.bitwise_xor(d, (product >> _HALF) ^ l1, out=c)
        below = product & _MASK
        for number, (r0, r1) in enumerate((*middle, (m0, m1))):
            np.multiply(a, _M0, out=p)
            np.multiply(c, _M1, out=q)
            np.right_shift(p, _HALF, out=c)
            np.bitwise_xor(c, d if number else below, out=c)
            np.bitwise_xor(c, r1, out=c)
            if number < len(middle):
                np.right_shift(q, _HALF, out=a)
                np.bitwise_xor(a, b, out=a)
                np.bitwise_xor(a, r0, out=a)
                np.bitwise_and(p, _MASK, out=d)
            np.bitwise_and(q, _MASK, out=b)
        np.multiply(c, _M1, out=q)
        np.right_shift(q, _HALF, out=a)
        np.bitwise_xor(a, b, out=a)
        np.bitwise_xor(a, n0, out=a)
        np.bitwise_and(q, _MASK, out=b)
        return a, b


def halves(case: npt.NDArray[np.int64]) -> tuple[Words, Words]:
    """Return the two words of the number of each case: the lower half, and the upper."""
    number = case.astype(np.uint64)
    return number & _MASK, number >> _HALF


def draw(seed: int, case: npt.NDArray[np.int64], word: int, count: npt.NDArray[Any]) -> Words:
    """Return four random words for each case and count, drawn under a word of `keys`: a row for each."""
    philox = Philox(seed, min(AT_ONCE, len(case)))
    found = np.empty((4, len(case)), np.uint64)
    counts = count.astype(np.uint64)
    for begin in range(0, len(case), AT_ONCE):
        part = slice(begin, begin + AT_ONCE)
        low, high = halves(case[part])
        found[:, part] = philox.words(low, high, np.full(len(low), np.uint64(word)), counts[part])
    return found
