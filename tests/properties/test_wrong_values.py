"""Wrong values in the fields of words, rules and facts: refused, or judged by their holder."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen import examples
from gezondsamen.catalogue.instruments import PARTNERSHIPS_ANALYSIS_TOOL
from gezondsamen.errors import GezondsamenError
from gezondsamen.phases import PROCESSES
from gezondsamen.testing.laws.arguments import wrong_values
from tests.support.builders import DAY, joined, started


def _kept(value: Any, found: dict[type[Any], Any]) -> None:
    """Keep the first value of each class of this library inside a value."""
    if isinstance(value, tuple):
        for inner in value:
            _kept(inner, found)
    elif attrs.has(type(value)):
        found.setdefault(type(value), value)
        for field in attrs.fields(type(value)):
            _kept(getattr(value, field.name), found)


def _found() -> dict[type[Any], Any]:
    """Return a value of each class of which processes, instruments, programmes and journals are made."""
    found: dict[type[Any], Any] = {}
    for process in PROCESSES.values():
        _kept((process.phases, process.transitions, process.evaluation_points, process.terms), found)
    for key in examples.ids():
        _kept(examples.load(key).case.entries_after(0), found)
    _kept(PARTNERSHIPS_ANALYSIS_TOOL, found)
    return found


FOUND = _found()


@pytest.mark.parametrize("kind", FOUND, ids=lambda kind: kind.__name__)
def test_a_wrong_field_is_refused_by_name(kind: type[Any]) -> None:
    """A field with a value of another kind is left to others to judge, or refused in words that name it."""
    value = FOUND[kind]
    for field in attrs.fields(kind):
        for wrong in wrong_values() if field.init else ():
            try:
                attrs.evolve(value, **{field.alias or field.name: wrong})
            except GezondsamenError as error:
                assert str(error)
            except (TypeError, ValueError) as error:
                assert field.name in str(error) or kind.__name__ in str(error)


def _process(rule: gs.Requirement) -> gs.Process:
    return gs.PPS.adapt(key="own", replace={rule.code: rule})


ONE_OF_EACH = tuple({type(wrong): wrong for wrong in wrong_values()}.values())
RULE = gs.PPS.requirements["KEN-04"]
PLACES: dict[str, Any] = {
    "phases": gs.PPS.phases,
    "transitions": gs.PPS.transitions,
    "evaluation_points": gs.PPS.evaluation_points,
    "terms": gs.PPS.terms,
}


@pytest.mark.parametrize("place", PLACES)
def test_what_a_process_takes_can_be_used(place: str) -> None:
    """A process with a wrong value in a part of it is refused, or can judge, say and keep a case."""
    first, *others = PLACES[place]
    for field in attrs.fields(type(first)):
        for wrong in ONE_OF_EACH if field.init else ():
            try:
                part = attrs.evolve(first, **{field.alias or field.name: wrong})
                parts: dict[str, Any] = {place: (part, *others)}
                process = attrs.evolve(gs.PPS, **parts)
            except (GezondsamenError, TypeError, ValueError):
                continue
            _use(process)


def test_what_a_rule_takes_can_be_used() -> None:
    """A rule with a wrong value in a field is refused, or a case can be judged by it."""
    for field in attrs.fields(gs.Requirement):
        for wrong in ONE_OF_EACH:
            try:
                process = _process(attrs.evolve(RULE, **{field.name: wrong}))
            except (GezondsamenError, TypeError, ValueError):
                continue
            _use(process)


def _use(process: gs.Process) -> None:
    try:
        case = started(process, joined("g"), gs.Stated(DAY, "purpose", "x"))
        assert case.check("start", on=DAY).explain("nl")
        assert gs.dumps(case)
        assert gs.dumps(process)
    except GezondsamenError as error:
        assert str(error)
