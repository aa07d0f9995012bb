"""Parameters of a fit by name: their logarithms, what they are in the model, bounds, and draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from gezondsamen.simulation.draws import keys
from gezondsamen.simulation.draws.philox import draw
from gezondsamen.simulation.draws.tables import SPAN
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.fitting.chances import Chances
from gezondsamen.simulation.fitting.clocks import Clock
from gezondsamen.simulation.fitting.intervals import of_positive, of_share
from gezondsamen.simulation.fitting.ratios import name_of
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import refuse

Part = Clock | Chances
"""What has parameters of its own: a clock, or the chances of a phase."""


def logarithm_names(part: Part) -> list[str]:
    """Return what the logarithms of a part are, in their order."""
    ratios = [f"log {name_of(effect)}" for effect in part.effects]
    if isinstance(part, Clock):
        return [f"log {name}" for name in _field_names(part)] + ratios
    against = part.triggers[part.reference]
    return [f"log odds {_chance_name(part, j)}/{against}" for j in part.others] + ratios


def logarithms(part: Part, natural: Mapping[str, float]) -> Floats:
    """Return the logarithms of a part from its parameters by name; refuses what has none."""
    if isinstance(part, Clock):
        values = [natural[name] for name in _field_names(part)]
    else:
        against = natural.get(_chance_name(part, part.reference), 1.0)
        values = [natural[_chance_name(part, j)] / against for j in part.others]
    values += [natural[name_of(effect)] for effect in part.effects]
    for value in values:
        if not 0 < value < np.inf:
            raise refuse("values", "bad-number", f"give numbers above zero, not {value}")
    found: Floats = np.log(np.array(values, float))
    return found


def drawn(part: Part, n: int, seed: int) -> Columns:
    """Return draws of the parameters of a part, by name."""
    names = logarithm_names(part)
    if not names:
        return {}
    normal = np.column_stack([_normal(seed, name, n) for name in names])
    spread = np.linalg.cholesky(part.maximum.covariance)
    return named(part, part.maximum.at + normal @ spread.T)


def named(part: Part, at: Floats) -> Columns:
    """Return parameters by name, from their logarithms: a row per draw."""
    if isinstance(part, Clock):
        names = _field_names(part)
        found = {name: np.exp(at[:, column]) for column, name in enumerate(names)}
    else:
        shares = part.chances(at)
        several = range(len(part.triggers)) if part.others else ()
        found = {_chance_name(part, j): shares[:, j] for j in several}
    first = at.shape[1] - len(part.effects)
    for column, effect in enumerate(part.effects, first):
        found[name_of(effect)] = np.exp(at[:, column])
    return found


def rows(part: Part) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each parameter of a part, as in `Fit.table`."""
    maximum = part.maximum
    errors = np.sqrt(np.diag(maximum.covariance))
    first = len(maximum.at) - len(part.effects)
    if isinstance(part, Clock):
        for name, at, error in zip(_field_names(part), maximum.at, errors, strict=False):
            where = (name, part.phase, part.trigger or "", part.family, name.rpartition(".")[2])
            yield (*where, *of_positive(at, error), part.visits, part.ended)
    elif part.others:
        total = sum(part.counts)
        shares, of_logit = part.chances(maximum.at), part.logit_errors()
        for j, (trigger, n) in enumerate(zip(part.triggers, part.counts, strict=True)):
            where = (_chance_name(part, j), part.phase, trigger, "chance", "chance")
            yield (*where, *of_share(shares[j], of_logit[j]), total, n)
    for effect, at, error in zip(part.effects, maximum.at[first:], errors[first:], strict=True):
        ratio = name_of(effect)
        where = (ratio, effect.phase, effect.trigger or "", "effect", ratio.rpartition(".")[2])
        yield (*where, *of_positive(at, error), _used(part), _ended(part, effect))


def _used(part: Part) -> int:
    return part.visits if isinstance(part, Clock) else sum(part.counts)


def _ended(part: Part, effect: Effect) -> int:
    return part.ended if isinstance(part, Clock) else part.counts[part.triggers.index(effect.trigger or "")]


def _normal(seed: int, name: str, n: int) -> Floats:
    """Return draws of a standard normal distribution, by the name of what they are for."""
    from scipy import special

    words = draw(seed, np.arange(n), keys.parameter(name), np.zeros(n))[0]
    found: Floats = special.ndtri((words + 0.5) / SPAN)
    return found


def _field_names(clock: Clock) -> list[str]:
    base = f"dwell.{clock.phase}" if clock.trigger is None else f"hazards.{clock.phase}.{clock.trigger}"
    return [] if clock.best is None else [f"{base}.{field}" for field in clock.best.family.fields]


def _chance_name(part: Chances, place: int) -> str:
    return f"choices.{part.phase}.{part.triggers[place]}"
