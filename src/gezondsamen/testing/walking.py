"""Walking: where a random walk stands, where it can go, and the laws that it asks on its way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, ClassVar, Final

from hypothesis import event
from hypothesis.stateful import RuleBasedStateMachine

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord, UnknownTrigger
from gezondsamen.process.graph import reachable
from gezondsamen.process.process import Process
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.canonical import DAY, filled
from gezondsamen.testing.consistency import QUICK, THOROUGH, step_follows_check
from gezondsamen.testing.demanding import demand, process_of

Way = tuple[str, str]
"""A track, and a trigger on it."""

SELDOM: Final = 6
"""The costlier laws are asked once in so many steps."""


class Walking(RuleBasedStateMachine):
    """Hold a case on its walk; what a walk does is in `ProcessWalk`."""

    process: ClassVar[Process]
    beside: ClassVar[tuple[Process, ...]] = ()
    phase: ClassVar[str | None] = None
    aim: ClassVar[str | None] = None
    like: ClassVar[Process | None] = None

    def __init__(self) -> None:
        super().__init__()
        self.day: date = DAY
        adopted = {"phase": self.phase, "since": DAY, "reason": "…"} if self.phase else {}
        self.case = Collaboration.start(self.process, id="walk", on=DAY, **adopted)  # type: ignore[arg-type]
        self.steps: list[Way] = []
        self.visited: Counter[str] = Counter((self.case.phase,))
        self.moves = 0

    # --- what may be drawn -----------------------------------------------------------------------

    def ways(self) -> list[Way]:
        """Return the ways on, those to what was not visited yet more often."""
        found: list[Way] = []
        for track in self.case.tracks:
            process, here = process_of(self.case, track), self.case.phase_of(track)
            for step in process.exits(here):
                found += [(track, step.trigger)] * self._weight(process, track, step.target, step.is_loop)
        return found

    def _weight(self, process: Process, track: str, target: str, is_loop: bool) -> int:
        if process.phase(target).kind == "final":
            return 1
        if is_loop or track != MAIN:
            return 2
        if target not in self.visited:
            return 8
        arrows = [(t.source, t.target) for t in process.transitions]
        onward = reachable((target,), arrows) - set(self.visited)
        return 4 if any(process.phase(key).kind != "final" for key in onward) else 2

    def goals(self) -> list[str]:
        """Return the phases that the main track was not in yet, those of no return less often."""
        found: list[str] = []
        if self.process.exits(self.case.phase):
            for phase in self.process.phases:
                if phase.key not in self.visited:
                    found += [phase.key] * (1 if phase.kind == "final" else 3)
        return found

    def _every_way(self) -> list[Way]:
        tracks = self.case.tracks
        return [(track, trigger) for track in tracks for trigger in process_of(self.case, track).triggers]

    @property
    def running(self) -> bool:
        """Whether any track has a way on."""
        return bool(self.ways())

    def _elsewhere(self) -> list[Way]:
        every = (self.process, *self.beside)
        return [(process.key, phase.key) for process in every for phase in process.phases]

    # --- going -----------------------------------------------------------------------------------

    def _go(self, days: int) -> None:
        self.day += timedelta(days=days)

    def step(self, trigger: str, track: str = MAIN) -> bool:
        """Take a step today if its check allows it, in own rules too; tell whether it was taken."""
        check = self.case.check(trigger, on=self.day, track=track)
        after = step_follows_check(self.case, check, self.day)
        if after is self.case:
            return False
        fresh = [found for found in after.review() if found not in self.case.review()]
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

    def _try(self, change: Callable[[], Collaboration]) -> bool:
        """Make a change unless it is refused; a change only adds entries, and moves no phase."""
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
        demand(same, "what is recorded moves no phase")
        self.case = after
        return True

    # --- laws ------------------------------------------------------------------------------------

    def check_invariants(self, *args: Any, **options: Any) -> None:
        """Ask the laws after every step: those that cost more, every few steps.

        They are no `@invariant` of their own, so that a failing walk prints its steps and no more.
        """
        super().check_invariants(*args, **options)
        for law in QUICK:
            law(self.case, self.day)
        self.moves += 1
        if self.moves % SELDOM == 0:
            self._ask_all()

    def _ask_all(self) -> None:
        try:
            self.case.advance("no_such_trigger", on=self.day)
        except UnknownTrigger as refused:
            demand(refused.trigger == "no_such_trigger", "an unknown trigger is refused by name", refused)
        else:
            demand(False, "an unknown trigger is refused")
        taken = [(t, e.fact.trigger) for t in self.case.tracks for e in self.case.dossier.steps(t)]
        demand(sorted(taken) == sorted(self.steps), "the steps on record are those that were taken", taken)
        for law in THOROUGH:
            law(self.case, self.day)
        if self.like is not None:
            self._compare(self.like)

    def _compare(self, other: Process) -> None:
        """Ask the same of the same case under the other process."""
        processes = tuple(other if p.key == other.key else p for p in self.case.processes)
        twin = Collaboration(processes, self.case.dossier)
        for track in self.case.tracks:
            mine = self.case.options(on=self.day, track=track)
            theirs = twin.options(on=self.day, track=track)
            demand(list(mine) == list(theirs), "the same steps lead on", track, *mine, *theirs)
            for trigger, check in mine.items():
                rows = {row.requirement.code: row.status for row in theirs[trigger].outcomes}
                demand(check == theirs[trigger], "the same check gives the same answer", track, trigger, rows)
        until = self.day + timedelta(days=800)
        mine_later = evaluation_schedule(self.case, on=self.day, until=until)
        theirs_later = evaluation_schedule(twin, on=self.day, until=until)
        demand(mine_later == theirs_later, "the same evaluations follow", *mine_later.diff(theirs_later))

    def teardown(self) -> None:
        """Ask all laws at the end of the walk, and count the phases that it came to."""
        self._ask_all()
        for phase in self.visited:
            event(f"{self.process.key}: {phase}")
