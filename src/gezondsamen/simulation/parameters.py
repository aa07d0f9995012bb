"""The call that carries what is not known of parameters into the answers: one simulation for each draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from typing import Any

import attrs
import numpy as np

from gezondsamen.errors import shown
from gezondsamen.periods import Every
from gezondsamen.simulation.call import engine_for, sized
from gezondsamen.simulation.engine.begins import to_entry
from gezondsamen.simulation.engine.chunks import CHUNK, Run, check_seed, to_run
from gezondsamen.simulation.engine.engines import Engine
from gezondsamen.simulation.engine.executors import in_order
from gezondsamen.simulation.engine.orders import orders
from gezondsamen.simulation.engine.progress import Report, reporter
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.model.assumptions import Arrivals
from gezondsamen.simulation.model.errors import InvalidModel, refuse
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.model.numbers import plain
from gezondsamen.simulation.results.measures import Measures, check_measures, to_measures
from gezondsamen.simulation.results.sums import Sums, Work, jobs, needs_log
from gezondsamen.simulation.results.uncertainty import ParameterUncertainty

Draw = Mapping[str, Any]
ALONE = "model"
"""The name of the scenario where there is one that has none."""


def simulate_each(
    model_of: Callable[[Draw], Model | Mapping[str, Model]],
    draws: Mapping[str, Any] | Any,
    *,
    cases: int,
    horizon: float | Every,
    seed: int,
    measures: Measures | None = None,
    covariates: Mapping[str, Any] | None = None,
    start: Any = None,
    spent: Any = None,
    entry: Any = None,
    executor: Executor | None = None,
    engine: Engine = "auto",
    in_flight: int | None = None,
    progress: Report | bool = False,
) -> ParameterUncertainty:
    """Simulate a model for each draw of its parameters: what is not known of them goes into the answers.

    `draws` has a column for each parameter: a mapping, a data frame, or a list of mappings, from a fit, a
    bootstrap or a sampler. `model_of` makes a model of one draw (a mapping from parameters to numbers), or
    scenarios by name, which are then compared draw by draw. `cases` are simulated for each draw, others for
    each, so that the spread between draws can be taken apart into parameters and simulation. `covariates`,
    `start`, `spent` and `entry` are those of `simulate`, in every draw the same: a column says it of the
    cases of a draw, one by one. `measures` are those of `compare`.

    Raises `InvalidModel`, with the draw where it is one, for what cannot be simulated.

    >>> import numpy as np
    >>> from gezondsamen.simulation import Choice
    >>> from gezondsamen.simulation.examples import partnership
    >>> end = np.random.default_rng(1).beta(3, 7, 100)
    >>> def model_of(draw):
    ...     chances = {"resume": 1 - draw["end"], "end": draw["end"]}
    ...     return partnership().with_changes(choices={"suspended": Choice(chances)})
    >>> found = simulate_each(model_of, {"end": end}, cases=500, horizon=10, seed=2026).estimates()
    >>> [str(name) for name in found["measure"]]
    ['ended(success)', 'ended(early)', 'ended(neutral)', 'duration']
    """
    columns = _to_draws(draws)
    count = len(next(iter(columns.values())))
    if isinstance(cases, bool) or not isinstance(cases, int) or cases < 2:
        raise refuse(
            "cases", "bad-number", f"give how many cases for each draw, 2 or more, not {shown(cases)}"
        )
    sized(engine, executor, CHUNK, in_flight, progress)
    if isinstance(entry, Arrivals):  # not one draw after the other
        check_seed(seed)
        entry = to_entry(entry, cases, int(seed), 0)

    begun = {"start": start, "spent": spent, "entry": entry}

    def runs_of(number: int) -> dict[str, Run]:
        draw = {name: plain(column[number]) for name, column in columns.items()}
        own = range(number * cases, (number + 1) * cases)
        try:
            made = model_of(draw)
            models = made if isinstance(made, Mapping) else {ALONE: made}
            return {
                name: to_run(model, own, horizon, seed, covariates, **begun) for name, model in models.items()
            }
        except InvalidModel as problem:
            there = (attrs.evolve(it, where=f"draws[{number}]: {it.where}") for it in problem.problems)
            raise InvalidModel(tuple(there)) from problem
        except ValueError as problem:
            problem.add_note(f"in draws[{number}]: {draw}")
            raise

    first = runs_of(0)
    if not first:
        raise refuse("model_of", "empty", "the function gave no scenario")
    one = next(iter(first.values()))
    asked = to_measures(measures, one.model)
    for run in first.values():
        check_measures(asked, run.model.process, float(run.horizon))
    work = Draws(Work(engine_for(engine, one, one.compile(), count * len(first)), asked))

    def every() -> Iterator[tuple[Run, ...]]:
        for number in range(count):
            runs = first if number == 0 else runs_of(number)
            if list(runs) != list(first):
                raise refuse(f"draws[{number}]", "unknown", "the function gave other scenarios than before")
            yield tuple(runs.values())

    sums: list[Sums] = []
    with reporter(progress) as tell:
        for found in in_order(work, every(), executor, in_flight):
            sums.append(found)
            tell(len(sums) * cases, count * cases)
    return ParameterUncertainty(columns, tuple(first), asked, one.model.process, cases, tuple(sums))


@attrs.frozen
class Draws:
    """Compute one draw on a worker: its tables are made there, and only sums travel back."""

    work: Work

    def __call__(self, runs: tuple[Run, ...]) -> Sums:
        log = needs_log(self.work.measures)
        tasks = [orders(run, run.compile(), CHUNK, log=log) for run in runs]
        found = (self.work(job) for job in jobs(tasks, None, runs[0].cases.start))
        return Sums.of(part for _, part in found)


def _to_draws(draws: Any) -> Columns:
    """Return draws as columns of one length; raises `InvalidModel` for what is no table of numbers."""
    if isinstance(draws, Sequence) and draws and all(isinstance(draw, Mapping) for draw in draws):
        names = list(draws[0])
        if any(list(draw) != names for draw in draws):
            raise refuse("draws", "bad-length", "each draw has the same parameters, in one order")
        given: dict[str, Any] = {name: [draw[name] for draw in draws] for name in names}
    elif isinstance(draws, Mapping):
        given = dict(draws)
    elif hasattr(draws, "columns") and hasattr(draws, "__getitem__"):
        given = {str(name): draws[name] for name in draws.columns}
    else:
        raise refuse("draws", "wrong-type", f"give a mapping to columns, or a data frame, not {shown(draws)}")
    columns = {name: np.array(column) for name, column in given.items()}
    if not columns:
        raise refuse("draws", "empty", "give a column for each parameter")
    for name, column in columns.items():
        if column.ndim != 1 or column.dtype.kind not in "biuf" or not np.isfinite(column).all():
            raise refuse(f"draws[{name!r}]", "bad-column", "give a column of finite numbers")
        column.setflags(write=False)
    lengths = {len(column) for column in columns.values()}
    if len(lengths) > 1 or min(lengths) < 2:
        raise refuse("draws", "bad-length", f"give columns of one length, 2 or more, not {sorted(lengths)}")
    return columns
