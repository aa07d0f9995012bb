"""Phases and the transitions between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import attrs

from gezondsamen.arguments import sequence
from gezondsamen.citations import Basis, Citation, to_basis
from gezondsamen.labels import Label
from gezondsamen.process.evaluation_points import Anchor
from gezondsamen.process.requirements import Requirement

PhaseKind = Literal["initial", "normal", "suspended", "final"]
Ending = Literal["success", "early", "neutral"]


def _to_rules(values: Iterable[Requirement]) -> tuple[Requirement, ...]:
    return sequence("rules", values)


@attrs.frozen
class Phase:
    """Describe a phase: where a collaboration can be.

    `stage` numbers it where the source does; `watches` are the rules looked after while in it;
    `outcome` says what kind of end a final phase is. `basis` says on what ground it stands. `in_force`
    marks the phase of an agreement in which it binds; no rule reads it, so that processes are equal
    without it.

    >>> idea = Phase("idea", Label(nl="idee", en="idea"), kind="initial")
    >>> idea.to("talks", "start", label=Label(nl="start", en="start")).target
    'talks'
    """

    key: str
    label: Label
    kind: PhaseKind = "normal"
    outcome: Ending | None = None
    stage: int | None = None
    watches: tuple[Requirement, ...] = attrs.field(default=(), converter=_to_rules, kw_only=True)
    citation: Citation | None = attrs.field(default=None, kw_only=True)
    basis: Basis = attrs.field(default=Basis.CHOICE, converter=to_basis, kw_only=True)
    in_force: bool = attrs.field(default=False, kw_only=True, eq=False)

    def to(
        self,
        target: Phase | str,
        trigger: str,
        *,
        label: Label,
        requires: tuple[Requirement, ...] = (),
        advises: tuple[Requirement, ...] = (),
        concerns: Literal["party"] | None = None,
        since: Phase | str | None = None,
        falls_due: Anchor | None = None,
        exceptional: bool = False,
        citation: Citation | None = None,
        basis: Basis | str = Basis.CHOICE,
    ) -> Transition:
        """Make the transition from this phase to another; nothing is registered anywhere."""
        return Transition(
            source=self.key,
            trigger=trigger,
            target=_key(target),
            label=label,
            requires=requires,
            advises=advises,
            concerns=concerns,
            since=None if since is None else _key(since),
            falls_due=falls_due,
            exceptional=exceptional,
            citation=citation,
            basis=to_basis(basis),
        )


def _key(phase: Phase | str) -> str:
    return phase.key if isinstance(phase, Phase) else phase


@attrs.frozen(kw_only=True)
class Transition:
    """Describe a step: from `source`, by `trigger`, to `target`.

    `requires` block, `advises` warn. A step onto its own phase is internal: recorded, no new visit.
    `concerns="party"` marks a step that takes in a party: conditions on each party look at that one.
    `since` lets its rules look back to the last entry into that phase. `falls_due` names what makes
    the step due by itself, from the day after: reported by `due`, never fired. What is on record until a day
    makes it due after the last such day about the same subject. `exceptional` marks a step that is no
    normal way forward: a plan takes it only where nothing else leads on.
    """

    source: str
    trigger: str
    target: str
    label: Label
    requires: tuple[Requirement, ...] = attrs.field(default=(), converter=_to_rules)
    advises: tuple[Requirement, ...] = attrs.field(default=(), converter=_to_rules)
    concerns: Literal["party"] | None = None
    since: str | None = None
    falls_due: Anchor | None = None
    exceptional: bool = False
    citation: Citation | None = None
    basis: Basis = attrs.field(default=Basis.CHOICE, converter=to_basis)

    @property
    def where(self) -> str:
        """The place of the step in its process: the phase it leaves and its trigger."""
        return f"{self.source}.{self.trigger}"

    @property
    def is_loop(self) -> bool:
        """Whether the step stays in its phase."""
        return self.source == self.target

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """All rules of the step in the order in which they are judged."""
        return self.requires + self.advises
