"""Days and numbers as other libraries make them, taken as the plain ones that are kept.

Test tools put a class of their own in the place of `date` in every module that holds it, also while this
library is imported; so the real classes are looked up once, and kept where they are not found.
"""

from __future__ import annotations

from datetime import date, datetime
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

PLAIN: Final[dict[str, Any]] = {
    name: next(cls for cls in kind.__mro__ if cls.__name__ == name)
    for name, kind in (("date", date), ("datetime", datetime))
}
"""The classes `date` and `datetime` of the standard library, whatever bears their names elsewhere."""


def plain_day(value: object) -> date | None:
    """Return a day as a plain date; None where it is no date, or has a time.

    >>> plain_day(date(2024, 1, 8))
    datetime.date(2024, 1, 8)
    >>> plain_day("2024-01-08")
    """
    real: type[date] = PLAIN["date"]
    if type(value) is real:
        return value
    if isinstance(value, real) and not isinstance(value, PLAIN["datetime"]):
        return real.fromordinal(value.toordinal())
    return None


def plain_number(value: object) -> int | float | None:
    """Return a number as an int or a float that equals it; None where there is none, or it is a bool.

    >>> from decimal import Decimal
    >>> plain_number(Decimal("1250.50")), plain_number(True), plain_number(Decimal("0.1"))
    (1250.5, None, None)
    """
    if type(value) is float or type(value) is int:
        return value if _is_finite(value) else None
    if value is None or isinstance(value, bool | str):
        return None
    from decimal import Decimal  # here, so that importing the library stays light
    from fractions import Fraction
    from numbers import Integral, Real

    if isinstance(value, Integral):
        number = int(value)
        return number if _is_finite(number) else None
    if isinstance(value, Decimal | Fraction):
        return _exact(value)
    if isinstance(value, Real):
        return float(value) if _is_finite(value) else None
    return None


def _exact(value: Decimal | Fraction) -> int | float | None:
    if not _is_finite(value):
        return None
    number = int(value) if value == int(value) else float(value)
    return number if number == value else None


def _is_finite(value: Any) -> bool:
    try:
        return isfinite(value)
    except (OverflowError, ValueError):
        return False
