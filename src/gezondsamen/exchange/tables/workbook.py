"""Workbooks (xlsx), a sheet for each table. The only door to xlsxwriter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from importlib import import_module
from io import BytesIO
from types import ModuleType
from typing import Any, Final

from gezondsamen.arguments import check
from gezondsamen.errors import MissingExtra
from gezondsamen.exchange.tables.table import Cell, Table

_LONGEST: Final = 32_767
"""How many signs a cell of Excel holds at most."""

_WIDEST: Final = 60
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SHEET: Final = 31
"""How many signs the name of a sheet has at most."""

_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - no clock is read: the same tables are the same file


def to_xlsx(*tables: Table) -> bytes:
    """Return tables as a workbook, a sheet for each: write it to a file in binary.

    The first row has the names of the columns, stays in sight and filters. Texts are texts, whatever they
    begin with; days are days. A text of more than 32,767 signs is cut off, and ends in "…".

    Raises `MissingExtra` when the package xlsxwriter is missing. Needs the extra `tables`.
    """
    for table in tables:
        check("tables", table, Table, "tables, as of rules_table")
    raw = BytesIO()
    book = _xlsxwriter().Workbook(raw, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": _MADE})
    formats = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
    }
    for table, name in zip(tables, _names(tables), strict=True):
        _write(book.add_worksheet(name), table, formats)
    book.close()
    return raw.getvalue()


def _xlsxwriter() -> ModuleType:
    try:
        return import_module("xlsxwriter")
    except ImportError:
        raise MissingExtra("tables", "xlsxwriter") from None


def _write(sheet: Any, table: Table, formats: dict[str, Any]) -> None:
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name[:_LONGEST], formats["head"])
        longest = max((len(str(row[column] or "")) for row in table.rows), default=0)
        sheet.set_column(column, column, min(max(longest, len(name)) + 2, _WIDEST))
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _put(sheet, number, column, cell, formats)
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _put(sheet: Any, row: int, column: int, cell: Cell, formats: dict[str, Any]) -> None:
    match cell:
        case None:
            return
        case bool():
            sheet.write_boolean(row, column, cell, formats["text"])
        case int() | float():
            sheet.write_number(row, column, cell, formats["text"])
        case date():
            if cell.year < 1900:  # Excel knows no day before
                sheet.write_string(row, column, cell.isoformat(), formats["text"])
            else:
                sheet.write_datetime(row, column, cell, formats["date"])
        case str():
            text = _CONTROL.sub("", cell.replace("\r\n", "\n").replace("\r", "\n"))  # so lines of a cell end
            text = text if len(text) <= _LONGEST else text[: _LONGEST - 2] + " …"
            if text:
                sheet.write_string(row, column, text, formats["text"])


def _names(tables: tuple[Table, ...]) -> Iterator[str]:
    """Return names that sheets may have: short enough, without some signs, no two alike."""
    seen: set[str] = set()
    for number, table in enumerate(tables, 1):
        name = _FORBIDDEN.sub(" ", table.name).strip().strip("'")[:_SHEET].strip() or str(number)
        if name.casefold() in seen or name.casefold() == "history":
            name = f"{name[: _SHEET - 4]} {number}"
        seen.add(name.casefold())
        yield name
