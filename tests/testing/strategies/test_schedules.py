"""Schedules are drawn: those of a case that is given, or of any case of a process."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.schedule.moments import Schedule
from gezondsamen.terms import words
from gezondsamen.testing import (
    canonical,
    schedules,
)
from gezondsamen.testing.strategies.facts import RECORDED
from tests.support.builders import PROCESSES, later, tiny

LAWS = settings(deadline=None, derandomize=True, max_examples=30)
SIMPLEST = settings(deadline=None, database=None, derandomize=True, phases=(Phase.generate, Phase.shrink))

CASE = canonical(gs.PPS, "management")
BARE = tiny(terms=())
"""A process without words."""

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
EVERY_KIND = pytest.mark.parametrize("kind", RECORDED, ids=lambda kind: kind.__name__)


def simplest(strategy: st.SearchStrategy[Any]) -> Any:
    return find(strategy, lambda _: True, settings=SIMPLEST)


def known(process: gs.Process, value: Any) -> bool:
    return all(key in process.vocabulary[scheme] for scheme, key in words(value))


@EVERY_PROCESS
@settings(LAWS, max_examples=15)
@given(data=st.data())
def test_schedules_are_those_of_a_case(process: gs.Process, data: st.DataObject) -> None:
    """A schedule is that of a case, as of a day, in order."""
    schedule = data.draw(schedules(process))
    assert isinstance(schedule, Schedule)
    assert schedule.on <= schedule.until
    days = [moment.on for moment in schedule]
    assert days == sorted(days)


@settings(LAWS, max_examples=10)
@given(st.data())
def test_a_schedule_is_that_of_what_is_given(data: st.DataObject) -> None:
    """Case, days and calendar that are given make the schedule."""
    on, until = later(10), later(900)
    drawn = data.draw(schedules(gs.PPS, case=CASE, on=on, until=until, calendar=None))
    assert drawn == gs.evaluation_schedule(CASE, on=on, until=until)
    assert len(drawn) > 0
