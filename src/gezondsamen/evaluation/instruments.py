"""Instruments: what partners score when they look back on their collaboration, and how to read it.

The shape takes anybody's instrument: items, a scale, and bands where its makers give them. Texts of
questionnaires belong to their makers: an item may do without, and a host puts in those it may use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Literal

import attrs

from gezondsamen.annotations import check_fields
from gezondsamen.arguments import check, mapping, sequence
from gezondsamen.citations import Basis, Citation
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.labels import Label
from gezondsamen.terms import is_key, unknown


@attrs.frozen
class Scale:
    """Say which scores can be given: from `lowest` to `highest`, with words for some of them.

    Raises `ValueError` when `lowest` is not below `highest`, or a word stands at a score outside.

    >>> Scale(1, 5).takes(3), Scale(1, 5).takes(0)
    (True, False)
    """

    lowest: int
    highest: int
    words: tuple[tuple[int, Label], ...] = ()

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.lowest >= self.highest:
            raise ValueError("lowest lies below highest: a scale runs upwards")
        for score, _ in self.words:
            if not self.takes(score):
                raise ValueError(f"words has one at {shown(score)}, which is not on the scale")

    def takes(self, score: float) -> bool:
        """Tell whether a score is on the scale."""
        return self.lowest <= score <= self.highest


@attrs.frozen
class Item:
    """Name what is scored: a key, and a text where there is one to show.

    `group` joins items that are read together; `rules` and `obstacles` are the codes of the rules
    and the obstacles that a low score touches.
    """

    key: str
    label: Label | None = None
    group: str | None = None
    rules: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_fields(self)


@attrs.frozen
class Band:
    """Read a value as its makers do: what it means when it is at least this, and below the next band."""

    at_least: float
    label: Label

    def __attrs_post_init__(self) -> None:
        check_fields(self)


def _to_items(items: Iterable[Item]) -> tuple[Item, ...]:
    return sequence("Instrument.items", items)


@attrs.frozen
class Instrument:
    """Hold an instrument for evaluation: its items, its scale, and its bands with where they come from.

    `bands_on` says what the bands read: the total of a filled-in form, or the mean of each item
    and group. `basis` says on what ground the instrument stands. Raises `ValueError` when it has no
    items, keys that are no keys or stand twice, or bands that do not ascend.

    >>> trust = Item("trust", Label(nl="vertrouwen", en="trust"))
    >>> own = Instrument("own", Label(nl="eigen lijst", en="own list"), (trust,), Scale(1, 5))
    >>> own.item("trust").label.en
    'trust'
    """

    key: str
    label: Label
    items: tuple[Item, ...] = attrs.field(converter=_to_items)
    scale: Scale
    bands: tuple[Band, ...] = ()
    bands_on: Literal["total", "mean"] = "total"
    citation: Citation | None = None
    basis: Basis = Basis.CHOICE

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        keys = [item.key for item in self.items]
        if not keys:
            raise ValueError(f"instrument {self.key!r} has no items")
        for key in (self.key, *keys):
            if not is_key(key):
                raise ValueError(f"{key!r} is not a key: use lower-case snake_case, as in 'shared_vision'")
        if self.bands_on not in ("total", "mean"):
            raise ValueError(f"bands read the 'total' or the 'mean', not {shown(self.bands_on)}")
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"instrument {self.key!r} has two items {twice[0]!r}")
        if any(a.at_least >= b.at_least for a, b in pairwise(self.bands)):
            raise ValueError(f"the bands of instrument {self.key!r} do not ascend")

    def __repr__(self) -> str:
        return f"Instrument({self.key!r}, {len(self.items)} items)"

    def item(self, key: str) -> Item:
        """Return an item by its key; raises `InvalidArgument` when there is none."""
        found = next((item for item in self.items if item.key == key), None)
        if found is None:
            keys = [item.key for item in self.items]
            message = f"instrument {self.key!r} has no item {shown(key)}."
            raise unknown(InvalidArgument, "item", key, keys, message)
        return found

    def band(self, value: float) -> Band | None:
        """Return the band that a value falls in; None below the first, or where there are no bands."""
        check("value", value, (int, float), "a number")
        return next((band for band in reversed(self.bands) if value >= band.at_least), None)

    def with_texts(self, texts: Mapping[str, Label]) -> Instrument:
        """Return the instrument with these texts for its items; an unknown one raises `InvalidArgument`."""
        own = mapping("texts", texts)
        for key, text in own.items():
            self.item(key)
            check("texts", text, Label, "a label for each item")
        items = (attrs.evolve(item, label=own.get(item.key, item.label)) for item in self.items)
        return attrs.evolve(self, items=items)
