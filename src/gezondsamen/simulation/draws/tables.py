"""Inverse distribution tables: a random word becomes a time by one multiplication and one addition.

The distance to the nearer end of (0, 1) is split into octaves, and each octave into equal parts, so that
the bins grow finer towards both tails. In a bin the quantile is taken to be straight. The index of a bin is
read from the bits of the distance itself: its exponent is the octave, its first bits are the part.
"""

from __future__ import annotations

from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.model.distributions import Distribution, Empirical, Fixed, Floats

BITS: Final = 7
"""Bits that number the parts of an octave: 2**7 = 128 parts."""
OCTAVES: Final = 32
SIDE: Final = OCTAVES << BITS
"""The number of bins on each side of one half."""
BASE: Final = 1022 << BITS
"""The index of the distance 0.5 (in units of 2**-32), from which bins are counted."""
SHIFT: Final = 52 - BITS
LEAST: Final = 0.5
MOST: Final = float(np.nextafter(2.0**31, 0))
SPAN: Final = 2.0**32
"""Distances are counted in units of 2**-32, the resolution of a random word."""


@attrs.frozen(eq=False)
class Table:
    """Hold the bins of one distribution: in bin i, the time is `start[i] + slope[i] * distance`.

    `error` bounds how far the share below a tabulated time is from the share asked for, measured in
    the middle of every bin, where a straight line is worst.
    """

    start: Floats
    slope: Floats
    uniform: bool
    error: float


def edges() -> Floats:
    """Return the edges of the bins of one side, in units of 2**-32, from 0.5 up to 2**31."""
    octaves = LEAST * 2.0 ** np.arange(OCTAVES)
    parts = 1 + np.arange(1 << BITS) / (1 << BITS)
    return np.append((octaves[:, None] * parts).ravel(), 2.0**31)


def tabulate(distribution: Distribution) -> Table:
    """Return the table of a distribution.

    >>> from gezondsamen.simulation.model.distributions import Gamma
    >>> tabulate(Gamma(mean=1.0, cv=0.6)).error < 1e-5
    True
    """
    if isinstance(distribution, Empirical):
        times = np.asarray(distribution.times)
        return Table(times, np.zeros_like(times), uniform=True, error=0.0)
    if isinstance(distribution, Fixed):
        return Table(
            np.full(2 * SIDE, float(distribution.mean)), np.zeros(2 * SIDE), uniform=False, error=0.0
        )
    near = edges() / SPAN
    lower, upper = distribution.quantile(near, 1 - near), distribution.quantile(1 - near, near)
    starts, slopes, worst = [], [], 0.0
    for times, below in ((lower, True), (upper, False)):
        slope = np.diff(times) / np.diff(near)
        start = times[:-1] - slope * near[:-1]
        middle = (near[:-1] + near[1:]) / 2
        share = distribution.survival(start + slope * middle)
        worst = max(worst, float(np.max(np.abs((1 - share if below else share) - middle))))
        starts.append(start)
        slopes.append(slope / SPAN)
    return Table(np.concatenate(starts), np.concatenate(slopes), uniform=False, error=worst)


Index = npt.NDArray[np.int64]


def bins(word: Floats) -> tuple[Index, Floats]:
    """Return the bin and the distance for shares in units of 2**-32 (above 0, below 2**32)."""
    upper = word > SPAN / 2
    distance = np.where(upper, SPAN - word, word)
    return places(distance, upper), distance


def places(distance: Floats, upper: npt.NDArray[np.bool_]) -> Index:
    """Return the bins of distances to the nearer end, which are brought into range in place."""
    np.clip(distance, LEAST, MOST, out=distance)
    return (distance.view(np.int64) >> SHIFT) - BASE + upper * SIDE
