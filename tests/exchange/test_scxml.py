"""SCXML: a process as a state chart that an engine of others runs."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from statemachine.io.scxml.processor import SCXMLProcessor

import gezondsamen as gs
from gezondsamen.exchange import to_scxml
from gezondsamen.exchange.markup import in_one_line
from tests.support.builders import PROCESSES
from tests.support.nasty import nasty_process
from tests.support.paths import paths, places

SPACE = "{http://www.w3.org/2005/07/scxml}"
OWN = "{urn:gezondsamen:}"


def chart(process: gs.Process) -> SCXMLProcessor:
    """Return what the engine reads of a process."""
    read = SCXMLProcessor()
    read.parse_scxml(process.key, to_scxml(process))
    return read


def led(chart: SCXMLProcessor, path: tuple[gs.Transition, ...]) -> list[str]:
    """Return where an engine is before the first step of a path, and after each."""
    machine: Any = chart.start()  # type: ignore[no-untyped-call]
    seen = [*machine.configuration_values]
    for step in path:
        machine.send(step.trigger)
        seen += machine.configuration_values
    return seen


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_an_engine_comes_through_the_same_phases(process: gs.Process) -> None:
    """Along each canonical path, and each step out of it, it is in the phases in which our case is."""
    read = chart(process)
    for path in paths(process):
        assert led(read, path) == places(path, process)


def test_any_key_is_a_state_and_an_event() -> None:
    """A phase or a trigger may be called as words of the format, or of the engine."""
    process = nasty_process()
    assert led(chart(process), process.transitions) == places(process.transitions, process)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("process", [*PROCESSES, nasty_process()], ids=lambda p: p.key)
def test_states_and_transitions_bear_their_labels(process: gs.Process, lang: str) -> None:
    """Labels are read back in the language asked for, but for signs that XML cannot hold."""

    def held(label: gs.Label) -> str:
        return in_one_line(label.text(lang))

    root = ElementTree.fromstring(to_scxml(process, lang=lang))
    states = [x for x in root if x.tag in (f"{SPACE}state", f"{SPACE}final")]
    assert [(x.attrib["id"], x.attrib[f"{OWN}label"]) for x in states] == [
        (phase.key, held(phase.label)) for phase in process.phases
    ]
    assert [x.attrib["id"] for x in states if x.tag == f"{SPACE}final"] == [
        phase.key for phase in process.phases if phase.kind == "final"
    ]
    found = {
        (state.attrib["id"], step.attrib["event"]): (step.attrib.get("target"), step.attrib[f"{OWN}label"])
        for state in states
        for step in state
    }
    assert found == {
        (t.source, t.trigger): (None if t.is_loop else t.target, held(t.label)) for t in process.transitions
    }
