"""When events of a calendar are: wall-clock times, zones, periods, days before; checked as they are given."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import attrs

from gezondsamen.arguments import check_iterable
from gezondsamen.errors import InvalidArgument, shown

_MINUTE = timedelta(minutes=1)


@attrs.frozen
class Clock:
    """A wall-clock time in a zone, and how long a moment lasts."""

    at: time
    zone: ZoneInfo
    duration: timedelta

    def on(self, day: date) -> datetime:
        """Return when the clock shows this time on a day, or the first time after it that exists."""
        local = datetime.combine(day, self.at)
        while not self._exists(local):
            local = local.replace(second=0, microsecond=0) + _MINUTE
        return local.replace(tzinfo=self.zone)

    def end(self, start: datetime) -> datetime | None:
        """Return when an event ends; None where no calendar has such a day.

        In UTC where the clock shows that time for the second time: by itself it would say the first.
        """
        try:
            ends = start.astimezone(UTC) + self.duration
            local = ends.astimezone(self.zone)
        except OverflowError:
            return None
        return ends if local.fold else local

    def _exists(self, local: datetime) -> bool:
        try:
            back = local.replace(tzinfo=self.zone).astimezone(UTC).astimezone(self.zone)
        except OverflowError:  # the first or the last day of the calendar: in UTC it lies beyond
            return True
        return back.replace(tzinfo=None, fold=0) == local


def utc(stamp: datetime) -> datetime:
    """Return a moment in UTC, to the second; raises `InvalidArgument` where it has no zone."""
    if not isinstance(stamp, datetime) or stamp.utcoffset() is None:
        raise InvalidArgument(
            "not-aware", f"stamp takes a datetime with a time zone, not {shown(stamp)}", shown(stamp)
        )
    return stamp.astimezone(UTC).replace(microsecond=0)


def local_time(name: str, at: time) -> time:
    """Return a wall-clock time, to the second; raises `InvalidArgument` where it has a zone."""
    if not isinstance(at, time) or at.tzinfo is not None:
        message = f"{name} takes a datetime.time without a zone, not {shown(at)}"
        raise InvalidArgument("not-local", message, shown(at))
    return at.replace(microsecond=0, fold=0)


def zone(tz: str) -> ZoneInfo:
    """Return the zone of a name; raises `InvalidArgument` for an unknown one."""
    if isinstance(tz, str):
        with suppress(OSError, ValueError, LookupError):
            return ZoneInfo(tz)
    message = f"tz takes the name of a time zone, like Europe/Amsterdam, not {shown(tz)}"
    raise InvalidArgument("unknown-zone", message, shown(tz))


def period(name: str, value: timedelta) -> timedelta:
    """Return a period; raises `InvalidArgument` for less than a minute."""
    if not isinstance(value, timedelta) or value < _MINUTE:
        message = f"{name} takes a timedelta of a minute or more, not {shown(value)}"
        raise InvalidArgument("duration", message, shown(value))
    return value


def days_before(alarm_days: Iterable[int]) -> tuple[int, ...]:
    """Return days before, each once, the furthest first; raises `InvalidArgument` for what is none."""
    check_iterable("alarm_days", alarm_days, "whole days before")
    days = tuple(alarm_days)
    for day in days:
        if type(day) is not int or day < 0:
            raise InvalidArgument(
                "alarm-days", f"alarm_days takes whole days before, 0 or more, not {shown(day)}", shown(day)
            )
    return tuple(sorted(set(days), reverse=True))
