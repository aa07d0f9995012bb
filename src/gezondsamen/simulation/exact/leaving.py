"""How states are left: which step comes how soon, as densities and single times, put on a grid.

What has a density and what happens at single times (`Fixed`, `Empirical`) are kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs
import numpy as np

from gezondsamen.simulation.model.distributions import Distribution, Empirical, Fixed, Floats

PARTS: Final = 4
"""Each cell of the grid is cut in this many, to integrate a distribution over it."""
BOOLE: Final = np.array([7, 32, 12, 32, 7]) / 90
"""Weights of Boole's rule over the parts of a cell."""
LEAST: Final = 1e-300
"""Least survival whose logarithm is taken, and least sum of hazards that is divided by."""
SLACK: Final = 1e-6
"""Times that differ by less than this part of a step are the same."""


@attrs.frozen(eq=False)
class Clock:
    """Run a distribution at a speed, with its rate times `hazard`, after some time was spent already."""

    distribution: Distribution
    speed: float = 1.0
    spent: float = 0.0
    hazard: float = 1.0

    @property
    def points(self) -> tuple[Floats, Floats] | None:
        """The single times and their masses; None for a distribution with a density."""
        given = self.distribution
        if not isinstance(given, Fixed | Empirical):
            return None
        times = given.times if isinstance(given, Empirical) else (given.mean,)
        rest = np.asarray(times) / self.speed - self.spent
        if self.spent:
            rest = rest[np.asarray(times) > self.spent * self.speed]
        single, counts = np.unique(rest, return_counts=True)
        if self.hazard == 1:
            return single, counts / len(rest)
        kept = np.append(np.cumsum(counts[::-1])[::-1], 0) / len(rest)
        return single, -np.diff(kept**self.hazard)

    def survival(self, times: Floats, *, before: bool = False) -> Floats:
        """Return the share that lasts longer than each time (with `before`: at least as long)."""
        points = self.points
        if points is not None:
            single, masses = points
            kept = np.append(np.cumsum(masses[::-1])[::-1], 0.0)
            longer: Floats = kept[np.searchsorted(single, times, side="left" if before else "right")]
            return longer
        share = np.asarray(self.distribution.survival((times + self.spent) * self.speed), float)
        if self.spent:
            share = share / float(self.distribution.survival(self.spent * self.speed))
        return share if self.hazard == 1 else share**self.hazard


@attrs.frozen(eq=False)
class Leaving:
    """Say how a state is left: which steps, by which clocks.

    With one clock, `chances` divide what it says over the steps; else each step has a clock of its own,
    and the first wins (of two at the same moment, the one named first). `ways` numbers the steps.
    """

    source: int
    ways: tuple[int, ...]
    clocks: tuple[Clock, ...]
    chances: Floats | None

    def single_times(self) -> Floats:
        """Return the times at which a step can come with a chance of its own."""
        found = [clock.points[0] for clock in self.clocks if clock.points is not None]
        return np.unique(np.concatenate(found)) if found else np.empty(0)

    def densities(self, times: Floats) -> Floats:
        """Return for each clock the share that has left by it at each time, as far as it has a density."""
        if self.chances is not None:
            (clock,) = self.clocks
            return np.zeros((1, len(times))) if clock.points is not None else 1 - clock.survival(times)[None]
        # Between two times next to each other no clock has a single time, and hazards are in a ratio
        # that hardly changes: the mass that leaves there is divided in that ratio, so that none is lost.
        nodes = np.union1d(times, self.single_times())
        smooth = [n for n, clock in enumerate(self.clocks) if clock.points is None]
        left = np.zeros((len(self.clocks), len(nodes)))
        if smooth:
            logs = -np.log(np.maximum([self.clocks[n].survival(nodes) for n in smooth], LEAST))
            hazards = np.maximum(np.diff(logs, axis=1), 0.0)
            others = np.ones(len(nodes) - 1)
            for clock in self.clocks:
                if clock.points is not None:
                    others *= clock.survival(nodes[:-1])
            lost = -np.diff(np.exp(-logs.sum(axis=0))) * others
            ratio = hazards / np.maximum(hazards.sum(axis=0), LEAST)
            left[smooth, 1:] = np.cumsum(lost * ratio, axis=1)
        return left[:, np.searchsorted(nodes, times)]

    def divided(self, number: int) -> list[tuple[int, float]]:
        """Return the steps taken when a clock has run, with the share of each."""
        if self.chances is None:
            return [(self.ways[number], 1.0)]
        return list(zip(self.ways, self.chances.tolist(), strict=True))

    def points(self) -> Iterable[tuple[int, Floats, Floats]]:
        """Yield for each clock with single times: its number, the times, the chance to leave just then."""
        for n, clock in enumerate(self.clocks):
            if clock.points is None:
                continue
            times, masses = clock.points
            for m, other in enumerate(self.clocks):
                if m != n:
                    masses = masses * other.survival(times, before=m > n)
            yield n, times, masses


@attrs.frozen(eq=False)
class Kernel:
    """Hold on a grid how soon a clock makes a case leave a state.

    `below` is the share that has left by each time by the density; `lumps` the same as masses on the
    grid; `points` the masses of single times. Of each, a share goes to each of the `ways`.
    """

    source: int
    ways: tuple[int, ...]
    shares: Floats
    below: Floats
    lumps: Floats
    points: Floats


def kernels(leaving: Leaving, step: float, size: int) -> list[Kernel]:
    """Return the kernels of a state on a grid of `size` steps."""
    times = np.arange(PARTS * size + 1, dtype=np.float64) * (step / PARTS)
    below = leaving.densities(times)
    cells = np.lib.stride_tricks.sliding_window_view(below, PARTS + 1, axis=1)[:, ::PARTS] @ BOOLE
    lumps = np.diff(cells, axis=1, prepend=0.0, append=cells[:, -1:])
    points = np.zeros((len(leaving.clocks), size + 1))
    for n, times, masses in leaving.points():
        points[n] = on_grid(times, masses, step, size)
    divided = [list(zip(*leaving.divided(n), strict=True)) for n in range(len(leaving.clocks))]
    return [
        Kernel(leaving.source, ways, np.array(shares), below[n, ::PARTS], lumps[n], points[n])
        for n, (ways, shares) in enumerate(divided)
    ]


def on_grid(times: Floats, masses: Floats, step: float, size: int) -> Floats:
    """Return masses at the times of a grid: each is divided over the two times around it."""
    row = np.zeros(size + 1)
    place = times / step
    first = np.floor(place + SLACK).astype(np.int64)
    part = np.maximum(place - first, 0.0)
    part[part < SLACK] = 0.0
    for at, share in ((first, 1 - part), (first + 1, part)):
        inside = at <= size
        np.add.at(row, at[inside], (masses * share)[inside])
    return row
