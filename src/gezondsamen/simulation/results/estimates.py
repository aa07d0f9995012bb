"""Estimates from trajectories: shares of cases with bounds, times, and how often steps are taken.

Everything is counted chunk by chunk. Bounds are those of Wilson, at 95 %: they hold the error of simulating
so many cases, at each time by itself, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import numpy as np

from gezondsamen.simulation.engine.compiled import FINAL
from gezondsamen.simulation.engine.trajectories import (
    Columns,
    Trajectories,
    phase_number,
    points_in_time,
    table,
)
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.results.counts import Counts
from gezondsamen.simulation.results.intervals import SIMULATION, of_counts, shares, wilson


class Counted(Trajectories, Protocol):
    """Give counts of visits; a protocol, for `Result` imports this."""

    def counts(self, at: Floats | None = None) -> Counts:
        """Return the counts at these points in time, by default those that were counted last."""


def outcomes(result: Counted) -> Columns:
    """Return where the cases were at the end: phase, its outcome or `running`, cases, share, bounds."""
    process = result.run.model.process
    rows = []
    for s, key in enumerate(result.compiled.phases):
        phase = process.phase(key)
        for count, outcome in (
            (result.tally.ended[s], phase.outcome or ""),
            (result.tally.running[s], "running"),
        ):
            if count:
                rows.append((key, outcome, int(count), *_bounds(int(count), result.tally.cases)))
    return table(("phase", "outcome", "cases", "share", "low", "high", "uncertainty"), rows)


def _bounds(count: int, cases: int) -> tuple[float, float, float, str]:
    low, high = wilson(count, cases)
    return count / cases, float(low), float(high), SIMULATION


def occupancy(result: Counted, times: Iterable[float] | None = None) -> Columns:
    """Return the share of cases in each phase at each time."""
    at = points_in_time(times, result.run.horizon)
    share = np.cumsum(result.counts(at).inside, axis=1)[:, :-1] / result.tally.cases
    return {"time": at, **{key: share[s] for s, key in enumerate(result.compiled.phases)}}


def time_to(result: Counted, phase: str, times: Iterable[float] | None = None) -> Columns:
    """Return the share of cases that has come into a phase by each time, with bounds."""
    place = phase_number(result.run.model.process, phase)
    at = points_in_time(times, result.run.horizon)
    arrived = result.counts(at).arrived[place]
    return shares(at, np.cumsum(arrived)[:-1], result.tally.cases)


def survival(result: Counted, times: Iterable[float] | None = None) -> Columns:
    """Return the share of cases that has not ended at each time, with bounds."""
    columns = occupancy(result, times)
    phases = zip(result.compiled.phases, result.compiled.kind, strict=True)
    share = sum(columns[key] for key, kind in phases if kind != FINAL)
    counts = np.rint(share * result.tally.cases).astype(np.int64)
    return shares(columns["time"], counts, result.tally.cases)


def flows(result: Counted) -> Columns:
    """Return how often each step was taken: from, trigger, to, how many times, how many per case, bounds."""
    c, counts = result.compiled, result.counts()
    per_case = of_counts(counts.flows, counts.squares, result.tally.cases)
    phase, way = np.nonzero(np.arange(c.target.shape[1]) < c.ways[:, None])
    trigger, target = c.trigger[phase, way], c.target[phase, way]
    found = [
        (
            *(c.phases[phase[k]], c.triggers[trigger[k]], c.phases[target[k]], int(counts.flows[k])),
            *(float(column[k]) for column in per_case),
            SIMULATION,
        )
        for k in np.lexsort((trigger, phase))
        if counts.flows[k]
    ]
    names = ("phase_from", "trigger", "phase_to", "times", "per_case", "low", "high", "uncertainty")
    return table(names, found)


def loops(result: Counted) -> Columns:
    """Return the share of cases that visits a phase so many times, with bounds."""
    c, cases = result.compiled, result.tally.cases
    visits = result.counts().visits
    # Who was there for the n-th time and not once more was there n times.
    exactly = visits - np.append(visits[:, 1:], np.zeros((len(visits), 1), np.int64), axis=1)
    found = [
        (c.phases[s], int(n) + 1, int(exactly[s, n]), *_bounds(int(exactly[s, n]), cases))
        for s, n in np.argwhere(exactly)
    ]
    return table(("phase", "visits", "cases", "share", "low", "high", "uncertainty"), found)
