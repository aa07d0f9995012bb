"""Every kind of condition, with every field it has, is judged as the second reading has it."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gezondsamen.process import conditions as c
from gezondsamen.testing.laws import second_reading as both
from tests.testing.reference.conditions import EVERY_KIND, processes_of
from tests.testing.reference.stories import Story


def test_every_kind_is_drawn() -> None:
    """There is a strategy for each kind of the closed union."""
    assert set(EVERY_KIND) == set(get_args(c.Condition))


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
@settings(max_examples=6)
@given(data=st.data())
def test_a_kind_is_judged_as_it_is_described(kind: type, data: st.DataObject) -> None:
    """Status, findings and evidence are those of the second reading, at steps and watching."""
    process = data.draw(processes_of(kind))
    case = Story(process, data.draw(st.integers(0, 2**32))).told()
    last = max(entry.fact.on for entry in case.entries_after(0))
    day = last + timedelta(data.draw(st.sampled_from((0, 1, 92))))
    differences = [*both.rule_differences(case, day), *both.party_differences(case, day)]
    assert not differences, (differences[0], case.entries_after(0))
