"""Facts: what their fields take beside what they hold."""

from __future__ import annotations

from typing import Any

import pytest

import gezondsamen as gs
from tests.support.builders import DAY


@pytest.mark.parametrize("given", ["a", ("a",), ["a"], ("a", "a")], ids=repr)
def test_one_party_is_as_good_as_several(given: Any) -> None:
    """Parties are named by one id, a tuple or a list, and each is held once."""
    assert gs.Met(DAY, "plenary", given) == gs.Met(DAY, "plenary", ("a",))
    assert gs.AgreementRevised(DAY, "pact", given).parties == ("a",)
    assert gs.AgreementRevised(DAY, "pact").parties is None


def test_parties_keep_their_order() -> None:
    """Ids stand in the order in which they are named first."""
    assert gs.Met(DAY, "plenary", ["b", "a", "b"]).parties == ("b", "a")


@pytest.mark.parametrize("given", [3, 1.5, None], ids=repr)
def test_what_is_no_list_of_parties_is_refused(given: Any) -> None:
    """What holds no ids is refused where the fact is made."""
    with pytest.raises(gs.InvalidArgument, match="a list of parties takes ids, not"):
        gs.Met(DAY, "plenary", given)


def test_what_is_no_id_is_refused_when_it_is_recorded() -> None:
    """A party named by what cannot be an id makes a fact, which no journal takes."""
    nobody: Any = (["a"],)
    fact = gs.Met(DAY, "plenary", nobody)
    assert fact.parties == nobody
    with pytest.raises(gs.InvalidRecord):
        gs.Collaboration.start(gs.PPS, id="case", on=DAY).record(fact)


@pytest.mark.parametrize("about", ["a", ("party", "a"), gs.About("party", "a")], ids=repr)
def test_a_subject_is_named_in_several_ways(about: Any) -> None:
    """The id of a party, a kind with an id, and an `About` make the same subject."""
    assert gs.Stated(DAY, "purpose", "…", about) == gs.Stated(DAY, "purpose", "…", gs.About("party", "a"))


@pytest.mark.parametrize("about", [3, ("party",), ("party", "a", "b"), ["party", "a"]], ids=repr)
def test_what_is_no_subject_is_refused(about: Any) -> None:
    """What names no kind and id is refused where the fact is made."""
    with pytest.raises(
        gs.InvalidArgument, match="about takes an About, the id of a party, or a kind and an id"
    ):
        gs.Stated(DAY, "purpose", "…", about)
