"""Pictures, drawn at every build: of each process, and of a simulation whose numbers are made up."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from generation.poster import draw_poster
from generation.standing import PROCESSES
from gezondsamen import WEEKENDS, evaluation_schedule
from gezondsamen.examples import load
from gezondsamen.exchange import to_html, to_ics, to_svg
from gezondsamen.language import DUTCH, ENGLISH, Language
from gezondsamen.phases import NETWORK, PPS
from gezondsamen.process.process import Process
from gezondsamen.simulation import Visits, fit, simulate
from gezondsamen.simulation.examples import partnership

KINDS = ("occupancy", "flows", "gantt", "survival")


def picture_name(process: Process, say: Language = ENGLISH) -> str:
    """Return the name of the file with the diagram of a process in a language."""
    return f"{say('proces', 'process')}-{process.key}.svg"


def draw(folder: Path) -> None:
    """Draw every process, and one picture of a simulation of each kind, as SVG, the same at every build."""
    folder.mkdir(parents=True, exist_ok=True)
    for process, say in product(PROCESSES, (ENGLISH, DUTCH)):
        image = to_svg(process, lang=say.code)
        (folder / picture_name(process, say)).write_text(image, encoding="utf-8")
    front = to_svg(NETWORK, lang="en", phase="arrangements", visited=("need", "acquaintance"))
    (folder / "front.svg").write_text(front, encoding="utf-8")
    draw_poster(folder)
    _examples(folder)
    result = simulate(partnership(), cases=20_000, horizon=10, seed=2026)
    for kind in KINDS:
        _save(folder / f"{kind}.svg", result.plot(kind, lang="en"))
    seen = simulate(partnership(), cases=300, horizon=8, seed=2026)
    found = fit(Visits.from_result(seen), PPS, hazards=["management"], least=2)
    for kind in ("survival", "incidence"):
        _save(folder / f"fit_{kind}.svg", found.plot("management", kind, lang="en"))
    _save(folder / "fit_occupancy.svg", found.plot(lang="en"))


def _examples(folder: Path) -> None:
    """Write the page of a practice example in both languages, and its calendar."""
    case, day = load("EX-07").case, date(2016, 1, 4)
    for say in (ENGLISH, DUTCH):
        page = to_html(case, on=day, lang=say.code)
        (folder / f"page-{say.code}.html").write_text(page, encoding="utf-8")
    schedule = evaluation_schedule(case, on=day, until=date(2016, 12, 31), calendar=WEEKENDS)
    text = to_ics(schedule, lang="en", stamp=datetime(2016, 1, 4, tzinfo=UTC))
    (folder / "calendar.ics").write_text(text, encoding="utf-8", newline="")


def _save(path: Path, axes: Axes) -> None:
    figure = axes.get_figure(root=True)
    assert figure is not None
    save_figure(path, figure)


def save_figure(path: Path, figure: Figure) -> None:
    """Write a figure as SVG, the same at every build."""
    with matplotlib.rc_context({"svg.hashsalt": "gezondsamen", "svg.fonttype": "none"}):
        figure.savefig(path, metadata={"Date": None})
