"""Estimates from trajectories: shares of cases with bounds, times, and how often steps are taken.

Everything is counted chunk by chunk. Bounds are those of Wilson, at 95 %: they hold the error of simulating
so many cases, at each time by itself, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.engine.compiled import FINAL
from gezondsamen.simulation.engine.rows import CENSORED, ENDED, Rows
from gezondsamen.simulation.engine.trajectories import (
    Columns,
    Trajectories,
    phase_number,
    points_in_time,
    table,
)
from gezondsamen.simulation.results.intervals import SIMULATION, shares, wilson


def outcomes(result: Trajectories) -> Columns:
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


def occupancy(result: Trajectories, times: Iterable[float] | None = None) -> Columns:
    """Return the share of cases in each phase at each time."""
    at = points_in_time(times, result.run.horizon)
    inside = np.zeros((len(result.compiled.phases), len(at)), np.int64)
    for rows in result.chunks():
        entered, left = np.searchsorted(at, rows["entered"]), np.searchsorted(at, rows["left"])
        left = np.where(rows["status"] == CENSORED, len(at), left)
        _add_spans(inside, rows["phase_from"], entered, left)
        ended = rows["status"] == ENDED
        _add_spans(inside, rows["phase_to"][ended], left[ended], np.full(int(ended.sum()), len(at)))
    share = np.cumsum(inside, axis=1) / result.tally.cases
    return {"time": at, **{key: share[s] for s, key in enumerate(result.compiled.phases)}}


def time_to(result: Trajectories, phase: str, times: Iterable[float] | None = None) -> Columns:
    """Return the share of cases that has come into a phase by each time, with bounds."""
    place = phase_number(result.run.model.process, phase)
    at = points_in_time(times, result.run.horizon)
    counts = np.zeros(len(at) + 1, np.int64)
    for rows in result.chunks():
        # Who begins there has come at once.
        into = np.flatnonzero((rows["phase_to"] == place) | _begins_in(rows, place))
        first = np.unique(rows["case"][into], return_index=True)[1]
        came = np.where(_begins_in(rows, place), 0.0, rows["left"])[into[first]]
        np.add.at(counts, np.searchsorted(at, came), 1)
    return shares(at, np.cumsum(counts)[:-1], result.tally.cases)


def _begins_in(rows: Rows, phase: int) -> npt.NDArray[np.bool_]:
    first: npt.NDArray[np.bool_] = np.diff(rows["case"], prepend=-1) != 0
    begins: npt.NDArray[np.bool_] = first & (rows["phase_from"] == phase)
    return begins


def survival(result: Trajectories, times: Iterable[float] | None = None) -> Columns:
    """Return the share of cases that has not ended at each time, with bounds."""
    columns = occupancy(result, times)
    phases = zip(result.compiled.phases, result.compiled.kind, strict=True)
    share = sum(columns[key] for key, kind in phases if kind != FINAL)
    counts = np.rint(share * result.tally.cases).astype(np.int64)
    return shares(columns["time"], counts, result.tally.cases)


def flows(result: Trajectories) -> Columns:
    """Return how often each step was taken: from, trigger, to, how many times, how many per case."""
    c = result.compiled
    counts = np.zeros((len(c.phases), len(c.triggers), len(c.phases)), np.int64)
    for rows in result.chunks():
        moved = rows["status"] != CENSORED
        np.add.at(counts, (rows["phase_from"][moved], rows["trigger"][moved], rows["phase_to"][moved]), 1)
    found = [
        (
            c.phases[s],
            c.triggers[t],
            c.phases[to],
            int(counts[s, t, to]),
            counts[s, t, to] / result.tally.cases,
        )
        for s, t, to in np.argwhere(counts)
    ]
    return table(("phase_from", "trigger", "phase_to", "times", "per_case"), found)


def loops(result: Trajectories) -> Columns:
    """Return the share of cases that visits a phase so many times."""
    c = result.compiled
    counts: dict[tuple[int, int], int] = {}
    for rows in result.chunks():
        key = rows["case"] * np.int64(len(c.phases)) + rows["phase_from"]
        visited, visits = np.unique(key, return_counts=True)
        pairs, times = np.unique(np.stack((visited % len(c.phases), visits)), axis=1, return_counts=True)
        for (s, many), count in zip(pairs.T.tolist(), times.tolist(), strict=True):
            counts[s, many] = counts.get((s, many), 0) + count
    found = [(c.phases[s], many, n, n / result.tally.cases) for (s, many), n in sorted(counts.items())]
    return table(("phase", "visits", "cases", "share"), found)


def _add_spans(counts: Any, phase: Any, first: Any, last: Any) -> None:
    """Add one from place `first` on, and take it away from place `last` on, in the row of each phase."""
    width = counts.shape[1]
    for place, sign in ((first, 1), (last, -1)):
        ok = place < width
        flat = np.bincount(phase[ok].astype(np.int64) * width + place[ok], minlength=counts.size)
        counts += sign * flat.reshape(counts.shape)
