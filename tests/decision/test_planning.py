"""Planning: routes that can be walked, and proofs where there is none."""

from __future__ import annotations

from html import escape
from itertools import chain, pairwise
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.decision.planning import Barrier
from gezondsamen.process import conditions as c
from gezondsamen.process.graph import reachable
from tests.support.builders import (
    DAY,
    EVERY_PHASE,
    adopted,
    carry_out,
    filled,
    joined,
    label,
    later,
    rule,
    said,
    started,
    tiny,
)

ALL_FROM = pytest.mark.parametrize(
    ("process", "start"), EVERY_PHASE, ids=[f"{process.key}.{phase}" for process, phase in EVERY_PHASE]
)

CAST = (
    joined("gemeente", "municipality", "public_health"),
    joined("dienst", "ggd", "youth", internal=True),
    joined("winkel", "retailer", "retail"),
)


def arrows(process: gs.Process) -> list[tuple[str, str]]:
    return [(t.source, t.target) for t in process.transitions]


@ALL_FROM
@pytest.mark.parametrize("facts", [(), CAST], ids=["nobody", "three parties"])
def test_carrying_out_a_plan_arrives(process: gs.Process, start: str, facts: tuple[gs.Fact, ...]) -> None:
    """From every phase to every phase that can be reached: each step's drafts and the step, in order."""
    case = adopted(process, start, *facts)
    near = reachable((start,), arrows(process))
    for phase in process.phases:
        plan = case.plan(phase.key, on=later(3))
        assert plan.found == (phase.key in near), phase.key
        if plan.found:
            assert carry_out(case, plan).is_in(phase.key)


@ALL_FROM
def test_where_nothing_leads_the_plan_proves_it(process: gs.Process, start: str) -> None:
    """Without a route, the phases reached and the steps barred between them are all there are."""
    case = adopted(process, start)
    near = reachable((start,), arrows(process))
    for phase in process.phases:
        plan = case.plan(phase.key, on=DAY)
        if phase.key not in near:
            assert (plan.steps, set(plan.reached)) == ((), set(near))
            assert {x.trigger for x in plan.barriers} <= {"lose_a_side"}  # no plan sends a party away
            assert plan.explain("nl")
            assert plan.explain("en")


@ALL_FROM
def test_a_plan_to_where_one_is_has_no_steps(process: gs.Process, start: str) -> None:
    """Whoever is there already has nothing to do."""
    plan = adopted(process, start).plan(start, on=DAY)
    assert plan.found
    assert plan.steps == ()
    assert plan.reached == (start,)


@ALL_FROM
def test_every_plan_can_be_read(process: gs.Process, start: str) -> None:
    """A plan names its goal and every step on the way, in both languages."""
    case = adopted(process, start)
    for phase in process.phases:
        plan = case.plan(phase.key, on=DAY)
        for lang in ("nl", "en"):
            text = plan.explain(lang)
            assert phase.label.text(lang) in text
            assert len([line for line in text.splitlines() if line[:1].isdigit()]) == len(plan.steps)


def test_a_hard_upper_bound_blocks() -> None:
    """Where more parties take part than a rule allows, no recording helps, and the plan names the rule."""
    process = tiny(rule(c.PartyCount(at_most=1)))
    case = started(process, joined("a"), joined("b"))
    plan = case.plan("done", on=DAY)
    assert not plan.found
    assert plan.reached == ("begin",)
    assert plan.barriers == (Barrier("begin", "go", ("OWN-01",)),)
    assert "eigen regel [OWN-01]" in plan.explain("nl")
    assert started(process, joined("a")).plan("done", on=DAY).found


def test_rules_that_exclude_each_other_block() -> None:
    """Rules that cannot be met together are both named as the barrier they are."""
    process = tiny(rule(c.PartyCount(at_least=2)), rule(c.PartyCount(at_most=1), code="OWN-02"))
    plan = started(process).plan("done", on=DAY)
    assert not plan.found
    assert {code for barrier in plan.barriers for code in barrier.rules} <= {"OWN-01", "OWN-02"}
    assert plan.barriers


