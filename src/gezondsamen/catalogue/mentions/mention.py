"""A mention: something that a source names, and no rule asks."""

from __future__ import annotations

import attrs

from gezondsamen.citations import Citation, Work
from gezondsamen.labels import Label
from gezondsamen.terms import is_key


def _check_key(_: object, __: object, value: str) -> None:
    if not is_key(value):
        raise ValueError(f"{value!r} is not a key: use lower-case snake_case, as in 'work_visit'")


@attrs.frozen
class Mention:
    """Name something that a source mentions: its key, a label, the passage, an address where it has one.

    Raises `ValueError` when the key is not in snake_case.
    """

    key: str = attrs.field(validator=_check_key)
    label: Label
    citation: Citation
    url: str = ""


def mentions(work: Work, heading: str, *rows: tuple[str, ...]) -> tuple[Mention, ...]:
    """Return a mention per row: key, Dutch, English, words of the passage, and any address.

    >>> mentions(Work("guide", "A guide"), "Tips", ("films", "filmpjes", "films", "bekijk filmpjes"))[0].key
    'films'
    """
    return tuple(
        Mention(key, Label(nl=nl, en=en), Citation(work, heading, opening), *url)
        for key, nl, en, opening, *url in rows
    )
