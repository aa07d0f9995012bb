"""Sentences as values: where they stand, that their blanks fit, and that a language is one more table."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.exchange import to_html
from gezondsamen.language import DUTCH, LANGUAGES, Language
from gezondsamen.process import conditions as c
from tests.support.builders import DAY, joined, label, rule, started, tiny
from tests.support.sentences import SOURCE, Sentence, blanks, in_file, sentences

EVERY = sentences()


def place(sentence: Sentence) -> str:
    return f"{sentence.file}:{sentence.line}"


# --- where sentences stand ------------------------------------------------------------------------

CONTENT = ("phases", "catalogue", "examples")
LABELLED = {
    "schedule/calendars.py": "the names of free days are data of a calendar, and stand in documents",
    "store/rows.py": "a key stands in for the label that a process has no more",
    "testing/laws/moments.py": "a law asks on a calendar of its own",
    "testing/laws/arguments.py": "a label is among the wrong arguments that are tried",
    "testing/strategies/entities.py": "strategies draw labels",
    "testing/vocabulary.py": "the words of drawn processes have labels",
}
"""Files of the library outside content that may make labels, and why."""
DUTCH_WORDS = re.compile(r"\b(de|het|een|niet|nog|geen|naar|wordt|zijn|van|bij|elke|deze)\b", re.I)


def elsewhere() -> list[Path]:
    """Return the files in which no sentence may stand.

    The words of the command line stand with its commands.
    """
    rooms = ("prose", "language.py", "nouns.py", "command", *CONTENT)
    return [file for file in sorted(SOURCE.rglob("*.py")) if file.relative_to(SOURCE).parts[0] not in rooms]


def texts_of(tree: ast.Module) -> set[str]:
    """Return the texts in a module that are no docstrings."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told)
    return {node.value for node in found if isinstance(node.value, str)}


@pytest.mark.parametrize("file", elsewhere(), ids=lambda file: file.relative_to(SOURCE).as_posix())
def test_no_sentence_stands_outside_its_room(file: Path) -> None:
    """Outside prose, languages and content nothing is said in two languages, and nothing in Dutch."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    name = file.relative_to(SOURCE).as_posix()
    assert [place(sentence) for sentence in in_file(file) if sentence.given is not None] == []
    made = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and {"nl", "en"} <= {word.arg for word in node.keywords}
    ]
    assert made == [] or name in LABELLED
    if not name.startswith("testing/"):  # names of parties and texts to draw from are Dutch
        assert [text for text in texts_of(tree) if DUTCH_WORDS.search(text)] == []


# --- what fills them ------------------------------------------------------------------------------


def test_the_blanks_of_a_sentence_are_filled() -> None:
    """Both texts have the same blanks, and where a sentence is said each is filled and nothing else given."""
    assert len(EVERY) > 400
    for sentence in EVERY:
        assert blanks(sentence.nl) == blanks(sentence.en), place(sentence)
        assert sentence.given in (None, blanks(sentence.nl)), place(sentence)


def test_a_sentence_is_found_by_its_dutch_text() -> None:
    """One Dutch text does not stand for two English ones: a language could not tell which is meant."""
    found: dict[str, set[str]] = {}
    for sentence in EVERY:
        found.setdefault(sentence.nl, set()).add(sentence.en)
    allowed = {"kan nu", "week"}  # can be held, can be taken: the same in Dutch; and the plural of a unit
    assert {nl for nl, en in found.items() if len(en) > 1} <= allowed


# --- one language more ----------------------------------------------------------------------------

FRISIAN = attrs.evolve(
    DUTCH,
    code="fy",
    months=(
        "jannewaris",
        "febrewaris",
        "maart",
        "april",
        "maaie",
        "juny",
        "july",
        "augustus",
        "septimber",
        "oktober",
        "novimber",
        "desimber",
    ),
    units=(("jier", "jier"), ("moanne", "moannen"), ("wike", "wiken"), ("dei", "dagen")),
    joints={"and": "en", "or": "of"},
    numerals=("nul", "ien", "twa", "trije"),
    sentences={
        "Wat nog nodig is": "Wat noch nedich is",
        "Wat u kunt doen": "Wat jo dwaan kinne",
        "Nog niet getekend: {who}.": "Noch net tekene: {who}.",
        "Nog geen rol: {who}.": "Noch gjin rol: {who}.",
        "geef een rol aan {who}": "jou in rol oan {who}",
        "alle {n} partijen": "alle {n} partijen mei-inoar",
        "elk jaar": "elts jier",
        "elke {period}": "elke {period}",
        "nog niet rond": "noch net rûn",
        "In het kort": "Koartsein",
    },
)
"""The beginning of a language: what another one needs is no more than this, for every sentence."""


@pytest.fixture
def frisian(monkeypatch: pytest.MonkeyPatch) -> Language:
    monkeypatch.setitem(LANGUAGES, "fy", FRISIAN)
    return FRISIAN


@pytest.mark.usefixtures("frisian")
def test_a_language_is_one_more_table() -> None:
    """What a language has it says: sentences, labels, days; what it lacks is said in Dutch."""
    asked = rule(c.RoleFilled(each=c.Parties()), name=gs.Label(nl="rollen", en="roles", fy="rollen (fy)"))
    people = [joined(name) for name in ("a", "b", "c")]
    check = started(tiny(asked), *people).check("go", on=DAY)
    text = check.explain("fy")
    assert "8 jannewaris 2024" in text
    assert "Rollen (fy) [OWN-01]: noch net rûn." in text
    assert "Wat noch nedich is\n" in text
    assert "   - Noch gjin rol: alle trije partijen mei-inoar." in text
    assert "   → Jou in rol oan alle trije partijen mei-inoar." in text
    assert "Dit is nog niet rond: er ontbreekt één ding." in text  # no Frisian yet
    assert check.explain("fy-NL") == text
    assert gs.to_dict(check, "fy")["outcomes"][0]["status_label"] == "noch net rûn"


@pytest.mark.usefixtures("frisian")
def test_a_page_is_in_one_language_more() -> None:
    """The page says of itself in which language it is."""
    page = to_html(started(tiny(rule(c.OnRecord("purpose")))), on=DAY, lang="fy")
    assert '<html lang="fy">' in page
    assert "Koartsein" in page


def test_periods_are_those_of_the_language() -> None:
    """Units, and "every", come from the language."""
    assert FRISIAN.period(gs.Every(months=3)) == "trije moannen"
    assert FRISIAN.every(gs.Every(years=1)) == "elts jier"
    assert FRISIAN.every(gs.Every(months=1)) == "elke moanne"


def test_sentences_of_a_language_fit_those_of_the_library() -> None:
    """A table names sentences that are said, with the same blanks."""
    known = {sentence.nl for sentence in EVERY}
    for language in (*LANGUAGES.values(), FRISIAN):
        for nl, own in language.sentences.items():
            assert nl in known
            assert blanks(nl) == blanks(own)


def test_a_label_without_the_language_answers_in_dutch() -> None:
    """A host may have labels in languages that the library does not speak, and the other way round."""
    assert FRISIAN.label(label("gemeente")) == "gemeente"
    assert FRISIAN.label(gs.Label(nl="school", en="school", fy="skoalle")) == "skoalle"
