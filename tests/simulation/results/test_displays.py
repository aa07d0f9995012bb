"""Results in a notebook: short, complete where they are small, and safe."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from gezondsamen.simulation import Exponential, compare, simulate_each, solve
from gezondsamen.simulation.engine.displays import MOST, html_table
from gezondsamen.simulation.examples import partnership
from tests.support.simulation.engines import simulated
from tests.support.simulation.models import loop, single

SMALL: dict[str, Any] = {"cases": 20, "horizon": 3.0, "seed": 1}


@pytest.mark.parametrize(
    "make",
    [
        lambda: simulated(partnership(), cases=20),
        lambda: compare({"<now>": loop()}, **SMALL),
        lambda: compare({"now": loop(), "<then>": loop()}, **SMALL),
        lambda: simulate_each(lambda draw: single(Exponential(draw["mean"])), {"mean": [1.0, 2.0]}, **SMALL),
        lambda: solve(loop(), horizon=3),
    ],
    ids=["result", "alone", "comparison", "draws", "exact"],
)
def test_each_shows_itself_as_a_table(make: Any) -> None:
    """What stands last in a cell is a short text and a table that a browser reads, names escaped."""
    shown = make()
    assert len(repr(shown)) < 200
    table = ElementTree.fromstring(shown._repr_html_())
    assert table.findtext("caption") == repr(shown)
    heads = [head.text for head in table.iter("th")]
    rows = [row for row in table.iter("tr") if row.find("td") is not None]
    assert rows
    assert all(len(list(row)) == len(heads) for row in rows)


def test_a_cell_is_what_its_column_holds() -> None:
    """Texts as they are, numbers to four digits, thousands set apart, and truth values as words."""
    columns = {
        "phase": np.array(["a<b", ""]),
        "share": np.array([0.123456, 2.0]),
        "cases": np.array([1234567, 0]),
        "chosen": np.array([True, False]),
    }
    table = ElementTree.fromstring(html_table("<all>", columns))
    rows = [[cell.text or "" for cell in row] for row in table.iter("tr")]
    assert rows == [
        ["phase", "share", "cases", "chosen"],
        ["a<b", "0.1235", "1,234,567", "True"],
        ["", "2", "0", "False"],
    ]
    assert table.findtext("caption") == "<all>"


def test_of_many_rows_the_first_are_shown() -> None:
    """A long table is cut, and says how much there is more."""
    text = html_table("long", {"n": np.arange(MOST + 1000)})
    assert f">{MOST - 1}<" in text
    assert f">{MOST}<" not in text
    assert "… 1,000 more" in text
