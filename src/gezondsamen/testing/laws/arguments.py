"""The law of arguments: whatever stands in the place of one, a call answers, or refuses as this library does.

For calls of the library, and for those that a host builds upon it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import gezondsamen as gs
from gezondsamen.errors import GezondsamenError, shown
from gezondsamen.testing.building.canonical import DAY, canonical


class _Own:
    """Stand for whatever a host has that the library does not know."""


@cache
def wrong_values() -> tuple[Any, ...]:
    """Return values of every kind that people hand over by mistake, of the library and of Python."""
    case = canonical(gs.PPS, "management")
    check = case.check("open_evaluation", on=DAY)
    schedule = gs.evaluation_schedule(case, on=DAY, until=date(DAY.year + 2, 1, 1))
    inside_itself: list[Any] = []
    inside_itself.append(inside_itself)
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    return (
        *(None, True, False, 0, 1, -1, 2, 7, 1.5, -0.0, math.nan, math.inf, -math.inf, 1j),
        *(10**400, -(10**400), 1 << 63, 10**5000),
        *("", " ", "x", "pps", "PPS", "start", "main", "2024-01-08", "\ud83d", "\x00", "a" * 200, "{", "g"),
        *(b"x", bytearray(b"x"), [], [1], ["x"], (), (1, 2), ("party",), ("party", "g"), ("party", 1)),
        *(
            {},
            {"a": 1},
            {1: 2},
            {"type": "Stated"},
            set(),
            frozenset(),
            range(3),
            iter(()),
            inside_itself,
            deep,
        ),
        *(object(), _Own, _Own(), int, date, len, print, NotImplemented, ..., ValueError("x")),
        *(datetime(2024, 1, 8, tzinfo=UTC), timedelta(1), date.min, date.max, re.compile("x")),
        *(gs.PPS, gs.INTEGRAL, case, check, check.outcomes[0], schedule, schedule.moments[0], gs.WEEKENDS),
        *(gs.Party("g", "G", "municipality"), gs.Stated(DAY, "purpose"), case.entries_after(0)[0]),
        *(gs.Every(months=1), gs.Label(nl="a", en="b"), gs.PPS.terms[0], gs.About("party", "g")),
        *(gs.PPS.requirements["KEN-04"], gs.InvalidRecord("a", "b"), case.dossier),
    )


def assert_own_errors(call: Callable[..., object], /, **given: Any) -> None:
    """Assert that a call answers, or raises errors of the library that can be told, on wrong arguments.

    `given` are arguments that it takes: with them it has to answer, or to refuse. Then each of them in turn
    is replaced by a hundred values of other kinds. The call can be your own.

    Raises `AssertionError`, naming argument and value, where another error comes out.

    >>> import gezondsamen as gs
    >>> assert_own_errors(gs.PPS.phase, key="management")
    >>> assert_own_errors(lambda key: {"a": 1}[key], key="a")
    Traceback (most recent call last):
    AssertionError: key=None lets out KeyError
    """
    _demand_own_error(lambda: call(**given), "the arguments given")
    for name in given:
        for value in wrong_values():
            told = f"{name}={shown(value)}"
            _demand_own_error(lambda name=name, value=value: call(**(given | {name: value})), told)  # type: ignore[misc]


def _demand_own_error(call: Callable[[], object], told: str) -> None:
    try:
        call()
    except GezondsamenError as error:
        for text in (str(error), repr(error), error.text("nl"), error.text("en")):
            if not text:
                raise AssertionError(f"{told} is refused without a word") from error
    except Exception as error:
        raise AssertionError(f"{told} lets out {type(error).__name__}") from error
