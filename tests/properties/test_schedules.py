"""Laws of schedules: over every process, random courses of events, calendars and horizons."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.dossier.facts import StepTaken, TrackOpened
from gezondsamen.phases import pps
from gezondsamen.process.evaluation_points import OnSchoolYear
from gezondsamen.schedule.moments import Moment, Schedule
from gezondsamen.testing.building.changes import moved
from tests.support.builders import DAY, PROCESSES, later
from tests.support.journeys import begun, journey, pact, schedule

FEW = settings(settings.get_profile("ci"), max_examples=20)
EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)


class Wednesdays:
    known_until = None

    def free(self, day: date) -> gs.Label | None:
        return gs.Label("woensdag", "Wednesday") if day.weekday() == 2 else None


CALENDARS: dict[str, Any] = {
    "none": None,
    "weekends": gs.WEEKENDS,
    "public": gs.DutchCalendar(),
    "school": gs.DutchCalendar("midden"),
    "host": Wednesdays(),
}


ON = st.just(DAY)
FACTS: st.SearchStrategy[gs.Fact] = st.one_of(
    st.builds(gs.Stated, ON, st.just("memorandum_adopted"), until=st.just(later(1461))),
    st.builds(
        gs.ActionAgreed,
        ON,
        st.sampled_from(("x", "y")),
        st.just("…"),
        st.just("a"),
        st.just("education"),
        st.integers(0, 400).map(later),
    ),
    st.builds(
        gs.EvaluationHeld,
        ON,
        st.sampled_from(("progress_talk", "periodic", "final", "midterm", "compliance")),
        point=st.sampled_from((None, None, "periodic_evaluation", "annual_evaluation")),
    ),
    st.builds(gs.Met, ON, st.just("progress_talk")),
    st.builds(gs.PartyLeft, ON, st.just("b")),
    st.builds(gs.AgreementRevised, ON, st.just("pact"), end=st.integers(-1000, 4000).map(later)),
)
"""A fact that evaluation points or their answers are read from, as it happened on `DAY`."""


@st.composite
def courses(draw: st.DrawFn, process: gs.Process, steps: int = 8) -> gs.Collaboration:
    """Draw a case with a term that took steps from any phase, with facts between them."""
    running = [phase.key for phase in process.phases if phase.kind != "final"]
    day = DAY + timedelta(days=draw(st.integers(0, 400)))
    draft = pact(day, day + timedelta(days=draw(st.integers(300, 4000))))
    first = gs.PPS if process.subject == "agreement" else process
    phase = pps.STRUCTURE if process.subject == "agreement" else draw(st.sampled_from(running))
    people = [gs.PartyJoined(day, gs.Party(id=ident, name=ident, kind="municipality")) for ident in "ab"]
    case, track = begun(first, phase, day, draft, *people), "main"
    if process.subject == "agreement":
        start, track = draw(st.sampled_from(running)), "pact"
        case = case.open(process, track=track, on=day, phase=start, since=day, reason="a test")
    for _ in range(draw(st.integers(0, steps))):
        day += timedelta(days=draw(st.integers(0, 250)))
        exits = process.exits(case.phase_of(track))
        if draw(st.booleans()):
            try:
                case = case.record(moved(draw(FACTS), (day - DAY).days))
            except gs.InvalidRecord:
                continue
        elif exits:
            onward = [step for step in exits if process.phase(step.target).kind != "final"]
            case = journey(
                case,
                (day, draw(st.sampled_from([step.trigger for step in (*onward, *onward, *exits)]))),
                track=track,
            )
    return case


@st.composite
def asked(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what a schedule is asked with: days and a calendar."""
    on = DAY + timedelta(days=draw(st.integers(0, 2500)))
    return {
        "on": on,
        "until": on + timedelta(days=draw(st.integers(0, 4000))),
        "calendar": CALENDARS[draw(st.sampled_from(list(CALENDARS)))],
        "direction": draw(st.sampled_from(("following", "preceding"))),
    }


