"""Moments say why they are there; schedules group, select and compare them."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.citations import Basis
from gezondsamen.phases import pps
from gezondsamen.process.evaluation_points import EvaluationPoint, OnPhase, OnSchoolYear, OnTerm, OnTrigger
from gezondsamen.schedule.moments import Because, Moment, Schedule
from tests.support.builders import tiny
from tests.support.journeys import begun, joined, journey, own, pact, point, quiet, schedule

PPS = quiet(gs.PPS)

BEGIN = date(2024, 1, 8)
YEAR = gs.Every(years=1)
CHRISTMAS = date(2025, 12, 25)
CLAUSE = next(iter(gs.PPS.vocabulary["clause"]))


@attrs.frozen
class Known:
    """Know that no day is free, up to one."""

    known_until: date

    def free(self, day: date) -> gs.Label | None:
        return None


def only(found: Schedule) -> Moment:
    (moment,) = found
    return moment


def test_a_moment_knows_its_point_its_ground_and_its_anchor() -> None:
    """Because: the key of the point, its basis, what it counts from, the day of that and the entry."""
    case = begun(PPS, pps.STRUCTURE, BEGIN, (date(2024, 2, 1), "conclude_agreement"))
    moment = only(schedule(case, until=date(2024, 5, 1)))
    assert moment.because == Because(
        point="progress_talk",
        basis=Basis.SOURCE,
        anchor=OnTrigger("conclude_agreement"),
        day=date(2024, 2, 1),
        entry=2,
        original=date(2024, 5, 1),
        moved=None,
    )
    assert isinstance(case.dossier.journal[2].fact, gs.dossier.facts.StepTaken)
    assert moment.point in gs.PPS.evaluation_points


def test_the_term_is_cited_by_the_entry_that_set_it() -> None:
    """A moment before the end cites the revision that set the end, one half-way the draft of the start."""
    case = gs.Collaboration.start(PPS, id="case", on=BEGIN).record(
        pact(BEGIN, date(2027, 1, 7)),  # entry 2
        gs.AgreementRevised(BEGIN, "pact", end=date(2028, 1, 7)),  # entry 3
        gs.AgreementRevised(BEGIN, "pact", clauses=(CLAUSE,)),  # entry 4 sets no term
    )
    assert {m.point.key: m.because.entry for m in schedule(case)} == {
        "midterm_review": 2,
        "final_evaluation": 3,
    }


@pytest.mark.parametrize(
    ("made", "dutch", "english"),
    [
        (point(every=YEAR), "elk jaar vanaf 8 januari 2024", "every year from 8 January 2024"),
        (
            point(OnTerm(), fraction=0.5),
            "halverwege de looptijd die begon",
            "half-way through the term that began on",
        ),
        (
            point(OnTerm("end"), before_end=YEAR),
            "één jaar voor 7 januari 2027",
            "one year before 7 January 2027",
        ),
        (point(offset=YEAR), "één jaar na 8 januari 2024", "one year after 8 January 2024"),
        (
            point(),
            "vanwege het begin van de fase op 8 januari 2024",
            "because of the beginning of the phase on 8 January 2024",
        ),
        (
            point(OnTrigger("go"), on_events=((OnPhase("begin"), YEAR),)),
            "na het begin van de fase op",
            "after the beginning of the phase",
        ),
    ],
)
def test_a_moment_says_why_in_words(made: EvaluationPoint, dutch: str, english: str) -> None:
    """The reason says counted from what, on what ground, and in which entry that stands."""
    case = own(made, on=BEGIN).record(pact(BEGIN, date(2027, 1, 7)))
    moment = schedule(case).moments[0]
    assert moment.reason("nl").startswith(dutch)
    assert moment.reason("en").startswith(english)
    assert f"; onze eigen keuze; regel {moment.because.entry} in het journaal" in moment.reason("nl")
    assert f"; our own choice; entry {moment.because.entry}" in moment.reason("en")


def test_a_moment_names_its_source_and_why_it_moved() -> None:
    """The reason names the publication, and the day and holiday from which a moment moved."""
    made = point(basis=Basis.LITERATURE)
    found = schedule(own(made, on=CHRISTMAS), calendar=gs.DutchCalendar())
    assert only(found).reason("nl") == (
        "vanwege het begin van de fase op 25 december 2025; "
        "verschoven van 25 december 2025 (eerste kerstdag); "
        f"literatuur: {made.citation.text()}; regel 1 in het journaal"
    )
    assert "; moved from 25 December 2025 (Christmas Day); literature: " in only(found).reason("en")


def test_a_moment_of_the_calendar_has_no_entry() -> None:
    """What counts from the school year cites no entry."""
    moment = schedule(own(point(OnSchoolYear()), on=BEGIN)).moments[0]
    assert moment.because.entry is None
    assert moment.reason("en") == "each school year from 1 August 2023; our own choice"


def test_days_group_and_nothing_merges() -> None:
    """Two points on one day stay two moments; `by_day` shows them together."""
    found = schedule(own(point(every=YEAR), point(every=YEAR, key="other"), on=BEGIN), until=date(2026, 1, 8))
    assert len(found) == 4
    assert found.by_day() == {
        date(2025, 1, 8): found.moments[:2],
        date(2026, 1, 8): found.moments[2:],
    }
    assert list(found.by_day()) == sorted(found.by_day())
    assert found.with_status("planned") == found.moments
    assert found.with_status("held", "overdue") == ()


def test_a_schedule_prints_in_a_line() -> None:
    """In a terminal a schedule says how many moments it has, and a moment how it stands."""
    found = schedule(TALKS, until=date(2024, 5, 1))
    assert repr(found) == "Schedule('case' on 2024-01-08: 1 moments until 2024-05-01)"
    assert repr(only(found)) == "Moment('case/main/progress_talk/2/1' on 2024-04-08: planned)"
    assert "8 april 2024: voortgangsgesprek (gepland)" in found._repr_html_()


# --- differences -----------------------------------------------------------------------------------------

TALKS = begun(PPS, pps.STRUCTURE, BEGIN, (BEGIN, "conclude_agreement"))


def changes(new: Schedule, old: Schedule) -> list[tuple[str, str, str]]:
    """Return kind, point with occurrence, and reason of each change."""
    return [(change.kind, change.id.split("/", 2)[2], change.why) for change in new.diff(old)]


def test_the_same_schedules_do_not_differ() -> None:
    """Made twice from the same, two schedules are equal and differ in nothing."""
    one, other = (schedule(TALKS, until=date(2026, 1, 1), calendar=gs.DutchCalendar()) for _ in range(2))
    assert one == other
    assert one.diff(other) == ()


def test_a_longer_horizon_adds() -> None:
    """What lies beyond one horizon is added or dropped for that reason."""
    short, long = (schedule(TALKS, until=day) for day in (date(2024, 5, 1), date(2024, 8, 1)))
    assert changes(long, short) == [("added", "progress_talk/2/2", "horizon")]
    assert changes(short, long) == [("dropped", "progress_talk/2/2", "horizon")]


def test_another_interval_moves_and_drops_by_rule() -> None:
    """With another interval the same occurrences lie on other days, and fewer of them before the horizon."""
    slow = PPS.adapt(key="slow", limits={"progress_interval": gs.Every(months=6)})
    old = schedule(TALKS, until=date(2025, 1, 7))
    new = schedule(begun(slow, pps.STRUCTURE, BEGIN, (BEGIN, "conclude_agreement")), until=date(2025, 1, 7))
    assert changes(new, old) == [
        ("moved", "progress_talk/2/1", "rule"),
        ("dropped", "progress_talk/2/2", "rule"),
        ("dropped", "progress_talk/2/3", "rule"),
    ]


def test_another_calendar_moves_and_adds() -> None:
    """Another calendar moves moments, and over the horizon if they lie near it."""
    case = own(point(offset=gs.Every(days=5)), point(key="end", offset=gs.Every(days=12)), on=BEGIN)
    plain, worked = (schedule(case, until=date(2024, 1, 21), calendar=c) for c in (None, gs.WEEKENDS))
    assert changes(worked, plain) == [  # Saturday 13 January to Monday 15; Saturday 20 to Monday 22
        ("dropped", "end/1/1", "calendar"),
        ("moved", "look/1/1", "calendar"),
    ]
    back = schedule(case, until=date(2024, 1, 19), calendar=gs.WEEKENDS, direction="preceding")
    assert ("added", "end/1/1", "calendar") in changes(back, schedule(case, until=date(2024, 1, 19)))


@pytest.mark.parametrize("on", [BEGIN, date(2024, 1, 9)], ids=["on one day", "on another day"])
def test_another_direction_and_another_holiday_are_another_calendar(on: date) -> None:
    """Moved for the same reason to another day, or to the same day for another reason: by the calendar."""
    case = own(point(offset=gs.Every(days=5)), on=BEGIN)  # Saturday 13 January
    ahead = schedule(case, calendar=gs.WEEKENDS)
    back = schedule(case, on=on, calendar=gs.WEEKENDS, direction="preceding")
    assert changes(back, ahead) == [("moved", "look/1/1", "calendar")]
    moment = only(ahead)
    fair = attrs.evolve(moment, because=attrs.evolve(moment.because, moved=gs.Label("kermis", "fair")))
    other = attrs.evolve(ahead, on=on, moments=(fair,))
    assert changes(other, ahead) == [("changed", "look/1/1", "calendar")]


def test_what_a_calendar_moves_before_the_horizon_is_added_by_it() -> None:
    """Saturday 13 January lies after a horizon, the Friday before it does not."""
    case = own(point(offset=gs.Every(days=5)), on=BEGIN)
    friday = date(2024, 1, 12)
    back = schedule(case, until=friday, calendar=gs.WEEKENDS, direction="preceding")
    assert changes(back, schedule(case, until=friday)) == [("added", "look/1/1", "calendar")]


def test_a_term_names_the_entry_that_set_its_edge() -> None:
    """A moment counts from the revision that gave the last day, not from a later one that did not."""
    case = own(point(OnTerm("end"), key="over"), point(OnTerm()), on=BEGIN).record(
        pact(BEGIN, date(2025, 1, 7)),
        gs.AgreementRevised(BEGIN, "pact", end=date(2026, 1, 7)),
        gs.AgreementRevised(BEGIN, "pact", clauses=CLAUSE),
    )
    assert {m.point.key: m.because.entry for m in schedule(case)} == {"over": 3, "look": 2}


def test_another_term_moves_by_its_anchor_and_drops_by_its_course() -> None:
    """When the end of the term moves, so does what counts from it; talks after the new end are dropped."""
    case = journey(TALKS, pact(BEGIN, date(2026, 1, 7)))
    shorter = case.record(gs.AgreementRevised(BEGIN, "pact", end=date(2025, 1, 31)))
    found = changes(schedule(shorter, until=date(2025, 7, 7)), schedule(case, until=date(2025, 7, 7)))
    assert found == [
        ("moved", "final_evaluation/pact/1", "anchor"),  # from 2025-07-07 to 2024-07-31
        ("dropped", "midterm_review/pact/1", "course"),  # too short now
        ("dropped", "progress_talk/2/5", "course"),  # 2025-04-08; that of 2025-07-08 was beyond the horizon
    ]


def test_suspending_drops_and_resuming_adds() -> None:
    """Suspended, a track has no moments to come; resumed, the same ones are back."""
    halted = journey(TALKS, (date(2024, 2, 1), "suspend"))
    again = journey(halted, (date(2024, 5, 1), "resume"))
    before, during, after = (schedule(case, until=date(2024, 8, 1)) for case in (TALKS, halted, again))
    assert [why for _, _, why in changes(during, before)] == ["course", "course"]
    assert changes(after, during) == [("added", "progress_talk/2/2", "course")]
    last = date(2024, 7, 8)  # the day of that talk
    assert changes(*(schedule(case, until=last) for case in (again, halted))) == changes(after, during)


def test_holding_and_waiting_change_the_status() -> None:
    """An evaluation changes what it answers; so does a day that goes by."""
    held = TALKS.record(joined("a", BEGIN), gs.Met(date(2024, 4, 8), "progress_talk", "a"))
    day, until = date(2024, 4, 8), date(2024, 4, 8)
    planned = schedule(TALKS, on=date(2024, 4, 7), until=until)
    waiting = schedule(TALKS, on=day, until=until)
    answered = schedule(held, on=day, until=until)
    assert changes(waiting, planned) == [("changed", "progress_talk/2/1", "day")]
    assert changes(answered, waiting) == [("changed", "progress_talk/2/1", "evaluation")]


@pytest.mark.parametrize("on", [BEGIN, date(2024, 2, 1)], ids=["on one day", "on another day"])
def test_a_term_that_only_widens_a_window_changes_the_course(on: date) -> None:
    """A moment stays on its day while the days that count for it are others: the term is another."""
    short = own(point(OnTerm(), fraction=0.25), on=BEGIN).record(pact(BEGIN, BEGIN + timedelta(days=398)))
    longer = short.record(gs.AgreementRevised(BEGIN, "pact", end=BEGIN + timedelta(days=399)))
    old, new = schedule(short, on=BEGIN), schedule(longer, on=on)
    assert [m.on for m in old] == [m.on for m in new] == [BEGIN + timedelta(days=100)]
    assert changes(new, old) == [("changed", "look/pact/1", "course")]


def test_a_calendar_that_knows_more_changes_the_status() -> None:
    """What was provisional is planned where its day is known now, and judged on one day that is why."""
    case = own(point(offset=gs.Every(days=7)), on=BEGIN)
    old, new = (schedule(case, calendar=Known(day)) for day in (BEGIN, date(2024, 12, 31)))
    assert [m.status for m in (*old, *new)] == ["provisional", "planned"]
    assert changes(new, old) == [("changed", "look/1/1", "calendar")]


def test_another_process_changes_by_rule() -> None:
    """The same point of a process with another key is another rule."""
    made = point(offset=gs.Every(days=7))
    old, new = (
        schedule(gs.Collaboration.start(tiny(key=key, evaluation_points=(made,)), id="case", on=BEGIN))
        for key in ("one", "other")
    )
    assert changes(new, old) == [("changed", "look/1/1", "rule")]


def test_a_change_keeps_both_sides() -> None:
    """A change holds the moment before and after, and None where there is none."""
    short, long = (schedule(TALKS, until=day) for day in (date(2024, 5, 1), date(2024, 8, 1)))
    (change,) = long.diff(short)
    assert (change.before, change.after) == (None, long.moments[-1])
    (change,) = attrs.evolve(long, moments=()).diff(short)
    assert (change.kind, change.before, change.after) == ("dropped", short.moments[0], None)
