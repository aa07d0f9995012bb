"""A scene: the case for which edges are made, and what its edits can name."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from gezondsamen.collaboration import Collaboration
from gezondsamen.decision.check import Check, Outcome
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.parties import Party
from gezondsamen.monitoring import Watch
from gezondsamen.process.process import Process
from gezondsamen.testing.building.edits import (
    Add,
    Edit,
)
from gezondsamen.testing.strategies.entities import parties
from gezondsamen.testing.strategies.facts import PERSONS, TEXTS, Cast, facts_of

Turn = tuple[Edit, ...]
"""A few edits that belong together."""

Made = st.SearchStrategy[Turn]

SECOND: Final = "tweede"
"""The name of a second track."""

SAYINGS: Final = (
    f.Stated,
    f.Quantified,
    f.Met,
    f.EvaluationHeld,
    f.EvaluationPlanned,
    f.Consented,
    f.ContributionRecorded,
)
"""Kinds of facts whose day counts for a rule."""


@attrs.frozen(slots=False)
class Scene:
    """Hold a case for which edges are made, and what its edits can name."""

    case: Collaboration
    beside: tuple[Process, ...]

    @cached_property
    def process(self) -> Process:
        return self.case.process

    @cached_property
    def cast(self) -> Cast:
        return Cast.of(self.process, self.case)

    @cached_property
    def first(self) -> date:
        return self.case.dossier.first_day

    @cached_property
    def day(self) -> st.SearchStrategy[date]:
        return self.cast.day()

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        return self.case.dossier.parties

    def newcomer(self, place: int = 0, **given: Any) -> st.SearchStrategy[Party]:
        names = (*self.cast.newcomers, *(f"nieuw-{number}" for number in range(3)))
        return parties(self.process, id=names[place], **given)

    @cached_property
    def saying(self) -> st.SearchStrategy[Any]:
        return facts_of(self.cast, *SAYINGS)

    @cached_property
    def statement(self) -> st.SearchStrategy[f.Stated]:
        return facts_of(self.cast, f.Stated, until=None, holds=True)

    @cached_property
    def rows(self) -> list[tuple[str | None, str, tuple[int, ...]]]:
        """Trigger, code and what to take back of the rules that can be waived: of steps on, and watched."""
        checks: list[tuple[str | None, Check | Watch]] = list(self.case.options(on=self.first).items())
        checks.append((None, self.case.monitor(on=self.first)))
        return [
            (trigger, row.requirement.code, () if row.status != "met" else row.evidence)
            for trigger, found in checks
            for row in found.outcomes
            if row.requirement.waivable and self._can_be_unmet(row, watched=trigger is None)
        ]

    def _can_be_unmet(self, row: Outcome, *, watched: bool) -> bool:
        """Whether a rule is unmet, or is met by entries that nothing else stands on."""
        if row.status == "unmet" or (watched and row.status == "advised"):
            return True
        facts = [self.case.dossier.journal[number].fact for number in row.evidence]
        hard = watched or row.requirement.code in self.process.hard
        return (
            hard and row.status == "met" and bool(facts) and all(isinstance(fact, SAYINGS) for fact in facts)
        )

    @cached_property
    def asked(self) -> list[tuple[str, str]]:
        """Trigger and code of each rule that can be waived, of the steps on."""
        return [(trigger, code) for trigger, code, _ in self.rows if trigger is not None]


def waiver(on: date, rule: str, **given: Any) -> Add:
    """Return that a rule is waived, with a reason and who approved it."""
    return Add(f.WaiverGranted(on, rule, TEXTS[0], PERSONS[0], **given))


def each(*edits: st.SearchStrategy[Any]) -> Made:
    """Draw these edits, one after another."""
    return st.tuples(*edits)
