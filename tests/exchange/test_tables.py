"""Tables and works: what stands in them, and that no text becomes a formula."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.exchange.tables import (
    Table,
    checklist_table,
    factors_table,
    portfolio_table,
    requirements_table,
    roles_table,
    rules_table,
    to_bibtex,
    to_csl,
    to_csv,
    to_xlsx,
)
from gezondsamen.testing import canonical
from tests.support.dossiers import case_in

DAY = date(2025, 3, 3)
CASES = [*(canonical(process) for process in gs.PROCESSES.values()), case_in(gs.PPS, "management")]

CELLS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.dates() | st.text(max_size=9)
)
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5).map(
    lambda rows: Table("t", ("a", "b", "c"), rows)
)


def cells(table: Table, name: str) -> list[Any]:
    at = table.columns.index(name)
    return [row[at] for row in table.rows]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_rule_stands_once(lang: str) -> None:
    """The table of rules has each code of each process, with its text and its source."""
    table = rules_table(lang=lang)
    rules = {code: rule for p in gs.PROCESSES.values() for code, rule in p.requirements.items()}
    assert cells(table, "code") == sorted(rules)
    for row in table.rows:
        rule = rules[str(row[0])]
        assert rule.text.text(lang) in row
        assert rule.citation.text() in row
    one = rules_table([gs.PPS])
    assert cells(one, "code") == sorted(gs.PPS.requirements)


@pytest.mark.parametrize("process", gs.PROCESSES.values(), ids=lambda process: process.key)
def test_what_a_process_asks_stands_where_it_asks_it(process: gs.Process) -> None:
    """A row for each rule in each place, in the order of the process."""
    table = requirements_table(process, lang="en")
    slots = [rule.code for _, rules in process.slots() for rule in rules]
    assert cells(table, "code") == slots
    assert set(cells(table, "how")) <= {"requires", "advises", "watches"}
    assert all(
        (step is None) == (how == "watches")
        for step, how in zip(cells(table, "step"), cells(table, "how"), strict=True)
    )


def test_roles_and_factors_are_all_there() -> None:
    """Every role of a process, and every factor of the catalogue."""
    roles = [term.key for term in gs.PPS.terms if term.scheme == "role"]
    assert cells(roles_table(gs.PPS), "sleutel") == roles
    assert cells(factors_table(), "code") == [factor.code for factor in FACTORS]
    assert "everywhere" in cells(factors_table(lang="en"), "counts in")


def test_a_portfolio_has_a_row_for_each_case() -> None:
    """Each row says how the case stands on the day, as the case itself does."""
    table = portfolio_table(CASES, on=DAY, lang="en", calendar=gs.WEEKENDS)
    assert cells(table, "case") == [case.id for case in CASES]
    for case, row in zip(CASES, table.rows, strict=True):
        told: dict[str, Any] = dict(zip(table.columns, row, strict=True))
        watch = case.monitor(on=DAY, calendar=gs.WEEKENDS)
        assert told["phase"] == case.process.phase(case.phase).label.en
        assert told["parties"] == len(case.parties(on=DAY))
        assert told["evaluations overdue"] == len(watch.overdue)
        assert told["not in order"] == "; ".join(row.requirement.code for row in watch.found)
        assert (told["next on"] is None) == (told["next evaluation"] is None)
        assert told["next on"] is None or told["next on"] >= DAY
    assert any(cells(table, "next on"))
    assert len(portfolio_table(CASES, on=date(2000, 1, 1))) == 0


def test_the_next_evaluation_may_be_today() -> None:
    """What is planned for the day itself is still to come; what was missed is not."""
    case = case_in(gs.PPS, "management")
    (ahead, *_) = [m for m in gs.evaluation_schedule(case, on=DAY, until=date(2027, 3, 3)) if m.on > DAY]
    for day, then in ((ahead.on, ahead.on), (DAY, ahead.on)):
        (row,) = portfolio_table([case], on=day).rows
        assert row[-2] == then
        assert str(row[-1])


def test_a_checklist_has_a_row_for_each_rule() -> None:
    """What is missing and what to do are the words of the check."""
    case = gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8))
    check = case.check("start", on=date(2024, 1, 10))
    table = checklist_table(check)
    assert cells(table, "code") == [row.requirement.code for row in check.outcomes]
    assert cells(table, "stand") == [row.status_text("nl") for row in check.outcomes]
    assert [bool(text) for text in cells(table, "wat ontbreekt")] == [
        bool(r.findings) for r in check.outcomes
    ]


@given(TABLES, st.booleans())
@example(Table("t", ("a", "b", "c"), [(0.5, True, DAY), (-3, False, "=1"), (1e300, None, "'")]), True)
@example(Table("t", ("a", "b", "c"), [(0.5, True, DAY), (-3, False, "@x"), (-2.5, None, "-")]), False)
def test_csv_reads_back(table: Table, dutch: bool) -> None:
    """Every cell comes back as it was written, and no text as a formula."""
    text = to_csv(table, dutch=dutch)
    assert text.startswith("\ufeff") == dutch
    rows = list(
        csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";" if dutch else ",")
    )
    assert len(rows) == len(table) + 1
    for row, meant in zip(rows[1:], table.rows, strict=True):
        for found, cell in zip(row, meant, strict=True):
            if isinstance(cell, str):
                kept = cell.replace("\0", "")
                assert found in (kept, f"'{kept}")
                assert not found.startswith(("=", "+", "-", "@", "\t", "\r"))
            elif isinstance(cell, float):
                assert ("." in found) <= (not dutch)
                assert float(found.replace(",", ".") if dutch else found) == cell
            elif isinstance(cell, bool):
                assert found in (("nee", "ja") if dutch else ("false", "true"))
            else:
                assert found == ("" if cell is None else str(cell))


def test_lines_of_csv_end_as_its_standard_asks() -> None:
    """Each row ends with both signs of a line end, whoever reads it."""
    assert to_csv(Table("t", ("a",), [("b",)]), dutch=False) == "a\r\nb\r\n"


def test_sheets_have_names_that_are_allowed() -> None:
    """A name is cut and cleaned, two alike are told apart, and a table without one has its number."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    names = ("[a]/b", "'A  B'", "a  b", "", "x" * 40, "x" * 40, "History")
    book = openpyxl.load_workbook(BytesIO(to_xlsx(*(Table(name, ("a",), []) for name in names))))
    assert book.sheetnames[3:] == ["4", "x" * 31, "x" * 27 + " 6", "History 7"]
    assert book.sheetnames[:3] == ["a  b", "A  B 2", "a  b 3"]


