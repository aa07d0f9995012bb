"""Laws that hold on every walk: random facts, remedies in part or whole, corrections, waivers, steps."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.decision.machine import fire
from gezondsamen.dossier.facts import Retracted, StepTaken, TrackOpened
from gezondsamen.process import conditions as c
from gezondsamen.process.implication import implies
from tests.support.builders import DAY, PROCESSES, adopted, codes, filled, label, rule
from tests.support.strategies import FACTS, PARTIES, conditions, histories, recorded

WALKS = settings(settings.get_profile("ci"))

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)

MOVES = ("facts", "part", "step", "step", "step", "correct", "waive", "person")


@st.composite
def walks(draw: st.DrawFn, process: gs.Process) -> tuple[gs.Collaboration, date]:
    """Draw a case that walked through a process from any phase, and the day after its last step."""
    running = [phase.key for phase in process.phases if phase.kind != "final"]
    case, day = adopted(process, draw(st.sampled_from(running))), DAY
    joins = draw(st.lists(PARTIES, max_size=3, unique_by=lambda party: party.id))
    case = recorded(case, *(gs.PartyJoined(DAY, party) for party in joins))
    for _ in range(draw(st.integers(4, 12))):
        move = draw(st.sampled_from(MOVES))
        day += timedelta(days=draw(st.integers(0, 90)))
        if move == "facts":
            case = recorded(case, *draw(st.lists(FACTS, max_size=3)))
        elif move == "correct":
            case = corrected(case, draw(st.integers(2, max(case.version, 2))), draw(st.none() | FACTS))
        elif move == "person":
            case = recorded(case, gs.RoleAssigned(day, "alderman", person="p-1"))
        else:
            exits = process.exits(case.check(process.triggers[0], on=day).phase)
            onward = [step for step in exits if process.phase(step.target).kind != "final"]
            if exits:
                trigger = draw(st.sampled_from([step.trigger for step in (*onward, *onward, *exits)]))
                check = case.check(trigger, on=day)
                drafts = filled(check.repair)
                if move == "part":
                    case = recorded(case, *(fact for fact in drafts if draw(st.booleans())))
                elif move == "waive":
                    rules = [row.requirement for row in check.unmet if row.requirement.waivable]
                    case = recorded(case, *(gs.WaiverGranted(day, r.code, "…", "u-1") for r in rules))
                elif case.record(*drafts).check(trigger, on=day).allowed:
                    case = case.advance(trigger, *drafts, on=day, by="u-1")
    return case, day


def corrected(case: gs.Collaboration, entry: int, replacement: gs.Fact | None) -> gs.Collaboration:
    try:
        return case.correct(entry, replacement, reason="…", by="u-2")
    except gs.InvalidRecord:
        return case


def statuses(case: gs.Collaboration, day: date) -> Any:
    """Return how every rule of every way out stands, evidence left out."""
    checks = case.options(on=day)
    return {
        trigger: [(row.requirement.code, row.status, row.findings) for row in check.outcomes]
        for trigger, check in checks.items()
    }


@EVERY_PROCESS
@WALKS
@given(data=st.data())
def test_a_step_is_taken_exactly_when_its_check_allows(process: gs.Process, data: st.DataObject) -> None:
    """Advancing succeeds when the check allows it, leads where it says, and is refused with that check."""
    case, day = data.draw(walks(process))
    for trigger in process.triggers:
        check = case.check(trigger, on=day)
        if not check.allowed:
            with pytest.raises(gs.TransitionRefused) as refused:
                case.advance(trigger, on=day)
            assert refused.value.check == check
            continue
        after = case.advance(trigger, on=day)
        assert after.phase == check.target
        assert after.version == case.version + 1
        assert not [found for found in after.review() if found not in case.review()]


@EVERY_PROCESS
@WALKS
@given(data=st.data())
def test_what_is_kept_is_all_there_is(process: gs.Process, data: st.DataObject) -> None:
    """Replaying the entries, loading the document and unpickling give the same case again."""
    case, day = data.draw(walks(process))
    rows = (*case.entries_after(0)[:3], *case.entries_after(3))
    for again in (
        gs.Collaboration.replay(process, rows),
        gs.loads(gs.dumps(case)),
        pickle.loads(pickle.dumps(case)),
    ):
        assert again == case
        assert hash(again) == hash(case)
        assert again.options(on=day) == case.options(on=day)
        assert again.visits == case.visits


@EVERY_PROCESS
@WALKS
@given(data=st.data())
def test_every_day_can_be_asked_about(process: gs.Process, data: st.DataObject) -> None:
    """As of any day the dossier is the fold of what had happened by then, and never raises."""
    case, last = data.draw(walks(process))
    dossier = case.dossier
    for day in {DAY, last, data.draw(st.dates()), *(entry.fact.on for entry in case.entries_after(0))}:
        then = dossier.as_of(day)
        assert [e.number for e in then.events()] == [e.number for e in dossier.events() if e.place[0] <= day]
        assert then.known.latest is None or then.known.latest[0] <= day
        if day >= DAY:
            assert case.options(on=day) is not None
            assert case.monitor(on=day).explain("nl")


@EVERY_PROCESS
@WALKS
@given(data=st.data())
def test_the_machine_walked_the_same_way(process: gs.Process, data: st.DataObject) -> None:
    """Firing the triggers of the steps taken, in their order, leads through the same phases."""
    case, _ = data.draw(walks(process))
    phase = case.visits[0].phase
    for entry in case.dossier.steps("main"):
        assert process.transition(phase, entry.fact.trigger) is not None
        phase = fire(process, phase, entry.fact.trigger)
        assert phase == entry.fact.phase
    assert phase == case.phase
    visits = case.visits
    assert [v.left for v in visits] == [*(v.entered for v in visits[1:]), None]


@EVERY_PROCESS
@WALKS
@given(data=st.data())
def test_guards_are_monotone(process: gs.Process, data: st.DataObject) -> None:
    """With the parties fixed, recording what a hard rule asks for never leaves another one unmet."""
    case, day = data.draw(walks(process))
    for trigger, check in case.options(on=day).items():
        for row in check.unmet:
            assert row.remedy is not None
            drafts = row.remedy.drafts
            if row.remedy.waiver or any(isinstance(d.fact, gs.PartyJoined) for d in drafts):
                continue
            after = case.record(*filled(drafts)).check(trigger, on=day)
            assert codes(after.unmet) <= codes(check.unmet) - {row.requirement.code}


@EVERY_PROCESS
@WALKS
@given(data=st.data())
def test_repair_opens_the_step(process: gs.Process, data: st.DataObject) -> None:
    """What a check proposes can be recorded, and the step taken; where it proposes nothing, nothing helps."""
    case, day = data.draw(walks(process))
    for trigger, check in case.options(on=day).items():
        if check.allowed:
            assert check.repair == ()
        elif check.repair:
            assert case.advance(trigger, *filled(check.repair), on=day).phase == check.target
        else:
            assert any(row.remedy and (row.remedy.waiver or row.remedy.wait_until) for row in check.unmet)


@EVERY_PROCESS
@WALKS
@given(data=st.data())
def test_a_plan_can_be_carried_out(process: gs.Process, data: st.DataObject) -> None:
    """From anywhere on a walk, a plan that is found arrives."""
    case, day = data.draw(walks(process))
    to = data.draw(st.sampled_from([phase.key for phase in process.phases]))
    plan = case.plan(to, on=day)
    if plan.found:
        for step in plan.steps:
            case = case.advance(step.trigger, *filled(step.drafts), on=day)
        assert case.phase == to


@EVERY_PROCESS
@WALKS
@given(data=st.data())
def test_correcting_into_the_same_changes_nothing(process: gs.Process, data: st.DataObject) -> None:
    """Each fact that counts can be replaced by itself: phases, statuses and findings stay as they were."""
    case, day = data.draw(walks(process))
    for entry in case.dossier.events():
        if isinstance(entry.fact, TrackOpened | StepTaken):
            continue
        after = case.correct(entry.number, entry.fact, reason="…")
        assert after.visits == case.visits
        assert statuses(after, day) == statuses(case, day)
        assert [e.fact for e in after.dossier.events()] == [e.fact for e in case.dossier.events()]


@EVERY_PROCESS
@WALKS
@given(data=st.data())
def test_a_correction_keeps_history_and_steps(process: gs.Process, data: st.DataObject) -> None:
    """A correction only adds entries and moves no phase; one that is refused changes nothing."""
    case, _ = data.draw(walks(process))
    number = data.draw(st.integers(1, case.version))
    after = corrected(case, number, data.draw(st.none() | FACTS))
    assert after.entries_after(0)[: case.version] == case.entries_after(0)
    assert [(v.phase, v.entered) for v in after.visits] == [(v.phase, v.entered) for v in case.visits]
    if after != case:
        assert isinstance(after.entries_after(case.version)[0].fact, Retracted)
        assert number not in [e.number for e in after.dossier.events()]
    assert all(check.unmet or not check.possible for check in after.review())


@EVERY_PROCESS
@WALKS
@given(data=st.data())
def test_redacting_changes_no_phase_and_no_check(process: gs.Process, data: st.DataObject) -> None:
    """Texts and people can go, and every phase and every check stays as it was."""
    case, day = data.draw(walks(process))
    people = {e.by for e in case.entries_after(0) if e.by} | {
        e.fact.person for e in case.entries_after(0) if isinstance(e.fact, gs.RoleAssigned) and e.fact.person
    }
    redacted = [case.redact(entry=n) for n in range(1, case.version + 1)]
    redacted += [case.redact(person=person) for person in sorted(people)]
    for after in redacted:
        assert after.visits == case.visits
        assert after.options(on=day) == case.options(on=day)
        assert after.monitor(on=day) == case.monitor(on=day)
        assert gs.loads(gs.dumps(after)) == after


# --- what follows from what ------------------------------------------------------------------------------


def asking(*asked: c.Condition) -> gs.Process:
    """Return a process of which one step asks, and one phase watches, these conditions, each as a rule."""
    rules = tuple(rule(condition, code=f"OWN-{n:02}") for n, condition in enumerate(asked, 1))
    begin = gs.Phase("begin", label(), kind="initial", watches=rules)
    done = gs.Phase("done", label(), kind="final", outcome="success")
    go = begin.to(done, "go", label=label(), requires=rules)
    return gs.Process(key="own", label=label(), phases=(begin, done), transitions=(go,), terms=gs.PPS.terms)


def weaker(condition: c.Condition) -> list[c.Condition]:
    """Return conditions of the same kind with something left out."""
    defaults = {
        a.name: a.default
        for a in attrs.fields(type(condition))
        if a.default is not attrs.NOTHING and a.name != "of"
    }
    return [attrs.evolve(condition, **{name: value}) for name, value in defaults.items()]


@settings(WALKS, max_examples=150)
@given(data=st.data(), first=conditions, days=st.integers(0, 700))
def test_what_entails_another_is_never_met_alone(data: st.DataObject, first: c.Condition, days: int) -> None:
    """Where one condition is told to entail another, the other holds wherever it does, watched or asked."""
    told = [second for second in weaker(first) if second != first and implies(first, second)]
    if not told:
        return
    case = data.draw(histories(asking(first, *told)))
    day = DAY + timedelta(days=days)
    for view in (case.check("go", on=day), case.monitor(on=day)):
        one, *others = view.outcomes
        if one.status == "met":
            assert [row.status for row in others] == ["met"] * len(others)
