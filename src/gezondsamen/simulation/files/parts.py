"""Trajectories in parts: a folder that a run which was broken off goes on with."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Final, Literal

import attrs
import numpy as np

from gezondsamen.simulation.engine.tally import Tally
from gezondsamen.simulation.engine.task import Task
from gezondsamen.simulation.model.errors import refuse

MANIFEST: Final = "manifest.json"

Form = Literal["parquet", "csv"]


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
        from gezondsamen.simulation.files.arrow import Batches, write_parquet

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
