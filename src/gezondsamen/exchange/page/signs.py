"""The sign and the look of each status on the page. Words of statuses stand in `prose.statuses`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gezondsamen.exchange.markup import Markup, element

SIGNS: Final[Mapping[str, tuple[str, str]]] = {
    "met": ("✓", "good"),
    "unmet": ("✕", "stop"),
    "advised": ("!", "heed"),
    "waived": ("≈", "calm"),
    "note": ("i", "calm"),
    "held": ("✓", "good"),
    "overdue": ("✕", "stop"),
    "open": ("!", "heed"),
    "planned": ("–", "calm"),
    "provisional": ("?", "calm"),
}
"""The sign and the look of each status: of rules, and of moments."""


def status(kind: str, word: str) -> Markup:
    """Return a status: a sign, which is not read aloud, and the word."""
    sign, look = SIGNS[kind]
    return element(
        "span", element("span", sign, class_="sign", aria_hidden="true"), word, class_=f"status {look}"
    )
