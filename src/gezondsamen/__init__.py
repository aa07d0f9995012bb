"""Model how organisations work together for local public health in the Netherlands.

Processes are state machines as values; parties, roles and agreements are facts in a journal; every
step is checked against cited rules. Begin with `Collaboration.start`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gezondsamen import renderings
from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, TransitionRefused
from gezondsamen.dossier.agreements import Agreement
from gezondsamen.dossier.commitments import Action, Contribution
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
from gezondsamen.dossier.parties import About, Party
from gezondsamen.dossier.roles import Role
from gezondsamen.errors import (
    DocumentError,
    GezondsamenError,
    InvalidProcess,
    InvalidRecord,
    ProcessChanged,
    UnknownTrigger,
)
from gezondsamen.labels import Label
from gezondsamen.lazy import at_first_use
from gezondsamen.periods import Every
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import Term

if TYPE_CHECKING:
    from gezondsamen.citations import Basis as Basis
    from gezondsamen.citations import Citation as Citation
    from gezondsamen.citations import Work as Work
    from gezondsamen.decision.machine import to_machine as to_machine
    from gezondsamen.dossier.facts import PartyDivided as PartyDivided
    from gezondsamen.dossier.journal import Entry as Entry
    from gezondsamen.errors import InvalidArgument as InvalidArgument
    from gezondsamen.errors import MissingExtra as MissingExtra
    from gezondsamen.exchange import dumps, loads, to_dict
    from gezondsamen.forms.blanks import Blank as Blank
    from gezondsamen.forms.drafts import Draft as Draft
    from gezondsamen.forms.form import Form
    from gezondsamen.forms.problems import FormError as FormError
    from gezondsamen.phases import (
        AGREEMENT,
        CERTIFICATE,
        EFFECTS_ARENA,
        HEALTHY_SCHOOL,
        INTEGRAL,
        INTERSECTORAL,
        NETWORK,
        POLICY_CYCLE,
        PPS,
        PROCESSES,
        WELLBEING_MUNICIPALITY,
        WELLBEING_SCHOOL,
    )
    from gezondsamen.process.conditions import Limit as Limit
    from gezondsamen.process.evaluation_points import EvaluationPoint as EvaluationPoint
    from gezondsamen.process.process import ALL_BUT_LAW as ALL_BUT_LAW
    from gezondsamen.process.verification import verify
    from gezondsamen.schedule.calendars import WEEKENDS, DutchCalendar
    from gezondsamen.schedule.schedule import evaluation_schedule

    __version__: str

_LATER = {
    "gezondsamen.citations": ("Basis", "Citation", "Work"),
    "gezondsamen.conditions": ("Limit",),
    "gezondsamen.decision.machine": ("to_machine",),
    "gezondsamen.dossier.facts": ("PartyDivided",),
    "gezondsamen.dossier.journal": ("Entry",),
    "gezondsamen.forms.blanks": ("Blank",),
    "gezondsamen.forms.drafts": ("Draft",),
    "gezondsamen.forms.form": ("Form",),
    "gezondsamen.forms.problems": ("FormError",),
    "gezondsamen.errors": ("InvalidArgument", "MissingExtra"),
    "gezondsamen.exchange": ("dumps", "loads", "to_dict"),
    "gezondsamen.phases": (
        "AGREEMENT",
        "CERTIFICATE",
        "EFFECTS_ARENA",
        "HEALTHY_SCHOOL",
        "INTEGRAL",
        "INTERSECTORAL",
        "NETWORK",
        "POLICY_CYCLE",
        "PPS",
        "PROCESSES",
        "WELLBEING_MUNICIPALITY",
        "WELLBEING_SCHOOL",
    ),
    "gezondsamen.process.evaluation_points": ("EvaluationPoint",),
    "gezondsamen.process.process": ("ALL_BUT_LAW",),
    "gezondsamen.process.verification": ("verify",),
    "gezondsamen.schedule.calendars": ("WEEKENDS", "DutchCalendar"),
    "gezondsamen.schedule.schedule": ("evaluation_schedule",),
    "gezondsamen.version": ("__version__",),
}
"""Names that come with their first use, by their home: importing the library stays light.

Those that `__all__` lacks are listed where they are at home, and are found here too.
"""


def _refusal(error: GezondsamenError, lang: str) -> str:
    from gezondsamen.prose.refusals import text_of

    return text_of(error, lang)


def _diagram(process: Process) -> str:
    from gezondsamen.exchange import to_svg

    return to_svg(process)


renderings.render_with(refusal=_refusal, diagram=_diagram)

_HOMES = {name: home for home, names in _LATER.items() for name in names}

__all__ = [
    "AGREEMENT",
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
    "Action",
    "ActionAgreed",
    "Agreement",
    "AgreementDrafted",
    "AgreementRevised",
    "Check",
    "Collaboration",
    "Consented",
    "Contribution",
    "ContributionRecorded",
    "DocumentError",
    "DutchCalendar",
    "EvaluationHeld",
    "EvaluationPlanned",
    "Every",
    "Fact",
    "Form",
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
    "Role",
    "RoleAssigned",
    "RoleEnded",
    "Signed",
    "Stated",
    "Term",
    "Transition",
    "TransitionRefused",
    "UnknownTrigger",
    "WaiverGranted",
    "dumps",
    "evaluation_schedule",
    "loads",
    "to_dict",
    "verify",
]


if not TYPE_CHECKING:  # a type checker would take any name for one that comes later
    __getattr__ = at_first_use(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
