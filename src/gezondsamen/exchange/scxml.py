"""SCXML: a process as W3C State Chart XML, which state-machine engines run."""

from __future__ import annotations

from gezondsamen.arguments import check
from gezondsamen.exchange.markup import OWN_SPACE, Markup, element, in_one_line, join
from gezondsamen.language import Language, language_of
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process

_SPACES = {
    "xmlns": "http://www.w3.org/2005/07/scxml",
    "xmlns:gezondsamen": OWN_SPACE,
}


def to_scxml(process: Process, *, lang: str = "nl") -> str:
    """Return a process as SCXML: a state for each phase, named by its key, an event for each trigger.

    A step that stays in its phase has no target, so that the phase is not entered anew. Labels, stages
    and kinds of ends are attributes of a name space of our own, which engines pass over. What rules ask
    is left out: no engine judges it.

    Raises `InvalidArgument` for a language without texts.

    >>> from gezondsamen.phases import PPS
    >>> print(to_scxml(PPS, lang="en").splitlines()[2])
    <state id="initiative" gezondsamen:label="initiative">
    """
    check("process", process, Process, "a process, such as gs.PPS")
    say = language_of(lang)
    chart = element(
        "scxml",
        "\n",
        [join(_state(phase, process, say), "\n") for phase in process.phases],
        version="1.0",
        name=process.key,
        initial=process.initial,
        **_SPACES,
        **_named(say.label(process.label)),
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{chart}\n'


def _state(phase: Phase, process: Process, say: Language) -> Markup:
    steps = [join("\n  ", _transition(step, say)) for step in process.exits(phase.key)]
    return element(
        "final" if phase.kind == "final" else "state",
        steps,
        "\n" if steps else None,
        id=phase.key,
        **_named(say.label(phase.label)),
        **{"gezondsamen:stage": phase.stage, "gezondsamen:outcome": phase.outcome},
    )


def _transition(step: Transition, say: Language) -> Markup:
    return element(
        "transition",
        event=step.trigger,
        target=None if step.is_loop else step.target,
        **_named(say.label(step.label)),
        **{"gezondsamen:exceptional": "true" if step.exceptional else None},
    )


def _named(label: str) -> dict[str, str]:
    return {"gezondsamen:label": in_one_line(label)}
