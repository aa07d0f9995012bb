"""The journal: entries in the order in which they were made, in blocks."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.dossier.facts import TrackOpened
from gezondsamen.dossier.journal import BLOCK, Entry, Journal
from gezondsamen.dossier.pile import EMPTY, Pile
from tests.support.builders import DAY, later

ENTRIES = [Entry(n, gs.Stated(DAY, "purpose", str(n))) for n in range(1, 3 * BLOCK + 8)]
LENGTHS = st.integers(0, len(ENTRIES))


@given(LENGTHS)
def test_adding_one_by_one_is_adding_all(length: int) -> None:
    """A journal that grew is equal to the same one made at once, and hashes like it."""
    grown = Journal()
    for entry in ENTRIES[:length]:
        grown = grown.plus(entry)
    at_once = Journal.of(ENTRIES[:length])
    assert grown == at_once
    assert hash(grown) == hash(at_once)
    assert list(grown) == ENTRIES[:length]


@given(LENGTHS, st.integers(-3, len(ENTRIES) + BLOCK))
def test_after_gives_the_rest(length: int, number: int) -> None:
    """The entries after a number are those with a higher one, whatever the number."""
    journal = Journal.of(ENTRIES[:length])
    assert journal.after(number) == tuple(e for e in ENTRIES[:length] if e.number > number)


@given(LENGTHS)
def test_an_entry_is_found_by_its_number(length: int) -> None:
    """Numbers count from 1, across blocks, and a journal knows no other."""
    journal = Journal.of(ENTRIES[:length])
    assert len(journal) == length
    assert [journal[n] for n in range(1, length + 1)] == ENTRIES[:length]
    for missing in (0, -1, length + 1):
        with pytest.raises(IndexError, match=f"no entry {missing}"):
            _ = journal[missing]


def test_adding_leaves_the_journal_as_it_was() -> None:
    """A journal never changes: adding gives a new one that shares the full blocks."""
    before = Journal.of(ENTRIES[: 2 * BLOCK])
    after = before.plus(ENTRIES[2 * BLOCK])
    assert len(before) == 2 * BLOCK
    assert after.blocks is before.blocks
    assert pickle.loads(pickle.dumps(after)) == after


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        (Entry(5, gs.Stated(later(2), "purpose")), (later(2), 5)),
        (Entry(9, gs.Stated(later(2), "purpose"), replaces=5), (later(2), 5)),
        (Entry(1, TrackOpened(later(30), "main", "pps", "management", since=DAY)), (DAY, 1)),
        (Entry(1, TrackOpened(DAY, "main", "pps", "initiative")), (DAY, 1)),
    ],
    ids=["plain", "correction", "adopted", "begun"],
)
def test_the_place_of_an_entry(entry: gs.Entry, place: tuple[date, int]) -> None:
    """An entry stands at its day and number, a correction at the number of what it corrects."""
    assert entry.place == place


@pytest.mark.parametrize("length", [n + more for n in (BLOCK, 2 * BLOCK) for more in (-1, 0, 1)])
def test_a_full_block_is_one_however_it_was_filled(length: int) -> None:
    """A journal, and a pile, that grew to the end of a block equals the one made at once."""
    entries = tuple(ENTRIES[:length])
    journal, pile = Journal(), EMPTY
    for entry in entries:
        journal, pile = journal.plus(entry), pile.plus(entry)
    assert journal == Journal.of(entries)
    assert len(journal.tail) == length % BLOCK
    assert repr(journal) == f"Journal({length} entries)"
    assert pile == Pile.of(entries)
    assert hash(pile) == hash(Pile.of(entries))
    assert pile.entries == entries
    assert repr(pile) == f"Pile({entries!r})"
    assert pile != entries
