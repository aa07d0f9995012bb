"""Answers: how the text of one blank is read as a text, a number, a day or a period."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from gezondsamen.forms.blanks import Blank
from gezondsamen.periods import Every
from gezondsamen.texts import unprintable

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_DUTCH_DAY = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})\Z")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3})*,[0-9]+\Z")
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+\Z")


class Refused(Exception):
    """Say that a text is no answer: a code, the text at fault, and what was probably meant."""

    def __init__(self, code: str, offender: str = "", nearest: str | None = None) -> None:
        super().__init__(code)
        self.code, self.offender, self.nearest = code, offender, nearest


def _text(_: Blank, text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if unprintable(text):
        raise Refused("unprintable")
    return text


def _id(blank: Blank, text: str) -> str:
    return unicodedata.normalize("NFC", _text(blank, text))


def _number(blank: Blank, text: str) -> float:
    digits = text.strip()
    if _GROUPED.match(digits) or _COMMA.match(digits):
        digits = digits.replace(".", "").replace(",", ".")
    if not _NUMBER.match(digits) or not math.isfinite(float(digits)):
        raise Refused("not-a-number", text)
    number = float(digits) if "." in digits else int(digits)
    low, high = blank.least, blank.most
    if (low is not None and number < low) or (high is not None and number > high):
        raise Refused("out-of-bounds", text)
    return number


def day_of(text: str) -> date:
    """Return a day as people write it, 31-1-2024 or 2024-01-31; raises `ValueError` with what is none."""
    iso, dutch = _ISO_DAY.match(text.strip()), _DUTCH_DAY.match(text.strip())
    numbers = [int(part) for part in iso.groups()] if iso else []
    if dutch:
        numbers = [int(part) for part in reversed(dutch.groups())]
    try:
        return date(*numbers)
    except (TypeError, ValueError):
        raise ValueError(text) from None


def _day(_: Blank, text: str) -> date:
    try:
        return day_of(text)
    except ValueError:
        raise Refused("not-a-date", text) from None


def _period(_: Blank, text: str) -> Every:
    try:
        return Every.parse(text.strip())
    except ValueError:
        raise Refused("not-a-period", text) from None


WRITTEN: Final[dict[str, Callable[[Blank, str], Any]]] = {
    "text": _text,
    "name": _text,
    "person": _id,
    "id": _id,
    "number": _number,
    "date": _day,
    "period": _period,
}
"""How the text of each kind of blank is read in which something is written; elsewhere it is chosen."""
