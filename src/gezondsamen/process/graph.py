"""Questions about the bare graph of a process: what can be reached from where."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def reachable(start: Iterable[Node], arrows: Iterable[tuple[Node, Node]]) -> frozenset[Node]:
    """Return every node that can be reached from the start nodes, those included."""
    out: dict[Node, list[Node]] = {}
    for source, target in arrows:
        out.setdefault(source, []).append(target)
    seen = set(start)
    waiting = list(seen)
    while waiting:
        for target in out.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)
