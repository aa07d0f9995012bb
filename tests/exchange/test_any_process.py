"""Any process that a host makes is read by others as ours are."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

import gezondsamen as gs
from gezondsamen.exchange import to_bpmn, to_case_type, to_svg
from gezondsamen.testing import processes
from tests.exchange.test_bpmn import led as led_through_bpmn
from tests.exchange.test_bpmn import schema, specification
from tests.exchange.test_case_type import ARCHIVE, OWN, faults
from tests.exchange.test_scxml import chart
from tests.exchange.test_scxml import led as led_through_scxml
from tests.support.paths import places
from tests.support.profiles import examples

etree = pytest.importorskip("lxml.etree")


def wandered(process: gs.Process, steps: int) -> tuple[gs.Transition, ...]:
    """Return a way through a process that takes another exit each time."""
    path: list[gs.Transition] = []
    here = process.initial
    while len(path) < steps and (exits := process.exits(here)):
        path.append(exits[len(path) * 7 % len(exits)])
        here = path[-1].target
    return tuple(path)


@settings(max_examples=examples(100))
@given(processes())
def test_any_process_runs_and_is_valid(process: gs.Process) -> None:
    """Its pictures are well-formed, engines come through the same phases, schemas allow it."""
    for phase in (None, *(phase.key for phase in process.phases)):
        ElementTree.fromstring(to_svg(process, phase=phase))
    schema().assertValid(etree.fromstring(to_bpmn(process).encode()))
    path = wandered(process, 8)
    assert led_through_bpmn(process, specification(process), path) == places(path, process)
    assert led_through_scxml(chart(process), path) == places(path, process)


@settings(max_examples=examples(100))
@given(processes())
def test_any_process_is_a_case_type(process: gs.Process) -> None:
    """The published API allows each of its resources."""
    ends = [phase.key for phase in process.phases if phase.kind == "final"]
    made = to_case_type(process, catalogue=OWN, archive=dict.fromkeys(ends, ARCHIVE))
    for name, resources in made.resources.items():
        assert [faults(name, resource) for resource in resources] == [[]] * len(resources)
