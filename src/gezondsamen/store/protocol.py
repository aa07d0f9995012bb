"""What any store of collaborations does, and how it refuses; no database is named here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Protocol

import attrs

from gezondsamen.arguments import check, check_number
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.journal import Journal
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.terms import nearest


class CaseStore(Protocol):
    """Keep collaborations, so that nothing acknowledged is lost and nobody overwrites anybody.

    A host that keeps its own tables implements these five, and has them tried by
    `gezondsamen.testing.CaseStoreTests`.
    """

    def create(self, case: Collaboration) -> None:
        """Keep a new case; raises `CaseExists` when there is one with its id."""

    def load(self, ident: str) -> Collaboration:
        """Return the case with an id as it was last saved; raises `UnknownCase`."""

    def save(self, before: Collaboration, after: Collaboration) -> None:
        """Keep what a case has more than it had when it was loaded: all of it, or nothing.

        Raises `StaleVersion` when somebody else saved since, `UnknownCase`, and `NotAppended` when
        `after` does not go on from `before`.
        """

    def rewrite(self, before: Collaboration, after: Collaboration) -> None:
        """Replace what a redaction changed, entry by entry, and nothing else; raises as `save` does."""

    def ids(self) -> Iterator[str]:
        """Yield the ids of all cases, in order."""


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class CaseExists(InvalidArgument):
    """Report a new case with the id of one that is kept already."""

    @classmethod
    def of(cls, ident: str) -> CaseExists:
        """Return the error for an id."""
        return cls("case-exists", f"there is a case {ident!r} already", ident)


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class UnknownCase(InvalidArgument, LookupError):
    """Report an id that no case has."""

    @classmethod
    def of(cls, ident: object, known: Iterator[str] | tuple[str, ...] = ()) -> UnknownCase:
        """Return the error for an id; `known` are those among which the nearest is looked for."""
        close = nearest(ident, known) if isinstance(ident, str) else None
        return cls(
            "unknown-case",
            f"there is no case {shown(ident)}.",
            ident if isinstance(ident, str) else shown(ident),
            close,
        )


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class StaleVersion(InvalidArgument):
    """Report that somebody else changed a case after it was loaded; nothing was saved.

    `values` tell the version that was `read` and that of `now`. Load the case again and take the step
    again: what was allowed on the case that was read need not be allowed now.
    """

    @classmethod
    def of(cls, ident: str, read: int, now: int) -> StaleVersion:
        """Return the error for a case, with the version that was read and the one that is kept."""
        was, is_ = shown(read), shown(now)
        message = f"case {ident!r} was changed by somebody else: version {was} was read, now it is {is_}"
        return cls("stale-version", message, ident, values={"read": was, "now": is_})


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class NotAppended(InvalidArgument):
    """Report a case that does not go on from the one that was loaded: a store only adds entries."""

    @classmethod
    def of(cls, ident: str) -> NotAppended:
        """Return the error for a case."""
        return cls("not-appended", f"case {ident!r} does not go on from what was loaded", ident)


def _journals(before: Collaboration, after: Collaboration) -> tuple[Journal, Journal]:
    for name, case in (("before", before), ("after", after)):
        check(name, case, Collaboration, "a collaboration")
    return before.dossier.journal, after.dossier.journal


def check_version(case: Collaboration, now: int | None, kept: Collaboration | None = None) -> None:
    """Refuse to go on from a case as it was read; `now` is the version that is kept, None for no such case.

    `kept` is the case as it is kept, where it was read: a redaction changes entries and no version.

    Raises `StaleVersion`, or `UnknownCase`. Ask while the row of the case is held.
    """
    check("case", case, Collaboration, "a collaboration")
    if now is None:
        raise UnknownCase.of(case.id)
    check_number("now", now)
    if now != case.version or (kept is not None and kept.entries_after(0) != case.entries_after(0)):
        raise StaleVersion.of(case.id, case.version, now)


def added(before: Collaboration, after: Collaboration) -> int:
    """Return how many entries a case has more than before; raises `NotAppended` where it is no such case."""
    old, new = _journals(before, after)
    if before.id != after.id or tuple(islice(new, len(old))) != tuple(old):
        raise NotAppended.of(after.id)
    return len(new) - len(old)


def replaced(before: Collaboration, after: Collaboration) -> tuple[int, ...]:
    """Return the numbers of the entries that a redaction changed; raises `NotAppended` where it is none."""
    old, new = _journals(before, after)
    pairs = tuple(zip(old, new, strict=False))
    if len(new) != len(old) or any((type(a.fact), a.place) != (type(b.fact), b.place) for a, b in pairs):
        raise NotAppended.of(after.id)
    return tuple(b.number for a, b in pairs if a != b)
