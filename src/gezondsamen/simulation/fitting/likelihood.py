"""Likelihood of times that are censored on the right, known by intervals, and truncated on the left.

A sample is what one clock shows: the dwell time of a phase, or the time of one of its competing steps, for
which the other steps are censoring. The logarithm of the likelihood is maximised by Newton's method; its
curvature there, the observed information, gives the covariance of the logarithms of the parameters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.fitting.families import Family
from gezondsamen.simulation.model.distributions import Floats

STEP: Final = 1e-3
"""How far apart, in logarithms, the points are from which slopes and curvatures are computed."""

FARTHEST: Final = 12.0
"""A logarithm of a parameter beyond this is no estimate: the likelihood has no maximum."""

FLAT: Final = 1e-7
"""A direction whose curvature is a smaller part than this of that of its parameters has no maximum."""

CLOSE: Final = 1e-9
"""Of an interval that holds a smaller share than this the density in its middle is taken."""


@attrs.frozen(eq=False)
class Sample:
    """Hold what one clock shows, an entry per visit.

    `low` and `high` are between which years the time ends: equal where it is exact, `high` infinite where it
    was still running. `spent` is the time after which the visit was first seen: had it ended before, it would
    not be here. `weight` counts visits that are alike. `on_time` and `on_hazard` have a column for each
    covariate that multiplies times or hazards.
    """

    low: Floats
    high: Floats
    spent: Floats
    weight: Floats
    on_time: Floats
    on_hazard: Floats

    @property
    def ended(self) -> npt.NDArray[np.bool_]:
        """Which times came to their end."""
        return np.isfinite(self.high)

    @property
    def events(self) -> int:
        """How many times came to their end."""
        return int(self.weight[self.ended].sum())

    def gathered(self) -> Sample:
        """Return the sample with visits that are alike counted instead of kept; days repeat themselves."""
        every = np.column_stack((self.low, self.high, self.spent, self.on_time, self.on_hazard))
        rows, place = np.unique(every, axis=0, return_inverse=True)
        if len(rows) == len(every):
            return self
        times = self.on_time.shape[1]
        return Sample(
            low=rows[:, 0],
            high=rows[:, 1],
            spent=rows[:, 2],
            weight=np.bincount(place.ravel(), weights=self.weight).astype(float),
            on_time=rows[:, 3 : 3 + times],
            on_hazard=rows[:, 3 + times :],
        )


@attrs.frozen(eq=False)
class Maximum:
    """Hold where a log-likelihood is highest: at which logarithms, how high, and their covariance."""

    at: Floats
    log_likelihood: float
    covariance: Floats

    def scaled(self, factors: Floats) -> Maximum:
        """Return it for parameters that are so many times as large."""
        return Maximum(self.at * factors, self.log_likelihood, self.covariance * factors * factors[:, None])

    @property
    def aic(self) -> float:
        """Akaike's criterion: twice the parameters less twice the log-likelihood."""
        return 2 * len(self.at) - 2 * self.log_likelihood


def estimate(family: Family, sample: Sample) -> Maximum | None:
    """Return the maximum of the likelihood of a family; None where it has none.

    Parameters are the logarithms of the fields of the family, then those of the ratios on time and on hazard.
    """
    mean, cv = _moments(sample)
    fields = np.log(family.begin(mean, cv))
    on_time, time_unit = in_units(sample.on_time)
    on_hazard, hazard_unit = in_units(sample.on_hazard)
    scaled = attrs.evolve(sample, on_time=on_time, on_hazard=on_hazard)
    units = np.concatenate((np.ones(len(fields)), time_unit, hazard_unit))
    begin = np.concatenate((fields, np.zeros(len(time_unit) + len(hazard_unit))))
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        found = maximise(lambda at: log_likelihood(family, scaled, at), begin)
    return None if found is None else found.scaled(1 / units)


def in_units(columns: Floats) -> tuple[Floats, Floats]:
    """Return columns in units in which none goes farther than 1, and these units."""
    units = np.abs(columns).max(axis=0, initial=0.0)
    units = np.where(units > 0, units, 1.0)
    return columns / units, units


