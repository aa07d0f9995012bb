"""Calendars in the programs that people have: every event at its hour, and every title as it was written."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from unicodedata import category
from zoneinfo import ZoneInfo

import attrs
import pytest

from gezondsamen.exchange import to_ics
from gezondsamen.schedule.moments import Schedule
from tests.exchange.test_ical import STAMP, on_days, scheduled
from tests.readers.calendar_readers import READERS, Read, library
from tests.support.titles import HOSTILE_TITLES

DAYS = [date(2024, 1, 1) + timedelta(days=41 * n) for n in range(36)]  # four years, both times of the year
ZONES = ("Europe/Amsterdam", "America/New_York", "Australia/Sydney", "America/Curacao", "Europe/Dublin")

reader = pytest.mark.parametrize("name", READERS)


def read(name: str, text: str) -> dict[str, Read]:
    if name == "libical" and library() is None:
        pytest.skip("libical is not installed")
    found = {event.uid: event for event in READERS[name](text)}
    assert len(found) == text.count("\r\nBEGIN:VEVENT\r\n")
    return found


def told(schedule: Schedule, at: time, tz: str) -> str:
    """Return a calendar whose zone has a name of its own: nobody can look it up instead of reading it."""
    text = to_ics(schedule, stamp=STAMP, at=at, tz=tz, duration=timedelta(minutes=90))
    return text.replace(tz, f"Waterstad/{tz.rpartition('/')[2]}")


@reader
@pytest.mark.parametrize("tz", ZONES)
@pytest.mark.parametrize("at", [time(0), time(9, 30), time(23)], ids=str)
def test_every_event_is_at_its_hour(name: str, tz: str, at: time) -> None:
    """A reader that knows the zone from the file alone finds each begin and end at the right instant."""
    schedule = on_days(*DAYS)
    found = read(name, told(schedule, at, tz))
    for moment in schedule:
        event = found[f"{moment.id}@gezondsamen"]
        start = datetime.combine(moment.on, at, ZoneInfo(tz)).astimezone(UTC)
        assert (event.start, event.end) == (start, start + timedelta(minutes=90))


@reader
def test_every_event_of_a_day_is_on_that_day(name: str) -> None:
    """What lasts the day begins on it, and ends as the next one begins."""
    schedule = scheduled()
    found = read(name, to_ics(schedule, stamp=STAMP))
    for moment in schedule:
        event = found[f"{moment.id}@gezondsamen"]
        assert (event.start, event.end) == (moment.on, moment.on + timedelta(days=1))


def shown(title: str) -> str:
    """Return a title on one line, without the signs that no calendar may hold."""
    line = title.replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
    return "".join(sign for sign in line if sign == "\t" or category(sign) != "Cc").replace("\ufeff", "")


def kept(name: str, title: str) -> str:
    """Return what a reader keeps: libical no blanks in front; khal writes texts anew with icalendar."""
    if name == "khal":
        return title.replace("\\N", "\n")
    return title.lstrip() if name == "libical" else title


@reader
@pytest.mark.parametrize("title", HOSTILE_TITLES, ids=range(len(HOSTILE_TITLES)))
def test_titles_survive(name: str, title: str) -> None:
    """A title comes back as it was written, on one line and without control signs."""
    schedule = attrs.evolve(on_days(*DAYS[:2]), title=title)
    label = schedule.moments[0].point.label.nl
    for event in read(name, to_ics(schedule, stamp=STAMP)).values():
        assert event.summary == f"{kept(name, shown(title))}: {label}"


def test_libical_finds_nothing_against_the_standard() -> None:
    """Libical's check of a calendar (RFC 5545 and 5546) passes: as it is, moved, and cancelled."""
    lib = library()
    if lib is None:
        pytest.skip("libical is not installed")
    first = to_ics(scheduled(), stamp=STAMP, at=time(9))
    second = to_ics(attrs.evolve(scheduled(), moments=()), stamp=STAMP, previous=first)
    for text in (first, second, to_ics(scheduled(), stamp=STAMP)):
        calendar = lib.icalparser_parse_string(text.encode())
        assert lib.icalrestriction_check(calendar) == 1
        assert lib.icalcomponent_count_errors(calendar) == 0
