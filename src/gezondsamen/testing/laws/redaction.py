"""The law of redaction: what was forgotten stands in nothing that is told afterwards.

It prints everything there is to print, so that it is asked at the end and not after every step.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.facts import Stated, TrackOpened
from gezondsamen.dossier.journal import Journal
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import MissingExtra
from gezondsamen.exchange import dumps, to_dict, to_html, to_ics
from gezondsamen.language import LANGUAGES
from gezondsamen.redaction import Part, rewritten
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.laws.demand import demand

MARK: Final = "Zq7Jansen"
"""A name that no text of the library holds."""

_STAMP: Final = datetime(2024, 1, 8, tzinfo=UTC)
_AHEAD: Final = timedelta(days=800)


def redactions_leave_no_trace(case: Collaboration, day: date) -> None:
    """A name in every text, or in every id as well, is gone from every output once it is redacted."""
    for parts in (("text",), ("text", "id", "person")):
        marked = with_mark(case, *parts)
        demand(bool(marked.mentions(MARK)), "what is written can be found", parts)
        gone = marked.redact(text=MARK.lower())
        demand(not gone.mentions(MARK), "what is redacted is mentioned nowhere", parts)
        demand(gone.visits == case.visits, "redacting moves no phase", parts)
        # The ids are the same where texts alone went: events that were sent are known again there.
        told = calendars(gone, day, before=marked) if parts == ("text",) else outputs(gone, day)
        for name, text in told:
            at = text.casefold().find(MARK.casefold())
            demand(at < 0, "what is redacted is told nowhere", name, text[max(0, at - 60) : at + 60])


def redactions_reach_every_field(case: Collaboration, day: date) -> None:
    """A name goes from a statement, the reason of a correction and their authors, however it is typed."""
    topics = [key for process in case.processes for key in process.vocabulary.get("topic", ())]
    latest = max(day, *(entry.fact.on for entry in case.entries_after(0)))
    if not topics:
        return
    said = Stated(latest, topics[0], f"… {MARK}")
    marked = case.record(said, by=MARK).correct(case.version + 1, None, reason=f"… {MARK}", by=f"u-{MARK}")
    for typed in (MARK.lower(), MARK.upper()):
        demand(bool(marked.mentions(typed)), "what is written is found in capitals or not", typed)
        left = dumps(marked.redact(text=typed)).casefold().count(MARK.casefold())
        demand(not left, "what is redacted stands nowhere in the journal", typed, left)
    gone = marked.redact(person=f"u-{MARK}")
    demand(f"u-{MARK}" not in dumps(gone), "an author that is redacted stands nowhere in the journal")


def with_mark(case: Collaboration, *parts: Part) -> Collaboration:
    """Return a case that bears the mark in every text of these parts."""

    def write(part: Part, text: str) -> str:
        if part not in parts or not text or text == MAIN:
            return text
        return f"{text} {MARK}" if part == "text" else "+".join(f"{one}-{MARK}" for one in text.split("+"))

    entries = (rewritten(entry, write) for entry in case.dossier.journal)
    marked = Collaboration(case.processes, Dossier(Journal.of(entries)))
    opening = marked.dossier.journal.first
    assert isinstance(opening.fact, TrackOpened)
    titled = attrs.evolve(opening, fact=attrs.evolve(opening.fact, title=f"{case.title} {MARK}"))
    return Collaboration(case.processes, Dossier(Journal.of((titled, *marked.entries_after(1)))))


def outputs(case: Collaboration, day: date) -> Iterator[tuple[str, str]]:
    """Yield (name, text) for everything that is told of a case on a day."""
    yield "dumps", dumps(case)
    yield "repr", repr(case)
    schedule = evaluation_schedule(case, on=day, until=day + _AHEAD)
    yield "schedule", dumps(schedule) + repr(schedule)
    for lang in LANGUAGES:
        yield f"page in {lang}", to_html(case, on=day, lang=lang)
        yield f"timeline in {lang}", "\n".join(map(str, case.timeline(lang)))
        yield f"digest in {lang}", case.digest(on=day).text(lang)
        yield f"plain data in {lang}", repr((to_dict(case, lang), to_dict(schedule, lang)))
        for track in case.tracks:
            watch = case.monitor(on=day, track=track)
            yield f"watch in {lang}", watch.explain(lang) + repr(to_dict(watch, lang))
            for check in case.options(on=day, track=track).values():
                yield f"check in {lang}", check.explain(lang) + repr(to_dict(check, lang))
        yield f"review in {lang}", "".join(check.explain(lang) for check in case.review())
        yield f"due in {lang}", repr([to_dict(due, lang) for due in case.due(on=day)])
    yield from calendars(case, day)


def calendars(
    case: Collaboration, day: date, *, before: Collaboration | None = None
) -> Iterator[tuple[str, str]]:
    """Yield (name, text) for the calendars of a case, where icalendar is installed.

    `before` is the case as it was when its calendar was sent, with more moments than there are now.
    """
    schedule = evaluation_schedule(case, on=day, until=day + _AHEAD)
    if before is not None:
        schedule = attrs.evolve(schedule, moments=schedule.moments[::2])
    for lang in LANGUAGES:
        try:
            sent = None
            if before is not None:
                more = evaluation_schedule(before, on=day, until=day + _AHEAD)
                sent = to_ics(more, stamp=_STAMP, lang=lang, processes=case.processes)
            told = to_ics(schedule, stamp=_STAMP, previous=sent, lang=lang, processes=case.processes)
        except MissingExtra:
            return
        yield f"calendar in {lang}", told.replace("\r\n ", "")
