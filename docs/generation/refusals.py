"""The page of error codes, with what each says to people."""

from __future__ import annotations

from collections.abc import Mapping

from generation.markdown import code, page, plain, spoken, table
from gezondsamen.prose.refusals.arguments import ARGUMENTS, UNKNOWN
from gezondsamen.prose.refusals.documents import FAULTS
from gezondsamen.prose.refusals.models import MODELS
from gezondsamen.prose.refusals.processes import PROBLEMS, UNKNOWN_IN_PROCESS

_CODES = """\
Every code of an error, with the sentence that `error.text("nl")` and `error.text("en")` make of it. Between
braces stands what the error fills in. What to do with errors is told in [](../errors.md).
"""

_PARTS: tuple[tuple[str, str, Mapping[str, tuple[str, str]]], ...] = (
    (
        "Arguments and records",
        "The `code` of an `InvalidArgument` or `InvalidRecord`; of a fault in the journal of a document too.",
        {**ARGUMENTS, "unknown-...": UNKNOWN},
    ),
    ("Documents", "The `code` of each fault of a `DocumentError`.", FAULTS),
    (
        "Processes",
        "The `code` of each problem of an `InvalidProcess`, of `verify` and of the laws for processes.",
        {**PROBLEMS, "unknown-...": UNKNOWN_IN_PROCESS},
    ),
    ("Models", "The `code` of each problem of an `InvalidModel`.", MODELS),
)


def refusals_page() -> str:
    """Return the page of all error codes."""
    lines = [_CODES]
    for title, which, sentences in _PARTS:
        rows = (
            (code(key), spoken(plain(dutch), "nl"), plain(english))
            for key, (dutch, english) in sentences.items()
        )
        lines += [f"## {title}", "", which, "", *table(("code", "Nederlands", "English"), rows)]
    return page("Error codes", *lines, anchor="error-codes")
