"""Questions about the bare graph of a process: what can be reached from where."""

from __future__ import annotations

from collections.abc import Iterable


def reachable(start: Iterable[str], arrows: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return every node that can be reached from the start nodes, those included."""
    out: dict[str, list[str]] = {}
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