def test_the_same_tables_are_the_same_file() -> None:
    """No moment of writing is inside a workbook."""
    pytest.importorskip("xlsxwriter")
    assert to_xlsx(rules_table()) == to_xlsx(rules_table())


def test_a_table_has_as_many_cells_as_columns() -> None:
    """A row that is too short or too long is refused, with its number."""
    with pytest.raises(ValueError, match="row 1 has 1 cells for 2 columns"):
        Table("t", ("a", "b"), [(1, 2), (3,)])


def test_what_is_no_table_no_case_and_no_work_is_refused() -> None:
    """Each is named with its place."""
    for call in (
        lambda: to_csv([1]),  # type: ignore[arg-type]
        lambda: to_xlsx([1]),  # type: ignore[arg-type]
        lambda: portfolio_table(["x"], on=DAY),  # type: ignore[list-item]
        lambda: portfolio_table(5, on=DAY),  # type: ignore[arg-type]
        lambda: portfolio_table(CASES, on="2024-01-01"),  # type: ignore[arg-type]
        lambda: checklist_table(CASES[0]),  # type: ignore[arg-type]
        lambda: requirements_table("pps"),  # type: ignore[arg-type]
        lambda: roles_table("pps"),  # type: ignore[arg-type]
        lambda: to_bibtex(["x"]),  # type: ignore[list-item]
        lambda: to_bibtex(5),  # type: ignore[arg-type]
    ):
        with pytest.raises(gs.InvalidArgument):
            call()


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    """A column has room for its longest text or its name, and is never wider than sixty signs."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    table = Table(
        "t", ("a", "a long name of it", "c", "d"), [("x" * 20, "y", "z" * 500, None), ("", 3, None, DAY)]
    )
    (sheet,) = openpyxl.load_workbook(BytesIO(to_xlsx(table))).worksheets
    widths = [sheet.column_dimensions[letter].width for letter in "ABCD"]
    for width, signs in zip(widths, (20, 16, 500, 10), strict=True):
        assert min(signs, 60) <= width <= min(signs + 4, 61)


def test_without_the_package_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where xlsxwriter cannot be imported, the call names the extra."""
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(gs.MissingExtra, match="tables"):
        to_xlsx(rules_table([gs.PPS]))


def test_works_are_those_that_are_cited() -> None:
    """Of a process, those it cites; of nothing, those of the catalogue; each once, by its key."""
    keys = [item["id"] for item in json.loads(to_csl(gs.PPS))]
    assert keys == sorted({work.key for work in gs.PPS.works})
    every = {item["id"] for item in json.loads(to_csl())}
    assert all({work.key for work in process.works} <= every for process in gs.PROCESSES.values())
    twice = [gs.Work("b", "B"), gs.Work("a", "A"), attrs.evolve(gs.Work("b", "B"))]
    assert [item["id"] for item in json.loads(to_csl(twice))] == ["a", "b"]
    assert to_bibtex(twice).count("@misc{") == 2


def test_a_work_in_bibtex_and_csl() -> None:
    """All that is known of a work stands in its record, in letters as they are; what is not, is left out."""
    work = gs.Work("gids", "Eén & {ander}", "Bureau_x", 2015, "https://example.org/a b", read=DAY)
    assert to_bibtex([work]).splitlines() == [
        "@misc{gids,",
        r"  title = {{Eén \& \textbraceleft{}ander\textbraceright{}}},",
        r"  author = {{Bureau\_x}},",
        "  year = {2015},",
        "  url = {https://example.org/a%20b},",
        "  urldate = {2025-03-03},",
        "}",
    ]
    assert to_bibtex([gs.Work("é 1", "T")]).splitlines() == ["@misc{--1,", "  title = {{T}},", "}"]
    assert json.loads(to_csl([work])) == [
        {
            "id": "gids",
            "type": "webpage",
            "title": "Eén & {ander}",
            "author": [{"literal": "Bureau_x"}],
            "issued": {"date-parts": [[2015]]},
            "URL": "https://example.org/a b",
            "accessed": {"date-parts": [[2025, 3, 3]]},
        }
    ]
    assert "Eén" in to_csl([work])
    assert json.loads(to_csl([gs.Work("t", "T")])) == [{"id": "t", "type": "document", "title": "T"}]
