"""Faults: what is wrong with plain data, each with the path to it, and never more than a hundred.

A path is made of keys that are names and of numbers; any other key stands quoted in it, so that no key
can pass for a path.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import islice
from typing import Any, Final

import attrs
from cattrs import ClassValidationError, IterableValidationError
from cattrs.errors import ForbiddenExtraKeysError

from gezondsamen.errors import DocumentError, Fault, InvalidProcess, InvalidRecord, meant, shown
from gezondsamen.exchange.converter import BUDGET, TAG, Budget, WrongValue, converter
from gezondsamen.terms import nearest

_NAME: Final = re.compile(r"[A-Za-z_]\w{0,79}\Z", re.ASCII)
_MOST_KEYS: Final = 5
_LONGEST: Final = 500


def step(path: str, key: object) -> str:
    """Return the path to what stands under a key or at a place."""
    if type(key) is int:
        return f"{path}[{key}]"
    text = str(key)
    return f"{path}.{text}" if _NAME.match(text) else f"{path}[{shown(text, json.dumps)}]"


def fault(
    path: str, code: str, message: str, offender: str | None = None, choices: Iterable[str] = ()
) -> DocumentError:
    """Return the error of a document with one fault, with the choice that was probably meant."""
    hint = meant(nearest(offender, choices), "; did you mean {!r}?")
    return DocumentError((Fault(path, code, _cut(message) + hint),))


def check_keys(document: dict[str, Any], allowed: set[str], needed: set[str], path: str = "$") -> None:
    """Refuse an object with keys too many or too few."""
    extra = [key for key in document if key not in allowed]
    faults = [
        Fault(step(path, key), "unknown-key", f"a document of this kind has no {shown(key)}")
        for key in extra[:_MOST_KEYS]
    ]
    faults += [
        Fault(path, "missing-key", f"{key!r} is missing") for key in sorted(needed) if key not in document
    ]
    if faults:
        raise DocumentError(tuple(faults), max(0, len(extra) - _MOST_KEYS))


def structured(plain: Any, cls: Any, path: str) -> Any:
    """Return the value of a class that plain data describes; raises `DocumentError` with its faults."""
    try:
        return converter(detailed=False).structure(plain, cls)
    except InvalidProcess as problem:
        laws = (
            Fault(reduce(step, p.path, path), p.code, _cut(f"{p.where}: {p.message}"), p.offender, p.nearest)
            for p in problem.problems
        )
        raise DocumentError(
            tuple(islice(laws, Budget.MOST)), max(0, len(problem.problems) - Budget.MOST)
        ) from None
    except Exception:  # the detailed converter finds out what was wrong, and where
        return _detailed(plain, cls, path)


def path_of(problem: InvalidRecord, plain: list[Any], path: str) -> str:
    """Return the path to what a journal refused: the entry, and the field that holds the offender."""
    if problem.index is None:
        return path
    entry = step(path, problem.index)
    return next(_paths_to(problem.offender, plain[problem.index], entry), entry)


def _paths_to(offender: str, plain: Any, path: str) -> Iterator[str]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key != TAG:
                yield from _paths_to(offender, value, step(path, key))
    elif isinstance(plain, list):
        for index, value in enumerate(plain):
            yield from _paths_to(offender, value, step(path, index))
    elif str(plain) == offender:
        yield path


def _detailed(plain: Any, cls: Any, path: str) -> Any:
    budget = Budget()
    token = BUDGET.set(budget)
    try:
        return converter(detailed=True).structure(plain, cls)
    except Exception as problem:
        every = dict.fromkeys(_found(problem, path))
        listed = tuple(islice(every, Budget.MOST))
        raise DocumentError(listed, budget.more + len(every) - len(listed)) from None
    finally:
        BUDGET.reset(token)


def _found(problem: BaseException, path: str) -> Iterator[Fault]:
    """Yield the faults that a group of exceptions holds."""
    if isinstance(problem, ClassValidationError):
        named, bare = problem.group_exceptions()
        for inner, at in named:
            yield from _found(inner, path if isinstance(inner, KeyError) else step(path, at.name))
        for other in bare:
            yield from _found(other, path)
    elif isinstance(problem, IterableValidationError):
        placed, bare = problem.group_exceptions()
        for inner, place in placed:
            yield from _found(inner, step(path, place.index))
        for other in bare:
            yield from _found(other, path)
    elif not (isinstance(problem, WrongValue) and problem.code == Budget.SPENT):
        yield _fault_of(problem, path)


def _fault_of(problem: BaseException, path: str) -> Fault:
    match problem:
        case WrongValue():
            return Fault(path, problem.code, _cut(str(problem)))
        case ForbiddenExtraKeysError():
            fields = [a.name for a in attrs.fields(problem.cl)] if attrs.has(problem.cl) else []
            extra = sorted(problem.extra_fields)
            parts = [
                f"{shown(key)}{meant(nearest(key, fields), ' (did you mean {!r}?)')}"
                for key in extra[:_MOST_KEYS]
            ]
            more = f" and {len(extra) - _MOST_KEYS} more" if len(extra) > _MOST_KEYS else ""
            return Fault(path, "unknown-key", f"{problem.cl.__name__} has no key {', '.join(parts)}{more}")
        case KeyError():
            return Fault(path, "missing-key", f"{problem.args[0]!r} is missing")
        case InvalidProcess():
            return Fault(path, "invalid-process", _cut("; ".join(map(str, problem.problems))))
        case _:
            return Fault(path, "wrong-value", _cut(str(problem)))


def _cut(message: str) -> str:
    return message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
