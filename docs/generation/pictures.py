"""Pictures of a simulation, drawn at every build from a model whose numbers are made up."""

from __future__ import annotations

from pathlib import Path

import matplotlib

from gezondsamen.simulation import simulate
from gezondsamen.simulation.examples import partnership

KINDS = ("occupancy", "flows", "gantt", "survival")


def draw(folder: Path) -> None:
    """Draw one picture of each kind as SVG, the same at every build."""
    folder.mkdir(parents=True, exist_ok=True)
    result = simulate(partnership(), cases=20_000, horizon=10, seed=2026)
    for kind in KINDS:
        figure = result.plot(kind, lang="en").get_figure(root=True)
        assert figure is not None
        with matplotlib.rc_context({"svg.hashsalt": "gezondsamen", "svg.fonttype": "none"}):
            figure.savefig(folder / f"{kind}.svg", metadata={"Date": None})
