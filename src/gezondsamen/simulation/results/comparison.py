"""A comparison: scenarios run with the same draws, so that their difference is their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from gezondsamen.labels import FALLBACK
from gezondsamen.simulation.engine.displays import html_table
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.results.labels import in_words
from gezondsamen.simulation.results.measures import Measure, Own
from gezondsamen.simulation.results.result import Result
from gezondsamen.simulation.results.sums import Groups, Sums, place_of
from gezondsamen.simulation.results.tables import differences_of, estimates_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@attrs.frozen(eq=False)
class Comparison:
    """Tell how scenarios differ in measures: case n of one is compared with case n of the others.

    `comparison["now"]` is the `Result` of a scenario. Every interval is of 95 % and holds the error of
    simulating so many cases, no more: what is not known of the parameters comes on top (`simulate_each`).
    """

    results: Mapping[str, Result]
    measures: Mapping[str, Measure | Own]
    groups: Groups | None = attrs.field(repr=False)
    sums: Sums = attrs.field(repr=False)

    def __repr__(self) -> str:
        first = next(iter(self.results.values()))
        return (
            f"Comparison({', '.join(map(repr, self.results))}: {len(self.measures)} measures, "
            f"{len(first.run.cases)} cases in pairs)"
        )

    def _repr_html_(self) -> str:
        alone = len(self.results) == 1
        return html_table(repr(self), self.estimates() if alone else self.differences())

    def __getitem__(self, scenario: str) -> Result:
        place_of(self.results, scenario)
        return self.results[scenario]

    def estimates(self) -> Columns:
        """Return the mean of each measure in each scenario.

        Columns: scenario, measure, unit (`share`, `years`, `times`, `amount`), the group where cases are
        grouped, cases, estimate (per case), error (standard error), low, high, uncertainty.
        """
        return estimates_of([(name,) for name in self.results], self.measures, self.groups, self.sums)

    def differences(self, against: str | None = None) -> Columns:
        """Return how much each scenario differs from one of them (default: the first), case by case.

        Columns: scenario, against, measure, unit, the group where cases are grouped, cases, difference
        (per case), error, low, high, uncertainty. Raises `InvalidModel` for a scenario that there is not.
        """
        base = 0 if against is None else place_of(self.results, against)
        return differences_of(list(self.results), base, self.measures, self.groups, self.sums)

    def plot(
        self, kind: str = "differences", *, lang: str = FALLBACK, ax: Axes | None = None, **options: Any
    ) -> Axes:
        """Draw scenarios beside each other with matplotlib; return the axes.

        Kinds: `differences` (a point with its interval for each measure of one unit; `measures`, `against`),
        `survival` and `time_to` (the curves of all scenarios in one plot; options as for a result). All
        bands and intervals are of 95 % and hold the simulation error alone.

        Raises `InvalidModel` for an unknown kind, `MissingExtra` where matplotlib is missing.
        """
        from gezondsamen.simulation.plots import comparisons

        return comparisons.plot(self, kind, lang=lang, ax=ax, **options)

    def in_words(self, measure: str, lang: str = FALLBACK) -> str:
        """Return a measure, by the name that tables give it, in words."""
        first = next(iter(self.results.values()))
        return in_words(measure, self.measures[measure], first.run.model.process, lang)
