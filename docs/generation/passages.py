"""The passages of a built page that are in another language than they say, found by their small words.

A voice reads a passage in the language of the nearest element with a `lang`. What stands in code is no
passage. How pages come to say their language is not here (`generation.languages`, `generation.markdown`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DUTCH = _set(
    """
    aan alle als bij dan dat de deze dit dus een elk elke er geen gezonde gezondheid haar heb hebben
    heeft het hij hoe iemand iets ik kan komt kunnen maar meer met moet na naar niet nog ook om omdat
    onder ons onze op samenwerken samenwerking te tot tussen u uit uw van vanaf veel volgens voor
    voordat waar waarom wat wel welke werken wie wij worden wordt zelf zich zij zijn zo zodat zonder
    """
)
"""Words that are frequent in Dutch and rare in English."""

ENGLISH = _set(
    """
    a about after all an and any are as at be because before between but by can each every from has have
    here how if into it its many may more no not nothing on one only or other our out that the their
    them then there these they this those to was were what when where which who whose why will with
    without you your
    """
)
"""Words that are frequent in English and rare in Dutch."""

NAMES = re.compile("Het Geheim van Goeree")
"""Names inside sentences: they are the same in every language."""

_KEY = re.compile(r"[\d_/]")
"""What an address, a code or a key has, and no word."""

_WORD = re.compile(r"[^\W\d_]+")
_READ_OUT = ("alt", "aria-label", "title", "placeholder")
_CODE = _set("code kbd pre samp script style svg")
_INLINE = _set("a abbr b cite code em i kbd label mark q samp small span strong sub sup")
_VOID = _set("base br col embed hr img input link meta source wbr")


def misread(page: str) -> Iterator[tuple[str, str]]:
    """Yield the passages of a page that are not in the language they say, each with that language.

    >>> list(misread('<html lang="en"><p>It asks <i lang="nl">met wie u samenwerkt</i> and why.</p>'))
    []
    >>> list(misread('<html lang="en"><p>It asks this.</p><p>Met wie u samenwerkt.</p>'))
    [('en', 'Met wie u samenwerkt.')]
    """
    for language, text in _Passages(page).found:
        words = [word for part in NAMES.sub("", text).lower().split() for word in _words(part)]
        own, other = (DUTCH, ENGLISH) if language == "nl" else (ENGLISH, DUTCH)
        count = sum(word in other for word in words)
        if count > 1 and count > sum(word in own for word in words):
            yield language, " ".join(text.split())


def _words(part: str) -> list[str]:
    return [] if _KEY.search(part) else _WORD.findall(part)


class _Passages(HTMLParser):
    """Hold the texts of a page: a passage ends where its block or its language does."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = [("", "")]
        self._text: list[str] = []
        self.feed(page)
        self.close()
        self._end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang", self._language)
        if tag not in _INLINE or language != self._language:
            self._end()
        if tag != "link":  # stands in the head of a page, and is not read out
            self.found += [(language, given[name]) for name in _READ_OUT if given.get(name)]
        if tag not in _VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        if tag in names:
            at = len(names) - 1 - names[::-1].index(tag)
            if any(name not in _INLINE for name in names[at:]) or self._open[at - 1][1] != self._language:
                self._end()
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        if not any(tag in _CODE for tag, _ in self._open):
            self._text.append(data)

    @property
    def _language(self) -> str:
        return self._open[-1][1]

    def _end(self) -> None:
        text = "".join(self._text).strip()
        if text:
            self.found.append((self._language, text))
        self._text = []
