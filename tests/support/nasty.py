"""A process of titles, keys and labels that formats choke on: quotes, markup, signs, reserved words."""

from __future__ import annotations

import gezondsamen as gs
from tests.support.builders import CITED, rule

TEXTS = (
    "zeg \"ja\" & 'nee'",
    "a < b > c </name>",
    "]]> <!-- x --> <![CDATA[",
    "regel een\nregel twee\r\nregel drie\rvier",
    "tab\there",
    "back\\slash \\N \\n \\G",
    "punt; komma, dubbel: punt:: ::: x",
    "&amp; &lt; #35; #quot; &#x26;",
    "%% opmerking %%{init: {}}%%",
    "--> [*] --> ==>",
    "end note",
    "direction LR",
    "<<fork>> {haak} [haak] (haak)",
    "é ü ß œ 😀 \U00020000",
    "שלום عالم",
    "\u202eomgekeerd\u202c \u200b",
    "bel\x07 verticaal\x0b \x1b[31m",
    "\u2028scheiding\u2029",
    "${naam} #{naam} {{ naam }} %(naam)s $$x$$",
    "'; DROP TABLE zaken; --",
    "  spaties  erom  heen  ",
    "a" * 300,
    "=cmd|' /C calc'!A0",
    '_:b0 <http://x> """ ^^xsd:date @nl',
)
"""Texts that a title or a label may hold."""

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
    "id",
)
"""Keys of phases and triggers that are words of some format or language."""


def nasty(text: str) -> gs.Label:
    return gs.Label(nl=text, en=text)


def nasty_process() -> gs.Process:
    """Return a process through all keys, one after the other, with a text on every phase and every step."""
    last = len(KEYS) - 1
    phases = [
        gs.Phase(
            key,
            nasty(TEXTS[n % len(TEXTS)]),
            kind="initial" if n == 0 else "final" if n == last else "normal",
            outcome="success" if n == last else None,
            watches=(rule(code=f"OWN-{n:02}", name=nasty(f"{n} {TEXTS[n % len(TEXTS)]}")),),
        )
        for n, key in enumerate(KEYS)
    ]
    steps = [
        phase.to(
            phases[n + 1],
            KEYS[-n - 1],
            label=nasty(TEXTS[-n % len(TEXTS)]),
            requires=(rule(code="NAS-01", name=nasty(TEXTS[0]), text=nasty(TEXTS[3]), citation=CITED),),
        )
        for n, phase in enumerate(phases[:-1])
    ]
    return gs.Process(
        key="nasty-1",
        label=nasty(TEXTS[0]),
        phases=phases,
        transitions=steps,
        terms=(gs.Term("state", nasty(TEXTS[1]), "role"), gs.Term("note", nasty(TEXTS[2]))),
    )
