"""Waivers: a hard rule is set aside for one step or until a day, and never skipped."""

from __future__ import annotations

from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from tests.support.builders import DAY, adopted, joined, later, row, rule, said, started, tiny

ASKED = rule(c.OnRecord("purpose"))
PROCESS = tiny(ASKED, again=(ASKED,), finish=(ASKED,))


def waiver(code: str = "OWN-01", *, on: Any = DAY, **changes: Any) -> gs.WaiverGranted:
    return gs.WaiverGranted(on, code, "er is haast", "u-1", **changes)


def status(case: gs.Collaboration, trigger: str, day: Any = DAY, **call: Any) -> str:
    return row(case.check(trigger, on=day, **call), "OWN-01").status


def test_a_waived_rule_is_shown_with_what_was_missing() -> None:
    """A rule that is set aside holds nothing up; its row keeps the findings, and points at the waiver."""
    case = started(PROCESS, waiver())
    outcome = row(case.check("go", on=DAY), "OWN-01")
    assert (outcome.status, outcome.evidence, outcome.remedy) == ("waived", (2,), None)
    assert [finding.needed for finding in outcome.findings] == ["purpose"]
    assert case.advance("go", on=DAY).is_in("work")
    assert "Van afgeweken" in case.check("go", on=DAY).explain("nl")


def test_a_waiver_serves_one_step() -> None:
    """Without a last day a waiver is used up by the first step that asks the rule."""
    case = started(PROCESS, waiver()).advance("go", on=DAY)
    assert status(case, "again") == "unmet"
    assert status(case.record(waiver()), "again") == "waived"


TWO_RULES = (ASKED, rule(c.OnRecord("vision"), code="OWN-02"))


def test_a_waiver_sets_aside_its_own_rule_and_no_other() -> None:
    """Of two rules of a step the other one still holds it up, and only for that is something asked."""
    check = started(tiny(*TWO_RULES), waiver()).check("go", on=DAY)
    assert [outcome.status for outcome in check.outcomes] == ["waived", "unmet"]
    assert [getattr(draft.fact, "topic", None) for draft in check.repair] == ["vision"]


def test_a_step_that_asks_other_rules_too_uses_a_waiver_up() -> None:
    """One of its rules is enough: after the step the waiver of that rule is spent."""
    both = tiny(*TWO_RULES, again=(ASKED,))
    case = started(both, waiver(), waiver("OWN-02")).advance("go", on=DAY)
    assert status(case, "again") == "unmet"


def test_a_step_that_does_not_ask_the_rule_does_not_use_it_up() -> None:
    """Only a step that asks the rule serves itself of the waiver."""
    free = tiny(finish=(ASKED,))
    case = started(free, waiver()).advance("go", on=DAY)
    assert status(case, "finish") == "waived"


def test_a_waiver_may_name_its_step() -> None:
    """A waiver for one trigger opens no other, and waits for its own."""
    case = started(PROCESS, waiver(trigger="again"))
    assert status(case, "go") == "unmet"
    case = case.record(waiver()).advance("go", on=DAY)
    assert status(case, "again") == "waived"
    assert status(case, "finish") == "unmet"
    assert status(case.advance("again", on=DAY), "again") == "unmet"


def test_a_waiver_may_name_its_subject() -> None:
    """A waiver about one party opens the step about that party, and no other."""
    case = started(PROCESS, joined("a"), joined("b"), waiver(about="a"))
    assert status(case, "go", about="a") == "waived"
    assert status(case, "go", about="b") == "unmet"
    assert status(case, "go") == "unmet"


def test_a_waiver_until_a_day_serves_every_step_till_then() -> None:
    """With a last day a waiver serves every step through that day."""
    case = started(PROCESS, waiver(until=later(9))).advance("go", on=later(1))
    assert [status(case, "again", later(n)) for n in (1, 9, 10)] == ["waived", "waived", "unmet"]


def test_a_watched_rule_is_waived_until_a_day() -> None:
    """What is watched is set aside by a waiver with a last day, and by no other."""
    watched = tiny(finish=(ASKED,), watches=(ASKED,))
    case = adopted(watched, "work", waiver())
    assert row(case.monitor(on=DAY), "OWN-01").status == "unmet"
    case = case.record(waiver(until=later(9)))
    assert [row(case.monitor(on=later(n)), "OWN-01").status for n in (9, 10)] == ["waived", "unmet"]


