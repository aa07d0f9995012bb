"""Faults in what is asked of a case beside its checks: schedules, plans, what is watched and due."""

from __future__ import annotations

from typing import Any, Final
from unittest.mock import patch

import attrs

from gezondsamen import monitoring, periods, questions
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision import planning, repair, steps
from gezondsamen.schedule import anchors, expansion, schedule
from gezondsamen.schedule.moments import Schedule
from tests.testing.seeded.seeding import Patches, Seed, altered


def moved_is_dropped_and_added() -> Patches:
    """A moment on another day is told twice: that it went, and that it came."""
    real = Schedule.diff

    def diff(self: Any, other: Any) -> Any:
        told = []
        for change in real(self, other):
            if change.kind == "moved":
                told.append(attrs.evolve(change, kind="dropped", after=None))
                told.append(attrs.evolve(change, kind="added", before=None))
            else:
                told.append(change)
        return tuple(told)

    yield patch.object(Schedule, "diff", diff)


QUESTIONS: Final[dict[str, Seed]] = {
    "due_a_day_early": altered(monitoring.falling_due, ("mark.day < on", "mark.day <= on")),
    "main_track_is_watched": altered(
        Collaboration.monitor,
        (
            "questions.situation(self.processes, self.dossier, on, track)",
            "questions.situation(self.processes, self.dossier, on, None)",
        ),
    ),
    "plan_by_way_of_stopping": altered(planning.plan, ("exceptional=False", "exceptional=True")),
    "refused_options_left_out": altered(
        Collaboration.options,
        (
            "for t in s.process.exits(s.track.phase)",
            "for t in s.process.exits(s.track.phase) if self.check(t.trigger, on=on, track=track)",
        ),
    ),
    "waits_a_day_too_short": altered(
        repair._wait, ("return day\n", "return date.fromordinal(day.toordinal() - 1)\n")
    ),
    "evidence_left_out": altered(steps._judged, ('"met", (), evidence,', '"met", (), (),')),
    "supported_for_ever": altered(
        questions.objections, ("Situation(process, before.known,", "Situation(process, dossier.known,")
    ),
}

SCHEDULE: Final[dict[str, Seed]] = {
    "months_that_drift": altered(expansion._periods, ("every.after(start, n + 1)", "every.after(closed, 1)")),
    "middle_of_the_term_rounded_down": altered(periods.at_fraction, ("-(-days // 1)", "days // 1")),
    "moved_out_of_its_window": altered(
        schedule._moved, ("if first <= day <= last and occurrence", "if occurrence")
    ),
    "numbers_within_a_period_from_nought": altered(
        expansion._repeated,
        ('if part == count else f"{mark.key}/{n}.{part}"', 'if part == 1 else f"{mark.key}/{n}.{part - 1}"'),
    ),
    "first_time_only": altered(
        anchors.marks,
        ("tuple(_times_taken(anchor.trigger, course))", "tuple(_times_taken(anchor.trigger, course))[:1]"),
    ),
    "coming_back_starts_anew": altered(
        anchors.marks,
        ("tuple(_entries_into(anchor.phase, course))[:1]", "tuple(_entries_into(anchor.phase, course))[-1:]"),
    ),
    "merger_is_a_departure": altered(
        anchors.marks,
        ("if type(e.fact) is f.PartyLeft", "if type(e.fact) in (f.PartyLeft, f.PartySucceeded)"),
    ),
    "late_on_the_last_day": altered(
        schedule._judged, ("today > moment.deadline", "today >= moment.deadline")
    ),
    "answered_from_another_track": altered(
        schedule._answers, ("if e.fact.track in (None, course.track) and (e", "if (e")
    ),
    "one_answer_for_two": altered(
        schedule._matched,
        (
            "        if found is not None:\n            held[found] = answer.entry.number",
            "        for each in moments:\n"
            "            if each.id not in held and answer.fits(each, course):\n"
            "                held[each.id] = answer.entry.number",
        ),
    ),
    "named_moment_ignored": altered(schedule._matched, ("if named is not None and", "if False and")),
    "adoption_asks_for_the_past": altered(
        anchors.Course.runs_on, ("if day < self.opening.fact.on:", "if False:")
    ),
    "horizon_excluded": altered(
        schedule.evaluation_schedule, ("if moment.on <= until", "if moment.on < until")
    ),
    "always_certain": altered(
        schedule._judged, ("elif min(days) < known[0] or max(days) > known[1]:", "elif False:")
    ),
    "moved_is_dropped_and_added": moved_is_dropped_and_added,
    "original_day_lost": altered(
        schedule._shifted, ("mark.entry, occurrence.day, moved", "mark.entry, day, moved")
    ),
}

FAULTS: Final[dict[str, Seed]] = {
    **{f"questions.{name}": seed for name, seed in QUESTIONS.items()},
    **{f"schedule.{name}": seed for name, seed in SCHEDULE.items()},
}
