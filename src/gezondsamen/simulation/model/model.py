"""Models: what a process needs, besides its phases and steps, to be simulated.

Numbers are the researcher's own. The library ships none that pretends to be an estimate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self

import attrs

from gezondsamen.arguments import check
from gezondsamen.errors import shown
from gezondsamen.frozen import FrozenDict
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.simulation.model.assumptions import Choice, Effect
from gezondsamen.simulation.model.checking import Checker, exits, ordinary, reached
from gezondsamen.simulation.model.distributions import Distribution
from gezondsamen.simulation.model.errors import InvalidModel, refuse
from gezondsamen.simulation.model.numbers import is_number, plain, plain_time
from gezondsamen.simulation.model.packed import packed, unpacked
from gezondsamen.terms import nearest

Choices = Mapping[str, Choice | Mapping[str, float]]
Clocks = FrozenDict[str, FrozenDict[str, Distribution]]
Rates = FrozenDict[str, FrozenDict[str, float]]


def _mapping(field: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise refuse(field, "wrong-type", f"give a mapping, as in {{'negotiation': ...}}, not {shown(value)}")
    return value


def _to_dwell(dwell: Mapping[str, Distribution]) -> FrozenDict[str, Distribution]:
    return FrozenDict(_mapping("dwell", dwell))


def _to_held(held: Mapping[str, float]) -> FrozenDict[str, float]:
    return FrozenDict({key: plain(chance) for key, chance in _mapping("held", held).items()})


def _to_effects(effects: Iterable[Effect]) -> tuple[Effect, ...]:
    listed = not isinstance(effects, Effect | str | bytes | type) and hasattr(effects, "__iter__")
    given = tuple(effects) if listed else ()
    if not listed or not all(isinstance(effect, Effect) for effect in given):
        raise refuse("effects", "wrong-type", f"give a list of effects, not {shown(effects)}")
    return given


def _to_choices(choices: Choices) -> FrozenDict[str, Choice]:
    given = _mapping("choices", choices)
    return FrozenDict(
        {
            key: x if isinstance(x, Choice) else Choice(_mapping(f"choices[{key!r}]", x))
            for key, x in given.items()
        }
    )


def _to_hazards(hazards: Mapping[str, Mapping[str, Distribution]]) -> Clocks:
    given = _mapping("hazards", hazards)
    return FrozenDict(
        {phase: FrozenDict(_mapping(f"hazards[{phase!r}]", clocks)) for phase, clocks in given.items()}
    )


def _to_rates(rates: Mapping[str, Mapping[str, float]]) -> Rates:
    given = _mapping("marks", rates)
    return FrozenDict(
        {
            phase: FrozenDict(
                {key: plain(rate) for key, rate in _mapping(f"marks[{phase!r}]", of_phase).items()}
            )
            for phase, of_phase in given.items()
        }
    )


@attrs.frozen
class Model:
    """Join a process with dwell times, choices and effects, so that it can be simulated.

    A phase has a time in `dwell` and, where more than one step leads out, a choice in `choices`; or
    it has competing times in `hazards` (trigger → distribution), of which the first wins; never both.
    Interruptions (`Process.interruptions`) need not be named: one that is not is never taken.
    `marks` gives steps that stay in their phase a rate per year. `held` gives evaluation points the
    chance that a moment is held (default: every one is). `start` is the phase in which cases begin
    (default: the first), `spent` the years they have been there.

    Times are in years of 365.25 days; a `gezondsamen.Every` is taken as well, a month for a twelfth of a
    year. Raises `InvalidModel` with all problems at once: an unknown
    phase or trigger, what is missing, chances that do not add up to one.

    >>> from gezondsamen.phases import CERTIFICATE
    >>> Model(CERTIFICATE, dwell={})
    Traceback (most recent call last):
    ...
    gezondsamen.simulation.model.errors.InvalidModel: ...
    """

    process: Process
    dwell: FrozenDict[str, Distribution] = attrs.field(factory=FrozenDict, converter=_to_dwell)
    choices: FrozenDict[str, Choice] = attrs.field(factory=FrozenDict, converter=_to_choices)
    effects: tuple[Effect, ...] = attrs.field(default=(), converter=_to_effects)
    hazards: Clocks = attrs.field(factory=FrozenDict, converter=_to_hazards, kw_only=True)
    marks: Rates = attrs.field(factory=FrozenDict, converter=_to_rates, kw_only=True)
    held: FrozenDict[str, float] = attrs.field(factory=FrozenDict, converter=_to_held, kw_only=True)
    start: str = attrs.field(default="", kw_only=True)
    spent: float = attrs.field(default=0.0, kw_only=True, converter=plain_time)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.process, Process):
            raise refuse("process", "wrong-type", f"give a process, not {shown(self.process)}")
        if isinstance(self.start, str) and not self.start:
            object.__setattr__(self, "start", self.process.initial)
        problems = tuple(Checker(self).problems())
        if problems:
            raise InvalidModel(problems)

    def __repr__(self) -> str:
        phases = len({*self.dwell, *self.hazards})
        return f"Model({self.process.key!r} from {self.start!r}: times in {phases} phases)"

    def __reduce__(self) -> tuple[Any, ...]:
        # The process is most of it by far, and one for many models.
        fields = {a.name: getattr(self, a.name) for a in attrs.fields(type(self)) if a.name != "process"}
        return _unpacked, (type(self), packed(self.process), fields)

    @staticmethod
    def template(process: Process) -> str:
        """Return source text of a model to fill in: every phase and every choice, spelled right."""
        check("process", process, Process, "a process")
        return _template(process)

    def with_changes(self, **changes: Any) -> Self:
        """Return a scenario: the same model with other fields; mappings are laid over those that are there.

        None takes something out: for a key of a mapping, that key; for a whole mapping or `effects`, all that
        is in it. So a phase goes from a dwell time to competing ones with `dwell={"management": None},
        choices={"management": None}, hazards={"management": {...}}`. Draws are named by case, phase and
        visit: what a scenario leaves alone stays as it was.
        """
        fields = [a.name for a in attrs.fields(type(self))]
        for name in changes:
            if name not in fields:
                meant = nearest(name, fields)
                raise refuse(name, "unknown", f"a model has no such field; did you mean {meant or fields!r}?")
        merged = {name: _laid_over(getattr(self, name), value) for name, value in changes.items()}
        return attrs.evolve(self, **merged)

    def chances(self, phase: str) -> Mapping[str, float]:
        """Return the chance of each step out of a phase that has a dwell time."""
        self._check_timed(phase)
        if phase in self.choices:
            return self.choices[phase].chances
        (only,) = ordinary(self.process, phase)
        return FrozenDict({only.trigger: 1.0})

    def reached(self) -> tuple[str, ...]:
        """Return the phases that cases can be in, in the order of the process."""
        found = reached(self.start, self.ways)
        return tuple(phase.key for phase in self.process.phases if phase.key in found)

    def clocks(self, phase: str) -> tuple[Distribution, ...]:
        """Return the times of a phase: its dwell time, or one for each of its competing steps."""
        self.process.phase(phase)
        if phase in self.hazards:
            return tuple(self.hazards[phase][step.trigger] for step in self.ways(phase))
        self._check_timed(phase)
        return (self.dwell[phase],)

    def _check_timed(self, phase: str) -> None:
        """Refuse a phase that the process lacks, and one that has no dwell time."""
        self.process.phase(phase)
        if phase not in self.dwell:
            raise refuse("phase", "no-time", f"phase {phase!r} has no dwell time in this model")

    def ways(self, phase: str) -> tuple[Transition, ...]:
        """Return the steps that the model takes out of a phase, in the order of the process."""
        self.process.phase(phase)
        if phase in self.hazards:
            taken = set(self.hazards[phase])
        elif phase in self.choices:
            chances = self.choices[phase].chances
            # A chance that is no number counts here, so that the checker can name it.
            taken = {key for key, chance in chances.items() if not is_number(chance) or chance > 0}
        else:
            taken = {step.trigger for step in ordinary(self.process, phase)} if phase in self.dwell else set()
        return tuple(step for step in exits(self.process, phase) if step.trigger in taken)


def _unpacked(kind: type[Model], process: bytes, fields: dict[str, Any]) -> Model:
    return kind(unpacked(process), **fields)


def _laid_over(old: Any, new: Any) -> Any:
    """Return a field with changes laid over it; None takes out."""
    if new is None and isinstance(old, Mapping | tuple):
        return type(old)()
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return new
    return {key: value for key, value in {**old, **new}.items() if value is not None}


def _template(process: Process) -> str:
    met = reached(process.initial, lambda phase: ordinary(process, phase))
    running = [
        phase
        for phase in process.phases
        if exits(process, phase.key) and (phase.key in met or phase.kind != "suspended")
    ]
    lines = [
        "Model(",
        f"    {process.key.upper()},",
        "    dwell={  # years of 365.25 days",
        *(f'        "{phase.key}": Gamma(mean=..., cv=...),' for phase in running),
        "    },",
        "    choices={  # chances, one in all for each phase",
    ]
    for phase in running:
        triggers = [step.trigger for step in ordinary(process, phase.key)]
        if len(triggers) > 1:
            inner = ", ".join(f'"{trigger}": ...' for trigger in triggers)
            lines.append(f'        "{phase.key}": Choice({{{inner}}}),')
    if process.interruptions:
        lines.append(f"        # where you count them: {', '.join(sorted(process.interruptions))}")
    lines.append("    },")
    return "\n".join([*lines, *_template_marks(process), ")"]) + "\n"


def _template_marks(process: Process) -> list[str]:
    """Return the lines for steps that stay in their phase; none where the process has none."""
    lines = []
    for phase in process.phases:
        loops = [step.trigger for step in process.exits(phase.key) if step.is_loop]
        if loops:
            inner = ", ".join(f'"{trigger}": ...' for trigger in loops)
            lines.append(f'        "{phase.key}": {{{inner}}},')
    if not lines:
        return []
    return ["    marks={  # times a year; leave out what you do not count", *lines, "    },"]
