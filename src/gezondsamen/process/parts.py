"""The parts of a process as one value: what its laws are read from, and what an adaptation changes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import attrs

from gezondsamen.process.conditions import Limit, limits_in
from gezondsamen.process.evaluation_points import EvaluationPoint
from gezondsamen.process.phases import Phase, Transition
from gezondsamen.process.requirements import Requirement
from gezondsamen.terms import Term

Slot = tuple[str, tuple[Requirement, ...]]
"""Where rules stand, and the rules that stand there."""


@attrs.frozen(slots=False)
class Parts:
    """Hold phases, transitions, evaluation points and terms, whether or not they make a process."""

    phases: tuple[Phase, ...]
    transitions: tuple[Transition, ...]
    points: tuple[EvaluationPoint, ...] = ()
    terms: tuple[Term, ...] = ()

    def slots(self) -> Iterator[Slot]:
        """Yield (where, rules) for every place in which rules stand."""
        for transition in self.transitions:
            yield f"{transition.where} requires", transition.requires
            yield f"{transition.where} advises", transition.advises
        for phase in self.phases:
            yield f"{phase.key} watches", phase.watches

    @cached_property
    def rules(self) -> dict[str, Requirement]:
        """Every rule by its code, as it stands where it stands first."""
        found: dict[str, Requirement] = {}
        for _, rules in self.slots():
            for rule in rules:
                found.setdefault(rule.code, rule)
        return found

    def named_limits(self) -> Iterator[Limit]:
        """Yield the named limit of each place where one stands, in rules and in evaluation points."""
        conditions = tuple(rule.conditions for _, rules in self.slots() for rule in rules)
        return limits_in((conditions, self.points))

    @cached_property
    def limits(self) -> dict[str, Limit]:
        """Every named limit by its key."""
        return {limit.key: limit for limit in self.named_limits()}
