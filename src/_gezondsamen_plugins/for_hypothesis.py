"""Teach `st.from_type` the types of gezondsamen, as soon as somebody imports them and not before.

Hypothesis runs `hook` whenever it is imported, in any project where this library is installed: it
only puts a finder on the import path, which steps aside for all but the modules below.
"""

from __future__ import annotations

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

TYPES = {
    "gezondsamen.collaboration": ("Collaboration",),
    "gezondsamen.process.process": ("Process",),
    "gezondsamen.process.phases": ("Phase", "Transition"),
    "gezondsamen.process.requirements": ("Requirement",),
    "gezondsamen.terms": ("Term",),
    "gezondsamen.dossier.parties": ("Party", "About"),
    "gezondsamen.dossier.facts": (
        "TrackOpened",
        "StepTaken",
        "Retracted",
        "PartyJoined",
        "PartyLeft",
        "PartySucceeded",
        "PartyDivided",
        "RoleAssigned",
        "RoleEnded",
        "Stated",
        "Quantified",
        "Consented",
        "Met",
        "ContributionRecorded",
        "AgreementDrafted",
        "AgreementRevised",
        "Signed",
        "ActionAgreed",
        "EvaluationPlanned",
        "EvaluationHeld",
        "WaiverGranted",
    ),
    "gezondsamen.labels": ("Label",),
    "gezondsamen.periods": ("Every",),
    "gezondsamen.schedule.calendars": ("Weekends", "DutchCalendar"),
    "gezondsamen.schedule.moments": ("Schedule",),
}
"""The types that are taught, by the module in which they are at home."""


def hook() -> None:
    """Teach the types of modules that are there already, and wait for the others."""
    for name in TYPES:
        if name in sys.modules:
            _teach(sys.modules[name])
    if not any(isinstance(finder, _Waiting) for finder in sys.meta_path):  # installed twice, called twice
        sys.meta_path.insert(0, _Waiting())


def _teach(module: ModuleType) -> None:
    from hypothesis.strategies import register_type_strategy

    for name in TYPES[module.__name__]:
        kind = getattr(module, name, None)
        if kind is not None:  # None: the module is still being imported, which nobody waits for
            register_type_strategy(kind, _strategy)


def _strategy(kind: Any) -> Any:
    from gezondsamen.testing.entry_points import strategy_for

    return strategy_for(kind)


class _Waiting(MetaPathFinder):
    """Find the modules with our types as the other finders do, and teach the types when they are loaded."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name not in TYPES:
            return None
        others = (finder.find_spec(name, path, target) for finder in sys.meta_path if finder is not self)
        spec = next(filter(None, others), None)
        if spec is not None and spec.loader is not None:
            spec.loader = _Teaching(spec.loader)
        return spec


class _Teaching(Loader):
    """Load a module as its own loader does, then teach its types."""

    def __init__(self, loader: Loader) -> None:
        self.loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self.loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        # From here on the module is as if we had not been there.
        if module.__spec__ is not None:
            module.__spec__.loader = module.__loader__ = self.loader
        self.loader.exec_module(module)
        _teach(module)
