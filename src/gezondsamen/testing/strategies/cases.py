"""Strategies for cases: a canonical case and a few edits, which is also how a failing one prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from types import EllipsisType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from gezondsamen.arguments import check, items
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision import machine
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidArgument
from gezondsamen.periods import Every
from gezondsamen.phases import AGREEMENT, PPS, PROCESSES
from gezondsamen.process.process import Process
from gezondsamen.schedule.calendars import WEEKENDS, WorkingCalendar
from gezondsamen.schedule.moments import Schedule
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.building.canonical import (
    COVENANT,
    DAY,
    canonical,
    reachable_lives,
    reachable_phases,
    with_agreement,
)
from gezondsamen.testing.building.changes import called, copied, made
from gezondsamen.testing.building.construction import allowed
from gezondsamen.testing.building.edits import (
    Add,
    Correct,
    Drop,
    Duplicate,
    Edit,
    Join,
    Move,
    Open,
    Prepare,
    Redate,
    Rename,
    Shift,
    Stamp,
    Take,
)
from gezondsamen.testing.building.readiness import case_ready
from gezondsamen.testing.names import remember
from gezondsamen.testing.printing import Spelt, named_and_told
from gezondsamen.testing.strategies.arguments import Argument, among, built, days, maybe, resolved
from gezondsamen.testing.strategies.edges import turns
from gezondsamen.testing.strategies.entities import calendars, parties
from gezondsamen.testing.strategies.facts import PERSONS, RECORDED, Cast, facts
from gezondsamen.testing.strategies.reach.entries import IDS, STARTS, TITLES
from gezondsamen.testing.strategies.reach.scene import SECOND, Scene, Turn

MOST: Final = 3
"""How many edits, or groups of them, a case gets at most, unless said otherwise."""

Edits = st.SearchStrategy[Edit] | st.SearchStrategy[Turn] | None
"""What a parameter takes that draws edits: one at a time, or a few that belong together."""


def shipped_processes(*, key: Argument[str] = ...) -> st.SearchStrategy[Process]:
    """Draw processes that ship, equal to those of `PROCESSES`; shrinks towards the first.

    One prints as `named('pps')`.
    """
    return resolved(key, st.sampled_from(list(PROCESSES))).map(named_and_told)


# --- edits --------------------------------------------------------------------------------------------


def edits_of(
    case: Collaboration,
    *,
    on: Argument[date] = ...,
    beside: Iterable[Process] | EllipsisType = ...,
) -> st.SearchStrategy[Edit]:
    """Draw edits of a case; shrinks towards leaving an early entry out.

    `on` is the day of what is added or moved, `beside` are the processes that may be opened. Not every
    edit can be made: see `edited`.
    """
    check("case", case, Collaboration, "a collaboration")
    return st.one_of(*_plain(case, on, _beside(case.process, beside)))


def _plain(
    case: Collaboration, on: Argument[date], beside: tuple[Process, ...]
) -> list[st.SearchStrategy[Edit]]:
    """Return a strategy for each kind of edit."""
    cast = Cast.of(case.process, case)
    entry = st.integers(1, case.version)
    day = resolved(on, cast.day())
    added: st.SearchStrategy[f.Fact] = facts(case.process, case=case, on=day)
    party = parties(case.process, id=among(("buurt", "bond", "bedrijf")))
    step = among([transition.trigger for transition in case.process.exits(case.phase)])
    return [
        *(built(Drop, entry) for _ in range(3)),
        *(built(Redate, entry, day) for _ in range(2)),
        built(Move, entry, entry),
        built(Duplicate, entry),
        # One for each kind of fact, so that each is drawn as often.
        *(built(Add, facts(case.process, kind, case=case, on=day)) for kind in RECORDED),
        built(Join, party, day),
        _openings(cast.agreements, beside, day),
        built(Correct, entry, st.none() | added),
        built(Stamp, entry, maybe(st.sampled_from(PERSONS)), maybe(cast.party)),
        built(Rename, st.sampled_from(IDS), maybe(st.sampled_from(TITLES))),
        built(Shift, st.sampled_from(STARTS)),
        built(Prepare, step, day),
        *(built(Prepare, step, day, st.just(MAIN), st.just(True)) for _ in range(2)),
        built(Take, step, day),
    ]


def _beside(process: Process, given: Iterable[Process] | EllipsisType) -> tuple[Process, ...]:
    """Return the processes that may be opened beside one: beside one of your own, itself alone."""
    if not isinstance(given, EllipsisType):
        return items("beside", given, Process, "processes")
    if process.key in PROCESSES or process.based_on in PROCESSES:
        return tuple(other for other in PROCESSES.values() if other.subject != "agreement")
    return () if process.subject == "agreement" else (process,)


def _openings(
    agreements: tuple[str, ...], beside: tuple[Process, ...], day: st.SearchStrategy[date]
) -> st.SearchStrategy[Edit]:
    """Draw openings of another track: of a second kind, or the life of an agreement."""
    lives = built(Open, st.just(AGREEMENT), among(agreements), day)
    second = built(Open, among(beside), st.just(SECOND), day)
    return second | lives


# --- cases --------------------------------------------------------------------------------------------


def collaborations(
    process: Process,
    *,
    phase: Argument[str] = ...,
    around: Argument[str] = ...,
    beside: Iterable[Process] | EllipsisType = ...,
    edits: Edits = None,
    max_edits: int = MOST,
) -> st.SearchStrategy[Collaboration]:
    """Draw cases: the canonical one in a phase, or one ready for a step, with a few edits.

    Shrinks towards the canonical one without edits.

    With `phase` every case is in that phase. With `around` it began there, and an edit may have left out
    the step that led there, or taken another. With neither: around any phase that can be reached; shrinks
    towards the first. `beside` are the processes that may be opened on another track: by default those
    that ship, and for a process of your own itself. `edits` draws the edits instead of `edits_of` and
    `edges_of`; at most `max_edits` are made, a group of them counting as one.

    A failing case prints as `edited(canonical(gs.PPS, 'management'), Drop(7))`: text that makes the
    case again, with `from gezondsamen.testing import *`, `import gezondsamen as gs` and
    `from datetime import date`; of the edits those that could be made. A process of your own prints as
    the constant that holds it, or else as `named('its-key')`.

    Raises `InvalidRecord` when no way leads to the phase, and `InvalidArgument` when both are given.

    >>> collaborations(PPS, phase="negotiation").validate()
    """
    remember(process)
    _imported(process)
    if isinstance(phase, str):
        canonical(process, phase)
    if isinstance(around, str):
        canonical(process, around)
    drawn = _Drawn(canonical, reachable_phases, process, MAIN, _beside(process, beside))
    return _cases(drawn, phase, around, edits, max_edits)


def _imported(process: Process) -> None:
    """Fire a step and count a period: what does so is imported now, and not inside the first draw."""
    Every(days=1).after(DAY)
    for step in process.transitions[:1]:
        machine.fire(process, step.source, step.trigger)


@attrs.frozen
class _Drawn:
    """Say what cases begin with: the function, its process and phases, and the track that came to a phase."""

    base: Callable[[Process, str], Collaboration]
    phases: Callable[[Process], tuple[str, ...]]
    process: Process
    track: str
    beside: tuple[Process, ...]

    def changes(self, phase: str) -> st.SearchStrategy[Turn]:
        return _changes(self.base, self.process, phase, self.beside)

    def is_in(self, phase: str, case: Collaboration) -> bool:
        """Tell whether the track of a case is in a phase; an edit may have left the whole track out."""
        return self.track in case.dossier.known.tracks and case.phase_of(self.track) == phase

    def steps(self, phase: str) -> st.SearchStrategy[str | None]:
        """Draw a step for which a case is made ready; most often none."""
        return _steps(self.process, phase) if self.track == MAIN else st.none()

    def begun(self, phase: str, trigger: str | None) -> Collaboration:
        """Return the case to edit; one that is ready for a step where that can be."""
        if trigger is None or allowed(self.process, phase, trigger) is None:
            return self.base(self.process, phase)
        return _ready(self.process, trigger, phase)


@cache
def _steps(process: Process, phase: str) -> st.SearchStrategy[str | None]:
    triggers = [step.trigger for step in process.exits(phase)]
    # Twice none at least: what is sampled from one is no choice, and fewer choices shrink to a last phase.
    return st.sampled_from([None] * (2 * len(triggers) + 2) + triggers)


@cache
def _ready(process: Process, trigger: str, phase: str) -> Collaboration:
    return case_ready(process, trigger, phase, DAY)


def _cases(
    drawn: _Drawn, phase: Argument[str], around: Argument[str], edits: Edits, most: int
) -> st.SearchStrategy[Collaboration]:
    """Draw a base case and edits of it, in or around a phase."""
    if phase is not ... and around is not ...:
        raise InvalidArgument("both", "phase and around: give one of them", "around")
    stays, given = phase is not ..., edits is not None or most == 0

    @st.composite  # without arguments: hypothesis would print the process at length
    def cases(draw: st.DrawFn, keys: st.SearchStrategy[str]) -> Collaboration:
        key = draw(keys)
        begun = drawn.base(drawn.process, key) if given else drawn.begun(key, draw(drawn.steps(key)))
        chosen: Any = drawn.changes(key) if edits is None else edits
        case = begun
        done: list[Edit] = []
        # What moves all days comes last: the days of the others are counted from the beginning.
        for turn in sorted(map(_turn, draw(st.lists(chosen, max_size=most))), key=_shifts):
            after, taken = _after(case, turn)
            if not stays or drawn.is_in(key, after):
                case, done = after, done + taken
        return called(case, begun, done) if done else copied(begun)

    def prepared() -> st.SearchStrategy[Collaboration]:
        asked = phase if stays else around
        known = drawn.phases(drawn.process) if asked is ... else ()
        for key in known if edits is None else ():
            drawn.changes(key)
        return cases(resolved(asked, st.sampled_from(known)))

    # Deferred until hypothesis validates the strategy, once and before it draws: plans made inside the
    # first draw would count as its time, and on a slow machine fail hypothesis's health check.
    return st.deferred(prepared)


def _turn(chosen: Edit | Turn) -> Turn:
    return chosen if isinstance(chosen, tuple) else (chosen,)


def _shifts(turn: Turn) -> bool:
    return any(isinstance(edit, Shift) for edit in turn)


def _after(case: Collaboration, turn: Turn) -> tuple[Collaboration, list[Edit]]:
    """Return a case after the edits of a group that can be made, and those edits."""
    done: list[Edit] = []
    for edit in turn:
        after = made(case, edit)
        if after is not case:
            case, done = after, [*done, edit]
    return case, done


@cache  # making these costs more than drawing from them
def _changes(
    base: Callable[[Process, str], Collaboration], process: Process, phase: str, beside: tuple[Process, ...]
) -> st.SearchStrategy[Turn]:
    case = base(process, phase)
    plain: list[st.SearchStrategy[Turn]] = [st.tuples(edit) for edit in _plain(case, ..., beside)]
    return st.one_of(*plain, *turns(Scene(case, beside)))


# --- agreements -------------------------------------------------------------------------------------


def agreements(
    process: Process = PPS,
    *,
    phase: Argument[str] = ...,
    around: Argument[str] = ...,
    beside: Iterable[Process] | EllipsisType = ...,
    edits: Edits = None,
    max_edits: int = MOST,
) -> st.SearchStrategy[Collaboration]:
    """Draw fresh cases with an agreement whose life, on a track of its own, came to a phase.

    `phase` and `around` are phases of that life, and the others those of `collaborations`. Shrinks
    towards a life that just began, without edits. Prints as
    `edited(with_agreement(gs.PPS, 'in_force'), ...)`.

    Raises `InvalidRecord` as `with_agreement` does.
    """
    remember(process)
    _imported(process)
    for key in (None, phase, around):
        if key is None or isinstance(key, str):
            with_agreement(process, key)
    drawn = _Drawn(with_agreement, reachable_lives, process, COVENANT, _beside(process, beside))
    return _cases(drawn, phase, around, edits, max_edits)


# --- schedules --------------------------------------------------------------------------------------


def schedules(
    process: Process,
    *,
    case: Argument[Collaboration] = ...,
    on: Argument[date] = ...,
    until: Argument[date] = ...,
    calendar: Argument[WorkingCalendar | None] = ...,
) -> st.SearchStrategy[Schedule]:
    """Draw evaluation schedules; shrinks towards that of a canonical case, with free weekends.

    Left open, `until` lies after `on`.
    """
    drawn: dict[str, Any] = {
        "on": resolved(on, days(500, 1500)),
        "until": resolved(until, days(1500, 3000)),
        "calendar": resolved(calendar, st.just(WEEKENDS) | calendars()),
    }
    return st.builds(
        Spelt("gs.evaluation_schedule", evaluation_schedule), resolved(case, collaborations(process)), **drawn
    )
