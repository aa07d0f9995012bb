"""Walk a public-private partnership from the first idea to its daily management.

Waterstad is a fictional city. Its partnership is modelled on the covenant of eight companies in
Zwolle (practice example EX-07, `gezondsamen.examples.load("EX-07")`); names, texts and days are made up.
"""

from __future__ import annotations

import sys
import tempfile
import textwrap
from datetime import UTC, date, datetime
from pathlib import Path

import attrs

import gezondsamen as gs
from gezondsamen import examples
from gezondsamen.exchange import to_ics
from gezondsamen.phases import agreement, pps
from gezondsamen.schedule.moments import Schedule

COMPANIES = (
    "Bakkerij",
    "Supermarkt",
    "Fietsenmaker",
    "Zwembad",
    "Sportwinkel",
    "Drukkerij",
    "Bank",
    "Groentekwekerij",
)

STEPS = (
    (pps.START, date(2024, 1, 10)),
    (pps.CHOOSE_ALLIANCE, date(2024, 2, 5)),
    (pps.CHOOSE_PARTNERS, date(2024, 4, 15)),
    (pps.REACH_ACCORD, date(2024, 7, 1)),
    (pps.CONCLUDE_AGREEMENT, date(2024, 9, 2)),
)

TERM = (date(2024, 9, 2), date(2028, 9, 1))
"""The first and the last day of the agreement."""


TEXTS = {
    "rationale": "Bedrijven bereiken gezinnen die de gemeente niet bereikt.",
    "organisation_form": "Samenwerken: geen van ons kan dit alleen.",
    "added_value": "Samen bereiken wij alle wijken; ieder apart alleen de eigen klanten.",
}


def main() -> None:
    """Load, try, read why not, repair, walk on, look ahead, and put it in a calendar."""
    case = gs.loads((Path(__file__).parent / "waterstad.json").read_text(encoding="utf-8"))
    title(f"{case.title}: een fictieve stad, naar het voorbeeld van Zwolle")
    say(f"In fase “{phase(case)}” met {names(case)}.")

    title("Een stap die nog niet kan / A step that is not possible yet")
    first, day = STEPS[0]
    check = case.check(first, on=day)
    print(check.explain("nl"))
    print(check.explain("en"))

    title("Van initiatief naar management")
    for trigger, day in STEPS:
        if trigger == pps.CHOOSE_PARTNERS:
            case = invite(case, day)
        case = take(case, trigger, day)

    title("Wat valt op in het eerste halfjaar?")
    watch = case.monitor(on=date(2025, 3, 3))
    for row in watch.found:
        say(f"{row.requirement.code} {row.requirement.name.text('nl')}")

    title("De weg naar een goed einde")
    print(case.plan(pps.ENDED_GOAL_REACHED, on=date(2025, 3, 3)).explain("nl"))

    title("Een echt voorbeeld: wat de bron vertelt over Zwolle")
    zwolle = examples.load("EX-07")
    say(zwolle.note.text("nl"))
    for row in zwolle.case.monitor(on=zwolle.as_of).outcomes:
        if row.evidence:
            say(f"{row.requirement.code} {row.requirement.name.text('nl')}: {row.status_text('nl')}")

    title("Wanneer evalueren, en waarom dan?")
    case = follow_agreement(case)
    schedule = gs.evaluation_schedule(
        case, on=date(2025, 3, 3), until=date(2028, 12, 31), calendar=gs.DutchCalendar("midden")
    )
    print(f"{len(schedule)} momenten tot en met {schedule.until:%d-%m-%Y}; van elke soort het eerste:")
    kinds = dict.fromkeys(moment.point.key for moment in schedule)
    for moment in (next(x for x in schedule if x.point.key == kind) for kind in kinds):
        what = f"{moment.point.label.text('nl')} ({moment.status_text('nl')})"
        say(f"{moment.on:%d-%m-%Y}  {what}: {moment.reason('nl')}")
    print(f"Agenda geschreven: {write_calendar(schedule)}")


def follow_agreement(case: gs.Collaboration) -> gs.Collaboration:
    """Follow the life of the agreement too, on a track of its own: it is in force from the first day."""
    (text,) = case.dossier.agreements
    signed = STEPS[-1][1]
    return case.open(
        gs.AGREEMENT,
        on=signed,
        track=text.id,
        phase=agreement.IN_FORCE,
        since=signed,
        reason="Ondertekend en ingegaan bij de stap conclude_agreement.",
        by="u-17",
    )


def write_calendar(schedule: Schedule) -> Path:
    """Write the moments as a file that any calendar opens, and return where it is."""
    file = Path(tempfile.mkdtemp()) / "waterstad.ics"
    stamp = datetime(2025, 3, 3, 9, tzinfo=UTC)
    file.write_text(to_ics(schedule, stamp=stamp, lang="nl"), encoding="utf-8", newline="")
    return file


def invite(case: gs.Collaboration, day: date) -> gs.Collaboration:
    """Let eight companies join, each after a talk of its own."""
    joined = [
        gs.PartyJoined(day, gs.Party(id=name.lower(), name=f"{name} Waterstad", kind="business"))
        for name in COMPANIES
    ]
    talks = [gs.Met(day, "individual", (name.lower(),)) for name in COMPANIES]
    say(f"{day:%d-%m-%Y}  {len(joined)} bedrijven doen mee, elk na een eigen gesprek.")
    return case.record(*joined, *talks, by="u-17")


def take(case: gs.Collaboration, trigger: str, day: date) -> gs.Collaboration:
    """Record what is missing, as the remedies say, and take the step."""
    check = case.check(trigger, on=day)
    missing = ", ".join(row.requirement.code for row in check.unmet) or "niets"
    facts = [fill(draft) for draft in check.repair]
    case = case.advance(trigger, *facts, on=day, by="u-17")
    say(f"{day:%d-%m-%Y}  {trigger:20} ontbrak: {missing}; {len(facts)} gegevens vastgelegd → {phase(case)}")
    return case


def fill(draft: gs.Draft) -> gs.Fact:
    """Fill the blanks of a draft, as a case worker would on a form."""
    if isinstance(draft.fact, gs.Stated):
        return draft.fill(text=TEXTS.get(draft.fact.topic, "Besproken en akkoord."))
    if isinstance(draft.fact, gs.AgreementDrafted):
        return attrs.evolve(draft.fill(kind="covenant"), start=TERM[0], end=TERM[1])
    return draft.fill("u-17")


def phase(case: gs.Collaboration) -> str:
    """Return the Dutch name of the present phase."""
    return case.process.phase(case.phase).label.text("nl")


def names(case: gs.Collaboration) -> str:
    """Return the names of the parties."""
    return " en ".join(party.name for party in case.dossier.parties)


def title(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'=' * len(text)}")


def say(text: str) -> None:
    """Print a paragraph."""
    print(textwrap.fill(text, 110, subsequent_indent="            "))


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a sign shows another
    main()
