"""Markov renewal equations on a grid of times: how often each step is taken by when, without drawing.

A case that comes into a phase leaves it by each of its steps with a known density, whatever happened
before. So the steps taken by time t satisfy convolution equations. They are solved at once for all times:
a Fourier transform turns convolutions into products, and each frequency gets its own small linear system.
(The sequences are damped before the transform, so that what wraps around at its end does not count.)

A density is put on the grid so that its mass and its mean are kept, cell by cell; the error then falls with
the square of the step, which two steps, one half of the other, measure and improve. Single times stay
single times, and what happens only at such times is followed exactly.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.exact.leaving import PARTS, SLACK, Kernel, Leaving, kernels, on_grid
from gezondsamen.simulation.model.distributions import Floats

DAMPING: Final = 1e-12
"""Weight of the last term of a damped sequence: what wraps round weighs no more than this."""
TOGETHER: Final = 4096
"""How many frequencies are solved at a time."""
INSTANTS: Final = 2000
"""Most entries at single times that are followed exactly, one by one."""
SAME: Final = 1e-10
"""Moments that differ by less than this part of the horizon are the same."""

Complex = npt.NDArray[np.complex128]


@attrs.frozen(eq=False)
class Solution:
    """Hold how often each way is taken: a row per way.

    `smooth` is what happens by densities, up to each time of the grid; `masses` is what happens just at
    the single times `moments`.
    """

    smooth: Floats
    moments: Floats
    masses: Floats


def between(rows: Floats, place: Floats) -> Floats:
    """Return values between the nodes of a grid, by cubics through the four nodes around each place."""
    first = np.clip(place.astype(np.int64) - 1, 0, rows.shape[1] - 4)
    x = place - first
    weights = (
        -(x - 1) * (x - 2) * (x - 3) / 6,
        x * (x - 2) * (x - 3) / 2,
        -x * (x - 1) * (x - 3) / 2,
        x * (x - 1) * (x - 2) / 6,
    )
    values: Floats = np.zeros((len(rows), len(place)))
    for n, weight in enumerate(weights):
        values += rows[:, first + n] * weight
    return values


@attrs.frozen(eq=False)
class Curves:
    """Answer how often each way was taken by any time, from a solution on a grid.

    `first` gives how often each way was taken out of the states that cases begin in.
    """

    step: float
    horizon: float
    solution: Solution
    first: Callable[[Floats, float], Floats]

    def by(self, times: Floats) -> Floats:
        """Return how often each way was taken by each time, a row per way; at the horizon: before it."""
        jumps = np.cumsum(np.pad(self.solution.masses, ((0, 0), (1, 0))), axis=1)
        slack = np.where(times >= self.horizon, -SAME, SAME) * self.horizon
        jumped = jumps[:, np.searchsorted(self.solution.moments, times + slack, side="right")]
        return self.flowed(times) + jumped

    def flowed(self, times: Floats) -> Floats:
        """Return how often each way was taken by densities, by each time.

        What leads out of the first states is known between times of the grid too, and may be steep
        there: only the rest is interpolated.
        """
        smooth = self.solution.smooth
        nodes: Floats = np.arange(smooth.shape[1]).astype(float) * self.step
        rest: Floats = np.subtract(smooth, self.first(nodes, self.step))
        flowed: Floats = between(rest, times / self.step)
        flowed += self.first(times, self.step)
        return flowed

    def time_since(self) -> Floats:
        """Return for each way the time from when it was taken to the horizon, added over all times."""
        whole = int(self.horizon / self.step + SLACK)
        rest = max(self.horizon / self.step - whole, 0.0)
        flowed = self.solution.smooth[:, : whole + 2]
        weights = np.ones(flowed.shape[1])
        weights[0] = 0.5
        # The last cell may be cut off by the horizon: a trapezium up to there.
        weights[whole:] = (0.5 + rest - rest * rest / 2, rest * rest / 2)[: len(weights) - whole]
        since: Floats = flowed @ weights * self.step
        left = np.maximum(self.horizon - self.solution.moments, 0.0)
        return since + self.solution.masses @ left

    def improved(self, coarse: Curves) -> Curves:
        """Return Richardson's extrapolation: without the error that falls with the square of the step."""
        fine = self.solution
        shift = np.zeros_like(fine.smooth)
        shift[:, ::2] = (fine.smooth[:, ::2] - coarse.solution.smooth) / 3
        shift[:, 1::2] = (shift[:, :-1:2] + shift[:, 2::2]) / 2
        return attrs.evolve(self, solution=attrs.evolve(fine, smooth=fine.smooth + shift))


