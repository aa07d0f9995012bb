"""Contributions: what a party can bring in, and how firm that is, up to whether it came."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

CONTRIBUTION_KINDS = terms(
    "contribution_kind",
    ("staff", "menskracht en uren", "staff and hours"),
    ("money", "geld", "money"),
    ("project_support", "projectondersteuning", "project support"),
    ("information", "informatie en cijfers", "information and data"),
    ("location", "locatie", "location"),
    ("material", "materialen en hulpmiddelen", "materials and tools"),
    ("adviser", "adviseurs voor scholen", "advisers for schools"),
    ("activity", "activiteiten en interventies", "activities and interventions"),
    ("expertise", "deskundigheid of eigen ervaring", "expertise or lived experience"),
    ("ideas", "ideeën en meedenken", "ideas and thinking along"),
    ("training", "scholing", "training"),
    ("network_access", "toegang tot een netwerk", "access to a network"),
    ("free_goods", "gratis producten", "free goods"),
)
"""All kinds of contribution."""

CONTRIBUTION_STATUSES = terms(
    "contribution_status",
    ("asked", "gevraagd", "asked"),
    ("agreed", "toegezegd", "agreed"),
    ("kept", "nagekomen", "kept"),
    ("partly_kept", "deels nagekomen", "partly kept"),
    ("not_kept", "niet nagekomen", "not kept"),
)
"""All statuses of a contribution."""
