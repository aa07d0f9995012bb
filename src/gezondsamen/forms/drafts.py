"""Drafts and remedies as values: facts that would help, and the blanks that their rule leaves open.

A `Form` asks more: the day, and whatever nobody has seen yet.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.errors import InvalidArgument
from gezondsamen.forms.blanks import Blank, put
from gezondsamen.terms import nearest


class NothingToChoose(LookupError):
    """Say that a process has no term of the kind that a draft would need."""


@attrs.frozen
class Draft:
    """Hold a fact that would help, and the blanks in it.

    >>> draft = Draft(f.Stated(date(2024, 1, 9), "purpose"), (Blank(("text",), "text"),))
    >>> draft.fill(text="Meer bewegen").text
    'Meer bewegen'
    """

    fact: f.Fact
    blanks: tuple[Blank, ...] = ()

    def fill(self, rest: str | None = None, /, **values: Any) -> f.Fact:
        """Return the fact with blanks filled in; `rest` goes into every text left empty.

        For programs: what is not given is as suggested, confirmations included. A posted form is read
        by `Form.read`. Values are typed, and named by the last part of the path of their blank.

        Raises `InvalidArgument` when a value is given for a field that is not a blank.
        """
        paths = {blank.field: blank.path for blank in self.blanks if blank.kind != "confirm"}
        for name in values:
            if name not in paths:
                raise InvalidArgument(
                    "no-such-blank",
                    f"{type(self.fact).__name__} has no blank {name!r} here; blanks: {', '.join(paths)}.",
                    name,
                    nearest=nearest(name, paths),
                )
        texts = [blank.field for blank in self.blanks if blank.kind in ("text", "name", "person")]
        given = values if rest is None else dict.fromkeys(texts, rest) | values
        fact = self.fact
        for name, value in given.items():
            fact = put(fact, paths[name], value)
        return fact


@attrs.frozen
class Remedy:
    """Say what would repair a requirement.

    `drafts` are facts to record, in an order that works; `wait_until` a day from which it holds by
    itself; where neither helps, `waiver` is set: only a waiver does.
    """

    drafts: tuple[Draft, ...] = ()
    wait_until: date | None = None
    waiver: bool = False
