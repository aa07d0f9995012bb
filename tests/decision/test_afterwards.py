"""What lies after the day of a step: facts recorded later, and steps that were taken later."""

from __future__ import annotations

from datetime import date

import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from tests.support.builders import DAY, joined, later, rule, said, started, tiny

NEXT, THIRD = later(1), later(2)

TWO = rule(c.OnRecord(("purpose", "rationale", "vision")))


def test_what_is_recorded_later_is_not_called_missing() -> None:
    """A fact dated after the step does not count, and the check says so with its day."""
    case = started(tiny(TWO), *said("purpose", on=NEXT), *said("vision"), *said("rationale", on=THIRD))
    (row,) = case.check("go", on=DAY).outcomes
    assert (row.status, row.later) == ("unmet", (2, 4))
    assert {finding.needed: finding.later for finding in row.findings} == {
        "purpose": (NEXT,),
        "rationale": (THIRD,),
    }
    text = row.text("nl")
    assert "nog niets vastgelegd" not in text
    assert "Vastgelegd op 9 januari 2024, na de dag van deze stap: " in text
    assert "On record dated 10 January 2024, after the day of this step: " in row.text("en")


def test_what_is_recorded_nowhere_is_still_missing() -> None:
    """Of two topics, only the one that is on record later is said to be."""
    (row,) = started(tiny(TWO), *said("purpose", "vision", on=NEXT)).check("go", on=DAY).outcomes
    assert [(x.needed, bool(x.later)) for x in row.findings] == [
        ("purpose", True),
        ("rationale", False),
        ("vision", True),
    ]
    assert "nog niets vastgelegd over: " in row.text("nl")


LATE: list[tuple[c.Condition, gs.Fact]] = [
    (c.PartyCount(at_least=3), joined("c", on=NEXT)),
    (c.RecordCount("purpose", at_least=1), said("purpose", on=NEXT)[0]),
    (c.Measured("group_size", at_least=1), gs.Quantified(NEXT, "group_size", 2)),
    (c.RoleFilled("alderman"), gs.RoleAssigned(NEXT, "alderman")),
    (c.ConsentOfAll("ambition", c.Parties(kinds="retailer")), gs.Consented(NEXT, "b", "ambition")),
    (c.Contributed(c.Parties(kinds="retailer")), gs.ContributionRecorded(NEXT, "b", "money")),
    (c.InContact("plenary"), gs.Met(NEXT, "plenary", ("a", "b"))),
    (c.Evaluated("final"), gs.EvaluationHeld(NEXT, "final")),
    (c.EvaluationArranged("periodic"), gs.EvaluationPlanned(NEXT, "periodic", due=THIRD)),
    (c.ActionCount(at_least=1), gs.ActionAgreed(NEXT, "x", "doen", "a", "sport", THIRD)),
    (c.Agreed("goal"), gs.AgreementDrafted(NEXT, "x", "covenant", ("a", "b"), clauses=("goal",))),
]


@pytest.mark.parametrize(("x", "fact"), LATE, ids=[type(x).__name__ for x, _ in LATE])
def test_of_every_kind_it_is_said_that_it_came_later(x: c.Condition, fact: gs.Fact) -> None:
    """Whatever a rule asks, a fact that would do but is dated later is named, with its day."""
    case = started(tiny(rule(x)), joined("a"), joined("b", "retailer"), fact)
    (row,) = case.check("go", on=DAY).outcomes
    assert 4 in row.later
    assert {finding.later for finding in row.findings} == {(NEXT,)}
    assert "9 januari 2024: na de dag van deze stap" in row.text("nl")
    assert "9 January 2024: after the day of this step" in row.text("en")
    assert case.check("go", on=NEXT).allowed


EACH: list[tuple[c.Condition, tuple[gs.Fact, ...]]] = [
    (
        c.RoleFilled("delegate", each=c.Parties()),
        (gs.RoleAssigned(NEXT, "delegate", "a"), gs.RoleAssigned(THIRD, "delegate", "b")),
    ),
    (
        c.OnRecord("benefit", each=c.Parties()),
        (*said("benefit", on=NEXT, about="a"), *said("benefit", on=THIRD, about="b")),
    ),
    (
        c.ConsentOfAll("ambition"),
        (gs.Consented(NEXT, "a", "ambition"), gs.Consented(THIRD, "b", "ambition")),
    ),
    (
        c.MetBefore("individual", "plenary"),
        (gs.Met(NEXT, "individual", "a"), gs.Met(THIRD, "individual", "b")),
    ),
]


