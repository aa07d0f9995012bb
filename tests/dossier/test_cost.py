"""What the dossier does once however much is asked: counted in facts followed, never in seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.dossier import dossier as room
from gezondsamen.dossier import fold
from gezondsamen.dossier.fold import folded, follow
from gezondsamen.dossier.journal import BLOCK
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.pile import EMPTY, Pile
from tests.support.dossiers import A_DAY, CLUB, MUNICIPALITY, START, begun, case_in, joins, tiny

MANY = 300


@contextmanager
def counted() -> Iterator[Callable[[], int]]:
    """Count the facts that dossiers follow."""
    calls: list[int] = []

    def counting(*args: Any) -> Any:
        calls.append(1)
        return follow(*args)

    with patch.object(room, "follow", counting), patch.object(fold, "follow", counting):
        yield lambda: len(calls)


def stepped(steps: int) -> gs.Collaboration:
    """Return a case that goes to and fro on two tracks, one step a day."""
    case = begun(tiny()).open(gs.PPS, on=START)
    for n in range(1, steps + 1):
        case = case.advance("go" if n % 2 else "back", on=START + timedelta(days=n))
    return case


def test_a_review_folds_the_journal_once() -> None:
    """What came before each of many steps is known from one walk over the journal."""
    case = stepped(MANY)
    with counted() as followed:
        assert case.review() == ()
        assert followed() <= case.version


def test_late_facts_are_folded_together() -> None:
    """Many facts of one call that lie before what is known cost two folds: one each, and one of all."""
    case = begun(tiny(), gs.Stated(START + timedelta(days=MANY), "purpose", "x"))
    late = [gs.Stated(START + timedelta(days=n), "rationale", "x") for n in range(MANY)]
    with counted() as followed:
        after = case.record(*late)
        assert followed() <= 2 * after.version


def test_of_late_facts_the_first_that_does_not_fit_is_named() -> None:
    """Wherever it stands in the call, and whatever is wrong after it, its place is told."""
    case = begun(tiny(), *joins(MUNICIPALITY), gs.Stated(START + 99 * A_DAY, "purpose", "x"))
    right = gs.Stated(START + A_DAY, "rationale", "x", MUNICIPALITY.id)
    wrong = gs.Met(START + A_DAY, "plenary", (CLUB.id,))
    unknown = gs.Stated(START + A_DAY, "no_such_topic", "x")
    for place in range(4):
        facts: list[gs.Fact] = [right, right, right]
        facts.insert(place, wrong)
        with pytest.raises(gs.InvalidRecord) as caught:
            case.record(*facts, unknown)
        assert (caught.value.index, caught.value.offender) == (place, CLUB.id)


@given(st.data())
def test_what_came_before_a_place_is_that_whatever_was_asked_before(data: st.DataObject) -> None:
    """`before` answers the same for places asked in any order, and as the journal cut off there."""
    case = case_in(gs.PPS, "management")
    events = list(case.dossier.events())
    asked = data.draw(st.lists(st.integers(0, len(events) - 1), min_size=1, max_size=8))
    for at in asked:
        assert case.dossier.before(events[at].place).known == folded(events[:at])


@given(st.integers(0, 3 * BLOCK))
def test_a_pile_holds_what_was_added(count: int) -> None:
    """Added one by one or made at once, a pile holds the entries in order, and the piles before it theirs."""
    entries = case_in(gs.PPS, "management").entries_after(0)
    added = tuple(entries[n % len(entries)] for n in range(count))
    pile, piles = EMPTY, [EMPTY]
    for entry in added:
        pile = pile.plus(entry)
        piles.append(pile)
    assert pile == Pile.of(added)
    assert [each.entries for each in piles] == [added[:n] for n in range(count + 1)]


def test_days_of_the_calendar_bound_what_is_asked_before_them() -> None:
    """Before the first event nothing is known."""
    assert begun(tiny()).dossier.before((date.min, 0)).known == Known()
