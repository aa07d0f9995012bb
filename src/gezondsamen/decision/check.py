"""Checks as values: may this step be taken on this day, and if not, what is missing and what would help.

How they come about stands in `steps`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import attrs

from gezondsamen.dossier.parties import About
from gezondsamen.errors import GezondsamenError
from gezondsamen.findings import Finding
from gezondsamen.forms.drafts import Draft, Remedy
from gezondsamen.forms.form import Form
from gezondsamen.language import language_of
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose import pages
from gezondsamen.prose.scene import Scene, staged
from gezondsamen.renderings import NOTEBOOK, framed

Status = Literal["met", "unmet", "waived", "advised", "note"]


@attrs.frozen(slots=False)  # made for every rule of every check, and quicker so
class Outcome:
    """Say how one requirement came out.

    `findings` are empty when it is met; `evidence` are numbers of journal entries that speak for it
    (a waiver's own, when it is waived); `remedy` says what would help where something is missing.
    `not_asked_through` is the last day of the first period of a watched rhythm: the rule counts as met
    until then, though there was not contact enough yet. `vacuous` is a rule that is met since there was
    nobody and nothing to look at. `later` are numbers of entries that would have met what is missing, had
    they not been dated after the day.
    """

    requirement: Requirement
    status: Status
    findings: tuple[Finding, ...] = ()
    evidence: tuple[int, ...] = ()
    remedy: Remedy | None = None
    scene: Scene | None = attrs.field(default=None, eq=False, repr=False)
    not_asked_through: date | None = None
    vacuous: bool = False
    later: tuple[int, ...] = ()

    @property
    def at_issue(self) -> bool:
        """Whether there was something to look at, and the first period of a watched rhythm is over."""
        return self.not_asked_through is None and not self.vacuous

    def __repr__(self) -> str:
        return f"Outcome({self.requirement.code!r} {self.status})"

    @property
    def form(self) -> Form:
        """What to fill in for this rule alone; empty where recording cannot help, or nothing is missing."""
        return _form(self.remedy.drafts if self.remedy is not None else (), staged(self.scene))

    def status_text(self, lang: str) -> str:
        """Return the status in words."""
        return pages.status_text(self, language_of(lang))

    def text(self, lang: str) -> str:
        """Return the row in words."""
        return pages.row_text(self, staged(self.scene).voice(lang))


def _form(drafts: tuple[Draft, ...], scene: Scene) -> Form:
    return Form.of(drafts, scene.process, {party: scene.names.get(party, party) for party in scene.everyone})


def rows_with(outcomes: tuple[Outcome, ...], *statuses: str) -> tuple[Outcome, ...]:
    """Return the rows that came out in one of these ways."""
    return tuple(row for row in outcomes if row.status in statuses)


@attrs.frozen(slots=False)
class Check:
    """Answer whether a step may be taken on a day, completely: every rule, in the order of rules.

    `possible` says whether the step leads out of this phase at all; `exits` the triggers that do.
    `repair` lists drafts that, recorded in order, make the step allowed (empty when it is, or when
    recording cannot help). `barred_by` is the number of a step of the track that was taken on a later
    day, `barred_on`: then no step is possible, however the rules came out on that day, and nothing helps.
    `led_to` is where a step that was taken led, if it leads elsewhere now.

    A check is true when the step is allowed.
    """

    trigger: str
    phase: str
    target: str | None
    on: date
    track: str
    about: About | None
    possible: bool
    outcomes: tuple[Outcome, ...]
    exits: tuple[str, ...] = ()
    repair: tuple[Draft, ...] = ()
    title: str = ""
    scene: Scene | None = attrs.field(default=None, eq=False, repr=False)
    barred_by: int | None = None
    barred_on: date | None = None
    led_to: str | None = None

    def __bool__(self) -> bool:
        return self.allowed

    def __repr__(self) -> str:
        if not self.possible:
            return f"Check({self.trigger!r} not possible in {self.phase!r})"
        codes = ", ".join(row.requirement.code for row in self.unmet)
        return f"Check({self.trigger!r} {'refused: ' + codes if codes else 'allowed'})"

    @property
    def allowed(self) -> bool:
        """Whether the step may be taken: it is possible, it leads where it led, no hard rule is unmet."""
        led_here = self.led_to is None
        return self.possible and led_here and all(row.status != "unmet" for row in self.outcomes)

    @property
    def form(self) -> Form:
        """What to fill in so that the step is allowed; empty where it is, or where recording cannot help."""
        return _form(self.repair, staged(self.scene))

    @property
    def unmet(self) -> tuple[Outcome, ...]:
        """The rows that block."""
        return rows_with(self.outcomes, "unmet")

    @property
    def advised(self) -> tuple[Outcome, ...]:
        """The rows that warn."""
        return rows_with(self.outcomes, "advised")

    def _repr_html_(self) -> str:
        return framed(self.explain(NOTEBOOK))

    def summary(self, lang: str) -> str:
        """Return the answer in one sentence."""
        return pages.check_summary(self, staged(self.scene).voice(lang))

    def explain(self, lang: str) -> str:
        """Return the check as a page; raises `InvalidArgument` for a language without texts."""
        return pages.check_page(self, staged(self.scene).voice(lang))


class TransitionRefused(GezondsamenError):
    """Refuse a step: it carries the check, which says why and what would help."""

    def __init__(self, check: Check) -> None:
        super().__init__(check)
        self.check = check

    def text(self, lang: str) -> str:
        """Return the answer in one sentence; `check.explain(lang)` is the whole page."""
        return self.check.summary(lang)

    def _fields(self) -> dict[str, Any]:
        return {"check": self.check}

    def __str__(self) -> str:
        check = self.check
        if check.barred_by is not None:
            return (
                f"{check.trigger!r} on {check.on} lies before the last step of track {check.track!r}, "
                f"on {check.barred_on} (entry {check.barred_by})"
            )
        if not check.possible:
            steps = ", ".join(check.exits) or "none: the phase is final"
            return f"{check.trigger!r} does not lead out of phase {check.phase!r}; possible: {steps}"
        rules = "; ".join(f"{row.requirement.code} {row.requirement.name.en}" for row in check.unmet)
        return (
            f"{check.trigger!r} is refused on {check.on}: {rules}. "
            "See .check.explain('en') for what is missing and what would help."
        )
