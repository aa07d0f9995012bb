"""What judging yields: findings, as numbers and ids; never prose."""

from __future__ import annotations

from datetime import date

import attrs

from gezondsamen.dossier.parties import NO_ONE, About


@attrs.frozen
class Finding:
    """Say what is missing: needed, found, about whom, and which condition of the rule says so.

    `needed` and `found` are keys, ISO dates or numbers; `at` is the path to the condition inside the
    requirement (`Requirement.condition_at`). `later` are days after that of the step on which it was
    recorded all the same.
    """

    needed: str | float | None = None
    found: str | float | None = None
    about: About | None = None
    at: tuple[int, ...] = ()
    later: tuple[date, ...] = ()


Judgement = tuple[tuple[Finding, ...], tuple[int, ...]]
"""Findings, and the numbers of the entries that speak for the rule."""

NOBODY = About("party", NO_ONE)
"""The subject of a finding that nobody was there to look at."""
