"""The glossary against the specification."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from gezondsamen.catalogue.glossary import GLOSSARY

SPECIFICATION = Path(__file__).parents[1] / "specification"
DOMAIN = json.loads((SPECIFICATION / "domain.json").read_text(encoding="utf-8"))

TOLD = {told["nl"]: told["en"] for told in DOMAIN["glossary"]}

RENAMED = {
    "tussenevaluatie / mid-term review": "tussenevaluatie",
    "samenwerkingsverband (algemeen)": "samenwerkingsverband",
    "kennismaking": "kennismaking, kennismaken",
    "effectenarena": "Effectenarena",
    "gezondheidsachterstanden, gezondheidsverschillen": "gezondheidsverschillen",
}
"""Dutch entries that are called otherwise: a remark dropped, a form added, a name with a capital."""

_TERM = "The library's own name for it comes first, or alone."
_PLAIN = "A remark on where the word is used is left out: the word is used elsewhere too."
_CLEAR = "A plainer English word says the same."

DIFFERENCES = {
    "wethouder": _CLEAR,
    "bestuurder": _TERM,
    "GGD": _TERM,
    "algemene gezondheidszorg": _CLEAR,
    "voorbereiding": _PLAIN,
    "beleidsvorming": _PLAIN,
    "tussenevaluatie": _TERM,
    "samenwerkingsverband": _TERM,
    "verkennen": _PLAIN,
    "in gesprek": _PLAIN,
    "aan de slag": _PLAIN,
    "draagvlak": _TERM,
    "regie": _TERM,
    "regisseur": _CLEAR,
    "aanjager": _TERM,
    "opzegging": _TERM,
    "verantwoordingsvrij budget": _CLEAR,
    "kennismaking, kennismaken": _CLEAR,
    "nazorg": _TERM,
    "structurele financiering": _TERM,
    "vignet Gezonde School": _TERM,
    "zorgroute, zorgroutekaart": _CLEAR,
    "JOGG (Jongeren Op Gezond Gewicht)": _CLEAR,
    "combinatiefunctionaris, buurtsportcoach": _TERM,
    "Effectenarena": "The name of a method is not translated; what it is, is said.",
}
"""Entries with other English than the specification, and why."""


def plain(text: str) -> str:
    """Return a text as an alphabet orders it: without accents, and without regard to capitals."""
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().casefold()


def test_every_word_of_the_specification_is_there() -> None:
    """The Dutch entries are those of the specification, five of them under another form."""
    assert {label.nl for label in GLOSSARY} == {RENAMED.get(nl, nl) for nl in TOLD}
    assert len(GLOSSARY) == len(TOLD)


def test_the_english_differs_only_where_a_reason_stands() -> None:
    """An entry says in English what the specification says, or a reason says why not."""
    told = {RENAMED.get(nl, nl): en for nl, en in TOLD.items()}
    assert {label.nl for label in GLOSSARY if label.en != told[label.nl]} == set(DIFFERENCES)


def test_the_words_are_in_alphabetical_order() -> None:
    """A reader finds a Dutch word where the alphabet puts it."""
    words = [plain(label.nl) for label in GLOSSARY]
    assert words == sorted(words)
