"""Tables of cases: a portfolio of many, and the checklist of a step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from gezondsamen import arguments
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check
from gezondsamen.exchange.followed import followed
from gezondsamen.exchange.plain import to_dict
from gezondsamen.exchange.tables.table import Cell, Table
from gezondsamen.language import Language, language_of
from gezondsamen.prose import tables as words
from gezondsamen.schedule.calendars import WorkingCalendar
from gezondsamen.schedule.schedule import AHEAD, evaluation_schedule


def portfolio_table(
    collaborations: Iterable[Collaboration],
    *,
    on: date,
    lang: str = "nl",
    calendar: WorkingCalendar | None = None,
) -> Table:
    """Return a row for each collaboration, as it stands on a day.

    Id, title, process, phase and since when, how many parties take part, until when the principal agreement
    runs, watched rules that are not met, how many evaluations are overdue, and the next one within two years.
    Collaborations that begin later are left out.

    Raises `InvalidArgument` for a day that is none, and for what is no collaboration.
    """
    say, day = language_of(lang), arguments.check_day("on", on)
    rows = (_standing(case, day, say, calendar) for case in followed(collaborations, day))
    return Table(say(*words.COLLABORATIONS), words.heads(words.COLLABORATION_HEADS, say), rows)


def _standing(
    case: Collaboration, on: date, say: Language, calendar: WorkingCalendar | None
) -> tuple[Cell, ...]:
    dossier = case.dossier.as_of(on)
    track = dossier.track("main")
    watch = case.monitor(on=on, calendar=calendar)
    moments = evaluation_schedule(case, on=on, until=AHEAD.after(on), calendar=calendar)
    ahead = (m for m in moments if m.on >= on and m.status in ("open", "planned", "provisional"))
    coming = next(ahead, None)
    principal = dossier.principal
    return (
        case.id,
        case.title,
        say.label(case.process.label),
        say.label(case.process.phase(track.phase).label),
        track.entered[0],
        len(case.parties(on=on)),
        None if principal is None else principal.end,
        "; ".join(row.requirement.code for row in watch.found),
        len(watch.overdue),
        None if coming is None else coming.on,
        None if coming is None else say.label(coming.point.label),
    )


def checklist_table(check: Check, *, lang: str = "nl") -> Table:
    """Return what a step asks, a row for each rule: how it stands, what is missing, what to do, and why."""
    arguments.check("check", check, Check, "a check, as of collaboration.check")
    say = language_of(lang)
    plain: Any = to_dict(check, lang)
    rows = [
        (
            row["code"],
            row["name"],
            row["status_label"],
            "\n".join(row["lines"]),
            "\n".join(row["remedy"]["lines"]) if row["remedy"] else None,
            "; ".join(source["text"] for source in row["sources"]),
        )
        for row in plain["outcomes"]
    ]
    name = f"{plain['trigger']['label']} {check.on}"
    return Table(name, words.heads(words.CHECKLIST_HEADS, say), rows)
