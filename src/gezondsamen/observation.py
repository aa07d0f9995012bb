"""Observation: whoever wants to know what is asked and done is told of it, inside a `with`.

What is told are values of the rooms that tell: rules judged, steps taken, moments dated. Nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

Listener = Callable[[object], None]
"""Be told of something that was asked or done."""

_LISTENERS: Final[ContextVar[tuple[Listener, ...]]] = ContextVar("listeners", default=())


@contextmanager
def observing(listener: Listener) -> Iterator[None]:
    """Tell a listener of every check asked, step taken, phase watched and schedule made inside the `with`.

    What a plan tries out or a review looks back at is not told: nobody asked whether it may be done.
    It is told in the thread or task that entered, and in tasks begun inside. An exception that the
    listener raises goes to whoever asked.
    """
    token = _LISTENERS.set((*_LISTENERS.get(), listener))
    try:
        yield
    finally:
        _LISTENERS.reset(token)


def is_observed() -> bool:
    """Tell whether anybody listens, so that nothing is made for nobody."""
    return bool(_LISTENERS.get())


def tell(what: object) -> None:
    """Tell whoever listens."""
    for listener in _LISTENERS.get():
        listener(what)
