"""Implication: what follows from what, field by field."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.process.implication import can_contradict, contradicts, excludes, implies, needed, signs
from tests.support.builders import label, rule

TWO = gs.Limit("two", 2, label())
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
    ],
)
def test_what_can_never_hold_together_contradicts(one: c.Condition, other: c.Condition) -> None:
    """Exclusion goes both ways, and is what makes two rules contradict each other."""
    assert excludes(one, other)
    assert excludes(other, one)
    assert contradicts(rule(one), rule(other, code="OWN-02"))


def test_bounds_on_other_things_exclude_nothing() -> None:
    """Bounds on what is counted elsewhere can hold together, however far apart."""
    assert not excludes(c.PartyCount(c.Parties("public"), at_least=3), c.PartyCount(at_most=2))
    assert not excludes(c.Measured("funding", at_least=3), c.Measured("group_size", at_most=2))


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
