"""The second reading of a schedule, sentence by sentence, in cases so small that the wall calendar judges."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import gezondsamen as gs
from gezondsamen.process.evaluation_points import (
    EvaluationPoint,
    OnAction,
    OnPartyLeft,
    OnPhase,
    OnSchoolYear,
    OnStatement,
    OnTerm,
    OnTrigger,
    Window,
)
from gezondsamen.schedule.calendars import Direction, WorkingCalendar
from gezondsamen.testing.laws.moments import broken_moments
from gezondsamen.testing.reference.schedule import Foresight
from gezondsamen.testing.reference.schedule import schedule as read_again
from gezondsamen.testing.reference.schedule_days import later, school_year_of, window_from, working_day
from tests.support.builders import label, tiny
from tests.support.journeys import Step, begun, joined, journey, own, pact, point

D = date


def read(
    case: gs.Collaboration,
    *,
    on: date,
    until: date,
    calendar: WorkingCalendar | None = None,
    direction: Direction = "following",
) -> Foresight:
    """Return what is read of a case, once it is seen that the library answers the same."""
    assert broken_moments(case, on=on, until=until, calendar=calendar, direction=direction) == ()
    asked = {"on": on, "until": until}
    return read_again(case.processes, case.entries_after(0), **asked, calendar=calendar, direction=direction)


def days(found: Foresight) -> list[str]:
    return [moment.on.isoformat() for moment in found.moments]


def statuses(found: Foresight) -> list[str]:
    return [moment.status for moment in found.moments]


# --- what is counted from, and how ---------------------------------------------------------------------

GO: Step = (D(2024, 2, 1), "go")
MONTHLY = gs.Every(months=1)
YEARLY = gs.Every(years=1)
TERM = pact(D(2024, 1, 1), D(2025, 12, 31))

GOLDEN: list[tuple[str, EvaluationPoint, tuple[gs.Fact | Step, ...], list[str]]] = [
    # the sentence, the point, what happened after 1 January 2024, and the first days through the end of 2026
    ("once, on its day", point(), (), ["2024-01-01"]),
    ("an offset shifts it", point(offset=MONTHLY), (), ["2024-02-01"]),
    (
        "periods are counted from the anchor, not from the last one",
        point(OnStatement("purpose"), every=MONTHLY),
        (gs.Stated(D(2024, 1, 31), "purpose", "…"),),
        ["2024-02-29", "2024-03-31", "2024-04-30"],
    ),
    (
        "an offset shifts the first period",
        point(every=YEARLY, offset=MONTHLY),
        (),
        ["2025-02-01", "2026-02-01"],
    ),
    (
        "so many in each period, spread over the first and repeated from there",
        point(every=YEARLY, min_count=3),
        (),
        ["2024-05-02", "2024-09-01", "2025-01-01", "2025-05-02", "2025-09-01", "2026-01-01"],
    ),
    (
        "from the first entry into a phase; coming back changes nothing",
        point(OnPhase("work"), offset=MONTHLY),
        (GO, (D(2024, 3, 1), "again")),
        ["2024-03-01"],
    ),
    (
        "from every time that a trigger is taken",
        point(OnTrigger("again"), offset=MONTHLY),
        (GO, (D(2024, 3, 1), "again"), (D(2024, 5, 1), "again")),
        ["2024-04-01", "2024-06-01"],
    ),
    (
        "what repeats, from the first time only",
        point(OnTrigger("again"), every=YEARLY),
        (GO, (D(2024, 3, 1), "again"), (D(2024, 5, 1), "again")),
        ["2025-03-01", "2026-03-01"],
    ),
    ("from the start of the term", point(OnTerm("start")), (TERM,), ["2024-01-01"]),
    (
        "counted back from the end",
        point(OnTerm("end"), before_end=gs.Every(months=6)),
        (TERM,),
        ["2025-06-30"],
    ),
    (
        "at a fraction of the term, upwards",
        point(OnTerm("start"), fraction=0.5),
        (pact(D(2024, 1, 1), D(2024, 1, 4)),),
        ["2024-01-03"],
    ),
    (
        "a term as long as it asks",
        point(OnTerm("start"), min_term=gs.Every(years=2)),
        (TERM,),
        ["2024-01-01"],
    ),
    (
        "a day shorter is too short",
        point(OnTerm("start"), min_term=gs.Every(years=2)),
        (pact(D(2024, 1, 1), D(2025, 12, 30)),),
        [],
    ),
    (
        "a term through the last day there is",
        point(OnTerm(), min_term=gs.Every(years=2)),
        (pact(D(2024, 1, 1), date.max),),
        ["2024-01-01"],
    ),
    (
        "two agreements that are principal have no term",
        point(OnTerm("start")),
        (TERM, pact(D(2024, 3, 1), None, agreement="other")),
        [],
    ),
    (
        "what repeats stops on the last day of the term",
        point(every=YEARLY),
        (pact(D(2024, 1, 1), D(2025, 1, 1)),),
        ["2025-01-01"],
    ),
    (
        "from a statement, and from the day through which it is valid",
        point(OnStatement("purpose", "until"), on_events=((OnStatement("purpose"), None),)),
        (gs.Stated(D(2024, 1, 5), "purpose", "…", until=D(2024, 9, 1)),),
        ["2024-01-05", "2024-09-01"],
    ),
    (
        "not from a statement that was taken back",
        point(OnStatement("purpose")),
        (gs.Stated(D(2024, 1, 5), "purpose", "…"), gs.Stated(D(2024, 1, 6), "purpose", "", holds=False)),
        [],
    ),
    (
        "from the due day of an action",
        point(OnAction()),
        (joined("a", D(2024, 1, 1)), gs.ActionAgreed(D(2024, 1, 2), "x", "…", "a", "sport", D(2024, 4, 1))),
        ["2024-04-01"],
    ),
    (
        "from each day on which a party left",
        point(OnPartyLeft()),
        (joined("a", D(2024, 1, 1)), gs.PartyLeft(D(2024, 2, 2), "a")),
        ["2024-02-02"],
    ),
    (
        "one that was succeeded did not leave",
        point(OnPartyLeft()),
        (joined("a", D(2024, 1, 1)), joined("b", D(2024, 1, 1)), gs.PartySucceeded(D(2024, 2, 2), "b", "a")),
        [],
    ),
    (
        "a school year ends with its own last day",
        point(OnSchoolYear()),
        (),
        ["2024-07-31", "2025-07-31", "2026-07-31"],
    ),
    (
        "a window has its moment on its last day",
        point(OnSchoolYear(), window=Window("05-01", "07-15")),
        (),
        ["2024-07-15", "2025-07-15", "2026-07-15"],
    ),
    (
        "a window around New Year ends in the year after",
        point(every=YEARLY, window=Window("12-01", "01-31")),
        (),
        ["2024-01-31", "2025-01-31", "2026-01-31"],
    ),
    (
        "once in a window, however many periods open before it",
        point(every=gs.Every(months=5), window=Window("10-01", "10-31")),
        (),
        ["2024-10-31", "2025-10-31", "2026-10-31"],
    ),
    (
        "so many in each window, the last on its last day",
        point(every=YEARLY, window=Window("05-01", "05-31"), min_count=2),
        (),
        ["2024-05-16", "2024-05-31", "2025-05-16", "2025-05-31", "2026-05-16", "2026-05-31"],
    ),
    (
        "in the phases that it names, on the days of coming and going too",
        point(every=MONTHLY, while_in=("begin",)),
        ((D(2024, 3, 1), "go"),),
        ["2024-02-01", "2024-03-01"],
    ),
    (
        "not after the end",
        point(every=MONTHLY),
        (GO, (D(2024, 3, 15), "finish")),
        ["2024-02-01", "2024-03-01"],
    ),
    (
        "an event gives one moment, which the term does not bound",
        point(OnTerm("end"), on_events=((OnTrigger("go"), gs.Every(years=2)),)),
        (pact(D(2024, 1, 1), D(2024, 6, 30)), GO),
        ["2024-06-30", "2026-02-01"],
    ),
]


@pytest.mark.parametrize(("which", "events", "expected"), [x[1:] for x in GOLDEN], ids=[x[0] for x in GOLDEN])
def test_a_point_has_its_days(
    which: EvaluationPoint, events: tuple[gs.Fact | Step, ...], expected: list[str]
) -> None:
    """Counted by hand, by the reading and by the library, a point has the same days."""
    case = journey(own(which, on=D(2024, 1, 1)), *events)
    today = max(entry.place[0] for entry in case.entries_after(0))
    found = days(read(case, on=today, until=D(2026, 12, 31)))
    assert found[: len(expected) or None] == expected


@pytest.mark.parametrize(
    ("phase", "anchor", "expected"),
    [
        ("work", OnTrigger("go"), ["2024-03-01"]),  # nobody comes there without it
        ("work", OnPhase("begin"), ["2024-03-01"]),  # every track was in its first phase
        ("work", OnTrigger("again"), []),  # may have been taken, or not
        ("begin", OnTrigger("go"), []),  # is still to come
    ],
)
def test_what_a_track_was_adopted_beyond_lies_on_the_day_since_when_it_runs(
    phase: str, anchor: OnTrigger | OnPhase, expected: list[str]
) -> None:
    """Of a track that ran already, that day stands in for what must have happened, and only for that."""
    case = begun(tiny(evaluation_points=(point(anchor),)), phase, D(2024, 3, 1))
    assert days(read(case, on=D(2024, 3, 1), until=D(2026, 1, 1))) == expected


def test_nothing_is_asked_of_the_time_before_a_track_was_adopted() -> None:
    """Counted from the day since when it runs, moments begin on the day on which it was adopted."""
    process = tiny(evaluation_points=(point(every=MONTHLY),))
    case = gs.Collaboration.start(
        process, id="case", on=D(2024, 6, 1), phase="begin", since=D(2024, 1, 15), reason="a test"
    )
    assert days(read(case, on=D(2024, 6, 1), until=D(2024, 8, 1))) == ["2024-06-15", "2024-07-15"]


def test_coming_back_to_a_phase_changes_nothing() -> None:
    """A rest gives no moments, and after it they are counted from the first entry, as before it."""
    plain = tiny()
    begin, work, done = plain.phases
    rest = gs.Phase("rest", label("rust"), kind="suspended")
    process = tiny(
        phases=(begin, work, rest, done),
        transitions=(
            *plain.transitions,
            work.to(rest, "pause", label=label("rust")),
            rest.to(work, "resume", label=label("hervat")),
        ),
        evaluation_points=(
            point(OnPhase("work"), every=MONTHLY),
            point(OnPhase("work"), offset=MONTHLY, key="once"),
        ),
    )
    case = gs.Collaboration.start(process, id="case", on=D(2024, 1, 1))
    case = journey(case, GO, (D(2024, 4, 15), "pause"), (D(2024, 6, 15), "resume"))
    assert days(read(case, on=D(2024, 6, 15), until=D(2024, 8, 31))) == [
        "2024-03-01",
        "2024-03-01",
        "2024-04-01",
        "2024-07-01",
        "2024-08-01",
    ]


def test_a_correction_keeps_the_name_of_what_it_corrects() -> None:
    """A moment that is counted from a corrected statement lies on another day, and keeps its id."""
    case = own(point(OnStatement("purpose")), on=D(2024, 1, 1))
    case = case.record(gs.Stated(D(2024, 2, 1), "purpose", "…"))
    before = read(case, on=D(2024, 5, 1), until=D(2024, 5, 1)).moments
    case = case.correct(2, gs.Stated(D(2024, 3, 1), "purpose", "…"), on=D(2024, 5, 1), reason="a slip")
    after = read(case, on=D(2024, 5, 1), until=D(2024, 5, 1)).moments
    assert [moment.id for moment in before] == [moment.id for moment in after]
    assert [moment.on for moment in (*before, *after)] == [D(2024, 2, 1), D(2024, 3, 1)]


# --- on which day they lie -------------------------------------------------------------------------------

MOVES = [
    # a moment on Saturday 1 June 2024 or, of a window and a term, on their last day; the day it moves to
    ("following", point(offset=gs.Every(months=5)), "2024-06-03"),
    ("preceding", point(offset=gs.Every(months=5)), "2024-05-31"),
    ("following", point(window=Window("05-01", "06-01")), "2024-05-31"),
    ("following", point(OnStatement("purpose"), offset=gs.Every(months=5), topics="rationale"), "2024-05-31"),
]


@pytest.mark.parametrize(("direction", "which", "expected"), MOVES)
def test_a_moment_moves_to_a_working_day(direction: Direction, which: EvaluationPoint, expected: str) -> None:
    """In the direction asked, or the other way where that leaves its window or is too late for an answer."""
    case = own(which, on=D(2024, 1, 1)).record(gs.Stated(D(2024, 1, 1), "purpose", "…"))
    found = read(case, on=D(2024, 1, 1), until=D(2024, 7, 1), calendar=gs.WEEKENDS, direction=direction)
    assert days(found) == [expected]
    assert [moment.original for moment in found.moments] == [D(2024, 6, 1)]


def test_a_moment_of_a_school_year_stays_in_it() -> None:
    """The last day of school year 2020-2021 was a Saturday; the Monday after lies in another school year."""
    case = own(point(OnSchoolYear()), on=D(2020, 9, 1))
    found = read(case, on=D(2020, 9, 1), until=D(2021, 12, 31), calendar=gs.WEEKENDS)
    assert days(found) == ["2021-07-30"]


class Known:
    """Know no free days, and those of 2024 only."""

    known_from = D(2024, 1, 1)
    known_until = D(2024, 12, 31)

    def free(self, day: date) -> gs.Label | None:
        return None


def test_what_lies_beyond_the_calendar_is_provisional() -> None:
    """A moment to come may still move where free days are not known; one that is open or late may not."""
    case = own(point(every=gs.Every(months=8)), on=D(2023, 5, 1))
    found = read(case, on=D(2024, 1, 1), until=D(2025, 12, 31), calendar=Known())
    assert statuses(found) == ["open", "planned", "provisional"]
    assert statuses(read(case, on=D(2024, 1, 2), until=D(2024, 1, 2), calendar=Known())) == ["overdue"]


def test_the_first_and_the_last_day_that_are_known_are_known() -> None:
    """Of four days about the edges of what the calendar knows, the two inside are planned."""
    case = own(point(OnStatement("purpose", "until")), on=D(2023, 1, 1))
    edges = D(2023, 12, 31), D(2024, 1, 1), D(2024, 12, 31), D(2025, 1, 1)
    case = case.record(*(gs.Stated(D(2023, 1, 1), "purpose", "…", until=day) for day in edges))
    found = read(case, on=D(2023, 1, 1), until=D(2026, 1, 1), calendar=Known())
    assert statuses(found) == ["provisional", "planned", "planned", "provisional"]


# --- how they stand --------------------------------------------------------------------------------------

STANDINGS = [
    # the point, and on which days its one moment is planned, open and overdue for the first time
    (point(offset=MONTHLY), D(2024, 1, 1), D(2024, 2, 1), D(2024, 2, 2)),
    (point(window=Window("05-01", "05-31")), D(2024, 1, 1), D(2024, 5, 1), D(2024, 6, 1)),
    (point(OnTerm("end"), before_end=MONTHLY), D(2024, 1, 1), D(2025, 11, 30), D(2026, 1, 1)),
    (point(optional=True, offset=MONTHLY), D(2024, 1, 1), D(2024, 2, 1), None),
]


@pytest.mark.parametrize(("which", "planned", "opened", "late"), STANDINGS)
def test_a_moment_is_planned_then_open_then_overdue(
    which: EvaluationPoint, planned: date, opened: date, late: date | None
) -> None:
    """Until it opens it is planned, through its deadline open, and then overdue, unless it is optional."""
    case = own(which, on=D(2024, 1, 1)).record(TERM)
    until = D(2026, 12, 31)
    assert statuses(read(case, on=planned, until=until)) == ["planned"]
    assert statuses(read(case, on=opened - timedelta(days=1), until=until)) == ["planned"]
    assert statuses(read(case, on=opened, until=until)) == ["open"]
    if late is None:
        assert statuses(read(case, on=until, until=until)) == ["open"]
    else:
        assert statuses(read(case, on=late - timedelta(days=1), until=until)) == ["open"]
        assert statuses(read(case, on=late, until=until)) == ["overdue"]


# --- what answers them -----------------------------------------------------------------------------------

QUARTERLY = point(every=gs.Every(months=3))


def held(on: date, named: str | None = None, kind: str = "periodic", **given: str) -> gs.EvaluationHeld:
    return gs.EvaluationHeld(on, kind, point=named, **given)


ANSWERS: list[tuple[str, tuple[gs.Fact, ...], list[int | None]]] = [
    # the sentence, what happened, and the entries that answer the moments of 1 April and of 1 July 2024
    ("from the first day of the period", (held(D(2024, 1, 2)),), [2, None]),
    ("not on the day that opens it", (held(D(2024, 1, 1)),), [None, None]),
    ("through the end of the next", (held(D(2024, 7, 1)),), [2, None]),
    ("and no longer", (held(D(2024, 7, 2)),), [None, 2]),
    ("one answers one", (held(D(2024, 4, 2)), held(D(2024, 4, 3))), [2, 3]),
    ("of its kind", (held(D(2024, 4, 1), kind="final"),), [None, None]),
    ("or naming the point", (held(D(2024, 4, 1), "look", "final"),), [2, None]),
    ("or the moment", (held(D(2024, 4, 2), "case/main/look/1/2"),), [None, 2]),
    ("before what names none", (held(D(2024, 4, 2)), held(D(2024, 4, 3), "case/main/look/1/1")), [3, 2]),
    ("which it names in vain here", (held(D(2024, 1, 2), "case/main/look/1/2"),), [2, None]),
    ("on every track", (held(D(2024, 4, 1)),), [2, None]),
    ("or on its own", (held(D(2024, 4, 1), track="main"),), [2, None]),
]


@pytest.mark.parametrize(("events", "expected"), [x[1:] for x in ANSWERS], ids=[x[0] for x in ANSWERS])
def test_an_evaluation_answers_a_moment(events: tuple[gs.Fact, ...], expected: list[int | None]) -> None:
    """An evaluation of the kind, or one that names it, answers a moment whose window holds its day."""
    case = own(QUARTERLY, on=D(2024, 1, 1)).record(*events)
    found = read(case, on=D(2024, 8, 1), until=D(2024, 8, 1))
    assert [moment.held_in for moment in found.moments] == expected


def test_what_answers_another_moment_than_it_names_is_told() -> None:
    """Named too early, the second moment is not answered: the first is."""
    case = own(QUARTERLY, on=D(2024, 1, 1)).record(held(D(2024, 1, 2), "case/main/look/1/2"))
    found = read(case, on=D(2024, 8, 1), until=D(2024, 8, 1))
    assert found.elsewhere == ((2, "case/main/look/1/2", "case/main/look/1/1"),)


def test_a_contact_answers_what_its_kind_is_named_for() -> None:
    """None named, it is the kind of contact with the key of the kind of evaluation."""
    talk = gs.Met(D(2024, 2, 1), "progress_talk", ("a",))
    for which, answer in [
        (point(kind="progress_talk", offset=MONTHLY), 3),
        (point(kind="progress_talk", contacts="plenary", offset=MONTHLY), None),
        (point(contacts=("plenary", "progress_talk"), offset=MONTHLY), 3),
    ]:
        case = own(which, on=D(2024, 1, 1)).record(joined("a", D(2024, 1, 1)), talk)
        (moment,) = read(case, on=D(2024, 3, 1), until=D(2024, 3, 1)).moments
        assert moment.held_in == answer


def test_a_statement_answers_what_was_said_about_the_same() -> None:
    """About another party it answers nothing; what renews a statement comes after it."""
    which = point(OnStatement("purpose"), offset=MONTHLY, topics=("purpose", "rationale"))
    case = own(which, on=D(2024, 1, 1)).record(joined("a", D(2024, 1, 1)), joined("b", D(2024, 1, 1)))
    case = case.record(
        gs.Stated(D(2024, 1, 5), "purpose", "…", about="a"),
        gs.Stated(D(2024, 1, 6), "rationale", "…", about="b"),
    )
    assert [m.held_in for m in read(case, on=D(2024, 3, 1), until=D(2024, 3, 1)).moments] == [None]
    case = case.record(gs.Stated(D(2024, 1, 7), "purpose", "…", about="a"))
    assert [m.held_in for m in read(case, on=D(2024, 3, 1), until=D(2024, 3, 1)).moments] == [6, None]


# --- arithmetic --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "period", "n", "expected"),
    [
        (D(2024, 1, 31), MONTHLY, 1, D(2024, 2, 29)),
        (D(2024, 1, 31), MONTHLY, 2, D(2024, 3, 31)),
        (D(2024, 1, 31), gs.Every(months=1, days=1), 1, D(2024, 3, 1)),
        (D(2024, 2, 29), YEARLY, -1, D(2023, 2, 28)),
        (D(9999, 6, 1), YEARLY, 1, date.max),
        (D(1, 6, 1), YEARLY, -1, date.min),
        (D(9999, 12, 1), gs.Every(days=40), 1, date.max),
    ],
)
def test_periods_are_months_and_then_days(day: date, period: gs.Every, n: int, expected: date) -> None:
    """Written out, a period ends where the library ends it, at either end of time as well."""
    assert later(day, period, n) == expected
    assert expected == (period.after(day, n) if n > 0 else period.before(day, -n))


def test_school_years_and_windows_at_the_ends_of_time() -> None:
    """The first and the last year of the calendar are cut off at its ends."""
    assert school_year_of(date.min) == (date.min, D(1, 7, 31))
    assert school_year_of(date.max) == (D(9999, 8, 1), date.max)
    assert window_from(Window("12-01", "01-31"), date.min) == (date.min, D(1, 1, 31))
    assert window_from(Window("02-01", "02-29"), D(2023, 2, 28)) == (D(2023, 2, 1), D(2023, 2, 28))


class Always:
    """Know no working day at all."""

    known_until = None

    def free(self, day: date) -> gs.Label | None:
        return gs.Label(nl="vrij", en="free")


def test_a_day_stays_where_no_day_is_a_working_day() -> None:
    """Where a whole year is free, nothing moves; nor does it beyond the ends of time."""
    assert working_day(D(2024, 1, 1), Always(), "following") == D(2024, 1, 1)
    assert working_day(date.max, Always(), "following") == date.max
