"""What covariates and time already spent do to cases, and the checks of the columns that are given."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.errors import shown
from gezondsamen.simulation.engine.compiled import Compiled
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.model.model import Model

Column = float | npt.NDArray[Any]
"""A value for all cases, or one per case."""


FARTHEST: Final = 100.0
"""Largest |log ratio x distance| accepted: beyond it exp() overflows, or times vanish."""


@attrs.frozen(eq=False)
class Covariates:
    """Hold what covariates do to the cases of a run: one row per case, or one row for all.

    `speed` divides the times of each phase; `cumulative` are the chances after the odds were changed.
    """

    speed: Floats
    cumulative: Floats


def covariates(model: Model, compiled: Compiled, values: Mapping[str, Column], rows: slice) -> Covariates:
    """Return the effects of covariates on the cases in these rows."""
    factors = [(effect, _factor(effect, values, rows)) for effect in model.effects]
    on_time = [(effect, factor) for effect, factor in factors if effect.trigger is None]
    on_odds = [(effect, factor) for effect, factor in factors if effect.trigger is not None]
    speed = np.ones((_longest(on_time), len(compiled.phases)))
    for effect, factor in on_time:
        speed[:, compiled.phases.index(effect.phase)] *= factor
    cumulative = np.repeat(compiled.cumulative[None], _longest(on_odds), axis=0)
    for phase in dict.fromkeys(effect.phase for effect, _ in on_odds):
        steps = model.ways(phase)
        weights = np.array([[model.chances(phase)[step.trigger] for step in steps]] * len(cumulative))
        for effect, factor in on_odds:
            for j, step in enumerate(steps):
                if (effect.phase, effect.trigger) == (phase, step.trigger):
                    weights[:, j] *= factor
        sums = np.cumsum(weights, axis=1)
        cumulative[:, compiled.phases.index(phase), : len(steps) - 1] = sums[:, :-1] / sums[:, -1:]
    return Covariates(speed, cumulative)


def _longest(factors: list[tuple[Effect, Floats]]) -> int:
    """Return how many rows these effects need: one for all cases, or one for each."""
    return max((len(factor) for _, factor in factors), default=1)


def _factor(effect: Effect, values: Mapping[str, Column], rows: slice) -> Floats:
    """Return ratio ** (value - at), for each case or once for all."""
    value = values[effect.covariate]
    column = np.asarray(value, float)
    column = column[rows] if column.ndim else column[None]
    factor: Floats = np.exp(np.log(effect.ratio) * (column - effect.at))
    return factor


def _numbers(value: Any, where: str) -> Floats:
    """Return a copy as floats, so that later changes to the caller's array change nothing here."""
    plain = np.asarray(value)
    texts = plain.dtype.kind == "O" and any(isinstance(x, str) for x in plain.ravel())
    if plain.dtype.kind not in "biufO" or texts:
        raise refuse(where, "bad-column", f"give numbers, not {shown(value)}")
    try:
        return np.array(value, float)
    except (TypeError, ValueError):
        raise refuse(where, "bad-column", f"give numbers, not {shown(value)}") from None


def _worst(column: Floats, fine: Any, first: int) -> str:
    """Name the first case whose value is refused; a single value for all belongs to no case."""
    if not column.ndim:
        return f"the value for all cases is {float(column):g}"
    place = int(np.flatnonzero(~fine)[0])
    return f"case {first + place} has {column[place]:g}"


def check_columns(model: Model, values: Mapping[str, Any], cases: int, first: int = 0) -> dict[str, Column]:
    """Return the covariates as numbers; raises `InvalidModel` for what is missing, unknown or malformed."""
    needed = {effect.covariate for effect in model.effects}
    for name in sorted(needed - values.keys()):
        raise refuse(f"covariates[{name!r}]", "missing", "an effect reads it: give a number or a column")
    checked: dict[str, Column] = {}
    for name, value in values.items():
        where = f"covariates[{name!r}]"
        if name not in needed:
            raise refuse(where, "unknown", f"no effect of the model reads it; they read {sorted(needed)}")
        column = _numbers(value, where)
        if column.ndim > 1 or (column.ndim == 1 and len(column) != cases):
            raise refuse(
                where, "bad-length", f"give one number, or one for each of {cases} cases, not {column.shape}"
            )
        if not np.isfinite(column).all():
            raise refuse(where, "not-a-number", _worst(column, np.isfinite(column), first))
        for effect in model.effects:
            if effect.covariate == name:
                far = np.abs(math.log(effect.ratio) * (column - effect.at)) > FARTHEST
                if far.any():
                    told = _worst(column, ~far, first)
                    message = f"{told}, too far from {effect.at:g} for a ratio of {effect.ratio:g}"
                    raise refuse(where, "too-far", message)
        checked[name] = column if column.ndim else float(column)
    return checked


def spent_shares(model: Model, speed: Floats) -> Floats:
    """Return the survival at the time already spent: the share of cases that stays longer than that.

    One row for all or for each case, and a column for each clock of the first phase. Raises `InvalidModel`
    where nobody stays that long.
    """
    phase = model.start
    clocks = model.clocks(phase)
    if not model.spent:
        return np.ones((1, len(clocks)))
    place = [x.key for x in model.process.phases].index(phase)
    spent = model.spent * speed[:, place]
    shares = np.stack([np.asarray(clock.survival(spent), float) for clock in clocks], axis=1)
    if shares.min() <= 0:
        raise refuse("spent", "too-long", f"no case stays {model.spent:g} years in phase {shown(phase)}")
    return np.ascontiguousarray(shares)
