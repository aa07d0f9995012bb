"""What the sources mention: keys, labels and passages."""

from __future__ import annotations

import pytest

from gezondsamen.catalogue import mentions
from gezondsamen.catalogue.contacts import CONTACT_KINDS
from gezondsamen.catalogue.mentions import (
    BENEFITS,
    CONSULTATION_LEVELS,
    EXPECTED_RESULTS,
    INTERACTIONS,
    REASONS,
    Mention,
)
from gezondsamen.catalogue.roles import LEVELS
from gezondsamen.citations import Citation, Work
from gezondsamen.labels import Label

LISTS = {name: getattr(mentions, name) for name in mentions.__all__ if name != "Mention"}

SIZES = {
    "REASONS": 4,
    "BENEFITS": 6,
    "EXPECTED_RESULTS": 10,
    "DATA_SOURCES": 9,
    "INTERACTIONS": 8,
    "LANGUAGE_LESSONS": 3,
    "AGENDA_HOOKS": 9,
    "MATERIALS": 9,
    "CONSULTATION_LEVELS": 3,
    "CONSULTATION_BODIES": 11,
}
"""How many the sources name."""


def test_the_lists_are_as_long_as_the_sources_make_them() -> None:
    """Nothing that the sources name is left out, and nothing is added."""
    assert {name: len(found) for name, found in LISTS.items()} == SIZES


@pytest.mark.parametrize("name", LISTS)
def test_a_list_names_each_thing_once(name: str) -> None:
    """Within a list no key and no label comes twice."""
    found: tuple[Mention, ...] = LISTS[name]
    assert len({mention.key for mention in found}) == len(found)
    for lang in ("nl", "en"):
        assert len({mention.label.text(lang) for mention in found}) == len(found)


@pytest.mark.parametrize("name", LISTS)
def test_every_mention_can_be_looked_up(name: str) -> None:
    """Each mention cites the first words of a passage, six at most."""
    for mention in LISTS[name]:
        assert 1 <= len(mention.citation.opening.split()) <= 6
        assert mention.url == "" or mention.url.startswith("https://")


def test_the_levels_of_consultation_are_the_levels_of_roles() -> None:
    """Who confers at a level are the roles of the group with its key."""
    assert tuple(mention.key for mention in CONSULTATION_LEVELS) == LEVELS


def test_ways_to_interact_that_are_contacts_bear_the_key_of_the_contact() -> None:
    """A visit, a newsletter, social media and a joined meeting can be recorded under the key mentioned."""
    kinds = {term.key for term in CONTACT_KINDS}
    assert {mention.key for mention in INTERACTIONS} & kinds == {
        "visit",
        "newsletter",
        "social_media",
        "joined_meeting",
    }


def test_a_key_is_written_as_keys_are() -> None:
    """A mention with another key than snake_case is refused."""
    with pytest.raises(ValueError, match="snake_case"):
        Mention("Work visit", Label(nl="bezoek", en="visit"), Citation(Work("own", "Own")))


def test_hoped_for_is_not_promised() -> None:
    """What may come of well-being at school is kept apart from why parties collaborate."""
    hoped = {mention.key for mention in EXPECTED_RESULTS}
    assert hoped.isdisjoint({mention.key for mention in (*REASONS, *BENEFITS)})
