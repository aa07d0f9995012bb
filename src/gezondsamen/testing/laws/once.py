"""The laws that are asked of a case once, not along a walk: they make many cases of one, or print it."""

from __future__ import annotations

from typing import Final

from gezondsamen.testing.laws.changes import SCHEDULES
from gezondsamen.testing.laws.demand import Law
from gezondsamen.testing.laws.migration import MIGRATION
from gezondsamen.testing.laws.questions import QUESTIONS
from gezondsamen.testing.laws.recording import RECORDING
from gezondsamen.testing.laws.redaction import redactions_leave_no_trace, redactions_reach_every_field
from gezondsamen.testing.laws.telling import TELLING

ONCE: Final[tuple[Law, ...]] = (
    *QUESTIONS,
    *RECORDING,
    *TELLING,
    *MIGRATION,
    *SCHEDULES,
    redactions_reach_every_field,
    redactions_leave_no_trace,
)
"""The laws of a case by itself, the quickest first."""
