"""What `to_dict` returns, as types for a type checker and as JSON Schema for whoever reads it elsewhere.

Texts are in the language that was asked for; days are ISO 8601. The fields of forms are described by
the forms themselves, and are any object here.
"""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Any, Final, Literal, TypedDict, Union, get_args, get_origin, get_type_hints, is_typeddict

from gezondsamen.errors import WrongKind, shown
from gezondsamen.exchange.markup import OWN_SPACE

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema that is written."""

OWN_SCHEMAS: Final = f"{OWN_SPACE}schema/"
"""How the `$id` of every schema begins."""


class NamedPlain(TypedDict):
    """A step: its key and what people call it."""

    key: str
    label: str


class PhasePlain(TypedDict):
    """A phase, as it is named in an answer; one that the process no longer has is of no kind."""

    key: str
    label: str
    stage: int | None
    kind: Literal["initial", "normal", "suspended", "final"] | None


class AboutPlain(TypedDict):
    """Whom or what something is about."""

    kind: Literal["party", "sector", "role", "matter"]
    id: str
    label: str


class SourcePlain(TypedDict):
    """A passage, and where it can be read."""

    text: str
    url: str | None
    read: str | None


class RequirementPlain(TypedDict):
    """A rule: what it says and asks, on what ground."""

    type: Literal["Requirement"]
    code: str
    name: str
    text: str
    asks: list[str]
    basis: str
    basis_label: str
    sources: list[SourcePlain]
    school_year: str | None
    choice: str | None
    waivable: bool


class FindingPlain(TypedDict):
    """What is missing: needed, found, about whom, and which condition says so."""

    needed: str | float | None
    found: str | float | None
    about: AboutPlain | None
    at: list[int]


class RemedyPlain(TypedDict):
    """What would repair a rule."""

    type: Literal["Remedy"]
    drafts: list[dict[str, Any]]
    wait_until: str | None
    waiver: bool
    lines: list[str]


class OutcomePlain(TypedDict):
    """How a rule came out, with the rule itself."""

    type: Literal["Outcome"]
    code: str
    name: str
    text: str
    asks: list[str]
    basis: str
    basis_label: str
    sources: list[SourcePlain]
    school_year: str | None
    choice: str | None
    waivable: bool
    status: Literal["met", "unmet", "waived", "advised", "note"]
    status_label: str
    findings: list[FindingPlain]
    lines: list[str]
    evidence: list[int]
    vacuous: bool
    later: list[int]
    remedy: RemedyPlain | None


class CheckPlain(TypedDict):
    """Whether a step may be taken; `concerns` says of what kind its `about` has to be."""

    type: Literal["Check"]
    trigger: NamedPlain
    phase: PhasePlain | None
    target: PhasePlain | None
    led_to: PhasePlain | None
    on: str
    track: str
    about: AboutPlain | None
    concerns: Literal["party"] | None
    possible: bool
    barred_by: int | None
    allowed: bool
    title: str
    summary: str
    outcomes: list[OutcomePlain]
    repair: list[dict[str, Any]]
    exits: list[NamedPlain]


class MomentPlain(TypedDict):
    """A moment of evaluation, with its reason."""

    type: Literal["Moment"]
    id: str
    on: str
    window: list[str]
    deadline: str
    track: str
    point: str
    label: str
    status: Literal["planned", "open", "held", "overdue", "provisional"]
    status_label: str
    process: str
    reason: str
    original: str
    held_in: int | None
    instrument: str | None
    evaluator: str | None
    basis: str
    source: SourcePlain
    choice: str | None


class WatchPlain(TypedDict):
    """How a phase stands on a day."""

    type: Literal["Watch"]
    phase: PhasePlain | None
    on: str
    track: str
    title: str
    summary: str
    outcomes: list[OutcomePlain]
    overdue: list[MomentPlain]
    outdated: list[str]


class ElsewherePlain(TypedDict):
    """An evaluation that answered another moment than it names, or none."""

    entry: int
    named: str
    answered: str | None
    text: str


class SchedulePlain(TypedDict):
    """The moments of a case."""

    type: Literal["Schedule"]
    case: str
    title: str
    on: str
    until: str
    moments: list[MomentPlain]
    elsewhere: list[ElsewherePlain]


class PlannedStepPlain(TypedDict):
    """A step of a plan, and the forms to fill in before it."""

    trigger: NamedPlain
    phase: PhasePlain | None
    target: PhasePlain | None
    drafts: list[dict[str, Any]]


class BarrierPlain(TypedDict):
    """A step that cannot be made possible, and the codes of the rules in the way."""

    phase: PhasePlain | None
    trigger: NamedPlain
    rules: list[str]


class PlanPlain(TypedDict):
    """The route to a phase, or the proof of none."""

    type: Literal["Plan"]
    start: PhasePlain | None
    to: PhasePlain | None
    on: str
    found: bool
    proven: bool
    barred_by: int | None
    steps: list[PlannedStepPlain]
    reached: list[PhasePlain | None]
    barriers: list[BarrierPlain]


class DuePlain(TypedDict):
    """A step that time has made due."""

    type: Literal["Due"]
    trigger: str
    track: str
    since: str
    check: CheckPlain


class VisitPlain(TypedDict):
    """A stay in a phase."""

    phase: str
    entered: str
    left: str | None
    trigger: str | None
    adopted: bool


class TrackPlain(TypedDict):
    """A track of a case: where it stands, and where it has been."""

    track: str
    process: str
    phase: PhasePlain | None
    visits: list[VisitPlain]


class PartyPlain(TypedDict):
    """A party; `labels` has the text of each of its words, by field."""

    type: Literal["Party"]
    id: str
    name: str
    kind: str
    sectors: list[str]
    internal: bool
    counts_as: str | None
    labels: dict[str, Any]


class CollaborationPlain(TypedDict):
    """A case: who takes part, and where its tracks stand."""

    type: Literal["Collaboration"]
    id: str
    title: str
    version: int
    parties: list[PartyPlain]
    tracks: list[TrackPlain]
    roles: list[dict[str, Any]]
    agreements: list[dict[str, Any]]
    contributions: list[dict[str, Any]]
    actions: list[dict[str, Any]]


class ProcessPhasePlain(TypedDict):
    """A phase of a process, with the codes of the rules watched in it."""

    key: str
    label: str
    kind: Literal["initial", "normal", "suspended", "final"]
    outcome: Literal["success", "early", "neutral"] | None
    stage: int | None
    watches: list[str]


class TransitionPlain(TypedDict):
    """A step of a process, with the codes of its rules."""

    source: str
    trigger: str
    target: str
    label: str
    concerns: Literal["party"] | None
    requires: list[str]
    advises: list[str]


class ProcessPlain(TypedDict):
    """A process: phases, steps and rules."""

    type: Literal["Process"]
    key: str
    label: str
    version: int
    phases: list[ProcessPhasePlain]
    transitions: list[TransitionPlain]
    requirements: dict[str, RequirementPlain]


PLAIN: Final[dict[str, Any]] = {
    cls.__name__.removesuffix("Plain"): cls
    for cls in (
        CheckPlain,
        CollaborationPlain,
        DuePlain,
        MomentPlain,
        OutcomePlain,
        PartyPlain,
        PlanPlain,
        ProcessPlain,
        RemedyPlain,
        RequirementPlain,
        SchedulePlain,
        WatchPlain,
    )
}
"""What `to_dict` makes of a value, by the name of its class."""


def plain_schema(kind: type[Any]) -> Schema:
    """Return the JSON Schema (draft 2020-12) of what `to_dict` returns for values of a class.

    Raises `WrongKind`, a `TypeError`, for a class that is not among `PLAIN`.

    >>> import gezondsamen as gs
    >>> plain_schema(gs.Check)["properties"]["allowed"]
    {'type': 'boolean'}
    """
    if not isinstance(kind, type) or kind.__name__ not in PLAIN:
        known = ", ".join(sorted(PLAIN))
        raise WrongKind("not-a-value", f"{shown(kind)} has no plain form; these have: {known}", shown(kind))
    return schema_named(kind.__name__)


def schema_named(name: str) -> Schema:
    """Return the schema of one of `PLAIN`, by its name."""
    definitions: dict[str, Schema] = {}
    root = _object(PLAIN[name], definitions)
    return {
        "$schema": DIALECT,
        "$id": f"{OWN_SCHEMAS}{name}Plain",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


_SIMPLE = {str: "string", bool: "boolean", int: "integer", float: "number", NoneType: "null"}


def _object(cls: Any, definitions: dict[str, Schema]) -> Schema:
    fields = get_type_hints(cls)
    return {
        "title": cls.__name__,
        "description": cls.__doc__,
        "type": "object",
        "properties": {name: _schema(kind, definitions) for name, kind in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }


def _schema(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if kind is Any:
        return {}
    if kind in _SIMPLE:
        return {"type": _SIMPLE[kind]}
    if is_typeddict(kind):
        name = kind.__name__
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _object(kind, definitions)
        return {"$ref": f"#/$defs/{name}"}
    given = get_args(kind)
    origin = get_origin(kind)
    if origin is Literal:
        return {"type": "string", "enum": list(given)}
    if origin is list:
        return {"type": "array", "items": _schema(given[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(given[1], definitions)}
    assert origin in (Union, UnionType), kind
    return {"anyOf": [_schema(member, definitions) for member in given]}
