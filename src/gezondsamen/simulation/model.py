"""Models: what a process needs, besides its phases and steps, to be simulated.

Numbers are the researcher's own. The library ships none that pretends to be an estimate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self

import attrs

from gezondsamen.errors import GezondsamenError, Problem
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.simulation.assumptions import Choice, Effect
from gezondsamen.simulation.checking import Checker, exits, reached
from gezondsamen.simulation.distributions import Distribution

YEAR = 365.25
"""The days of a year: the unit of all times."""


@attrs.frozen(eq=False, repr=False, slots=False, auto_exc=False)
class InvalidModel(GezondsamenError):
    """Report a model or a call that cannot be simulated, with every problem and its place."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        lines = (f"{problem.where}: {problem.message}" for problem in self.problems)
        return f"{len(self.problems)} problem(s) with this model:\n  " + "\n  ".join(lines)


def refuse(where: str, code: str, message: str) -> InvalidModel:
    """Return the error for a single problem."""
    return InvalidModel((Problem(code, where, message),))


def _to_dict(values: Mapping[str, Any]) -> dict[str, Any]:
    return dict(values)


Choices = Mapping[str, Choice | Mapping[str, float]]


def _to_effects(effects: Iterable[Effect]) -> tuple[Effect, ...]:
    return tuple(effects)


def _to_choices(choices: Choices) -> dict[str, Choice]:
    return {key: x if isinstance(x, Choice) else Choice(x) for key, x in choices.items()}


def _to_hazards(hazards: Mapping[str, Mapping[str, Distribution]]) -> dict[str, dict[str, Distribution]]:
    return {phase: dict(clocks) for phase, clocks in hazards.items()}


def _to_rates(rates: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    return {phase: dict(of_it) for phase, of_it in rates.items()}


@attrs.frozen(hash=False)
class Model:
    """Join a process with dwell times, choices and effects, so that it can be simulated.

    A phase has a time in `dwell` and, where more than one step leads out, a choice in `choices`; or
    it has competing times in `hazards` (trigger → distribution), of which the first wins; never both.
    `marks` gives steps that stay in their phase a rate per year. `held` gives evaluation points the
    chance that a moment is held (default: every one is). `start` is the phase in which cases begin
    (default: the first), `spent` the years they have been there.

    Times are in years of 365.25 days. Raises `InvalidModel` with all problems at once: an unknown
    phase or trigger, what is missing, chances that do not add up to one.

    >>> from gezondsamen.phases import CERTIFICATE
    >>> Model(CERTIFICATE, dwell={})
    Traceback (most recent call last):
    ...
    gezondsamen.simulation.model.InvalidModel: ...
    """

    process: Process
    dwell: dict[str, Distribution] = attrs.field(factory=dict, converter=_to_dict)
    choices: dict[str, Choice] = attrs.field(factory=dict, converter=_to_choices)
    effects: tuple[Effect, ...] = attrs.field(default=(), converter=_to_effects)
    hazards: dict[str, dict[str, Distribution]] = attrs.field(
        factory=dict, converter=_to_hazards, kw_only=True
    )
    marks: dict[str, dict[str, float]] = attrs.field(factory=dict, converter=_to_rates, kw_only=True)
    held: dict[str, float] = attrs.field(factory=dict, converter=_to_dict, kw_only=True)
    start: str = attrs.field(default="", kw_only=True)
    spent: float = attrs.field(default=0.0, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.start:
            object.__setattr__(self, "start", self.process.initial)
        problems = tuple(Checker(self).problems())
        if problems:
            raise InvalidModel(problems)

    @staticmethod
    def template(process: Process) -> str:
        """Return source text of a model to fill in: every phase and every choice, spelled right."""
        return _template(process)

    def with_changes(self, **changes: Any) -> Self:
        """Return a scenario: the same model with other fields; mappings are laid over those that are there.

        Draws are named by case, phase and visit: what a scenario leaves alone stays as it was.
        """
        merged: dict[str, Any] = {
            name: {**getattr(self, name), **value} if isinstance(getattr(self, name), dict) else value
            for name, value in changes.items()
        }
        return attrs.evolve(self, **merged)

    def chances(self, phase: str) -> dict[str, float]:
        """Return the chance of each step out of a phase that has a dwell time."""
        if phase in self.choices:
            return self.choices[phase].chances
        (only,) = exits(self.process, phase)
        return {only.trigger: 1.0}

    def reached(self) -> tuple[str, ...]:
        """Return the phases that cases can be in, in the order of the process."""
        found = reached(self.start, self.ways)
        return tuple(phase.key for phase in self.process.phases if phase.key in found)

    def ways(self, phase: str) -> tuple[Transition, ...]:
        """Return the steps that the model takes out of a phase, in the order of the process."""
        if phase in self.hazards:
            taken = set(self.hazards[phase])
        elif phase in self.choices:
            taken = {key for key, chance in self.choices[phase].chances.items() if chance > 0}
        else:
            taken = {step.trigger for step in exits(self.process, phase)} if phase in self.dwell else set()
        return tuple(step for step in exits(self.process, phase) if step.trigger in taken)


def _template(process: Process) -> str:
    running = [phase for phase in process.phases if exits(process, phase.key)]
    lines = [
        "Model(",
        f"    {process.key.upper()},",
        "    dwell={  # years of 365.25 days",
        *(f'        "{phase.key}": Gamma(mean=..., cv=...),' for phase in running),
        "    },",
        "    choices={  # chances, one in all for each phase",
    ]
    for phase in running:
        triggers = [step.trigger for step in exits(process, phase.key)]
        if len(triggers) > 1:
            inner = ", ".join(f'"{trigger}": ...' for trigger in triggers)
            lines.append(f'        "{phase.key}": Choice({{{inner}}}),')
    lines.append("    },")
    loops = [step for step in process.transitions if step.is_loop]
    if loops:
        lines.append("    marks={  # times a year; leave out what you do not count")
        for phase in process.phases:
            of_it = [step.trigger for step in loops if step.source == phase.key]
            if of_it:
                inner = ", ".join(f'"{trigger}": ...' for trigger in of_it)
                lines.append(f'        "{phase.key}": {{{inner}}},')
        lines.append("    },")
    return "\n".join([*lines, ")"]) + "\n"
