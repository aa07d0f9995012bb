"""The call that simulates: arguments checked, tasks handed to an executor, sums put together."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from concurrent.futures import Executor
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import attrs
import numpy as np

from gezondsamen.errors import shown
from gezondsamen.periods import Every
from gezondsamen.simulation.engine.chunks import CHUNK, Run, to_run
from gezondsamen.simulation.engine.compiled import Compiled
from gezondsamen.simulation.engine.engines import FEWEST, Engine, kernel, worthwhile
from gezondsamen.simulation.engine.executors import in_order
from gezondsamen.simulation.engine.orders import Order, orders
from gezondsamen.simulation.engine.progress import Report, reporter
from gezondsamen.simulation.engine.tally import BLOCK, Tally
from gezondsamen.simulation.files.parts import Form, Parts
from gezondsamen.simulation.model.assumptions import Piecewise
from gezondsamen.simulation.model.documents import digest, dumps
from gezondsamen.simulation.model.errors import InvalidModel, refuse
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.model.numbers import YEAR, is_whole
from gezondsamen.simulation.results.result import Result

PILOT: Final = 500
"""Of so many cases the visits are counted, to know how much there is to compute."""
MOST_VISITS: Final = 1_000
"""Visits of a case that `auto` reckons with before it counts any."""


def simulate(
    model: Model,
    *,
    cases: int | range,
    horizon: float | Every,
    seed: int,
    covariates: Mapping[str, Any] | None = None,
    start: Any = None,
    spent: Any = None,
    entry: Any = None,
    into: str | Path | None = None,
    form: Form = "parquet",
    executor: Executor | None = None,
    engine: Engine = "auto",
    chunk: int = CHUNK,
    in_flight: int | None = None,
    progress: Report | bool = False,
) -> Result:
    """Simulate cases of a model until they end or the horizon, in years, has come.

    The same arguments give the same trajectories, to the byte on one machine, whatever the `executor`
    (any of `concurrent.futures`; threads by default), `engine` (`auto`: `numba` where it is installed and
    there is enough to compute to be worth its start, else `numpy`; `Result.engine` tells which),
    `chunk` (cases per task, rounded up to a multiple of 4,096) and `in_flight` (tasks under way at once: by
    default twice as many as the executor has workers). Case n is the same however many there are:
    `cases=range(17, 18)` is case 17 alone.
    `covariates` gives each covariate of the effects a number, a column with one number per case, or a
    `Piecewise` of these that changes at given times.

    `start` and `spent` are those of the model, or other ones: the phase in which cases begin, and the years
    that they have been there; one for all, or a column. `entry` says when cases begin on the calendar that
    `Piecewise(calendar=True)` speaks of: years since its origin (0 by default), a column, or `Arrivals`.
    All other times count from the begin of each case.

    `into` is a folder in which the trajectories are written in parts while they are computed; parts that
    are there already are kept, so that a run that was broken off goes on, and one of more cases goes on
    from there; several may fill one folder at once. `progress` is True, for a bar
    (in a notebook, or with `rich` where it is installed; else lines), or a function that is called with the
    number of cases done and the number of all.

    Raises `InvalidModel`, with the place, for arguments that cannot be simulated, and for a folder that holds
    the parts of another run.

    >>> from gezondsamen.simulation.examples import partnership
    >>> result = simulate(partnership(), cases=1000, horizon=10, seed=2026)
    >>> int(result.outcomes()["cases"].sum())
    1000
    """
    run = to_run(model, cases, horizon, seed, covariates, start=start, spent=spent, entry=entry)
    size = sized(engine, executor, chunk, in_flight, progress)
    if form not in ("parquet", "csv"):
        raise refuse("form", "unknown", f"choose parquet or csv, not {shown(form)}")
    compiled = run.compile()
    manifest = manifest_of(run, compiled)
    # What is wrong with the first task is told before a folder is touched.
    next(run.tasks(compiled, size, log=False))
    engine = engine_for(engine, run, compiled)
    writer = (
        None
        if into is None
        else Parts.opened(Path(into), form, manifest, size, lambda cases: _digest_of_columns(run.part(cases)))
    )
    work = Work(engine, writer)
    report = reporter(progress)
    tallies: list[Tally] = []
    done = 0
    with report as tell:
        for tally in in_order(work, orders(run, compiled, size, log=writer is not None), executor, in_flight):
            tallies.append(tally)
            done += tally.cases
            tell(done, len(run.cases))
    return Result(
        run=run,
        compiled=compiled,
        tally=Tally.together(tallies),
        manifest=manifest,
        engine=engine,
        executor=executor,
        chunk=size,
        in_flight=in_flight,
    )


@cache
def _version(package: str) -> str:
    # Kept: to look it up takes longer than to simulate some thousand cases.
    return version(package)


def _told(model: Model) -> tuple[str | None, str]:
    """Return a model as a document, and its digest; no document where a distribution has no name in one."""
    try:
        return dumps(model, indent=None), digest(model)
    except InvalidModel:
        parts = [(x.name, getattr(model, x.name)) for x in attrs.fields(Model) if x.name != "process"]
        told = repr((model.process.key, model.process.fingerprint, parts))
        return None, hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


@attrs.frozen
class Work:
    """Compute a task on a worker and write its part, where there is a folder; only sums travel back."""

    engine: Engine
    parts: Parts | None

    def __call__(self, order: Order) -> Tally:
        task = order.task()
        if self.parts is not None:
            known = self.parts.tally(task)
            if known is not None:
                return known
        summary, rows = kernel(self.engine)(task)
        tally = Tally.of(task, summary)
        if self.parts is not None:
            self.parts.write(task, rows, tally)
        return tally


def sized(
    engine: Engine, executor: Executor | None, chunk: int, in_flight: int | None, progress: Report | bool
) -> int:
    """Return how many cases a task has; raises `InvalidModel` for a way to compute that there is not."""
    if not is_whole(chunk) or chunk < 1:
        raise refuse("chunk", "bad-number", f"give a whole number of cases above zero, not {shown(chunk)}")
    if in_flight is not None and (not is_whole(in_flight) or in_flight < 1):
        raise refuse("in_flight", "bad-number", f"give a whole number above zero, not {shown(in_flight)}")
    if engine != "auto":  # to ask for the kernel of numba is to start it
        kernel(engine)
    if not (isinstance(progress, bool) or callable(progress)):
        raise refuse("progress", "wrong-type", f"give True, False or a function, not {shown(progress)}")
    if executor is not None and not hasattr(executor, "submit"):
        raise refuse(
            "executor", "wrong-type", f"give an executor of concurrent.futures, not {shown(executor)}"
        )
    return -(-chunk // BLOCK) * BLOCK


def engine_for(engine: Engine, run: Run, compiled: Compiled, times: float = 1.0) -> Engine:
    """Return the engine for so many times a run: `auto` is what is done first, its start counted."""
    cases = len(run.cases) * times
    changing = any(isinstance(value, Piecewise) for value in run.covariates.values())
    if engine != "auto":
        return engine
    if changing or cases * MOST_VISITS < FEWEST:
        return "numpy"
    few = run.part(range(run.cases.start, run.cases.start + min(PILOT, len(run.cases))))
    (task,) = few.tasks(compiled, len(few.cases), log=False)
    visits = float(kernel("numpy")(task)[0].visits.mean())
    return worthwhile(visits * cases)


def manifest_of(run: Run, compiled: Compiled) -> dict[str, Any]:
    """Return what a run is of, for its result and its folder."""
    model = run.model
    told, known = _told(model)
    return {
        "gezondsamen": _version("gezondsamen"),
        "numpy": _version("numpy"),
        "scipy": _version("scipy"),
        "process": model.process.key,
        "model": known,
        "assumptions": told,
        "tables": compiled.digest,
        "covariates": _digest_of_columns(run),
        "seed": run.seed,
        "cases": [run.cases.start, run.cases.stop],
        "horizon": float(run.horizon),
        "year": YEAR,
    }


def _digest_of_columns(run: Run) -> str:
    """Return a digest of what cases differ in."""
    columns = hashlib.blake2b(digest_size=16)
    for name, column in sorted(run.covariates.items()):
        columns.update(name.encode())
        if isinstance(column, Piecewise):
            columns.update(repr((column.at, column.calendar)).encode())
        for part in column.values if isinstance(column, Piecewise) else (column,):
            columns.update(np.asarray(part, float).tobytes())
    begins = (run.begins.phase, run.begins.spent, run.begins.entry)
    first = [phase.key for phase in run.model.process.phases].index(run.model.start)
    usual: tuple[list[float], ...] = ([first], [run.model.spent], [0.0])
    if any(not np.array_equal(mine, given) for mine, given in zip(begins, usual, strict=True)):
        for begin in begins:
            columns.update(begin.tobytes())
    return columns.hexdigest()
