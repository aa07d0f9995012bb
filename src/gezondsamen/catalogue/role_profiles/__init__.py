"""Role profiles: of every role, who usually holds it and in which processes it plays, with its passage.

The level of a role (strategic, tactical, operational) stands with the role itself, in its groups.

>>> [(profile.role, profile.held_by) for profile in ROLE_PROFILES if "youth_work" in profile.held_by]
[('youth_worker', ('youth_work',))]
"""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.role_profiles.direction import DIRECTION
from gezondsamen.catalogue.role_profiles.profession import GGD, MUNICIPALITY
from gezondsamen.catalogue.role_profiles.profile import RoleProfile
from gezondsamen.catalogue.role_profiles.surroundings import CARE, COMMUNITY, SCHOOL

__all__ = ["ROLE_PROFILES", "RoleProfile"]

ROLE_PROFILES: Final[tuple[RoleProfile, ...]] = (
    *DIRECTION,
    *GGD,
    *MUNICIPALITY,
    *SCHOOL,
    *CARE,
    *COMMUNITY,
)
"""A profile for each role, in the order of the roles."""