@attrs.frozen(eq=False)
class Instants:
    """Hold what happens at single `moments`: entries with a row per state, steps with a row per way."""

    moments: Floats
    entries: Floats
    taken: Floats


@attrs.frozen(eq=False, slots=False)
class System:
    """Hold the states a case can be in, how each is left, and to which state each way leads (-1: the end).

    A case begins in state 0.
    """

    leavings: tuple[Leaving, ...]
    targets: tuple[int, ...]
    horizon: float

    @property
    def states(self) -> int:
        """How many states there are."""
        return 1 + max(*self.targets, *(leaving.source for leaving in self.leavings))

    def single_times(self) -> Floats:
        """Return all times at which a step can come with a chance of its own."""
        return np.unique(np.concatenate([leaving.single_times() for leaving in self.leavings]))

    def first(self, times: Floats, step: float) -> Floats:
        """Return how often each way is taken out of the states in which cases are at time zero."""
        begun = np.zeros(self.states)
        begun[0] = 1.0
        if self.instants is not None:
            begun = self.instants.entries[:, 0]
        found = np.zeros((len(self.targets), len(times)))
        for leaving in self.leavings:
            if begun[leaving.source]:
                nodes = times
                if leaving.chances is None:
                    # Competing densities are added up from time to time: a grid between those asked.
                    nodes = np.union1d(times, np.arange(0.0, self.horizon + step, step / PARTS))
                at = np.searchsorted(nodes, times) if nodes is not times else slice(None)
                for n, left in enumerate(leaving.densities(nodes)):
                    for way, share in leaving.divided(n):
                        found[way] += begun[leaving.source] * share * left[at]
        return found

    def until(self, states: tuple[int, ...]) -> System:
        """Return the system in which nothing happens any more once a case comes into one of the states."""
        return attrs.evolve(self, leavings=tuple(x for x in self.leavings if x.source not in states))

    def solve(self, step: float, size: int) -> Solution:
        """Return how often each way is taken by each time of a grid of `size` steps."""
        from scipy import fft  # late: nothing else needs it, and it takes a while to import

        parts = [kernel for leaving in self.leavings for kernel in kernels(leaving, step, size)]
        spread = any(part.points.any() for part in parts) and self.instants is None
        length = fft.next_fast_len((4 if spread else 2) * (size + 1), real=True)
        damping = np.exp(np.log(DAMPING) / length * np.arange(size + 1))

        def transform(rows: Iterable[Floats]) -> Complex:
            spectra: Complex = fft.rfft([row * damping for row in rows], length)
            return spectra

        def back(spectrum: Complex) -> Floats:
            row: Floats = fft.irfft(spectrum, length)[: size + 1] / damping
            return row

        below = transform(part.below for part in parts)
        points = transform(part.points for part in parts)
        lumps = transform(part.lumps for part in parts)
        if self.instants is None:
            first = np.zeros((self.states, below.shape[1]), complex)
            first[0] = 1.0
            begun = self._through(parts, points, first)
        else:
            begun = transform(
                on_grid(self.instants.moments, row, step, size) for row in self.instants.entries
            )
        lumps += points
        entered = self._through(parts, lumps, self._into(parts, below, begun))
        smooth, masses = np.zeros((2, len(self.targets), size + 1))
        for n, part in enumerate(parts):
            flow = back(entered[part.source] * lumps[n] + begun[part.source] * below[n])
            smooth[list(part.ways)] = part.shares[:, None] * flow
            if self.instants is None:
                masses[list(part.ways)] = part.shares[:, None] * back(begun[part.source] * points[n])
        smooth[:, 0] = 0.0
        if self.instants is None:
            grid = np.arange(size + 1, dtype=np.float64) * step
            return Solution(smooth, grid, masses)
        return Solution(smooth, self.instants.moments, self.instants.taken)

    @cached_property
    def instants(self) -> Instants | None:
        """What happens at single times only, exactly; None where they come together in too many ways."""
        points = [
            (leaving, n, list(zip(times.tolist(), masses.tolist(), strict=True)))
            for leaving in self.leavings
            for n, times, masses in leaving.points()
        ]
        waiting, queue = {(0, 0): (0.0, 1.0)}, [(0, 0)]
        entries: list[tuple[float, int, float]] = []
        taken: list[tuple[float, int, float]] = []
        while queue:
            at = heapq.heappop(queue)
            time, mass = waiting.pop(at)
            entries.append((time, at[1], mass))
            if len(entries) > INSTANTS:
                return None
            for leaving, n, steps in points:
                if leaving.source != at[1]:
                    continue
                for stay, share in steps:
                    then = time + stay
                    if share * mass <= 0 or then > self.horizon * (1 + SAME):
                        continue
                    for way, chance in leaving.divided(n):
                        taken.append((then, way, mass * share * chance))
                        key = round(then / (self.horizon * SAME)), self.targets[way]
                        if key[1] >= 0:
                            if key not in waiting:
                                heapq.heappush(queue, key)
                            waiting[key] = then, waiting.get(key, (then, 0.0))[1] + mass * share * chance
        moments = np.unique([time for time, _, _ in entries + taken])
        return Instants(
            moments, _table(moments, entries, self.states), _table(moments, taken, len(self.targets))
        )

    def _leads(self, part: Kernel) -> list[tuple[int, float]]:
        """Return the states that a kernel sends cases to, with the share of each."""
        ways = zip(part.ways, part.shares.tolist(), strict=True)
        return [(self.targets[way], share) for way, share in ways if self.targets[way] >= 0]

    def _into(self, parts: list[Kernel], below: Complex, begun: Complex) -> Complex:
        """Return the entries of each state by the densities of states entered at single times."""
        into = np.zeros((self.states, below.shape[1]), complex)
        for n, part in enumerate(parts):
            for target, share in self._leads(part):
                into[target] += share * begun[part.source] * below[n]
        return into

    def _through(self, parts: list[Kernel], spectra: Complex, given: Complex) -> Complex:
        """Return the entries of each state: those given, and those sent on through the kernels."""
        entries = np.empty_like(given)
        for begin in range(0, given.shape[1], TOGETHER):
            some = slice(begin, begin + TOGETHER)
            onward: Onward = {}
            for n, part in enumerate(parts):
                for target, share in self._leads(part):
                    key = part.source, target
                    onward[key] = onward.get(key, 0) + share * spectra[n, some]
            entries[:, some] = _sent_on(onward, list(given[:, some]))
        return entries


