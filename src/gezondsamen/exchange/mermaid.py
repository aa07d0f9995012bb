"""Diagrams of a process in Mermaid, which many pages and editors draw as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gezondsamen.arguments import check
from gezondsamen.exchange.drawn import drawn, numbered
from gezondsamen.exchange.markup import in_one_line
from gezondsamen.language import language_of
from gezondsamen.process.process import Process

_SIGNS = str.maketrans({'"': "'", ":": " -", ";": ",", "<": "\u2039", ">": "\u203a"})
_WORDS = re.compile(r"%(?=%)|\bend(?= +note\b)|\bdirection(?= +(?:tb|bt|lr|rl)\b)", re.IGNORECASE)
"""What Mermaid reads as its own within a text: comments, the end of a note, a direction."""


def to_mermaid(
    process: Process, *, lang: str = "nl", phase: str | None = None, visited: Iterable[str] = ()
) -> str:
    """Return a Mermaid state diagram of a process; `phase` is marked as the present one.

    Phases in `visited` are grey: `[visit.phase for visit in case.visits]`.

    The state of a phase is called `phase_` and its key, so that no key is a word of Mermaid. Exceptional
    steps that lead out of many phases, and phases to rest in that only such steps lead to, stand in a
    note, unless they have to do with the present phase.

    Raises `UnknownPhase` when the process has no such phase, present or visited, and
    `InvalidArgument` for a language without texts.

    >>> from gezondsamen.phases import PPS
    >>> print(to_mermaid(PPS).splitlines()[0])
    stateDiagram-v2
    """
    check("process", process, Process, "a process, such as gs.PPS")
    say = language_of(lang)
    lines = ["stateDiagram-v2", f"    [*] --> {state(process.initial)}"]
    shown = drawn(process, say, current=phase, visited=visited)
    for place in shown.phases:
        name = numbered(place, say.label(place.label))
        lines.append(f'    state "{_plain(name, place.key)}" as {state(place.key)}')
    for t in shown.transitions:
        lines.append(f"    {state(t.source)} --> {state(t.target)} : {_plain(say.label(t.label), t.trigger)}")
    lines += [f"    {state(place.key)} --> [*]" for place in shown.phases if place.kind == "final"]
    if shown.notes:
        notes = [f"        {_plain(note, '-')}" for note in shown.notes]
        lines += [f"    note left of {state(process.initial)}", *notes, "    end note"]
    if shown.visited:
        grey = ",".join(state(place.key) for place in shown.phases if place.key in shown.visited)
        lines += ["    classDef visited fill:#e6e6e6,color:#1f1f1f", f"    class {grey} visited"]
    if phase is not None:
        lines += [
            "    classDef present stroke-width:4px,font-weight:bold",
            f"    class {state(phase)} present",
        ]
    return "\n".join(lines) + "\n"


def state(key: str) -> str:
    """Return the name of the state of a phase; a bare key may be a word of Mermaid, such as `note`."""
    return f"phase_{key}"


def _plain(text: str, otherwise: str) -> str:
    """Return a text in one line without what Mermaid reads as its own; `otherwise` where nothing is left."""
    line = in_one_line(text.translate(_SIGNS))
    return _WORDS.sub(r"\g<0>·", line) or otherwise
