"""The dossier: all that is known about a collaboration, read from its journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Final, cast

import attrs

from gezondsamen import arguments
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.fold import after_step, folded, follow
from gezondsamen.dossier.history import check_history
from gezondsamen.dossier.journal import Entry, Journal
from gezondsamen.dossier.known import F, Known
from gezondsamen.dossier.ledger import Ledger
from gezondsamen.dossier.parties import Party
from gezondsamen.dossier.tracks import MAIN, Place, Track, Visit
from gezondsamen.errors import InvalidRecord
from gezondsamen.terms import nearest


@attrs.frozen(slots=False)  # made for every step, and quicker so
class Dossier:
    """Answer what is known, from a journal folded in the order of events.

    `through` bounds it to what happened up to and including that day; None means everything.
    Two dossiers are equal when their journals and bounds are.
    """

    journal: Journal = attrs.field(factory=Journal)
    through: date | None = None
    _known: Known | None = attrs.field(default=None, eq=False, repr=False)

    def __repr__(self) -> str:
        through = "" if self.through is None else f" through {self.through}"
        return f"Dossier({len(self.journal)} entries{through})"

    def __getstate__(self) -> tuple[Journal, date | None]:
        return (self.journal, self.through)

    def __setstate__(self, state: tuple[Journal, date | None]) -> None:
        for name, value in (("journal", state[0]), ("through", state[1]), ("_known", None)):
            object.__setattr__(self, name, value)

    @property
    def known(self) -> Known:
        """What is known, folded when first asked for."""
        if self._known is None:
            object.__setattr__(self, "_known", folded(self.events()))
        return self._known  # type: ignore[return-value]

    def events(self) -> Iterator[Entry]:
        """Yield the entries that count, in the order of events."""
        return iter(self._events)

    @cached_property
    def _events(self) -> tuple[Entry, ...]:
        counting = self.journal.after(0)
        retracted = {e.fact.entry for e in counting if type(e.fact) is f.Retracted}
        if retracted:
            counting = tuple(
                [e for e in counting if type(e.fact) is not f.Retracted and e.number not in retracted]
            )
        if self.through is not None:
            counting = tuple([e for e in counting if e.place[0] <= self.through])
        return tuple(sorted(counting, key=_place))

    @cached_property
    def _moves(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self._events:
            fact = entry.fact
            if type(fact) is f.StepTaken or type(fact) is f.TrackOpened:
                found.setdefault(fact.track, []).append(entry)
        return {track: tuple(entries) for track, entries in found.items()}

    def moves(self, track: str) -> tuple[Entry[f.TrackOpened | f.StepTaken], ...]:
        """Return the entries in which a track was opened and its steps were taken, in order."""
        arguments.check("track", track, str, "the name of a track", InvalidRecord)
        return cast("tuple[Entry[f.TrackOpened | f.StepTaken], ...]", self._moves.get(track, ()))

    def plus(self, *entries: Entry) -> Dossier:
        """Return the dossier with entries more, taken together.

        Raises `InvalidRecord` when the journal would no longer fold at every date, and when an entry
        takes back what stays.
        """
        ledger, journal = Ledger(self.known), self.journal.plus(*entries)
        for entry in entries:
            place, latest = entry.place, ledger.latest
            if type(entry.fact) is f.Retracted or (latest is not None and place <= latest):
                break
            follow(ledger, entry, place)
        else:
            return Dossier(journal, self.through, ledger.closed())
        later = Dossier(journal, self.through)
        if any(type(entry.fact) is f.Retracted for entry in entries):
            check_history(journal)
        try:
            _ = later.known
        except InvalidRecord as problem:
            raise _in_context(problem, entries[-1].fact) from None
        return later

    def stepped(self, entry: Entry[f.StepTaken]) -> Dossier:
        """Return the dossier with one step more; raises `InvalidRecord` as `plus` does."""
        known, place = self.known, entry.place
        if known.latest is None or place <= known.latest:
            return self.plus(entry)
        return Dossier(self.journal.plus(entry), self.through, after_step(known, entry.fact, place))

    def plus_all(self, *entries: Entry) -> Dossier:
        """Return the dossier with facts more, folded once; they may stand anywhere in the order of events.

        Raises `InvalidRecord`, with the place of the first entry that does not fit after those before it.
        """
        try:
            return self.plus(*entries)
        except InvalidRecord:
            fits, fails = 0, len(entries)
            while fails - fits > 1:
                middle = (fits + fails) // 2
                if self._takes(entries[:middle]):
                    fits = middle
                else:
                    fails = middle
            try:
                self.plus(*entries[:fails])
            except InvalidRecord as problem:
                raise attrs.evolve(problem, index=fits) from None
            raise

    def _takes(self, entries: tuple[Entry, ...]) -> bool:
        try:
            self.plus(*entries)
        except InvalidRecord:
            return False
        return True

    def as_of(self, day: date) -> Dossier:
        """Return what is known to have happened up to and including a day; any day will do."""
        arguments.check_day("day", day)
        latest = self.known.latest
        if latest is None or day >= latest[0]:
            return self
        return Dossier(self.journal, day)

    def at_version(self, version: int) -> Dossier:
        """Return what was known when the journal had so many entries."""
        return Dossier(Journal.of(self.journal[number] for number in range(1, version + 1)))

    def before(self, place: Place) -> Dossier:
        """Return the dossier of what stands before a place in the order of events.

        Where the place asked last time lies before this one, the fold goes on from there: whoever looks
        back at every step, in the order of events, folds the journal once.
        """
        done, known = self._walked
        events = self._events
        if done and events[done - 1].place >= place:
            done, known = 0, Known()
        ledger = Ledger(known)
        while done < len(events) and (at := events[done].place) < place:
            follow(ledger, events[done], at)
            done += 1
        known = ledger.closed()
        self.__dict__["_walked"] = (done, known)
        return Dossier(self.journal, place[0], known)

    @cached_property
    def _walked(self) -> tuple[int, Known]:
        """How many events `before` followed last, and what was known then; replaced as a whole."""
        return 0, Known()

    # --- queries ---------------------------------------------------------------------------------

    @property
    def opening(self) -> f.TrackOpened:
        """The fact that opened the collaboration with its main track."""
        fact = self.journal[self.known.tracks[MAIN].entry].fact
        assert isinstance(fact, f.TrackOpened)
        return fact

    @property
    def first_day(self) -> date:
        """The day on which the collaboration began; an adopted one, since when it ran."""
        return self.opening.since or self.opening.on

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties that take part, in order of joining."""
        return self.known.parties

    def party(self, ident: str) -> Party | None:
        """Return a party that takes part or once did, or None."""
        arguments.check("ident", ident, str, "the id of a party")
        member = self.known.members.get(ident)
        return member.party if member else None

    def entries(self, kind: type[F], key: str | None = None) -> tuple[Entry[F], ...]:
        """Return the entries of one class of fact that stand, in the order of events.

        Statements, numbers and consents are asked for by `key`, their topic or subject.

        >>> from gezondsamen.examples import load
        >>> [entry.fact.text for entry in load("EX-03").case.dossier.entries(f.Stated, "purpose")]
        ['overgewicht voorkomen']
        """
        arguments.check("kind", kind, type, "a class of facts")
        arguments.check_text("key", key)
        return self.known.of(kind, key)

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements, in the order in which they were drafted."""
        return tuple(self.known.agreements.values())

    @cached_property
    def principal(self) -> Agreement | None:
        """The agreement that is principal, where one alone is."""
        found = [agreement for agreement in self.agreements if agreement.principal]
        return found[0] if len(found) == 1 else None

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The tracks, in the order in which they were opened."""
        return tuple(self.known.tracks.values())

    def track(self, name: str) -> Track:
        """Return a track; raises `InvalidRecord` when it is not open."""
        arguments.check("track", name, str, "the name of a track", InvalidRecord)
        found = self.known.tracks.get(name)
        if found is None:
            names = ", ".join(map(repr, self.known.tracks)) or "none"
            message = f"track {name!r} is not open; open: {names}"
            raise InvalidRecord("unknown-track", message, name, nearest=nearest(name, self.known.tracks))
        return found

    def steps(self, track: str) -> tuple[Entry[f.StepTaken], ...]:
        """Return the entries in which steps of a track were taken, in order."""
        steps = [e for e in self.moves(track) if type(e.fact) is f.StepTaken]
        return cast("tuple[Entry[f.StepTaken], ...]", tuple(steps))

    def visits(self, track: str) -> tuple[Visit, ...]:
        """Return every stay of a track in a phase, in order."""
        visits: list[Visit] = []
        for entry in self.moves(track):
            fact = entry.fact
            if type(fact) is f.TrackOpened:
                adopted = fact.since is not None
                visits.append(Visit(fact.phase, fact.since or fact.on, None, None, adopted))
            elif type(fact) is f.StepTaken and fact.phase != visits[-1].phase:
                visits[-1] = attrs.evolve(visits[-1], left=fact.on)
                visits.append(Visit(fact.phase, fact.on, None, fact.trigger))
        return tuple(visits)


_place: Final = attrgetter("place")


def before_start(fact: f.Fact, day: date, first: date) -> InvalidRecord:
    """Return the problem of a fact dated before the collaboration began."""
    return InvalidRecord(
        "before-start",
        f"{type(fact).__name__} is dated {day}, before the start on {first}",
        str(day),
        values={"first": str(first)},
    )


def _in_context(problem: InvalidRecord, fact: f.Fact) -> InvalidRecord:
    what = f"{type(fact).__name__} on {fact.on}"
    return attrs.evolve(problem, message=f"{what} does not fit what is on record: {problem.message}")
