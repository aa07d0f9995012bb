"""Calendar periods: years, months, weeks and days, counted from an anchor.

The only door to pendulum. A period is our own value, because thirty days are not a month.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache

import attrs

from gezondsamen.arguments import check_day, check_number
from gezondsamen.errors import shown

_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?\Z", re.ASCII)


def _whole(_: object, attribute: attrs.Attribute[int], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{attribute.name} takes a whole number of at least 0, not {shown(value)}")


@attrs.frozen
class Every:
    """Hold a period of years, months, weeks and days.

    Written as ISO 8601 text. Steps are counted from the anchor, so that 31 January plus one, two,
    three months gives 29 February, 31 March, 30 April and never drifts.

    >>> Every(months=3).iso, Every.parse("P1Y6M")
    ('P3M', Every(years=1, months=6, weeks=0, days=0))
    >>> [Every(months=1).after(date(2024, 1, 31), n).isoformat() for n in (1, 2, 3)]
    ['2024-02-29', '2024-03-31', '2024-04-30']

    Raises `ValueError` when a part is negative or not whole, or when nothing is given.
    """

    years: int = attrs.field(default=0, validator=_whole)
    months: int = attrs.field(default=0, validator=_whole)
    weeks: int = attrs.field(default=0, validator=_whole)
    days: int = attrs.field(default=0, validator=_whole)

    def __attrs_post_init__(self) -> None:
        if not (self.years or self.months or self.weeks or self.days):
            raise ValueError("a period needs at least one of years, months, weeks or days")

    @classmethod
    def parse(cls, text: str) -> Every:
        """Read ISO 8601 text such as `P3M` or `P1Y1D`.

        Raises `ValueError` when the text is not a period of whole years, months, weeks and days.
        """
        found = _ISO.match(text) if isinstance(text, str) else None
        if found is None or not any(found.groups()):
            raise ValueError(f"{shown(text)} is not a period: write ISO 8601, as in 'P3M' or 'P1Y6M'")
        return cls(*(int(part or 0) for part in found.groups()))

    @property
    def iso(self) -> str:
        """The period as ISO 8601 text."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        return "P" + "".join(f"{number}{unit}" for number, unit in parts if number)

    def __str__(self) -> str:
        return self.iso

    def after(self, anchor: date, n: int = 1) -> date:
        """Return the day `n` periods after the anchor, clamped to the end of the month.

        Beyond the last day of the calendar, that last day (31 December 9999).
        """
        return _shifted(self, *_asked(anchor, n))

    def through(self, day: date) -> date:
        """Return the last day of the period after a day, ends of months taken alike.

        What is done on 28 February and again after three months may come on 31 May: three months before
        that is 28 February.

        >>> Every(months=3).through(date(2023, 2, 28)).isoformat()
        '2023-05-31'
        """
        check_day("day", day)
        last = self.after(day)
        while last < date.max and self.before(date.fromordinal(last.toordinal() + 1)) <= day:
            last = date.fromordinal(last.toordinal() + 1)
        return last

    def before(self, anchor: date, n: int = 1) -> date:
        """Return the day `n` periods before the anchor, clamped to the end of the month.

        Before the first day of the calendar, that first day.
        """
        day, count = _asked(anchor, n)
        return _shifted(self, day, -count)


def _asked(anchor: date, n: int) -> tuple[date, int]:
    check_day("anchor", anchor)
    check_number("n", n)
    return anchor, n


@lru_cache(maxsize=4096)
def _shifted(period: Every, anchor: date, n: int) -> date:
    import pendulum  # here, so that importing the library stays light

    start = pendulum.date(anchor.year, anchor.month, anchor.day)
    try:
        end = start.add(
            years=period.years * n, months=period.months * n, weeks=period.weeks * n, days=period.days * n
        )
    except (OverflowError, ValueError):
        return date.max if n > 0 else date.min
    return date(end.year, end.month, end.day)


def at_fraction(start: date, end: date, fraction: float) -> date:
    """Return the day at this fraction of a term: start + ceil(days x fraction).

    >>> at_fraction(date(2010, 1, 1), date(2014, 12, 31), 0.5).isoformat()
    '2012-07-02'
    """
    days = (end - start).days * fraction
    return date.fromordinal(start.toordinal() + int(-(-days // 1)))


def school_year(day: date) -> tuple[date, date]:
    """Return first and last day of the school year that a day lies in: 1 August to 31 July.

    The first and the last year of the calendar are cut off at its ends.

    MODEL: our choice; holidays differ per region, this border does not.
    """
    first = day.year if day.month >= 8 else day.year - 1
    begins = date(first, 8, 1) if first >= MINYEAR else date.min
    return begins, date(first + 1, 7, 31) if first < MAXYEAR else date.max
