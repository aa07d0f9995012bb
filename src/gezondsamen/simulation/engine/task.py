"""A task: the cases that one call of a kernel simulates, with everything that it reads.

A task is small, for it travels to a worker: covariates are cut to its own cases, and what they do to times
and chances is worked out where it is computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import attrs

from gezondsamen.simulation.engine.begins import Begin, Begins, begin_of
from gezondsamen.simulation.engine.changes import Changes, changes_of, first_values
from gezondsamen.simulation.engine.compiled import Compiled
from gezondsamen.simulation.engine.covariates import Effects, Given, effects_of
from gezondsamen.simulation.model.model import Model


@attrs.frozen(eq=False)
class Setting:
    """Say under what trajectories were drawn: what marks and moments read beside the visits.

    `begins` are those of the cases from number `first` on.
    """

    model: Model
    compiled: Compiled
    seed: int
    horizon: float
    begins: Begins
    first: int


@attrs.frozen(eq=False, slots=False)
class Task:
    """Ask for `count` cases from number `first` on; `columns` are their covariates, `begins` say where.

    What a kernel reads beside follows from these: `begin` says where they begin, `effects` what covariates
    do; `changes` are None where covariates stay.
    """

    model: Model
    compiled: Compiled
    seed: int
    first: int
    count: int
    horizon: float
    columns: Mapping[str, Given]
    begins: Begins
    log: bool

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what is worked out from the rest."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(Task)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    @property
    def setting(self) -> Setting:
        """Under what these cases are drawn."""
        return Setting(self.model, self.compiled, self.seed, self.horizon, self.begins, self.first)

    @cached_property
    def changes(self) -> Changes | None:
        """How covariates change while cases run, or None where they stay."""
        return changes_of(self.model, self.compiled, self.columns, self.begins, slice(0, self.count))

    @cached_property
    def effects(self) -> Effects:
        """What covariates do to times and chances, when a case begins."""
        first = first_values(self.columns)
        effects = effects_of(self.model, self.compiled, first, slice(0, self.count))
        # What was spent before counts at the speed that a case begins with.
        return effects if self.changes is None else self.changes.begun(effects, self.count)

    @cached_property
    def begin(self) -> Begin:
        """Where the cases begin; raises `InvalidModel` where nobody stays for the time already spent."""
        return begin_of(self.begins, self.compiled, self.effects)
