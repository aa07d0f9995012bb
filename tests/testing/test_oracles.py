"""Two state machines of others walk along with every walk, and end in the same phases."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from statemachine import State, StateMachine

import gezondsamen as gs
from gezondsamen.decision.machine import to_machine
from gezondsamen.testing.walk import ProcessWalk
from tests.support.builders import PROCESSES

FEW = settings(settings.get_profile("walks"), max_examples=6)


class Thing:
    """What a machine of `transitions` moves."""

    state: str
    trigger: Any


def transitions_machine(process: gs.Process) -> Any:
    """Return a machine of `transitions`, made by the library, in the first phase."""
    thing = Thing()
    to_machine(process, thing)
    return thing


def chart(process: gs.Process) -> type[StateMachine]:
    """Return the class of a `statemachine.StateMachine`, made here from the process alone."""
    states = {
        phase.key: State(initial=phase.kind == "initial", final=phase.kind == "final", value=phase.key)
        for phase in process.phases
    }
    events: dict[str, Any] = {}
    for step in process.transitions:
        source: Any = states[step.source]
        arrow = source.to.itself(internal=True) if step.is_loop else source.to(states[step.target])
        events[step.trigger] = events[step.trigger] | arrow if step.trigger in events else arrow
    named = {f"in_{key}": state for key, state in states.items()}
    return type("Chart", (StateMachine,), named | {f"do_{key}": arrow for key, arrow in events.items()})


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_other_machines_end_in_the_same_phases(process: gs.Process) -> None:
    """After every step of a walk, on every track, `transitions` and `statemachine` stand where we do."""
    charts = {p.key: chart(p) for p in {process, gs.AGREEMENT}}
    made = {p.key: p for p in (process, gs.AGREEMENT)}
    seen = {"steps": 0, "refused": 0}

    class Followed(ProcessWalk):
        beside = () if process.subject == "agreement" else (gs.AGREEMENT,)

        def __init__(self) -> None:
            super().__init__()
            self.machines: dict[str, tuple[Any, Any]] = {}
            self.walked: list[tuple[str, str]] = []

        def check_invariants(self, *args: Any, **options: Any) -> None:
            super().check_invariants(*args, **options)
            if self.steps[: len(self.walked)] != self.walked:  # one was taken back: these machines cannot
                self.machines.clear()
                self.walked = []
            for track in self.case.tracks:
                if track not in self.machines:
                    key = self.case.dossier.track(track).process
                    self.machines[track] = (transitions_machine(made[key]), charts[key]())
            for track, trigger in self.steps[len(self.walked) :]:
                thing, other = self.machines[track]
                thing.trigger(trigger)
                other.send(f"do_{trigger}")
                seen["steps"] += 1
            self.walked = list(self.steps)
            for track, (thing, other) in self.machines.items():
                here = self.case.phase_of(track)
                assert (thing.state, other.current_state_value) == (here, here)
                exits = {t.trigger for t in made[self.case.dossier.track(track).process].exits(here)}
                assert {event.id for event in other.allowed_events} == {f"do_{key}" for key in exits}

        def _ask_all(self) -> None:
            """Leave the costlier laws to the walks that are about them."""

    Followed.process = process
    run_state_machine_as_test(Followed, settings=FEW)
    assert seen["steps"] > 6
