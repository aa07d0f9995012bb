"""Correction: entries that were wrong are retracted and replaced.

A correction is appended: history keeps both. Which entries can be taken back stands in
`dossier.history`, which holds for journals that are read back as well. What must be forgotten is taken
out in `redaction`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self, TypeVar

import attrs

from gezondsamen import admission, openings
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord, shown
from gezondsamen.process.process import Process
from gezondsamen.questions import require_party
from gezondsamen.texts import check_text, is_blank

Author = tuple[str | None, str | None, datetime | None]
"""Who entered it, on whose behalf, and when."""

C = TypeVar("C")


class Corrections:
    """Take back and replace entries of a collaboration; what was entered stays in its journal."""

    processes: tuple[Process, ...]
    dossier: Dossier

    def correct(
        self,
        entry: int,
        replacement: f.Fact | None,
        *,
        reason: str,
        by: str | None = None,
        on: date | None = None,
        on_behalf_of: str | None = None,
        recorded_at: datetime | None = None,
    ) -> Self:
        """Take an entry off record, with another fact in its place or none.

        The journal keeps both; steps taken stay, and `review` tells which are no longer supported. Of
        the steps themselves only the last of a track can be taken back, as by `undo`. `on` is the day of
        the correction, by default that of the fact.

        Raises `InvalidRecord` when there is no such entry, when it is a step on which another stands,
        the opening of a track or a correction, and when what comes later depends on it.
        """
        author = _author(self.dossier, by, on_behalf_of, recorded_at)
        corrected = _corrected(self.processes, self.dossier, entry, replacement, reason, on, author)
        return _with(self, corrected)

    def undo(
        self,
        track: str | None = None,
        *,
        reason: str,
        by: str | None = None,
        on: date | None = None,
        on_behalf_of: str | None = None,
        recorded_at: datetime | None = None,
    ) -> Self:
        """Take back the last step of a track, so that it can be taken again, on another day or another way.

        The track stands where it stood before the step, and so does all that follows from it: visits,
        schedule, and waivers that the step used. The journal keeps the step, and what was recorded with it.

        Raises `InvalidRecord` when the track is not open, and when no step of it was taken.

        >>> import gezondsamen as gs
        >>> from gezondsamen.testing import DAY, canonical
        >>> case = canonical(gs.PPS, "management")
        >>> case.advance("suspend", on=date(2204, 1, 8)).undo(reason="2204 was 2024").phase
        'management'
        """
        name = MAIN if track is None else track
        number = self.dossier.track(name).moved[1]
        if not isinstance(self.dossier.journal[number].fact, f.StepTaken):
            raise InvalidRecord("no-step", f"no step of track {name!r} was taken", name)
        author = _author(self.dossier, by, on_behalf_of, recorded_at)
        return _with(self, _corrected(self.processes, self.dossier, number, None, reason, on, author))

    def correct_start(
        self,
        track: str | None = None,
        *,
        title: str | None = None,
        on: date | None = None,
        since: date | None = None,
        reason: str,
        by: str | None = None,
        on_behalf_of: str | None = None,
        recorded_at: datetime | None = None,
    ) -> Self:
        """Correct how a track began: the title of the collaboration, its first day, or since when it ran.

        What is not given stays. `since` is for a track that was adopted; a title is of the main track.

        Raises `InvalidRecord` when nothing is given, and when something was recorded before the new day.
        """
        author = _author(self.dossier, by, on_behalf_of, recorded_at)
        changes: dict[str, Any] = {} if title is None else {"title": title}
        days = {"on": on, "since": since}
        changes |= {field: admission.day(field, day) for field, day in days.items() if day is not None}
        name = MAIN if track is None else track
        return _with(self, _restarted(self.processes, self.dossier, name, changes, reason, author))


def _with(case: C, dossier: Dossier) -> C:
    made: Any = case  # a collaboration, which attrs made
    changed: C = attrs.evolve(made, dossier=dossier)
    return changed


def _author(
    dossier: Dossier, by: str | None, on_behalf_of: str | None, recorded_at: datetime | None
) -> Author:
    require_party("on_behalf_of", on_behalf_of, dossier.known)
    return (by, on_behalf_of, admission.stamped(by, recorded_at))


def _retraction(
    dossier: Dossier, number: int, reason: str, on: date | None, author: Author
) -> Entry[f.Retracted]:
    """Return the entry that takes another back, by default on the day of that fact or of recording."""
    if not isinstance(reason, str) or is_blank(reason):
        raise InvalidRecord("empty", "a correction needs a reason", "reason")
    check_text("reason", reason)
    count, stamp = len(dossier.journal), author[2]
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= count:
        raise InvalidRecord(
            "unknown-entry", f"there is no entry {shown(number)}; the last is {count}", shown(number)
        )
    day = dossier.journal[number].fact.on if on is None else admission.day("on", on)
    if on is None and stamp is not None:
        day = min(day, admission.last_day(stamp))
    fact = f.Retracted(day, number, reason)
    admission.check_recorded(fact, stamp)
    return Entry(count + 1, fact, *author)


def _corrected(
    processes: tuple[Process, ...],
    dossier: Dossier,
    number: int,
    replacement: f.Fact | None,
    reason: str,
    on: date | None,
    author: Author,
) -> Dossier:
    """Return the dossier with an entry retracted, and another fact in its place where one is given."""
    retraction = _retraction(dossier, number, reason, on, author)
    wrong = dossier.journal[number]
    draft = wrong.fact
    if replacement is not None and isinstance(draft, f.StepTaken):
        raise InvalidRecord(
            "not-correctable",
            f"entry {number} is a step: take it back with None, and take another with advance()",
            str(number),
        )
    if isinstance(draft, f.AgreementDrafted) and draft.agreement in dossier.known.tracks:
        after = replacement if isinstance(replacement, f.AgreementDrafted) else None
        if after is None or after.agreement != draft.agreement:
            raise InvalidRecord(
                "track-runs",
                f"agreement {draft.agreement!r} has a track that runs; correct it, but keep its id",
                draft.agreement,
            )
    if replacement is None:
        return dossier.plus(retraction)
    replacement = admission.plain(replacement)
    assert replacement is not None
    case = dossier.opening.collaboration or ""
    admission.check_fact(replacement, processes, dossier.known, dossier.first_day, case=case)
    admission.check_recorded(replacement, author[2])
    place = wrong.replaces or number
    return dossier.plus(retraction, Entry(retraction.number + 1, replacement, *author, place))


def _restarted(
    processes: tuple[Process, ...],
    dossier: Dossier,
    track: str,
    changes: dict[str, Any],
    reason: str,
    author: Author,
) -> Dossier:
    """Return the dossier with another opening of a track in the place of the one that was wrong."""
    number = dossier.track(track).entry
    old = dossier.journal[number]
    opening: Any = old.fact
    if not changes:
        raise InvalidRecord("nothing-given", "say what was wrong: title=..., on=... or since=...", "title")
    if "title" in changes and track != MAIN:
        raise InvalidRecord("wrong-type", f"track {track!r} has no title; the main track has", "title")
    if "since" in changes and opening.since is None:
        message = f"track {track!r} was not adopted: it runs since the day on which it began (on=...)"
        raise InvalidRecord("adoption", message, "since")
    new = attrs.evolve(opening, **changes)
    openings.check(new, processes, dossier)
    retraction = _retraction(dossier, number, reason, None, author)
    admission.check_recorded(new, author[2])
    return dossier.plus(retraction, Entry(retraction.number + 1, new, *author, old.replaces or number))
