"""The kernel compiled by numba: what its loops read, and the memory that they fill.

The same draws in the same order of operations as in numpy, so the same bytes. Arguments go in plain tuples:
the cache of numba keeps their types, and could not be read any more once a class of our own was renamed.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from gezondsamen.simulation.engine import kernel_numpy
from gezondsamen.simulation.engine.compiled import FINAL, Compiled
from gezondsamen.simulation.engine.numba_loops import trajectories
from gezondsamen.simulation.engine.rows import CENSORED, ENDED, MOVED, Rows, Summary, empty_rows, joined
from gezondsamen.simulation.engine.task import Task


def _endings(compiled: Compiled) -> tuple[Any, ...]:
    """Return what the number of an ending stands for: source, target, trigger and status.

    First come the ways out of each phase, then being cut off in each phase.
    """
    phases, width = compiled.target.shape
    target, none = compiled.target.ravel(), np.full(phases, -1)
    status = np.where(compiled.kind[target] == FINAL, ENDED, MOVED)
    columns = (
        (np.repeat(np.arange(phases), width), np.arange(phases)),
        (target, none),
        (compiled.trigger.ravel(), none),
        (status, np.full(phases, CENSORED)),
    )
    return tuple(np.concatenate(parts).astype(np.int8) for parts in columns)


def compute(task: Task) -> tuple[Summary, Rows | None]:
    """Simulate the cases of a task; where covariates change in time, numpy does it."""
    if task.changes is not None:
        return kernel_numpy.compute(task)
    c, given, started = task.compiled, task.effects, task.begin
    summary = Summary(np.empty(task.count, np.int8), np.empty(task.count), np.empty(task.count, np.int32))
    asked = (np.uint64(task.seed), task.first, task.count, task.horizon, task.log, started.waited)
    begun = (started.phase, started.spent, started.shares)
    effects = (given.speed, given.power, given.timed, given.powered)
    clocks = (c.kind, c.ways, c.clock, c.clock_word)
    tables = (c.table_at, c.table_size, c.deep, c.bins)
    phases = (c.word.astype(np.uint32), c.target.ravel().astype(np.uint32), c.kind == FINAL)
    endings = _endings(c)
    parts = []
    done = 0
    room = task.count * 12 + 4096 if task.log else 0
    while done < task.count:
        rows = empty_rows(room)
        stopped, used = trajectories(
            begin=done,
            asked=asked,
            begun=begun,
            effects=effects,
            chances=given.cumulative,
            clocks=clocks,
            tables=tables,
            phases=phases,
            endings=endings,
            summary=(summary.phase, summary.time, summary.visits),
            rows=tuple(rows.values()),
        )
        parts.append({name: column[:used] for name, column in rows.items()})
        # Nothing fitted: twice the room. Else room for the rest, were its cases twice as long.
        room = (
            2 * room
            if stopped == done
            else max(4096, 2 * (task.count - stopped) * (used // max(stopped - done, 1) + 1))
        )
        done = stopped
    if not task.log:
        return summary, None
    return summary, parts[0] if len(parts) == 1 else joined(parts)
