"""Model how organisations work together for local public health in the Netherlands.

Processes are state machines as values; parties, roles and agreements are facts in a journal; every
step is checked against cited rules. Begin with `Collaboration.start`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from gezondsamen.citations import Basis, Citation, Work
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, TransitionRefused
from gezondsamen.decision.drafts import Draft
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
    MissingExtra,
    ProcessChanged,
    UnknownTrigger,
)
from gezondsamen.labels import Label
from gezondsamen.periods import Every
from gezondsamen.process.conditions import Limit
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import ALL_BUT_LAW, Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import Term

if TYPE_CHECKING:
    from gezondsamen.exchange import dumps as dumps
    from gezondsamen.exchange import loads as loads
    from gezondsamen.exchange import to_dict as to_dict
    from gezondsamen.phases import AGREEMENT as AGREEMENT
    from gezondsamen.phases import INTEGRAL as INTEGRAL
    from gezondsamen.phases import INTERSECTORAL as INTERSECTORAL
    from gezondsamen.phases import PPS as PPS
    from gezondsamen.phases import PROCESSES as PROCESSES
    from gezondsamen.process.verification import verify as verify
    from gezondsamen.schedule.calendars import WEEKENDS as WEEKENDS
    from gezondsamen.schedule.calendars import DutchCalendar as DutchCalendar
    from gezondsamen.schedule.schedule import evaluation_schedule as evaluation_schedule

_LATER = {
    "AGREEMENT": "gezondsamen.phases",
    "INTEGRAL": "gezondsamen.phases",
    "INTERSECTORAL": "gezondsamen.phases",
    "PPS": "gezondsamen.phases",
    "PROCESSES": "gezondsamen.phases",
    "DutchCalendar": "gezondsamen.schedule.calendars",
    "WEEKENDS": "gezondsamen.schedule.calendars",
    "evaluation_schedule": "gezondsamen.schedule.schedule",
    "verify": "gezondsamen.process.verification",
    "dumps": "gezondsamen.exchange",
    "loads": "gezondsamen.exchange",
    "to_dict": "gezondsamen.exchange",
}
"""Names that come with their first use, and from where: importing the library stays light."""

__all__ = [
    "AGREEMENT",
    "ALL_BUT_LAW",
    "INTEGRAL",
    "INTERSECTORAL",
    "PPS",
    "PROCESSES",
    "WEEKENDS",
    "About",
    "ActionAgreed",
    "AgreementDrafted",
    "AgreementRevised",
    "Basis",
    "Check",
    "Citation",
    "Collaboration",
    "Consented",
    "ContributionRecorded",
    "DocumentError",
    "Draft",
    "DutchCalendar",
    "Entry",
    "EvaluationHeld",
    "EvaluationPlanned",
    "EvaluationPoint",
    "Every",
    "Fact",
    "GezondsamenError",
    "InvalidProcess",
    "InvalidRecord",
    "Label",
    "Limit",
    "Met",
    "MissingExtra",
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


def __getattr__(name: str) -> Any:
    if name in _LATER:
        value = globals()[name] = getattr(import_module(_LATER[name]), name)
        return value
    raise AttributeError(f"module 'gezondsamen' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
