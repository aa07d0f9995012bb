"""Anchors: the days from which evaluation points and time triggers count."""

from __future__ import annotations

from datetime import date
from typing import assert_never

import attrs

from gezondsamen.dossier import facts as f
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.dossier import Dossier
from gezondsamen.dossier.journal import Entry
from gezondsamen.periods import school_year
from gezondsamen.process import evaluation_points as p


@attrs.frozen
class Mark:
    """Hold a day to count from.

    `key` names the occurrence whatever its day becomes; `entry` is the number of the entry that set
    it (None: the calendar did).
    """

    key: str
    day: date
    entry: int | None = None


def term_of(dossier: Dossier, track: str) -> Agreement | None:
    """Return the agreement whose term counts on a track: its own, else the one principal."""
    own = dossier.known.agreements.get(track)
    if own is not None:
        return own
    principal = [agreement for agreement in dossier.agreements if agreement.principal]
    return principal[0] if len(principal) == 1 else None


def marks(anchor: p.Anchor, dossier: Dossier, track: str) -> tuple[Mark, ...]:
    """Return the days an anchor stands for on a track, in the order of events."""
    match anchor:
        case p.OnPhase():
            return _first_entry(dossier, track, anchor.phase)
        case p.OnTrigger():
            steps = dossier.steps(track)
            return tuple(_mark(e, e.fact.on) for e in steps if e.fact.trigger == anchor.trigger)
        case p.OnTerm():
            agreement = term_of(dossier, track)
            day = None if agreement is None else getattr(agreement, anchor.edge)
            if agreement is None or day is None:
                return ()
            return (Mark(agreement.id, day, agreement.entries[-1]),)
        case p.OnStatement():
            stated = [e for e in dossier.known.of(f.Stated, anchor.topic) if e.fact.track in (None, track)]
            days = [(e, getattr(e.fact, anchor.edge)) for e in stated]
            return tuple(_mark(e, day) for e, day in days if day is not None)
        case p.OnAction():
            actions = dossier.known.of(f.ActionAgreed)
            return tuple(Mark(e.fact.action, e.fact.due, e.number) for e in actions)
        case p.OnPartyLeft():
            members = dossier.known.members.items()
            left = [(member.left, ident) for ident, member in members if member.left is not None]
            return tuple(Mark(ident, day, number) for (day, number), ident in sorted(left))
        case p.OnSchoolYear():
            opened = dossier.visits(track)[0].entered
            return (Mark("school_year", school_year(opened)[0]),)
        case _:
            assert_never(anchor)


def _mark(entry: Entry[f.StepTaken] | Entry[f.Stated], day: date) -> Mark:
    return Mark(str(entry.place[1]), day, entry.number)


def _first_entry(dossier: Dossier, track: str, phase: str) -> tuple[Mark, ...]:
    for entry in dossier.events():
        fact = entry.fact
        if isinstance(fact, f.TrackOpened | f.StepTaken) and (fact.track, fact.phase) == (track, phase):
            return (Mark(str(entry.place[1]), entry.place[0], entry.number),)
    return ()
