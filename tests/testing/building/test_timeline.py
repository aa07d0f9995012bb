"""Timelines and journeys: cases by construction to which happens what usual cases lack."""

from __future__ import annotations

from collections import Counter
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.testing import canonical, edges_in
from gezondsamen.testing.building.journey import eventful, journey, turning_point, used, waived
from gezondsamen.testing.building.timeline import OTHER_TEXT, SECOND, recorded, timeline
from gezondsamen.testing.building.words import Words
from gezondsamen.testing.laws.timeline_reading import one_of_each
from tests.support.builders import DAY, joined, tiny
from tests.testing.seeded.broad import BROAD

PROCESSES = pytest.mark.parametrize("process", [gs.NETWORK, BROAD], ids=lambda process: process.key)


def last_of(process: gs.Process) -> gs.Collaboration:
    """Return the case at the end of the timeline of everything that a process asks."""
    conditions = tuple(x for asked in one_of_each(process) for x in asked.conditions)
    *_, (_, case) = timeline(canonical(process), conditions)
    return case


def kinds_in(case: gs.Collaboration) -> Counter[type[Any]]:
    return Counter(type(entry.fact) for entry in case.dossier.events())


@PROCESSES
def test_a_timeline_has_heirs_of_heirs_and_one_that_came_back(process: gs.Process) -> None:
    """One is merged twice, one leaves and comes back, one is divided; somebody counts as another side."""
    case, told = last_of(process), kinds_in(last_of(process))
    assert (told[gs.PartySucceeded], told[gs.PartyLeft], told[gs.PartyDivided]) == (2, 1, 1)
    assert {"returned party", "counts as another side", "last day"} <= {*edges_in(case)}
    assert SECOND in case.tracks


def test_a_timeline_tells_what_conditions_read() -> None:
    """Statements, stances, contributions, roles, contacts, texts, actions and evaluations, of every kind."""
    case, told = last_of(BROAD), kinds_in(last_of(BROAD))
    for kind in (gs.Stated, gs.Consented, gs.ContributionRecorded, gs.RoleAssigned, gs.Met, gs.ActionAgreed):
        assert told[kind] > 1
    assert told[gs.AgreementDrafted] == 2
    assert OTHER_TEXT in case.tracks
    assert {entry.fact.holds for entry in case.dossier.events() if isinstance(entry.fact, gs.Stated)} == {
        True,
        False,
    }


def test_a_day_of_a_timeline_knows_nothing_later() -> None:
    """Each day is asked of a case that ends on it."""
    for day, case in timeline(canonical(BROAD), tuple(x for a in one_of_each(BROAD) for x in a.conditions)):
        assert max(entry.fact.on for entry in case.entries_after(0)) <= day


def test_of_each_shape_one_is_asked() -> None:
    """Conditions that differ in their words, numbers or periods alone are asked once."""
    rules = {asked.conditions for asked in one_of_each(gs.PPS)}
    every = {(x,) for rule in gs.PPS.requirements.values() for x in rule.conditions}
    assert 20 < len(rules) < len(every) + 20
    assert {type(x) for conditions in rules for x in conditions} >= {type(x) for (x,) in every}


def test_words_of_nothing_are_none() -> None:
    """Where nothing is asked, nothing is told."""
    words = Words.of(gs.PPS, ())
    assert (words.topics, words.contacts, words.texts, words.roles) == ((), (), (), ())


def test_a_journey_takes_the_steps_of_a_round_again() -> None:
    """It arrives on a later day than all was told on, takes each step that stays, and comes back."""
    assert turning_point(BROAD) == "work"
    cases = [case for case, _ in journey(BROAD)]
    steps = Counter(entry.fact.trigger for entry in cases[-1].dossier.steps("main"))
    assert min(steps[trigger] for trigger in ("go", "again", "note", "admit")) == 2
    assert len(cases[-1].visits) == 4
    assert cases[0].visits[-1].entered > DAY


def test_a_process_without_rounds_has_no_journey() -> None:
    """Where steps only lead on, there is nothing to take again."""
    process = attrs.evolve(tiny(), transitions=tuple(t for t in tiny().transitions if not t.is_loop))
    assert turning_point(process) is None
    assert list(journey(process)) == []
    assert len(list(eventful(process))) == 1


@PROCESSES
def test_a_rule_is_waived_in_every_way(process: gs.Process) -> None:
    """For a step, at another, on a track, about somebody, until a day: each by itself."""
    waivers = [
        entry.fact
        for case, _ in waived(process)
        for entry in case.dossier.events()
        if isinstance(entry.fact, gs.WaiverGranted)
    ]
    for narrowed in ("trigger", "track", "about", "until"):
        assert any(getattr(waiver, narrowed) is not None for waiver in waivers)


def test_a_waiver_is_used_up() -> None:
    """It served the step that was taken, with and without a last day."""
    cases = [case for case, _ in used(BROAD)]
    assert [bool(case.dossier.steps("main")) for case in cases] == [True, True]


def test_what_cannot_be_recorded_is_left_out() -> None:
    """The others are recorded."""
    case = recorded(canonical(gs.PPS), (joined("a"), gs.PartyLeft(DAY, "nobody"), joined("b")))
    assert [party.id for party in case.parties(on=DAY)] == ["a", "b"]
