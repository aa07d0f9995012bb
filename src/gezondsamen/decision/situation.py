"""The situation in which conditions are judged: what is known, the day, the track, the step.

Here stands what "this round", "the parties concerned" and "on this track" mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Known
from gezondsamen.dossier.parties import About, Party
from gezondsamen.dossier.tracks import Place, Track
from gezondsamen.periods import Every
from gezondsamen.process.conditions import Parties, Sectors
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.prose.scene import Scene


@attrs.frozen(eq=False, slots=False)  # made for every step, and quicker so
class Situation:
    """Hold what a condition is judged in: without `step`, the phase is watched.

    `whole` is the dossier where it holds more than was known on the day, and `barred_by` where a step
    of the track stands that was taken on a later day: no other can be taken before it. `free` tells which
    days are free of work, where the schedule moves moments away from them.

    What several rules ask of it is worked out once and kept: a situation is one question, not a case.
    """

    process: Process
    known: Known
    day: date
    track: Track
    step: Transition | None = None
    about: About | None = None
    whole: Dossier | None = None
    barred_by: Place | None = None
    free: Callable[[date], bool] | None = None

    def knowing(self, known: Known) -> Situation:
        """Return the same situation with other knowledge: after a fact that is recorded on trial."""
        track = known.tracks[self.track.name]
        return Situation(self.process, known, self.day, track, self.step, self.about, free=self.free)

    def scene(self) -> Scene:
        """Return what texts about this situation need."""
        newcomers = self.step is not None and self.step.concerns == "party"
        return Scene(self.process, self.known.names, newcomers, self.known.active, self.known.titles)

    # --- this round ------------------------------------------------------------------------------

    @property
    def since(self) -> Place:
        """Where the visit began that this step looks back to."""
        if self.step is not None and self.step.since is not None:
            return self.track.arrivals.get(self.step.since, self.track.entered)
        return self.track.entered

    @property
    def last_taken(self) -> Place | None:
        """Where the same step was last taken about the same subject; a joining party has its own."""
        if self.step is None or self.step.concerns is not None:
            return None
        trigger, taken = self.step.trigger, self.track.taken
        if not self.known.heirs:
            return taken.get((trigger, self.about))
        same = [place for (t, about), place in taken.items() if t == trigger and self.same(about)]
        return max(same, default=None)

    def same(self, about: About | None) -> bool:
        """Tell whether a subject is that of this step, a party and its successor taken as one."""
        return self.known.same(about, self.about)

    def in_round(self, entry: Entry) -> bool:
        """Tell whether an entry counts in this round: from the day of entry, after the last time."""
        return self.is_in_round(entry.place)

    def is_in_round(self, place: Place) -> bool:
        """Tell whether what stands at a place in the order of events counts in this round."""
        if place[0] < self.since[0]:
            return False
        last = self.last_taken
        return last is None or place > last

    # --- periods ---------------------------------------------------------------------------------

    def ends(self, last: date) -> date:
        """Return the last day of a period as the schedule has it: the first working day from there."""
        return self._past_free(last, 0)

    def counts_through(self, every: Every, day: date) -> date:
        """Return the last day through which something counts that is asked every period.

        Free days after it are not counted, as if it had been done on the last of them: the schedule may have
        moved it before them.
        """
        last = max(day, self._past_free(day, 1) - timedelta(days=1))
        return self.ends(every.through(last))

    def _past_free(self, day: date, ahead: int) -> date:
        """Return the first day that is not free from some days after a day; where a whole year is, that."""
        first = moved = day + timedelta(days=min(ahead, (date.max - day).days))
        if self.free is not None:
            for _ in range(min(366, (date.max - first).days)):
                if not self.free(moved):
                    return moved
                moved += timedelta(days=1)
        return first

    # --- this track ------------------------------------------------------------------------------

    def visible(self, track: str | None) -> bool:
        """Tell whether a fact of that track counts here: its own, or the whole collaboration's."""
        return track is None or track == self.track.name

    def statements(self, topic: str) -> list[Entry[f.Stated]]:
        """Return the statements on a topic that count here and have not run out."""
        name, day = self.track.name, self.day
        return [
            e
            for e in self.known.of(f.Stated, topic)
            if (e.fact.until is None or e.fact.until >= day)
            and (e.fact.track is None or e.fact.track == name)
        ]

    @cached_property
    def held(self) -> tuple[Entry[f.RoleAssigned], ...]:
        """The assignments of roles that are held and count here."""
        name = self.track.name
        every = self.known.of(f.RoleAssigned)
        return tuple([e for e in every if e.fact.track is None or e.fact.track == name])

    def agreements(self, kinds: tuple[str, ...] = ()) -> list[Agreement]:
        """Return the agreements read here: of this track, of these kinds, or the principal ones."""
        every = self.known.agreements
        if self.track.name in every:
            own = every[self.track.name]
            return [own] if not kinds or own.kind in kinds else []
        if kinds:
            return [agreement for agreement in every.values() if agreement.kind in kinds]
        return [agreement for agreement in every.values() if agreement.principal]

    # --- parties ---------------------------------------------------------------------------------

    @property
    def active(self) -> tuple[Party, ...]:
        """All parties that take part."""
        return self.known.parties

    @cached_property
    def concerned(self) -> tuple[Party, ...]:
        """The parties that a condition on each party looks at."""
        agreement = self.known.agreements.get(self.track.name)
        if self.step is not None and self.step.concerns == "party":
            if self.about is not None:
                return tuple(p for p in self.active if self.about.id in self.known.line(p.id))
            joined = self._joined if agreement is None else dict(agreement.joined)
            return tuple(p for p in self.active if self._is_new(p.id, joined))
        if agreement is not None:
            inside = frozenset(agreement.parties)
            return tuple(p for p in self.active if not self.known.line(p.id).isdisjoint(inside))
        return self.active

    def _is_new(self, party: str, places: Mapping[str, Place]) -> bool:
        """Tell whether a party came in this visit and was not yet taken in, by where each joined."""
        joined = self._first_of_line(party, places)
        if joined is None or joined < self.track.entered or self._was_there(joined):
            return False
        for (trigger, about), place in self.track.taken.items():
            step = self.process.transition(self.track.phase, trigger)
            if step is None or step.concerns != "party" or place < self.track.entered:
                continue
            if joined < place and (about is None or self.is_about(about, party)):
                return False
        return True

    @cached_property
    def _joined(self) -> dict[str, Place]:
        return {ident: member.joined for ident, member in self.known.members.items()}

    def _first_of_line(self, party: str, places: Mapping[str, Place]) -> Place | None:
        """Return where the first of a line came; a party that left and came back stands for itself alone."""
        line = (party,) if party in self.known.returned else self.known.line(party)
        return min((places[ident] for ident in line if ident in places), default=None)

    def _taken_over(self, party: str) -> bool:
        """Tell whether a party took part when the track, which ran already, was adopted."""
        joined = self._first_of_line(party, self._joined)
        return self.track.adopted and joined is not None and joined[0] <= self.track.opened

    @property
    def takes_newcomers(self) -> bool:
        """Whether a party that joins on this day comes in as a newcomer of the step."""
        asked = self.step is not None and self.step.concerns == "party" and self.about is None
        return not (asked and self._was_there((self.day, 0)))

    def _was_there(self, joined: Place) -> bool:
        """Tell whether who joined there was taken over with a track that ran already.

        Those parties are entered after the track, with its day: the number of the entry says nothing.
        """
        track = self.track
        in_first_visit = len(track.arrivals) == 1
        return track.adopted and in_first_visit and joined[0] <= track.opened

    def side(self, party: Party) -> str:
        """Return the side of a party: its own override, else that of its kind."""
        return party.counts_as or self.process.sides.get(party.kind, "neither")

    def select(self, which: Parties, among: Iterable[Party]) -> list[Party]:
        """Return the parties that a selection picks."""
        found = list(among)
        if which.sides:
            found = [p for p in found if self.side(p) in which.sides]
        if which.kinds:
            found = [p for p in found if p.kind in which.kinds]
        if which.sectors or which.roles or which.internal is not None or which.taken_over is not None:
            found = [p for p in found if self._fits(which, p)]
        return found

    def _fits(self, which: Parties, party: Party) -> bool:
        """Tell whether a party has what a selection asks beyond its side and its kind."""
        if which.sectors and set(which.sectors).isdisjoint(party.sectors):
            return False
        if which.internal is not None and party.internal is not which.internal:
            return False
        if which.taken_over is not None and self._taken_over(party.id) is not which.taken_over:
            return False
        return not which.roles or any(e.fact.role in which.roles for e in self.roles_of(party.id))

    def roles_of(self, party: str) -> list[Entry[f.RoleAssigned]]:
        """Return the role assignments that a party holds."""
        line = self.known.line(party)
        return [e for e in self.held if e.fact.party in line]

    def is_about(self, about: About | None, party: str) -> bool:
        """Tell whether a subject is this party, under its own id or one that it succeeded."""
        return self.known.same(about, About("party", party))

    # --- sectors ---------------------------------------------------------------------------------

    def sectors(self, which: Sectors) -> list[str]:
        """Return the sectors something is asked of: named, of a group, or those at the table."""
        if which.keys or which.group is not None:
            found = [key for key in self.process.vocabulary.get("sector", ()) if self.in_sectors(which, key)]
        else:
            found = list(dict.fromkeys(key for party in self.concerned for key in party.sectors))
        return [key for key in found if key not in which.other_than]

    def in_sectors(self, which: Sectors, key: str) -> bool:
        """Tell whether a sector is counted by a selection; one that names nothing counts any."""
        term = self.process.term("sector", key)
        if key in which.other_than or (which.keys and key not in which.keys):
            return False
        return which.group is None or (term is not None and which.group in term.groups)
