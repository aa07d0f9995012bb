"""The law of rhythms holds for every process that ships, and finds what the schedule leaves out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.process.evaluation_points import OnSchoolYear, Window
from gezondsamen.testing import assert_schedule_keeps_rhythm, broken_rhythms
from tests.support.builders import DAY, PROCESSES, joined, label, rule, tiny
from tests.support.journeys import begun, journey, schedule

CALENDARS: dict[str, Any] = {
    "none": None,
    "weekends": gs.WEEKENDS,
    "public": gs.DutchCalendar(),
    "school": gs.DutchCalendar("zuid"),
}
PERIODS = (
    gs.Every(weeks=3),
    gs.Every(months=1),
    gs.Every(months=1, days=20),
    gs.Every(months=5),
    gs.Every(months=6),
    gs.Every(years=2),
)
EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
QUARTER = gs.Every(months=3)


@EVERY_PROCESS
def test_who_follows_the_schedule_hears_nothing(process: gs.Process) -> None:
    """Every moment held on its day, and no other contact: over twice the longest period nothing is asked."""
    assert_schedule_keeps_rhythm(process)


FEW: st.SearchStrategy[int | gs.Every] = st.sampled_from((1, 2, 4))
AGES: st.SearchStrategy[int | gs.Every] = st.sampled_from(PERIODS[3:])
"""Of what is renewed by a day: longer than a school holiday, in which nobody can renew it."""
OTHERS: st.SearchStrategy[int | gs.Every] = st.sampled_from(PERIODS)


@EVERY_PROCESS
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_whatever_the_periods_and_the_free_days(process: gs.Process, data: st.DataObject) -> None:
    """The same with other limits, on working days of a calendar, moved either way."""
    limits: dict[str, int | gs.Every] = {
        key: data.draw(AGES if key == "figures_age" else OTHERS if isinstance(limit.value, gs.Every) else FEW)
        for key, limit in process.limits.items()
        if limit.value in (2, 3) or isinstance(limit.value, gs.Every)
    }
    own = process.adapt(key="own", limits=limits) if limits else process
    calendar = CALENDARS[data.draw(st.sampled_from(list(CALENDARS)))]
    direction: Any = data.draw(st.sampled_from(("following", "preceding")))
    assert_schedule_keeps_rhythm(own, calendar=calendar, direction=direction, years=1)


PLANNED = [(p, point) for p in PROCESSES for point in p.evaluation_points if point.rule is not None]


@pytest.mark.parametrize(("process", "point"), PLANNED, ids=[f"{p.key}.{x.key}" for p, x in PLANNED])
def test_a_point_has_the_period_of_its_rule(process: gs.Process, point: gs.EvaluationPoint) -> None:
    """A point that plans a rhythm names a rule of the process, and has the very same period or limit."""
    assert point.rule is not None
    asked = process.requirements[point.rule].conditions
    periods = [getattr(x, name, None) for x in asked for name in ("every", "within", "max_age")]
    assert (point.every or point.offset) in periods
    watching = {x.key for x in process.phases if point.rule in {r.code for r in x.watches}}
    assert set(point.while_in) <= watching


RHYTHMS: list[tuple[str, c.Condition]] = [
    ("talk", c.InContact("progress_talk", every=QUARTER)),
    ("school year", c.InContact("start_talk", school_year=True)),
    ("age", c.OnRecord("local_figures", max_age=gs.Every(years=1))),
    ("answer", c.Paired("issue_noticed", "issue_raised", "after", QUARTER)),
]


@pytest.mark.parametrize("asked", [x for _, x in RHYTHMS], ids=[name for name, _ in RHYTHMS])
def test_a_rhythm_without_a_point_is_found(asked: c.Condition) -> None:
    """A host whose phase watches what no point plans is told which rule, where, and when it warns."""
    process = tiny(watches=(rule(asked),))
    (problem, *_) = broken_rhythms(process)
    assert (problem.code, problem.where) == ("off-schedule", "work")
    with pytest.raises(AssertionError, match="misses"):
        assert_schedule_keeps_rhythm(process)


def test_a_school_year_is_kept_by_a_moment_in_each() -> None:
    """What is asked each school year is kept by a start talk before the end of October."""
    start_talk = gs.EvaluationPoint(
        key="start_talk",
        label=label("startgesprek"),
        kind="contact",
        anchor=OnSchoolYear(),
        window=Window("08-01", "10-31"),
        contacts="start_talk",
        citation=gs.Citation(gs.Work("own", "Own handbook")),
    )
    watched = rule(c.InContact("start_talk", school_year=True))
    process = tiny(watches=(watched,), evaluation_points=(start_talk,))
    assert_schedule_keeps_rhythm(process, years=4)
    assert broken_rhythms(attrs.evolve(process, evaluation_points=()), years=4)


# --- away and back ------------------------------------------------------------------------------------------

AWAY = [
    (gs.INTEGRAL, "maintenance", "suspend", "resume"),
    (gs.INTEGRAL, "maintenance", "open_evaluation", "continue"),
    (gs.PPS, "management", "open_evaluation", "continue"),
    (gs.NETWORK, "active_network", "report_stagnation", "reactivate"),
    (gs.HEALTHY_SCHOOL, "execution", "suspend", "resume"),
    (gs.WELLBEING_SCHOOL, "execution", "open_evaluation", "continue"),
    (gs.POLICY_CYCLE, "execution", "open_evaluation", "continue"),
]
"""A phase that watches rhythms, a step out of it, and the step back."""


@pytest.mark.parametrize(
    ("process", "phase", "away", "back"), AWAY, ids=[f"{p.key}.{a}" for p, _, a, _ in AWAY]
)
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_nor_does_who_was_away_for_a_while(
    process: gs.Process, phase: str, away: str, back: str, data: st.DataObject
) -> None:
    """Left and entered again on any days, the phase asks nothing of who holds what is planned while in it."""
    left = DAY + timedelta(days=data.draw(st.integers(0, 500)))
    returned = left + timedelta(days=data.draw(st.integers(0, 500)))
    newcomer = DAY + timedelta(days=data.draw(st.integers(0, 800)))
    kind = "school" if process in (gs.HEALTHY_SCHOOL, gs.WELLBEING_SCHOOL) else "municipality"
    figures = gs.Stated(DAY, "local_figures", "…")
    case = begun(process, phase, DAY, joined("a", kind), joined("b", "knowledge_institute"), figures)
    case = journey(case, (left, away), (returned, back)).record(joined("new", kind, on=newcomer))
    rhythms = {x.rule for x in process.evaluation_points} | {"EVA-03", "EVA-05", "EVA-06"}
    end = DAY + timedelta(days=1500)
    for day, moments in schedule(case, on=returned, until=end).by_day().items():
        if left <= day < returned:
            continue
        for on in (day - timedelta(days=1), day):
            if on == day:
                parties = tuple(x.id for x in case.parties(on=day))
                kinds = [k for m in moments for k in (m.point.contacts[-1:] or (m.point.kind,))]
                talks = [k for k in kinds if k in process.vocabulary["contact_kind"]]
                case = case.record(*(gs.Met(day, talk, parties) for talk in talks))
            if on >= DAY and case.dossier.as_of(on).track("main").phase == phase:
                found = {row.requirement.code for row in case.monitor(on=on).found}
                assert not found & rhythms, (on, left, returned, newcomer)
