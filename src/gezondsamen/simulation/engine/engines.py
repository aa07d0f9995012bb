"""Which kernel computes: numpy everywhere, numba where it is installed and its start pays."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from gezondsamen.errors import MissingExtra, shown
from gezondsamen.simulation.engine.rows import Rows, Summary
from gezondsamen.simulation.engine.task import Task
from gezondsamen.simulation.model.errors import refuse

Engine = Literal["auto", "numpy", "numba"]

Compute = Callable[[Task], tuple[Summary, Rows | None]]

LOG: Final = logging.getLogger("gezondsamen.simulation")
LOOPS: Final = "gezondsamen.simulation.engine.numba_loops"

GAIN: Final = 22e-9
"""Seconds by which numba computes a visit sooner than numpy does."""
LOADING: Final = 0.4
"""Seconds that numba takes to start where it finds what it compiled before."""
COMPILING: Final = 9.0
"""Seconds that it takes to compile."""
FEWEST: Final = int(LOADING / GAIN)
"""Of fewer visits, numpy is done before numba has started."""


def kernel(engine: Engine) -> Compute:
    """Return the kernel of an engine; `auto` takes numba where it is installed."""
    if engine not in ("auto", "numpy", "numba"):
        raise refuse("engine", "unknown", f"choose auto, numpy or numba, not {shown(engine)}")
    if takes_numba(engine):
        try:
            from gezondsamen.simulation.engine import kernel_numba
        except ModuleNotFoundError as missing:
            raise MissingExtra("fast", "numba") from missing
        return kernel_numba.compute
    from gezondsamen.simulation.engine import kernel_numpy

    return kernel_numpy.compute


def takes_numba(engine: Engine) -> bool:
    """Tell whether an engine is that of numba; `auto` takes it where it is installed."""
    return engine == "numba" or (engine == "auto" and find_spec("numba") is not None)


def worthwhile(visits: float) -> Engine:
    """Return numba where it computes so many visits sooner than numpy, its start counted; else numpy.

    What it does is told to the logger `gezondsamen.simulation`. The bytes are the same.
    """
    if not find_spec("numba"):
        return "numpy"
    start = starting()
    pays = visits * GAIN > start
    engine: Engine = "numba" if pays else "numpy"
    LOG.info("%s: some %.3g visits to compute, and numba starts in some %.1f s", engine, visits, start)
    return engine


def starting() -> float:
    """Return how many seconds numba takes to start: nothing once it runs, little where its cache is there."""
    if LOOPS in sys.modules:
        return 0.0
    return LOADING if _cached() else COMPILING


def _cached() -> bool:
    """Tell whether numba has kept what it compiled, and no later change of the loops undoes it."""
    source = Path(__file__).with_name("numba_loops.py")
    own = os.environ.get("NUMBA_CACHE_DIR")
    folders = [source.parent / "__pycache__"]
    if own:
        folders = [path.parent for path in Path(own).glob("*/numba_loops.trajectories-*.nbi")]
    changed = source.stat().st_mtime
    kept = (path for folder in folders for path in folder.glob("numba_loops.trajectories-*.nbc"))
    return any(path.stat().st_mtime >= changed for path in kept)
