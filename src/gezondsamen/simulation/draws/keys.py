"""Every name under which something is drawn: what is spelt here stays so, for the bytes depend on it.

A draw is one counter of Philox: the number of the case (two words), the word of a name from this module, and
a count, from 0. The count is the n-th visit of the case to the phase, but for points: the n-th moment. Of
what happens to a case once, it is 0.

| name | words 0, 1, 2, 3 of the counter |
|---|---|
| `phase` | 0: how long the visit lasts (a dwell time); 1: which step is taken |
| `clock` | 0: the time of one of several competing steps |
| `mark` | 0 to 3: the times between four marks; the next four are in the next block |
| `point` | 0: whether the moment is held |
| `RESAMPLE` | 0: which case stands in the place of the case, where cases are drawn anew |
| `parameter` | 0: how far a fitted parameter is from its estimate, in the n-th draw (the case) |
| `ENTRY` | 0: when the case enters, where cases come one after the other |
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Final


@lru_cache(maxsize=4096)
def digest(name: str) -> int:
    """Return the word of a name, below 2**32: the same for ever for the same name.

    >>> hex(digest("phase/negotiation"))
    '0x616c8637'
    """
    return int.from_bytes(hashlib.blake2s(name.encode(), digest_size=4).digest(), "little")


def phase(phase: str) -> int:
    """Return the word for the n-th visit to a phase: how long it lasts, and which step is taken."""
    return digest(f"phase/{phase}")


def clock(phase: str, trigger: str) -> int:
    """Return the word for the time of one of the competing steps out of a phase, in the n-th visit."""
    return digest(f"clock/{phase}/{trigger}")


def mark(phase: str, trigger: str, block: int) -> int:
    """Return the word for four times between marks in the n-th visit; blocks count from 0."""
    return digest(f"mark/{phase}/{trigger}/{block}" if block else f"mark/{phase}/{trigger}")


def point(key: str) -> int:
    """Return the word for the n-th moment of an evaluation point in a case."""
    return digest(f"point/{key}")


def parameter(name: str) -> int:
    """Return the word for the n-th draw of a parameter that was fitted."""
    return digest(f"parameter/{name}")


ENTRY: Final = digest("entry")
"""The word for when a case enters."""


RESAMPLE: Final = digest("resample")
"""The word for which case is drawn in the place of another."""
