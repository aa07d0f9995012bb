"""Texts that people wrote: what a reader must find again, wherever a case is told."""

from __future__ import annotations

import gezondsamen as gs
from gezondsamen.dossier.journal import REDACTED


def texts_of(fact: gs.Fact) -> list[str]:
    """Return the free texts of a fact: what somebody wrote in their own words."""
    named = [getattr(fact, name, None) for name in ("text", "reason", "title", "unit")]
    party = fact.party.name if isinstance(fact, gs.PartyJoined) else None
    return [text for text in (*named, party) if text and text != REDACTED]
