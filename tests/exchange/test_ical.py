"""Calendars: a schedule as iCalendar text, read back by other people's readers."""

from __future__ import annotations

import builtins
import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.exchange import to_ics
from gezondsamen.language import capitalised
from gezondsamen.process.evaluation_points import OnPhase
from gezondsamen.schedule.moments import Schedule
from tests.support.builders import CITED, label, later
from tests.support.profiles import examples

icalendar = pytest.importorskip("icalendar")

STAMP = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TITLE = "Haven in beweging; 0–19 jaar, \\o/ “één”"


def running(*facts: gs.Fact, process: gs.Process = gs.PPS, title: str = TITLE) -> gs.Collaboration:
    """Return a partnership that runs since 2019, under an agreement with a term."""
    case = gs.Collaboration.start(
        process,
        id="haven",
        title=title,
        on=date(2024, 3, 1),
        phase="management",
        since=date(2019, 5, 1),
        reason="Liep al.",
    )
    start = date(2019, 5, 1)
    return case.record(
        gs.PartyJoined(start, gs.Party(id="gemeente", name="Gemeente Waterstad", kind="municipality")),
        gs.PartyJoined(start, gs.Party(id="havenbedrijf", name="Havenbedrijf", kind="business")),
        gs.AgreementDrafted(
            date(2022, 1, 10), "convenant", "covenant", start=date(2022, 1, 1), end=date(2027, 12, 31)
        ),
        *facts,
    )


OWN = attrs.evolve(
    gs.PPS,
    key="pps-own",
    evaluation_points=(
        *gs.PPS.evaluation_points,
        gs.EvaluationPoint(
            key="own_talk",
            label=label("eigen gesprek"),
            kind="progress_talk",
            anchor=OnPhase("management"),
            every=gs.Every(months=3),
            citation=CITED,
            choice=label("Regel één.\nRegel twee; met, tekens\\."),
        ),
    ),
)
"""A partnership that talks every three months from the day on which its management began."""

OWN_CASE = running(process=OWN)
"""A case with many moments: adopted in management, with a term, and with a point of its own."""


def scheduled(
    case: gs.Collaboration = OWN_CASE,
    on: date = date(2024, 3, 1),
    until: date = date(2028, 12, 31),
    **more: Any,
) -> Schedule:
    return gs.evaluation_schedule(case, on=on, until=until, **({"calendar": gs.WEEKENDS} | more))


def on_days(*days: date) -> Schedule:
    """Return a schedule with planned moments on these days."""
    pattern = next(m for m in scheduled() if m.status == "planned")
    moments = [attrs.evolve(pattern, id=f"haven/main/p/{n}", on=day) for n, day in enumerate(days)]
    return Schedule("haven", TITLE, date(2024, 1, 1), date(2030, 1, 1), tuple(moments))


