"""What the stories on parties share: who comes, and how a case goes on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import gezondsamen as gs
from gezondsamen.decision.check import Outcome
from tests.support.dossiers import A_DAY, last_day

NEWCOMER = gs.Party(id="nieuw", name="Wijkcentrum", kind="welfare_organisation", sectors=("welfare",))
"""Somebody from outside, of another sector, who comes when the others have begun."""

ALDERMAN = gs.Party(
    id="gemeente", name="Gemeente Waterstad", kind="municipality", sectors=("public_health", "sport")
)
"""A municipality that stands for two sectors by itself."""


def codes(rows: Iterable[Outcome]) -> set[str]:
    return {row.requirement.code for row in rows}


def asked_of(party: str, rows: Iterable[Outcome]) -> set[str]:
    """Return the codes of the rules that lack something of a party, or of the sector that it brought."""
    subjects = {gs.About("party", party), *(gs.About("sector", key) for key in NEWCOMER.sectors)}
    return {row.requirement.code for row in rows if any(x.about in subjects for x in row.findings)}


def the_day_after(case: gs.Collaboration) -> date:
    return last_day(case) + A_DAY


def as_asked(case: gs.Collaboration, trigger: str, on: date, about: str | None = None) -> gs.Collaboration:
    """Return the case after a step, with what its check asks for on record on that day."""
    check = case.check(trigger, on=on, about=about)
    case = case.record(*(draft.fill("…") for draft in check.repair))
    return case.advance(trigger, on=on, about=about)
