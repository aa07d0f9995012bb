"""How a table of words becomes terms: one row per word, columns key, Dutch, English, groups."""

from __future__ import annotations

from gezondsamen.labels import Label
from gezondsamen.terms import Term


def terms(scheme: str, *rows: tuple[str, ...], groups: tuple[str, ...] = ()) -> tuple[Term, ...]:
    """Return a term of this scheme per row (key, nl, en, and any groups beside those of the table).

    >>> terms("side", ("public", "publiek", "public"))[0].label.nl
    'publiek'
    """
    return tuple(
        Term(key, Label(nl=nl, en=en), scheme=scheme, groups=(*groups, *more)) for key, nl, en, *more in rows
    )
