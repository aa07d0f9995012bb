"""What is missing, and what helps: every kind of condition has a sentence, and words that fit."""

from __future__ import annotations

from typing import Any, get_args

import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.prose.scene import Scene
from tests.support.builders import DAY, joined, later, rule, started, tiny
from tests.support.sayings import A_YEAR, SAID

SCENE = Scene(gs.PPS)


def test_every_kind_is_said() -> None:
    """The examples of this module leave out no kind of condition."""
    assert {type(condition) for condition, _, _ in SAID} == set(get_args(c.Condition))


@pytest.mark.parametrize(
    ("condition", "facts", "lines"),
    [pytest.param(*case, id=f"{type(case[0]).__name__}-{n}") for n, case in enumerate(SAID)],
)
def test_what_is_missing_is_said_in_words(
    condition: c.Condition, facts: tuple[gs.Fact, ...], lines: tuple[str, ...]
) -> None:
    """The row of an unmet rule says what is needed, what is there, of whom, what helps; in English too."""
    (row,) = started(tiny(rule(condition)), *facts).check("go", on=later(2)).outcomes
    text = row.text("nl")
    assert row.status == "unmet"
    assert tuple(line[3:] for line in text.splitlines() if line[3:5] in ("- ", "→ ")) == lines
    assert text.splitlines()[1] == "   Doe dit."
    english = row.text("en")
    assert english.count("\n") == text.count("\n")
    assert english.splitlines()[2:] != text.splitlines()[2:]
    assert "What you can do" in english


def test_what_no_planned_evaluation_looks_at_is_named() -> None:
    """A rule on what evaluations look at names what is missing, and asks to plan only that."""
    asked = rule(c.EvaluationArranged(aspects=("process", "effect")))
    case = started(tiny(asked))
    (row,) = case.check("go", on=DAY).outcomes
    assert [x.needed for x in row.findings] == ["process", "effect"]
    assert "nog geen evaluatie gepland over proces en effect." in row.text("nl")
    assert "Plan een evaluatie over proces en effect." in row.text("nl")
    half = case.record(gs.EvaluationPlanned(DAY, "final", due=DAY, aspects="process"))
    (row,) = half.check("go", on=DAY).outcomes
    assert "No evaluation on effect is planned yet." in row.text("en")
    assert "Plan an evaluation on effect." in row.text("en")
    assert row.remedy is not None
    (draft,) = row.remedy.drafts
    assert isinstance(draft.fact, gs.EvaluationPlanned)
    assert draft.fact.aspects == ("effect",)


def test_the_kind_of_an_evaluation_to_plan_is_named() -> None:
    """Where one kind of evaluation is asked for, both what is missing and what would help name it."""
    text = (
        started(tiny(rule(c.EvaluationArranged("final", recurring=True)))).check("go", on=DAY).explain("nl")
    )
    assert "Er is nog geen eindevaluatie gepland die steeds terugkomt." in text
    assert "Plan elk jaar een eindevaluatie." in text


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_advice_asks_nobody_to_approve(lang: str) -> None:
    """Where recording cannot help, a hard rule asks for a waiver, and advice only to think again."""
    word = {"nl": "goedkeurt", "en": "approves"}[lang]
    bound = rule(c.PartyCount(c.Parties(sides="private"), at_most=1))
    people = (joined("a", "retailer"), joined("b", "retailer"))
    hard = started(tiny(bound), *people).check("go", on=DAY)
    soft = started(tiny(advises=(bound,)), *people).check("go", on=DAY)
    assert word in hard.explain(lang)
    assert word not in soft.explain(lang)
    for check, asked in ((hard, True), (soft, False)):
        remedy = gs.to_dict(check, lang)["outcomes"][0]["remedy"]
        assert remedy is not None
        lines = remedy["lines"]
        assert len(lines) == 1
        assert (word in lines[0]) is asked
    assert soft.advised[0].remedy == hard.unmet[0].remedy


def test_a_count_of_selected_parties_reads_as_a_phrase() -> None:
    """What is counted is said after the number, in the number that fits."""
    private = c.Parties(sides="private")
    for at_least, words in ((1, "één private partij"), (2, "twee private partijen")):
        case = started(tiny(rule(c.PartyCount(private, at_least=at_least))))
        assert f"Minstens {words} nodig; nu nog geen." in case.check("go", on=DAY).explain("nl")


def test_what_is_counted_among_others_reads_as_a_phrase() -> None:
    """Where statements are counted by whom they are about, what is stated comes before for whom."""
    asked = c.RecordCount("benefit", c.Sectors("sport"), at_least=1)
    text = started(tiny(rule(asked))).check("go", on=DAY).explain("nl")
    benefit = SCENE.voice("nl").term("topic", "benefit")
    assert f"Nodig voor minstens één sector sport en bewegen: {benefit}. Nu nog voor geen enkele." in text


@pytest.mark.parametrize(
    ("every", "words"),
    [
        (A_YEAR, "In het afgelopen jaar"),
        (gs.Every(months=1), "In de afgelopen maand"),
        (gs.Every(years=2), "In de afgelopen twee jaar"),
    ],
)
def test_a_period_gone_by_has_its_own_article(every: gs.Every, words: str) -> None:
    """In Dutch a single year is neuter, and other periods are not."""
    text = started(tiny(rule(c.InContact("visit", every=every)))).check("go", on=DAY).explain("nl")
    assert words in text


def test_a_rule_that_nobody_can_set_aside_says_so() -> None:
    """Where recording cannot help and nobody may waive, the page says both."""
    strict: Any = rule(c.PartyCount(at_most=0), waivable=False)
    text = started(tiny(strict), joined("a")).check("go", on=DAY).explain("en")
    assert "nobody can set this rule aside" in text
