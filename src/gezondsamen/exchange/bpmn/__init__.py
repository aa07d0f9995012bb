"""BPMN: a process as OMG's Business Process Model and Notation 2.0, with a diagram."""

from __future__ import annotations

from collections.abc import Iterator

from gezondsamen.arguments import check
from gezondsamen.exchange.bpmn.graph import Flow, Graph, Node, graph, task
from gezondsamen.exchange.bpmn.layout import Box, Layout, laid_out
from gezondsamen.exchange.markup import OWN_SPACE, Markup, element, in_one_line, join
from gezondsamen.process.process import Process
from gezondsamen.prose.scene import Scene

_SPACES = {
    "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
    "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


def to_bpmn(process: Process, *, lang: str = "nl") -> str:
    """Return a process as BPMN 2.0 XML, with the layout of its diagram.

    Phases are user tasks (`phase_management`), the steps out of one a choice between flows, exceptional
    steps signals at the border of the task, ends end events. The lane of a phase is that of the roles
    that rules of the steps into it name. What rules ask, with sources, is documentation: no engine judges it.

    An engine chooses a flow by a variable `step` that holds the trigger, and an exceptional step by the
    signal with the name of its trigger.

    Raises `InvalidArgument` for a language without texts.

    >>> from gezondsamen.phases import PPS
    >>> 'name="5. Management of the partnership"' in to_bpmn(PPS, lang="en")
    True
    """
    check("process", process, Process, "a process, such as gs.PPS")
    voice = Scene(process).voice(lang)
    made = graph(process, voice)
    signals = dict.fromkeys(node.signal for node in made.nodes if node.signal)
    name = in_one_line(voice.label(process.label))
    definitions = element(
        "bpmn:definitions",
        [join("\n", element("bpmn:signal", id=f"signal_{key}", name=key)) for key in signals],
        "\n",
        element(
            "bpmn:collaboration",
            element("bpmn:participant", id="pool", name=name, processRef=f"process_{process.key}"),
            id="collaboration",
        ),
        "\n",
        _process(process, made, name),
        "\n",
        _diagram(made, laid_out(made)),
        "\n",
        id=f"definitions_{process.key}",
        targetNamespace=OWN_SPACE,
        exporter="gezondsamen",
        **_SPACES,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{definitions}\n'


def _process(process: Process, made: Graph, name: str) -> Markup:
    return element(
        "bpmn:process",
        _lane_set(made),
        [join("\n", _node(node, made)) for node in made.nodes],
        [join("\n", _flow(flow)) for flow in made.flows],
        "\n",
        id=f"process_{process.key}",
        name=name,
        isExecutable="true",
    )


def _lane_set(made: Graph) -> Markup:
    lanes = (
        element(
            "bpmn:lane",
            [element("bpmn:flowNodeRef", node.id) for node in made.nodes if node.phase in phases],
            id=f"lane_{n}",
            name=in_one_line(name),
        )
        for n, (name, phases) in enumerate(made.lanes.items())
    )
    return join("\n", element("bpmn:laneSet", [join("\n", lane) for lane in lanes], id="lanes"))


def _node(node: Node, made: Graph) -> Markup:
    at_border = node.kind == "boundaryEvent"
    return element(
        f"bpmn:{node.kind}",
        _documented(node.text),
        [element("bpmn:incoming", flow.id) for flow in made.flows if flow.target == node.id],
        [element("bpmn:outgoing", flow.id) for flow in made.flows if flow.source == node.id],
        element("bpmn:signalEventDefinition", id=f"hears_{node.id}", signalRef=f"signal_{node.signal}")
        if at_border
        else None,
        id=node.id,
        name=in_one_line(node.name) or None,
        attachedToRef=task(node.phase) if at_border else None,
    )


def _flow(flow: Flow) -> Markup:
    condition = {"xsi:type": "bpmn:tFormalExpression"}
    return element(
        "bpmn:sequenceFlow",
        _documented(flow.text),
        element("bpmn:conditionExpression", f'step == "{flow.choice}"', **condition) if flow.choice else None,
        id=flow.id,
        name=in_one_line(flow.name) or None,
        sourceRef=flow.source,
        targetRef=flow.target,
    )


def _documented(text: str) -> Markup | None:
    return element("bpmn:documentation", text) if text else None


def _diagram(made: Graph, layout: Layout) -> Markup:
    shapes: Iterator[Markup] = (
        _shape(node.id, layout.nodes[node.id], layout.labels.get(node.id), **_look(node))
        for node in made.nodes
    )
    edges = (_edge(flow, layout) for flow in made.flows)
    lanes = (_shape(f"lane_{n}", box, isHorizontal="true") for n, box in enumerate(layout.lanes.values()))
    return element(
        "bpmndi:BPMNDiagram",
        element(
            "bpmndi:BPMNPlane",
            join("\n", _shape("pool", layout.pool, isHorizontal="true")),
            [join("\n", part) for part in (*lanes, *shapes, *edges)],
            id="plane",
            bpmnElement="collaboration",
        ),
        id="diagram",
    )


def _look(node: Node) -> dict[str, str]:
    return {"isMarkerVisible": "true"} if node.kind == "exclusiveGateway" else {}


def _shape(of: str, box: Box, label: Box | None = None, **look: str) -> Markup:
    named = None if label is None else element("bpmndi:BPMNLabel", _bounds(label))
    return element("bpmndi:BPMNShape", _bounds(box), named, id=f"{of}_shape", bpmnElement=of, **look)


def _edge(flow: Flow, layout: Layout) -> Markup:
    label = layout.labels.get(flow.id)
    return element(
        "bpmndi:BPMNEdge",
        [element("di:waypoint", x=f"{x:.0f}", y=f"{y:.0f}") for x, y in layout.flows[flow.id]],
        None if label is None else element("bpmndi:BPMNLabel", _bounds(label)),
        id=f"{flow.id}_edge",
        bpmnElement=flow.id,
    )


def _bounds(box: Box) -> Markup:
    return element(
        "dc:Bounds", x=f"{box.x:.0f}", y=f"{box.y:.0f}", width=f"{box.width:.0f}", height=f"{box.height:.0f}"
    )
