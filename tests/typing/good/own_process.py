"""A process of one's own: terms, rules in every kind of condition, phases, limits, evaluation points."""

from __future__ import annotations

from typing import Final

import gezondsamen as gs
from gezondsamen import conditions as c
from gezondsamen.phases import pps
from gezondsamen.phases.rules.agreements import AGR_02
from gezondsamen.process.evaluation_points import OnPhase, OnStatement, OnTerm, Window


def words(nl: str, en: str) -> gs.Label:
    return gs.Label(nl=nl, en=en)


AIR: Final = gs.Term("air_quality", words("luchtkwaliteit", "air quality"))
FARM: Final = gs.Term("farm", words("boerderij", "farm"), "party_kind", ("private",))
HANDBOOK: Final = gs.Work(key="handbook", title="Handboek", issuer="Gemeente Waterstad", year=2024)
FEW: Final = gs.Limit("few", 5, words("weinig", "few"), gs.Basis.CHOICE)
OFTEN: Final = gs.Limit("often", gs.Every(months=6), words("vaak", "often"))

CONDITIONS: Final[tuple[c.Condition, ...]] = (
    c.PartyCount(c.Parties(sides="private", kinds=(FARM, "school")), at_least=1, at_most=FEW, of="kinds"),
    c.OnRecord(AIR, each=c.Parties(or_none=True), max_age=OFTEN, dated=True),
    c.OnRecord(("purpose", AIR), each=c.Sectors(keys=("health",)), since_entry=True),
    c.RecordCount("purpose", at_least=1, at_most=3),
    c.Measured(AIR, at_least=6, at_most=c.Same("budget")),
    c.Lasts("purpose", at_least=gs.Every(years=1)),
    c.Paired("issue", "answer", order="after", within=gs.Every(days=30)),
    c.RoleFilled("chair", by=c.Parties(internal=True)),
    c.ConsentOfAll("ambition", c.Parties(sectors=["health"])),
    c.Contributed(status="asked", measured=True),
    c.Agreed(clauses=("term",), signed=True, with_=c.Parties(sides="public")),
    c.MetBefore("introduction", "plenary"),
    c.AllOf((c.OnRecord(AIR), c.AnyOf((c.OnRecord("purpose"), c.Measured(AIR))))),
)

RULE: Final = gs.Requirement(
    code="WST-01",
    name=words("schone lucht", "clean air"),
    text=words("Meet de lucht.", "Measure the air."),
    conditions=[c.OnRecord(AIR)],
    citation=gs.Citation(HANDBOOK, "Lucht", "Meet de lucht"),
    basis=gs.Basis.CHOICE,
    waivable=False,
)

IDEA: Final = gs.Phase("idea", words("idee", "idea"), kind="initial", watches=(RULE,))
DONE: Final = gs.Phase("done", words("klaar", "done"), kind="final", outcome="success", stage=2)

POINTS: Final = (
    gs.EvaluationPoint(
        key="look_back",
        label=words("terugblik", "look back"),
        kind="progress_talk",
        anchor=OnPhase("idea"),
        every=OFTEN,
        window=Window("03-01", "05-31"),
        on_events=((OnStatement(AIR, edge="until"), gs.Every(weeks=2)), (OnTerm("end"), None)),
        citation=gs.Citation(HANDBOOK),
    ),
)


def own() -> gs.Process:
    return gs.Process(
        key="own",
        label=words("eigen", "own"),
        phases=(IDEA, DONE),
        transitions=(
            IDEA.to(DONE, "finish", label=words("afronden", "finish"), requires=(RULE, AGR_02)),
            IDEA.to("idea", "meet", label=words("overleg", "meet"), advises=(RULE,), concerns="party"),
        ),
        evaluation_points=POINTS,
        terms=(*gs.INTEGRAL.terms, AIR),
    )


def adapted() -> gs.Process:
    return gs.PPS.adapt(
        key="pps-waterstad",
        limits={"private_partners": 15, "progress_interval": gs.Every(months=6)},
        drop="KEN-99",
        soften=gs.ALL_BUT_LAW,
        require={pps.CONCLUDE_AGREEMENT: (RULE.asking(c.Measured(AIR, at_most=4)),)},
        terms=[AIR],
        labels={pps.MANAGEMENT: words("samen aan het werk", "working together")},
    )


def problems(process: gs.Process) -> list[str]:
    found = [f"{problem.where} {problem.code} {problem.message}" for problem in gs.verify(process).problems]
    return [*found, *(difference.kind for difference in process.diff(gs.PPS))]
