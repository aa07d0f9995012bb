"""Kinds of contact: talks, in which people speak with each other, and messages and events."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

_TALKS = terms(
    "contact_kind",
    ("individual", "individueel gesprek", "individual talk"),
    ("plenary", "plenair overleg", "plenary meeting"),
    ("progress_talk", "voortgangsgesprek", "progress talk"),
    ("start_talk", "startgesprek", "start talk"),
    ("acquaintance", "kennismaking", "acquaintance"),
    ("visit", "werkbezoek", "visit"),
    ("joined_meeting", "deelname aan elkaars overleg", "joining each other’s meeting"),
    ("team_evaluation", "teamevaluatie", "team evaluation"),
    ("role_reflection", "gesprek over de rollen", "reflection on roles"),
    ("support_talk", "gesprek over draagvlak", "talk about support"),
    groups=("talk",),
)

_OTHER = terms(
    "contact_kind",
    ("awareness", "bijeenkomst over ieders rol en werkwijze", "session on roles and ways of working"),
    ("announcement", "aankondiging", "announcement"),
    ("celebration", "viering van een succes", "celebration of a success"),
    ("newsletter", "nieuwsbrief", "newsletter"),
    ("social_media", "bericht op sociale media", "message on social media"),
)

CONTACT_KINDS = (*_TALKS, *_OTHER)
"""All kinds of contact."""

TALKS = tuple(term.key for term in _TALKS)
"""The keys of the kinds that are a talk."""