def test_the_route_is_the_shortest() -> None:
    """Of two routes the one with fewer steps is taken."""
    plain = tiny()
    begin, _, done = plain.phases
    process = tiny(transitions=(*plain.transitions, begin.to(done, "skip", label=label("sla over"))))
    assert [step.trigger for step in started(process).plan("done", on=DAY).steps] == ["skip"]


def test_a_planned_step_names_the_evaluations_it_needs() -> None:
    """A plan shows which evaluations a step asks for, and none where it asks for none."""
    plan = adopted(gs.PPS, "evaluation").plan("termination_communication", on=DAY)
    asked = [[draft.fact.kind for draft in step.evaluations] for step in plan.steps]  # type: ignore[union-attr]
    assert [bool(kinds) for kinds in asked] == [True, False]
    assert "final" in asked[0]


def test_a_step_for_bad_weather_is_a_last_resort() -> None:
    """A plan takes an exceptional step only where nothing else leads on."""
    plain = tiny()
    begin, _, done = plain.phases
    skip = begin.to(done, "skip", label=label("sla over"), exceptional=True)
    fair = tiny(transitions=(*plain.transitions, skip))
    assert [step.trigger for step in started(fair).plan("done", on=DAY).steps] == ["go", "finish"]
    only = tiny(rule(c.PartyCount(at_most=0)), transitions=(skip, *plain.transitions[1:]))
    assert [step.trigger for step in started(only).plan("done", on=DAY).steps] == ["skip"]


def test_a_rest_is_a_last_resort() -> None:
    """A plan goes through a suspension only where nothing else leads on."""
    plain = tiny()
    begin, work, done = plain.phases
    rest = gs.Phase("rest", label("rust"), kind="suspended")
    around = (begin.to(rest, "halt", label=label()), rest.to(done, "end", label=label()))
    long = (begin.to(work, "go", label=label()), work.to(done, "finish", label=label()))
    phases = (begin, work, done, rest)
    fair = started(tiny(phases=phases, transitions=(*around, *long)))
    assert [step.trigger for step in fair.plan("done", on=DAY).steps] == ["go", "finish"]
    only = started(tiny(phases=phases, transitions=(*around, long[0])))
    assert [step.trigger for step in only.plan("done", on=DAY).steps] == ["halt", "end"]
    assert [step.trigger for step in fair.plan("rest", on=DAY).steps] == ["halt"]


def test_a_plan_prints_in_a_line() -> None:
    """In a terminal a plan says in how many steps it leads where, in a notebook each of them."""
    plan = started(tiny()).plan("done", on=DAY)
    assert repr(plan) == "Plan('begin' to 'done' on 2024-01-08: 2 steps)"
    barred = started(tiny(rule(c.PartyCount(at_most=0))), joined("a")).plan("done", on=DAY)
    assert repr(barred) == "Plan('begin' to 'done' on 2024-01-08: no route)"
    for line in plan.explain("nl").splitlines():
        assert escape(line) in plan._repr_html_()


def test_a_detour_opens_what_was_shut() -> None:
    """A step refused on one arrival is tried again when another route brings what it needs."""
    begin = gs.Phase("begin", label("begin"), kind="initial")
    side = gs.Phase("side", label("zijpad"))
    done = gs.Phase("done", label("klaar"), kind="final", outcome="success")
    first = rule(c.OnRecord("purpose", since_entry=True))
    process = gs.Process(
        key="own",
        label=label(),
        phases=(begin, side, done),
        transitions=(
            begin.to(side, "out", label=label()),
            side.to(begin, "back", label=label()),
            begin.to(done, "finish", label=label(), requires=(first,)),
        ),
        terms=gs.PPS.terms,
    )
    plan = started(process).plan("done", on=DAY)
    assert [step.trigger for step in plan.steps] == ["finish"]
    assert carry_out(started(process), plan).is_in("done")


