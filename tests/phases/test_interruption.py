"""Stopping, resting and going over: from which phases, where to, and that no plan runs through it."""

from __future__ import annotations

import pytest

import gezondsamen as gs
from gezondsamen.phases.interruption import at_rest
from tests.support.dossiers import START, adopted

WORK = [process for process in gs.PROCESSES.values() if process.subject == "collaboration"]
EACH = pytest.mark.parametrize("process", WORK, ids=lambda process: process.key)

NOT_SUSPENDED = {
    ("integral", "idea"): "Nothing has begun.",
    ("intersectoral", "idea"): "Nothing has begun.",
    ("pps", "initiative"): "Nothing has begun.",
    ("pps", "termination_assessment"): "It is ending.",
    ("pps", "termination_communication"): "It is ending.",
    ("pps", "disentanglement"): "It is ending.",
    ("pps", "aftercare"): "It is ending.",
    ("healthy_school", "start"): "Nothing has begun.",
    ("network", "need"): "Nothing has begun.",
    ("network", "stagnation"): "It lies still already.",
    ("wellbeing_municipality", "off_agenda"): "Nothing has begun.",
    ("wellbeing_municipality", "on_agenda"): "It is taken off the agenda instead.",
    ("wellbeing_municipality", "stagnation"): "It lies still already.",
    ("wellbeing_school", "no_attention"): "Nothing has begun.",
    ("wellbeing_school", "stagnation"): "It lies still already.",
    **{
        ("effects_arena", key): "It takes minutes."
        for key in [
            "opening",
            "introduction",
            "persona",
            "pause",
            "round_1",
            "feedback",
            "round_2",
            "plenary",
            "closing",
        ]
    },
}
"""Phases that cannot be interrupted for a time, and why; a certificate, whose terms run on, has none."""


@EACH
def test_every_phase_can_be_left_for_another_reason(process: gs.Process) -> None:
    """Out of each phase that is not final a step leads that asks why and who decided, and is no success."""
    for phase in process.phases:
        if phase.kind == "final":
            continue
        asked = [
            t for t in process.exits(phase.key) if {"STO-01", "STO-02"} <= {r.code for r in t.requirements}
        ]
        assert asked, phase.key
        ends = {process.phase(t.target) for t in asked}
        assert all(end.outcome in ("early", "neutral") or end.stage == 7 for end in ends)
        if phase.kind != "initial" and (process.key, phase.key) not in UNWARNED:
            assert any("STO-01" in {r.code for r in t.requires} for t in asked), phase.key


UNWARNED = {("certificate", "rejected"), ("certificate", "lapsed")}
"""Phases in which nothing runs that could be stopped: not to go on is advised to have a reason."""


@EACH
def test_every_phase_that_can_be_interrupted_is_resumed_where_it_was(process: gs.Process) -> None:
    """Suspending and resuming lead back to the same phase; what cannot rest is listed, with the reason."""
    for phase in process.phases:
        step = process.transition(phase.key, "suspend")
        if step is None:
            reason = NOT_SUSPENDED.get((process.key, phase.key))
            assert reason or phase.kind in ("suspended", "final") or process.key == "certificate", phase.key
            continue
        assert (process.key, phase.key) not in NOT_SUSPENDED
        assert process.phase(step.target).kind == "suspended"
        back = process.transition(step.target, "resume")
        assert back is not None
        assert back.target == phase.key
        if step.target != "suspended":
            assert process.phase(step.target) == at_rest(phase)
            case = adopted(process, phase.key).advance("suspend", on=START).advance("resume", on=START)
            assert case.phase == phase.key


@EACH
def test_no_plan_stops_rests_or_goes_over_on_its_way(process: gs.Process) -> None:
    """A plan to a phase that work leads to takes none of these steps."""
    ordinary = {t.target for t in process.transitions if not t.exceptional}
    case = gs.Collaboration.start(process, id="case", on=START)
    for key in ordinary:
        plan = case.plan(key, on=START)
        if plan.found:
            assert not {step.trigger for step in plan.steps} & {"stop", "suspend", "continue_otherwise"} - {
                step.trigger for step in process.transitions if not step.exceptional
            }, key
