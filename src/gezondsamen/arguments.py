"""Arguments: what a call takes, told apart at the door from what it cannot work with.

A check here is one line in the call; the error says which argument it was, and shows its value in no
more than a line. What may enter a journal is checked by `admission`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from gezondsamen.errors import InvalidArgument, WrongKind, shown
from gezondsamen.scalars import plain_day

_Refusal = TypeVar("_Refusal", bound=InvalidArgument)
T = TypeVar("T")


def wrong(where: str, what: str, value: object, error: type[_Refusal]) -> _Refusal:
    """Return the error of an argument that is of another kind than a call takes."""
    return error("wrong-type", f"{where} takes {what}, not {shown(value)}", shown(value))


def check(
    where: str,
    value: object,
    kind: type[Any] | tuple[type[Any], ...],
    what: str,
    error: type[InvalidArgument] = InvalidArgument,
) -> None:
    """Refuse what is not of a class, or of one of several."""
    if not isinstance(value, kind):
        raise wrong(where, what, value, error)


def check_text(where: str, value: object, error: type[InvalidArgument] = InvalidArgument) -> None:
    """Refuse what is neither a text nor None."""
    check(where, value, (str, type(None)), "a text", error)


def check_number(where: str, value: object, error: type[InvalidArgument] = InvalidArgument) -> None:
    """Refuse what is no whole number; True and False are none."""
    if isinstance(value, bool) or not hasattr(value, "__index__") or isinstance(value, type):
        raise wrong(where, "a whole number", value, error)


def check_day(where: str, value: object) -> date:
    """Return a day as a plain date; refuse what is none, or has a time."""
    found = plain_day(value)
    if found is None:
        message = f"{where} takes a datetime.date, not {shown(value)}"
        raise InvalidArgument("not-a-date", message, shown(value))
    return found


def check_iterable(
    where: str, values: object, what: str, error: type[InvalidArgument] = InvalidArgument
) -> None:
    """Refuse what holds no values: a text holds none."""
    if isinstance(values, str | bytes | type) or not hasattr(values, "__iter__"):
        raise wrong(where, what, values, error)


def items(
    where: str,
    values: Iterable[Any],
    kind: type[T],
    what: str,
    error: type[InvalidArgument] = InvalidArgument,
) -> tuple[T, ...]:
    """Return values as a tuple; raises `InvalidArgument` for one of another class, and for no values."""
    check_iterable(where, values, what, error)
    found = tuple(values)
    for value in found:
        check(where, value, kind, what, error)
    return found


def sequence(where: str, values: Iterable[T]) -> tuple[T, ...]:
    """Return values as a tuple; raises `WrongKind` for what holds none. What they are is judged later."""
    check_iterable(where, values, "values in an order", WrongKind)
    return tuple(values)


def mapping(where: str, values: object) -> dict[Any, Any]:
    """Return a mapping as a dictionary, and None as an empty one; raises `InvalidArgument` for all else."""
    if values is None:
        return {}
    if not isinstance(values, Mapping):
        raise wrong(where, "a mapping", values, InvalidArgument)
    return dict(values)
