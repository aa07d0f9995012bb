"""What hypothesis draws from: conditions over the words of a process, and facts that can be recorded."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.testing import Add, Join, edited
from gezondsamen.testing import parties as draw_parties
from gezondsamen.testing.strategies.facts import Cast, facts_of
from tests.support.builders import DAY, label

VOCABULARY = gs.PPS.vocabulary

NUMBER_LIMITS = (gs.Limit("most", 2, label("hoogste aantal")), gs.Limit("few", 1, label("laagste aantal")))
PERIOD_LIMITS = (
    gs.Limit("often", gs.Every(months=3), label("hoe vaak")),
    gs.Limit("yearly", gs.Every(years=1), label("elk jaar")),
)
PERIODS = (gs.Every(months=3), gs.Every(years=1), gs.Every(weeks=1), gs.Every(days=7), gs.Every(1, 2, 3, 4))


def keys(scheme: str) -> st.SearchStrategy[str]:
    """Draw a key of a scheme, mostly one of the first few, so that draws meet."""
    known = list(VOCABULARY[scheme])
    return st.sampled_from(known[:3]) | st.sampled_from(known)


def some(scheme: str, least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(keys(scheme), min_size=least, max_size=2, unique=True).map(tuple)


def maybe(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | inner


counts = maybe(st.integers(0, 3) | st.sampled_from(NUMBER_LIMITS))


def bounded(kind: Any, *arguments: st.SearchStrategy[Any], **fields: st.SearchStrategy[Any]) -> Any:
    """Draw a condition whose lower bound does not lie above the upper one, as a process asks."""
    return st.builds(kind, *arguments, **fields).map(_in_order)


def _in_order(condition: Any) -> Any:
    least, most = condition.at_least, condition.at_most
    if None in (least, most) or isinstance(least, c.Same) or isinstance(most, c.Same):
        return condition
    lasts = isinstance(condition, c.Lasts)
    low, high = (x.after(DAY) if lasts else c.number(x) for x in (least, most))
    return condition if low <= high else attrs.evolve(condition, at_most=None)


periods = maybe(st.sampled_from(PERIODS) | st.sampled_from(PERIOD_LIMITS))
flags = st.booleans()

parties = st.builds(
    c.Parties,
    sides=some("side"),
    kinds=some("party_kind"),
    sectors=some("sector"),
    roles=some("role"),
    internal=maybe(flags),
    or_none=flags,
    taken_over=maybe(flags),
) | st.just(c.Parties())

sectors = st.builds(
    c.Sectors,
    keys=some("sector"),
    group=st.sampled_from((None, "social", "physical")),
    other_than=some("sector"),
)

SIMPLE: dict[type, st.SearchStrategy[Any]] = {
    c.PartyCount: bounded(
        c.PartyCount, parties, counts, counts, st.sampled_from(("parties", "sectors", "kinds"))
    ),
    c.OnRecord: st.builds(
        c.OnRecord, some("topic", 1), maybe(parties | sectors), periods, dated=flags, since_entry=flags
    ),
    c.RecordCount: bounded(c.RecordCount, keys("topic"), maybe(parties | sectors), counts, counts),
    c.Measured: bounded(
        c.Measured,
        keys("topic"),
        counts | st.builds(c.Same, keys("topic")),
        counts | st.builds(c.Same, keys("topic")),
    ),
    c.Lasts: bounded(
        c.Lasts, keys("topic"), maybe(st.sampled_from(PERIODS)), maybe(st.sampled_from(PERIODS))
    ),
    c.Paired: st.builds(
        c.Paired,
        keys("topic"),
        keys("topic"),
        st.sampled_from(("any", "after", "before")),
        periods,
        maybe(parties),
    ),
    c.RoleFilled: st.builds(
        c.RoleFilled, some("role"), maybe(parties), maybe(parties), flags, maybe(keys("topic"))
    ),
    c.ConsentOfAll: st.builds(c.ConsentOfAll, keys("subject"), parties, flags),
    c.Contributed: st.builds(
        c.Contributed, parties, some("contribution_kind"), st.sampled_from(("asked", "agreed")), flags
    ),
    c.Agreed: st.builds(
        c.Agreed,
        some("clause"),
        some("agreement_kind"),
        maybe(parties),
        flags,
        maybe(st.integers(1, 3)),
        flags,
        maybe(parties),
        flags,
    ),
    c.NoticeGiven: st.builds(c.NoticeGiven, keys("topic"), keys("topic"), flags),
    c.TermRuns: st.builds(c.TermRuns, some("agreement_kind")),
    c.MetBefore: st.builds(c.MetBefore, keys("contact_kind"), keys("contact_kind"), parties),
    c.InContact: st.builds(
        c.InContact,
        some("contact_kind"),
        st.integers(0, 3) | st.sampled_from(NUMBER_LIMITS),
        periods,
        flags,
        st.lists(parties, max_size=2).map(tuple),
        maybe(parties),
        flags,
    ),
    c.Evaluated: st.builds(c.Evaluated, some("evaluation_kind"), some("decision"), flags),
    c.EvaluationArranged: st.builds(c.EvaluationArranged, some("evaluation_kind"), flags, some("aspect")),
    c.ActionCount: bounded(c.ActionCount, maybe(parties), counts, counts),
}
"""A strategy for each simple kind of condition."""

simple: st.SearchStrategy[c.Condition] = st.one_of(*SIMPLE.values())


def _whole(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.builds(c.AllOf, several) | st.builds(c.AnyOf, several)


conditions: st.SearchStrategy[c.Condition] = simple | _whole(simple)
"""Any condition, or several together."""

nested: st.SearchStrategy[c.Condition] = st.recursive(simple, _whole, max_leaves=4)
"""Any condition, however deep."""


@st.composite
def near_pairs(draw: st.DrawFn) -> tuple[c.Condition, c.Condition]:
    """Draw two conditions of one kind that differ in one or two fields, or are the same."""
    kind = draw(st.sampled_from(list(SIMPLE)))
    first, other = draw(SIMPLE[kind]), draw(SIMPLE[kind])
    names = [a.name for a in attrs.fields(kind)]
    changed = draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    fields = {a.name: getattr(other, a.name) for a in attrs.fields(kind) if a.name in changed}
    for name in changed:
        inner, others = getattr(first, name), fields[name]
        if type(inner) is type(others) and isinstance(inner, c.Parties | c.Sectors):
            field = draw(st.sampled_from([a.name for a in attrs.fields(type(inner))]))
            fields[name] = attrs.evolve(inner, **{field: getattr(others, field)})
    return first, attrs.evolve(first, **fields)


# --- facts ---------------------------------------------------------------------------------------------

IDENTS = ("a", "b", "c")
CAST = Cast.anyone(gs.PPS, IDENTS, ("x", "y"))

FACTS: st.SearchStrategy[gs.Fact] = facts_of(CAST) | facts_of(CAST, gs.Stated, text=st.text(max_size=9))
"""Any fact about three parties and two agreements; not all can be recorded at any moment."""

HISTORIES = st.tuples(
    st.lists(draw_parties(gs.PPS, id=st.sampled_from(IDENTS)), max_size=3, unique_by=lambda party: party.id),
    st.lists(FACTS, max_size=8),
)


def histories(process: gs.Process) -> st.SearchStrategy[gs.Collaboration]:
    """Draw a case in its first phase with a random history of some parties."""

    def case(drawn: tuple[list[gs.Party], list[gs.Fact]]) -> gs.Collaboration:
        joining, facts = drawn
        begun = gs.Collaboration.start(process, id="case", on=DAY)
        return edited(begun, *(Join(party, DAY) for party in joining), *map(Add, facts))

    return HISTORIES.map(case)
