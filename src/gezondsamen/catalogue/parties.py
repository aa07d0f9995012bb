"""Kinds of party, and the side each kind is on in a public-private partnership.

Organisations of their own with a public task (care, welfare, childcare) count as public; firms count as
private, health insurers among them. A single party can count as something else (`Party.counts_as`).
"""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

SIDES = terms(
    "side",
    ("public", "publiek", "public"),
    ("private", "privaat", "private"),
    ("neither", "publiek noch privaat", "neither public nor private"),
)
"""All sides."""

PUBLIC = terms(
    "party_kind",
    ("municipality", "gemeente", "municipality"),
    ("ggd", "GGD", "municipal public health service (GGD)"),
    ("youth_health_care", "jeugdgezondheidszorg (JGZ)", "youth health care"),
    ("school", "school", "school"),
    ("school_board", "schoolbestuur", "school board"),
    ("police", "politie", "police"),
    ("government", "andere overheid", "other public authority"),
    ("knowledge_institute", "kennisinstituut", "knowledge institute"),
    groups=("public",),
)
"""Government, and what it runs or pays for as its own."""

SEMI_PUBLIC = terms(
    "party_kind",
    ("primary_care", "eerstelijnszorg", "primary care"),
    ("mental_health_care", "geestelijke gezondheidszorg (ggz)", "mental health care"),
    ("addiction_care", "verslavingszorg", "addiction care"),
    ("welfare_organisation", "welzijnsorganisatie", "welfare organisation"),
    ("youth_work", "jongerenwerk", "youth work"),
    ("childcare", "kinderopvang", "childcare"),
    ("care_provider", "andere zorgaanbieder", "other care provider"),
    groups=("public",),
)
"""Care and welfare: organisations of their own with a public task."""

PRIVATE = terms(
    "party_kind",
    ("business", "bedrijf", "business"),
    ("retailer", "winkel of winkelketen", "shop or chain of shops"),
    ("hospitality", "horecabedrijf", "hospitality business"),
    ("health_insurer", "zorgverzekeraar", "health insurer"),
    groups=("private",),
)
"""Those who do business."""

NEITHER = terms(
    "party_kind",
    ("sports_club", "sportvereniging", "sports club"),
    ("civil_organisation", "maatschappelijke organisatie", "civil society organisation"),
    ("foundation", "fonds", "charitable foundation"),
    ("resident", "bewoners", "residents"),
    groups=("neither",),
)
"""Civil society and residents."""

PARTY_KINDS = (*PUBLIC, *SEMI_PUBLIC, *PRIVATE, *NEITHER)
"""All kinds of party."""
