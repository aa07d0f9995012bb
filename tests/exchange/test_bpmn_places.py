"""BPMN: what the diagram shows stands where a modeller looks for it, and no line crosses a node."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from xml.etree import ElementTree

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.exchange import to_bpmn
from gezondsamen.exchange.markup import in_one_line
from tests.support.builders import PROCESSES
from tests.support.nasty import nasty_process

MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DRAWN = "{http://www.omg.org/spec/BPMN/20100524/DI}"
BOUNDS = "{http://www.omg.org/spec/DD/20100524/DC}Bounds"
WAYPOINT = "{http://www.omg.org/spec/DD/20100524/DI}waypoint"
EVERY = pytest.mark.parametrize("process", [*PROCESSES, nasty_process()], ids=lambda p: p.key)
Point = tuple[float, float]


@attrs.frozen
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def size(self) -> Point:
        return self.right - self.left, self.bottom - self.top

    def holds(self, other: Box) -> bool:
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def meets(self, other: Box) -> bool:
        apart = self.right < other.left or other.right < self.left
        return not apart and self.top <= other.bottom and other.top <= self.bottom


@attrs.frozen
class Diagram:
    """The nodes by kind and id, the lanes from top to bottom, the lines of flows, and the places of names."""

    kinds: dict[str, str]
    boxes: dict[str, Box]
    lanes: tuple[Box, ...]
    lines: dict[str, tuple[Point, ...]]
    ends: dict[str, tuple[str, str]]
    names: dict[str, Box]
    texts: dict[str, str]
    borders: dict[str, str]

    def of_kind(self, kind: str) -> list[Box]:
        return [self.boxes[node] for node, found in self.kinds.items() if found == kind]


def _box(bounds: ElementTree.Element) -> Box:
    x, y, width, height = (float(bounds.attrib[name]) for name in ("x", "y", "width", "height"))
    return Box(x, y, x + width, y + height)


@cache
def diagram(process: gs.Process) -> Diagram:
    root = ElementTree.fromstring(to_bpmn(process))
    kinds = ("startEvent", "userTask", "exclusiveGateway", "boundaryEvent", "endEvent")
    nodes = {x.attrib["id"]: kind for kind in kinds for x in root.iter(f"{MODEL}{kind}")}
    flows = list(root.iter(f"{MODEL}sequenceFlow"))
    shapes = {x.attrib["bpmnElement"]: x for x in root.iter() if "bpmnElement" in x.attrib}
    names = {key: x.find(f"{DRAWN}BPMNLabel/{BOUNDS}") for key, x in shapes.items()}
    named = [x for x in root.iter() if x.attrib.get("id") in {*nodes, *(f.attrib["id"] for f in flows)}]
    bounds = {key: x.find(BOUNDS) for key, x in shapes.items()}
    boxes = {key: _box(x) for key, x in bounds.items() if x is not None}
    return Diagram(
        kinds=nodes,
        boxes=boxes,
        lanes=tuple(boxes[x.attrib["id"]] for x in root.iter(f"{MODEL}lane")),
        lines={
            flow.attrib["id"]: tuple(
                (float(at.attrib["x"]), float(at.attrib["y"]))
                for at in shapes[flow.attrib["id"]].iter(WAYPOINT)
            )
            for flow in flows
        },
        ends={flow.attrib["id"]: (flow.attrib["sourceRef"], flow.attrib["targetRef"]) for flow in flows},
        names={key: _box(x) for key, x in names.items() if x is not None},
        texts={x.attrib["id"]: x.attrib["name"] for x in named if "name" in x.attrib},
        borders={
            x.attrib["id"]: x.attrib["attachedToRef"] for x in root.iter() if "attachedToRef" in x.attrib
        },
    )


@EVERY
def test_a_node_names_the_flows_that_lead_into_it_and_out(process: gs.Process) -> None:
    """Incoming and outgoing flows are those that say so themselves; a gateway joins or parts several."""
    root = ElementTree.fromstring(to_bpmn(process))
    flows = list(root.iter(f"{MODEL}sequenceFlow"))
    for node, kind in diagram(process).kinds.items():
        (x,) = [x for x in root.iter(f"{MODEL}{kind}") if x.attrib["id"] == node]
        into, out = (
            [flow.attrib["id"] for flow in flows if flow.attrib[end] == node]
            for end in ("targetRef", "sourceRef")
        )
        assert [y.text for y in x.iter(f"{MODEL}incoming")] == into
        assert [y.text for y in x.iter(f"{MODEL}outgoing")] == out
        assert bool(into) is (kind not in ("startEvent", "boundaryEvent"))
        assert bool(out) is (kind != "endEvent")
        assert kind == "exclusiveGateway" or len(out) <= 1
        assert (len(into) > 1) != (len(out) > 1) if kind == "exclusiveGateway" else len(into) <= 1


@EVERY
def test_each_node_is_named_by_its_lane(process: gs.Process) -> None:
    """The lane that names a node is the one in which it is drawn; the pool is that of the process."""
    root, seen = ElementTree.fromstring(to_bpmn(process)), diagram(process)
    named = [(x.text, lane.attrib["id"]) for lane in root.iter(f"{MODEL}lane") for x in lane]
    assert sorted(str(node) for node, _ in named) == sorted(seen.kinds)
    assert all(seen.boxes[lane].holds(seen.boxes[str(node)]) for node, lane in named)
    (pool,) = root.iter(f"{MODEL}participant")
    assert pool.attrib["name"] == in_one_line(process.label.nl)
    assert pool.attrib["processRef"] == f"process_{process.key}"
    assert root.attrib["exporter"] == "gezondsamen"
    looks = {x.attrib["bpmnElement"]: x.attrib for x in root.iter() if x.tag.endswith("BPMNShape")}
    level = {key for key, look in looks.items() if look.get("isHorizontal") == "true"}
    marked = {key for key, look in looks.items() if look.get("isMarkerVisible") == "true"}
    assert level == {"pool", *(lane for _, lane in named)}
    assert marked == {node for node, kind in seen.kinds.items() if kind == "exclusiveGateway"}


@EVERY
def test_lanes_fill_the_pool(process: gs.Process) -> None:
    """Lanes lie one below the other without a gap, beside the name of the pool, and hold every node."""
    seen = diagram(process)
    pool = seen.boxes["pool"]
    assert pool.left == pool.top == 0
    assert (seen.lanes[0].top, seen.lanes[-1].bottom) == (pool.top, pool.bottom)
    assert all(above.bottom == below.top for above, below in pairwise(seen.lanes))
    assert {(lane.left, lane.right) for lane in seen.lanes} == {(30, pool.right)}
    boxes = [seen.boxes[node] for node in seen.kinds]
    for box in boxes:
        assert sum(lane.holds(box) for lane in seen.lanes) == 1
        assert box.left >= 60
    assert 0 < pool.right - max(box.right for box in boxes) < 200


@EVERY
def test_nodes_have_the_size_that_modellers_give_them(process: gs.Process) -> None:
    """Events and gateways are square, tasks wide enough for a name and for the events at their border."""
    seen = diagram(process)
    for kind, side in (("startEvent", 36), ("endEvent", 36), ("boundaryEvent", 36), ("exclusiveGateway", 50)):
        assert {box.size for box in seen.of_kind(kind)} <= {(side, side)}
    for node, kind in seen.kinds.items():
        if kind == "userTask":
            events = [seen.boxes[event] for event, task in seen.borders.items() if task == node]
            box = seen.boxes[node]
            assert box.size[1] == 80
            assert box.size[0] >= 150
            assert len(events) > 1 or box.size[0] == 150
            for event in events:
                assert event.middle[1] == box.bottom
                assert box.left < event.left < event.right < box.right
            assert all(b.left - a.left == 100 for a, b in pairwise(sorted(events, key=lambda x: x.left)))


@EVERY
def test_what_belongs_to_a_phase_stands_in_a_row(process: gs.Process) -> None:
    """Nodes of one phase stand at one height, nearer to one another than to those of the next phase."""
    seen = diagram(process)
    own = [
        box for node, box in seen.boxes.items() if seen.kinds.get(node, "boundaryEvent") != "boundaryEvent"
    ]
    ordered = sorted(own, key=lambda box: box.left)
    gaps = [right.left - left.right for left, right in pairwise(ordered)]
    assert {*gaps} <= {40, 150}
    phases = sum(kind in ("userTask", "endEvent") for kind in seen.kinds.values())
    assert gaps.count(150) == phases - 1
    assert {*map(id, ordered)} == {*map(id, own)}
    for left, right in pairwise(ordered):
        if right.left - left.right == 40:
            assert left.middle[1] == right.middle[1]
    for lane in seen.lanes:
        heights = {box.middle[1] for box in own if lane.holds(box)}
        assert len(heights) == 1


@EVERY
def test_lines_cross_no_node(process: gs.Process) -> None:
    """A line touches the border of the nodes it leads from and to, and no other node.

    It goes straight to the right, or along a channel above all nodes (interruptions: below).
    """
    seen = diagram(process)
    boxes = {node: seen.boxes[node] for node in seen.kinds}
    top, bottom = min(box.top for box in boxes.values()), max(box.bottom for box in boxes.values())
    for flow, line in seen.lines.items():
        source, target = seen.ends[flow]
        ends = {source, target, *(seen.borders[x] for x in (source, target) if x in seen.borders)}
        ends |= {event for event, task in seen.borders.items() if task in ends and len(line) == 4}
        for (x, y), (then_x, then_y) in pairwise(line):
            assert x == then_x or y == then_y
            way = Box(min(x, then_x), min(y, then_y), max(x, then_x), max(y, then_y))
            assert {node for node, box in boxes.items() if box.meets(way)} <= ends, flow
        begin, end = boxes[source], boxes[target]
        if len(line) == 2:
            assert line == ((begin.right, begin.middle[1]), (end.left, end.middle[1]))
            assert begin.right < end.left
        else:
            (leaves, from_y), (_, channel), (_, _), (enters, to_y) = line
            up = seen.kinds[source] != "boundaryEvent"
            assert channel < top if up else channel > bottom
            assert (from_y, to_y) == ((begin.top, end.top) if up else (begin.bottom, end.bottom))
            assert begin.left < leaves < begin.right
            assert end.left < enters < end.right
            for box, x in ((begin, leaves), (end, enters)):
                assert x == box.middle[0] or box.size[0] > 50
            assert flow.startswith("step_")


@EVERY
def test_lines_do_not_hide_one_another(process: gs.Process) -> None:
    """No two lines lie on one another, but on their way into the same node or out of it."""
    seen = diagram(process)
    pieces = [(flow, *piece) for flow, line in seen.lines.items() for piece in pairwise(line)]
    for (one, (a_x, a_y), (b_x, b_y)), (other, (c_x, c_y), (d_x, d_y)) in combinations(pieces, 2):
        if seen.ends[one][0] == seen.ends[other][0] or seen.ends[one][1] == seen.ends[other][1]:
            continue
        if a_y == b_y == c_y == d_y:
            assert max(a_x, b_x) < min(c_x, d_x) or max(c_x, d_x) < min(a_x, b_x), (one, other)
        if a_x == b_x == c_x == d_x:
            assert max(a_y, b_y) < min(c_y, d_y) or max(c_y, d_y) < min(a_y, b_y), (one, other)


@EVERY
def test_channels_lie_evenly_inside_the_pool(process: gs.Process) -> None:
    """Channels are as far apart as their names need, the outermost as far from the border of the pool."""
    seen = diagram(process)
    for up in (True, False):
        edge = seen.boxes["pool"].top if up else seen.boxes["pool"].bottom
        channels = {
            abs(line[1][1] - edge)
            for flow, line in seen.lines.items()
            if len(line) == 4 and (seen.kinds[seen.ends[flow][0]] != "boundaryEvent") is up
        }
        assert sorted(channels) == [28 * (n + 1) for n in range(len(channels))]


@EVERY
def test_names_stand_beside_what_they_name(process: gs.Process) -> None:
    """What has a name, and is no task that shows it inside, has a place for it, near it and off its line."""
    seen = diagram(process)
    shown = {key for key, text in seen.texts.items() if text and seen.kinds.get(key) != "userTask"}
    assert seen.names.keys() == shown
    for key, name in seen.names.items():
        if key in seen.lines:
            (x, _), (_, y) = seen.lines[key][:2]
            assert (name.left, name.size[1]) == (x + 6, 14)
            assert 0 < y - name.bottom < 10
            told = 6.5 * min(len(seen.texts[key]), 40)
            assert told - 1 <= name.size[0] <= (told + 1 if process in PROCESSES else 260)
        else:
            box = seen.boxes[key]
            assert 0 < name.top - box.bottom < 6
            beside = seen.kinds[key] == "boundaryEvent"
            assert name.left > box.middle[0] if beside else name.middle[0] == box.middle[0]
            assert name.left - box.middle[0] < 10
            assert (name.size[0] > 80, name.size[1]) == (True, 42)
    nodes = [name for key, name in seen.names.items() if key in seen.kinds]
    assert not [(a, b) for a, b in combinations(nodes, 2) if a.meets(b)]
    assert all(seen.boxes["pool"].holds(name) for name in nodes)
