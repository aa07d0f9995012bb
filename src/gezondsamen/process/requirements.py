"""Requirements: rules with a code, a text, conditions, and the passage they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from gezondsamen.arguments import items, sequence
from gezondsamen.citations import Basis, Citation, to_basis
from gezondsamen.errors import shown
from gezondsamen.labels import Label
from gezondsamen.process.conditions import AllOf, AnyOf, Condition

_CODE = re.compile(r"[A-Z][A-Z0-9]*-\d{2,}\Z")


def _check_code(_: object, __: object, value: Any) -> None:
    if not isinstance(value, str) or not _CODE.match(value):
        raise ValueError(f"{shown(value)} is not a rule code: write letters and a number, as in 'ABC-01'")


def _check_citation(_: object, __: object, value: Any) -> None:
    if not isinstance(value, Citation):
        raise TypeError("a requirement needs a citation: name the work it comes from")


def _to_conditions(values: Iterable[Condition]) -> tuple[Condition, ...]:
    return sequence("Requirement.conditions", values)


@attrs.frozen(kw_only=True)
class Requirement:
    """State a rule once: stable code, short name, full text, conditions, citation and basis.

    Without conditions it is a note: shown, never judged. Where it stands (in `requires`, `advises`
    or `watches`) decides what an unmet one does. `also` lists further passages. `choice` says what
    of it is our own modelling choice (its severity, its numbers, its reading), where that is so.
    """

    code: str = attrs.field(validator=_check_code)
    name: Label
    text: Label
    conditions: tuple[Condition, ...] = attrs.field(default=(), converter=_to_conditions)
    citation: Citation = attrs.field(validator=_check_citation)
    also: tuple[Citation, ...] = ()
    basis: Basis = attrs.field(default=Basis.SOURCE, converter=to_basis)
    choice: Label | None = None
    waivable: bool = True

    def __repr__(self) -> str:
        return f"Requirement({self.code!r}, {self.name.en!r})"

    @property
    def is_note(self) -> bool:
        """Whether the rule has nothing to judge."""
        return not self.conditions

    @property
    def holds_until(self) -> date | None:
        """The last day of the school year for which the condition of a programme was read, if any."""
        return self.citation.work.holds_until

    def asking(self, *conditions: Condition) -> Requirement:
        """Return the same rule with other conditions, for a slot where it asks something else."""
        return attrs.evolve(self, conditions=conditions)

    def condition_at(self, path: tuple[int, ...]) -> Condition:
        """Return the condition that a finding's path points at; raises `LookupError` when there is none."""
        at: Requirement | Condition = self
        for index in items("path", path, int, "places, counted from 0"):
            inner = at.conditions if isinstance(at, Requirement | AllOf | AnyOf) else ()
            if not 0 <= index < len(inner):
                raise LookupError(f"{self.code} has no condition at {shown(path)}")
            at = inner[index]
        if isinstance(at, Requirement):
            raise LookupError("a path has one place at least")
        return at
