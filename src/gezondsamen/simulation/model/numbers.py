"""Numbers as people give them: of Python, of numpy, and periods for times."""

from __future__ import annotations

import sys
from numbers import Integral, Real
from typing import Any, Final, TypeGuard

import numpy as np

from gezondsamen.periods import Every

YEAR: Final = 365.25
"""The days of a year: the unit of all times."""


def years(every: Every) -> float:
    """Return how long a period is in years: a month is a twelfth, a day one of 365.25.

    >>> years(Every(months=3))
    0.25
    """
    return every.years + every.months / 12 + (every.weeks * 7 + every.days) / YEAR


def plain(value: Any) -> Any:
    """Return a number of numpy as one of Python; anything else stays as it is."""
    return value.item() if isinstance(value, np.generic) else value


def plain_time(value: Any) -> Any:
    """Return a time in years as a number of Python; anything that is no time stays as it is."""
    return years(value) if isinstance(value, Every) else plain(value)


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether this is a number that a float can hold, and no truth value."""
    given: Any = plain(value)
    if not isinstance(given, Real) or isinstance(given, bool):
        return False
    return bool(-sys.float_info.max <= given <= sys.float_info.max)  # type: ignore[operator]


def is_whole(value: object) -> TypeGuard[int]:
    """Tell whether this is a whole number, and no truth value."""
    return isinstance(value, Integral) and not isinstance(value, bool)
