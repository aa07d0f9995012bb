"""Evaluation points: the days of the year that bound them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from gezondsamen.process.evaluation_points import Window

LEAP = [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]


def test_every_day_of_a_year_bounds_a_window() -> None:
    """Each day that a year has, 29 February among them, is the first and the last of a window."""
    for day in LEAP:
        text = f"{day:%m-%d}"
        assert (Window(text, text).first, Window(text, text).last) == (text, text)


@pytest.mark.parametrize(
    "day", ["5-1", "05-1", "00-10", "13-01", "05-00", "05-32", "05-01 ", "1 mei", "", 501, None]
)
@pytest.mark.parametrize("field", ["first", "last"])
def test_what_is_no_day_of_the_year_bounds_nothing(field: str, day: Any) -> None:
    """A window is refused by the name of its field where that is no month and day in figures."""
    with pytest.raises(ValueError, match=f"{field} is a day of the year, as in '05-01', not "):
        Window(**{"first": "05-01", "last": "05-31", field: day})
