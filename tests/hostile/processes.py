"""A small process in which everything stands once: each kind of condition, each kind of anchor."""

from __future__ import annotations

from functools import cache

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p
from gezondsamen.terms import words
from tests.support.builders import DAY, joined, label, rule, tiny
from tests.support.journeys import point

MOST = gs.Limit("most", 2, label("hoogste aantal"))
OFTEN = gs.Limit("often", gs.Every(months=3), label("hoe vaak"))

CONDITIONS: tuple[c.Condition, ...] = (
    c.PartyCount(c.Parties("public", "school", "sport", "alderman"), at_least=1, at_most=MOST, of="kinds"),
    c.OnRecord(("purpose",), each=c.Parties(), max_age=OFTEN, dated=True, since_entry=True),
    c.RecordCount("purpose", among=c.Sectors("sport", "social", "care"), at_least=1, at_most=3),
    c.Measured("capacity_money", at_least=1, at_most=c.Same("capacity_hours")),
    c.Lasts("purpose", at_least=gs.Every(months=1), at_most=gs.Every(years=4)),
    c.Paired("purpose", "rationale", "after", gs.Every(weeks=2), c.Parties(internal=True, or_none=True)),
    c.RoleFilled(("alderman",), by=c.Parties(), named_by="purpose"),
    c.ConsentOfAll("ambition"),
    c.Contributed(other_than=("money",), status="asked", measured=True),
    c.Agreed(("goal",), ("covenant",), c.Parties("private"), signed=True),
    c.TermRuns(),
    c.NoticeGiven("purpose", "capacity_hours", leaving=True),
    c.MetBefore("individual", "plenary"),
    c.InContact(("plenary",), 2, every=OFTEN, present=(c.Parties("public"),), each=c.Parties()),
    c.InContact(pairs=True, school_year=True),
    c.Evaluated(("periodic",), ("continue",), since_entry=True),
    c.EvaluationArranged(("periodic",), recurring=True, aspects=("process",)),
    c.ActionCount(c.Parties(), at_least=1, at_most=9),
    c.AllOf((c.AnyOf((c.PartyCount(at_most=3), c.RecordCount("purpose"))), c.OnRecord(("rationale",)))),
)

POINTS = (
    point(p.OnPhase("work"), key="phase", every=OFTEN, min_count=MOST, window=p.Window("02-01", "11-30")),
    point(p.OnTrigger("go"), key="trigger", offset=gs.Every(weeks=1), while_in=("work",)),
    point(p.OnTerm(), key="term", fraction=0.5, min_term=gs.Every(years=1)),
    point(p.OnTerm("end"), key="end", before_end=gs.Every(months=6), optional=True),
    point(p.OnStatement("purpose", "until"), key="statement"),
    point(p.OnAction(), key="action", on_events=((p.OnPartyLeft(), gs.Every(days=3)),)),
    point(p.OnSchoolYear(), key="year", every=gs.Every(years=1), instrument=label("vragenlijst")),
)


@cache
def small() -> gs.Process:
    """Return the process, whose words are those that stand in it."""
    asked = [rule(condition, code=f"OWN-{n:02}") for n, condition in enumerate(CONDITIONS, 1)]
    used = {(scheme, key) for value in (*asked, *POINTS) for scheme, key in words(value)}
    used |= {("party_kind", "municipality"), ("party_kind", "school")}
    terms = tuple(term for term in gs.PPS.terms if (term.scheme, term.key) in used)
    return tiny(*asked[:8], finish=asked[8:], watches=asked[9:12], evaluation_points=POINTS, terms=terms)


WORDS = gs.PPS.terms
"""The words of processes that a part is tried in."""


@cache
def tried() -> gs.Collaboration:
    """Return a case in which facts are tried."""
    case = gs.Collaboration.start(gs.PPS, id="waterstad", on=DAY)
    case = case.record(*(joined(ident, kind) for ident, kind in CAST.items()))
    return case.record(gs.AgreementDrafted(DAY, "convenant", "covenant", ("gemeente",), ("gemeente",)))


CAST = {"gemeente": "municipality", "winkel": "retailer", "school": "school", "p-1": "ggd"}
