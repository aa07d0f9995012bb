"""For test authors: cases by construction, walks through any process, and laws that hold for all."""

from gezondsamen.testing.building.canonical import DAY, canonical, reachable_phases, with_agreement
from gezondsamen.testing.building.changes import edited
from gezondsamen.testing.building.edges import edges_in
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
from gezondsamen.testing.building.readiness import case_lacking, case_ready
from gezondsamen.testing.coverage import RuleCoverage
from gezondsamen.testing.laws.adaptation import assert_adaptations
from gezondsamen.testing.laws.arguments import assert_own_errors
from gezondsamen.testing.laws.case import assert_consistent
from gezondsamen.testing.laws.moments import broken_moments
from gezondsamen.testing.laws.process import assert_process_laws, broken_laws
from gezondsamen.testing.laws.rhythms import assert_schedule_keeps_rhythm, broken_rhythms
from gezondsamen.testing.laws.stores import CaseStoreTests
from gezondsamen.testing.names import named
from gezondsamen.testing.path import Path, PathStep, paths
from gezondsamen.testing.printing import told
from gezondsamen.testing.programs import as_test
from gezondsamen.testing.stories import to_gherkin
from gezondsamen.testing.strategies.cases import (
    agreements,
    collaborations,
    edits_of,
    schedules,
    shipped_processes,
)
from gezondsamen.testing.strategies.documents import Breakage, broken, broken_documents, documents
from gezondsamen.testing.strategies.edges import edges_of
from gezondsamen.testing.strategies.entities import calendars, labels, parties, periods, subjects
from gezondsamen.testing.strategies.facts import days_of, evaluations, facts, journals
from gezondsamen.testing.strategies.processes import conditions, processes, requirements
from gezondsamen.testing.strategies.reach.scene import Turn
from gezondsamen.testing.strategies.readiness import nearly_ready, ready
from gezondsamen.testing.vocabulary import VOCABULARY, requirement
from gezondsamen.testing.walk import ProcessWalk

__all__ = [
    "DAY",
    "VOCABULARY",
    "Add",
    "Breakage",
    "CaseStoreTests",
    "Correct",
    "Drop",
    "Duplicate",
    "Edit",
    "Join",
    "Move",
    "Open",
    "Path",
    "PathStep",
    "Prepare",
    "ProcessWalk",
    "Redate",
    "Rename",
    "RuleCoverage",
    "Shift",
    "Stamp",
    "Take",
    "Turn",
    "agreements",
    "as_test",
    "assert_adaptations",
    "assert_consistent",
    "assert_own_errors",
    "assert_process_laws",
    "assert_schedule_keeps_rhythm",
    "broken",
    "broken_documents",
    "broken_laws",
    "broken_moments",
    "broken_rhythms",
    "calendars",
    "canonical",
    "case_lacking",
    "case_ready",
    "collaborations",
    "conditions",
    "days_of",
    "documents",
    "edges_in",
    "edges_of",
    "edited",
    "edits_of",
    "evaluations",
    "facts",
    "journals",
    "labels",
    "named",
    "nearly_ready",
    "parties",
    "paths",
    "periods",
    "processes",
    "reachable_phases",
    "ready",
    "requirement",
    "requirements",
    "schedules",
    "shipped_processes",
    "subjects",
    "to_gherkin",
    "told",
    "with_agreement",
]
