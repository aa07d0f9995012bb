"""Implication: what follows from what, field by field."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.process.implication import (
    can_contradict,
    contradicts,
    entails,
    excludes,
    implies,
    needed,
    signs,
)
from tests.support.builders import label, rule, tiny

TWO = gs.Limit("two", 2, label())
YEAR = gs.Every(years=1)
ALL, IF_PUBLIC = c.Parties(), c.Parties("public", or_none=True)
HOURS, MONEY = c.Same("capacity_hours"), c.Same("capacity_money")

STRONGER: list[tuple[c.Condition, c.Condition]] = [
    # the first asks at least what the second asks, and not the other way round
    (c.OnRecord(("purpose", "rationale")), c.OnRecord("purpose")),
    (c.OnRecord("purpose", since_entry=True, dated=True), c.OnRecord("purpose")),
    (c.OnRecord("purpose", each=c.Parties()), c.OnRecord("purpose", each=c.Parties("public", or_none=True))),
    (c.PartyCount(at_least=3), c.PartyCount(at_least=TWO)),
    (c.RecordCount("purpose", at_least=1, at_most=2), c.RecordCount("purpose", at_most=3)),
    (c.RecordCount("purpose", at_least=2), c.OnRecord("purpose")),
    (c.RoleFilled("alderman"), c.RoleFilled()),
    (c.Contributed(c.Parties(), "money"), c.Contributed(c.Parties(), status="asked")),
    (c.ConsentOfAll("ambition"), c.ConsentOfAll("ambition", since_entry=False)),
    (c.Agreed("goal", each=c.Parties(), none_left=True), c.Agreed("goal", none_left=True)),
    (c.Evaluated("final", "continue"), c.Evaluated("final", ("continue", "adapt"))),
    (c.Evaluated("final", "continue", True), c.Evaluated()),
    (c.InContact("plenary", 2), c.InContact(("plenary", "individual"))),
    (c.Measured("funding", MONEY, 5), c.Measured("funding", MONEY)),
    (c.Measured("funding", 3, MONEY), c.Measured("funding", TWO, MONEY)),
    (c.Measured("funding", MONEY, HOURS), c.Measured("funding", at_most=HOURS)),
    (c.AllOf((c.OnRecord("purpose"), c.PartyCount(at_least=2))), c.PartyCount(at_least=1)),
    (c.PartyCount(at_least=2), c.AnyOf((c.PartyCount(at_least=1), c.OnRecord("purpose")))),
    (c.AnyOf((c.PartyCount(at_least=2), c.PartyCount(at_least=3))), c.PartyCount(at_least=1)),
    (
        c.AllOf((c.OnRecord("purpose"), c.PartyCount(at_least=2), c.Agreed())),
        c.AllOf((c.PartyCount(at_least=1), c.OnRecord("purpose"))),
    ),
    (
        c.RecordCount("purpose", at_least=2),
        c.AllOf((c.OnRecord("purpose"), c.RecordCount("purpose", at_least=1))),
    ),
    (c.Agreed("goal"), c.AllOf((c.Agreed(),))),
    (c.OnRecord("purpose", max_age=YEAR), c.OnRecord("purpose")),
    (c.RecordCount("purpose", ALL, at_least=1), c.OnRecord("purpose")),
    (c.RecordCount("purpose", at_least=1, at_most=2), c.OnRecord("purpose")),
    (c.OnRecord("purpose", each=ALL), c.RecordCount("purpose", at_least=1)),
    (c.Lasts("funding", YEAR, YEAR), c.Lasts("funding", YEAR)),
    (c.Lasts("funding", YEAR, YEAR), c.Lasts("funding", at_most=YEAR)),
    (c.RoleFilled("alderman", by=ALL), c.RoleFilled("alderman")),
    (c.RoleFilled("alderman", each=ALL), c.RoleFilled("alderman")),
    (c.RoleFilled("alderman", outsider=True), c.RoleFilled("alderman")),
    (c.ConsentOfAll("ambition"), c.ConsentOfAll("ambition", IF_PUBLIC)),
    (c.Contributed(ALL, measured=True), c.Contributed(IF_PUBLIC)),
    (c.Agreed(signed=True), c.Agreed()),
    (c.Agreed(obliged=2), c.Agreed(obliged=1)),
    (c.Agreed(obliged=0), c.Agreed()),
    (c.Agreed(with_=ALL, extended=True), c.Agreed()),
    (c.Agreed("goal", each=ALL), c.Agreed("goal", each=IF_PUBLIC)),
    (c.Agreed("goal", each=ALL, signed=True), c.Agreed(each=ALL, signed=True)),
    (c.MetBefore("individual", "plenary"), c.MetBefore("individual", "plenary", IF_PUBLIC)),
    (c.InContact(each=ALL), c.InContact()),
    (c.InContact(present=(ALL, IF_PUBLIC)), c.InContact(present=(ALL,))),
    (c.InContact(at_least=2, every=YEAR, each=ALL), c.InContact(every=YEAR, each=ALL)),
    (c.EvaluationArranged(recurring=True, aspects="process"), c.EvaluationArranged()),
    (c.EvaluationArranged("final", aspects=("process", "effect")), c.EvaluationArranged(aspects="process")),
    (c.ActionCount(ALL, at_least=2, at_most=3), c.ActionCount(ALL, at_least=1, at_most=4)),
]

NEITHER: list[tuple[c.Condition, c.Condition]] = [
    (c.Measured("funding", MONEY), c.Measured("funding", HOURS)),
    (c.Measured("funding", MONEY), c.Measured("funding", 1)),
    (c.Measured("funding", at_most=MONEY), c.Measured("funding", at_most=5)),
    (c.Evaluated("final", "continue"), c.Evaluated((), "continue")),
    (c.InContact(every=gs.Every(months=1)), c.InContact()),
    (c.RoleFilled("alderman", named_by="role_needed"), c.RoleFilled("alderman")),
    (c.Paired("purpose", "rationale", "after"), c.Paired("purpose", "rationale", "before")),
    (c.PartyCount(at_least=2), c.ActionCount(at_least=2)),
    (c.Agreed(none_left=True), c.Agreed()),
    (c.Agreed(signed=True), c.Agreed(each=c.Parties(), signed=True)),
    (c.Agreed(each=c.Parties(), signed=True), c.Agreed(each=c.Parties())),
    (c.InContact("progress_talk"), c.InContact()),  # as an evaluation may have been, which is not any contact
    (c.InContact(every=YEAR, each=ALL), c.InContact(every=YEAR)),  # newcomers are let off
    (c.InContact(each=ALL, pairs=True), c.InContact(pairs=True)),
    (c.EvaluationArranged(aspects="process"), c.EvaluationArranged()),  # what was held covers it, no plan
    (c.OnRecord("purpose"), c.OnRecord("rationale")),
    (c.OnRecord("purpose"), c.RecordCount("rationale", at_least=1)),
    (c.OnRecord("purpose", each=IF_PUBLIC), c.RecordCount("purpose", at_least=1)),
    (c.OnRecord("purpose", each=ALL), c.RecordCount("purpose", ALL, at_least=2)),
    (c.OnRecord("purpose"), c.RecordCount("purpose", at_least=0)),
    (c.OnRecord("purpose", each=IF_PUBLIC), c.OnRecord("purpose")),
    (c.OnRecord("purpose", each=c.Sectors()), c.OnRecord("purpose", each=IF_PUBLIC)),
    (c.RoleFilled("alderman"), c.RoleFilled("champion")),
    (c.Evaluated(decisions="continue"), c.Evaluated("final", since_entry=True)),
]


@pytest.mark.parametrize(("strong", "weak"), STRONGER)
def test_what_asks_more_entails_what_asks_less(strong: c.Condition, weak: c.Condition) -> None:
    """Entailment goes one way, and every condition entails itself."""
    assert implies(strong, weak)
    assert not implies(weak, strong)
    assert implies(strong, strong)
    assert implies(weak, weak)


@pytest.mark.parametrize(("one", "other"), NEITHER)
def test_what_can_come_apart_entails_nothing(one: c.Condition, other: c.Condition) -> None:
    """Two conditions of which each can hold without the other entail nothing, and may hold together."""
    assert not implies(one, other)
    assert not implies(other, one)
    assert not excludes(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (c.PartyCount(at_least=3), c.PartyCount(at_most=TWO)),
        (c.Evaluated(decisions="continue"), c.Evaluated(decisions=("adapt", "terminate"))),
        (c.AllOf((c.OnRecord("purpose"), c.PartyCount(at_least=3))), c.PartyCount(at_most=2)),
        (c.AnyOf((c.PartyCount(at_least=3), c.PartyCount(at_least=4))), c.PartyCount(at_most=2)),
        (c.RecordCount("purpose", ALL, at_least=3), c.RecordCount("purpose", ALL, at_most=2)),
        (c.Measured("funding", at_least=3), c.Measured("funding", at_most=2)),
        (c.ActionCount(ALL, at_least=3), c.ActionCount(ALL, at_most=2)),
        (c.Evaluated("final", "continue", True), c.Evaluated("final", "adapt", True)),
    ],
)
def test_what_can_never_hold_together_contradicts(one: c.Condition, other: c.Condition) -> None:
    """Exclusion goes both ways, and is what makes two rules contradict each other."""
    assert excludes(one, other)
    assert excludes(other, one)
    assert contradicts(rule(one), rule(other, code="OWN-02"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (c.PartyCount(c.Parties("public"), at_least=3), c.PartyCount(at_most=2)),
        (c.PartyCount(at_least=2), c.PartyCount(at_most=2)),
        (c.Measured("funding", at_least=3), c.Measured("group_size", at_most=2)),
        (c.Measured("funding", at_least=3), c.RecordCount("funding", at_most=2)),
        (c.Measured("funding", MONEY), c.Measured("funding", at_most=MONEY)),
        (c.Measured("funding", 3), c.Measured("funding", at_most=MONEY)),
        (c.ActionCount(IF_PUBLIC, at_least=3), c.ActionCount(IF_PUBLIC, at_most=2)),  # of nobody both hold
        (c.Evaluated("final", "continue"), c.Evaluated("periodic", "adapt")),
        (c.Evaluated("final", "continue", True), c.Evaluated("final", "adapt")),
        (c.Evaluated("final", ("continue", "adapt")), c.Evaluated("final", "adapt")),
        (c.Evaluated("final", "continue"), c.Evaluated("final")),
        (c.AnyOf((c.PartyCount(at_least=3), c.OnRecord("purpose"))), c.PartyCount(at_most=2)),
        (c.AllOf((c.OnRecord("purpose"), c.PartyCount(at_least=2))), c.PartyCount(at_most=2)),
    ],
)
def test_what_may_hold_together_is_not_told_to_exclude(one: c.Condition, other: c.Condition) -> None:
    """Bounds on other things, bounds that meet, and decisions of other evaluations exclude nothing."""
    assert not excludes(one, other)
    assert not excludes(other, one)
    assert not contradicts(rule(one), rule(other, code="OWN-02"))


def test_few_conditions_can_exclude_another() -> None:
    """What has bounds, or a decision, can exclude another, and so can what holds such a condition."""
    assert not can_contradict(rule())
    assert not can_contradict(rule(c.OnRecord("purpose"), c.AllOf((c.RoleFilled(), c.Agreed()))))
    for kind in (c.AllOf, c.AnyOf):
        assert can_contradict(rule(c.OnRecord("purpose"), kind((c.RoleFilled(), c.PartyCount()))))


def test_what_is_needed_of_several_is_needed_of_the_first() -> None:
    """What makes all of several hold makes the first hold; of those of which one is enough, any may be it."""
    one, other = c.OnRecord("purpose"), c.PartyCount(at_least=1)
    assert needed(c.AllOf((one,))) == needed(c.AllOf((one, other))) == {"purpose"}
    assert needed(c.AllOf((c.AnyOf((one, other)), c.Agreed()))) == {"purpose", c.PartyCount}
    assert needed(c.AllOf(())) == set()
    process = tiny(
        rule(c.AllOf((other, one))), rule(c.AllOf((c.AnyOf((c.RoleFilled(), other)), one)), code="OWN-02")
    )
    assert [(told.code, told.entails) for told in gs.verify(process).entailments] == [("OWN-01", "OWN-02")]


def test_rules_are_read_whole() -> None:
    """A rule entails another where each condition of that follows from one of its own; none are no ground."""
    purpose, both = rule(c.OnRecord("purpose")), rule(c.RoleFilled(), c.OnRecord("purpose"))
    assert entails(both, purpose)
    assert not entails(purpose, both)
    assert entails(both, rule(*both.conditions[::-1]))
    assert not entails(purpose, rule())
    assert contradicts(rule(c.RoleFilled(), c.PartyCount(at_most=2)), rule(c.PartyCount(at_least=3)))


def every_condition() -> tuple[c.Condition, ...]:
    """Return the conditions of this module and of all rules that ship, with pairs of them joined."""
    asked = dict.fromkeys(x for pair in (*STRONGER, *NEITHER) for x in pair)
    for process in gs.PROCESSES.values():
        asked |= dict.fromkeys(x for own in process.requirements.values() for x in own.conditions)
    found = tuple(asked)
    joined = [kind(pair) for kind in (c.AllOf, c.AnyOf) for pair in pairwise(found)]
    return (*found, *joined[::5])


def test_what_entails_bears_a_sign_of_what_it_entails() -> None:
    """Rules are compared by what they can be found by: no entailment and no exclusion is passed over."""
    conditions = every_condition()
    borne = {x: set(signs(x)) for x in conditions}
    for x, y in product(conditions, repeat=2):
        if implies(x, y):
            assert borne[x] & needed(y), (x, y)
        if excludes(x, y):
            assert can_contradict(rule(x)), (x, y)
            assert can_contradict(rule(y)), (x, y)
