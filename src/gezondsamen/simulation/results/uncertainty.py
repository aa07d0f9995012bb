"""What is not known of parameters, told apart from the error of simulating.

Each draw of the parameters is simulated with cases of its own, so that the errors of draws are independent
and a one-way analysis of variance can take them apart (O'Hagan, Stevenson and Madan 2007).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs
import numpy as np

from gezondsamen.labels import FALLBACK
from gezondsamen.process.process import Process
from gezondsamen.simulation.engine.displays import html_table
from gezondsamen.simulation.engine.trajectories import Columns, table
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.results.labels import in_words
from gezondsamen.simulation.results.measures import Measure, Own, unit
from gezondsamen.simulation.results.sums import Sums, place_of, series_of
from gezondsamen.simulation.results.tables import numbers_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BOTH: Final = "parameters and simulation"
"""The uncertainty that an interval holds: what is not known of the parameters, and the error of each draw."""


@attrs.frozen(eq=False)
class ParameterUncertainty:
    """Tell how measures are spread over draws of the parameters, and how much of that is simulation error.

    `draws` are the parameters, one row for each draw. `sums` are those of each draw.
    """

    draws: Columns
    scenarios: tuple[str, ...]
    measures: Mapping[str, Measure | Own]
    process: Process = attrs.field(repr=False)
    cases: int
    sums: tuple[Sums, ...] = attrs.field(repr=False)

    def __repr__(self) -> str:
        return (
            f"ParameterUncertainty({len(self.sums)} draws of {', '.join(self.draws)}; "
            f"{', '.join(self.scenarios)}: {len(self.measures)} measures, {self.cases} cases a draw)"
        )

    def _repr_html_(self) -> str:
        alone = len(self.scenarios) == 1
        return html_table(repr(self), self.estimates() if alone else self.differences())

    def table(self) -> Columns:
        """Return a row for each draw, scenario and measure, differences between scenarios too.

        Columns: draw (from 0), scenario, against (empty, or the scenario that it is the difference from),
        measure, unit, estimate, error (the standard error of simulating this draw).
        """
        rows = []
        for scenario, against in self._pairs():
            for name, measure in self.measures.items():
                values, errors = self._values(scenario, against, name)
                head = (scenario, against or "", name, unit(measure))
                rows += [
                    (draw, *head, float(value), float(error))
                    for draw, (value, error) in enumerate(zip(values, errors, strict=True))
                ]
        names = ("draw", "scenario", "against", "measure", "unit", "estimate", "error")
        return table(names, sorted(rows, key=lambda row: row[0]))

    def estimates(self) -> Columns:
        """Return the mean of each measure in each scenario over the draws, and how it is spread.

        Columns: scenario, measure, unit, draws, estimate (the mean over the draws) and its error,
        `sd_parameters` and `sd_simulation` (the standard deviations between draws, taken apart),
        `share_parameters` (of the variance), low and high (quantiles of the draws: 95 % lies between them;
        the error of simulating each draw widens them, little where `share_parameters` is near one),
        uncertainty (`parameters and simulation`).
        """
        rows = [
            (scenario, name, unit(measure), *_spread(*self._values(scenario, None, name)))
            for scenario in self.scenarios
            for name, measure in self.measures.items()
        ]
        return table(("scenario", "measure", "unit", "draws", "estimate", *SPREAD), rows)

    def differences(self, against: str | None = None) -> Columns:
        """Return how much each scenario differs from one of them (default: the first) over the draws.

        Each draw is a pair: the same parameters, cases and random numbers in both scenarios. Columns as in
        `estimates`, with `against` and `difference`. Raises `InvalidModel` for an unknown scenario.
        """
        base = self.scenarios[0 if against is None else place_of(self.scenarios, against)]
        rows = [
            (scenario, base, name, unit(measure), *_spread(*self._values(scenario, base, name)))
            for scenario in self.scenarios
            if scenario != base
            for name, measure in self.measures.items()
        ]
        names = ("scenario", "against", "measure", "unit", "draws", "difference", *SPREAD)
        return table(names, rows)

    def plot(
        self, kind: str = "differences", *, lang: str = FALLBACK, ax: Axes | None = None, **options: Any
    ) -> Axes:
        """Draw the differences with matplotlib: points with the intervals that parameters leave.

        Options: `measures` of one unit, `against`. Raises `InvalidModel` for an unknown kind, `MissingExtra`
        where matplotlib is missing.
        """
        from gezondsamen.simulation.plots import comparisons

        return comparisons.plot_draws(self, kind, lang=lang, ax=ax, **options)

    def in_words(self, measure: str, lang: str = FALLBACK) -> str:
        """Return a measure, by the name that tables give it, in words."""
        return in_words(measure, self.measures[measure], self.process, lang)

    def _pairs(self) -> list[tuple[str, str | None]]:
        first, *others = self.scenarios
        return [*((scenario, None) for scenario in self.scenarios), *((other, first) for other in others)]

    def _values(self, scenario: str, against: str | None, name: str) -> tuple[Floats, Floats]:
        """Return the estimate of each draw and its standard error."""
        place = list(self.measures).index(name)
        index, sign = series_of(self.scenarios, scenario, against)
        found = [numbers_of(sums, index, place) for sums in self.sums]
        return sign * np.array([mean for mean, _ in found]), np.array([error for _, error in found])


SPREAD: Final = (
    "error", "sd_parameters", "sd_simulation", "share_parameters", "low", "high", "uncertainty",
)  # fmt: skip


def _spread(values: Floats, errors: Floats) -> tuple[Any, ...]:
    """Return what the estimates of draws come to, their variance taken apart."""
    count = len(values)
    mean, whole = float(values.mean()), float(values.var(ddof=1))
    simulation = float(np.square(errors).mean())
    parameters = max(whole - simulation, 0.0)
    share = parameters / whole if whole else 0.0
    # With these quantiles a new draw lies between them in 95 of 100 cases, if there are 39 draws or more.
    low, high = np.quantile(values, (0.025, 0.975), method="weibull")
    return (
        count, mean, float(np.sqrt(whole / count)), float(np.sqrt(parameters)), float(np.sqrt(simulation)),
        share, float(low), float(high), BOTH,
    )  # fmt: skip
