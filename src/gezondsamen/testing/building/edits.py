"""Edits: small changes of a case, so that a failing test prints as a canonical case and its edits.

What each does with a case: `changes`.
"""

from __future__ import annotations

from datetime import date
from typing import Final, get_args

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import Party
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.process.process import Process
from gezondsamen.testing.printing import Printer, written


class _Printed:
    """Print as the text that makes the edit again."""

    __slots__ = ()

    def __repr__(self) -> str:
        return written(self)

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        printer.text(written(self))


@attrs.frozen(repr=False)
class Add(_Printed):
    """Record a fact.

    >>> import gezondsamen as gs
    >>> Add(gs.Stated(date(2024, 1, 8), "purpose"))
    Add(gs.Stated(date(2024, 1, 8), 'purpose'))
    """

    fact: f.Fact


@attrs.frozen(repr=False)
class Join(_Printed):
    """Let another party join."""

    party: Party
    on: date


@attrs.frozen(repr=False)
class Open(_Printed):
    """Open another track, in its first phase or adopted in this one; one of an agreement bears its id."""

    process: Process
    track: str
    on: date
    phase: str | None = None


@attrs.frozen(repr=False)
class Drop(_Printed):
    """Leave an entry out, as if it had never been made; later entries move up one number."""

    entry: int


@attrs.frozen(repr=False)
class Redate(_Printed):
    """Let what an entry says have happened on another day."""

    entry: int
    on: date


@attrs.frozen(repr=False)
class Move(_Printed):
    """Let an entry have been made at another place in the journal: the number it gets."""

    entry: int
    to: int


@attrs.frozen(repr=False)
class Duplicate(_Printed):
    """Record the fact of an entry once more."""

    entry: int


@attrs.frozen(repr=False)
class Correct(_Printed):
    """Take an entry off record as a host does, with another fact in its place or none."""

    entry: int
    replacement: f.Fact | None = None


@attrs.frozen(repr=False)
class Stamp(_Printed):
    """Let an entry have been made by somebody, for a party, at a moment; what is not given is not known.

    `recorded_at` is ISO 8601 text with an offset, as in "2024-01-08T12:30:00+01:00".
    """

    entry: int
    by: str | None = None
    on_behalf_of: str | None = None
    recorded_at: str | None = None


@attrs.frozen(repr=False)
class Rename(_Printed):
    """Let the case have another id or title; what is not given stays."""

    id: str | None = None
    title: str | None = None


@attrs.frozen(repr=False)
class Shift(_Printed):
    """Let all of the case have happened so many days later; earlier where the number is below zero."""

    days: int


@attrs.frozen(repr=False)
class Prepare(_Printed):
    """Record what the check of a step proposes, with the same text in every blank.

    With `advice`, also what meets the rules that warn; on the main track alone.
    """

    trigger: str
    on: date
    track: str = MAIN
    advice: bool = False


@attrs.frozen(repr=False)
class Take(_Printed):
    """Take a step, where its check allows it."""

    trigger: str
    on: date
    track: str = MAIN


Edit = (
    Add | Join | Open | Drop | Redate | Move | Duplicate | Correct | Stamp | Rename | Shift | Prepare | Take
)
"""Every edit: a closed union. An `entry` is its number, or counted from the end: -1 is the last one."""

EDITS: Final[tuple[type, ...]] = get_args(Edit)
"""The classes of the union."""
