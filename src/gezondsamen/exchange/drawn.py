"""What a picture of a process draws, and what it says below itself, so that it stays readable.

Left out are exceptional steps that lead out of many phases alike, and the phases in which work rests to
which only exceptional steps lead. What has to do with the present phase is always drawn.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import attrs

from gezondsamen.arguments import items
from gezondsamen.language import Language
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.prose import case_page as words


@attrs.frozen
class Drawn:
    """Hold the phases and steps that are drawn, what is said of those that are not, and what was visited."""

    phases: tuple[Phase, ...]
    transitions: tuple[Transition, ...]
    notes: tuple[str, ...]
    visited: frozenset[str]
    """Keys of phases that are marked as visited: the present one is not."""


def drawn(
    process: Process, say: Language, *, current: str | None = None, visited: Iterable[str] = ()
) -> Drawn:
    """Return what is drawn of a process, with `current` as its present phase and some that were visited.

    Raises `UnknownPhase` for keys of other phases, and `InvalidArgument` where `visited` holds no keys.
    """
    gone_through = frozenset(
        process.phase(key).key for key in items("visited", visited, str, "keys of phases")
    )
    if current is not None:
        process.phase(current)
    entered = {step.target for step in process.transitions if not step.exceptional}
    entered |= {step.target for step in process.transitions if step.source == current}
    left_out = {
        phase.key
        for phase in process.phases
        if phase.kind == "suspended" and phase.key not in {*entered, *gone_through, current}
    }
    many = process.interruptions
    steps = tuple(
        step
        for step in process.transitions
        if not {step.source, step.target} & left_out
        and (step.trigger not in many or not step.exceptional or step.source == current)
    )
    phases = tuple(phase for phase in process.phases if phase.key not in left_out)
    return Drawn(phases, steps, _notes(process, say, left_out, many), gone_through - {current})


def numbered(phase: Phase, name: str) -> str:
    """Return the name of a phase, after the number of its stage where it has one."""
    return name if phase.stage is None else f"{phase.stage}. {name}"


def _notes(process: Process, say: Language, left_out: set[str], many: Collection[str]) -> tuple[str, ...]:
    into_rest = {step.source: step.trigger for step in process.transitions if step.target in left_out}
    resting = [say.label(phase.label) for phase in process.phases if phase.key in into_rest]
    notes = [say(*words.CAN_REST, phases="; ".join(resting))] if resting else []
    labels = {step.trigger: say.label(step.label) for step in process.transitions if step.trigger in many}
    other = [label for trigger, label in labels.items() if trigger not in into_rest.values()]
    if other:
        notes.append(say(*words.FROM_MANY_PHASES, steps="; ".join(other)))
    return tuple(notes)
