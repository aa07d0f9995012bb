"""Where a walk may go next: what its rules draw from."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.process.graph import reachable
from gezondsamen.process.process import Process
from gezondsamen.testing.laws.demand import process_of

Way = tuple[str, str]
"""A track, and a trigger on it."""


class Choices:
    """Hold what a walk needs to know to choose its way."""

    process: ClassVar[Process]
    beside: ClassVar[tuple[Process, ...]] = ()
    case: Collaboration
    visited: Counter[str]

    def ways(self) -> list[Way]:
        """Return the ways on, those to what was not visited yet more often."""
        found: list[Way] = []
        for track in self.case.tracks:
            process, here = process_of(self.case, track), self.case.phase_of(track)
            for step in process.exits(here):
                found += [(track, step.trigger)] * self._weight(process, track, step.target, step.is_loop)
        return found

    def _weight(self, process: Process, track: str, target: str, is_loop: bool) -> int:
        if process.phase(target).kind == "final":
            return 1
        if is_loop or track != MAIN:
            return 2
        if target not in self.visited:
            return 8
        arrows = [(t.source, t.target) for t in process.transitions]
        onward = reachable((target,), arrows) - set(self.visited)
        return 4 if any(process.phase(key).kind != "final" for key in onward) else 2

    def goals(self) -> list[str]:
        """Return the phases that the main track was not in yet, those of no return less often."""
        found: list[str] = []
        if self.process.exits(self.case.phase):
            for phase in self.process.phases:
                if phase.key not in self.visited:
                    found += [phase.key] * (1 if phase.kind == "final" else 3)
        return found

    def _every_way(self) -> list[Way]:
        tracks = self.case.tracks
        return [(track, trigger) for track in tracks for trigger in process_of(self.case, track).triggers]

    @property
    def running(self) -> bool:
        """Whether any track has a way on."""
        return bool(self.ways())

    def _elsewhere(self) -> list[Way]:
        every = (self.process, *self.beside)
        return [(process.key, phase.key) for process in every for phase in process.phases]
