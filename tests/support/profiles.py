"""How much is drawn: a quarter at hand, everything with `HYPOTHESIS_PROFILE=full`, as the gate does.

Both profiles try every law and every seeded fault. What a law needs in order to hold at all (a fault to be
found, a phase to be reached) is the same in both.
"""

from __future__ import annotations

import os

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "few")
FULL = PROFILE == "full"


def examples(count: int) -> int:
    """Return how many examples to draw where the full profile draws this many."""
    return count if FULL else max(count // 4, 1)
