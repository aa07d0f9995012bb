"""The definitions: each term of the catalogue has one, and all have the same form."""

from __future__ import annotations

import re
from itertools import groupby

import pytest

from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.definitions import DEFINITIONS, PASSAGES
from gezondsamen.catalogue.works import (
    GUIDE_COLLABORATION,
    GUIDE_HEALTHY_SCHOOL,
    GUIDE_INTERSECTORAL,
    GUIDE_NETWORK,
    REPORT_WELLBEING,
)

SOURCES = {
    GUIDE_COLLABORATION,
    GUIDE_HEALTHY_SCHOOL,
    GUIDE_INTERSECTORAL,
    GUIDE_NETWORK,
    REPORT_WELLBEING,
}

SCHEMES = pytest.mark.parametrize("scheme", list(DEFINITIONS))
BOTH = pytest.mark.parametrize("lang", ["nl", "en"])

ARTICLE = re.compile(r"(?:de|het|een|the|an?) ")


def definitions(scheme: str, lang: str) -> dict[str, str]:
    """Return the definitions of a scheme by the label that each belongs to."""
    found = [term for term in TERMS if term.scheme == scheme]
    return {x.label.text(lang): x.definition.text(lang) for x in found if x.definition}


def says(text: str, words: str) -> bool:
    """Tell whether a text has these words in it, as whole words."""
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", text.casefold()) is not None


def test_every_term_is_defined_and_nothing_else_is() -> None:
    """The definitions are those of the terms of the catalogue, scheme by scheme."""
    keys = {scheme: {term.key for term in found} for scheme, found in groupby(TERMS, lambda x: x.scheme)}
    assert {scheme: set(found) for scheme, found in DEFINITIONS.items()} == keys
    assert all(term.definition for term in TERMS)


@SCHEMES
@BOTH
def test_a_definition_is_one_phrase(scheme: str, lang: str) -> None:
    """It begins without article or capital, has no full stop, and fits in a line of a form."""
    for text in definitions(scheme, lang).values():
        assert text[0].islower(), text
        assert not ARTICLE.match(text), text
        assert not re.search(r"[.;!?]|\s\s|\s\Z", text), text
        assert 25 <= len(text) <= 100, text


@SCHEMES
@BOTH
def test_a_definition_does_not_go_round_in_a_circle(scheme: str, lang: str) -> None:
    """What a term means is said without its own label."""
    circles = {label: text for label, text in definitions(scheme, lang).items() if says(text, label)}
    assert circles == {}


@SCHEMES
@BOTH
def test_no_two_terms_of_a_scheme_mean_the_same(scheme: str, lang: str) -> None:
    """In a list of choices every definition stands for one key."""
    texts = list(definitions(scheme, lang).values())
    assert len(set(texts)) == len(texts)


def test_a_passage_belongs_to_a_term_and_can_be_found() -> None:
    """What a definition says after a source has the first words of that passage; the rest is our own."""
    named = {(scheme, key): cited for scheme, found in PASSAGES.items() for key, cited in found.items()}
    assert {(x.scheme, x.key): x.defined_by for x in TERMS if x.defined_by} == named
    for citation in named.values():
        assert citation.work in SOURCES
        assert 3 <= len(citation.opening.split()) <= 8


def test_a_definition_is_not_copied() -> None:
    """A definition after a source says in other words what the passage says."""
    cited = [(x.definition, x.defined_by) for x in TERMS if x.definition and x.defined_by]
    assert [text.nl for text, citation in cited if says(text.nl, citation.opening)] == []
