"""How much memory a collaboration takes."""

from __future__ import annotations

import gc
import pickle
import tracemalloc
from collections.abc import Callable

import gezondsamen as gs
from benchmarks.measuring import Figure
from benchmarks.sample import PROCESS, filled, new

NUMBER = 1_000


def figures() -> list[Figure]:
    """Return the figures of this file."""
    stored = pickle.dumps(filled(50).entries_after(0))

    def loaded() -> gs.Collaboration:
        case = gs.Collaboration.replay(PROCESS, pickle.loads(stored))
        assert case.version == 50
        return case

    return [
        Figure("memory of a new collaboration", _kilobytes(new), "kB"),
        Figure("memory of one of 50 entries", _kilobytes(loaded), "kB"),
    ]


def _kilobytes(make: Callable[[], gs.Collaboration]) -> float:
    """Return what one of many takes: what they share counts once for all."""
    make()
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        kept = [make() for _ in range(NUMBER)]
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return (after - before) / len(kept) / 1_000
