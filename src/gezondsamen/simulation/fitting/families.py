"""Families of distributions: the logarithms of survival and density, and where a search may begin.

A family is a class of `model.distributions`; its parameters are the fields of that class, all above zero,
so that the search goes by their logarithms.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final, cast

import attrs
import numpy as np

from gezondsamen.simulation.model.distributions import (
    Distribution,
    Exponential,
    Floats,
    Gamma,
    LogNormal,
    Weibull,
)

Made = type[Distribution]


@attrs.frozen
class Family:
    """Hold what a search needs of a family: its class, logarithms of survival and density, and a beginning.

    Both take times and the values of the fields. `begin` takes a mean and a coefficient of variation.
    """

    made: Made
    log_survival: Callable[..., Floats]
    log_density: Callable[..., Floats]
    begin: Callable[[float, float], tuple[float, ...]]

    def __reduce__(self) -> tuple[Callable[[Made], Family], tuple[Made]]:
        return family_of, (self.made,)

    @property
    def name(self) -> str:
        """The name of the class."""
        return self.made.__name__

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the parameters."""
        return tuple(field.name for field in attrs.fields(cast("type[attrs.AttrsInstance]", self.made)))

    def of(self, values: Any) -> Distribution:
        """Return the distribution with these parameters."""
        made: Callable[..., Distribution] = self.made
        return made(*(float(value) for value in values))


def _exponential_log_survival(t: Floats, mean: float) -> Floats:
    return -t / mean


def _exponential_log_density(t: Floats, mean: float) -> Floats:
    return -t / mean - math.log(mean)


def _weibull_log_survival(t: Floats, mean: float, shape: float) -> Floats:
    return -np.exp(shape * (np.log(t) - _weibull_log_scale(mean, shape)))


def _weibull_log_density(t: Floats, mean: float, shape: float) -> Floats:
    z = np.log(t) - _weibull_log_scale(mean, shape)
    return math.log(shape) - np.log(t) + shape * z - np.exp(shape * z)


def _weibull_log_scale(mean: float, shape: float) -> float:
    return math.log(mean) - math.lgamma(1 + 1 / shape)


def _gamma_log_survival(t: Floats, mean: float, cv: float) -> Floats:
    from scipy import special

    k = 1 / cv**2
    x = t * k / mean
    share = special.gammaincc(k, x)
    # Far in the tail the share is no number above zero any more; its logarithm goes on like this.
    far = -x + (k - 1) * np.log(np.maximum(x, 1e-300)) - math.lgamma(k)
    return np.where(share > 1e-290, np.log(np.maximum(share, 1e-300)), far)


def _gamma_log_density(t: Floats, mean: float, cv: float) -> Floats:
    k = 1 / cv**2
    x = t * k / mean
    return k * np.log(x) - x - np.log(t) - math.lgamma(k)


def _normal(t: Floats, mean: float, cv: float) -> tuple[Floats, float]:
    variance = math.log1p(cv**2)
    sigma = math.sqrt(variance)
    return (np.log(t) - math.log(mean) + variance / 2) / sigma, sigma


def _log_normal_log_survival(t: Floats, mean: float, cv: float) -> Floats:
    from scipy import special

    z, _ = _normal(t, mean, cv)
    found: Floats = special.log_ndtr(-z)
    return found


def _log_normal_log_density(t: Floats, mean: float, cv: float) -> Floats:
    z, sigma = _normal(t, mean, cv)
    return -z * z / 2 - np.log(t) - math.log(sigma) - math.log(2 * math.pi) / 2


FAMILIES: Final[dict[Made, Family]] = {
    Exponential: Family(
        Exponential, _exponential_log_survival, _exponential_log_density, lambda mean, cv: (mean,)
    ),
    Weibull: Family(
        Weibull, _weibull_log_survival, _weibull_log_density, lambda mean, cv: (mean, cv**-1.086)
    ),
    Gamma: Family(Gamma, _gamma_log_survival, _gamma_log_density, lambda mean, cv: (mean, cv)),
    LogNormal: Family(
        LogNormal, _log_normal_log_survival, _log_normal_log_density, lambda mean, cv: (mean, cv)
    ),
}
"""The families that can be fitted; a Weibull of a coefficient of variation has about this shape."""


def family_of(made: Made) -> Family:
    """Return the family of a class of distributions."""
    return FAMILIES[made]
