"""Sums over cases: all that is kept of a task, added exactly however cases were cut into chunks."""

from __future__ import annotations

import math
from typing import Any, Final

import attrs
import numpy as np

from gezondsamen.frozen import made_anew
from gezondsamen.simulation.engine.compiled import FINAL
from gezondsamen.simulation.engine.rows import Summary
from gezondsamen.simulation.engine.task import Task

BLOCK: Final = 4096
"""Cases are added up in blocks of this many, so that sums do not depend on how they were cut into chunks."""


@attrs.frozen(eq=False)
class Tally:
    """Hold counts and sums of cases: how many ended or were still there by phase, their visits and times.

    `blocks` are sums of times and of their squares over blocks of cases, kept apart until they are
    added exactly.
    """

    ended: np.ndarray[Any, np.dtype[np.int64]]
    running: np.ndarray[Any, np.dtype[np.int64]]
    visits: int
    blocks: tuple[tuple[float, float], ...]

    def __attrs_post_init__(self) -> None:
        self.ended.setflags(write=False)
        self.running.setflags(write=False)

    __reduce__ = made_anew

    @classmethod
    def of(cls, task: Task, summary: Summary) -> Tally:
        """Return the tally of the cases of a task."""
        final = task.compiled.kind == FINAL
        inside = np.bincount(summary.phase, minlength=len(final))
        blocks = []
        for begin in range(0, task.count, BLOCK):
            times = summary.time[begin : begin + BLOCK]
            blocks.append((float(times.sum()), float(np.square(times).sum())))
        return cls(
            np.where(final, inside, 0),
            np.where(final, 0, inside),
            int(summary.visits.sum()),
            tuple(blocks),
        )

    @classmethod
    def together(cls, tallies: list[Tally]) -> Tally:
        """Return the tally of all these cases."""
        return cls(
            sum((t.ended for t in tallies[1:]), start=tallies[0].ended),
            sum((t.running for t in tallies[1:]), start=tallies[0].running),
            sum(t.visits for t in tallies),
            tuple(block for t in tallies for block in t.blocks),
        )

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return int(self.ended.sum() + self.running.sum())

    def mean_time(self) -> tuple[float, float]:
        """Return the mean time until a case ended or the horizon came, and its standard error."""
        n = self.cases
        mean = math.fsum(block[0] for block in self.blocks) / n
        square = math.fsum(block[1] for block in self.blocks) / n
        return mean, math.sqrt(max(square - mean * mean, 0.0) / n)