def log_likelihood(family: Family, sample: Sample, at: Floats) -> float:
    """Return the logarithm of the likelihood at logarithms of the parameters."""
    fields = len(family.fields)
    values = np.exp(at[:fields])
    times = sample.on_time.shape[1]
    log_time = sample.on_time @ at[fields : fields + times]
    log_hazard = sample.on_hazard @ at[fields + times :]
    slow, often = np.exp(-log_time), np.exp(log_hazard)

    def log_survival(t: Floats, rows: npt.NDArray[np.bool_]) -> Floats:
        with np.errstate(divide="ignore"):
            base = family.log_survival(np.maximum(t, 1e-300) * slow[rows], *values)
        return np.where(t > 0, often[rows] * base, 0.0)

    def log_density(t: Floats, rows: npt.NDArray[np.bool_]) -> Floats:
        scaled = t * slow[rows]
        base = family.log_survival(scaled, *values)
        found: Floats = (
            family.log_density(scaled, *values) - log_time[rows] + log_hazard[rows] + (often[rows] - 1) * base
        )
        return found

    running = ~sample.ended
    exact = sample.ended & (sample.high == sample.low)
    between = sample.ended & ~exact
    late = sample.spent > 0
    parts = [
        (log_survival(sample.low[running], running), running),
        (log_density(sample.low[exact], exact), exact),
        (_log_between(sample, between, log_survival, log_density), between),
        (-log_survival(sample.spent[late], late), late),
    ]
    return float(sum(np.sum(value * sample.weight[rows]) for value, rows in parts))


def _log_between(
    sample: Sample,
    rows: npt.NDArray[np.bool_],
    log_survival: Callable[[Floats, npt.NDArray[np.bool_]], Floats],
    log_density: Callable[[Floats, npt.NDArray[np.bool_]], Floats],
) -> Floats:
    """Return the logarithm of the share that ends between two times."""
    low, high = sample.low[rows], sample.high[rows]
    longer, longest = log_survival(low, rows), log_survival(high, rows)
    share = -np.expm1(longest - longer)
    middle = log_density((low + high) / 2, rows) + np.log(high - low)
    return np.where(share > CLOSE, longer + np.log(np.maximum(share, 1e-300)), middle)


def _moments(sample: Sample) -> tuple[float, float]:
    """Return mean (time at risk for each end) and coefficient of variation to begin with."""
    ended, weight = sample.ended, sample.weight
    seen = np.where(ended, (sample.low + np.where(ended, sample.high, 0)) / 2, sample.low)
    mean = float(np.sum(weight * np.maximum(seen - sample.spent, 0)) / max(sample.events, 1))
    ends, w = seen[ended], weight[ended]
    middle = float(np.average(ends, weights=w))
    spread = float(np.sqrt(np.average((ends - middle) ** 2, weights=w)))
    cv = spread / middle if middle else 1.0
    return max(mean, 1e-4), min(max(cv, 0.1), 3.0)


# --- Newton's method ---------------------------------------------------------------------------------


def maximise(function: Callable[[Floats], float], begin: Floats) -> Maximum | None:
    """Return where a function of a few numbers is highest, by Newton steps; None where it is nowhere."""
    at, height = np.array(begin, float), function(begin)
    for _ in range(100):
        slope, curve = derivatives(function, at)
        if not (np.isfinite(slope).all() and np.isfinite(curve).all()):
            return None
        move = _uphill(slope, curve)
        far = float(np.abs(move).max(initial=0.0))
        move *= min(1.0, 1.0 / far) if far else 1.0
        then = function(at + move)
        while not (then >= height - 1e-9 * (1 + abs(height))) and far > 1e-9:
            move, far = move / 4, min(far, 1.0) / 4
            then = function(at + move)
        at, height = at + move, then
        if np.abs(at).max(initial=0.0) > FARTHEST:
            return None
        if np.abs(move).max(initial=0.0) < 1e-7:
            break
    else:
        return None
    _, curve = derivatives(function, at)
    spread = np.diag(-curve)
    if not (spread > 0).all():
        return None
    # Of parameters that cannot be told apart, some direction has no curvature but that of rounding.
    alike = -curve / np.sqrt(spread * spread[:, None])
    if not (np.linalg.eigvalsh(alike) > FLAT).all():
        return None
    covariance = np.asarray(np.linalg.inv(-curve), np.float64)
    return Maximum(at, height, covariance)


def _uphill(slope: Floats, curve: Floats) -> Floats:
    """Return the Newton step, or one along the slope in directions that bend the wrong way."""
    values, vectors = np.linalg.eigh(-curve)
    bend = np.maximum(np.abs(values), 1e-6 * max(1.0, float(np.abs(values).max(initial=0.0))))
    step: Floats = vectors @ ((vectors.T @ slope) / bend)
    return step


def derivatives(function: Callable[[Floats], float], at: Floats) -> tuple[Floats, Floats]:
    """Return slope and curvature of a function at a place, by central differences."""
    n = len(at)
    slope, curve = np.zeros(n), np.zeros((n, n))
    unit = np.eye(n) * STEP
    middle = function(at)
    for i in range(n):
        up, down = function(at + unit[i]), function(at - unit[i])
        slope[i] = (up - down) / (2 * STEP)
        curve[i, i] = (up - 2 * middle + down) / STEP**2
        for j in range(i):
            plus = function(at + unit[i] + unit[j]) + function(at - unit[i] - unit[j])
            minus = function(at + unit[i] - unit[j]) + function(at - unit[i] + unit[j])
            curve[i, j] = curve[j, i] = (plus - minus) / (4 * STEP**2)
    return slope, curve
