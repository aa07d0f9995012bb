"""A task: the cases that one call of a kernel simulates, with everything that it reads.

A task is small, for it travels to a worker: covariates are cut to its own cases, and what they do to times
and chances is worked out where it is computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import attrs

from gezondsamen.simulation.engine.compiled import Compiled
from gezondsamen.simulation.engine.covariates import Column, Covariates, covariates, spent_shares
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.model import Model


@attrs.frozen(eq=False)
class Setting:
    """Say under what trajectories were drawn: what marks and moments read beside the visits."""

    model: Model
    compiled: Compiled
    seed: int
    horizon: float


@attrs.frozen(eq=False, slots=False)
class Task:
    """Ask for `count` cases from number `first` on; `columns` are their covariates.

    What a kernel reads beside follows from these: `speed`, `cumulative` and `shares` have one row for all
    cases, or one for each; `timed` says that `speed` does anything; `spent` are the years already spent in
    the first phase.
    """

    model: Model
    compiled: Compiled
    seed: int
    first: int
    count: int
    horizon: float
    columns: Mapping[str, Column]
    log: bool

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what is worked out from the rest."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(Task)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    @property
    def setting(self) -> Setting:
        """Under what these cases are drawn."""
        return Setting(self.model, self.compiled, self.seed, self.horizon)

    @property
    def spent(self) -> float:
        """The years already spent in the first phase."""
        return float(self.model.spent)

    @property
    def timed(self) -> bool:
        """Whether a covariate changes times."""
        return any(effect.trigger is None for effect in self.model.effects)

    @cached_property
    def _effects(self) -> Covariates:
        return covariates(self.model, self.compiled, self.columns, slice(0, self.count))

    @property
    def speed(self) -> Floats:
        """What times are divided by, for each phase."""
        return self._effects.speed

    @property
    def cumulative(self) -> Floats:
        """The chances of the ways out of each phase, added up."""
        return self._effects.cumulative

    @cached_property
    def shares(self) -> Floats:
        """The survival at the time already spent, for each clock of the first phase."""
        return spent_shares(self.model, self.speed)
