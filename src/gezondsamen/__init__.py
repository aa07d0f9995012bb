"""Model how organisations work together for local public health in the Netherlands.

Processes are state machines as values; parties, roles and agreements are facts in a journal; every
step is checked against cited rules. Begin with `Collaboration.start`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gezondsamen.citations import Citation, Work
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, TransitionRefused
from gezondsamen.decision.machine import to_machine
from gezondsamen.dossier.facts import (
    ActionAgreed,
    AgreementDrafted,
    AgreementRevised,
    Consented,
    ContributionRecorded,
    EvaluationHeld,
    EvaluationPlanned,
    Fact,
    Met,
    PartyJoined,
    PartyLeft,
    PartySucceeded,
    Quantified,
    RoleAssigned,
    RoleEnded,
    Signed,
    Stated,
    WaiverGranted,
)
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.parties import About, Party
from gezondsamen.errors import (
    DocumentError,
    GezondsamenError,
    InvalidProcess,
    InvalidRecord,
    ProcessChanged,
    UnknownTrigger,
)
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import ALL_BUT_LAW, Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import Term

if TYPE_CHECKING:
    from gezondsamen.citations import Basis as Basis
    from gezondsamen.drafts import Draft as Draft
    from gezondsamen.errors import MissingExtra as MissingExtra
    from gezondsamen.exchange import dumps as dumps
    from gezondsamen.exchange import loads as loads
    from gezondsamen.exchange import to_dict as to_dict
    from gezondsamen.phases import AGREEMENT as AGREEMENT
    from gezondsamen.phases import CERTIFICATE as CERTIFICATE
    from gezondsamen.phases import EFFECTS_ARENA as EFFECTS_ARENA
    from gezondsamen.phases import HEALTHY_SCHOOL as HEALTHY_SCHOOL
    from gezondsamen.phases import INTEGRAL as INTEGRAL
    from gezondsamen.phases import INTERSECTORAL as INTERSECTORAL
    from gezondsamen.phases import NETWORK as NETWORK
    from gezondsamen.phases import POLICY_CYCLE as POLICY_CYCLE
    from gezondsamen.phases import PPS as PPS
    from gezondsamen.phases import PROCESSES as PROCESSES
    from gezondsamen.phases import WELLBEING_MUNICIPALITY as WELLBEING_MUNICIPALITY
    from gezondsamen.phases import WELLBEING_SCHOOL as WELLBEING_SCHOOL
    from gezondsamen.process.conditions import Limit as Limit
    from gezondsamen.process.evaluation_points import EvaluationPoint as EvaluationPoint
    from gezondsamen.process.verification import verify as verify
    from gezondsamen.schedule.calendars import WEEKENDS as WEEKENDS
    from gezondsamen.schedule.calendars import DutchCalendar as DutchCalendar
    from gezondsamen.schedule.schedule import evaluation_schedule as evaluation_schedule

_LATER = {
    "AGREEMENT": "gezondsamen.phases",
    "CERTIFICATE": "gezondsamen.phases",
    "EFFECTS_ARENA": "gezondsamen.phases",
    "POLICY_CYCLE": "gezondsamen.phases",
    "INTEGRAL": "gezondsamen.phases",
    "INTERSECTORAL": "gezondsamen.phases",
    "PPS": "gezondsamen.phases",
    "PROCESSES": "gezondsamen.phases",
    "WELLBEING_SCHOOL": "gezondsamen.phases",
    "WELLBEING_MUNICIPALITY": "gezondsamen.phases",
    "NETWORK": "gezondsamen.phases",
    "HEALTHY_SCHOOL": "gezondsamen.phases",
    "DutchCalendar": "gezondsamen.schedule.calendars",
    "WEEKENDS": "gezondsamen.schedule.calendars",
    "evaluation_schedule": "gezondsamen.schedule.schedule",
    "verify": "gezondsamen.process.verification",
    "dumps": "gezondsamen.exchange",
    "loads": "gezondsamen.exchange",
    "to_dict": "gezondsamen.exchange",
}
"""Names that come with their first use, and from where: importing the library stays light."""

_AT_HOME = {
    "Basis": "gezondsamen.citations",
    "Draft": "gezondsamen.drafts",
    "EvaluationPoint": "gezondsamen.process.evaluation_points",
    "Limit": "gezondsamen.conditions",
    "MissingExtra": "gezondsamen.errors",
}
"""Names for authors of processes and of types: found here too, listed where they are at home."""

__all__ = [
    "AGREEMENT",
    "ALL_BUT_LAW",
    "CERTIFICATE",
    "EFFECTS_ARENA",
    "HEALTHY_SCHOOL",
    "INTEGRAL",
    "INTERSECTORAL",
    "NETWORK",
    "POLICY_CYCLE",
    "PPS",
    "PROCESSES",
    "WEEKENDS",
    "WELLBEING_MUNICIPALITY",
    "WELLBEING_SCHOOL",
    "About",
    "ActionAgreed",
    "AgreementDrafted",
    "AgreementRevised",
    "Check",
    "Citation",
    "Collaboration",
    "Consented",
    "ContributionRecorded",
    "DocumentError",
    "DutchCalendar",
    "Entry",
    "EvaluationHeld",
    "EvaluationPlanned",
    "Every",
    "Fact",
    "GezondsamenError",
    "InvalidProcess",
    "InvalidRecord",
    "Label",
    "Met",
    "Party",
    "PartyJoined",
    "PartyLeft",
    "PartySucceeded",
    "Phase",
    "Process",
    "ProcessChanged",
    "Quantified",
    "Requirement",
    "RoleAssigned",
    "RoleEnded",
    "Signed",
    "Stated",
    "Term",
    "Transition",
    "TransitionRefused",
    "UnknownTrigger",
    "WaiverGranted",
    "Work",
    "dumps",
    "evaluation_schedule",
    "loads",
    "to_dict",
    "to_machine",
    "verify",
]


if not TYPE_CHECKING:  # a type checker would take any name for one that comes later

    def __getattr__(name: str) -> Any:
        home = _LATER.get(name) or _AT_HOME.get(name)
        if home is not None:
            value = globals()[name] = getattr(import_module(home), name)
            return value
        raise AttributeError(f"module 'gezondsamen' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
