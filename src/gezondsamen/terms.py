"""The words that may be recorded: keys with labels, sorted in schemes.

A scheme is a list of choices (topics, roles, kinds of party, ...). The machinery knows the schemes;
the catalogue holds the terms of this field; a host adds its own through `Process.adapt(terms=...)`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import NoneType
from typing import Any, Final, TypeVar

import attrs

from gezondsamen.annotations import check_fields, hints, members
from gezondsamen.citations import Citation
from gezondsamen.errors import InvalidArgument, Problem, meant, shown
from gezondsamen.labels import Label

SCHEMES: Final = (
    "topic",
    "role",
    "party_kind",
    "side",
    "sector",
    "sector_group",
    "subject",
    "stance",
    "contact_kind",
    "evaluation_kind",
    "decision",
    "aspect",
    "contribution_kind",
    "contribution_status",
    "agreement_kind",
    "agreement_form",
    "clause",
)
"""The schemes a term can belong to."""

_Refusal = TypeVar("_Refusal", bound=InvalidArgument)

_KEY = re.compile(r"[a-z][a-z0-9_]*\Z")


def is_key(text: str) -> bool:
    """Tell whether a text is a key: lower-case snake_case, beginning with a letter."""
    return _KEY.match(text) is not None


def _check_key(_: object, __: object, value: Any) -> None:
    if not isinstance(value, str) or not is_key(value):
        raise ValueError(f"{shown(value)} is not a key: use lower-case snake_case, as in 'air_quality'")


def _check_scheme(_: object, __: object, value: str) -> None:
    if not isinstance(value, str) or value not in SCHEMES:
        raise ValueError(f"{shown(value)} is not a scheme: choose one of {', '.join(SCHEMES)}")


@attrs.frozen
class Term:
    """Name something that can be recorded: a key for machines, a label for people.

    `scheme` says which list of choices it extends (default: the topics of statements and numbers);
    `groups` are the wider groups it belongs to, such as the side of a kind of party. `definition`
    says what is meant in one phrase; `defined_by` is the passage that says so in other words, or None
    where the definition is that of whoever made the term. Of a role, `held_by` are the kinds of party
    that usually hold it, and `plays_in` the keys of the processes in which it plays; () is any. Of a
    topic, `counted` says that its amounts are never below zero. None of these counts in equality: a
    process with a better wording is the same process.

    >>> Term("air_quality", Label(nl="luchtkwaliteit", en="air quality")).scheme
    'topic'
    """

    key: str = attrs.field(validator=_check_key)
    label: Label
    scheme: str = attrs.field(default="topic", validator=_check_scheme)
    groups: tuple[str, ...] = ()
    definition: Label | None = attrs.field(default=None, eq=False, repr=False)
    defined_by: Citation | None = attrs.field(default=None, eq=False, repr=False)
    held_by: tuple[str, ...] = attrs.field(default=(), eq=False, repr=False)
    plays_in: tuple[str, ...] = attrs.field(default=(), eq=False, repr=False)
    counted: bool = attrs.field(default=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_fields(self)

    def __str__(self) -> str:
        return self.key


def to_key(value: str | Term) -> str:
    """Return the key of a term, or the key itself."""
    return value.key if isinstance(value, Term) else value


def maybe_key(value: str | Term | None) -> str | None:
    """Return the key of a term, the key itself, or None."""
    return value.key if isinstance(value, Term) else value


def to_keys(values: str | Term | Iterable[str | Term]) -> tuple[str, ...]:
    """Return keys of one term or several, in the order given."""
    if isinstance(values, str | Term):
        return (to_key(values),)
    if isinstance(values, type) or not hasattr(values, "__iter__"):
        raise InvalidArgument("wrong-type", f"give a key, or several, not {shown(values)}", shown(values))
    return tuple(map(to_key, values))


def of(scheme: str) -> Mapping[str, str]:
    """Return attrs metadata that marks a field as holding keys of this scheme.

    Whoever needs the words in a value (`words`) finds them by this mark.
    """
    if scheme not in SCHEMES:
        raise ValueError(f"{scheme!r} is not a scheme")
    return {"scheme": scheme}


_WORDLESS = frozenset((str, bool, int, float, date, NoneType))


_MARKED: dict[type, tuple[tuple[str, str | None], ...]] = {}


def _marked(cls: type[Any]) -> tuple[tuple[str, str | None], ...]:
    """Return (field, scheme) for marked fields and (field, None) for fields that may hold values."""
    found = _MARKED.get(cls)
    if found is None:
        kinds = hints(cls)
        found = _MARKED[cls] = tuple(
            (a.name, a.metadata.get("scheme"))
            for a in attrs.fields(cls)
            if "scheme" in a.metadata or not _WORDLESS.issuperset(members(kinds[a.name]))
        )
    return found


def words(value: Any) -> Iterable[tuple[str, str]]:
    """Yield (scheme, key) for every word that a value mentions, nested values included."""
    if isinstance(value, tuple):
        for item in value:
            yield from words(item)
        return
    if not attrs.has(type(value)) or isinstance(value, Term):
        return
    for name, scheme in _marked(type(value)):
        inner = getattr(value, name)
        if scheme is None:
            if inner is not None:
                yield from words(inner)
        elif isinstance(inner, str):
            yield scheme, inner
        elif isinstance(inner, tuple):
            for key in inner:
                yield scheme, key


def reworded(value: Any, word: Callable[[str, str], str]) -> Any:
    """Return a value with every word that it mentions replaced by `word(scheme, key)`."""
    changes: dict[str, Any] = {}
    for name, scheme in _marked(type(value)):
        inner = new = getattr(value, name)
        if scheme is None:
            new = reworded(inner, word) if attrs.has(type(inner)) else inner
        elif isinstance(inner, str):
            new = word(scheme, inner)
        elif isinstance(inner, tuple):
            new = tuple(word(scheme, key) for key in inner)
        if new != inner:
            changes[name] = new
    return attrs.evolve(value, **changes) if changes else value


LONGEST: Final = 100
"""Signs of a word that is compared with others; a longer one is no misspelt name."""

Choices = Iterable[str] | Mapping[str, Any]
"""Keys to choose from; where they map to labels, a word may be meant by its label too."""


def nearest(word: object, choices: Choices) -> str | None:
    """Return the choice that was probably meant by a word, if it is a text and one comes close.

    First whatever is the word but for capitals, then what it is the label of, in any language, or the
    beginning of the label; then what looks most like it.

    >>> nearest("gemeente", {"municipality": Label(nl="gemeente", en="municipality"), "government": None})
    'municipality'
    """
    if not isinstance(word, str) or not 0 < len(word) <= LONGEST:
        return None
    asked = word.casefold()
    keys = {key.casefold(): key for key in choices if isinstance(key, str)}
    if asked in keys:
        return keys[asked]
    labels = [(text.casefold(), key) for key, label in labels_of(choices) for text in label.texts()]
    for fits in (asked.__eq__, lambda text: text.startswith(f"{asked} ")):
        found = next((key for text, key in labels if fits(text)), None)
        if found is not None:
            return found
    close = difflib.get_close_matches(asked, keys, n=1, cutoff=0.6)
    if close:
        return keys[close[0]]
    close = difflib.get_close_matches(asked, dict(labels), n=1, cutoff=0.8)
    return dict(labels)[close[0]] if close else None


def labels_of(choices: Choices) -> Iterator[tuple[str, Label]]:
    """Yield the choices that have a label, with it."""
    if isinstance(choices, Mapping):
        for key, value in choices.items():
            if isinstance(value, Label):
                yield key, value


def unknown(error: type[_Refusal], what: str, word: str, choices: Choices, message: str) -> _Refusal:
    """Return the error of a word that is none of the choices, with the one that was probably meant."""
    found = nearest(word, choices)
    label = dict(labels_of(choices)).get(found) if found else None
    return error(f"unknown-{what}", message, word, nearest=found, label=label)


def unknown_in(where: str, code: str, word: str, choices: Iterable[str], message: str) -> Problem:
    """Return the problem of a word in a process that is none of the choices, with the nearest one."""
    found = nearest(word, choices)
    return Problem(code, where, message + meant(found, "; did you mean {!r}?"), word, found)
