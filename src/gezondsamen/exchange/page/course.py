"""The diagram, and the same in words: every phase and every step of the process."""

from __future__ import annotations

from gezondsamen.decision.wording import capitalised, say
from gezondsamen.exchange.page.diagram import diagram
from gezondsamen.exchange.page.markup import Child, Markup, element, join, table
from gezondsamen.exchange.page.opening import step_text, verdict
from gezondsamen.exchange.page.view import View
from gezondsamen.exchange.page.words import OUTCOMES
from gezondsamen.process.phases import Phase


def course(view: View) -> Markup:
    """Return the process as a picture, with its legend, and as a table."""
    lang = view.lang
    label = view.process.label.text(lang)
    title = say(lang, f"Schema van het proces: {label}", f"Diagram of the process: {label}")
    key = say(
        lang,
        "Dikke rand en “hier”: de fase van nu. Vinkje: hier is de samenwerking geweest. Cijfer in een "
        "rondje: fase volgens de bron. Dubbele rand: een einde. Streepjes: een pauze. Pijlen rechts gaan "
        "verder, pijlen links gaan terug. Dikke pijlen met een nummer zijn de stappen vanuit deze fase:",
        "Thick border and “here”: the present phase. Tick: the collaboration has been here. Number in a "
        "circle: stage after the source. Double border: an end. Dashes: a pause. Arrows on the right lead "
        "on, arrows on the left lead back. Thick arrows with a number are the steps out of this phase:",
    )
    if not view.options:
        key = key.rpartition(". ")[0] + "."
    numbered = [
        element("li", f"{step_text(view, trigger)} ", verdict(check, lang))
        for trigger, check in view.options.items()
    ]
    return join(
        element(
            "figure",
            diagram(view.process, view.track.phase, view.visited, lang, title),
            element("figcaption", element("p", key), element("ol", numbered) if numbered else None),
        ),
        _in_words(view),
    )


def _in_words(view: View) -> Markup:
    lang = view.lang
    heads = (say(lang, "Fase", "Phase"), say(lang, "Stappen hieruit", "Steps out of it"))
    caption = say(
        lang, "Hetzelfde in woorden: alle fasen en stappen", "The same in words: all phases and steps"
    )
    rows = [_phase_cells(view, phase) for phase in view.process.phases]
    here = [phase.key for phase in view.process.phases].index(view.track.phase)
    return table(caption, heads, rows, class_="steps", current=here)


def _phase_cells(view: View, phase: Phase) -> tuple[Child, ...]:
    lang, process = view.lang, view.process
    name = capitalised(phase.label.text(lang))
    marks = []
    if phase.stage is not None:
        marks.append(say(lang, f"fase {phase.stage}", f"stage {phase.stage}"))
    if phase.key == view.track.phase:
        marks.append(say(lang, "hier", "here"))
    elif phase.key in view.visited:
        marks.append(say(lang, "al geweest", "visited"))
    if phase.kind == "suspended":
        marks.append(say(lang, "pauze", "pause"))
    if phase.kind == "final" and phase.outcome:
        marks.append(OUTCOMES[phase.outcome].text(lang))
    lines = []
    for step in process.exits(phase.key):
        target = capitalised(process.phase(step.target).label.text(lang))
        to = say(lang, "blijft in deze fase", "stays in this phase") if step.is_loop else f"→ {target}"
        lines.append(element("li", f"{capitalised(step.label.text(lang))} {to}"))
    return (
        join(name, " ", element("span", f"({', '.join(marks)})", class_="small") if marks else None),
        element("ul", lines) if lines else say(lang, "geen", "none"),
    )
