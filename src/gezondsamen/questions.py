"""Questions to a collaboration: the situation that a call asks about, and the steps looked back at.

What a caller may write (processes, a day, a name, a subject) is read here; how rules come out in the
situation is judged in `decision`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from gezondsamen import admission, arguments
from gezondsamen.decision.check import Check
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.steps import objection
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import Fact
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.parties import About
from gezondsamen.dossier.tracks import MAIN, Place, Track
from gezondsamen.errors import InvalidRecord, UnknownTrigger, shown
from gezondsamen.forms.form import Form
from gezondsamen.forms.kinds import known_kind, of_each_kind, of_kind
from gezondsamen.process.process import Process
from gezondsamen.terms import nearest, unknown

Subject = About | str | tuple[str, str] | None
"""Whom or what a step concerns: a subject, the id of a party, or a kind and an id."""


def by_key(processes: Process | Iterable[Process] | Mapping[str, Process]) -> dict[str, Process]:
    """Return processes by their keys: one, several, or a mapping whose own keys do not count."""
    if isinstance(processes, Process):
        return {processes.key: processes}
    given = processes.values() if isinstance(processes, Mapping) else processes
    every = arguments.items("processes", given, Process, "a process such as gs.PPS, or several")
    return {process.key: process for process in every}


def require_process(process: object) -> None:
    """Refuse what is no process: raises `InvalidArgument`."""
    arguments.check("process", process, Process, "a process, such as gs.PPS")


def process_of(processes: tuple[Process, ...], track: Track) -> Process:
    """Return the process that a track runs through."""
    for process in processes:
        if process.key == track.process:
            return process
    raise LookupError(f"the process {track.process!r} of track {track.name!r} is not here")


def require_phase(process: Process, phase: str) -> None:
    """Refuse a phase that a process does not have: raises `InvalidRecord`, with the nearest key."""
    keys = {known.key: known.label for known in process.phases}
    arguments.check("phase", phase, str, "the key of a phase", InvalidRecord)
    if phase not in keys:
        message = f"process {process.key!r} has no phase {phase!r}; it has {', '.join(keys)}."
        raise unknown(InvalidRecord, "phase", phase, keys, message)


def require_party(where: str, party: str | None, known: Known, when: str = "here") -> None:
    """Refuse the id of a party that never took part: raises `InvalidRecord`, with the nearest id."""
    arguments.check_text(where, party, InvalidRecord)
    if party is not None and party not in known.members:
        message = f"{where} names {party!r}, which is no party {when}."
        raise unknown(InvalidRecord, "party", party, known.members, message)


def situation(processes: tuple[Process, ...], dossier: Dossier, on: date, track: str | None) -> Situation:
    """Return the situation of a track on a day: without a step, its phase is watched.

    Raises `InvalidRecord` when `on` is no date or lies before the start, and when the track is unknown.
    """
    on = admission.day("on", on)
    process, known, at = _at(processes, dossier, on, track)
    return Situation(process, known, on, at, None, None, *_afterwards(dossier, known, at))


def situation_of_step(
    processes: tuple[Process, ...],
    dossier: Dossier,
    trigger: str,
    on: date,
    track: str | None,
    about: Subject,
) -> Situation:
    """Return the situation in which a step is judged; its `step` is None where it does not lead out.

    Raises `UnknownTrigger` when the process has no such trigger, and `InvalidRecord` as `situation` does
    and when `about` names a party that is none on that day.
    """
    on = admission.day("on", on)
    process, known, at = _at(processes, dossier, on, track)
    step = process.transition(at.phase, trigger) if isinstance(trigger, str) else None
    if step is None and trigger not in process.triggers:
        possible = process.ways_out(at.phase)
        labels = {t.trigger: t.label for t in process.transitions}
        here = {key: labels[key] for key in possible}
        meant = nearest(trigger, here) or nearest(trigger, labels)
        name = trigger if isinstance(trigger, str) else shown(trigger)
        raise UnknownTrigger(name, process.key, at.phase, possible, meant)
    subject = None
    if about is not None:
        subject = About.of(about)
        admission.check_subject(subject)
        if subject is not None and subject.kind == "party":
            require_party("about", subject.id, known, f"on {on}")
    return Situation(process, known, on, at, step, subject, *_afterwards(dossier, known, at))


def _afterwards(dossier: Dossier, known: Known, at: Track) -> tuple[Dossier | None, Place | None]:
    """Return the dossier where it holds more than of that day, and where the last step stands if later."""
    if known is dossier.known:
        return None, None
    moved = dossier.known.tracks[at.name].moved
    return dossier, None if moved == at.moved else moved


def _at(
    processes: tuple[Process, ...], dossier: Dossier, on: date, track: str | None
) -> tuple[Process, Known, Track]:
    known = dossier.as_of(on).known
    name = MAIN if track is None else track
    at = known.tracks.get(name) if isinstance(name, str) else None
    if at is None:
        dossier.track(name)
        first = dossier.visits(name)[0].entered
        message = f"{on} lies before the start, on {first}"
        raise InvalidRecord("before-start", message, str(on), values={"first": str(first)})
    process = processes[0]
    return (process if process.key == at.process else process_of(processes, at)), known, at


def objections(processes: tuple[Process, ...], dossier: Dossier, title: str) -> Iterator[Check]:
    """Yield the checks of steps taken that what is known now to have come before them does not support."""
    found: dict[str, list[Check]] = {track.name: [] for track in dossier.tracks}
    steps = [entry for track in found for entry in dossier.steps(track)]
    for entry in sorted(steps, key=lambda e: e.place):  # of all tracks: what came before is folded once
        before = dossier.before(entry.place)
        fact = entry.fact
        at = before.track(fact.track)
        process = process_of(processes, at)
        step = process.transition(at.phase, fact.trigger)
        s = Situation(process, before.known, fact.on, at, step, fact.about, dossier)
        problem = objection(s, fact.trigger, fact.phase, title)
        if problem is not None:
            found[fact.track].append(problem)
    for checks in found.values():
        yield from checks


def form_of(
    processes: tuple[Process, ...],
    dossier: Dossier,
    kind: type[Fact] | str,
    on: date,
    track: str | None,
    given: Mapping[str, Any],
) -> Form:
    """Return the form for a kind of fact on a day, in the words of the process of a track."""
    fact = known_kind(kind)
    s = situation(processes, dossier, on, track)
    if track is not None and "track" in {field.name for field in attrs.fields(fact)}:
        given = {"track": track, **given}
    return of_kind(fact, s.day, s.process, *_named(s), given)


def forms_of(
    processes: tuple[Process, ...], dossier: Dossier, on: date, track: str | None
) -> dict[str, Form]:
    """Return the form for each kind of fact that can be told on a day, by its name."""
    s = situation(processes, dossier, on, track)
    return of_each_kind(s.day, s.process, *_named(s))


def _named(s: Situation) -> tuple[dict[str, str], dict[str, str]]:
    """Return what can be named: parties that take part, and texts, each by id."""
    names = {party.id: party.name for party in s.active}
    return names, {ident: title or ident for ident, title in s.known.titles.items()}
