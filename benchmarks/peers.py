"""The engines beside which we are measured: talks and work, there and back, one guard on each step.

Each peer offers `steps(times)`: so many guarded steps on one object, an even number, and
`make(times)`: so many objects. One whose package is not installed raises `ImportError` when made.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol

import attrs

STEPS = (("begin", "talks", "work"), ("again", "work", "talks"))


class Peer(Protocol):
    """What every peer can do."""

    def steps(self, times: int) -> object: ...

    def make(self, times: int) -> object: ...


class Thing:
    """Be the mutable object that most engines move."""

    def __init__(self) -> None:
        self.state = "talks"
        self.ready = True

    def is_ready(self) -> bool:
        """Be the one guard."""
        return self.ready


class Floor:
    """A dict and a guard: the least that any engine does."""

    def __init__(self) -> None:
        self.table = {(source, trigger): (target, Thing.is_ready) for trigger, source, target in STEPS}

    def steps(self, times: int) -> None:
        thing, table = Thing(), self.table
        for _ in range(times // 2):
            for trigger in ("begin", "again"):
                target, guard = table[thing.state, trigger]
                if guard(thing):
                    thing.state = target

    def make(self, times: int) -> list[Thing]:
        return [Thing() for _ in range(times)]


@attrs.frozen
class Step:
    trigger: str
    source: str
    target: str


@attrs.frozen
class Snapshot:
    state: str = "talks"
    ready: bool = True
    history: tuple[Step, ...] = ()


Guard = tuple[str, Callable[[Snapshot], bool]]


class Frozen:
    """A frozen snapshot without an engine: collects all that is unmet, and keeps a history."""

    def __init__(self) -> None:
        guards: tuple[Guard, ...] = (("not ready", lambda snapshot: snapshot.ready),)
        self.table = {(source, trigger): (target, guards) for trigger, source, target in STEPS}

    def fire(self, at: Snapshot, trigger: str) -> tuple[Snapshot, list[str]]:
        target, guards = self.table[at.state, trigger]
        unmet = [reason for reason, guard in guards if not guard(at)]
        if unmet:
            return at, unmet
        return Snapshot(target, at.ready, (*at.history, Step(trigger, at.state, target))), unmet

    def steps(self, times: int) -> None:
        for begun in range(0, times // 2, 32):
            at = Snapshot()  # anew: a history in one tuple is for short lives
            for _ in range(begun, min(begun + 32, times // 2)):
                at, _unmet = self.fire(at, "begin")
                at, _unmet = self.fire(at, "again")

    def make(self, times: int) -> list[Snapshot]:
        return [Snapshot() for _ in range(times)]


class Transitions:
    """An event of `transitions` on a throw-away object: no model is added to the machine."""

    def __init__(self) -> None:
        from transitions import Machine

        self.machine = Machine(
            model=None,
            states=["talks", "work"],
            transitions=[
                {"trigger": trigger, "source": source, "dest": target, "conditions": "is_ready"}
                for trigger, source, target in STEPS
            ],
            initial="talks",
            auto_transitions=False,
        )

    def steps(self, times: int) -> None:
        thing = Thing()
        begin, again = (self.machine.events[name].trigger for name in ("begin", "again"))
        for _ in range(times // 2):
            begin(thing)
            again(thing)

    make = Floor.make


class StateMachines:
    """A `StateMachine` of python-statemachine."""

    def __init__(self) -> None:
        from statemachine import State, StateMachine

        class Chart(StateMachine):
            talks = State(initial=True)
            work = State()
            begin = talks.to(work, cond="is_ready")
            again = work.to(talks, cond="is_ready")

            def is_ready(self) -> bool:
                return True

        self.chart: Any = Chart

    def steps(self, times: int) -> None:
        machine = self.chart()
        for _ in range(times // 2):
            machine.begin()
            machine.again()

    def make(self, times: int) -> list[Any]:
        return [self.chart() for _ in range(times)]


class Sismic:
    """An interpreter of sismic."""

    def __init__(self) -> None:
        model: Any = import_module("sismic.model")  # it has no types
        self.interpreter: Any = import_module("sismic.interpreter").Interpreter
        self.chart = model.Statechart("benchmark", preamble="ready = True")
        self.chart.add_state(model.CompoundState("root", initial="talks"), None)
        for state in ("talks", "work"):
            self.chart.add_state(model.BasicState(state), "root")
        for trigger, source, target in STEPS:
            self.chart.add_transition(model.Transition(source, target, event=trigger, guard="ready"))

    def steps(self, times: int) -> None:
        interpreter = self._make()
        for _ in range(times // 2):
            for trigger in ("begin", "again"):
                interpreter.queue(trigger).execute_once()

    def _make(self) -> Any:
        interpreter = self.interpreter(self.chart)
        interpreter.execute()
        return interpreter

    def make(self, times: int) -> list[Any]:
        return [self._make() for _ in range(times)]


PEERS: dict[str, type[Peer]] = {
    "dict + guard": Floor,
    "frozen snapshot, all unmet, history": Frozen,
    "transitions, bare guarded event": Transitions,
    "python-statemachine": StateMachines,
    "sismic": Sismic,
}
