"""JSON text and what it may hold: bounds of size, and no key twice in one object.

What the data mean stands in `documents`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from gezondsamen.arguments import check, check_number
from gezondsamen.exchange.faults import fault, step


def _check_bound(_: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is not None:
        check_number(field.name, value)


@attrs.frozen
class Bounds:
    """Bound what is read: the length of the text, how deep it nests, the entries of one journal.

    `length` counts bytes of bytes and signs of a text. None leaves a bound out. Raises `InvalidArgument`
    for a bound that is no whole number.
    """

    length: int | None = attrs.field(default=64_000_000, validator=_check_bound)
    depth: int | None = attrs.field(default=100, validator=_check_bound)
    entries: int | None = attrs.field(default=200_000, validator=_check_bound)

    def check_entries(self, entries: list[Any]) -> None:
        """Refuse a journal that is longer than is read."""
        if self.entries is not None and len(entries) > self.entries:
            raise fault("$.entries", "too-large", f"{len(entries)} entries; {self.entries} are read at most")

    def check_depth(self, plain: Any) -> None:
        """Refuse data that nest deeper than is read."""
        layer, depth = [plain], 0
        while layer and self.depth is not None:
            depth += 1
            if depth > self.depth:
                raise fault("$", "too-deep", f"this nests deeper than {self.depth}, which is read at most")
            layer = [
                inner
                for value in layer
                for inner in (value.values() if type(value) is dict else value if type(value) is list else ())
            ]


def parsed(text: str | bytes, bounds: Bounds) -> Any:
    """Return the data of a JSON text.

    Raises `DocumentError` for what is none, is too long, or has a key twice in one object.
    """
    check("bounds", bounds, Bounds, "Bounds")
    if bounds.length is not None and isinstance(text, str | bytes | bytearray) and len(text) > bounds.length:
        raise fault("$", "too-large", f"length {len(text)}; {bounds.length} is read at most")
    try:
        return json.loads(text, object_pairs_hook=_object)
    except _Twice:
        raise _doubled(text) from None
    except (json.JSONDecodeError, UnicodeDecodeError) as problem:
        where = (
            f"line {problem.lineno}, column {problem.colno}"
            if isinstance(problem, json.JSONDecodeError)
            else "$"
        )
        raise fault(where, "not-json", f"this is not JSON, or it breaks off: {problem}") from None
    except (TypeError, ValueError, RecursionError) as problem:
        raise fault("$", "not-json", f"this is not a JSON text: {problem}") from None


class _Twice(Exception):
    """Stop at a key that stands twice in one object: to take the last would be to guess."""


class _Doubled(dict[str, Any]):
    """Mark an object in which a key stands twice."""

    key: str


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Twice
    return found


def _marked(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = _Doubled(found)
    doubled.key = Counter(key for key, _ in pairs).most_common(1)[0][0]
    # What the last value hides may hold the fault, so all are looked through.
    doubled[doubled.key] = [value for key, value in pairs if key == doubled.key]
    return doubled


def _doubled(text: str | bytes) -> Exception:
    """Return the error of a text in which a key stands twice, with the first place of all."""
    try:
        data = json.loads(text, object_pairs_hook=_marked)
        path, key = next(_twice(data, "$"))
    except (ValueError, RecursionError, StopIteration):
        path, key = "$", "?"
    return fault(step(path, key), "duplicate-key", "this key stands twice in its object")


def _twice(plain: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(plain, _Doubled):
        yield path, plain.key
    for key, value in (
        plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    ):
        yield from _twice(value, step(path, key))
