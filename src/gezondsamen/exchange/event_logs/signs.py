"""How logs write what they tell: names that are unique in a log, instants, and text that XML can hold."""

from __future__ import annotations

from datetime import date
from typing import Final
from xml.sax.saxutils import quoteattr

from gezondsamen.exchange.markup import UNTOLD

BEGIN: Final = "(begin)"
"""The activity of the event with which a case begins: no step has such a name."""


def ident(*parts: str) -> str:
    """Return a name made of parts, in such a way that other parts never make the same.

    >>> ident("2024/0123"), ident("2024/0123", "covenant")
    ('2024/0123', '2024/0123#covenant')
    """
    return "#".join(part.replace("%", "%25").replace("#", "%23") for part in parts)


def instant(day: date) -> str:
    """Return the begin of a day: facts are dated, and say no more than the day."""
    return f"{day.isoformat()}T00:00:00+00:00"


def quoted(text: str) -> str:
    """Return a text as an attribute of XML, without the signs that no such document may hold."""
    return quoteattr(plain(text))


def plain(text: str) -> str:
    """Return a text without control signs and without halves of signs."""
    return UNTOLD.sub("", text)
