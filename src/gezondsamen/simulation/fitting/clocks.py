"""Clocks: the samples of times that visits hold, and the family that describes each best."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.fitting.families import Family
from gezondsamen.simulation.fitting.likelihood import Maximum, Sample, estimate
from gezondsamen.simulation.fitting.visits import MISSING, Visits
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.distributions import Distribution, Fixed, Floats

SAME: Final = 1e-9
"""Times that differ less than this, in years, are one time."""

PLACES: Final = 10
"""To how many places of a year times are rounded: a three hundredth of a second."""


@attrs.frozen(eq=False)
class Candidate:
    """Hold what one family makes of a sample; without a maximum it could not be fitted."""

    family: Family
    maximum: Maximum | None

    @property
    def aic(self) -> float:
        """Akaike's criterion; infinite where there is no maximum."""
        return np.inf if self.maximum is None else self.maximum.aic


@attrs.frozen(eq=False)
class Clock:
    """Hold the times of a phase (`trigger` is None) or of one of its competing steps, and what fits them.

    `visits` is how many were used, `ended` how many of them ended by this clock, `unknown` how many were
    left out because nobody knows how long they had lasted. A clock that always shows the same is `fixed`; so
    is one that is `assumed`.
    """

    phase: str
    trigger: str | None
    effects: tuple[Effect, ...]
    visits: int
    ended: int
    unknown: int
    candidates: tuple[Candidate, ...] = ()
    fixed: Distribution | None = None
    assumed: bool = False

    @property
    def best(self) -> Candidate | None:
        """The candidate with the lowest criterion; None where none has a maximum."""
        able = [candidate for candidate in self.candidates if candidate.maximum is not None]
        return min(able, key=lambda candidate: candidate.aic, default=None)

    @property
    def family(self) -> str:
        """The name of the family chosen."""
        return type(self.distribution()).__name__

    @property
    def maximum(self) -> Maximum:
        """Where the likelihood of the family chosen is highest; a fixed time has no parameters."""
        if self.best is None or self.best.maximum is None:
            return Maximum(np.empty(0), 0.0, np.empty((0, 0)))
        return self.best.maximum

    def distribution(self, at: Floats | None = None) -> Distribution:
        """Return the distribution at the logarithms of parameters; by default at their estimates."""
        if self.fixed is not None:
            return self.fixed
        assert self.best is not None
        family = self.best.family
        return family.of(np.exp((self.maximum.at if at is None else at)[: len(family.fields)]))


def dwells(visits: Visits) -> Floats:
    """Return how long each visit has lasted when it was left, or was last seen.

    Rounded, so that visits of as many days stay equal where their beginnings differ.
    """
    found: Floats = np.round(visits.left - visits.entered + visits.spent, PLACES)
    return found


def sample(visits: Visits, ended: npt.NDArray[np.bool_], on_time: Floats, on_hazard: Floats) -> Sample:
    """Return the sample of a clock: which visits it ended; all others it was still running for.

    A visit from one day to another lasts as long as lies between them, half a day more or less: each end lies
    somewhere in its day, and to second order their difference lies evenly within these bounds.
    """
    dwell, half = dwells(visits), visits.precision / 2
    low = np.where(ended, np.maximum(dwell - half, visits.spent), dwell)
    high = np.where(ended, dwell + half, np.inf)
    return Sample(low, high, np.array(visits.spent), np.ones(len(visits)), on_time, on_hazard).gathered()


def same_time(visits: Visits) -> Fixed | None:
    """Return the time that each visit took, if it is one and the same; visits within a day take none."""
    ended = visits.trigger != MISSING
    dwell = dwells(visits)
    first = float(dwell[ended][0])
    if (np.abs(dwell[ended] - first) > SAME).any() or (dwell[~ended] > first + SAME).any():
        return None
    if first > SAME and (visits.precision > 0).any():
        return None
    return Fixed(first if first > SAME else 0.0)


def candidates(sample_: Sample, families: Iterable[Family]) -> tuple[Candidate, ...]:
    """Return what each family makes of a sample."""
    return tuple(Candidate(family, estimate(family, sample_)) for family in families)
