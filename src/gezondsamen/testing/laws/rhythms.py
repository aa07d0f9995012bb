"""The law of rhythms: who follows the schedule exactly hears nothing of what a phase asks every period.

A case is begun in the phase, holds every moment of its schedule on its day, and has no other contact; what
the monitor says of rules that ask something again and again is read before and after each moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

import attrs

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.judge import judge_all
from gezondsamen.decision.repair import repair
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import About
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import Problem
from gezondsamen.monitoring import resting
from gezondsamen.periods import Every
from gezondsamen.process import conditions as c
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.questions import situation
from gezondsamen.schedule.calendars import Direction, WorkingCalendar
from gezondsamen.schedule.moments import Moment
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.building.canonical import DAY, filled
from gezondsamen.testing.building.construction import beginnings
from gezondsamen.testing.laws.moments import broken_moments

_DAY: Final = timedelta(days=1)
_HAPPENS: Final = timedelta(days=40)
"""After how many days something happens that a watched rule wants answered."""


def assert_schedule_keeps_rhythm(
    process: Process,
    *,
    calendar: WorkingCalendar | None = None,
    direction: Direction = "following",
    years: int | None = None,
) -> None:
    """Assert that following the schedule leaves the monitor silent about rhythms; to be called from a test.

    A rhythm is what a watched rule asks every period, or within a period after something else: contact,
    a statement that is not too old, an answer. In every phase that watches one, a case holds each planned
    moment on its day, as its point says (a contact with all parties, a statement, an evaluation), and has
    no other contact. Moments lie on working days of the calendar, which the monitor is given too. It goes
    on for so many years, by default twice the longest period of the phase.

    Raises `AssertionError` with every rule that warns all the same, and the first day on which it does;
    also where the schedule at the end is not what the entries say, as `broken_moments` reads them.

    >>> from gezondsamen.phases import NETWORK
    >>> assert_schedule_keeps_rhythm(NETWORK, years=1)
    """
    found = broken_rhythms(process, calendar=calendar, direction=direction, years=years)
    if found:
        lines = "".join(f"\n  - {problem}" for problem in found)
        raise AssertionError(f"the schedule of process {process.key!r} misses {len(found)} rhythms:{lines}")


def broken_rhythms(
    process: Process,
    *,
    calendar: WorkingCalendar | None = None,
    direction: Direction = "following",
    years: int | None = None,
) -> tuple[Problem, ...]:
    """Return a problem for each watched rhythm that a case hears of although it follows the schedule."""
    found: list[Problem] = []
    for phase in process.phases:
        rules = [rule for rule in phase.watches if any(_rhythms(rule))]
        if rules:
            for case in beginnings(process, phase.key):
                run = _Run(case, phase, rules, calendar, direction)
                found += run.problems(years or 2 * max(map(_years, rules)) + 1)
    return tuple(dict.fromkeys(found))


def _flat(conditions: Iterable[c.Condition]) -> Iterator[c.Condition]:
    for x in conditions:
        if isinstance(x, c.AllOf | c.AnyOf):
            yield from _flat(x.conditions)
        else:
            yield x


def _rhythms(rule: Requirement) -> Iterator[c.Condition]:
    """Yield the conditions of a rule that ask something again and again."""
    for x in _flat(rule.conditions):
        match x:
            case c.InContact() if x.every is not None or x.school_year:
                yield x
            case c.OnRecord() if x.max_age is not None:
                yield x
            case c.Paired() if x.within is not None:
                yield x
            case _:
                pass


def _years(rule: Requirement) -> int:
    """Return the longest period of a rule in whole years, upwards."""
    periods = [
        getattr(x, "every", None) or getattr(x, "max_age", None) or getattr(x, "within", None)
        for x in _rhythms(rule)
    ]
    days = max(((c.period(p) if p else Every(years=1)).after(DAY) - DAY).days for p in periods)
    return -(-days // 366)


@attrs.frozen
class _Run:
    """Hold a case that follows the schedule of a phase, and the rules that are listened to."""

    case: Collaboration
    phase: Phase
    rules: list[Requirement]
    calendar: WorkingCalendar | None
    direction: Direction

    def problems(self, years: int) -> Iterator[Problem]:
        """Yield a problem for each rule that warns, on the first day on which it does."""
        case = self._prepared()
        end = Every(years=years).after(DAY)
        told: set[str] = set()
        today, planned = DAY, self._planned(case, DAY, end, DAY)
        happens = min(DAY + _HAPPENS, end)
        while planned or today < happens:
            day = planned[0].on if planned else end
            if today < happens <= day:  # then more is known, and may be planned
                today = happens
                planned = self._planned(case, today, end, today)
                continue
            today = day
            now, planned = ([m for m in planned if (m.on == day) is same] for same in (True, False))
            for code in self._warnings(case, day - _DAY, told):
                yield self._problem(code, day - _DAY)
            case = case.record(*(fact for moment in now for fact in _held(case, moment)))
            for code in self._warnings(case, day, told):
                yield self._problem(code, day)
            if any(moment.point.topics for moment in now):
                planned = self._planned(case, today, end, today + _DAY)
        for code in self._warnings(case, end, told):
            yield self._problem(code, end)
        yield from broken_moments(case, on=end, calendar=self.calendar, direction=self.direction)

    def _planned(self, case: Collaboration, today: date, end: date, since: date) -> list[Moment]:
        """Return the moments from a day on, as planned on a day."""
        planned = evaluation_schedule(
            case, on=today, until=end, calendar=self.calendar, direction=self.direction
        )
        return [moment for moment in planned if moment.on >= since]

    def _problem(self, code: str, day: date) -> Problem:
        said = f"{code} warns on {day} although every planned moment was held on its day"
        return Problem("off-schedule", self.phase.key, said)

    def _warnings(self, case: Collaboration, day: date, told: set[str]) -> list[str]:
        """Return the codes of the rules that warn on a day and did not before."""
        if day < DAY:
            return []
        s = resting(situation(case.processes, case.dossier, day, MAIN), self.calendar)
        codes = {rule.code for rule in self.rules} - told
        found = [rule.code for rule in self.rules if rule.code in codes and judge_all(rule.conditions, s)[0]]
        told.update(found)
        return found

    def _prepared(self) -> Collaboration:
        """Return the case with whom and what its rules need to begin with, and happenings to answer."""
        case = self.case
        for rule in self.rules:
            for x in _flat(rule.conditions):
                case = _met_at_first(case, x)
        for rule in self.rules:
            for x in _rhythms(rule):
                if isinstance(x, c.Paired):
                    case = case.record(f.Stated(DAY + _HAPPENS, x.topic, "…"))
        return case


def _met_at_first(case: Collaboration, x: c.Condition) -> Collaboration:
    """Return the case with what a condition needs before anything is repeated: parties, statements."""
    ever = x
    if isinstance(x, c.InContact):
        ever = attrs.evolve(x, every=None, school_year=False)
    drafts = repair((ever,), situation(case.processes, case.dossier, DAY, MAIN)).drafts
    return case.record(*(fact for fact in filled(drafts) if not isinstance(fact, f.Met)))


def _held(case: Collaboration, moment: Moment) -> tuple[f.Fact, ...]:
    """Return what is recorded when a moment is held on its day, with everybody who takes part."""
    point, day = moment.point, moment.on
    parties = tuple(party.id for party in case.dossier.as_of(day).parties)
    if point.topics:
        asked = moment.because.entry
        fact = None if asked is None else case.dossier.journal[asked].fact
        if not isinstance(fact, f.Stated) or fact.topic in point.topics:  # renewed as it was said
            about = fact.about if isinstance(fact, f.Stated) else None
            return tuple(f.Stated(day, topic, "…", about) for topic in point.topics)
        subjects = dict.fromkeys((fact.about, *(About("party", party) for party in parties)))
        return tuple(f.Stated(day, topic, "…", about) for topic in point.topics for about in subjects)
    process = case.process
    kinds = point.contacts or ((point.kind,) if point.kind in process.vocabulary["contact_kind"] else ())
    if not kinds:
        return (f.EvaluationHeld(day, point.kind, point=moment.id),)
    others = [other.contacts for other in process.evaluation_points if other != point]
    least = min(kinds, key=lambda kind: sum(kind in contacts for contacts in others))
    return (f.Met(day, least, parties),)
