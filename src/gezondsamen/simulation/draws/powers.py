"""Powers of shares, in plain arithmetic: the compiled kernel does the same, and gets the same bytes.

The logarithms and powers of numpy and of the C library may differ in their last digit, so neither is used.
"""

from __future__ import annotations

import math
from typing import Any, Final

import numpy as np

from gezondsamen.simulation.model.distributions import Floats

ROOT: Final = 0x3FE6A09E667F3BCD
"""The bits of the square root of one half: mantissas lie between it and twice as much."""
MANTISSA: Final = 52
ONE: Final = 1023
"""The exponent, as it is kept, of numbers from 1 up to 2."""
LEAST: Final = -1022
LN2: Final = math.log(2)
ODD: Final = tuple(1 / n for n in range(21, 0, -2))
"""The series of the logarithm, last term first: 1/21, 1/19, ... 1."""
PARTS: Final = tuple(1 / n for n in range(13, 1, -1))
"""What each term of the exponential series is of the one before, last first: 1/13, 1/12, ... 1/2."""


def power(rest: Floats, share: Floats, exponent: Any) -> tuple[Floats, Floats]:
    """Return `rest ** exponent`, and what that leaves of one; `share` is 1 - `rest`, without its rounding.

    Both keep about fifteen digits, however near to 0 or 1 they are. All lie between 0 and 1.

    >>> rest, share = power(np.array([0.25]), np.array([0.75]), 0.5)
    >>> round(float(rest[0]), 14), round(float(share[0]), 14)
    (0.5, 0.5)
    """
    bits = rest.view(np.int64)
    octave = (bits - ROOT) >> MANTISSA
    part = (bits - (octave << MANTISSA)).view(np.float64)
    s = np.where(octave == 0, -share, part - 1.0) / (part + 1.0)
    square = s * s
    series = np.full_like(square, ODD[0])
    for term in ODD[1:]:
        series = series * square + term
    log = (2.0 * s * series + octave * LN2) * exponent
    whole = np.floor(log / LN2 + 0.5)
    left = log - whole * LN2
    growth = np.ones_like(left)
    for term in PARTS:
        growth = growth * left * term + 1.0
    growth = growth * left
    octaves = np.maximum(whole, LEAST).astype(np.int64)
    scale = ((octaves + ONE) << MANTISSA).view(np.float64)
    powered: Floats = (1.0 + growth) * scale
    return powered, np.where(whole == 0.0, -growth, 1.0 - powered)
