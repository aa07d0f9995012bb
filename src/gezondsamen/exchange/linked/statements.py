"""Statements of linked data as plain values: about what, which property, with which value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import quote

import attrs

from gezondsamen.arguments import check
from gezondsamen.citations import Citation
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.exchange.markup import OWN_SPACE
from gezondsamen.labels import Label


@attrs.frozen
class Iri:
    """Name a thing: by its whole address, or by a prefix and a name, as in `skos:Concept`."""

    text: str


@attrs.frozen
class Text:
    """Hold a text in a language."""

    text: str
    lang: str


Statement = tuple[Iri, str, Iri | Text | str | date | datetime]
"""A subject, a property as in `skos:prefLabel`, and a value; a bare text has no language."""

UNKNOWN = "und"
"""The language of titles of works, which may be in any."""


@attrs.frozen
class Names:
    """Give things their addresses, each beginning with `base`."""

    base: str = OWN_SPACE

    def __call__(self, *parts: str) -> Iri:
        """Return the address of a thing; whatever its parts hold, they stay apart.

        >>> Names()("role", "programme_manager").text, Names()("case", "2024/1 a").text
        ('urn:gezondsamen:role/programme_manager', 'urn:gezondsamen:case/2024%2F1%20a')
        """
        return Iri(self.base + "/".join(quote(part, safe="", errors="replace") for part in parts))

    def source(self, citation: Citation) -> Iri:
        """Return the address of a passage: the same for the same passage."""
        from hashlib import sha256  # here, so that importing the library stays light

        digest = sha256(f"{citation.text()}\n{citation.address}".encode("utf-8", "replace")).hexdigest()
        return self("source", citation.work.key, digest[:12])


def names_under(base: str) -> Names:
    """Return what gives addresses under a base; raises `InvalidArgument` for what is no such address."""
    check("base", base, str, "the beginning of an address, such as 'https://example.org/terms/'")
    scheme, colon, rest = base.partition(":")
    if not (colon and rest and scheme.isascii() and scheme.isalpha()) or set(base) & set(' <>"{}|\\^`\n\r\t'):
        message = f"base takes the beginning of an address, such as 'https://example.org/', not {shown(base)}"
        raise InvalidArgument("not-an-address", message, shown(base))
    return Names(base)


def texts(label: Label) -> Iterator[Text]:
    """Yield the text of a label in each of its languages."""
    for lang, text in zip(label.languages(), label.texts(), strict=True):
        yield Text(text, lang)


def source(citation: Citation, names: Names) -> Iterator[Statement]:
    """Yield what a passage is: title, citation and address of the work it stands in."""
    subject = names.source(citation)
    yield subject, "dct:title", Text(citation.work.title, UNKNOWN)
    yield subject, "dct:bibliographicCitation", citation.text()
    if citation.address.startswith(("https://", "http://")):
        yield subject, "foaf:page", Iri(citation.address)
