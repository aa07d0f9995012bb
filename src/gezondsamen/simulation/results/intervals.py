"""Intervals of 95 %: of a share, of a mean, and of the mean difference between cases in pairs.

All hold the error of simulating so many cases and no more, each by itself: neither what is not known of the
parameters, nor several intervals at once.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.results.measures import Unit

Z: Final = 1.959963984540054
"""The 97.5 % point of the normal distribution."""

SIMULATION: Final = "simulation"
"""The uncertainty that an interval holds: the error of simulating so many cases."""

Interval = tuple[Any, Any]


def wilson(count: Any, cases: Any) -> Interval:
    """Return the Wilson score interval of a share."""
    share = np.asarray(count) / cases
    below = 1 + Z * Z / cases
    middle = (share + Z * Z / (2 * cases)) / below
    half = Z / below * np.sqrt(share * (1 - share) / cases + Z * Z / (4 * cases * cases))
    return np.maximum(middle - half, 0.0), np.minimum(middle + half, 1.0)


def student(
    mean: Any, square: Any, fourth: Any, cases: Any, scale: Any = 0.0, largest: float = 0.0
) -> Interval:
    """Return the interval of a mean by Student's t, wide enough where few cases say anything.

    Where most numbers are zero the variance is itself little known. So there are as many degrees of freedom
    as the fourth powers leave it (Satterthwaite), and one case more is counted, as large as those that weigh
    most; where all are zero, as large as `scale`. It is never smaller than the `largest` amount that comes
    at once: these cases may have missed one that is rare.
    """
    from scipy.special import stdtrit  # late: it takes a while to import

    some = np.where(square > 0, square, 1.0)
    more = np.where(square > 0, fourth / some, np.square(scale))
    spread = np.maximum(square + np.maximum(more, largest**2) - cases * mean * mean, 0.0)
    peaked = np.where(square > 0, cases * (fourth + more**2) / np.square(some + more), 3.0)
    freedom = np.clip(2 * cases / np.maximum(peaked - 1, 1e-9), 1, np.maximum(cases - 1, 1))
    half = np.where(cases > 1, stdtrit(freedom, 0.975) * np.sqrt(spread) / cases, np.nan)
    return mean - half, mean + half


def times(mean: Any, variance: Any, cases: Any) -> Interval:
    """Return the score interval of how many times per case, for counts spread more or less than Poisson.

    Where nothing was counted it ends at 3.84 / cases, as for a Poisson count.
    """
    spread = np.where(mean > 0, variance / np.where(mean > 0, mean, 1.0), 1.0)
    middle = mean + Z * Z * spread / (2 * cases)
    half = np.sqrt(Z * Z * spread * mean / cases + (Z * Z * spread / (2 * cases)) ** 2)
    return np.maximum(middle - half, 0.0), middle + half


def paired(total: Any, square: Any, cases: Any) -> Interval:
    """Return the interval of Agresti and Min for the difference of shares or counts in matched pairs.

    `total` and `square` are sums of the differences and of their squares. Half a pair is added for either
    side, so that the interval has a width where no pair differs.
    """
    n = np.asarray(cases, float) + 2
    middle = total / n
    half = Z * np.sqrt(np.maximum(square + 1 - total * total / n, 0.0)) / n
    mean = total / cases
    return np.minimum(middle - half, mean), np.maximum(middle + half, mean)


def of_mean(
    unit: Unit, total: Floats, square: Floats, fourth: Floats, cases: Floats, largest: float
) -> tuple[Floats, Floats, Any, Any]:
    """Return mean, standard error and interval of numbers with these sums, as their unit asks.

    `largest` is the largest amount that comes to a case at once.
    """
    mean, variance, error = spread(total, square, cases)
    if unit == "share":
        return mean, error, *wilson(total, cases)
    if unit == "times":
        return mean, error, *times(mean, variance, cases)
    return mean, error, *student(mean, square, fourth, cases, largest=largest)


def of_counts(total: Any, square: Any, cases: int) -> tuple[Floats, Floats, Floats]:
    """Return how many times per case, and its bounds, from sums of counts and of their squares."""
    mean, variance, _ = spread(total, square, cases)
    return mean, *times(mean, variance, cases)


def of_difference(
    unit: Unit, total: Floats, square: Floats, fourth: Floats, cases: Floats, scale: Any, largest: float
) -> tuple[Floats, Floats, Any, Any]:
    """Return mean, standard error and interval of differences in pairs with these sums.

    `scale` is how large the numbers are of which they are the differences, `largest` as in `of_mean`.
    """
    mean, _, error = spread(total, square, cases)
    if unit in ("share", "times"):
        return mean, error, *paired(total, square, cases)
    return mean, error, *student(mean, square, fourth, cases, scale, largest)


def spread(total: Any, square: Any, cases: Any) -> tuple[Any, Any, Any]:
    """Return mean, variance and the standard error of the mean, from sums and sums of squares."""
    mean = total / cases
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.maximum(square - total * mean, 0.0) / (cases - 1)  # of one case nothing is known
    return mean, variance, np.sqrt(variance / cases)


def shares(at: Floats, counts: Any, cases: int) -> Columns:
    """Return the share of cases at each time, with the bounds of Wilson at each of them."""
    counts = np.asarray(counts)
    low, high = wilson(counts, cases)
    return {
        "time": at,
        "share": counts / cases,
        "low": low,
        "high": high,
        "uncertainty": np.full(len(counts), SIMULATION),
    }
