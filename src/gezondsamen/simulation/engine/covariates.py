"""What covariates do to cases, and the checks of the columns that are given."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs
import numpy as np

from gezondsamen.errors import shown
from gezondsamen.simulation.engine.compiled import COMPETING, Compiled
from gezondsamen.simulation.model.assumptions import Column, Effect, Kind, Piecewise
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.model.model import Model

Given = Column | Piecewise
"""What may be given for a covariate."""

FARTHEST: Final = 100.0
"""Largest |log ratio x distance| accepted: beyond it exp() overflows, or times vanish."""
SLOWEST: Final = 30.0
"""How many times smaller hazard ratios may make a rate: a share to this power is still a number."""
OCTAVES: Final = 33
"""Octaves from the least share that is drawn up to one."""


@attrs.frozen(eq=False)
class Effects:
    """Hold what covariates do to the cases of a run: one row per case, or one row for all.

    `speed` divides the times of each clock; the survival of each clock is raised to one divided by `power`;
    `cumulative` are the chances after the odds were changed. `timed` and `powered` say that speed and power
    do anything.
    """

    speed: Floats
    power: Floats
    cumulative: Floats
    timed: bool
    powered: bool


def effects_of(model: Model, compiled: Compiled, values: Mapping[str, Column], rows: slice) -> Effects:
    """Return the effects of covariates on the cases in these rows."""
    factors = [(effect, _factor(effect, values, rows)) for effect in model.effects]
    kinds: dict[Kind, list[tuple[Effect, Floats]]] = {
        kind: [x for x in factors if x[0].kind == kind]
        for kind in ("time_ratio", "hazard_ratio", "odds_ratio")
    }
    on_hazard = kinds["hazard_ratio"]
    tilting = kinds["odds_ratio"] + [x for x in on_hazard if _divides(model, x[0])]
    clocks = len(compiled.distributions)
    speed = np.ones((_longest(kinds["time_ratio"]), clocks))
    for effect, factor in kinds["time_ratio"]:
        for clock in _clocks(model, compiled, effect):
            speed[:, clock] /= factor
    hazard = np.ones((_longest(on_hazard + tilting if on_hazard else []), clocks))
    for effect, factor in on_hazard:
        if not _divides(model, effect):
            for clock in _clocks(model, compiled, effect):
                hazard[:, clock] *= factor
    cumulative = np.repeat(compiled.cumulative[None], _longest(tilting), axis=0)
    for phase in dict.fromkeys(effect.phase for effect, _ in tilting):
        _tilt(model, compiled, phase, tilting, hazard, cumulative)
    return Effects(speed, 1 / hazard, cumulative, bool(kinds["time_ratio"]), bool(on_hazard))


def _divides(model: Model, effect: Effect) -> bool:
    """Tell whether this is the hazard of one step of a choice: it changes the time and the chances."""
    return effect.hazard_ratio is not None and effect.trigger is not None and effect.phase in model.choices


def _clocks(model: Model, compiled: Compiled, effect: Effect) -> list[int]:
    """Return the clocks that an effect on times or hazards changes."""
    s = compiled.phases.index(effect.phase)
    steps = [step.trigger for step in model.ways(effect.phase)]
    if effect.trigger is None or compiled.kind[s] != COMPETING:
        return [int(clock) for clock in compiled.clock[s, : compiled.clocks(s)]]
    return [int(compiled.clock[s, steps.index(effect.trigger)])]


def _tilt(
    model: Model,
    compiled: Compiled,
    phase: str,
    tilting: Iterable[tuple[Effect, Floats]],
    hazard: Floats,
    cumulative: Floats,
) -> None:
    """Change the chances of a phase, and its hazard by what hazard ratios of its steps come to together."""
    steps, s = model.ways(phase), compiled.phases.index(phase)
    weights = np.array([[model.chances(phase)[step.trigger] for step in steps]] * len(cumulative))
    ratios = np.ones_like(weights)
    for effect, factor in tilting:
        for j, step in enumerate(steps):
            if (effect.phase, effect.trigger) == (phase, step.trigger):
                (weights if effect.kind == "odds_ratio" else ratios)[:, j] *= factor
    raised = weights * ratios
    if (ratios != 1).any():
        hazard[:, compiled.clock[s, 0]] *= raised.sum(axis=1) / weights.sum(axis=1)
    sums = np.cumsum(raised, axis=1)
    cumulative[:, s, : len(steps) - 1] = sums[:, :-1] / sums[:, -1:]


def _longest(factors: list[tuple[Effect, Floats]]) -> int:
    """Return how many rows these effects need: one for all cases, or one for each."""
    return max((len(factor) for _, factor in factors), default=1)


def _factor(effect: Effect, values: Mapping[str, Column], rows: slice) -> Floats:
    """Return ratio ** (value - at), for each case or once for all."""
    value = values[effect.covariate]
    column = np.asarray(value, float)
    column = column[rows] if column.ndim else column[None]
    factor: Floats = np.exp(np.log(effect.size) * (column - effect.at))
    return factor


def deeper(model: Model, values: Mapping[str, Given]) -> int:
    """Return how many octaves tables have to go deeper for the hazard ratios of a run, in steps of 32.

    Raises `InvalidModel` where a hazard becomes too small to calculate with.
    """
    smallest: dict[str, float] = {}
    for effect in model.effects:
        if effect.hazard_ratio is not None:
            logs = [
                float(np.max(-math.log(effect.size) * (np.asarray(value, float) - effect.at)))
                for value in _pieces(values[effect.covariate])
            ]
            smallest[effect.phase] = smallest.get(effect.phase, 0.0) + max(0.0, *logs)
    most = math.exp(max(smallest.values(), default=0.0))
    if most > SLOWEST:
        phase = max(smallest, key=smallest.__getitem__)
        message = f"hazard ratios make a rate in phase {shown(phase)} more than {SLOWEST:g} times smaller"
        raise refuse("covariates", "too-far", message)
    return 32 * math.ceil(OCTAVES * (most - 1) / 32 - 1e-9)


def _pieces(value: Given) -> tuple[Column, ...]:
    return value.values if isinstance(value, Piecewise) else (value,)


def numbers(value: Any, where: str) -> Floats:
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


def check_columns(model: Model, values: Mapping[str, Any], cases: int, first: int = 0) -> dict[str, Given]:
    """Return the covariates as numbers; raises `InvalidModel` for what is missing, unknown or malformed."""
    needed = {effect.covariate for effect in model.effects}
    for name in sorted(needed - values.keys()):
        raise refuse(f"covariates[{name!r}]", "missing", "an effect reads it: give a number or a column")
    checked: dict[str, Given] = {}
    for name, value in values.items():
        where = f"covariates[{name!r}]"
        if name not in needed:
            raise refuse(where, "unknown", f"no effect of the model reads it; they read {sorted(needed)}")
        if isinstance(value, Piecewise):
            parts = [_checked(model, name, part, cases, first) for part in value.values]
            checked[name] = attrs.evolve(value, values=parts)
        else:
            checked[name] = _checked(model, name, value, cases, first)
    return checked


def _checked(model: Model, name: str, value: Any, cases: int, first: int) -> Column:
    """Return a covariate, or one of its values in turn, as a number or a column."""
    where = f"covariates[{name!r}]"
    column = numbers(value, where)
    if column.ndim > 1 or (column.ndim == 1 and len(column) != cases):
        raise refuse(
            where, "bad-length", f"give one number, or one for each of {cases} cases, not {column.shape}"
        )
    if not np.isfinite(column).all():
        raise refuse(where, "not-a-number", _worst(column, np.isfinite(column), first))
    for effect in model.effects:
        if effect.covariate == name:
            far = np.abs(math.log(effect.size) * (column - effect.at)) > FARTHEST
            if far.any():
                told = _worst(column, ~far, first)
                message = f"{told}, too far from {effect.at:g} for a ratio of {effect.size:g}"
                raise refuse(where, "too-far", message)
    return column if column.ndim else float(column)
