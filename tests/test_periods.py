"""Periods: years, months, weeks and days, counted from an anchor."""

import calendar
import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gezondsamen import Every
from gezondsamen.periods import at_fraction, school_year

NUMBERS = st.integers(0, 10**6)
PERIODS = st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS).filter(any).map(lambda parts: Every(*parts))
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
SMALL = st.tuples(*[st.integers(0, 12)] * 4).filter(any).map(lambda parts: Every(*parts))


@given(PERIODS)
def test_iso_text_says_the_whole_period(period: Every) -> None:
    """A period written as ISO 8601 reads back as itself, and so does its pickle."""
    assert Every.parse(period.iso) == period
    assert str(period) == period.iso
    assert pickle.loads(pickle.dumps(period)) == period


@given(st.text(max_size=12))
def test_parse_takes_periods_and_nothing_else(text: str) -> None:
    """What is read as a period is written back with the same numbers; all else is refused."""
    try:
        period = Every.parse(text)
    except ValueError:
        return
    assert text.startswith("P")
    assert Every.parse(period.iso) == period


@pytest.mark.parametrize(
    "text", ["", "P", "P0D", "3M", "P1.5Y", "PT3H", "P-1M", "P1M1Y", "p3m", "P3M ", "P٣M"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    """Fractions, hours, signs, other orders, other digits and nothing at all are no period."""
    with pytest.raises(ValueError, match=r"period"):
        Every.parse(text)


@pytest.mark.parametrize("value", [-1, 1.0, True, "3", None])
def test_parts_are_whole_and_not_negative(value: object) -> None:
    """A part that is negative or not a whole number is refused, by its name."""
    with pytest.raises(ValueError, match="months"):
        Every(months=value)  # type: ignore[arg-type]


def test_a_period_of_nothing_is_refused() -> None:
    """At least one part is given."""
    with pytest.raises(ValueError, match="at least one"):
        Every()


def test_thirty_days_are_not_a_month() -> None:
    """Periods are equal only where their parts are."""
    assert Every(months=1) != Every(days=30)
    assert Every(weeks=1) != Every(days=7)


@given(st.integers(2000, 2100), st.integers(1, 60))
def test_the_last_of_january_never_drifts(year: int, n: int) -> None:
    """Months from 31 January end on the 31st, or on the last day of a shorter month."""
    day = Every(months=1).after(date(year, 1, 31), n)
    assert (day.year * 12 + day.month) - (year * 12 + 1) == n
    assert day.day == min(31, calendar.monthrange(day.year, day.month)[1])


@given(st.integers(1, 40))
def test_leap_days_come_back(n: int) -> None:
    """Years from 29 February end on the 28th, and on the 29th where there is one."""
    day = Every(years=1).after(date(2024, 2, 29), n)
    assert (day.month, day.day) == (2, 29 if calendar.isleap(day.year) else 28)


@given(st.integers(1, 500), st.integers(1, 500), DAYS)
def test_weeks_and_days_are_plain_arithmetic(weeks: int, days: int, day: date) -> None:
    """Weeks and days shift by exactly so many days, both ways."""
    shift = timedelta(days=7 * weeks + days)
    period = Every(weeks=weeks, days=days)
    assert period.after(day) == day + shift
    assert period.before(day) == day - shift


@given(SMALL, DAYS, st.integers(1, 10))
def test_later_steps_lie_later(period: Every, day: date, n: int) -> None:
    """Each further period ends on a later day, and each earlier one on an earlier."""
    assert day < period.after(day, n) < period.after(day, n + 1)
    assert day > period.before(day, n) > period.before(day, n + 1)
    assert period.after(day, 0) == day


@pytest.mark.parametrize("period", [Every(years=10_000), Every(months=10**7), Every(days=10**12)])
def test_beyond_the_calendar_lies_its_edge(period: Every) -> None:
    """Steps that leave the calendar stop on its last day, or on its first."""
    assert period.after(date(2024, 1, 1)) == date.max
    assert period.before(date(2024, 1, 1)) == date.min


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [
        (date(2010, 1, 1), date(2014, 12, 31), date(2012, 7, 2)),
        (date(2023, 1, 1), date(2026, 12, 31), date(2024, 12, 31)),
    ],
)
def test_half_of_a_term(start: date, end: date, day: date) -> None:
    """The middle of a known term lies on the known day."""
    assert at_fraction(start, end, 0.5) == day


@given(DAYS, st.integers(0, 20_000), st.floats(0, 1))
def test_a_fraction_lies_inside_the_term(start: date, length: int, fraction: float) -> None:
    """Every fraction of a term lies in it: 0 on the first day, 1 on the last."""
    end = start + timedelta(days=length)
    assert start <= at_fraction(start, end, fraction) <= end
    assert at_fraction(start, end, 0) == start
    assert at_fraction(start, end, 1) == end


@given(DAYS)
def test_every_day_lies_in_its_school_year(day: date) -> None:
    """A school year holds the day and runs from 1 August through 31 July."""
    first, last = school_year(day)
    assert first <= day <= last
    assert (first.month, first.day, last.month, last.day) == (8, 1, 7, 31)
    assert school_year(last + timedelta(days=1))[0] == last + timedelta(days=1)
