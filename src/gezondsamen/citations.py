"""Where a rule, a number or a phase comes from: works, and passages in them."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Any, Final

import attrs

from gezondsamen.annotations import check_fields
from gezondsamen.errors import shown


class Basis(StrEnum):
    """Say on what ground a rule or a value stands."""

    LAW = "law"
    """A statute asks it."""
    PROGRAMME = "programme"
    """A programme or scheme asks it of those who take part, such as the Healthy School."""
    SOURCE = "source"
    """A Dutch guide for practice says it: one of those this library was made from, or a later page."""
    LITERATURE = "literature"
    """A publication says it."""
    CHOICE = "choice"
    """Our own modelling choice: reasonable, adjustable, and not a fact."""


def to_basis(value: object) -> Basis:
    """Return a basis by its word; raises `ValueError` with the words that there are."""
    if not isinstance(value, str) or value not in set(Basis):
        raise ValueError(f"basis takes one of {', '.join(Basis)}, not {shown(value)}")
    return Basis(value)


_SCHOOL_YEAR: Final = re.compile(r"(\d{4})-(\d{4})\Z")


def _check_school_year(_: object, __: object, value: Any) -> None:
    found = _SCHOOL_YEAR.match(value) if isinstance(value, str) else None
    if value != "" and not (found and int(found[2]) == int(found[1]) + 1):
        raise ValueError(f"school_year: {shown(value)} is no school year; write it as in '2026-2027'")


@attrs.frozen
class Work:
    """Name a publication that can be cited: key, title, who issued it, when, where.

    `url` is given where the work is public; `read` is the day on which its text was read, where that is
    known. `school_year` ("2026-2027") is that for which the conditions of a programme were read.

    >>> Work("own", "Own programme", school_year="2026-2027").holds_until
    datetime.date(2027, 7, 31)
    """

    key: str
    title: str
    issuer: str = ""
    year: int | None = None
    url: str = ""
    read: date | None = None
    school_year: str = attrs.field(default="", validator=_check_school_year)

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def holds_until(self) -> date | None:
        """The last day of the school year for which it was read, or None where it names none."""
        return date(int(self.school_year[5:]), 7, 31) if self.school_year else None


@attrs.frozen
class Citation:
    """Point at a passage: a work, the heading it stands under, and a few of its words.

    `url` and `read` override those of the work where the passage has an address of its own, or was read
    on another day.
    """

    work: Work
    heading: str = ""
    opening: str = ""
    url: str = ""
    read: date | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    @property
    def address(self) -> str:
        """The most precise public address, or an empty text."""
        return self.url or self.work.url

    @property
    def read_on(self) -> date | None:
        """The day on which the passage was read, where that is known."""
        return self.read or self.work.read

    def text(self) -> str:
        """Return the citation in one line, as a reader would look it up; `read_on` is told beside it."""
        year = f" ({self.work.year})" if self.work.year and str(self.work.year) not in self.work.title else ""
        parts = [f"{self.work.issuer + ', ' if self.work.issuer else ''}{self.work.title}{year}"]
        if self.heading and self.heading != self.work.title:
            parts.append(self.heading)
        if self.opening:
            parts.append(f"“{self.opening} …”")
        return ", ".join(parts)
