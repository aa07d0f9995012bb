"""Random walks through any process, each step of them held to the laws of a case."""

from __future__ import annotations

import pickle
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any, ClassVar, Final, Literal, Self

import attrs
from hypothesis import event, note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.exchange import dumps, loads
from gezondsamen.process.process import Process
from gezondsamen.testing.building.canonical import DAY, filled
from gezondsamen.testing.building.changes import moved
from gezondsamen.testing.laws.case import QUICK, THOROUGH, step_follows_check
from gezondsamen.testing.laws.comparison import answers_are_alike
from gezondsamen.testing.laws.consequences import waivers_serve_once
from gezondsamen.testing.laws.demand import by_key, demand, process_of, standings
from gezondsamen.testing.printing import written
from gezondsamen.testing.walk_choices import Way, recordable, without_rules
from gezondsamen.testing.walk_failure import LeanTestCase, PlainTest, called_rule, this_run
from gezondsamen.testing.walk_moves import Moves

SELDOM: Final = 6
"""The costlier laws are asked once in so many steps."""

DAYS: Final = st.integers(0, 60) | st.sampled_from((0, 1, 92, 366))
"""How many days go by."""


def _drawn(choose: Callable[[Any], Any]) -> st.SearchStrategy[Any]:
    """Draw from what a walk offers then: keys, not values, so that a failing walk prints in few lines."""
    return st.runner().flatmap(choose)


@cache
def _under(process: Process, key: str) -> Process:
    """Return a process under another key, as an adapted one has it: the same key is what is compared by."""
    return process if process.key == key else attrs.evolve(process, key=key)


