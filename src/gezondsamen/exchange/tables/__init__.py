"""Tables for who works with a spreadsheet, and works for who cites: CSV, xlsx, BibTeX and CSL JSON.

A `Table` is a value: `content` makes those of rules, roles, factors, cases and checks; `csv_text` and
`workbook` write any of them.
"""

from __future__ import annotations

from gezondsamen.exchange.tables.bibliography import to_bibtex, to_csl
from gezondsamen.exchange.tables.cases import checklist_table, portfolio_table
from gezondsamen.exchange.tables.content import factors_table, requirements_table, roles_table, rules_table
from gezondsamen.exchange.tables.csv_text import to_csv
from gezondsamen.exchange.tables.table import Table
from gezondsamen.exchange.tables.workbook import to_xlsx

__all__ = [
    "Table",
    "checklist_table",
    "factors_table",
    "portfolio_table",
    "requirements_table",
    "roles_table",
    "rules_table",
    "to_bibtex",
    "to_csl",
    "to_csv",
    "to_xlsx",
]
