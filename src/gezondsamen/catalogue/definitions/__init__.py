"""Definitions: what each term of the catalogue means, in one phrase of Dutch and of English.

A definition begins with the wider kind that the term belongs to and then says what sets it apart; it
has no capital at the start and no full stop. Keys and labels are not here, they stand in the tables of
terms. A definition is our own, unless `PASSAGES` names the passage of a source that gives it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gezondsamen.catalogue.definitions.agreements import AGREEMENT_FORMS, AGREEMENT_KINDS, CLAUSES
from gezondsamen.catalogue.definitions.consent import STANCES, SUBJECTS
from gezondsamen.catalogue.definitions.contacts import CONTACT_KINDS
from gezondsamen.catalogue.definitions.contributions import CONTRIBUTION_KINDS, CONTRIBUTION_STATUSES
from gezondsamen.catalogue.definitions.evaluations import ASPECTS, DECISIONS, EVALUATION_KINDS
from gezondsamen.catalogue.definitions.in_force import IN_FORCE
from gezondsamen.catalogue.definitions.interruption import INTERRUPTION
from gezondsamen.catalogue.definitions.municipality import MUNICIPALITY
from gezondsamen.catalogue.definitions.organisation import ORGANISATION
from gezondsamen.catalogue.definitions.parties import PARTY_KINDS, SIDES
from gezondsamen.catalogue.definitions.partners import PARTNERS
from gezondsamen.catalogue.definitions.partnership import PARTNERSHIP
from gezondsamen.catalogue.definitions.passages import PASSAGES
from gezondsamen.catalogue.definitions.policy import POLICY
from gezondsamen.catalogue.definitions.purpose import PURPOSE
from gezondsamen.catalogue.definitions.school import CERTIFICATE, SCHOOL
from gezondsamen.catalogue.definitions.sectors import SECTOR_GROUPS, SECTORS
from gezondsamen.catalogue.definitions.session import SESSION
from gezondsamen.catalogue.definitions.steering import DIRECTION, GGD
from gezondsamen.catalogue.definitions.support import SUPPORT
from gezondsamen.catalogue.definitions.surroundings import AT_SCHOOL, IN_CARE, IN_THE_NEIGHBOURHOOD

__all__ = ["DEFINITIONS", "PASSAGES"]

DEFINITIONS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "topic": {
        **PURPOSE,
        **PARTNERS,
        **POLICY,
        **ORGANISATION,
        **SUPPORT,
        **PARTNERSHIP,
        **IN_FORCE,
        **INTERRUPTION,
        **SCHOOL,
        **SESSION,
        **CERTIFICATE,
    },
    "role": {**DIRECTION, **GGD, **MUNICIPALITY, **AT_SCHOOL, **IN_CARE, **IN_THE_NEIGHBOURHOOD},
    "party_kind": PARTY_KINDS,
    "side": SIDES,
    "sector": SECTORS,
    "sector_group": SECTOR_GROUPS,
    "subject": SUBJECTS,
    "stance": STANCES,
    "contact_kind": CONTACT_KINDS,
    "evaluation_kind": EVALUATION_KINDS,
    "decision": DECISIONS,
    "aspect": ASPECTS,
    "contribution_kind": CONTRIBUTION_KINDS,
    "contribution_status": CONTRIBUTION_STATUSES,
    "agreement_kind": AGREEMENT_KINDS,
    "agreement_form": AGREEMENT_FORMS,
    "clause": CLAUSES,
}
"""The definition of each term, Dutch and English, by scheme and key."""
