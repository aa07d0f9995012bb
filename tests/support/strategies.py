"""What hypothesis draws from: conditions over the words of a process, and facts that can be recorded."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.process import conditions as c
from tests.support.builders import DAY, label, later

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
) | st.just(c.Parties())

sectors = st.builds(
    c.Sectors,
    keys=some("sector"),
    group=st.sampled_from((None, "social", "physical")),
    other_than=some("sector"),
)

SIMPLE: dict[type, st.SearchStrategy[Any]] = {
    c.PartyCount: st.builds(
        c.PartyCount, parties, counts, counts, st.sampled_from(("parties", "sectors", "kinds"))
    ),
    c.OnRecord: st.builds(
        c.OnRecord, some("topic", 1), maybe(parties | sectors), periods, dated=flags, since_entry=flags
    ),
    c.RecordCount: st.builds(c.RecordCount, keys("topic"), maybe(parties | sectors), counts, counts),
    c.Measured: st.builds(
        c.Measured,
        keys("topic"),
        counts | st.builds(c.Same, keys("topic")),
        counts | st.builds(c.Same, keys("topic")),
    ),
    c.Lasts: st.builds(
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
    c.ConsentOfAll: st.builds(c.ConsentOfAll, keys("subject"), parties),
    c.Contributed: st.builds(
        c.Contributed, parties, some("contribution_kind"), st.sampled_from(("asked", "agreed")), flags
    ),
    c.Agreed: st.builds(c.Agreed, some("clause"), some("agreement_kind"), maybe(parties), flags),
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
    c.ActionCount: st.builds(c.ActionCount, maybe(parties), counts, counts),
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
days = st.integers(0, 500).map(later)


def _about(idents: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.none() | idents | st.tuples(st.just("sector"), keys("sector"))


def facts_of(idents: tuple[str, ...] = IDENTS) -> st.SearchStrategy[gs.Fact]:
    """Draw a fact about these parties; not all can be recorded at any moment."""
    on = days
    who = st.sampled_from(idents)
    group = st.lists(who, min_size=1, unique=True).map(tuple)
    end = maybe(st.integers(501, 1300).map(later))
    return st.one_of(
        st.builds(
            gs.PartyJoined,
            on,
            st.builds(
                gs.Party,
                id=who,
                name=who,
                kind=keys("party_kind"),
                sectors=some("sector"),
                internal=flags,
                counts_as=maybe(keys("side")),
            ),
        ),
        st.builds(gs.PartyLeft, on, who),
        st.builds(gs.PartySucceeded, on, who, group),
        st.builds(gs.RoleAssigned, on, keys("role"), maybe(who), maybe(st.just("p-1"))),
        st.builds(gs.RoleEnded, on, keys("role"), maybe(who)),
        st.builds(gs.Stated, on, keys("topic"), st.text(max_size=9), _about(who), st.none(), end, flags),
        st.builds(gs.Quantified, on, keys("topic"), st.integers(0, 5) | st.floats(0, 5), _about(who)),
        st.builds(gs.Consented, on, who, keys("subject"), keys("stance")),
        st.builds(gs.Met, on, keys("contact_kind"), group),
        st.builds(
            gs.ContributionRecorded,
            on,
            who,
            keys("contribution_kind"),
            keys("contribution_status"),
            maybe(st.integers(0, 9)),
        ),
        st.builds(
            gs.AgreementDrafted,
            on,
            st.sampled_from(("x", "y")),
            keys("agreement_kind"),
            group,
            st.just(()),
            some("clause"),
            principal=flags,
        ),
        st.builds(gs.AgreementRevised, on, st.sampled_from(("x", "y")), group, group, some("clause"), end),
        st.builds(gs.Signed, on, st.sampled_from(("x", "y")), who),
        st.builds(
            gs.ActionAgreed,
            on,
            st.sampled_from(("x", "y")),
            st.just("…"),
            who,
            keys("sector"),
            st.just(later(560)),
        ),
        st.builds(gs.EvaluationPlanned, on, keys("evaluation_kind"), st.sampled_from(PERIODS), end),
        st.builds(gs.EvaluationHeld, on, keys("evaluation_kind"), maybe(keys("decision"))),
        st.builds(
            gs.WaiverGranted,
            on,
            st.sampled_from(("KEN-01", "KEN-04", "AMB-01")),
            st.just("…"),
            st.just("u-1"),
            until=end,
        ),
    )


FACTS = facts_of()
"""Any fact about the three parties."""


def recorded(case: gs.Collaboration, *facts: gs.Fact) -> gs.Collaboration:
    """Record those facts that can be, one by one."""
    for fact in facts:
        try:
            case = case.record(fact)
        except gs.InvalidRecord:
            continue
    return case


PARTIES = st.builds(
    gs.Party,
    id=st.sampled_from(IDENTS),
    name=st.just("…"),
    kind=keys("party_kind"),
    sectors=some("sector"),
    internal=flags,
)
HISTORIES = st.tuples(
    st.lists(PARTIES, max_size=3, unique_by=lambda party: party.id), st.lists(FACTS, max_size=8)
)


def histories(process: gs.Process) -> st.SearchStrategy[gs.Collaboration]:
    """Draw a case in its first phase with a random history of some parties."""

    def case(drawn: tuple[list[gs.Party], list[gs.Fact]]) -> gs.Collaboration:
        parties, facts = drawn
        begun = gs.Collaboration.start(process, id="case", on=DAY)
        return recorded(begun, *(gs.PartyJoined(DAY, party) for party in parties), *facts)

    return HISTORIES.map(case)
