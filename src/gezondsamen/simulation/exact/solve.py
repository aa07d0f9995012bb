"""Answers without drawing: what a simulation of ever more cases would come to.

For models in which all cases are alike. The renewal equations are solved on grids, each with half the step
of the one before. Two of them together give an answer; two answers say how far the better one can be off.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

import attrs
import numpy as np

from gezondsamen.errors import shown
from gezondsamen.simulation.engine.begins import begin_of, to_begins
from gezondsamen.simulation.engine.compiled import Compiled, compile_model
from gezondsamen.simulation.engine.covariates import Effects, check_columns, effects_of
from gezondsamen.simulation.engine.displays import html_table
from gezondsamen.simulation.engine.trajectories import Columns, phase_number, points_in_time, table
from gezondsamen.simulation.exact.leaving import SLACK, Clock, Leaving
from gezondsamen.simulation.exact.renewal import Curves, System
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.model.numbers import is_number

AIM: Final = 1e-5
"""The step is halved until the error is below this."""
BETWEEN: Final = 4 * AIM
"""Aim for the error between times of the grid."""
STALLED: Final = 0.55
"""The error between times of the grid no longer falls where a halved step leaves this much of it."""
FEWEST: Final = 125
MOST: Final = 64_000
"""How many steps the first grid has at least, and the last at most: the default times fall on both."""
MOST_OWN: Final = 1_000_000
"""How many steps a grid has at most, where the step is given."""
NOISE: Final = 1e-9
"""Bound on rounding errors: no smaller error is claimed, and no smaller share is listed."""


def solve(
    model: Model, *, horizon: float, step: float | None = None, covariates: Mapping[str, float] | None = None
) -> Exact:
    """Compute what `simulate` estimates, up to the horizon in years: for cases that are all alike.

    `covariates` gives each covariate of the effects one number. The step of the grid, in years, is halved
    until the `error` of the answer is below 0.00001, or the grid has 64,000 steps; a `step` of your own is
    taken as it is, or somewhat smaller, so that times of `Fixed` and `Empirical` fall on the grid. Where
    these have no common divisor, a mass is split over the two nearest times of the grid if it comes after a
    density, or if such times combine in more than 2,000 ways.

    Raises `InvalidModel`, with the place, for a horizon, step or covariate that cannot be used: a column
    too, for there cases differ.

    >>> from gezondsamen.simulation.examples import partnership
    >>> answer = solve(partnership(), horizon=10)
    >>> answer.error < 1e-5
    True
    >>> print(f"{answer.mean_time()[0]:.3f} years")
    5.218 years
    """
    if not isinstance(model, Model):
        raise refuse("model", "wrong-type", f"give a model, not {shown(model)}")
    _check_number("horizon", horizon, math.inf)
    if step is not None:
        _check_number("step", step, horizon)
        if horizon / step > MOST_OWN:
            message = f"give at least {horizon / MOST_OWN:g} years: a grid has {MOST_OWN:,} steps at most"
            raise refuse("step", "bad-number", message)
    if not isinstance(covariates, Mapping | None):
        raise refuse("covariates", "wrong-type", f"give a mapping to numbers, not {shown(covariates)}")
    values = dict(covariates or {})
    for name, value in values.items():
        if hasattr(value, "__len__") and not isinstance(value, str):
            message = "give one number: cases that differ can only be simulated"
            raise refuse(f"covariates[{name!r}]", "column", message)
    course = _course(model, check_columns(model, values, 1), float(horizon))
    size = FEWEST if step is None else max(math.ceil(horizon / (4 * step) - SLACK), 1)
    unit = _common(course.system.single_times(), horizon) or horizon
    length = unit / math.ceil(unit * size / horizon - SLACK)
    size = math.ceil(horizon / length - SLACK)
    answers = course.answers(length, size)
    before = next(answers)
    last, last_apart = math.inf, math.inf
    for answer in answers:
        distance, apart = course.distance(before, answer)
        # The next answer would be nearer by as much again: twice that is left, and never more than the last.
        error = distance if last == math.inf else max(distance * min(2 * distance / last, 1.0), NOISE)
        settled = apart <= BETWEEN or apart > STALLED * last_apart
        if step is not None or (error <= AIM and settled) or 2 * answer.size > MOST:
            break
        before, last, last_apart = answer, distance, apart
    return Exact(
        model=model,
        horizon=float(horizon),
        step=answer.curves.step,
        error=error,
        between=max(error, apart),
        mean=course.system.horizon - float(course.ends @ answer.since),
        course=course,
        curves=answer.curves,
    )


def _check_number(where: str, value: object, most: float) -> None:
    """Refuse what is no number above zero, and at most this."""
    if not is_number(value) or not 0 < value <= most:
        text = "years above zero" if most == math.inf else "years above zero, up to the horizon"
        raise refuse(where, "bad-number", f"give {text}, not {shown(value)}")


def _common(times: Floats, horizon: float) -> float | None:
    """Return the greatest common divisor of times, with the horizon where there is one; else None."""
    inside = times[(times > 0) & (times <= horizon)]
    for given in (np.append(inside, horizon), inside):
        if not len(given):
            continue
        longest = float(given.max())
        parts = [Fraction(time / longest).limit_denominator(MOST) for time in given]
        if max(abs(float(part) - time / longest) for part, time in zip(parts, given, strict=True)) > 1e-12:
            continue
        measure = Fraction(
            math.gcd(*(part.numerator for part in parts)), math.lcm(*(part.denominator for part in parts))
        )
        if longest * measure * MOST >= horizon:
            return longest * float(measure)
    return None


@attrs.frozen(eq=False)
class _Answer:
    """Hold what two grids come to together; `since` is the time since each way was taken, to the horizon."""

    size: int
    curves: Curves
    since: Floats


@attrs.frozen(eq=False)
class _Course:
    """Tie the system of equations to the phases and steps of the process.

    `ways` holds of each way the numbers of the phases it leads from and to, and its trigger. A case that
    has spent time in its first phase begins in a state of its own.
    """

    phases: tuple[str, ...]
    first: int
    states: tuple[int, ...]
    ways: tuple[tuple[int, str, int], ...]
    system: System

    @property
    def net(self) -> Floats:
        """The change in the cases of each phase when each way is taken: a row per phase."""
        net = np.zeros((len(self.phases), len(self.ways)))
        for n, (source, _, target) in enumerate(self.ways):
            net[source, n] -= 1
            net[target, n] += 1
        return net

    @property
    def ends(self) -> Floats:
        """A one for each way that leads to the end."""
        return np.array([float(target < 0) for target in self.system.targets])

    def curves(self, system: System, step: float, size: int) -> Curves:
        """Return the solution of a system on a grid."""
        return Curves(step, system.horizon, system.solve(step, size), system.first)

    def answers(self, step: float, size: int) -> Iterator[_Answer]:
        """Yield ever better answers: each of two grids, of which the second is the first of the next."""
        coarse = self.curves(self.system, step, size)
        while True:
            step, size = step / 2, size * 2
            fine = self.curves(self.system, step, size)
            since = fine.time_since()
            yield _Answer(size, fine.improved(coarse), since + (since - coarse.time_since()) / 3)
            coarse = fine

    def distance(self, before: _Answer, after: _Answer) -> tuple[float, float]:
        """Return the largest difference between two answers: at times of the grid, and between them.

        The first covers totals and the mean time too; the second is about times between alone.
        """
        old, new = before.curves.solution.smooth, after.curves.solution.smooth
        at_end = np.array([after.curves.horizon])
        total = (after.curves.by(at_end) - before.curves.by(at_end))[:, 0]
        on = [new[:, ::2] - old, total, (1 - self.ends) @ total]
        on.append(self.ends @ (after.since - before.since))
        # Cubics are worst midway: there the finer grid has a time of its own.
        odd: Floats = np.arange(1, new.shape[1], 2).astype(float) * after.curves.step
        middle: Floats = np.subtract(new[:, 1::2], before.curves.flowed(odd))
        error = max(float(np.max(np.abs(x))) for x in (*on, self.net @ on[0], self.net @ total))
        line = max(float(np.max(np.abs(x))) for x in (middle, self.net @ middle))
        return max(error, NOISE), max(line, NOISE)


def _course(model: Model, values: Mapping[str, Any], horizon: float) -> _Course:
    """Return the equations of a model for cases with these covariates."""
    compiled = compile_model(model)
    effects = effects_of(model, compiled, values, slice(0, 1))
    first = compiled.first
    begin_of(to_begins(model, 1, None, None, None, 0, 0), compiled, effects)
    reached = [compiled.phases.index(phase) for phase in model.reached()]
    running = [s for s in reached if compiled.ways[s] and s != first]
    # A later visit to the first phase knows nothing of the time spent before the first one.
    states = [first, *([first] if model.spent else []), *running]
    places = {s: n for n, s in enumerate(states)}
    ways: list[tuple[int, str, int]] = []
    leavings = []
    for number, s in enumerate(states):
        phase = compiled.phases[s]
        steps = model.ways(phase)
        spent = float(model.spent) if number == 0 else 0.0
        chances = np.diff(effects.cumulative[0, s, : len(steps)], prepend=0.0)
        leavings.append(
            Leaving(
                number,
                tuple(range(len(ways), len(ways) + len(steps))),
                tuple(_clock(effects, compiled, s, j, spent) for j in range(compiled.clocks(s))),
                None if phase in model.hazards else chances,
            )
        )
        ways.extend((s, x.trigger, compiled.phases.index(x.target)) for x in steps)
    system = System(tuple(leavings), tuple(places.get(target, -1) for _, _, target in ways), horizon)
    return _Course(compiled.phases, first, tuple(states), tuple(ways), system)


def _clock(effects: Effects, compiled: Compiled, s: int, j: int, spent: float) -> Clock:
    clock = compiled.clock[s, j]
    speed, power = effects.speed[0, clock], effects.power[0, clock]
    return Clock(compiled.distributions[clock], float(speed), spent, float(1 / power))


@attrs.frozen(eq=False, slots=False)
class Exact:
    """Tell what holds of all cases: outcomes, occupancy, times, flows, as a `Result` does of some.

    `error` says how far a number can be off (a share, visits or steps per case, the mean time in years). Each
    answer combines a grid and one of half as many steps; the largest difference between answers, anywhere up
    to the horizon, and how it falls with the `step`, say what is left. `between` says the same of shares at
    times that are no multiple of `step`, where it interpolates. It is larger than `error` where a density is
    infinite (a gamma time with `cv` above 1, just after cases start together), or where it jumps.
    """

    model: Model
    horizon: float
    step: float
    error: float
    between: float
    _mean: float = attrs.field(repr=False)
    _course: _Course = attrs.field(repr=False)
    _curves: Curves = attrs.field(repr=False)

    def __repr__(self) -> str:
        return f"Exact({self.model.process.key!r}, {self.horizon} years, error {self.error:.1g})"

    def _repr_html_(self) -> str:
        return html_table(repr(self), self.outcomes())

    def outcomes(self) -> Columns:
        """Return where cases are at the horizon: phase, its outcome or `running`, share."""
        course, shares = self._course, self._shares(np.array([self.horizon]))[:, 0]
        process, going = self.model.process, set(course.states)
        rows = [
            (key, "running" if s in going else process.phase(key).outcome or "", float(shares[s]))
            for s, key in enumerate(course.phases)
            if shares[s] > NOISE
        ]
        return table(("phase", "outcome", "share"), rows)

    def mean_time(self) -> tuple[float, float]:
        """Return the mean time until a case ends, or the horizon comes, and the most it can be off."""
        return self._mean, self.error

    @property
    def visits(self) -> float:
        """The visits of a case to phases that it can leave: as many as a simulation has rows per case."""
        return 1 + float((1 - self._course.ends) @ self._total())

    def occupancy(self, times: Iterable[float] | None = None) -> Columns:
        """Return the share of cases in each phase at each time; default: 101 times from 0 to the horizon.

        A case that has ended is in its final phase from then on. Raises `InvalidModel` for times that are out
        of order or beyond the horizon.
        """
        at = points_in_time(times, self.horizon)
        shares = self._shares(at)
        return {"time": at, **{key: shares[s] for s, key in enumerate(self._course.phases)}}

    def time_to(self, phase: str, times: Iterable[float] | None = None) -> Columns:
        """Return the share of cases that has come into a phase by each time, those that ended elsewhere too.

        Raises `InvalidModel` for a phase that the process lacks.
        """
        course, at = self._course, points_in_time(times, self.horizon)
        place = phase_number(self.model.process, phase)
        if place == course.first:
            return {"time": at, "share": np.ones(len(at))}
        into = np.array([float(target == place) for _, _, target in course.ways])
        halted = course.system.until(tuple(n for n, s in enumerate(course.states) if s == place))
        size = self._curves.solution.smooth.shape[1] - 1
        coarse = course.curves(halted, self.step * 2, size // 2)
        fine = course.curves(halted, self.step, size)
        return {"time": at, "share": _clipped(into @ fine.improved(coarse).by(at))}

    def flows(self) -> Columns:
        """Return how often each step is taken before the horizon: from, trigger, to, how many per case."""
        course, order = self._course, self.model.process.triggers
        sums: dict[tuple[int, int, int], float] = {}
        for (source, trigger, target), times in zip(course.ways, self._total().tolist(), strict=True):
            key = source, order.index(trigger), target
            sums[key] = sums.get(key, 0.0) + times
        rows = [
            (course.phases[source], order[trigger], course.phases[target], times)
            for (source, trigger, target), times in sorted(sums.items())
            if times > NOISE
        ]
        return table(("phase_from", "trigger", "phase_to", "per_case"), rows)

    def _total(self) -> Floats:
        return self._curves.by(np.array([self.horizon]))[:, 0]

    def _shares(self, times: Floats) -> Floats:
        shares = self._course.net @ self._curves.by(times)
        shares[self._course.first] += 1
        return _clipped(shares)


def _clipped(shares: Floats) -> Floats:
    """Return shares clipped to 0 and 1: rounding can put them outside."""
    clipped: Floats = np.clip(shares, 0.0, 1.0)
    return clipped
