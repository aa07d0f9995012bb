"""The processes: how collaborations in this field run, each as one value.

Each is made when it is first asked for: who needs one does not wait for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

from gezondsamen.lazy import at_first_use
from gezondsamen.process.process import Process

if TYPE_CHECKING:
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

_KEYS: Final = (
    "integral",
    "intersectoral",
    "pps",
    "agreement",
    "healthy_school",
    "network",
    "wellbeing_municipality",
    "wellbeing_school",
    "policy_cycle",
    "effects_arena",
    "certificate",
)
"""The keys of the processes; each stands in a module of that name, as a constant of that name."""


class _Shipped(Mapping[str, Process]):
    """Map keys to processes, each of which is made when it is asked for."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Process:
        if key not in _KEYS:
            raise KeyError(key)
        process: Process = getattr(import_module(f"{__name__}.{key}"), key.upper())
        return process

    def __contains__(self, key: object) -> bool:
        return key in _KEYS

    def __iter__(self) -> Iterator[str]:
        return iter(_KEYS)

    def __len__(self) -> int:
        return len(_KEYS)

    def __repr__(self) -> str:
        return f"PROCESSES({', '.join(_KEYS)})"


PROCESSES: Final[Mapping[str, Process]] = _Shipped()
"""All processes by their key."""


if not TYPE_CHECKING:  # a type checker would take any name for a process
    __getattr__ = at_first_use(__name__, {key.upper(): f"{__name__}.{key}" for key in _KEYS})
