"""Logs in XES (IEEE 1849-2023): a trace for each track of a case, an event for its begin and each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from gezondsamen.arguments import check_day
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import StepTaken, TrackOpened
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.tracks import MAIN, Track
from gezondsamen.exchange.event_logs.signs import BEGIN, ident, instant, quoted
from gezondsamen.exchange.followed import followed
from gezondsamen.process.process import Process

EXTENSIONS: Final = (
    ("Concept", "concept"),
    ("Lifecycle", "lifecycle"),
    ("Organizational", "org"),
    ("Time", "time"),
)
"""Name and prefix of the standard extensions that the log uses."""


def to_xes(collaborations: Iterable[Collaboration], *, until: date) -> Iterator[str]:
    """Return the log of real cases in XES, as pieces of text: give them to `writelines` of a file.

    `until` is the last day on which the cases were followed; what happened later is left out, and so are
    cases that began later. A trace is a track of a case, named by the id of the case, and for other tracks
    than the main one also by theirs (`case#track`). Its first event, `(begin)`, says where the track began;
    every other is a step, with the phases that it led from and to. All are complete events at the begin of
    their day, in the order in which they happened. Steps that were taken back are not there.

    Raises `InvalidArgument` for a day that is none, and for what is no collaboration.

    >>> from datetime import date
    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", title="Waterstad", on=date(2024, 1, 8))
    >>> log = "".join(to_xes([case], until=date(2024, 12, 31)))
    >>> log.count("<trace>"), log.count("<event>")
    (1, 1)
    """
    return _log(collaborations, check_day("until", until))


def _log(collaborations: Iterable[Collaboration], until: date) -> Iterator[str]:
    yield from opening("1849-2023", EXTENSIONS, until)
    yield '<classifier name="Step" keys="concept:name"/>\n'
    yield '<classifier name="Phase" keys="phase_to"/>\n'
    yield attribute("string", "lifecycle:model", "standard") + "\n"
    yield attribute("boolean", "simulated", "false") + "\n"
    for case in followed(collaborations, until):
        dossier = case.dossier.as_of(until)
        processes = {process.key: process for process in case.processes}
        for track in dossier.tracks:
            yield from _trace(case, dossier, track, processes[track.process], until)
    yield "</log>\n"


def attribute(kind: str, key: str, value: str) -> str:
    """Return an attribute of a log, trace or event; its key is a word of the format, or of ours."""
    return f'<{kind} key="{key}" value={quoted(value)}/>'


def opening(version: str, extensions: Iterable[tuple[str, str]], day: date) -> Iterator[str]:
    """Return how a log begins: its version of XES, its extensions, and what every trace and event has."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<log xes.version="{version}" xes.features="" xmlns="http://www.xes-standard.org/">\n'
    for name, prefix in extensions:
        uri = f"http://www.xes-standard.org/{prefix}.xesext"
        yield f'<extension name="{name}" prefix="{prefix}" uri="{uri}"/>\n'
    yield f'<global scope="trace">{attribute("string", "concept:name", "")}</global>\n'
    yield '<global scope="event">'
    yield attribute("string", "concept:name", "")
    yield attribute("string", "lifecycle:transition", "complete")
    yield attribute("date", "time:timestamp", instant(day))
    yield attribute("string", "phase_to", "")
    yield "</global>\n"


def _trace(
    case: Collaboration, dossier: Dossier, track: Track, process: Process, until: date
) -> Iterator[str]:
    name = ident(case.id) if track.name == MAIN else ident(case.id, track.name)
    ended = process.phase(track.phase).kind == "final"
    yield "<trace>" + attribute("string", "concept:name", name)
    yield attribute("string", "case", case.id) + attribute("string", "track", track.name)
    yield attribute("string", "title", case.title)
    yield attribute("string", "process", process.key)
    yield attribute("string", "process_version", str(process.version))
    yield attribute("string", "phase", track.phase)
    yield attribute("string", "status", "ended" if ended else "censored")
    yield attribute("date", "until", instant(until)) + "\n"
    phase = ""
    for entry in dossier.moves(track.name):
        yield _event(entry, phase)
        phase = entry.fact.phase
    yield "</trace>\n"


def _event(entry: Entry[TrackOpened | StepTaken], phase: str) -> str:
    fact = entry.fact
    parts = [
        attribute("string", "concept:name", BEGIN if isinstance(fact, TrackOpened) else fact.trigger),
        attribute("string", "lifecycle:transition", "complete"),
        attribute("date", "time:timestamp", instant(fact.on)),
    ]
    if phase:
        parts.append(attribute("string", "phase_from", phase))
    parts.append(attribute("string", "phase_to", fact.phase))
    if isinstance(fact, TrackOpened) and fact.since is not None:
        parts.append(attribute("date", "since", instant(fact.since)))
    if isinstance(fact, StepTaken) and fact.about is not None:
        parts.append(attribute("string", f"about:{fact.about.kind}", fact.about.id))
    if entry.on_behalf_of is not None:
        parts.append(attribute("string", "org:group", entry.on_behalf_of))
    return f"<event>{''.join(parts)}</event>\n"
