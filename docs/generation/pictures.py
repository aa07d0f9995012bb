"""Pictures, drawn at every build: of each process, and of a simulation whose numbers are made up."""

from __future__ import annotations

from pathlib import Path

import matplotlib
from matplotlib.axes import Axes

from generation.standing import PROCESSES
from gezondsamen.exchange import to_svg
from gezondsamen.phases import PPS
from gezondsamen.process.process import Process
from gezondsamen.simulation import Visits, fit, simulate
from gezondsamen.simulation.examples import partnership

KINDS = ("occupancy", "flows", "gantt", "survival")


def picture_name(process: Process) -> str:
    """Return the name of the file with the diagram of a process."""
    return f"process-{process.key}.svg"


def draw(folder: Path) -> None:
    """Draw every process, and one picture of a simulation of each kind, as SVG, the same at every build."""
    folder.mkdir(parents=True, exist_ok=True)
    for process in PROCESSES:
        (folder / picture_name(process)).write_text(to_svg(process, lang="en"), encoding="utf-8")
    result = simulate(partnership(), cases=20_000, horizon=10, seed=2026)
    for kind in KINDS:
        _save(folder / f"{kind}.svg", result.plot(kind, lang="en"))
    seen = simulate(partnership(), cases=300, horizon=8, seed=2026)
    found = fit(Visits.from_result(seen), PPS, hazards=["management"], least=2)
    for kind in ("survival", "incidence"):
        _save(folder / f"fit_{kind}.svg", found.plot("management", kind, lang="en"))
    _save(folder / "fit_occupancy.svg", found.plot(lang="en"))


def _save(path: Path, axes: Axes) -> None:
    figure = axes.get_figure(root=True)
    assert figure is not None
    with matplotlib.rc_context({"svg.hashsalt": "gezondsamen", "svg.fonttype": "none"}):
        figure.savefig(path, metadata={"Date": None})
