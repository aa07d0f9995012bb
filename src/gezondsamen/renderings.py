"""Renderings: texts and pictures of values of a lower floor that a higher floor knows how to make.

An error tells itself in words and a process shows itself as a picture, though both stand below what
does it. The package says who does it when it is imported; that is imported with its first use.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal

Rendering = Literal["refusal", "diagram"]
"""What is made: an error in words, or a process as a picture."""

NOTEBOOK: Final = "nl"
"""The language of what a notebook shows by itself, where nobody can say which: that of the field."""

_MAKERS: dict[Rendering, Callable[..., str]] = {}


def render_with(**makers: Callable[..., str]) -> None:
    """Say who makes each rendering: once, when the package is imported."""
    _MAKERS.update(makers)  # type: ignore[arg-type]


def framed(text: str) -> str:
    """Return a text as HTML that keeps its lines, as a notebook shows it.

    >>> framed("1 < 2")
    '<pre>1 &lt; 2</pre>'
    """
    from html import escape  # here, so that importing the library stays light

    return f"<pre>{escape(text)}</pre>"


def rendered(what: Rendering, *given: Any) -> str:
    """Return a rendering of a value, by the floor that makes it."""
    return _MAKERS[what](*given)
