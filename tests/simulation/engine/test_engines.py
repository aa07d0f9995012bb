"""Laws of the choice of an engine: numba where its start pays, and never another byte."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

import pytest

from gezondsamen.simulation import Effect, Piecewise, simulate
from gezondsamen.simulation.engine import engines
from tests.support.simulation.engines import every_byte, needs_numba
from tests.support.simulation.models import loop

COLD, WARM, RUNNING = engines.COMPILING, engines.LOADING, 0.0


@needs_numba
@pytest.mark.parametrize("start", [COLD, WARM, RUNNING])
def test_numba_is_taken_where_its_start_pays(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, start: float
) -> None:
    """Just above the visits that win back the start numba is taken, just below numpy; the log says so."""
    monkeypatch.setattr(engines, "starting", lambda: start)
    even = start / engines.GAIN
    with caplog.at_level(logging.INFO, "gezondsamen.simulation"):
        assert engines.worthwhile(even * 1.01 + 1) == "numba"
        assert engines.worthwhile(even * 0.99) == "numpy"
    assert [record.message.split(":")[0] for record in caplog.records] == ["numba", "numpy"]


@needs_numba
def test_each_engine_has_its_own_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is compared as two kernels is two; `auto` is numpy where numba is not installed."""
    from gezondsamen.simulation.engine import kernel_numba, kernel_numpy

    assert engines.kernel("numba") is engines.kernel("auto") is kernel_numba.compute
    assert engines.kernel("numpy") is kernel_numpy.compute
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    assert engines.kernel("auto") is kernel_numpy.compute
    assert engines.worthwhile(1e12) == "numpy"


@needs_numba
def test_the_cache_of_numba_counts_while_it_is_newer_than_the_loops(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An empty cache means compiling; a file in it newer than the source, loading; loaded, nothing."""
    monkeypatch.delitem(sys.modules, engines.LOOPS, raising=False)
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    assert engines.starting() == COLD
    folder = tmp_path / "engine_0"
    folder.mkdir()
    for ending in ("nbi", "1.nbc"):
        (folder / f"numba_loops.trajectories-288.py311.{ending}").touch()
    assert engines.starting() == WARM
    monkeypatch.setitem(sys.modules, engines.LOOPS, engines)
    assert engines.starting() == RUNNING


@pytest.mark.parametrize("taken", ["numpy", pytest.param("numba", marks=needs_numba)])
def test_a_result_says_which_engine_it_had(monkeypatch: pytest.MonkeyPatch, taken: Any) -> None:
    """The engine of a result is the one that computed it, and changes no byte."""
    monkeypatch.setattr("gezondsamen.simulation.call.worthwhile", lambda visits: taken)
    call: dict[str, Any] = {"cases": 20_000, "horizon": 3, "seed": 1}
    result = simulate(loop(), **call)
    assert result.engine == taken
    assert every_byte(result) == every_byte(simulate(loop(), engine="numpy", **call))


def test_what_numpy_alone_computes_is_not_handed_to_numba(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few cases, and covariates that change, are for numpy."""
    monkeypatch.setattr("gezondsamen.simulation.call.worthwhile", lambda visits: "numba")
    assert simulate(loop(), cases=100, horizon=3, seed=1).engine == "numpy"
    changing = loop(Effect("x", "form", time_ratio=0.5))
    covariates = {"x": Piecewise([0, 1], at=[1])}
    assert simulate(changing, cases=20_000, horizon=3, seed=1, covariates=covariates).engine == "numpy"
