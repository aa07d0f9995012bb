"""What calendars were told before: events read back from an iCalendar text, and their sequence numbers.

A calendar keeps the event with the highest number. A moment that is gone is sent once as cancelled; its
number stays in the file, under a property of our own, for the day on which the moment comes back. Another
property says of which case an event is: ids with slashes begin like those of other cases.
"""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote
from zoneinfo import ZoneInfo

import attrs

from gezondsamen.errors import DocumentError, Fault

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_GONE = "X-GEZONDSAMEN-GONE"
_COUNT = "X-SEQUENCE"
_CASE = "X-GEZONDSAMEN-CASE"
_CHANGING = ("DTSTAMP", "SEQUENCE")


_ONCE = ("UID", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "DURATION", "SUMMARY", _CASE)
"""Properties that are read, or sent again; one that stands twice says nothing."""

_HIGHEST = 10**9
"""The highest sequence number that is read: calendars keep it in 32 bits, and it is still to be raised."""


_PARTS = 4
"""Parts of the id of a moment after the case: track, point, occurrence and number."""


@attrs.frozen
class Sender:
    """Hold whose events are read and written: a case, its moments, under a domain or those of before."""

    case: str
    domains: tuple[str, ...]
    moments: frozenset[str]

    def owns(self, uid: str, case: str | None) -> bool:
        """Tell whether an event is of this case: it says so, or did not say yet and has an id like it."""
        named, _, domain = uid.rpartition("@")
        if not named.startswith(f"{self.case}/") or domain not in self.domains:
            return False
        if case is not None:
            return case == self.case
        return named in self.moments or named.removeprefix(self.case).count("/") == _PARTS


@attrs.frozen
class Sent:
    """Hold the events that were sent and what each told, and the numbers of those long gone, by their UID."""

    events: dict[str, Event]
    contents: dict[str, bytes]
    gone: dict[str, int]

    def uid(self, ident: str, sender: Sender) -> str:
        """Return the UID of a moment: that under which it was sent before, if it was."""
        uids = [f"{ident}@{domain}" for domain in sender.domains]
        return next((uid for uid in uids if uid in self.events or uid in self.gone), uids[0])


def read(ical: ModuleType, previous: str | None, sender: Sender) -> Sent:
    """Return what was sent before in events of the sender; others are left alone.

    Raises `DocumentError` when `previous` is no iCalendar text, or one whose events cannot be sent again.
    """
    if previous is None:
        return Sent({}, {}, {})
    try:
        return _read(ical, previous, sender)
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, OSError) as problem:
        raise _not_read(str(problem)) from problem
    except RecursionError:
        raise _not_read("components stand too deep inside one another") from None


def _not_read(why: str) -> DocumentError:
    fault = Fault("previous", "not-icalendar", f"give the text that to_ics returned before ({why:.200})")
    return DocumentError((fault,))


def _read(ical: ModuleType, previous: str, sender: Sender) -> Sent:
    previous.encode()  # a lone surrogate could not be sent again
    calendar = ical.Calendar.from_ical(previous)
    if calendar.name != "VCALENDAR":
        raise ValueError(f"a VCALENDAR is needed, not a {calendar.name}")
    events = {
        str(event["UID"]): event
        for event in calendar.walk("VEVENT")
        if sender.owns(str(event.get("UID", "")), _case(event.get(_CASE)))
    }
    for event in events.values():
        _check(event)
    lines = calendar.get(_GONE, [])
    numbers = {
        (unquote(str(line)), _case(line.params.get(_CASE))): _number(line.params[_COUNT])
        for line in (lines if isinstance(lines, list) else [lines])
    }
    gone = {uid: count for (uid, case), count in numbers.items() if sender.owns(uid, case)}
    return Sent(events, {uid: _content(ical, event) for uid, event in events.items()}, gone)


def _case(written: Any) -> str | None:
    """Return the case that an event or a number names; None where it names none."""
    return None if written is None else unquote(str(written))


def _check(event: Event) -> None:
    """Refuse an event that could not be compared, numbered or cancelled: raises an error of Python."""
    if event.errors:
        raise ValueError("; ".join(f"{name}: {text}" for name, text in event.errors))
    for name in _ONCE:
        if isinstance(event.get(name), list):
            raise TypeError(f"{name} stands twice in one event")
    _number(event.get("SEQUENCE", 0))
    for name in ("DTSTART", "DTEND"):
        told: Any = event.get(name)
        if told is not None and "TZID" in told.params:
            ZoneInfo(str(told.params["TZID"]))
            told.dt.date()  # a day without a time has no zone


def _number(text: Any) -> int:
    """Return a sequence number, read."""
    number = int(text)
    if not 0 <= number <= _HIGHEST:
        raise ValueError(f"{number} is no sequence number")
    return number


def count_of(event: Event) -> int:
    """Return the sequence number of an event."""
    return int(event.get("SEQUENCE", 0))


def is_off(event: Event) -> bool:
    """Tell whether an event was sent as cancelled."""
    return str(event.get("STATUS", "")).upper() == "CANCELLED"


def add_number(ical: ModuleType, event: Event, uid: str, sent: Sent) -> None:
    """Give an event its sequence number: raised when it differs from what was sent, or comes back."""
    if uid in sent.events:
        same = sent.contents[uid] == _content(ical, event)
        number = count_of(sent.events[uid]) + (not same)
    else:
        number = sent.gone[uid] + 1 if uid in sent.gone else 0
    event.add("SEQUENCE", number)


def add_owner(ical: ModuleType, event: Event, sender: Sender) -> None:
    """Say of which case an event is."""
    event.add(_CASE, ical.vText(quote(sender.case)))


def add_gone(ical: ModuleType, calendar: Calendar, uid: str, count: int, sender: Sender) -> None:
    """Keep the sequence number of an event that is gone."""
    params = {_COUNT: str(count), _CASE: quote(sender.case)}
    calendar.add(_GONE, ical.vText(quote(uid), params=params))


def _content(ical: ModuleType, event: Event) -> bytes:
    """Return all that an event tells people, as it is after reading."""
    again: Any = ical.Event.from_ical(event.to_ical())
    for name in _CHANGING:
        again.pop(name, None)
    content: bytes = again.to_ical()
    return content
