"""Calendars: the moments of a schedule as iCalendar text (RFC 5545). The only door to icalendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from types import ModuleType
from typing import TYPE_CHECKING, Any
from unicodedata import category

import attrs

from gezondsamen.arguments import check
from gezondsamen.errors import InvalidArgument, MissingExtra, shown
from gezondsamen.exchange.ical_times import Clock, days_before, local_time, period, utc, zone
from gezondsamen.exchange.sent_events import Sender, add_gone, add_number, add_owner, count_of, is_off, read
from gezondsamen.exchange.vtimezone import vtimezone
from gezondsamen.language import Language, capitalised, language_of
from gezondsamen.phases import PROCESSES
from gezondsamen.process.process import Process
from gezondsamen.prose.moments import moment_lines
from gezondsamen.questions import by_key
from gezondsamen.schedule.moments import Moment, Schedule

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_DOMAIN = "gezondsamen"
_DOMAINS = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?", re.ASCII)
_DAY = timedelta(days=1)
_MORNING = time(9)
_KEPT = ("UID", "DTSTART", "DTEND", "DURATION")


def to_ics(
    schedule: Schedule,
    *,
    stamp: datetime,
    previous: str | None = None,
    lang: str = "nl",
    at: time | None = None,
    duration: timedelta = timedelta(hours=1),
    tz: str = "Europe/Amsterdam",
    alarm_days: Iterable[int] = (14,),
    alarm_at: time = _MORNING,
    domain: str = _DOMAIN,
    refresh: timedelta = _DAY,
    processes: Iterable[Process] | None = None,
) -> str:
    """Return the moments of a schedule as the text of an iCalendar file: one event for each.

    `stamp` is the aware moment at which the text is made. `previous` is the text made before for this
    case: from it come the sequence numbers, and a moment that is gone is sent once as cancelled. Keep
    what this returns, and give it the next time.

    An event lasts the day, or `duration` from the wall-clock time `at` in the zone `tz`; a time that
    the clock skips on that day becomes the next that exists, one that comes twice is the first.
    `alarm_days` says how many days before a planned or open moment the calendar reminds; empty: never.
    It reminds at the time of the event, and at `alarm_at` of one that lasts the day.

    `domain` ends the UID of each event: give a domain name of your own, lest another host sends events
    under the same UID. What `previous` holds under `gezondsamen`, the default, keeps its UID. `refresh`
    is how often a calendar that subscribed to the file is asked to fetch it.

    `processes` name what a moment is about; when a case has processes of its own, give
    `case.processes`.

    Raises `InvalidArgument` for a stamp that is not aware (code not-aware), a time that is, an unknown
    zone, no domain name, a duration or a number of days that is too small, a language without texts;
    `DocumentError` when `previous` cannot be read; `MissingExtra` when the package icalendar is
    missing. Needs the extra `ical`.

    >>> from datetime import date, datetime, timezone
    >>> import gezondsamen as gs
    >>> day = date(2024, 1, 8)
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", title="Waterstad beweegt", on=day)
    >>> schedule = gs.evaluation_schedule(case, on=day, until=day)
    >>> text = to_ics(schedule, stamp=datetime(2024, 1, 8, 9, tzinfo=timezone.utc))
    >>> "X-WR-CALNAME:Waterstad beweegt" in text.splitlines()
    True
    """
    check("schedule", schedule, Schedule, "a schedule, as of evaluation_schedule")
    ical = _icalendar()
    form = _Form(
        title=_line(schedule.title),
        say=language_of(lang),
        stamp=utc(stamp),
        clock=None if at is None else Clock(local_time("at", at), zone(tz), period("duration", duration)),
        alarms=days_before(alarm_days),
        alarm_at=local_time("alarm_at", alarm_at),
        refresh=period("refresh", refresh),
        sender=Sender(
            case=_line(schedule.case),
            domains=(_domain(domain), _DOMAIN),
            moments=frozenset(_line(moment.id) for moment in schedule),
        ),
        processes=tuple((PROCESSES if processes is None else by_key(processes)).values()),
    )
    sent = read(ical, previous, form.sender)
    uids = {moment.id: sent.uid(_line(moment.id), form.sender) for moment in schedule}
    new = {uids[moment.id]: _event(ical, form, moment, uids[moment.id]) for moment in schedule}
    for uid, event in new.items():
        add_number(ical, event, uid, sent)
    left = {uid: event for uid, event in sent.events.items() if uid not in new}
    off = [_cancelled(ical, form, left[uid]) for uid in sorted(left) if not is_off(left[uid])]
    gone = {uid: count for uid, count in sent.gone.items() if uid not in new}
    gone |= {uid: count_of(event) for uid, event in left.items() if is_off(event)}
    return _calendar(ical, form, [*new.values(), *off], gone)


@attrs.frozen
class _Form:
    """How events are written: all that is the same for every moment."""

    title: str
    say: Language
    stamp: datetime
    clock: Clock | None
    alarms: tuple[int, ...]
    alarm_at: time
    refresh: timedelta
    sender: Sender
    processes: tuple[Process, ...]


def _icalendar() -> ModuleType:
    try:
        import icalendar
    except ImportError:
        raise MissingExtra("ical", "icalendar") from None
    return icalendar


def _domain(domain: str) -> str:
    if not isinstance(domain, str) or _DOMAINS.fullmatch(domain) is None:
        message = f"domain takes a domain name, like waterstad.nl, not {shown(domain)}"
        raise InvalidArgument("domain", message, shown(domain))
    return domain


# --- events --------------------------------------------------------------------------------------


def _event(ical: ModuleType, form: _Form, moment: Moment, uid: str) -> Event:
    event: Event = ical.Event()
    summary = _summary(form, form.say.label(moment.point.label))
    event.add("UID", _text(ical, uid))
    add_owner(ical, event, form.sender)
    event.add("DTSTAMP", form.stamp)
    if form.clock is None:
        event.add("DTSTART", moment.on)
        if moment.on < date.max:
            event.add("DTEND", moment.on + _DAY)
        event.add("TRANSP", "TRANSPARENT")
    else:
        start = form.clock.on(moment.on)
        event.add("DTSTART", start)
        end = form.clock.end(start)
        if end is not None:
            event.add("DTEND", end)
    event.add("SUMMARY", _text(ical, _line(summary)))
    event.add("DESCRIPTION", _text(ical, _plain("\n".join(moment_lines(moment, form.say)))))
    event.add("CATEGORIES", [_text(ical, name) for name in _categories(form, moment)])
    event.add("STATUS", "TENTATIVE" if moment.status == "provisional" else "CONFIRMED")
    if moment.status in ("planned", "open"):
        hour = form.alarm_at if form.clock is None else time(0)
        for days in form.alarms:
            alarm = ical.Alarm()
            alarm.add("ACTION", "DISPLAY")
            alarm.add("DESCRIPTION", _text(ical, _line(summary)))
            alarm.add("TRIGGER", timedelta(hours=hour.hour, minutes=hour.minute) - timedelta(days=days))
            event.add_component(alarm)
    return event


def _cancelled(ical: ModuleType, form: _Form, before: Event) -> Event:
    """Return the last word about a moment that is gone, under the title that the case has now."""
    event: Event = ical.Event()
    for name in _KEPT:
        if name in before:
            event[name] = before[name]
    event.add("SUMMARY", _text(ical, _line(_summary(form, _label_of(form, str(before["UID"]))))))
    event.add("DTSTAMP", form.stamp)
    add_owner(ical, event, form.sender)
    event.add("SEQUENCE", count_of(before) + 1)
    event.add("STATUS", "CANCELLED")
    return event


def _summary(form: _Form, label: str) -> str:
    return f"{form.title}: {label}" if form.title and label else form.title or capitalised(label)


def _label_of(form: _Form, uid: str) -> str:
    """Return the label of the point that a UID names (case/track/point/occurrence/n), where it is known.

    What was sent before is not read for it: it may hold what was redacted since.
    """
    parts = uid.rpartition("@")[0].rsplit("/", 3)
    points = (point for process in form.processes for point in process.evaluation_points)
    return next((form.say.label(p.label) for p in points if len(parts) == 4 and p.key == parts[1]), "")


def _categories(form: _Form, moment: Moment) -> list[str]:
    """Return the name of the process, where it is known, and of the kind of evaluation."""
    point, say = moment.point, form.say
    owners = [process for process in form.processes if process.key == moment.process]
    found = [say.label(process.label) for process in owners]
    terms = (process.term("evaluation_kind", point.kind) for process in (*owners, *form.processes))
    term = next((term for term in terms if term is not None), None)
    kind = point.kind if term is None else say.label(term.label)
    return [_line(text) for text in dict.fromkeys((*found, kind))]


# --- the file ------------------------------------------------------------------------------------


def _calendar(ical: ModuleType, form: _Form, events: list[Event], gone: dict[str, int]) -> str:
    calendar: Calendar = ical.Calendar()
    calendar.add("PRODID", f"-//gezondsamen//evaluation schedule//{form.say.code.upper()}")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    for name in ("NAME", "X-WR-CALNAME"):
        calendar.add(name, _text(ical, form.title))  # icalendar 7 escapes these only when it is told
    calendar.add("REFRESH-INTERVAL", ical.vDuration(form.refresh), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", ical.vDuration(form.refresh))
    for uid, count in sorted(gone.items()):
        add_gone(ical, calendar, uid, count, form.sender)
    for tz, days in sorted(_zones(events).items()):
        calendar.add_component(vtimezone(ical, tz, min(days).year, max(days).year))
    for event in events:
        calendar.add_component(event)
    text: str = calendar.to_ical().decode()
    return text


def _zones(events: list[Event]) -> dict[str, list[date]]:
    """Return the days on which events begin and end, for each zone that they name."""
    zones: dict[str, list[date]] = {}
    for event in events:
        for name in ("DTSTART", "DTEND"):
            told: Any = event.get(name)
            if told is not None and "TZID" in told.params:
                zones.setdefault(str(told.params["TZID"]), []).append(told.dt.date())
    return zones


def _text(ical: ModuleType, text: str) -> Any:
    r"""Return a text as a value of icalendar that writes it as it is, a backslash before N included.

    icalendar takes these two signs for the end of a line, although no escaped text is given to it.
    """
    if "\\N" not in text:
        return ical.vText(text)

    class Text(ical.vText):  # type: ignore[misc,name-defined]
        def to_ical(self) -> bytes:
            return rb"\\N".join(ical.vText(part).to_ical() for part in self.split("\\N"))

    return Text(text)


def _plain(text: str) -> str:
    """Return a text without the control signs that no calendar may hold; line breaks stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    return "".join(sign for sign in lines if sign in "\n\t" or category(sign) != "Cc")


def _line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(_plain(text).split("\n"))
