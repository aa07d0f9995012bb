"""The machine: transitions, and nothing but transitions."""

from __future__ import annotations

import gc
import pickle
from weakref import ref

import pytest
from transitions import MachineError

import gezondsamen as gs
from gezondsamen.decision import machine
from gezondsamen.decision.machine import Cursor, fire
from tests.support.builders import PROCESSES, label, tiny

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)


class Model:
    """A host's own object that counts how often it is told of a phase."""

    def __init__(self) -> None:
        self.entered: list[str] = []

    def note(self, event: object) -> None:
        self.entered.append(event.state.name)  # type: ignore[attr-defined]


@EVERY_PROCESS
def test_the_machine_agrees_with_the_process_on_every_step(process: gs.Process) -> None:
    """From each phase each trigger leads where the process says, or nowhere."""
    for phase in process.phases:
        for trigger in process.triggers:
            step = process.transition(phase.key, trigger)
            if step is None:
                with pytest.raises(MachineError):
                    fire(process, phase.key, trigger)
            else:
                assert fire(process, phase.key, trigger) == step.target
                assert fire(process, phase.key, trigger) == step.target, "as it is remembered"


@EVERY_PROCESS
def test_a_machine_of_ones_own_walks_like_ours(process: gs.Process) -> None:
    """A host's model has each trigger as a method, begins at the beginning, and moves as we do."""
    for step in process.transitions:
        holder = Model()
        machine = gs.to_machine(process, holder)
        assert holder.state == process.initial  # type: ignore[attr-defined]
        machine.set_state(step.source, holder)
        assert getattr(holder, step.trigger)()
        assert holder.state == step.target  # type: ignore[attr-defined]


@EVERY_PROCESS
def test_the_machine_offers_what_the_process_does(process: gs.Process) -> None:
    """The triggers of a phase are those of its transitions, and no others are made up."""
    machine = gs.to_machine(process)
    for phase in process.phases:
        assert set(machine.get_triggers(phase.key)) == {t.trigger for t in process.exits(phase.key)}


def test_a_loop_is_internal() -> None:
    """A step onto its own phase is taken without leaving or entering the phase."""
    model = Model()
    machine = gs.to_machine(tiny(), model, send_event=True)
    for state in machine.states.values():
        state.add_callback("enter", model.note)
    model.go()  # type: ignore[attr-defined]
    assert model.again()  # type: ignore[attr-defined]
    model.finish()  # type: ignore[attr-defined]
    assert model.entered == ["work", "done"]


def test_options_go_to_the_machine_as_they_are() -> None:
    """What `transitions` can do for a host, it does: begin elsewhere, ignore what is impossible."""
    model = Model()
    gs.to_machine(tiny(), model, ignore_invalid_triggers=True)
    assert model.finish() is False  # type: ignore[attr-defined]
    assert model.state == "begin"  # type: ignore[attr-defined]


def test_the_machine_is_no_part_of_the_value() -> None:
    """A process that has fired equals one that has not, looks the same, and is pickled the same."""
    fired, fresh = tiny(), tiny()
    fire(fired, "begin", "go")
    assert fired == fresh
    assert hash(fired) == hash(fresh)
    assert pickle.dumps(fired) == pickle.dumps(fresh)
    assert fire(pickle.loads(pickle.dumps(fired)), "begin", "go") == "work"


def test_a_machine_goes_with_its_process() -> None:
    """A process fires on one machine; when it is gone, so is the machine, and no other process gets it."""
    gc.collect()
    before = dict(machine._MACHINES)
    process = tiny()
    fire(process, "begin", "go")
    ((key, made),) = machine._MACHINES.items() - before.items()
    fire(process, "work", "finish")
    assert machine._MACHINES[key] is made
    gone = ref(process)
    del process
    gc.collect()
    assert gone() is None
    assert dict(machine._MACHINES) == before


def test_an_identity_that_comes_back_gets_a_machine_of_its_own() -> None:
    """Where another process has the identity of one that is gone, its steps are fired on its own machine."""
    plain = tiny()
    begin, _work, done = plain.phases
    other = tiny(transitions=(*plain.transitions, begin.to(done, "leap", label=label())))
    fire(plain, "begin", "go")
    machine._MACHINES[id(other)] = machine._MACHINES[id(plain)]
    assert fire(other, "begin", "leap") == "done"


def test_firing_keeps_nothing() -> None:
    """The cursor that a step was fired on is gone with the step."""
    process = tiny()
    for _ in range(3):
        fire(process, "begin", "go")
    gc.collect()
    assert [thing for thing in gc.get_objects() if isinstance(thing, Cursor)] == []


def test_a_trigger_in_two_phases_leads_to_two_places() -> None:
    """One trigger may leave several phases, each to a target of its own."""
    plain = tiny()
    begin, _work, done = plain.phases
    process = tiny(transitions=(*plain.transitions, begin.to(done, "finish", label=label())))
    assert fire(process, "begin", "finish") == fire(process, "work", "finish") == "done"


def test_where_a_step_led_is_remembered_of_one_process_only() -> None:
    """Of processes that differ in where a trigger leads, each leads where it says, whichever fired first."""
    plain = tiny()
    begin, _work, done = plain.phases
    others = [t for t in plain.transitions if t.trigger != "go"]
    other = tiny(
        transitions=(begin.to(done, "go", label=label()), *others, begin.to(_work, "on", label=label()))
    )
    for _ in range(2):
        assert fire(plain, "begin", "go") == "work"
        assert fire(other, "begin", "go") == "done"
    assert fire(tiny(), "begin", "go") == "work", "an equal process"
