"""Days, written out: periods in months and days, parts of a period, windows, working days.

What is counted from which day is read in `schedule`.
"""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta

from gezondsamen.periods import Every
from gezondsamen.process.evaluation_points import Window
from gezondsamen.schedule.calendars import Direction, DutchCalendar, Weekends, WorkingCalendar

DAY = timedelta(days=1)


def later(day: date, period: Every, n: int = 1) -> date:
    """Counted from the anchor: 31 January plus one, two, three months is 29 February, 31 March, 30 April.

    The months come first and keep the day of the month, or take the last one there is; then the days.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + n * (12 * period.years + period.months), 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if n > 0 else date.min
    clamped = min(day.day, months.monthrange(year, month + 1)[1])
    ordinal = date(year, month + 1, clamped).toordinal() + n * (7 * period.weeks + period.days)
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def part_of(first: date, last: date, part: int, count: int) -> date:
    """The day at a fraction of a period: its first day, and so many parts of its days, upwards."""
    return date.fromordinal(first.toordinal() - (-(last - first).days * part // count))


def school_year_of(day: date) -> tuple[date, date]:
    """The school year that a day lies in: 1 August to 31 July."""
    first = day.year if day.month >= 8 else day.year - 1
    begins = date(first, 8, 1) if first >= date.min.year else date.min
    return begins, date(first + 1, 7, 31) if first < date.max.year else date.max


def window_from(window: Window, day: date) -> tuple[date, date]:
    """The first window that ends on or after a day; one around New Year began in the year before."""
    year = day.year if _in_year(day.year, window.last) >= day else day.year + 1
    begins = year if window.first <= window.last else year - 1
    return _in_year(begins, window.first), _in_year(year, window.last)


def _in_year(year: int, text: str) -> date:
    """A day of a year written as `MM-DD`; where the month is shorter, its last day."""
    if not date.min.year <= year <= date.max.year:
        return date.min if year < date.min.year else date.max
    month, day = map(int, text.split("-"))
    return date(year, month, min(day, months.monthrange(year, month)[1]))


def working_day(day: date, calendar: WorkingCalendar | None, direction: Direction) -> date:
    """The first day that is not free, itself included; where a whole year is free, the day itself."""
    step = 1 if direction == "following" else -1
    for far in range(367):
        if not date.min.toordinal() <= day.toordinal() + step * far <= date.max.toordinal():
            break
        found = day + step * far * DAY
        if not is_free(found, calendar):
            return found
    return day


def is_free(day: date, calendar: WorkingCalendar | None) -> bool:
    """The calendar says which days are free; those that ship say it of every Saturday and Sunday."""
    if isinstance(calendar, Weekends):
        return day.weekday() >= 5
    weekend = isinstance(calendar, DutchCalendar) and day.weekday() >= 5
    return weekend or (calendar is not None and calendar.free(day) is not None)
