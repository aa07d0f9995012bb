"""What a researcher assumes about the steps of a process: chances, and what covariates do to them."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from gezondsamen.frozen import FrozenDict


def _to_mapping(values: Mapping[str, float]) -> FrozenDict[str, float]:
    return FrozenDict(values)


@attrs.frozen
class Choice:
    """Say with which chance each step is taken when a phase is left; the chances add up to one.

    A step that is not named is never taken.

    >>> Choice({"continue": 0.7, "decide_to_end": 0.3}).chances["continue"]
    0.7
    """

    chances: FrozenDict[str, float] = attrs.field(converter=_to_mapping)


@attrs.frozen
class Effect:
    """Let a covariate of a case change how fast a phase is left, or how often a step is chosen.

    `ratio` is per unit of the covariate above `at`. Without `trigger` it multiplies the rate at which
    the phase is left (times are divided by it); with `trigger` it multiplies the odds of that step
    against the others. A ratio is an assumption of the researcher, unless it comes from data.

    >>> Effect("trust", "negotiation", ratio=1.2).ratio
    1.2
    """

    covariate: str
    phase: str
    trigger: str | None = None
    ratio: float = attrs.field(kw_only=True)
    at: float = attrs.field(default=0.0, kw_only=True)
