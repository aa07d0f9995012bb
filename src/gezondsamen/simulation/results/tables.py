"""Tables of measures: what the sums over cases come to, with intervals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from gezondsamen.simulation.engine.trajectories import Columns, table
from gezondsamen.simulation.results.intervals import SIMULATION, of_difference, of_mean, spread
from gezondsamen.simulation.results.measures import Measure, Own, largest, unit
from gezondsamen.simulation.results.sums import Groups, Sums, series_of

Asked = Mapping[str, Measure | Own]


def estimates_of(
    scenarios: Sequence[tuple[str, ...]], asked: Asked, groups: Groups | None, sums: Sums
) -> Columns:
    """Return a row for each scenario (its name, or nothing), measure and group."""
    rows = []
    for s, scenario in enumerate(scenarios):
        for place, (name, measure) in enumerate(asked.items()):
            found = of_mean(unit(measure), *_of(sums, s, place), largest(measure))
            head = (*scenario, name, unit(measure))
            rows += [(*head, *row, SIMULATION) for row in _by_group(groups, sums, found)]
    own = ("scenario",) if scenarios[0] else ()
    return table((*own, "measure", "unit", *_names(groups, "estimate")), rows)


def differences_of(
    scenarios: Sequence[str], base: int, asked: Asked, groups: Groups | None, sums: Sums
) -> Columns:
    """Return a row for each scenario but the one that they are compared with, measure and group."""
    rows = []
    for scenario in scenarios:
        if scenario == scenarios[base]:
            continue
        series, sign = series_of(scenarios, scenario, scenarios[base])
        for place, (name, measure) in enumerate(asked.items()):
            total, square, fourth, cases = _of(sums, series, place)
            scale = np.sqrt(sums.square[base, place] / cases)
            powers = (sign * total, square, fourth, cases)
            found = of_difference(unit(measure), *powers, scale, largest(measure))
            head = (scenario, scenarios[base], name, unit(measure))
            rows += [(*head, *row, SIMULATION) for row in _by_group(groups, sums, found)]
    return table(("scenario", "against", "measure", "unit", *_names(groups, "difference")), rows)


def numbers_of(sums: Sums, series: int, place: int) -> tuple[float, float]:
    """Return mean and standard error of a series in a measure, over all cases."""
    total, square, _, cases = (x.sum() for x in _of(sums, series, place))
    mean, _, error = spread(total, square, cases)
    return float(mean), float(error)


def _of(sums: Sums, series: int, place: int) -> tuple[Any, Any, Any, Any]:
    powers = (sums.total, sums.square, sums.fourth)
    return *(power[series, place] for power in powers), sums.cases


def _names(groups: Groups | None, number: str) -> tuple[str, ...]:
    own = () if groups is None else (groups.name,)
    return (*own, "cases", number, "error", "low", "high", "uncertainty")


def _by_group(groups: Groups | None, sums: Sums, found: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield one row for each group: its label where there is one, its cases and numbers."""
    columns = np.broadcast_arrays(sums.cases, *found)
    for group, (cases, *numbers) in enumerate(zip(*columns, strict=True)):
        label = () if groups is None else (groups.labels[group],)
        yield (*label, int(cases), *map(float, numbers))
