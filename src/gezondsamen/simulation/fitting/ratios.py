"""Effects as they are estimated: the value that comes out, its name, and how far covariates are from `at`."""

from __future__ import annotations

import math
from typing import Any

import attrs
import numpy as np

from gezondsamen.simulation.fitting.visits import Visits
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.distributions import Floats


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
