"""What a fit expects to be seen of a phase: how long visits last, and by which step they end."""

from __future__ import annotations

from typing import Final

import attrs
import numpy as np

from gezondsamen.simulation.fitting.chances import Chances
from gezondsamen.simulation.fitting.clocks import Clock
from gezondsamen.simulation.fitting.ratios import distances
from gezondsamen.simulation.fitting.visits import Visits
from gezondsamen.simulation.model.distributions import Floats

MOST: Final = 500
"""Where covariates count, curves are means over at most this many visits, evenly chosen."""


@attrs.frozen(eq=False)
class Expected:
    """Hold the curves of a phase at times: the share that lasts longer, and that has ended by each step."""

    time: Floats
    longer: Floats
    ended: dict[str, Floats]


def expected(clocks: tuple[Clock, ...], chances: Chances | None, visits: Visits, time: Floats) -> Expected:
    """Return what the clocks and chances of a phase expect of visits with their covariates, on average.

    `time` begins at 0; of competing clocks the shares are added up from one time to the next.
    """
    varied = any(clock.effects for clock in clocks) or (chances is not None and chances.effects)
    rows = np.linspace(0, len(visits) - 1, min(len(visits), MOST if varied else 1)).astype(int)
    some = visits.where(np.isin(np.arange(len(visits)), rows))
    each = [_longer(clock, some, time) for clock in clocks]
    longer = np.prod(each, axis=0)
    ended: dict[str, Floats] = {}
    if chances is not None:
        shares = _chances(chances, some)
        for column, trigger in enumerate(chances.triggers):
            ended[trigger] = (shares[:, column, None] * (1 - longer)).mean(axis=0)
    else:
        for place, clock in enumerate(clocks):
            others = np.prod([x for n, x in enumerate(each) if n != place], axis=0) * np.ones_like(longer)
            falls = -np.diff(each[place], axis=1) * (others[:, 1:] + others[:, :-1]) / 2
            share = np.concatenate(([0.0], np.cumsum(falls.mean(axis=0))))
            ended[clock.trigger or ""] = share
    return Expected(time, longer.mean(axis=0), ended)


def _longer(clock: Clock, visits: Visits, time: Floats) -> Floats:
    """Return the share that this clock lets last longer than each time: a row per visit."""
    at = clock.maximum.at[len(clock.maximum.at) - len(clock.effects) :]
    far = distances(visits, clock.effects)
    of_time = np.array([effect.kind == "time_ratio" for effect in clock.effects], bool)
    slower = np.exp(far[:, of_time] @ at[of_time])[:, None]
    likelier = np.exp(far[:, ~of_time] @ at[~of_time])[:, None]
    found: Floats = clock.distribution().survival(time / slower) ** likelier
    return found


def _chances(chances: Chances, visits: Visits) -> Floats:
    """Return the chance of each step: a row per visit."""
    at, effects = chances.maximum.at, chances.effects
    weights = np.tile(chances.chances(at), (len(visits), 1))
    odds = np.exp(distances(visits, effects) * at[len(at) - len(effects) :])
    for column, effect in enumerate(effects):
        weights[:, chances.triggers.index(effect.trigger or "")] *= odds[:, column]
    found: Floats = weights / weights.sum(axis=1, keepdims=True)
    return found
