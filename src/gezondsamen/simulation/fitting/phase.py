"""Fitting what belongs to one phase: its times and its chances, or what data are too few for."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import numpy as np

from gezondsamen.errors import Problem
from gezondsamen.process.process import Process
from gezondsamen.simulation.fitting.chances import Chances, count
from gezondsamen.simulation.fitting.clocks import Clock, candidates, dwells, same_time, sample
from gezondsamen.simulation.fitting.families import Family
from gezondsamen.simulation.fitting.ratios import distances
from gezondsamen.simulation.fitting.visits import MISSING, Visits
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.checking import exits
from gezondsamen.simulation.model.distributions import Distribution
from gezondsamen.simulation.model.model import Model


@attrs.frozen
class Asked:
    """Hold what was asked, checked."""

    process: Process
    families: tuple[Family, ...]
    hazards: tuple[str, ...]
    effects: tuple[Effect, ...]
    least: int
    assumed: Model | None


@attrs.define
class Found:
    """Gather what was fitted to one phase, and what is wanting."""

    clocks: list[Clock] = attrs.field(factory=list)
    chances: list[Chances] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)


@attrs.frozen(eq=False)
class Phase:
    """Fit what belongs to one phase."""

    asked: Asked
    phase: str
    every: Visits

    def fitted(self) -> Found:
        """Return its clocks and chances, or what is wanting."""
        process = self.asked.process
        place = [phase.key for phase in process.phases].index(self.phase)
        visits = self.every.where(self.every.phase_from == place)
        taken = np.bincount(visits.trigger[visits.trigger != MISSING], minlength=len(process.triggers))
        assumed = self._assumed_steps()
        steps = [
            step.trigger
            for step in exits(process, self.phase)
            if taken[process.triggers.index(step.trigger)] or step.trigger in assumed
        ]
        found = Found()
        if self.phase in self.asked.hazards:
            for trigger in steps:
                self._clock(found, visits, trigger)
            if not steps:
                found.problems.append(self._too_few(f"hazards[{self.phase!r}]", visits, 0))
        else:
            self._clock(found, visits, None)
            if steps and not found.problems:
                self._choice(found, visits, tuple(steps))
        return found

    def _effects(self, trigger: str | None, *kinds: str) -> tuple[Effect, ...]:
        return tuple(
            effect
            for effect in self.asked.effects
            if effect.phase == self.phase and effect.kind in kinds and effect.trigger in (None, trigger)
        )

    def _clock(self, found: Found, visits: Visits, trigger: str | None) -> None:
        """Fit one clock: the dwell time, or that of a competing step."""
        where = f"dwell[{self.phase!r}]" if trigger is None else f"hazards[{self.phase!r}][{trigger!r}]"
        known = visits.where(np.isfinite(visits.spent))
        ended = known.trigger != MISSING
        if trigger is not None:
            ended &= known.trigger == self.asked.process.triggers.index(trigger)
        n = int(ended.sum())
        if n < self.asked.least:
            assumed = None if trigger is None else self._assumed_steps().get(trigger)
            if assumed is None:
                found.problems.append(self._too_few(where, visits, n))
            else:
                counts = (len(known), n, len(visits) - len(known))
                found.clocks.append(Clock(self.phase, trigger, (), *counts, fixed=assumed, assumed=True))
            return
        on_time, on_hazard = self._effects(trigger, "time_ratio"), self._effects(trigger, "hazard_ratio")
        clock = Clock(
            phase=self.phase,
            trigger=trigger,
            effects=on_time + on_hazard,
            visits=len(known),
            ended=n,
            unknown=len(visits) - len(known),
        )
        fixed = same_time(known) if trigger is None and not clock.effects else None
        if fixed is not None:
            found.clocks.append(attrs.evolve(clock, fixed=fixed))
            return
        if ((dwells(known) <= 0) & (known.precision == 0) & ended).any():
            message = "some visits took no time at all: say of which precision the times are (a day?)"
            found.problems.append(Problem("no-density", where, message))
            return
        seen = sample(known, ended, distances(known, on_time), distances(known, on_hazard))
        clock = attrs.evolve(clock, candidates=candidates(seen, self.asked.families))
        if clock.best is None:
            names = ", ".join(family.name for family in self.asked.families)
            message = (
                f"the likelihood of {names} has no maximum on {n} visits that ended: "
                "do all last as long, or is a covariate the same for all?"
            )
            found.problems.append(Problem("no-maximum", where, message))
            return
        found.clocks.append(clock)

    def _choice(self, found: Found, visits: Visits, steps: tuple[str, ...]) -> None:
        """Fit the chances of the steps, and the odds ratios of effects on them."""
        triggers = self.asked.process.triggers
        left = visits.where(visits.trigger != MISSING)
        taken = np.array([steps.index(triggers[number]) for number in left.trigger])
        effects = tuple(e for e in self.asked.effects if e.phase == self.phase and e.kind == "odds_ratio")
        for effect in effects:
            times = int((taken == steps.index(effect.trigger)).sum()) if effect.trigger in steps else 0
            if times < self.asked.least:
                where = f"choices[{self.phase!r}][{effect.trigger!r}]"
                message = f"this step was taken {times} times, and an effect on it needs {self.asked.least}"
                found.problems.append(Problem("too-few", where, message))
        if found.problems:
            return
        chances = count(self.phase, steps, taken, effects, distances(left, effects))
        if chances is None:
            message = (
                "the likelihood of the effects on these steps has no maximum: "
                "is a covariate the same for all, or on one side of a step only?"
            )
            found.problems.append(Problem("no-maximum", f"choices[{self.phase!r}]", message))
            return
        found.chances.append(chances)

    def _assumed_steps(self) -> Mapping[str, Distribution]:
        """Return the times of competing steps that are assumed, where steps compete."""
        model = self.asked.assumed
        if model is None or self.phase not in self.asked.hazards or self.phase not in model.hazards:
            return {}
        return model.hazards[self.phase]

    def _too_few(self, where: str, visits: Visits, ended: int) -> Problem:
        least = self.asked.least
        message = (
            f"of {len(visits)} visits {ended} ended so, and {least} are needed: "
            "give a model whose time stands in (assumed=...), or ask fewer (least=...)"
        )
        return Problem("too-few", where, message)
