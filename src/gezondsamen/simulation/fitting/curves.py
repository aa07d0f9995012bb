"""Curves that assume no family: how long visits last (Kaplan-Meier), which step ends them (Aalen-Johansen).

Both count visits that were seen late only from then on. Times that are known by intervals are taken as
their middle: of days, a curve may stand half a day off. Bands hold the uncertainty that comes from having
seen so many visits and no more, at each time by itself, at 95 %; visits count as independent.
"""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.fitting.clocks import dwells
from gezondsamen.simulation.fitting.visits import MISSING, Visits
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.results.intervals import Z

Counts = npt.NDArray[np.floating[Any]]


@attrs.frozen(eq=False)
class Steps:
    """Hold a curve that changes at some times only: its height from each on, with its bounds."""

    time: Floats
    share: Floats
    low: Floats
    high: Floats

    def columns(self) -> Columns:
        """Return it as columns: time, share, low, high."""
        return {"time": self.time, "share": self.share, "low": self.low, "high": self.high}


@attrs.frozen(eq=False)
class Risk:
    """Count, at each time at which a visit ended, how many were there and how many ended by each step."""

    time: Floats
    there: Counts
    ended: dict[int, Counts]

    @classmethod
    def of(cls, visits: Visits) -> Risk:
        """Return the counts of visits to one phase; those that had lasted an unknown time are left out."""
        known = visits.where(np.isfinite(visits.spent))
        dwell, done = dwells(known), known.trigger != MISSING
        time = np.unique(dwell[done])
        late = known.spent[known.spent > 0]
        there = (
            len(known)
            - np.searchsorted(np.sort(dwell), time, side="left")
            - (len(late) - np.searchsorted(np.sort(late), time, side="left"))
        )
        ended = {}
        for trigger in np.unique(known.trigger[done]).tolist():
            place = np.searchsorted(time, dwell[known.trigger == trigger])
            ended[trigger] = np.bincount(place, minlength=len(time)).astype(float)
        return cls(time, there.astype(float), ended)

    @property
    def every(self) -> Counts:
        """How many ended at each time, by whatever step."""
        return np.sum(list(self.ended.values()), axis=0) if self.ended else np.zeros(0)


def survival(risk: Risk) -> Steps:
    """Return the share of visits that lasts longer than each time, after Kaplan and Meier.

    Bounds are those of Greenwood, on the scale of log(-log).
    """
    staying = 1 - risk.every / risk.there
    share = np.cumprod(staying)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.sqrt(np.cumsum(risk.every / (risk.there * (risk.there - risk.every))))
        far = Z * spread / np.abs(np.log(share))
        low, high = share ** np.exp(far), share ** np.exp(-far)
    return _from_zero(risk.time, share, low, high, first=1.0)


def incidence(risk: Risk, trigger: int) -> Steps:
    """Return the share of visits that has ended by a step by each time, after Aalen and Johansen.

    Bounds are those of the delta method, on the scale of log(-log).
    """
    n, d, ours = risk.there, risk.every, risk.ended[trigger]
    before = np.concatenate(([1.0], np.cumprod(1 - d / n)[:-1]))
    share = np.cumsum(before * ours / n)
    with np.errstate(divide="ignore", invalid="ignore"):
        # Sums of (F(t) - F(s))^2 a(s) over s <= t, with their squares written out.
        a = np.where(n > d, d / (n * (n - d)), 0.0)
        b = before * ours / n**2
        c = before**2 * (n - ours) * ours / n**3
        variance = (
            share**2 * np.cumsum(a)
            - 2 * share * np.cumsum(a * share)
            + np.cumsum(a * share**2)
            + np.cumsum(c)
            - 2 * (share * np.cumsum(b) - np.cumsum(b * share))
        )
        logarithm = np.log(share)
        far = Z * np.sqrt(np.maximum(variance, 0)) / (share * np.abs(logarithm))
        low, high = share ** np.exp(far), share ** np.exp(-far)
    return _from_zero(risk.time, share, low, high, first=0.0)


def _from_zero(time: Floats, share: Counts, low: Counts, high: Counts, first: float) -> Steps:
    """Return the curve with its beginning; where a bound cannot be computed it is the curve itself."""
    begin = 0.0 if not len(time) or time[0] > 0 else -1e-12
    columns = [np.concatenate(([first], np.where(np.isfinite(x), x, share))) for x in (share, low, high)]
    return Steps(np.concatenate(([begin], time)), *columns)
