"""Explaining: every kind of condition in words, and no two different conditions in the same words."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from builders import DAY, PROCESSES, joined, label, later, rule, said, started, tiny
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import conditions, histories, near_pairs, nested

import gezondsamen as gs
from gezondsamen.decision.check import Check
from gezondsamen.decision.saying import condition_text
from gezondsamen.decision.wording import Scene, number_text
from gezondsamen.process import conditions as c

SCENE = Scene(gs.PPS)
PARTIES = (joined("a"), joined("b", "retailer"))
SCHOOL = c.Parties(kinds="school")


def draft(ident: str, *obliged: str) -> gs.AgreementDrafted:
    return gs.AgreementDrafted(DAY, ident, "covenant", ("a", *obliged), obliged)


SAID: list[tuple[c.Condition, tuple[gs.Fact, ...], tuple[str, ...]]] = [
    (c.PartyCount(c.Parties(sides="private"), at_least=2), PARTIES, ("2", "1", "privaat")),
    (c.PartyCount(at_most=1, of="kinds"), PARTIES, ("hoogstens 1", "2", "soorten")),
    (c.OnRecord(("purpose", "rationale")), (), ("doel van de samenwerking", "waarom en waarvoor")),
    (c.OnRecord("backing", dated=True, max_age=gs.Every(years=4)), (), ("einddatum", "4 jaar")),
    (c.OnRecord("purpose", since_entry=True), (), ("in deze ronde",)),
    (c.OnRecord("backing", each=c.Parties()), PARTIES, ("Partij a", "Partij b", "achterban")),
    (c.OnRecord("backing", each=SCHOOL), PARTIES, ("school",)),
    (c.OnRecord("sector_considered", each=c.Sectors("sport")), (), ("sport en bewegen",)),
    (c.RecordCount("backing", at_least=2), said("backing"), ("minstens 2", "1", "achterban")),
    (
        c.Measured("capacity_money", at_least=5),
        (gs.Quantified(DAY, "capacity_money", 2),),
        ("2", "minstens 5"),
    ),
    (c.Measured("capacity_money", at_least=5), (), ("beschikbaar geld",)),
    (c.Lasts("funding", at_least=gs.Every(years=1)), (), ("financiering", "minstens 1 jaar")),
    (
        c.Lasts("funding", at_least=gs.Every(years=1)),
        (gs.Stated(DAY, "funding", until=later(20)),),
        ("28 januari 2024", "minstens 1 jaar"),
    ),
    (c.Paired("issue_noticed", "issue_raised"), said("issue_noticed"), ("8 januari 2024", "knelpunt")),
    (
        c.Paired("issue_noticed", "issue_raised", "before"),
        said("issue_noticed"),
        ("8 januari 2024", "vóór"),
    ),
    (c.RoleFilled("alderman"), (), ("wethouder",)),
    (
        c.RoleFilled(("alderman", "champion"), by=c.Parties(kinds="municipality"), outsider=True),
        (),
        ("wethouder of trekker", "gemeente", "van buiten"),
    ),
    (c.RoleFilled("delegate", each=c.Parties()), PARTIES, ("Partij a", "Partij b", "afgevaardigde")),
    (c.RoleFilled(each=c.Parties()), PARTIES, ("Partij a", "Partij b", "rol")),
    (
        c.RoleFilled(named_by="role_needed"),
        (gs.Stated(DAY, "role_needed", about=("role", "alderman")),),
        ("wethouder",),
    ),
    (
        c.ConsentOfAll("ambition"),
        (PARTIES[0], gs.Consented(DAY, "a", "ambition", "objects")),
        ("Partij a", "maakt bezwaar"),
    ),
    (c.ConsentOfAll("ambition"), PARTIES, ("Partij a", "Partij b", "gezamenlijke ambitie")),
    (c.Contributed(other_than="money", measured=True), PARTIES, ("Partij a", "geld", "hoeveel")),
    (c.Contributed(status="asked"), PARTIES, ("Partij b", "gevraagd")),
    (c.Agreed(), (), ("overeenkomst",)),
    (
        c.Agreed(("goal", "term"), with_=SCHOOL, signed=True),
        (*PARTIES, draft("x")),
        ("overeenkomst x", "doel en looptijd", "school", "verplichting"),
    ),
    (c.Agreed(signed=True), (*PARTIES, draft("x", "b")), ("Partij b", "getekend")),
    (c.Agreed(), (*PARTIES, draft("x"), draft("y")), ("overeenkomst x", "overeenkomst y")),
    (c.MetBefore("individual", "plenary"), PARTIES, ("Partij a", "individueel gesprek")),
    (
        c.MetBefore("individual", "plenary"),
        (*PARTIES, gs.Met(DAY, "plenary", ("a", "b")), gs.Met(later(1), "individual", ("a", "b"))),
        ("8 januari 2024", "plenair"),
    ),
    (
        c.InContact("plenary", at_least=2, every=gs.Every(months=1), present=(SCHOOL,)),
        PARTIES,
        ("0 keer", "2 keer", "afgelopen maand", "school"),
    ),
    (c.InContact(pairs=True), PARTIES, ("Partij a en Partij b", "1 keer")),
    (c.InContact("visit", school_year=True, each=c.Parties()), PARTIES, ("Partij a", "schooljaar")),
    (c.Evaluated("final"), (), ("eindevaluatie",)),
    (c.Evaluated(decisions="adapt", since_entry=True), (), ("In deze ronde", "aanpassen")),
    (
        c.Evaluated(decisions="adapt"),
        (gs.EvaluationHeld(DAY, "final", "continue"),),
        ("doorgaan", "aanpassen"),
    ),
    (c.EvaluationArranged(recurring=True), (), ("terugkomt",)),
    (
        c.EvaluationArranged(aspects=("process", "effect")),
        (gs.EvaluationPlanned(DAY, "final", due=DAY),),
        ("proces en effect",),
    ),
    (c.ActionCount(c.Parties(), at_least=1), PARTIES, ("minstens 1", "Partij a", "acties")),
    (c.AllOf((c.RoleFilled("alderman"),)), (), ("wethouder",)),
    (c.AnyOf((c.RoleFilled("alderman"), c.OnRecord("backing"))), (), ("wethouder", "achterban")),
]


def test_every_kind_is_said() -> None:
    """The examples of this module leave out no kind of condition."""
    assert {type(condition) for condition, _, _ in SAID} == set(get_args(c.Condition))


@pytest.mark.parametrize(
    ("condition", "facts", "words"),
    [pytest.param(*case, id=f"{type(case[0]).__name__}-{n}") for n, case in enumerate(SAID)],
)
def test_what_is_missing_is_said_in_words(
    condition: c.Condition, facts: tuple[gs.Fact, ...], words: tuple[str, ...]
) -> None:
    """The row of an unmet rule says in Dutch what is needed, what is there, and of whom; in English too."""
    (row,) = started(tiny(rule(condition)), *facts).check("go", on=later(2)).outcomes
    text = row.text("nl")
    assert row.status == "unmet"
    for word in words:
        assert word in text
    english = row.text("en")
    assert english.splitlines()[2:] != text.splitlines()[2:]
    assert "What you can do" in english


def plain_words(check: Check) -> list[str]:
    return [check.explain(lang) for lang in ("nl", "en")]


@given(st.data(), conditions)
def test_every_condition_can_be_explained_on_any_history(data: st.DataObject, condition: c.Condition) -> None:
    """Whatever is asked and whatever happened, the page has a sentence for it, without keys or holes."""
    case = data.draw(histories(tiny(rule(condition))))
    for text in plain_words(case.check("go", on=later(600))):
        assert "[OWN-01]" in text
        assert not re.search(r"\bNone\b|About\(|\(\)|  - \.|: \.", text)


def alike(first: c.Condition, second: c.Condition) -> bool:
    return any(
        condition_text(first, SCENE, lang) == condition_text(second, SCENE, lang) for lang in ("nl", "en")
    )


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


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_the_conditions_of_a_process_read_differently(process: gs.Process) -> None:
    """No two different conditions that a process asks are said in the same words, in either language."""
    slots = [*(t.requirements for t in process.transitions), *(p.watches for p in process.phases)]
    asked = {condition for rules in slots for found in rules for condition in found.conditions}
    scene = Scene(process)
    for lang in ("nl", "en"):
        assert len({condition_text(x, scene, lang) for x in asked}) == len(asked)


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_are_written_out(number: int) -> None:
    """A number is shown with every digit, and without a needless fraction."""
    assert re.sub(r"\D", "", number_text(number, "nl")) == str(abs(number))
    assert number_text(float(number), "nl") == number_text(number, "nl")


def test_the_source_and_our_choice_are_told_apart() -> None:
    """A row names the source it stands on, and says what of it is our own choice."""
    sourced = rule(
        c.OnRecord("purpose"),
        citation=gs.Citation(gs.Work("w", "De gids", url="https://example.org"), "Kop", "Eerste woorden"),
        choice=label("dat het een stap tegenhoudt"),
    )
    own = rule(c.OnRecord("purpose"), code="OWN-02", basis="choice")
    first, second = started(tiny(sourced, own)).check("go", on=DAY).outcomes
    assert "Bron: praktijkgids: De gids, Kop, “Eerste woorden …” (https://example.org)" in first.text("nl")
    assert "Onze keuze: dat het een stap tegenhoudt" in first.text("nl")
    assert "Source: our own choice" in second.text("en")


def test_an_unknown_language_reads_dutch() -> None:
    """A page in a language that labels lack is the Dutch page."""
    check = started(gs.PPS).check("start", on=DAY)
    assert check.explain("fr") == check.explain("nl") != check.explain("en")


def test_a_rule_that_nobody_can_set_aside_says_so() -> None:
    """Where recording cannot help and nobody may waive, the page says both."""
    strict: Any = rule(c.PartyCount(at_most=0), waivable=False)
    text = started(tiny(strict), joined("a")).check("go", on=DAY).explain("en")
    assert "nobody can set this rule aside" in text
