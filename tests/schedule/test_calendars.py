"""Working calendars: which days are free, how far that is known, and where a day moves to."""

from __future__ import annotations

import builtins
from datetime import date, timedelta
from typing import Any, get_args

import attrs
import holidays
import pytest

import gezondsamen as gs
from gezondsamen.schedule import calendars
from gezondsamen.schedule.calendars import LONGEST, Direction, shift
from tests.support.builders import label

REGIONS: tuple[calendars.Region, ...] = get_args(calendars.Region)
CHRISTMAS = date(2025, 12, 25)  # a Thursday


class Mondays:
    known_until = None

    def free(self, day: date) -> gs.Label | None:
        return gs.Label("maandag", "Monday") if day.weekday() == 0 else None


@attrs.frozen
class Always:
    known_until: date | None = None

    def free(self, day: date) -> gs.Label | None:
        return label("vrij")


@pytest.mark.parametrize(
    ("calendar", "direction", "day", "expected", "why"),
    [
        (None, "following", date(2024, 6, 1), date(2024, 6, 1), None),
        (gs.WEEKENDS, "following", date(2024, 5, 31), date(2024, 5, 31), None),  # a Friday
        (gs.WEEKENDS, "following", date(2024, 6, 1), date(2024, 6, 3), "weekend"),  # Saturday to Monday
        (gs.WEEKENDS, "preceding", date(2024, 6, 2), date(2024, 5, 31), "weekend"),  # Sunday to Friday
        # Thursday and Friday are Christmas, then a weekend; Wednesday is a working day
        (gs.DutchCalendar(), "following", CHRISTMAS, date(2025, 12, 29), "eerste kerstdag"),
        (gs.DutchCalendar(), "preceding", CHRISTMAS, date(2025, 12, 24), "eerste kerstdag"),
        # schools are closed from Saturday 20 December through Sunday 4 January
        (gs.DutchCalendar("midden"), "following", CHRISTMAS, date(2026, 1, 5), "eerste kerstdag"),
        (gs.DutchCalendar("midden"), "preceding", CHRISTMAS, date(2025, 12, 19), "eerste kerstdag"),
        (gs.DutchCalendar("midden"), "following", date(2025, 12, 29), date(2026, 1, 5), "kerstvakantie"),
        (Mondays(), "following", date(2024, 6, 3), date(2024, 6, 4), "maandag"),
    ],
)
def test_a_free_day_moves_to_the_next_or_the_last_working_day(
    calendar: Any, direction: Direction, day: date, expected: date, why: str | None
) -> None:
    """A day that is free moves forward or back to the nearest that is not, and keeps why."""
    moved, reason = shift(day, calendar, direction)
    assert (moved, reason and reason.nl) == (expected, why)


@pytest.mark.parametrize("direction", ["following", "preceding"])
def test_a_day_that_cannot_move_stays(direction: Direction) -> None:
    """Where every day is free, and at either end of time, a day stays where it is."""
    assert shift(CHRISTMAS, Always(), direction) == (CHRISTMAS, None)
    for day in (date.min, date.max):
        assert shift(day, Always(), direction) == (day, None)


def test_a_day_moves_a_year_at_most() -> None:
    """The working day may lie as far as `LONGEST` days away, and no further."""

    class Until(Mondays):
        def free(self, day: date) -> gs.Label | None:
            return label("vrij") if day < CHRISTMAS else None

    near, far = CHRISTMAS - timedelta(days=LONGEST), CHRISTMAS - timedelta(days=LONGEST + 1)
    assert shift(near, Until(), "following")[0] == CHRISTMAS
    assert shift(far, Until(), "following") == (far, None)


def test_school_holidays_differ_per_region() -> None:
    """In February the north has its holiday in another week than the rest; without a region there is none."""
    day = date(2026, 2, 18)
    names = {region: gs.DutchCalendar(region).free(day) for region in (None, "noord", "midden", "zuid")}
    assert names[None] is names["noord"] is None
    assert names["midden"] == names["zuid"] is not None
    assert names["midden"] is not None
    assert names["midden"].nl == "voorjaarsvakantie"


def test_holidays_have_names_in_two_languages() -> None:
    """A free day says why, in Dutch and in English."""
    assert gs.DutchCalendar().free(CHRISTMAS) == gs.Label("eerste kerstdag", "Christmas Day")
    assert gs.DutchCalendar("zuid").free(date(2024, 6, 1)) == gs.Label("weekend", "weekend")


@pytest.mark.parametrize(
    ("holidays_of_2025", "last"),
    [
        ({(3, 1): "spring", (10, 20): "autumn", (12, 22): "Christmas"}, date(2025, 12, 31)),
        ({(3, 1): "spring", (11, 3): "elections"}, date(2025, 3, 1)),
        (
            {(3, 1): "spring", (10, 17): "autumn", (12, 6): "Saint Nicholas", (12, 23): "elections"},
            date(2025, 12, 6),
        ),
    ],
    ids=["all", "the first is missing", "the last is missing"],
)
def test_a_year_is_known_until_the_first_holiday_that_is_not_set(
    monkeypatch: pytest.MonkeyPatch, holidays_of_2025: dict[tuple[int, int], str], last: date
) -> None:
    """What the year before had, and the last year has not yet, is set later: what comes after it may move."""
    every = {2024: {(3, 2): "spring", (10, 21): "autumn", (12, 23): "Christmas"}, 2025: holidays_of_2025}

    def read(_country: str, _region: str, year: int, **_: Any) -> dict[date, str]:
        return {date(year, *day): name for day, name in every.get(year, {}).items()}

    monkeypatch.setattr(holidays, "country_holidays", read)
    assert calendars._known_until.__wrapped__("noord") == last


