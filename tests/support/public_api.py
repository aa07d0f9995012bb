"""The public names of the library and their signatures as lines of text, read from the source by griffe.

`python -m tests.support.public_api > tests/golden/public-api.txt` stores them, at each release.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import griffe

import gezondsamen

ROOMS = (
    "",
    ".catalogue",
    ".conditions",
    ".errors",
    ".exchange",
    ".exchange.tables",
    ".guidance",
    ".simulation",
    ".testing",
)
"""The modules whose names are promised: what they list in `__all__`, or bring in without an underscore."""

STILL_AT_THE_TOP = {"ALL_BUT_LAW", "Citation", "Entry", "Work", "to_machine"}
"""Names that `gezondsamen` listed in its first release, and that go on answering there unlisted."""


def inventory() -> list[str]:
    """Return one line for each public name, attribute and method, sorted."""
    package = griffe.load("gezondsamen", search_paths=[Path(gezondsamen.__file__).parents[1]])
    return sorted({line for room in ROOMS for line in _lines_of_room(package, room)})


def _lines_of_room(package: griffe.Object | griffe.Alias, room: str) -> Iterator[str]:
    module = package[room[1:]] if room else package
    for name, member in module.members.items():
        if module.exports is None:
            listed = not name.startswith("_") and (member.is_alias is (room == ".testing"))
        else:
            listed = name in module.exports or (not room and name in STILL_AT_THE_TOP)
        if listed and not member.is_module:
            yield from _lines(f"gezondsamen{room}.{name}", member)


def _lines(path: str, found: griffe.Object | griffe.Alias) -> Iterator[str]:
    thing = found.final_target if isinstance(found, griffe.Alias) else found
    match thing:
        case griffe.Class():
            yield path
            for name, member in thing.all_members.items():
                # A test that is inherited is called by pytest alone.
                if not name.startswith(("_", "test_")) and not member.is_module:
                    yield from _lines(f"{path}.{name}", member)
        case griffe.Function():
            yield path + thing.signature().removeprefix(thing.name)
        case griffe.Attribute():
            annotation = f": {thing.annotation}" if thing.annotation else ""
            yield f"{path}{annotation}"
        case _:
            yield path


if __name__ == "__main__":
    print("\n".join(inventory()))