class ProcessWalk(Moves, RuleBasedStateMachine):
    """Walk at random through a process and hold every step to the laws of the library.

    Set `process`; the rest may be left out. `beside` are processes that may be opened beside it;
    `phase` is where walks begin, adopted, or `begin` the case of your own with which they do; `aim` the
    phase to which they go first, by default any. `laws` are those that are asked: `"all"`, `"quick"` (those
    that cost little) or `"none"`. `like` is a process whose checks and schedules have to be
    equal, whatever its key: the process as it was, after a change that should change no answer.

    Add rules of your own, and invariants that read `case` and `day`. `steps` are the steps taken,
    `visited` counts the phases that the main track was in. `without` are the names of rules that are not
    run.

    A walk that fails prints its steps, and a plain test that fails in the same way, with nothing drawn in
    it. Settings that its `TestCase` gets are used without the phase `explain` and without the deadline of
    short tests.
    """

    begin: ClassVar[Collaboration | None] = None
    phase: ClassVar[str | None] = None
    aim: ClassVar[str | None] = None
    laws: ClassVar[Literal["all", "quick", "none"]] = "all"
    without: ClassVar[tuple[str, ...]] = ()
    like: ClassVar[Process | None] = None

    TestCase = LeanTestCase()

    def __init__(self) -> None:
        super().__init__()
        adopted = {"phase": self.phase, "since": DAY, "reason": "…"} if self.phase else {}
        case = self.begin or Collaboration.start(self.process, id="walk", on=DAY, **adopted)  # type: ignore[arg-type]
        self.moves = 0
        self._asks_all = False
        self._stand(case, max(entry.fact.on for entry in case.entries_after(0)))

    def _stand(self, case: Collaboration, day: date) -> None:
        self.case, self.day = case, day
        taken = [e for track in case.tracks for e in case.dossier.steps(track)]
        taken.sort(key=lambda entry: entry.number)
        self.steps: list[Way] = [(entry.fact.track, entry.fact.trigger) for entry in taken]
        self.visited: Counter[str] = Counter(visit.phase for visit in case.visits)
        self._settled: tuple[Collaboration, date] | None = (case, day)

    @classmethod
    def setup_state(cls) -> Any:
        """Return the rules as hypothesis finds them, those left out that the walk does without."""
        return without_rules(super().setup_state(), cls.without)

    @classmethod
    def at(cls, case: Collaboration, *, on: date) -> Self:
        """Return the walk as it stands with a case on a day, for a test without drawing.

        >>> import gezondsamen as gs
        >>> from gezondsamen.testing import canonical
        >>> class Walk(ProcessWalk):
        ...     process = gs.NETWORK
        >>> Walk.at(canonical(gs.NETWORK, "active_network"), on=DAY).ask()
        """
        walk = cls()
        walk._stand(case, on)
        return walk

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
        happened = moved(fact, max(days - back, 0))
        noon = datetime.combine(self.day, time(12, 30), timezone(timedelta(hours=1)))
        stamp = noon if stamped else None
        if self._try(lambda: self.case.record(happened, by=by, on_behalf_of=party, recorded_at=stamp)):
            (entry,) = self.case.entries_after(self.case.version - 1)
            kept = (entry.fact, entry.by, entry.on_behalf_of, entry.recorded_at)
            demand(kept == (happened, by, party, stamp), "an entry keeps the fact and who entered it", entry)

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

    @rule(
        entry=_drawn(lambda walk: st.integers(1, walk.case.version)),
        other=_drawn(lambda walk: st.none() | recordable(walk.process)),
    )
    def correct(self, entry: int, other: Any) -> None:
        """Take an entry off record, if it can be, with another fact in its place or none."""
        taken = self.case.entries_after(0)[entry - 1].fact
        if isinstance(taken, f.StepTaken):
            return  # which `undo` is for
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

    @precondition(lambda self: len(self.case.tracks) < 4 and bool(self._elsewhere()))
    @rule(there=_drawn(lambda walk: st.sampled_from(walk._elsewhere())))
    def open(self, there: Way) -> None:
        """Open another track, of this process again or of one beside it, and go to one of its phases."""
        key, to = there
        process = next(p for p in (self.process, *self.beside) if p.key == key)
        track = f"{key}_{len(self.case.tracks)}"  # a name that no repair gives
        if process.subject == "agreement":
            kind = self._agreement_kinds()[0]
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

    # --- laws ------------------------------------------------------------------------------------

    def check_invariants(self, *args: Any, **options: Any) -> None:
        """Ask the laws after every step; the costly ones every few steps.

        They are no `@invariant` of their own, so that a failing walk prints its steps and no more.
        """
        self._settled = None
        super().check_invariants(*args, **options)
        for law in () if self.laws == "none" else QUICK:
            law(self.case, self.day)
        self.moves += 1
        if self.moves % SELDOM == 0:
            self._ask_all()
        self._settled = (self.case, self.day)

    def _ask_all(self) -> None:
        if self.laws != "all" or this_run().is_shrinking:
            return
        self._asks_all = True
        taken = [(t, e.fact.trigger) for t in self.case.tracks for e in self.case.dossier.steps(t)]
        demand(sorted(taken) == sorted(self.steps), "the steps on record are those that were taken", taken)
        for law in THOROUGH:
            law(self.case, self.day)
        if self.like is not None:
            answers_are_alike(self.case, _under(self.like, self.process.key), self.day)
        demand(pickle.loads(pickle.dumps(self.case)) == self.case, "unpickled, a case is the same again")
        self._asks_all = False

    def ask(self) -> None:
        """Ask all laws of the case as it stands, and the invariants."""
        for invariant in self.invariants:
            if all(holds(self) for holds in invariant.preconditions):
                invariant.function(self)
        for law in () if self.laws == "none" else QUICK:
            law(self.case, self.day)
        self._ask_all()

    def teardown(self) -> None:
        """Ask all laws at the end of a walk, count the phases that it came to; tell of one that failed."""
        error = sys.exc_info()[1]
        if error is None:
            self._settled = None
            try:
                self._ask_all()
            except Exception as found:
                self._tell(found)
                raise
            for phase in self.visited:
                event(f"{self.process.key}: {phase}")
        elif isinstance(error, Exception):
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        """Print a plain test where a walk failed: in a rule, or when the laws were asked after one."""
        run = this_run()
        run.needs_all = run.needs_all or (self._asks_all and not run.failed)
        run.failed = True
        called = None if self._settled is None else called_rule(self, error)
        case, day = self._settled or (self.case, self.day)
        note(PlainTest(type(self), case, day, error, called))

    def _pretty_print(self, value: Any) -> str:
        """Print an argument of a rule as it is written, where hypothesis asks; it has its own way too."""
        if attrs.has(type(value)):
            return written(value)
        found: str = super()._pretty_print(value)  # type: ignore[no-untyped-call]
        return found
