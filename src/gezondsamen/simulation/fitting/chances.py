"""Chances of the steps out of a phase, and what covariates do to their odds: a multinomial logit."""

from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.fitting.likelihood import Maximum, in_units, maximise
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.distributions import Floats


@attrs.frozen(eq=False)
class Chances:
    """Hold how often each step out of a phase was taken, and the chances that follow.

    Parameters are the logarithms of the odds of each step against the one taken most (`reference`), in the
    order of the steps, then those of the ratios of the effects.
    """

    phase: str
    triggers: tuple[str, ...]
    counts: tuple[int, ...]
    effects: tuple[Effect, ...]
    maximum: Maximum

    @property
    def reference(self) -> int:
        """The place of the step that was taken most."""
        return self.counts.index(max(self.counts))

    @property
    def others(self) -> tuple[int, ...]:
        """The places of the other steps."""
        return tuple(place for place in range(len(self.triggers)) if place != self.reference)

    def chances(self, at: Floats) -> Floats:
        """Return the chance of each step at these parameters (the last axis), without any effect."""
        odds = np.zeros((*at.shape[:-1], len(self.triggers)))
        odds[..., list(self.others)] = at[..., : len(self.others)]
        weights = np.exp(odds - odds.max(axis=-1, keepdims=True))
        found: Floats = weights / weights.sum(axis=-1, keepdims=True)
        return found

    def logit_errors(self) -> Floats:
        """Return the standard error of the logit of each chance, by the delta method."""
        chances = self.chances(self.maximum.at)
        known = len(self.others)
        slopes = np.zeros((len(chances), len(self.maximum.at)))
        for column, other in enumerate(self.others):
            slopes[:, column] = -chances[other]
            slopes[other, column] += 1
        slopes[:, :known] /= (1 - chances)[:, None]
        variances: Floats = np.einsum("ij,jk,ik->i", slopes, self.maximum.covariance, slopes)
        return np.sqrt(variances)


def count(
    phase: str,
    triggers: tuple[str, ...],
    taken: npt.NDArray[np.int64],
    effects: tuple[Effect, ...],
    distances: Floats,
) -> Chances | None:
    """Return the chances of steps; None where the likelihood of the effects has no maximum.

    `taken` are the places of the steps taken, one per visit that ended; `distances` has a row for each of
    these and a column for each effect: how far its covariate is from `at`.
    """
    counts = np.bincount(taken, minlength=len(triggers))
    reference = int(counts.argmax())
    others = [place for place in range(len(triggers)) if place != reference]
    at = np.log(counts[others] / counts[reference])
    plain = Maximum(
        at,
        float(np.sum(counts * np.log(counts / counts.sum()))),
        np.diag(1 / counts[others]) + 1 / counts[reference],
    )
    if not effects:
        return Chances(phase, triggers, tuple(counts.tolist()), effects, plain)
    distances, units = in_units(distances)
    places = [triggers.index(effect.trigger or "") for effect in effects]

    def log_likelihood(values: Floats) -> float:
        odds = np.zeros((len(taken), len(triggers)))
        odds[:, others] = values[: len(others)]
        for column, place in enumerate(places):
            odds[:, place] += values[len(others) + column] * distances[:, column]
        highest = odds.max(axis=1)
        total = highest + np.log(np.exp(odds - highest[:, None]).sum(axis=1))
        return float(np.sum(odds[np.arange(len(taken)), taken] - total))

    maximum = maximise(log_likelihood, np.concatenate((at, np.zeros(len(effects)))))
    if maximum is None:
        return None
    maximum = maximum.scaled(1 / np.concatenate((np.ones(len(others)), units)))
    return Chances(phase, triggers, tuple(counts.tolist()), effects, maximum)
