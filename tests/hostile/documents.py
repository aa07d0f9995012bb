"""Documents that were documents until their data were put in disorder: by structure, and by their bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

import gezondsamen as gs
from tests.exchange.test_documents import EXAMPLES
from tests.hostile.choices import Choices
from tests.hostile.processes import small
from tests.support.golden_values import FOLDER

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d\Z")
_PERIOD: Final = re.compile(r"P[0-9YMWD]+\Z")

Path = tuple[str | int, ...]
"""Keys and numbers that lead to a place in plain data."""

KINDS: Final = ("cases", "processes", "other values")
"""What is put in disorder."""


@cache
def whole(kind: str) -> tuple[Any, ...]:
    """Return documents of a kind as plain data; each comes once, the short ones too."""
    if kind == "cases":
        return tuple(json.loads(path.read_bytes()) for path in sorted(FOLDER.glob("0.1/case-*.json")))
    if kind == "processes":
        return (json.loads(gs.dumps(small())),)
    return tuple(
        json.loads(gs.dumps(value))
        for value in EXAMPLES
        if not isinstance(value, gs.Process | gs.Collaboration)
    )


def deep(levels: int, of: str = "list") -> Any:
    """Return lists, or conditions, inside one another."""
    inner: Any = {"type": "PartyCount"}
    for _ in range(levels):
        inner = [inner] if of == "list" else {"type": "AnyOf", "conditions": [inner]}
    return inner


NUMBERS: Final = (
    0,
    1,
    -1,
    2,
    7,
    1.5,
    -0.0,
    1e308,
    10**6,
    10**9,
    -(10**9),
    2**63,
    10**30,
    10**400,
    float("nan"),
)
TEXTS: Final = (
    "",
    " ",
    "x",
    "\ud800",
    "\x00",
    "\u202e",
    "a\r\nb",
    "<b>",
    "x" * 200,
    "é" * 3000,
    '"',
    "$.value",
)
DAYS: Final = ("0001-01-01", "9999-12-31", "2024-02-29", "2023-02-29", "2024-01-08", "2024-13-01", "12-31")
MOMENTS: Final = ("2024-01-08T00:00:00+00:00", "0001-01-01T00:00:00+14:00", "20240108T093000,5Z")
PERIODS: Final = ("P1D", "P0D", "P9999Y", "P99999999999Y", "P1M", "P1Y6M2W3D", "PT1H")
LISTS: Final = deep(20)
OTHERS: Final[tuple[Any, ...]] = (
    None,
    True,
    False,
    [],
    {},
    [[]],
    {"type": "Stated"},
    {"nl": "", "en": ""},
    LISTS,
)
DEEP: Final = (deep(60), deep(150), deep(20, "conditions"), deep(45, "conditions"), deep(400))
VALUES: Final = (*NUMBERS, *TEXTS, *DAYS, *MOMENTS, *PERIODS, *OTHERS, *DEEP)
"""What is put in the place of anything."""


@cache
def words() -> tuple[str, ...]:
    """Return every short text that documents hold, keys included: likely words in unlikely places."""
    found = {
        text for kind in KINDS for document in whole(kind) for text in _texts(document) if len(text) < 40
    }
    return tuple(sorted(found))


def _texts(plain: Any) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    for inner in plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ():
        yield from _texts(inner)
    if isinstance(plain, dict):
        yield from plain


def place(plain: Any, choices: Choices) -> Path:
    """Return the path to some place below the root, mostly one where nothing lies below."""
    path: list[Any] = []
    while isinstance(plain, dict | list) and plain and not (path and choices.once_in(8)):
        keys: Any = list(plain) if isinstance(plain, dict) else range(len(plain))
        path.append(choices.among(keys))
        plain = plain[path[-1]]
    return tuple(path)


def at(plain: Any, path: Path) -> Any:
    """Return what stands at a place."""
    for key in path:
        plain = plain[key]
    return plain


def changed(plain: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """Return the data with what stands at a place changed; the data given stay as they are."""
    if not path:
        return change(plain)
    copied = plain.copy()
    copied[path[0]] = changed(plain[path[0]], path[1:], change)
    return copied


def _other(choices: Choices, than: object = None) -> Any:
    """Return another value: mostly one of the kind that stood there."""
    if choices.once_in(3):
        return choices.among(VALUES)
    if isinstance(than, bool):
        return not than
    if isinstance(than, int | float):
        return choices.among(NUMBERS)
    if isinstance(than, str) and _DAY.match(than):
        return choices.among(DAYS)
    if isinstance(than, str) and _PERIOD.match(than):
        return choices.among(PERIODS)
    return choices.among(words())


def _without(parent: Any, key: Any) -> Any:
    if isinstance(parent, dict):
        return {k: v for k, v in parent.items() if k != key}
    return parent[:key] + parent[key + 1 :]


def _doubled(parent: Any, key: Any, times: int) -> Any:
    if isinstance(parent, dict):
        return parent | {f"{key}_{n}": parent[key] for n in range(times)}
    return parent[:key] + [parent[key]] * times + parent[key:]


def _renamed(parent: Any, key: Any, word: Any) -> Any:
    if isinstance(parent, dict):
        return {(str(word) if k == key else k): v for k, v in parent.items()}
    return parent[key:] + parent[:key]


def disordered(plain: Any, choices: Choices) -> Any:
    """Return the data with one thing in another way: replaced, gone, doubled, renamed, swapped, wrapped."""
    path = place(plain, choices)
    if not path:
        return _other(choices)
    above, key = path[:-1], path[-1]
    way = choices.below(10)
    if way == 0:
        return changed(plain, above, lambda parent: _without(parent, key))
    if way == 1:
        times = choices.among((1, 2, 30))
        return changed(plain, above, lambda parent: _doubled(parent, key, times))
    if way == 2:
        word = _other(choices)
        return changed(plain, above, lambda parent: _renamed(parent, key, word))
    if way == 3:
        wrapped = choices.below(2)
        return changed(plain, path, lambda inner: [inner] if wrapped else {"nl": inner, "en": inner})
    if way <= 5:
        from_there = at(plain, place(plain, choices))
        return changed(plain, path, lambda _: from_there)
    return changed(plain, path, lambda inner: _other(choices, inner))


def document(kind: str, given: bytes) -> str:
    """Return the text of a document of a kind after one disorder, or a few."""
    choices = Choices(given)
    plain = choices.among(whole(kind))
    for _ in range(choices.among((1, 1, 1, 2, 4))):
        plain = disordered(plain, choices)
    return json.dumps(plain, ensure_ascii=False)


MEGABYTE: Final = 1_000_000


def large(given: bytes) -> str:
    """Return the text of a document in which one thing comes as often as a megabyte holds."""
    choices = Choices(given)
    kind = choices.among(KINDS)
    plain = choices.among(whole(kind))
    if choices.below(2):
        plain = disordered(plain, choices)
    path = place(plain, choices) or ("value",)
    inner = at(plain, path) if path[0] in plain else None
    size = len(json.dumps(inner)) + 2
    times = max((MEGABYTE - len(json.dumps(plain))) // (size + 12), 1)
    many: list[Callable[[Any], Any]] = [
        lambda inner: [inner] * times,
        lambda inner: {f"k{n}": inner for n in range(times)},
        lambda inner: str(inner) * times,
    ]
    if len(path) > 1 and choices.below(3):
        return json.dumps(changed(plain, path[:-1], lambda above: _doubled(above, path[-1], times)))
    return json.dumps(changed(plain, path, choices.among(many)) if isinstance(plain, dict) else plain)


SIGNS: Final = (b"", b"\x00", b"\xff", b'"', b"{", b"]", b",", b"1e", b"null", b"\xf0\x9f")
"""What is put between the bytes of a document."""


def noise(given: bytes) -> bytes:
    """Return the bytes of a document with some of them overwritten, left out, doubled or cut off."""
    choices = Choices(given)
    kind = choices.among(KINDS)
    text = json.dumps(choices.among(whole(kind)), ensure_ascii=False).encode()
    for _ in range(1 + choices.below(6)):
        where = choices.below(max(len(text), 1))
        some = choices.among(SIGNS)
        until = where + choices.among((0, 1, 1, 2, 5, 40, 10**6))
        text = text[:where] + some + (text[where:until] if choices.once_in(4) else b"") + text[until:]
    return text
