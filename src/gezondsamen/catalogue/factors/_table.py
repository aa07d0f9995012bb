"""How a table becomes factors: one row per factor, under the heading where its source names it."""

from __future__ import annotations

from gezondsamen.citations import Citation, Work
from gezondsamen.evaluation.factors import Factor, Scope
from gezondsamen.labels import Label

FactorRow = tuple[str, str, str, tuple[Scope, ...], str, *tuple[str, ...]]
"""Code, Dutch, English, where it counts, the words of the passage, and the rules that act on it."""


def under(work: Work, heading: str, *rows: FactorRow) -> tuple[Factor, ...]:
    """Return a factor per row; `SF` codes help a collaboration, all others stand in its way.

    >>> row = ("OB-00", "haast", "haste", (Scope("pps"),), "Neem de tijd")
    >>> under(Work("guide", "A guide"), "Tips", row)[0].kind
    'obstacle'
    """
    return tuple(
        Factor(
            code,
            "success" if code.startswith("SF-") else "obstacle",
            Label(nl=nl, en=en),
            places,
            Citation(work, heading, opening),
            tuple(rules),
        )
        for code, nl, en, places, opening, *rules in rows
    )
