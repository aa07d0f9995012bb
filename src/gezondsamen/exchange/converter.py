"""The strict converter between values and plain JSON data, made with cattrs.

cattrs coerces silently ("false" becomes True, 3.7 becomes 3, a text becomes a tuple of letters);
here nothing is coerced: a value has the type that the field says, or it is a fault.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin

import attrs
from cattrs import Converter, IterableValidationError
from cattrs.errors import IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from gezondsamen.annotations import hints
from gezondsamen.citations import Basis
from gezondsamen.dossier.facts import Fact
from gezondsamen.dossier.journal import Entry
from gezondsamen.errors import shown
from gezondsamen.forms.drafts import Draft
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.conditions import Condition
from gezondsamen.process.evaluation_points import Anchor
from gezondsamen.scalars import PLAIN

TAG = "type"
"""The key under which a value of a union says which kind it is."""


class Budget:
    """Count the faults that are still told one by one, and those beyond them."""

    MOST: Final = 100
    SPENT: Final = "spent"

    def __init__(self) -> None:
        self.left = self.MOST
        self.more = 0


BUDGET: Final[ContextVar[Budget]] = ContextVar("budget")
"""That of the document that is read in detail."""


class WrongValue(ValueError):
    """Say that a plain value does not fit, with a code for programs."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def _wrong(what: str, value: object) -> WrongValue:
    return WrongValue("wrong-type", f"expected {what}, found {shown(value)}")


def _text(value: object, _: object) -> str:
    if type(value) is not str:
        raise _wrong("a text", value)
    if not value.isascii():
        _check_pairs(value)
    return value


def _check_pairs(text: str) -> None:
    """Refuse a text with half of a pair of surrogates, which no host can keep as bytes."""
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        sign = f"U+{ord(text[problem.start]):04X}"
        raise WrongValue("unprintable", f"the text holds {sign}, which is no sign of a text") from None


def _truth(value: object, _: object) -> bool:
    if type(value) is not bool:
        raise _wrong("true or false", value)
    return value


def _whole(value: object, _: object) -> int:
    if type(value) is not int:
        raise _wrong("a whole number", value)
    return value


def _number(value: object, _: object) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):  # type: ignore[arg-type]
        raise _wrong("a number", value)
    return value  # type: ignore[return-value]


def _date(value: object, _: object) -> date:
    try:
        # of the ways to write ten signs that are read as a day, this one alone has dashes there
        if type(value) is str and len(value) == 10 and value[4] == value[7] == "-":
            day: date = PLAIN["date"].fromisoformat(value)
            return day
    except ValueError:
        pass
    raise _wrong("a date as in '2024-01-31'", value)


def _moment(value: object, _: object) -> datetime:
    moment: datetime | None = None
    try:
        if type(value) is str:
            moment = PLAIN["datetime"].fromisoformat(value)
    except ValueError:
        pass
    if moment is None or moment.tzinfo is None:
        raise _wrong("a moment with a time zone as in '2024-01-31T12:00:00+01:00'", value)
    return moment


def _period(value: object, _: object) -> Every:
    try:
        return Every.parse(_text(value, str))
    except WrongValue:
        raise
    except ValueError as problem:
        raise WrongValue("wrong-type", str(problem)) from None


def _label(value: object, _: object) -> Label:
    if not isinstance(value, dict) or not {"nl", "en"} <= value.keys():
        raise _wrong("a label with texts for 'nl' and 'en'", value)
    texts = {_text(lang, str): _text(text, str) for lang, text in value.items()}
    return Label(texts.pop("nl"), texts.pop("en"), tuple(texts.items()))


def _plain_label(label: Label) -> dict[str, str]:
    return {"nl": label.nl, "en": label.en, **dict(label.other)}


def is_union(kind: Any) -> bool:
    """Tell whether a type is a union, however it is written."""
    return get_origin(kind) in (Union, types.UnionType)


def _is_optional(kind: Any) -> bool:
    return is_union(kind) and type(None) in get_args(kind) and len(get_args(kind)) == 2


def is_tagged(kind: Any) -> bool:
    """Tell whether a union is told apart by tags: more than one of its members is a class of ours."""
    return is_union(kind) and sum(1 for member in get_args(kind) if attrs.has(member)) > 1


def _is_mixed(kind: Any) -> bool:
    return is_union(kind) and not _is_optional(kind) and not is_tagged(kind)


