"""Diagrams of a process in DOT, the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.arguments import check
from gezondsamen.exchange.drawn import Drawn, drawn, numbered
from gezondsamen.exchange.markup import sound
from gezondsamen.language import Language, capitalised, language_of
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process

_SIGNS = str.maketrans({'"': '\\"', "\\": "\\\\", "&": "&amp;"})


def to_dot(
    process: Process, *, lang: str = "nl", phase: str | None = None, visited: Iterable[str] = ()
) -> str:
    """Return a directed graph of a process in the DOT language; `phase` is marked as the present one.

    Phases in `visited` are grey: `[visit.phase for visit in case.visits]`.

    The name of a node is the key of its phase, the `id` of an edge its place, as in
    `negotiation.conclude_agreement`. Ends have a double frame, phases in which work rests a dashed one.
    Exceptional steps that lead out of many phases, and phases to rest in that only such steps lead to,
    are told below, unless they have to do with the present phase.

    Raises `UnknownPhase` when the process has no such phase, present or visited, and
    `InvalidArgument` for a language without texts.

    >>> from gezondsamen.phases import PPS
    >>> print(to_dot(PPS, lang="en").splitlines()[0])
    digraph "pps" {
    """
    check("process", process, Process, "a process, such as gs.PPS")
    say = language_of(lang)
    shown = drawn(process, say, current=phase, visited=visited)
    below = "\n".join((say.label(process.label), *shown.notes))
    lines = [
        f"digraph {_quoted(process.key)} {{",
        f'  graph [charset="UTF-8", labelloc="b", label={_quoted(below)}]',
        '  node [shape="box", style="rounded"]',
        *(f"  {_quoted(place.key)} [{_node(place, shown, say, phase)}]" for place in shown.phases),
        *(f"  {_quoted(t.source)} -> {_quoted(t.target)} [{_edge(t, say)}]" for t in shown.transitions),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _node(place: Phase, shown: Drawn, say: Language, current: str | None) -> str:
    name = numbered(place, capitalised(say.label(place.label)))
    style = ",".join(
        (
            "rounded",
            *(("dashed",) if place.kind == "suspended" else ()),
            *(("filled",) if place.key in shown.visited else ()),
        )
    )
    return ", ".join(
        (
            f"label={_quoted(name or place.key)}",
            *((f'style="{style}"',) if style != "rounded" else ()),
            *(('fillcolor="gray90"',) if place.key in shown.visited else ()),
            *(('peripheries="2"',) if place.kind == "final" else ()),
            *(('penwidth="4"',) if place.key == current else ()),
        )
    )


def _edge(step: Transition, say: Language) -> str:
    # An exceptional step is faint, and takes no part in the order of ranks.
    faint = ', color="gray40", constraint="false"' if step.exceptional else ""
    return f"id={_quoted(step.where)}, label={_quoted(say.label(step.label))}{faint}"


def _quoted(text: str) -> str:
    r"""Return a text as DOT writes it; a backslash and an ampersand would begin what Graphviz replaces.

    >>> print(_quoted('a "b" \\N'))
    "a \"b\" \\N"
    """
    line = "\\n".join(sound(text).translate(_SIGNS).splitlines())
    return f'"{line}"'
