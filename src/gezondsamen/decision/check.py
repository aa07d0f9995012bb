"""Checks as values: may this step be taken on this day, and if not, what is missing and what would help.

How they come about stands in `steps`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import attrs

from gezondsamen.decision import explanation
from gezondsamen.decision.wording import Scene, capitalised, day_text, listing, say
from gezondsamen.dossier.parties import About
from gezondsamen.drafts import Draft, Remedy
from gezondsamen.errors import GezondsamenError
from gezondsamen.findings import Finding
from gezondsamen.process.requirements import Requirement

Status = Literal["met", "unmet", "waived", "advised", "note"]


@attrs.frozen(slots=False)  # made for every rule of every check, and quicker so
class Outcome:
    """Say how one requirement came out.

    `findings` are empty when it is met; `evidence` are numbers of journal entries that speak for it
    (a waiver's own, when it is waived); `remedy` says what would help where something is missing.
    `not_asked_through` is the last day of the first period of a watched rhythm: the rule counts as met
    until then, though there was not contact enough yet.
    """

    requirement: Requirement
    status: Status
    findings: tuple[Finding, ...] = ()
    evidence: tuple[int, ...] = ()
    remedy: Remedy | None = None
    scene: Scene | None = attrs.field(default=None, eq=False, repr=False)
    not_asked_through: date | None = None

    def status_text(self, lang: str) -> str:
        """Return the status in words."""
        if self.not_asked_through is not None:
            return say(lang, *explanation.NOT_ASKED_YET)
        return say(lang, *explanation.STATUS[self.status])

    def text(self, lang: str) -> str:
        """Return the row in words."""
        if self.scene is None:
            raise ValueError("an outcome is put into words inside its check")
        return explanation.outcome_text(
            self.requirement,
            self.status,
            self.findings,
            self.remedy,
            self.scene,
            lang,
            self.not_asked_through,
        )


def rows_with(outcomes: tuple[Outcome, ...], *statuses: str) -> tuple[Outcome, ...]:
    """Return the rows that came out in one of these ways."""
    return tuple(row for row in outcomes if row.status in statuses)


@attrs.frozen(slots=False)
class Check:
    """Answer whether a step may be taken on a day, completely: every rule, in the order of rules.

    `possible` says whether the step leads out of this phase at all; `exits` the triggers that do.
    `repair` lists drafts that, recorded in order, make the step allowed (empty when it is, or when
    recording cannot help).
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

    @property
    def allowed(self) -> bool:
        """Whether the step may be taken: it is possible, and no hard rule is unmet."""
        return self.possible and all(row.status != "unmet" for row in self.outcomes)

    @property
    def unmet(self) -> tuple[Outcome, ...]:
        """The rows that block."""
        return rows_with(self.outcomes, "unmet")

    @property
    def advised(self) -> tuple[Outcome, ...]:
        """The rows that warn."""
        return rows_with(self.outcomes, "advised")

    def summary(self, lang: str) -> str:
        """Return the answer in one sentence."""
        if self.possible:
            return _verdict(len(self.unmet), lang)
        assert self.scene is not None
        process = self.scene.process
        here = process.phase(self.phase).label.text(lang)
        steps = listing([f"“{t.label.text(lang)}”" for t in process.exits(self.phase)], lang, word="or")
        return say(
            lang,
            f"Deze stap kan niet vanuit de fase “{here}”. Wel mogelijk: {steps or 'niets meer'}.",
            f"This step does not lead out of phase “{here}”. Possible are: {steps or 'none'}.",
        )

    def explain(self, lang: str) -> str:
        """Return the check as a page in plain words."""
        assert self.scene is not None
        process = self.scene.process
        day = day_text(self.on, lang)
        labels = {t.trigger: t.label.text(lang) for t in process.transitions}
        step = labels.get(self.trigger, self.trigger)
        title = f"{self.title + ': ' if self.title else ''}{step} ({day})"
        lines = [title, "=" * len(title)]
        if not self.possible:
            return "\n".join([*lines, self.summary(lang)]) + "\n"
        here = process.phase(self.phase).label.text(lang)
        there = process.phase(self.target or self.phase).label.text(lang)
        if self.target == self.phase:
            lines.append(say(lang, f"De fase blijft “{here}”.", f"The phase stays “{here}”."))
        else:
            lines.append(say(lang, f"Van “{here}” naar “{there}”.", f"From “{here}” to “{there}”."))
        lines.append(self.summary(lang))
        return "\n".join(lines + sections(self.outcomes, lang)) + "\n"


def _verdict(missing: int, lang: str) -> str:
    if not missing:
        return say(lang, "Deze stap kan worden gezet.", "This step can be taken.")
    if missing == 1:
        return say(
            lang, "Dit is nog niet rond: er ontbreekt één ding.", "Not complete yet: one thing is missing."
        )
    return say(
        lang,
        f"Dit is nog niet rond: er ontbreken {missing} dingen.",
        f"Not complete yet: {missing} things are missing.",
    )


def sections(outcomes: tuple[Outcome, ...], lang: str) -> list[str]:
    """Return the parts of a page, one for each status that occurs."""

    def texts(*statuses: str, asked: bool = True) -> list[str]:
        rows = rows_with(outcomes, *statuses)
        return [row.text(lang) for row in rows if (row.not_asked_through is None) is asked]

    return [
        *explanation.section(say(lang, "Wat nog nodig is", "What is still needed"), texts("unmet")),
        *explanation.section(
            say(lang, "Aandachtspunten (houden niets tegen)", "Points of attention (nothing is held up)"),
            texts("advised"),
        ),
        *explanation.section(say(lang, "Van afgeweken", "Set aside"), texts("waived")),
        *explanation.section(say(lang, "In orde", "In order"), texts("met")),
        *explanation.section(capitalised(say(lang, *explanation.NOT_ASKED_YET)), texts("met", asked=False)),
        *explanation.section(say(lang, "Goed om te weten", "Good to know"), texts("note")),
    ]


class TransitionRefused(GezondsamenError):
    """Refuse a step: it carries the check, which says why and what would help."""

    def __init__(self, check: Check) -> None:
        super().__init__(check)
        self.check = check

    def _fields(self) -> dict[str, Any]:
        return {"check": self.check}

    def __str__(self) -> str:
        check = self.check
        if not check.possible:
            steps = ", ".join(check.exits) or "none: the phase is final"
            return f"{check.trigger!r} does not lead out of phase {check.phase!r}; possible: {steps}"
        rules = "; ".join(f"{row.requirement.code} {row.requirement.name.en}" for row in check.unmet)
        return (
            f"{check.trigger!r} is refused on {check.on}: {rules}. "
            "See .check.explain('en') for what is missing and what would help."
        )
