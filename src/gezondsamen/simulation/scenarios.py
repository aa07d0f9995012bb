"""The call that compares scenarios: the same cases with the same draws, differences with intervals."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor
from typing import Any

from gezondsamen.errors import shown
from gezondsamen.periods import Every
from gezondsamen.simulation.call import engine_for, manifest_of, sized
from gezondsamen.simulation.engine.chunks import CHUNK, Run, to_run
from gezondsamen.simulation.engine.engines import Engine
from gezondsamen.simulation.engine.executors import in_order
from gezondsamen.simulation.engine.orders import orders
from gezondsamen.simulation.engine.progress import Report, reporter
from gezondsamen.simulation.engine.tally import Tally
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.results.comparison import Comparison
from gezondsamen.simulation.results.measures import Measures, check_measures, to_measures
from gezondsamen.simulation.results.result import Result
from gezondsamen.simulation.results.sums import Labels, Part, Sums, Work, jobs, needs_log, to_groups


def compare(
    models: Mapping[str, Model],
    *,
    cases: int | range,
    horizon: float | Every,
    seed: int,
    measures: Measures | None = None,
    covariates: Mapping[str, Any] | None = None,
    start: Any = None,
    spent: Any = None,
    entry: Any = None,
    by: str | Labels | None = None,
    executor: Executor | None = None,
    engine: Engine = "auto",
    chunk: int = CHUNK,
    in_flight: int | None = None,
    progress: Report | bool = False,
) -> Comparison:
    """Simulate scenarios with the same draws and compare them, case by case.

    `models` are the scenarios by name; the first is what others are compared with. `measures` are what is
    asked of each case: values such as `Ended(outcome="success")`, `Duration()`, `Accrued(...)`, or a mapping
    from names of your own to these, or to functions from visits to one number for each case. By default:
    the share that ends with each outcome, and the duration. `covariates` are as in `simulate`, for all
    scenarios, or by the names of the scenarios for each. `start`, `spent` and `entry` are those of
    `simulate`: where and when cases begin, in all scenarios alike; without them each begins as its model
    says. `by` tells cases apart in groups: the name of a covariate, or a column with a label for each case.

    Draws are named by case, phase and visit: what two scenarios share they draw alike, so that differences
    have much narrower intervals than those of two runs. They hold the error of simulating so many cases,
    no more. Raises `InvalidModel`, with the place, for what cannot be simulated or asked.

    >>> from gezondsamen.simulation.examples import partnership
    >>> from gezondsamen.simulation import Choice
    >>> now = partnership()
    >>> stricter = now.with_changes(choices={"suspended": Choice({"resume": 0.5, "end": 0.5})})
    >>> comparison = compare({"now": now, "stricter": stricter}, cases=2000, horizon=10, seed=2026)
    >>> table = comparison.differences()
    >>> [str(name) for name in table["measure"]]
    ['ended(success)', 'ended(early)', 'ended(neutral)', 'duration']
    >>> bool(table["low"][0] <= table["difference"][0] <= table["high"][0])
    True
    """
    if not isinstance(models, Mapping) or not models:
        raise refuse("models", "wrong-type", f"give a mapping from names to models, not {shown(models)}")
    for name in models:
        if not isinstance(name, str) or not name:
            raise refuse("models", "wrong-type", f"the name of a scenario is a text, not {shown(name)}")
    values = {} if covariates is None else covariates
    begun = {"start": start, "spent": spent, "entry": entry}
    runs = {
        name: to_run(model, cases, horizon, seed, _covariates_of(name, model, models, values), **begun)
        for name, model in models.items()
    }
    size = sized(engine, executor, chunk, in_flight, progress)
    first = next(iter(runs.values()))
    asked = to_measures(measures, first.model)
    for run in runs.values():
        check_measures(asked, run.model.process, float(run.horizon))
    groups = to_groups(by, _with_every_covariate(runs))
    compiled = {name: run.compile() for name, run in runs.items()}
    chosen = engine_for(engine, first, next(iter(compiled.values())), len(runs))
    log = needs_log(asked)
    work = Work(chosen, asked, 1 if groups is None else len(groups.labels))
    tasks = [orders(run, compiled[name], size, log=log) for name, run in runs.items()]
    tallies: list[tuple[Tally, ...]] = []
    parts: list[Part] = []
    done, whole = 0, len(first.cases)
    with reporter(progress) as tell:
        for found, part in in_order(work, jobs(tasks, groups, first.cases.start), executor, in_flight):
            tallies.append(found)
            parts.append(part)
            done += found[0].cases
            tell(done, whole)
    results = {
        name: Result(
            run=run,
            compiled=compiled[name],
            tally=Tally.together([found[place] for found in tallies]),
            manifest=manifest_of(run, compiled[name]),
            engine=chosen,
            executor=executor,
            chunk=size,
            in_flight=in_flight,
        )
        for place, (name, run) in enumerate(runs.items())
    }
    return Comparison(results, asked, groups, Sums.of(parts))


def _covariates_of(
    name: str, model: object, models: Mapping[str, Model], values: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Return the covariates that a scenario reads: its own, or those for all that it knows."""
    if isinstance(values, Mapping) and values and all(isinstance(it, Mapping) for it in values.values()):
        unknown = values.keys() - models.keys()
        if unknown:
            raise refuse("covariates", "unknown", f"there is no scenario {shown(sorted(unknown)[0])}")
        return dict(values.get(name, {}))
    if not isinstance(values, Mapping) or not isinstance(model, Model):
        return values  # refused where a run is made
    read = {effect.covariate for other in models.values() for effect in _effects(other)}
    mine = {effect.covariate for effect in model.effects}
    return {key: value for key, value in values.items() if key in mine or key not in read}


def _effects(model: object) -> tuple[Any, ...]:
    return model.effects if isinstance(model, Model) else ()


def _with_every_covariate(runs: Mapping[str, Run]) -> Run:
    """Return the run that tells most of its cases, to group them by."""
    return max(runs.values(), key=lambda run: len(run.covariates))
