"""Tables and works in the programs that people have: every text as it was written."""

from __future__ import annotations

import csv
import json
import re
from datetime import date, datetime
from importlib import import_module
from io import BytesIO, StringIO
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.exchange.markup import UNTOLD
from gezondsamen.exchange.tables import Table, factors_table, rules_table, to_bibtex, to_csl, to_csv, to_xlsx
from tests.support.titles import HOSTILE_TITLES

pytest.importorskip("xlsxwriter")

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85]")
TITLES = Table(
    "titels", ("titel", "getal", "dag"), [(t, n, date(2024, 1, 8)) for n, t in enumerate(HOSTILE_TITLES)]
)


def openpyxl_rows(raw: bytes) -> list[list[Any]]:
    """Read the first sheet with openpyxl (MIT)."""
    book = import_module("openpyxl").load_workbook(BytesIO(raw))
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def calamine_rows(raw: bytes) -> list[list[Any]]:
    """Read the first sheet with calamine (MIT), a reader in Rust."""
    book: Any = import_module("python_calamine").CalamineWorkbook.from_filelike(BytesIO(raw))
    rows: list[list[Any]] = book.get_sheet_by_index(0).to_python()
    return rows


def as_excel_keeps(text: str) -> str:
    """Return a text with the line ends of a cell, and without control signs."""
    return UNTOLD.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


@pytest.mark.parametrize("read", [openpyxl_rows, calamine_rows])
def test_workbooks_read_back(read: Any) -> None:
    """Every text, number and day comes back as itself; nothing is a formula."""
    head, *rows = read(to_xlsx(TITLES, rules_table()))
    assert head == list(TITLES.columns)
    for row, meant in zip(rows, TITLES.rows, strict=True):
        assert as_excel_keeps(row[0]) == as_excel_keeps(str(meant[0]))
        assert row[1] == meant[1]
        day = row[2].date() if isinstance(row[2], datetime) else row[2]
        assert day == meant[2]
    book = import_module("openpyxl").load_workbook(BytesIO(to_xlsx(TITLES)))
    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row} <= {"s", "n", "d"}


def test_sheets_have_names_that_excel_takes() -> None:
    """Whatever tables are called, their sheets open, each under a name of its own."""
    tables = [
        Table(name, ("a",), [(1,)]) for name in (*HOSTILE_TITLES, "", "History", "a", "A", "'x'", "a" * 40)
    ]
    book = import_module("openpyxl").load_workbook(BytesIO(to_xlsx(*tables)))
    assert len({name.casefold() for name in book.sheetnames}) == len(tables)
    assert all(1 <= len(name) <= 31 for name in book.sheetnames)


def test_whole_tables_read_back() -> None:
    """The rules and factors come out of a workbook as they went in."""
    for table in (rules_table(), factors_table(lang="en")):
        head, *rows = openpyxl_rows(to_xlsx(table))
        assert head == list(table.columns)
        for row, meant in zip(rows, table.rows, strict=True):
            plain = [value.date() if isinstance(value, datetime) else value for value in row]
            assert plain == [cell if cell != "" else None for cell in meant]


def test_titles_survive_csv() -> None:
    """The csv module of Python gives each text back, with an apostrophe where it looked like a formula."""
    rows = list(csv.reader(StringIO(to_csv(TITLES).removeprefix("\ufeff"), newline=""), delimiter=";"))[1:]
    for row, title in zip(rows, HOSTILE_TITLES, strict=True):
        assert row[0] == (f"'{title}" if title[0] in "=+-@'" else title)


def works() -> list[gs.Work]:
    """Return works under all titles, with an address that has signs of TeX."""
    address = "https://example.nl/{}?a=b_c&d=%20"
    return [
        gs.Work(f"werk-{n}", title, f"{title} uitgever", 2000 + n, address.format(n), date(2026, 1, 1))
        for n, title in enumerate(HOSTILE_TITLES)
    ]


def on_one_line(title: str) -> str:
    """Return a title as TeX keeps it: on one line, without control signs."""
    return " ".join(CONTROL.sub("", " ".join(title.split())).split())


def test_bibtex_is_read_by_pybtex() -> None:
    """Pybtex (MIT) finds every work, and shows its title as it was."""
    text_of = import_module("pybtex.richtext").Text.from_latex
    for given in (works(), list(gs.PPS.works)):
        found = import_module("pybtex.database").parse_string(to_bibtex(given), "bibtex").entries
        assert len(found) == len(given)
        for work in given:
            entry = found[work.key]
            shown = str(text_of(entry.fields["title"]))
            assert plain(shown) == plain(on_one_line(work.title))
            assert entry.fields.get("url", "") == work.url


COMMANDS = {
    "\\textbraceleft": "{",
    "\\textbraceright": "}",
    "\\textasciicircum": "^",
    "\\$": "$",
}
"""Commands of TeX that pybtex leaves as they are."""


def plain(text: str) -> str:
    """Return a text without what TeX writes in its own way: blanks, dashes, quotes."""
    for command, sign in COMMANDS.items():
        text = text.replace(command, sign)
    kept = text.replace("\xa0", " ").replace("``", "“").replace("''", "”")
    return "".join(sign for sign in kept if sign not in " -–~'\"“”`’‘")


STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-GB">
  <info><title>short</title><id>short</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout delimiter=", ">
    <names variable="author"/><text variable="title"/><date variable="issued"><date-part name="year"/></date>
  </layout></bibliography>
</style>
"""
"""A style with what is carried: who issued it, its title, its year."""


def test_csl_is_read_by_citeproc() -> None:
    """citeproc-py (BSD-2-Clause) finds every work, and prints a bibliography of them."""
    citeproc, source = import_module("citeproc"), import_module("citeproc.source.json")
    given = [*works(), *gs.PPS.works]
    items = json.loads(to_csl(given))
    assert {item["id"]: item["title"] for item in items} == {work.key: work.title for work in given}
    style = citeproc.CitationStylesStyle(BytesIO(STYLE.encode()), validate=False)
    records = source.CiteProcJSON(items)
    bibliography = citeproc.CitationStylesBibliography(style, records, citeproc.formatter.plain)
    for item in items:
        bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
    lines = [str(line) for line in bibliography.bibliography()]
    assert len(lines) == len(items)
    assert any(gs.PPS.works[0].title in line for line in lines)