def test_what_is_known_begins_with_the_first_year_that_has_holidays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back from a year that is known, without a gap, to the first day of a year."""

    def read(_country: str, _region: str, year: int, **_: Any) -> dict[date, str]:
        return {date(year, 3, 2): "spring"} if year in (2019, 2021, 2022, 2023, 2024) else {}

    monkeypatch.setattr(holidays, "country_holidays", read)
    assert calendars._known_from.__wrapped__("noord") == date(2021, 1, 1)


def test_of_several_regions_only_what_is_known_of_each_is_known() -> None:
    """Holidays of regions are known from the latest of their first days, until the earliest last one."""
    each = [gs.DutchCalendar(region) for region in REGIONS]
    every = gs.DutchCalendar(REGIONS[0], also=REGIONS[1:])
    assert every.known_until == min(x.known_until or date.max for x in each)
    assert every.known_from == max(x.known_from or date.min for x in each)
    public = gs.DutchCalendar().known_from
    assert public is not None
    assert every.known_from is not None
    assert public < every.known_from


def test_how_far_is_known() -> None:
    """Weekends and public holidays are known for ever; school holidays until the first that is not set."""
    assert gs.WEEKENDS.known_until is gs.DutchCalendar().known_until is None
    for region in REGIONS:
        calendar = gs.DutchCalendar(region)
        last = calendar.known_until
        assert last is not None
        assert last >= date(2030, 8, 1)
        if last < date(last.year, 12, 31):
            assert calendar.free(last) == gs.Label("zomervakantie", "Summer Break")
        later = [calendar.free(last + timedelta(days=n)) for n in range(1, 366)]
        assert gs.Label("zomervakantie", "Summer Break") not in later
        autumn = [calendar.free(date(last.year, 10, day)) for day in range(10, 32)]
        known = gs.Label("herfstvakantie", "Autumn Break") in autumn
        assert known == (last.month == 12)


def test_since_when_is_known() -> None:
    """Before the first year with school holidays nothing is known of them; before 1966 of no holiday."""
    assert gs.DutchCalendar().known_from == date(1966, 1, 1)
    assert gs.DutchCalendar("noord").known_from == date(2014, 1, 1)
    assert gs.DutchCalendar("noord").free(date(2013, 8, 1)) is None
    assert calendars.known(gs.WEEKENDS) == calendars.known(None) == (date.min, date.max)
    assert calendars.known(Always(CHRISTMAS)) == (date.min, CHRISTMAS)


def test_of_several_regions_each_day_free_in_one_is_free() -> None:
    """What schools of several regions do together is done on days on which none of them is closed."""
    both = gs.DutchCalendar("noord", also=("zuid",))
    one, other = gs.DutchCalendar("noord"), gs.DutchCalendar("zuid")
    for n in range(366):
        day = date(2026, 1, 1) + timedelta(days=n)
        reasons = {one.free(day), other.free(day)}
        assert both.free(day) in reasons - {None} or reasons == {None}
    assert both.known_until == min(one.known_until or date.max, other.known_until or date.max)
    assert both.regions == gs.DutchCalendar("zuid", also=("noord", "zuid")).regions == ("noord", "zuid")
    assert gs.DutchCalendar(also=("zuid",)).free(date(2026, 2, 17)) is not None


@pytest.mark.parametrize("year", range(2024, 2032))
def test_liberation_day_is_free_once_in_five_years_or_as_agreed(year: int) -> None:
    """By law it is a day of celebration; whether people work on it is agreed."""
    day, name = date(year, 5, 5), gs.Label("bevrijdingsdag", "Liberation Day")
    assert gs.DutchCalendar(liberation_day_yearly=True).free(day) == name
    assert (gs.DutchCalendar().free(day) == name) == (year % 5 == 0)


def test_an_unknown_region_is_refused() -> None:
    """Only the three regions of the schools are regions."""
    for wrong in (("oost",), (None, ("oost",)), (None, (None,)), (None, "zuid")):
        with pytest.raises(ValueError, match="region"):
            gs.DutchCalendar(*wrong)
    with pytest.raises(ValueError, match="liberation_day_yearly"):
        gs.DutchCalendar(liberation_day_yearly=1)  # type: ignore[arg-type]


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package holidays, the error names the extra that brings it."""
    real = builtins.__import__

    def without(name: str, *args: Any) -> Any:
        if name == "holidays":
            raise ImportError(name)
        return real(name, *args)

    calendars._holidays.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(gs.MissingExtra, match="calendar"):
        gs.DutchCalendar().free(CHRISTMAS)
