"""Working calendars: which days are free, and how far ahead that is known. The only door to holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any, Literal, Protocol, get_args

import attrs

from gezondsamen.arguments import check_day
from gezondsamen.errors import InvalidArgument, MissingExtra, shown
from gezondsamen.labels import Label
from gezondsamen.terms import unknown

Direction = Literal["following", "preceding"]
Region = Literal["noord", "midden", "zuid"]

_WEEKEND = Label(nl="weekend", en="weekend")
LONGEST = 366
"""How many days a moment moves at most."""


class WorkingCalendar(Protocol):
    """Say which days are free; a host's own calendar needs only these two."""

    @property
    def known_until(self) -> date | None:
        """The last day for which free days are known; None: for ever."""

    def free(self, day: date) -> Label | None:
        """Return why a day is free, or None for a working day."""


@attrs.frozen
class Weekends:
    """Know Saturdays and Sundays only."""

    @property
    def known_until(self) -> date | None:
        """None: weekends go on for ever."""
        return None

    def free(self, day: date) -> Label | None:
        """Return the reason on Saturday and Sunday."""
        check_day("day", day)
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


@attrs.frozen
class DutchCalendar:
    """Know weekends, Dutch public holidays and, with a region, its school holidays.

    School holidays differ per region (`noord`, `midden`, `zuid`) and are known for some years ahead
    only: `known_until` says how far. Needs the extra `calendar`.

    Raises `InvalidArgument` for an unknown region, `MissingExtra` when the package holidays is missing.

    >>> DutchCalendar().free(date(2025, 12, 25)).nl
    'eerste kerstdag'
    """

    region: Region | None = attrs.field(default=None, validator=_check_region)

    @property
    def known_until(self) -> date | None:
        """The end of the last year with school holidays; without a region None."""
        return None if self.region is None else _known_until(self.region)

    def free(self, day: date) -> Label | None:
        """Return the holiday or weekend that makes a day free."""
        check_day("day", day)
        holiday = _holidays(day.year, self.region).get(day)
        return holiday or WEEKENDS.free(day)


@cache
def _holidays(year: int, region: Region | None) -> dict[date, Label]:
    found = _texts(year, None, "public")
    if region is not None:
        found = _texts(year, region, "school") | found
    return found


def _texts(year: int, region: Region | None, category: str) -> dict[date, Label]:
    dutch, english = (_read(year, region, category, lang) for lang in ("nl", "en_US"))
    return {day: Label(nl=text.lower(), en=english[day]) for day, text in dutch.items()}


def _read(year: int, region: Region | None, category: str, lang: str) -> Any:
    try:
        import holidays
    except ImportError:
        raise MissingExtra("calendar", "holidays") from None
    subdivision = None if region is None else region.capitalize()
    return holidays.country_holidays(
        "NL", subdiv=subdivision, years=year, categories=(category,), language=lang, expand=False
    )


@cache
def _known_until(region: Region) -> date:
    year = 2024
    while _read(year + 1, region, "school", "nl"):
        year += 1
    return date(year, 12, 31)


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