def _is_literal(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is Literal


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


@cache
def converter(*, detailed: bool) -> Converter:
    """Return the converter: a quick one, or a detailed one that finds every fault and where."""
    c = Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=detailed)
    for kind, hook in (
        (str, _text),
        (bool, _truth),
        (int, _whole),
        (float, _number),
        (PLAIN["date"], _date),
        (PLAIN["datetime"], _moment),
        (Every, _period),
        (Label, _label),
    ):
        c.register_structure_hook(kind, hook)
    c.register_unstructure_hook(PLAIN["date"], lambda day: day.isoformat())
    c.register_unstructure_hook(PLAIN["datetime"], lambda moment: moment.isoformat())
    c.register_unstructure_hook(Every, lambda period: period.iso)
    c.register_unstructure_hook(Label, _plain_label)
    # By name: a `StrEnum` is a text as well, and the hook of texts would take it.
    c.register_structure_hook(Basis, _choice)
    c.register_structure_hook_factory(_is_literal, _literal)
    c.register_structure_hook_factory(_is_tuple, lambda k: _tuple(c, k, detailed=detailed))
    c.register_structure_hook_factory(_is_mixed, lambda k: _mixed(c, k))
    c.register_unstructure_hook_factory(_is_mixed, lambda k: _unstructure_by_class(c))
    c.register_structure_hook_factory(is_tagged, lambda k: _tagged(c, k))
    c.register_unstructure_hook_factory(is_tagged, lambda k: _with_tag(c))
    c.register_structure_hook_factory(_is_optional, lambda k: _optional(c, k))
    c.register_structure_hook_factory(_is_ours, lambda k: _object(c, k, detailed=detailed))
    c.register_structure_hook(Draft, _draft(_object(c, Draft, detailed=detailed)))
    c.register_structure_hook(Entry, _object(c, Entry, detailed=detailed, fact=Fact))
    plain: dict[str, Any] = {"fact": override(unstruct_hook=_with_tag(c))}
    c.register_unstructure_hook(
        Entry, make_dict_unstructure_fn(Entry, c, _cattrs_omit_if_default=True, **plain)
    )
    return c


def _is_ours(kind: Any) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind not in (Every, Label, Entry)


def _object(c: Converter, kind: Any, *, detailed: bool, **known: Any) -> Callable[[object, object], Any]:
    """Structure an object of a class; the types of fields that are `known` are not looked up."""
    if not detailed:
        return _quick_object(c, kind, known)
    overrides = {name: _structured_as(c, inner) for name, inner in known.items()}
    structure: Any = make_dict_structure_fn(
        kind, c, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True, **overrides
    )

    def hook(value: object, _: object) -> Any:
        if type(value) is not dict:
            raise _wrong("an object", value)
        return structure(value, kind)

    return hook


def _structured_as(c: Converter, kind: Any) -> Any:
    structure = c.get_structure_hook(kind)
    return override(struct_hook=lambda value, _: structure(value, kind))


def _quick_object(c: Converter, kind: Any, known: Mapping[str, Any]) -> Callable[[object, object], Any]:
    """Structure an object by the keys that it has, and leave it to the class to miss others.

    Takes two thirds of the time of what cattrs writes, which looks for every field. What is wrong is
    found out by the detailed converter.
    """
    fields: dict[str, tuple[str, Callable[[Any, Any], Any], Any]] = {}

    def hook(value: object, _: object) -> Any:
        if type(value) is not dict:
            raise _wrong("an object", value)
        if not fields:  # now, and not before: a class can hold others of its own kind
            kinds = {**hints(kind), **known}
            for field in attrs.fields(kind):
                if field.init:
                    inner = kinds[field.name]
                    fields[field.name] = (field.alias, c.get_structure_hook(inner), inner)
        given = {}
        for key, plain in value.items():
            alias, structure, inner = fields[key]
            given[alias] = structure(plain, inner)
        return kind(**given)

    return hook


def _draft(structure: Callable[[object, object], Any]) -> Callable[[object, object], Any]:
    """Structure a draft, also one written when a blank bore the name of its field instead of a path."""

    def hook(value: object, kind: object) -> Any:
        if isinstance(value, dict) and isinstance(value.get("blanks"), list):
            fact = value.get("fact")
            joins = isinstance(fact, dict) and fact.get(TAG) == "PartyJoined"
            value = {**value, "blanks": [_with_path(blank, joins=joins) for blank in value["blanks"]]}
        return structure(value, kind)

    return hook


def _with_path(blank: object, *, joins: bool) -> object:
    if not isinstance(blank, dict) or not isinstance(blank.get("field"), str) or "path" in blank:
        return blank
    rest = {key: value for key, value in blank.items() if key != "field"}
    return {"path": [*(["party"] if joins else []), blank["field"]], **rest}


def _choice(value: object, kind: Any) -> Any:
    try:
        return kind(_text(value, str))
    except WrongValue:
        raise
    except ValueError:
        allowed = ", ".join(repr(member.value) for member in kind)
        raise WrongValue("wrong-value", f"{shown(value)} is not one of {allowed}") from None


