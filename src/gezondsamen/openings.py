"""Openings: how a track begins, in the first phase of its process or adopted in a later one."""

from __future__ import annotations

from datetime import date
from typing import Any

from gezondsamen import admission
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import TrackOpened
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord
from gezondsamen.process.process import Process
from gezondsamen.questions import require_phase
from gezondsamen.terms import nearest


def first_track(
    process: Process,
    id: Any,
    title: Any,
    *,
    on: Any,
    phase: str | None,
    since: date | None,
    reason: str | None,
) -> TrackOpened:
    """Return the fact that opens a collaboration with its main track; raises `InvalidRecord`."""
    if not isinstance(id, str) or not id.strip():
        raise InvalidRecord("empty-id", "a collaboration needs an id: a text that is not empty", repr(id))
    if title is not None and not isinstance(title, str):
        raise InvalidRecord("wrong-type", f"title is a text, not {title!r}", repr(title))
    begun = _begun(process, on, phase, since, reason)
    return TrackOpened(on, MAIN, process.key, begun, since, reason, id, title)


def another_track(
    process: Process,
    name: Any,
    processes: tuple[Process, ...],
    dossier: Dossier,
    *,
    on: Any,
    phase: str | None,
    since: date | None,
    reason: str | None,
) -> TrackOpened:
    """Return the fact that opens a track beside those that are open; raises `InvalidRecord`.

    Whether the name is taken is for the fold to say, which knows the journal.
    """
    if not isinstance(name, str):
        raise InvalidRecord("wrong-type", f"track is a text, not {name!r}", repr(name))
    if type(on) is not date:
        raise admission.not_a_day("on", on)
    agreements = dossier.as_of(since or on).known.agreements
    if process.subject == "agreement" and name not in agreements:
        raise InvalidRecord(
            "no-agreement",
            f"the track of an agreement bears its id; {name!r} is no agreement on that day: "
            "record AgreementDrafted first.",
            name,
            nearest=nearest(name, agreements),
        )
    if any(running.key == process.key and running != process for running in processes):
        raise InvalidRecord(
            "other-process", f"another process with key {process.key!r} runs here already", process.key
        )
    begun = _begun(process, on, phase, since, reason)
    return TrackOpened(on, name, process.key, begun, since, reason)


def _begun(process: Process, on: Any, phase: str | None, since: date | None, reason: str | None) -> str:
    """Return the phase in which a track begins, checked: a later one has to say since when and why."""
    admission.check_adoption(process.initial, on, phase, since, reason)
    if phase is not None:
        require_phase(process, phase)
    return phase or process.initial
