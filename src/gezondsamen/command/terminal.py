"""Terminals: whatever signs theirs knows, a text is shown, with plainer signs where it must be."""

from __future__ import annotations

import codecs
from typing import Any, Final
from unicodedata import normalize

_PLAIN: Final = str.maketrans(
    {
        "→": "->",
        "←": "<-",
        "–": "-",
        "—": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "…": "...",
        "×": "x",
        "•": "*",
        "≤": "<=",
        "≥": ">=",
        "✓": "v",
        "€": "EUR ",
    }
)


def survive(*streams: Any) -> None:
    """Let streams write plainer signs for those that their encoding lacks, instead of failing."""
    codecs.register_error("plainer", _plainer)
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plainer")


def _plainer(problem: UnicodeError) -> tuple[str, int]:
    """Return signs of ASCII for those that cannot be written: without their accents, or a question mark."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    lost = problem.object[problem.start : problem.end].translate(_PLAIN)
    signs = (normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?" for sign in lost)
    return "".join(signs), problem.end