def test_what_is_on_record_is_not_asked_again() -> None:
    """A plan asks for what is missing, and only for that."""
    case = started(gs.PPS, *said("purpose"))
    (step, *_) = case.plan("partner_selection", on=DAY).steps
    assert [getattr(draft.fact, "topic", None) for draft in step.drafts] == ["rationale"]
    assert filled(step.drafts)[0] == gs.Stated(DAY, "rationale", "…")


def test_planning_changes_nothing() -> None:
    """A plan is made on trial: the case stays as it was."""
    case = started(gs.PPS)
    version, known = case.version, case.dossier.known
    case.plan("management", on=DAY)
    assert (case.version, case.dossier.known) == (version, known)


def test_a_plan_is_made_on_its_day() -> None:
    """A plan knows what had happened by its day, and dates what it asks for on that day."""
    case = started(gs.PPS, *said("purpose", on=later(9)), *said("rationale", on=later(1)))
    (step, *_) = case.plan("organisation_form", on=later(5)).steps
    assert [draft.fact for draft in step.drafts] == [gs.Stated(later(5), "purpose", "")]


def test_a_plan_does_not_stumble_over_what_was_entered_early() -> None:
    """A fact of a later day that was entered before the last step holds no plan up."""
    case = started(tiny(), *said("purpose", on=later(9)), *said("purpose", "purpose", "purpose"))
    case = case.advance("go", on=later(1))
    plan = case.plan("done", on=later(9))
    assert carry_out(case, plan).is_in("done")


def crossing(*more: str) -> gs.Process:
    """Make a process where the first way to the crossing brings along what bars the end, the second does not.

    `more` names the steps of a way round, if there is one.
    """
    begin = gs.Phase("begin", label("begin"), kind="initial")
    rush, walk, crossing, near = (gs.Phase(key, label(key)) for key in ("rush", "walk", "crossing", "near"))
    done = gs.Phase("done", label("klaar"), kind="final", outcome="success")
    round_ = tuple(gs.Phase(key, label(key)) for key in more)
    around = [a.to(b, f"to_{b.key}", label=label()) for a, b in pairwise((begin, *round_, done)) if more]
    backed = rule(c.OnRecord("backing"))
    unbacked = rule(c.RecordCount("backing", at_most=0), code="OWN-02")
    return gs.Process(
        key="own",
        label=label(),
        phases=(begin, rush, walk, crossing, near, done, *round_),
        transitions=(
            begin.to(rush, "rush", label=label("snel"), requires=(backed,)),
            begin.to(walk, "walk", label=label()),
            rush.to(crossing, "run_in", label=label()),
            walk.to(crossing, "walk_in", label=label()),
            crossing.to(near, "cross", label=label("steek over")),
            near.to(done, "finish", label=label("maak af"), requires=(unbacked,)),
            *around,
        ),
        terms=gs.PPS.terms,
    )


@pytest.mark.parametrize("more", [(), ("r1", "r2", "r3", "r4")], ids=["no other way", "a way round"])
def test_a_plan_tries_what_brings_less_along(more: tuple[str, ...]) -> None:
    """A step taken on one arrival is tried on another too, where the first would bar or stretch the route."""
    case = started(crossing(*more))
    plan = case.plan("done", on=DAY)
    assert [step.trigger for step in plan.steps] == ["walk", "walk_in", "cross", "finish"]
    assert carry_out(case, plan).is_in("done")


