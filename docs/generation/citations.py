"""Every citation of the library with where it stands, and what is wrong with those of the five sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

import gezondsamen as gs
from generation.mentions import MENTIONS
from generation.sources import Source
from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.definitions import PASSAGES
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.catalogue.instruments import INSTRUMENTS
from gezondsamen.catalogue.quantities import QUANTITIES
from gezondsamen.catalogue.role_profiles import ROLE_PROFILES
from gezondsamen.citations import Citation

CITING: Mapping[str, Any] = {
    "process": gs.PROCESSES,
    "term": TERMS,
    "definition": PASSAGES,
    "factor": FACTORS,
    "quantity": QUANTITIES,
    "role": ROLE_PROFILES,
    "instrument": INSTRUMENTS,
    "mention": MENTIONS,
}
"""All that cites, by what it is."""


def citations() -> dict[Citation, list[str]]:
    """Return every citation once, with the places in which it stands."""
    found: dict[Citation, list[str]] = {}
    for name, value in CITING.items():
        for path, citation in _within(value, (name,)):
            found.setdefault(citation, []).append(".".join(path))
    return found


def _within(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Citation]]:
    if isinstance(value, Citation):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _within(item, (*path, str(key)))
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from _within(item, (*path, _name(item)) if _name(item) else path)
    elif attrs.has(type(value)):
        for attribute in attrs.fields(type(value)):
            yield from _within(getattr(value, attribute.name), path)


def _name(value: Any) -> str:
    return str(getattr(value, "code", None) or getattr(value, "key", None) or getattr(value, "trigger", ""))


def problems(sources: Mapping[str, Source], cited: Iterable[Citation]) -> dict[Citation, list[str]]:
    """Return what is wrong with each citation of a source; those with which nothing is are left out."""
    checked = {x: sources[x.work.key].problems(x) for x in cited if x.work.key in sources}
    return {citation: found for citation, found in checked.items() if found}
