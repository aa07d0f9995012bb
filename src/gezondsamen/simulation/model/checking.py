"""What can be wrong with a model: every problem at once, each with its place."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Final, Protocol

import attrs

from gezondsamen.errors import Problem, shown
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.simulation.model.assumptions import Choice, Effect
from gezondsamen.simulation.model.distributions import Distribution, Fixed
from gezondsamen.simulation.model.errors import choose
from gezondsamen.simulation.model.numbers import is_number

MOST_MARKS: Final = 10_000
"""Highest rate of marks accepted, per year: a step is something that people do, not 27 times a day."""


class Unchecked(Protocol):
    """Give the checker what it reads of a model; a protocol, for `model` imports this module."""

    @property
    def process(self) -> Process: ...
    @property
    def dwell(self) -> Mapping[str, Distribution]: ...
    @property
    def choices(self) -> Mapping[str, Choice]: ...
    @property
    def effects(self) -> tuple[Effect, ...]: ...
    @property
    def hazards(self) -> Mapping[str, Mapping[str, Distribution]]: ...
    @property
    def marks(self) -> Mapping[str, Mapping[str, float]]: ...
    @property
    def held(self) -> Mapping[str, float]: ...
    @property
    def start(self) -> str: ...
    @property
    def spent(self) -> float: ...
    def ways(self, phase: str) -> tuple[Transition, ...]:
        """Return the steps that the model takes out of a phase."""


def exits(process: Process, phase: str) -> tuple[Transition, ...]:
    """Return the steps that leave a phase; those that stay in it are marks."""
    return tuple(step for step in process.exits(phase) if not step.is_loop)


def ordinary(process: Process, phase: str) -> tuple[Transition, ...]:
    """Return the steps out of a phase that a model has to speak of: no interruptions, unless nothing else is.

    A step that a model does not name is not taken.
    """
    every = exits(process, phase)
    return tuple(t for t in every if not (t.exceptional and t.trigger in process.interruptions)) or every


def reached(start: str, ways: Callable[[str], tuple[Transition, ...]]) -> set[str]:
    """Return the phases that are reachable from `start` by these steps, itself included."""
    found, todo = {start}, [start]
    while todo:
        for step in ways(todo.pop()):
            if step.target not in found:
                found.add(step.target)
                todo.append(step.target)
    return found


@attrs.frozen
class Checker:
    """Check a model; nothing is raised, every problem is yielded."""

    model: Unchecked

    def problems(self) -> Iterable[Problem]:
        """Yield the problems; unknown phases alone where there are any, for all else builds on phases."""
        m = self.model
        known = [phase.key for phase in m.process.phases]
        unknown = []
        for name in ("dwell", "choices", "hazards", "marks"):
            for phase in getattr(m, name):
                if phase not in known:
                    unknown.append(_unknown(f"{name}[{phase!r}]", "phase", phase, known, m.process))
        if m.start not in known:
            unknown.append(_unknown("start", "phase", m.start, known, m.process))
        yield from unknown
        if unknown:
            return
        met = reached(m.start, self._ways)
        for phase in known:
            yield from self._phase(phase, met)
        yield from self._effects()
        yield from self._points()
        if not is_number(m.spent) or m.spent < 0:
            yield Problem("bad-number", "spent", f"give years from 0, not {shown(m.spent)}")
        if m.process.phase(m.start).kind == "final":
            yield Problem("final-start", "start", f"{m.start!r} is a final phase: nothing happens after it")
        yield from self._standstill()

    def _ways(self, phase: str) -> tuple[Transition, ...]:
        """Return the steps that the model takes; where it says nothing yet all, to report every gap."""
        m = self.model
        given = phase in m.dwell or phase in m.choices or phase in m.hazards
        return m.ways(phase) if given else ordinary(m.process, phase)

    def _phase(self, phase: str, met: set[str]) -> Iterable[Problem]:
        triggers = [step.trigger for step in exits(self.model.process, phase)]
        yield from self._hazards(phase, triggers)
        yield from self._dwell(phase, triggers)
        if phase in self.model.choices:
            yield from self._choice(phase, triggers)
        yield from self._marks(phase)
        if phase in met:
            yield from self._missing(phase, [step.trigger for step in ordinary(self.model.process, phase)])

    def _hazards(self, phase: str, triggers: list[str]) -> Iterable[Problem]:
        m = self.model
        if phase in m.hazards and (phase in m.dwell or phase in m.choices):
            message = "a phase has dwell and choices, or hazards, never both: leave one out"
            yield Problem("two-ways", f"hazards[{phase!r}]", message)
        for trigger, clock in m.hazards.get(phase, {}).items():
            where = f"hazards[{phase!r}][{trigger!r}]"
            if trigger not in triggers:
                yield _unknown(where, "step out of this phase", trigger, triggers, m.process)
            if not _is_distribution(clock):
                yield Problem("bad-distribution", where, f"give a distribution, not {shown(clock)}")
        if phase in m.hazards and not m.hazards[phase]:
            yield Problem("missing", f"hazards[{phase!r}]", "give at least one step its time")

    def _dwell(self, phase: str, triggers: list[str]) -> Iterable[Problem]:
        if phase not in self.model.dwell:
            return
        time, where = self.model.dwell[phase], f"dwell[{phase!r}]"
        if not _is_distribution(time):
            yield Problem("bad-distribution", where, f"give a distribution, not {shown(time)}")
        if not triggers:
            yield Problem("no-way-out", where, "nothing leads out of this phase: it has no dwell")

    def _marks(self, phase: str) -> Iterable[Problem]:
        m = self.model
        for trigger, rate in m.marks.get(phase, {}).items():
            loops = [step.trigger for step in m.process.exits(phase) if step.is_loop]
            where = f"marks[{phase!r}][{trigger!r}]"
            if trigger not in loops:
                yield _unknown(where, "step that stays in this phase", trigger, loops, m.process)
            if not is_number(rate) or not 0 <= rate <= MOST_MARKS:
                message = f"give a rate per year from 0 to {MOST_MARKS:,}, not {shown(rate)}"
                yield Problem("bad-number", where, message)

    def _choice(self, phase: str, triggers: list[str]) -> Iterable[Problem]:
        m, where = self.model, f"choices[{phase!r}]"
        chances = m.choices[phase].chances
        bad = False
        for trigger, chance in chances.items():
            if trigger not in triggers:
                yield _unknown(
                    f"{where}[{trigger!r}]", "step out of this phase", trigger, triggers, m.process
                )
            if not is_number(chance) or not 0 <= chance <= 1:
                bad = True
                yield Problem(
                    "bad-chance", f"{where}[{trigger!r}]", f"give a chance from 0 to 1, not {shown(chance)}"
                )
        if not bad and abs(math.fsum(chances.values()) - 1) > 1e-9:
            total = math.fsum(chances.values())
            yield Problem("bad-sum", where, f"the chances add up to {total:g}; they must add up to 1")
        if phase not in m.dwell and phase not in m.hazards:
            yield Problem(
                "missing", f"dwell[{phase!r}]", "this phase has a choice and no dwell time: give one"
            )

    def _missing(self, phase: str, triggers: list[str]) -> Iterable[Problem]:
        m = self.model
        if not triggers or phase in m.hazards:
            return
        if phase not in m.dwell and phase not in m.choices:
            yield Problem(
                "missing", f"dwell[{phase!r}]", "cases come into this phase: give it a dwell time, or hazards"
            )
        elif phase not in m.choices and len(triggers) > 1:
            yield Problem("missing", f"choices[{phase!r}]", f"say with which chance: {', '.join(triggers)}")

    def _effects(self) -> Iterable[Problem]:
        m = self.model
        known = [phase.key for phase in m.process.phases]
        for number, effect in enumerate(m.effects):
            where = f"effects[{number}]"
            if effect.phase not in known:
                yield _unknown(where, "phase", effect.phase, known, m.process)
                continue
            given = effect.given()
            if len(given) != 1:
                told = " and ".join(given) or "none of them"
                message = f"give one of time_ratio, hazard_ratio and odds_ratio, not {told}"
                yield Problem("which-ratio", where, message)
                continue
            yield from self._bound(where, effect)
            if not is_number(effect.size) or effect.size <= 0:
                yield Problem("bad-number", where, f"give a ratio above zero, not {shown(effect.size)}")
            if not is_number(effect.at):
                yield Problem("bad-number", where, f"give a number for 'at', not {shown(effect.at)}")

    def _bound(self, where: str, effect: Effect) -> Iterable[Problem]:
        """Check that there is in its phase what an effect changes."""
        m, phase = self.model, effect.phase
        taken = [step.trigger for step in m.ways(phase)]
        competing = taken if phase in m.hazards else []
        chosen = list(m.choices[phase].chances) if phase in m.choices else []
        if effect.trigger is None:
            if effect.kind == "odds_ratio":
                yield Problem("no-step", where, "odds are those of a step: name it as the trigger")
            elif phase not in m.dwell and phase not in m.hazards:
                yield Problem("no-time", where, f"phase {shown(phase)} has no time in this model")
            return
        what, steps = {
            "odds_ratio": ("step in a choice of this phase", chosen),
            "time_ratio": ("competing step in this phase", competing),
            "hazard_ratio": ("step that the model takes out of this phase", taken),
        }[effect.kind]
        if effect.trigger not in steps:
            yield _unknown(where, what, effect.trigger, steps, m.process)

    def _points(self) -> Iterable[Problem]:
        m = self.model
        known = [point.key for point in m.process.evaluation_points]
        for key, chance in m.held.items():
            if key not in known:
                yield _unknown(f"held[{key!r}]", "evaluation point", key, known, m.process)
            if not is_number(chance) or not 0 <= chance <= 1:
                yield Problem(
                    "bad-chance", f"held[{key!r}]", f"give a chance from 0 to 1, not {shown(chance)}"
                )

    def _standstill(self) -> Iterable[Problem]:
        """Find cycles of phases whose time is zero: a case would stay in them for ever."""
        at_once = self._at_once()
        for phase in sorted(at_once):
            found: set[str] = set()
            todo = [phase]
            while todo:
                for target in at_once[todo.pop()] & at_once.keys() - found:
                    found.add(target)
                    todo.append(target)
            if phase in found:
                name = "hazards" if phase in self.model.hazards else "dwell"
                yield Problem("standstill", f"{name}[{phase!r}]", "takes no time and leads back to itself")

    def _at_once(self) -> dict[str, set[str]]:
        """Return the targets of each phase whose time is zero; of competing times the first zero wins."""
        m = self.model
        found = {}
        for phase, time in m.dwell.items():
            if _is_zero(time):
                found[phase] = {step.target for step in m.ways(phase)}
        for phase, clocks in m.hazards.items():
            won = [step.target for step in m.ways(phase) if _is_zero(clocks[step.trigger])]
            if won:
                found[phase] = {won[0]}
        return found


def _is_zero(time: object) -> bool:
    return isinstance(time, Fixed) and time.mean == 0


def _is_distribution(time: object) -> bool:
    return isinstance(time, Distribution) and type(time) is not Distribution


def _unknown(where: str, what: str, key: str, known: list[str], process: Process) -> Problem:
    message = f"process {process.key!r} has no {what} {shown(key)}; {choose(key, known, 'none')}"
    return Problem("unknown", where, message)
