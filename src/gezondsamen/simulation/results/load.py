"""Evaluation load: how many moments fall in each year of a case, counted by workers, in one pass."""

from __future__ import annotations

from typing import Any, Final

import attrs
import numpy as np

from gezondsamen.simulation.engine.compiled import Ints
from gezondsamen.simulation.engine.engines import Engine, kernel
from gezondsamen.simulation.engine.orders import Order, orders
from gezondsamen.simulation.engine.rows import pieces
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.results.counts import Computing
from gezondsamen.simulation.results.intervals import SIMULATION, of_counts
from gezondsamen.simulation.results.moments import Sources, Walk, sources_of
from gezondsamen.simulation.results.per_case import Cases

WAYS: Final = ("due", "held", "missed")
"""What is counted of moments."""


@attrs.frozen(eq=False)
class CountMoments:
    """Count the moments of an order on a worker: sums and sums of squares over its cases.

    What comes back has an axis for the points of the process, `WAYS`, the power (1, 2), and the year.
    """

    engine: Engine
    sources: Sources
    years: int

    def __call__(self, order: Order) -> Ints:
        summary, rows = kernel(self.engine)(order.task())
        assert rows is not None
        many = len(order.run.model.process.evaluation_points)
        found = np.zeros((many, len(WAYS), 2, self.years), np.int64)
        cases = Cases(order.run, order.compiled, summary, rows, self.engine)
        for piece in pieces([rows]):
            walk = Walk.of(piece, cases, self.sources)
            for point, row, due, held in walk.by_point():
                found[point] += walk.loops.by_year(walk.local, row, due, held, self.years)
        return found


def load(result: Computing) -> Columns:
    """Return the moments per case in each year and of each point: due, held, missed, each with bounds."""
    model = result.run.model
    sources = sources_of(model)
    every = model.process.evaluation_points
    keys = [every[place].key for place in sources]
    years = int(np.ceil(result.run.horizon))
    wanted = orders(result.run, result.compiled, result.chunk, log=True)
    none = np.zeros((len(every), len(WAYS), 2, years), np.int64)
    counts = sum(result.computed(CountMoments(result.engine, sources, years), wanted), start=none)
    own = counts[list(sources)]
    columns: dict[str, Any] = {
        "year": np.repeat(np.arange(years), len(keys)),
        "point": np.tile(np.array(keys, str), years),
    }
    for way, name in enumerate(WAYS):
        total, square = (own[:, way, power].T.ravel() for power in (0, 1))
        columns[name], columns[f"{name}_low"], columns[f"{name}_high"] = of_counts(
            total, square, result.tally.cases
        )
    return columns | {"uncertainty": np.full(len(columns["year"]), SIMULATION)}
