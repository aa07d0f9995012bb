"""Blanks: one thing that a person fills in, and where in the fact it goes."""

from __future__ import annotations

from typing import Any, Final, Literal

import attrs

BlankKind = Literal[
    "text",
    "name",
    "id",
    "person",
    "party",
    "parties",
    "agreement",
    "subject",
    "number",
    "date",
    "period",
    "choice",
    "choices",
    "confirm",
]
"""What goes into a blank; `parties` and `choices` take several, `confirm` is a box to tick."""

CHOSEN: Final = ("choice", "choices", "party", "parties", "agreement", "subject")
"""Kinds of blank in which nothing is written: without a choice there is no answer."""


@attrs.frozen
class Blank:
    """Name what a person has to fill in: where it goes in the fact, and what kind of thing goes there.

    `path` leads into the plain data of the fact, as in ("party", "name"); () is the fact as a whole, and
    a key after a list, as in ("clauses", "goal"), one item of it. A `choice` is a term of `scheme`, one
    of `choices` where they are given: most fitting first, `fitting` of them better than the rest.

    `suggestion` is written as it would be posted; without `preset` a page shows it nowhere, because only
    a person can know: a stance, a signature, an amount. `least` and `most` bound what a number may be at all.
    """

    path: tuple[str, ...]
    kind: BlankKind
    scheme: str | None = None
    required: bool = True
    choices: tuple[str, ...] = ()
    fitting: int = 0
    suggestion: tuple[str, ...] = ()
    preset: bool = True
    least: float | None = None
    most: float | None = None

    @property
    def field(self) -> str:
        """The name of the field: the last part of the path."""
        return self.path[-1] if self.path else ""

    def name(self, number: int) -> str:
        """Return the name under which a browser posts this blank of a draft: its number, and the path."""
        return ".".join((str(number), *self.path))


def value_at(fact: Any, path: tuple[str, ...]) -> Any:
    """Return what stands at a path in a fact."""
    for name in path:
        fact = getattr(fact, name)
    return fact


def put(fact: Any, path: tuple[str, ...], value: Any) -> Any:
    """Return a fact with a value at a path in it."""
    name, *rest = path
    return attrs.evolve(fact, **{name: put(getattr(fact, name), tuple(rest), value) if rest else value})
