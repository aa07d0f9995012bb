"""Tests that a host writes with `gezondsamen.testing`."""

# needs: hypothesis

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

import gezondsamen as gs
from gezondsamen.testing import (
    DAY,
    Add,
    Breakage,
    Drop,
    ProcessWalk,
    RuleCoverage,
    agreements,
    as_test,
    assert_consistent,
    assert_process_laws,
    assert_schedule_keeps_rhythm,
    broken_documents,
    broken_laws,
    broken_moments,
    broken_rhythms,
    canonical,
    collaborations,
    edges_of,
    edited,
    facts,
    journals,
    nearly_ready,
    parties,
    paths,
    processes,
    ready,
    schedules,
)


@given(
    collaborations(gs.PPS, phase="negotiation")
    | collaborations(
        gs.PPS, edits=edges_of(canonical(gs.PPS, "management"), "succession"), beside=(gs.NETWORK,)
    )
)
def test_any(case: gs.Collaboration) -> None:
    assert_consistent(case, on=DAY)


@given(pair=ready(gs.PPS, "start") | nearly_ready(gs.PPS, "conclude_agreement", lacking="AGR-02"))
def test_at_a_step(pair: tuple[gs.Collaboration, date]) -> None:
    case, day = pair
    assert case.options(on=day)


@given(
    parties(gs.PPS, kind=st.sampled_from(["school", "ggd"]), internal=False),
    facts(gs.PPS, gs.Stated, topic="purpose"),
    schedules(gs.PPS, on=DAY),
    agreements(around="in_force", edits=st.just(Drop(2)), max_edits=1),
    processes(max_phases=4),
)
def test_of_all_kinds(
    party: gs.Party, stated: gs.Stated, schedule: object, case: gs.Collaboration, process: gs.Process
) -> None:
    assert party.name + stated.topic + case.phase + process.key


@given(journals(canonical(gs.PPS, "negotiation")))
def test_journals(found: tuple[gs.Fact, ...]) -> None:
    canonical(gs.PPS, "negotiation").record(*found)


@given(broken_documents(gs.PPS, way=Breakage.BAD_DATE))
def test_documents(broken: tuple[str, Breakage]) -> None:
    text, way = broken
    assert text or way.value


def test_each_step() -> None:
    for path in paths(gs.PPS, "pairs", case=canonical(gs.PPS, "management"), on=DAY):
        for step in path.steps:
            taken = (
                step.before.advance(step.trigger, *step.facts, on=step.on) if step.allowed else step.before
            )
            assert taken.phase + path.id + "".join(step.unmet)
            assert as_test(step.after, on=DAY, name="test_own")


class Walk(ProcessWalk):
    process = gs.PPS
    begin = canonical(gs.PPS, "management")
    laws = "quick"
    without = ("correct",)
    beside = (gs.AGREEMENT,)
    phase = "management"

    @rule(days=st.integers(0, 9))
    def state(self, days: int) -> None:
        self.case = self.case.record(gs.Stated(self.day, "purpose"))

    @invariant()
    def known(self) -> None:
        assert self.case.process.has_phase(self.case.phase)
        assert all(isinstance(trigger, str) for _, trigger in self.steps)


TestWalk = Walk.TestCase
Walk.at(canonical(gs.PPS), on=DAY).ask()


def test_laws() -> None:
    assert_process_laws(gs.PPS)
    assert [problem.code for problem in broken_laws(gs.PPS)] == []
    assert_schedule_keeps_rhythm(gs.PPS, calendar=gs.WEEKENDS, direction="preceding", years=1)
    assert [problem.where for problem in broken_rhythms(gs.PPS, years=1)] == []
    case = edited(canonical(gs.PPS, "management"), Drop(2), Add(gs.PartyLeft(DAY, "party-1")))
    assert broken_moments(case, on=DAY, calendar=gs.WEEKENDS) == ()
    with RuleCoverage() as coverage:
        case.monitor(on=DAY)
    assert coverage.report(gs.PPS).share("met", "unmet") <= 1
    assert [row.code for row in coverage.unseen(gs.PPS, "alone")]
