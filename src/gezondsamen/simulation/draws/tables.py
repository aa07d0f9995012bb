"""Inverse distribution tables: a random word becomes a time by one multiplication and one addition.

The distance to the nearer end of (0, 1) is split into octaves, and each octave into equal parts, so that
the bins grow finer towards both tails. In a bin the quantile is taken to be straight. The index of a bin is
read from the bits of the distance itself: its exponent is the octave, its first bits are the part.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.model.distributions import Distribution, Empirical, Fixed, Floats, Scaled

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
    """Hold the bins of one distribution, two columns: in bin i, the time is `start[i] + slope[i] * distance`.

    `error` bounds how far the share below a tabulated time is from the share asked for, measured in
    the middle of every bin, where a straight line is worst. The lower side comes first, then `deep` more
    bins below the end of the upper one, then the upper side. `digest` tells tables apart, however deep.
    """

    bins: Floats
    uniform: bool
    error: float
    deep: int = 0
    digest: bytes = b""

    @property
    def start(self) -> Floats:
        """The times at which the lines of the bins begin."""
        return self.bins[:, 0]

    @property
    def slope(self) -> Floats:
        """How fast times grow with the distance."""
        return self.bins[:, 1]


@attrs.frozen(eq=False)
class _Times:
    """Hold the times at the edges of the bins, from both ends, and the error of the lines between them."""

    lower: Floats
    upper: Floats
    error: float
    digest: bytes


def edges(deeper: int = 0) -> Floats:
    """Return the edges of the bins of one side, in units of 2**-32, from 0.5 up to 2**31.

    With `deeper`, from that many octaves below 0.5 on.
    """
    octaves = LEAST * 2.0 ** np.arange(-deeper, OCTAVES)
    parts = 1 + np.arange(1 << BITS) / (1 << BITS)
    return np.append((octaves[:, None] * parts).ravel(), 2.0**31)


def tabulate(distribution: Distribution, deeper: int = 0) -> Table:
    """Return the table of a distribution; its upper side goes so many octaves `deeper` than words do.

    Distributions of one shape share their table but for its scale, so that it is computed once.

    >>> from gezondsamen.simulation.model.distributions import Gamma
    >>> tabulate(Gamma(mean=1.0, cv=0.6)).error < 1e-5
    True
    """
    deep = deeper << BITS
    if isinstance(distribution, Empirical):
        times = np.asarray(distribution.times)
        return Table(_lines(times, 0.0), uniform=True, error=0.0, digest=times.tobytes())
    if isinstance(distribution, Fixed):
        size = 2 * SIDE + deep
        return Table(
            _lines(np.full(size, float(distribution.mean)), 0.0),
            uniform=False,
            error=0.0,
            deep=deep,
            digest=repr(float(distribution.mean)).encode(),
        )
    if isinstance(distribution, Scaled):
        found, scale = _standard(distribution.standard(), deeper), distribution.scale
    else:
        found, scale = _times(distribution, distribution.quantile, deeper), 1.0
    starts, slopes = [], []
    for times, near in ((found.lower, edges() / SPAN), (found.upper, edges(deeper) / SPAN)):
        scaled = scale * times
        slope = np.diff(scaled) / np.diff(near)
        starts.append(scaled[:-1] - slope * near[:-1])
        slopes.append(slope / SPAN)
    return Table(
        _lines(np.concatenate(starts), np.concatenate(slopes)),
        uniform=False,
        error=found.error,
        deep=deep,
        digest=found.digest + repr(float(scale)).encode(),
    )


def _lines(start: Floats, slope: Floats | float) -> Floats:
    lines = np.empty((len(start), 2))
    lines[:, 0], lines[:, 1] = start, slope
    return lines


@lru_cache(maxsize=256)
def _standard(distribution: Scaled, deeper: int) -> _Times:
    """Return the times of a distribution of a scale of one; kept, for models share most of their shapes."""
    return _times(distribution, distribution.standard_quantile, deeper)


def _times(distribution: Distribution, quantile: Callable[[Floats, Floats], Floats], deeper: int) -> _Times:
    near, far = edges() / SPAN, edges(deeper) / SPAN
    lower, upper = quantile(near, 1 - near), quantile(1 - far, far)
    scale = distribution.scale if isinstance(distribution, Scaled) else 1.0
    worst = 0.0
    for times, at, below in ((lower, near, True), (upper, far, False)):
        slope = np.diff(times) / np.diff(at)
        start = times[:-1] - slope * at[:-1]
        middle = (at[:-1] + at[1:]) / 2
        share = distribution.survival(scale * (start + slope * middle))
        worst = max(worst, float(np.max(np.abs((1 - share if below else share) - middle))))
    told = hashlib.blake2b(lower.tobytes() + upper[deeper << BITS :].tobytes(), digest_size=16)
    return _Times(lower, upper, worst, told.digest())


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
