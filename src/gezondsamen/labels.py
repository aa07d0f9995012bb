"""Texts in several languages as values.

A text that a person reads is a `Label`; the language is always an argument, never a setting.
"""

from __future__ import annotations

import attrs

FALLBACK = "nl"
"""The language that answers for one that a label does not have."""


def primary(lang: str) -> str:
    """Return the language of a code without its region, as people write it: `nl-NL` and `NL` are `nl`.

    >>> primary("en_us")
    'en'
    """
    return lang.replace("_", "-").partition("-")[0].strip().lower()


def _pairs(other: object) -> dict[str, str]:
    try:
        return dict(other)  # type: ignore[call-overload,no-any-return]
    except (TypeError, ValueError):
        kind = type(other).__name__
        raise TypeError(f"Label.other takes pairs of a language and a text, not a value of {kind}") from None


@attrs.frozen(init=False)
class Label:
    """Hold one text in Dutch, in English and in any other language.

    Dutch (`nl`) and English (`en`) are mandatory: the field speaks Dutch, developers read English.

    Raises `TypeError` for what is no text.

    >>> Label(nl="gemeente", en="municipality", fy="gemeente").text("en")
    'municipality'
    >>> Label(nl="gemeente", en="municipality").text("de")  # unknown: Dutch answers
    'gemeente'
    """

    nl: str
    en: str
    other: tuple[tuple[str, str], ...] = ()

    def __init__(self, nl: str, en: str, other: tuple[tuple[str, str], ...] = (), **more: str) -> None:
        texts = {**(_pairs(other) if other != () else {}), **more}
        for lang, text in (("nl", nl), ("en", en), *texts.items()):
            if not isinstance(text, str) or not isinstance(lang, str):
                raise TypeError(f"Label.{lang} takes a text, not a value of {type(text).__name__}")
        self.__attrs_init__(nl, en, tuple(sorted(texts.items())))

    def text(self, lang: str) -> str:
        """Return the text in this language, or the Dutch one where the language is missing.

        A region may be given: `en-GB` is answered in English where there is no text for that region.

        Raises `TypeError` when `lang` is no text.
        """
        if not isinstance(lang, str):
            raise TypeError(f"lang is a text such as 'nl', not a value of {type(lang).__name__}")
        if lang in ("nl", "en"):
            return self.en if lang == "en" else self.nl
        texts = {"nl": self.nl, "en": self.en, **dict(self.other)}
        return texts[lang] if lang in texts else texts.get(primary(lang), self.nl)

    def texts(self) -> tuple[str, ...]:
        """Return the text in each language this label has one for."""
        return (self.nl, self.en, *(text for _, text in self.other))

    def languages(self) -> tuple[str, ...]:
        """Return the language codes this label has a text for."""
        return ("nl", "en", *(code for code, _ in self.other))

    def __str__(self) -> str:
        return self.nl
