"""Names in sentences: which phase, step, choice, day or rules somebody means by what they wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.forms.answers import day_of
from gezondsamen.labels import Label
from gezondsamen.language import LANGUAGES
from gezondsamen.terms import unknown

Named = Label | str | tuple[str, ...]
"""What something is called: a label, a name, or the words for it in each language."""

_LONG_DAY: Final = re.compile(r"(\d{1,2}) (\w+) (\d{4})")
_SEVERAL: Final = re.compile(r", | en | and ")


def key_of(what: str, text: str, choices: Iterable[tuple[str, Named]]) -> str:
    """Return the key that a text names: the key itself, or its label in any language.

    Raises `InvalidArgument` for what is none of them, with the nearest, and for what several are called.
    """
    known = dict(choices)
    if text in known:
        return text
    found = [key for key, label in known.items() if _plain(text) in map(_plain, _texts(label))]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{text!r} is the name of {', '.join(found)}: write one of these."
        raise InvalidArgument(f"unknown-{what}", message, text, nearest=found[0])
    names = [name for key, label in known.items() for name in (key, *_texts(label))]
    told = "; ".join(" / ".join(dict.fromkeys((*_texts(label), key))) for key, label in known.items())
    raise unknown(InvalidArgument, what, text, names, f"{text!r} is none of: {told}.")


def _texts(named: Named) -> tuple[str, ...]:
    """Return what something is called in each language."""
    match named:
        case Label():
            return tuple(named.text(code) for code in LANGUAGES)
        case str():
            return (named,)
        case _:
            return named


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def day_named(text: str) -> date:
    """Return a day as people write it: 8 januari 2024, 8 January 2024, 8-1-2024 or 2024-01-08.

    Raises `InvalidArgument` for what is no day.

    >>> day_named("8 januari 2024")
    datetime.date(2024, 1, 8)
    """
    long = _LONG_DAY.fullmatch(text.strip())
    try:
        if long is not None:
            months = {
                month.casefold(): number
                for language in LANGUAGES.values()
                for number, month in enumerate(language.months, 1)
            }
            return date(int(long[3]), months.get(long[2].casefold(), 0), int(long[1]))
        return day_of(text)
    except ValueError:
        message = f"{shown(text)} is no day: write 8 januari 2024, 8-1-2024 or 2024-01-08."
        raise InvalidArgument("not-a-date", message, shown(text)) from None


def codes_in(text: str) -> tuple[str, ...]:
    """Return the codes of rules in a sentence.

    >>> codes_in("KEN-04, PAR-01 en EVA-12")
    ('KEN-04', 'PAR-01', 'EVA-12')
    """
    return tuple(part.strip() for part in _SEVERAL.split(text) if part.strip())
