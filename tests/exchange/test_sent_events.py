"""Other people's calendars as `previous`: whatever stands there is refused, or what comes reads back."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gezondsamen.errors import DocumentError
from gezondsamen.exchange import to_ics
from tests.exchange.test_ical import STAMP, scheduled

icalendar = pytest.importorskip("icalendar")

SCHEDULE = scheduled()
LATER = STAMP + timedelta(days=1)
BEFORE = tuple(to_ics(SCHEDULE, stamp=STAMP, at=at, alarm_days=()).splitlines() for at in (None, time(9, 30)))

ZONES = ("Nope/Zone", "Europe", "../../x", "Europe/Amsterdam;VALUE=DATE")
STARTS = ("DTSTART", "DTSTART;VALUE=DATE", *(f"DTSTART;TZID={zone}" for zone in ZONES))
GONE = ("X-GEZONDSAMEN-GONE;X-SEQUENCE=1", "X-GEZONDSAMEN-GONE")
OURS = ("SEQUENCE", "DURATION", "UID", "STATUS", "SUMMARY", "DTSTAMP", "CATEGORIES", "TRIGGER")
OTHERS = ("RRULE", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID", "ATTACH;ENCODING=BASE64;VALUE=BINARY")
NAMES = st.sampled_from((*STARTS, *GONE, *OURS, *OTHERS, "BEGIN", "END", ";", ""))

NUMBERS = ("0", "-1", "99999999999999999999", "1,2", "\N{ARABIC-INDIC DIGIT THREE}")
DAYS = ("20240101", "00010101", "99991231", "00000000", "20240101T093000Z", "99991231T235959")
WORDS = ("x", "", "PT1H", "-P1D", "CANCELLED", "VEVENT", "VCALENDAR", "VALARM", "FREQ=DAILY;COUNT=1", '"')
SIGNS = ("\ud800", "\x00", "haven/main/x@gezondsamen", "haven/%ED%A0%80@gezondsamen")
VALUES = st.sampled_from((*NUMBERS, *DAYS, *WORDS, *SIGNS)) | st.text(max_size=8)

LINES = st.builds("{}:{}".format, NAMES, VALUES) | st.text(max_size=12)
WAYS = st.sampled_from(["in", "out", "over", "twice", "cut"])
EDITS = st.lists(st.tuples(WAYS, st.integers(0, 10**6), LINES), max_size=5)

Edits = list[tuple[str, int, str]]


def edited(lines: list[str], edits: Edits) -> str:
    """Return a calendar with lines put in, left out, overwritten, said twice or cut off."""
    found = list(lines)
    for way, at, line in edits:
        place = at % len(found) if found else 0
        match way:
            case "in":
                found.insert(place, line)
            case "out":
                del found[place : place + 1]
            case "over":
                found[place : place + 1] = [line]
            case "twice":
                found[place:place] = found[place : place + 1]
            case _:
                found[place : place + 1] = [part[: at % (len(part) + 1)] for part in found[place : place + 1]]
    return "\r\n".join(found) + "\r\n"


def read_or_refused(previous: str) -> str:
    """Return what came of a previous text; anything but a calendar or a `DocumentError` fails."""
    try:
        text = to_ics(SCHEDULE, stamp=LATER, previous=previous)
    except DocumentError as refused:
        assert [(fault.path, fault.code) for fault in refused.problems] == [("previous", "not-icalendar")]
        assert len(str(refused)) < 1000
        return "refused"
    assert to_ics(SCHEDULE, stamp=LATER, previous=text)
    return "read"


def in_events(line: str) -> Edits:
    """Return the edit that puts a line into the first event."""
    first = BEFORE[1].index("BEGIN:VEVENT")
    return [("in", first + 1, line)]


@example(1, in_events("SEQUENCE:3"))
@example(1, in_events("DTSTART:20240101T093000Z"))
@example(1, in_events("SUMMARY:\ud800"))
@example(0, [("over", BEFORE[0].index("BEGIN:VEVENT") + 2, "DTSTART;TZID=Nope/Zone:20240101T093000")])
@example(0, [("over", BEFORE[0].index("BEGIN:VEVENT") + 2, "DTSTART;TZID=Europe:20240101T093000")])
@example(0, [("in", 3, "X-GEZONDSAMEN-GONE;X-SEQUENCE=-5:haven/main/x@gezondsamen")])
@given(st.integers(0, 1), EDITS)
def test_a_previous_calendar_is_read_or_refused(which: int, edits: Edits) -> None:
    """Lines put in, left out, overwritten, doubled or cut off: nothing else comes of it."""
    read_or_refused(edited(BEFORE[which], edits))


NOISE = st.text() | st.text(alphabet="BEGIN:VCALENDAREND\r\n;=\"' \\,", max_size=200)


@given(NOISE)
def test_noise_is_no_calendar(text: str) -> None:
    """Any text at all is read as a calendar, or refused."""
    read_or_refused(text)


def test_components_without_end_are_refused() -> None:
    """A calendar of a hundred thousand components inside one another does not get through."""
    assert read_or_refused("BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * 100_000) in ("read", "refused")


@pytest.mark.parametrize(
    ("number", "came"), [("0", "read"), ("999999990", "read"), ("2147483647", "refused")]
)
def test_numbers_that_calendars_cannot_raise_are_refused(number: str, came: str) -> None:
    """Calendars keep a sequence number in 32 bits: near the end of them it is no number that we gave."""
    text = "\r\n".join(line.replace("SEQUENCE:0", f"SEQUENCE:{number}") for line in BEFORE[0])
    assert read_or_refused(text + "\r\n") == came