@pytest.mark.parametrize(("x", "facts"), EACH, ids=[type(x).__name__ for x, _ in EACH])
def test_of_each_party_its_own_day_is_told(x: c.Condition, facts: tuple[gs.Fact, ...]) -> None:
    """What one party did later says nothing of when another did."""
    case = started(tiny(rule(x)), joined("a"), joined("b"), *facts)
    (row,) = case.check("go", on=DAY).outcomes
    assert [finding.later for finding in row.findings] == [(NEXT,), (THIRD,)]
    assert row.later == (4, 5)


def test_what_is_of_the_day_itself_is_not_called_later() -> None:
    """Where some of what counts is dated on the day, only the rest came too late."""
    case = started(tiny(rule(c.RecordCount("purpose", at_least=2))), *said("purpose"))
    (row,) = case.record(*said("purpose", on=NEXT)).check("go", on=DAY).outcomes
    assert (row.later, row.findings[0].later) == ((3,), (NEXT,))


def test_a_review_names_what_was_recorded_after_the_step() -> None:
    """A step that lost its support since its fact was dated later is said to have come too early."""
    case = started(tiny(rule(c.OnRecord("purpose"))), *said("purpose")).advance("go", on=DAY)
    (check,) = case.correct(2, *said("purpose", on=NEXT), reason="typefout").review()
    (row,) = check.outcomes
    assert (row.later, row.findings[0].later) == ((5,), (NEXT,))


# --- a step taken later ------------------------------------------------------------------------------


def moved() -> gs.Collaboration:
    return started(tiny()).advance("go", on=THIRD).record(*said("purpose", on=later(9)))


@pytest.mark.parametrize("day", [DAY, NEXT])
def test_a_later_step_bars_a_step(day: date) -> None:
    """Before the last step none can be taken: the check knows by which, and the step is refused with it."""
    check = moved().check("go", on=day)
    assert (check.allowed, check.possible, check.barred_by, check.barred_on) == (False, False, 2, THIRD)
    assert not check
    with pytest.raises(gs.TransitionRefused) as caught:
        moved().advance("go", on=day)
    assert caught.value.check == check
    assert "before the last step" in str(caught.value)


def test_what_bars_is_said() -> None:
    """In words: on which day the later step was taken."""
    check = moved().check("go", on=DAY)
    for text in (check.summary("nl"), check.explain("nl")):
        assert "Op 10 januari 2024 is al een volgende stap gezet." in text
    assert "A later step was taken on 10 January 2024." in check.summary("en")


def test_nothing_is_offered_on_a_barred_day() -> None:
    """Options on such a day are none of them allowed, nothing would help, and a plan finds no way."""
    case = started(tiny(rule(c.OnRecord("vision")))).record(*said("vision", on=THIRD)).advance("go", on=THIRD)
    options = case.options(on=DAY)
    assert [(x.allowed, x.repair, x.outcomes[0].remedy) for x in options.values()] == [(False, (), None)]
    plan = case.plan("done", on=DAY)
    assert (plan.found, plan.proven, plan.steps, plan.barred_by) == (False, True, (), 3)
    assert "Op 10 januari 2024 is al een volgende stap gezet." in plan.explain("nl")
    assert case.plan("begin", on=DAY).found


def test_another_track_bars_nothing() -> None:
    """Tracks move by themselves: a later step of one leaves the days of another free."""
    process = tiny()
    case = started(process).open(process, on=DAY, track="beside").advance("go", on=THIRD)
    assert case.check("go", on=NEXT, track="beside").allowed
    assert case.advance("go", on=NEXT, track="beside").phase_of("beside") == "work"


def test_a_check_is_true_when_the_step_is_allowed() -> None:
    """Asked as a condition, a refusal is false."""
    case = started(tiny(rule(c.OnRecord("purpose"))))
    assert not case.check("go", on=DAY)
    assert case.record(*said("purpose")).check("go", on=DAY)
    assert not case.check("finish", on=DAY)
