"""How a table of words becomes terms: one row per word, columns key, Dutch, English, groups.

What each term means stands in `definitions`, and is joined to it here.
"""

from __future__ import annotations

from gezondsamen.catalogue.definitions import DEFINITIONS, PASSAGES
from gezondsamen.labels import Label
from gezondsamen.terms import Term


def terms(
    scheme: str, *rows: tuple[str, ...], groups: tuple[str, ...] = (), counted: tuple[str, ...] = ()
) -> tuple[Term, ...]:
    """Return a term of this scheme per row (key, nl, en, and any groups beside those of the table).

    Amounts of the topics that are `counted` are never below zero.

    >>> terms("side", ("public", "publiek", "public"))[0].label.nl
    'publiek'
    """
    return tuple(
        Term(
            key,
            Label(nl=nl, en=en),
            scheme=scheme,
            groups=(*groups, *more),
            definition=_definition(scheme, key),
            defined_by=PASSAGES.get(scheme, {}).get(key),
            counted=key in counted,
        )
        for key, nl, en, *more in rows
    )


def _definition(scheme: str, key: str) -> Label | None:
    found = DEFINITIONS[scheme].get(key)
    return None if found is None else Label(*found)
