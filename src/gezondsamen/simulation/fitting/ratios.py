"""Effects as they are estimated: on which clock or choice each works, and the value that comes out."""

from __future__ import annotations

import math
from typing import Any, Final, Literal

import attrs
import numpy as np

from gezondsamen.simulation.fitting.visits import Visits
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.distributions import Floats

Kind = Literal["time", "hazard", "odds"]


_KINDS: Final[dict[str, Kind]] = {"time_ratio": "time", "hazard_ratio": "hazard", "odds_ratio": "odds"}


def kind_of(effect: Effect) -> Kind:
    """Return on what an effect works: on times, on hazards, or on the odds of a step."""
    return _KINDS[effect.kind]


def with_logarithm(effect: Effect, value: float) -> Effect:
    """Return the effect with the ratio that has this logarithm."""
    ratio: dict[str, Any] = {effect.kind: math.exp(value)}
    return attrs.evolve(effect, **ratio)


def name_of(effect: Effect) -> str:
    """Return the name of the parameter that an effect is."""
    place = (effect.covariate, effect.phase) + ((effect.trigger,) if effect.trigger else ())
    return ".".join(("effects", *place, effect.kind))


def distances(visits: Visits, effects: tuple[Effect, ...]) -> Floats:
    """Return how far the covariate of each effect is from `at`: a row per visit, a column per effect."""
    columns = [visits.covariates[effect.covariate] - effect.at for effect in effects]
    return np.column_stack(columns) if columns else np.empty((len(visits), 0))
