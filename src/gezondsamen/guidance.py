"""Guidance: what helps people on the way, beside the rules of a step.

Three queries that a host can show next to a case: the factors that count in a phase, the roles that
nobody holds yet, and the topics of the agenda that are still open. They ask nothing and block
nothing. The lists they read are those of the catalogue; `among` takes the host's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from gezondsamen import arguments
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Outcome
from gezondsamen.decision.judge import judge_all
from gezondsamen.decision.repair import remedy
from gezondsamen.decision.waivers import waiver_of
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.evaluation.factors import Factor
from gezondsamen.phases import PROCESSES
from gezondsamen.process.conditions import with_limits
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.questions import situation
from gezondsamen.terms import unknown

if TYPE_CHECKING:
    from gezondsamen.catalogue.role_profiles import RoleProfile

FactorKind = Literal["success", "obstacle"]

_KINDS: Final = ("success", "obstacle")


def factors(
    process: str | Process,
    phase: str | None = None,
    kind: FactorKind | None = None,
    *,
    among: Iterable[Factor] | None = None,
) -> tuple[Factor, ...]:
    """Return what helps or hinders in a phase of a process; without a phase, anywhere in it.

    `process` is the key of a process that ships, or a process; one that was adapted keeps the factors
    of the process it was made from. `kind` leaves only what helps (`success`) or hinders (`obstacle`).

    Raises `InvalidArgument`, with the nearest name, when the process, the phase or the kind is unknown.

    >>> from gezondsamen.citations import Citation, Work
    >>> from gezondsamen.evaluation.factors import Factor, Scope
    >>> from gezondsamen.labels import Label
    >>> trust = Label(nl="vertrouwen", en="trust")
    >>> own = Factor("OWN-01", "success", trust, (Scope("pps", "negotiation"),), Citation(Work("own", "Own")))
    >>> [factor.label.en for factor in factors("pps", "negotiation", among=[own])]
    ['trust']
    >>> factors("pps", "management", among=[own])
    ()
    """
    found = _process(process)
    if phase is not None and not found.has_phase(phase):
        keys = {known.key: known.label for known in found.phases}
        raise _unknown("phase", phase, keys, f"process {found.key!r} has no phase {shown(phase)}")
    if kind is not None and kind not in _KINDS:
        raise _unknown("kind", kind, _KINDS, f"a factor has no kind {shown(kind)}")
    if among is None:
        from gezondsamen.catalogue.factors import FACTORS  # here: the list is long

        among = FACTORS
    return tuple(
        factor
        for factor in arguments.items("among", among, Factor, "factors")
        if kind in (None, factor.kind) and any(factor.bears(key, phase) for key in found.lineage)
    )


def open_roles(
    case: Collaboration,
    *,
    on: date,
    track: str | None = None,
    among: Iterable[RoleProfile] | None = None,
) -> tuple[RoleProfile, ...]:
    """Return the profiles of the roles that play in the process of a track and that nobody holds on a day.

    Not every role has to be filled: which ones a step asks for, its check says.

    Raises `InvalidRecord` when the track is unknown, or the day lies before its start or is no date.

    >>> import gezondsamen as gs
    >>> case = gs.Collaboration.start(gs.PPS, id="waterstad", on=date(2024, 1, 8))
    >>> [profile.role for profile in open_roles(case, on=date(2024, 1, 8))][:2]
    ['programme_manager', 'negotiator']
    """
    from gezondsamen.catalogue.role_profiles import ROLE_PROFILES, RoleProfile  # here: the list is long

    if among is None:
        among = ROLE_PROFILES
    arguments.check("case", case, Collaboration, "a collaboration")
    s = situation(case.processes, case.dossier, on, track)
    held = {entry.fact.role for entry in s.held}
    return tuple(
        profile
        for profile in arguments.items("among", among, RoleProfile, "profiles of roles")
        if profile.role not in held and any(profile.plays_in(key) for key in s.process.lineage)
    )


def open_topics(
    case: Collaboration,
    *,
    on: date,
    track: str | None = None,
    among: Iterable[Requirement] | None = None,
) -> tuple[Outcome, ...]:
    """Return the topics of the agenda that are not settled on a day, with findings and remedies.

    A topic is a rule, settled when it holds or when a waiver sets it aside until a later day. The
    agenda is the one that the guide gives for the Healthy School; for another process, say with
    `among` which topics are yours. A rule without conditions has nothing to settle.

    Raises `InvalidRecord` when the track is unknown, or the day lies before its start or is no date.

    >>> import gezondsamen as gs
    >>> day = date(2024, 1, 8)
    >>> case = gs.Collaboration.start(gs.HEALTHY_SCHOOL, id="fontein", on=day)
    >>> open_topics(case, on=day)[1].requirement.name.en
    'funding sources inventoried'
    >>> case = case.record(gs.Stated(on=day, topic="funding_source", text="Sportakkoord"))
    >>> open_topics(case, on=day)[1].requirement.name.en
    'contribution of every party recorded'
    """
    if among is None:
        from gezondsamen.phases.agenda import AGENDA

        among = AGENDA
    arguments.check("case", case, Collaboration, "a collaboration")
    s = situation(case.processes, case.dossier, on, track)
    scene = s.scene()
    found = []
    for topic in arguments.items("among", among, Requirement, "rules"):
        rule: Requirement = with_limits(topic, s.process.limits)
        findings, evidence = judge_all(rule.conditions, s)
        if findings and waiver_of(rule, s, findings) is None:
            found.append(Outcome(rule, "advised", findings, evidence, remedy(rule.conditions, s), scene))
    return tuple(found)


def _process(process: str | Process) -> Process:
    if isinstance(process, Process):
        return process
    if not isinstance(process, str) or process not in PROCESSES:
        raise _unknown("process", process, PROCESSES, f"no process {shown(process)} ships")
    return PROCESSES[process]


def _unknown(what: str, word: str, choices: Iterable[str], message: str) -> InvalidArgument:
    word = word if isinstance(word, str) else shown(word)
    return unknown(InvalidArgument, what, word, choices, f"{message}; choose from {', '.join(choices)}.")
