"""A task: the cases that one call of a kernel simulates, with everything that it reads."""

from __future__ import annotations

import attrs

from gezondsamen.simulation.engine.compiled import Compiled
from gezondsamen.simulation.model.distributions import Floats


@attrs.frozen(eq=False)
class Task:
    """Ask for `count` cases from number `first` on.

    `speed`, `cumulative` and `shares` have one row for all cases, or one for each. `timed` says that
    `speed` does anything; `spent` are the years already spent in the first phase.
    """

    compiled: Compiled
    seed: int
    first: int
    count: int
    horizon: float
    spent: float
    speed: Floats
    cumulative: Floats
    shares: Floats
    timed: bool
    log: bool
