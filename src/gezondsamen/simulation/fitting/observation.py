"""Observation: the visits of real cases, from their journals, up to a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs
import numpy as np

from gezondsamen.arguments import check
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.facts import StepTaken, TrackOpened
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import shown
from gezondsamen.process.process import Process
from gezondsamen.scalars import plain_day
from gezondsamen.simulation.fitting.columns import DAY, KNOWN
from gezondsamen.simulation.fitting.visits import Visits
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.model.numbers import is_number

Measure = Callable[[Collaboration], float]
"""What tells the value of a covariate for a case."""


@attrs.frozen
class Stay:
    """Hold one visit of a track as days: where, from when, until when, by which step out, how long before."""

    phase: str
    entered: date
    left: date
    trigger: str | None
    spent: int = 0


def observe(
    collaborations: Iterable[Collaboration],
    *,
    until: date,
    process: Process | None = None,
    covariates: Mapping[str, Measure] | None = None,
) -> Visits:
    """Return the visits of real cases as columns, as far as they were known to have gone on a day.

    `collaborations` is anything that gives them one after another. `until` is the last day on which they
    were followed: a visit that went on then is censored there, and a track that was opened later is left
    out. `process` takes every track that runs through it, such as the lives of agreements (case: the id of
    the collaboration and the name of the track); without it the main track of each is taken.

    Steps that were taken back are out, also those taken back after `until`. A suspension is a phase like
    any other. A case that was adopted is seen from the day on which it was entered; its time in the phase
    before that is `spent`. Days are whole numbers: each time has a precision of a day. `covariates` gives
    names to functions of a collaboration that return a number.

    Raises `InvalidModel` for a day that is none, for collaborations of different processes, and where
    there is nothing to observe.

    >>> from datetime import date
    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8))
    >>> observe([case], until=date(2024, 7, 1))
    Visits(1 of 1 cases; 1 still going on)
    """
    last = plain_day(until)
    if last is None:
        raise refuse("until", "not-a-date", f"give a datetime.date, not {shown(until)}")
    if process is not None:
        check("process", process, Process, "a process, such as gs.PPS")
    measures = _measures(covariates or {})
    rows: list[tuple[str, date, Stay]] = []
    measured: list[list[float]] = []
    seen = process
    for number, case in enumerate(_cases(collaborations)):
        seen = seen or case.process
        tracks = {track: _stays(case, track, last, seen) for track in _tracks(case, process, seen, number)}
        found = [
            (case.id if track == MAIN else f"{case.id}/{track}", stays[0].entered, stay)
            for track, stays in tracks.items()
            for stay in stays
        ]
        values = [_measured(case, name, measure) for name, measure in measures.items()] if found else []
        rows += found
        measured += [values] * len(found)
    if seen is None or not rows:
        raise refuse("collaborations", "missing", f"there is no visit to observe up to {last}")
    columns = {name: np.array([row[n] for row in measured]) for n, name in enumerate(measures)}
    return Visits.from_columns({**_columns(rows), **columns}, seen)


def _cases(given: Iterable[Collaboration]) -> Iterator[Collaboration]:
    """Yield what is given, one after another; refuses what is no collaboration."""
    if not hasattr(given, "__iter__"):
        message = f"give collaborations, one after another, not {shown(given)}"
        raise refuse("collaborations", "wrong-type", message)
    for number, case in enumerate(given):
        if not isinstance(case, Collaboration):
            where = f"collaborations[{number}]"
            raise refuse(where, "wrong-type", f"give collaborations, not {shown(case)}")
        yield case


def _tracks(case: Collaboration, process: Process | None, seen: Process, number: int) -> tuple[str, ...]:
    """Return the names of the tracks to look at."""
    if process is not None:
        return tuple(track.name for track in case.dossier.tracks if track.process == process.key)
    if case.process.key != seen.key:
        message = f"runs through {case.process.key!r}, those before it through {seen.key!r}: give the process"
        raise refuse(f"collaborations[{number}]", "other-process", message)
    return (MAIN,)


def _stays(case: Collaboration, track: str, last: date, process: Process) -> list[Stay]:
    """Return the visits of a track up to a day, those to final phases left out."""
    found: list[Stay] = []
    for entry in case.dossier.moves(track):
        fact = entry.fact
        if fact.on > last:
            break
        if isinstance(fact, TrackOpened):
            spent = 0 if fact.since is None else (fact.on - fact.since).days
            found.append(Stay(fact.phase, fact.on, last, None, spent))
        elif isinstance(fact, StepTaken) and fact.phase != found[-1].phase:
            found[-1] = attrs.evolve(found[-1], left=fact.on, trigger=fact.trigger)
            found.append(Stay(fact.phase, fact.on, last, None))
    if found and process.phase(found[-1].phase).kind == "final":
        found.pop()
    return found


def _columns(rows: list[tuple[str, date, Stay]]) -> dict[str, Any]:
    stays = [stay for _, _, stay in rows]
    return {
        "case": np.array([name for name, _, _ in rows]),
        "phase_from": np.array([stay.phase for stay in stays]),
        "trigger": np.array([stay.trigger or "" for stay in stays]),
        "entered": np.array([stay.entered for stay in stays], "datetime64[D]"),
        "left": np.array([stay.left for stay in stays], "datetime64[D]"),
        "spent": np.array([stay.spent for stay in stays]) * DAY,
        "begin": np.array([begin for _, begin, _ in rows], "datetime64[D]"),
    }


def _measures(given: Mapping[str, Measure]) -> dict[str, Measure]:
    for name, measure in given.items():
        if name in KNOWN or not callable(measure):
            message = f"give a function of a collaboration, by a name of its own, not {shown(measure)}"
            raise refuse(f"covariates[{name!r}]", "wrong-type", message)
    return dict(given)


def _measured(case: Collaboration, name: str, measure: Measure) -> float:
    value = measure(case)
    if not isinstance(value, bool) and not is_number(value):
        message = f"give a number, not {shown(value)}, for case {case.id!r}"
        raise refuse(f"covariates[{name!r}]", "not-a-number", message)
    return float(value)
