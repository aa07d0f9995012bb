"""The fewest walks through the phases of a process that cover each phase, transition or pair of these.

Bare graphs: no rule is looked at and no case is made here; `paths.py` does that. The number of walks is the
least there can be: that of a minimum chain cover of what can come after what (Dilworth's theorem).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal, assert_never

import attrs

from gezondsamen.process.graph import reachable
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process

Walked = Literal["phases", "transitions", "pairs"]
"""What walks cover: each phase, each transition, each transition after each that leads to it."""

Item = tuple[str, ...]
"""One thing to cover: a phase, or a phase and the trigger out of it, or that and the trigger after it."""

START: Final[Item] = ()
"""Where every walk begins."""


@attrs.frozen
class Graph:
    """Hold which items can follow which, by which trigger, and those of them that are to be covered."""

    arcs: Mapping[Item, Mapping[Item, str]]
    wanted: tuple[Item, ...]

    def triggers(self, walk: Iterable[Item]) -> list[tuple[str, Item]]:
        """Return the items of a walk, each with the trigger by which it is covered."""
        return [(self.arcs[before][item], item) for before, item in pairwise((START, *walk))]


def graph_of(process: Process, cover: Walked, begin: str) -> Graph:
    """Return the graph of what walks cover that begin in a phase; what they cannot reach is left out."""
    arcs: dict[Item, dict[Item, str]] = {}
    match cover:
        case "phases":
            arcs = {(phase.key,): _phases_after(process, phase.key) for phase in process.phases}
            arcs[START] = arcs[begin,]
        case "transitions":
            arcs = {_name(step): _steps_after(process, step.target) for step in process.transitions}
            arcs[START] = _steps_after(process, begin)
        case "pairs":
            for step in process.transitions:
                for then in process.exits(step.target):
                    arcs[*_name(step), then.trigger] = _pairs_after(process, then)
            for first in process.exits(begin):
                arcs[_name(first)] = _pairs_after(process, first)
            arcs[START] = _steps_after(process, begin)
        case _:
            assert_never(cover)
    there = reachable((START,), _arrows(arcs)) - {START, (begin,)}
    return Graph(arcs, tuple(item for item in arcs if item in there))


def _name(step: Transition) -> Item:
    return step.source, step.trigger


def _steps_after(process: Process, phase: str) -> dict[Item, str]:
    return {_name(step): step.trigger for step in process.exits(phase)}


def _pairs_after(process: Process, step: Transition) -> dict[Item, str]:
    return {(*_name(step), then.trigger): then.trigger for then in process.exits(step.target)}


def _phases_after(process: Process, phase: str) -> dict[Item, str]:
    """Return the phases that a step leads to, by its plainest trigger."""
    found: dict[Item, str] = {}
    for step in sorted(process.exits(phase), key=lambda step: step.exceptional):
        if not step.is_loop:
            found.setdefault((step.target,), step.trigger)
    return found


def _arrows(arcs: Mapping[Item, Iterable[Item]]) -> list[tuple[Item, Item]]:
    return [(item, to) for item, after in arcs.items() for to in after]


def approaches(process: Process, item: Item) -> list[tuple[str, list[tuple[str, Item]]]]:
    """Return the shortest ways to cover an item: a phase to be in, and the triggers from there."""
    phase, *triggers = item
    if triggers:
        *first, last = triggers
        return [(phase, [*((trigger, START) for trigger in first), (last, item)])]
    return [(step.source, [(step.trigger, item)]) for step in process.transitions if step.target == phase]


# --- walks --------------------------------------------------------------------------------------------


def walks(graph: Graph) -> list[list[Item]]:
    """Return walks from the start that cover all that is wanted: the fewest, of about the same length.

    Each ends with something that no walk before it covers.
    """
    arrows = _arrows(graph.arcs)
    after = {item: reachable((item,), arrows) for item in graph.wanted}
    knots = _knots(graph.wanted, after)
    passed = [_passed(chain, knots, after) for chain in _chains(knots, after)]
    missing = dict.fromkeys(graph.wanted)
    found: list[list[Item]] = []
    for number, chain in enumerate(passed):
        walk = [START]
        for knot in chain:
            coming = sum(knot in later for later in passed[number:])
            left = sum(item in missing for item in knot)
            least = left - -(-left // coming)  # what is left to the walks that come this way later
            while sum(item in missing for item in knot) > least:
                way = nearest(graph.arcs, walk[-1], [item for item in knot if item in missing])
                walk += way
                for item in way:
                    missing.pop(item, None)
        found.append(walk[1:])
    return found


Knot = tuple[Item, ...]
"""Items that can all come after one another, round and round: one, or more."""

After = Mapping[Item, frozenset[Item]]
"""What can come after each item, and itself."""


def _knots(items: Sequence[Item], after: After) -> list[Knot]:
    found: dict[Item, list[Item]] = {}
    for item in items:
        first = next((first for first in found if first in after[item] and item in after[first]), item)
        found.setdefault(first, []).append(item)
    return [tuple(knot) for knot in found.values()]


def _precedes(one: Knot, other: Knot, after: After) -> bool:
    return one is not other and other[0] in after[one[0]]


def _chains(knots: Sequence[Knot], after: After) -> list[list[Knot]]:
    """Return the fewest chains that hold all knots, each knot in a chain after those that lead to it.

    A largest matching of knots with what comes next in their chain, found along augmenting paths.
    """
    previous: dict[Knot, Knot] = {}

    def matched(knot: Knot, tried: set[Knot]) -> bool:
        for other in knots:
            if other not in tried and _precedes(knot, other, after):
                tried.add(other)
                if other not in previous or matched(previous[other], tried):
                    previous[other] = knot
                    return True
        return False

    for knot in knots:
        matched(knot, set())
    following = {before: knot for knot, before in previous.items()}
    chains = []
    for knot in knots:
        if knot not in previous:
            chain = [knot]
            while chain[-1] in following:
                chain.append(following[chain[-1]])
            chains.append(chain)
    return chains


def _passed(chain: Sequence[Knot], knots: Iterable[Knot], after: After) -> list[Knot]:
    """Return the knots of a chain and others that can be passed on the way to its last one, in order."""
    found = list(chain)
    for knot in knots:
        at = sum(_precedes(one, knot, after) for one in found)
        comes_before = [_precedes(knot, one, after) for one in found[at:]]
        if knot not in found and comes_before and all(comes_before):
            found.insert(at, knot)
    return found


def nearest(arcs: Mapping[Item, Iterable[Item]], here: Item, left: Iterable[Item]) -> list[Item]:
    """Return the shortest way to the nearest of these items; there is one."""
    goals = set(left)
    ways: dict[Item, list[Item]] = {}
    waiting: deque[tuple[Item, list[Item]]] = deque([(here, [])])
    while waiting:
        item, way = waiting.popleft()
        for to in arcs[item]:
            if to not in ways:
                ways[to] = [*way, to]
                if to in goals:
                    return ways[to]
                waiting.append((to, ways[to]))
    raise AssertionError("what is left can be reached")
