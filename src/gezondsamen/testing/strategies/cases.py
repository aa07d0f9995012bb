"""Strategies for cases: a canonical case and a few edits, which is also how a failing one prints."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from gezondsamen.arguments import check
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.phases import AGREEMENT, PPS, PROCESSES
from gezondsamen.process.process import Process
from gezondsamen.schedule.calendars import WEEKENDS, WorkingCalendar
from gezondsamen.schedule.moments import Schedule
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.building.canonical import (
    canonical,
    reachable_lives,
    reachable_phases,
    with_agreement,
)
from gezondsamen.testing.building.edits import (
    Add,
    Correct,
    Drop,
    Duplicate,
    Edit,
    Join,
    Move,
    Open,
    Redate,
    edited,
)
from gezondsamen.testing.printing import Spelt, Told, named_and_told, remember, told
from gezondsamen.testing.strategies.arguments import Argument, among, days, resolved
from gezondsamen.testing.strategies.entities import calendars, parties
from gezondsamen.testing.strategies.facts import Cast, facts

MOST: Final = 4
"""How many edits a case gets at most, unless said otherwise."""


def shipped_processes(*, key: Argument[str] = ...) -> st.SearchStrategy[Process]:
    """Draw processes that ship, equal to those of `PROCESSES`; shrinks towards the first.

    One prints as `named('pps')`.
    """
    return resolved(key, st.sampled_from(list(PROCESSES))).map(named_and_told)


def edits_of(case: Collaboration, *, on: Argument[date] = ...) -> st.SearchStrategy[Edit]:
    """Draw edits of a case; shrinks towards leaving an early entry out.

    `on` is the day of what is added or moved. Not every edit can be made: see `edited`.
    """
    check("case", case, Collaboration, "a collaboration")
    cast = Cast.of(case.process, case)
    entry = st.integers(1, case.version)
    day = resolved(on, cast.day())
    added: st.SearchStrategy[f.Fact] = facts(case.process, case=case, on=day)
    party = parties(case.process, id=among(("buurt", "bond", "bedrijf")))
    return st.one_of(
        st.builds(Drop, entry),
        st.builds(Redate, entry, day),
        st.builds(Move, entry, entry),
        st.builds(Duplicate, entry),
        st.builds(Add, added),
        st.builds(Join, party, day),
        _openings(cast.agreements, day),
        st.builds(Correct, entry, st.none() | added),
    )


def _openings(agreements: tuple[str, ...], day: st.SearchStrategy[date]) -> st.SearchStrategy[Edit]:
    """Draw openings of another track: of a second kind, or the life of an agreement."""
    second = [key for key, process in PROCESSES.items() if process.subject != "agreement"]

    @st.composite  # keys are drawn: a process is too long to print in a strategy
    def drawn(draw: st.DrawFn) -> Edit:
        if len(agreements) > 0 and draw(st.booleans()):
            return Open(AGREEMENT, draw(st.sampled_from(agreements)), draw(day))
        return Open(PROCESSES[draw(st.sampled_from(second))], "tweede", draw(day))

    return drawn()


def collaborations(
    process: Process,
    *,
    phase: Argument[str] = ...,
    edits: st.SearchStrategy[Edit] | None = None,
    max_edits: int = MOST,
) -> st.SearchStrategy[Collaboration]:
    """Draw cases: the canonical one in a phase, with a few edits. Shrinks towards the canonical one.

    Without `phase`, a case that came to any phase that can be reached; shrinks towards the first. An
    edit may leave out the step that led there: a case need not end in that phase. `edits` draws the
    edits instead of `edits_of`.

    A failing case prints as `edited(canonical(gs.PPS, 'management'), Drop(7))`: text that makes the
    case again, with `from gezondsamen.testing import *`, `import gezondsamen as gs` and
    `from datetime import date`. A process of your own prints as the constant that holds it, or else
    as `named('its-key')`.

    Raises `InvalidRecord` when no way leads to the phase.

    >>> collaborations(PPS, phase="negotiation").validate()
    """
    remember(process)
    if isinstance(phase, str):
        canonical(process, phase)
    return _cases(canonical, reachable_phases, process, phase, edits, max_edits)


def _cases(
    base: Callable[[Process, str], Collaboration],
    phases: Callable[[Process], tuple[str, ...]],
    process: Process,
    phase: Argument[str],
    edits: st.SearchStrategy[Edit] | None,
    most: int,
) -> st.SearchStrategy[Collaboration]:
    """Draw a base case and edits of it; `phases` are those that can be drawn where the phase is left open."""

    @st.composite  # without arguments: hypothesis would print the process at length
    def cases(draw: st.DrawFn, keys: st.SearchStrategy[str]) -> Collaboration:
        key = draw(keys)
        edit = _edits(base, process, key) if edits is None else edits
        case, drawn = base(process, key), draw(st.lists(edit, max_size=most))
        call = Told(base.__name__, (process, key))
        if not drawn:
            return told(case, call.call, *call.given)
        return told(edited(case, *drawn), "edited", call, *drawn)

    def prepared() -> st.SearchStrategy[Collaboration]:
        known = phases(process) if phase is ... else ()
        for key in known:
            _edits(base, process, key)
        return cases(resolved(phase, st.sampled_from(known)))

    # Deferred until hypothesis validates the strategy, once and before it draws: plans made inside the
    # first draw would count as its time, and on a slow machine fail hypothesis's health check.
    return st.deferred(prepared)


@cache  # making these costs more than drawing from them
def _edits(
    base: Callable[[Process, str], Collaboration], process: Process, phase: str
) -> st.SearchStrategy[Edit]:
    return edits_of(base(process, phase))


# --- agreements -------------------------------------------------------------------------------------


def agreements(
    process: Process = PPS,
    *,
    phase: Argument[str] = ...,
    edits: st.SearchStrategy[Edit] | None = None,
    max_edits: int = MOST,
) -> st.SearchStrategy[Collaboration]:
    """Draw fresh cases with an agreement whose life, on a track of its own, came to a phase.

    Shrinks towards a life that just began, without edits. Prints as
    `edited(with_agreement(gs.PPS, 'in_force'), ...)`.

    Raises `InvalidRecord` as `with_agreement` does.
    """
    remember(process)
    with_agreement(process, phase if isinstance(phase, str) else None)
    return _cases(with_agreement, reachable_lives, process, phase, edits, max_edits)


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
