"""Annotations, resolved: which type each field of a class has, and whether a value is of a type.

Whoever asks for the type of a field asks here: `attrs` gives a text in some modules and a type in others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from gezondsamen.errors import WrongKind, shown
from gezondsamen.scalars import PLAIN, plain_day

_NAMES = {str: "a text", int: "a whole number", float: "a number", bool: "True or False", NoneType: "None"}


_HINTS: dict[type[Any], Mapping[str, Any]] = {}


def hints(cls: type[Any]) -> Mapping[str, Any]:
    """Return the resolved type of each annotated field of a class, by its name.

    >>> from gezondsamen.terms import Term
    >>> hints(Term)["groups"]
    tuple[str, ...]
    """
    found = _HINTS.get(cls)
    if found is None:
        found = _HINTS[cls] = MappingProxyType(get_type_hints(cls, None, PLAIN))
    return found


def members(kind: Any) -> tuple[Any, ...]:
    """Return the members of a union, or the type itself where it is none."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


@cache
def fits(kind: Any) -> Callable[[Any], bool]:
    """Return the test of whether a value is of a type; of a class in it only the class is looked at.

    A bool is no number, a datetime no date, and a whole number is a number.

    >>> fits(int | None)(None), fits(int | None)(True), fits(tuple[str, ...])(("a", 1))
    (True, False, False)
    """
    if kind is Any:
        return lambda value: True
    if len(members(kind)) > 1:
        tests = tuple(map(fits, members(kind)))
        return lambda value: any(test(value) for test in tests)
    if get_origin(kind) is Literal:
        choices = get_args(kind)
        return lambda value: isinstance(value, str) and value in choices
    if get_origin(kind) is tuple:
        return _tuple_of(get_args(kind))
    if kind is int or kind is float:
        wide = int if kind is int else (int, float)
        return lambda value: isinstance(value, wide) and not isinstance(value, bool)
    if kind is PLAIN["date"]:
        return lambda value: plain_day(value) is not None
    return lambda value: isinstance(value, kind)


def _tuple_of(kinds: tuple[Any, ...]) -> Callable[[Any], bool]:
    tests = tuple(fits(kind) for kind in kinds if kind is not Ellipsis)
    if kinds[-1] is Ellipsis:
        return lambda value: isinstance(value, tuple) and all(map(tests[0], value))
    return lambda value: (
        isinstance(value, tuple)
        and len(value) == len(tests)
        and all(test(item) for test, item in zip(tests, value, strict=True))
    )


def check_fields(value: object) -> None:
    """Refuse a value with a field that holds what its annotation does not allow.

    Raises `WrongKind`, naming class and field.
    """
    cls = type(value)
    for name, kind in hints(cls).items():
        inner = getattr(value, name)
        if not fits(kind)(inner):
            raise WrongKind("wrong-type", misfit(cls, name, inner), shown(inner))


def misfit(cls: type[Any], name: str, value: object) -> str:
    """Return what is wrong with a field that holds what its annotation does not allow."""
    return f"{cls.__name__}.{name} takes {told(hints(cls)[name])}, not {shown(value)}"


def told(kind: Any) -> str:
    """Return a type in words for people who write values, as in 'a whole number or Limit'."""
    if len(members(kind)) > 1:
        names = [told(member) for member in members(kind)]
        return f"{', '.join(names[:-1])} or {names[-1]}"
    if get_origin(kind) is Literal:
        return " or ".join(map(repr, get_args(kind)))
    if get_origin(kind) is tuple:
        inner = [told(member) for member in get_args(kind) if member is not Ellipsis]
        return f"a tuple of {', '.join(inner)}"
    name = _NAMES.get(kind) or getattr(kind, "__name__", None)
    return str(kind if name is None else name)
