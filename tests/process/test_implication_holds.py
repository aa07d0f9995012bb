"""Implication, held to what the judge says of every small case that can be made of a few facts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, permutations, product
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.decision.judge import judge
from gezondsamen.decision.situation import Situation
from gezondsamen.process import conditions as c
from gezondsamen.process.implication import excludes, implies
from tests.support.builders import joined, label, later, started, tiny

PROCESS = tiny()

ENTERED, LATELY, TODAY = later(100), later(390), later(400)

QUARTERLY, YEAR = gs.Every(months=3), gs.Every(years=1)

ALL, PUBLIC, PRIVATE = c.Parties(), c.Parties("public"), c.Parties("private", or_none=True)

TOWN, SHOP = joined("town", "municipality", "sport"), joined("shop", "retailer")

COMPANIES: tuple[tuple[gs.Fact, ...], ...] = (
    (),
    (TOWN,),
    (TOWN, SHOP),
    (joined("town", on=LATELY),),
    (TOWN, joined("shop", "retailer", on=LATELY)),
)
"""Who takes part: nobody, one, two, a newcomer alone, one with a newcomer."""

ABSENT = ("unknown-party", "unknown-agreement", "party-left", "not-a-party", "unknown-on-record")
"""What is said of a fact about what is not there."""

FACTS: dict[type[Any], tuple[gs.Fact, ...]] = {
    # what may be on record, in all combinations; who does not take part says nothing
    c.PartyCount: (),
    c.OnRecord: (
        gs.Stated(later(9), "purpose", "…", ("party", "town")),
        gs.Stated(later(60), "purpose", "…", ("party", "town")),
        gs.Stated(LATELY, "purpose", "…", ("party", "town"), until=later(900)),
        gs.Stated(later(60), "purpose", "…", ("party", "shop"), until=later(900)),
        gs.Stated(LATELY, "rationale", "…", ("party", "town")),
        gs.Stated(LATELY, "purpose", "…", ("sector", "sport")),
    ),
    c.Measured: (
        gs.Quantified(LATELY, "funding", 1),
        gs.Quantified(LATELY, "funding", 3, ("party", "town")),
        gs.Quantified(LATELY, "capacity_hours", 2),
        gs.Quantified(LATELY, "capacity_hours", 2, ("party", "town")),
    ),
    c.Lasts: (
        gs.Stated(LATELY, "funding", "…", until=later(450)),
        gs.Stated(LATELY, "funding", "…", until=later(900)),
        gs.Stated(LATELY, "funding", "…", until=later(1900)),
    ),
    c.Paired: (
        gs.Stated(later(9), "purpose", "…"),
        gs.Stated(LATELY, "purpose", "…"),
        gs.Stated(later(1), "rationale", "…"),
        gs.Stated(LATELY, "rationale", "…", ("party", "town")),
        gs.Stated(LATELY, "rationale", "…"),
    ),
    c.RoleFilled: (
        gs.RoleAssigned(LATELY, "alderman", "town"),
        gs.RoleAssigned(LATELY, "champion", "shop"),
        gs.RoleAssigned(LATELY, "champion", None, "u-1"),
        gs.Stated(LATELY, "role_needed", "…", ("role", "champion")),
    ),
    c.ConsentOfAll: (
        gs.Consented(later(9), "town", "ambition"),
        gs.Consented(later(9), "shop", "ambition"),
        gs.Consented(LATELY, "town", "ambition", "objects"),
        gs.Consented(LATELY, "shop", "ambition"),
    ),
    c.Contributed: (
        gs.ContributionRecorded(LATELY, "town", "money", amount=5),
        gs.ContributionRecorded(LATELY, "town", "expertise", "asked", amount=5),
        gs.ContributionRecorded(LATELY, "shop", "expertise"),
        gs.ContributionRecorded(LATELY, "shop", "money"),
    ),
    c.Agreed: (
        gs.AgreementDrafted(later(9), "pact", "covenant", clauses=("term",), end=later(800)),
        gs.AgreementRevised(LATELY, "pact", ("town",), ("town",), ("goal",), end=later(900)),
        gs.AgreementRevised(LATELY, "pact", ("town", "shop")),
        gs.Signed(LATELY, "pact", "town"),
        gs.PartyLeft(later(395), "town"),
    ),
    c.NoticeGiven: (
        gs.Quantified(LATELY, "group_size", 2),
        gs.Stated(LATELY, "purpose", "…"),
        gs.Stated(later(9), "purpose", "…"),
    ),
    c.TermRuns: (
        gs.AgreementDrafted(later(9), "pact", "covenant", end=LATELY),
        gs.AgreementDrafted(later(9), "deal", "working"),
    ),
    c.MetBefore: (
        gs.Met(later(9), "individual", ("town",)),
        gs.Met(LATELY, "plenary", ("town",)),
        gs.Met(LATELY, "individual", ("shop",)),
    ),
    c.InContact: (
        gs.Met(later(9), "plenary", ("town",)),
        gs.Met(LATELY, "progress_talk", ("town",)),
        gs.Met(LATELY, "plenary", ("town", "shop")),
        gs.Met(later(391), "progress_talk", ("shop",)),
        gs.EvaluationHeld(LATELY, "progress_talk"),
    ),
    c.Evaluated: (
        gs.EvaluationHeld(later(9), "final", "continue"),
        gs.EvaluationHeld(later(9), "periodic"),
        gs.EvaluationHeld(LATELY, "periodic", "adapt"),
        gs.EvaluationHeld(LATELY, "final", "terminate"),
    ),
    c.EvaluationArranged: (
        gs.EvaluationPlanned(LATELY, "periodic", every=YEAR),
        gs.EvaluationPlanned(LATELY, "final", due=TODAY, aspects=("process",)),
        gs.EvaluationPlanned(LATELY, "final", YEAR, aspects=("process", "effect")),
        gs.EvaluationHeld(LATELY, "final", aspects=("process", "effect")),
    ),
    c.ActionCount: (
        gs.ActionAgreed(LATELY, "a", "…", owner="town", sector="sport", due=later(500)),
        gs.ActionAgreed(LATELY, "b", "…", owner="town", sector="sport", due=later(500)),
        gs.ActionAgreed(LATELY, "c", "…", owner="shop", sector="sport", due=later(500)),
    ),
}
LESS_OR_MORE = {"at_least": (None, 1, gs.Limit("two", 2, label())), "at_most": (None, 0, 1, 2)}
YES_NO = (False, True)
OF_SOME, OF_EACH = (ALL, PUBLIC, PRIVATE), (None, ALL, PUBLIC, PRIVATE)

FIELDS: dict[type[Any], dict[str, tuple[Any, ...]]] = {
    # what is asked, in all combinations
    c.PartyCount: {"which": (ALL, PUBLIC), **LESS_OR_MORE, "of": ("parties", "sectors")},
    c.OnRecord: {
        "topics": ("purpose", ("purpose", "rationale")),
        "each": (*OF_EACH, c.Sectors()),
        "max_age": (None, YEAR),
        "dated": YES_NO,
        "since_entry": YES_NO,
    },
    c.RecordCount: {"topic": ("purpose",), "among": (None, ALL, c.Sectors()), **LESS_OR_MORE},
    c.Measured: {
        "topic": ("funding",),
        "at_least": (None, 1, 2, c.Same("capacity_hours")),
        "at_most": (None, 0, 2, c.Same("capacity_hours")),
    },
    c.Lasts: {"topic": ("funding",), "at_least": (None, YEAR), "at_most": (None, YEAR, gs.Every(years=2))},
    c.Paired: {
        "topic": ("purpose",),
        "by": ("rationale",),
        "order": ("any", "after", "before"),
        "within": (None, QUARTERLY),
        "each": (None, ALL),
    },
    c.RoleFilled: {
        "roles": ((), "alderman", ("alderman", "champion")),
        "by": (None, PUBLIC),
        "each": OF_EACH,
        "outsider": YES_NO,
        "named_by": (None, "role_needed"),
    },
    c.ConsentOfAll: {"subject": ("ambition",), "which": OF_SOME, "since_entry": YES_NO},
    c.Contributed: {
        "which": OF_SOME,
        "other_than": ((), "money"),
        "status": ("asked", "agreed"),
        "measured": YES_NO,
    },
    c.Agreed: {
        "clauses": ((), "term", ("term", "goal")),
        "signed": YES_NO,
        "obliged": (None, 1),
        "extended": YES_NO,
        "each": (None, ALL, PRIVATE),
        "none_left": YES_NO,
    },
    c.NoticeGiven: {"topic": ("purpose",), "months": ("group_size",), "leaving": YES_NO},
    c.TermRuns: {"kinds": ((), "covenant", "working")},
    c.MetBefore: {"first": ("individual",), "then": ("plenary",), "which": OF_SOME},
    c.InContact: {
        "kinds": ((), "progress_talk"),
        "every": (None, QUARTERLY),
        "school_year": YES_NO,
        "present": ((), (PUBLIC,)),
        "each": (None, ALL, PRIVATE),
        "pairs": YES_NO,
    },
    c.Evaluated: {
        "kinds": ((), "final"),
        "decisions": ((), "continue", ("continue", "adapt")),
        "since_entry": YES_NO,
    },
    c.EvaluationArranged: {
        "kinds": ((), "final"),
        "recurring": YES_NO,
        "aspects": ((), "process", ("process", "effect")),
    },
    c.ActionCount: {"each": OF_EACH, **LESS_OR_MORE},
}


def cases(facts: tuple[gs.Fact, ...]) -> Iterator[Situation]:
    """Yield all cases of some company and some of the facts, where the step is asked for and watched."""
    subsets = [*chain.from_iterable(combinations(facts, n) for n in range(len(facts) + 1))]
    for company in COMPANIES:
        begun = started(PROCESS, *company).advance("go", on=ENTERED)
        for some in subsets:
            try:
                known = begun.record(*some).dossier.known
            except gs.InvalidRecord as problem:
                assert problem.code in ABSENT, problem
                continue
            for step in (None, PROCESS.transition("work", "finish")):
                yield Situation(PROCESS, known, TODAY, known.tracks["main"], step)


def asked(kind: type[Any]) -> list[Any]:
    """Return conditions of a kind, in all combinations of what its fields may ask."""
    fields = FIELDS[kind]
    return [kind(**dict(zip(fields, values, strict=True))) for values in product(*fields.values())]


def held(conditions: list[Any], facts: tuple[gs.Fact, ...]) -> dict[Any, int]:
    """Return the cases in which each condition holds: one bit for each."""
    found = dict.fromkeys(conditions, 0)
    for n, situation in enumerate(cases(facts)):
        for x in conditions:
            found[x] |= (not judge(x, situation)[0]) << n
    return found


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.__name__)
def test_what_is_told_of_two_conditions_is_so_in_every_case(kind: type[Any]) -> None:
    """What entails another holds nowhere without it, and what excludes another nowhere beside it."""
    beside = asked(c.RecordCount) if kind is c.OnRecord else ()  # of these one may entail the other
    conditions = [*asked(kind), *beside]
    holds = held(conditions, FACTS[kind])
    for x, y in permutations(conditions, 2):
        if holds[x] & ~holds[y]:
            assert not implies(x, y), (x, y)
        if holds[x] & holds[y]:
            assert not excludes(x, y), (x, y)
