"""Sums of measures over cases, of scenarios and of the differences between them, worked out by workers.

Sums are added up in blocks of cases, always in the same order: they do not depend on how cases were cut into
tasks, nor on who computed them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.errors import shown
from gezondsamen.simulation.engine.categorical import Categorical
from gezondsamen.simulation.engine.chunks import Run
from gezondsamen.simulation.engine.engines import Engine, kernel
from gezondsamen.simulation.engine.orders import Order
from gezondsamen.simulation.engine.tally import BLOCK, Tally
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import choose, refuse
from gezondsamen.simulation.results.measures import Measure, Own
from gezondsamen.simulation.results.per_case import Cases, needs_visits

MOST_GROUPS = 1_000
"""How many groups cases are told apart in at most."""


@attrs.frozen(eq=False)
class Groups:
    """Hold the group of each case: `labels` in order, and the place of each case's label among them."""

    name: str
    labels: np.ndarray[Any, Any]
    place: npt.NDArray[np.int64]


Labels = Sequence[Any] | np.ndarray[Any, Any] | Categorical
"""A label for each case."""


def to_groups(by: str | Labels | None, run: Run, name: str = "group") -> Groups | None:
    """Return groups by a covariate that is named, or by a column with one label for each case."""
    if by is None:
        return None
    if isinstance(by, Categorical) and by.shape == (len(run.cases),):
        codes, place = np.unique(by.codes, return_inverse=True)
        return Groups(name, np.array(Categorical(codes, by.categories).tolist()), place)
    name = by if isinstance(by, str) else name
    if isinstance(by, str):
        if by not in run.covariates:
            raise refuse("by", "unknown", f"no covariate {shown(by)}; there are {sorted(run.covariates)}")
        by = np.broadcast_to(np.asarray(run.covariates[by]), len(run.cases))
    column = np.asarray(by)
    if column.shape != (len(run.cases),):
        raise refuse("by", "bad-length", f"give one label for each of {len(run.cases)} cases")
    try:
        labels, place = np.unique(column, return_inverse=True)
    except TypeError:
        raise refuse("by", "bad-column", "give labels of one kind, texts or numbers") from None
    if len(labels) > MOST_GROUPS:
        message = f"{len(labels):,} groups; give at most {MOST_GROUPS:,}: cut what is continuous into classes"
        raise refuse("by", "too-many", message)
    return Groups(name, labels, place)


@attrs.frozen(eq=False)
class Job:
    """The same cases of each scenario, and their groups."""

    orders: tuple[Order, ...]
    groups: npt.NDArray[np.int64] | None


def jobs(scenarios: Sequence[Iterator[Order]], groups: Groups | None, first: int) -> Iterator[Job]:
    """Yield the tasks of scenarios side by side."""
    for together in zip(*scenarios, strict=True):
        cases = together[0].run.cases
        place = None if groups is None else groups.place[cases.start - first : cases.stop - first]
        yield Job(together, place)


@attrs.frozen
class Work:
    """Work out the sums of a job on a worker: nothing else travels back."""

    engine: Engine
    measures: Mapping[str, Measure | Own]
    groups: int = 1

    def __call__(self, job: Job) -> tuple[tuple[Tally, ...], Part]:
        count = len(job.orders[0].run.cases)
        compute = kernel(self.engine)
        tallies, scenarios = [], []
        for order in job.orders:
            task = order.task()
            summary, rows = compute(task)
            tallies.append(Tally.of(task, summary))
            scenarios.append(Cases(order.run, order.compiled, summary, rows, self.engine))
        pairs = list(combinations(range(len(scenarios)), 2))
        blocks = -(-count // BLOCK)
        powers = np.zeros((3, blocks, len(scenarios) + len(pairs), len(self.measures), self.groups))
        for place, (name, measure) in enumerate(self.measures.items()):
            values = [cases.values(name, measure) for cases in scenarios]
            values += [values[b] - values[a] for a, b in pairs]
            for series, x in enumerate(values):
                square = x * x
                for power, weights in zip(powers, (x, square, square * square), strict=True):
                    power[:, series, place] = self._added(weights, job.groups)
        many = np.array([count]) if job.groups is None else np.bincount(job.groups, minlength=self.groups)
        return tuple(tallies), Part(many, powers)

    def _added(self, numbers: Floats, groups: npt.NDArray[np.int64] | None) -> Floats:
        """Return the sums of numbers of cases, a row for each block and a column for each group."""
        begins = np.arange(0, len(numbers), BLOCK)
        if groups is None:
            return np.asarray(np.add.reduceat(numbers, begins)[:, None], float)
        cell = np.arange(len(numbers)) // BLOCK * self.groups + groups
        found = np.bincount(cell, numbers, len(begins) * self.groups)
        return np.asarray(found.reshape(len(begins), -1), float)


def place_of(scenarios: Iterable[str], scenario: str) -> int:
    """Return the place of a scenario; raises `InvalidModel` for one that there is not."""
    names = list(scenarios)
    if scenario not in names:
        message = f"there is no scenario {shown(scenario)}; {choose(scenario, names)}"
        raise refuse("scenario", "unknown", message)
    return names.index(scenario)


def series_of(scenarios: Sequence[str], scenario: str, against: str | None) -> tuple[int, int]:
    """Return the place of the series of a scenario or of its difference from another, with its sign."""
    names = list(scenarios)
    if against is None:
        return names.index(scenario), 1
    ours, theirs = names.index(scenario), names.index(against)
    pairs = list(combinations(range(len(names)), 2))
    place = len(names) + pairs.index((min(ours, theirs), max(ours, theirs)))
    return place, 1 if theirs < ours else -1


def needs_log(measures: Mapping[str, Measure | Own]) -> bool:
    """Tell whether any of the measures reads visits."""
    return any(needs_visits(measure) for measure in measures.values())


@attrs.frozen(eq=False)
class Part:
    """Sums of the cases of a job: `cases` by group; `powers` (1, 2, 4) by block, series, measure, group.

    Series are the scenarios, then the differences between each two of them, in the order of `combinations`.
    """

    cases: npt.NDArray[np.int64]
    powers: Floats


@attrs.frozen(eq=False)
class Sums:
    """Sums over all cases of numbers, their squares and fourth powers, by series, measure and group."""

    cases: npt.NDArray[np.int64]
    total: Floats
    square: Floats
    fourth: Floats

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Sums:
        """Add parts up, block by block in their order, carrying what rounding loses."""
        cases: Any = 0
        sums = _Carried()
        for part in parts:
            cases = cases + part.cases
            for block in range(part.powers.shape[1]):
                sums.add(part.powers[:, block])
        return cls(cases, *sums.value())


class _Carried:
    """A sum of arrays that keeps what rounding loses (Neumaier)."""

    def __init__(self) -> None:
        self.sum: Any = 0.0
        self.lost: Any = 0.0

    def add(self, block: Floats) -> None:
        new = self.sum + block
        larger = np.abs(self.sum) >= np.abs(block)
        self.lost = self.lost + np.where(larger, (self.sum - new) + block, (block - new) + self.sum)
        self.sum = new

    def value(self) -> Floats:
        return np.asarray(self.sum + self.lost)
