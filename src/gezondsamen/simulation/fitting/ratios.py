"""Effects as they are estimated: on which clock or choice each works, and the value that comes out."""

from __future__ import annotations

import math
from typing import Literal

import attrs
import numpy as np

from gezondsamen.simulation.fitting.visits import Visits
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.distributions import Floats

Kind = Literal["time", "hazard", "odds"]


def kind_of(effect: Effect) -> Kind:
    """Return on what an effect works: on times, on hazards, or on the odds of a step."""
    return "time" if effect.trigger is None else "odds"


def sign_of(effect: Effect) -> int:
    """Return the sign with which the logarithm of the ratio works: one that divides times has -1."""
    return -1 if kind_of(effect) == "time" else 1


def with_logarithm(effect: Effect, value: float) -> Effect:
    """Return the effect with the ratio that has this logarithm."""
    return attrs.evolve(effect, ratio=math.exp(value))


def name_of(effect: Effect) -> str:
    """Return the name of the parameter that an effect is."""
    place = (effect.covariate, effect.phase) + ((effect.trigger,) if effect.trigger else ())
    return ".".join(("effects", *place, "ratio"))


def distances(visits: Visits, effects: tuple[Effect, ...]) -> Floats:
    """Return how far the covariate of each effect is from `at`: a row per visit, a column per effect."""
    columns = [sign_of(effect) * (visits.covariates[effect.covariate] - effect.at) for effect in effects]
    return np.column_stack(columns) if columns else np.empty((len(visits), 0))
