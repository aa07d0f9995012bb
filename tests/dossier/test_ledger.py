"""The ledger: folding together is folding one by one, and what was handed out stays as it was."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.dossier import facts as f
from gezondsamen.dossier import ledger as room
from gezondsamen.dossier.fold import after_step, folded, follow
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.ledger import Ledger
from gezondsamen.dossier.parties import About
from gezondsamen.dossier.shelf import Shelf
from gezondsamen.frozen import FrozenDict

DAY = date(2024, 1, 8)
MANY = 200

who = st.sampled_from("abc")
some = st.lists(who, min_size=1, max_size=3, unique=True).map(tuple)
what = st.sampled_from(("money", "sport"))
day = st.just(DAY)


def party(ident: str) -> gs.Party:
    return gs.Party(id=ident, name=ident.upper(), kind="ggd")


FACTS: st.SearchStrategy[Any] = st.one_of(
    st.builds(f.TrackOpened, day, st.sampled_from(("main", "x")), st.just("pps"), st.just("initiative")),
    st.builds(f.StepTaken, day, st.sampled_from(("main", "x")), st.just("go"), what),
    st.builds(f.PartyJoined, day, who.map(party)),
    st.builds(f.PartyLeft, day, who),
    st.builds(f.PartySucceeded, day, who, some),
    st.builds(f.PartyDivided, day, who, some),
    st.builds(f.RoleAssigned, day, what, who),
    st.builds(f.RoleEnded, day, what, st.none() | who),
    st.builds(f.Stated, day, what, st.just("…"), about=st.none() | who, holds=st.booleans()),
    st.builds(f.Quantified, day, what, st.just(1), about=st.none() | who),
    st.builds(f.Consented, day, who, what),
    st.builds(f.Met, day, st.just("plenary"), some),
    st.builds(f.ContributionRecorded, day, who, what),
    st.builds(f.AgreementDrafted, day, what, st.just("covenant"), some, st.just(())),
    st.builds(f.AgreementRevised, day, what, some, st.just(())),
    st.builds(f.Signed, day, what, who),
    st.builds(f.ActionAgreed, day, what, st.just("…"), who, st.just("sport"), day),
)

JOINED = [f.PartyJoined(DAY, party(ident)) for ident in "abc"]
SIGNED = [f.AgreementDrafted(DAY, "money", "covenant", ("a", "b"), ()), f.Signed(DAY, "money", "a")]
TOLD = f.Stated(DAY, "money", "…", about=About("party", "a"))
TAKEN_BACK = f.Stated(DAY, "money", "…", about=About("party", "b"), holds=False)


def entries_of(facts: list[Any]) -> list[Entry]:
    return [Entry(number, fact) for number, fact in enumerate([*JOINED, *facts], 1)]


def one_by_one(entries: list[Entry]) -> tuple[list[Entry], list[Known]]:
    """Return the entries that can follow, and what is known after each."""
    taken: list[Entry] = []
    known = [Known()]
    for entry in entries:
        try:
            known.append(folded((entry,), known[-1]))
        except gs.InvalidRecord:
            continue
        taken.append(entry)
    return taken, known


@example([*SIGNED, f.AgreementRevised(DAY, "money", ("a", "b", "c"), ()), f.Signed(DAY, "money", "c")])
@example([*SIGNED, f.PartyLeft(DAY, "a"), JOINED[0], f.Signed(DAY, "money", "b")])
@example([TOLD, TAKEN_BACK, f.PartyLeft(DAY, "a"), JOINED[0]])
@example([TOLD, f.Consented(DAY, "a", "sport"), f.PartyLeft(DAY, "a"), JOINED[0], TAKEN_BACK])
@given(st.lists(FACTS, max_size=12))
def test_facts_folded_together_are_as_folded_one_by_one(facts: list[Any]) -> None:
    """However many facts are folded at once, the same is known; one that is refused changes nothing."""
    entries = entries_of(facts)
    _, known = one_by_one(entries)
    ledger = Ledger(Known())
    for entry in entries:
        try:
            follow(ledger, entry, entry.place)
        except gs.InvalidRecord:
            continue
    assert ledger.closed() == known[-1]


@given(st.lists(FACTS, max_size=12), st.sampled_from(("main", "x")), st.integers(-1, 1), st.integers(-9, 9))
def test_one_step_is_folded_as_any_fact(facts: list[Any], track: str, days: int, more: int) -> None:
    """A step that is taken without a ledger leads to what is known with one, or is refused alike."""
    taken, known = one_by_one(entries_of([f.TrackOpened(DAY, "main", "pps", "initiative"), *facts]))
    step = f.StepTaken(DAY + timedelta(days=days), track, "go", "sport")
    entry = Entry(max(1, taken[-1].number + more), step)
    try:
        expected = folded((entry,), known[-1])
    except gs.InvalidRecord as problem:
        with pytest.raises(gs.InvalidRecord) as caught:
            after_step(known[-1], step, entry.place)
        assert caught.value == problem
    else:
        assert after_step(known[-1], step, entry.place) == expected


@given(st.lists(FACTS, max_size=12))
def test_what_was_handed_out_stays_as_it_was(facts: list[Any]) -> None:
    """What was known after each fact is still known when others have followed."""
    taken, known = one_by_one(entries_of(facts))
    assert known == [folded(taken[:count]) for count in range(len(taken) + 1)]


@given(st.lists(FACTS, max_size=12))
def test_what_is_worked_out_once_is_what_the_parts_say(facts: list[Any]) -> None:
    """Parties and titles are those of the parts, asked before and after more is known."""
    _, known = one_by_one(entries_of(facts))
    for asked in (known, known[::-1]):
        for each in asked:
            assert each.parties == tuple(each.members[ident].party for ident in each.active)
            assert each.titles == {ident: text.title or "" for ident, text in each.agreements.items()}


@given(st.lists(FACTS, max_size=12), st.data())
def test_a_drawer_reads_the_same_before_the_ledger_is_closed(facts: list[Any], data: st.DataObject) -> None:
    """Entries that wait are read with those that stood there, in the order of events."""
    taken, known = one_by_one(entries_of(facts))
    at = data.draw(st.integers(0, len(taken)))
    ledger = Ledger(known[at])
    for entry in taken[at:]:
        follow(ledger, entry, entry.place)
    drawers = ledger.drawers
    assert [ledger.of(*drawer) for drawer in drawers] == [known[-1].of(*drawer) for drawer in drawers]


def test_who_signs_again_signs_last() -> None:
    """Of one party the latest signature counts, and stands where it was set."""
    known = folded(entries_of([*SIGNED, f.Signed(DAY, "money", "b"), f.Signed(DAY, "money", "a")]))
    assert [(each.party, each.entry) for each in known.agreements["money"].signatures] == [("b", 6), ("a", 7)]


def test_an_action_agreed_again_stands_last() -> None:
    """Of one action the latest entry counts, and stands where it was made."""
    facts = [f.ActionAgreed(DAY, action, "…", "a", "sport", DAY) for action in ("run", "swim", "run")]
    assert [entry.number for entry in folded(entries_of(list(facts))).of(f.ActionAgreed)] == [5, 6]


@given(st.lists(st.tuples(st.booleans(), st.sampled_from("abc"), st.integers(0, 1)), max_size=30))
def test_a_shelf_gives_what_was_added_and_not_taken_out(moves: list[tuple[bool, str, int]]) -> None:
    """Entries stand in the order in which they were added; only those with the key are looked at."""
    shelf, model = Shelf((), lambda fact: fact.party), list[Entry[Any]]()
    for number, (adds, holder, which) in enumerate(moves):
        role = ("lead", "scribe")[which]
        if adds:
            entry: Entry[Any] = Entry(number, f.RoleAssigned(DAY, role, holder))
            shelf.add(entry)
            model.append(entry)
        else:
            own = [entry for entry in model if entry.fact.party == holder]
            looked_at: list[str] = []
            count = shelf.take_out(holder, partial(_is_role, role, looked_at))
            gone = [entry for entry in own if entry.fact.role == role]
            assert looked_at == [entry.fact.role for entry in own]
            assert shelf.taken[len(shelf.taken) - count :] == gone
            model = [entry for entry in model if entry not in gone]
        assert shelf.entries == tuple(model)
        assert {*shelf.keys} == {entry.fact.party for entry in model}


def _is_role(role: str, looked_at: list[str], fact: f.RoleAssigned) -> bool:
    looked_at.append(fact.role)
    return fact.role == role


GROWING: dict[str, Any] = {
    "parties": lambda n: f.PartyJoined(DAY, party(f"p{n}")),
    "actions": lambda n: f.ActionAgreed(DAY, f"action-{n}", "…", "a", "sport", DAY + timedelta(days=9)),
    "signatures": lambda n: f.Signed(DAY, "money", "ab"[n % 2]),
    "agreements": lambda n: f.AgreementDrafted(DAY, f"agreement-{n}", "covenant", ("a",), ()),
    "statements": lambda n: f.Stated(DAY, "sport", "…"),
    "steps": lambda n: f.StepTaken(DAY, "main", "go", "sport"),
}


@pytest.mark.parametrize("fact", GROWING.values(), ids=GROWING)
def test_a_part_is_copied_once_however_many_facts_change_it(fact: Any) -> None:
    """Of many facts in one fold each part is copied once at most: not once for each of them."""
    before = folded(entries_of([f.TrackOpened(DAY, "main", "pps", "initiative"), *SIGNED]))
    number = before.latest[1] if before.latest else 0
    copies: list[int] = []

    def copied(mapping: Any) -> Any:
        copies.append(len(mapping))
        return FrozenDict(mapping)

    with patch.object(room, "FrozenDict", copied):
        folded([Entry(number + n, fact(n)) for n in range(1, MANY + 1)], before)
    assert len(copies) <= 2
