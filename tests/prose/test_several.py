"""The same of several: who is named, how many others there are, and when everybody is meant."""

from __future__ import annotations

import re
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.dossier.parties import About
from gezondsamen.findings import NOBODY, Finding
from gezondsamen.language import DUTCH, LANGUAGES
from gezondsamen.process import conditions as c
from gezondsamen.prose import missing
from gezondsamen.prose.missing import finding_lines
from gezondsamen.prose.remedies import remedy_lines
from gezondsamen.prose.scene import Scene
from gezondsamen.prose.several import told_together
from tests.support.builders import DAY, joined, later, rule, said, started, tiny

EACH: dict[str, c.Condition] = {
    "statement": c.OnRecord(("backing", "benefit"), each=c.Parties()),
    "role": c.RoleFilled(each=c.Parties()),
    "named role": c.RoleFilled("delegate", each=c.Parties()),
    "consent": c.ConsentOfAll("ambition"),
    "contribution": c.Contributed(),
    "asked contribution": c.Contributed(status="asked"),
    "acquaintance": c.MetBefore("individual", "plenary"),
    "contact": c.InContact("visit", each=c.Parties()),
    "action": c.ActionCount(c.Parties(), at_least=1),
}


def several(number: int) -> tuple[gs.Fact, ...]:
    return tuple(joined(f"nr{n}x") for n in range(number))


def counted(numeral: str) -> int:
    """Return the number that a numeral names, as a word or in digits."""
    for language in LANGUAGES.values():
        if numeral in language.numerals:
            return language.numerals.index(numeral)
    return int(numeral)


def told(line: str, number: int) -> int:
    """Return of how many parties a line tells, named or counted."""
    named = sum(f"Partij nr{n}x" in line for n in range(number))
    others = re.search(r"(\w+) (andere partijen|other parties)|(?:alle|all) (\w+) part", line)
    return named + (counted(others[1] or others[3]) if others else 0)


@pytest.mark.parametrize("number", [1, 2, 8, 9, 10, 44])
@pytest.mark.parametrize("what", EACH)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_said_of_several_is_said_once_of_all(what: str, number: int, lang: str) -> None:
    """One line tells what is missing of each party, one what would help: all are named or counted."""
    (row,) = started(tiny(rule(EACH[what])), *several(number)).check("go", on=DAY).outcomes
    assert row.scene is not None
    assert row.remedy is not None
    assert {x.about.id for x in row.findings if x.about} == {f"nr{n}x" for n in range(number)}
    (found,) = finding_lines(row.requirement, row.findings, row.scene.voice(lang))
    assert told(found, number) == number
    (helps,) = remedy_lines(row.remedy, row.requirement, row.scene.voice(lang))
    if number > 1 or what != "action":  # one action has an owner to choose
        assert told(helps, number) == number
    assert len(found) < 400


def test_what_is_found_differently_is_said_differently() -> None:
    """Parties of whom something else is found keep a line of their own."""
    people = (joined("a"), joined("b"), joined("c"))
    objecting = gs.Consented(DAY, "b", "ambition", "objects")
    case = started(tiny(rule(c.ConsentOfAll("ambition"))), *people, objecting)
    (row,) = case.check("go", on=DAY).outcomes
    assert row.scene is not None
    lines = finding_lines(row.requirement, row.findings, row.scene.voice("nl"))
    assert [("Partij a en Partij c" in line, "Partij b" in line) for line in lines] == [
        (True, False),
        (False, True),
    ]


def test_every_statement_without_an_answer_is_told() -> None:
    """Two statements about nobody in particular that went unanswered are two sentences."""
    noticed = (*said("issue_noticed"), *said("issue_noticed", on=later(1)))
    text = started(tiny(rule(c.Paired("issue_noticed", "issue_raised"))), *noticed).check("go", on=later(2))
    for day in ("8 januari 2024", "9 januari 2024"):
        assert day in text.explain("nl")


def test_what_two_conditions_lack_alike_is_said_once() -> None:
    """Where a rule asks two things of each party and there is none, the page says so once."""
    both = rule(c.Contributed(), c.OnRecord("benefit", each=c.Parties()))
    (row,) = started(tiny(both)).check("go", on=DAY).outcomes
    assert len(row.findings) == 2
    assert row.text("en").count("No party takes part yet.") == 1


def test_everybody_is_called_all() -> None:
    """From three parties on, those who are everybody are "all"; fewer, or not everybody, are named."""
    asked = rule(c.ConsentOfAll("ambition"))
    for number in (2, 3, 12):
        (row,) = started(tiny(asked), *several(number)).check("go", on=DAY).outcomes
        assert (f"alle {DUTCH.numeral(number)} partijen" in row.text("nl")) is (number >= 3)
        assert ("Partij nr0x" in row.text("nl")) is (number < 3)
    agreed = gs.Consented(DAY, "nr0x", "ambition", "agrees")
    (row,) = started(tiny(asked), *several(4), agreed).check("go", on=DAY).outcomes
    assert "Partij nr1x, Partij nr2x en Partij nr3x" in row.text("nl")


