"""How long something lasts: distributions in years, as values.

A year is 365.25 days. Each distribution is made from what people can estimate: a mean with a
coefficient of variation (spread divided by mean), or two quantiles (`from_quantiles`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, Self

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.errors import shown
from gezondsamen.simulation.model.numbers import is_number, plain, plain_time

Floats = npt.NDArray[np.float64]


def _positive(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if not is_number(value) or value <= 0:
        raise ValueError(f"{field.name} must be a number above zero, not {shown(value)}")


def _from_zero(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if value != 0 or isinstance(value, bool):
        _positive(_, field, value)


class Distribution:
    """Be a distribution of times above zero; subclasses are frozen values."""

    mean: float

    def quantile(self, low: Floats, high: Floats) -> Floats:
        """Return the time below which a share `low` falls; `high` is 1 - `low`, without its rounding."""
        raise NotImplementedError

    def survival(self, time: Any) -> Any:
        """Return the share that lasts longer than a time."""
        raise NotImplementedError


class Scaled(Distribution):
    """Be one of a family that differs in scale alone: a time of it is `scale` times one of the standard."""

    @property
    def scale(self) -> float:
        """What standard times are multiplied by."""
        raise NotImplementedError

    def standard(self) -> Self:
        """Return the one of this shape with a mean of one."""
        return attrs.evolve(self, mean=1.0)  # type: ignore[misc]

    def standard_quantile(self, low: Floats, high: Floats) -> Floats:
        """Return quantiles at a scale of one: they depend on the shape alone."""
        raise NotImplementedError

    def quantile(self, low: Floats, high: Floats) -> Floats:
        """Return the time below which a share `low` falls; `high` is 1 - `low`, without its rounding."""
        return self.scale * self.standard_quantile(low, high)


def _by_side(lower: Any, upper: Any, low: Floats, high: Floats) -> Floats:
    """Return quantiles from whichever side is nearer, so that neither tail loses its digits."""
    times: Floats = np.where(low <= 0.5, lower(np.minimum(low, 0.5)), upper(np.minimum(high, 0.5)))
    return times


@attrs.frozen
class Fixed(Distribution):
    """Last exactly this long; `Fixed(0)` passes a phase without spending time in it."""

    mean: float = attrs.field(converter=plain_time, validator=_from_zero)

    def quantile(self, low: Floats, high: Floats) -> Floats:
        """Return the one time there is."""
        return np.full(np.shape(low), float(self.mean))

    def survival(self, time: Any) -> Any:
        """Return 1 before the time, and 0 from it on."""
        return np.where(np.asarray(time) < self.mean, 1.0, 0.0)


@attrs.frozen
class Gamma(Scaled):
    """Follow a gamma distribution with this mean and coefficient of variation.

    >>> Gamma(mean=0.8, cv=0.5).shape
    4.0
    """

    mean: float = attrs.field(converter=plain_time, validator=_positive)
    cv: float = attrs.field(default=1.0, converter=plain, validator=_positive)

    @property
    def shape(self) -> float:
        """The shape parameter: one divided by the square of the coefficient of variation."""
        return 1 / self.cv**2

    @property
    def scale(self) -> float:
        """The scale parameter in years."""
        return self.mean * self.cv**2

    def standard_quantile(self, low: Floats, high: Floats) -> Floats:
        """Return quantiles by the inverse of the incomplete gamma function."""
        from scipy import special

        k = self.shape
        return _by_side(lambda u: special.gammaincinv(k, u), lambda v: special.gammainccinv(k, v), low, high)

    def survival(self, time: Any) -> Any:
        """Return the share that lasts longer."""
        from scipy import special

        return special.gammaincc(self.shape, np.maximum(time, 0.0) / self.scale)

    @classmethod
    def from_quantiles(cls, *pairs: tuple[float, float]) -> Self:
        """Return the one that has two quantiles, as `(share, years)`; raises `ValueError` when none has."""
        (p, a), (q, b) = _pairs(pairs)
        from scipy import optimize, special

        def miss(log_shape: float) -> float:
            k = math.exp(log_shape)
            return float(math.log(special.gammaincinv(k, q) / special.gammaincinv(k, p)) - math.log(b / a))

        try:
            k = math.exp(optimize.brentq(miss, math.log(0.02), math.log(1e6), xtol=1e-13))
        except ValueError:
            raise ValueError(f"no gamma distribution has the quantiles {pairs}") from None
        return cls(mean=a / float(special.gammaincinv(k, p)) * k, cv=1 / math.sqrt(k))


@attrs.frozen
class Exponential(Scaled):
    """Last with the same chance of ending at every moment; `mean` in years.

    >>> float(Exponential(mean=2.0).survival(2.0)) == math.exp(-1)
    True
    """

    mean: float = attrs.field(converter=plain_time, validator=_positive)

    @property
    def scale(self) -> float:
        """The mean in years."""
        return self.mean

    def standard_quantile(self, low: Floats, high: Floats) -> Floats:
        """Return quantiles in closed form."""
        return _by_side(lambda u: -np.log1p(-u), lambda v: -np.log(v), low, high)

    def survival(self, time: Any) -> Any:
        """Return the share that lasts longer."""
        return np.exp(-np.maximum(time, 0.0) / self.mean)


@attrs.frozen
class Weibull(Scaled):
    """Follow a Weibull distribution with this mean and shape; above 1, endings come nearer with time."""

    mean: float = attrs.field(converter=plain_time, validator=_positive)
    shape: float = attrs.field(default=1.0, converter=plain, validator=_positive)

    @property
    def scale(self) -> float:
        """The scale parameter in years."""
        return self.mean / math.gamma(1 + 1 / self.shape)

    def standard_quantile(self, low: Floats, high: Floats) -> Floats:
        """Return quantiles in closed form."""
        k = 1 / self.shape
        return _by_side(lambda u: (-np.log1p(-u)) ** k, lambda v: (-np.log(v)) ** k, low, high)

    def survival(self, time: Any) -> Any:
        """Return the share that lasts longer."""
        return np.exp(-((np.maximum(time, 0.0) / self.scale) ** self.shape))

    @classmethod
    def from_quantiles(cls, *pairs: tuple[float, float]) -> Self:
        """Return the one that has two quantiles, as `(share, years)`."""
        (p, a), (q, b) = _pairs(pairs)
        shape = math.log(math.log1p(-q) / math.log1p(-p)) / math.log(b / a)
        scale = a / (-math.log1p(-p)) ** (1 / shape)
        return cls(mean=scale * math.gamma(1 + 1 / shape), shape=shape)


@attrs.frozen
class LogNormal(Scaled):
    """Follow a lognormal distribution with this mean and coefficient of variation."""

    mean: float = attrs.field(converter=plain_time, validator=_positive)
    cv: float = attrs.field(default=1.0, converter=plain, validator=_positive)

    @property
    def sigma(self) -> float:
        """The standard deviation of the logarithm."""
        return math.sqrt(math.log1p(self.cv**2))

    @property
    def median(self) -> float:
        """The median in years."""
        return self.mean / math.sqrt(1 + self.cv**2)

    @property
    def scale(self) -> float:
        """The median in years."""
        return self.median

    def standard_quantile(self, low: Floats, high: Floats) -> Floats:
        """Return quantiles by the inverse of the normal distribution."""
        from scipy import special

        z = _by_side(special.ndtri, lambda v: -special.ndtri(v), low, high)
        times: Floats = np.exp(self.sigma * z)
        return times

    def survival(self, time: Any) -> Any:
        """Return the share that lasts longer."""
        from scipy import special

        with np.errstate(divide="ignore"):
            return special.ndtr(-np.log(np.maximum(time, 0.0) / self.median) / self.sigma)

    @classmethod
    def from_quantiles(cls, *pairs: tuple[float, float]) -> Self:
        """Return the one that has two quantiles, as `(share, years)`."""
        (p, a), (q, b) = _pairs(pairs)
        from scipy import special

        zp, zq = float(special.ndtri(p)), float(special.ndtri(q))
        sigma = math.log(b / a) / (zq - zp)
        return cls(mean=a * math.exp(sigma * (sigma / 2 - zp)), cv=math.sqrt(math.expm1(sigma**2)))


def _to_times(times: Iterable[float]) -> tuple[float, ...]:
    return tuple(sorted(float(time) for time in times))


def _some_positive(_: object, __: object, times: tuple[float, ...]) -> None:
    if not times:
        raise ValueError("times must hold at least one time")
    for time in times:
        if not (math.isfinite(time) and time > 0):
            raise ValueError(f"times must be numbers above zero, and {shown(time)} is among them")


@attrs.frozen
class Empirical(Distribution):
    """Last as long as one of these times, each as likely as any other."""

    times: tuple[float, ...] = attrs.field(converter=_to_times, validator=_some_positive)

    @property
    def mean(self) -> float:  # type: ignore[override]
        """The mean of the times."""
        return math.fsum(self.times) / len(self.times)

    def quantile(self, low: Floats, high: Floats) -> Floats:
        """Return the time that stands at this share of the sorted times."""
        place = np.minimum((low * len(self.times)).astype(np.int64), len(self.times) - 1)
        return np.asarray(self.times)[place]

    def survival(self, time: Any) -> Any:
        """Return the share of the times that is longer."""
        return 1 - np.searchsorted(np.asarray(self.times), time, side="right") / len(self.times)


def _pairs(pairs: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    if len(pairs) != 2:
        raise ValueError(f"give two quantiles as (share, years), not {len(pairs)}")
    if not all(isinstance(x, tuple) and len(x) == 2 and all(map(is_number, x)) for x in pairs):
        raise ValueError(f"give two quantiles as (share, years), not {shown(pairs)}")
    ordered = sorted(pairs)
    (p, a), (q, b) = ordered
    if not 0 < p < q < 1 or not 0 < a < b < math.inf:
        raise ValueError(f"shares must lie between 0 and 1 and rise with the years, not {pairs}")
    return ordered
