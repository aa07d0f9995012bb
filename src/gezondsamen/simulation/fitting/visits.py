"""Visits as columns: what was seen of stays in phases, from a simulation, real cases or a table.

What belongs to one observation stands in one row. How real cases become rows: `observation`; how a table
of somebody else's does: `columns`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, Self

import attrs
import numpy as np
import numpy.typing as npt

from gezondsamen.errors import shown
from gezondsamen.frozen import FrozenDict
from gezondsamen.process.process import Process
from gezondsamen.simulation.draws import keys
from gezondsamen.simulation.draws.philox import draw
from gezondsamen.simulation.engine.chunks import check_seed
from gezondsamen.simulation.engine.rows import joined
from gezondsamen.simulation.engine.trajectories import Columns, Trajectories
from gezondsamen.simulation.fitting.columns import read
from gezondsamen.simulation.model.assumptions import Piecewise
from gezondsamen.simulation.model.distributions import Floats
from gezondsamen.simulation.model.errors import refuse

Codes = npt.NDArray[np.int16]
MISSING: Final = -1
"""The number of a step or phase that is not there: the visit was still going on."""

KEPT: Final = (
    "case", "visit", "phase_from", "trigger", "phase_to", "entered", "left", "spent", "precision", "begin",
)  # fmt: skip
"""The columns that every table of visits has."""


def _to_columns(columns: Mapping[str, Floats]) -> FrozenDict[str, Floats]:
    return FrozenDict(columns)


@attrs.frozen(eq=False)
class Visits:
    """Hold visits to phases as columns of equal length, one row per visit.

    `case` tells rows of one case, by number or id; `visit` is the n-th of the case in this phase, from 0.
    `phase_from`, `trigger` and `phase_to` are numbers in `phases` and `triggers`; -1 where the visit was
    still going on. `entered` and `left` are years since the case was first seen; where a visit was going
    on, `left` is when it was last seen. `spent` are the years before `entered` that the case had been in the
    phase already (left truncation): not a number where nobody knows. `precision` is the width, in years,
    of what a time stands for (interval censoring): 0 where it is exact, 1/365.25 where it is a day. `begin`
    is the day on which the case was first seen. `covariates` are columns of numbers.

    >>> from gezondsamen.simulation import Visits, simulate
    >>> from gezondsamen.simulation.examples import partnership
    >>> visits = Visits.from_result(simulate(partnership(), cases=100, horizon=5, seed=1))
    >>> len(visits), sorted(visits.columns())[:4]
    (766, ['begin', 'case', 'entered', 'left'])
    """

    phases: tuple[str, ...]
    triggers: tuple[str, ...]
    case: npt.NDArray[Any]
    visit: npt.NDArray[np.int32]
    phase_from: Codes
    trigger: Codes
    phase_to: Codes
    entered: Floats
    left: Floats
    spent: Floats
    precision: Floats
    begin: npt.NDArray[np.datetime64]
    covariates: FrozenDict[str, Floats] = attrs.field(factory=FrozenDict, converter=_to_columns)

    def __attrs_post_init__(self) -> None:
        for value in (*vars_of(self).values(), *self.covariates.values()):
            value.setflags(write=False)

    def __len__(self) -> int:
        return len(self.case)

    def __repr__(self) -> str:
        cases = len(np.unique(self.case))
        going = int((self.trigger == MISSING).sum())
        return f"Visits({len(self)} of {cases} cases; {going} still going on)"

    @classmethod
    def from_result(cls, result: Trajectories) -> Self:
        """Return the visits of a simulation; those that the horizon cut off were still going on.

        Covariates of the cases come along, but for those that change (`Piecewise`); the time that cases had
        spent in their first phase is `spent`.
        """
        run, compiled = result.run, result.compiled
        rows = joined(result.chunks())
        n = len(rows["case"])
        numbers = rows["case"] - run.cases.start
        first = np.ones(n, bool)
        first[1:] = rows["case"][1:] != rows["case"][:-1]
        covariates = {
            name: np.array(np.broadcast_to(np.asarray(value, float), len(run.cases))[numbers])
            for name, value in run.covariates.items()
            if not isinstance(value, Piecewise)
        }
        spent = np.broadcast_to(run.begins.spent, len(run.cases))[numbers]
        return cls(
            phases=compiled.phases,
            triggers=compiled.triggers,
            case=rows["case"].copy(),
            visit=rows["visit"].astype(np.int32),
            phase_from=rows["phase_from"].astype(np.int16),
            trigger=rows["trigger"].astype(np.int16),
            phase_to=rows["phase_to"].astype(np.int16),
            entered=rows["entered"].copy(),
            left=rows["left"].copy(),
            spent=np.where(first, spent, 0.0),
            precision=np.zeros(n),
            begin=np.full(n, "NaT", "datetime64[D]"),
            covariates=covariates,
        )

    @classmethod
    def from_columns(cls, columns: Any, process: Process) -> Self:
        """Return the visits of a table: a mapping of columns, a data frame, or Arrow.

        Needed are `case`, `phase_from`, `trigger` (missing or empty where the visit was still going on),
        `entered` and `left`: years, or days. Others may be there: `spent`, `precision` (for days it is one
        day unless it is given) and `begin`. Every other column of numbers is a covariate.

        Raises `InvalidModel` with the column for what is missing, unknown to the process or impossible.
        """
        return cls(**read(columns, process))

    def columns(self) -> Columns:
        """Return the columns by name, phases and triggers as their keys; `pandas.DataFrame` takes them."""
        words = {
            "phase_from": np.array([*self.phases, ""]),
            "phase_to": np.array([*self.phases, ""]),
            "trigger": np.array([*self.triggers, ""]),
        }
        plain = {
            name: words[name][value] if name in words else value for name, value in vars_of(self).items()
        }
        return {**plain, **self.covariates}

    def to_pandas(self) -> Any:
        """Return a data frame of pandas, with phases and triggers as categories; pandas must be there."""
        pd = import_module("pandas")
        frame = {**vars_of(self), **self.covariates}
        words = {"phase_from": self.phases, "phase_to": self.phases, "trigger": self.triggers}
        for name, known in words.items():
            frame[name] = pd.Categorical.from_codes(frame[name], list(known))
        return pd.DataFrame(frame)

    def where(self, chosen: npt.NDArray[np.bool_]) -> Self:
        """Return the visits that are chosen by a column of truth values; refuses any other column."""
        mask = np.asarray(chosen)
        if mask.dtype != bool or mask.shape != (len(self),):
            raise refuse("chosen", "bad-column", f"give a truth value for each of {len(self)} visits")
        return self.rows(np.flatnonzero(mask))

    def rows(self, numbers: npt.NDArray[np.int64]) -> Self:
        """Return the visits in these rows, in this order."""
        kept: dict[str, Any] = {name: value[numbers] for name, value in vars_of(self).items()}
        covariates = {name: value[numbers] for name, value in self.covariates.items()}
        return attrs.evolve(self, **kept, covariates=covariates)

    def resampled(self, *, seed: int) -> Self:
        """Return the visits of as many cases, drawn at random from these with replacement (a bootstrap).

        Each case comes with all of its visits, and under a number of its own. Fitting many of them tells how
        sure numbers are without assuming that the visits of a case have nothing in common.

        >>> from gezondsamen.simulation.examples import partnership
        >>> from gezondsamen.simulation import simulate
        >>> seen = Visits.from_result(simulate(partnership(), cases=100, horizon=5, seed=1))
        >>> len(set(seen.resampled(seed=2).case.tolist()))
        100
        """
        check_seed(seed)
        names, place = np.unique(self.case, return_inverse=True)
        place = place.ravel()
        cases = len(names)
        words = draw(int(seed), np.arange(cases), keys.RESAMPLE, np.zeros(cases))[0]
        chosen = (words.astype(np.int64) * cases) >> 32
        order = np.argsort(place, kind="stable")
        many = np.bincount(place, minlength=cases)
        begins = np.concatenate(([0], np.cumsum(many)[:-1]))
        lengths = many[chosen]
        case = np.repeat(np.arange(cases), lengths)
        within = np.arange(len(case)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        found = self.rows(order[np.repeat(begins[chosen], lengths) + within])
        return attrs.evolve(found, case=case)

    def with_covariates(self, **columns: Any) -> Self:
        """Return the visits with covariates more: a number for all, or one for each visit."""
        given: dict[str, Floats] = {}
        for name, value in columns.items():
            try:
                given[name] = np.array(np.broadcast_to(np.asarray(value, float), len(self)))
            except (TypeError, ValueError):
                message = f"give a number, or one for each of {len(self)} visits, not {shown(value)}"
                raise refuse(f"columns[{name!r}]", "bad-column", message) from None
        return attrs.evolve(self, covariates={**self.covariates, **given})


def vars_of(visits: Visits) -> dict[str, npt.NDArray[Any]]:
    """Return the columns that every table of visits has, as they are kept."""
    return {name: getattr(visits, name) for name in KEPT}
