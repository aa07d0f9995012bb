"""Walks hold every step to the laws, come everywhere, run on several tracks, and say what went wrong."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from hypothesis.stateful import rule as walk_rule

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.testing.building.canonical import canonical
from gezondsamen.testing.laws.case import assert_consistent
from gezondsamen.testing.laws.demand import demand
from gezondsamen.testing.strategies.facts import RECORDED
from gezondsamen.testing.walk import ProcessWalk
from gezondsamen.testing.walk_choices import recordable
from tests.support.builders import DAY, PROCESSES, label, rule, tiny

WALKS = settings.get_profile("walks")
FIND = settings(
    database=None,
    max_examples=3000,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
SEVERAL = settings(WALKS, max_examples=max(WALKS.max_examples, 8))
ONE = settings(WALKS, max_examples=1, stateful_step_count=6)


class Counted(ProcessWalk):
    """A walk that adds the phases it came to, the tracks it ran on and the steps it took to a count."""

    count: ClassVar[Counter[Any]]

    def teardown(self) -> None:
        super().teardown()
        self.count.update(self.visited.keys())
        self.count.update(("track", process) for process in {t.process for t in self.case.dossier.tracks[1:]})
        self.count["walks"] += 1
        self.count["steps"] += len(self.steps)
        self.count["other"] += sum(track != "main" for track, _ in self.steps)


def walked(process: gs.Process, how: settings, **parts: Any) -> Counter[Any]:
    """Walk through a process and return what was counted."""
    count = Counter[Any]()
    run_state_machine_as_test(
        type("Walk", (Counted,), {"process": process, "count": count} | parts), settings=how
    )
    return count


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_every_phase_of_every_process_is_reached(process: gs.Process) -> None:
    """A few walks at random and, to what they missed, one that goes there first: no phase is left out."""
    beside = () if process.subject == "agreement" else (gs.AGREEMENT,)
    count = walked(process, SEVERAL, beside=beside)
    assert count["steps"] >= 3 * count["walks"]
    for phase in process.phases:
        if not count[phase.key]:
            count += walked(process, ONE, aim=phase.key)
    assert [phase.key for phase in process.phases if not count[phase.key]] == []


def test_several_tracks_run_at_once() -> None:
    """Other processes, the same one again and the life of an agreement run beside the main track."""
    enough = settings(WALKS, max_examples=12)
    count = walked(gs.INTEGRAL, enough, beside=(gs.PPS, gs.AGREEMENT), phase="maintenance")
    assert all(count["track", process.key] for process in (gs.INTEGRAL, gs.PPS, gs.AGREEMENT))
    assert count["other"] >= count["walks"]


def test_a_walk_can_begin_in_any_phase() -> None:
    """With `phase`, a walk is adopted there; what came before was not visited."""
    count = walked(gs.PPS, ONE, phase="management")
    assert count["management"] == 1
    assert count["initiative"] == count["negotiation"] == 0


def test_a_walk_runs_through_a_process_of_ones_own() -> None:
    """A process that does not ship is walked through to its end."""
    count = walked(tiny(), settings(WALKS, max_examples=12))
    assert count["done"] > 0


def test_where_no_agreement_is_known_none_comes_to_life() -> None:
    """In a process without kinds of agreement the life of one never begins, and the walk goes on."""
    terms = tuple(term for term in tiny().terms if term.scheme != "agreement_kind")
    process = attrs.evolve(tiny(), terms=terms)
    count = walked(process, settings(WALKS, max_examples=12), beside=(gs.AGREEMENT,))
    assert count["done"] > 0
    assert not count["track", "agreement"]


class Careful(Counted):
    """A walk with a rule and an invariant of its own, of which the invariant is wrong."""

    process = gs.NETWORK
    count: ClassVar[Counter[Any]] = Counter()

    @walk_rule()
    def rest(self) -> None:
        """Do nothing."""

    @invariant()
    def never_leaves(self) -> None:
        demand(self.case.phase == "need", "the network is still in need", self.case.phase)


def test_what_goes_wrong_is_printed_as_steps() -> None:
    """A subclass adds its own laws; a walk that breaks one ends in that law and its few short steps."""
    shrunk = settings(WALKS, phases=(Phase.generate, Phase.shrink), max_examples=30, stateful_step_count=10)
    with pytest.raises(AssertionError, match="the network is still in need") as broken:
        run_state_machine_as_test(Careful, settings=shrunk)
    notes = "\n".join(broken.value.__notes__)
    steps = re.findall(r"^ *state\.(\w+)\(.*\)$", notes, re.MULTILINE)
    assert 1 <= len([step for step in steps if step not in ("never_leaves", "teardown")]) <= 2
    assert max(len(line) for line in notes.splitlines() if "state." in line) <= 130


def test_a_walk_like_the_same_process_finds_no_difference() -> None:
    """Compared with an equal value of itself, a process answers the same all the way."""
    process = tiny()
    assert walked(process, WALKS, like=tiny())["walks"] > 0


def test_a_walk_like_a_process_of_another_key_is_compared_too() -> None:
    """What a process was adapted from has another key: it answers the same, or the difference is found."""
    asked = tiny(rule(c.OnRecord(("purpose",)), code="OWN-01"))
    assert walked(asked.adapt(key="same"), WALKS, like=asked)["walks"] > 0
    with pytest.raises(AssertionError, match="the same check"):
        walked(
            asked.adapt(key="less", drop=("OWN-01",)), settings(WALKS, phases=(Phase.generate,)), like=asked
        )


@pytest.mark.parametrize("change", ["label", "target"])
def test_a_walk_like_another_process_finds_the_difference(change: str) -> None:
    """Compared with a process that says or leads otherwise, a walk ends with what is different."""
    process = tiny()
    begin, work, done = process.phases
    steps = list(process.transitions)
    if change == "target":
        steps[0] = begin.to(done, "go", label=label("ga"))
        other = tiny(transitions=tuple(steps))
    else:
        other = tiny(transitions=(begin.to(work, "leave", label=label("ga")), *steps[1:]))
    with pytest.raises(AssertionError, match="the same"):
        walked(other, settings(WALKS, phases=(Phase.generate,)), like=process)


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_canonical_cases_are_consistent(process: gs.Process) -> None:
    """The minimal case in each phase obeys every law, on its day and a year later."""
    for phase in process.phases:
        case = canonical(process, phase.key)
        assert_consistent(case, on=DAY)
        assert_consistent(case, on=DAY.replace(year=DAY.year + 1))


@pytest.mark.parametrize("kind", RECORDED, ids=lambda kind: kind.__name__)
def test_facts_of_every_kind_are_drawn(kind: type[gs.Fact]) -> None:
    """Walks draw each kind of fact that can be recorded, with each of its fields given in some."""
    optional = [field for field in attrs.fields(kind) if field.default is not attrs.NOTHING]
    facts = recordable(gs.PPS).filter(lambda fact: type(fact) is kind)
    for field in optional:

        def is_given(fact: gs.Fact, name: str = field.name, default: object = field.default) -> bool:
            return bool(getattr(fact, name) != default)

        assert type(find(facts, is_given, settings=FIND)) is kind
    assert type(find(facts, lambda _: True, settings=FIND)) is kind
