"""Statuses: each that there is has words, and nothing else has."""

from __future__ import annotations

from typing import get_args

import pytest

import gezondsamen as gs
from gezondsamen.decision.check import Status
from gezondsamen.exchange.page.signs import SIGNS
from gezondsamen.prose import statuses
from gezondsamen.schedule import moments
from tests.support.builders import PROCESSES


def test_each_status_has_words() -> None:
    """Rules, moments, grounds and ends have exactly as many words as there are of them."""
    assert statuses.RULE.keys() == set(get_args(Status))
    assert statuses.MOMENT.keys() == set(get_args(moments.MomentStatus))
    assert statuses.BASIS.keys() == set(gs.Basis)
    assert SIGNS.keys() == statuses.RULE.keys() | statuses.MOMENT.keys()
    ends = {phase.outcome for process in PROCESSES for phase in process.phases if phase.outcome}
    assert statuses.ENDING.keys() == ends


@pytest.mark.parametrize(
    "table", [statuses.RULE, statuses.MOMENT, statuses.BASIS, statuses.ENDING, statuses.NOT_SIMULATED]
)
@pytest.mark.parametrize("number", [0, 1])
def test_no_two_statuses_read_alike(table: dict[str, statuses.Words], number: int) -> None:
    """Within a kind, each status has words of its own in both languages."""
    words = [pair[number] for pair in table.values()]
    assert len(set(words)) == len(words)
    assert all(words)
