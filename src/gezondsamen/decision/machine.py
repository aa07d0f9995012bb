"""The machine that fires steps: the only door to `transitions`.

One machine per process, without conditions and never changed: whether a step may be taken was
checked before. It moves a throw-away cursor, so that no model is ever kept by it.
"""

from __future__ import annotations

from typing import Any, Final
from weakref import ref

from gezondsamen import arguments
from gezondsamen.process.process import Process


class Cursor:
    """Stand in a phase while one event is fired."""

    __slots__ = ("state",)
    state: str


def to_machine(process: Process, model: Any = None, **options: Any) -> Any:
    """Make a `transitions.Machine` of a process, for callbacks or diagrams on your own objects.

    `model` and `options` go to the machine as they are. Phases are states, triggers are events; a
    step onto its own phase is internal. Rules are not in it: check first, fire then.

    >>> from gezondsamen.phases import PPS
    >>> to_machine(PPS).get_triggers("initiative")
    ['start', 'stop']
    """
    from transitions import Machine  # here, so that importing the library stays light

    arguments.check("process", process, Process, "a process, such as gs.PPS")
    return Machine(
        model=model,
        states=[phase.key for phase in process.phases],
        transitions=[
            {"trigger": t.trigger, "source": t.source, "dest": None if t.is_loop else t.target}
            for t in process.transitions
        ],
        initial=process.initial,
        auto_transitions=False,
        **options,
    )


def fire(process: Process, phase: str, trigger: str) -> str:
    """Return the phase in which the machine stands after a trigger.

    Raises `transitions.MachineError` when the trigger does not lead out of the phase.
    """
    made = _MACHINES.get(id(process))
    if made is None or made.process() is not process:
        made = _Made(process)
    cursor = Cursor()
    cursor.state = phase
    found = made.steps.get((phase, trigger))
    if found is None:
        made.machine.events[trigger].trigger(cursor)  # refuses, in the machine's own words
    else:
        state, event, transition = found
        transition.execute(made.event_data(state, event, made.machine, cursor, [], {}))
    return cursor.state


class _Made:
    """Keep the machine of a process as long as the process lives, with its transitions looked up.

    A transition is executed as its event would do it; which one it is was looked up before, so the
    search of the event is spared.
    """

    __slots__ = ("event_data", "machine", "process", "steps")

    def __init__(self, process: Process) -> None:
        from transitions import EventData

        key = id(process)

        def forget(gone: ref[Process]) -> None:
            if key in _MACHINES and _MACHINES[key].process is gone:
                del _MACHINES[key]

        self.process = ref(process, forget)
        self.machine = machine = to_machine(process)
        self.event_data: Any = EventData
        self.steps = {
            (source, trigger): (machine.states[source], event, transition)
            for trigger, event in machine.events.items()
            for source, (transition,) in event.transitions.items()
        }
        _MACHINES[key] = self


_MACHINES: Final[dict[int, _Made]] = {}
"""The machine of each process that has fired, by its identity: hashing a whole process would cost more
than the step. An identity may come back when its process is gone, so each machine knows whose it is,
and goes with it."""
