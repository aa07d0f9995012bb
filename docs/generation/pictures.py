"""Pictures of a simulation, drawn at every build from a model whose numbers are made up."""

from __future__ import annotations

from pathlib import Path

import matplotlib
from matplotlib.axes import Axes

from gezondsamen.phases import PPS
from gezondsamen.simulation import Visits, fit, simulate
from gezondsamen.simulation.examples import partnership

KINDS = ("occupancy", "flows", "gantt", "survival")


def draw(folder: Path) -> None:
    """Draw one picture of each kind as SVG, the same at every build."""
    folder.mkdir(parents=True, exist_ok=True)
    result = simulate(partnership(), cases=20_000, horizon=10, seed=2026)
    for kind in KINDS:
        _save(folder / f"{kind}.svg", result.plot(kind, lang="en"))
    seen = simulate(partnership(), cases=300, horizon=8, seed=2026)
    found = fit(Visits.from_result(seen), PPS, hazards=["management"], least=2)
    for kind in ("survival", "incidence"):
        _save(folder / f"fit_{kind}.svg", found.plot("management", kind, lang="en"))


def _save(path: Path, axes: Axes) -> None:
    figure = axes.get_figure(root=True)
    assert figure is not None
    with matplotlib.rc_context({"svg.hashsalt": "gezondsamen", "svg.fonttype": "none"}):
        figure.savefig(path, metadata={"Date": None})
