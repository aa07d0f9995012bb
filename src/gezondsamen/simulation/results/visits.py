"""Visits and cases as columns, and as batches of Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

import numpy as np

from gezondsamen.simulation.engine.categorical import Categorical
from gezondsamen.simulation.engine.compiled import FINAL
from gezondsamen.simulation.engine.rows import FIELDS, STATUSES, Rows, Summary
from gezondsamen.simulation.engine.trajectories import Trajectories


class Kept(Trajectories, Protocol):
    """Give visits and ends of all cases; a protocol, for `Result` imports this."""

    def rows(self) -> Rows:
        """Return the visits of all cases."""

    def ends(self) -> Iterator[Summary]:
        """Yield how the cases ended, chunk by chunk."""


def columns(result: Kept) -> dict[str, Any]:
    """Return every visit of every case as columns."""
    c = result.compiled
    words = {"phase_from": c.phases, "phase_to": c.phases, "trigger": c.triggers, "status": STATUSES}
    return {
        name: Categorical(column, words[name]) if name in words else column
        for name, column in result.rows().items()
    }


def cases(result: Kept) -> dict[str, Any]:
    """Return one row per case: where it was at the end, since when (or the horizon), its visits."""
    final = result.compiled.kind == FINAL
    parts = list(result.ends())
    phase = np.concatenate([part.phase for part in parts])
    return {
        "case": np.arange(result.run.cases.start, result.run.cases.stop),
        "phase": Categorical(phase, result.compiled.phases),
        "time": np.concatenate([part.time for part in parts]),
        "status": Categorical(np.where(final[phase], 1, 2).astype(np.int8), STATUSES),
        "visits": np.concatenate([part.visits for part in parts]),
    }


def batches(result: Trajectories) -> Any:
    """Return the visits as a reader of Arrow record batches: each is computed when it is asked for."""
    from arro3.core import RecordBatchReader

    from gezondsamen.simulation.files.arrow import Batches

    make = Batches(result.compiled)
    empty = make.of({name: np.empty(0, kind) for name, kind in FIELDS})
    chunks: Iterable[Rows] = result.chunks()
    return RecordBatchReader.from_batches(empty.schema, (make.of(rows) for rows in chunks))
