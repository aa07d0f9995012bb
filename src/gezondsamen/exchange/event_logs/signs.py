"""How logs write what they tell: names that are unique in a log, instants, and text that XML can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final
from xml.sax.saxutils import quoteattr

from gezondsamen import arguments
from gezondsamen.collaboration import Collaboration
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.scalars import plain_day

BEGIN: Final = "(begin)"
"""The activity of the event with which a case begins: no step has such a name."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    return _FORBIDDEN.sub("", text)


def followed(collaborations: Iterable[Collaboration], until: date) -> Iterator[Collaboration]:
    """Return collaborations as they were known to have gone through a day; those that began later are out."""
    if isinstance(collaborations, type) or not hasattr(collaborations, "__iter__"):
        raise arguments.wrong("collaborations", "collaborations", collaborations, InvalidArgument)
    for number, case in enumerate(collaborations):
        if not isinstance(case, Collaboration):
            raise arguments.wrong(f"collaborations[{number}]", "a collaboration", case, InvalidArgument)
        if case.dossier.first_day <= until:
            yield case


def last_day(until: date) -> date:
    """Return the last day on which cases were followed; raises `InvalidArgument` (not-a-date)."""
    found = plain_day(until)
    if found is None:
        message = f"until takes a datetime.date, not {shown(until)}"
        raise InvalidArgument("not-a-date", message, shown(until))
    return found
