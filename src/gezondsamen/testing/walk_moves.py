"""How a walk goes on: days go by, steps are taken, plans carried out, each held to what was promised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord
from gezondsamen.testing.building.canonical import filled
from gezondsamen.testing.laws.case import step_follows_check
from gezondsamen.testing.laws.demand import demand
from gezondsamen.testing.walk_choices import Choices, Way


class Moves(Choices):
    """Hold where a walk is, on which day, and how it came there."""

    day: date
    steps: list[Way]

    def _go(self, days: int) -> None:
        self.day += timedelta(days=days)

    def step(self, trigger: str, track: str = MAIN, day: date | None = None) -> bool:
        """Take a step, today if no day is given, where its check allows it; tell whether it was taken."""
        on = self.day if day is None else day
        check = self.case.check(trigger, on=on, track=track)
        after = step_follows_check(self.case, check, on)
        if after is self.case:
            return False
        unsupported = after.review()
        before = self.case.review() if unsupported else ()
        fresh = [found for found in unsupported if found not in before]
        demand(not fresh, "a step just taken is supported", track, trigger)
        self.case = after
        self.steps.append((track, trigger))
        if track == MAIN and check.target != check.phase:
            self.visited[after.phase] += 1
        return True

    def _travel(self, track: str, to: str) -> None:
        plan = self.case.plan(to, on=self.day, track=track)
        for step in plan.steps:
            self.case = self.case.record(*filled(step.drafts))
            demand(self.step(step.trigger, track), "a plan can be carried out", to, step.trigger)
        demand(not plan.found or self.case.phase_of(track) == to, "a plan arrives", to)

    def _try(self, change: Callable[[], Collaboration], *, moves: bool = False) -> bool:
        """Make a change unless it is refused; it only adds entries, and unless it `moves` moves no phase."""
        before = self.case
        entries, visits = before.entries_after(0), before.visits
        try:
            after = change()
        except InvalidRecord:
            demand(before.entries_after(0) == entries, "what is refused changes nothing")
            return False
        demand(after.entries_after(0)[: len(entries)] == entries, "a change only adds entries")
        demand(before.entries_after(0) == entries, "a change leaves the case before it as it was")
        same = [(v.phase, v.entered) for v in after.visits] == [(v.phase, v.entered) for v in visits]
        demand(same or moves, "what is recorded moves no phase")
        self.case = after
        return True
