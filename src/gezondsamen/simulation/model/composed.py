"""Distributions made of others: any continuous one of scipy, one that begins later, a mixture of several."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, Final

import attrs
import numpy as np

from gezondsamen.errors import shown
from gezondsamen.frozen import FrozenDict
from gezondsamen.simulation.model.distributions import Distribution, Empirical, Fixed, Floats
from gezondsamen.simulation.model.numbers import is_number, plain, plain_time

HALVINGS: Final = 60
"""How often the bracket of a quantile is halved: its digits are then those of a float."""


@attrs.frozen(init=False, repr=False)
class Scipy(Distribution):
    """Follow a frozen continuous distribution of `scipy.stats`, of times from zero on.

    >>> from scipy import stats
    >>> round(Scipy(stats.invgauss(mu=0.5, scale=2.0)).mean, 3)
    1.0
    """

    name: str
    parameters: FrozenDict[str, float]

    def __init__(self, frozen: Any) -> None:
        from scipy import stats

        family: Any = getattr(frozen, "dist", None)
        if not isinstance(family, stats.rv_continuous) or not hasattr(stats, family.name):
            raise ValueError(f"give a frozen continuous distribution of scipy.stats, not {shown(frozen)}")
        shapes, loc, scale = frozen.dist._parse_args(*frozen.args, **frozen.kwds)
        names = [name.strip() for name in family.shapes.split(",")] if family.shapes else []
        given = dict(zip(names, shapes, strict=True)) | {"loc": loc, "scale": scale}
        parameters = FrozenDict({name: plain(value) for name, value in given.items()})
        if not all(map(is_number, parameters.values())):
            raise ValueError(f"its parameters must be numbers, not {shown(dict(parameters))}")
        if frozen.support()[0] < 0 or not math.isfinite(frozen.mean()):
            raise ValueError(f"{family.name} must be of times from zero on, with a mean")
        self.__attrs_init__(family.name, parameters)

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.parameters.items())
        return f"Scipy(stats.{self.name}({given}))"

    @classmethod
    def named(cls, name: str, parameters: dict[str, float]) -> Scipy:
        """Return the one with the name of a family and its parameters; raises `ValueError` for an unknown."""
        from scipy import stats

        family = getattr(stats, name, None)
        if not isinstance(family, stats.rv_continuous):
            raise ValueError(f"scipy.stats has no continuous distribution {shown(name)}")
        try:
            return cls(family(**parameters))
        except TypeError as problem:
            raise ValueError(str(problem)) from None

    def frozen(self) -> Any:
        """Return the frozen distribution of scipy."""
        from scipy import stats

        return getattr(stats, self.name)(**self.parameters)

    @property
    def mean(self) -> float:  # type: ignore[override]
        """The mean in years."""
        return float(self.frozen().mean())

    def quantile(self, low: Floats, high: Floats) -> Floats:
        """Return quantiles from the nearer side."""
        frozen = self.frozen()
        times: Floats = np.where(
            low <= 0.5, frozen.ppf(np.minimum(low, 0.5)), frozen.isf(np.minimum(high, 0.5))
        )
        return times

    def survival(self, time: Any) -> Any:
        """Return the share that lasts longer."""
        return self.frozen().sf(time)


def _smooth(_: object, __: object, part: Any) -> None:
    if not isinstance(part, Distribution) or type(part) is Distribution:
        raise ValueError(f"give a distribution, not {shown(part)}")
    if isinstance(part, Fixed | Empirical):
        raise ValueError(f"give a distribution with a density, not {shown(part)}: change its times")


def _from_zero(_: object, __: object, value: Any) -> None:
    if not is_number(value) or value < 0:
        raise ValueError(f"by must be years from 0, not {shown(value)}")


@attrs.frozen
class Shifted(Distribution):
    """Last at least so many years, and then as long as another distribution says.

    >>> from gezondsamen.simulation.model.distributions import Exponential
    >>> Shifted(Exponential(mean=1.0), by=0.5).mean
    1.5
    """

    distribution: Distribution = attrs.field(validator=_smooth)
    by: float = attrs.field(converter=plain_time, validator=_from_zero)

    @property
    def mean(self) -> float:  # type: ignore[override]
        """The mean in years."""
        return self.by + self.distribution.mean

    def quantile(self, low: Floats, high: Floats) -> Floats:
        """Return the quantiles of the other, so much later."""
        return self.by + self.distribution.quantile(low, high)

    def survival(self, time: Any) -> Any:
        """Return the share that lasts longer."""
        return self.distribution.survival(np.asarray(time) - self.by)


def _to_parts(parts: Iterable[Any]) -> tuple[tuple[float, Distribution], ...]:
    return tuple((plain(weight), part) for weight, part in parts)


def _weighed(_: object, __: object, parts: tuple[tuple[float, Distribution], ...]) -> None:
    weights = [weight for weight, _ in parts]
    if not all(is_number(weight) and weight > 0 for weight in weights) or abs(math.fsum(weights) - 1) > 1e-9:
        raise ValueError(f"weights must be above zero and add up to one, not {shown(weights)}")
    for _, part in parts:
        _smooth(None, None, part)


@attrs.frozen
class Mixture(Distribution):
    """Follow one of several distributions, each with its weight: the weights add up to one.

    >>> from gezondsamen.simulation.model.distributions import Exponential
    >>> round(Mixture([(0.25, Exponential(mean=4.0)), (0.75, Exponential(mean=1.0))]).mean, 3)
    1.75
    """

    parts: tuple[tuple[float, Distribution], ...] = attrs.field(converter=_to_parts, validator=_weighed)

    @property
    def mean(self) -> float:  # type: ignore[override]
        """The mean in years."""
        return math.fsum(weight * part.mean for weight, part in self.parts)

    def quantile(self, low: Floats, high: Floats) -> Floats:
        """Return quantiles by halving, between the least and the greatest of the parts."""
        each = [part.quantile(low, high) for _, part in self.parts]
        least, most = np.min(each, axis=0), np.max(each, axis=0)
        for _ in range(HALVINGS):
            middle = (least + most) / 2
            longer = self.survival(middle) > high
            least, most = np.where(longer, middle, least), np.where(longer, most, middle)
        times: Floats = (least + most) / 2
        return times

    def survival(self, time: Any) -> Any:
        """Return the share that lasts longer."""
        return sum(weight * np.asarray(part.survival(time), float) for weight, part in self.parts)
