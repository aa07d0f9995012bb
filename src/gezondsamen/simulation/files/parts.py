"""Trajectories in parts: a folder that a run which was broken off goes on with."""

from __future__ import annotations

import hashlib
import json
import math
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

MANIFEST: Final = "manifest.json"

Form = Literal["parquet", "csv"]

_SUMS: Final = ("ended", "running", "visits", "blocks")


@attrs.frozen
class Parts:
    """A folder of parts: each a file of trajectories with a small file of its sums beside it.

    The small file is written last, with digests of the part and of its own sums: a part without it, or other
    than it says, is computed again. Several runs may fill one folder: what they write is the same.
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
        if not path.exists():
            # Another run that fills the folder writes its manifest before its parts.
            if any(self.folder.glob("part-*")) and not path.exists():
                raise refuse("into", "other-run", f"{self.folder.name!r} holds parts without their manifest")
            _replace(path, mine, indent=2)
        theirs = _read(path)
        differing = sorted(key for key in mine.keys() | theirs.keys() if mine.get(key) != theirs.get(key))
        if differing:
            raise refuse(
                "into",
                "other-run",
                f"{self.folder.name!r} holds the parts of another run (other {', '.join(differing)}); "
                "choose an empty folder",
            )

    def tally(self, task: Task) -> Tally | None:
        """Return the sums of a part that is there already, and whole."""
        path, part = self._path(task, "json"), self._path(task, self.form)
        if not path.exists() or not part.exists():
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
        for left in self.folder.glob(f"part-{task.first:012}*{PARTIAL}"):  # by a run that was killed
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
        _replace(self._path(task, "json"), written)

    def _path(self, task: Task, suffix: str) -> Path:
        return self.folder / f"part-{task.first:012}.{suffix}"


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
