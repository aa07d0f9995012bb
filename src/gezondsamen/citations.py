"""Where a rule, a number or a phase comes from: works, and passages in them."""

from __future__ import annotations

from enum import StrEnum

import attrs


class Basis(StrEnum):
    """Say on what ground a rule or a value stands."""

    LAW = "law"
    """A statute asks it."""
    PROGRAMME = "programme"
    """A programme or scheme asks it of those who take part, such as the Healthy School."""
    SOURCE = "source"
    """One of the Dutch guides this library was made from says it."""
    LITERATURE = "literature"
    """A publication says it."""
    CHOICE = "choice"
    """Our own modelling choice: reasonable, adjustable, and not a fact."""


@attrs.frozen
class Work:
    """Name a publication that can be cited: key, title, who issued it, when, where.

    `url` is given where the work is public.
    """

    key: str
    title: str
    issuer: str = ""
    year: int | None = None
    url: str = ""


@attrs.frozen
class Citation:
    """Point at a passage: a work, the heading it stands under, and its first words.

    `url` overrides that of the work where the passage has an address of its own.
    """

    work: Work
    heading: str = ""
    opening: str = ""
    url: str = ""

    @property
    def address(self) -> str:
        """The most precise public address, or an empty text."""
        return self.url or self.work.url

    def text(self) -> str:
        """Return the citation in one line, as a reader would look it up."""
        year = f" ({self.work.year})" if self.work.year and str(self.work.year) not in self.work.title else ""
        parts = [f"{self.work.issuer + ', ' if self.work.issuer else ''}{self.work.title}{year}"]
        if self.heading and self.heading != self.work.title:
            parts.append(self.heading)
        if self.opening:
            parts.append(f"“{self.opening} …”")
        return ", ".join(parts)
