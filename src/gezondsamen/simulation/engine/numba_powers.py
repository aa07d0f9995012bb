"""Powers of shares for the compiled kernel: the arithmetic of `draws.powers`, for one share.

Changed, it would need the cache of numba to be emptied: draws depend on it, so it stays as it is.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from gezondsamen.simulation.draws import powers

_ROOT, _LN2, _LEAST_OCTAVE = powers.ROOT, powers.LN2, powers.LEAST
_MANTISSA, _EXPONENT = powers.MANTISSA, powers.ONE
_ODD, _PARTS = np.array(powers.ODD), np.array(powers.PARTS)


@njit
def power(rest, share, exponent):  # type: ignore[no-untyped-def]
    """Return `rest ** exponent`, and what that leaves of one: `powers.power`, for one share."""
    bits = np.float64(rest).view(np.int64)
    octave = (bits - _ROOT) >> _MANTISSA
    part = np.int64(bits - (octave << _MANTISSA)).view(np.float64)
    s = (-share if octave == 0 else part - 1.0) / (part + 1.0)
    square = s * s
    series = _ODD[0]
    for n in range(1, len(_ODD)):
        series = series * square + _ODD[n]
    log = (2.0 * s * series + octave * _LN2) * exponent
    whole = np.floor(log / _LN2 + 0.5)
    left = log - whole * _LN2
    growth = 1.0
    for n in range(len(_PARTS)):
        growth = growth * left * _PARTS[n] + 1.0
    growth = growth * left
    octaves = np.int64(max(whole, float(_LEAST_OCTAVE)))
    powered = (1.0 + growth) * np.int64((octaves + _EXPONENT) << _MANTISSA).view(np.float64)
    return powered, -growth if whole == 0.0 else 1.0 - powered
