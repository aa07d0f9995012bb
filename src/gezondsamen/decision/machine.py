"""The machine that fires steps: the only door to `transitions`.

One machine per process, without conditions and never changed: whether a step may be taken was
checked before. It moves a throw-away cursor, so that no model is ever kept by it.
"""

from __future__ import annotations

from typing import Any

from gezondsamen.process.process import Process


class Cursor:
    """Stand in a phase while one event is fired."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


def to_machine(process: Process, model: Any = None, **options: Any) -> Any:
    """Make a `transitions.Machine` of a process, for callbacks or diagrams on your own objects.

    `model` and `options` go to the machine as they are. Phases are states, triggers are events; a
    step onto its own phase is internal. Rules are not in it: check first, fire then.

    >>> from gezondsamen.phases import PPS
    >>> to_machine(PPS).get_triggers("initiative")
    ['start']
    """
    from transitions import Machine  # here, so that importing the library stays light

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
    """Return the phase in which the machine stands after a trigger."""
    if process.machine is None:
        events = to_machine(process).events
        object.__setattr__(process, "machine", {name: event.trigger for name, event in events.items()})
    cursor = Cursor(phase)
    process.machine[trigger](cursor)
    return cursor.state
