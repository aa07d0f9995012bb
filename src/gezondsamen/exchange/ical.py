"""Calendars: the moments of a schedule as iCalendar text (RFC 5545). The only door to icalendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from types import ModuleType
from typing import TYPE_CHECKING, Any
from unicodedata import category
from zoneinfo import ZoneInfo

import attrs

from gezondsamen.arguments import check, wrong
from gezondsamen.errors import InvalidArgument, MissingExtra, shown
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
_MINUTE = timedelta(minutes=1)
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
        stamp=_utc(stamp),
        clock=None if at is None else _Clock(_local("at", at), _zone(tz), _period("duration", duration)),
        alarms=_days_before(alarm_days),
        alarm_at=_local("alarm_at", alarm_at),
        refresh=_period("refresh", refresh),
        sender=Sender(_line(schedule.case), (_domain(domain), _DOMAIN)),
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
class _Clock:
    """A wall-clock time in a zone, and how long a moment lasts."""

    at: time
    zone: ZoneInfo
    duration: timedelta

    def on(self, day: date) -> datetime:
        """Return when the clock shows this time on a day, or the first time after it that exists."""
        local = datetime.combine(day, self.at)
        while not self._exists(local):
            local = local.replace(second=0, microsecond=0) + _MINUTE
        return local.replace(tzinfo=self.zone)

    def end(self, start: datetime) -> datetime | None:
        """Return when an event ends; None where no calendar has such a day.

        In UTC where the clock shows that time for the second time: by itself it would say the first.
        """
        try:
            ends = start.astimezone(UTC) + self.duration
            local = ends.astimezone(self.zone)
        except OverflowError:
            return None
        return ends if local.fold else local

    def _exists(self, local: datetime) -> bool:
        try:
            back = local.replace(tzinfo=self.zone).astimezone(UTC).astimezone(self.zone)
        except OverflowError:  # the first or the last day of the calendar: in UTC it lies beyond
            return True
        return back.replace(tzinfo=None, fold=0) == local


@attrs.frozen
class _Form:
    """How events are written: all that is the same for every moment."""

    title: str
    say: Language
    stamp: datetime
    clock: _Clock | None
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


# --- arguments -----------------------------------------------------------------------------------


def _utc(stamp: datetime) -> datetime:
    if not isinstance(stamp, datetime) or stamp.utcoffset() is None:
        raise InvalidArgument(
            "not-aware", f"stamp takes a datetime with a time zone, not {shown(stamp)}", shown(stamp)
        )
    return stamp.astimezone(UTC).replace(microsecond=0)


def _local(name: str, at: time) -> time:
    if not isinstance(at, time) or at.tzinfo is not None:
        message = f"{name} takes a datetime.time without a zone, not {shown(at)}"
        raise InvalidArgument("not-local", message, shown(at))
    return at.replace(microsecond=0, fold=0)


def _zone(tz: str) -> ZoneInfo:
    if isinstance(tz, str):
        with suppress(OSError, ValueError, LookupError):
            return ZoneInfo(tz)
    message = f"tz takes the name of a time zone, like Europe/Amsterdam, not {shown(tz)}"
    raise InvalidArgument("unknown-zone", message, shown(tz))


def _period(name: str, value: timedelta) -> timedelta:
    if not isinstance(value, timedelta) or value < _MINUTE:
        message = f"{name} takes a timedelta of a minute or more, not {shown(value)}"
        raise InvalidArgument("duration", message, shown(value))
    return value - timedelta(microseconds=value.microseconds)


def _domain(domain: str) -> str:
    if not isinstance(domain, str) or _DOMAINS.fullmatch(domain) is None:
        message = f"domain takes a domain name, like waterstad.nl, not {shown(domain)}"
        raise InvalidArgument("domain", message, shown(domain))
    return domain


def _days_before(alarm_days: Iterable[int]) -> tuple[int, ...]:
    if isinstance(alarm_days, str | bytes | type) or not hasattr(alarm_days, "__iter__"):
        raise wrong("alarm_days", "whole days before", alarm_days, InvalidArgument)
    days = tuple(alarm_days)
    for day in days:
        if type(day) is not int or day < 0:
            raise InvalidArgument(
                "alarm-days", f"alarm_days takes whole days before, 0 or more, not {shown(day)}", shown(day)
            )
    return tuple(sorted(set(days), reverse=True))


# --- events --------------------------------------------------------------------------------------


def _event(ical: ModuleType, form: _Form, moment: Moment, uid: str) -> Event:
    event: Event = ical.Event()
    summary = _summary(form, form.say.label(moment.point.label))
    event.add("UID", uid)
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
    event.add("SUMMARY", _line(summary))
    event.add("DESCRIPTION", _plain("\n".join(moment_lines(moment, form.say))))
    event.add("CATEGORIES", _categories(form, moment))
    event.add("STATUS", "TENTATIVE" if moment.status == "provisional" else "CONFIRMED")
    if moment.status in ("planned", "open"):
        hour = form.alarm_at if form.clock is None else time(0)
        for days in form.alarms:
            alarm = ical.Alarm()
            alarm.add("ACTION", "DISPLAY")
            alarm.add("DESCRIPTION", _line(summary))
            alarm.add("TRIGGER", timedelta(hours=hour.hour, minutes=hour.minute) - timedelta(days=days))
            event.add_component(alarm)
    return event


def _cancelled(ical: ModuleType, form: _Form, before: Event) -> Event:
    """Return the last word about a moment that is gone, under the title that the case has now."""
    event: Event = ical.Event()
    for name in _KEPT:
        if name in before:
            event[name] = before[name]
    event.add("SUMMARY", _line(_summary(form, _label_of(form, str(before["UID"])))))
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
        calendar.add(name, ical.vText(form.title))  # icalendar 7 escapes these only when it is told
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


def _plain(text: str) -> str:
    """Return a text without the control signs that no calendar may hold; line breaks stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    return "".join(sign for sign in lines if sign in "\n\t" or category(sign) != "Cc")


def _line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(_plain(text).split("\n"))
