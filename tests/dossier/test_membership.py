"""Membership: what a party that comes back leaves behind, and who stands for whom."""

from __future__ import annotations

from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.parties import About
from tests.support.builders import DAY, joined, later, started


def known_of(*facts: gs.Fact) -> Known:
    return started(gs.PPS, *facts).dossier.known


def parties(known: Known, kind: type[Any], key: str | None = None) -> list[Any]:
    """Return of whom the entries of a class of fact are that stand, in the order of events."""
    facts: list[Any] = [entry.fact for entry in known.of(kind, key)]
    return [getattr(fact, "about", None) or getattr(fact, "party", None) for fact in facts]


def told(*idents: str) -> list[gs.Fact]:
    """Return a fact of each kind, of each party."""
    facts: list[gs.Fact] = [gs.AgreementDrafted(DAY, "pact", "covenant", idents, idents)]
    for ident in idents:
        facts += [
            gs.Stated(DAY, "vision", "…", about=ident),
            gs.Stated(DAY, "vision", "…", about=("matter", ident)),
            gs.Quantified(DAY, "group_size", 3, about=ident),
            gs.Consented(DAY, ident, "ambition"),
            gs.ContributionRecorded(DAY, ident, "money"),
            gs.RoleAssigned(DAY, "delegate", ident),
            gs.ActionAgreed(DAY, ident, "…", ident, "sport", later(99)),
            gs.Signed(DAY, "pact", ident),
        ]
    return [*facts, gs.Met(DAY, "plenary", idents), gs.Stated(DAY, "vision", "…")]


PARTY_A, PARTY_B, MATTER_A, MATTER_B = (About(kind, x) for kind in ("party", "matter") for x in "ab")


def test_who_comes_back_comes_as_new() -> None:
    """What it said, agreed to, brought in and signed before it left is over; what was done stays."""
    leaving = (joined("a"), joined("b"), *told("a", "b"), gs.PartyLeft(later(5), "a"))
    gone = known_of(*leaving)
    assert parties(gone, gs.Consented, "ambition") == ["a", "b"]
    assert (gone.active, [*gone.returned]) == (("b",), [])
    back = known_of(*leaving, joined("a", on=later(9)))
    assert back.active == ("b", "a")
    assert back.returned == {"a": gone.members["a"].left}
    assert parties(back, gs.Stated, "vision") == [MATTER_A, PARTY_B, MATTER_B, None]
    assert parties(back, gs.Quantified, "group_size") == [PARTY_B]
    for kind, key in ((gs.Consented, "ambition"), (gs.ContributionRecorded, None), (gs.RoleAssigned, None)):
        assert parties(back, kind, key) == ["b"]
    assert [entry.fact.owner for entry in back.of(gs.ActionAgreed)] == ["a", "b"]
    assert back.of(gs.Met) == gone.of(gs.Met)
    assert back.agreements["pact"].signed_by == ("b",)
    assert back.agreements["pact"].parties == ("a", "b")


def test_what_is_said_of_a_party_while_it_is_away_stays() -> None:
    """A statement about a party that was made after it left, were it on that day, counts when it is back."""
    case = started(
        gs.PPS, joined("a"), gs.PartyLeft(later(5), "a"), gs.Stated(later(5), "vision", "…", about="a")
    )
    case = case.record(gs.Stated(later(5), "purpose", "…", about="a"), joined("a", on=later(9)))
    assert parties(case.dossier.known, gs.Stated, "vision") == [PARTY_A]
    meeting = gs.Met(later(9), "plenary", "a")
    known = case.record(gs.Met(later(3), "plenary", "a"), meeting).dossier.known
    assert [known.counts("a", entry) for entry in known.of(gs.Met)] == [False, True]
    assert known.counts("b", known.of(gs.Met)[0])


def test_who_was_succeeded_and_joins_again_takes_nothing_back() -> None:
    """What a predecessor said is its successor's, and stays so when the predecessor joins once more."""
    merger = (joined("a"), joined("b"), *told("a"), gs.PartySucceeded(later(5), "b", "a"))
    known = known_of(*merger, joined("a", on=later(9)))
    assert parties(known, gs.Consented, "ambition") == ["a"]
    assert (known.returned, sorted(known.line("b")), known.heir("a")) == ({}, ["a", "b"], "b")


