"""Strategies for cases: a canonical case and a few edits, which is also how a failing one prints."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.errors import InvalidRecord
from gezondsamen.phases import AGREEMENT, PPS, PROCESSES
from gezondsamen.process.process import Process
from gezondsamen.schedule.calendars import WEEKENDS, WorkingCalendar
from gezondsamen.schedule.moments import Schedule
from gezondsamen.schedule.schedule import evaluation_schedule
from gezondsamen.testing.canonical import DAY, canonical, filled
from gezondsamen.testing.choices import Choice, among, chosen, days
from gezondsamen.testing.edits import Add, Correct, Drop, Duplicate, Edit, Join, Move, Open, Redate, edited
from gezondsamen.testing.entities import calendars, parties
from gezondsamen.testing.happenings import Scene, facts
from gezondsamen.testing.writing import Spelt, Told, named_and_told, remember, told

MOST: Final = 4
"""How many edits a case gets at most, unless said otherwise."""


def shipped_processes(*, key: Choice[str] = ...) -> st.SearchStrategy[Process]:
    """Draw processes that ship, equal to those of `PROCESSES`; shrinks towards the first.

    One prints as `named('pps')`.
    """
    return chosen(key, st.sampled_from(list(PROCESSES))).map(named_and_told)


def edits_of(case: Collaboration, *, on: Choice[date] = ...) -> st.SearchStrategy[Edit]:
    """Draw edits of a case; shrinks towards leaving an early entry out.

    `on` is the day of what is added or moved. Not every edit can be made: see `edited`.
    """
    scene = Scene.of(case.process, case)
    entry = st.integers(1, case.version)
    day = chosen(on, scene.day())
    added: st.SearchStrategy[f.Fact] = facts(case.process, case=case, on=day)
    party = parties(case.process, id=among(("buurt", "bond", "bedrijf")))
    return st.one_of(
        st.builds(Drop, entry),
        st.builds(Redate, entry, day),
        st.builds(Move, entry, entry),
        st.builds(Duplicate, entry),
        st.builds(Add, added),
        st.builds(Join, party, day),
        _openings(scene.agreements, day),
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
    phase: Choice[str] = ...,
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
    return _cases(canonical, process, chosen(phase, _phases(reachable_phases, process)), edits, max_edits)


def _phases(found: Callable[[Process], tuple[str, ...]], process: Process) -> st.SearchStrategy[str]:
    return st.deferred(lambda: st.sampled_from(found(process)))


def _cases(
    base: Callable[[Process, str], Collaboration],
    process: Process,
    phases: st.SearchStrategy[str],
    edits: st.SearchStrategy[Edit] | None,
    most: int,
) -> st.SearchStrategy[Collaboration]:
    @st.composite  # without arguments: hypothesis would print the process at length
    def cases(draw: st.DrawFn) -> Collaboration:
        phase = draw(phases)
        edit = _edits(base, process, phase) if edits is None else edits
        case, drawn = base(process, phase), draw(st.lists(edit, max_size=most))
        call = Told(base.__name__, (process, phase))
        if not drawn:
            return told(case, call.call, *call.given)
        return told(edited(case, *drawn), "edited", call, *drawn)

    return cases()


@cache  # making these costs more than drawing from them
def _edits(
    base: Callable[[Process, str], Collaboration], process: Process, phase: str
) -> st.SearchStrategy[Edit]:
    return edits_of(base(process, phase))


def reachable_phases(process: Process) -> tuple[str, ...]:
    """Return the keys of the phases that the library's own plan leads to, in the order of the process.

    >>> reachable_phases(PPS)[:2]
    ('initiative', 'organisation_form')
    """
    return _reachable_phases(process)


@cache
def _reachable_phases(process: Process) -> tuple[str, ...]:
    begun = canonical(process)
    return tuple(p.key for p in process.phases if p.key == begun.phase or begun.plan(p.key, on=DAY).found)


# --- agreements -------------------------------------------------------------------------------------

COVENANT: Final = "covenant"
"""The id of the agreement that cases are made around, and the name of its track."""


def with_agreement(process: Process, phase: str | None = None) -> Collaboration:
    """Return a fresh case with an agreement whose life came to a phase by the library's own plan.

    The agreement is called `covenant`, and so is its track; without a phase its life begins.

    Raises `InvalidRecord` when the words of the process know no agreement, and when the plan finds no
    way there.

    >>> with_agreement(PPS, "in_force").phase_of("covenant")
    'in_force'
    """
    return _with_agreement(process, phase)


@cache
def _with_agreement(process: Process, phase: str | None) -> Collaboration:
    kinds = list(process.vocabulary.get("agreement_kind", ()))
    if not kinds:
        raise InvalidRecord("unknown-word", f"process {process.key!r} knows no agreements.", process.key)
    case = canonical(process).record(f.AgreementDrafted(DAY, COVENANT, kinds[0]))
    case = case.open(AGREEMENT, on=DAY, track=COVENANT)
    if phase is None or case.phase_of(COVENANT) == phase:
        return case
    plan = case.plan(phase, on=DAY, track=COVENANT)
    if not plan.found:
        raise InvalidRecord("no-route", f"no way leads to phase {phase!r} of an agreement.", phase)
    for step in plan.steps:
        case = case.advance(step.trigger, *filled(step.drafts), on=DAY, track=COVENANT)
    return case


def agreements(
    process: Process = PPS,
    *,
    phase: Choice[str] = ...,
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
    return _cases(with_agreement, process, chosen(phase, _phases(_lives, process)), edits, max_edits)


@cache
def _lives(process: Process) -> tuple[str, ...]:
    begun = with_agreement(process)
    at = begun.phase_of(COVENANT)
    phases = [phase.key for phase in AGREEMENT.phases]
    return tuple(key for key in phases if key == at or begun.plan(key, on=DAY, track=COVENANT).found)


# --- schedules --------------------------------------------------------------------------------------


def schedules(
    process: Process,
    *,
    case: Choice[Collaboration] = ...,
    on: Choice[date] = ...,
    until: Choice[date] = ...,
    calendar: Choice[WorkingCalendar | None] = ...,
) -> st.SearchStrategy[Schedule]:
    """Draw evaluation schedules; shrinks towards that of a canonical case, with free weekends.

    Left open, `until` lies after `on`.
    """
    drawn: dict[str, Any] = {
        "on": chosen(on, days(500, 1500)),
        "until": chosen(until, days(1500, 3000)),
        "calendar": chosen(calendar, st.just(WEEKENDS) | calendars()),
    }
    return st.builds(
        Spelt("gs.evaluation_schedule", evaluation_schedule), chosen(case, collaborations(process)), **drawn
    )
