"""A task: the cases that one call of a kernel simulates, with everything that it reads."""

from __future__ import annotations

import attrs

from gezondsamen.simulation.engine.begins import Begin
from gezondsamen.simulation.engine.changes import Changes
from gezondsamen.simulation.engine.compiled import Compiled
from gezondsamen.simulation.engine.covariates import Effects


@attrs.frozen(eq=False)
class Task:
    """Ask for `count` cases from number `first` on.

    `begin` says where they begin, `effects` what covariates do; `changes` are None where covariates stay.
    """

    compiled: Compiled
    seed: int
    first: int
    count: int
    horizon: float
    begin: Begin
    effects: Effects
    changes: Changes | None
    log: bool
