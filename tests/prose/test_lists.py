"""Lists in words: the end of each item is seen, and what several say alike is said once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezondsamen.language import DUTCH, ENGLISH, Language
from gezondsamen.prose.lists import folded, listed


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ((), ""),
        (("eigen doel",), "eigen doel"),
        (("eigen doel", "gezamenlijk doel"), "eigen doel en gezamenlijk doel"),
        (("bestuursvorm", "sturing en beheersing"), "bestuursvorm; sturing en beheersing"),
        (("waar de gemeente staat", "taal"), "waar de gemeente staat; taal"),
        (("acties in de nota", "resultaten in de nota"), "acties en resultaten in de nota"),
        (
            ("gedeeld beeld van het probleem", "gedeeld beeld van het resultaat"),
            "gedeeld beeld van het probleem en het resultaat",
        ),
        (
            ("betekenis voor de school", "communicatie met de school"),
            "betekenis voor de school en communicatie met de school",
        ),
        (
            ("persona", "gesprek met de school voor de persona", "gesprek met leerlingen voor de persona"),
            "persona; gesprek met de school en leerlingen voor de persona",
        ),
    ],
)
def test_a_list_reads_as_people_write_it(items: tuple[str, ...], text: str) -> None:
    """Items that begin or end alike are taken together where the rest is whole; others stand side by side."""
    assert folded(items, DUTCH) == text


def test_what_stands_before_a_preposition_is_not_shared() -> None:
    """What two begin with is said once only where nothing after a preposition would seem to hold for both."""
    assert folded(("support of the team", "support of the head for the vision"), ENGLISH) == (
        "support of the team and support of the head for the vision"
    )


WORDS = st.sampled_from(["doel", "de", "van", "nota", "taal", "met", "school", "waar"])
ITEMS = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=4)


@given(ITEMS, st.sampled_from([DUTCH, ENGLISH]))
def test_no_word_is_lost(items: list[str], language: Language) -> None:
    """Every word of every item stands in the list, and a list without anything to fold is only joined."""
    text = folded(items, language)
    assert {word for item in items for word in item.split()} <= set(
        text.replace(",", "").replace(";", "").split()
    )
    assert len(text) <= len(listed(items, language)) + 2 * len(items)
