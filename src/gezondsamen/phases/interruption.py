"""Interruption: phases in which work rests, and steps that suspend, resume, stop and go over.

All processes but the life of an agreement share these. Machines have no memory of where they were: each
phase that can be interrupted has a phase of its own to rest in, from which it is resumed. The steps are
exceptional: no plan takes them where another way leads on, and no model has to name them.
"""

from __future__ import annotations

from typing import Final

from gezondsamen.labels import Label
from gezondsamen.phases.rules.interruption import RESTS, STO_03, STO_04, STO_05, STOPPED
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.requirements import Requirement

SUSPEND: Final = "suspend"
RESUME: Final = "resume"
STOP: Final = "stop"
CONTINUE_OTHERWISE: Final = "continue_otherwise"

CONTINUED_OTHERWISE: Final = "continued_otherwise"


def at_rest(phase: Phase) -> Phase:
    """Return the phase in which the work of another rests.

    >>> at_rest(Phase("talks", Label(nl="gesprek", en="talks"))).label.nl
    'opgeschort: gesprek'
    """
    label = Label(nl=f"opgeschort: {phase.label.nl}", en=f"suspended: {phase.label.en}")
    return Phase(f"{phase.key}_suspended", label, kind="suspended", watches=RESTS)


def suspend(phase: Phase, rest: Phase) -> Transition:
    """Return the step that lets the work of a phase rest."""
    return phase.to(
        rest, SUSPEND, label=Label(nl="schort op", en="suspend"), advises=(STO_04,), exceptional=True
    )


def suspensions(*phases: Phase) -> tuple[Transition, ...]:
    """Return for each phase the step into its rest, and the step back."""
    return tuple(
        step
        for phase in phases
        for step in (
            suspend(phase, at_rest(phase)),
            at_rest(phase).to(phase, RESUME, label=Label(nl="hervat", en="resume")),
        )
    )


def stops(
    ending: Phase, *phases: Phase, advises: tuple[Requirement, ...] = (), since: Phase | None = None
) -> tuple[Transition, ...]:
    """Return the steps that stop in these phases for any reason; `advises` is what it owes besides."""
    return tuple(
        phase.to(
            ending,
            STOP,
            label=Label(nl="stop voortijdig", en="stop early"),
            requires=STOPPED,
            advises=(STO_03, *advises),
            since=since,
            exceptional=True,
        )
        for phase in phases
    )


def handed_over(nl: str, en: str) -> Phase:
    """Return the ending of what goes on in another case: it is neither a success nor a failure."""
    return Phase(CONTINUED_OTHERWISE, Label(nl=nl, en=en), kind="final", outcome="neutral")


def hand_over(ending: Phase, *phases: Phase) -> tuple[Transition, ...]:
    """Return the steps by which the work of these phases goes over into another case."""
    return tuple(
        phase.to(
            ending,
            CONTINUE_OTHERWISE,
            label=Label(nl="ga over in een andere samenwerking", en="go over into another collaboration"),
            requires=(STO_05,),
            exceptional=True,
        )
        for phase in phases
    )
