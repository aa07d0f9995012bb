"""Canonical cases: the fewest facts with which the library's own plan comes to a phase."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from gezondsamen.arguments import check, check_day, check_text
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.planning import Plan
from gezondsamen.dossier.facts import AgreementDrafted, Fact
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidRecord
from gezondsamen.forms.drafts import Draft
from gezondsamen.phases import AGREEMENT
from gezondsamen.process.process import Process
from gezondsamen.testing.printing import told

DAY: Final = date(2024, 1, 8)
"""The day on which canonical cases begin, and on which everything in them happens."""

COVENANT: Final = "covenant"
"""The id of the agreement in cases of `with_agreement`, and the name of its track."""


def filled(drafts: Iterable[Draft], text: str = "…") -> tuple[Fact, ...]:
    """Return drafts as facts, with the same text in every blank."""
    return tuple(draft.fill(text) for draft in drafts)


def canonical(process: Process, phase: str | None = None, *, on: date = DAY) -> Collaboration:
    """Return the minimal case that came to a phase by the library's own plan; without a phase, a fresh one.

    Everything in it happened on one day. Raises `InvalidRecord` when the plan finds no way there.

    >>> from gezondsamen.phases import PPS
    >>> canonical(PPS, "management").phase
    'management'
    """
    _check(process, phase)
    check_day("on", on)
    return _canonical(process, phase, on)


def _check(process: Process, phase: str | None) -> None:
    check("process", process, Process, "a process")
    check_text("phase", phase)


# The caches stand on functions of their own: they would hide from type checkers what the public ones take.
@cache
def _canonical(process: Process, phase: str | None, on: date) -> Collaboration:
    case = Collaboration.start(process, id="case", on=on)
    if phase is not None and phase != case.phase:
        case = _carried_out(case, MAIN, plan_to(process, phase, on), on, f"process {process.key!r}")
    given = (process,) if phase is None else (process, phase)
    return told(case, "canonical", *given) if on == DAY else case


@cache
def plan_to(process: Process, phase: str, on: date) -> Plan:
    """Return the plan to a phase in a fresh case that began on a day."""
    return Collaboration.start(process, id="case", on=on).plan(phase, on=on)


def _carried_out(case: Collaboration, track: str, plan: Plan, on: date, what: str) -> Collaboration:
    """Return the case with a plan for a track carried out; raises where it found no way."""
    if not plan.found:
        raise InvalidRecord("no-route", f"no way leads to phase {plan.to!r} of {what}.", plan.to)
    for step in plan.steps:
        case = case.advance(step.trigger, *filled(step.drafts), on=on, track=track)
    return case


def reachable_phases(process: Process) -> tuple[str, ...]:
    """Return the keys of the phases that the library's own plan leads to, in the order of the process.

    >>> from gezondsamen.phases import PPS
    >>> reachable_phases(PPS)[:2]
    ('initiative', 'organisation_form')
    """
    _check(process, None)
    return _reachable(process)


@cache
def _reachable(process: Process) -> tuple[str, ...]:
    return _led_to(canonical(process), MAIN, process)


def _led_to(case: Collaboration, track: str, process: Process) -> tuple[str, ...]:
    """Return the phases of the process on a track that a plan leads to, the present one included."""
    here = case.phase_of(track)
    keys = [phase.key for phase in process.phases]
    return tuple(key for key in keys if key == here or case.plan(key, on=DAY, track=track).found)


def with_agreement(process: Process, phase: str | None = None) -> Collaboration:
    """Return a fresh case with an agreement whose life came to a phase by the library's own plan.

    The agreement is called `covenant`, and so is its track; without a phase its life begins.

    Raises `InvalidRecord` when the words of the process know no agreement, and when the plan finds no
    way there.

    >>> from gezondsamen.phases import PPS
    >>> with_agreement(PPS, "in_force").phase_of("covenant")
    'in_force'
    """
    _check(process, phase)
    return _with_agreement(process, phase)


@cache
def _with_agreement(process: Process, phase: str | None) -> Collaboration:
    kinds = list(process.vocabulary.get("agreement_kind", ()))
    if not kinds:
        raise InvalidRecord("unknown-word", f"process {process.key!r} knows no agreements.", process.key)
    case = canonical(process).record(AgreementDrafted(DAY, COVENANT, kinds[0]))
    case = case.open(AGREEMENT, on=DAY, track=COVENANT)
    if phase is not None and phase != case.phase_of(COVENANT):
        plan = case.plan(phase, on=DAY, track=COVENANT)
        case = _carried_out(case, COVENANT, plan, DAY, "an agreement")
    return told(case, "with_agreement", *((process,) if phase is None else (process, phase)))


@cache
def reachable_lives(process: Process) -> tuple[str, ...]:
    """Return the phases that a plan leads to in the life of the agreement of `with_agreement`."""
    return _led_to(with_agreement(process), COVENANT, AGREEMENT)


def forget() -> None:
    """Empty what is remembered here."""
    for remembered in (plan_to, _canonical, _reachable, _with_agreement, reachable_lives):
        remembered.cache_clear()
