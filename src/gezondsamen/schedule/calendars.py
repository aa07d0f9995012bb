"""Working calendars: which days are free, and how far ahead that is known. The only door to holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any, Final, Literal, Protocol, get_args

import attrs

from gezondsamen import arguments
from gezondsamen.errors import InvalidArgument, MissingExtra, shown
from gezondsamen.labels import Label
from gezondsamen.terms import unknown

Direction = Literal["following", "preceding"]
Region = Literal["noord", "midden", "zuid"]

_WEEKEND = Label(nl="weekend", en="weekend")
LONGEST = 366
"""How many days a moment moves at most."""


class WorkingCalendar(Protocol):
    """Say which days are free; a host's own calendar needs only these two.

    One that does not know the past either may have a property `known_from`, the first day it knows.
    """

    @property
    def known_until(self) -> date | None:
        """The last day for which free days are known; None: for ever."""

    def free(self, day: date) -> Label | None:
        """Return why a day is free, or None for a working day."""


def known(calendar: WorkingCalendar | None) -> tuple[date, date]:
    """Return the first and the last day for which a calendar knows the free days."""
    first: date | None = getattr(calendar, "known_from", None)
    last = None if calendar is None else calendar.known_until
    return date.min if first is None else first, date.max if last is None else last


@attrs.frozen
class Weekends:
    """Know Saturdays and Sundays only."""

    @property
    def known_until(self) -> date | None:
        """None: weekends go on for ever."""
        return None

    def free(self, day: date) -> Label | None:
        """Return the reason on Saturday and Sunday."""
        arguments.check_day("day", day)
        return _WEEKEND if day.weekday() > 4 else None


WEEKENDS = Weekends()
"""Saturdays and Sundays are free."""


def _check_region(_: object, __: object, value: object) -> None:
    regions = get_args(Region)
    if value is not None and value not in regions:
        message = f"{shown(value)} is no region with school holidays: choose {', '.join(regions)} or None."
        raise unknown(
            InvalidArgument, "region", value if isinstance(value, str) else shown(value), regions, message
        )


def _check_also(_: object, __: object, value: object) -> None:
    if not isinstance(value, tuple):
        raise arguments.wrong("also", "regions, like ('zuid',)", value, InvalidArgument)
    for region in value:
        _check_region(None, None, shown(region) if region is None else region)


def _check_yearly(_: object, __: object, value: object) -> None:
    arguments.check("liberation_day_yearly", value, bool, "True or False")


@attrs.frozen
class DutchCalendar:
    """Know weekends, Dutch public holidays and, with a region, its school holidays.

    School holidays differ per region (`noord`, `midden`, `zuid`); with `also`, a day is free as soon as it
    is in one of these regions too. They are set for some years ahead only: `known_from` and `known_until`
    say for which days. Liberation Day is free once in five years, or every year where that was agreed
    (`liberation_day_yearly`). Needs the extra `calendar`.

    Raises `InvalidArgument` for an unknown region, `MissingExtra` when the package holidays is missing.

    >>> DutchCalendar().free(date(2025, 12, 25)).nl
    'eerste kerstdag'
    >>> DutchCalendar("noord", also=("zuid",)).free(date(2026, 2, 17)).nl
    'voorjaarsvakantie'
    """

    region: Region | None = attrs.field(default=None, validator=_check_region)
    also: tuple[Region, ...] = attrs.field(default=(), validator=_check_also)
    liberation_day_yearly: bool = attrs.field(default=False, validator=_check_yearly, kw_only=True)

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions whose school holidays are free, in alphabetical order."""
        return tuple(sorted({*self.also, *(() if self.region is None else (self.region,))}))

    @property
    def known_from(self) -> date | None:
        """The first day for which the holidays are known."""
        return max(_known_from(region) for region in (None, *self.regions))

    @property
    def known_until(self) -> date | None:
        """The last day for which the school holidays are known; without a region None."""
        return min((_known_until(region) for region in self.regions), default=None)

    def free(self, day: date) -> Label | None:
        """Return the holiday or weekend that makes a day free."""
        arguments.check_day("day", day)
        holidays = _holidays(day.year, self.region, self.also, self.liberation_day_yearly)
        return holidays.get(day) or WEEKENDS.free(day)


@cache
def _holidays(
    year: int, region: Region | None, also: tuple[Region, ...], liberation_day_yearly: bool
) -> dict[date, Label]:
    found: dict[date, Label] = {}
    for name in (*reversed(also), *(() if region is None else (region,))):
        found |= _texts(year, name, "school")
    if liberation_day_yearly:
        found |= _texts(year, None, "optional")  # of this country these are all
    return found | _texts(year, None, "public")


def _texts(year: int, region: Region | None, category: str) -> dict[date, Label]:
    dutch, english = (_read(year, region, category, lang) for lang in ("nl", "en_US"))
    return {day: Label(nl=text.lower(), en=english[day]) for day, text in dutch.items()}


def _read(year: int, region: Region | None, category: str, lang: str) -> Any:
    try:
        import holidays
    except ImportError:
        raise MissingExtra("calendar", "holidays") from None
    subdivision = None if region is None else region.capitalize()
    return holidays.country_holidays("NL", subdivision, year, categories=(category,), language=lang)


_KNOWN: Final = 2024
"""A year whose holidays are known, wherever the data begin and end."""


@cache
def _known_from(region: Region | None) -> date:
    year, category = _KNOWN, "public" if region is None else "school"
    while _read(year - 1, region, category, "nl"):
        year -= 1
    return date(year, 1, 1)


@cache
def _known_until(region: Region) -> date:
    """Return the end of the last year, or of the last holiday before the first that is not set yet."""
    year = _KNOWN
    while _read(year + 1, region, "school", "nl"):
        year += 1
    before, last = (_read(each, region, "school", "nl") for each in (year - 1, year))
    missing = set(before.values()) - set(last.values())
    gaps = [(day.month, day.day) for day, name in before.items() if name in missing]
    known = [day for day in last if not gaps or (day.month, day.day) < min(gaps)]
    return max(known) if gaps else date(year, 12, 31)


def shift(day: date, calendar: WorkingCalendar | None, direction: Direction) -> tuple[date, Label | None]:
    """Return the working day that a day moves to, and why it moved (None: it did not).

    A calendar in which a whole year is free moves nothing.
    """
    reason = None if calendar is None else calendar.free(day)
    if calendar is None or reason is None:
        return day, None
    step = timedelta(days=1 if direction == "following" else -1)
    moved = day
    for _ in range(LONGEST):
        if not date.min < moved < date.max:
            break
        moved += step
        if calendar.free(moved) is None:
            return moved, reason
    return day, None
