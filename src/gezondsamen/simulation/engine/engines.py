"""Which kernel computes: numpy everywhere, numba where it is installed."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Literal

from gezondsamen.errors import MissingExtra, shown
from gezondsamen.simulation.engine.rows import Rows, Summary
from gezondsamen.simulation.engine.task import Task
from gezondsamen.simulation.model.errors import refuse

Engine = Literal["auto", "numpy", "numba"]

Compute = Callable[[Task], tuple[Summary, Rows | None]]


def kernel(engine: Engine) -> Compute:
    """Return the kernel of an engine; `auto` takes numba where it is installed."""
    if engine not in ("auto", "numpy", "numba"):
        raise refuse("engine", "unknown", f"choose auto, numpy or numba, not {shown(engine)}")
    if engine == "numba" or (engine == "auto" and find_spec("numba")):
        try:
            from gezondsamen.simulation.engine import kernel_numba
        except ModuleNotFoundError as missing:
            raise MissingExtra("fast", "numba") from missing
        return kernel_numba.compute
    from gezondsamen.simulation.engine import kernel_numpy

    return kernel_numpy.compute
