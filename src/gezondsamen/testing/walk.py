"""Walks: random courses through any process, each step of them held to the laws of the library."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.exchange import dumps, loads
from gezondsamen.testing.canonical import DAY, filled
from gezondsamen.testing.consequences import waivers_serve_once
from gezondsamen.testing.consistency import step_follows_check
from gezondsamen.testing.demanding import by_key, demand, process_of, standings
from gezondsamen.testing.recordable import moved, recordable
from gezondsamen.testing.walking import Walking, Way


def _drawn(choose: Callable[[Any], Any]) -> st.SearchStrategy[Any]:
    """Draw from what a walk offers at that moment; what is drawn are keys, so that a walk prints short."""
    return st.runner().flatmap(choose)


DAYS: Final = st.integers(0, 60) | st.sampled_from((0, 1, 92, 366))
"""How many days go by."""


class ProcessWalk(Walking):
    """Walk at random through a process and hold every step to the laws of the library.

    Set `process`; the rest may be left out. `beside` are processes that may be opened beside it;
    `phase` is where walks begin, adopted; `aim` the phase to which they go first, by default any.
    `like` is a process of the same key that should give the same answers: what was changed without
    meaning to change an answer is compared with it.

    Add rules of your own, and invariants that read `case` and `day`. `steps` are the steps taken,
    `visited` counts the phases that the main track was in.
    """

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
        stamp = datetime(2024, 1, 8, 12, 30, tzinfo=timezone(timedelta(hours=1))) if stamped else None
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
        other = fact.draw(st.none() | recordable(self.process))
        replacement = other and moved(other, (self.day - DAY).days)
        if self._try(lambda: self.case.correct(entry, replacement, reason="…", by="u-2")):
            counting = [known.number for known in self.case.dossier.events()]
            demand(entry not in counting, "what was retracted no longer counts", entry)

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
        """Go on with what was loaded from the document, replayed or unpickled."""
        processes = by_key(self.case)
        loaded = loads(dumps(self.case), processes=processes)
        again = Collaboration.replay(processes, loaded.entries_after(0))
        demand(pickle.loads(pickle.dumps(again)) == self.case, "what is kept is all there is")
        self.case = again