def _table(moments: Floats, found: list[tuple[float, int, float]], rows: int) -> Floats:
    table = np.zeros((rows, len(moments)))
    for time, row, mass in found:
        table[row, np.searchsorted(moments, time)] += mass
    return table


Onward = dict[tuple[int, int], Complex]
"""The transform of what a state sends to another, by the numbers of the two."""


def _neighbours(onward: Onward, left: set[int]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return of each state that is left the others that send to it, and those that it sends to."""
    sources = {s: [r for r in left if r != s and (r, s) in onward] for s in left}
    targets = {s: [t for t in left if t != s and (s, t) in onward] for s in left}
    return sources, targets


def _sent_on(onward: Onward, entries: list[Complex]) -> list[Complex]:
    """Return the entries of each state: those given, and those sent on by other states.

    Gaussian elimination of one state after another, then back substitution in the opposite order. A state
    never sends on more than a share of one, so that no pivoting is needed.
    """
    left = set(range(len(entries)))
    taken: list[tuple[int, Complex | float, dict[int, Complex]]] = []
    while left:
        sources, targets = _neighbours(onward, left)
        s = min(left, key=lambda s: (len(sources[s]) * len(targets[s]), s))
        left.remove(s)
        again = 1 / (1 - onward[s, s]) if (s, s) in onward else 1.0
        taken.append((s, again, {r: onward[r, s] for r in sources[s]}))
        for t in targets[s]:
            sent = onward[s, t] * again
            entries[t] = entries[t] + entries[s] * sent
            for r in sources[s]:
                through = onward[r, s] * sent
                onward[r, t] = onward[r, t] + through if (r, t) in onward else through
    for s, again, by in reversed(taken):
        entered = entries[s]
        for r, sent in by.items():
            entered = entered + entries[r] * sent
        entries[s] = entered * again
    return entries
