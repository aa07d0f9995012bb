"""Schedules of drawn cases, by shipped and by drawn evaluation points, are what their entries say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.errors import InvalidRecord
from gezondsamen.process import evaluation_points as p
from gezondsamen.schedule.calendars import Direction
from gezondsamen.testing import agreements, calendars, collaborations, facts
from gezondsamen.testing.laws.moments import broken_moments
from tests.support.builders import CITED, PROCESSES, label
from tests.support.profiles import examples

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
DIRECTIONS: tuple[Direction, ...] = ("following", "preceding")
PERIODS = st.sampled_from(
    (
        gs.Every(months=1),
        gs.Every(months=3),
        gs.Every(months=5),
        gs.Every(years=1),
        gs.Every(years=2),
        gs.Every(weeks=6),
        gs.Every(months=1, days=3),
    )
)
WINDOWS = st.sampled_from(
    [
        p.Window(first, last)
        for first, last in (("05-01", "07-15"), ("12-01", "01-31"), ("02-01", "02-29"), ("08-01", "10-31"))
    ]
)
TOPICS = ("breach", "purpose", "rationale")
KINDS = ("periodic", "final", "progress_talk")


def now_and_then(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw nothing in three of four draws."""
    return st.integers(0, 3).flatmap(lambda n: inner if n == 3 else st.none())


def anchors(process: gs.Process) -> st.SearchStrategy[p.Anchor]:
    """Draw an anchor of each kind, in the words of a process."""
    return st.one_of(
        st.sampled_from([p.OnPhase(phase.key) for phase in process.phases]),
        st.sampled_from([p.OnTrigger(step.trigger) for step in process.transitions]),
        st.sampled_from(
            [p.OnTerm("start"), p.OnTerm("end"), p.OnAction(), p.OnPartyLeft(), p.OnSchoolYear()]
        ),
        st.builds(p.OnStatement, st.sampled_from(TOPICS), st.sampled_from(("on", "until"))),
    )


def points(process: gs.Process) -> st.SearchStrategy[p.EvaluationPoint]:
    """Draw an evaluation point of any shape."""
    running = [phase.key for phase in process.phases if phase.kind != "final"]
    events = st.tuples(anchors(process), now_and_then(PERIODS))
    return st.builds(
        p.EvaluationPoint,
        key=st.just("own"),
        label=st.just(label("eigen")),
        kind=st.sampled_from(KINDS),
        anchor=anchors(process),
        every=st.none() | PERIODS,
        offset=now_and_then(PERIODS),
        fraction=now_and_then(st.sampled_from((0.25, 0.5, 0.9))),
        before_end=now_and_then(PERIODS),
        window=now_and_then(WINDOWS),
        on_events=st.lists(events, max_size=1).map(tuple),
        while_in=st.just(()) | st.lists(st.sampled_from(running), max_size=3, unique=True).map(tuple),
        min_term=now_and_then(PERIODS),
        min_count=st.sampled_from((1, 1, 2, 3, 5)),
        optional=st.booleans(),
        contacts=st.sampled_from(((), ("plenary",), ("progress_talk", "individual"))),
        topics=st.sampled_from(((), ("purpose",), ("breach", "rationale"))),
        citation=st.just(CITED),
    )


def cases(process: gs.Process) -> st.SearchStrategy[gs.Collaboration]:
    if process.subject == "agreement":
        return agreements()
    return collaborations(process, max_edits=6) | agreements(process)


def happened(case: gs.Collaboration, data: st.DataObject, today: date) -> gs.Collaboration:
    """Return the case with what moments are counted from and answered by, as far as it can be recorded."""
    days = st.dates(case.dossier.first_day, max(today, case.dossier.first_day))
    kinds = (gs.Stated, gs.Met, gs.EvaluationHeld, gs.ActionAgreed, gs.PartyLeft)
    told = st.lists(facts(case.process, *kinds, case=case, on=days), max_size=6)
    ids = [moment.id for moment in gs.evaluation_schedule(case, on=today, until=today + timedelta(days=900))]
    naming = st.builds(
        gs.EvaluationHeld, days, st.sampled_from(KINDS), point=st.sampled_from(ids or ("own",))
    )
    for fact in (*data.draw(told), *data.draw(st.lists(naming, max_size=2))):
        try:
            case = case.record(fact)
        except InvalidRecord:
            continue
    return case


def look(case: gs.Collaboration, data: st.DataObject) -> None:
    today = case.dossier.first_day + timedelta(days=data.draw(st.integers(0, 2000)))
    case = happened(case, data, today)
    calendar, direction = data.draw(st.none() | calendars()), data.draw(st.sampled_from(DIRECTIONS))
    until = today + timedelta(days=data.draw(st.integers(0, 1500)))
    assert broken_moments(case, on=today, until=until, calendar=calendar, direction=direction) == ()


@EVERY_PROCESS
@settings(max_examples=examples(40), deadline=None)
@given(data=st.data())
def test_a_schedule_is_what_its_entries_say(process: gs.Process, data: st.DataObject) -> None:
    """On any day, through any day, on working days of any calendar, the library and the reading agree."""
    look(data.draw(cases(process)), data)


@EVERY_PROCESS
@settings(max_examples=examples(40), deadline=None)
@given(data=st.data())
def test_a_drawn_point_has_the_moments_that_are_read(process: gs.Process, data: st.DataObject) -> None:
    """The same for an evaluation point of any shape, counted from anything."""
    case = data.draw(cases(process))
    which = data.draw(points(case.process))
    first = attrs.evolve(case.process, evaluation_points=(which,))
    look(attrs.evolve(case, processes=(first, *case.processes[1:])), data)
