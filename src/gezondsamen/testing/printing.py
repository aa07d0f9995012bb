"""Printing: the shortest Python that makes a value again, for what a failing test prints.

The text is read with `from gezondsamen.testing import *`, `import gezondsamen as gs` and
`from datetime import date`; days that hypothesis prints by itself need `import datetime` as well.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from copy import copy
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Final, Protocol, get_args

import attrs
from hypothesis.vendor.pretty import for_type_by_name

import gezondsamen as gs
from gezondsamen.arguments import check
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.facts import Fact
from gezondsamen.dossier.parties import About, Party
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.periods import Every
from gezondsamen.phases import PROCESSES
from gezondsamen.process.process import Process
from gezondsamen.schedule.calendars import DutchCalendar, Weekends
from gezondsamen.terms import unknown

_OWN: Final[dict[str, Process]] = {}
"""Processes that do not ship, by the name under which `named` finds them."""


class Printer(Protocol):
    """The part of a pretty printer that is used here, as hypothesis and IPython have it."""

    def text(self, obj: str) -> None: ...

    def breakable(self, sep: str = " ") -> None: ...

    def group(self, indent: int = 0, open: str = "", close: str = "") -> AbstractContextManager[None]: ...


def named(name: str) -> Process:
    """Return the process that ships under a key, or one of your own that a strategy was made for.

    Raises `InvalidArgument` when no strategy was made yet for a process of that name.

    >>> named("pps") is gs.PPS
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


def written(value: Any) -> str:
    """Return the shortest Python for a value: no default is spelled out, a process goes by its name.

    >>> written(gs.Stated(date(2024, 1, 8), "purpose"))
    "gs.Stated(date(2024, 1, 8), 'purpose')"
    >>> written(gs.PPS)
    'gs.PPS'
    """
    if isinstance(value, Told):
        return str(value)
    if isinstance(value, Process):
        return _process(value)
    if value == gs.WEEKENDS:
        return "gs.WEEKENDS"
    if isinstance(value, datetime):
        return f"datetime.fromisoformat({value.isoformat()!r})"
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    if isinstance(value, Enum):
        return f"{_home(type(value))}{type(value).__name__}.{value.name}"
    if isinstance(value, tuple):
        inner = ", ".join(map(written, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if attrs.has(type(value)):
        return f"{_home(type(value))}{type(value).__name__}({', '.join(_arguments(value))})"
    return repr(value)


def _written(value: Any, printer: Printer, cycle: bool) -> None:
    printer.text(written(value))


def _named(case: Any, printer: Printer, cycle: bool) -> None:
    """Print a case that is not told as its name: a journal with its processes is thousands of lines."""
    printer.text(repr(case))


for _kind in (*get_args(Fact), Party, About, Every, Weekends, DutchCalendar):
    for_type_by_name(_kind.__module__, _kind.__name__, _written)
for_type_by_name(Collaboration.__module__, Collaboration.__name__, _named)


def _process(process: Process) -> str:
    """Return the public name of a process that ships, the constant that holds it, or a call of `named`."""
    if PROCESSES.get(process.key) == process:
        return f"gs.{process.key.upper()}"
    held = _held(process)
    return f"named({remember(process)!r})" if held is None else held[1]


def _held(process: Process) -> tuple[str, str] | None:
    """Return the module and the name of a constant that holds a process, or None."""
    for where, module in [(n, m) for n, m in sys.modules.items() if not n.startswith("gezondsamen")]:
        for name, value in list(getattr(module, "__dict__", {}).items()):
            if value is process and name.isupper() and not name.startswith("_"):
                return where, name
    return None


def imports_of(value: Any) -> set[str]:
    """Return the lines that import the names in what `written` gives for a value.

    >>> sorted(imports_of(gs.Stated(date(2024, 1, 8), "purpose")))
    ['from datetime import date', 'import gezondsamen as gs']
    """
    if isinstance(value, Process):
        held = _held(process=value)
        if PROCESSES.get(value.key) == value:
            return {"import gezondsamen as gs"}
        if held is None:
            return {"from gezondsamen.testing import named"}
        return set() if held[0] == "__main__" else {f"from {held[0]} import {held[1]}"}
    if isinstance(value, date):
        return {f"from datetime import {'datetime' if isinstance(value, datetime) else 'date'}"}
    if isinstance(value, tuple):
        return set().union(*map(imports_of, value))
    if attrs.has(type(value)) or isinstance(value, Enum):
        kind = type(value)
        home = "import gezondsamen as gs" if _home(kind) else f"from {kind.__module__} import {kind.__name__}"
        fields = attrs.fields(kind) if attrs.has(kind) else ()
        return {home}.union(*(imports_of(getattr(value, field.name)) for field in fields))
    return set()


def _home(cls: type) -> str:
    return "gs." if getattr(gs, cls.__name__, None) is cls else ""


def _arguments(value: Any) -> list[str]:
    """Return the arguments of a call that makes the value; by place until one is left out."""
    found, by_place = [], True
    for field in attrs.fields(type(value)):
        if not field.init:
            continue
        given = getattr(value, field.name)
        if field.default is not attrs.NOTHING and given == field.default:
            by_place = False
            continue
        by_place = by_place and not field.kw_only
        found.append(written(given) if by_place else f"{field.name}={written(given)}")
    return found


@attrs.frozen
class Told:
    """Pretty-print as a call: its name and its arguments."""

    call: str
    given: tuple[Any, ...]

    def __call__(self, printer: Printer, cycle: bool) -> None:
        """Write the call for a pretty printer, on several lines where it is long."""
        with printer.group(4, f"{self.call}(", ")"):
            for index, value in enumerate(self.given):
                if index:
                    printer.text(",")
                printer.breakable(" " if index else "")
                if isinstance(value, Told):
                    value(printer, cycle)
                else:
                    printer.text(written(value))

    def __str__(self) -> str:
        return f"{self.call}({', '.join(map(written, self.given))})"


def told(case: Collaboration, call: str, *given: Any) -> Collaboration:
    """Return the same case, that a failing test prints as the call that makes it, not as its journal.

    The case is equal to the one given. Pretty printers look for `_repr_pretty_`, and find it here on
    the case itself: whatever changes the case makes another one, without it.

    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="case", on=date(2024, 1, 8))
    >>> told(case, "canonical", gs.PPS) == case
    True
    """
    check("case", case, Collaboration, "a collaboration")
    case = Collaboration(case.processes, case.dossier)
    _tell(case, Told(call, given))
    return case


def _tell(value: object, call: Told) -> None:
    """Let a value be printed as a call: by pretty printers, and by those that observe every case drawn.

    The latter, HypoFuzz among them, ask for `to_json`, and else write the value out with all in it.
    """
    object.__setattr__(value, "_repr_pretty_", call)
    object.__setattr__(value, "to_json", call.__str__)


@cache
def named_and_told(name: str) -> Process:
    """Return a process equal to that of `named`, that a failing test prints as that call."""
    process = copy(named(name))
    _tell(process, Told("named", (name,)))
    return process


class Spelt:
    """Call a function that hypothesis prints under this name."""

    def __init__(self, name: str, function: Callable[..., Any]) -> None:
        self.name, self.function = name, function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.function(*args, **kwargs)

    def __repr__(self) -> str:
        return self.name
