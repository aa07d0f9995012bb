"""A process of few words with many kinds of conditions, which only warn: every case of it can go on."""

from __future__ import annotations

from typing import Any, Final

import gezondsamen as gs
from gezondsamen.process import conditions as c
from gezondsamen.process import evaluation_points as p
from gezondsamen.testing.vocabulary import VOCABULARY
from tests.support.builders import CITED, label, rule

QUARTER: Final = gs.Every(months=3)
EACH: Final = c.Parties()
SHOPS: Final = c.Parties(sides="private")
ANY_SHOP: Final = c.Parties(sides="private", or_none=True)

GO: Final = (
    c.PartyCount(at_least=2, at_most=3),
    c.PartyCount(of="sectors", at_least=2),
    c.PartyCount(SHOPS, at_least=1),
    c.PartyCount(c.Parties(kinds="office", sectors="health"), at_most=1),
    c.OnRecord(("aim", "plan")),
    c.OnRecord(("aim",), each=EACH),
    c.OnRecord(("aim",), each=SHOPS),
    c.OnRecord(("aim",), each=ANY_SHOP),
    c.OnRecord(("plan",), each=c.Sectors()),
    c.OnRecord(("plan",), dated=True),
    c.OnRecord(("aim",), max_age=QUARTER),
    c.RecordCount("aim", at_least=2),
    c.RecordCount("aim", among=EACH, at_least=2),
    c.RecordCount("plan", among=c.Sectors(), at_least=1, at_most=1),
    c.Measured("budget", at_most=2),
    c.Measured("budget", at_least=c.Same("aim")),
    c.Lasts("plan", at_least=gs.Every(months=1)),
    c.Paired("aim", "plan", order="after"),
    c.Paired("aim", "plan", order="before", each=EACH),
    c.RoleFilled(("chair",)),
    c.RoleFilled(each=EACH),
    c.RoleFilled(("scribe",), outsider=True),
    c.RoleFilled(named_by="aim"),
    c.ConsentOfAll("deal"),
    c.ConsentOfAll("deal", since_entry=False),
    c.Contributed(EACH, ("money",)),
    c.Contributed(EACH, status="asked"),
    c.Contributed(EACH, measured=True),
    c.Agreed(("costs",)),
    c.Agreed(signed=True),
    c.Agreed(with_=SHOPS),
    c.Agreed(each=EACH),
    c.TermRuns(),
    c.MetBefore("call", "visit", EACH),
    c.InContact(("call",), 2),
    c.InContact(present=(SHOPS, c.Parties(kinds="office"))),
    c.InContact(pairs=True),
    c.InContact(each=EACH, every=QUARTER),
    c.InContact(school_year=True),
    c.Evaluated(decisions=("go_on",)),
    c.EvaluationArranged(recurring=True),
    c.ActionCount(at_least=1, at_most=2),
    c.AllOf((c.OnRecord(("aim",)), c.RoleFilled(("chair",)))),
    c.AnyOf((c.OnRecord(("budget",)), c.RoleFilled(("scribe",)))),
)
"""What the first step asks, each by a rule of its own."""

AGAIN: Final = (
    c.OnRecord(("aim",), since_entry=True),
    c.Evaluated(since_entry=True),
    c.ConsentOfAll("deal"),
    c.Agreed(extended=True),
)
"""What is asked of a round: of a step that can be taken again and again."""

NEW: Final = (
    c.OnRecord(("aim",), each=EACH),
    c.ConsentOfAll("deal"),
    c.MetBefore("call", "visit", EACH),
    c.Agreed(signed=True),
)
"""What is asked of whoever comes in."""

RHYTHMS: Final = (
    c.InContact(every=QUARTER),
    c.InContact(("call",), every=QUARTER, each=EACH),
    c.Paired("aim", "plan", order="after", within=gs.Every(months=1)),
    c.OnRecord(("aim",), max_age=QUARTER),
    c.TermRuns(),
)
"""What is watched."""


def rules(first: int, asked: tuple[c.Condition, ...]) -> tuple[gs.Requirement, ...]:
    """Return a rule for each condition, numbered from here."""
    return tuple(rule(x, code=f"OWN-{n:02}") for n, x in enumerate(asked, first))


def point(key: str, anchor: p.Anchor, **parts: Any) -> gs.EvaluationPoint:
    return gs.EvaluationPoint(
        key=key, label=label(key), kind="review", anchor=anchor, citation=CITED, **parts
    )


BEGIN: Final = gs.Phase("begin", label("begin"), kind="initial")
WORK: Final = gs.Phase("work", label("werk"), watches=rules(60, RHYTHMS))
REST: Final = gs.Phase("rest", label("rust"), kind="suspended")
DONE: Final = gs.Phase("done", label("klaar"), kind="final", outcome="success")

BROAD: Final = gs.Process(
    key="broad",
    label=label("breed"),
    phases=(BEGIN, WORK, REST, DONE),
    transitions=(
        BEGIN.to(WORK, "go", label=label("ga"), advises=rules(1, GO)),
        WORK.to(WORK, "again", label=label("nog eens"), requires=rules(50, AGAIN)),
        WORK.to(WORK, "admit", label=label("laat toe"), advises=rules(80, NEW), concerns="party"),
        WORK.to(WORK, "note", label=label("noteer")),
        WORK.to(BEGIN, "back", label=label("terug"), advises=rules(1, GO)),
        WORK.to(REST, "pause", label=label("rust"), exceptional=True),
        REST.to(WORK, "resume", label=label("hervat")),
        WORK.to(DONE, "expire", label=label("loop af"), falls_due=p.OnTerm("end")),
        WORK.to(
            DONE,
            "finish",
            label=label("maak af"),
            requires=rules(90, (c.OnRecord(("plan",), since_entry=True), c.Evaluated(since_entry=True))),
            since="begin",
        ),
    ),
    evaluation_points=(
        point("monthly", p.OnPhase("work"), every=gs.Every(months=1), while_in=("work",)),
        point("often", p.OnPhase("begin"), every=QUARTER, min_count=3),
        point("after_note", p.OnTrigger("note"), offset=gs.Every(days=30)),
        point("midterm", p.OnTerm(), fraction=0.5),
        point("end", p.OnTerm("end"), before_end=QUARTER),
        point("said", p.OnStatement("plan"), offset=gs.Every(days=10), topics=("aim",)),
        point("stated_until", p.OnStatement("plan", "until")),
        point("acted", p.OnAction()),
        point("gone", p.OnPartyLeft(), offset=gs.Every(months=1)),
        point("schooled", p.OnSchoolYear(), every=gs.Every(years=1), window=p.Window("05-01", "06-30")),
    ),
    terms=(
        *VOCABULARY,
        *(gs.Term(key, label(key), "aspect") for key in ("process", "effect")),
        *(term for term in gs.AGREEMENT.terms if term.scheme in ("agreement_kind", "agreement_form")),
    ),
)
"""Two phases to go on in, one to rest in, and an end."""
