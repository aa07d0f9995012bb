"""Texts that people wrote, and the day on which all is told: what a reader must find again."""

from __future__ import annotations

from datetime import date

import gezondsamen as gs
from gezondsamen.dossier.journal import REDACTED


def texts_of(fact: gs.Fact) -> list[str]:
    """Return the free texts of a fact: what somebody wrote in their own words."""
    named = [getattr(fact, name, None) for name in ("text", "reason", "title", "unit")]
    party = fact.party.name if isinstance(fact, gs.PartyJoined) else None
    return [text for text in (*named, party) if text and text != REDACTED]


def last_day(case: gs.Collaboration) -> date:
    """Return the first day on which all that is on record has happened."""
    return max(entry.place[0] for entry in case.entries_after(0))
