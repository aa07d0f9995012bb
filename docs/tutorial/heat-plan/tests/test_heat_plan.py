"""The heat plan, its rules and the board of the town hall."""

import pytest
from heat_plan.board import lines
from heat_plan.process import HEAT_PLAN
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import invariant

import gezondsamen as gs
from gezondsamen.testing import ProcessWalk, assert_process_laws, canonical, collaborations, days_of, paths


def test_the_rules_fit_together():
    assert_process_laws(HEAT_PLAN)


@given(case=collaborations(HEAT_PLAN), data=st.data())
def test_the_board_has_a_line_for_each_step_out_of_the_phase(case, data):
    assert len(lines(case, data.draw(days_of(case)))) == len(HEAT_PLAN.exits(case.phase))


@pytest.mark.parametrize("path", paths(HEAT_PLAN, "rules"), ids=str)
def test_the_board_says_what_a_step_lacks(path):
    for step in path.steps:
        assert f"{step.trigger}: {' '.join(step.unmet) or 'can be done'}" in lines(step.before, step.on)


@given(days=st.integers(0, 5))
def test_a_report_of_three_days_ago_is_late(days):
    case = canonical(HEAT_PLAN, "heat")
    day = case.dossier.first_day
    watch = case.record(gs.Stated(day, "report", "…")).monitor(on=day.replace(day=day.day + days))
    assert [row.requirement.code for row in watch.found] == (["HIT-13"] if days > 2 else [])


class HeatWalk(ProcessWalk):
    process = HEAT_PLAN

    @invariant()
    def a_closed_plan_asks_nothing(self):
        assert bool(lines(self.case, self.day)) == (self.case.phase != "closed")


TestHeatWalk = HeatWalk.TestCase
