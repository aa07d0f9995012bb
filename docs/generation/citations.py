"""Every citation of the library with where it stands, and a check of those that cite the five sources.

From `docs`, with the folder that holds the texts of the sources:

    python -m generation.citations FOLDER

It prints each citation that cannot be looked up, and exits with 1 where there is one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

import gezondsamen as gs
from generation.mentions import MENTIONS
from generation.sources import WORKS, Source, read_sources
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


def main(arguments: list[str]) -> int:
    """Check every citation against the texts in a folder, print what is wrong, and return the exit code."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    cited = citations()
    of_a_source = [x for x in cited if x.work in WORKS]
    wrong = problems(read_sources(Path(arguments[0]), cited), cited)
    for citation, found in wrong.items():
        print(f"{citation.text()}: {'; '.join(found)} ({', '.join(cited[citation])})")
    print(f"{len(of_a_source)} citations of the five sources, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
