"""Measures of one result: their means, by group, and their quantiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import numpy as np

from gezondsamen.errors import shown
from gezondsamen.simulation.engine.categorical import Categorical
from gezondsamen.simulation.engine.engines import Engine, kernel
from gezondsamen.simulation.engine.orders import Order, orders
from gezondsamen.simulation.engine.trajectories import Columns, table
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.model.numbers import is_number
from gezondsamen.simulation.results.counts import Computing
from gezondsamen.simulation.results.intervals import SIMULATION
from gezondsamen.simulation.results.measures import Measures, check_measures, to_measures, unit
from gezondsamen.simulation.results.per_case import Cases
from gezondsamen.simulation.results.sums import Labels, Sums, Work, jobs, needs_log, to_groups
from gezondsamen.simulation.results.tables import Asked, estimates_of
from gezondsamen.simulation.results.visits import Kept

OUTCOME = "outcome"
"""What cases are grouped by where groups are their outcomes."""
RUNNING = "running"


def means(result: Any, measures: Measures | None, by: str | Labels | None) -> Columns:
    """Return the mean of each measure over the cases, with bounds."""
    run, asked = result.run, _asked(result, measures)
    if isinstance(by, str) and by == OUTCOME:
        groups = to_groups(_outcomes(result), run, OUTCOME)
    else:
        groups = to_groups(by, run)
    work = Work(result.engine, asked, 1 if groups is None else len(groups.labels))
    wanted = orders(run, result.compiled, result.chunk, log=needs_log(asked))
    found = result.computed(work, jobs([wanted], groups, run.cases.start))
    return estimates_of([()], asked, groups, Sums.of(part for _, part in found))


def quantiles(result: Computing, measures: Measures | None, at: Iterable[float]) -> Columns:
    """Return quantiles of each measure over the cases, with bounds from the order of the cases alone."""
    from scipy.special import bdtrik  # late: it takes a while to import

    asked, shares = _asked(result, measures), _shares(at)
    wanted = orders(result.run, result.compiled, result.chunk, log=needs_log(asked))
    parts = list(result.computed(Values(result.engine, asked), wanted))
    rows = []
    for place, (name, measure) in enumerate(asked.items()):
        values = np.sort(np.concatenate([part[place] for part in parts]))
        last = len(values) - 1
        for share in shares:
            low = min(max(int(np.floor(bdtrik(0.025, len(values), share))), 0), last)
            high = min(int(np.ceil(bdtrik(0.975, len(values), share))), last)
            found = (float(np.quantile(values, share)), float(values[low]), float(values[high]))
            rows.append((name, unit(measure), share, len(values), *found, SIMULATION))
    names = ("measure", "unit", "quantile", "cases", "estimate", "low", "high", "uncertainty")
    return table(names, rows)


@attrs.frozen
class Values:
    """Work out the numbers of the cases of an order on a worker."""

    engine: Engine
    measures: Asked

    def __call__(self, order: Order) -> list[Floats]:
        summary, rows = kernel(self.engine)(order.task())
        cases = Cases(order.run, order.compiled, summary, rows, self.engine)
        return [cases.values(name, measure) for name, measure in self.measures.items()]


def _asked(result: Computing, measures: Measures | None) -> Asked:
    asked = to_measures(measures, result.run.model)
    check_measures(asked, result.run.model.process, float(result.run.horizon))
    return asked


def _shares(at: Iterable[float]) -> list[float]:
    given = [at] if is_number(at) else list(at)
    for share in given:
        if not is_number(share) or not 0 < share < 1:
            raise refuse("at", "bad-number", f"give shares between 0 and 1, not {shown(share)}")
    return [float(share) for share in given]


def _outcomes(result: Kept) -> Categorical:
    """Return the outcome of each case, or that it is still running."""
    words = tuple(dict.fromkeys((*(phase.outcome or RUNNING for phase in _phases(result)), RUNNING)))
    place = np.array([words.index(phase.outcome or RUNNING) for phase in _phases(result)], np.int8)
    ends: Iterator[Any] = result.ends()
    return Categorical(np.concatenate([place[part.phase] for part in ends]), words)


def _phases(result: Kept) -> Iterable[Any]:
    return result.run.model.process.phases
