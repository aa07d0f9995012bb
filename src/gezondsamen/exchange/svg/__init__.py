"""A process as a picture in SVG, which a browser, a document or a drawing program shows as it is."""

from __future__ import annotations

from collections.abc import Iterable

from gezondsamen.arguments import check
from gezondsamen.exchange.svg.diagram import diagram
from gezondsamen.language import capitalised, language_of
from gezondsamen.process.process import Process
from gezondsamen.prose import case_page as words


def to_svg(
    process: Process, *, lang: str = "nl", phase: str | None = None, visited: Iterable[str] = ()
) -> str:
    """Return an SVG image of a process: phases in a column, steps as arrows; `phase` is marked as present.

    Phases in `visited` are ticked: `[visit.phase for visit in case.visits]`.

    Exceptional steps that lead out of many phases, and phases to rest in that only such steps lead to,
    are told below, unless they have to do with the present phase.

    The image has a title and a description for who hears it, needs no font of its own, is read in black
    and white, is light on dark for readers who asked for dark screens, and is the same text every time.
    The steps out of the present phase bear their number in `process.exits(phase)`.

    Raises `UnknownPhase` when the process has no such phase, present or visited, and
    `InvalidArgument` for a language without texts.

    >>> from gezondsamen.phases import PPS
    >>> image = to_svg(PPS, lang="en", phase="management")
    >>> image.partition("<title")[2].partition("</title>")[0].partition(">")[2]
    'Diagram of the process: public-private partnership'
    """
    check("process", process, Process, "a process, such as gs.PPS")
    say = language_of(lang)
    parts = [say(*words.DIAGRAM_OF_PHASES, count=len(process.phases))]
    if phase is not None:
        here = capitalised(say.label(process.phase(phase).label))
        parts.append(say(*words.PRESENT_PHASE_IS, here=here))
    image = diagram(
        process,
        say,
        current=phase,
        visited=visited,
        title=say(*words.DIAGRAM_OF_THE_PROCESS, label=say.label(process.label)),
        description=" ".join(parts),
        alone=True,
        font_family="sans-serif",
    )
    return f"{image}\n"
