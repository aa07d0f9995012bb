"""The diagram, and the same in words: every phase and every step of the process."""

from __future__ import annotations

from gezondsamen.exchange.markup import Child, Markup, element, join, table
from gezondsamen.exchange.page.opening import step_text, verdict
from gezondsamen.exchange.page.view import View
from gezondsamen.exchange.svg.diagram import diagram
from gezondsamen.language import capitalised
from gezondsamen.process.phases import Phase
from gezondsamen.prose import case_page as words
from gezondsamen.prose.statuses import ENDING


def course(view: View) -> Markup:
    """Return the process as a picture, with its legend, and as a table."""
    say = view.say
    label = say.label(view.process.label)
    title = say(*words.DIAGRAM_OF_THE_PROCESS, label=label)
    key = say(*words.LEGEND)
    if not view.options:
        key = key.rpartition(". ")[0] + "."
    here = capitalised(say.label(view.process.phase(view.track.phase).label))
    described = (
        say(*words.DIAGRAM_OF_PHASES, count=len(view.process.phases)),
        say(*words.PRESENT_PHASE_IS, here=here),
        say(*words.TABLE_BELOW_DIAGRAM),
    )
    numbered = [
        element("li", f"{step_text(view, trigger)} ", verdict(check, say))
        for trigger, check in view.options.items()
    ]
    return join(
        element(
            "figure",
            diagram(
                view.process,
                say,
                current=view.track.phase,
                visited=view.visited,
                title=title,
                description=" ".join(described),
            ),
            element("figcaption", element("p", key), element("ol", numbered) if numbered else None),
        ),
        _in_words(view),
    )


def _in_words(view: View) -> Markup:
    say = view.say
    heads = (say(*words.PHASE), say(*words.STEPS_OUT))
    caption = say(*words.COURSE_IN_WORDS)
    rows = [_phase_cells(view, phase) for phase in view.process.phases]
    here = [phase.key for phase in view.process.phases].index(view.track.phase)
    return table(caption, heads, rows, class_="steps", current=here)


def _phase_cells(view: View, phase: Phase) -> tuple[Child, ...]:
    say, process = view.say, view.process
    name = capitalised(say.label(phase.label))
    marks = []
    if phase.stage is not None:
        marks.append(say(*words.STAGE, stage=phase.stage))
    if phase.key == view.track.phase:
        marks.append(say(*words.HERE))
    elif phase.key in view.visited:
        marks.append(say(*words.VISITED))
    if phase.kind == "suspended":
        marks.append(say(*words.PAUSE))
    if phase.kind == "final" and phase.outcome:
        marks.append(say(*ENDING[phase.outcome]))
    lines = []
    for step in process.exits(phase.key):
        target = capitalised(say.label(process.phase(step.target).label))
        to = say(*words.STAYS_IN_THIS_PHASE) if step.is_loop else f"→ {target}"
        lines.append(element("li", f"{capitalised(say.label(step.label))} {to}"))
    return (
        join(name, " ", element("span", f"({', '.join(marks)})", class_="small") if marks else None),
        element("ul", lines) if lines else say(*words.NONE),
    )