def test_new_parties_of_one_kind_are_asked_for_in_one_line() -> None:
    """Where two parties of a kind are needed, the page asks for two, in one line."""
    schools = c.PartyCount(c.Parties(kinds="school"), at_least=2)
    text = started(tiny(rule(schools))).check("go", on=DAY).explain("nl")
    assert "Laat twee scholen meedoen." in text


def test_pairs_of_parties_are_told_apart() -> None:
    """Of many pairs the first are named, and the others counted as pairs."""
    case = started(tiny(rule(c.InContact(pairs=True))), *several(5))
    text = case.check("go", on=DAY).explain("nl")
    assert "Partij nr0x en Partij nr1x; Partij nr0x en Partij nr2x; " in text
    assert "twee andere tweetallen" in text


def test_names_with_a_comma_or_an_and_are_told_apart() -> None:
    """Where a name itself holds a comma or "en", the names are set apart by semicolons."""
    names = ("Gemeente A, volksgezondheid", "Jeugd en gezin", "GGD")
    people: list[gs.Fact] = [
        gs.PartyJoined(DAY, gs.Party(id=f"p{n}", name=x, kind="ggd")) for n, x in enumerate(names)
    ]
    people += [joined("has-role"), gs.RoleAssigned(DAY, "delegate", party="has-role")]
    text = started(tiny(rule(c.RoleFilled(each=c.Parties()))), *people).check("go", on=DAY).explain("nl")
    assert "Nog geen rol: Gemeente A, volksgezondheid; Jeugd en gezin; GGD." in text
    assert "Geef een rol aan Gemeente A, volksgezondheid; Jeugd en gezin; GGD." in text
    alone = started(tiny(rule(c.RoleFilled(each=c.Parties()))), people[1]).check("go", on=DAY).explain("nl")
    assert "Nog geen rol: Jeugd en gezin." in alone


def test_roles_that_nobody_has_are_told_together() -> None:
    """Roles that were named as needed and that nobody has are one line."""
    needed = [gs.Stated(DAY, "role_needed", "…", about=("role", key)) for key in ("alderman", "champion")]
    text = (
        started(tiny(rule(c.RoleFilled(named_by="role_needed"))), *needed).check("go", on=DAY).explain("nl")
    )
    assert "Deze rollen zijn nog niet vervuld: wethouder en trekker." in text


@pytest.mark.parametrize("what", EACH)
def test_a_name_is_not_the_subject_of_a_sentence(what: str) -> None:
    """A party may have a name in the plural: no verb agrees with it, so none follows it."""
    people = gs.PartyJoined(DAY, gs.Party(id="s", name="Supermarkten", kind="retailer"))
    text = started(tiny(rule(EACH[what])), people).check("go", on=DAY).explain("nl")
    assert "Supermarkten" in text
    assert not re.search(r"Supermarkten (heeft|is|was|heeft|stemt)", text)
    assert not re.search(r"[-→] Supermarkten", text)


SUBJECTS: st.SearchStrategy[About | None] = st.sampled_from(
    (None, NOBODY, About("sector", "sport"), *(About("party", who) for who in ("a", "b", "a+b", "a+b+c")))
)
COUNTED = st.builds(Finding, st.integers(1, 3), st.integers(0, 2), SUBJECTS)
TAKEN = st.builds(Finding, st.just("agrees"), st.sampled_from((None, "objects", "abstains")), SUBJECTS)
DAYS = st.dates(date(2024, 1, 1), date(2024, 1, 3))
LATER: st.SearchStrategy[tuple[date, ...]] = st.lists(DAYS, max_size=1).map(tuple)


@given(
    st.lists(COUNTED, max_size=9).map(lambda found: (c.InContact(("plenary",), pairs=True), found))
    | st.lists(TAKEN, max_size=9).map(lambda found: (c.ConsentOfAll("ambition"), found)),
    LATER,
    st.sampled_from(("nl", "en")),
)
def test_a_sentence_that_is_shared_says_what_each_would_say(
    asked: tuple[c.Condition, list[Finding]], later: tuple[date, ...], lang: str
) -> None:
    """Of many of whom the same is missing, the lines are those of a sentence made for each of them."""
    condition, every = asked
    found = [attrs.evolve(finding, at=(0,), later=later) for finding in every]
    v = Scene(gs.PPS, everyone=("a", "b", "c")).voice(lang)
    apart = told_together(((one.about, missing._sentence(condition, [one], v)) for one in found), v)
    assert finding_lines(rule(condition), tuple(found), v) == tuple(dict.fromkeys(apart))
