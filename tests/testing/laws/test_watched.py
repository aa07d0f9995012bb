"""Watched rules that never warn are found, and no other."""

from __future__ import annotations

import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.testing import broken_laws
from gezondsamen.testing.laws.watched import rules_that_never_warn
from tests.support.builders import PROCESSES, rule, tiny

ALWAYS: list[c.Condition] = [
    c.PartyCount(at_least=0),
    c.RecordCount("purpose", at_least=0),
    c.AnyOf((c.OnRecord("purpose"), c.PartyCount(at_least=0))),
]

SOMETIMES: list[c.Condition] = [
    c.OnRecord("purpose"),
    c.PartyCount(at_most=3),
    c.InContact(every=gs.Every(months=3)),  # asked for once a period has passed
    c.Paired("purpose", "rationale", within=gs.Every(years=1)),
    c.TermRuns(),
    c.ActionCount(at_most=2),
]


@pytest.mark.parametrize("condition", ALWAYS, ids=str)
def test_a_rule_that_always_holds_is_found(condition: c.Condition) -> None:
    """What no case can break is watched in vain."""
    (problem,) = broken_laws(tiny(watches=(rule(condition),)))
    assert (problem.code, problem.where) == ("never-warns", "work")
    assert problem.message == "OWN-01 is watched here and never warns: it always holds"


@pytest.mark.parametrize("condition", SOMETIMES, ids=str)
def test_a_rule_that_can_be_broken_is_none(condition: c.Condition) -> None:
    """A rule that warns in one case that can be made, on one day, is worth watching."""
    assert list(rules_that_never_warn(tiny(watches=(rule(condition),)))) == []


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
def test_no_process_watches_in_vain(process: gs.Process) -> None:
    """Every rule that a process that ships watches can warn."""
    assert list(rules_that_never_warn(process)) == []
