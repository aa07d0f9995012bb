"""What a kernel hands back: one summary per case, and one row per visit where they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

MOVED, ENDED, CENSORED = 0, 1, 2
STATUSES: Final = ("moved", "ended", "censored")
"""How a visit ended: by a step to a phase that goes on, to a final one, or not before the horizon."""

Small = npt.NDArray[np.int8]

FIELDS: Final = (
    ("case", np.int64),
    ("visit", np.int32),
    ("phase_from", np.int8),
    ("phase_to", np.int8),
    ("trigger", np.int8),
    ("entered", np.float64),
    ("left", np.float64),
    ("status", np.int8),
)
"""The columns of a row and how they are kept; phases and triggers are numbers, -1 where there is none."""


@attrs.frozen(eq=False)
class Summary:
    """Say of each case in which phase it was at the end, since when (or the horizon), and its visits."""

    phase: Small
    time: npt.NDArray[np.float64]
    visits: npt.NDArray[np.int32]


Rows = dict[str, npt.NDArray[Any]]
"""The columns of `FIELDS`, in the order of cases, and of a case in the order of its visits."""


def empty_rows(size: int) -> Rows:
    """Return columns with room for this many rows.

    They share one piece of memory: the allocator then hands the same pages to the next chunk, which is
    much cheaper than new ones from the system.
    """
    memory = np.empty(size * sum(np.dtype(kind).itemsize for _, kind in FIELDS), np.uint8)
    columns, at = {}, 0
    for name, kind in sorted(FIELDS, key=lambda field: -np.dtype(field[1]).itemsize):
        end = at + size * np.dtype(kind).itemsize
        columns[name] = memory[at:end].view(kind)
        at = end
    return {name: columns[name] for name, _ in FIELDS}


PIECE: Final = 1 << 16
"""How many rows are looked at together: memory grows with it, and answers do not depend on it."""


def pieces(chunks: Iterable[Rows]) -> Iterator[Rows]:
    """Yield the rows in pieces of about `PIECE` rows, each of whole cases."""
    for rows in chunks:
        case = rows["case"]
        begin = 0
        while begin < len(case):
            end = min(begin + PIECE, len(case))
            if end < len(case):
                # The case at the cut goes whole into the next piece, or into this one where it fills it.
                cut = int(np.searchsorted(case, case[end]))
                end = cut if cut > begin else int(np.searchsorted(case, case[end], side="right"))
            yield {name: column[begin:end] for name, column in rows.items()}
            begin = end


def filled(chunks: Iterable[Rows], size: int) -> Rows:
    """Return the rows of all chunks as columns of this size: no chunk is kept once it is copied."""
    columns = {name: np.empty(size, kind) for name, kind in FIELDS}
    begin = 0
    for rows in chunks:
        end = begin + len(rows["case"])
        for name, column in columns.items():
            column[begin:end] = rows[name]
        begin = end
    return columns


def joined(chunks: Iterable[Rows]) -> Rows:
    """Return the rows of all chunks, whatever their columns, as one."""
    parts = list(chunks)
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