@EVERY_PROCESS
@FEW
@given(data=st.data())
def test_a_schedule_is_sorted_and_each_moment_has_its_reason(
    process: gs.Process, data: st.DataObject
) -> None:
    """Moments are in order, with unique ids, on working days before the horizon, each with its ground."""
    case, asking = data.draw(courses(process)), data.draw(asked())
    found = schedule(case, **asking)
    assert list(found) == sorted(found, key=lambda m: (m.on, m.id))
    assert len({m.id for m in found}) == len(found)
    counting = {e.number: e for e in case.dossier.as_of(asking["on"]).events()}
    for m in found:
        assert m.on <= asking["until"]
        assert asking["calendar"] is None or asking["calendar"].free(m.on) is None
        assert (m.on == m.because.original) == (m.because.moved is None)
        assert m.window[0] <= m.on <= m.window[1]
        assert m.on <= m.deadline
        assert m.because.point == m.point.key
        assert m.because.basis is m.point.basis
        by_calendar = isinstance(m.because.anchor, OnSchoolYear)
        assert m.because.entry is None if by_calendar else m.because.entry in counting
        assert not re.search(r"\d{4}-\d\d", m.id)
        assert m.reason("nl") != m.reason("en")
        assert m.status == "held" or m.held_in is None
        assert m.held_in is None or m.held_in in counting
        assert m.status not in ("planned", "provisional") or m.on > asking["on"]
        assert m.status != "overdue" or m.deadline < asking["on"]


@EVERY_PROCESS
@FEW
@given(data=st.data())
def test_no_moment_falls_where_nothing_runs(process: gs.Process, data: st.DataObject) -> None:
    """Before a track began, while it is suspended, after it ended and outside its phases no moment falls."""
    case = data.draw(courses(process))
    for moment in schedule(case):
        visits = [
            visit
            for visit in case.visits_of(moment.track)
            if visit.entered <= moment.on and (visit.left is None or moment.on <= visit.left)
        ]
        of = next(p for p in case.processes if moment.point in p.evaluation_points)
        running = {v.phase for v in visits if of.phase(v.phase).kind not in ("suspended", "final")}
        assert running
        assert not moment.point.while_in or running & set(moment.point.while_in)


@EVERY_PROCESS
@FEW
@given(data=st.data(), more=st.integers(0, 2000))
def test_looking_further_only_appends(process: gs.Process, data: st.DataObject, more: int) -> None:
    """A later horizon gives the same moments, with others after them."""
    case, asking = data.draw(courses(process)), data.draw(asked())
    near = schedule(case, **asking)
    far = schedule(case, **asking | {"until": asking["until"] + timedelta(days=more)})
    assert far.moments[: len(near)] == near.moments
    assert all(m.on > asking["until"] for m in far.moments[len(near) :])


@EVERY_PROCESS
@FEW
@given(data=st.data())
def test_what_is_unrelated_changes_nothing(process: gs.Process, data: st.DataObject) -> None:
    """A statement on another topic, a party that joins and a clause more leave the schedule as it was."""
    case, asking = data.draw(courses(process)), data.draw(asked())
    day = max(entry.place[0] for entry in case.entries_after(0))
    clause = next(iter(process.vocabulary["clause"]))
    more = case.record(
        gs.Stated(day, "purpose", "…"),
        gs.PartyJoined(day, gs.Party(id="new", name="new", kind="municipality")),
        gs.AgreementRevised(day, "pact", clauses=(clause,)),
    )
    assert schedule(more, **asking) == schedule(case, **asking)


def patched(old: Schedule, new: Schedule) -> tuple[Moment, ...]:
    """Return the moments of the old schedule with the changes of the new one made."""
    moments = {m.id: m for m in old}
    for change in new.diff(old):
        assert moments.get(change.id) == change.before
        assert (change.kind == "added", change.kind == "dropped") == (
            change.before is None,
            change.after is None,
        )
        if change.before and change.after:
            assert (change.kind == "moved") == (change.before.on != change.after.on)
        if change.after is None:
            del moments[change.id]
        else:
            moments[change.id] = change.after
    return tuple(sorted(moments.values(), key=lambda m: (m.on, m.id)))


