"""Faults put into schedule and monitoring by hand: the law of moments finds each in cases that ship."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final
from unittest.mock import patch

import attrs
import pytest

import gezondsamen as gs
from gezondsamen import monitoring
from gezondsamen.examples import ids, load
from gezondsamen.periods import Every
from gezondsamen.schedule import anchors, calendars, expansion, moments, schedule
from gezondsamen.testing import DAY, canonical, with_agreement
from gezondsamen.testing.building.canonical import filled
from gezondsamen.testing.laws.moments import broken_moments

ONE: Final = timedelta(days=1)
WEEKEND: Final = gs.Label(nl="weekend", en="weekend")

MATTERS: Final = (gs.About("matter", "one"), gs.About("matter", "other"))


def eventful() -> gs.Collaboration:
    """Return a partnership in which much happened: a breach, a departure, a rest, an answer about another."""
    case = canonical(gs.PPS, "management")
    case = case.record(
        gs.Stated(DAY + ONE, "breach", "…"),
        gs.Stated(DAY + ONE, "issue_noticed", "…", about=MATTERS[0]),
        gs.Stated(DAY + 2 * ONE, "issue_raised", "…", about=MATTERS[1]),
    )
    case = case.record(gs.PartyLeft(DAY + 3 * ONE, case.dossier.parties[-1].id))
    case = ready(case, "suspend", DAY + 60 * ONE)
    return ready(case, "resume", DAY + 400 * ONE)


def ready(case: gs.Collaboration, trigger: str, day: date) -> gs.Collaboration:
    """Return the case after a step, with whatever that needs."""
    return case.advance(trigger, *filled(case.check(trigger, on=day).repair), on=day)


END: Final = date(2026, 12, 31)

COVENANT: Final = with_agreement(gs.PPS, "in_force").record(gs.AgreementRevised(DAY, "covenant", end=END))

CASES: Final = (
    *((case, case.dossier.first_day + 1100 * ONE) for case in (load(ident).case for ident in ids())),
    (canonical(gs.PPS, "management"), DAY + 1100 * ONE),
    (canonical(gs.HEALTHY_SCHOOL, "execution"), DAY + 300 * ONE),
    (COVENANT, DAY + 1100 * ONE),
    (COVENANT, END),
    (COVENANT, END + ONE),
    (eventful(), DAY + 500 * ONE),
)
"""Cases and a day on which each is looked at; an agreement also about the last day of its term."""


def changed(name: str, change: Callable[..., Any], where: Any = expansion) -> Any:
    """Put something else in the place of what a function of the schedule returns."""
    real = getattr(where, name)
    return patch.object(where, name, lambda *given, **named: change(real(*given, **named), *given))


FAULTS: Final[dict[str, Callable[[], Any]]] = {
    "the window begins a day late": lambda: changed(
        "_single", lambda x, *_: attrs.evolve(x, window=(x.window[0] + ONE, x.window[1]))
    ),
    "a fraction is rounded down": lambda: changed(
        "at_fraction", lambda day, first, last, fraction: first + int((last - first).days * fraction) * ONE
    ),
    "a term may be a day shorter": lambda: patch.object(expansion, "_DAY", 2 * ONE),
    "the term bounds nothing that repeats": lambda: changed("_last", lambda _, __, ___, until: until),
    "the others of a period lie a day later": lambda: changed("_share", lambda day, *_: day + ONE),
    "a window is one of the next year": lambda: changed(
        "_window", lambda days, *_: tuple(Every(years=1).after(day) for day in days)
    ),
    "events give no moments": lambda: changed("_after_events", lambda *_: iter(())),
    "a suspended track goes on": lambda: patch.object(
        anchors.Course,
        "runs_on",
        lambda self, day, while_in: any(x in while_in or not while_in for x in self.phases_on(day)),
    ),
    "what a track was adopted beyond is unknown": lambda: changed(
        "_adopted_beyond", lambda *_: iter(()), anchors
    ),
    "the first agreement counts": lambda: changed(
        "term_of", lambda _, dossier, __: next(iter(dossier.agreements), None), anchors
    ),
    "a statement of another track counts": lambda: patch.object(
        schedule._Answer, "fits", lambda self, moment, _: moment.window[0] <= self.on <= moment.window[1]
    ),
    "one evaluation answers nothing": lambda: changed("_answers", lambda found, *_: found[1:], schedule),
    "every moment is planned on its own day": lambda: changed(
        "_moved", lambda _, occurrence, *__: (occurrence.day, None), schedule
    ),
    "a moment is late on its last day": lambda: changed(
        "_judged",
        lambda moment, _, today, *__: (
            attrs.evolve(moment, status="overdue") if moment.status == "open" else moment
        ),
        schedule,
    ),
    "a step is due a day early": lambda: changed(
        "marks",
        lambda found, *_: tuple(attrs.evolve(mark, day=mark.day - ONE) for mark in found),
        monitoring,
    ),
    "working days are looked for a day too far": lambda: changed(
        "shift", lambda found, *_: (found[0] + ONE if found[1] else found[0], found[1]), schedule
    ),
    "Sundays are working days": lambda: patch.object(
        calendars.Weekends, "free", lambda self, day: WEEKEND if day.weekday() == 5 else None
    ),
    "why a moment moved is lost": lambda: changed("shift", lambda found, *_: (found[0], None), schedule),
    "a moment that moved is said to have changed": lambda: changed(
        "_compared", lambda change, *_: attrs.evolve(change, kind="changed"), moments
    ),
    "open moments count as overdue": lambda: patch.object(
        moments.Schedule, "with_status", lambda self, *of: tuple(m for m in self if m.status in (*of, "open"))
    ),
    "the horizon is no reason for a difference": lambda: changed(
        "_one_sided", lambda change, *_: attrs.evolve(change, why="course"), moments
    ),
    "the day before today is asked for what is due": lambda: patch.object(
        gs.Collaboration, "due", lambda self, on: monitoring.due(self, on - ONE)
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_schedule_is_found(fault: str) -> None:
    """In some case that ships, the library no longer answers what is read from the entries."""
    with FAULTS[fault]():
        assert any(broken_moments(case, on=day) for case, day in reversed(CASES)), fault


def test_a_problem_tells_since_which_entry_the_two_differ() -> None:
    """It names the moment, both answers, and the entry with which they first differ."""
    case = canonical(gs.NETWORK, "active_network")
    case = case.record(gs.Met(DAY + ONE, "progress_talk", (case.dossier.parties[0].id,)))
    with changed("_answers", lambda *_: [], schedule):
        told = [problem for problem in broken_moments(case, on=DAY + 200 * ONE) if problem.code == "moment"]
    status, answer = (p.message for p in told if p.where == "case/main/progress_talk/19/1")
    assert status.startswith("its status is overdue, and read from the entries held; since entry 20: Met(")
    assert answer.startswith(
        "what answered it is nothing, and read from the entries 20; since entry 20: Met("
    )
