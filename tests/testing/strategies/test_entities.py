"""Entities are drawn in the words of a process; what is given is not drawn."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import gezondsamen as gs
from gezondsamen.schedule.calendars import Weekends
from gezondsamen.terms import words
from gezondsamen.testing import (
    calendars,
    canonical,
    labels,
    parties,
    periods,
    subjects,
)
from gezondsamen.testing.strategies.entities import NAMES
from gezondsamen.testing.strategies.facts import RECORDED
from tests.support.builders import DAY, PROCESSES, tiny

LAWS = settings(deadline=None, derandomize=True, max_examples=30)
SIMPLEST = settings(
    deadline=None,
    database=None,
    derandomize=True,
    max_examples=1_000,  # something is to be found
    phases=(Phase.generate, Phase.shrink),
)

CASE = canonical(gs.PPS, "management")
BARE = tiny(terms=())
"""A process without words."""

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
EVERY_KIND = pytest.mark.parametrize("kind", RECORDED, ids=lambda kind: kind.__name__)


def simplest(strategy: st.SearchStrategy[Any]) -> Any:
    return find(strategy, lambda _: True, settings=SIMPLEST)


def known(process: gs.Process, value: Any) -> bool:
    return all(key in process.vocabulary[scheme] for scheme, key in words(value))


@EVERY_PROCESS
@settings(LAWS, max_examples=15)
@given(data=st.data())
def test_parties_are_organisations_in_the_words_of_the_process(
    process: gs.Process, data: st.DataObject
) -> None:
    """A party is of a kind and of sectors that the process knows, and bears the name of an organisation."""
    party = data.draw(parties(process))
    assert known(process, party)
    assert party.name == NAMES[party.id]
    gs.Collaboration.start(process, id="case", on=DAY).record(gs.PartyJoined(DAY, party))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "x"),
        ("name", "Gemeente Veldhoek"),
        ("kind", "retailer"),
        ("sectors", ("sport",)),
        ("internal", True),
        ("counts_as", "private"),
        ("counts_as", None),
    ],
)
@LAWS
@given(data=st.data())
def test_a_field_that_is_given_is_not_drawn(field: str, value: object, data: st.DataObject) -> None:
    """Each field takes a value, None included, or a strategy."""
    given_value: Any = {field: value}
    given_strategy: Any = {field: st.just(value)}
    assert getattr(data.draw(parties(gs.PPS, **given_value)), field) == value
    assert getattr(data.draw(parties(gs.PPS, **given_strategy)), field) == value


def test_a_party_shrinks_to_a_plain_one() -> None:
    """The simplest party is an outside one without sectors."""
    party = simplest(parties(gs.PPS))
    assert (party.sectors, party.internal, party.counts_as) == ((), False, None)
    assert party.kind == next(iter(gs.PPS.vocabulary["party_kind"]))


@LAWS
@given(subjects(gs.PPS, parties=("a", "b")))
def test_subjects_are_known(about: gs.About) -> None:
    """A subject is one of the parties, a known sector or role, or any matter."""
    if about.kind == "party":
        assert about.id in ("a", "b")
    elif about.kind != "matter":
        assert about.id in gs.PPS.vocabulary[about.kind]


def test_subjects_of_nobody_are_something_else() -> None:
    """Where there is no party, a subject is something else; a kind that is given is the one drawn."""
    assert simplest(subjects(gs.PPS, parties=())).kind == "sector"
    assert simplest(subjects(BARE, parties=())).kind == "matter"
    assert simplest(subjects(gs.PPS, kind="role")).kind == "role"


@LAWS
@given(st.data())
def test_periods_have_the_parts_that_are_given(data: st.DataObject) -> None:
    """A part that is given is kept, and the others are nothing."""
    months = data.draw(st.integers(1, 30))
    assert data.draw(periods(months=months)) == gs.Every(months=months)
    assert data.draw(periods(days=1, weeks=st.just(2))) == gs.Every(weeks=2, days=1)
    assert data.draw(periods()).after(DAY) > DAY


@LAWS
@given(labels(en="x"))
def test_labels_have_both_languages(label: gs.Label) -> None:
    """A label has Dutch and English."""
    assert label.nl
    assert label.en == "x"


def test_calendars_are_those_that_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dutch holidays are drawn where the package is installed, and else weekends only."""
    assert simplest(calendars()) == gs.WEEKENDS
    if find_spec("holidays") is not None:
        for region in (None, "noord", "midden", "zuid"):
            wanted = gs.DutchCalendar(region)
            assert find(calendars(), lambda c, w=wanted: c == w, settings=SIMPLEST) == wanted  # type: ignore[misc]
    monkeypatch.setattr("gezondsamen.testing.strategies.entities.find_spec", lambda name: None)
    with pytest.raises(NoSuchExample):
        find(calendars(), lambda c: not isinstance(c, Weekends), settings=SIMPLEST)
