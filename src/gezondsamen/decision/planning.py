"""Planning: the shortest route to a phase, and what has to be recorded on the way."""

from __future__ import annotations

from collections import deque
from datetime import date

import attrs

from gezondsamen.decision.check import judge, repair_step, scene_of
from gezondsamen.decision.drafts import Draft
from gezondsamen.decision.remedies import next_number
from gezondsamen.decision.remedy_texts import draft_lines, with_new_parties
from gezondsamen.decision.situation import Situation
from gezondsamen.decision.wording import Scene, listing, say
from gezondsamen.dossier.facts import EvaluationHeld, EvaluationPlanned, StepTaken
from gezondsamen.dossier.fold import Known, follow
from gezondsamen.dossier.journal import Entry
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process


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
    steps out of them that cannot be taken: nothing else leads on.
    """

    start: str
    to: str
    on: date
    found: bool
    steps: tuple[PlannedStep, ...] = ()
    reached: tuple[str, ...] = ()
    barriers: tuple[Barrier, ...] = ()
    scene: Scene | None = attrs.field(default=None, eq=False, repr=False)

    def explain(self, lang: str) -> str:
        """Return the plan in plain words."""
        assert self.scene is not None
        process = self.scene.process
        triggers = {t.trigger: t.label.text(lang) for t in process.transitions}
        goal = process.phase(self.to).label.text(lang)
        if not self.found:
            return self._proof(triggers, goal, lang)
        lines = [say(lang, f"Op weg naar: {goal}", f"On the way to: {goal}")]
        drafts = (draft for step in self.steps for draft in step.drafts)
        named = with_new_parties(self.scene, drafts, lang)
        for number, step in enumerate(self.steps, 1):
            there = process.phase(step.target).label.text(lang)
            lines.append(f"{number}. {triggers[step.trigger]} → {there}")
            lines += [f"   - {text}" for text in draft_lines(step.drafts, named, lang)]
        return "\n".join(lines) + "\n"

    def _proof(self, triggers: dict[str, str], goal: str, lang: str) -> str:
        assert self.scene is not None
        process = self.scene.process
        phases = listing([f"“{process.phase(key).label.text(lang)}”" for key in self.reached], lang)
        lines = [
            say(lang, f"Er is geen weg naar: {goal}.", f"There is no route to: {goal}."),
            say(lang, f"Te bereiken: {phases}.", f"Within reach: {phases}."),
        ]
        for barrier in self.barriers:
            here = process.phase(barrier.phase).label.text(lang)
            rules = listing([f"{process.requirements[c].name.text(lang)} [{c}]" for c in barrier.rules], lang)
            lines.append(
                say(
                    lang,
                    f"- Vanuit “{here}” kan “{triggers[barrier.trigger]}” niet: {rules}.",
                    f"- Out of “{here}”, “{triggers[barrier.trigger]}” cannot be taken: {rules}.",
                )
            )
        return "\n".join(lines) + "\n"


@attrs.frozen
class _Arrival:
    known: Known
    steps: tuple[PlannedStep, ...]


def plan(process: Process, known: Known, day: date, track: str, to: str) -> Plan:
    """Search the real transitions breadth-first, each step repaired on trial before it is taken.

    Exceptional steps, and steps that suspend, are left aside as long as there is a route without.

    A step that is refused on one arrival in its phase is tried again on every later arrival, since
    what was recorded on another route may open it; a step once taken is not taken twice.
    """
    fair = _search(process, known, day, track, to, exceptional=False)
    return fair if fair.found else _search(process, known, day, track, to, exceptional=True)


def _search(process: Process, known: Known, day: date, track: str, to: str, *, exceptional: bool) -> Plan:
    start = Situation(process, known, day, known.tracks[track])
    scene = scene_of(start)
    here = start.track.phase
    if here == to:
        return Plan(here, to, day, True, reached=(here,), scene=scene)
    reached = {here: None}
    refused: dict[tuple[str, str], tuple[str, ...]] = {}
    taken: set[tuple[str, str]] = set()
    waiting = deque([_Arrival(known, ())])
    while waiting:
        arrival = waiting.popleft()
        at = arrival.known.tracks[track]
        for step in process.exits(at.phase):
            edge = (step.source, step.trigger)
            if step.is_loop or edge in taken:
                continue
            if not exceptional and _is_exceptional(process, step):
                continue
            s = Situation(process, arrival.known, day, at, step)
            outcomes = judge(s)
            repaired = repair_step(s, outcomes)
            if not repaired.settled:
                left = judge(repaired.situation)
                refused[edge] = tuple(row.requirement.code for row in left if row.status == "unmet")
                continue
            taken.add(edge)
            refused.pop(edge, None)
            reached[step.target] = None
            after = _take(repaired.situation, step.trigger, step.target)
            planned = PlannedStep(step.source, step.trigger, step.target, tuple(repaired.drafts))
            steps = (*arrival.steps, planned)
            if step.target == to:
                return Plan(here, to, day, True, steps, tuple(reached), scene=scene)
            waiting.append(_Arrival(after, steps))
    barriers = tuple(Barrier(*edge, rules) for edge, rules in refused.items())
    return Plan(here, to, day, False, (), tuple(reached), barriers, scene)


def _is_exceptional(process: Process, step: Transition) -> bool:
    return step.exceptional or process.phase(step.target).kind == "suspended"


def _take(s: Situation, trigger: str, target: str) -> Known:
    taken = StepTaken(s.day, s.track.name, trigger, target)
    return follow(s.known, Entry(next_number(s.known), taken))
