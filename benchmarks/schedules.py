"""Schedules of five years, and two hundred collaborations loaded, monitored and scheduled."""

from __future__ import annotations

from datetime import date, timedelta

import gezondsamen as gs
from benchmarks.measuring import Figure, Subject, measure
from benchmarks.sample import pps
from gezondsamen import periods

START = date(2024, 3, 1)
YEARS = 5
NUMBER = 200
ON = date(2026, 9, 1)
CALENDARS = {"no calendar": None, "Dutch, with schools": gs.DutchCalendar("midden")}


def figures() -> list[Figure]:
    """Return the figures of this file."""
    case = running()
    moments = len(gs.evaluation_schedule(case, on=ON, until=case_end(case)))
    once = measure(
        {name: _scheduling(case, calendar) for name, calendar in CALENDARS.items()}
        | {"new days": _scheduling(case, None, forget=True)}
    )
    many = measure({"all": _loading([gs.dumps(running(n)) for n in range(NUMBER)])}, rounds=5)
    return [
        *(
            Figure(f"five years, {moments} moments: {name}", once.median(name) / 1e3, "ms", 1)
            for name in CALENDARS
        ),
        Figure("the same, no day counted before", once.median("new days") / 1e3, "ms", 1),
        Figure(f"{NUMBER} loaded, monitored and scheduled", many.median("all") / 1e6, "s", 0.5),
    ]


def _scheduling(
    case: gs.Collaboration, calendar: gs.DutchCalendar | None, *, forget: bool = False
) -> Subject:
    until = case_end(case)

    def subject(times: int) -> None:
        for _ in range(times):
            if forget:
                periods._shifted.cache_clear()
            gs.evaluation_schedule(case, on=ON, until=until, calendar=calendar)

    return subject


def _loading(texts: list[str]) -> Subject:
    def subject(times: int) -> None:
        for _ in range(times):
            for text in texts:
                case = gs.loads(text)
                case.monitor(on=ON)
                gs.evaluation_schedule(case, on=ON, until=case_end(case))

    return subject


def case_end(case: gs.Collaboration) -> date:
    """Return the last day of the term."""
    end = case.dossier.agreements[0].end
    assert end is not None
    return end


def running(days: int = 0) -> gs.Collaboration:
    """Return a partnership that runs for five years, so many days later: its agreement is in force."""
    on = START + timedelta(days=days)
    parties = pps().dossier.parties
    names = tuple(party.id for party in parties)
    end = on.replace(year=on.year + YEARS) - timedelta(days=1)
    case = gs.Collaboration.start(
        gs.PPS, id=f"case-{days}", phase="management", on=on, since=on, reason="a benchmark"
    )
    case = case.record(
        *(gs.PartyJoined(on, party) for party in parties),
        gs.AgreementDrafted(on, "covenant", "covenant", names, names, start=on, end=end),
        *(gs.Met(on + timedelta(days=91 * n), "progress_talk", names) for n in range(1, 8)),
    )
    return case.open(gs.AGREEMENT, track="covenant", phase="in_force", on=on, since=on, reason="a benchmark")
