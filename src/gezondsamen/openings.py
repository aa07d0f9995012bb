"""Openings: how a track begins, in the first phase of its process or adopted in a later one."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from gezondsamen import admission
from gezondsamen.dossier.dossier import Dossier, before_start
from gezondsamen.dossier.facts import TrackOpened
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord, shown
from gezondsamen.process.process import Process
from gezondsamen.questions import require_phase
from gezondsamen.terms import nearest
from gezondsamen.texts import check_id, check_new, check_text, is_blank


def _on(day: date) -> date:
    return admission.day("on", day)


def _since(day: date | None) -> date | None:
    return None if day is None else admission.day("since", day)


@attrs.frozen
class Beginning:
    """Say how a track begins: on a day, or adopted in a `phase`, in it `since` a day, with the reason."""

    on: date = attrs.field(converter=_on)
    phase: str | None = None
    since: date | None = attrs.field(default=None, converter=_since)
    reason: str | None = None

    def phase_of(self, process: Process) -> str:
        """Return the phase in which a track of a process begins; raises `InvalidRecord` where it cannot."""
        if self.phase is not None:
            require_phase(process, self.phase)
        _check_adoption(process.initial, self.on, self.phase, self.since, self.reason)
        return self.phase or process.initial


def first_track(process: Process, id: Any, title: Any, begins: Beginning) -> TrackOpened:
    """Return the fact that opens a collaboration with its main track; raises `InvalidRecord`."""
    if not isinstance(id, str) or is_blank(id):
        raise InvalidRecord("empty-id", "a collaboration needs an id: a text that is not empty", shown(id))
    check_id("id", id)
    _check_title(title)
    return TrackOpened(
        on=begins.on,
        track=MAIN,
        process=process.key,
        phase=begins.phase_of(process),
        since=begins.since,
        reason=begins.reason,
        collaboration=id,
        title=title,
    )


def another_track(
    process: Process, name: Any, begins: Beginning, processes: tuple[Process, ...], dossier: Dossier
) -> TrackOpened:
    """Return the fact that opens a track beside those that are open; raises `InvalidRecord`.

    Whether the name is taken is for the fold to say, which knows the journal.
    """
    if not isinstance(name, str):
        raise InvalidRecord("wrong-type", f"track is a text, not {shown(name)}", shown(name))
    check_id("track", name)
    check_new("track", name, dossier.known.tracks)
    _require_agreement(process, name, begins.since or begins.on, dossier)
    if any(running.key == process.key and running != process for running in processes):
        raise InvalidRecord(
            "other-process", f"another process with key {process.key!r} runs here already", process.key
        )
    return TrackOpened(
        on=begins.on,
        track=name,
        process=process.key,
        phase=begins.phase_of(process),
        since=begins.since,
        reason=begins.reason,
    )


def check(opening: TrackOpened, processes: tuple[Process, ...], dossier: Dossier) -> None:
    """Refuse an opening whose title or days cannot be, as when a track is opened: raises `InvalidRecord`."""
    process = next(process for process in processes if process.key == opening.process)
    _check_title(opening.title)
    Beginning(opening.on, opening.phase, opening.since, opening.reason).phase_of(process)
    day = opening.since or opening.on
    if opening.track == MAIN:
        for entry in dossier.events():
            opens_main = isinstance(entry.fact, TrackOpened) and entry.fact.track == MAIN
            if entry.place[0] < day and not opens_main:
                raise before_start(entry.fact, entry.place[0], day)
    else:
        _require_agreement(process, opening.track, day, dossier)
        admission.check_day(opening, dossier.first_day)


def _check_adoption(initial: str, on: Any, phase: str | None, since: date | None, reason: str | None) -> None:
    """Refuse a beginning in a later phase that does not say since when and why."""
    if since is None:
        if reason is not None:
            message = "a reason is why earlier steps are not on record: say since when, too (since=...)"
            raise InvalidRecord("adoption", message, "reason")
        if phase not in (None, initial):
            raise InvalidRecord(
                "adoption",
                f"to begin in phase {shown(phase)}, say since when (since=...) and why (reason=...)",
                shown(phase) if not isinstance(phase, str) else phase,
            )
        return
    if since > on:
        raise InvalidRecord("dates", f"since {since} lies after the day of entry, {on}", str(since))
    if isinstance(reason, str):
        check_text("reason", reason)
    if not isinstance(reason, str) or is_blank(reason):
        raise InvalidRecord("adoption", "say why earlier steps are not on record (reason=...)", "reason")


def _check_title(title: object) -> None:
    if title is not None and not isinstance(title, str):
        raise InvalidRecord("wrong-type", f"title is a text, not {shown(title)}", shown(title))
    if title is not None:
        check_text("title", title)


def _require_agreement(process: Process, name: str, day: date, dossier: Dossier) -> None:
    """Refuse the track of an agreement that is not drafted on the day on which it opens."""
    agreements = dossier.as_of(day).known.agreements
    if process.subject == "agreement" and name not in agreements:
        raise InvalidRecord(
            "no-agreement",
            f"the track of an agreement bears its id; {name!r} is no agreement on that day: "
            "record AgreementDrafted first.",
            name,
            nearest=nearest(name, agreements),
        )
