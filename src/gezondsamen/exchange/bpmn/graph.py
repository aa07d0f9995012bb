"""A process as the nodes and flows of BPMN: what is there, not where it is drawn.

A phase is a task of people, an end an event. What leads into a phase from several sides meets in a
gateway, what leads out of it by choice parts in one. An exceptional step is an event at the border of
the task, which interrupts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import attrs

from gezondsamen.exchange.drawn import numbered
from gezondsamen.language import capitalised
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.prose import exports as words
from gezondsamen.prose.scene import Voice
from gezondsamen.terms import words as mentioned

Kind = Literal["startEvent", "userTask", "exclusiveGateway", "boundaryEvent", "endEvent"]


@attrs.frozen
class Node:
    """Hold what flows lead to and from; `phase` is that to which it belongs, `signal` what an event hears."""

    id: str
    kind: Kind
    phase: str
    name: str = ""
    text: str = ""
    signal: str | None = None


@attrs.frozen
class Flow:
    """Hold a way from one node to another; where there is a choice, it is that of a trigger."""

    id: str
    source: str
    target: str
    name: str = ""
    text: str = ""
    choice: str | None = None


@attrs.frozen
class Graph:
    """Hold all nodes and flows; `lanes` are the phases by who acts in them."""

    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    lanes: dict[str, tuple[str, ...]]


def graph(process: Process, v: Voice) -> Graph:
    """Return the nodes and flows of a process; names and texts are in the language of the voice."""
    nodes: list[Node] = []
    flows: list[Flow] = []
    for phase in process.phases:
        nodes += _nodes(process, phase, v)
        flows += _flows(process, phase, v)
    return Graph(tuple(nodes), tuple(flows), _lanes(process, v))


def task(phase: str) -> str:
    """Return the id of the task, or the end, that is a phase."""
    return f"phase_{phase}"


def _boundary(step: Transition) -> str:
    return f"event_{step.where}"


def _way_in(process: Process, phase: str) -> str:
    """Return the id of the node at which steps into a phase arrive."""
    ways = sum(step.target == phase for step in process.transitions) + (phase == process.initial)
    return f"join_{phase}" if ways > 1 else task(phase)


def _exits(process: Process, phase: str) -> tuple[tuple[Transition, ...], tuple[Transition, ...]]:
    """Return the steps out of a phase that are chosen, and those that interrupt it."""
    exits = process.exits(phase)
    chosen = tuple(step for step in exits if not step.exceptional) or exits  # a task leads on in some way
    return chosen, tuple(step for step in exits if step not in chosen)


def _nodes(process: Process, phase: Phase, v: Voice) -> Iterator[Node]:
    key = phase.key
    chosen, interrupting = _exits(process, key)
    if phase.kind == "initial":
        yield Node("begin", "startEvent", key, v(*words.BEGIN))
    if _way_in(process, key) != task(key):
        yield Node(_way_in(process, key), "exclusiveGateway", key)
    kind: Kind = "endEvent" if phase.kind == "final" else "userTask"
    name = numbered(phase, capitalised(v.label(phase.label)))
    yield Node(task(key), kind, key, name, words.phase_text(phase, v))
    for step in interrupting:
        text = words.step_text(step, v)
        yield Node(_boundary(step), "boundaryEvent", key, v.label(step.label), text, step.trigger)
    if len(chosen) > 1:
        yield Node(f"choice_{key}", "exclusiveGateway", key, v(*words.WHICH_STEP))


def _flows(process: Process, phase: Phase, v: Voice) -> Iterator[Flow]:
    key, way_in = phase.key, _way_in(process, phase.key)
    chosen, interrupting = _exits(process, key)
    if phase.kind == "initial":
        yield Flow("begins", "begin", way_in)
    if way_in != task(key):
        yield Flow(f"enters_{key}", way_in, task(key))
    several = len(chosen) > 1
    source = f"choice_{key}" if several else task(key)
    if several:
        yield Flow(f"leaves_{key}", task(key), source)
    for step in chosen:
        target = _way_in(process, step.target)
        choice = step.trigger if several else None
        yield Flow(
            f"step_{step.where}", source, target, v.label(step.label), words.step_text(step, v), choice
        )
    for step in interrupting:
        yield Flow(f"step_{step.where}", _boundary(step), _way_in(process, step.target))


def _lanes(process: Process, v: Voice) -> dict[str, tuple[str, ...]]:
    """Return the phases by the roles that rules of the ways into them name; all parties, where none does."""
    lanes: dict[str, tuple[str, ...]] = {v(*words.ALL_PARTIES): ()}
    for phase in process.phases:
        into = [step for step in process.transitions if step.target == phase.key and not step.is_loop]
        roles = {key for step in into for scheme, key in mentioned(step.requirements) if scheme == "role"}
        labels = [v.term("role", term.key) for term in process.terms if term.key in roles]
        name = v.listing(labels) if labels else v(*words.ALL_PARTIES)
        lanes[name] = (*lanes.get(name, ()), phase.key)
    return {name: phases for name, phases in lanes.items() if phases}
