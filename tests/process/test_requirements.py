"""Requirements: rules with a code, a text, conditions and the passage they stand on."""

from __future__ import annotations

from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from tests.support.builders import CITED, PROCESSES, label, rule

ALWAYS = c.OnRecord("purpose")


@pytest.mark.parametrize("code", ["", "OWN", "OWN-1", "own-01", "OWN_01", "OWN-01 ", "1N-01", None])
def test_a_code_is_letters_and_a_number(code: Any) -> None:
    """A code is stable and recognisable: capitals, a hyphen, two digits or more."""
    with pytest.raises(ValueError, match="rule code"):
        rule(code=code)


def test_a_rule_without_a_citation_cannot_be_built() -> None:
    """Every rule carries the passage it stands on."""
    with pytest.raises(TypeError, match="citation"):
        rule(citation="the guide")
    with pytest.raises(TypeError):
        gs.Requirement(code="OWN-01", name=label(), text=label())  # type: ignore[call-arg]


def test_an_unknown_ground_is_refused() -> None:
    """A rule stands on the law, a source, the literature or our own choice; keys are taken too."""
    assert rule(basis="law").basis is gs.Basis.LAW
    with pytest.raises(ValueError, match="hearsay"):
        rule(basis="hearsay")


def test_a_rule_is_shown_by_its_code_and_name() -> None:
    """A rule prints short: what it asks, and after which source, is asked of it."""
    assert repr(rule(ALWAYS)) == "Requirement('OWN-01', 'eigen regel')"


def test_without_conditions_it_is_a_note() -> None:
    """A rule with nothing to judge is a note."""
    assert rule().is_note
    assert not rule(ALWAYS).is_note


def test_asking_something_else_keeps_the_rule() -> None:
    """A rule asked otherwise in another slot keeps its code, texts and citation."""
    other = rule(ALWAYS).asking(c.RoleFilled())
    assert other.conditions == (c.RoleFilled(),)
    assert other.asking(ALWAYS) == rule(ALWAYS)


def test_a_path_leads_to_the_condition() -> None:
    """A finding's path leads to the condition that was not met, however deep."""
    deep = rule(ALWAYS, c.AnyOf((c.RoleFilled(), c.AllOf((c.InContact(), c.Agreed())))))
    assert deep.condition_at((0,)) == ALWAYS
    assert deep.condition_at((1, 1, 1)) == c.Agreed()
    with pytest.raises(LookupError, match="OWN-01 has no condition at"):
        deep.condition_at((0, 0))


def test_conditions_may_come_from_anywhere() -> None:
    """Conditions given as a list or a generator become a tuple."""
    given: Any = [ALWAYS]
    made = gs.Requirement(code="OWN-01", name=label(), text=label(), conditions=given, citation=CITED)
    assert made == rule(ALWAYS, name=label(), text=label())


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_every_rule_that_is_not_our_choice_can_be_looked_up(process: gs.Process) -> None:
    """A rule of a source, the literature or a law names a heading, first words or an address."""
    for code, found in process.requirements.items():
        if found.basis is not gs.Basis.CHOICE:
            cited = found.citation
            assert cited.heading or cited.opening or cited.address, code
        else:
            assert found.choice is not None, code
