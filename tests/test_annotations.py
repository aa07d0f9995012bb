"""Annotations: which type a field has, however its module writes annotations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.annotations import fits, hints, members, told
from gezondsamen.exchange.documents import KINDS


@attrs.frozen
class Late:
    """Its annotations are texts, for this module postpones them."""

    number: int | None
    names: tuple[str, ...] = ()


Early = attrs.make_class("Early", {"number": attrs.field(type=int)}, frozen=True)
"""Its annotations are types from the start."""


def test_a_type_is_the_same_however_it_is_written() -> None:
    """A field annotated with a text has the type that the text names, and one with a type has that."""
    assert hints(Late) == {"number": int | None, "names": tuple[str, ...]}
    assert hints(Early) == {"number": int}
    assert hints(Late) is hints(Late)


@pytest.mark.parametrize("cls", [cls for cls in KINDS.values() if attrs.has(cls)], ids=lambda c: c.__name__)
def test_every_field_of_a_value_has_a_type(cls: type[Any]) -> None:
    """The annotations of each class of the library can be resolved, and name each of its fields."""
    assert {field.name for field in attrs.fields(cls)} <= set(hints(cls))


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (str, ["", "a"], [None, 1, b"a"]),
        (int, [0, -3], [True, 1.0, "1", None]),
        (float, [0, 1.5], [True, "1", None]),
        (bool, [True], [1, None]),
        (date, [date(2024, 1, 8)], [datetime(2024, 1, 8), "2024-01-08"]),  # noqa: DTZ001
        (int | None, [1, None], ["1", True]),
        (Literal["a", "b"], ["a"], ["c", None, ["a"]]),
        (tuple[str, ...], [(), ("a", "b")], [["a"], ("a", 1), "ab"]),
        (tuple[int, str | None], [(1, None), (1, "a")], [(1,), (1, "a", "b"), ("a", 1)]),
        (gs.Every | gs.Label, [gs.Every(months=3)], [gs.Every, "P3M"]),
        (Any, [None, 1, "a"], []),
    ],
    ids=str,
)
def test_a_value_fits_its_type_and_no_other(kind: Any, good: list[object], bad: list[object]) -> None:
    """Every value of a type is taken, and what only looks like one is not."""
    assert all(map(fits(kind), good))
    assert not any(map(fits(kind), bad))


def test_a_type_is_told_in_words() -> None:
    """A message says what a field takes: in words for plain types, by name for classes."""
    assert told(int | gs.Every | None) == "a whole number, Every or None"
    assert told(Literal["asked", "agreed"]) == "'asked' or 'agreed'"
    assert told(tuple[str, ...]) == "a tuple of a text"
    assert told(Mapping) == "Mapping"
    assert members(int) == (int,)
