"""Time zones of calendars: the offsets told are those of the zone, whatever it changed and when."""

from __future__ import annotations

from bisect import bisect
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import example, given
from hypothesis import strategies as st

from gezondsamen.exchange.vtimezone import _onsets

ZONES = sorted(available_timezones())


@given(st.sampled_from(ZONES), st.integers(1970, 2040), st.integers(0, 4))
@example("Africa/Casablanca", 2024, 2)  # leaves summer time for a month
@example("Africa/Monrovia", 1972, 0)  # changed in January
@example("Africa/Cairo", 2010, 1)
@example("Europe/Amsterdam", 9998, 1)
def test_each_noon_has_the_offset_of_the_last_onset(tz: str, first: int, more: int) -> None:
    """On every day of the years told, the last onset before noon gives the offset of the zone."""
    zone, last = ZoneInfo(tz), first + more
    told = sorted((start - offset.before, offset.after) for start, offset in _onsets(tz, first, last))
    noon, end = datetime(first, 1, 2, 12), datetime(last, 12, 31, 12)  # noqa: DTZ001 - counted in UTC
    while noon < end:
        _, offset = told[bisect(told, noon, key=lambda onset: onset[0]) - 1]
        assert offset == noon.replace(tzinfo=UTC).astimezone(zone).utcoffset()
        noon += timedelta(days=1)
