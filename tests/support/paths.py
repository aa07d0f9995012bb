"""The ways through a process that other people's software is led along, and where each step arrives."""

from __future__ import annotations

import gezondsamen as gs
from gezondsamen.dossier.facts import StepTaken
from gezondsamen.testing import canonical, reachable_phases


def path_to(process: gs.Process, phase: str) -> tuple[gs.Transition, ...]:
    """Return the steps of the canonical case in a phase."""
    steps, here = [], process.initial
    for entry in canonical(process, phase).entries_after(0):
        if isinstance(entry.fact, StepTaken) and entry.fact.track == "main":
            step = process.transition(here, entry.fact.trigger)
            assert step is not None
            steps.append(step)
            here = step.target
    assert here == phase
    return tuple(steps)


def paths(process: gs.Process) -> tuple[tuple[gs.Transition, ...], ...]:
    """Return the canonical path to every phase, each followed by every step that leads on from there."""
    found = [path_to(process, phase) for phase in reachable_phases(process)]
    longer = [
        (*path, step)
        for path in found
        for step in process.exits(path[-1].target if path else process.initial)
    ]
    return (*found, *longer)


def places(path: tuple[gs.Transition, ...], process: gs.Process) -> list[str]:
    """Return the phase before the first step of a path, and that after each."""
    return [process.initial, *(step.target for step in path)]
