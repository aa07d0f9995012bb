"""Commands about a case: check a step, explain where it stands, plan, schedule, page."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from typing import Any

import gezondsamen as gs
from gezondsamen import exchange
from gezondsamen.command import clock
from gezondsamen.command.files import case_at, text_at, today, write, write_json, write_text
from gezondsamen.language import language_of
from gezondsamen.schedule.calendars import WorkingCalendar
from gezondsamen.schedule.schedule import AHEAD


def check(options: Namespace) -> bool:
    """Tell whether a step may be taken, and all that is missing; the answer is whether it may."""
    case = case_at(options.case, options)
    found = case.check(options.trigger, on=today(options), track=options.track, about=options.about)
    _answer(options, found, found.explain)
    return found.allowed


def explain(options: Namespace) -> bool:
    """Tell where a case stands: what is watched, and of each step out of its phase what is missing."""
    case, day = case_at(options.case, options), today(options)
    watch = case.monitor(on=day, track=options.track)
    steps = case.options(on=day, track=options.track)

    def told(lang: str) -> str:
        texts = [watch.explain(lang), *(each.explain(lang) for each in steps.values())]
        return "\n\n".join(text.rstrip("\n") for text in texts)

    _answer(options, {"monitor": watch, "options": steps}, told)
    return True


def plan(options: Namespace) -> bool:
    """Tell the shortest way to a phase, and what to record for it; the answer is whether there is one."""
    found = case_at(options.case, options).plan(options.phase, on=today(options), track=options.track)
    _answer(options, found, found.explain)
    return found.found


def schedule(options: Namespace) -> bool:
    """Write the evaluations of a case: as text, as JSON, or as a calendar."""
    case, day = case_at(options.case, options), today(options)
    found = gs.evaluation_schedule(case, on=day, until=_until(options, day), calendar=_calendar(options))
    if options.format == "ics":
        previous = None if options.previous is None else text_at(options.previous).decode(errors="replace")
        text = exchange.to_ics(
            found,
            stamp=clock.moment(),
            previous=previous,
            lang=options.lang,
            at=options.at,
            processes=case.processes,
            **({} if options.domain is None else {"domain": options.domain}),
        )
        write(options, [text])
    elif options.format == "json" or options.json:
        write_json(options, found)
    else:
        say = language_of(options.lang)
        rows = (
            f"{moment.on}  {say.label(moment.point.label)} ({moment.status_text(options.lang)})\n"
            f"            {moment.reason(options.lang)}\n"
            for moment in found
        )
        write_text(options, "".join(rows))
    return True


def page(options: Namespace) -> bool:
    """Write a page that shows how a case stands."""
    case, day = case_at(options.case, options), today(options)
    text = exchange.to_html(
        case,
        on=day,
        lang=options.lang,
        track=options.track,
        until=options.until,
        calendar=_calendar(options),
    )
    write(options, [text])
    return True


def _answer(options: Namespace, value: Any, told: Callable[[str], str]) -> None:
    """Write a value as JSON where that is asked for, else what is told of it in the language."""
    if options.json:
        write_json(options, value)
    else:
        write_text(options, told(options.lang))


def _until(options: Namespace, day: date) -> date:
    return AHEAD.after(day) if options.until is None else options.until


def _calendar(options: Namespace) -> WorkingCalendar:
    """Return the free days: weekends, public holidays if asked for, and school holidays of regions."""
    if options.region:
        first, *others = options.region
        return gs.DutchCalendar(first, also=tuple(others))
    return gs.DutchCalendar() if options.holidays else gs.WEEKENDS