def test_a_successor_that_comes_back_comes_without_what_it_inherited() -> None:
    """Who left takes what was its predecessors' along, and comes back with none of that either."""
    merger = (joined("a"), joined("b"), joined("c"), *told("a", "c"), gs.PartySucceeded(later(5), "b", "a"))
    known = known_of(*merger, gs.PartyLeft(later(6), "b"), joined("b", on=later(9)))
    assert parties(known, gs.Consented, "ambition") == ["c"]
    assert parties(known, gs.RoleAssigned) == ["c"]
    assert known.agreements["pact"].signed_by == ("c",)


def divided(*more: gs.Fact) -> Known:
    """Return what is known once `one` was divided into two, and more."""
    first = (joined("one"), *told("one"), joined("b", on=later(1)), joined("c", on=later(1)))
    own = (gs.Consented(later(3), "b", "ambition"), gs.Consented(later(3), "c", "ambition"))
    return known_of(*first, gs.PartyDivided(later(2), "one", ("b", "c")), *own, *more)


def test_each_part_of_a_party_answers_for_the_whole() -> None:
    """What a party that was divided said counts for each of its parts, its roles alone end."""
    known = divided()
    assert [sorted(known.line(x)) for x in "bc"] == [["b", "one"], ["c", "one"]]
    assert (known.heirs_of("one"), known.heir("one")) == (("b", "c"), "one")
    assert parties(known, gs.RoleAssigned) == []
    assert parties(known, gs.ContributionRecorded) == ["one"]


def test_what_parts_share_stays_with_those_that_stay() -> None:
    """A part that left and came back is itself alone; what came of the whole stays with the other part."""
    known = divided(gs.PartyLeft(later(5), "b"), joined("b", on=later(9)))
    assert [sorted(known.line(x)) for x in "bc"] == [["b"], ["c", "one"]]
    assert (known.heirs_of("one"), known.heir("one")) == (("c",), "c")
    assert parties(known, gs.Consented, "ambition") == ["one", "c"]
    assert known.agreements["pact"].signed_by == ("one",)


def test_heirs_of_heirs_stand_for_all_before_them() -> None:
    """Through mergers and divisions those that are there stand for all that went, each told once."""
    known = known_of(
        *map(joined, "abcdef"),
        gs.PartySucceeded(later(1), "c", ("a", "b")),
        gs.PartyDivided(later(2), "c", ("d", "e")),
    )
    assert {x: known.heirs_of(x) for x in "abcdef"} == {
        **dict.fromkeys("abc", ("d", "e")),
        **{x: (x,) for x in "def"},
    }
    assert known.line("d") == {*"abcd"}
    assert known.line("e") == {*"abce"}
    again = known_of(
        *map(joined, "abcdef"),
        gs.PartyDivided(later(1), "a", ("b", "c")),
        gs.PartySucceeded(later(2), "d", ("b", "c")),
    )
    assert (again.heirs_of("a"), again.heir("a")) == (("d",), "d")
    assert again.line("d") == {*"abcd"}
    assert again.active == ("d", "e", "f")


@pytest.mark.parametrize("known", [known_of(joined("a")), divided()], ids=["nobody went", "divided"])
def test_subjects_are_the_same_when_they_are_or_stand_for_one(known: Known) -> None:
    """A subject is itself, a party is whoever stands for it, and nothing else is the same."""
    subjects = [None, *(About(kind, x) for kind in ("party", "matter") for x in ("one", "b", "c", "a"))]
    for one in subjects:
        for other in subjects:
            both = {x.id for x in (one, other) if x is not None and x.kind == "party"}
            kin = bool(known.heirs) and both in ({"one", "b"}, {"one", "c"})
            assert known.same(one, other) is (one == other or kin)


def test_a_successor_takes_back_what_was_said_of_its_predecessors() -> None:
    """A statement about a predecessor is one about its successor, which takes it back, and no other's."""
    said = [gs.Stated(DAY, "vision", "…", about=about) for about in ("a", "b", "c", ("matter", "a"))]
    merger = (joined("a"), joined("b"), joined("c"), *said, gs.PartySucceeded(later(5), "b", "a"))
    known = known_of(*merger, gs.Stated(later(6), "vision", about="b", holds=False))
    assert parties(known, gs.Stated, "vision") == [About("party", "c"), MATTER_A]
    of_all = known_of(*merger, gs.Stated(DAY, "vision", "…"), gs.Stated(later(6), "vision", holds=False))
    assert [entry.fact for entry in of_all.of(gs.Stated, "vision")] == said