@EVERY_PROCESS
@FEW
@given(data=st.data())
def test_a_difference_applied_to_the_old_gives_the_new(process: gs.Process, data: st.DataObject) -> None:
    """Two schedules of any two cases differ in exactly what `diff` says; of the same one, in nothing."""
    one, other = (schedule(data.draw(courses(process)), **data.draw(asked())) for _ in range(2))
    assert patched(one, other) == other.moments
    assert patched(other, one) == one.moments
    assert one.diff(one) == ()


@EVERY_PROCESS
@FEW
@given(data=st.data())
def test_ids_survive_another_calendar(process: gs.Process, data: st.DataObject) -> None:
    """Made again, the schedule is equal; with another calendar the same ids lie on other days."""
    case, asking = data.draw(courses(process)), data.draw(asked())
    asking["until"] = date(2060, 1, 1)
    found = schedule(case, **asking)
    assert schedule(case, **asking) == found
    plain = schedule(case, **asking | {"calendar": None})
    assert {m.id: m.because.original for m in plain} == {m.id: m.because.original for m in found}
    whys = {change.why for change in found.diff(plain) if change.kind == "moved"}
    assert whys <= {"calendar"}


@FEW
@given(data=st.data(), months=st.integers(1, 12))
def test_ids_survive_another_interval(data: st.DataObject, months: int) -> None:
    """With another interval the first occurrence is still the first, and nothing else changes."""
    adapted = gs.PPS.adapt(key="own", limits={"progress_interval": gs.Every(months=months)})
    case = data.draw(courses(gs.PPS))
    opening, *later_on = case.entries_after(0)
    begun: Any = opening.fact
    opening = attrs.evolve(opening, fact=attrs.evolve(begun, process="own"))
    moved = gs.Collaboration.replay(adapted, (opening, *later_on))
    before, after = schedule(case), schedule(moved)
    shared = {m.id: m for m in after}
    assert {m.id for m in before if m.point.key != "progress_talk"} == {
        m.id for m in after if m.point.key != "progress_talk"
    }
    for m in before:
        twin = shared.get(m.id)
        if twin is not None:
            assert (twin.because.anchor, twin.because.day) == (m.because.anchor, m.because.day)
    for change in after.diff(before):
        assert change.kind == "changed" or change.id.split("/")[2] == "progress_talk"


@EVERY_PROCESS
@FEW
@given(data=st.data())
def test_monitoring_and_scheduling_agree(process: gs.Process, data: st.DataObject) -> None:
    """What a watch calls overdue is what the schedule of that day does, track by track."""
    case = data.draw(courses(process))
    day = max(e.place[0] for e in case.entries_after(0)) + timedelta(days=data.draw(st.integers(0, 900)))
    found = schedule(case, on=day).with_status("overdue")
    watched = [m for track in case.tracks for m in case.monitor(on=day, track=track).overdue]
    assert sorted(watched, key=lambda m: (m.on, m.id)) == list(found)


@EVERY_PROCESS
@FEW
@given(data=st.data())
def test_the_past_is_planned_as_it_was(process: gs.Process, data: st.DataObject) -> None:
    """Steps that were taken later do not change the schedule of an earlier day."""
    case, asking = data.draw(courses(process)), data.draw(asked())
    entries = [e for e in case.entries_after(0) if e.place[0] <= asking["on"]]
    kept = [e for e in entries if e.number == entries.index(e) + 1]
    if not kept or not isinstance(kept[0].fact, TrackOpened):
        return
    assert all(isinstance(e.fact, StepTaken | TrackOpened) or e in kept for e in entries)
    earlier = gs.Collaboration.replay(case.processes, kept)
    assert schedule(earlier, **asking).moments == schedule(case, **asking).moments
