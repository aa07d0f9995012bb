"""DOT: a diagram of a process that Graphviz draws."""

from __future__ import annotations

import shutil
import subprocess
from xml.etree import ElementTree

import pytest

import gezondsamen as gs
from gezondsamen.exchange import to_dot
from gezondsamen.exchange.drawn import drawn
from gezondsamen.language import capitalised, language_of
from tests.support.builders import PROCESSES
from tests.support.nasty import nasty_process

SVG = "{http://www.w3.org/2000/svg}"
GRAPHVIZ = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not here")


def read(text: str) -> ElementTree.Element:
    """Return what Graphviz draws of a graph, as SVG."""
    done = subprocess.run(["dot", "-Tsvg"], input=text.encode(), capture_output=True, check=True)
    assert done.stderr == b""
    return ElementTree.fromstring(done.stdout)


def said(part: ElementTree.Element) -> str:
    """Return the words of a part of a picture, as one text without spaces."""
    return "".join("".join(text.itertext()) for text in part.iter(f"{SVG}text")).replace("\xa0", " ")


def spaceless(text: str) -> str:
    return "".join("".join(c if c >= " " or c in "\t\r\n" else "\ufffd" for c in text).split())


@GRAPHVIZ
@pytest.mark.parametrize("process", [*PROCESSES, nasty_process()], ids=lambda p: p.key)
def test_graphviz_draws_each_phase_and_each_step(process: gs.Process) -> None:
    """Nodes bear keys and labels of phases, edges places and labels of steps, whatever these hold."""
    say = language_of("nl")
    shown = drawn(process, say)
    parts = list(read(to_dot(process)).iter(f"{SVG}g"))
    nodes = {p.findtext(f"{SVG}title"): said(p) for p in parts if p.attrib.get("class") == "node"}
    edges = {p.attrib["id"]: said(p) for p in parts if p.attrib.get("class") == "edge"}
    stages = {p.key: f"{p.stage}. " if p.stage is not None else "" for p in shown.phases}
    labels = {p.key: stages[p.key] + capitalised(p.label.nl) for p in shown.phases}
    assert {key: spaceless(text) for key, text in nodes.items()} == {
        key: spaceless(text) for key, text in labels.items()
    }
    assert {key: spaceless(text) for key, text in edges.items()} == {
        t.where: spaceless(t.label.nl) for t in shown.transitions
    }
    below = spaceless("".join(said(p) for p in parts if p.attrib.get("class") == "graph"))
    for text in (process.label.nl, *shown.notes):
        assert spaceless(text) in below


@GRAPHVIZ
@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_visited_phases_are_marked(process: gs.Process) -> None:
    """Graphviz fills those that were visited, even where work rested in them; the present one is not."""
    keys = [phase.key for phase in process.phases]
    parts = list(read(to_dot(process, phase=keys[1], visited=keys)).iter(f"{SVG}g"))
    filled = {
        node.findtext(f"{SVG}title")
        for node in parts
        if node.attrib.get("class") == "node"
        and any(shape.attrib.get("fill", "none") not in ("none", "transparent") for shape in node.iter())
    }
    assert filled == {*keys} - {keys[1]}
    with pytest.raises(KeyError):
        to_dot(process, visited=["nowhere"])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_present_phase_is_marked(lang: str) -> None:
    """One node has a heavy frame where a phase is present, and none otherwise; an unknown one is no phase."""
    assert "penwidth" not in to_dot(gs.PPS, lang=lang)
    for phase in gs.PPS.phases:
        lines = [x for x in to_dot(gs.PPS, lang=lang, phase=phase.key).splitlines() if "penwidth" in x]
        assert [line.split('"')[1] for line in lines] == [phase.key]
    with pytest.raises(KeyError):
        to_dot(gs.PPS, phase="nowhere")
