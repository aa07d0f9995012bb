"""Time zones of calendars: the offsets of a zone as a VTIMEZONE component (RFC 5545, 3.6.5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import attrs

_SECOND = timedelta(seconds=1)
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
"""No zone changes its offset and changes it back within a week."""


def vtimezone(ical: ModuleType, tz: str, first: int, last: int) -> Any:
    """Return the offsets of a zone from the first through the last year.

    `ical` is the package icalendar. Onsets are told in the time before them, as RFC 5545 asks. Those
    of icalendar 7.3 are told in the time after: a reader that follows the RFC would begin summer time
    an hour late. Each onset is a part of its own: several readers leave out the first day of a part
    with a list of others (RDATE), or read that list's first day alone.
    """
    component = ical.Timezone()
    component.add("TZID", tz)
    for start, offset in _onsets(tz, first, last):
        part = ical.TimezoneDaylight() if offset.summer else ical.TimezoneStandard()
        part.add("DTSTART", start)
        part.add("TZNAME", offset.name)
        part.add("TZOFFSETFROM", offset.before)
        part.add("TZOFFSETTO", offset.after)
        component.add_component(part)
    return component


@attrs.frozen
class _Offset:
    """What changes when a zone goes over to another offset."""

    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @classmethod
    def of(cls, before: datetime, after: datetime) -> _Offset:
        offsets = (before.utcoffset() or timedelta(), after.utcoffset() or timedelta())
        return cls(*offsets, after.tzname() or "", bool(after.dst()))


@lru_cache(maxsize=64)  # each week of the years is looked at
def _onsets(tz: str, first: int, last: int) -> tuple[tuple[datetime, _Offset], ...]:
    """Return the onsets of offsets, each in the time before it, in their order."""
    zone = ZoneInfo(tz)
    began = datetime(first, 1, 1, tzinfo=zone)
    onsets = [(began.replace(tzinfo=None), _Offset.of(began, began))]
    for before, after in _changes(zone, first, last):
        offset = _Offset.of(before, after)
        onsets.append((after.astimezone(UTC).replace(tzinfo=None) + offset.before, offset))
    return tuple(onsets)


def _changes(zone: ZoneInfo, first: int, last: int) -> Iterator[tuple[datetime, datetime]]:
    """Return the moments just before and just at each change of offset, through the last year."""
    end = datetime(last, 12, 31, 12, tzinfo=UTC)
    for low, high in _changing(zone, datetime(first, 1, 1, 12, tzinfo=UTC), end, _WEEK):
        for begin, after in _changing(zone, low, high, _DAY):
            yield _just_at(zone, begin, after)


def _changing(
    zone: ZoneInfo, begin: datetime, end: datetime, step: timedelta
) -> Iterator[tuple[datetime, datetime]]:
    """Return the steps of a stretch of time at whose ends the offset is not the same."""
    low, offset = begin, _offset(begin, zone)
    while low < end:
        high = low + min(step, end - low)
        before, offset = offset, _offset(high, zone)
        if offset != before:
            yield low, high
        low = high


def _just_at(zone: ZoneInfo, low: datetime, high: datetime) -> tuple[datetime, datetime]:
    """Return the last moment with the offset of the one and the first with that of the other."""
    while high - low > _SECOND:
        middle = (low + (high - low) // 2).replace(microsecond=0)
        low, high = (middle, high) if _offset(middle, zone) == _offset(low, zone) else (low, middle)
    return low.astimezone(zone), high.astimezone(zone)


def _offset(instant: datetime, zone: ZoneInfo) -> timedelta | None:
    return instant.astimezone(zone).utcoffset()