def test_a_waiver_does_not_count_before_its_day() -> None:
    """A waiver granted later opens no step on an earlier day."""
    case = started(PROCESS, waiver(on=later(5)))
    assert [status(case, "go", later(n)) for n in (4, 5)] == ["unmet", "waived"]


def test_a_waiver_may_name_its_track() -> None:
    """A waiver on one track sets nothing aside on another."""
    case = started(PROCESS).open(tiny(ASKED, key="other"), on=DAY).record(waiver(track="other"))
    assert status(case, "go") == "unmet"
    assert status(case, "go", track="other") == "waived"


def test_a_met_rule_needs_no_waiver() -> None:
    """A rule that is met is met, whether or not somebody set it aside."""
    assert status(started(PROCESS, waiver(), *said("purpose")), "go") == "met"


def test_advice_is_not_waived() -> None:
    """What only warns goes on warning."""
    case = started(tiny(advises=(ASKED,)), waiver())
    assert status(case, "go") == "advised"


@pytest.mark.parametrize("code", ["PAR-01", "PAR-03", "PPS-03"])
def test_what_makes_it_a_partnership_is_not_waivable(code: str) -> None:
    """A definitional rule is refused to a waiver, and says so."""
    with pytest.raises(gs.InvalidRecord, match="cannot be waived by anybody") as caught:
        started(gs.PPS, waiver(code))
    assert caught.value.code == "not-waivable"


def test_a_rule_that_is_no_longer_waivable_asks_again() -> None:
    """A waiver that a journal brought along sets aside only what the process lets it."""
    strict = tiny(rule(c.OnRecord("purpose"), waivable=False))
    case = gs.Collaboration.replay(strict, started(PROCESS, waiver()).entries_after(0))
    assert status(case, "go") == "unmet"


def test_review_knows_the_waiver_that_a_step_was_taken_under() -> None:
    """A step under a waiver stays supported, until the waiver is taken off record."""
    case = started(PROCESS, waiver()).advance("go", on=DAY)
    assert case.review() == ()
    (check,) = case.correct(2, None, reason="niet bevoegd").review()
    assert check.trigger == "go"


def test_the_plan_walks_where_a_waiver_opens() -> None:
    """A rule that is set aside is not asked for on the way."""
    bounded = tiny(rule(c.PartyCount(at_most=0)))
    case = started(bounded, joined("a"))
    assert not case.plan("work", on=DAY).found
    plan = case.record(waiver()).plan("work", on=DAY)
    assert [step.drafts for step in plan.steps] == [()]


def test_a_waiver_about_one_subject_serves_its_step_once() -> None:
    """The step about its subject uses such a waiver up; the same step about another does not."""
    case = started(PROCESS, joined("a"), joined("b"), waiver(until=DAY)).advance("go", on=DAY)
    case = case.record(waiver(on=later(1), about="a"))
    assert status(case, "again", later(1), about="a") == "waived"
    other = case.record(waiver(on=later(1), about="b")).advance("again", on=later(1), about="b")
    assert status(other, "again", later(1), about="a") == "waived"
    own = case.advance("again", on=later(1), about="a")
    assert status(own, "again", later(1), about="a") == "unmet"


WATCHED = rule(c.OnRecord("party_interest", each=c.Parties()))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "waived"),
        ({"trigger": "again"}, "advised"),
        ({"about": "a"}, "advised"),
        ({"about": "b"}, "waived"),
    ],
)
def test_a_watched_rule_is_waived_for_no_step_and_no_other(changes: dict[str, Any], expected: str) -> None:
    """A waiver for a step leaves what is watched; one about a party covers findings about it alone."""
    interest = said("party_interest", about="a")
    case = adopted(tiny(watches=(WATCHED,)), "work", joined("a"), joined("b"), *interest)
    case = case.record(waiver(until=later(9), **changes))
    assert row(case.monitor(on=later(9)), "OWN-01").status == expected


def test_a_watched_rule_is_not_waived_of_all_for_one() -> None:
    """Where something was found about two parties, a waiver about one sets the rule aside for neither."""
    case = adopted(tiny(watches=(WATCHED,)), "work", joined("a"), joined("b"))
    case = case.record(waiver(until=later(9), about="a"))
    assert row(case.monitor(on=later(9)), "OWN-01").status == "advised"
