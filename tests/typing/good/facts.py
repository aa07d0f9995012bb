"""Every fact that a host records, with keys and with terms; the union of facts is closed."""

from __future__ import annotations

from datetime import date

import gezondsamen as gs

DAY = date(2024, 1, 8)
AIR = gs.Term("air_quality", gs.Label(nl="luchtkwaliteit", en="air quality"))

FACTS: tuple[gs.Fact, ...] = (
    gs.Stated(DAY, "purpose"),
    gs.Stated(on=DAY, topic=AIR, text="Schone lucht", about="gemeente", until=date(2025, 1, 8), holds=False),
    gs.Quantified(on=DAY, topic=AIR, amount=12, about=("sector", "health")),
    gs.Quantified(on=DAY, topic="budget", amount=1.5, about=gs.About("matter", "speelplek")),
    gs.PartyLeft(DAY, "gemeente"),
    gs.PartySucceeded(DAY, "gemeente", predecessors=("oost", "west")),
    gs.PartySucceeded(DAY, "gemeente", predecessors="oost"),
    gs.RoleAssigned(DAY, "chair", party="gemeente", person="p-1"),
    gs.RoleEnded(DAY, "chair"),
    gs.Consented(DAY, "gemeente", "ambition", stance="objects"),
    gs.Met(DAY, "plenary", ("gemeente", "ggd")),
    gs.ContributionRecorded(DAY, "gemeente", "money", amount=500, unit="euro"),
    gs.AgreementDrafted(DAY, "convenant", "covenant", parties=["gemeente"], clauses=("term",), end=DAY),
    gs.AgreementRevised(DAY, "convenant", end=DAY),
    gs.Signed(DAY, "convenant", "gemeente"),
    gs.ActionAgreed(on=DAY, action="a-1", text="…", owner="gemeente", sector="health", due=DAY),
    gs.EvaluationPlanned(DAY, "progress_talk", every=gs.Every(months=3)),
    gs.EvaluationHeld(DAY, "progress_talk", decision="continue", aspects=["results"]),
    gs.WaiverGranted(DAY, "KEN-01", "…", "u-2", trigger="start", about=gs.About("party", "ggd")),
)


def about_whom(fact: gs.Fact) -> str | None:
    match fact:
        case gs.PartyJoined(party=party):
            return party.id
        case gs.Stated(about=about) | gs.Quantified(about=about):
            return about.id if about is not None else None
        case gs.Signed() | gs.Consented() | gs.PartyLeft() | gs.ContributionRecorded():
            return fact.party
        case _:
            return None


def key(fact: gs.Stated) -> str:
    return fact.topic
