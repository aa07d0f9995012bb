"""Conditions: small values, and the limits inside them."""

from __future__ import annotations

import pickle
from typing import get_args

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.process import conditions as c
from tests.support.builders import label

MOST = gs.Limit("most", 3, label())
OFTEN = gs.Limit("often", gs.Every(months=3), label())

EXAMPLES: tuple[c.Condition, ...] = (
    c.PartyCount(c.Parties("public"), 1, MOST, "kinds"),
    c.OnRecord(("purpose", "rationale"), c.Sectors("sport"), OFTEN, True, True),
    c.RecordCount("vision_domain", c.Sectors(group="social"), 1, 4),
    c.Measured("capacity_money", 1, c.Same("capacity_hours")),
    c.Lasts("funding", gs.Every(years=1), gs.Every(years=2)),
    c.Paired("issue_noticed", "issue_raised", "after", OFTEN, c.Parties(kinds="school")),
    c.RoleFilled("alderman", c.Parties(), c.Parties(), True, "role_needed"),
    c.ConsentOfAll("ambition", c.Parties(internal=True)),
    c.Contributed(c.Parties(), "money", "asked", True),
    c.Agreed("goal", "covenant", c.Parties(roles="alderman"), True, 2, True),
    c.NoticeGiven("purpose", "capacity_hours", True),
    c.TermRuns("covenant"),
    c.MetBefore("individual", "plenary", c.Parties(or_none=True)),
    c.InContact("plenary", 2, OFTEN, True, (c.Parties(),), c.Parties(), True),
    c.Evaluated("final", "continue", True),
    c.EvaluationArranged("periodic", True, "process"),
    c.ActionCount(c.Parties(), 1, MOST),
    c.AllOf((c.OnRecord("purpose"), c.AnyOf((c.PartyCount(at_most=MOST),)))),
    c.AnyOf((c.OnRecord("purpose"), c.AllOf((c.InContact(every=OFTEN),)))),
)


def test_every_kind_has_an_example() -> None:
    """The examples of this module leave out no kind of condition."""
    assert {type(x) for x in EXAMPLES} == set(get_args(c.Condition))


@pytest.mark.parametrize("condition", EXAMPLES, ids=lambda x: type(x).__name__)
def test_a_condition_is_a_frozen_value(condition: c.Condition) -> None:
    """A condition equals and hashes like its pickle, and cannot be changed."""
    again = pickle.loads(pickle.dumps(condition))
    assert again == condition
    assert hash(again) == hash(condition)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(condition, attrs.fields(type(condition))[0].name, None)


@pytest.mark.parametrize("condition", EXAMPLES, ids=lambda x: type(x).__name__)
def test_limits_are_found_and_set_however_deep(condition: c.Condition) -> None:
    """Every named limit in a condition is found, and setting it changes that limit and nothing else."""
    keys = {limit.key for limit in c.limits_in(condition)}
    new = {"most": attrs.evolve(MOST, value=7), "often": attrs.evolve(OFTEN, value=gs.Every(weeks=1))}
    changed = c.with_limits(condition, new)
    assert set(c.limits_in(changed)) == {new[key] for key in keys}
    assert c.with_limits(changed, {"most": MOST, "often": OFTEN}) == condition
    assert (changed == condition) is not bool(keys)


def test_a_limit_is_set_beside_others() -> None:
    """Of several limits the one that is named is set, and what holds none of them stays the value it was."""
    other, plain = c.InContact(every=OFTEN), c.PartyCount(at_most=3)
    both = c.AllOf((c.PartyCount(at_most=MOST), other, plain))
    seven = attrs.evolve(MOST, value=7)
    changed = c.with_limits(both, {"most": seven})
    assert changed == c.AllOf((c.PartyCount(at_most=seven), other, plain))
    assert changed.conditions[1] is other
    assert changed.conditions[2] is plain
    assert c.with_limits(both, {"rare": seven}) is both
    assert list(c.limits_in((both, MOST, label()))) == [MOST, OFTEN, MOST]


def test_one_key_is_as_good_as_a_tuple() -> None:
    """A single key, a term, or several of them, make the same selection."""
    term = gs.Term("purpose", label())
    assert c.OnRecord("purpose") == c.OnRecord(term) == c.OnRecord(("purpose",)) == c.OnRecord([term])


def test_bounds_are_what_they_should_be() -> None:
    """A number is read from a plain or a named bound, and a period likewise; neither for the other."""
    assert (c.number(3), c.number(MOST)) == (3, 3)
    assert (c.period(gs.Every(months=3)), c.period(OFTEN)) == (gs.Every(months=3),) * 2
    with pytest.raises(TypeError, match="a number is needed"):
        c.number(OFTEN)
    with pytest.raises(TypeError, match="a period is needed"):
        c.period(MOST)
