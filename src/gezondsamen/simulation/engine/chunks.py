"""A run, cut into chunks of cases: each is a task."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs
import numpy as np

from gezondsamen.errors import shown
from gezondsamen.frozen import FrozenDict, made_anew
from gezondsamen.periods import Every
from gezondsamen.simulation.engine.begins import Begins, begin_of, to_begins
from gezondsamen.simulation.engine.changes import changes_of, first_values
from gezondsamen.simulation.engine.compiled import Compiled, compile_model
from gezondsamen.simulation.engine.covariates import Given, check_columns, deeper, effects_of
from gezondsamen.simulation.engine.tally import BLOCK
from gezondsamen.simulation.engine.task import Task
from gezondsamen.simulation.model.assumptions import Piecewise
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.model.numbers import is_number, is_whole, plain, plain_time

CHUNK: Final = 16 * BLOCK
"""How many cases a task has."""


def _to_columns(values: Mapping[str, Given]) -> FrozenDict[str, Given]:
    return FrozenDict({name: _kept(value) for name, value in values.items()})


def _kept(value: Given) -> Given:
    """Return a covariate that nobody else can change: a copy, where somebody could."""
    if isinstance(value, Piecewise):
        return attrs.evolve(value, values=[_kept(part) for part in value.values])
    if isinstance(value, np.ndarray) and value.flags.writeable:
        value = value.copy()
        value.setflags(write=False)
    return value


def _some(value: Given, rows: slice) -> Given:
    """Return a covariate for some cases."""
    if isinstance(value, Piecewise):
        return attrs.evolve(value, values=[_some(part, rows) for part in value.values])
    return value[rows] if isinstance(value, np.ndarray) else value


def check_seed(seed: object) -> None:
    """Refuse a seed that is no whole number of 64 bits."""
    if not is_whole(seed) or not 0 <= seed < 1 << 64:
        raise refuse("seed", "bad-number", f"give a whole number from 0 to 2**64 - 1, not {shown(seed)}")


@attrs.frozen
class Run:
    """Say what is simulated: a model, which cases, how long, with which seed and covariates, begun where.

    Everything that a result tells follows from it; how it was computed leaves no trace.
    """

    model: Model
    cases: range
    horizon: float = attrs.field(converter=plain_time)
    seed: int = attrs.field(converter=plain)
    covariates: Mapping[str, Given] = attrs.field(factory=dict, converter=_to_columns, eq=False)
    begins: Begins = attrs.field(eq=False, repr=False)

    @begins.default
    def _as_the_model_says(self) -> Begins:
        return to_begins(self.model, 1, None, None, None, 0, 0)

    def __attrs_post_init__(self) -> None:
        if self.cases.step != 1 or not len(self.cases) or self.cases.start < 0:
            raise refuse(
                "cases", "bad-number", f"give how many cases, or a range of their numbers, not {self.cases}"
            )
        horizon = self.horizon
        if not is_number(horizon) or horizon <= 0:
            raise refuse("horizon", "bad-number", f"give years above zero, not {shown(horizon)}")
        check_seed(self.seed)

    __reduce__ = made_anew

    def compile(self) -> Compiled:
        """Return the arrays of the model, with tables as deep as its covariates need."""
        return compile_model(self.model, deeper(self.model, self.covariates))

    def part(self, cases: range) -> Run:
        """Return the same for some of the cases, by their numbers."""
        rows = slice(cases.start - self.cases.start, cases.stop - self.cases.start)
        covariates = {name: _some(value, rows) for name, value in self.covariates.items()}
        return attrs.evolve(self, cases=cases, covariates=covariates, begins=self.begins.some(rows))

    def tasks(self, compiled: Compiled, chunk: int, *, log: bool) -> Iterator[Task]:
        """Yield the tasks of all cases, in order."""
        for begin in range(0, len(self.cases), chunk):
            count = min(chunk, len(self.cases) - begin)
            rows = slice(begin, begin + count)
            begins = self.begins.some(rows)
            changes = changes_of(self.model, compiled, self.covariates, begins, rows)
            effects = effects_of(self.model, compiled, first_values(self.covariates), rows)
            if changes is not None:
                # What was spent before counts at the speed that a case begins with.
                effects = changes.begun(effects, count)
            yield Task(
                compiled=compiled,
                seed=self.seed,
                first=self.cases.start + begin,
                count=count,
                horizon=float(self.horizon),
                begin=begin_of(begins, compiled, effects),
                effects=effects,
                changes=changes,
                log=log,
            )


MOST_CASES: Final = 1 << 62
"""Numbers of cases lie below this: they are kept in 64 bits."""


def to_run(
    model: Model,
    cases: int | range,
    horizon: float | Every,
    seed: int,
    values: Mapping[str, Any] | None,
    *,
    start: Any = None,
    spent: Any = None,
    entry: Any = None,
) -> Run:
    """Return what is to be simulated, checked; raises `InvalidModel` with the place of what is wrong."""
    if not isinstance(model, Model):
        raise refuse("model", "wrong-type", f"give a model, not {shown(model)}")
    if not is_whole(cases) and not isinstance(cases, range):
        raise refuse(
            "cases", "bad-number", f"give how many cases, or a range of their numbers, not {shown(cases)}"
        )
    numbers = cases if isinstance(cases, range) else range(cases)
    if max(abs(numbers.start), abs(numbers.stop)) >= MOST_CASES:
        raise refuse("cases", "bad-number", f"give fewer cases, not {shown(cases)}")
    given = {} if values is None else values
    if not isinstance(given, Mapping):
        raise refuse(
            "covariates", "wrong-type", f"give a mapping from names to columns, not {type(given).__name__}"
        )
    plain_run = Run(model, numbers, horizon, seed)
    return attrs.evolve(
        plain_run,
        covariates=check_columns(model, given, len(numbers), numbers.start),
        begins=to_begins(model, len(numbers), start, spent, entry, plain_run.seed, numbers.start),
    )
