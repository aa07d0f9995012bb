"""Consent: what parties are asked to agree to, and the stance they take."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

SUBJECTS = terms(
    "subject",
    ("ambition", "gezamenlijke ambitie", "joint ambition"),
    ("joint_plan", "gezamenlijk plan", "joint plan"),
    ("amendment", "wijziging van de overeenkomst", "amendment of the agreement"),
    ("termination", "beëindiging van de overeenkomst", "ending of the agreement"),
)
"""All subjects of consent."""

STANCES = terms(
    "stance",
    ("agrees", "stemt in", "agrees"),
    ("objects", "maakt bezwaar", "objects"),
    ("consulted", "is alleen gehoord", "was only consulted"),
)
"""All stances."""
