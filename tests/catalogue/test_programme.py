"""The timed programme of an Effectenarena, and what the rule on it finds."""

from __future__ import annotations

from datetime import UTC, time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.catalogue.programme import PROGRAMME, Programme, ProgrammeItem, clock, facts
from gezondsamen.phases.effects_arena import DECLARE_READY
from tests.support.builders import DAY, label, row, started

AS_PRINTED = ("15:00", "15.30", "15:40", "15.55", "16:00", "16.30", "16.40", "17.00", "17. 25")


def item(key: str, begins: Any, minutes: Any = None) -> ProgrammeItem:
    return ProgrammeItem(key, label(), "opening", begins, minutes)


def at(minute: int) -> time:
    return time(minute // 60, minute % 60)


def judged(programme: Programme) -> Any:
    """Return what the rule on the programme says once its facts are on record."""
    case = started(gs.EFFECTS_ARENA, *facts(programme, on=DAY))
    return row(case.check(DECLARE_READY, on=DAY), "EFA-07")


# --- the published one ----------------------------------------------------------------------------


def test_the_published_programme_runs_over_twice() -> None:
    """Of the nine items that the report prints, two are too long: by five and by ten minutes."""
    found = judged(PROGRAMME)
    assert found.status == "advised"
    assert [(f.about.id, f.needed, f.found) for f in found.findings] == [
        ("personas", 15, 20),
        ("round_2", 20, 30),
    ]


def test_the_published_programme_is_timed_as_printed() -> None:
    """The items begin when the report says, however it wrote the time, and the closing has no end."""
    assert tuple(item.begins for item in PROGRAMME.items) == tuple(map(clock, AS_PRINTED))
    assert tuple(PROGRAMME.slots().values()) == (30, 10, 15, 5, 30, 10, 20, 25)
    assert PROGRAMME.ends is None


def test_the_published_programme_walks_through_the_session() -> None:
    """Every item falls in a phase of the session, and from each the next can be entered."""
    phases = [item.phase for item in PROGRAMME.items]
    steps = {(step.source, step.target) for step in gs.EFFECTS_ARENA.transitions}
    assert set(pairwise(phases)) <= steps
    assert phases[0] == "opening"
    assert phases[-1] == "closing"


def test_a_programme_of_one_session_says_nothing_of_another() -> None:
    """With a track the facts count on that track only."""
    case = started(gs.EFFECTS_ARENA).open(gs.EFFECTS_ARENA, track="second", on=DAY)
    case = case.record(*facts(PROGRAMME, on=DAY, track="second"))
    assert len(row(case.check(DECLARE_READY, on=DAY, track="second"), "EFA-07").findings) == 2
    (first,) = row(case.check(DECLARE_READY, on=DAY), "EFA-07").findings
    assert (first.needed, first.found) == ("item_minutes", None)


# --- any programme --------------------------------------------------------------------------------


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Draw a programme of items that begin one after the other, with an end or without."""
    marks = sorted(draw(st.sets(st.integers(0, 24 * 60 - 1), min_size=1, max_size=8)))
    ends = at(marks.pop()) if len(marks) > 1 and draw(st.booleans()) else None
    stated = st.none() | st.integers(1, 90)
    return Programme([item(f"item-{n}", at(mark), draw(stated)) for n, mark in enumerate(marks)], ends)


@given(programmes())
def test_what_does_not_fit_is_found(programme: Programme) -> None:
    """For any programme the findings are the items that take longer than until the next begins."""
    ends = [item.begins for item in programme.items[1:]] + ([programme.ends] if programme.ends else [])
    fits = {
        item.key: (end.hour - item.begins.hour) * 60 + end.minute - item.begins.minute
        for item, end in zip(programme.items, ends, strict=False)
    }
    timed = [
        (item.key, item.minutes) for item in programme.items if item.minutes is not None and item.key in fits
    ]
    found = judged(programme)
    if timed:
        too_long = [(key, fits[key], minutes) for key, minutes in timed if minutes > fits[key]]
        assert [(f.about.id, f.needed, f.found) for f in found.findings] == too_long
        assert found.status == ("advised" if too_long else "met")
    else:
        assert [(f.needed, f.found, f.about) for f in found.findings] == [("item_minutes", None, None)]


@given(programmes())
def test_the_slots_fill_the_time(programme: Programme) -> None:
    """Slots are whole minutes above nought, and add up to the time from the first item to the last mark."""
    last = programme.ends or programme.items[-1].begins
    first = programme.items[0].begins
    slots = programme.slots().values()
    assert all(slot > 0 for slot in slots)
    assert sum(slots) == (last.hour - first.hour) * 60 + last.minute - first.minute
    assert len(slots) == len(programme.items) - (programme.ends is None)


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("items", "ends", "code", "offender"),
    [
        ([item("a", at(60)), item("b", at(60))], None, "out-of-order", "b"),
        ([item("a", at(60)), item("b", at(59))], None, "out-of-order", "b"),
        ([item("a", at(60)), item("b", at(61)), item("a", at(62))], None, "duplicate-item", "a"),
        ([item("a", at(60)), item("b", at(61))], at(61), "out-of-order", "b"),
        ([item("a", at(60))], time(12, 0, 1), "not-a-time", "12:00:01"),
    ],
)
def test_a_programme_that_cannot_be_is_refused(
    items: list[ProgrammeItem], ends: time | None, code: str, offender: str
) -> None:
    """Items stand once and in the order of the clock, and the end comes last: who breaks it is named."""
    with pytest.raises(gs.InvalidArgument) as caught:
        Programme(items, ends)
    assert (caught.value.code, caught.value.offender) == (code, offender)


@pytest.mark.parametrize("begins", ["15:00", time(15, 0, 30), time(15, 0, tzinfo=UTC), None])
def test_an_item_begins_at_a_plain_time(begins: Any) -> None:
    """A text, seconds or a time zone are no begin of an item."""
    with pytest.raises(gs.InvalidArgument, match="'a'") as caught:
        item("a", begins)
    assert (caught.value.code, caught.value.offender) == ("not-a-time", "a")


@pytest.mark.parametrize("minutes", [0, -5, 2.5, True, "20"])
def test_an_item_takes_whole_minutes(minutes: Any) -> None:
    """What an item takes is a whole number above nought."""
    with pytest.raises(gs.InvalidArgument, match="'a'") as caught:
        item("a", at(60), minutes)
    assert (caught.value.code, caught.value.offender) == ("not-minutes", "a")


# --- times as people write them -------------------------------------------------------------------


@given(
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.sampled_from(
        ("{}:{:02}", "{}.{:02}", "{:02}. {:02}", " {} : {:02} ", "{:02}.{:02} uur", "{}:{:02}UUR")
    ),
)
def test_a_time_is_read_however_it_is_written(moment: time, written: str) -> None:
    """A colon or a full stop, with or without spaces, a nought in front or the word for o'clock."""
    assert clock(written.format(moment.hour, moment.minute)) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17",
        "1725",
        "17.2",
        "17.255",
        "17h25",
        "17 25",
        "24:00",
        "12:60",
        "-1:00",
        "om 15:00",
        "15:00-16:00",
        15,
        None,
    ],
)
def test_what_is_no_time_is_named(text: Any) -> None:
    """A text that is no time of the day is refused, and stands in the message."""
    with pytest.raises(gs.InvalidArgument) as caught:
        clock(text)
    assert (caught.value.code, caught.value.offender) == ("not-a-time", str(text))
    assert repr(text) in str(caught.value)
