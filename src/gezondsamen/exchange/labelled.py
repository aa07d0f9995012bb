"""Values that stand by themselves as plain data: with the class as `type`, and labels for their words.

What has texts of its own (checks, plans, schedules, processes) is told in `plain`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final, get_args

import attrs

from gezondsamen.decision.check import TransitionRefused
from gezondsamen.dossier.facts import Fact
from gezondsamen.errors import GezondsamenError
from gezondsamen.exchange.converter import TAG, converter
from gezondsamen.labels import Label
from gezondsamen.language import Language
from gezondsamen.phases import PROCESSES
from gezondsamen.process.process import Process
from gezondsamen.terms import words

LABELS: Final = "labels"
"""The key under which the texts of words stand, by field; who reads a fact passes it over."""

Plain = dict[str, Any]


def labelled(value: Any, say: Language, inner: Callable[[Any], Any]) -> Plain:
    """Return a value with its type, its fields and the labels of its words; `inner` does its fields.

    A fact reads back by `fact_of`, so it is written as a document writes it.
    """
    plain: Plain = {TAG: type(value).__name__}
    if isinstance(value, get_args(Fact)):
        plain |= converter(detailed=False).unstructure(value)
    else:
        plain |= {a.name: inner(getattr(value, a.name)) for a in attrs.fields(type(value))}
    found = _labels(value, say)
    return {**plain, LABELS: found} if found else plain


def told(error: GezondsamenError, say: Language, inner: Callable[[Any], Any]) -> Plain:
    """Return an error with its type, its text in a language, and its fields."""
    plain: Plain = {TAG: type(error).__name__, "text": error.text(say.code)}
    if isinstance(error, TransitionRefused):
        return plain | {"check": inner(error.check)}
    cls: Any = type(error)
    fields = attrs.fields(cls) if attrs.has(cls) else ()
    return plain | {a.name: inner(getattr(error, a.name)) for a in fields}


def process_with(value: Any) -> Process:
    """Return the first process that knows all words of a value, or the first of all."""
    every = tuple(PROCESSES.values())
    mentioned = tuple(words(value))
    fits = (p for p in every if all(p.term(scheme, key) for scheme, key in mentioned))
    return next(fits, every[0])


@cache
def _known() -> dict[tuple[str, str], Label]:
    return {(t.scheme, t.key): t.label for p in reversed(tuple(PROCESSES.values())) for t in p.terms}


def _labels(value: Any, say: Language) -> Plain:
    def text(scheme: str, key: str) -> str:
        label = _known().get((scheme, key))
        return key if label is None else say.label(label)

    found: Plain = {}
    for field in attrs.fields(type(value)):
        inner = getattr(value, field.name)
        scheme = field.metadata.get("scheme")
        if scheme is None:
            if attrs.has(type(inner)) and isinstance(value, get_args(Fact)) and (deep := _labels(inner, say)):
                found[field.name] = deep
        elif isinstance(inner, str):
            found[field.name] = text(scheme, inner)
        elif isinstance(inner, tuple):
            found[field.name] = [text(scheme, key) for key in inner]
    return found
