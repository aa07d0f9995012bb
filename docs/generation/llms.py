"""An index of the book for programs that read it: `llms.txt`, a line for each page, beside the pages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx

HEAD = """\
# gezondsamen

> A Python library that models how organisations work together for local public health in the Netherlands:
> processes as state machines, rules with their sources, evaluation moments with their reasons. In Dutch
> and English.

Dates are arguments, values are frozen, and a refusal is data: begin with the cookbook and the tutorial. Most
rules are advice or our own choice, and say so.
"""

FIRST = ("install", "how-to/cookbook", "tutorial/embedding", "reference/api", "reference/errors")
"""What to read first."""


def index_text(titles: Iterable[tuple[str, str]]) -> str:
    """Return the index of pages, each a name and a title: what to read first, and then the rest by name.

    >>> index_text([("b", "B"), ("install", "Install")]).splitlines()[-6:]
    ['', '- [Install](install.html)', '', '## All pages', '', '- [B](b.html)']
    """
    known = dict(titles)
    first = [name for name in FIRST if name in known]
    rest = sorted(known.keys() - set(first))
    return "\n".join(
        [
            HEAD,
            "## Begin",
            "",
            *(f"- [{known[name]}]({name}.html)" for name in first),
            "",
            "## All pages",
            "",
            *(f"- [{known[name]}]({name}.html)" for name in rest),
            "",
        ]
    )


def write_index(app: Sphinx, error: Exception | None) -> None:
    """Write `llms.txt` beside the built pages (`build-finished`)."""
    if error is None and app.builder.format == "html":
        titles = ((name, title.astext()) for name, title in app.env.titles.items())
        (Path(app.outdir) / "llms.txt").write_text(index_text(titles), encoding="utf-8")
