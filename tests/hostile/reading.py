"""Reading a hostile document: what comes of it, what it costs, and what its value answers."""

from __future__ import annotations

import resource
import tracemalloc
from collections.abc import Iterator
from time import thread_time
from typing import Any

import gezondsamen as gs
from tests.hostile.calls import asked_of
from tests.hostile.choices import Choices
from tests.hostile.processes import small

SLOW, LARGE = 1.0, 100 * 1024
"""Seconds of the processor, and kilobytes of memory, that no document of a megabyte takes."""

LOADS_SLOW, LOADS_LARGE, CALL_SLOW = "loads over 1 s", "loads over 100 MB", "calls over 5 s"
"""Outcomes that no document of a megabyte has."""

KNOWN = {process.key: process for process in (*gs.PROCESSES.values(), small())}
"""The processes that hostile cases are read with."""


class Foreign(AssertionError):
    """Name what should not come out: an error of no kind of ours, or another value than was written."""


def outcomes(text: str | bytes, choices: Choices, *, asked: int = 2) -> Iterator[str]:
    """Yield what comes of a text: how it was read, and so many calls on what loaded.

    Raises `Foreign` for whatever is no error of the library.
    """
    used, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, thread_time()
    try:
        value = gs.loads(text, processes=KNOWN)
        found = "loaded"
    except gs.GezondsamenError as refused:
        value, found = None, type(refused).__name__
        _tell(refused)
    except Exception as error:
        raise Foreign(f"loads lets out {type(error).__name__}") from error
    if thread_time() - began > SLOW:
        yield LOADS_SLOW
    if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - used > LARGE:
        yield LOADS_LARGE
    yield found
    if value is not None:
        _reads_back(value)
        calls = asked_of(value, choices)
        for _ in range(asked):
            name = choices.among(tuple(calls))
            yield _answered(name, calls[name])


def cost(text: str) -> Iterator[str]:
    """Yield what comes of a text that may be large, and what reading it cost, with its memory traced."""
    began = thread_time()
    yield _read(text)
    if thread_time() - began > SLOW:
        yield LOADS_SLOW
    tracemalloc.start()
    _read(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    if peak > LARGE * 1024:
        yield LOADS_LARGE


def _read(text: str) -> str:
    try:
        gs.loads(text, processes=KNOWN)
    except gs.GezondsamenError as refused:
        _tell(refused)
        return type(refused).__name__
    except Exception as error:
        raise Foreign(f"loads lets out {type(error).__name__}") from error
    return "loaded"


def every_answer(text: str) -> dict[str, str]:
    """Return how each call on the value of a text comes out, by name; {} where the text is refused."""
    try:
        value = gs.loads(text, processes=KNOWN)
    except gs.GezondsamenError as refused:
        _tell(refused)
        return {}
    _reads_back(value)
    return {name: _answered(name, call) for name, call in asked_of(value, Choices(b"")).items()}


def _tell(refused: gs.GezondsamenError) -> None:
    for text in (str(refused), repr(refused), refused.text("nl"), refused.text("en")):
        if not 0 < len(text) < 200_000:
            raise Foreign(f"{type(refused).__name__} is told in {len(text)} signs")


def _reads_back(value: Any) -> None:
    try:
        same = gs.loads(gs.dumps(value).encode(), processes=KNOWN) == value
    except Exception as error:
        raise Foreign(f"what loaded does not read back: {type(error).__name__}") from error
    if not same:
        raise Foreign("what loaded reads back as another value")


def _answered(name: str, call: Any) -> str:
    began = thread_time()
    try:
        call()
    except gs.GezondsamenError as refused:
        _tell(refused)
        return "call refused"
    except Exception as error:
        raise Foreign(f"{name} lets out {type(error).__name__}") from error
    return CALL_SLOW if thread_time() - began > 5 * SLOW else "call answered"
