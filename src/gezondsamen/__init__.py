"""Model how organisations work together for local public health in the Netherlands.

Processes are state machines as values; parties, roles and agreements are facts in a journal; every
step is checked against cited rules. Begin with `Collaboration.start`.
"""

from __future__ import annotations

from gezondsamen.citations import Basis, Citation, Work
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
from gezondsamen.phases import INTEGRAL, INTERSECTORAL, PPS, PROCESSES
from gezondsamen.process.conditions import Limit
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.process import ALL_BUT_LAW, Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.process.verification import verify
from gezondsamen.terms import Term
