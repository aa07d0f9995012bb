"""The machine that fires steps: the only door to `transitions`.

One machine per process, without conditions and never changed: whether a step may be taken was
checked before. It moves a throw-away cursor, so that no model is ever kept by it, once for each step; where
that led is remembered.
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
    led = made.led.get((phase, trigger))
    if led is None:
        cursor = Cursor()
        cursor.state = phase
        made.machine.events[trigger].trigger(cursor)
        led = made.led[phase, trigger] = cursor.state
    return led


class _Made:
    """Keep the machine of a process as long as the process lives, and where its steps led.

    The machine has no conditions and is never changed: a step that was fired once leads there for good.
    """

    __slots__ = ("led", "machine", "process")

    def __init__(self, process: Process) -> None:
        key = id(process)

        def forget(gone: ref[Process]) -> None:
            if key in _MACHINES and _MACHINES[key].process is gone:
                del _MACHINES[key]

        self.process = ref(process, forget)
        self.machine = to_machine(process)
        self.led: dict[tuple[str, str], str] = {}
        _MACHINES[key] = self


_MACHINES: Final[dict[int, _Made]] = {}
"""The machine of each process that has fired, by its identity: hashing a whole process would cost more
than the step. An identity may come back when its process is gone, so each machine knows whose it is,
and goes with it."""
