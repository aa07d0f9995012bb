"""Edges: where answers tend to change, by name, and which of them a case reaches.

How cases that reach them are drawn: `strategies.edges`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, Final

import attrs

from gezondsamen.arguments import check
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.process import conditions as c
from gezondsamen.process.phases import Transition
from gezondsamen.testing.building.bounds import amounts_of, inside, next_day, on_bounds
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.building.spoilers import situation
from gezondsamen.texts import is_blank

HOSTILE: Final = (
    'Zij zeiden: "ja; mits, 50%"\\n',
    "<b onmouseover=alert(1)>&amp;</b>",
    "=1+1",
    "één\n\ttwee 💚 e\u0301",
    "\u202eomgekeerd\u202c",
    "BEGIN:VEVENT\nEND:VEVENT",
    "'; DROP TABLE entries; --",
    "x" * 300,
)
"""Texts that a host can be given and that a careless one misreads: marks, lines, directions, length."""

BLANK: Final = ("", " ", "\n\t", "\u200b")
"""Texts that say nothing."""


@attrs.frozen(slots=False)
class Seen:
    """Hold what is looked at in a case: its entries, those that stand, and the steps out of its phase."""

    case: Collaboration

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return self.case.entries_after(0)

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        return tuple(self.case.dossier.events())

    @cached_property
    def days(self) -> frozenset[date]:
        return frozenset(entry.fact.on for entry in self.standing)

    @cached_property
    def exits(self) -> tuple[Transition, ...]:
        return tuple(self.case.process.exits(self.case.phase))

    @cached_property
    def last(self) -> date:
        """The last day on which anything happened."""
        return max(entry.fact.on for entry in self.entries)

    @cached_property
    def last_days(self) -> frozenset[date]:
        """The days through which something runs, or by which it is due."""
        named = (getattr(e.fact, name, None) for e in self.standing for name in ("until", "end", "due"))
        return frozenset(day for day in named if day is not None)

    def of(self, *kinds: type[Any]) -> Iterator[Any]:
        return (entry.fact for entry in self.standing if isinstance(entry.fact, kinds))

    def texts(self) -> Iterator[str]:
        yield self.case.title
        for fact in (entry.fact for entry in self.entries):
            yield from (
                value
                for name in ("text", "reason", "title")
                if isinstance(value := getattr(fact, name, None), str)
            )
            if isinstance(fact, f.PartyJoined):
                yield fact.party.name

    def waivers(self) -> Iterator[tuple[f.WaiverGranted, set[str]]]:
        """Yield each waiver of a rule that steps out of the phase ask, with their triggers."""
        for waiver in self.of(f.WaiverGranted):
            asking = {t.trigger for t in self.exits if any(r.code == waiver.rule for r in t.requires)}
            if asking:
                yield waiver, asking


def _waived(seen: Seen) -> bool:
    """Whether a waiver sets a rule aside that would block a step, or a watched one."""
    if next(seen.of(f.WaiverGranted), None) is None:
        return False
    rows = [row for check in seen.case.options(on=seen.last).values() for row in check.outcomes]
    rows += seen.case.monitor(on=seen.last).outcomes
    return any(row.status == "waived" for row in rows)


def _used_waiver(seen: Seen) -> bool:
    """Whether a step was taken after a waiver of a rule that it asks."""
    process = seen.case.process
    asked = {t.where: {r.code for r in t.requires} for t in process.transitions}
    phase, waived = seen.case.visits[0].phase, set()
    for fact in (entry.fact for entry in seen.standing):
        if isinstance(fact, f.WaiverGranted) and fact.track in (None, MAIN):
            waived.add((fact.rule, fact.trigger))
        elif isinstance(fact, f.StepTaken) and fact.track == MAIN:
            codes = asked.get(f"{phase}.{fact.trigger}", set())
            if any(code in codes and trigger in (None, fact.trigger) for code, trigger in waived):
                return True
            phase = fact.phase
    return False


def _earlier_round(seen: Seen) -> bool:
    """Whether a phase was entered twice, or a step taken twice, on one track."""
    steps = [(fact.track, fact.trigger) for fact in seen.of(f.StepTaken)]
    visits = [(track, visit.phase) for track in seen.case.tracks for visit in seen.case.visits_of(track)]
    return len(set(steps)) < len(steps) or len(set(visits)) < len(visits)


def _as_many_parties(seen: Seen) -> bool:
    """Whether as many parties take part as a rule of a step out of the phase lets there be."""
    for step in seen.exits:
        counted = [
            x
            for x in inside(tuple(rule.conditions for rule in step.requirements), c.PartyCount)
            if x.at_most is not None and x.of == "parties"
        ]
        if counted:
            s = situation(seen.case, step, seen.last)
            if any(len(s.select(x.which, s.active)) == c.number(x.at_most) for x in counted):
                return True
    return False


def _later_phase_beside(seen: Seen) -> bool:
    """Whether another track is in another phase than the first of its process."""
    case = seen.case
    first = {process.key: process.initial for process in case.processes}
    return any(track.phase != first[track.process] for track in case.dossier.tracks if track.name != MAIN)


def _returned(seen: Seen) -> bool:
    return bool(seen.case.dossier.known.returned)


def _counted_otherwise(seen: Seen) -> bool:
    sides = seen.case.process.sides
    parties = [fact.party for fact in seen.of(f.PartyJoined)]
    return any(p.counts_as is not None and p.counts_as != sides.get(p.kind) for p in parties)


def _corrected_again(seen: Seen) -> bool:
    gone = {entry.fact.entry for entry in seen.entries if isinstance(entry.fact, f.Retracted)}
    return any(entry.replaces is not None and entry.number in gone for entry in seen.entries)


EDGES: Final[dict[str, Callable[[Seen], bool]]] = {
    "day after": lambda seen: any(next_day(day) in seen.days for day in seen.days),
    "last day": lambda seen: not seen.days.isdisjoint(seen.last_days),
    "past the last day": lambda seen: any(next_day(day) in seen.days for day in seen.last_days),
    "bound": lambda seen: any(day in seen.days for day in on_bounds(seen.case.process, seen.days)),
    "past the bound": lambda seen: any(
        day < date.max and next_day(day) in seen.days for day in on_bounds(seen.case.process, seen.days)
    ),
    "end of a school year": lambda seen: any((day.month, day.day) in ((7, 31), (8, 1)) for day in seen.days),
    "amount on the bound": lambda seen: any(
        (fact.topic, fact.amount) in amounts_of(seen.case.process) for fact in seen.of(f.Quantified)
    ),
    "as many parties": _as_many_parties,
    "succession": lambda seen: any(seen.of(f.PartySucceeded)),
    "division": lambda seen: any(seen.of(f.PartyDivided)),
    "returned party": _returned,
    "counts as another side": _counted_otherwise,
    "second agreement": lambda seen: len(seen.case.dossier.known.agreements) > 1,
    "waived": _waived,
    "used waiver": _used_waiver,
    "waiver of another track": lambda seen: any(w.track not in (None, MAIN) for w, _ in seen.waivers()),
    "waiver of another subject": lambda seen: any(w.about is not None for w, _ in seen.waivers()),
    "waiver of another trigger": lambda seen: any(
        w.trigger is not None and w.trigger not in asking for w, asking in seen.waivers()
    ),
    "earlier round": _earlier_round,
    "later phase beside": _later_phase_beside,
    "correction of a correction": _corrected_again,
    "author": lambda seen: any(entry.by is not None for entry in seen.entries),
    "on behalf of a party": lambda seen: any(entry.on_behalf_of is not None for entry in seen.entries),
    "moment of recording": lambda seen: any(entry.recorded_at is not None for entry in seen.entries),
    "hostile text": lambda seen: any(text in HOSTILE for text in seen.texts()),
    "blank text": lambda seen: any(is_blank(fact.text) for fact in seen.of(f.Stated)),
    "another id": lambda seen: seen.case.id != "case",
    "title": lambda seen: bool(seen.case.title),
    "another start": lambda seen: seen.case.dossier.first_day != DAY,
}
"""Each edge by its name, with whether a case reaches it."""


def edges_in(case: Collaboration) -> tuple[str, ...]:
    """Return the names of the edges that a case reaches, in the order of their table.

    >>> from gezondsamen.testing import Shift, canonical, edited
    >>> from gezondsamen.phases import PPS
    >>> edges_in(edited(canonical(PPS), Shift(7)))
    ('another start',)
    """
    check("case", case, Collaboration, "a collaboration")
    seen = Seen(case)
    return tuple(name for name, reached in EDGES.items() if reached(seen))
