"""Tables in LibreOffice (MPL-2.0), set to Dutch: every cell is what it was, and nothing is a formula.

It is read back from the workbook that LibreOffice saves; where `soffice` is not installed, this is skipped.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest

from gezondsamen.exchange.tables import Table, factors_table, rules_table, to_csv, to_xlsx
from tests.readers.test_tables import as_excel_keeps
from tests.support.titles import HOSTILE_TITLES

OFFICE: Final = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
pytest.importorskip("xlsxwriter")

DUTCH: Final = "CSV:59,34,76,1,,1043,false,true"
"""As a double click opens it: semicolons, quotes, UTF-8, the first line, Dutch, numbers and days found."""

TRUTH: Final[dict[str, Any]] = {"=TRUE()": True, "=FALSE()": False}
"""How LibreOffice saves yes and no."""

TITLES: Final = Table(
    "titels",
    ("titel", "getal", "deel", "dag", "ja"),
    [(t, n, n / 4 + 1000.5, date(2024, 1, 8), n % 2 == 0) for n, t in enumerate(HOSTILE_TITLES)],
)


def opened(path: Path, *options: str) -> list[list[Any]]:
    """Return the rows of the first sheet, as LibreOffice saves what it opened."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    saved = path.parent / "saved"
    subprocess.run(
        [str(OFFICE), profile, "--headless", *options, "--convert-to", "xlsx", "--outdir", saved, path],
        env={**os.environ, "LC_ALL": "nl_NL.UTF-8"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    sheet = import_module("openpyxl").load_workbook(saved / f"{path.stem}.xlsx").worksheets[0]
    assert {cell.value for row in sheet for cell in row if cell.data_type == "f"} <= set(TRUTH)
    return [[_plain(cell.value) for cell in row] for row in sheet.iter_rows()]


def _plain(value: Any) -> Any:
    if isinstance(value, str):  # control signs, of CSV, are saved by their number
        return TRUTH.get(value, re.sub("_x00[01][0-9a-f]_", "", value))
    return value.date() if isinstance(value, datetime) else value


def kept(cell: Any) -> Any:
    """Return a cell as a workbook holds it: a text without control signs, and nothing for an empty one."""
    return (as_excel_keeps(cell) or None) if isinstance(cell, str) else cell


def as_csv(cell: Any) -> Any:
    """Return a cell as it is opened from CSV: yes and no are words, and what was no formula has a mark."""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(tuple("=+-@'")) else cell


@pytest.mark.parametrize("table", [TITLES, rules_table(), factors_table()], ids=lambda t: t.name)
def test_workbooks_and_csv_open_as_they_were_written(table: Table, tmp_path: Path) -> None:
    """Texts, numbers with a comma, days and empty cells are the same in LibreOffice, from either form."""
    book, text = tmp_path / "book.xlsx", tmp_path / "text.csv"
    book.write_bytes(to_xlsx(table))
    text.write_text(to_csv(table), encoding="utf-8", newline="")
    meant: list[Sequence[Any]] = [table.columns, *table.rows]
    assert opened(book) == [[kept(cell) for cell in row] for row in meant]
    assert opened(text, f"--infilter={DUTCH}") == [[kept(as_csv(cell)) for cell in row] for row in meant]
