"""How a fault is put in: part of the text of a function is another, or another stands in its place."""

from __future__ import annotations

import inspect
import sys
import textwrap
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final, Literal

import attrs

Patches = Iterator[Any]
"""What a fault puts in another's place: context managers, as `unittest.mock.patch` gives."""

Seed = Callable[[], Patches]
"""A fault: called, it yields its patches."""

FAULTS: Final = Path(__file__).with_name("faults.toml")


@attrs.frozen
class Fault:
    """Say what goes wrong in one room, and which sentence of the documentation it breaks, on which page.

    `kind` says whether faults of its kind stood in this suite before.
    """

    room: str
    name: str
    wrong: str
    breaks: str
    page: str
    kind: Literal["known", "new"]

    @property
    def id(self) -> str:
        """The name under which the fault is put in and found."""
        return f"{self.room}.{self.name}"


def faults() -> tuple[Fault, ...]:
    """Return every fault that was chosen, room by room."""
    rooms = tomllib.loads(FAULTS.read_text(encoding="utf-8"))
    return tuple(Fault(room, name, **told) for room, every in rooms.items() for name, told in every.items())


def altered(function: Any, *edits: tuple[str, str]) -> Seed:
    """Return the fault that a function runs with parts of its text replaced, wherever it is called from.

    Each edit is what stands in the text now, and what stands there with the fault. Raises `LookupError`
    when it does not stand there: then the function was changed, and the fault has to be put in anew.
    """

    def put() -> Patches:
        yield _running(function, _recompiled(function, edits))

    return put


@contextmanager
def _running(function: Any, code: Any) -> Iterator[None]:
    """Let a function run other code, wherever it is called from: in tables and under other names too."""
    right = function.__code__
    function.__code__ = code
    try:
        yield
    finally:
        function.__code__ = right


def _recompiled(function: Any, edits: tuple[tuple[str, str], ...]) -> Any:
    """Return the code of a function, decorators left out, with its text edited."""
    lines = textwrap.dedent(inspect.getsource(function)).splitlines()
    begins = next(n for n, line in enumerate(lines) if line.startswith("def "))
    text = "\n".join(lines[begins:])
    for old, new in edits:
        if old not in text:
            raise LookupError(f"{function.__qualname__} has no {old!r} any more")
        text = text.replace(old, new)
    text = "from __future__ import annotations\n" + text
    made: dict[str, Any] = {}
    exec(compile(text, f"<{function.__qualname__} with a fault>", "exec"), dict(function.__globals__), made)
    return made[function.__name__].__code__


def both(*seeds: Seed) -> Seed:
    """Return the fault of several together."""

    def put() -> Patches:
        for seed in seeds:
            yield from seed()

    return put


@contextmanager
def seeded(seed: Seed) -> Iterator[None]:
    """Put a fault in for the length of a `with`; nothing that was made under it is kept."""
    _forget()
    try:
        with ExitStack() as faulty:
            for change in seed():
                faulty.enter_context(change)
            yield
    finally:
        _forget()


def _forget() -> None:
    """Empty what the room of tests remembers, so that nothing made under a fault is kept."""
    for name, room in list(sys.modules.items()):
        if name.startswith("gezondsamen.testing"):
            for part in vars(room).values():
                if hasattr(part, "cache_clear"):
                    part.cache_clear()
