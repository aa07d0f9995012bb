"""Paths cover what they promise, in as few cases as there can be, and each step of them is as it says."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations, pairwise
from typing import get_args

import pytest
from hypothesis import given, settings

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.testing.building.canonical import DAY, canonical, with_agreement
from gezondsamen.testing.building.construction import lacks
from gezondsamen.testing.building.readiness import case_lacking
from gezondsamen.testing.path import Cover, Path, paths
from gezondsamen.testing.paths_cover import Graph, Item, Walked, graph_of, walks
from gezondsamen.testing.strategies.processes import processes
from gezondsamen.testing.strategies.readiness import nearly_ready
from tests.support.builders import PROCESSES, codes, joined, label, later, rule, started, tiny

COVERS: tuple[Cover, ...] = get_args(Cover)
WALKED: tuple[Walked, ...] = ("phases", "transitions")

NO_PURPOSE = rule(c.RecordCount("purpose", at_most=0), code="OWN-02")
BARRED = tiny(rule(c.OnRecord(("purpose",)), code="OWN-01"), finish=(NO_PURPOSE,))
"""A process in which nobody who took the first step can take the last one."""


def phases_of(path: Path) -> set[str]:
    return {case.phase for step in path.steps for case in (step.before, step.after)}


def triggers_of(path: Path) -> list[tuple[str, str]]:
    return [(step.before.phase, step.trigger) for step in path.steps]


def test_each_phase_is_come_to() -> None:
    """Paths for phases come to every phase of a process."""
    for process in PROCESSES:
        found = paths(process, "phases")
        assert set().union(*map(phases_of, found)) == {phase.key for phase in process.phases}
        assert sorted(key for path in found for key in path.covers) == sorted(
            phase.key for phase in process.phases if phase.key != process.initial
        )


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_each_transition_is_taken(process: gs.Process) -> None:
    """Paths for transitions take each of them, and tell it once; as many paths as steps to a dead end."""
    found = paths(process)
    taken = {step for path in found for step in triggers_of(path)}
    assert taken == {(step.source, step.trigger) for step in process.transitions}
    told = Counter(name for path in found for name in path.covers)
    assert told == {step.where: 1 for step in process.transitions}
    ends = [step for step in process.transitions if not process.exits(step.target)]
    assert len(found) == len(ends)


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_each_pair_is_taken(process: gs.Process) -> None:
    """Paths for pairs take each transition after each that leads to it, and each first one."""
    found = paths(process, "pairs")
    taken = {two for path in found for two in pairwise(triggers_of(path))}
    assert taken == {
        ((step.source, step.trigger), (then.source, then.trigger))
        for step in process.transitions
        for then in process.exits(step.target)
    }
    begun = {triggers_of(path)[0] for path in found}
    assert begun == {(step.source, step.trigger) for step in process.exits(process.initial)}


@pytest.mark.parametrize("cover", COVERS)
def test_a_step_is_as_it_says(cover: Cover) -> None:
    """Each step begins where the one before ended, its facts recorded, and comes out as checked."""
    for process in (gs.NETWORK, BARRED):
        for path in paths(process, cover):
            for step in path.steps:
                check = step.before.check(step.trigger, on=step.on)
                assert step.unmet == tuple(row.requirement.code for row in check.unmet)
                assert step.advised == tuple(row.requirement.code for row in check.advised)
                assert step.allowed == check.allowed
                after = step.before.advance(step.trigger, on=step.on) if step.allowed else step.before
                assert step.after == after
            for step, then in pairwise(path.steps):
                assert then.before == step.after.record(*then.facts)


def test_ids_are_readable_and_each_its_own() -> None:
    """An id names the last thing that a path covers; no two paths of a process have the same one."""
    assert [str(path) for path in paths(BARRED, "phases")] == ["work-in-1-step", "done-in-1-step"]
    for cover in COVERS:
        ids = [path.id for path in paths(gs.CERTIFICATE, cover)]
        assert len(set(ids)) == len(ids)
        assert all(name.isascii() and not any(map(str.isspace, name)) for name in ids)


# --- as few as there can be ---------------------------------------------------------------------------


def antichain(graph: Graph) -> int:
    """Return how many things there are at most of which no two stand on one walk: all subsets are tried."""
    after: dict[Item, set[Item]] = {item: set(to) for item, to in graph.arcs.items()}
    for _ in graph.arcs:
        for found in after.values():
            found |= {last for to in found for last in after[to]}
    for size in range(len(graph.wanted), 0, -1):
        for chosen in combinations(graph.wanted, size):
            if not any(other in after[one] for one in chosen for other in chosen if one != other):
                return size
    return 0


@settings(max_examples=40)
@given(processes(max_phases=4))
def test_no_fewer_walks_would_do(process: gs.Process) -> None:
    """So many things stand on no common walk as there are walks: none can be spared."""
    for cover in WALKED:
        graph = graph_of(process, cover, process.initial)
        if len(graph.wanted) <= 12:
            found = walks(graph)
            assert {item for walk in found for item in walk} >= set(graph.wanted)
            assert len(found) == antichain(graph)


# --- beginnings ---------------------------------------------------------------------------------------


def test_paths_begin_with_ones_own_case_on_any_track() -> None:
    """With a case, all begins there, on the last day on record, and only what lies ahead is covered."""
    case = with_agreement(gs.PPS, "in_force").record(joined("late", on=later(9)))
    found = paths(gs.AGREEMENT, case=case, track="covenant")
    assert all(
        path.steps[0].before.entries_after(0)[: case.version] == case.entries_after(0) for path in found
    )
    assert {step.on for path in found for step in path.steps} == {later(9)}
    assert {path.steps[-1].after.phase for path in found} == {case.phase}
    assert {step.track for path in found for step in path.steps} == {"covenant"}
    begun = {path.steps[0].before.phase_of("covenant") for path in found}
    assert begun == {"in_force"}


def test_what_history_bars_is_covered_by_a_case_taken_over() -> None:
    """A step that no one can take who came here by the first step is taken by a case that began here."""
    found = paths(BARRED)
    assert {name for path in found for name in path.covers} == {step.where for step in BARRED.transitions}
    assert found[-1].id == "work.finish-in-1-step"
    assert found[-1].steps[0].before.visits[0].adopted


def test_a_pair_that_cannot_be_is_left_out() -> None:
    """Pairs are left out of which the first bars the second; the transitions stand all the same."""
    covered = {name for path in paths(BARRED, "pairs") for name in path.covers}
    assert "begin.go.again" in covered
    assert "begin.go.finish" not in covered


@pytest.mark.parametrize(("cover", "code"), [("phases", "no-route"), ("transitions", "never-allowed")])
def test_what_is_never_allowed_is_not_left_out(cover: Cover, code: str) -> None:
    """Where nothing makes a step allowed, no paths are given that would pass for all."""
    closed = tiny(finish=(NO_PURPOSE, rule(c.OnRecord(("purpose",)), code="OWN-01")))
    with pytest.raises(gs.InvalidRecord) as refused:
        paths(closed, cover)
    assert refused.value.code == code


def test_what_cannot_be_walked_is_refused() -> None:
    """Another word, a track on which another process runs, a case for rules: each is refused by its name."""
    with pytest.raises(gs.InvalidArgument) as wrong:
        paths(gs.PPS, "transition")  # type: ignore[arg-type]
    assert (wrong.value.code, wrong.value.nearest) == ("unknown-kind", "transitions")
    with pytest.raises(gs.InvalidRecord) as other:
        paths(gs.PPS, case=canonical(gs.NETWORK))
    assert other.value.code == "other-process"
    with pytest.raises(gs.InvalidArgument, match="no case"):
        paths(gs.PPS, "rules", case=canonical(gs.PPS))


# --- rules --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("process", [gs.PPS, gs.WELLBEING_SCHOOL, BARRED], ids=lambda p: p.key)
def test_each_rule_is_unmet_alone_and_each_two_together(process: gs.Process) -> None:
    """The rows of a step: once allowed, each rule as the only one that its case lacks, each two at once."""
    rows: dict[str, list[frozenset[str]]] = {}
    for path in paths(process, "rules"):
        (row,) = path.steps
        rows.setdefault(f"{row.before.phase}.{row.trigger}", []).append(frozenset(row.unmet))
    for step in process.transitions:
        found = rows[step.where]
        hard = [
            asked.code for asked in step.requires if lacks(process, step.source, step.trigger, asked.code)
        ]
        alone = {code: lacks(process, step.source, step.trigger, code)[0].unmet for code in hard}
        assert frozenset() in found
        assert set(alone.values()) <= set(found)
        for two in combinations(hard, 2):
            assert any(unmet.issuperset(two) for unmet in found), (step.where, two)
        assert len(found) <= 1 + len(step.requirements) + len(hard) ** 2 // 4


def test_several_rules_block_a_step_together() -> None:
    """With several codes, a case lacks these rules and no other; doubles and the order are the same."""
    two = case_lacking(gs.PPS, "conclude_agreement", "structure", ("AGR-02", "PAR-01"), 0, DAY)
    assert codes(two.check("conclude_agreement", on=DAY).unmet) == {"AGR-02", "PAR-01"}
    one = case_lacking(gs.PPS, "conclude_agreement", "structure", ("AGR-02", "AGR-02"), 0, DAY)
    assert one == case_lacking(gs.PPS, "conclude_agreement", "structure", "AGR-02", 0, DAY)


@settings(max_examples=20)
@given(pair=nearly_ready(gs.PPS, "conclude_agreement", lacking=("AGR-02", "PAR-01")))
def test_cases_are_drawn_that_lack_several_rules(pair: tuple[gs.Collaboration, date]) -> None:
    """Whatever else is drawn, and on whatever day, these two are unmet and no other."""
    case, day = pair
    assert codes(case.check("conclude_agreement", on=day).unmet) == {"AGR-02", "PAR-01"}


@pytest.mark.parametrize(
    ("asked", "code"),
    [((), "nothing-given"), (("AGR-02", "EVA-12"), "not-asked"), (("AGR-02", "AGR-002"), "not-asked")],
    ids=["none", "advice", "misspelt"],
)
def test_rules_that_a_step_does_not_ask_are_refused(asked: tuple[str, ...], code: str) -> None:
    """No code at all, and one that the step does not ask, are refused."""
    with pytest.raises(gs.InvalidRecord) as refused:
        case_lacking(gs.PPS, "conclude_agreement", "structure", asked, 0, DAY)
    assert refused.value.code == code


def test_rules_that_no_one_phase_asks_are_refused() -> None:
    """Two rules that the same trigger asks in different phases are never unmet together."""
    begin, work, done = tiny().phases
    steps = (
        begin.to(work, "on", label=label(), requires=(rule(c.OnRecord(("purpose",)), code="OWN-01"),)),
        work.to(done, "on", label=label(), requires=(rule(c.OnRecord(("purpose",)), code="OWN-02"),)),
    )
    with pytest.raises(gs.InvalidRecord, match="no step 'on' asks all of OWN-01, OWN-02"):
        nearly_ready(tiny(transitions=steps), "on", lacking=("OWN-01", "OWN-02"))


def test_an_advice_is_seen_unmet_where_the_step_is_taken() -> None:
    """A row of an advice warns and is taken; the first row follows it."""
    process = tiny(advises=(rule(c.OnRecord(("purpose",)), code="OWN-03"),))
    first, second, *_ = paths(process, "rules")
    assert (first.id, second.id) == ("begin.go-allowed", "begin.go-warns-OWN-03")
    assert second.steps[0].after.phase == "work"
    assert started(process).check("go", on=DAY).allowed
