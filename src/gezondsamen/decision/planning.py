"""Planning: the shortest route to a phase, and what has to be recorded on the way."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date

import attrs

from gezondsamen.decision.check import rows_with
from gezondsamen.decision.repair import next_number
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.steps import judge_step, repair_step
from gezondsamen.dossier.facts import EvaluationHeld, EvaluationPlanned, Fact, StepTaken
from gezondsamen.dossier.fold import folded
from gezondsamen.dossier.journal import Entry
from gezondsamen.dossier.known import Known
from gezondsamen.forms.drafts import Draft
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.prose import pages
from gezondsamen.prose.scene import Scene, staged
from gezondsamen.renderings import NOTEBOOK, framed


@attrs.frozen
class PlannedStep:
    """Name one step of a plan: what to record first, in this order, and then the trigger."""

    phase: str
    trigger: str
    target: str
    drafts: tuple[Draft, ...]

    @property
    def evaluations(self) -> tuple[Draft, ...]:
        """The evaluations that have to be held, or planned, before this step."""
        return tuple(d for d in self.drafts if isinstance(d.fact, EvaluationHeld | EvaluationPlanned))


@attrs.frozen
class Barrier:
    """Name a step that cannot be made allowed by recording, and the rules that stand in the way."""

    phase: str
    trigger: str
    rules: tuple[str, ...]


@attrs.frozen
class Plan:
    """Lay out the shortest route to a phase on a day, or prove that there is none.

    `steps` lead there; recording each step's drafts (blanks filled in) and taking it, in order,
    arrives. Where `found` is false, `reached` are all phases that can be reached and `barriers` all
    steps out of them that cannot be taken: nothing else leads on. `proven` is false where the search
    was broken off, since there were too many ways to try: then a route may have been missed. `barred_by`
    is the number of a step that was taken on a later day, `barred_on`: before it, no other can be taken.
    """

    start: str
    to: str
    on: date
    found: bool
    steps: tuple[PlannedStep, ...] = ()
    reached: tuple[str, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    proven: bool = True
    scene: Scene | None = attrs.field(default=None, eq=False, repr=False)
    barred_by: int | None = None
    barred_on: date | None = None

    def __repr__(self) -> str:
        route = f"{len(self.steps)} steps" if self.found else "no route"
        return f"Plan({self.start!r} to {self.to!r} on {self.on}: {route})"

    def _repr_html_(self) -> str:
        return framed(self.explain(NOTEBOOK))

    def explain(self, lang: str) -> str:
        """Return the plan in plain words; raises `InvalidArgument` for a language without texts."""
        return pages.plan_page(self, staged(self.scene).voice(lang))


def plan(s: Situation, to: str) -> Plan:
    """Search the real transitions breadth-first, each step repaired on trial before it is taken.

    Exceptional steps, and steps that suspend, are left aside as long as there is a route without.

    What is recorded for one step can shut out another. So the search first takes every step once, which
    is quick; where that leaves a doubt, because it finds nothing or a detour, it searches again, and tells
    apart arrivals at a phase by all that was recorded on the way.
    """
    here = s.track.phase
    if s.barred_by is not None and here != to:
        barred_on, barred_by = s.barred_by
        return Plan(here, to, s.day, False, (), (here,), (), True, s.scene(), barred_by, barred_on)
    search = _Search(s.process, s.known, s.day, s.track.name, to, exceptional=False)
    found = search.best()
    return found if found.found else attrs.evolve(search, exceptional=True).best()


MOST_ARRIVALS = 300
"""Most arrivals that one search expands: the number of orders of steps grows exponentially."""


@attrs.frozen
class _Arrival:
    known: Known
    steps: tuple[PlannedStep, ...]
    facts: frozenset[Fact] = frozenset()

    def has_taken(self, edge: tuple[str, str]) -> bool:
        return any((step.phase, step.trigger) == edge for step in self.steps)


@attrs.frozen
class _Search:
    process: Process
    known: Known
    day: date
    track: str
    to: str
    exceptional: bool

    def best(self) -> Plan:
        """Return the quick answer where it cannot be bettered, else the thorough one."""
        quick = self._search(thorough=False)
        nearest = self._distance(quick.start)
        if nearest is None or (quick.found and len(quick.steps) == nearest):
            return quick
        thorough = self._search(thorough=True)
        return thorough if thorough.found or not quick.found else quick

    def _search(self, *, thorough: bool) -> Plan:
        start = Situation(self.process, self.known, self.day, self.known.tracks[self.track])
        scene = start.scene()
        here = start.track.phase
        if here == self.to:
            return Plan(here, self.to, self.day, True, reached=(here,), scene=scene)
        reached = {here: None}
        refused: dict[tuple[str, str], tuple[str, ...]] = {}
        taken: set[tuple[str, str]] = set()
        seen: set[tuple[tuple[str, str], frozenset[Fact]]] = set()
        waiting = deque([_Arrival(self.known, ())])
        left = MOST_ARRIVALS
        while waiting and left:
            left -= 1
            arrival = waiting.popleft()
            at = arrival.known.tracks[self.track]
            for step in self._exits(at.phase):
                edge = (step.source, step.trigger)
                if arrival.has_taken(edge) if thorough else edge in taken:
                    continue
                s = Situation(self.process, arrival.known, self.day, at, step)
                repaired = repair_step(s, judge_step(s))
                if not repaired.settled:
                    if edge not in taken:
                        refused[edge] = _unmet(repaired.situation)
                    continue
                taken.add(edge)
                refused.pop(edge, None)
                reached[step.target] = None
                facts = arrival.facts | {draft.fact for draft in repaired.drafts}
                if thorough and (edge, facts) in seen:
                    continue
                seen.add((edge, facts))
                planned = PlannedStep(step.source, step.trigger, step.target, tuple(repaired.drafts))
                steps = (*arrival.steps, planned)
                if step.target == self.to:
                    return Plan(here, self.to, self.day, True, steps, tuple(reached), scene=scene)
                after = _take(repaired.situation, step.trigger, step.target)
                waiting.append(_Arrival(after, steps, facts))
        barriers = tuple(Barrier(*edge, rules) for edge, rules in refused.items())
        return Plan(
            here, self.to, self.day, False, (), tuple(reached), barriers, proven=not waiting, scene=scene
        )

    def _exits(self, phase: str) -> Iterator[Transition]:
        for step in self.process.exits(phase):
            if not step.is_loop and (self.exceptional or not _is_exceptional(self.process, step)):
                yield step

    def _distance(self, here: str) -> int | None:
        """Return how many steps the goal is away when no rule is asked, or None where no steps lead there."""
        away = {here: 0}
        waiting = deque([here])
        while waiting:
            phase = waiting.popleft()
            for step in self._exits(phase):
                if step.target not in away:
                    away[step.target] = away[phase] + 1
                    waiting.append(step.target)
        return away.get(self.to)


def _is_exceptional(process: Process, step: Transition) -> bool:
    return step.exceptional or process.phase(step.target).kind == "suspended"


def _unmet(s: Situation) -> tuple[str, ...]:
    return tuple(row.requirement.code for row in rows_with(judge_step(s), "unmet"))


def _take(s: Situation, trigger: str, target: str) -> Known:
    taken = StepTaken(s.day, s.track.name, trigger, target)
    return folded((Entry(next_number(s.known), taken),), s.known)
