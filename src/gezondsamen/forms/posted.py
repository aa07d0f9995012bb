"""What was posted: texts by name, however a browser, a framework or a generator of forms sends them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gezondsamen.errors import InvalidArgument, shown

Posted = dict[str, tuple[str, ...]]

_NOT = ("", "false", "off", "0", "no", "nee")
"""What a box says that is not ticked."""


def flat(posted: Mapping[str, Any]) -> Posted:
    """Return what was posted as texts by name; nested plain data gets the names that a browser posts."""
    if not isinstance(posted, Mapping) and not hasattr(posted, "getlist"):
        raise InvalidArgument(
            "wrong-type", f"read takes a mapping of names, not {shown(posted)}", shown(posted)
        )
    found: Posted = {}
    several = getattr(posted, "getlist", None)
    for name in posted:
        value = posted[name] if several is None else several(name)
        if isinstance(value, Mapping):
            for inner, texts in flat(value).items():
                found[str(name) if inner == "confirmed" else f"{name}.{inner}"] = texts
        else:
            found[str(name)] = tuple(_texts(str(name), value))
    return found


def _texts(name: str, value: Any) -> Iterator[str]:
    match value:
        case None | False:
            yield ""
        case True:
            yield "on"
        case str():
            yield value
        case int() | float():
            yield str(value)
        case list() | tuple():
            for item in value:
                yield from _texts(name, item)
        case _:
            raise InvalidArgument(
                "wrong-type", f"{name!r} is posted as {shown(value)}, which is no text", name
            )


def ticked(texts: tuple[str, ...]) -> bool:
    """Tell whether a box is ticked: any text but those that say it is not."""
    return any(text.strip().lower() not in _NOT for text in texts)
