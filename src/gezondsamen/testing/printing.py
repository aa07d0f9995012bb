"""Printing: the shortest Python that makes a value again, for what a failing test prints.

The text is read with `from gezondsamen.testing import *`, `import gezondsamen as gs` and
`from datetime import date`; days that hypothesis prints by itself need `import datetime` as well, conditions
`from gezondsamen.conditions import *`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
from gezondsamen.citations import Basis, Citation, Work
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, Outcome
from gezondsamen.decision.planning import Plan
from gezondsamen.digest import Digest
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import Fact
from gezondsamen.dossier.parties import About, Party
from gezondsamen.labels import Label
from gezondsamen.monitoring import Watch
from gezondsamen.periods import Every
from gezondsamen.phases import PROCESSES
from gezondsamen.process.conditions import Condition
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.schedule.calendars import DutchCalendar, Weekends
from gezondsamen.schedule.moments import Moment, Schedule
from gezondsamen.terms import Term
from gezondsamen.testing.names import held, named, place_of, remember, words_of
from gezondsamen.testing.vocabulary import requirement


class Printer(Protocol):
    """The part of a pretty printer that is used here, as hypothesis and IPython have it."""

    def text(self, obj: str) -> None: ...

    def breakable(self, sep: str = " ") -> None: ...

    def group(self, indent: int = 0, open: str = "", close: str = "") -> AbstractContextManager[None]: ...


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
    if isinstance(value, Phase | Transition | Requirement) and (name := place_of(value)):
        return name
    if isinstance(value, Requirement) and (name := _rule(value)):
        return name
    if value == gs.WEEKENDS:
        return "gs.WEEKENDS"
    if isinstance(value, datetime):
        return f"datetime.fromisoformat({value.isoformat()!r})"
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    if isinstance(value, Enum):
        return f"{_home(type(value))}{type(value).__name__}.{value.name}"
    if isinstance(value, tuple):
        if value and isinstance(value[0], Term) and (name := words_of(value)):
            return name
        inner = ", ".join(map(written, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if attrs.has(type(value)):
        return _call(f"{_home(type(value))}{type(value).__name__}", _arguments(value))
    return repr(value)


def _written(value: Any, printer: Printer, cycle: bool) -> None:
    printer.text(written(value))


def _named(value: Any, printer: Printer, cycle: bool) -> None:
    """Print what is not told as its short name: a journal with its processes is thousands of lines."""
    printer.text(repr(value))


_WRITTEN: Final = (
    *get_args(Fact),
    *get_args(Condition),
    *(Party, About, Every, Weekends, DutchCalendar, Label, Term, Citation, Work, Basis),
    *(Phase, Transition, Requirement, EvaluationPoint, Process),
)
"""What is printed as it is written, wherever it comes from."""

for _kind in _WRITTEN:
    for_type_by_name(_kind.__module__, _kind.__name__, _written)
for _kind in (Collaboration, Dossier, Schedule, Moment, Check, Outcome, Plan, Watch, Digest):
    for_type_by_name(_kind.__module__, _kind.__name__, _named)


def _process(process: Process) -> str:
    """Return a process that ships or that a constant holds by its name; one that was drawn at length.

    Any other is a call of `named`.
    """
    if PROCESSES.get(process.key) == process:
        return f"gs.{process.key.upper()}"
    if found := held(process):
        return found[1]
    drawn = _told(process)
    return f"named({remember(process)!r})" if drawn is None else str(drawn)


def _rule(rule: Requirement) -> str | None:
    """Return a rule that a constant holds by its name, one that was drawn as a call of `requirement`."""
    if found := held(rule):
        return found[1]
    number = rule.code.removeprefix("OWN-")
    if number.isdecimal() and len(number) < 4 and requirement(int(number), *rule.conditions) == rule:
        return _call("requirement", [("", int(number)), *(("", condition) for condition in rule.conditions)])
    return None


_OF_DRAWN: Final = {
    "import gezondsamen as gs",
    "from gezondsamen.conditions import *",
    "from gezondsamen.process.evaluation_points import OnPhase, OnSchoolYear",
    "from gezondsamen.testing import VOCABULARY, requirement",
}
"""The imports of a process that was drawn, whatever is in it."""


def _import_of(thing: Process | Requirement) -> set[str]:
    """Return the line that imports the constant that holds a process or a rule; none where none does."""
    found = held(thing)
    return set() if found is None or found[0] == "__main__" else {f"from {found[0]} import {found[1]}"}


def imports_of(value: Any) -> set[str]:
    """Return the lines that import the names in what `written` gives for a value.

    >>> sorted(imports_of(gs.Stated(date(2024, 1, 8), "purpose")))
    ['from datetime import date', 'import gezondsamen as gs']
    """
    if isinstance(value, Process):
        if PROCESSES.get(value.key) == value:
            return {"import gezondsamen as gs"}
        if held(value) is not None:
            return _import_of(value)
        if _told(value) is None:
            return {"from gezondsamen.testing import named"}
        return _OF_DRAWN.union(*map(_import_of, value.requirements.values()))
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


def _call(name: str, arguments: Iterable[tuple[str, Any]]) -> str:
    return f"{name}({', '.join(key + written(value) for key, value in arguments)})"


def _arguments(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the arguments of a call that makes the value, each with `name=` unless it goes by place.

    They go by place until one is left out.
    """
    by_place = True
    for field in attrs.fields(type(value)):
        if not field.init:
            continue
        given = getattr(value, field.name)
        if field.default is not attrs.NOTHING and given == field.default:
            by_place = False
            continue
        by_place = by_place and not field.kw_only
        yield "" if by_place else f"{field.name}=", given


@attrs.frozen
class Told:
    """Pretty-print as a call: its name, its arguments by place, and others with `name=`."""

    call: str
    given: tuple[Any, ...]
    named: tuple[tuple[str, Any], ...] = ()

    @property
    def _all(self) -> list[tuple[str, Any]]:
        return [*(("", value) for value in self.given), *self.named]

    def __call__(self, printer: Printer, cycle: bool) -> None:
        """Write the call for a pretty printer, on several lines where it is long."""
        _lay_out(printer, f"{self.call}(", self._all, ")")

    def __str__(self) -> str:
        return _call(self.call, self._all)


def _lay_out(printer: Printer, begin: str, parts: list[tuple[str, Any]], end: str) -> None:
    """Write the parts of a call or a tuple between its brackets."""
    with printer.group(4, begin, end):
        for index, (name, value) in enumerate(parts):
            if index:
                printer.text(",")
            printer.breakable(" " if index else "")
            if isinstance(value, Told):
                value(printer, False)
            elif isinstance(value, tuple) and len(value) > 1 and not words_of(value):
                _lay_out(printer, f"{name}(", [("", part) for part in value], ")")
            else:
                printer.text(name + written(value))


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


def _told(value: object) -> Told | None:
    """Return how a value was told, or None where it was not."""
    found = getattr(value, "_repr_pretty_", None)
    return found if isinstance(found, Told) else None


def at_length(process: Process) -> Process:
    """Return the same process, that a failing test prints as the call of its class.

    For one that was drawn: it goes by no name.
    """
    _tell(process, Told("gs.Process", (), tuple(_arguments(process))))
    return process


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
