"""Plans against a search of our own: on random processes both find the same, or both find nothing."""

from __future__ import annotations

from collections import deque

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.testing.strategies.processes import processes
from gezondsamen.testing.vocabulary import requirement
from tests.support.builders import DAY, adopted, carry_out, filled, label, rule, started

ENOUGH = 2_000
"""How many steps the search tries; a process that has more routes is too large to be searched."""

BOUNDS = (
    requirement(1, c.PartyCount(at_least=1)),
    requirement(2, c.PartyCount(at_most=0)),
    requirement(3, c.RecordCount("aim", at_least=1)),
    requirement(4, c.RecordCount("aim", at_most=0)),
    requirement(5, c.Evaluated(decisions="go_on", since_entry=True)),
    requirement(6, c.MetBefore("call", "visit")),
    requirement(7, c.InContact("visit", each=c.Parties())),
    requirement(8, c.ConsentOfAll("deal", c.Parties(or_none=True))),
)
"""Rules that stand in one another's way: what one step puts on record shuts the next."""


class TooLarge(Exception):
    """The search did not come to an end."""


def exceptional(process: gs.Process, step: gs.Transition) -> bool:
    return step.exceptional or process.phase(step.target).kind == "suspended"


def every_route(case: gs.Collaboration, to: str, *, fair: bool) -> tuple[int | None, set[str]]:
    """Return how few steps lead to a phase, if any do, and the phases reached; loops are walked too.

    A step is taken only if it is allowed after what its check proposes is on record, and once on one
    route. `fair` leaves exceptional steps aside.
    """
    process = case.process
    waiting = deque([(case, 0, frozenset[tuple[str, str]]())])
    seen = set()
    reached = {case.phase}
    tried = 0
    while waiting:
        at, steps, taken = waiting.popleft()
        if at.phase == to:
            return steps, reached
        for step in process.exits(at.phase):
            edge = (step.source, step.trigger)
            if edge in taken or (fair and exceptional(process, step)):
                continue
            tried += 1
            if tried > ENOUGH:
                raise TooLarge
            repaired = at.record(*filled(at.check(step.trigger, on=DAY).repair))
            if not repaired.check(step.trigger, on=DAY).allowed:
                continue
            after = repaired.advance(step.trigger, on=DAY)
            reached.add(after.phase)
            state = (after.phase, tuple(entry.fact for entry in after.entries_after(0)))
            if state not in seen:
                seen.add(state)
                waiting.append((after, steps + 1, taken | {edge}))
    return None, reached


def searched(case: gs.Collaboration, to: str) -> tuple[int | None, set[str]]:
    """Search without exceptional steps, and with them where that finds nothing."""
    try:
        steps, reached = every_route(case, to, fair=True)
        return (steps, reached) if steps is not None else every_route(case, to, fair=False)
    except TooLarge:
        assume(False)
        raise


def agrees(case: gs.Collaboration) -> None:
    """Assert that plans and the search agree: what can be reached, in how few steps, and that one arrives."""
    for phase in case.process.phases:
        steps, reached = searched(case, phase.key)
        plan = case.plan(phase.key, on=DAY)
        event("found" if plan.found else "no route")
        assert plan.found == (steps is not None), phase.key
        if plan.found:
            assert len(plan.steps) == steps, phase.key
            assert carry_out(case, plan).is_in(phase.key)
        else:
            assert set(plan.reached) == reached


@settings(max_examples=150)
@given(processes(max_phases=6), st.data())
def test_a_plan_finds_what_a_search_of_every_route_finds(process: gs.Process, data: st.DataObject) -> None:
    """From the beginning, or from where a case was taken over: the same reach, the same number of steps."""
    start = data.draw(st.sampled_from([phase.key for phase in process.phases]), label="from")
    agrees(started(process) if start == process.initial else adopted(process, start))


@settings(max_examples=150)
@given(processes(BOUNDS, max_phases=6))
def test_a_plan_finds_its_way_where_rules_shut_one_another_out(process: gs.Process) -> None:
    """Also where what was put on record for one step keeps another from being allowed."""
    agrees(started(process))


@settings(max_examples=100)
@given(processes(BOUNDS, max_phases=6))
def test_no_plan_is_shorter_or_longer_reaching_than_a_search(process: gs.Process) -> None:
    """What a plan finds, the search finds, in as few steps or fewer; the plan arrives."""
    case = started(process)
    for phase in process.phases:
        plan = case.plan(phase.key, on=DAY)
        if plan.found:
            steps, _ = searched(case, phase.key)
            assert steps is not None
            assert len(plan.steps) >= steps
            assert carry_out(case, plan).is_in(phase.key)


@settings(max_examples=150)
@given(processes(max_phases=6))
def test_exceptional_steps_stand_only_in_plans_that_need_them(process: gs.Process) -> None:
    """Where a route without exceptional steps leads to a phase, the plan takes none."""
    case = started(process)
    for phase in process.phases:
        plan = case.plan(phase.key, on=DAY)
        steps = [process.transition(step.phase, step.trigger) for step in plan.steps]
        if any(step is not None and exceptional(process, step) for step in steps):
            try:
                assert every_route(case, phase.key, fair=True)[0] is None
            except TooLarge:
                assume(False)


def test_a_route_that_brings_less_along_is_found() -> None:
    """Two steps lead to a phase, one of which asks for a party; at the end nobody may take part."""
    begin, done = (
        gs.Phase("begin", label(), kind="initial"),
        gs.Phase("done", label(), kind="final", outcome="success"),
    )
    first, last = gs.Phase("first", label()), gs.Phase("last", label())
    process = gs.Process(
        key="own",
        label=label(),
        phases=(begin, first, last, done),
        transitions=(
            begin.to(first, "together", label=label(), requires=(rule(c.PartyCount(at_least=1)),)),
            begin.to(first, "alone", label=label()),
            first.to(last, "on", label=label()),
            last.to(done, "finish", label=label(), requires=(rule(c.PartyCount(at_most=0), code="OWN-02"),)),
        ),
        terms=gs.PPS.terms,
    )
    plan = started(process).plan("done", on=DAY)
    assert [step.trigger for step in plan.steps] == ["alone", "on", "finish"]
