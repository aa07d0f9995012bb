"""The study that ships as a notebook: it runs, is short, and its text says what it computes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest

NOTEBOOK: Final = Path(__file__).parents[1] / "examples" / "study.ipynb"
LONGEST: Final = 40
"""How many lines a study may have that are not prose."""

Cell = dict[str, Any]


@pytest.fixture(scope="module")
def cells() -> list[Cell]:
    return list(json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"])


@pytest.fixture(scope="module")
def names(cells: list[Cell]) -> Iterator[dict[str, Any]]:
    """What the notebook defines, after its cells were run from the first to the last."""
    if not all(map(find_spec, ("scipy", "matplotlib", "pandas"))):
        pytest.skip("the study stands on scipy, matplotlib and pandas")
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.use("Agg")
        from matplotlib import pyplot as plt

        found: dict[str, Any] = {"__name__": "study"}
        for cell in code(cells):
            exec(compile(text(cell), f"{NOTEBOOK.name}:{cell['id']}", "exec"), found)
        yield found
        plt.close("all")


def code(cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell["cell_type"] == "code"]


def text(cell: Cell) -> str:
    return "".join(cell["source"])


def test_a_study_is_short(cells: list[Cell]) -> None:
    """From the question to figure and table there are at most 40 lines that are not prose."""
    lines = [line for cell in code(cells) for line in text(cell).splitlines() if line.strip()]
    assert 0 < len(lines) <= LONGEST


def test_a_notebook_is_kept_without_what_it_gave(cells: list[Cell]) -> None:
    """No output and no count of executions is kept: what is read was computed by the reader."""
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code(cells))


def test_the_study_tells_which_uncertainty_its_intervals_hold(names: dict[str, Any]) -> None:
    """Of each measure there is an interval of the simulation alone, and a wider one of the parameters too."""
    table = names["table"]
    assert set(table["uncertainty"]) == {"simulation", "parameters and simulation"}
    for _, rows in table.groupby("measure"):
        alone, both = rows.sort_values("uncertainty", ascending=False).itertuples()
        assert alone.uncertainty == "simulation"
        assert both.high - both.low > 2 * (alone.high - alone.low)


def test_the_figure_shows_both_intervals_on_one_scale(names: dict[str, Any]) -> None:
    """The two intervals of one difference can be compared by eye, and each says what it holds."""
    left, middle, right = names["figure"].axes
    assert left.lines
    assert middle.get_xlim() == right.get_xlim()
    shown = [" ".join(t.get_text() for t in ax.texts) + ax.get_title() for ax in (middle, right)]
    assert "simulation" in shown[0]
    assert "parameters" in shown[1]


def test_the_text_says_what_was_computed(cells: list[Cell], names: dict[str, Any]) -> None:
    """Each figure with a decimal in the text follows from the notebook, and each result is in the text."""
    prose = "\n".join(text(cell) for cell in cells if cell["cell_type"] == "markdown")
    estimates = names["comparison"].estimates()
    shares = [
        float(value)
        for name, value in zip(estimates["measure"], estimates["estimate"], strict=True)
        if name == "good ends"
    ]
    told = [per_hundred(share) for share in shares]
    for row in names["table"].itertuples():
        if (row.measure, row.uncertainty) == ("emergencies", "simulation"):
            continue
        numbers = sorted((per_hundred(row.low), per_hundred(row.high)), key=float)
        interval = f"[{numbers[0]}; {numbers[1]}]"
        assert interval in prose
        told += [per_hundred(row.difference), *numbers]
    assert set(re.findall(r"\d+\.\d+", prose)) == set(told)


def per_hundred(share: float) -> str:
    """Return a share as so many of a hundred; which way it goes is said in words."""
    return f"{abs(100 * share):.1f}"
