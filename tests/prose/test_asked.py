"""What is asked: every kind of condition has a phrase, and no two different conditions read alike."""

from __future__ import annotations

import re
from typing import Any, get_args

import attrs
import pytest
from hypothesis import example, given

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.prose.asked import condition_text
from gezondsamen.prose.scene import Scene
from tests.support.builders import DAY, PROCESSES, label, rule, started, tiny
from tests.support.sayings import A_YEAR, ASKED, SAID
from tests.support.strategies import near_pairs, nested

SCENE = Scene(gs.PPS)


DEFAULTS: dict[str, Any] = {"which": c.Parties(), "at_least": None}
"""What asks nothing, where the field has no default that can be compared."""


@pytest.mark.parametrize(
    "condition", [c.OnRecord("funding", dated=True), c.Lasts("funding", at_least=A_YEAR)]
)
def test_an_end_date_is_not_asked_twice_in_one_sentence(condition: c.Condition) -> None:
    """Where the name of a topic tells of its end date, the sentence around it does not say so again."""
    check = started(tiny(rule(condition))).check("go", on=DAY)
    asking = {
        "nl": r"einddatum|tot en met welke dag|tot wanneer",
        "en": r"end date|through which day|until when",
    }
    for lang, words in asking.items():
        assert any(re.search(words, line) for line in check.explain(lang).splitlines())
        for line in (*check.explain(lang).splitlines(), condition_text(condition, SCENE.voice(lang))):
            assert len(re.findall(words, line)) < 2


def alike(first: c.Condition, second: c.Condition) -> bool:
    voices = [SCENE.voice(lang, limits=True) for lang in ("nl", "en")]
    return any(condition_text(first, v) == condition_text(second, v) for v in voices)


@given(near_pairs())
@example(
    (
        c.OnRecord("purpose", each=c.Sectors("sport")),
        c.OnRecord("purpose", each=c.Sectors("sport", group="social")),
    )
)
@example((c.Measured("capacity_money", at_least=1_500_000), c.Measured("capacity_money", at_least=1_500_001)))
def test_no_two_different_conditions_print_alike(pair: tuple[c.Condition, c.Condition]) -> None:
    """Two conditions of one kind read the same only when they are the same."""
    assert alike(*pair) == (pair[0] == pair[1])


@given(nested, nested)
def test_kinds_do_not_print_alike(first: c.Condition, second: c.Condition) -> None:
    """Conditions of any two kinds, nested ones included, read the same only when they are the same."""
    assert alike(first, second) == (first == second)


@pytest.mark.parametrize(
    ("condition", "text"),
    [pytest.param(*case, id=f"{type(case[0]).__name__}-{n}") for n, case in enumerate(ASKED)],
)
def test_a_condition_reads_as_a_phrase(condition: c.Condition, text: str) -> None:
    """A phrase names all that a condition asks, and nothing that it does not ask."""
    assert condition_text(condition, SCENE.voice("nl", limits=True)) == text


def test_the_phrases_leave_out_no_kind() -> None:
    """Every kind of condition is among the phrases of this module."""
    nested = (c.AllOf, c.AnyOf)
    assert {type(condition) for condition, _ in ASKED} | {*nested} == set(get_args(c.Condition))


@pytest.mark.parametrize("condition", [case[0] for case in SAID], ids=lambda x: type(x).__name__)
def test_all_that_a_condition_asks_is_said(condition: c.Condition) -> None:
    """Without one of the things that it asks, a condition reads otherwise."""
    for field in attrs.fields(type(condition)):
        bare = DEFAULTS.get(field.name, field.default)
        if bare is not attrs.NOTHING and getattr(condition, field.name) != bare:
            try:
                less = attrs.evolve(condition, **{field.alias: bare})
            except (TypeError, ValueError, gs.GezondsamenError):  # it asks nothing without
                continue
            assert not alike(condition, less), field.name


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_the_conditions_of_a_process_read_differently(process: gs.Process) -> None:
    """No two different conditions that a process asks are said in the same words, in either language."""
    slots = [*(t.requirements for t in process.transitions), *(p.watches for p in process.phases)]
    asked = {condition for rules in slots for found in rules for condition in found.conditions}
    scene = Scene(process)
    for lang in ("nl", "en"):
        assert len({condition_text(x, scene.voice(lang, limits=True)) for x in asked}) == len(asked)


def test_the_key_of_a_limit_is_for_those_who_ask() -> None:
    """A number that the process can set is told with the name of its limit only where that is asked."""
    limit = c.Limit("private_partners", 10, label("maximumaantal"))
    asked = c.PartyCount(c.Parties(sides="private"), at_most=limit)
    plain = condition_text(asked, SCENE.voice("en"))
    assert plain == "at most ten private parties"
    assert condition_text(asked, SCENE.voice("en", limits=True)) == plain.replace(
        "ten", "ten [private_partners]"
    )
