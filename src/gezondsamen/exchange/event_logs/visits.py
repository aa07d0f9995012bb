"""Visits read back from a log: each stay of a case in a phase, as plain columns."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from os import PathLike, fspath
from typing import Any, Final
from xml.etree import ElementTree

from gezondsamen.errors import DocumentError, Fault
from gezondsamen.exchange.event_logs.signs import BEGIN

_YEAR = 365.25
_UNREADABLE: Final = (
    ElementTree.ParseError,
    EOFError,
    gzip.BadGzipFile,
    zlib.error,
    LookupError,  # an encoding that is none
    ValueError,  # an encoding of which the parser knows no signs
)
COLUMNS: Final = (
    "case", "process", "phase_from", "trigger", "phase_to", "entered", "left", "spent", "begin",
)  # fmt: skip
"""The columns, in their order."""


def visits_from_xes(path: str | PathLike[str]) -> dict[str, list[Any]]:
    """Return the visits in a log that `to_xes` wrote, of real or of simulated cases, as columns.

    A row is one stay in a phase that goes on: `case`, `process`, `phase_from`, `trigger` and `phase_to` (the
    step that ended it and where it led; empty while it goes on), `entered` and `left` (days; of one that
    goes on, the last day on which the case was followed), `spent` (years in that phase before it was first
    seen) and `begin` (the day on which the case was first seen). A name that ends with .gz is unpacked.

    Raises `DocumentError` for what is no such log; `OSError` when the file cannot be read.
    """
    name = fspath(path)
    columns: dict[str, list[Any]] = {column: [] for column in COLUMNS}
    with gzip.open(name) if name.endswith(".gz") else open(name, "rb") as file:
        try:
            for row in _rows(file):
                for column, value in zip(COLUMNS, row, strict=True):
                    columns[column].append(value)
        except _UNREADABLE as problem:
            raise _unread("log", str(problem)) from None
    return columns


def _unread(place: str, why: str) -> DocumentError:
    return DocumentError((Fault(place, "not-xes", f"give a log that to_xes wrote ({why:.200})"),))


def _rows(file: Any) -> Iterator[tuple[Any, ...]]:
    process, number, inside = "", 0, 0
    log: ElementTree.Element | None = None
    for what, element in ElementTree.iterparse(file, ("start", "end")):
        tag = element.tag.rpartition("}")[2]
        if what == "start":
            log = element if log is None else log
            if inside == 0 and tag != "log":
                raise _unread("log", f"this is a document of {tag}")
            inside += 1
            continue
        inside -= 1
        if inside == 1 and log is not None:
            if tag == "trace":
                yield from _visits(element, f"trace[{number}]", process)
                number += 1
            elif element.get("key") == "concept:name":
                process = element.get("value", "")
            log.clear()  # what was read needs no memory


def _visits(trace: ElementTree.Element, place: str, process: str) -> Iterator[tuple[Any, ...]]:
    said = _attributes(trace)
    case, process = _needed(said, "concept:name", place), said.get("process", process)
    phase, entered, begin, spent = "", date.min, date.min, 0.0
    for number, event in enumerate(child for child in trace if child.tag.endswith("event")):
        where = f"{place}.event[{number}]"
        told = _attributes(event)
        day = _day(told, "time:timestamp", where)
        step, target = _needed(told, "concept:name", where), _needed(told, "phase_to", where)
        if number == 0:
            if step != BEGIN:
                raise _unread(where, "the first event says where the case begins")
            phase, entered, begin = target, day, day
            spent = (day - _day(told, "since", where)).days / _YEAR if "since" in told else 0.0
        elif target != phase:
            yield case, process, phase, step, target, entered, day, spent, begin
            phase, entered, spent = target, day, 0.0
    if not phase:
        raise _unread(place, "a case has an event at its begin")
    if said.get("status") != "ended":
        yield case, process, phase, "", "", entered, _day(said, "until", place), spent, begin


def _attributes(element: ElementTree.Element) -> dict[str, str]:
    return {child.get("key", ""): child.get("value", "") for child in element if "value" in child.attrib}


def _needed(said: dict[str, str], key: str, place: str) -> str:
    if not said.get(key):
        raise _unread(place, f"{key} is not there")
    return said[key]


def _day(said: dict[str, str], key: str, place: str) -> date:
    text = _needed(said, key, place)
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise _unread(place, f"{key} is {text}") from None
