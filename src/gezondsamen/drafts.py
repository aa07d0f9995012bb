"""Drafts and remedies as values: facts that would help, and the blanks to fill in."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.errors import InvalidArgument
from gezondsamen.terms import nearest

BlankKind = Literal["text", "name", "id", "person", "party", "parties", "number", "date", "period", "choice"]


class NothingToChoose(LookupError):
    """Say that a process has no term of the kind that a draft would need."""


@attrs.frozen
class Blank:
    """Name what a person has to fill in: the field of the fact, and what kind of thing goes there.

    A `choice` is a term of `scheme`. A blank that is not a text, a name or a person comes with a
    suggestion that can be recorded as it is.
    """

    field: str
    kind: BlankKind
    scheme: str | None = None


@attrs.frozen
class Draft:
    """Hold a fact that would help, and the blanks in it.

    >>> draft = Draft(f.Stated(date(2024, 1, 9), "purpose"), (Blank("text", "text"),))
    >>> draft.fill(text="Meer bewegen").text
    'Meer bewegen'
    """

    fact: f.Fact
    blanks: tuple[Blank, ...] = ()

    def fill(self, rest: str | None = None, /, **values: Any) -> f.Fact:
        """Return the fact with blanks filled in; `rest` goes into every text left empty.

        Raises `InvalidArgument` when a value is given for a field that is not a blank.
        """
        fields = [blank.field for blank in self.blanks]
        for name in values:
            if name not in fields:
                raise InvalidArgument(
                    "no-such-blank",
                    f"{type(self.fact).__name__} has no blank {name!r} here; blanks: {', '.join(fields)}.",
                    name,
                    nearest=nearest(name, fields),
                )
        given = {
            blank.field: rest
            for blank in self.blanks
            if rest is not None and blank.kind in ("text", "name", "person")
        } | values
        if isinstance(self.fact, f.PartyJoined):
            return attrs.evolve(self.fact, party=attrs.evolve(self.fact.party, **given))
        return attrs.evolve(self.fact, **given)


@attrs.frozen
class Remedy:
    """Say what would repair a requirement.

    `drafts` are facts to record, in an order that works; `wait_until` a day from which it holds by
    itself; where neither helps, `waiver` is set: only a waiver does.
    """

    drafts: tuple[Draft, ...] = ()
    wait_until: date | None = None
    waiver: bool = False
