"""Tables as HTML: how results show themselves in a notebook."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from gezondsamen.simulation.engine.trajectories import Columns

MOST: Final = 40
"""How many rows are shown at most."""


def html_table(caption: str, columns: Columns) -> str:
    """Return columns as an HTML table below what they are; of many rows the first.

    >>> import numpy as np
    >>> html_table("cases", {"phase": np.array(["a<b"]), "share": np.array([0.25])})
    '<table><caption>cases</caption><tr><th>phase</th><th>share</th></tr><tr><td>a&lt;b</td><td>0.25</td></tr></table>'
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    rows = list(zip(*(column.tolist() for column in columns.values()), strict=True))
    body = "".join(f"<tr>{''.join(f'<td>{_cell(x)}</td>' for x in row)}</tr>" for row in rows[:MOST])
    more = f"<tr><td colspan={len(columns)}>… {len(rows) - MOST:,} more</td></tr>" if len(rows) > MOST else ""
    return f"<table><caption>{escape(caption)}</caption><tr>{head}</tr>{body}{more}</table>"


def _cell(value: Any) -> str:
    """Return a value to read: numbers to four digits, thousands set apart."""
    match value:
        case float():
            return f"{value:.4g}"
        case int() if not isinstance(value, bool):
            return f"{value:,}"
        case _:
            return escape(str(value))
