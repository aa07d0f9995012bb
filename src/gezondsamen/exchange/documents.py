"""Documents: values as JSON text and back, exactly and strictly.

A document says what it holds and in which format version; one of any released version opens for ever.
A collaboration is kept as its journal, with key, version and fingerprint of each process beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, get_args

import attrs
from typing_extensions import TypeVar

from gezondsamen.arguments import check_number, sequence
from gezondsamen.citations import Citation, Work
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, Outcome
from gezondsamen.decision.planning import Plan
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.commitments import Action, Contribution
from gezondsamen.dossier.facts import Fact, TrackOpened
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About, Party
from gezondsamen.dossier.roles import Role
from gezondsamen.errors import (
    DocumentError,
    Fault,
    InvalidArgument,
    InvalidProcess,
    InvalidRecord,
    MissingExtra,
    ProcessChanged,
    UnknownTrigger,
    WrongKind,
    shown,
)
from gezondsamen.evaluation.factors import Factor
from gezondsamen.evaluation.instruments import Instrument
from gezondsamen.evaluation.results import Results
from gezondsamen.exchange.converter import UNIONS, converter
from gezondsamen.exchange.faults import check_keys, fault, path_of, structured
from gezondsamen.exchange.headers import Header, check_run_through, plain_processes, processes_of
from gezondsamen.exchange.json_text import Bounds, parsed
from gezondsamen.exchange.labelled import LABELS
from gezondsamen.exchange.scenes import STAGED, plain_scene, with_scene, without_scene
from gezondsamen.findings import Finding
from gezondsamen.forms.drafts import Draft, Remedy
from gezondsamen.labels import Label
from gezondsamen.monitoring import Watch
from gezondsamen.periods import Every
from gezondsamen.phases import PROCESSES
from gezondsamen.process.conditions import Limit, Parties, Same, Sectors
from gezondsamen.process.evaluation_points import EvaluationPoint, Window
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.questions import by_key
from gezondsamen.renames import Renames
from gezondsamen.schedule.calendars import DutchCalendar, Weekends
from gezondsamen.schedule.moments import Moment, Schedule
from gezondsamen.terms import Term

FORMAT: Final = 1
"""The version of the document format that is written."""

KINDS: Final[dict[str, Any]] = {
    cls.__name__: cls
    for cls in (
        Collaboration,
        Process,
        Phase,
        Transition,
        Requirement,
        EvaluationPoint,
        Limit,
        Parties,
        Sectors,
        Same,
        Window,
        Check,
        Watch,
        Outcome,
        Plan,
        Moment,
        Schedule,
        DutchCalendar,
        Weekends,
        Finding,
        Remedy,
        Draft,
        Entry,
        Party,
        Role,
        Agreement,
        Contribution,
        Action,
        About,
        Label,
        Term,
        Work,
        Citation,
        Every,
        Factor,
        Instrument,
        Results,
        DocumentError,
        InvalidArgument,
        InvalidProcess,
        InvalidRecord,
        MissingExtra,
        ProcessChanged,
        UnknownTrigger,
        *(member for union in UNIONS for member in get_args(union)),
    )
}
"""The classes whose values can be a document of their own, by the name that the document bears."""

Processes = Process | Mapping[str, Process] | Iterable[Process]

T = TypeVar("T", default=Any)


def dumps(value: Any, *, indent: int | None = None) -> str:
    """Return a value as JSON text, each level of it `indent` signs further in (None: on one line).

    Raises `WrongKind`, a `TypeError`, for what is not a value of this library, and `InvalidArgument`
    for a text in it that is none: half of a pair of surrogates.

    >>> loads(dumps(Every(months=3)))
    Every(years=0, months=3, weeks=0, days=0)
    """
    kind = type(value).__name__
    if KINDS.get(kind) is not type(value):
        raise WrongKind("not-a-value", f"{kind} is not a value of gezondsamen that can be a document", kind)
    if indent is not None:
        check_number("indent", indent)
        indent = min(max(int(indent), 0), 16)
    document: dict[str, Any] = {"gezondsamen": kind, "format": FORMAT}
    if isinstance(value, Collaboration):
        document["processes"] = plain_processes(value.processes)
        document["entries"] = [_plain(entry) for entry in value.dossier.journal]
    else:
        document["value"] = _plain(value)
        scene = getattr(value, "scene", None)
        if scene is not None:
            document["scene"] = plain_scene(scene)
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        sign = f"U+{ord(text[problem.start]):04X}"
        message = f"a text of this {kind} holds {sign}, which is no sign of a text"
        raise InvalidArgument("unprintable", message, sign) from None
    return text


def loads(
    text: str | bytes,
    *,
    processes: Processes | None = None,
    renames: Renames | Mapping[str, Any] | None = None,
    as_: type[T] | None = None,
    as_taken: bool = False,
    bounds: Bounds = Bounds(),  # noqa: B008 - a frozen value
) -> T:
    """Return the value that a document holds; nothing is half loaded.

    `processes` is the process, or those that a collaboration may run through; None means all that
    ship (`PROCESSES`). `renames` says what words of a collaboration are called now, for each process
    under which it was kept: `{"pps": {"key": "pps-2", "phases": {old: new}, "triggers": ..., "points":
    ..., "rules": ..., "terms": {"topic": {old: new}}}}`; or `{old: new}` for a phase, trigger or process
    that stands for one thing only in the case. `as_` is the class that you expect: a type checker
    knows it from there. With `as_taken`, a step that leads elsewhere in the process at hand stays as it
    was taken, and `Collaboration.review` tells. `bounds` limit the length, the depth and the number of
    entries.

    Raises `DocumentError` with the faults found, also when the document holds another class than
    `as_`; `ProcessChanged` when the processes lack phases or triggers of the journal, or lead its
    steps elsewhere; `InvalidArgument` for renames that are ambiguous, or given for a value that is no
    collaboration.

    >>> loads(dumps(Every(months=3)), as_=Every).months
    3
    """
    value: T = _loaded(_document(text, bounds), processes, renames, as_, as_taken=as_taken, bounds=bounds)
    return value


def _loaded(
    document: dict[str, Any],
    processes: Processes | None,
    renames: Renames | Mapping[str, Any] | None,
    wanted: Any,
    *,
    as_taken: bool,
    bounds: Bounds,
) -> Any:
    kind = _kind(document)
    cls = KINDS[kind]
    if wanted not in (None, cls):
        name = getattr(wanted, "__name__", shown(wanted))
        raise fault("$.gezondsamen", "other-kind", f"the document holds a {kind}, not a {name}")
    known = PROCESSES if processes is None else by_key(processes)
    if cls is Collaboration:
        check_keys(document, {"gezondsamen", "format", "processes", "entries"}, {"entries"})
        if not isinstance(document["entries"], list):
            raise fault("$.entries", "wrong-type", "expected a list of entries")
        bounds.check_entries(document["entries"])
        return _collaboration(document, known, Renames.of(renames), as_taken=as_taken)
    if renames:
        raise InvalidArgument(
            "renames",
            f"renames are for a whole case, and this document holds a {kind}: give them to "
            "Collaboration.replay, with all entries of the case",
            "renames",
        )
    bounds.check_depth(document)
    staged = {"scene"} if cls in STAGED else set()
    check_keys(document, {"gezondsamen", "format", "value"} | staged, {"value"})
    value = structured(document["value"], cls, "$.value")
    if cls is Process:
        value = _binding(value)
    scene = document.get("scene")
    return value if scene is None else with_scene(value, scene, known)


def _binding(process: Process) -> Process:
    """Return the life of an agreement with the phases marked in which it binds, as those that ship are.

    Documents of 0.1 have no such marks: without them no agreement would ever be in force.
    """
    if process.subject != "agreement" or any(phase.in_force for phase in process.phases):
        return process
    keys = {phase.key for shipped in PROCESSES.values() for phase in shipped.phases if phase.in_force}
    phases = tuple(attrs.evolve(phase, in_force=phase.key in keys) for phase in process.phases)
    return attrs.evolve(process, phases=phases)


def header(text: str | bytes, *, bounds: Bounds = Bounds()) -> Header:  # noqa: B008 - a frozen value
    """Return what a document says about itself, without reading the value that it holds.

    Raises `DocumentError` when the text is no document, or its header is malformed.

    >>> from gezondsamen.examples import load
    >>> kept = header(dumps(load("EX-03").case))
    >>> kept.kind, [x.process for x in kept.processes], kept.deviations(PROCESSES)
    ('Collaboration', ['integral'], ())
    """
    document = _document(text, bounds)
    return Header(_kind(document), document["format"], processes_of(document.get("processes", {})))


def _kind(document: dict[str, Any]) -> str:
    kind = document.get("gezondsamen")
    if not isinstance(kind, str) or kind not in KINDS:
        raise fault(
            "$.gezondsamen", "unknown-kind", f"{shown(kind)} is no kind of document", str(kind), KINDS
        )
    return kind


def entries_of(
    texts: Iterable[str | bytes],
    *,
    bounds: Bounds = Bounds(),  # noqa: B008 - a frozen value
) -> tuple[Entry, ...]:
    """Return the entries that documents hold, one in each, as rows of a database keep them.

    The same as `loads` of each, at half the time. Raises `DocumentError` with the faults found; a path
    begins with the place of the document: `$[3].fact.party`.

    >>> from gezondsamen.examples import load
    >>> case = load("EX-03").case
    >>> entries_of(dumps(entry) for entry in case.entries_after(0)) == case.entries_after(0)
    True
    """
    values = []
    for text in sequence("texts", texts):
        document = _document(text, bounds)
        kind = _kind(document)
        if kind != "Entry":
            raise fault("$.gezondsamen", "other-kind", f"the document holds a {kind}, not an Entry")
        check_keys(document, {"gezondsamen", "format", "value"}, {"value"})
        values.append(document["value"])
    entries: tuple[Entry, ...] = structured(values, tuple[Entry, ...], "$")
    return entries


def fact_of(plain: Mapping[str, Any]) -> Fact:
    """Return the fact that plain data describes, as the form behind a remedy sends it back.

    Raises `DocumentError` when the data does not describe a fact.

    >>> fact_of({"type": "Stated", "on": "2024-01-10", "topic": "rationale", "text": "..."}).topic
    'rationale'
    """
    if not isinstance(plain, Mapping):
        raise fault("$", "wrong-type", f"expected an object, found {shown(plain)}")
    bare = {key: value for key, value in plain.items() if key != LABELS}
    fact: Fact = structured(bare, Fact, "$")
    return fact


def _plain(value: Any) -> Any:
    c = converter(detailed=False)
    if isinstance(value, STAGED):
        value = without_scene(value)
    return c.unstructure(value, type(value))


def _collaboration(
    document: dict[str, Any], processes: Mapping[str, Process], renames: Renames, *, as_taken: bool
) -> Collaboration:
    kept, plain = processes_of(document.get("processes", {})), document["entries"]
    entries = structured(plain, tuple[Entry, ...], "$.entries")
    named = {e.fact.process for e in entries if type(e.fact) is TrackOpened}
    # Those that ship are made when they are asked for: who reads one case does not wait for all of them.
    here = {key: processes[key] for key in named} if named <= processes.keys() else processes
    try:
        case = Collaboration.replay(here, entries, renames=renames, as_taken=as_taken)
    except InvalidRecord as problem:
        where = path_of(problem, plain, "$.entries")
        found = Fault(
            where, problem.code, problem.message, problem.offender, problem.nearest, values=problem.values
        )
        raise DocumentError((found,)) from None
    check_run_through(kept, named)
    return case


def _document(text: str | bytes, bounds: Bounds) -> dict[str, Any]:
    document = parsed(text, bounds)
    if not isinstance(document, dict):
        raise fault("$", "not-a-document", "a document is an object with a key 'gezondsamen'")
    version = document.get("format")
    if type(version) is not int or version < 1:
        raise fault("$.format", "no-format", f"the format is a whole number from 1, not {shown(version)}")
    if version > FORMAT:
        raise fault(
            "$.format",
            "newer-format",
            f"format {shown(version)} is newer than {FORMAT}, the newest read here; update gezondsamen",
        )
    return document
