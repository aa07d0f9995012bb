"""The study of `examples/study.ipynb` as a page: its cells are run, and what they show stands below them."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from generation.pictures import save_figure


def study_page(notebook: Path, pictures: Path) -> str:
    """Run a notebook from its first cell to its last, and return it as a page, with figures in `pictures`."""
    lines: list[str] = []
    names: dict[str, Any] = {"__name__": "study"}
    with mpl.rc_context():
        mpl.use("Agg")
        for number, cell in enumerate(json.loads(notebook.read_text(encoding="utf-8"))["cells"]):
            text = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                lines += [text, ""]
            else:
                lines += ["```python", text, "```", "", *_shown(_run(text, names), names, pictures, number)]
    return "\n".join(lines)


def _run(text: str, names: dict[str, Any]) -> Any:
    """Run a cell, and return the value of its last line where that is an expression."""
    body = ast.parse(text).body
    last = body[-1] if body else None
    if not isinstance(last, ast.Expr):
        exec(compile(ast.Module(body, []), "study.ipynb", "exec"), names)
        return None
    exec(compile(ast.Module(body[:-1], []), "study.ipynb", "exec"), names)
    return eval(compile(ast.Expression(last.value), "study.ipynb", "eval"), names)


def _shown(value: Any, names: dict[str, Any], pictures: Path, number: int) -> list[str]:
    """Return what a notebook would show of a value: a figure that the cell drew, a table, or its text."""
    figure = names.pop("figure", None)
    if isinstance(figure, Figure):
        name = f"study-{number}.svg"
        save_figure(pictures / name, figure)
        alt = "What the cell above draws; its numbers are told in the text below."
        return [f"```{{image}} pictures/{name}", f":alt: {alt}", "```", ""]
    table = getattr(value, "_repr_html_", lambda: None)()
    if table:
        return ["```{raw} html", f'<div class="table-wrapper docutils container">{table}</div>', "```", ""]
    return ["```text", repr(value), "```", ""] if value is not None else []
