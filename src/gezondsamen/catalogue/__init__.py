"""The catalogue: the words of this field as terms, with the works and the limits that rules name.

One module per subject. Rules and phases are not here: they use what is.
"""

from __future__ import annotations

from gezondsamen.catalogue.agreements import AGREEMENT_FORMS, AGREEMENT_KINDS, CLAUSES
from gezondsamen.catalogue.consent import STANCES, SUBJECTS
from gezondsamen.catalogue.contacts import CONTACT_KINDS
from gezondsamen.catalogue.contributions import CONTRIBUTION_KINDS, CONTRIBUTION_STATUSES
from gezondsamen.catalogue.evaluations import ASPECTS, DECISIONS, EVALUATION_KINDS
from gezondsamen.catalogue.parties import PARTY_KINDS, SIDES
from gezondsamen.catalogue.roles import ROLES
from gezondsamen.catalogue.sectors import SECTOR_GROUPS, SECTORS
from gezondsamen.catalogue.topics import TOPICS
from gezondsamen.terms import Term

__all__ = ["TERMS"]

TERMS: tuple[Term, ...] = (
    *TOPICS,
    *ROLES,
    *PARTY_KINDS,
    *SIDES,
    *SECTORS,
    *SECTOR_GROUPS,
    *SUBJECTS,
    *STANCES,
    *CONTACT_KINDS,
    *EVALUATION_KINDS,
    *DECISIONS,
    *ASPECTS,
    *CONTRIBUTION_KINDS,
    *CONTRIBUTION_STATUSES,
    *AGREEMENT_KINDS,
    *AGREEMENT_FORMS,
    *CLAUSES,
)
"""All terms, scheme by scheme."""
