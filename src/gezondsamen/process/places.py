"""Places: where in a process a value stands, as keys and numbers that lead to it in its document too.

What is wrong there is told by `laws` and `numbers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from gezondsamen.errors import Problem

Broken: TypeAlias = tuple[Problem, object, tuple[str | int, ...]]
"""A problem, the part of the process in which it lies, and the fields from there."""


Step = tuple[int, tuple[str | int, ...]]
"""The identity of the value above, and the field of it, with a number where the field holds several."""


def placed(process: Any, found: Iterable[Broken]) -> tuple[Problem, ...]:
    """Return the problems with the path to each; a part that stands in several places has that of the first.

    The process is only looked through where there is a problem.
    """
    listed = tuple(found)
    steps = _steps(process) if listed else {}
    return tuple(
        attrs.evolve(problem, path=(*_path(id(part), steps), *fields)) for problem, part, fields in listed
    )


def _steps(process: Any) -> dict[int, Step]:
    """Return the last step to each value inside a process, by the identity of the value."""
    found: dict[int, Step] = {}
    todo = [process]
    for value in todo:
        for attribute in attrs.fields(type(value)):
            for step, inner in _values(getattr(value, attribute.name), (attribute.name,)):
                if attrs.has(type(inner)) and id(inner) not in found and inner is not process:
                    found[id(inner)] = (id(value), step)
                    todo.append(inner)
    return found


def _values(value: Any, step: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if not isinstance(value, tuple):
        yield step, value
        return
    for number, item in enumerate(value):
        yield from _values(item, (*step, number))


def _path(part: int, steps: dict[int, Step]) -> tuple[str | int, ...]:
    """Return the path to a value, up from it step by step."""
    path: list[tuple[str | int, ...]] = []
    while part in steps:
        part, step = steps[part]
        path.append(step)
    return tuple(field for step in reversed(path) for field in step)
