"""Strategies for documents: valid ones, and ones that are broken in one way with a name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, Final

from hypothesis import strategies as st

from gezondsamen.arguments import check, check_number
from gezondsamen.collaboration import Collaboration
from gezondsamen.errors import InvalidArgument
from gezondsamen.exchange import dumps
from gezondsamen.process.process import Process
from gezondsamen.testing.printing import Spelt
from gezondsamen.testing.strategies.arguments import Argument, resolved
from gezondsamen.testing.strategies.cases import collaborations


class Breakage(Enum):
    """The ways in which a document can be broken."""

    TRUNCATED = "the text breaks off"
    NOT_JSON = "the text is no JSON"
    NOT_AN_OBJECT = "the text is JSON, but no object"
    UNKNOWN_KEY = "an object has a key too many"
    MISSING_KEY = "an object lacks a key that it needs"
    WRONG_TYPE = "a value is of another type"
    UNKNOWN_KIND = "it is no kind of document that exists"
    UNKNOWN_TAG = "a fact is of no kind that exists"
    NEWER_FORMAT = "it was written by a later version"
    BAD_DATE = "a day does not exist"
    DUPLICATE_NUMBER = "two entries have one number"
    NO_ENTRIES = "the journal is empty"
    UNKNOWN_PROCESS = "it runs through a process that is not given"
    UNKNOWN_PHASE = "it begins in a phase that the process does not have"
    BEFORE_START = "the journal does not begin with its beginning"


Broken = tuple[str, Breakage]
"""A text that is no document, and why."""


def documents(
    process: Process, *, case: Argument[Collaboration] = ..., indent: Argument[int | None] = ...
) -> st.SearchStrategy[str]:
    """Draw documents of cases, as `dumps` writes them; shrinks towards that of a canonical case.

    >>> import gezondsamen as gs
    >>> documents(gs.PPS).validate()
    """
    check("process", process, Process, "a process")
    return st.builds(
        Spelt("gs.dumps", dumps),
        resolved(case, collaborations(process)),
        indent=resolved(indent, st.sampled_from((None, 2))),
    )


def broken_documents(
    process: Process, *, case: Argument[Collaboration] = ..., way: Argument[Breakage] = ...
) -> st.SearchStrategy[Broken]:
    """Draw texts that were documents until they were broken in one way, and that way.

    Shrinks towards a text that breaks off at once.

    >>> import gezondsamen as gs
    >>> broken_documents(gs.PPS, way=Breakage.BAD_DATE).validate()
    """
    return st.builds(
        broken,
        documents(process, case=case),
        resolved(way, st.sampled_from(Breakage)),
        st.integers(0, 10_000),
    )


def broken(text: str, way: Breakage, place: int = 0) -> Broken:
    """Return the text of a collaboration broken in one way, and that way.

    `place` says where, as often as there are places: the first one, the next one, ...

    >>> import gezondsamen as gs
    >>> from gezondsamen.testing import canonical
    >>> broken(gs.dumps(canonical(gs.PPS)), Breakage.TRUNCATED, 10)[0]
    '{"gezondsa'
    """
    check("text", text, str, "the text of a collaboration")
    check("way", way, Breakage, "a Breakage")
    check_number("place", place)
    if not text:
        raise InvalidArgument("empty", "an empty text cannot be broken", "text")
    if way is Breakage.TRUNCATED:
        return text[: place % len(text)], way
    if way is Breakage.NOT_JSON:
        at = place % len(text)
        return f"{text[:at]}\0{text[at:]}", way
    if way is Breakage.NOT_AN_OBJECT:
        return f"[{text}]", way
    document = json.loads(text)
    _BREAK[way](document, place)
    return json.dumps(document, ensure_ascii=False), way


def _objects(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every object whose keys are laid down: the document, its entries, their facts."""
    return [document, *document["entries"], *_facts(document)]


def _facts(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry["fact"] for entry in document["entries"]]


def _values(document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield where single values stand."""
    for place in _objects(document):
        for key, value in place.items():
            if not isinstance(value, dict | list):
                yield place, key


def _nth(values: Any, place: int) -> Any:
    found = list(values)
    return found[place % len(found)]


def _unknown_key(document: dict[str, Any], place: int) -> None:
    _nth(_objects(document), place)["no_such_key"] = 1


def _missing_key(document: dict[str, Any], place: int) -> None:
    needed = ("gezondsamen", "format", "entries", "number", "fact", "type", "on")
    where, key = _nth(((o, key) for o in _objects(document) for key in needed if key in o), place)
    del where[key]


def _wrong_type(document: dict[str, Any], place: int) -> None:
    where, key = _nth(_values(document), place)
    where[key] = [{}]


def _unknown_kind(document: dict[str, Any], place: int) -> None:
    document["gezondsamen"] = "NoSuchKind"


def _unknown_tag(document: dict[str, Any], place: int) -> None:
    _nth(_facts(document), place)["type"] = "NoSuchFact"


def _newer_format(document: dict[str, Any], place: int) -> None:
    document["format"] += 1 + place


def _bad_date(document: dict[str, Any], place: int) -> None:
    _nth(_facts(document), place)["on"] = _nth(("2024-02-30", "8-1-2024", "", "2024-01-08T00:00:00"), place)


def _duplicate_number(document: dict[str, Any], place: int) -> None:
    entries = document["entries"]
    at = place % len(entries)
    entries.insert(at, entries[at])


def _no_entries(document: dict[str, Any], place: int) -> None:
    document["entries"] = []


def _unknown_process(document: dict[str, Any], place: int) -> None:
    opened = [fact for fact in _facts(document) if fact["type"] == "TrackOpened"]
    _nth(opened, place)["process"] = "no_such_process"


def _unknown_phase(document: dict[str, Any], place: int) -> None:
    inside = [fact for fact in _facts(document) if fact["type"] in ("TrackOpened", "StepTaken")]
    _nth(inside, place)["phase"] = "no_such_phase"


def _before_start(document: dict[str, Any], place: int) -> None:
    first = document["entries"].pop(0)
    document["entries"].append(first)
    for number, entry in enumerate(document["entries"], 1):
        entry["number"] = number
    first["fact"]["track"] = "elsewhere"


_BREAK: Final[dict[Breakage, Callable[[dict[str, Any], int], None]]] = {
    Breakage.UNKNOWN_KEY: _unknown_key,
    Breakage.MISSING_KEY: _missing_key,
    Breakage.WRONG_TYPE: _wrong_type,
    Breakage.UNKNOWN_KIND: _unknown_kind,
    Breakage.UNKNOWN_TAG: _unknown_tag,
    Breakage.NEWER_FORMAT: _newer_format,
    Breakage.BAD_DATE: _bad_date,
    Breakage.DUPLICATE_NUMBER: _duplicate_number,
    Breakage.NO_ENTRIES: _no_entries,
    Breakage.UNKNOWN_PROCESS: _unknown_process,
    Breakage.UNKNOWN_PHASE: _unknown_phase,
    Breakage.BEFORE_START: _before_start,
}
