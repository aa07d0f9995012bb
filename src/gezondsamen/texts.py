"""Texts and ids as hosts hand them over: which say something, which every host can keep, which look alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import category, normalize

from gezondsamen.errors import InvalidRecord

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control signs but the tab and the end of a line, halves of a pair that stand alone, and the two code
points that XML cannot hold."""

_FILLERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0") | {chr(n) for n in range(0xFE00, 0xFE10)}
"""Letters and signs that are drawn as nothing by themselves."""


def is_blank(text: str) -> bool:
    """Tell whether a text says nothing: it has no sign that can be seen."""
    return not any(map(_is_seen, text))


def _is_seen(sign: str) -> bool:
    return category(sign)[0] not in "ZC" and sign not in _FILLERS


def unprintable(text: str) -> str | None:
    """Return the first sign of a text that not every host can keep, or None."""
    found = _UNPRINTABLE.search(text)
    return found and found[0]


def check_text(where: str, text: str) -> None:
    """Refuse a text with signs that not every host can keep: raises `InvalidRecord`."""
    found = unprintable(text)
    if found is not None:
        sign = f"U+{ord(found):04X}"
        raise InvalidRecord("unprintable", f"{where} holds {sign}, which is no sign of a text", sign)


def check_id(where: str, ident: str) -> None:
    """Refuse an id that says nothing, or begins or ends with white space: raises `InvalidRecord`."""
    check_text(where, ident)
    if is_blank(ident):
        raise InvalidRecord("empty", f"{where} is empty", where.rpartition(".")[2])
    if ident != ident.strip():
        message = f"{where} {ident!r} begins or ends with white space."
        raise InvalidRecord("spaces", message, ident, nearest=ident.strip())


def check_new(where: str, ident: str, known: Iterable[str]) -> None:
    """Refuse a new id that reads like one that is known: raises `InvalidRecord`, which names both."""
    Ids(where, known).add(ident)


class Ids:
    """Hold the ids that are there by how they read, so that a new one that reads alike is seen."""

    def __init__(self, where: str, known: Iterable[str]) -> None:
        self._where = where
        self._read = {_read(ident): ident for ident in known}

    def add(self, ident: str) -> None:
        """Add an id; raises `InvalidRecord`, naming both, where another one reads like it."""
        other = self._read.setdefault(_read(ident), ident)
        if other != ident:
            message = f"{self._where} {ident!r} reads like {other!r}, which is there already."
            raise InvalidRecord("similar-id", message, ident, nearest=other)


def _read(ident: str) -> str:
    if ident.isascii():
        return ident.casefold()
    seen = "".join(sign for sign in ident if sign == " " or _is_seen(sign))
    return normalize("NFC", normalize("NFC", seen).casefold())
