"""Diagrams of a process in Mermaid, which many pages and editors draw as they are."""

from __future__ import annotations

from gezondsamen.arguments import check
from gezondsamen.exchange.drawn import drawn
from gezondsamen.language import language_of
from gezondsamen.process.process import Process


def to_mermaid(process: Process, *, lang: str = "nl", phase: str | None = None) -> str:
    """Return a Mermaid state diagram of a process; `phase` is marked as the present one.

    Exceptional steps that lead out of many phases, and phases to rest in that only such steps lead to,
    stand in a note, unless they have to do with the present phase.

    Raises `UnknownPhase` when the process has no such phase, and `InvalidArgument` for a language
    without texts.

    >>> from gezondsamen.phases import PPS
    >>> print(to_mermaid(PPS).splitlines()[0])
    stateDiagram-v2
    """
    check("process", process, Process, "a process, such as gs.PPS")
    say = language_of(lang)
    lines = ["stateDiagram-v2", f"    [*] --> {process.initial}"]
    shown = drawn(process, say, current=phase)
    for place in shown.phases:
        stage = f"{place.stage}. " if place.stage is not None else ""
        lines.append(f'    state "{_plain(stage + say.label(place.label))}" as {place.key}')
    lines += [f"    {t.source} --> {t.target} : {_plain(say.label(t.label))}" for t in shown.transitions]
    lines += [f"    {place.key} --> [*]" for place in shown.phases if place.kind == "final"]
    if shown.notes:
        lines += [f"    note left of {process.initial}", *(f"        {_plain(x)}" for x in shown.notes)]
        lines.append("    end note")
    if phase is not None:
        lines += ["    classDef present stroke-width:4px,font-weight:bold", f"    class {phase} present"]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Return a text without the signs that Mermaid reads as its own."""
    return text.replace('"', "'").replace(":", " -").replace(";", ",").replace("\n", " ")
