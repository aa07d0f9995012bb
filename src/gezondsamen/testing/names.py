"""Names: by which text finds a process again, a part of one that ships, a rule, the terms of a process."""

from __future__ import annotations

import sys
from typing import Any, Final

from gezondsamen.arguments import check
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.phases import PROCESSES
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import unknown
from gezondsamen.testing.vocabulary import VOCABULARY

_OWN: Final[dict[str, Process]] = {}
"""Processes that do not ship, by the name under which `named` finds them."""


def named(name: str) -> Process:
    """Return the process that ships under a key, or one of your own that a strategy was made for.

    Raises `InvalidArgument` when no strategy was made yet for a process of that name.

    >>> named("pps") is PROCESSES["pps"]
    True
    """
    check("name", name, str, "the key of a process")
    known = {**PROCESSES, **_OWN}
    if name not in known:
        message = f"no strategy was made for a process {shown(name)}."
        raise unknown(InvalidArgument, "process", name, known, message)
    return PROCESSES.get(name) or _OWN[name]


def remember(process: Process) -> str:
    """Return the name under which `named` finds a process from now on.

    That is its key, with a number where another process was first to have it.
    """
    check("process", process, Process, "a process")
    name, number = process.key, 1
    while (other := PROCESSES.get(name) or _OWN.get(name)) is not None:
        if other is process or other == process:
            return name
        number += 1
        name = f"{process.key}-{number}"
    _OWN[name] = process
    return name


def held(thing: Process | Requirement) -> tuple[str, str] | None:
    """Return the module and the name of a constant that holds a process or a rule, or None."""
    for where, module in [(n, m) for n, m in sys.modules.items() if not n.startswith("gezondsamen")]:
        for name, value in list(getattr(module, "__dict__", {}).items()):
            if value is thing and name.isupper() and not name.startswith("_"):
                return where, name
    return None


def place_of(part: Phase | Transition | Requirement) -> str | None:
    """Return where a part stands in a process that ships, as Python, or None.

    >>> place_of(PROCESSES["pps"].phases[0])
    "gs.PPS.phase('initiative')"
    """
    for key, process in PROCESSES.items():
        name = f"gs.{key.upper()}"
        match part:
            case Phase() if part in process.phases:
                return f"{name}.phase({part.key!r})"
            case Transition() if part in process.transitions:
                return f"{name}.transition({part.source!r}, {part.trigger!r})"
            case Requirement() if process.requirements.get(part.code) == part:
                return f"{name}.requirements[{part.code!r}]"
            case _:
                pass
    return None


def words_of(terms: tuple[Any, ...]) -> str | None:
    """Return the name of terms: those of drawn processes, or those of a process that ships."""
    if terms == VOCABULARY:
        return "VOCABULARY"
    return next((f"gs.{key.upper()}.terms" for key, other in PROCESSES.items() if other.terms == terms), None)
