"""Cases in which much happens to few: made from a seed, of what can be recorded on the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any, Final

import gezondsamen as gs
from gezondsamen.dossier.facts import Retracted
from tests.testing.reference import conditions as words

STEP: Final = "step"
"""What stands for a step in the plot, beside the kinds of fact."""

PLOT: Final[tuple[Any, ...]] = (
    *[gs.PartyJoined] * 3,
    *[gs.Stated] * 6,
    *[gs.Met] * 3,
    *[gs.Consented, gs.ContributionRecorded, gs.RoleAssigned, gs.Signed, STEP] * 2,
    gs.Quantified,
    gs.RoleEnded,
    gs.AgreementDrafted,
    gs.AgreementRevised,
    gs.ActionAgreed,
    gs.EvaluationPlanned,
    gs.EvaluationHeld,
    gs.PartyLeft,
    gs.PartySucceeded,
    gs.PartyDivided,
    gs.WaiverGranted,
    Retracted,
)


class Story:
    """Tell what happens to a case: one thing after another, what is refused left out."""

    def __init__(self, process: gs.Process, seed: int) -> None:
        self.random = Random(seed)
        pick = self.random.choice
        self.day = date(2023, pick((1, 7, 8)), pick((1, 31)))
        self.case = gs.Collaboration.start(process, id="case", on=self.day)
        if pick((True, False, False)):
            since = self.day - timedelta(pick((0, 400)))
            self.case = gs.Collaboration.start(
                process, id="case", on=self.day, phase="work", since=since, reason="…"
            )
        else:
            self.case = self.case.advance("go", on=self.day)

    def told(self) -> gs.Collaboration:
        """Return the case after a good deal happened."""
        for _ in range(self.random.randint(5, 60)):
            self.day += timedelta(self.random.choice((0, 0, 0, 0, 1, 31, 92, 365)))
            what = self.random.choice(PLOT)
            try:
                self.case = self._step() if what is STEP else self._told(what)
            except (gs.InvalidRecord, gs.TransitionRefused, IndexError, ValueError):
                continue  # refused, or there is nobody and nothing to tell it of
        return self.case

    def _step(self) -> gs.Collaboration:
        trigger = self.random.choice(("again", "take_in", "stop", "resume"))
        about = gs.About("party", self._party()) if self.random.random() < 0.5 else None
        return self.case.advance(trigger, on=self.day, about=about)

    def _told(self, kind: Any) -> gs.Collaboration:
        if kind is Retracted:
            entry = self.random.randint(1, self.case.version)
            return self.case.correct(entry, None, reason="…")
        return self.case.record(FACTS[kind](self))

    # --- what there is to choose from ------------------------------------------------------------

    def pick(self, *values: Any) -> Any:
        return self.random.choice(values)

    def some(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.random.sample(keys, self.random.randint(0, 2)))

    def _party(self) -> str:
        every = list(self.case.dossier.known.members)
        return self.random.choice(every if self.random.random() < 0.2 else self.case.dossier.known.active)

    def parties(self) -> tuple[str, ...]:
        return tuple(self._party() for _ in range(self.random.randint(1, 3)))

    def about(self) -> gs.About | None:
        sector, role = self.pick(*words.SECTORS), self.pick(*words.ROLES)
        parties = [gs.About("party", self._party()) for _ in range(3)]
        return self.random.choice([None, gs.About("sector", sector), gs.About("role", role), *parties])

    def ahead(self, *days: int) -> date:
        return self.day + timedelta(self.pick(*days))

    def comes(self) -> gs.Party:
        """Return a party that is new, or one that left."""
        known = self.case.dossier.known
        gone = [m.party for i, m in known.members.items() if i not in known.active and i not in known.heirs]
        if gone and self.random.random() < 0.5:
            return self.random.choice(gone)
        ident, sectors = f"p{len(known.members)}", self.some(words.SECTORS)
        return gs.Party(ident, "…", self.pick(*words.KINDS), sectors, self.pick(True, False))

    def agreement(self) -> Any:
        return self.random.choice(self.case.dossier.agreements)

    def signs(self) -> gs.Signed:
        text = self.agreement()
        return gs.Signed(self.day, text.id, self.random.choice(text.parties))

    def drafts(self) -> gs.AgreementDrafted:
        ident, parties = f"a{len(self.case.dossier.agreements)}", tuple(dict.fromkeys(self.parties()))
        kind, form, end = self.pick("covenant", "informal"), self.pick(None, "verbal"), self.ahead(1, 100)
        obliged, clauses = parties[: self.pick(1, 2)], self.some(words.CLAUSES)
        return gs.AgreementDrafted(
            self.day, ident, kind, parties, obliged, clauses, form, None, end, self.pick(True, True, False)
        )

    def merges(self) -> gs.PartySucceeded:
        one, *others = self.random.sample(self.case.dossier.known.active, self.pick(2, 3))
        return gs.PartySucceeded(self.day, one, tuple(others))

    def divides(self) -> gs.PartyDivided:
        one, *others = self.random.sample(self.case.dossier.known.active, 3)
        return gs.PartyDivided(self.day, one, tuple(others))

    def action(self) -> gs.ActionAgreed:
        ident, owner, due = f"a{self.pick(1, 2)}", self._party(), self.ahead(0, 1, 100)
        return gs.ActionAgreed(self.day, ident, "…", owner, "youth", due, self.pick(None, None, due))

    def waives(self) -> gs.WaiverGranted:
        about, until = self.pick(None, None, self.about()), self.pick(None, self.ahead(0, 1, 400))
        code = f"OWN-{self.random.randint(1, words.ASKED):02}"
        trigger = self.pick(None, None, "pause", "again")
        return gs.WaiverGranted(self.day, code, "…", "u-1", None, trigger, about, until)

    def contributes(self) -> gs.ContributionRecorded:
        kind, status = self.pick("staff", "money", "location"), self.pick("asked", "agreed", "kept")
        return gs.ContributionRecorded(self.day, self._party(), kind, status, self.pick(None, 1))

    def plans(self) -> gs.EvaluationPlanned:
        kind, every = self.pick(*words.EVALUATIONS), self.pick(None, gs.Every(months=3))
        return gs.EvaluationPlanned(self.day, kind, every, self.day, self.some(("process", "effect")))

    def says(self) -> gs.Stated:
        until = self.pick(None, None, self.ahead(0, 1, 30, 365, 366))
        topic, holds = self.pick(*words.TOPICS), self.random.random() < 0.8
        return gs.Stated(self.day, topic, "…", self.about(), None, until if holds else None, holds)


FACTS: Final[dict[Any, Callable[[Story], gs.Fact]]] = {
    gs.PartyJoined: lambda s: gs.PartyJoined(s.day, s.comes()),
    gs.Stated: Story.says,
    gs.Met: lambda s: gs.Met(s.day, s.pick(*words.CONTACTS), s.parties()),
    gs.Consented: lambda s: gs.Consented(
        s.day, s._party(), s.pick("ambition", "joint_plan"), s.pick("agrees", "objects")
    ),
    gs.ContributionRecorded: Story.contributes,
    gs.RoleAssigned: lambda s: gs.RoleAssigned(s.day, s.pick(*words.ROLES), s.pick(None, s._party())),
    gs.RoleEnded: lambda s: gs.RoleEnded(s.day, s.pick(*words.ROLES), s.pick(None, s._party())),
    gs.Signed: Story.signs,
    gs.Quantified: lambda s: gs.Quantified(
        s.day, s.pick(*words.TOPICS, "notice_months"), s.pick(0, 1, 2, 3), s.about()
    ),
    gs.AgreementDrafted: Story.drafts,
    gs.AgreementRevised: lambda s: gs.AgreementRevised(
        s.day, s.agreement().id, s.pick(None, s.parties()), None, s.some(words.CLAUSES), s.ahead(1, 400)
    ),
    gs.ActionAgreed: Story.action,
    gs.EvaluationPlanned: Story.plans,
    gs.EvaluationHeld: lambda s: gs.EvaluationHeld(
        s.day,
        s.pick(*words.EVALUATIONS, "progress_talk"),
        s.pick(None, "continue", "adapt"),
        s.some(("process", "effect")),
    ),
    gs.PartyLeft: lambda s: gs.PartyLeft(s.day, s._party()),
    gs.PartySucceeded: Story.merges,
    gs.PartyDivided: Story.divides,
    gs.WaiverGranted: Story.waives,
}
"""How each kind of fact is told."""
