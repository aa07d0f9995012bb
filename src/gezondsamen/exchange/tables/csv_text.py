"""CSV that a Dutch Excel opens by a double click: semicolons, decimal commas, and a mark of UTF-8."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import Final

from gezondsamen.arguments import check
from gezondsamen.exchange.tables.table import Cell, Table

_MARK: Final = "\ufeff"
"""Tells Excel that the file is UTF-8."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""What a spreadsheet takes for the begin of a formula, and the sign that says it is none."""


def to_csv(table: Table, *, dutch: bool = True) -> str:
    """Return a table as CSV: write it with `encoding="utf-8"` and `newline=""`.

    With `dutch` it is as a Dutch Excel opens it: semicolons between cells, a comma in numbers, and a mark of
    UTF-8 at the begin. Without it, it is as programs read it: commas, points, no mark. A text that a
    spreadsheet would take for a formula has an apostrophe before it, in either.

    >>> print(to_csv(Table("t", ("naam", "deel"), [("=1+1", 0.5), ("Zwolle", None)])).lstrip(chr(0xFEFF)))
    naam;deel
    '=1+1;0,5
    Zwolle;
    <BLANKLINE>
    """
    check("table", table, Table, "a table, as of rules_table")
    text = StringIO()
    writer = csv.writer(text, delimiter=";" if dutch else ",")
    writer.writerow([_cell(name, dutch) for name in table.columns])
    writer.writerows([_cell(cell, dutch) for cell in row] for row in table.rows)
    return (_MARK if dutch else "") + text.getvalue()


def _cell(cell: Cell, dutch: bool) -> str:
    """Return a cell as text; numbers and days are no formulas, whatever sign they begin with."""
    match cell:
        case None:
            return ""
        case bool():
            return ("nee", "ja")[cell] if dutch else ("false", "true")[cell]
        case int():
            return str(cell)
        case float():
            return repr(cell).replace(".", ",") if dutch else repr(cell)
        case date():
            return cell.isoformat()
        case str():
            text = cell.replace("\0", "")
            return f"'{text}" if text.startswith(_FORMULA) else text
