"""JSON Schema of documents and facts, read off the classes and their annotations.

For hosts that check a stored document in another language, or draw a form for a fact. What a schema
cannot say (that a party has joined, that the laws of a process hold) is still found out by loading.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from enum import Enum
from functools import partial
from typing import Any, Final, Literal, TypeVar, get_args, get_origin

import attrs

from gezondsamen.annotations import hints
from gezondsamen.arguments import check, check_text
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.facts import Fact
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import WrongKind, shown
from gezondsamen.exchange.contract import DIALECT, OWN_SCHEMAS
from gezondsamen.exchange.converter import TAG, converter, is_tagged, is_union
from gezondsamen.exchange.documents import FORMAT, KINDS
from gezondsamen.exchange.form_schema import form_schema
from gezondsamen.exchange.scenes import STAGED
from gezondsamen.forms.form import Form
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.conditions import Condition
from gezondsamen.process.evaluation_points import Anchor
from gezondsamen.process.process import Process
from gezondsamen.scalars import PLAIN

UNTAGGED: Final = "Untagged"
"""What follows the name of a class in the definition of it without a tag, where there is one with a tag."""

Plain = dict[str, Any]

_UNIONS: dict[str, Any] = {"Fact": Fact, "Condition": Condition, "Anchor": Anchor}

# Patterns keep to what every dialect of regular expressions has: no \d, no \Z, no looking ahead.
_TEXTS: dict[Any, Plain] = {
    PLAIN["date"]: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    PLAIN["datetime"]: {
        "description": "A moment with its time zone.",
        "type": "string",
        "format": "date-time",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?"
        "(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)$",
    },
    Every: {
        "description": "A period as ISO 8601 text.",
        "type": "string",
        "pattern": "^P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$",
        "not": {"pattern": "^[^1-9]*$"},
        "examples": ["P3M", "P1Y6M"],
    },
}
"""Values that are written as text."""

_SIMPLE = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}


def json_schema(kind: Any = None, *, process: Process | None = None, lang: str | None = None) -> Plain:
    """Return the JSON Schema (draft 2020-12) of the documents of a kind of value, or of a fact.

    `kind` is a class, and the schema is that of the documents that `dumps` writes and `loads` reads;
    without `kind`, that of all documents. For a kind of fact, or `Fact`, it is that of the plain data
    that `fact_of` reads: what a form sends back. With `process` a word has to be one of its terms,
    and with `lang` each of these has its text as a title; without `process` any text is a word.

    Days have a pattern and a format: a validator that asserts formats also refuses 30 February. A class
    with and without a tag has two definitions, as `Stated` and `StatedUntagged`. Generators of types
    name these by their titles: leave `lang` to forms, since it gives each word a title.

    For a form (`Check.form`) it is that of what the form sends back, read by `Form.read`: it draws a form
    in a generator of forms, with every title in `lang`, by default English.

    Raises `WrongKind`, a `TypeError`, for what cannot be a document.

    >>> import gezondsamen as gs
    >>> form = json_schema(gs.Stated, process=gs.PPS, lang="en")
    >>> form["required"], form["properties"]["topic"]
    (['type', 'on', 'topic'], {'$ref': '#/$defs/topic'})
    >>> form["$defs"]["topic"]["oneOf"][0]
    {'const': 'purpose', 'title': 'purpose of the collaboration'}
    """
    if process is not None:
        check("process", process, Process, "a process, such as gs.PPS")
    check_text("lang", lang)
    if isinstance(kind, Form):
        return form_schema(kind, lang or "en")
    writer = _Writer(process, lang)
    root = writer.root(kind)
    writer.tag()
    whole = {**root, "$defs": dict(sorted(writer.definitions.items()))}
    return {"$schema": DIALECT, "$id": _address(whole, process), **whole}


def _address(schema: Plain, process: Process | None) -> str:
    """Return the `$id` of a schema; what a process narrows has a digest too, since its words may change."""
    if process is None:
        return f"{OWN_SCHEMAS}{schema['title']}"
    from hashlib import sha256  # here, so that importing the library stays light

    digest = sha256(json.dumps(schema).encode()).hexdigest()[:12]
    return f"{OWN_SCHEMAS}{schema['title']}/{process.key}/{digest}"


class _Writer:
    """Write schemas, and keep the definitions that they refer to.

    A class of a union bears its tag there and nowhere else; a class that stands in both ways has two
    definitions. Which those are is known at the end: `tag` then completes the `objects` and the
    `references` to them.

    Beside a reference stands nothing else, and no two definitions share a title: generators of types
    would make a second type of the same thing, and number it.
    """

    def __init__(self, process: Process | None, lang: str | None) -> None:
        self.process = process
        self.lang = lang
        self.used: set[tuple[str, bool]] = set()
        self.objects: list[tuple[str, Plain]] = []
        self.references: list[tuple[str, bool, Plain]] = []
        self.definitions: dict[str, Plain] = {}
        self.meant: dict[str, Any] = {}

    # --- whole schemas ---------------------------------------------------------------------------

    def root(self, kind: Any) -> Plain:
        if kind is None:
            documents = [self.document(cls) for cls in KINDS.values()]
            return {"title": "Document", "oneOf": documents}
        if kind == Fact:
            return self.one_of("Fact", Fact)
        name = getattr(kind, "__name__", None) or shown(kind)
        cls = KINDS.get(name) if isinstance(name, str) else None
        if cls is None or cls is not kind:
            message = f"{name} is not a kind of value of gezondsamen that can be a document"
            raise WrongKind("not-a-value", message, shown(kind))
        if cls in get_args(Fact):
            self.used.add((name, True))
            return self.object(cls)
        return self.document(cls)

    def document(self, cls: Any) -> Plain:
        properties: Plain = {
            "gezondsamen": {"const": cls.__name__},
            "format": {"type": "integer", "minimum": 1, "maximum": FORMAT},
        }
        if cls is Collaboration:
            parts = {"version": {"type": "integer"}, "fingerprint": {"type": "string"}}
            state = _closed({**parts, "rules": {"type": "string"}}, parts)
            properties["processes"] = {
                "description": "Version and fingerprints of each process, by its key.",
                "type": "object",
                "additionalProperties": state,
            }
            properties["entries"] = {"type": "array", "items": self.of(Entry), "minItems": 1}
        else:
            properties["value"] = self.of(cls)
        if cls in STAGED:
            names = {"type": "object", "additionalProperties": {"type": "string"}}
            scene = {
                "process": {"type": "string"},
                "names": names,
                "newcomers": {"type": "boolean"},
                "everyone": {"type": "array", "items": {"type": "string"}},
                "agreements": names,
            }
            properties["scene"] = {
                "description": "What texts need: the key of the process, the names of parties, who takes "
                "part, whether each party means a newcomer, and the titles of agreements.",
                **_closed(scene, ["process"]),
            }
        needed = [key for key in properties if key not in ("processes", "scene")]
        return {**_headed(cls), "title": f"{cls.__name__}Document", **_closed(properties, needed)}

    # --- parts of them ---------------------------------------------------------------------------

    def of(self, kind: Any, scheme: str | None = None) -> Plain:
        """Return the schema of one kind of value; `scheme` says of which words a text in it is one."""
        if kind is str and scheme is not None:
            return self.defined(scheme, scheme, lambda: self.words(scheme))
        if kind in _SIMPLE:
            return {"type": _SIMPLE[kind]}
        if kind in _TEXTS:
            text = {"title": kind.__name__, **_TEXTS[kind]}
            return self.defined(kind.__name__, kind, lambda: deepcopy(text))
        if kind is Label:
            texts: Plain = {"nl": {"type": "string"}, "en": {"type": "string"}}
            label = {**_headed(Label), **_closed(texts), "additionalProperties": {"type": "string"}}
            return self.defined("Label", Label, lambda: label)
        if isinstance(kind, TypeVar):
            return self.of(kind.__bound__)
        if get_origin(kind) is Literal:
            return {"enum": list(get_args(kind))}
        if get_origin(kind) is tuple:
            return self.listed(get_args(kind), scheme)
        if is_union(kind):
            return self.union(kind, scheme)
        if isinstance(kind, type) and issubclass(kind, Enum):
            choice = {**_headed(kind), "enum": [member.value for member in kind]}
            return self.defined(kind.__name__, kind, lambda: choice)
        if isinstance(kind, type) and attrs.has(kind):
            return self.reference(kind, tagged=False)
        raise TypeError(f"{kind!r} has no schema")

    def listed(self, members: tuple[Any, ...], scheme: str | None) -> Plain:
        if len(members) == 2 and members[1] is Ellipsis:
            return {"type": "array", "items": self.of(members[0], scheme)}
        parts = [self.of(member, scheme) for member in members]
        return {"type": "array", "prefixItems": parts, "items": False, "minItems": len(parts)}

    def union(self, kind: Any, scheme: str | None) -> Plain:
        members = list(get_args(kind))
        choices: list[Plain] = []
        for name, whole in _UNIONS.items():
            if set(get_args(whole)) <= set(members):
                choices.append(self.defined(name, whole, partial(self.one_of, name, whole)))
                members = [member for member in members if member not in get_args(whole)]
        tagged = is_tagged(kind)
        for member in members:
            if tagged and attrs.has(member) and member is not Every:
                choices.append(self.reference(member, tagged=True))
            else:
                choices.append(self.of(member, scheme))
        return choices[0] if len(choices) == 1 else {"anyOf": choices}

    def one_of(self, name: str, whole: Any) -> Plain:
        return {"title": name, "oneOf": [self.reference(cls, tagged=True) for cls in get_args(whole)]}

    def reference(self, cls: type[Any], *, tagged: bool) -> Plain:
        name = cls.__name__
        self.used.add((name, tagged))
        reference = self.defined(name, cls, lambda: self.object(cls))
        self.references.append((name, tagged, reference))
        return reference

    def tag(self) -> None:
        """Give every class that stands in a union its tag, and one without where it stands alone too."""
        for name, written in self.objects:
            if (name, True) in self.used:
                if (name, False) in self.used:
                    bare = f"{name}{UNTAGGED}"
                    self.definitions[bare] = {**written, "title": bare}
                written["properties"] = {TAG: {"const": name}, **written["properties"]}
                written["required"] = [TAG, *written["required"]]
        for name, tagged, reference in self.references:
            if not tagged and (name, True) in self.used:
                reference["$ref"] += UNTAGGED

    def object(self, cls: type[Any]) -> Plain:
        kinds = hints(cls)
        properties: Plain = {}
        needed = []
        for field in attrs.fields(cls):
            if not field.init or field.name == "scene":  # a document keeps the scene beside the value
                continue
            properties[field.name] = self.of(kinds[field.name], field.metadata.get("scheme"))
            if field.default is attrs.NOTHING:
                needed.append(field.name)
            elif field.default is not None:
                plain = converter(detailed=False).unstructure(field.default, kinds[field.name])
                inner = properties[field.name]
                properties[field.name] = ({"allOf": [inner]} if "$ref" in inner else inner) | {
                    "default": plain
                }
        written = {**_headed(cls), **_closed(properties, needed)}
        self.objects.append((cls.__name__, written))
        return written

    def words(self, scheme: str) -> Plain:
        title = f"{scheme} key".replace("_", " ")  # that of a role is no Role
        if self.process is None:
            return {"title": title, "description": "A key that the process knows.", "type": "string"}
        terms = self.process.vocabulary.get(scheme, {})
        if not terms:
            return {"title": title, "not": {}}
        if self.lang is None:
            return {"title": title, "enum": list(terms)}
        titled = [{"const": key, "title": term.label.text(self.lang)} for key, term in terms.items()]
        return {"title": title, "type": "string", "oneOf": titled}

    def defined(self, name: str, meant: Any, write: Callable[[], Plain]) -> Plain:
        if self.meant.setdefault(name, meant) != meant:
            raise TypeError(f"two definitions are called {name}: {self.meant[name]!r} and {meant!r}")
        if name not in self.definitions:
            self.definitions[name] = {}  # a condition can hold conditions
            self.definitions[name] = write()
        return {"$ref": f"#/$defs/{name}"}


def _closed(properties: Plain, needed: Iterable[str] | None = None) -> Plain:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties if needed is None else needed),
        "additionalProperties": False,
    }


def _headed(cls: type[Any]) -> Plain:
    """Return the name of a class and the first sentence of what it says of itself."""
    words = " ".join((cls.__doc__ or "").split())
    sentence = re.match(r".+?[.](?= |$)", words)
    return {"title": cls.__name__} | ({"description": sentence[0]} if sentence else {})