def test_what_bars_every_way_is_named_with_all_that_is_in_reach() -> None:
    """Where the end is shut on every way, all phases before it are in reach, and only its step is barred."""
    case = started(crossing(), *said("backing"))
    plan = case.plan("done", on=DAY)
    assert (plan.found, plan.proven) == (False, True)
    assert plan.reached == ("begin", "rush", "walk", "crossing", "near")
    assert plan.barriers == (Barrier("near", "finish", ("OWN-02",)),)
    assert plan.explain("nl").startswith("Er is geen weg naar: klaar.")
    assert attrs.evolve(plan, proven=False).explain("nl").startswith("Geen weg gevonden naar: klaar.")


def test_a_step_that_is_shut_on_one_way_and_open_on_another_is_no_barrier() -> None:
    """Where the end is out of reach, only steps that no way opens are named."""
    plain = crossing()
    *first, cross, finish = plain.transitions
    process = attrs.evolve(
        plain,
        transitions=(
            *first,
            attrs.evolve(cross, requires=finish.requires),
            attrs.evolve(finish, requires=(rule(c.PartyCount(at_most=0), code="OWN-03"),)),
        ),
    )
    plan = started(process, joined("a")).plan("done", on=DAY)
    assert plan.reached == ("begin", "rush", "walk", "crossing", "near")
    assert plan.barriers == (Barrier("near", "finish", ("OWN-03",)),)


def test_a_longer_way_is_taken_where_the_short_one_is_shut() -> None:
    """A route that no rule shuts is found, though it has more steps than the shortest without rules."""
    case = started(crossing("r1", "r2", "r3", "r4"), *said("backing"))
    plan = case.plan("done", on=DAY)
    assert [step.target for step in plan.steps] == ["r1", "r2", "r3", "r4", "done"]


def roundabout(*asked: c.Condition, **step: Any) -> gs.Process:
    """Make a process with ways out and back for each of these conditions, and an end that is shut."""
    hub = gs.Phase("hub", label("hub"), kind="initial")
    sides = [gs.Phase(f"side{n}", label()) for n, _ in enumerate(asked)]
    done = gs.Phase("done", label("klaar"), kind="final", outcome="success")
    shut = rule(c.RecordCount("purpose", at_most=0), code="OWN-02")
    ways = [
        (
            hub.to(side, f"out{n}", label=label(), requires=(rule(condition, code=f"OUT-0{n}"),), **step),
            side.to(hub, f"back{n}", label=label()),
        )
        for n, (side, condition) in enumerate(zip(sides, asked, strict=True))
    ]
    return gs.Process(
        key="own",
        label=label(),
        phases=(hub, *sides, done),
        transitions=(*chain(*ways), hub.to(done, "finish", label=label("maak af"), requires=(shut,))),
        terms=gs.PPS.terms,
    )


def test_going_round_for_ever_proves_nothing_new() -> None:
    """A route takes no step twice: a way round on which ever more parties join is walked once."""
    case = started(roundabout(c.ConsentOfAll("ambition"), concerns="party"), *said("purpose"))
    plan = case.plan("done", on=later(1))
    assert (plan.found, plan.proven, plan.reached) == (False, True, ("hub", "side0"))
    assert [barrier.trigger for barrier in plan.barriers] == ["finish"]


def test_a_search_that_is_broken_off_proves_nothing() -> None:
    """Where there are more orders of steps than are tried, no route was found, but none was excluded."""
    topics = ("vision", "rationale", "backing", "benefit", "added_value", "issue_noticed")
    case = started(roundabout(*(c.OnRecord(topic) for topic in topics)), *said("purpose"))
    plan = case.plan("done", on=DAY)
    assert (plan.found, plan.proven) == (False, False)
    assert "Geen weg gevonden naar: klaar." in plan.explain("nl")


def test_a_plan_is_a_numbered_list() -> None:
    """In words a plan has its goal, and each step with its target and what to record before it."""
    case = started(tiny(rule(c.OnRecord("purpose"))))
    assert case.plan("done", on=DAY).explain("nl") == (
        "Op weg naar: klaar\n1. ga → werk\n   - leg vast: doel van de samenwerking\n2. maak af → klaar\n"
    )
