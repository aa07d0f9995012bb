"""The processes: how collaborations in this field run, each as one value."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gezondsamen.phases.agreement import AGREEMENT
from gezondsamen.phases.certificate import CERTIFICATE
from gezondsamen.phases.effects_arena import EFFECTS_ARENA
from gezondsamen.phases.healthy_school import HEALTHY_SCHOOL
from gezondsamen.phases.integral import INTEGRAL
from gezondsamen.phases.intersectoral import INTERSECTORAL
from gezondsamen.phases.network import NETWORK
from gezondsamen.phases.policy_cycle import POLICY_CYCLE
from gezondsamen.phases.pps import PPS
from gezondsamen.phases.wellbeing_municipality import WELLBEING_MUNICIPALITY
from gezondsamen.phases.wellbeing_school import WELLBEING_SCHOOL
from gezondsamen.process.process import Process

__all__ = [
    "AGREEMENT",
    "CERTIFICATE",
    "EFFECTS_ARENA",
    "HEALTHY_SCHOOL",
    "INTEGRAL",
    "INTERSECTORAL",
    "NETWORK",
    "POLICY_CYCLE",
    "PPS",
    "PROCESSES",
    "WELLBEING_MUNICIPALITY",
    "WELLBEING_SCHOOL",
]

PROCESSES: Final[Mapping[str, Process]] = MappingProxyType(
    {
        process.key: process
        for process in (
            INTEGRAL,
            INTERSECTORAL,
            PPS,
            AGREEMENT,
            HEALTHY_SCHOOL,
            NETWORK,
            WELLBEING_MUNICIPALITY,
            WELLBEING_SCHOOL,
            POLICY_CYCLE,
            EFFECTS_ARENA,
            CERTIFICATE,
        )
    }
)
"""All processes by their key."""
