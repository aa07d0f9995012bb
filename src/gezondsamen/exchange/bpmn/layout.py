"""Where the nodes and flows of BPMN are drawn, in pixels.

Every phase has a column of its own, in the row of its lane, so that a line straight up or down from it
meets no other phase. Steps to the next column in the same row go straight; all others rise into a
channel above the rows, and interruptions sink into one below; steps to one phase share a channel.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from gezondsamen.exchange.bpmn.graph import Flow, Graph, Node
from gezondsamen.exchange.svg.layout import packed

Point = tuple[float, float]

TASK, GATEWAY, EVENT = 80, 50, 36
"""How high a task is, and how wide and high gateways and events are."""
BESIDE = 40
"""The room between nodes of one phase."""
BETWEEN = 150
"""The room between phases, in which the name of a step stands."""
APART = 100
"""How far apart events are at the border of a task; their names stand between them."""
ROW = 230
CHANNEL = 28
HEAD = 30
"""How wide the strip with the name of the process or of a lane is."""
LETTER = 6.5
"""How wide a letter is, about."""


@attrs.frozen
class Box:
    """Hold a rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """Its centre."""
        return (self.x + self.width / 2, self.y + self.height / 2)


@attrs.frozen
class Layout:
    """Hold where everything is; `labels` are the places of names that stand beside what they name."""

    pool: Box
    lanes: dict[str, Box]
    nodes: dict[str, Box]
    flows: dict[str, tuple[Point, ...]]
    labels: dict[str, Box]


def laid_out(given: Graph) -> Layout:
    """Return where the nodes and flows of a process are drawn."""
    of = {node.id: node for node in given.nodes}
    columns = list(dict.fromkeys(node.phase for node in given.nodes))
    rows = {phase: n for n, phases in enumerate(given.lanes.values()) for phase in phases}
    order = {phase: n for n, phase in enumerate(columns)}

    def straight(flow: Flow) -> bool:
        source, target = of[flow.source], of[flow.target]
        if source.phase == target.phase:
            return not flow.id.startswith("step_")
        return order[target.phase] == order[source.phase] + 1 and rows[target.phase] == rows[source.phase]

    rising = [flow for flow in given.flows if not straight(flow) and of[flow.source].kind != "boundaryEvent"]
    sinking = [flow for flow in given.flows if of[flow.source].kind == "boundaryEvent"]
    above, below = (_channels(flows, of, order) for flows in (rising, sinking))
    top = CHANNEL * (max(above.values(), default=-1) + 2)
    bottom = top + ROW * len(given.lanes)
    boxes, width = _boxes(given.nodes, columns, rows, top)
    height = bottom + CHANNEL * (max(below.values(), default=-1) + 2)

    paths: dict[str, tuple[Point, ...]] = {}
    labels: dict[str, Box] = {}
    y: float
    for flow in given.flows:
        source, target = boxes[flow.source], boxes[flow.target]
        if flow in rising:
            y = top - CHANNEL * (above[flow.target] + 1)
            paths[flow.id] = _by_channel(source, target, y, up=True)
        elif flow in sinking:
            y = bottom + CHANNEL * (below[flow.target] + 1)
            paths[flow.id] = _by_channel(source, target, y, up=False)
        else:
            y = source.middle[1]
            paths[flow.id] = ((source.x + source.width, y), (target.x, y))
        if flow.name:
            labels[flow.id] = Box(paths[flow.id][0][0] + 6, y - 18, LETTER * min(len(flow.name), 40), 14)
    labels |= {node.id: _beside(node, boxes[node.id]) for node in given.nodes if _is_named_beside(node)}
    return Layout(Box(0, 0, width, height), _strips(given.lanes, width, top, height), boxes, paths, labels)


def _channels(flows: Iterable[Flow], of: dict[str, Node], order: dict[str, int]) -> dict[str, int]:
    """Return the number of the channel to each target, the shortest next to the rows."""
    return packed((flow.target, order[of[flow.source].phase], order[of[flow.target].phase]) for flow in flows)


def _boxes(
    nodes: Iterable[Node], columns: Iterable[str], rows: dict[str, int], top: float
) -> tuple[dict[str, Box], float]:
    """Return where the nodes are, and how wide all is."""
    boxes: dict[str, Box] = {}
    x: float = 2 * HEAD + BESIDE
    for phase in columns:
        middle = top + ROW * rows[phase] + ROW / 2 - 30
        here = [node for node in nodes if node.phase == phase]
        events = [node for node in here if node.kind == "boundaryEvent"]
        for node in here:
            if node.kind == "boundaryEvent":
                continue
            if node.kind == "userTask":
                width, height = max(150, APART * len(events) + 20), TASK
                for n, event in enumerate(events):
                    at = x + 20 + APART * n
                    boxes[event.id] = Box(at, middle + TASK / 2 - EVENT / 2, EVENT, EVENT)
            else:
                width = height = GATEWAY if node.kind == "exclusiveGateway" else EVENT
            boxes[node.id] = Box(x, middle - height / 2, width, height)
            x += width + BESIDE
        x += BETWEEN - BESIDE
    return boxes, x


def _by_channel(source: Box, target: Box, y: float, *, up: bool) -> tuple[Point, ...]:
    """Return a way out of the top (or the bottom) of a box, along a channel, into that of another."""
    leaves = _port(source, 0.75)
    enters = _port(target, 0.25 if up else 0.04)
    below = 0 if up else 1
    start = (leaves, source.y + below * source.height)
    return (start, (leaves, y), (enters, y), (enters, target.y + below * target.height))


def _port(box: Box, share: float) -> float:
    """Return where a line meets a box: a task somewhere along it, anything smaller in its middle."""
    return box.x + box.width * (share if box.width > GATEWAY else 0.5)


def _is_named_beside(node: Node) -> bool:
    return bool(node.name) and node.kind != "userTask"


def _beside(node: Node, box: Box) -> Box:
    """Return where the name of a node stands: right of an event at a border, below anything else."""
    if node.kind == "boundaryEvent":
        return Box(box.middle[0] + 6, box.y + box.height + 2, APART - 12, 42)
    return Box(box.middle[0] - 45, box.y + box.height + 4, 90, 42)


def _strips(lanes: Iterable[str], width: float, top: float, height: float) -> dict[str, Box]:
    """Return where the lanes are: each a row high; the first and the last hold the channels too."""
    names = list(lanes)
    strips = {}
    for n, name in enumerate(names):
        begin = 0 if n == 0 else top + ROW * n
        end = height if n == len(names) - 1 else top + ROW * (n + 1)
        strips[name] = Box(HEAD, begin, width - HEAD, end - begin)
    return strips
