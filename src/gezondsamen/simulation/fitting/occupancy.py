"""Where cases are over time, without a model: the estimator of Aalen and Johansen over all phases.

It holds for cases that were seen from their beginning, whatever the process remembers, as long as what is
cut off says nothing about what would have come. The bounds come from what each case adds to the shares (the
infinitesimal jackknife), so that the visits of one case need not be independent of each other.
"""

from __future__ import annotations

from itertools import pairwise

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.fitting.visits import MISSING, Visits
from gezondsamen.simulation.model.distributions import Floats

Ints = npt.NDArray[np.int64]


@attrs.frozen(eq=False)
class Occupancy:
    """Hold the share of cases in each phase (a row) at each time (a column), and its standard error."""

    share: Floats
    error: Floats


@attrs.frozen(eq=False)
class _Moves:
    """Hold the ends of visits in the order in which they come: case, from where, whereto (-1: unseen)."""

    time: Floats
    depth: Ints
    case: Ints
    source: Ints
    target: Ints


def from_beginning(visits: Visits, start: int) -> Visits:
    """Return the visits of cases seen from their beginning in a phase, case by case, in order."""
    place = np.unique(visits.case, return_inverse=True)[1].ravel()
    order = np.lexsort((np.arange(len(visits)), visits.left, visits.entered, place))
    sorted_, place = visits.rows(order), place[order]
    late = np.ones(place.max(initial=-1) + 1, bool)
    first = np.concatenate(([True], place[1:] != place[:-1]))
    begins = (sorted_.phase_from == start) & (sorted_.spent == 0) & (sorted_.entered == 0)
    late[place[first]] = ~begins[first]
    return sorted_.where(~late[place])


def occupancy(visits: Visits, times: Floats) -> Occupancy:
    """Return the shares at times, of visits as `from_beginning` gives them."""
    place = np.unique(visits.case, return_inverse=True)[1].ravel()
    cases, phases = int(place.max()) + 1, len(visits.phases)
    first = np.concatenate(([True], place[1:] != place[:-1]))
    state = np.empty(cases, np.int64)
    state[place[first]] = visits.phase_from[first]
    share = np.bincount(state, minlength=phases) / cases
    influence = (np.eye(phases)[state] - share) / cases
    moves = _moves(visits, place)
    shares, errors = np.empty((phases, len(times))), np.empty((phases, len(times)))
    told = 0
    bounds = np.flatnonzero(
        np.concatenate(([True], np.diff(moves.time) > 0, [True]))
        | np.concatenate(([True], np.diff(moves.depth) != 0, [True]))
    )
    for begin, end in pairwise(bounds.tolist()):
        while told < len(times) and times[told] < moves.time[begin]:
            shares[:, told], errors[:, told] = share, np.sqrt((influence**2).sum(axis=0))
            told += 1
        part = slice(begin, end)
        _move(share, influence, state, moves.case[part], moves.source[part], moves.target[part])
    shares[:, told:], errors[:, told:] = share[:, None], np.sqrt((influence**2).sum(axis=0))[:, None]
    return Occupancy(shares, errors)


def _moves(visits: Visits, place: Ints) -> _Moves:
    """Return the ends of visits in order; of several at one time in a case each is one deeper."""
    same = np.concatenate(([False], (place[1:] == place[:-1]) & (visits.left[1:] <= visits.left[:-1])))
    at = np.arange(len(visits))
    depth = at - np.maximum.accumulate(np.where(same, 0, at))
    going = visits.trigger == MISSING
    # At one time, what still goes on is last: those cases were there when the others moved.
    order = np.lexsort((depth, going, visits.left))
    depth = np.where(going, len(visits) + depth, depth)
    return _Moves(
        visits.left[order],
        depth[order],
        place[order],
        visits.phase_from[order].astype(np.int64),
        visits.phase_to[order].astype(np.int64),
    )


def _move(share: Floats, influence: Floats, state: Ints, case: Ints, source: Ints, target: Ints) -> None:
    """Let the moves of one moment change shares, influence and states, in place."""
    seen = target >= 0
    before, weights = share.copy(), influence.copy() if seen.any() else influence
    for phase in np.unique(source[seen]):
        mine = seen & (source == phase)
        there = state == phase
        row = np.bincount(target[mine], minlength=len(share)) / there.sum()
        row[phase] -= row.sum()
        changed = np.flatnonzero(row)
        share[changed] += before[phase] * row[changed]
        influence[:, changed] += weights[:, phase, None] * row[changed]
        influence[np.ix_(there, changed)] -= before[phase] * row[changed] / there.sum()
        influence[case[mine], target[mine]] += before[phase] / there.sum()
        influence[case[mine], phase] -= before[phase] / there.sum()
    state[case] = target
