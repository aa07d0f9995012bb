"""Labels: texts in several languages as values."""

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezondsamen import Label

LANGS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=3)
LABELS = st.builds(
    lambda nl, en, other: Label(nl, en, **other),
    st.text(),
    st.text(),
    st.dictionaries(LANGS.filter(lambda code: code not in ("nl", "en")), st.text(), max_size=3),
)


@given(LABELS, LANGS)
def test_text_in_an_unknown_language_is_the_dutch_text(label: Label, lang: str) -> None:
    """A label answers in the languages it has, and in Dutch for every other."""
    expected = {"nl": label.nl, "en": label.en, **dict(label.other)}.get(lang, label.nl)
    assert label.text(lang) == expected


@given(LABELS)
def test_languages_are_those_with_a_text_of_their_own(label: Label) -> None:
    """Dutch and English come first, then the others."""
    assert label.languages()[:2] == ("nl", "en")
    assert set(label.languages()) == {"nl", "en", *dict(label.other)}


@given(LABELS)
def test_a_label_is_a_value(label: Label) -> None:
    """A label equals its copy by pickle, and hashes like it."""
    again = pickle.loads(pickle.dumps(label))
    assert again == label
    assert hash(again) == hash(label)


def test_order_of_other_languages_does_not_matter() -> None:
    """Two labels with the same texts are equal, in whatever order the texts were given."""
    assert Label("a", "b", fy="c", de="d") == Label("a", "b", de="d", fy="c")


def test_evolving_keeps_the_other_languages() -> None:
    """Changing one text leaves the texts in other languages as they were."""
    changed = attrs.evolve(Label("a", "b", fy="c"), nl="d")
    assert changed == Label("d", "b", fy="c")


def test_both_languages_are_mandatory() -> None:
    """A label without English is no label."""
    with pytest.raises(TypeError):
        Label("gemeente")  # type: ignore[call-arg]


def test_str_is_the_dutch_text() -> None:
    """The field speaks Dutch."""
    assert str(Label(nl="gemeente", en="municipality")) == "gemeente"


@given(LABELS, LANGS, st.sampled_from(("NL", "GB", "us")), st.sampled_from("-_"))
def test_a_region_is_answered_in_its_language(label: Label, lang: str, region: str, sign: str) -> None:
    """A code with a region, or in capitals, has the text of the language without it."""
    assert label.text(f"{lang}{sign}{region}") == label.text(lang.upper()) == label.text(lang)


def test_a_text_for_a_region_comes_before_that_of_its_language() -> None:
    """Where a label has a text for just this region, that is the answer."""
    label = Label("nl", "en", other=(("en-GB", "British"),))
    assert [label.text(code) for code in ("en-GB", "en-US", "en")] == ["British", "en", "en"]
