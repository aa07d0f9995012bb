"""The call that fits: visits and a process in, the likeliest model with its uncertainty out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import numpy as np

from gezondsamen.arguments import check
from gezondsamen.errors import Problem, shown
from gezondsamen.process.phases import Transition
from gezondsamen.process.process import Process
from gezondsamen.simulation.fitting.chances import Chances
from gezondsamen.simulation.fitting.clocks import Clock
from gezondsamen.simulation.fitting.families import FAMILIES, Family, Made
from gezondsamen.simulation.fitting.fitted import Fit
from gezondsamen.simulation.fitting.phase import Asked, Phase
from gezondsamen.simulation.fitting.visits import Visits
from gezondsamen.simulation.model.assumptions import Effect
from gezondsamen.simulation.model.checking import exits, reached
from gezondsamen.simulation.model.distributions import Exponential, Gamma, LogNormal, Weibull
from gezondsamen.simulation.model.errors import InvalidModel, choose, refuse
from gezondsamen.simulation.model.model import Model
from gezondsamen.simulation.model.numbers import is_whole
from gezondsamen.terms import nearest

LEAST: Final = 10
"""From how many visits that ended a time or an effect is estimated, unless another number is given."""


def fit(
    visits: Visits,
    process: Process,
    *,
    families: Iterable[Made] = (Exponential, Weibull, Gamma, LogNormal),
    hazards: Iterable[str] = (),
    effects: Iterable[Effect] = (),
    assumed: Model | None = None,
    least: int = LEAST,
) -> Fit:
    """Fit a model to visits by maximum likelihood: a family for each time, a chance for each step.

    Each phase is read in one of two ways. As a rule it has a dwell time, and a choice when it is left. The
    phases in `hazards` have competing times instead: one for each step seen, of which the first wins.
    `families` are compared by Akaike's criterion, for each time apart. `effects` are effects of covariates
    of the visits whose ratio is to be estimated (the ratio given is not looked at).

    Visits that were still going on are censored on the right; times that are known to the day are intervals;
    visits that were seen only after they had begun are truncated on the left, and where nobody knows how long
    they had lasted then, they count for the choice only.

    Where fewer than `least` visits of a phase (or by a competing step) ended, its time is not estimated.
    `assumed` is a model whose times and chances stand in there (of competing steps, step by step); its
    `start`, `marks` and `held` are taken over too. Rates of steps that stay in their phase (`marks`) are not
    estimated: each is a count over the years in that phase.

    Raises `InvalidModel` with every phase and step for which data are too few and nothing is assumed, and
    for names that the process or the visits lack.

    >>> from gezondsamen.phases import PPS
    >>> from gezondsamen.simulation import Gamma, Visits, simulate
    >>> from gezondsamen.simulation.examples import partnership
    >>> visits = Visits.from_result(simulate(partnership(), cases=2000, horizon=8, seed=1))
    >>> found = fit(visits, PPS, hazards=["management"], families=[Gamma])
    >>> round(found.model.dwell["evaluation"].mean, 2), partnership().dwell["evaluation"].mean
    (0.25, 0.25)
    """
    check("visits", visits, Visits, "visits, as of observe(...) or Visits.from_columns(...)")
    check("process", process, Process, "a process, such as gs.PPS")
    if assumed is not None and (not isinstance(assumed, Model) or assumed.process.key != process.key):
        raise refuse("assumed", "wrong-type", f"give a model of {process.key!r}, not {shown(assumed)}")
    asked = Asked(
        process=process,
        families=_families(families),
        hazards=_phases("hazards", hazards, process),
        effects=_effects(effects),
        least=_least(least),
        assumed=assumed,
    )
    _check_effects(asked, visits)
    visits = in_order(visits, process)
    clocks: list[Clock] = []
    chances: list[Chances] = []
    problems: dict[str, list[Problem]] = {}
    for phase in process.phases:
        if exits(process, phase.key):
            found = Phase(asked, phase.key, visits).fitted()
            clocks += found.clocks
            chances += found.chances
            problems[phase.key] = found.problems
    return _joined(asked, visits, clocks, chances, problems)


def _joined(
    asked: Asked,
    visits: Visits,
    clocks: list[Clock],
    chances: list[Chances],
    problems: dict[str, list[Problem]],
) -> Fit:
    """Return the fit; raises `InvalidModel` for what is wanting in phases that cases come into."""
    assumed = asked.assumed
    fitted = {clock.phase for clock in clocks} - {phase for phase, wanting in problems.items() if wanting}
    given = () if assumed is None else (*assumed.dwell, *assumed.hazards)
    standing_in = [phase for phase in given if phase not in fitted]
    met = _met(asked, visits, clocks, standing_in)
    wanting = [
        problem
        for phase in problems
        if phase in met
        for problem in problems[phase]
        if phase not in standing_in or problem.code != "too-few"
    ]
    if wanting:
        raise InvalidModel(tuple(wanting))
    return Fit(
        process=asked.process,
        visits=visits,
        clocks=tuple(clock for clock in clocks if clock.phase in fitted),
        chances=tuple(chance for chance in chances if chance.phase in fitted),
        assumed=assumed,
        standing_in=(*standing_in, *(f"{x.phase}.{x.trigger}" for x in clocks if x.assumed)),
    )


def _met(asked: Asked, visits: Visits, clocks: list[Clock], standing_in: list[str]) -> set[str]:
    """Return the phases that cases of the model come into, by steps that were seen or are assumed."""
    process, assumed = asked.process, asked.assumed
    phases = [phase.key for phase in process.phases]
    seen = set(zip(visits.phase_from.tolist(), visits.trigger.tolist(), strict=True))
    seen |= {(phases.index(x.phase), process.triggers.index(x.trigger)) for x in clocks if x.trigger}

    def ways(phase: str) -> tuple[Transition, ...]:
        if phase in standing_in and assumed is not None:
            return assumed.ways(phase)
        place = phases.index(phase)
        return tuple(
            step for step in exits(process, phase) if (place, process.triggers.index(step.trigger)) in seen
        )

    return reached(process.initial if assumed is None else assumed.start, ways)


# --- what is given -----------------------------------------------------------------------------------


def _each(given: Any) -> tuple[Any, ...]:
    """Return what is given one after another; a single thing, too, is taken."""
    alone = isinstance(given, str | type) or not hasattr(given, "__iter__")
    return (given,) if alone else tuple(given)


def _families(given: Iterable[Made]) -> tuple[Family, ...]:
    made = _each(given)
    for family in made:
        if not isinstance(family, type) or family not in FAMILIES:
            names = ", ".join(known.__name__ for known in FAMILIES)
            raise refuse("families", "unknown", f"choose from {names}, not {shown(family)}")
    if not made:
        raise refuse("families", "missing", "give at least one family")
    return tuple(FAMILIES[family] for family in made)


def _phases(where: str, given: Iterable[str], process: Process) -> tuple[str, ...]:
    phases = _each(given)
    known = [phase.key for phase in process.phases if exits(process, phase.key)]
    for phase in phases:
        if phase not in known:
            message = f"process {process.key!r} has no phase {shown(phase)} that steps lead out of"
            raise refuse(where, "unknown", f"{message}; {choose(phase, known)}")
    return phases


def _least(given: object) -> int:
    if not is_whole(given) or given < 2:
        raise refuse("least", "bad-number", f"give a whole number from 2, not {shown(given)}")
    return int(given)


def _effects(given: Iterable[Effect]) -> tuple[Effect, ...]:
    effects = _each(given)
    for number, effect in enumerate(effects):
        if not isinstance(effect, Effect):
            raise refuse(f"effects[{number}]", "wrong-type", f"give effects, not {shown(effect)}")
    return effects


def _check_effects(asked: Asked, visits: Visits) -> None:
    for number, effect in enumerate(asked.effects):
        where = f"effects[{number}]"
        _phases(where, effect.phase, asked.process)
        _check_kind(where, effect, effect.phase in asked.hazards)
        if effect.covariate not in visits.covariates:
            known = sorted(visits.covariates)
            meant = nearest(effect.covariate, known)
            hint = f"did you mean {meant!r}?" if meant else f"they have {', '.join(known) or 'none'}"
            message = f"the visits have no covariate {shown(effect.covariate)}; {hint}"
            raise refuse(where, "unknown", message)
        fine = np.isfinite(visits.covariates[effect.covariate])
        if not fine.all():
            row = int(np.flatnonzero(~fine)[0])
            message = f"the covariate {effect.covariate!r} of the visit in row {row} is no number"
            raise refuse(where, "not-a-number", message)


def _check_kind(where: str, effect: Effect, competing: bool) -> None:
    """Refuse a ratio that does not go with the reading of its phase."""
    if len(effect.given()) != 1:
        raise refuse(where, "which-ratio", "name one ratio: time_ratio=1, hazard_ratio=1 or odds_ratio=1")
    if competing and (effect.trigger is None or effect.kind == "odds_ratio"):
        message = f"phase {effect.phase!r} has competing steps: name one, with a time_ratio or a hazard_ratio"
        raise refuse(where, "which-ratio", message)
    if not competing and (effect.trigger is None) == (effect.kind == "odds_ratio"):
        message = (
            f"phase {effect.phase!r} has a dwell time and a choice: a time_ratio or hazard_ratio works on "
            "the whole of it, an odds_ratio on a step"
        )
        raise refuse(where, "which-ratio", message)


def in_order(visits: Visits, process: Process) -> Visits:
    """Return the visits with phases and steps numbered as in a process; refuses those that it lacks."""
    phases = tuple(phase.key for phase in process.phases)
    if (visits.phases, visits.triggers) == (phases, process.triggers):
        return visits
    return Visits.from_columns(visits.columns(), process)
