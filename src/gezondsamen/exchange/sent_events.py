"""What calendars were told before: events read back from an iCalendar text, and their sequence numbers.

A calendar keeps the event with the highest number. A moment that is gone is sent once as cancelled; its
number stays in the file, under a property of our own, for the day on which the moment comes back.
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

import attrs

from gezondsamen.errors import DocumentError, Fault

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_GONE = "X-GEZONDSAMEN-GONE"
_COUNT = "X-SEQUENCE"
_CHANGING = ("DTSTAMP", "SEQUENCE")


@attrs.frozen
class Sent:
    """Hold the events that were sent, and the sequence numbers of those long gone, by their UID."""

    events: dict[str, Event]
    gone: dict[str, int]


def read(ical: ModuleType, previous: str | None, begins: str, ends: str) -> Sent:
    """Return what was sent before in events whose UID begins and ends so; others are left alone.

    Raises `DocumentError` when `previous` is no iCalendar text.
    """
    if previous is None:
        return Sent({}, {})
    try:
        calendar = ical.Calendar.from_ical(previous)
        if calendar.name != "VCALENDAR":
            raise ValueError(f"a VCALENDAR is needed, not a {calendar.name}")
        events = {
            str(event["UID"]): event
            for event in calendar.walk("VEVENT")
            if str(event.get("UID", "")).startswith(begins) and str(event["UID"]).endswith(ends)
        }
        for event in events.values():
            if event.errors:
                raise ValueError("; ".join(f"{name}: {text}" for name, text in event.errors))
        lines = calendar.get(_GONE, [])
        gone = {
            unquote(str(line)): int(line.params[_COUNT])
            for line in (lines if isinstance(lines, list) else [lines])
        }
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as problem:
        fault = Fault("previous", "not-icalendar", f"give the text that to_ics returned before ({problem})")
        raise DocumentError((fault,)) from problem
    return Sent(events, {uid: count for uid, count in gone.items() if uid.startswith(begins)})


def count_of(event: Event) -> int:
    """Return the sequence number of an event."""
    return int(event.get("SEQUENCE", 0))


def is_off(event: Event) -> bool:
    """Tell whether an event was sent as cancelled."""
    return str(event.get("STATUS", "")).upper() == "CANCELLED"


def add_number(ical: ModuleType, event: Event, before: Event | None, gone: int | None) -> None:
    """Give an event its sequence number: raised when it differs from what was sent, or comes back."""
    if before is not None:
        same = _content(ical, before) == _content(ical, event)
        number = count_of(before) + (not same)
    else:
        number = 0 if gone is None else gone + 1
    event.add("SEQUENCE", number)


def add_gone(ical: ModuleType, calendar: Calendar, uid: str, count: int) -> None:
    """Keep the sequence number of an event that is gone."""
    calendar.add(_GONE, ical.vText(quote(uid), params={_COUNT: str(count)}))


def _content(ical: ModuleType, event: Event) -> bytes:
    """Return all that an event tells people, as it is after reading."""
    again: Any = ical.Event.from_ical(event.to_ical())
    for name in _CHANGING:
        again.pop(name, None)
    content: bytes = again.to_ical()
    return content
