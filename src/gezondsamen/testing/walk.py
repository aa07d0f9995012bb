"""Random walks through any process, each step of them held to the laws of a case."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any, ClassVar, Final

from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord
from gezondsamen.exchange import dumps, loads
from gezondsamen.process.graph import reachable
from gezondsamen.process.process import Process
from gezondsamen.testing.building.canonical import DAY, filled
from gezondsamen.testing.building.changes import moved
from gezondsamen.testing.laws.case import QUICK, THOROUGH, step_follows_check
from gezondsamen.testing.laws.comparison import answers_are_alike
from gezondsamen.testing.laws.consequences import waivers_serve_once
from gezondsamen.testing.laws.demand import by_key, demand, process_of, standings
from gezondsamen.testing.strategies.facts import Cast, facts_of

Way = tuple[str, str]
"""A track, and a trigger on it."""

SELDOM: Final = 6
"""The costlier laws are asked once in so many steps."""

DAYS: Final = st.integers(0, 60) | st.sampled_from((0, 1, 92, 366))
"""How many days go by."""

PARTIES: Final = ("a", "b", "c")
AGREEMENTS: Final = ("x", "y")
"""What facts are about: few, so that they meet; what a repair makes bears other names."""


def _drawn(choose: Callable[[Any], Any]) -> st.SearchStrategy[Any]:
    """Draw from what a walk offers then: keys, not values, so that a failing walk prints in few lines."""
    return st.runner().flatmap(choose)


@cache
def recordable(process: Process) -> st.SearchStrategy[f.Fact]:
    """Draw facts that happened on `DAY`, most often that a party joins.

    Some cannot be recorded at that moment, and are refused: which is a law too.
    """
    cast = Cast.anyone(process, PARTIES, AGREEMENTS)
    joins: st.SearchStrategy[f.Fact] = facts_of(cast, f.PartyJoined, on=DAY)
    once: st.SearchStrategy[f.Fact] = facts_of(cast, f.EvaluationPlanned, on=DAY, every=None, due=cast.late)
    every: st.SearchStrategy[f.Fact] = facts_of(cast, on=DAY)
    return st.one_of(joins, joins, once, every)


class ProcessWalk(RuleBasedStateMachine):
    """Walk at random through a process and hold every step to the laws of the library.

    Set `process`; the rest may be left out. `beside` are processes that may be opened beside it;
    `phase` is where walks begin, adopted; `aim` the phase to which they go first, by default any.
    `like` is a process of the same key whose checks and schedules have to be equal: the process as it
    was, after a change that should change no answer.

    Add rules of your own, and invariants that read `case` and `day`. `steps` are the steps taken,
    `visited` counts the phases that the main track was in.
    """

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

    # --- steps -----------------------------------------------------------------------------------

    @precondition(lambda self: self.running)
    @rule(way=_drawn(lambda walk: st.sampled_from(walk.ways())), days=DAYS)
    def prepare_and_take(self, way: Way, days: int) -> None:
        """Record all that a check proposes, waive what is left, and take the step."""
        self._go(days)
        track, trigger = way
        check = self.case.check(trigger, on=self.day, track=track)
        self.case = self.case.record(*filled(check.repair))
        if self.step(way[1], way[0]):
            return
        for row in self.case.check(trigger, on=self.day, track=track).unmet:
            if row.requirement.waivable:
                waiver = f.WaiverGranted(self.day, row.requirement.code, "…", "u-1", track, trigger)
                self.case = self.case.record(waiver)
        self.step(way[1], way[0])

    @initialize(to=_drawn(lambda walk: st.sampled_from([walk.case.phase, *walk.goals()])))
    def set_out(self, to: str) -> None:
        """Begin by going somewhere, so that walks are not all about the first phases."""
        self._travel(MAIN, self.aim or to)

    @precondition(lambda self: bool(self.goals()))
    @rule(to=_drawn(lambda walk: st.sampled_from(walk.goals())), days=DAYS)
    def travel(self, to: str, days: int) -> None:
        """Carry out the plan to a phase, where there is one."""
        self._go(days)
        self._travel(MAIN, to)

    @precondition(lambda self: self.running)
    @rule(way=_drawn(lambda walk: st.sampled_from(walk.ways())), days=DAYS)
    def take(self, way: Way, days: int) -> None:
        """Take a step as things stand, or be refused with its check."""
        self._go(days)
        self.step(way[1], way[0])

    @rule(way=_drawn(lambda walk: st.sampled_from(walk._every_way())))
    def take_any(self, way: Way) -> None:
        """Try a trigger whether or not it leads out of the phase."""
        track, trigger = way
        check = self.case.check(trigger, on=self.day, track=track)
        exits = [step.trigger for step in process_of(self.case, track).exits(self.case.phase_of(track))]
        demand(check.possible == (trigger in exits), "possible is what leads out of the phase", way)
        if check.possible:
            self.step(way[1], way[0])
        else:
            after = step_follows_check(self.case, check, self.day)
            demand(after is self.case, "what is impossible is refused", way)

    @rule(way=_drawn(lambda walk: st.sampled_from(walk._every_way())), days=st.integers(1, 400))
    def go_back(self, way: Way, days: int) -> None:
        """Take a step on a day that lies behind, if its check allows it there."""
        track, trigger = way
        then = max(self.day - timedelta(days=days), self.case.visits_of(track)[0].entered)
        check = self.case.check(trigger, on=then, track=track)
        later = self.case.dossier.track(track).moved
        demand((check.barred_by is not None) == (later[0] > then), "a later step bars a step", way, then)
        demand(check.barred_by in (None, later[1]), "the step that bars is the last one", way, later)
        self.step(trigger, track, then)

    # --- what is recorded between steps ----------------------------------------------------------

    @rule(
        fact=_drawn(lambda walk: recordable(walk.process)),
        back=st.sampled_from((0, 0, 0, 1, 30)),
        by=st.sampled_from((None, "u-1")),
        party=st.sampled_from((None, None, "a")),
        stamped=st.booleans(),
    )
    def record(self, fact: Any, back: int, by: str | None, party: str | None, stamped: bool) -> None:
        """Record a fact of this day or of some days ago, if it can be."""
        days = (self.day - DAY).days
        fact = moved(fact, max(days - back, 0))
        noon = datetime.combine(self.day, time(12, 30), timezone(timedelta(hours=1)))
        stamp = noon if stamped else None
        if self._try(lambda: self.case.record(fact, by=by, on_behalf_of=party, recorded_at=stamp)):
            (entry,) = self.case.entries_after(self.case.version - 1)
            kept = (entry.fact, entry.by, entry.on_behalf_of, entry.recorded_at)
            demand(kept == (fact, by, party, stamp), "an entry keeps the fact and who entered it", entry)

    @precondition(lambda self: self.running)
    @rule(way=_drawn(lambda walk: st.sampled_from(walk.ways())), odd=st.booleans())
    def prepare_partly(self, way: Way, odd: bool) -> None:
        """Record one in two of what a check proposes, as far as that goes."""
        track, trigger = way
        for fact in filled(self.case.check(trigger, on=self.day, track=track).repair)[odd::2]:
            self._try(lambda fact=fact: self.case.record(fact))  # type: ignore[misc]

    @precondition(lambda self: self.running)
    @rule(way=_drawn(lambda walk: st.sampled_from(walk.ways())), days=st.none() | st.integers(0, 40))
    def waive(self, way: Way, days: int | None) -> None:
        """Set aside what blocks a step: for once, taking it, or through a day and not longer."""
        track, trigger = way
        until = None if days is None else self.day + timedelta(days=days)
        unwaived = self.case
        rules = [row.requirement for row in self.case.check(trigger, on=self.day, track=track).unmet]
        waived = [asked.code for asked in rules if asked.waivable]
        for code in waived:
            waiver = f.WaiverGranted(self.day, code, "…", "u-1", track, trigger, until=until)
            self._try(lambda waiver=waiver: self.case.record(waiver))  # type: ignore[misc]
        rows = self.case.check(trigger, on=self.day, track=track).outcomes
        held = {row.requirement.code: row.status for row in rows}
        demand(all(held[code] == "waived" for code in waived), "what is waived is set aside", held)
        if until is not None:
            after = until + timedelta(days=1)
            same = standings(self.case, after, track) == standings(unwaived, after, track)
            demand(same, "a waiver ends after its last day", way, until)
        elif self.step(way[1], way[0]):
            waivers_serve_once(self.case, self.day)

    @rule(entry=_drawn(lambda walk: st.integers(1, walk.case.version)), fact=st.data())
    def correct(self, entry: int, fact: Any) -> None:
        """Take an entry off record, if it can be, with another fact in its place or none."""
        taken = self.case.entries_after(0)[entry - 1].fact
        if isinstance(taken, f.StepTaken):
            return  # which `undo` is for
        other = fact.draw(st.none() | recordable(self.process))
        replacement = other and moved(other, (self.day - DAY).days)
        if self._try(lambda: self.case.correct(entry, replacement, reason="…", by="u-2")):
            counting = [known.number for known in self.case.dossier.events()]
            demand(entry not in counting, "what was retracted no longer counts", entry)

    @rule(track=_drawn(lambda walk: st.sampled_from(walk.case.tracks)))
    def undo(self, track: str) -> None:
        """Take back the last step of a track, if one was taken."""
        steps = self.case.dossier.steps(track)
        if steps and self._try(lambda: self.case.undo(track, reason="…", by="u-3"), moves=True):
            last = max(n for n, (where, _) in enumerate(self.steps) if where == track)
            del self.steps[last]

    # --- other tracks, and keeping ---------------------------------------------------------------

    @precondition(lambda self: len(self.case.tracks) < 4)
    @rule(there=_drawn(lambda walk: st.sampled_from(walk._elsewhere())))
    def open(self, there: Way) -> None:
        """Open another track, of this process again or of one beside it, and go to one of its phases."""
        key, to = there
        process = next(p for p in (self.process, *self.beside) if p.key == key)
        track = f"{key}_{len(self.case.tracks)}"  # a name that no repair gives
        if process.subject == "agreement":
            kind = next(iter(process.vocabulary["agreement_kind"]))
            drafted = f.AgreementDrafted(
                self.day, track, kind, self.case.dossier.known.active, principal=False
            )
            self.case = self.case.record(drafted)
        opened = self._try(lambda: self.case.open(process, track=track, on=self.day))
        demand(opened, "another track can be opened", track)
        self._travel(track, to)

    @rule()
    def save_and_load(self) -> None:
        """Go on with what was loaded from the document and replayed."""
        processes = by_key(self.case)
        loaded = loads(dumps(self.case), processes=processes)
        again = Collaboration.replay(processes, loaded.entries_after(0))
        demand(again == self.case, "what is kept is all there is")
        self.case = again

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

    # --- laws ------------------------------------------------------------------------------------

    def check_invariants(self, *args: Any, **options: Any) -> None:
        """Ask the laws after every step; the costly ones every few steps.

        They are no `@invariant` of their own, so that a failing walk prints its steps and no more.
        """
        super().check_invariants(*args, **options)
        for law in QUICK:
            law(self.case, self.day)
        self.moves += 1
        if self.moves % SELDOM == 0:
            self._ask_all()

    def _ask_all(self) -> None:
        taken = [(t, e.fact.trigger) for t in self.case.tracks for e in self.case.dossier.steps(t)]
        demand(sorted(taken) == sorted(self.steps), "the steps on record are those that were taken", taken)
        for law in THOROUGH:
            law(self.case, self.day)
        if self.like is not None:
            answers_are_alike(self.case, self.like, self.day)

    def teardown(self) -> None:
        """Ask all laws at the end of the walk, and count the phases that it came to."""
        self._ask_all()
        demand(pickle.loads(pickle.dumps(self.case)) == self.case, "unpickled, a case is the same again")
        for phase in self.visited:
            event(f"{self.process.key}: {phase}")
