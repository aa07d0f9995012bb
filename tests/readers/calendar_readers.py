"""Readers of calendars by others: what each finds in a text, in the same words.

A reader gets a zone that no program knows by name, so that it has to believe the file.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import import_module
from typing import Any, Final

import attrs


@attrs.frozen
class Read:
    """Hold an event as a reader understands it: instants, or days where it lasts the day."""

    uid: str
    summary: str
    start: datetime | date
    end: datetime | date


def _instant(told: Any) -> datetime | date:
    return told.astimezone(UTC) if isinstance(told, datetime) else told


def icalendar(text: str) -> Iterator[Read]:
    """Read with icalendar (BSD-2-Clause), which hosts in Python use."""
    reader: Any = import_module("icalendar")
    for event in reader.Calendar.from_ical(text).walk("VEVENT"):
        times = (_instant(event[name].dt) for name in ("DTSTART", "DTEND"))
        yield Read(str(event["UID"]), str(event["SUMMARY"]), *times)


def vobject(text: str) -> Iterator[Read]:
    """Read with vobject (Apache-2.0), which Radicale and others use."""
    reader: Any = import_module("vobject")
    for event in reader.readOne(text).vevent_list:
        times = (_instant(told.value) for told in (event.dtstart, event.dtend))
        yield Read(event.uid.value, event.summary.value, *times)


def khal(text: str) -> Iterator[Read]:
    """Read with khal (MIT), a calendar for the terminal."""
    utc, split = import_module("dateutil.tz").tzutc(), import_module("khal.icalendar").split_ics
    import_module("icalendar").use_zoneinfo()  # khal changes it for everybody
    read: Any = import_module("khal.khalendar.event").Event.fromString
    for each in split(text):
        event = read(each, locale={"local_timezone": utc, "default_timezone": utc}, calendar="x")
        end = event.end + timedelta(days=1) if event.allday else event.end  # it tells the last day
        yield Read(event.uid, event.summary, _instant(event.start), _instant(end))


class _Time(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    )


@cache
def library() -> ctypes.CDLL | None:
    """Return libical (LGPL-2.1 or MPL-2.0), each function with its types; None where it is not installed."""
    try:
        found = ctypes.CDLL("libical.so.3")
    except OSError:
        return None
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for name, result, *arguments in (
        ("icalparser_parse_string", pointer, text),
        ("icalcomponent_string_to_kind", number, text),
        ("icalcomponent_get_first_component", pointer, pointer, number),
        ("icalcomponent_get_next_component", pointer, pointer, number),
        ("icalcomponent_get_uid", text, pointer),
        ("icalcomponent_get_summary", text, pointer),
        ("icalcomponent_get_dtstart", _Time, pointer),
        ("icalcomponent_get_dtend", _Time, pointer),
        ("icaltime_as_timet_with_zone", ctypes.c_long, _Time, pointer),
        ("icalrestriction_check", number, pointer),
        ("icalcomponent_count_errors", number, pointer),
    ):
        function = getattr(found, name)
        function.restype, function.argtypes = result, arguments
    return found


def libical(text: str) -> Iterator[Read]:
    """Read with libical, which Evolution, KOrganizer and Cyrus use."""
    lib = library()
    assert lib is not None
    calendar = lib.icalparser_parse_string(text.encode())
    kind = lib.icalcomponent_string_to_kind(b"VEVENT")

    def told(time: _Time) -> datetime | date:
        if time.is_date:
            return date(time.year, time.month, time.day)
        return datetime.fromtimestamp(lib.icaltime_as_timet_with_zone(time, time.zone), UTC)

    event = lib.icalcomponent_get_first_component(calendar, kind)
    while event:
        yield Read(
            lib.icalcomponent_get_uid(event).decode(),
            lib.icalcomponent_get_summary(event).decode(),
            told(lib.icalcomponent_get_dtstart(event)),
            told(lib.icalcomponent_get_dtend(event)),
        )
        event = lib.icalcomponent_get_next_component(calendar, kind)


READERS: Final[dict[str, Callable[[str], Iterator[Read]]]] = {
    "icalendar": icalendar,
    "vobject": vobject,
    "khal": khal,
    "libical": libical,
}
