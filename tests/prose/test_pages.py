"""Pages: rows with their sources, what is not asked yet, and that anything can be explained."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.decision.check import Check
from gezondsamen.process import conditions as c
from tests.support.builders import DAY, adopted, joined, label, later, rule, said, started, tiny
from tests.support.strategies import conditions, histories


def test_a_plan_says_what_is_asked_of_several_once() -> None:
    """A plan has one line for what is to be recorded alike of all parties."""
    case = started(tiny(rule(c.ConsentOfAll("ambition"))), joined("a"), joined("b"))
    plan = case.plan("work", on=DAY)
    assert len(plan.steps[0].drafts) == 2
    (line,) = [line for line in plan.explain("nl").splitlines() if "instemming" in line]
    assert "Partij a en Partij b" in line


def test_a_step_that_stays_says_so() -> None:
    """A step onto its own phase does not tell of a way from that phase to itself."""
    case = adopted(tiny(), "work")
    assert "De fase blijft “werk”." in case.check("again", on=DAY).explain("nl")
    assert "Van “werk” naar “klaar”." in case.check("finish", on=DAY).explain("nl")


def test_a_newcomer_is_asked_for_as_one() -> None:
    """Where parties take part and nobody new came, a step that takes in a party asks for a newcomer."""
    plain = tiny()
    work = plain.phases[1]
    consent = rule(c.ConsentOfAll("ambition"))
    joins = work.to(work, "join", label=label("sluit aan"), requires=(consent,), concerns="party")
    case = adopted(tiny(transitions=(*plain.transitions, joins)), "work", joined("a"))
    assert "nog geen nieuwe partij" in case.check("join", on=later(1)).explain("nl")
    assert "nog geen nieuwe partij" not in started(tiny(consent)).check("go", on=DAY).explain("nl")


RHYTHM = rule(c.InContact("visit", every=gs.Every(months=3)))


def test_a_rhythm_in_its_first_period_is_not_said_to_be_in_order() -> None:
    """Where nothing happened yet and the first period runs, the page says until when nothing is asked."""
    case = adopted(tiny(watches=(RHYTHM,)), "work", joined("a"))
    last = gs.Every(months=3).after(DAY)
    (row,) = case.monitor(on=last).outcomes
    assert (row.status, row.findings, row.not_asked_through) == ("met", (), last)
    assert row.text("nl") == "Eigen regel [OWN-01]: nog niet aan de orde (tot en met 8 april 2024)."
    assert row.status_text("en") == "not at issue yet"
    assert "In orde" not in case.monitor(on=last).explain("nl")
    assert case.monitor(on=later(1, last)).outcomes[0].status == "advised"


def test_a_rhythm_that_is_kept_is_in_order_from_the_first_day() -> None:
    """Contact in the first period counts: the rule is in order, with the contact as its evidence."""
    case = adopted(tiny(watches=(RHYTHM,)), "work", joined("a"), gs.Met(DAY, "visit", "a"))
    (row,) = case.monitor(on=later(2)).outcomes
    assert (row.status_text("nl"), row.evidence, row.not_asked_through) == ("in orde", (3,), None)


def test_a_rule_that_asks_more_than_a_rhythm_is_asked_from_the_first_day() -> None:
    """Where a rule asks something beside its rhythms, what is there of it is in order."""
    both = rule(c.InContact("visit", every=gs.Every(months=3)), c.OnRecord("purpose"))
    case = adopted(tiny(watches=(both,)), "work", *said("purpose"))
    assert case.monitor(on=later(1)).outcomes[0].not_asked_through is None


def plain_words(check: Check) -> list[str]:
    return [check.explain(lang) for lang in ("nl", "en")]


@given(st.data(), conditions)
def test_every_condition_can_be_explained_on_any_history(data: st.DataObject, condition: c.Condition) -> None:
    """Whatever is asked and whatever happened, the page has a sentence for it, without keys or holes."""
    case = data.draw(histories(tiny(rule(condition))))
    for text in plain_words(case.check("go", on=later(600))):
        assert "[OWN-01]" in text
        assert not re.search(r"\bNone\b|About\(|\(\)|  - \.|: \.", text)


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


def test_a_note_is_told_with_its_source() -> None:
    """A rule without conditions says what it says and where it comes from, and asks nothing."""
    (row,) = started(tiny(rule())).check("go", on=DAY).outcomes
    assert row.text("nl").splitlines() == [
        "Eigen regel [OWN-01]: ter informatie.",
        "   Doe dit.",
        "   Bron: praktijkgids: Own handbook, Chapter 1",
    ]


def test_a_rule_that_is_met_is_one_line() -> None:
    """What is in order needs no more than its name."""
    (row,) = started(tiny(rule(c.OnRecord("purpose"))), *said("purpose")).check("go", on=DAY).outcomes
    assert row.text("nl") == "Eigen regel [OWN-01]: in orde."


def test_two_rhythms_are_not_asked_until_the_first_is() -> None:
    """Where a rule asks for two rhythms, it asks nothing until the shorter period is over."""
    both = rule(
        c.InContact("visit", every=gs.Every(months=3)), c.InContact("plenary", every=gs.Every(months=6))
    )
    (row,) = adopted(tiny(watches=(both,)), "work", joined("a")).monitor(on=DAY).outcomes
    assert row.not_asked_through == gs.Every(months=3).after(DAY)
