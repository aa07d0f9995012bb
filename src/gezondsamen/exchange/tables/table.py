"""A table: named columns, and rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

Cell = str | int | float | bool | date | None


def _to_rows(rows: Iterable[Iterable[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(row) for row in rows)


@attrs.frozen
class Table:
    """Hold a table: its name, the names of its columns, and its rows; a cell without a value is None.

    Raises `ValueError` when a row has not as many cells as there are columns.

    >>> Table("numbers", ("n", "square"), [(2, 4), (3, 9)]).rows
    ((2, 4), (3, 9))
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = attrs.field(converter=_to_rows)

    def __attrs_post_init__(self) -> None:
        for number, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells for {len(self.columns)} columns")

    def __len__(self) -> int:
        return len(self.rows)
