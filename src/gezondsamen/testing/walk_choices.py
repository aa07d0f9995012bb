"""What the rules of a walk draw from: facts, and where it may go next; and which rules it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any, ClassVar, Final

from hypothesis import strategies as st

from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier import facts as f
from gezondsamen.dossier.tracks import MAIN
from gezondsamen.errors import InvalidArgument, shown
from gezondsamen.process.graph import reachable
from gezondsamen.process.process import Process
from gezondsamen.terms import unknown
from gezondsamen.testing.building.canonical import DAY
from gezondsamen.testing.laws.demand import process_of
from gezondsamen.testing.strategies.facts import Cast, facts_of

Way = tuple[str, str]
"""A track, and a trigger on it."""


PARTIES: Final = ("a", "b", "c")
AGREEMENTS: Final = ("x", "y")
"""What facts are about: few, so that they meet; what a repair makes bears other names."""


@cache
def recordable(process: Process) -> st.SearchStrategy[f.Fact]:
    """Draw facts that happened on `DAY`, most often that a party joins.

    Some cannot be recorded at that moment, and are refused: which is a law too.
    """
    cast = Cast.anyone(process, PARTIES, AGREEMENTS)
    joins: st.SearchStrategy[f.Fact] = facts_of(cast, f.PartyJoined, on=DAY)
    once: st.SearchStrategy[f.Fact] = facts_of(cast, f.EvaluationPlanned, on=DAY, every=None, due=cast.late)
    every: st.SearchStrategy[f.Fact] = facts_of(cast, on=DAY)
    return st.one_of(joins, joins, once, every)


def without_rules(state: Any, names: Iterable[str]) -> Any:
    """Return the rules that hypothesis found, those of these names left out; refuse a name of none."""
    known = [rule.function.__name__ for rule in (*state.rules, *state.initializers)]
    for name in names:
        if name not in known:
            raise unknown(InvalidArgument, "rule", name, known, f"a walk has no rule {shown(name)}.")
    kept = {
        part: [rule for rule in getattr(state, part) if rule.function.__name__ not in names]
        for part in ("rules", "initializers")
    }
    return replace(state, **kept)


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
        every = [
            p for p in (self.process, *self.beside) if p.subject != "agreement" or self._agreement_kinds()
        ]
        return [(process.key, phase.key) for process in every for phase in process.phases]

    def _agreement_kinds(self) -> list[str]:
        """Return the kinds of agreement that the case knows: without one, there is no life of one."""
        return [key for p in self.case.processes for key in p.vocabulary.get("agreement_kind", ())]
