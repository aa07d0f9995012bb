"""Measures: what is asked of every case, as one number per case.

A closed union of values. `per_case` computes them along trajectories; a function of yours can stand beside
them where none of these says what you want.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal

import attrs
import numpy as np

from gezondsamen.errors import shown
from gezondsamen.frozen import FrozenDict
from gezondsamen.process.process import Process
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.model.errors import choose, refuse
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.model.numbers import is_number

Unit = Literal["share", "years", "times", "amount"]
"""What a number per case is: 1 or 0 (its mean is a share of cases), years, how many times, or an amount."""

OUTCOMES: Final = ("success", "early", "neutral")


@attrs.frozen
class Ended:
    """Whether a case has ended: in this phase, with this outcome, or at all; by a time, or by the horizon.

    >>> str(Ended(outcome="success"))
    'ended(success)'
    """

    phase: str | None = None
    outcome: str | None = attrs.field(default=None, kw_only=True)
    by: float | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        return _call("ended", self.phase, self.outcome, by=self.by)


@attrs.frozen
class Reached:
    """Whether a case has come into a phase: by a time, or by the horizon."""

    phase: str
    by: float | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        return _call("reached", self.phase, by=self.by)


@attrs.frozen
class InPhase:
    """Whether a case is in a phase at a time; one that has ended is in its final phase from then on."""

    phase: str
    at: float = attrs.field(kw_only=True)

    def __str__(self) -> str:
        return _call("in_phase", self.phase, at=self.at)


@attrs.frozen
class Duration:
    """How many years it took until a case ended, or the horizon came."""

    def __str__(self) -> str:
        return "duration"


@attrs.frozen
class TimeIn:
    """How many years a case was in a phase, all its visits together, up to the horizon."""

    phase: str

    def __str__(self) -> str:
        return _call("time_in", self.phase)


@attrs.frozen
class VisitCount:
    """How many times a case came into a phase."""

    phase: str

    def __str__(self) -> str:
        return _call("visits", self.phase)


@attrs.frozen
class StepCount:
    """How many times a case took a step: out of any phase or of one; steps that stay in a phase too."""

    trigger: str
    phase: str | None = None

    def __str__(self) -> str:
        return _call("steps", self.trigger, self.phase)


def _amounts(value: Mapping[str, float]) -> FrozenDict[str, float]:
    if not isinstance(value, Mapping):
        raise refuse("measures", "wrong-type", f"give a mapping to numbers, not {shown(value)}")
    for key, amount in value.items():
        if not is_number(amount):
            raise refuse("measures", "bad-number", f"give a number for {key!r}, not {shown(amount)}")
    return FrozenDict(value)


@attrs.frozen
class Accrued:
    """What a case accrues, costs or effects: per year in a phase, per visit, step, or evaluation held.

    `per_year` and `per_visit` name phases (a final one accrues per year until the horizon), `per_step`
    triggers, `per_evaluation` evaluation points. With `discount`, the rate a year, an amount at time t
    counts (1 + discount) ** -t; what accrues per year is discounted at every moment.

    >>> costs = Accrued("costs", per_year={"management": 40_000}, per_step={"suspend": 5_000}, discount=0.03)
    >>> str(costs)
    'costs'
    """

    name: str
    per_year: FrozenDict[str, float] = attrs.field(factory=FrozenDict, converter=_amounts, kw_only=True)
    per_visit: FrozenDict[str, float] = attrs.field(factory=FrozenDict, converter=_amounts, kw_only=True)
    per_step: FrozenDict[str, float] = attrs.field(factory=FrozenDict, converter=_amounts, kw_only=True)
    per_evaluation: FrozenDict[str, float] = attrs.field(factory=FrozenDict, converter=_amounts, kw_only=True)
    discount: float = attrs.field(default=0.0, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name:
            raise refuse("measures", "wrong-type", f"give a name, not {shown(self.name)}")
        if not is_number(self.discount) or self.discount < 0:
            raise refuse("measures", "bad-number", f"give a rate from 0, not {shown(self.discount)}")

    def __str__(self) -> str:
        return self.name


Own = Callable[[Columns], Any]
"""A measure of your own: from the visits of whole cases (columns, phases and triggers as numbers in the
order of the process) to an array with one number for each case, in their order."""

Measure = Ended | Reached | InPhase | Duration | TimeIn | VisitCount | StepCount | Accrued
KINDS: Final = (Ended, Reached, InPhase, Duration, TimeIn, VisitCount, StepCount, Accrued)

Measures = Mapping[str, Measure | Own] | Iterable[Measure]


def _call(name: str, *words: str | None, **times: float | None) -> str:
    given = [word for word in words if word is not None]
    given += [f"{key}={value:g}" for key, value in times.items() if value is not None]
    return f"{name}({', '.join(given)})" if given else name


def unit(measure: Measure | Own) -> Unit:
    """Return what the numbers of a measure are."""
    match measure:
        case Ended() | Reached() | InPhase():
            return "share"
        case Duration() | TimeIn():
            return "years"
        case VisitCount() | StepCount():
            return "times"
        case _:
            return "amount"


def largest(measure: Measure | Own) -> float:
    """Return the largest amount that comes at once, whether any case met it or not: 0 where none does."""
    if not isinstance(measure, Accrued):
        return 0.0
    amounts = (*measure.per_visit.values(), *measure.per_step.values(), *measure.per_evaluation.values())
    return max(map(abs, amounts), default=0.0)


def by_default(model: Model) -> tuple[Measure, ...]:
    """Return what is asked where nothing is said: each outcome that cases can have, and their duration."""
    process = model.process
    met = {process.phase(key).outcome for key in model.reached()}
    return (*(Ended(outcome=outcome) for outcome in OUTCOMES if outcome in met), Duration())


def to_measures(given: Measures | None, model: Model) -> FrozenDict[str, Measure | Own]:
    """Return the measures by name, checked against the models; raises `InvalidModel` for what is wrong."""
    if given is None:
        given = by_default(model)
    if isinstance(given, KINDS):
        given = [given]
    if isinstance(given, Mapping):
        named = dict(given)
    else:
        listed = list(given) if hasattr(given, "__iter__") and not isinstance(given, str) else [given]
        if any(callable(it) and not isinstance(it, (*KINDS, type)) for it in listed):
            raise refuse("measures", "no-name", "name a function: {'mine': function}")
        named = {str(it): it for it in listed}
        if len(named) < len(listed):
            raise refuse("measures", "twice", "two measures have one name; give a mapping with names")
    for name, measure in named.items():
        if isinstance(measure, type) or not (isinstance(measure, KINDS) or callable(measure)):
            raise refuse(f"measures[{name!r}]", "wrong-type", f"give a measure, not {shown(measure)}")
    if not named:
        raise refuse("measures", "empty", "give at least one measure")
    return FrozenDict(named)


def check_measures(measures: Mapping[str, Measure | Own], process: Process, horizon: float) -> None:
    """Raise `InvalidModel` for a phase, step, outcome or point that the process lacks, or a time too late."""
    phases = [phase.key for phase in process.phases]
    triggers = list(dict.fromkeys(step.trigger for step in process.transitions))
    points = [point.key for point in process.evaluation_points]

    def known(where: str, kind: str, key: object, keys: Iterable[str]) -> None:
        keys = list(keys)
        if key not in keys:
            message = f"process {process.key!r} has no {kind} {shown(key)}; {choose(key, keys, 'none')}"
            raise refuse(where, "unknown", message)

    for name, measure in measures.items():
        where = f"measures[{name!r}]"
        match measure:
            case Ended(phase=phase, outcome=outcome, by=by):
                if phase is not None:
                    known(where, "final phase", phase, [x.key for x in process.phases if x.kind == "final"])
                if outcome is not None:
                    known(where, "outcome", outcome, OUTCOMES)
                _check_time(where, by, horizon)
            case Reached(phase=phase, by=by):
                known(where, "phase", phase, phases)
                _check_time(where, by, horizon)
            case InPhase(phase=phase, at=at):
                known(where, "phase", phase, phases)
                _check_time(where, at, horizon)
            case TimeIn(phase=phase) | VisitCount(phase=phase):
                known(where, "phase", phase, phases)
            case StepCount(trigger=trigger, phase=phase):
                known(where, "step", trigger, triggers)
                if phase is not None:
                    known(where, "phase", phase, phases)
            case Accrued():
                for key in (*measure.per_year, *measure.per_visit):
                    known(where, "phase", key, phases)
                for key in measure.per_step:
                    known(where, "step", key, triggers)
                for key in measure.per_evaluation:
                    known(where, "evaluation point", key, points)
            case _:
                pass


def _check_time(where: str, time: float | None, horizon: float) -> None:
    if time is not None and (not is_number(time) or not 0 <= time <= horizon):
        raise refuse(where, "bad-number", f"give a time from 0 to {horizon:g} years, not {shown(time)}")


def to_numbers(name: str, values: Any, cases: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return what a function of yours gave as numbers; raises `InvalidModel` where it is something else."""
    where = f"measures[{name!r}]"
    try:
        found = np.asarray(values, float)
    except (TypeError, ValueError):
        raise refuse(where, "bad-column", f"the function gave no numbers, but {shown(values)}") from None
    if found.shape != (cases,):
        message = f"the function gave {found.shape} numbers for {cases} cases: give one for each"
        raise refuse(where, "bad-length", message)
    if not np.isfinite(found).all():
        raise refuse(where, "not-a-number", "the function gave what is no finite number")
    return found
