"""Fingerprints: what changes them, and what leaves them as they are."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.process.evaluation_points import OnPhase, OnTrigger
from tests.support.builders import CITED, label, rule, tiny
from tests.support.journeys import point

PLAIN = tiny(rule(c.OnRecord("purpose"), c.PartyCount(at_least=2)), evaluation_points=(point(),))


def step(**changes: Any) -> gs.Process:
    """Return the process with another first step."""
    first, *others = PLAIN.transitions
    return attrs.evolve(PLAIN, transitions=(attrs.evolve(first, **changes), *others))


def asking(*conditions: c.Condition, **changes: Any) -> gs.Process:
    return step(requires=(rule(*conditions, **changes),))


def planned(**changes: Any) -> gs.Process:
    return attrs.evolve(PLAIN, evaluation_points=(attrs.evolve(PLAIN.evaluation_points[0], **changes),))


@pytest.mark.parametrize(
    "other",
    [
        asking(c.OnRecord("purpose")),
        asking(c.OnRecord("purpose"), c.PartyCount(at_least=3)),
        asking(c.OnRecord("purpose"), c.PartyCount(at_most=2)),
        asking(c.PartyCount(at_least=2), c.OnRecord("purpose")),
        asking(c.OnRecord("purpose"), c.PartyCount(at_least=2), code="OWN-02"),
        asking(c.OnRecord("purpose"), c.PartyCount(at_least=2), waivable=False),
        step(requires=(), advises=PLAIN.transitions[0].requires),
        step(since="work"),
        step(falls_due=OnPhase("work")),
        step(falls_due=OnTrigger("go")),
        planned(every=gs.Every(months=3)),
        planned(every=gs.Every(months=2)),
        planned(min_count=2),
        attrs.evolve(PLAIN, evaluation_points=()),
    ],
    ids=str,
)
def test_what_a_process_asks_shows(other: gs.Process) -> None:
    """Other rules, places, numbers and moments give another fingerprint of rules, and the same map."""
    assert other.rules_fingerprint != PLAIN.rules_fingerprint
    assert other.fingerprint == PLAIN.fingerprint


@pytest.mark.parametrize(
    "other",
    [
        attrs.evolve(PLAIN, label=label("anders"), version=2),
        step(label=label("anders"), citation=CITED, basis="law"),
        asking(c.OnRecord("purpose"), c.PartyCount(at_least=2), text=label("anders"), choice=label("ja")),
        planned(label=label("anders"), citation=gs.Citation(gs.Work("other", "Other")), basis="law"),
    ],
    ids=["process", "step", "rule", "point"],
)
def test_words_do_not_show(other: gs.Process) -> None:
    """Other labels, texts, sources and grounds leave both fingerprints as they are."""
    assert other != PLAIN
    assert other.rules_fingerprint == PLAIN.rules_fingerprint
    assert other.fingerprint == PLAIN.fingerprint


def test_the_map_shows() -> None:
    """A phase more, or a step that leads elsewhere or is called otherwise, gives another map."""
    rest = gs.Phase("rest", label())
    found = [
        PLAIN,
        attrs.evolve(PLAIN, phases=(*PLAIN.phases, rest)),
        step(target="done"),
        step(trigger="start"),
        step(source="work"),
    ]
    assert len({process.fingerprint for process in found}) == len(found)


def test_a_fingerprint_is_short() -> None:
    """A fingerprint is sixteen hexadecimal digits, as documents hold it."""
    process = step(since="work")
    for text in (process.fingerprint, process.rules_fingerprint):
        assert re.fullmatch("[0-9a-f]{16}", text)


def test_the_order_of_the_parts_does_not_show() -> None:
    """Phases and steps in another order make the same map."""
    other = attrs.evolve(PLAIN, phases=PLAIN.phases[::-1], transitions=PLAIN.transitions[::-1])
    assert other.fingerprint == PLAIN.fingerprint
