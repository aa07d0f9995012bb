"""Wrong arguments of models, runs and results: an answer, or an error that names the argument."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.simulation import Exponential, Model, simulate, solve
from gezondsamen.simulation.examples import partnership
from gezondsamen.testing import assert_own_errors
from tests.support.builders import DAY
from tests.support.simulation.models import single

MODEL = partnership()
RESULT = simulate(MODEL, cases=20, horizon=5, seed=1)
SHORT = single(Exponential(mean=1))
EXACT = solve(SHORT, horizon=1, step=0.1)


def chunks(**given: Any) -> object:
    return list(RESULT.chunks(**given))


CALLS: dict[str, tuple[Callable[..., object], dict[str, Any]]] = {
    "simulate": (
        simulate,
        {
            "model": SHORT,
            "cases": 10,
            "horizon": 1,
            "seed": 1,
            "covariates": None,
            "executor": None,
            "chunk": 4096,
            "engine": "numpy",
            "form": "csv",
        },
    ),
    "solve": (solve, {"model": SHORT, "horizon": 1, "step": 0.1, "covariates": None}),
    "Exact.time_to": (EXACT.time_to, {"phase": "only", "times": None}),
    "Exact.occupancy": (EXACT.occupancy, {"times": None}),
    "Model.template": (Model.template, {"process": gs.PPS}),
    "Model.chances": (MODEL.chances, {"phase": "management"}),
    "Model.clocks": (MODEL.clocks, {"phase": "management"}),
    "Model.ways": (MODEL.ways, {"phase": "management"}),
    "Model.with_changes": (
        MODEL.with_changes,
        {
            "dwell": {},
            "choices": {},
            "hazards": {},
            "effects": (),
            "marks": {},
            "held": {},
            "start": "initiative",
        },
    ),
    "Result.collaboration": (RESULT.collaboration, {"case": 1, "begin": DAY}),
    "Result.points": (RESULT.points, {"lang": "nl"}),
    "Result.time_to": (RESULT.time_to, {"phase": "management", "times": None}),
    "Result.occupancy": (RESULT.occupancy, {"times": None}),
    "Result.survival": (RESULT.survival, {"times": None}),
    "Result.chunks": (chunks, {"cases": None}),
}
"""Each call with arguments that it takes, by name."""


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_argument_is_refused_by_name(name: str) -> None:
    """Whatever stands in the place of an argument, the call answers or raises an error of the library."""
    call, given = CALLS[name]
    assert_own_errors(call, **given)


def test_what_is_no_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is given for a path, the day or the cases of a log: a file, or an error of the library."""
    monkeypatch.chdir(tmp_path)
    assert_own_errors(RESULT.to_xes, path="log.xes", begin=DAY, cases=range(2), marks=False)


def test_what_is_no_plot_is_refused() -> None:
    """A kind of plot, a language or axes that there are not are refused by name."""
    pytest.importorskip("matplotlib")
    assert_own_errors(RESULT.plot, kind="loops", lang="nl")
    with pytest.raises(gs.GezondsamenError, match="axes"):
        RESULT.plot(ax=3)  # type: ignore[arg-type]
