"""Cases that show a fault in how conditions are judged, each with the day on which it is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import gezondsamen as gs
from gezondsamen.process import conditions as c
from tests.support.builders import DAY, joined, later, rule, said, started, tiny
from tests.testing.seeded.broad import BROAD, EACH

Witness = Callable[[], tuple[gs.Collaboration, date]]

QUARTER: Final = gs.Every(months=3)
MONTH: Final = gs.Every(days=30)
A, B = joined("a"), joined("b", "school")
PRIVATE: Final = c.Parties(sides="private")


def asked(*conditions: c.Condition) -> gs.Process:
    """Return a process whose first step warns of these conditions, in one rule."""
    return tiny(advises=(rule(*conditions),))


def judged(*conditions: c.Condition, of: tuple[gs.Fact, ...] = (), after: int = 0) -> Witness:
    """Return a case with these facts, asked for the conditions so many days later."""
    return lambda: (started(asked(*conditions), *of), later(after))


def text(ident: str, *obliged: str, **parts: Any) -> gs.AgreementDrafted:
    """Return the draft of an agreement of the two parties."""
    return gs.AgreementDrafted(DAY, ident, "covenant", parties=("a", "b"), obliged=obliged, **parts)


def work(*facts: gs.Fact, began: int = 0) -> gs.Collaboration:
    """Return a case of the broad process that came to work, with facts before and after."""
    early = [fact for fact in facts if fact.on <= later(began)]
    case = started(BROAD, *early).advance("go", on=later(began))
    return case.record(*(fact for fact in facts if fact not in early))


def shop(ident: str, on: date = DAY) -> gs.Fact:
    return gs.PartyJoined(on, gs.Party(ident, f"Partij {ident}", "shop"))


def aim(on: date = DAY, **parts: Any) -> gs.Stated:
    return gs.Stated(on, "aim", "…", **parts)


def held(on: date = DAY, **parts: Any) -> gs.EvaluationHeld:
    return gs.EvaluationHeld(on, "review", **parts)


ONE_TOPIC: Final = c.OnRecord(("purpose",))
EACH_TOPIC: Final = c.OnRecord(("purpose",), each=EACH)
ROUND: Final = c.OnRecord(("purpose",), since_entry=True)

COUNTING: Final[dict[str, Witness]] = {
    "statements_counted_one_by_one": judged(
        c.RecordCount("purpose", EACH, at_least=2), of=(A, *said("purpose", "purpose", about="a"))
    ),
    "upper_bound_excluded": judged(c.PartyCount(at_most=1), of=(A,)),
    "sectors_of_each_party": judged(
        c.PartyCount(of="sectors", at_least=2),
        of=(joined("a", "municipality", "youth"), joined("b", "school", "youth")),
    ),
    "side_by_kind_alone": judged(c.PartyCount(PRIVATE, at_least=1), of=(joined("a", counts_as="private"),)),
    "nobody_is_fine": judged(EACH_TOPIC),
    "somebody_always": judged(c.OnRecord(("purpose",), each=c.Parties(sides="private", or_none=True))),
    "every_selection_by_one_field": judged(
        c.PartyCount(c.Parties(kinds="municipality", sectors="youth"), at_most=0), of=(A,)
    ),
    "one_amount_within_bounds": judged(
        c.Measured("group_size", at_most=2),
        of=tuple(gs.Quantified(DAY, "group_size", n, about=("matter", f"m{n}")) for n in (1, 5)),
    ),
    "overdue_actions_are_open": judged(
        c.ActionCount(at_least=1), of=(A, gs.ActionAgreed(DAY, "x", "…", "a", "youth", DAY)), after=1
    ),
    "first_branch_only": judged(c.AnyOf((ONE_TOPIC, c.OnRecord(("rationale",))))),
    "first_failure_only": judged(ONE_TOPIC, c.OnRecord(("rationale",))),
}

WHEN: Final[dict[str, Witness]] = {
    "age_without_its_last_day": judged(
        c.OnRecord(("purpose",), max_age=QUARTER), of=said("purpose"), after=91
    ),
    "undated_is_dated": judged(c.OnRecord(("purpose",), dated=True), of=said("purpose")),
    "every_round_is_this_one": lambda: (
        started(tiny(again=(rule(ROUND),)), *said("purpose")).advance("go", on=later(1)),
        later(1),
    ),
    "round_from_the_day_after": lambda: (
        started(tiny(again=(rule(ROUND),)), *said("purpose")).advance("go", on=DAY),
        DAY,
    ),
    "evaluation_that_serves_two_renewals": lambda: (
        started(tiny(again=(rule(ROUND),)), *said("purpose")).advance("go", on=DAY).advance("again", on=DAY),
        DAY,
    ),
    "any_step_begins_a_round": lambda: (work(aim()).advance("note", on=later(1)), later(1)),
    "no_looking_back": lambda: (
        work(gs.Stated(DAY, "plan", "…"), held(), began=1),
        later(1),
    ),
    "met_on_the_same_day": judged(
        c.MetBefore("individual", "plenary", EACH),
        of=(A, gs.Met(DAY, "individual", ("a",)), gs.Met(DAY, "plenary", ("a",))),
    ),
    "school_year_begins_a_day_late": lambda: (
        work(shop("a"), gs.Met(date(2024, 8, 1), "call", ("a",))),
        date(2024, 9, 4),
    ),
    "rhythm_asked_at_once": lambda: (
        started(tiny(watches=(rule(c.InContact(every=QUARTER)),))).advance("go", on=DAY),
        later(30),
    ),
    "rhythm_a_day_longer": judged(
        c.InContact(every=QUARTER), of=(A, gs.Met(DAY, "plenary", ("a",))), after=92
    ),
    "answer_asked_at_once": judged(
        c.Paired("issue_noticed", "issue_raised", "after", MONTH), of=said("issue_noticed"), after=5
    ),
    "answer_before_the_question": judged(
        c.Paired("issue_noticed", "issue_raised", "after"),
        of=(*said("issue_raised"), *said("issue_noticed", on=later(1))),
        after=1,
    ),
    "over_on_its_last_day": judged(c.TermRuns(), of=(A, B, text("x", end=later(10))), after=10),
    "any_decision_counts": judged(
        c.Evaluated(decisions=("continue",)),
        of=(
            gs.EvaluationHeld(DAY, "final", decision="continue"),
            gs.EvaluationHeld(DAY, "final", decision="terminate"),
        ),
    ),
    "once_is_again_and_again": judged(
        c.EvaluationArranged(recurring=True), of=(gs.EvaluationPlanned(DAY, "final", due=later(9)),)
    ),
}

WHOSE: Final[dict[str, Witness]] = {
    "every_track_is_this_one": lambda: (
        started(asked(ONE_TOPIC)).open(gs.NETWORK, on=DAY).record(*said("purpose", track="network")),
        DAY,
    ),
    "all_are_asked_on_the_track_of_an_agreement": lambda: (
        started(gs.PPS, A, B, joined("c"), text("x", "a")).open(gs.AGREEMENT, track="x", on=DAY),
        DAY,
    ),
    "all_are_asked_when_one_comes_in": lambda: (work(shop("a"), shop("b", later(1))), later(1)),
    "taken_in_again": lambda: (
        work(shop("b", later(1))).advance("admit", on=later(1)),
        later(2),
    ),
    "first_stance_counts": judged(
        c.ConsentOfAll("ambition"),
        of=(A, gs.Consented(DAY, "a", "ambition"), gs.Consented(DAY, "a", "ambition", "objects")),
    ),
    "asked_is_agreed": judged(
        c.Contributed(EACH), of=(A, gs.ContributionRecorded(DAY, "a", "staff", "asked"))
    ),
    "any_contribution_will_do": judged(
        c.Contributed(EACH, ("money",)), of=(A, gs.ContributionRecorded(DAY, "a", "money"))
    ),
    "one_signature_is_enough": judged(
        c.Agreed(signed=True), of=(A, B, text("x", "a", "b"), gs.Signed(DAY, "x", "a"))
    ),
    "second_agreement_speaks_too": judged(
        c.Agreed(("money",)), of=(A, B, text("x", clauses=("money",)), text("y", principal=False))
    ),
    "principal_agreement_everywhere": lambda: (
        started(gs.PPS, A, B, text("x", "a", "b"), text("y", principal=False)).open(
            gs.AGREEMENT, track="y", on=DAY
        ),
        DAY,
    ),
    "present_some_time": judged(
        c.InContact(present=(c.Parties(kinds="municipality"), c.Parties(kinds="school"))),
        of=(A, B, gs.Met(DAY, "plenary", ("a",)), gs.Met(DAY, "plenary", ("b",))),
    ),
    "pairs_apart": judged(
        c.InContact(pairs=True),
        of=(A, B, joined("c"), gs.Met(DAY, "plenary", ("a", "c")), gs.Met(DAY, "plenary", ("b", "c"))),
    ),
    "one_of_the_roles_named": judged(
        c.RoleFilled(named_by="role_needed"),
        of=(
            A,
            *said("role_needed", about=("role", "delegate")),
            *said("role_needed", about=("role", "champion")),
            gs.RoleAssigned(DAY, "delegate", "a"),
        ),
    ),
    "outsider_from_within": judged(
        c.RoleFilled(("independent_evaluator",), outsider=True),
        of=(A, gs.RoleAssigned(DAY, "independent_evaluator", "a")),
    ),
}
