"""See to two hundred collaborations at once: what is due this month, what is late, what ends soon.

A programme office follows many collaborations. The library knows one at a time and keeps nothing: the
office asks each the same questions and puts the answers in one table. The municipalities are fictional,
and each case is made from one of a few templates, so that every run tells the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import attrs

import gezondsamen as gs
from gezondsamen.phases import agreement
from gezondsamen.schedule.moments import Moment, Schedule

TODAY = date(2026, 3, 2)
END_OF_MONTH = date(2026, 3, 31)
SOON = gs.Every(months=6).after(TODAY)
SHOWN = 8

COVENANT = "convenant"


@attrs.frozen
class Template:
    """One sort of collaboration: its process and phase, its parties, the years of its covenant.

    `talks` says how many of the quarterly progress talks were held since the office follows it.
    """

    name: str
    process: gs.Process
    phase: str
    kinds: tuple[str, ...]
    years: int
    talks: int


TEMPLATES = (
    Template("gezond eten", gs.PPS, "management", ("municipality", "retailer", "hospitality"), 4, 9),
    Template(
        "gezonde wijk", gs.INTEGRAL, "maintenance", ("municipality", "ggd", "welfare_organisation"), 3, 9
    ),
    Template(
        "sport en spel", gs.INTERSECTORAL, "structural", ("municipality", "sports_club", "school"), 2, 9
    ),
    Template("fit op het werk", gs.PPS, "management", ("municipality", "business", "health_insurer"), 5, 3),
)


# --- the cases --------------------------------------------------------------------------------------


def collaboration(number: int) -> gs.Collaboration:
    """Return the case of a number: its template and its days follow from the number alone."""
    template = TEMPLATES[number % len(TEMPLATES)]
    followed = date(2025, 1, 6) + timedelta(days=number * 37 % 365)
    first = followed - timedelta(days=number * 53 % 365)
    last = gs.Every(years=template.years).after(first) - timedelta(days=1)
    parties = {f"{kind}-{number}": kind for kind in template.kinds}
    names = tuple(parties)
    case = gs.Collaboration.start(
        template.process,
        id=f"waterstad-{number}",
        title=f"Waterstad {number}: {template.name}",
        on=followed,
        phase=template.phase,
        since=followed,
        reason="liep al toen het programmabureau begon",
    ).record(
        *(gs.PartyJoined(followed, gs.Party(id=key, name=key, kind=kind)) for key, kind in parties.items()),
        gs.AgreementDrafted(followed, COVENANT, "covenant", names, names, start=first, end=last),
        *talks(followed, template.talks, names),
    )
    return case.open(
        gs.AGREEMENT,
        on=followed,
        track=COVENANT,
        phase=agreement.IN_FORCE,
        since=followed,
        reason="was al van kracht",
    )


def talks(followed: date, count: int, names: tuple[str, ...]) -> Iterator[gs.Met]:
    """Yield the quarterly progress talks that were held by today, each a week before it had to be."""
    for quarter in range(1, count + 1):
        day = gs.Every(months=3 * quarter).after(followed) - timedelta(days=7)
        if day < TODAY:
            yield gs.Met(day, "progress_talk", names)


# --- the questions ----------------------------------------------------------------------------------

Row = tuple[date, str, str]


def this_month(case: gs.Collaboration, schedule: Schedule) -> Iterator[Row]:
    """Yield what falls in the rest of this month and was not done yet."""
    for moment in schedule:
        if moment.on >= TODAY and moment.status != "held":
            yield moment.on, case.title, what(moment)


def late(case: gs.Collaboration, schedule: Schedule) -> Iterator[Row]:
    """Yield what should have been done, and the steps that time has made due."""
    for moment in schedule:
        if moment.status == "overdue":
            yield moment.on, case.title, what(moment)
    for step in case.due(on=TODAY):
        yield step.since, case.title, f"{step.track}: einddatum voorbij ({step.trigger})"


def what(moment: Moment) -> str:
    """Return what a moment is, and of which agreement where it is not of the collaboration itself."""
    of = "" if moment.track == "main" else f" ({moment.track})"
    return moment.point.label.text("nl") + of


def ending(case: gs.Collaboration) -> Iterator[Row]:
    """Yield the agreements in force whose last day is near."""
    for text in case.agreements(on=TODAY):
        if text.end is not None and text.end <= SOON and text.in_force:
            yield text.end, case.title, f"{text.name}, {len(text.parties)} partijen"


def main(count: int = 200) -> None:
    """Make the cases, ask each the same, and print three tables."""
    cases = [collaboration(number) for number in range(1, count + 1)]
    schedules = [
        gs.evaluation_schedule(case, on=TODAY, until=END_OF_MONTH, calendar=gs.WEEKENDS) for case in cases
    ]
    both = list(zip(cases, schedules, strict=True))
    print(f"Programmabureau op {TODAY:%d-%m-%Y}: {len(cases)} samenwerkingen")
    table("Deze maand", itertools.chain.from_iterable(this_month(*pair) for pair in both))
    table("Te laat", itertools.chain.from_iterable(late(*pair) for pair in both))
    table("Overeenkomsten die binnen zes maanden eindigen", itertools.chain.from_iterable(map(ending, cases)))


def table(heading: str, rows: Iterable[Row]) -> None:
    """Print the first rows, by day, in columns; and how many there are."""
    found: Sequence[Row] = sorted(rows)
    print(f"\n{heading}: {len(found)}\n{'-' * 100}")
    for day, title, told in found[:SHOWN]:
        print(f"{day:%d-%m-%Y}  {title:32}  {told}")
    if len(found) > SHOWN:
        print(f"… en nog {len(found) - SHOWN}")


if __name__ == "__main__":
    main()
