"""Visits counted in numpy: who is where at each time, who arrives, which steps are taken, who comes back.

`counts_numba` has the same function, compiled.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from gezondsamen.simulation.engine.compiled import Compiled, Ints
from gezondsamen.simulation.engine.rows import CENSORED, ENDED, Rows
from gezondsamen.simulation.model.distributions import Floats


def counted(rows: Rows, compiled: Compiled, at: Floats) -> tuple[Ints, ...]:
    """Return the arrays of `Counts`, in their order, for the visits of whole cases."""
    phases, width = len(compiled.phases), len(at) + 1
    source, target = rows["phase_from"].astype(np.int64), rows["phase_to"].astype(np.int64)
    status = rows["status"]
    left = _places(rows["left"], at)
    # Of a case the next visit begins where one is left; the first one begins at zero.
    begins = np.diff(rows["case"], prepend=-1) != 0
    entered = np.where(begins, 0, np.roll(left, 1))
    cut, ended = status == CENSORED, status == ENDED
    until = np.where(cut, len(at), left)
    inside = np.bincount(source * width + entered, minlength=phases * width)
    inside -= np.bincount(source * width + until, minlength=phases * width)
    inside += np.bincount(target[ended] * width + left[ended], minlength=phases * width)
    # A step leads into a phase for the first time where the visit after it is the first to that phase.
    into = ended | ((np.roll(rows["visit"], -1) == 0) & ~cut)
    arrived = np.bincount(target[into] * width + left[into], minlength=phases * width)
    arrived += np.bincount(source[begins] * width, minlength=phases * width)
    most = int(rows["visit"].max()) + 1 if len(source) else 1
    visits = np.bincount(source * most + rows["visit"], minlength=phases * most)
    flows, squares = _steps(rows, compiled, begins)
    return (
        inside.reshape(phases, width),
        arrived.reshape(phases, width),
        flows,
        squares,
        visits.reshape(phases, most),
    )


def _steps(rows: Rows, compiled: Compiled, begins: Any) -> tuple[Ints, Ints]:
    """Return how often each step was taken, and the sum over cases of the square of how often it was."""
    step, steps = numbers(compiled)
    taken = step[rows["phase_from"], rows["trigger"]] + (np.cumsum(begins) - 1) * (steps + 1)
    cases = int(begins.sum())
    of_case = np.bincount(taken, minlength=cases * (steps + 1)).reshape(cases, steps + 1)[:, :steps]
    return of_case.sum(axis=0), np.einsum("cs,cs->s", of_case, of_case)


def numbers(compiled: Compiled) -> tuple[Ints, int]:
    """Return the number of each step by phase and trigger (the last column: cut off), and how many there are.

    Steps are in the order of their phases, and of a phase in the order of its ways out.
    """
    phase, way = np.nonzero(np.arange(compiled.target.shape[1]) < compiled.ways[:, None])
    step = np.full((len(compiled.phases), len(compiled.triggers) + 1), len(phase))
    step[phase, compiled.trigger[phase, way]] = np.arange(len(phase))
    return step, len(phase)


def _places(times: Floats, at: Floats) -> Ints:
    """Return of each time the first point in time that is not before it, as `searchsorted` does.

    Where points lie at equal distances, as they do by default, the place is computed, and put right where
    rounding missed it.
    """
    step = evenly(at)
    if not step:
        return np.searchsorted(at, times).astype(np.int64)
    with np.errstate(over="ignore"):  # points may lie nearer to each other than times are to any of them
        place = np.minimum(np.ceil(times / step), len(at)).astype(np.int64)
    padded = np.append(at, np.inf)
    place -= (place > 0) & (padded[np.maximum(place - 1, 0)] >= times)
    place += padded[place] < times
    found: Ints = place
    return found


def evenly(at: Floats) -> float:
    """Return how far points in time are apart, from zero on; 0 where that is not the same for all."""
    apart = float(at[-1] / max(len(at) - 1, 1))
    return apart if np.array_equal(at, np.linspace(0, at[-1], len(at))) else 0.0