def events(text: str) -> dict[str, Any]:
    """Return the events of a text by UID, none twice."""
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert all(not event.errors for event in found)
    by_uid = {str(event["UID"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def sequences(text: str) -> dict[str, int]:
    return {uid: int(event["SEQUENCE"]) for uid, event in events(text).items()}


def uid(moment: Any) -> str:
    return f"{moment.id}@gezondsamen"


schedules = st.builds(
    lambda case, on, until, calendar, direction: gs.evaluation_schedule(
        case,
        on=later(on, date(2024, 3, 1)),
        until=later(on + until, date(2024, 3, 1)),
        **calendar,
        **direction,
    ),
    case=st.sampled_from((OWN_CASE, running())),
    on=st.integers(0, 1500),
    until=st.integers(0, 2500),
    calendar=st.sampled_from(({}, {"calendar": gs.WEEKENDS}, {"calendar": gs.DutchCalendar("midden")})),
    direction=st.sampled_from(({}, {"direction": "preceding"})),
)


# --- days and texts --------------------------------------------------------------------------------


@given(schedules, st.sampled_from(("nl", "en", "en-GB")))
def test_reading_back_gives_the_same_moments(schedule: Schedule, lang: str) -> None:
    """Each moment is one event with its own UID, on its day, with its label, reason, source and status."""
    text = to_ics(schedule, stamp=STAMP, lang=lang)
    found = events(text)
    assert list(found) == [uid(moment) for moment in schedule]
    for moment in schedule:
        event = found[uid(moment)]
        assert event["DTSTART"].dt == moment.on
        assert type(event["DTSTART"].dt) is date
        assert event["DTEND"].dt == moment.on + timedelta(days=1)
        assert str(event["SUMMARY"]) == f"{TITLE}: {moment.point.label.text(lang)}"
        described = str(event["DESCRIPTION"])
        for part in (moment.reason(lang), moment.point.citation.text(), moment.point.citation.address):
            assert part in described
        for words in (moment.point.instrument, moment.point.evaluator, moment.point.choice):
            assert words is None or words.text(lang) in described
        assert str(event["STATUS"]) == ("TENTATIVE" if moment.status == "provisional" else "CONFIRMED")
        assert event["DTSTAMP"].dt == STAMP
        assert event["SEQUENCE"] == 0


@given(schedules, st.times(), st.sampled_from(("Europe/Amsterdam", "America/Curacao", "Europe/Dublin")))
def test_a_wall_clock_time_reads_back(schedule: Schedule, at: time, tz: str) -> None:
    """With a time, each event begins on the day of its moment, at that time or the first that exists."""
    at = at.replace(microsecond=0)
    text = to_ics(schedule, stamp=STAMP, at=at, tz=tz, duration=timedelta(minutes=90))
    found = events(text)
    for moment in schedule:
        event = found[uid(moment)]
        start = event["DTSTART"].dt
        assert event["DTSTART"].params["TZID"] == tz
        assert start.date() == moment.on
        assert start.time() >= at
        assert start.astimezone(UTC).astimezone(ZoneInfo(tz)) == start
        end = event["DTEND"].dt
        assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(minutes=90)
        assert end.tzinfo == UTC or event["DTEND"].params["TZID"] == tz
        assert "DURATION" not in event


@given(schedules)
def test_the_same_input_gives_the_same_bytes(schedule: Schedule) -> None:
    """What is written depends on the arguments only, whatever the zone the stamp is told in."""
    other = STAMP.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert to_ics(schedule, stamp=STAMP) == to_ics(schedule, stamp=other)
    once = to_ics(schedule, stamp=STAMP, at=time(9, 30))
    assert once == to_ics(schedule, stamp=STAMP, at=time(9, 30))


def test_the_calendar_has_a_name_and_is_nobodys_invitation() -> None:
    """The file names its maker and its case; without an organiser it has no method, and asks no answer."""
    text = to_ics(scheduled(), stamp=STAMP)
    calendar = icalendar.Calendar.from_ical(text)
    assert "METHOD" not in calendar
    assert str(calendar["VERSION"]) == "2.0"
    assert "gezondsamen" in str(calendar["PRODID"])
    escaped = TITLE.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    for name in ("NAME", "X-WR-CALNAME"):
        assert f"\r\n{name}:{escaped}\r\n" in text
    assert not re.search("ORGANIZER|ATTENDEE|CONTACT", text)


def test_a_case_without_a_title_has_events_with_one() -> None:
    """Without a title the label of the point stands alone, with a capital."""
    schedule = scheduled(running(title=""))
    found = events(to_ics(schedule, stamp=STAMP))
    for moment in schedule:
        assert str(found[uid(moment)]["SUMMARY"]) == capitalised(moment.point.label.nl)


@given(st.text(max_size=80))
@example("a\x07b\tc\x85d")
def test_any_title_makes_a_calendar(title: str) -> None:
    """Lines hold 75 bytes at most and end as RFC 5545 asks, whatever signs a title has."""
    text = to_ics(attrs.evolve(scheduled(), title=title), stamp=STAMP)
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]", "".join(lines))
    assert len(events(text)) == len(scheduled())
    kept = str(next(iter(events(text).values()))["SUMMARY"])
    assert not title.isalnum() or kept.startswith(f"{title}: ")


def test_nothing_personal_is_inside() -> None:
    """Names of parties, and ids of who recorded, stay out of the calendar."""
    text = to_ics(scheduled(), stamp=STAMP).replace("\r\n ", "")
    assert "Gemeente Waterstad" not in text
    assert "Havenbedrijf" not in text


def test_categories_name_the_process_and_the_kind() -> None:
    """The process is named where it is given; the kind always."""
    named = events(to_ics(scheduled(), stamp=STAMP, processes=OWN_CASE.processes)).values()
    assert {str(e["CATEGORIES"].cats[0]) for e in named} == {OWN.label.nl}
    unnamed = events(to_ics(scheduled(), stamp=STAMP, processes=()))
    for moment in scheduled():
        assert [str(c) for c in unnamed[uid(moment)]["CATEGORIES"].cats] == [moment.point.kind]
    other = events(to_ics(scheduled(), stamp=STAMP, processes=(gs.INTEGRAL,)))
    for found in (events(to_ics(scheduled(), stamp=STAMP, processes=OWN_CASE.processes)), other):
        for moment in scheduled():
            term = gs.PPS.term("evaluation_kind", moment.point.kind)
            assert term is not None
            assert str(found[uid(moment)]["CATEGORIES"].cats[-1]) == term.label.nl
    assert {len(event["CATEGORIES"].cats) for event in other.values()} == {1}


@given(schedules, st.lists(st.integers(0, 400), max_size=3))
def test_only_what_is_still_to_come_reminds(schedule: Schedule, days: list[int]) -> None:
    """Planned and open moments remind as many days before as asked, at an hour at which people wake;
    held, late and unsure ones never.
    """
    found = events(to_ics(schedule, stamp=STAMP, alarm_days=days, alarm_at=time(8, 30)))
    timed = events(to_ics(schedule, stamp=STAMP, alarm_days=days, at=time(10)))
    half_past_eight = timedelta(hours=8, minutes=30)
    for moment in schedule:
        coming = moment.status in ("planned", "open")
        for text, hour in ((found, half_past_eight), (timed, timedelta())):
            alarms = {a["TRIGGER"].dt for a in text[uid(moment)].walk("VALARM")}
            assert alarms == ({hour - timedelta(days=n) for n in days} if coming else set())


def test_calendars_count_whole_seconds() -> None:
    """Parts of a second are left out of stamps, times and periods: no calendar can hold them."""
    part = timedelta(microseconds=7)
    given: dict[str, Any] = {"at": time(9), "duration": timedelta(minutes=90), "refresh": timedelta(hours=6)}
    more = {"duration": given["duration"] + part, "refresh": given["refresh"] + part}
    exact = to_ics(scheduled(), stamp=STAMP, **given)
    assert to_ics(scheduled(), stamp=STAMP + part, **more, at=time(9, 0, 0, 7)) == exact


def test_a_reminder_may_come_on_the_day_itself() -> None:
    """No day before is a day: the calendar reminds at the hour that is asked for."""
    (event,) = events(to_ics(on_days(date(2024, 5, 1)), stamp=STAMP, alarm_days=(0, 0))).values()
    assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == [timedelta(hours=9)]


def test_a_reminder_says_of_what() -> None:
    """Each reminder is shown, under the title of its event."""
    for event in events(to_ics(scheduled(), stamp=STAMP, alarm_days=(7, 14))).values():
        for alarm in event.walk("VALARM"):
            assert (str(alarm["ACTION"]), alarm["DESCRIPTION"]) == ("DISPLAY", event["SUMMARY"])


def test_the_last_day_of_the_calendar_has_an_event() -> None:
    """The day before it ends the day after; the last day has no day after it on which to end."""
    days = (date(9999, 12, 30), date(9999, 12, 31))
    before, last = events(to_ics(on_days(*days), stamp=STAMP, alarm_days=())).values()
    assert before["DTEND"].dt == last["DTSTART"].dt == date.max
    assert "DTEND" not in last
    text = to_ics(on_days(*days), stamp=STAMP, at=time(23, 30), alarm_days=())
    assert ["DTEND" in event for event in events(text).values()] == [True, False]
    west = to_ics(on_days(*days), stamp=STAMP, at=time(22), tz="America/Curacao", alarm_days=())
    assert "DTSTART;TZID=America/Curacao:99991231T220000" in west  # in UTC no calendar has it


def test_a_feed_says_how_often_it_is_fetched() -> None:
    """Both the standard's property and the one that Outlook reads hold the period."""
    lines = to_ics(scheduled(), stamp=STAMP, refresh=timedelta(hours=6)).splitlines()
    assert {"REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"} <= set(lines)


# --- summer time ------------------------------------------------------------------------------------


def test_a_time_that_does_not_exist_becomes_the_next_that_does() -> None:
    """On 31 March 2024 the clock goes from 02:00 to 03:00; on 27 October 02:30 comes twice: the first."""
    text = to_ics(on_days(date(2024, 3, 31), date(2024, 10, 27)), stamp=STAMP, at=time(2, 30))
    spring, autumn = (e["DTSTART"].dt for e in events(text).values())
    assert spring == datetime(2024, 3, 31, 3, 0, tzinfo=AMSTERDAM)
    assert spring.astimezone(UTC).hour == 1
    assert autumn.replace(tzinfo=None) == datetime(2024, 10, 27, 2, 30)  # noqa: DTZ001
    assert autumn.astimezone(UTC) == datetime(2024, 10, 27, 0, 30, tzinfo=UTC)


def test_an_end_in_the_hour_that_comes_twice_is_no_beginning() -> None:
    """From 02:30 on 27 October 2024 an hour later it is 02:30 again: the end is told in UTC."""
    text = to_ics(on_days(date(2024, 10, 27)), stamp=STAMP, at=time(2, 30))
    assert "DTSTART;TZID=Europe/Amsterdam:20241027T023000" in text
    assert "DTEND:20241027T013000Z" in text


def onsets(text: str) -> list[tuple[datetime, timedelta]]:
    """Return the onsets of offsets in the VTIMEZONE of a text, the latest first."""
    zone = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")[0]
    return sorted(
        (
            (start, part["TZOFFSETTO"].td)
            for part in zone.subcomponents
            for start in (part["DTSTART"].dt, *(d.dt for d in getattr(part.get("RDATE"), "dts", ())))
        ),
        reverse=True,
    )


@pytest.mark.parametrize("tz", ["Europe/Amsterdam", "America/New_York", "Australia/Sydney"])
@pytest.mark.parametrize("year", [2024, 2039])
def test_the_zone_in_the_file_agrees_with_the_zone(tz: str, year: int) -> None:
    """A reader that knows zones from the file only finds the offset at every hour that comes once."""
    zone, hour = ZoneInfo(tz), timedelta(hours=1)
    text = to_ics(on_days(date(year, 1, 1), date(year, 12, 31)), stamp=STAMP, at=time(0), tz=tz)
    found = onsets(text)
    instant = datetime(year, 1, 1, tzinfo=zone).astimezone(UTC)
    while (local := instant.astimezone(zone)).year == year:
        twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
        wall = local.replace(tzinfo=None)
        if not twice:
            assert next(offset for start, offset in found if start <= wall) == local.utcoffset(), wall
        instant += hour


def test_the_zone_in_the_file_is_told_for_all_years_of_its_events() -> None:
    """From the first to the last event, its end included, each year's onsets stand in the file."""
    for days, at, years in (
        ((date(2027, 5, 1), date(2025, 5, 1)), time(9), {2025, 2026, 2027}),
        ((date(2025, 12, 31),), time(23, 30), {2025, 2026}),
        ((date(2025, 12, 31),), time(22, 30), {2025}),
    ):
        text = to_ics(on_days(*days), stamp=STAMP, at=at)
        assert {start.year for start, _ in onsets(text)} == years


def test_only_a_time_needs_a_zone() -> None:
    """Events that last the day name no zone; events at a time name theirs once."""
    assert "VTIMEZONE" not in to_ics(scheduled(), stamp=STAMP)
    assert to_ics(scheduled(), stamp=STAMP, at=time(9)).count("BEGIN:VTIMEZONE") == 1


# --- what was sent before ---------------------------------------------------------------------------


@given(schedules, st.none() | st.times())
def test_what_did_not_change_keeps_its_number(schedule: Schedule, at: time | None) -> None:
    """The same schedule sent again, at another moment, is the same but for the stamp."""
    first = to_ics(schedule, stamp=STAMP, at=at)
    again = to_ics(schedule, stamp=STAMP + timedelta(days=1), at=at, previous=first)
    assert again.replace("DTSTAMP:20240302", "DTSTAMP:20240301") == first


@settings(max_examples=examples(25))
@given(schedules, schedules)
def test_what_changed_is_raised_and_what_went_is_cancelled(one: Schedule, two: Schedule) -> None:
    """A moment keeps its UID: changed, its number rises; gone, it is cancelled once; back, it rises again."""
    first = to_ics(one, stamp=STAMP)
    second = to_ics(two, stamp=STAMP, previous=first)
    mine, theirs = ({m.id: m for m in s} for s in (two, one))
    sent, fresh = events(first), events(to_ics(two, stamp=STAMP))
    for key, event in events(second).items():
        ident = key.removesuffix("@gezondsamen")
        if ident not in mine:
            assert str(event["STATUS"]) == "CANCELLED"
            assert event["SEQUENCE"] == 1
            assert event["DTSTART"].dt == theirs[ident].on
            assert not event.walk("VALARM")
            continue
        changed = ident in theirs and fresh[key].to_ical() != sent[key].to_ical()
        assert event["SEQUENCE"] == int(changed)
        assert ident not in theirs or mine[ident].on == theirs[ident].on or changed
    assert events(second).keys() == {f"{ident}@gezondsamen" for ident in mine.keys() | theirs.keys()}
    third = to_ics(two, stamp=STAMP, previous=second)
    assert list(events(third)) == [uid(moment) for moment in two]
    assert sequences(third).items() <= sequences(second).items()
    fourth = to_ics(one, stamp=STAMP, previous=third)
    back = {uid(moment) for moment in one if moment.id not in mine}
    assert {number for key, number in sequences(fourth).items() if key in back} <= {2}
    assert {str(event["STATUS"]) for key, event in events(fourth).items() if key in back} <= {
        "CONFIRMED",
        "TENTATIVE",
    }


def test_a_moved_date_keeps_its_uid() -> None:
    """When the term is prolonged, the same event moves: one UID, another day, a higher number."""
    longer = OWN_CASE.record(gs.AgreementRevised(date(2024, 4, 2), "convenant", end=date(2028, 6, 30)))
    before = scheduled(on=date(2024, 4, 2))
    after = scheduled(longer, on=date(2024, 4, 2))
    first = to_ics(before, stamp=STAMP)
    second = to_ics(after, stamp=STAMP, previous=first)
    moved = {m.id: m.on for m in after}
    changed = [m for m in before if moved.get(m.id, m.on) != m.on]
    assert changed
    for moment in changed:
        assert events(second)[uid(moment)]["DTSTART"].dt == moved[moment.id]
        assert sequences(second)[uid(moment)] == 1


def test_what_was_held_or_is_late_stays() -> None:
    """A moment that was held, or that is overdue, is not cancelled; it says so and stops to remind."""
    late = scheduled(on=date(2025, 2, 1))
    held = scheduled(OWN_CASE.record(gs.EvaluationHeld(date(2024, 12, 31), "midterm")), on=date(2025, 2, 1))
    first = to_ics(scheduled(), stamp=STAMP)
    for schedule, status, word in ((late, "overdue", "te laat"), (held, "held", "gehouden")):
        text = to_ics(schedule, stamp=STAMP, previous=first)
        assert "CANCELLED" not in text
        moment = next(m for m in schedule if m.point.key == "midterm_review")
        assert moment.status == status
        assert f"Stand: {word}" in str(events(text)[uid(moment)]["DESCRIPTION"])


def test_a_time_of_day_that_goes_leaves_its_zone_to_what_is_cancelled() -> None:
    """A cancelled event keeps the time it was sent with, and the file the zone of that time."""
    first = to_ics(scheduled(), stamp=STAMP, at=time(9, 30))
    text = to_ics(attrs.evolve(scheduled(), moments=()), stamp=STAMP, previous=first)
    assert {e["DTSTART"].dt.time() for e in events(text).values()} == {time(9, 30)}
    assert text.count("BEGIN:VTIMEZONE") == 1


def test_what_is_cancelled_bears_the_title_of_today() -> None:
    """Of a moment that is gone the title is that of the case now and of its point, where that is known."""
    first = to_ics(on_days(date(2024, 5, 1)), stamp=STAMP).replace("/p/0", "/midterm_review/1/0")
    emptied = attrs.evolve(on_days(), title="Nieuw")
    for schedule, uid_part, title in (
        (emptied, "/midterm_review/1/0", "Nieuw: tussenevaluatie"),
        (attrs.evolve(emptied, title=""), "/midterm_review/1/0", "Tussenevaluatie"),
        (emptied, "/unheard_of/1/0", "Nieuw"),
        (emptied, "/p/midterm_review/0", "Nieuw"),
    ):
        text = to_ics(schedule, stamp=STAMP, previous=first.replace("/midterm_review/1/0", uid_part))
        (event,) = events(text).values()
        assert str(event["SUMMARY"]) == title
        assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 1)
        assert event["DTSTART"].dt == date(2024, 5, 1)
        assert event["DTEND"].dt == date(2024, 5, 2)
        assert event["DTSTAMP"].dt == STAMP
        assert str(event["X-GEZONDSAMEN-CASE"]) == "haven"


def test_the_number_of_what_is_gone_is_kept_until_it_comes_back() -> None:
    """A cancelled event leaves the file, its number stays in it, and goes when the event is there again."""
    there, away = on_days(date(2024, 5, 1)), attrs.evolve(on_days(), title=TITLE)
    texts = [to_ics(there, stamp=STAMP)]
    for schedule in (away, away, away, there, there):
        texts.append(to_ics(schedule, stamp=STAMP, previous=texts[-1]))
    assert [list(sequences(text).values()) for text in texts] == [[0], [1], [], [], [2], [2]]
    assert [text.count("X-GEZONDSAMEN-GONE") for text in texts] == [0, 0, 1, 1, 0, 0]
    assert "X-SEQUENCE=1:" in texts[2]


def test_what_was_sent_without_a_number_had_none_yet() -> None:
    """An event without a sequence number counts as the first; the highest number is still raised."""
    first = to_ics(on_days(date(2024, 5, 1)), stamp=STAMP)
    for number, then in (("", 1), ("SEQUENCE:1000000000\r\n", 1_000_000_001)):
        before = first.replace("SEQUENCE:0\r\n", number)
        text = to_ics(on_days(date(2024, 5, 2)), stamp=STAMP, previous=before)
        assert set(sequences(text).values()) == {then}


def test_other_cases_in_what_was_sent_are_left_alone() -> None:
    """Events of another case, or of somebody else, are neither cancelled nor counted."""
    other = attrs.evolve(
        scheduled(),
        case="elders",
        moments=tuple(attrs.evolve(m, id=m.id.replace("haven/", "elders/", 1)) for m in scheduled()),
    )
    text = to_ics(scheduled(), stamp=STAMP, previous=to_ics(other, stamp=STAMP))
    assert text == to_ics(scheduled(), stamp=STAMP)


def test_a_case_whose_id_goes_on_is_another() -> None:
    """Ids with slashes: what was sent of 2024/0123/deelzaak is not cancelled by 2024/0123, in any order."""

    def of(case: str) -> Schedule:
        moments = [attrs.evolve(m, id=m.id.replace("haven/", f"{case}/", 1)) for m in scheduled()]
        return attrs.evolve(scheduled(), case=case, moments=tuple(moments))

    one, other = of("2024/0123"), of("2024/0123/deelzaak")
    for mine, theirs in ((one, other), (other, one)):
        shared = to_ics(theirs, stamp=STAMP)
        assert to_ics(mine, stamp=STAMP, previous=shared) == to_ics(mine, stamp=STAMP)
        without = to_ics(attrs.evolve(theirs, moments=()), stamp=STAMP, previous=shared)
        gone = to_ics(attrs.evolve(theirs, moments=()), stamp=STAMP, previous=without)
        assert gone.count("X-GEZONDSAMEN-GONE") == len(scheduled())
        assert to_ics(mine, stamp=STAMP, previous=gone) == to_ics(mine, stamp=STAMP)
        unsaid = re.sub("X-GEZONDSAMEN-CASE:.*\r\n", "", shared)  # as it was sent before it was said
        assert to_ics(mine, stamp=STAMP, previous=unsaid) == to_ics(mine, stamp=STAMP)
        assert sequences(to_ics(theirs, stamp=STAMP, previous=unsaid)).keys() == sequences(shared).keys()


def test_what_was_sent_of_an_agreement_with_slashes_is_counted_on() -> None:
    """A moment of today is found in what was sent before, whatever slashes its id has."""
    moments = [attrs.evolve(m, id=m.id.replace("haven/main/", "haven/2024/pact/", 1)) for m in scheduled()]
    schedule = attrs.evolve(scheduled(), moments=tuple(moments))
    unsaid = re.sub("X-GEZONDSAMEN-CASE:.*\r\n", "", to_ics(schedule, stamp=STAMP))
    assert set(sequences(to_ics(schedule, stamp=STAMP, previous=unsaid)).values()) == {1}


def test_hosts_with_a_domain_share_no_uid() -> None:
    """Each UID ends with the domain that is given, and another domain's events are left alone."""
    mine = to_ics(scheduled(), stamp=STAMP, domain="waterstad.nl")
    theirs = to_ics(scheduled(), stamp=STAMP, domain="havenstad.nl")
    assert set(sequences(mine)) == {f"{m.id}@waterstad.nl" for m in scheduled()}
    assert to_ics(scheduled(), stamp=STAMP, domain="waterstad.nl", previous=theirs) == mine


def test_what_was_sent_before_there_was_a_domain_keeps_its_uid() -> None:
    """Events that calendars know by an old UID are moved and cancelled under it; new ones get the domain."""
    early, late = scheduled(until=date(2025, 12, 31)), scheduled()
    first = to_ics(early, stamp=STAMP)
    second = to_ics(late, stamp=STAMP, domain="waterstad.nl", previous=first)
    old = {uid(m) for m in early}
    assert set(sequences(second)) == old | {f"{m.id}@waterstad.nl" for m in late if uid(m) not in old}
    third = to_ics(attrs.evolve(late, moments=()), stamp=STAMP, domain="waterstad.nl", previous=second)
    assert {str(event["STATUS"]) for event in events(third).values()} == {"CANCELLED"}
    assert events(third).keys() == events(second).keys()
    fourth = to_ics(late, stamp=STAMP, domain="waterstad.nl", previous=third)
    assert events(fourth).keys() == events(second).keys()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hallo",
        "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
        to_ics(scheduled(), stamp=STAMP)[:-30],
        to_ics(scheduled(), stamp=STAMP).replace("SEQUENCE:0", "SEQUENCE:veel"),
        to_ics(scheduled(), stamp=STAMP).replace("CALSCALE:", "X-GEZONDSAMEN-GONE:haven/x\r\nCALSCALE:"),
        to_ics(scheduled(), stamp=STAMP).replace("SEQUENCE:0", "SEQUENCE:-1"),
        to_ics(scheduled(), stamp=STAMP).replace("SEQUENCE:0", "SEQUENCE:1000000001"),
        to_ics(scheduled(), stamp=STAMP).replace("DATE:2024", "DATE:2024-"),
        to_ics(scheduled(), stamp=STAMP).replace("STATUS:", "SUMMARY:nog een\r\nSTATUS:"),
        to_ics(scheduled(), stamp=STAMP).replace("STATUS:", "PRIORITY:veel\r\nSTATUS:"),
        to_ics(scheduled(), stamp=STAMP, at=time(9)).replace("TZID=Europe/", "TZID=Waterstad/"),
        to_ics(scheduled(), stamp=STAMP).replace("DTEND;", "DTEND;TZID=Europe/Waterstad;"),
        to_ics(scheduled(), stamp=STAMP).replace(
            "CALSCALE:", "X-GEZONDSAMEN-GONE;X-SEQUENCE=-1:haven/x\r\nCALSCALE:"
        ),
    ],
    ids=[
        *("empty", "no-calendar", "an-event", "truncated", "bad-number", "bad-memory", "below-nought"),
        *("too-high", "no-day", "two-titles", "no-priority", "no-zone", "a-day-in-a-zone", "bad-remembered"),
    ],
)
def test_what_was_sent_must_be_readable(text: str) -> None:
    """A previous text that is no calendar of ours is refused: numbers are never guessed."""
    with pytest.raises(gs.DocumentError) as caught:
        to_ics(scheduled(), stamp=STAMP, previous=text)
    assert [(p.path, p.code) for p in caught.value.problems] == [("previous", "not-icalendar")]


