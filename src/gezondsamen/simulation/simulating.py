"""The call that simulates, and writing trajectories in parts."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from concurrent.futures import Executor
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, Literal

import attrs
import numpy as np

from gezondsamen.simulation.compiled import Compiled, compile_model
from gezondsamen.simulation.model import YEAR, Model, refuse
from gezondsamen.simulation.progress import Report, reporter
from gezondsamen.simulation.result import Result
from gezondsamen.simulation.run import BLOCK, CHUNK, Engine, Run, Tally, in_order, kernel, to_run
from gezondsamen.simulation.task import Task

MANIFEST: Final = "manifest.json"

WORTH_COMPILING: Final = 100_000
"""From how many cases on the compiler is started: fewer are done sooner than it is, with the same bytes."""


def simulate(
    model: Model,
    *,
    cases: int | range,
    horizon: float,
    seed: int,
    covariates: Mapping[str, Any] | None = None,
    into: str | Path | None = None,
    form: Literal["parquet", "csv"] = "parquet",
    executor: Executor | None = None,
    engine: Engine = "auto",
    chunk: int = CHUNK,
    progress: Report | bool = False,
) -> Result:
    """Simulate cases of a model until they end or the horizon, in years, has come.

    The same arguments give the same trajectories, to the byte on one machine, whatever the `executor`
    (any of `concurrent.futures`; threads by default), `engine` (`auto`: `numba` where it is installed and
    the cases are many enough to be worth its start, else `numpy`) and `chunk` (cases per task). Case n is
    the same case however many there are: `cases=range(17, 18)` runs case 17 alone. `covariates` gives each
    covariate of the effects a number, or a column with one number per case.

    `into` is a folder in which the trajectories are written in parts while they are computed; parts that
    are there already are kept, so that a run that was broken off goes on. `progress` is True, for a bar
    (with `rich` where it is installed), or a function that is called with the number of cases done and
    the number of all.

    Raises `InvalidModel`, with the place, for arguments that cannot be simulated, and for a folder that holds
    the parts of another run.

    >>> from gezondsamen.simulation.examples import partnership
    >>> result = simulate(partnership(), cases=1000, horizon=10, seed=2026)
    >>> int(result.outcomes()["cases"].sum())
    1000
    """
    run = to_run(model, cases, horizon, seed, covariates)
    if isinstance(chunk, bool) or not isinstance(chunk, int) or chunk < 1:
        raise refuse("chunk", "bad-number", f"give a whole number of cases above zero, not {chunk!r}")
    kernel(engine)
    if not (isinstance(progress, bool) or callable(progress)):
        raise refuse("progress", "wrong-type", f"give True, False or a function, not {progress!r}")
    if executor is not None and not hasattr(executor, "submit"):
        raise refuse("executor", "wrong-type", f"give an executor of concurrent.futures, not {executor!r}")
    if form not in ("parquet", "csv"):
        raise refuse("form", "unknown", f"choose parquet or csv, not {form!r}")
    size = -(-chunk // BLOCK) * BLOCK
    compiled = compile_model(model)
    manifest = _manifest(run, compiled)
    if engine == "auto" and len(run.cases) < WORTH_COMPILING:
        engine = "numpy"
    # What is wrong with the first task is told before a folder is touched.
    next(run.tasks(compiled, size, log=False))
    writer = None if into is None else Parts(Path(into), form, manifest, size)
    work = _Work(engine, writer)
    report = reporter(progress)
    tallies: list[Tally] = []
    done = 0
    with report as tell:
        for tally in in_order(work, run.tasks(compiled, size, log=writer is not None), executor):
            tallies.append(tally)
            done += tally.cases
            tell(done, len(run.cases))
    return Result(run, compiled, Tally.together(tallies), manifest, engine, executor, size)


@attrs.frozen
class _Work:
    """What a worker does with a task; it returns sums, never trajectories."""

    engine: Engine
    parts: Parts | None

    def __call__(self, task: Task) -> Tally:
        if self.parts is not None:
            known = self.parts.tally(task)
            if known is not None:
                return known
        summary, rows = kernel(self.engine)(task)
        tally = Tally.of(task, summary)
        if self.parts is not None:
            self.parts.write(task, rows, tally)
        return tally


@attrs.frozen
class Parts:
    """A folder of parts: each a file of trajectories with a small file of its sums beside it.

    The small file is written last: a part without it, or of another size than it says, is computed again.
    """

    folder: Path
    form: str
    manifest: dict[str, Any]
    chunk: int

    def __attrs_post_init__(self) -> None:
        if self.folder.exists() and not self.folder.is_dir():
            raise refuse("into", "no-folder", f"{self.folder.name!r} is a file; choose a folder")
        self.folder.mkdir(parents=True, exist_ok=True)
        mine = {**self.manifest, "chunk": self.chunk, "form": self.form}
        path = self.folder / MANIFEST
        if path.exists():
            theirs = _read(path)
            differing = sorted(key for key in mine.keys() | theirs.keys() if mine.get(key) != theirs.get(key))
            if differing:
                raise refuse(
                    "into",
                    "other-run",
                    f"{self.folder.name!r} holds the parts of another run (other {', '.join(differing)}); "
                    "choose an empty folder",
                )
        elif any(self.folder.glob("part-*")):
            raise refuse("into", "other-run", f"{self.folder.name!r} holds parts without their manifest")
        else:
            _replace(path, json.dumps(mine, indent=2, sort_keys=True))

    def tally(self, task: Task) -> Tally | None:
        """Return the sums of a part that is there already, and whole."""
        path, part = self._path(task, "json"), self._path(task, self.form)
        if not path.exists() or not part.exists():
            return None
        plain = _read(path)
        try:
            if plain["bytes"] != part.stat().st_size:
                return None
            return Tally(
                np.array(plain["ended"]),
                np.array(plain["running"]),
                plain["visits"],
                tuple((float.fromhex(a), float.fromhex(b)) for a, b in plain["blocks"]),
            )
        except (KeyError, TypeError, ValueError):  # cut off while it was written
            return None

    def write(self, task: Task, rows: Any, tally: Tally) -> None:
        """Write a part, then its sums."""
        from gezondsamen.simulation.arrow import Batches, write_parquet

        batch = Batches(task.compiled).of(rows)
        path = self._path(task, self.form)
        partial = path.with_suffix(".partial")
        if self.form == "parquet":
            write_parquet(batch, partial)
        else:
            from arro3.io import write_csv

            write_csv(batch, partial)
        os.replace(partial, path)
        plain = {
            "ended": tally.ended.tolist(),
            "running": tally.running.tolist(),
            "visits": tally.visits,
            "bytes": path.stat().st_size,
            "blocks": [(a.hex(), b.hex()) for a, b in tally.blocks],
        }
        _replace(self._path(task, "json"), json.dumps(plain))

    def _path(self, task: Task, suffix: str) -> Path:
        return self.folder / f"part-{task.first:012}.{suffix}"


def _read(path: Path) -> dict[str, Any]:
    """Return what a small file says; nothing where it was cut off."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    return plain if isinstance(plain, dict) else {}


def _replace(path: Path, text: str) -> None:
    partial = path.with_suffix(".partial")
    partial.write_text(text, encoding="utf-8")
    os.replace(partial, path)


def _manifest(run: Run, compiled: Compiled) -> dict[str, Any]:
    state = hashlib.blake2b(digest_size=16)
    model = run.model
    for part in (model.process.key, model.process.fingerprint, model.start, model.spent, model.effects):
        state.update(repr(part).encode())
    for fields in (model.dwell, model.choices, model.hazards, model.marks, model.held):
        state.update(repr(sorted(fields.items())).encode())
    columns = hashlib.blake2b(digest_size=16)
    for name, column in sorted(run.covariates.items()):
        columns.update(name.encode() + np.asarray(column, float).tobytes())
    return {
        "gezondsamen": version("gezondsamen"),
        "numpy": version("numpy"),
        "scipy": version("scipy"),
        "process": model.process.key,
        "model": state.hexdigest(),
        "tables": compiled.tables_digest(),
        "covariates": columns.hexdigest(),
        "seed": run.seed,
        "cases": [run.cases.start, run.cases.stop],
        "horizon": float(run.horizon),
        "year": YEAR,
    }
