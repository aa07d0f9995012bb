"""Digests: what needs attention in a case, what is new since another day or version, how long it is quiet.

What a morning mail or a dashboard of many cases is made from. How long is too long is for the host to
say: nothing here knows a number of days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

import attrs

from gezondsamen import arguments, monitoring
from gezondsamen.decision.check import Outcome
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.language import language_of
from gezondsamen.monitoring import Due, Watch
from gezondsamen.process.process import Process
from gezondsamen.prose import digests as prose
from gezondsamen.questions import process_of, situation
from gezondsamen.schedule.calendars import Direction, WorkingCalendar
from gezondsamen.schedule.moments import Moment


@attrs.frozen
class News:
    """Say what differs between two watches of a track: `phase` it was in, where that is another now.

    `found` and `overdue` are new, `settled` and `answered` no longer there.
    """

    phase: str | None
    found: tuple[Outcome, ...] = ()
    settled: tuple[Outcome, ...] = ()
    overdue: tuple[Moment, ...] = ()
    answered: tuple[Moment, ...] = ()

    def __bool__(self) -> bool:
        return self.phase is not None or bool(self.found or self.settled or self.overdue or self.answered)


def news(now: Watch, then: Watch | None) -> News:
    """Return what is new in a watch since an earlier one; without one, everything is."""
    if then is None:
        return News(None, now.found, (), now.overdue)
    codes = {row.requirement.code for row in now.found}
    before = {row.requirement.code for row in then.found}
    late = {moment.id for moment in now.overdue}
    was_late = {moment.id for moment in then.overdue}
    return News(
        then.phase if then.phase != now.phase else None,
        tuple(row for row in now.found if row.requirement.code not in before),
        tuple(row for row in then.found if row.requirement.code not in codes),
        tuple(moment for moment in now.overdue if moment.id not in was_late),
        tuple(moment for moment in then.overdue if moment.id not in late),
    )


@attrs.frozen
class TrackDigest:
    """Hold what there is to say of one track: how it stands, what time has made due, what is new.

    `news` is None where nobody asked since when.
    """

    watch: Watch
    due: tuple[Due, ...]
    news: News | None = None


@attrs.frozen
class Digest:
    """Hold what there is to say of a case on a day, in the few lines of a morning mail.

    `tracks` are those that are not at an end, or came there since; `entries` the numbers of what was
    recorded since a version; `last` is the day on which something last happened, and `idle` how many
    days that is ago.
    """

    case: str
    title: str
    on: date
    since: date | int | None
    tracks: tuple[TrackDigest, ...]
    entries: tuple[int, ...]
    last: date

    def __repr__(self) -> str:
        return f"Digest({self.case!r} on {self.on}: {len(self.tracks)} tracks, idle {self.idle} days)"

    @property
    def idle(self) -> int:
        """How many days nothing has happened, in any phase, watched or not."""
        return (self.on - self.last).days

    @property
    def quiet(self) -> bool:
        """Whether nothing is new (where `since` was given), and nothing needs attention (where not)."""
        if self.since is not None:
            return not self.entries and not any(track.news for track in self.tracks)
        return not any(track.watch.found or track.watch.overdue or track.due for track in self.tracks)

    def text(self, lang: str, *, still: int | None = None) -> str:
        """Return the digest in a few lines.

        With `still` it also says so when nothing has happened for that many days or more. Raises
        `InvalidArgument` for a language without texts.
        """
        if still is not None:
            arguments.check_number("still", still)
        say = language_of(lang)
        lines = [prose.digest_head(self.title or self.case, self.on, say)]
        for track in self.tracks:
            lines += [f"- {line}" for line in prose.track_lines(track, say)]
        if still is not None and self.idle >= still:
            lines.append(f"- {prose.still_line(self.last, self.idle, say)}")
        return "\n".join(lines)


class Told(monitoring.Running, Protocol):
    """What a digest is made of: a collaboration."""


def digest(
    case: Told,
    on: date,
    since: date | int | None,
    calendar: WorkingCalendar | None = None,
    direction: Direction = "following",
) -> Digest:
    """Return what there is to say of a case on a day, and what is new since a day or a version."""
    main = situation(case.processes, case.dossier, on, None)
    due = monitoring.due(case, on)
    latest = main.known.latest
    assert latest is not None
    earlier = _earlier(case, since)
    tracks = []
    for track in case.dossier.as_of(on).tracks:
        s = situation(case.processes, case.dossier, on, track.name)
        watch = monitoring.watch(case, s, calendar, direction)
        fresh = None
        if since is not None:
            day = since if isinstance(since, date) else on
            then = None
            if track.name in earlier.as_of(day).known.tracks:
                past = _Then(case.id, case.title, case.processes, earlier)
                s = situation(case.processes, earlier, day, track.name)
                then = monitoring.watch(past, s, calendar, direction)
            fresh = news(watch, then)
        ended = process_of(case.processes, track).phase(track.phase).kind == "final"
        if not ended or (fresh is not None and fresh.phase is not None):
            tracks.append(TrackDigest(watch, tuple(x for x in due if x.track == track.name), fresh))
    return Digest(case.id, case.title, on, since, tuple(tracks), tuple(_added(case, since)), latest[0])


def _added(case: Told, since: date | int | None) -> Iterator[int]:
    if isinstance(since, int):
        yield from (entry.number for entry in case.dossier.journal.after(since))


def _earlier(case: Told, since: date | int | None) -> Dossier:
    """Return what was known at a version; at a day, that is what is known now to have happened by then."""
    if since is None or isinstance(since, date):
        if since is not None:
            arguments.check_day("since", since)
        return case.dossier
    arguments.check_number("since", since)
    if not 1 <= since <= len(case.dossier.journal):
        message = f"since takes a day, or a version from 1 to {len(case.dossier.journal)}, not {shown(since)}"
        raise InvalidArgument("unknown-version", message, shown(since))
    return case.dossier.at_version(since)


@attrs.frozen
class _Then:
    """Stand for a case at an earlier version."""

    id: str
    title: str
    processes: tuple[Process, ...]
    dossier: Dossier
