"""Edges: each is reached by construction, and drawn often enough to matter."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.testing import (
    Turn,
    canonical,
    collaborations,
    days_of,
    edges_in,
    edges_of,
    edited,
    reachable_phases,
)
from gezondsamen.testing.building.bounds import asking_days, periods_of
from gezondsamen.testing.building.edges import EDGES
from gezondsamen.testing.strategies.edges import turns
from gezondsamen.testing.strategies.reach.scene import Scene
from tests.support.builders import DAY, PROCESSES, label, later, rule

DRAWS = settings(
    deadline=None,
    database=None,
    derandomize=False,  # the seed says which draws: what they reach is counted
    max_examples=60,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)

BESIDE = (gs.INTEGRAL,)

BASES = {
    "management": canonical(gs.PPS, "management"),
    "school": canonical(gs.HEALTHY_SCHOOL, reachable_phases(gs.HEALTHY_SCHOOL)[2]),
    "fresh": canonical(gs.PPS),
    "wellbeing": canonical(gs.WELLBEING_MUNICIPALITY, reachable_phases(gs.WELLBEING_MUNICIPALITY)[-2]),
}
"""Cases at hand, with parties and agreements and without."""


def drawn(strategy: st.SearchStrategy[Any], draws: int = 60) -> list[Any]:
    """Return so many values, the same each time."""
    found: list[Any] = []

    @seed(1)
    @settings(DRAWS, max_examples=draws)
    @given(strategy)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found


# --- edge by edge ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", BASES.values(), ids=BASES)
@pytest.mark.parametrize("name", EDGES)
def test_an_edge_is_reached_by_construction(name: str, case: gs.Collaboration) -> None:
    """Of the edits drawn for an edge, half and more bring the case to it; or nothing is drawn for it."""
    strategy = edges_of(case, name, beside=BESIDE)
    if strategy.is_empty:
        return
    found = drawn(strategy, 12)
    reached = [turn for turn in found if name in edges_in(edited(case, *turn))]
    assert 2 * len(reached) >= len(found), f"{name}: {len(reached)} of {len(found)}"


def test_every_edge_can_be_reached() -> None:
    """For each edge some phase of some process that ships has edits that lead there."""
    left = set(EDGES)
    for process in PROCESSES:
        for phase in reachable_phases(process):
            scene = Scene(canonical(process, phase), BESIDE)
            left -= {name for name in left if turns(scene, (name,))}
    assert not left


@pytest.mark.parametrize("process", [gs.PPS, gs.HEALTHY_SCHOOL], ids=lambda process: process.key)
def test_every_edge_is_drawn(process: gs.Process) -> None:
    """Among few cases each edge occurs that the process has."""
    possible = {
        name
        for name in EDGES
        for phase in reachable_phases(process)
        if turns(Scene(canonical(process, phase), BESIDE), (name,))
    }
    seen = Counter(name for case in drawn(collaborations(process), 500) for name in edges_in(case))
    assert possible - set(seen) - {"as many parties"} == set()  # in few phases, and rare even there


def test_a_case_without_edges_has_none() -> None:
    """A fresh canonical case reaches no edge."""
    for process in PROCESSES:
        assert edges_in(canonical(process)) == ()


def test_an_edge_that_there_is_not_is_refused() -> None:
    """A name is refused with the nearest that there is."""
    with pytest.raises(ValueError, match="no edge 'sucession'") as caught:
        edges_of(canonical(gs.PPS), "sucession")
    assert caught.value.nearest == "succession"  # type: ignore[attr-defined]


def test_edges_can_be_the_edits_of_cases() -> None:
    """With edges alone, that is all that is drawn."""
    successions = edges_of(canonical(gs.PPS, "management"), "succession")
    cases = drawn(collaborations(gs.PPS, phase="management", edits=successions), 30)
    assert {name for case in cases for name in edges_in(case)} >= {"succession"}
    assert not any("author" in edges_in(case) for case in cases)
    turn: Turn = drawn(successions, 1)[0]
    assert "succession" in edges_in(edited(canonical(gs.PPS, "management"), *turn))


# --- days -------------------------------------------------------------------------------------------------


def test_days_to_ask_on_are_days_of_the_case() -> None:
    """None lies before its beginning; the first, the next, and both sides of each bound are among them."""
    case = canonical(gs.PPS, "management")
    days = set(asking_days(case))
    assert min(days) == DAY
    assert {DAY, later(1)} <= days
    for period in periods_of(gs.PPS):
        bound = period.after(DAY)
        assert {bound - timedelta(days=1), bound, bound + timedelta(days=1)} <= days
    assert {date(2024, 7, 31), date(2024, 8, 1)} <= days
    ends = [getattr(e.fact, "until", None) for e in case.entries_after(0)]
    for end in [end for end in ends if end is not None]:
        assert {end, end + timedelta(days=1)} <= days
    assert all(day >= DAY for day in drawn(days_of(case)))
    assert len(days.intersection(drawn(days_of(case), 300))) > 10


def test_days_to_ask_on_come_after_every_track_began() -> None:
    """A track that was opened later has no answer before: each day drawn can be asked about."""
    case = canonical(gs.PPS, "management").open(gs.NETWORK, track="second", on=DAY + timedelta(days=99))
    for day in drawn(days_of(case)):
        assert case.options(on=day, track="second")


# --- a process of your own ----------------------------------------------------------------------------------


def own() -> gs.Process:
    """Make a process of eight phases and fourteen rules."""
    asked: tuple[c.Condition, ...] = (
        c.OnRecord("purpose"),
        c.PartyCount(at_least=2),
        c.RoleFilled(next(iter(gs.PPS.vocabulary["role"]))),
        c.OnRecord("vision", c.Parties()),
        c.InContact(("individual",)),
        c.Evaluated(("periodic",)),
        c.Agreed(signed=True),
        c.ConsentOfAll(next(iter(gs.PPS.vocabulary["subject"]))),
        c.RecordCount("purpose", at_least=2),
        c.Contributed(),
        c.PartyCount(c.Parties(sides="private"), at_least=1),
        c.EvaluationArranged(),
        c.OnRecord("purpose", max_age=gs.Every(months=6)),
        c.ActionCount(at_least=1),
    )
    rules = [rule(condition, code=f"OWN-{number:02}") for number, condition in enumerate(asked, 1)]
    kinds: list[Any] = ["initial", *["normal"] * 6, "final"]
    phases = [gs.Phase(f"p{n}", label(f"p{n}"), kind=kind) for n, kind in enumerate(kinds)]
    phases[-1] = gs.Phase("p7", label("p7"), kind="final", outcome="success")
    steps = [
        phases[n].to(
            phases[n + 1], f"go_{n}", label=label(f"go {n}"), requires=tuple(rules[2 * n : 2 * n + 2])
        )
        for n in range(7)
    ]
    return gs.Process(key="fourteen", label=label(), phases=phases, transitions=steps, terms=gs.PPS.terms)


def test_every_rule_of_your_own_comes_out_each_way() -> None:
    """Each rule of a process of your own is met, unmet and waived in some case that is drawn."""
    process = own()
    seen: set[tuple[str, str]] = set()
    for case in drawn(collaborations(process), 3_000):
        last = max(entry.fact.on for entry in case.entries_after(0))
        for check in case.options(on=last).values():
            seen |= {(row.requirement.code, row.status) for row in check.outcomes}
    wanted = {(code, status) for code in process.requirements for status in ("met", "unmet", "waived")}
    assert wanted - seen == set()
