"""Signs and small words of the page; whole sentences stand where they are used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gezondsamen.citations import Basis, Citation
from gezondsamen.exchange.markup import Markup, element, join, link
from gezondsamen.language import Language
from gezondsamen.process.process import Process
from gezondsamen.prose.statuses import basis_text

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


def source(basis: Basis, citations: tuple[Citation, ...], say: Language) -> Markup:
    """Return on what ground something stands, and the passages, with their addresses as links."""
    ground = element("span", f"{basis_text(basis, say)}: ", class_="part")
    return element("p", ground, join([link(c.text(), c.address) for c in citations], between="; "))


def term(processes: tuple[Process, ...], scheme: str, key: str, say: Language) -> str:
    """Return the label of a term in the first process that knows it, or its key."""
    for process in processes:
        found = process.term(scheme, key)
        if found is not None:
            return say.label(found.label)
    return key
