"""Intervals of 95 %, from an estimate and its standard error on a scale without bounds."""

from __future__ import annotations

import math

import numpy as np

from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.results.intervals import Z


def of_positive(logarithm: float, error: float) -> tuple[float, float, float, float]:
    """Return estimate, low, high and error of a number above zero, by its logarithm."""
    low, high = math.exp(logarithm - Z * error), math.exp(logarithm + Z * error)
    return math.exp(logarithm), low, high, float(error)


def of_share(share: float, error: float) -> tuple[float, float, float, float]:
    """Return estimate, low, high and error of a share between 0 and 1, by its logit."""
    middle = math.log(share / (1 - share))
    low, high = (1 / (1 + math.exp(-(middle + side * Z * error))) for side in (-1, 1))
    return float(share), low, high, float(error)


def around_shares(share: Floats, error: Floats) -> tuple[Floats, Floats]:
    """Return low and high around shares with their standard errors, by their logits; none around 0 and 1."""
    inside = (share > 1e-12) & (share < 1 - 1e-12) & (error > 0)
    safe = np.where(inside, share, 0.5)
    far = Z * np.where(inside, error, 0.0) / (safe * (1 - safe))
    middle = np.log(safe / (1 - safe))
    low, high = (np.where(inside, 1 / (1 + np.exp(-(middle + side * far))), share) for side in (-1, 1))
    return low, high
