"""Covariates that change while a case runs: their pieces, and how long a clock runs through them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.engine.begins import Begins
from gezondsamen.simulation.engine.compiled import Compiled, Ints
from gezondsamen.simulation.engine.covariates import Effects, Given, effects_of
from gezondsamen.simulation.model.assumptions import Column, Piecewise
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.model import Model


@attrs.frozen(eq=False)
class Changes:
    """Hold the effects of covariates in each of their pieces.

    `own` are the years since a case began at which something changes, `calendar` those on the calendar, on
    which cases have their `entry` (one for all, or one for each). A piece is one stretch of each: all
    stretches of the calendar for the first own one, and so on.
    """

    own: Floats
    calendar: Floats
    entry: Floats
    pieces: tuple[Effects, ...]

    def at(self, local: Ints, time: Floats) -> tuple[Ints, Floats]:
        """Return in which piece cases are at a time since they began, and until when that lasts."""
        entry = self.entry[local] if len(self.entry) > 1 else self.entry
        moved = self.calendar[None] - entry[:, None]
        own, of_year = (self.own[None] <= time[:, None]), (moved <= time[:, None])
        until = np.minimum(_least(self.own[None], own), _least(moved, of_year))
        piece: Ints = own.sum(axis=1) * (len(self.calendar) + 1) + of_year.sum(axis=1)
        return piece, np.broadcast_to(until, len(time))

    def read(self, piece: Ints, local: Ints, clock: int) -> tuple[Floats, Floats]:
        """Return speed and power of a clock for cases that are in these pieces."""
        speed, power = np.empty(len(piece)), np.empty(len(piece))
        for p in np.unique(piece):
            mine, effects = piece == p, self.pieces[p]
            for found, given in ((speed, effects.speed), (power, effects.power)):
                found[mine] = given[local[mine] if len(given) > 1 else 0, clock]
        return speed, power

    def begun(self, effects: Effects, cases: int) -> Effects:
        """Return effects with the speeds that cases begin with."""
        every = np.arange(cases)
        piece, _ = self.at(every, np.zeros(cases))
        clocks = range(effects.speed.shape[1])
        speed = np.stack([self.read(piece, every, clock)[0] for clock in clocks], axis=1)
        return attrs.evolve(effects, speed=speed)

    def chances(self, piece: Ints, local: Ints, phase: int, way: int) -> Floats:
        """Return the added chances of a phase up to a way out, for cases that leave in these pieces."""
        found = np.empty(len(piece))
        for p in np.unique(piece):
            mine, given = piece == p, self.pieces[p].cumulative
            found[mine] = given[local[mine] if len(given) > 1 else 0, phase, way]
        return found


def _least(cuts: Floats, gone: npt.NDArray[np.bool_]) -> Floats:
    least: Floats = np.min(np.where(gone, np.inf, cuts), axis=1, initial=np.inf)
    return least


def changes_of(
    model: Model, compiled: Compiled, values: Mapping[str, Given], begins: Begins, rows: slice
) -> Changes | None:
    """Return the changes of covariates for the cases in these rows; None where all stay as they are.

    `begins` are those of these cases alone.
    """
    changing = {name: value for name, value in values.items() if isinstance(value, Piecewise)}
    if not changing:
        return None
    own, calendar = (
        np.unique([t for x in changing.values() if x.calendar is on for t in x.at]) for on in (False, True)
    )
    pieces = []
    for since, year in product(_inside(own), _inside(calendar)):
        at = {name: _value(x, year if x.calendar else since) for name, x in changing.items()}
        pieces.append(effects_of(model, compiled, {**values, **at}, rows))  # type: ignore[dict-item]
    return Changes(own, calendar, begins.entry, tuple(pieces))


def _inside(cuts: Floats) -> list[float]:
    """Return a time in each stretch between cuts: the cut with which it begins."""
    return [-np.inf, *cuts.tolist()]


def _value(covariate: Piecewise, time: float) -> Column:
    value: Column = covariate.values[sum(cut <= time for cut in covariate.at)]
    return value


def first_values(values: Mapping[str, Given]) -> dict[str, Column]:
    """Return the values that covariates have before they change."""
    return {name: x.values[0] if isinstance(x, Piecewise) else x for name, x in values.items()}
