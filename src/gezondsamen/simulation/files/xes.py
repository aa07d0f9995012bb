"""Event logs in XES 2.0 (IEEE 1849): what process mining tools read, written trace by trace.

A trace is a case, an event is its begin or a step, all of it simulated, and the log says so. Days are
counted from a day that is given, in years of 365.25 days.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, Final

import numpy as np

from gezondsamen.errors import shown
from gezondsamen.exchange.event_logs.signs import BEGIN
from gezondsamen.exchange.event_logs.xes import attribute, opening
from gezondsamen.simulation.engine.marks import marks_of
from gezondsamen.simulation.engine.rows import CENSORED, STATUSES, Rows, pieces
from gezondsamen.simulation.engine.trajectories import Trajectories
from gezondsamen.simulation.files.disk import file_at, whole
from gezondsamen.simulation.model.errors import check_day, refuse
from gezondsamen.simulation.model.numbers import YEAR

EXTENSIONS: Final = (("Concept", "concept"), ("Lifecycle", "lifecycle"), ("Time", "time"))
"""Name and prefix of the standard extensions that the log uses."""


def to_xes(
    result: Trajectories, path: str | Path, *, begin: date, cases: range | None = None, marks: bool = False
) -> None:
    """Write an event log; raises `InvalidModel` for a day or for cases that do not fit."""
    begin = check_day(begin, result.run.horizon)
    if not isinstance(marks, bool):
        raise refuse("marks", "wrong-type", f"give True or False, not {shown(marks)}")
    chosen = result.run.cases if cases is None else cases
    with _opened(file_at(path)) as file:
        file.writelines(_head(result, begin))
        for rows in pieces(result.chunks(chosen)):
            file.writelines(_traces(result, rows, begin, marks))
        file.write("</log>\n")


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    """Open a file to write, compressed where its name ends with .gz; it is there once it is complete."""
    with whole(path) as partial, partial.open("wb") as raw:
        if path.suffix == ".gz":
            # No name and no time inside: the same log is the same file.
            with (
                gzip.GzipFile("", "wb", 6, raw, mtime=0) as zipped,
                TextIOWrapper(zipped, encoding="utf-8", newline="\n") as file,
            ):
                yield file
        else:
            with TextIOWrapper(raw, encoding="utf-8", newline="\n") as file:
                yield file


def _head(result: Trajectories, begin: date) -> Iterable[str]:
    run = result.run
    yield from opening("2.0", EXTENSIONS, begin)
    yield '<classifier name="Trigger" keys="concept:name"/>\n'
    yield attribute("string", "concept:name", run.model.process.key) + "\n"
    yield attribute("string", "lifecycle:model", "standard") + "\n"
    yield attribute("boolean", "simulated", "true") + "\n"
    yield attribute("string", "seed", str(run.seed)) + "\n"
    yield attribute("float", "horizon", repr(float(run.horizon))) + "\n"


def _traces(result: Trajectories, rows: Rows, begin: date, marks: bool) -> Iterator[str]:
    c = result.compiled
    row = np.flatnonzero(rows["status"] != CENSORED)
    columns: list[Any] = [rows["left"][row], *(rows[k][row] for k in ("trigger", "phase_from", "phase_to"))]
    if marks:
        extra = marks_of(rows, result.run.model.marks, c, result.run.seed)
        more = (extra.at, extra.trigger, extra.phase, extra.phase)
        columns = [np.append(mine, theirs) for mine, theirs in zip(columns, more, strict=True)]
        # Of a visit the marks come first: the step leaves it.
        order = np.lexsort(
            (columns[0], np.repeat((1, 0), (len(row), len(extra.row))), np.append(row, extra.row))
        )
        row = np.append(row, extra.row)[order]
        columns = [column[order] for column in columns]
    at, *numbers = columns
    times = _times(begin, at)
    kinds: dict[tuple[int, ...], str] = {}
    events = []
    for time, *key in zip(times, *(column.tolist() for column in numbers), strict=True):
        text = kinds.get(tuple(key))
        if text is None:
            trigger, source, target = key
            text = kinds[tuple(key)] = (
                attribute("string", "concept:name", c.triggers[trigger])
                + attribute("string", "lifecycle:transition", "complete")
                + attribute("string", "phase_from", c.phases[source])
                + attribute("string", "phase_to", c.phases[target])
            )
        events.append(f'<event>{text}<date key="time:timestamp" value="{time}"/></event>\n')
    last = np.flatnonzero(np.diff(rows["case"], append=-1))
    began = np.append(0, last[:-1] + 1)
    starts = zip(_times(begin, rows["entered"][began]), rows["phase_from"][began].tolist(), strict=True)
    ends = np.searchsorted(row, last, side="right")
    untils = _times(begin, rows["left"][last])
    first = 0
    for place, end, until, (start, source) in zip(last.tolist(), ends.tolist(), untils, starts, strict=True):
        status = int(rows["status"][place])
        phase = c.phases[int(rows["phase_from" if status == CENSORED else "phase_to"][place])]
        yield "<trace>" + attribute("string", "concept:name", str(int(rows["case"][place])))
        yield attribute("string", "phase", phase) + attribute("string", "status", STATUSES[status])
        yield attribute("date", "until", until) + "\n"
        yield _begin(start, c.phases[source])
        yield from events[first:end]
        yield "</trace>\n"
        first = end


def _begin(time: str, phase: str) -> str:
    """Return the event with which a case begins: a reader leaves out a case without events."""
    return (
        "<event>"
        + attribute("string", "concept:name", BEGIN)
        + attribute("string", "lifecycle:transition", "complete")
        + attribute("string", "phase_to", phase)
        + f'<date key="time:timestamp" value="{time}"/></event>\n'
    )


def _times(begin: date, years: Any) -> list[str]:
    """Return the moments that lie so many years after the begin of a day, to the second, in UTC."""
    seconds = np.floor(np.asarray(years) * YEAR * 86400).astype("timedelta64[s]")
    texts: list[str] = np.datetime_as_string(np.datetime64(begin, "s") + seconds, unit="s").tolist()
    return [f"{text}+00:00" for text in texts]
