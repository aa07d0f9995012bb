"""Files that are whole or not there: written under another name, on disk before they get the final one.

What goes wrong below, in a full disk above all, is an `OSError` here, whoever wrote.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from gezondsamen.errors import shown
from gezondsamen.simulation.model.errors import refuse

_NUMBER: Final = re.compile(r"(?:os error|code:) (\d+)")
PARTIAL: Final = ".partial"


def file_at(path: str | Path) -> Path:
    """Return the path of a file to write; raises `InvalidModel` for what is none."""
    try:
        found = Path(path)
        name = os.fsencode(found.name)
    except (TypeError, ValueError):
        name = b""
    if not name or b"\0" in name:
        raise refuse("path", "wrong-type", f"give the name of a file, not {shown(path)}")
    return found


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give the name under which to write; what was written bears its final name once it is on disk.

    Several may write the same file at once: each has a name of its own, and the last one stays. The name
    begins with an underscore, so that readers of a folder pass over it. Raises
    `OSError` where the file cannot be written; nothing is left behind, and what stood there stays.
    """
    partial = path.with_name(f"_{path.name.lstrip('_')}.{secrets.token_hex(8)}{PARTIAL}")
    partial.touch()  # a folder that is missing is told by name, whoever writes
    try:
        with _as_os_error(path):
            yield partial
        _to_disk(partial)
        os.replace(partial, path)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    if os.name == "posix":  # a folder has to reach the disk too, or its names may not
        _to_disk(path.parent)


@contextmanager
def _as_os_error(path: Path) -> Iterator[None]:
    """Raise what native writers make of a full disk, panics and bare exceptions, as an `OSError`."""
    try:
        yield
    except BaseException as problem:
        if type(problem) is not Exception and type(problem).__module__ != "pyo3_runtime":
            raise
        found = _NUMBER.search(str(problem))
        number = int(found[1]) if found else errno.EIO
        raise OSError(number, f"{os.strerror(number)} ({problem})", str(path)) from problem


def _to_disk(path: Path) -> None:
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)
