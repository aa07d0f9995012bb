"""Intervals of 95 %, from an estimate and its standard error on a scale without bounds."""

from __future__ import annotations

import math
from typing import Final

Z: Final = 1.959963984540054
"""The 97.5 % point of the normal distribution."""


def of_positive(logarithm: float, error: float) -> tuple[float, float, float, float]:
    """Return estimate, low, high and error of a number above zero, by its logarithm."""
    low, high = math.exp(logarithm - Z * error), math.exp(logarithm + Z * error)
    return math.exp(logarithm), low, high, float(error)


def of_share(share: float, error: float) -> tuple[float, float, float, float]:
    """Return estimate, low, high and error of a share between 0 and 1, by its logit."""
    middle = math.log(share / (1 - share))
    low, high = (1 / (1 + math.exp(-(middle + side * Z * error))) for side in (-1, 1))
    return float(share), low, high, float(error)