def _literal(kind: Any) -> Callable[[object, object], Any]:
    allowed = get_args(kind)

    def hook(value: object, _: object) -> Any:
        if type(value) not in {type(x) for x in allowed} or value not in allowed:
            raise WrongValue("wrong-value", f"{shown(value)} is not one of {', '.join(map(repr, allowed))}")
        return value

    return hook


def _tuple(c: Converter, kind: Any, *, detailed: bool) -> Callable[[object, object], Any]:
    members = get_args(kind)
    if len(members) == 2 and members[1] is Ellipsis:

        def many(value: object, _: object) -> Any:
            if type(value) is not list:
                raise _wrong("a list", value)
            if detailed:
                return _each(c, value, members[0], kind)
            hook = c.get_structure_hook(members[0])
            return tuple([hook(item, members[0]) for item in value])

        return many

    def fixed(value: object, _: object) -> Any:
        if type(value) is not list or len(value) != len(members):
            raise _wrong(f"a list of {len(members)}", value)
        return tuple(c.structure(item, part) for item, part in zip(value, members, strict=True))

    return fixed


def _each(c: Converter, values: list[object], member: Any, kind: Any) -> tuple[Any, ...]:
    """Structure every member of a list; of what does not fit only the first is told, the rest is counted."""
    budget = BUDGET.get()
    thorough = c.get_structure_hook(member)
    quick = converter(detailed=False).get_structure_hook(member)
    found, problems, more = [], [], budget.more
    for index, value in enumerate(values):
        try:
            found.append((thorough if budget.left > 0 else quick)(value, member))
        except Exception as problem:
            if budget.left > 0:
                budget.left -= 1
                problem.__notes__ = [
                    *getattr(problem, "__notes__", ()),
                    IterableValidationNote(f"at {index}", index, kind),
                ]
                problems.append(problem)
            else:
                budget.more += 1
    if problems:
        raise IterableValidationError("members that do not fit", problems, kind)
    if budget.more > more:
        raise WrongValue(Budget.SPENT, "members that do not fit")
    return tuple(found)


def _optional(c: Converter, kind: Any) -> Callable[[object, object], Any]:
    inner = next(member for member in get_args(kind) if member is not type(None))
    hook = c.get_structure_hook(inner)
    return lambda value, _: None if value is None else hook(value, inner)


def _mixed(c: Converter, kind: Any) -> Callable[[object, object], Any]:
    """Structure a union of simple kinds and at most one class: told apart by the shape of the value."""
    members = get_args(kind)

    def hook(value: object, _: object) -> Any:
        if value is None and type(None) in members:
            return None
        if isinstance(value, dict):
            inner: Any = next((m for m in members if attrs.has(m) and m is not Every), None)
        elif isinstance(value, str):
            inner = str if str in members else Every if Every in members else None
        else:
            inner = float if float in members else int if int in members else None
        if inner is None:
            raise _wrong(" or ".join(getattr(m, "__name__", str(m)) for m in members), value)
        return c.structure(value, inner)

    return hook


def _unstructure_by_class(c: Converter) -> Callable[[Any], Any]:
    return lambda value: c.unstructure(value, type(value))


def _tagged(c: Converter, kind: Any) -> Callable[[object, object], Any]:
    members = get_args(kind)
    classes: Mapping[str, type] = {m.__name__: m for m in members if attrs.has(m) and m is not Every}
    hooks: dict[str, Callable[[Any, Any], Any]] = {}

    def hook(value: object, _: object) -> Any:
        if value is None and type(None) in members:
            return None
        if type(value) is not dict:
            if Every in members and isinstance(value, str):
                return _period(value, Every)
            if int in members or float in members:
                return _number(value, float) if float in members else _whole(value, int)
            raise _wrong("an object", value)
        name = value.get(TAG)
        cls = classes.get(name) if isinstance(name, str) else None
        if cls is None or name is None:
            raise WrongValue("unknown-tag", f"{TAG!r} is {shown(name)}; it takes one of {', '.join(classes)}")
        structure = hooks.get(name)
        if structure is None:
            structure = hooks[name] = c.get_structure_hook(cls)
        inner = value.copy()
        del inner[TAG]
        return structure(inner, cls)

    return hook


def _with_tag(c: Converter) -> Callable[[Any], Any]:
    def hook(value: Any) -> Any:
        if not attrs.has(type(value)) or isinstance(value, Every):
            return c.unstructure(value)
        return {TAG: type(value).__name__, **c.unstructure(value, type(value))}

    return hook


UNIONS: tuple[Any, ...] = (Fact, Condition, Anchor)
"""The closed unions, whose members can be documents of their own."""
