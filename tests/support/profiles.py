"""How much is drawn: a quarter at hand, everything with `HYPOTHESIS_PROFILE=full`, as the gate does.

`HYPOTHESIS_PROFILE=least` draws a twentieth, which is enough to see which lines the tests reach. All profiles
try every law and every seeded fault. What a law needs in order to hold at all (a fault to be found, a phase
to be reached) is the same in all.
"""

from __future__ import annotations

import os

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "few")
FULL = PROFILE == "full"
_SHARE = {"full": 1, "least": 20}.get(PROFILE, 4)


def examples(count: int) -> int:
    """Return how many examples to draw where the full profile draws this many."""
    return max(count // _SHARE, 1)
