"""The glossary against the specification."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from gezondsamen.catalogue.glossary import GLOSSARY
from tests.support import differences

SPECIFICATION = Path(__file__).parents[1] / "specification"
DOMAIN = json.loads((SPECIFICATION / "domain.json").read_text(encoding="utf-8"))

TOLD = {told["nl"]: told["en"] for told in DOMAIN["glossary"]}


def plain(text: str) -> str:
    """Return a text as an alphabet orders it: without accents, and without regard to capitals."""
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().casefold()


def test_every_word_of_the_specification_is_there() -> None:
    """The Dutch entries are those of the specification, five of them under another form."""
    assert {label.nl for label in GLOSSARY} == {differences.HEADWORDS.get(nl, nl) for nl in TOLD}
    assert len(GLOSSARY) == len(TOLD)


def test_the_english_differs_only_where_a_reason_stands() -> None:
    """An entry says in English what the specification says, or a reason says why not."""
    told = {differences.HEADWORDS.get(nl, nl): en for nl, en in TOLD.items()}
    assert {label.nl for label in GLOSSARY if label.en != told[label.nl]} == set(differences.WORDS)


def test_the_words_are_in_alphabetical_order() -> None:
    """A reader finds a Dutch word where the alphabet puts it."""
    words = [plain(label.nl) for label in GLOSSARY]
    assert words == sorted(words)
