"""The processes: how collaborations in this field run, each as one value."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gezondsamen.phases.agreement import AGREEMENT
from gezondsamen.phases.integral import INTEGRAL
from gezondsamen.phases.intersectoral import INTERSECTORAL
from gezondsamen.phases.pps import PPS
from gezondsamen.process.process import Process

__all__ = ["AGREEMENT", "INTEGRAL", "INTERSECTORAL", "PPS", "PROCESSES"]

PROCESSES: Final[Mapping[str, Process]] = MappingProxyType(
    {process.key: process for process in (INTEGRAL, INTERSECTORAL, PPS, AGREEMENT)}
)
"""All processes by their key."""
