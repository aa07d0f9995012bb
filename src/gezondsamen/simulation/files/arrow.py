"""Rows as Arrow: batches that pandas, polars, pyarrow and DuckDB take as they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gezondsamen.errors import MissingExtra
from gezondsamen.simulation.engine.rows import STATUSES, Rows, Small
from gezondsamen.simulation.files.disk import whole

try:
    from arro3.core import Array, DataType, RecordBatch
except ModuleNotFoundError as missing:  # pragma: no cover - depends on what is installed
    raise MissingExtra("simulation", "arro3-core") from missing

if TYPE_CHECKING:
    from gezondsamen.simulation.engine.compiled import Compiled


NEVER_ALIKE: Final = ("case", "entered", "left")
"""Columns of nearly unique values: dictionary encoding would cost time and space."""


class Words:
    """Turn numbers into words as dictionary arrays; -1 becomes a missing value."""

    def __init__(self, words: tuple[str, ...]) -> None:
        kind = DataType.dictionary(DataType.int8(), DataType.utf8())
        self._words = Array(words, type=DataType.utf8()).cast(kind)
        # Read as a byte without a sign, -1 is the last of 256: the numbers serve as they are.
        missing = [None] * (256 - len(words))
        self._with_missing = Array([*words, *missing], type=DataType.utf8()).cast(kind)

    def of(self, numbers: Small) -> Array:
        """Return the words with these numbers."""
        # Without missing values it is three times as fast, and looking is almost free.
        words = self._words if numbers.size and numbers.min() >= 0 else self._with_missing
        return words.take(Array.from_numpy(numbers.view(np.uint8)))


class Batches:
    """Make a record batch of the rows of a chunk.

    Columns: `case`, `visit` (the n-th of this case in this phase, from 0), `phase_from`, `phase_to` and
    `trigger` (missing where the visit was cut off), `entered` and `left` in years, `status`.
    """

    def __init__(self, compiled: Compiled) -> None:
        self._words = {
            "phase_from": Words(compiled.phases),
            "phase_to": Words(compiled.phases),
            "trigger": Words(compiled.triggers),
            "status": Words(STATUSES),
        }

    def of(self, rows: Rows) -> RecordBatch:
        """Return the rows as a batch."""
        columns = [
            self._words[name].of(column) if name in self._words else Array.from_numpy(column)
            for name, column in rows.items()
        ]
        return RecordBatch.from_arrays(columns, names=list(rows))


def table_of(stream: Any) -> Any:
    """Return a stream of Arrow, of whatever library, as a table of ours."""
    from arro3.core import Table

    return Table.from_arrow(stream)


def write_parquet(visits: Any, path: Path, metadata: dict[str, str] | None = None) -> None:
    """Write a batch, or a stream of them, to a Parquet file; raises `OSError` where that fails."""
    from arro3 import io

    with whole(path) as partial:
        io.write_parquet(
            visits,
            partial,
            compression="zstd(1)",
            column_dictionary_enabled=dict.fromkeys(NEVER_ALIKE, False),
            key_value_metadata=metadata,
        )


def write_csv(visits: Any, path: Path) -> None:
    """Write a batch, or a stream of them, to a CSV file; raises `OSError` where that fails."""
    from arro3 import io

    with whole(path) as partial:
        io.write_csv(visits, partial)
