"""What the golden documents hold, made without any remedy or plan, so that it stays what it is.

`python -m tests.support.golden_values` writes documents that are missing; with names, those documents anew.
A document of a released version is never written anew: what it says must open for ever.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import attrs

import gezondsamen as gs

FOLDER = Path(__file__).parents[1] / "golden"
DAY = date(2024, 1, 8)
NEXT = date(2024, 1, 9)
MOMENT = datetime(2024, 1, 8, 9, 30, tzinfo=UTC)
LATER = MOMENT + timedelta(days=1)
"""Since 0.2 nothing is dated after it was recorded; documents of 0.1 have some of that."""
UNSAID = "(no text)"
"""Since 0.2 a statement says something; documents of 0.1 have some without a text."""


def case_of(process: gs.Process) -> gs.Collaboration:
    """Return a case of 0.1: every kind of fact that it had, one step, one correction, a second track."""
    case = _recorded(process)
    return gs.Collaboration.replay(case.processes, map(_as_released, case.entries_after(0)))


def every_kind(process: gs.Process) -> gs.Collaboration:
    """Return a case of 0.2: the same as it is recorded there, and the kinds of fact that came with it."""
    case = _recorded(process)
    parts = (gs.Party("noord", "Club Noord", "sports_club"), gs.Party("zuid", "Club Zuid", "sports_club"))
    last = max(entry.place[0] for entry in case.entries_after(0))
    return case.record(
        *(gs.PartyJoined(last, party) for party in parts),
        gs.PartyJoined(last, gs.Party("bond", "Sportbond", "sports_club")),
        gs.PartyDivided(last, "bond", ("noord", "zuid")),
    )


def _recorded(process: gs.Process) -> gs.Collaboration:
    municipality = gs.Party(
        "gemeente", "Gemeente Waterstad", "municipality", ("public_health",), internal=True
    )
    shop = gs.Party("winkel", "Buurtwinkel", "retailer", "retail", counts_as="private")
    case = gs.Collaboration.start(
        process, id="waterstad", title="Waterstad beweegt", on=DAY, by="u-17", recorded_at=MOMENT
    )
    case = case.record(
        gs.PartyJoined(DAY, municipality),
        gs.PartyJoined(DAY, shop),
        gs.PartyJoined(DAY, gs.Party("dorp", "Gemeente Dorp", "municipality")),
        gs.PartyJoined(DAY, gs.Party("club", "Sportclub", "sports_club", ("sport",))),
        gs.PartySucceeded(DAY, "gemeente", "dorp"),
        gs.PartyLeft(NEXT, "club"),
        gs.RoleAssigned(DAY, "alderman", "gemeente", "p-1"),
        gs.RoleAssigned(DAY, "independent_evaluator", person="p-2"),
        gs.RoleEnded(NEXT, "independent_evaluator", person="p-2"),
        gs.Stated(
            DAY, "purpose", "Meer bewegen “en” gezonder eten: ook ’s winters", until=date(2028, 12, 31)
        ),
        gs.Stated(DAY, "party_ambition", "Klanten", about="winkel"),
        gs.Stated(DAY, "sector_considered", UNSAID, about=("sector", "sport"), track="main"),
        gs.Stated(NEXT, "party_ambition", about="winkel", holds=False),
        gs.Quantified(DAY, "capacity_money", 1250.5),
        gs.Consented(DAY, "winkel", "ambition", "consulted"),
        gs.Met(DAY, "individual", ("winkel", "gemeente")),
        gs.ContributionRecorded(DAY, "winkel", "staff", amount=3, unit="uur"),
        gs.AgreementDrafted(
            DAY,
            "convenant",
            "covenant",
            ("gemeente", "winkel"),
            "winkel",
            ("goal", "term"),
            "written_signed",
            DAY,
            date(2027, 12, 31),
        ),
        gs.AgreementRevised(NEXT, "convenant", clauses="evaluation", end=date(2028, 12, 31)),
        gs.Signed(NEXT, "convenant", "winkel"),
        gs.ActionAgreed(DAY, "beweegdag", "Een beweegdag", "winkel", "sport", date(2024, 6, 1)),
        gs.EvaluationPlanned(DAY, "periodic", gs.Every(years=1), aspects=("process", "effect")),
        gs.EvaluationHeld(NEXT, "progress_talk", "continue", "process", "p-2"),
        by="u-17",
        on_behalf_of="gemeente",
        recorded_at=LATER,
    )
    first = process.exits(process.initial)[0]
    waivers = [
        gs.WaiverGranted(NEXT, rule.code, "de wethouder wil beginnen", "p-1", trigger=first.trigger)
        for rule in first.requires
        if rule.conditions and rule.waivable and rule.code != "REG-02"
    ]
    # What nobody could waive in 0.1 is on record; REG-02 was the only such rule of a first step.
    firm = [gs.RoleAssigned(DAY, "director_visionary", "gemeente")]
    firm = firm if any(rule.code == "REG-02" for rule in first.requires) else []
    case = case.advance(first.trigger, *firm, *waivers, on=NEXT, about=("matter", "start"), by="u-18")
    case = case.correct(11, gs.Stated(DAY, "purpose", "Meer bewegen"), reason="een tikfout", on=NEXT)
    other = gs.INTEGRAL if process.key != "integral" else gs.PPS
    since = DAY + timedelta(days=1)
    return case.open(other, on=date(2024, 2, 1), phase="evaluation", since=since, reason="liep al", by="u-18")


def _as_released(entry: gs.Entry) -> gs.Entry:
    """Return an entry as documents of 0.1 hold it."""
    fact = entry.fact
    if isinstance(fact, gs.Stated) and fact.text == UNSAID:
        entry = attrs.evolve(entry, fact=attrs.evolve(fact, text=""))
    if isinstance(fact, gs.EvaluationHeld):  # a point is a known word since 0.2
        entry = attrs.evolve(entry, fact=attrs.evolve(fact, point="progress_talk"))
    return attrs.evolve(entry, recorded_at=MOMENT) if entry.recorded_at == LATER else entry


@cache
def values() -> Mapping[str, Any]:
    """Return what each golden document holds, by the name of its file in a folder of its version."""
    found: dict[str, Any] = {}
    for version, kept in (("0.1", case_of), ("0.2", every_kind)):
        for key, process in gs.PROCESSES.items():
            found[f"{version}/process-{key}.json"] = process
            found[f"{version}/case-{key}.json"] = kept(process)
    return found


if __name__ == "__main__":
    for name, value in values().items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        if name in sys.argv[1:] or not (FOLDER / name).exists():
            (FOLDER / name).write_text(gs.dumps(value, indent=1) + "\n", encoding="utf-8")
            print("written", name)
