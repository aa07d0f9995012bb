"""Trajectories in parts: a folder that a run which was broken off goes on with."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

import attrs
import numpy as np

from gezondsamen.simulation.engine.tally import BLOCK, Tally
from gezondsamen.simulation.engine.task import Task
from gezondsamen.simulation.files.disk import PARTIAL, whole
from gezondsamen.simulation.model.errors import refuse

MANIFEST: Final = "_manifest.json"
OLD: Final = "manifest.json"
"""The name in folders of version 0.1, which stays as it is; their sums bear no underscore either."""

Form = Literal["parquet", "csv"]

_SUMS: Final = ("ended", "running", "visits", "blocks")


@attrs.frozen
class Parts:
    """A folder of parts: each a file of trajectories with a small file of its sums beside it.

    The small file is written last, with digests of the part and of its own sums: a part without it, or other
    than it says, is computed again. Several runs may fill one folder: what they write is the same. Names of
    files beside the parts begin with an underscore: readers of whole folders pass over these.
    """

    folder: Path
    form: str

    @classmethod
    def opened(
        cls,
        folder: Path,
        form: str,
        manifest: dict[str, Any],
        chunk: int,
        covariates_of: Callable[[range], str],
    ) -> Parts:
        """Return a folder that holds parts of this run, of some of its cases or of more.

        Parts are cut at every `chunk` cases: those of more cases go on where those that are there end.
        `covariates_of` gives the digest of the covariates of some cases. Raises `InvalidModel` for the folder
        of another run.
        """
        if folder.exists() and not folder.is_dir():
            raise refuse("into", "no-folder", f"{folder.name!r} is a file; choose a folder")
        folder.mkdir(parents=True, exist_ok=True)
        mine = {**manifest, "chunk": chunk, "form": form}
        path = next((folder / name for name in (MANIFEST, OLD) if (folder / name).exists()), None)
        if path is None:
            # Another run that fills the folder writes its manifest before its parts.
            if any(folder.glob("part-*")) and not (folder / MANIFEST).exists():
                raise refuse("into", "other-run", f"{folder.name!r} holds parts without their manifest")
            path = folder / MANIFEST
            _replace(path, mine, indent=2)
        theirs = _read(path)
        # The digest of the model stands for its assumptions.
        keys = (mine.keys() | theirs.keys()) - {"assumptions"}
        differing = {key for key in keys if mine.get(key) != theirs.get(key)}
        if "cases" in differing:
            both = _together(mine["cases"], theirs.get("cases"), chunk)
            if both is not None:
                differing.remove("cases")
                more = both == mine["cases"]
                if more and covariates_of(range(*theirs["cases"])) == theirs.get("covariates"):
                    differing.discard("covariates")
                if not differing and both != theirs["cases"]:
                    _replace(path, {**mine, "cases": both}, indent=2)
        if differing:
            raise refuse(
                "into",
                "other-run",
                f"{folder.name!r} holds the parts of another run (other {', '.join(sorted(differing))}); "
                "choose an empty folder",
            )
        return cls(folder, form)

    def tally(self, task: Task) -> Tally | None:
        """Return the sums of a part that is there already, and whole."""
        part = self._path(task, self.form)
        path = next((path for path in (self._sums(task), self._path(task, "json")) if path.exists()), None)
        if path is None or not part.exists():
            return None
        plain = _read(path)
        sums = {name: plain.get(name) for name in _SUMS}
        if plain.get("check") != _digest_of(sums) or plain.get("digest") != _digest(part):
            return None
        return _tally(sums, task)

    def write(self, task: Task, rows: Any, tally: Tally) -> None:
        """Write a part, then its sums; raises `OSError` where that fails."""
        try:
            self._write(task, rows, tally)
        except FileNotFoundError:  # another run wrote the same part, and cleared away what this one began
            if self.tally(task) is None:
                raise
        for left in self.folder.glob(f"*part-{task.first:012}*{PARTIAL}"):  # by a run that was killed
            with suppress(OSError):
                left.unlink()

    def _write(self, task: Task, rows: Any, tally: Tally) -> None:
        from gezondsamen.simulation.files.arrow import Batches, write_csv, write_parquet

        batch = Batches(task.compiled).of(rows)
        path = self._path(task, self.form)
        if self.form == "parquet":
            write_parquet(batch, path)
        else:
            write_csv(batch, path)
        sums = {
            "ended": tally.ended.tolist(),
            "running": tally.running.tolist(),
            "visits": tally.visits,
            "blocks": [[a.hex(), b.hex()] for a, b in tally.blocks],
        }
        written = {**sums, "check": _digest_of(sums), "digest": _digest(path)}
        _replace(self._sums(task), written)

    def _sums(self, task: Task) -> Path:
        return self.folder / f"_part-{task.first:012}.json"

    def _path(self, task: Task, suffix: str) -> Path:
        return self.folder / f"part-{task.first:012}.{suffix}"


def _together(mine: Any, theirs: Any, chunk: int) -> Any:
    """Return the cases from the first to the last of two runs, if their parts are cut at the same places.

    None where they are not: then the last part of the one would hold other cases than that of the other.
    """
    try:
        (a, b), (c, d) = mine, theirs
        aligned = (a - c) % chunk == 0 and (b >= d or (b - c) % chunk == 0)
        return [min(a, c), max(b, d)] if aligned else None
    except (TypeError, ValueError):
        return None


def _tally(sums: Any, task: Task) -> Tally | None:
    """Return sums as a tally, or None where they cannot be those of a task."""
    try:
        ended, running, visits, blocks = (sums[name] for name in _SUMS)
        times = tuple((float.fromhex(a), float.fromhex(b)) for a, b in blocks)
        counts = [*ended, *running]
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    phases = len(task.compiled.phases)
    whole_numbers = all(type(count) is int and 0 <= count <= task.count for count in counts)
    if not whole_numbers or not len(ended) == len(running) == phases or sum(counts) != task.count:
        return None
    if type(visits) is not int or visits < 0 or len(times) != -(-task.count // BLOCK):
        return None
    if not all(math.isfinite(total) and total >= 0 for block in times for total in block):
        return None
    return Tally(np.array(ended, np.int64), np.array(running, np.int64), visits, times)


def _digest_of(plain: object) -> str:
    return hashlib.blake2b(json.dumps(plain, sort_keys=True).encode(), digest_size=16).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, partial(hashlib.blake2b, digest_size=16)).hexdigest()


def _read(path: Path) -> dict[str, Any]:
    """Return what a small file says; nothing where it was cut off, or is another's."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        return {}
    return plain if isinstance(plain, dict) else {}


def _replace(path: Path, plain: dict[str, Any], indent: int | None = None) -> None:
    with whole(path) as unfinished:
        unfinished.write_text(json.dumps(plain, indent=indent, sort_keys=True), encoding="utf-8")