# --- what is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("not-aware", {"stamp": datetime(2024, 3, 1)}),  # noqa: DTZ001
        ("not-aware", {"stamp": date(2024, 3, 1)}),
        ("not-aware", {"stamp": None}),
        ("not-local", {"at": time(9, tzinfo=UTC)}),
        ("not-local", {"at": "09:30"}),
        ("unknown-zone", {"at": time(9), "tz": "Europe/Waterstad"}),
        ("unknown-zone", {"at": time(9), "tz": "../passwd"}),
        ("unknown-zone", {"at": time(9), "tz": ""}),
        ("not-local", {"alarm_at": time(9, tzinfo=UTC)}),
        ("duration", {"at": time(9), "duration": timedelta(0)}),
        ("duration", {"refresh": timedelta(0)}),
        ("domain", {"domain": ""}),
        ("domain", {"domain": "water stad"}),
        ("domain", {"domain": 3}),
        ("domain", {"domain": "waterstad.nl\n"}),
        ("alarm-days", {"alarm_days": (-1,)}),
        ("alarm-days", {"alarm_days": (1.5,)}),
    ],
)
def test_a_wrong_argument_is_refused(code: str, given: dict[str, Any]) -> None:
    """Each refusal is a value that names what was wrong."""
    with pytest.raises(gs.InvalidArgument) as caught:
        to_ics(scheduled(), **({"stamp": STAMP} | given))
    assert caught.value.code == code


def test_a_stamp_is_mandatory() -> None:
    """No clock is read: without a stamp there is no calendar."""
    with pytest.raises(TypeError, match="stamp"):
        to_ics(scheduled())  # type: ignore[call-arg]


def test_without_the_package_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where icalendar cannot be imported, the call names the extra."""
    real = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.partition(".")[0] == "icalendar":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(gs.MissingExtra) as caught:
        to_ics(scheduled(), stamp=STAMP)
    assert caught.value == gs.MissingExtra("ical", "icalendar")


# --- another reader ---------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [None, time(9, 30)])
def test_another_reader_finds_each_moment_on_its_day(at: time | None) -> None:
    """Asked what is on, month by month, recurring-ical-events names the moments of that month."""
    reader = pytest.importorskip("recurring_ical_events")
    schedule = scheduled()
    calendar = reader.of(icalendar.Calendar.from_ical(to_ics(schedule, stamp=STAMP, at=at)))
    for year in range(2019, 2029):
        for month in range(1, 13):
            found = sorted(str(event["UID"]) for event in calendar.at((year, month)))
            asked = [m for m in schedule if (m.on.year, m.on.month) == (year, month)]
            assert found == sorted(uid(m) for m in asked)
