"""Measures computed along trajectories: from the visits of whole cases to one number for each."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.simulation.engine.chunks import Run
from gezondsamen.simulation.engine.compiled import FINAL, Compiled
from gezondsamen.simulation.engine.engines import Engine
from gezondsamen.simulation.engine.marks import marks_of, rates_of
from gezondsamen.simulation.engine.rows import CENSORED, Rows, Summary
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.results import measures as m
from gezondsamen.simulation.results.moments import moments_of, sources_of

Bools = npt.NDArray[np.bool_]


def needs_visits(measure: m.Measure | m.Own) -> bool:
    """Tell whether a measure reads visits: how cases ended, and when, is known without them."""
    return not (isinstance(measure, m.Duration) or (isinstance(measure, m.Ended) and measure.by is None))


@attrs.frozen(eq=False, slots=False)
class Cases:
    """Whole cases, in order: how each ended, and their visits where a measure reads them."""

    run: Run
    compiled: Compiled
    summary: Summary
    rows: Rows | None = None
    engine: Engine = "numpy"

    def values(self, name: str, measure: m.Measure | m.Own) -> Floats:
        """Return the number of each case."""
        match measure:
            case m.Ended() | m.Reached() | m.InPhase():
                return self._whether(measure).astype(float)
            case m.Duration():
                return self.summary.time
            case m.TimeIn(phase=phase):
                return self._accrued(m.Accrued("time", per_year={phase: 1.0}))
            case m.VisitCount(phase=phase):
                return self._accrued(m.Accrued("visits", per_visit={phase: 1.0}))
            case m.StepCount(trigger=trigger, phase=source):
                return self._steps(trigger, source, force=0.0)
            case m.Accrued():
                return self._accrued(measure)
            case _:
                return m.to_numbers(name, measure(dict(self._visits)), len(self.summary.phase))

    # --- yes or no ---------------------------------------------------------------------------------

    def _whether(self, measure: m.Ended | m.Reached | m.InPhase) -> Bools:
        c, horizon = self.compiled, float(self.run.horizon)
        match measure:
            case m.Ended(phase=phase, outcome=outcome, by=by):
                ends = np.array(
                    [
                        it.kind == "final" and phase in (None, it.key) and outcome in (None, it.outcome)
                        for it in self.run.model.process.phases
                    ]
                )
                ended: Bools = ends[self.summary.phase] & (
                    self.summary.time <= (horizon if by is None else by)
                )
                return ended
            case m.Reached(phase=phase, by=by):
                place, rows = c.phases.index(phase), self._visits
                into = (rows["phase_to"] == place) & (rows["left"] <= (horizon if by is None else by))
                begun: Bools = rows["phase_from"][self._begins] == place
                return self._any(into) | begun
            case m.InPhase(phase=phase, at=at):
                place = c.phases.index(phase)
                if c.kind[place] == FINAL:
                    over: Bools = (self.summary.phase == place) & (self.summary.time <= at)
                    return over
                rows = self._visits
                there = (rows["phase_from"] == place) & (rows["entered"] <= at)
                there &= (at < rows["left"]) | (rows["status"] == CENSORED)
                return self._any(there)

    # --- sums over visits --------------------------------------------------------------------------

    def _steps(self, trigger: str, source: str | None, force: float) -> Floats:
        """Return what a step that costs one is worth to each case, whenever it takes it."""
        c, rows = self.compiled, self._visits
        taken = rows["trigger"] == c.triggers.index(trigger)
        if source is not None:
            taken &= rows["phase_from"] == c.phases.index(source)
        some = np.flatnonzero(taken)
        found = self._summed(some, _worth(rows["left"][some], force) if force else None)
        rates = rates_of(self.run.model, trigger, source)
        if rates:
            marks = marks_of(rows, rates, c, self.run.seed)
            found += self._summed(marks.row, _worth(marks.at, force) if force else None)
        return found

    def _accrued(self, measure: m.Accrued) -> Floats:
        c, rows, horizon = self.compiled, self._visits, float(self.run.horizon)
        force = math.log1p(measure.discount)
        total = np.zeros(len(self.summary.phase))
        if measure.per_year:
            rate = np.array([measure.per_year.get(phase, 0.0) for phase in c.phases])
            some = self._visits_to(rate)
            years = _years(rows["entered"][some], rows["left"][some], force)
            total += self._summed(some, rate[rows["phase_from"][some]] * years)
            if rate[c.kind == FINAL].any():
                over = np.where(c.kind == FINAL, rate, 0.0)[self.summary.phase]
                total += over * _years(self.summary.time, horizon, force)
        if measure.per_visit:
            amount = np.array([measure.per_visit.get(phase, 0.0) for phase in c.phases])
            some = self._visits_to(amount)
            worth = _worth(rows["entered"][some], force) if force else 1.0
            total += self._summed(some, amount[rows["phase_from"][some]] * worth)
            ends = np.where(c.kind == FINAL, amount, 0.0)[self.summary.phase]
            total += ends * _worth(self.summary.time, force)
        for trigger, each in measure.per_step.items():
            total += each * self._steps(trigger, None, force)
        if measure.per_evaluation:
            total += self._at_evaluations(measure, force)
        return total

    def _at_evaluations(self, measure: m.Accrued, force: float) -> Floats:
        """Return what the evaluations of each case that were held come to."""
        every = self.run.model.process.evaluation_points
        amount = np.array([measure.per_evaluation.get(point.key, 0.0) for point in every])
        moments = moments_of(self._visits, self, sources_of(self.run.model))
        worth = amount[moments.point] * _worth(moments.due, force) * moments.held
        return self._summed(moments.row, worth)

    # --- visits, case by case ----------------------------------------------------------------------

    @property
    def _visits(self) -> Rows:
        assert self.rows is not None
        return self.rows

    @cached_property
    def _begins(self) -> npt.NDArray[np.int64]:
        """The first visit of each case."""
        begins = np.zeros(len(self.summary.visits), np.int64)
        np.cumsum(self.summary.visits[:-1], out=begins[1:])
        return begins

    def _visits_to(self, amounts: Floats) -> Any:
        """Return the rows of visits to phases with an amount: of one or two phases, else simply all."""
        places = np.flatnonzero(amounts)
        if len(places) > 2:
            return slice(None)
        phase = self._visits["phase_from"]
        found = np.zeros(len(phase), bool)
        for place in places:
            found |= phase == place
        return np.flatnonzero(found)

    def _any(self, holds: Bools) -> Bools:
        found = np.zeros(len(self.summary.phase), bool)
        found[self._places(np.flatnonzero(holds))] = True
        return found

    def _summed(self, rows: Any, values: Any) -> Floats:
        """Return the sum over the rows of each case of what some of them are worth; None: they count."""
        many = len(self.summary.phase)
        return np.bincount(self._places(rows), values, minlength=many).astype(float)

    def _places(self, rows: Any) -> Any:
        """Return the place of the case of some rows."""
        return self._visits["case"][rows] - self.run.cases.start


def _worth(at: Any, force: float) -> Any:
    """Return what one is worth now that comes at a time."""
    return np.exp(-force * at) if force else np.ones(np.shape(at))


def _years(begin: Any, end: Any, force: float) -> Any:
    """Return what one a year is worth now between two times."""
    return (np.exp(-force * begin) - np.exp(-force * end)) / force if force else end - begin
