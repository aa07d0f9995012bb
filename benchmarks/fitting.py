"""How often 95 % intervals of a fit hold the truth: models simulated, fitted, and counted.

Each way in which data can be incomplete has a row: visits cut off by the end, times known to the day, cases
seen only after they had begun, competing steps, effects of covariates; and the bands of the curves.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Final

import attrs
import numpy as np

from benchmarks.measuring import Figure
from gezondsamen.errors import MissingExtra

try:
    import gezondsamen as gs
    from gezondsamen.simulation import (
        Choice,
        Distribution,
        Effect,
        Exponential,
        Fit,
        Gamma,
        LogNormal,
        Model,
        Visits,
        Weibull,
        fit,
        simulate,
    )
    from gezondsamen.simulation.examples import partnership
except MissingExtra as missing:  # pragma: no cover
    raise SystemExit(f"left out: fitting ({missing})") from missing

REPETITIONS: Final = 300
CASES: Final = 150
HORIZON: Final = 5.0
DAY: Final = 1 / 365.25
PHASES: Final = ("management", "evaluation", "suspended")
CLOCKS: Final = ("open_evaluation", "suspend", "end_in_emergency")

Hits = dict[str, list[bool]]
"""For each number of the model: whether its interval held it, repetition by repetition."""


@attrs.frozen
class Study:
    """Hold a truth, how it is seen, and how it is fitted."""

    name: str
    model: Model
    families: tuple[type[Distribution], ...]
    see: Callable[[Visits], Visits] = lambda visits: visits
    hazards: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()


def truth(made: type[Distribution]) -> Model:
    """Return partnerships under way whose times are all of one family."""
    times: dict[type[Distribution], tuple[Distribution, ...]] = {
        Exponential: (Exponential(1.2), Exponential(0.25), Exponential(0.5)),
        Weibull: (Weibull(1.2, 2.0), Weibull(0.25, 1.3), Weibull(0.5, 0.8)),
        Gamma: (Gamma(1.2, 0.5), Gamma(0.25, 0.8), Gamma(0.5, 1.2)),
        LogNormal: (LogNormal(1.2, 0.5), LogNormal(0.25, 0.8), LogNormal(0.5, 1.2)),
    }
    return partnership().with_changes(
        start="management",
        hazards={"management": None},
        dwell=dict(zip(PHASES, times[made], strict=True)),
        choices={
            "management": Choice({"open_evaluation": 0.6, "suspend": 0.3, "end_in_emergency": 0.1}),
            "evaluation": Choice({"continue": 0.9, "decide_to_end": 0.1}),
        },
    )


def clocks(made: type[Distribution]) -> Model:
    """Return the same with competing steps out of the management."""
    model = truth(made)
    times: dict[type[Distribution], tuple[Distribution, ...]] = {
        Exponential: (Exponential(1.5), Exponential(4.0), Exponential(6.0)),
        Weibull: (Weibull(1.4, 2.0), Weibull(4.0, 1.0), Weibull(4.0, 1.5)),
    }
    return model.with_changes(
        dwell={"management": None},
        choices={"management": None},
        hazards={"management": dict(zip(CLOCKS, times[made], strict=True))},
    )


def by_day(visits: Visits) -> Visits:
    """Return the visits as journals keep them: on which day each began and ended."""
    columns = visits.columns()
    begin = (visits.case * 0.37) % 1 * DAY
    for name in ("entered", "left"):
        columns[name] = np.floor((columns[name] + begin) / DAY) * DAY
    columns["precision"] = np.full(len(visits), DAY)
    return Visits.from_columns(columns, gs.PPS)


def seen_late(visits: Visits) -> Visits:
    """Return what somebody sees who opens the books after a year: who left before is not in them."""
    kept = visits.where(visits.left > 1.0)
    columns = kept.columns()
    columns["spent"] = np.maximum(1.0 - kept.entered, 0)
    columns["entered"] = np.maximum(kept.entered, 1.0)
    return Visits.from_columns(columns, gs.PPS)


TRUST: Final = (
    Effect("trust", "management", time_ratio=1 / 1.4),
    Effect("trust", "management", "open_evaluation", odds_ratio=1.6),
)


def studies() -> Iterator[Study]:
    """Yield what is studied."""
    for made in (Exponential, Weibull, Gamma, LogNormal):
        yield Study(f"cut off, {made.__name__}", truth(made), (made,))
    yield Study("known to the day, Gamma", truth(Gamma), (Gamma,), by_day)
    yield Study("seen late, Weibull", truth(Weibull), (Weibull,), seen_late)
    yield Study("seen late, LogNormal", truth(LogNormal), (LogNormal,), seen_late)
    yield Study("competing, Exponential", clocks(Exponential), (Exponential,), hazards=("management",))
    yield Study("competing, Weibull", clocks(Weibull), (Weibull,), hazards=("management",))
    effects = truth(Gamma).with_changes(effects=TRUST)
    yield Study("effects, Gamma", effects, (Gamma,), effects=TRUST)
    every = (Exponential, Weibull, Gamma, LogNormal)
    yield Study("family chosen, Gamma", truth(Gamma), every)


def true_value(model: Model, name: str, family: str) -> float | None:
    """Return the number that a parameter has in a model; None for a shape where the family is another."""
    part, *path = name.split(".")
    if part in ("dwell", "hazards"):
        time = model.dwell[path[0]] if part == "dwell" else model.hazards[path[0]][path[1]]
        same = type(time).__name__ == family or path[-1] == "mean"
        return float(getattr(time, path[-1])) if same else None
    if part == "choices":
        return model.choices[path[0]].chances[path[1]]
    trigger = path[2] if len(path) > 3 else None
    return next(effect.size for effect in model.effects if effect.trigger == trigger)


def repeated(study: Study, repetitions: int, first: int = 0) -> tuple[Hits, Hits]:
    """Return whether intervals held the truth: those of parameters, and those of curves."""
    of_parameters: Hits = {}
    of_curves: Hits = {}
    for seed in range(first, first + repetitions):
        covariates = {}
        if study.effects:
            covariates["trust"] = np.cos(np.arange(CASES) * 1.7 + seed)
        result = simulate(study.model, cases=CASES, horizon=HORIZON, seed=seed, covariates=covariates)
        visits = Visits.from_result(result)
        places = [visits.phases.index(phase) for phase in PHASES]
        visits = study.see(visits.where(np.isin(visits.phase_from, places)))
        found = fit(
            visits,
            gs.PPS,
            families=study.families,
            hazards=study.hazards,
            effects=study.effects,
            assumed=study.model,
            least=5,
        )
        columns = found.table()
        rows = zip(*(columns[key] for key in ("name", "family", "low", "high")), strict=True)
        for name, family, low, high in rows:
            value = true_value(study.model, str(name), str(family))
            if value is not None:
                of_parameters.setdefault(str(name), []).append(bool(low < value < high))
        if not study.effects:
            _curves(study, found, of_curves)
    return of_parameters, of_curves


def _curves(study: Study, found: Fit, hits: Hits) -> None:
    """Add whether the band of Kaplan and Meier held the truth at three times of the evaluation."""
    time = study.model.dwell["evaluation"]
    curve = found.survival("evaluation")
    for at in (0.1, 0.25, 0.4):
        place = int(np.searchsorted(curve["time"], at, side="right")) - 1
        share = float(time.survival(at))
        hits.setdefault(f"evaluation at {at}", []).append(
            bool(curve["low"][place] <= share <= curve["high"][place])
        )
    steps = found.incidence("evaluation")
    mine = steps["trigger"] == "decide_to_end"
    if mine.any():
        place = int(np.searchsorted(steps["time"][mine], 0.4, side="right")) - 1
        share = 0.1 * (1 - float(time.survival(0.4)))
        low, high = steps["low"][mine][place], steps["high"][mine][place]
        hits.setdefault("decide_to_end at 0.4", []).append(bool(low <= share <= high))


def figures(repetitions: int = REPETITIONS) -> list[Figure]:
    """Return how many of a hundred intervals held the truth, and the parameter for which they did least."""
    found = []
    curves: list[bool] = []
    for number, study in enumerate(studies()):
        of_parameters, of_curves = repeated(study, repetitions, number * repetitions)
        every = [hit for hits in of_parameters.values() for hit in hits]
        worst = min(of_parameters, key=lambda name: float(np.mean(of_parameters[name])))
        expected = 95 - 3 * 100 * math.sqrt(0.95 * 0.05 / repetitions)
        found.append(
            Figure(f"{study.name}: all {len(of_parameters)} numbers", float(np.mean(every)) * 100, "%")
        )
        share = float(np.mean(of_parameters[worst])) * 100
        found.append(Figure(f"  least: {worst}", share, "%", expected, at_least=True))
        curves += [hit for hits in of_curves.values() for hit in hits]
    found.append(Figure("bands of curves, at four times", float(np.mean(curves)) * 100, "%"))
    return found
