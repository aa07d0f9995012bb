"""Documents: values as JSON text and back, exactly and strictly.

A document says what it holds and in which format version; one of any released version opens for ever.
A collaboration is kept as its journal, with key, version and fingerprint of each process beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, get_args

import attrs
from cattrs import ClassValidationError, IterableValidationError, transform_error
from cattrs.errors import ForbiddenExtraKeysError

from gezondsamen.citations import Citation, Work
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, Outcome
from gezondsamen.decision.planning import Plan
from gezondsamen.dossier.facts import Fact
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About, Party
from gezondsamen.drafts import Draft, Remedy
from gezondsamen.errors import (
    DocumentError,
    Fault,
    InvalidArgument,
    InvalidProcess,
    InvalidRecord,
    MissingExtra,
    ProcessChanged,
    UnknownTrigger,
    meant,
)
from gezondsamen.evaluation.factors import Factor
from gezondsamen.evaluation.instruments import Instrument
from gezondsamen.evaluation.results import Results
from gezondsamen.exchange.converter import TAG, UNIONS, WrongValue, converter
from gezondsamen.findings import Finding
from gezondsamen.labels import Label
from gezondsamen.monitoring import Watch
from gezondsamen.periods import Every
from gezondsamen.phases import PROCESSES
from gezondsamen.process.conditions import Limit, Parties, Same, Sectors
from gezondsamen.process.evaluation_points import EvaluationPoint, Window
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose.scene import Scene
from gezondsamen.renames import Renames
from gezondsamen.schedule.calendars import DutchCalendar, Weekends
from gezondsamen.schedule.moments import Moment, Schedule
from gezondsamen.terms import Term, nearest

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

STAGED: Final[tuple[Any, ...]] = (Check, Watch, Plan, Outcome)
"""Values whose texts need a scene: the process and the names of parties."""

Processes = Mapping[str, Process] | Iterable[Process]


def dumps(value: Any, *, indent: int | None = None) -> str:
    """Return a value as JSON text; raises `TypeError` for what is not a value of this library.

    >>> loads(dumps(Every(months=3)))
    Every(years=0, months=3, weeks=0, days=0)
    """
    kind = type(value).__name__
    if KINDS.get(kind) is not type(value):
        raise TypeError(f"{kind} is not a value of gezondsamen that can be a document")
    document: dict[str, Any] = {"gezondsamen": kind, "format": FORMAT}
    if isinstance(value, Collaboration):
        document["processes"] = {
            p.key: {"version": p.version, "fingerprint": p.fingerprint} for p in value.processes
        }
        document["entries"] = [_plain(entry) for entry in value.dossier.journal]
    else:
        document["value"] = _plain(value)
        scene = getattr(value, "scene", None)
        if scene is not None:
            document["scene"] = _plain_scene(scene)
    return json.dumps(document, ensure_ascii=False, indent=indent)


def loads(
    text: str | bytes,
    *,
    processes: Processes = PROCESSES,
    renames: Renames | Mapping[str, Any] | None = None,
    as_taken: bool = False,
) -> Any:
    """Return the value that a document holds; nothing is half loaded.

    `processes` are those that a collaboration may run through. `renames` says what words of a
    collaboration are called now, for each process under which it was kept: `{"pps": {"key": "pps-2",
    "phases": {old: new}, "triggers": ..., "points": ..., "rules": ..., "terms": {"topic": {old: new}}}}`;
    or `{old: new}` for a phase, trigger or process that stands for one thing only in the case. With
    `as_taken`, a step that leads elsewhere in the process at hand stays as it was taken, and
    `Collaboration.review` tells.

    Raises `DocumentError` with the faults found; `ProcessChanged` when the processes lack phases or
    triggers of the journal, or lead its steps elsewhere; `InvalidArgument` for renames that are
    ambiguous, or given for a value that is no collaboration.
    """
    document = _parsed(text)
    kind = document.get("gezondsamen")
    cls = KINDS.get(kind) if isinstance(kind, str) else None
    if cls is None:
        raise _fault("$.gezondsamen", "unknown-kind", f"{kind!r} is not a kind of document", str(kind))
    known = processes if isinstance(processes, Mapping) else {p.key: p for p in processes}
    if cls is Collaboration:
        _check_keys(document, {"gezondsamen", "format", "processes", "entries"}, {"entries"})
        if not isinstance(document.get("processes", {}), dict):
            raise _fault("$.processes", "wrong-type", "expected an object")
        return _collaboration(document, known, Renames.of(renames), as_taken=as_taken)
    if renames:
        raise InvalidArgument(
            "renames",
            f"renames are for a whole case, and this document holds a {kind}: give them to "
            "Collaboration.replay, with all entries of the case",
            "renames",
        )
    staged = {"scene"} if cls in STAGED else set()
    _check_keys(document, {"gezondsamen", "format", "value"} | staged, {"value"})
    value = _structured(document["value"], cls, "$.value")
    scene = document.get("scene")
    return value if scene is None else _with_scene(value, scene, known)


def fact_of(plain: Mapping[str, Any]) -> Fact:
    """Return the fact that plain data describes, as the form behind a remedy sends it back.

    Raises `DocumentError` when the data does not describe a fact.

    >>> fact_of({"type": "Stated", "on": "2024-01-10", "topic": "rationale", "text": "..."}).topic
    'rationale'
    """
    fact: Fact = _structured(dict(plain), Fact, "$")
    return fact


def _plain(value: Any) -> Any:
    c = converter(detailed=False)
    if isinstance(value, STAGED):
        value = _without_scene(value)
    return c.unstructure(value, type(value))


def _without_scene(value: Any) -> Any:
    if isinstance(value, Check | Watch):
        rows = tuple(attrs.evolve(row, scene=None) for row in value.outcomes)
        return attrs.evolve(value, outcomes=rows, scene=None)
    return attrs.evolve(value, scene=None)


def _plain_scene(scene: Scene) -> dict[str, Any]:
    plain: dict[str, Any] = {"process": scene.process.key, "names": dict(scene.names)}
    if scene.newcomers:
        plain["newcomers"] = True
    if scene.everyone:
        plain["everyone"] = list(scene.everyone)
    return plain


def _with_scene(value: Any, plain: Any, processes: Mapping[str, Process]) -> Any:
    key = str(plain.get("process")) if isinstance(plain, dict) else "?"
    if key not in processes:
        raise _fault("$.scene.process", "unknown-process", f"process {key!r} is not given")
    names = _structured(plain.get("names", {}), dict[str, str], "$.scene.names")
    newcomers = _structured(plain.get("newcomers", False), bool, "$.scene.newcomers")
    everyone = _structured(plain.get("everyone", []), tuple[str, ...], "$.scene.everyone")
    scene = Scene(processes[key], names, newcomers, everyone)
    if isinstance(value, Check | Watch):
        rows = tuple(attrs.evolve(row, scene=scene) for row in value.outcomes)
        return attrs.evolve(value, outcomes=rows, scene=scene)
    return attrs.evolve(value, scene=scene)


def _collaboration(
    document: dict[str, Any], processes: Mapping[str, Process], renames: Renames, *, as_taken: bool
) -> Collaboration:
    plain = document["entries"]
    if not isinstance(plain, list):
        raise _fault("$.entries", "wrong-type", "expected a list of entries")
    entries = _structured(plain, tuple[Entry, ...], "$.entries")
    try:
        return Collaboration.replay(processes, entries, renames=renames, as_taken=as_taken)
    except InvalidRecord as problem:
        raise _fault(_path_of(problem, plain), problem.code, problem.message) from None


def _path_of(problem: InvalidRecord, plain: list[Any]) -> str:
    """Return the path to the value at fault: as far as the entry, and the field that holds it."""
    if problem.index is None:
        return "$.entries"
    path = f"$.entries[{problem.index}]"
    return next(_paths_to(problem.offender, plain[problem.index], path), path)


def _paths_to(offender: str, plain: Any, path: str) -> Iterator[str]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield from _paths_to(offender, value, f"{path}.{key}")
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            yield from _paths_to(offender, value, f"{path}[{index}]")
    elif str(plain) == offender and not path.endswith(f".{TAG}"):
        yield path


# --- faults ------------------------------------------------------------------------------------------


def _fault(path: str, code: str, message: str, offender: str | None = None) -> DocumentError:
    hint = meant(nearest(offender, KINDS), "; did you mean {!r}?")
    return DocumentError((Fault(path, code, message + hint),))


def _parsed(text: str | bytes) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, UnicodeDecodeError) as problem:
        where = (
            f"line {problem.lineno}, column {problem.colno}"
            if isinstance(problem, json.JSONDecodeError)
            else "$"
        )
        raise _fault(where, "not-json", f"this is not JSON, or it breaks off: {problem}") from None
    except (TypeError, ValueError, RecursionError) as problem:
        raise _fault("$", "not-json", f"this is not a JSON text: {problem}") from None
    if not isinstance(document, dict):
        raise _fault("$", "not-a-document", "a document is an object with a key 'gezondsamen'")
    version = document.get("format")
    if type(version) is not int or version < 1:
        raise _fault("$.format", "no-format", f"the format is a whole number from 1, not {version!r}")
    if version > FORMAT:
        raise _fault(
            "$.format",
            "newer-format",
            f"format {version} is newer than {FORMAT}, the newest that is read here; update gezondsamen",
        )
    return document


def _check_keys(document: dict[str, Any], allowed: set[str], needed: set[str]) -> None:
    faults = [
        Fault(f"$.{key}", "unknown-key", f"a document of this kind has no {key!r}")
        for key in document
        if key not in allowed
    ]
    faults += [Fault("$", "missing-key", f"{key!r} is missing") for key in needed if key not in document]
    if faults:
        raise DocumentError(tuple(faults))


def _structured(plain: Any, cls: Any, path: str) -> Any:
    try:
        return converter(detailed=False).structure(plain, cls)
    except InvalidProcess as problem:
        raise DocumentError(tuple(Fault(p.where, p.code, p.message) for p in problem.problems)) from None
    except Exception:  # the detailed converter finds out what was wrong, and everything that was
        return _detailed(plain, cls, path)


def _detailed(plain: Any, cls: Any, path: str) -> Any:
    try:
        return converter(detailed=True).structure(plain, cls)
    except (ClassValidationError, IterableValidationError) as problem:
        lines = transform_error(problem, path=path, format_exception=_formatted)
        faults = []
        for line in dict.fromkeys(lines):
            message, _, where = line.rpartition(" @ ")
            code, _, words = message.partition(" ")
            if code == "missing-key":
                where = where.rpartition(".")[0]
            faults.append(Fault(where, code, words))
        raise DocumentError(tuple(faults)) from None
    except Exception as problem:
        code, _, words = _formatted(problem, None).partition(" ")
        raise DocumentError((Fault(path, code, words),)) from None


def _formatted(problem: BaseException, _: type | None) -> str:
    match problem:
        case WrongValue():
            return f"{problem.code} {problem}"
        case ForbiddenExtraKeysError():
            fields = [a.name for a in attrs.fields(problem.cl)] if attrs.has(problem.cl) else []
            parts = []
            for key in sorted(problem.extra_fields):
                parts.append(f"{key!r}{meant(nearest(key, fields), ' (did you mean {!r}?)')}")
            return f"unknown-key {problem.cl.__name__} has no key {', '.join(parts)}"
        case KeyError():
            return f"missing-key {problem.args[0]!r} is missing"
        case InvalidProcess():
            return f"invalid-process {'; '.join(map(str, problem.problems))}"
        case _:
            return f"wrong-value {problem}"
