"""BPMN: a process that modellers of others open and an engine of others runs."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import gezondsamen as gs
from gezondsamen.exchange import to_bpmn
from gezondsamen.exchange.bpmn.graph import graph
from gezondsamen.exchange.bpmn.layout import Box, laid_out
from gezondsamen.exchange.markup import in_one_line
from gezondsamen.prose.scene import Scene
from tests.support.builders import PROCESSES
from tests.support.nasty import nasty_process
from tests.support.paths import paths, places

SpiffWorkflow = pytest.importorskip("SpiffWorkflow", reason="SpiffWorkflow is not here")

from lxml import etree  # it comes with SpiffWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.bpmn.specs.defaults import EndEvent
from SpiffWorkflow.bpmn.specs.event_definitions import SignalEventDefinition
from SpiffWorkflow.bpmn.util.event import BpmnEvent
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.util.task import TaskState

MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
EVERY = pytest.mark.parametrize("process", [*PROCESSES, nasty_process()], ids=lambda p: p.key)
LANGS = pytest.mark.parametrize("lang", ["nl", "en"])


@cache
def schema() -> Any:
    """Return the schema of BPMN 2.0, which the engine brings."""
    folder = Path(SpiffWorkflow.__file__).parent / "bpmn" / "parser" / "schema"
    return etree.XMLSchema(etree.parse(str(folder / "BPMN20.xsd")))


@EVERY
@LANGS
def test_the_schema_allows_it(process: gs.Process, lang: str) -> None:
    """The whole document is valid against the schema of the standard."""
    schema().assertValid(etree.fromstring(to_bpmn(process, lang=lang).encode()))


def specification(process: gs.Process) -> Any:
    """Return what the engine reads of a process."""
    parser = BpmnParser()
    parser.add_bpmn_xml(etree.fromstring(to_bpmn(process).encode()))
    return parser.get_spec(f"process_{process.key}")


def led(process: gs.Process, spec: Any, path: tuple[gs.Transition, ...]) -> list[str]:
    """Return where the engine is before the first step of a path, and after each."""
    run = BpmnWorkflow(spec)
    run.do_engine_steps()
    seen = [_here(run)]
    for step in path:
        exits = process.exits(step.source)
        chosen = [t for t in exits if not t.exceptional] or exits
        if step in chosen:
            (task,) = run.get_tasks(state=TaskState.READY, manual=True)
            task.data["step"] = step.trigger
            task.run()
        else:
            run.send_event(BpmnEvent(SignalEventDefinition(step.trigger)))
        run.do_engine_steps()
        seen.append(_here(run))
    return seen


def _here(run: Any) -> str:
    """Return the phase in which somebody has something to do, or the end that was reached."""
    if not run.completed:
        (task,) = run.get_tasks(state=TaskState.READY, manual=True)
    else:
        (task,) = run.get_tasks(state=TaskState.COMPLETED, spec_class=EndEvent)
    return str(task.task_spec.name).removeprefix("phase_")


@EVERY
def test_an_engine_comes_through_the_same_phases(process: gs.Process) -> None:
    """Along each canonical path, and each step out of it, it is in the phases in which our case is."""
    spec = specification(process)
    for path in paths(process) if process in PROCESSES else [process.transitions]:
        assert led(process, spec, path) == places(path, process)


@EVERY
@LANGS
def test_what_the_process_says_is_carried(process: gs.Process, lang: str) -> None:
    """Each phase and step has its label, and the code, name, text and source of each of its rules."""

    def held(text: str) -> str:
        return in_one_line(text).casefold()

    root = ElementTree.fromstring(to_bpmn(process, lang=lang))
    by_id = {x.attrib["id"]: x for x in root.iter() if "id" in x.attrib}

    def check(ident: str, label: gs.Label, rules: tuple[gs.Requirement, ...]) -> None:
        found = by_id[ident] if f"event_{ident[5:]}" not in by_id else by_id[f"event_{ident[5:]}"]
        assert held(found.attrib["name"]).endswith(held(label.text(lang)))
        said = held(found.findtext(f"{MODEL}documentation") or "")
        for rule in rules:
            for text in (rule.code, rule.name.text(lang), rule.text.text(lang), rule.citation.work.title):
                assert held(text) in said

    for phase in process.phases:
        check(f"phase_{phase.key}", phase.label, phase.watches)
    for step in process.transitions:
        check(f"step_{step.where}", step.label, step.requirements)


@EVERY
@LANGS
def test_the_diagram_shows_everything_once(process: gs.Process, lang: str) -> None:
    """No two nodes overlap, but for events at the border of their task; lines end where nodes are."""
    made = graph(process, Scene(process).voice(lang))
    layout = laid_out(made)
    of = {node.id: node for node in made.nodes}

    def within(inner: Box, outer: Box) -> bool:
        return (
            outer.x <= inner.x
            and outer.y <= inner.y
            and inner.x + inner.width <= outer.x + outer.width
            and inner.y + inner.height <= outer.y + outer.height
        )

    lane_of = {phase: name for name, phases in made.lanes.items() for phase in phases}
    for node in made.nodes:
        assert within(layout.nodes[node.id], layout.lanes[lane_of[node.phase]])
    for (one, a), (two, b) in combinations(layout.nodes.items(), 2):
        if "boundaryEvent" in (of[one].kind, of[two].kind) and of[one].phase == of[two].phase:
            continue
        apart = a.x + a.width < b.x or b.x + b.width < a.x or a.y + a.height < b.y or b.y + b.height < a.y
        assert apart, (one, two)
    for flow in made.flows:
        way = layout.flows[flow.id]
        for (x, y), box in ((way[0], layout.nodes[flow.source]), (way[-1], layout.nodes[flow.target])):
            assert box.x <= x <= box.x + box.width
            assert box.y <= y <= box.y + box.height
        for (x, y), (then_x, then_y) in pairwise(way):
            assert x == then_x or y == then_y
    assert set(Counter(flow.id for flow in made.flows).values()) == {1}


def test_who_acts_is_a_lane() -> None:
    """A phase stands in the lane of the roles that rules of the steps into it name."""
    lanes = graph(gs.PPS, Scene(gs.PPS).voice("en")).lanes
    assert lanes["independent evaluator"] == ("evaluation",)
    assert [phase for phases in lanes.values() for phase in phases if phase == "management"] == ["management"]
    assert len(graph(gs.AGREEMENT, Scene(gs.AGREEMENT).voice("en")).lanes) == 1
