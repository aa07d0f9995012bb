"""Terms: the words that may be recorded."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen import terms
from gezondsamen.process import conditions as c
from tests.support.builders import PROCESSES, label


@given(st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True))
def test_every_snake_case_text_is_a_key(text: str) -> None:
    """Lower-case letters, digits and underscores that begin with a letter make a key."""
    assert gs.Term(text, label()).key == text


@pytest.mark.parametrize("text", ["", "1st", "Air", "air-quality", "air quality", "_air", "lucht\n", "café"])
def test_anything_else_is_refused(text: str) -> None:
    """A text that is not snake_case is refused, with the way to write it."""
    with pytest.raises(ValueError, match="snake_case"):
        gs.Term(text, label())


def test_a_term_belongs_to_a_scheme_that_exists() -> None:
    """An unknown scheme is refused, and those that exist are named."""
    with pytest.raises(ValueError, match=r"choose one of topic, role"):
        gs.Term("air", label(), scheme="subjects")
    with pytest.raises(ValueError, match="not a scheme"):
        terms.of("subjects")


def test_a_term_or_its_key_say_the_same() -> None:
    """Wherever a key is taken, the term itself is taken too."""
    term = gs.Term("air", label())
    assert terms.to_key(term) == terms.to_key("air") == str(term) == "air"
    assert terms.maybe_key(term) == "air"
    assert terms.maybe_key(None) is None
    assert terms.to_keys(term) == terms.to_keys("air") == terms.to_keys(["air"]) == ("air",)
    assert terms.to_keys((term, "sound")) == ("air", "sound")


def test_a_better_wording_is_the_same_term() -> None:
    """A definition counts in no equality, hash, difference or fingerprint."""
    term = gs.Term("air", label())
    told = attrs.evolve(term, definition=label(), defined_by=gs.Citation(gs.Work("w", "W")))
    assert (told, hash(told)) == (term, hash(term))
    bare = [attrs.evolve(term, definition=None, defined_by=None) for term in gs.PPS.terms]
    process = attrs.evolve(gs.PPS, terms=bare)
    assert process == gs.PPS
    assert process.diff(gs.PPS) == ()
    assert process.fingerprint == gs.PPS.fingerprint


def test_words_finds_every_key_however_deep() -> None:
    """The words of a value are those in its marked fields, nested values included."""
    inner = c.AnyOf((c.OnRecord("purpose", each=c.Parties(kinds="school")), c.RoleFilled("alderman")))
    assert set(terms.words((c.AllOf((inner,)), c.Measured("weight", at_least=c.Same("height"))))) == {
        ("topic", "purpose"),
        ("party_kind", "school"),
        ("role", "alderman"),
        ("topic", "weight"),
        ("topic", "height"),
    }


def test_nearest_finds_a_typing_error_and_nothing_far() -> None:
    """A misspelt word finds the word meant; another word finds none."""
    assert terms.nearest("purpos", ("purpose", "rationale")) == "purpose"
    assert terms.nearest("zzz", ("purpose", "rationale")) is None


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_two_terms_of_a_scheme_read_alike(process: gs.Process, lang: str) -> None:
    """In a list of choices every label stands for one key."""
    for scheme, known in process.vocabulary.items():
        labels = [term.label.text(lang) for term in known.values()]
        assert len(set(labels)) == len(labels), scheme
