"""A process of titles and keys that formats choke on: quotes, markup, signs, reserved words."""

from __future__ import annotations

import gezondsamen as gs
from tests.support.builders import CITED, rule
from tests.support.titles import HOSTILE_TITLES

KEYS = (
    "state",
    "note",
    "class",
    "default",
    "end",
    "style",
    "as",
    "click",
    "scale",
    "graph",
    "node",
    "edge",
    "subgraph",
    "strict",
    "digraph",
    "initial",
    "final",
    "parallel",
    "history",
    "process",
    "none",
    "self",
    "def",
    "classdef",
    "done",
    "entry",
    "exit",
    "transition",
    "lane",
    "import",
    "object",
    "id",
)
"""Keys of phases and triggers that are words of some format or language."""


def nasty(text: str) -> gs.Label:
    return gs.Label(nl=text, en=text)


def nasty_process() -> gs.Process:
    """Return a process through all keys, one after the other, each phase and each step under a title."""
    last = len(KEYS) - 1
    titles = [nasty(title) for title in HOSTILE_TITLES]
    phases = [
        gs.Phase(
            key,
            title,
            kind="initial" if n == 0 else "final" if n == last else "normal",
            outcome="success" if n == last else None,
            watches=(rule(code=f"OWN-{n:02}", name=nasty(f"{n} {title.nl}")),),
        )
        for n, (key, title) in enumerate(zip(KEYS, titles, strict=True))
    ]
    asked = rule(code="NAS-01", name=titles[0], text=titles[3], citation=CITED)
    steps = [
        phase.to(phases[n + 1], KEYS[-n - 1], label=titles[-n], requires=(asked,))
        for n, phase in enumerate(phases[:-1])
    ]
    return gs.Process(
        key="nasty-1",
        label=titles[0],
        phases=phases,
        transitions=steps,
        terms=(gs.Term("state", titles[1], "role"), gs.Term("note", titles[2])),
    )
