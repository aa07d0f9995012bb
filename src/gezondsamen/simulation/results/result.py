"""Results: what a simulation says, computed from its draws whenever it is asked.

A result keeps sums, never the trajectories: these follow from the seed, and are computed again, chunk by
chunk, when a question needs them. So memory stays small whatever the number of cases.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from gezondsamen.errors import shown
from gezondsamen.frozen import FrozenDict, frozen
from gezondsamen.labels import FALLBACK
from gezondsamen.simulation.engine import marks
from gezondsamen.simulation.engine.chunks import CHUNK, Run
from gezondsamen.simulation.engine.compiled import Compiled
from gezondsamen.simulation.engine.displays import html_table
from gezondsamen.simulation.engine.engines import Engine
from gezondsamen.simulation.engine.executors import Item, T, in_order
from gezondsamen.simulation.engine.orders import Compute, orders
from gezondsamen.simulation.engine.rows import Rows, Summary, filled
from gezondsamen.simulation.engine.tally import Tally
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import check_day, refuse
from gezondsamen.simulation.results import estimates, load, moments, points, summaries, visits
from gezondsamen.simulation.results.counts import Counts, Kept
from gezondsamen.simulation.results.measures import Measures
from gezondsamen.simulation.results.sums import Labels

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from gezondsamen.collaboration import Collaboration


def _to_manifest(plain: Mapping[str, Any]) -> FrozenDict[str, Any]:
    return frozen({key: tuple(value) if isinstance(value, list) else value for key, value in plain.items()})


@attrs.frozen(eq=False, slots=False)
class Result:
    """Tell what a simulation says: outcomes, occupancy, times, trajectories, evaluation moments.

    Times are in years of 365.25 days since the case began. Two results of the same run are equal in every
    number, however they were computed.
    """

    run: Run
    compiled: Compiled = attrs.field(repr=False)
    tally: Tally = attrs.field(repr=False)
    manifest: Mapping[str, Any] = attrs.field(repr=False, converter=_to_manifest)
    engine: Engine = "auto"
    executor: Executor | None = attrs.field(default=None, repr=False)
    chunk: int = CHUNK
    in_flight: int | None = None

    def __repr__(self) -> str:
        run = self.run
        return (
            f"Result({run.model.process.key!r}, {len(run.cases)} cases, {run.horizon} years, seed {run.seed})"
        )

    def _repr_html_(self) -> str:
        return html_table(repr(self), self.outcomes())

    def __getstate__(self) -> dict[str, Any]:
        """Leave out the executor, which cannot be pickled, and what is computed again."""
        kept = {field.name: getattr(self, field.name) for field in attrs.fields(Result)}
        return kept | {"executor": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    # --- the shares of cases ---------------------------------------------------------------------

    def outcomes(self) -> Columns:
        """Return where the cases were at the end: phase, its outcome or `running`, cases, share.

        Bounds are those of Wilson, at 95 %.
        """
        return estimates.outcomes(self)

    def mean_time(self) -> tuple[float, float]:
        """Return the mean time until a case ended, or the horizon came, and its standard error."""
        return self.tally.mean_time()

    def occupancy(self, times: Iterable[float] | None = None) -> Columns:
        """Return the share of cases in each phase at each time; default: 101 times from 0 to the horizon.

        A case that has ended is in its final phase from then on.
        """
        return estimates.occupancy(self, times)

    def time_to(self, phase: str, times: Iterable[float] | None = None) -> Columns:
        """Return the share of cases that has come into a phase by each time, with bounds of 95 %.

        The share counts every case, those that ended elsewhere too. Raises `InvalidModel` for a phase that
        the process lacks.
        """
        return estimates.time_to(self, phase, times)

    def survival(self, times: Iterable[float] | None = None) -> Columns:
        """Return the share of cases that has not ended at each time, with bounds of 95 %."""
        return estimates.survival(self, times)

    def flows(self) -> Columns:
        """Return how often each step was taken: from, trigger, to, how many times, how many per case, bounds.

        Columns `low` and `high` are bounds of 95 % of `per_case`; `uncertainty` says that they hold the error
        of simulating so many cases (`simulation`), and no other.
        """
        return estimates.flows(self)

    def loops(self) -> Columns:
        """Return how often cases come back: the share that visits a phase so many times, with bounds."""
        return estimates.loops(self)

    def measure(
        self,
        measures: Measures | None = None,
        *,
        by: str | Labels | None = None,
    ) -> Columns:
        """Return the mean of each measure over the cases, all in one pass, with bounds of 95 %.

        `measures` and `by` are those of `compare`; `by="outcome"` groups cases by how they ended. Columns:
        measure, unit (`share`, `years`, `times`, `amount`), the group where there are groups, cases, estimate
        (per case), error (standard error), low, high, uncertainty (`simulation`, and no other).

        >>> from gezondsamen.simulation import Ended, TimeIn, simulate
        >>> from gezondsamen.simulation.examples import partnership
        >>> result = simulate(partnership(), cases=1000, horizon=10, seed=2026)
        >>> found = result.measure([Ended(outcome="success"), TimeIn("management")])
        >>> [str(unit) for unit in found["unit"]]
        ['share', 'years']
        """
        return summaries.means(self, measures, by)

    def quantiles(
        self, measures: Measures | None = None, at: Iterable[float] = (0.1, 0.25, 0.5, 0.75, 0.9)
    ) -> Columns:
        """Return quantiles of each measure over the cases: measure, unit, quantile, estimate, low, high.

        Bounds of 95 % come from the order of the cases alone, whatever their distribution; simulation error
        only. Every number is kept while it is asked: eight bytes for a case and measure.
        """
        return summaries.quantiles(self, measures, at)

    # --- evaluation ------------------------------------------------------------------------------

    def moments(self) -> dict[str, Any]:
        """Return the evaluation moments of every case: case, point, phase, due (years), status.

        Moments follow from the evaluation points of the process as in a schedule; `held` of the model gives
        the chance that one is held, else it is `missed`. `points` says which points are left out.
        """
        return moments.moments(self)

    def load(self) -> Columns:
        """Return the evaluation load, per case in each year: year (from 0), point, due, held, missed.

        Each of the last three has bounds of 95 % (`due_low`, `due_high` and so on), which hold the error of
        simulating so many cases, as `uncertainty` says. The last year is a part of one where the horizon is.
        """
        return load.load(self)

    def points(self, lang: str = FALLBACK) -> Columns:
        """Return which evaluation points are simulated, and why the others are not: a row for each anchor.

        Columns: point, event (0 for its own anchor, n for its n-th further event), anchor, simulated, reason.
        """
        return points.columns(self.run.model, lang)

    def marks(self) -> dict[str, Any]:
        """Return the steps that stayed in their phase: case, phase, trigger, at (years)."""
        return marks.marks(self)

    # --- plots -----------------------------------------------------------------------------------

    def plot(
        self, kind: str = "occupancy", *, lang: str = FALLBACK, ax: Axes | None = None, **options: Any
    ) -> Axes:
        """Draw a plot with matplotlib, into axes that are given or a figure of its own; return the axes.

        Kinds: `occupancy` (where cases are over time; `times`), `flows` (how often each step is taken;
        `least` times per case), `gantt` (trajectories one by one; `cases`, `marks`), `time_to` (who has
        come into phases; `phases`, `times`), `survival` (who has not ended; `times`). No pyplot, no setting
        and no backend is touched: `result.plot("occupancy").figure.savefig("occupancy.png")`.

        Raises `InvalidModel` for an unknown kind, `MissingExtra` where matplotlib is missing.
        """
        from gezondsamen.simulation.plots import plots

        return plots.plot(self, kind, lang=lang, ax=ax, **options)

    # --- trajectories ----------------------------------------------------------------------------

    def columns(self) -> dict[str, Any]:
        """Return every visit of every case as columns, phases and triggers as their keys (`Categorical`).

        `case`; `visit` (the n-th of the case in this phase, from 0); `phase_from`; `phase_to` and
        `trigger` (empty where the horizon cut the visit off); `entered` and `left` in years; `status`
        (`moved`, `ended`, `censored`). A million cases of a partnership take a third of a gigabyte.

        `pandas.DataFrame.from_arrow(result)`, `polars.DataFrame(result)` and `pyarrow.table(result)` make
        data frames without going through these columns.
        """
        return visits.columns(self)

    def collaboration(self, case: int, *, begin: date) -> Collaboration:
        """Return a case as a real collaboration that began on a day, taken through its steps under the rules.

        Before each step the remedies of its check are recorded, with their blanks filled in; what nothing
        else repairs is waived, on the record. Raises `InvalidModel` for a case that there is not.

        >>> from datetime import date
        >>> from gezondsamen.simulation import simulate
        >>> from gezondsamen.simulation.examples import partnership
        >>> result = simulate(partnership(), cases=10, horizon=10, seed=2026)
        >>> result.collaboration(3, begin=date(2026, 1, 5)).phase == result.cases()["phase"][3]
        True
        """
        from gezondsamen.simulation.results.replay import Step, replay

        if isinstance(case, bool) or not isinstance(case, int):
            raise refuse("case", "bad-number", f"give the number of a case, not {shown(case)}")
        begin = check_day(begin, self.run.horizon)
        (rows,) = self.chunks(range(case, case + 1))
        triggers, model = self.compiled.triggers, self.run.model
        steps = [
            Step(triggers[trigger], float(left))
            for trigger, left in zip(rows["trigger"], rows["left"], strict=True)
            if trigger >= 0
        ]
        start = self.compiled.phases[rows["phase_from"][0]]
        return replay(model.process, start, steps, begin=begin, id=f"case-{case}")

    def cases(self) -> dict[str, Any]:
        """Return one row per case: where it was at the end, since when (or the horizon), its visits."""
        return visits.cases(self)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return the visits as an Arrow stream, batch by batch."""
        return self.batches().__arrow_c_stream__(requested_schema)

    def batches(self) -> Any:
        """Return the visits as a reader of Arrow record batches: each is computed when it is asked for."""
        return visits.batches(self)

    def to_parquet(self, path: str | Path) -> None:
        """Write the visits to a Parquet file; raises `OSError` where that fails: it is whole or not there."""
        from gezondsamen.simulation.files.arrow import write_parquet
        from gezondsamen.simulation.files.disk import file_at

        write_parquet(self.batches(), file_at(path), self._metadata())

    def to_csv(self, path: str | Path) -> None:
        """Write the visits to a CSV file; raises `OSError` where that fails: it is whole, or not there."""
        from gezondsamen.simulation.files.arrow import write_csv
        from gezondsamen.simulation.files.disk import file_at

        write_csv(self.batches(), file_at(path))

    def to_xes(
        self, path: str | Path, *, begin: date, cases: range | None = None, marks: bool = False
    ) -> None:
        """Write an event log in XES 2.0 (IEEE 1849), trace by trace; compressed where the path ends with .gz.

        `begin` is the day on which all cases begin; `cases` are some of them; `marks` adds the steps that
        stay in their phase. Raises `InvalidModel` for a day or for cases that do not fit.
        """
        from gezondsamen.simulation.files import xes

        xes.to_xes(self, path, begin=begin, cases=cases, marks=marks)

    def _metadata(self) -> dict[str, str]:
        return {"gezondsamen": json.dumps(self.manifest, sort_keys=True)}

    # --- how it is computed ----------------------------------------------------------------------

    def chunks(self, cases: range | None = None) -> Iterator[Rows]:
        """Yield the visits of all cases, or of some of them, chunk by chunk."""
        run = self.run if cases is None else self._run_of(cases)
        wanted = orders(run, self.compiled, self.chunk, log=True)
        for _, rows in self.computed(Compute(self.engine), wanted):
            assert rows is not None
            yield rows

    def counts(self, at: Floats | None = None) -> Counts:
        """Return the counts of visits at these points in time (default: those that were counted last).

        What is counted once is kept: the questions that are answered from it cost one pass together.
        """
        return self._counts.at(self, at)

    @cached_property
    def _counts(self) -> Kept:
        return Kept()

    def computed(self, work: Callable[[Item], T], items: Iterator[Item]) -> Iterator[T]:
        """Compute by the executor of the simulation, or without it where it is gone."""
        return in_order(work, items, self.executor, self.in_flight, outlive=True)

    def _run_of(self, cases: range) -> Run:
        mine = self.run.cases
        if not isinstance(cases, range) or cases.step != 1 or not len(cases):
            raise refuse("cases", "bad-number", f"give a range of the numbers of cases, not {shown(cases)}")
        if cases.start < mine.start or cases.stop > mine.stop:
            raise refuse(
                "cases", "unknown", f"there are cases {mine.start} to {mine.stop - 1}, not {shown(cases)}"
            )
        return self.run.part(cases)

    def ends(self) -> Iterator[Summary]:
        """Yield how the cases ended, chunk by chunk."""
        wanted = orders(self.run, self.compiled, self.chunk, log=False)
        for summary, _ in self.computed(Compute(self.engine), wanted):
            yield summary

    def rows(self) -> Rows:
        """Return the visits of all cases."""
        return filled(self.chunks(), self.tally.visits)
