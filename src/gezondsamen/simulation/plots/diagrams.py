"""Plots of steps and of single trajectories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from gezondsamen.process.process import Process
from gezondsamen.simulation.engine.marks import marks_of
from gezondsamen.simulation.engine.rows import CENSORED, ENDED, Rows, joined
from gezondsamen.simulation.engine.trajectories import Trajectories
from gezondsamen.simulation.plots.axes import Entry, bare, label_right, number, say, time_axis
from gezondsamen.simulation.plots.palette import BACK, INK, LEADS, MARKERS, ONWARD, looks, name

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def flows(result: Trajectories, ax: Axes, lang: str, *, least: float = 0.0) -> None:
    """Draw steps between phases as arcs (onward on the right, back on the left), and list the ends."""
    process = result.run.model.process
    often = _per_way(result, least)
    used = {result.run.model.start, *(key for way in often for key in way)}
    ends = [phase.key for phase in process.phases if phase.kind == "final"]
    phases = [phase.key for phase in process.phases if phase.key in used - set(ends)]
    place = {key: order for order, key in enumerate(phases)}
    arcs = {(place[a], place[b]): times for (a, b), times in often.items() if b not in ends}
    most = max(often.values(), default=1.0)
    _draw_arcs(ax, lang, arcs, most)
    paint = looks(process)
    for key, y in place.items():
        ax.plot([0], [y], marker="o", markersize=8, color=paint[key].line, markeredgecolor="white", zorder=4)
        exits = {end: often[key, end] for end in ends if (key, end) in often}
        _draw_ends(ax, lang, process, y, exits, most)
    ax.set_ylim(len(phases) - 0.5, -1.1)
    ax.set_xlim(-0.58, 0.7)
    ax.set_yticks(range(len(phases)), [name(process, key, lang, wide=40) for key in phases])
    ax.set_xticks([])
    bare(ax, keep=())
    ax.tick_params(length=0)
    heads = ((-0.3, "back", BACK, "center"), (0.3, "onward", ONWARD, "center"), (0.64, "ends", INK, "left"))
    for x, word, colour, side in heads:
        ax.text(x, -0.8, say(word, lang), fontsize=8.5, color=colour, ha=side)


def _draw_arcs(ax: Axes, lang: str, arcs: dict[tuple[int, int], float], most: float) -> None:
    """Draw the steps between phases that go on, by their places; the one taken most is the widest."""
    reach = max((abs(last - first) for first, last in arcs), default=1)
    for (first, last), times in sorted(arcs.items(), key=lambda arc: -arc[1]):
        onward = last > first
        out = (abs(last - first) / reach) ** 0.6 * (0.5 if onward else -0.5)
        colour = ONWARD if onward else BACK
        _arc(ax, out, first, last, 0.9 + 9 * times / most, colour)
        box = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
        ax.text(out, (first + last) / 2, _often(times, lang), fontsize=7.5, color=INK, va="center",
                ha="center", zorder=5, bbox=box)  # fmt: skip


def _draw_ends(ax: Axes, lang: str, process: Process, y: float, exits: dict[str, float], most: float) -> None:
    """Draw the steps from a phase to ends, beside each other, with their names."""
    for order, (end, times) in enumerate(exits.items()):
        at = y + (order - (len(exits) - 1) / 2) * 0.36
        kind = process.phase(end).outcome or "neutral"
        colour, width = LEADS[kind], 0.9 + 9 * times / most
        ax.plot([0, 0.62], [y, at], color=colour, linewidth=width, alpha=0.45, zorder=1)
        ax.plot([0.64], [at], MARKERS[kind], color=colour, markersize=6, markeredgecolor="white")
        text = f"{name(process, end, lang)}  {_often(times, lang)}"
        ax.text(0.67, at, text, fontsize=8, color=INK, va="center")


def _often(times: float, lang: str) -> str:
    return number(times, lang, 2) if times >= 0.005 else f"<{number(0.01, lang, 2)}"


def _per_way(result: Trajectories, least: float) -> dict[tuple[str, str], float]:
    """Return how often cases go from one phase to another, by whichever step, where it is often enough."""
    flows = result.flows()
    often: dict[tuple[str, str], float] = {}
    for source, target, times in zip(flows["phase_from"], flows["phase_to"], flows["per_case"], strict=True):
        way = str(source), str(target)
        often[way] = often.get(way, 0.0) + float(times)
    return {way: times for way, times in often.items() if times >= least}


def _arc(ax: Axes, out: float, first: float, last: float, width: float, colour: str) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    curve = Path([(0, first), (out * 4 / 3, first), (out * 4 / 3, last), (0, last)], [1, 4, 4, 4])
    ax.add_patch(PathPatch(curve, fill=False, edgecolor=colour, linewidth=width, alpha=0.7, zorder=2))


def gantt(
    result: Trajectories, ax: Axes, lang: str, *, cases: range | None = None, marks: bool = True
) -> int:
    """Draw a bar for each visit of some cases (default: the first twelve)."""
    run, c = result.run, result.compiled
    process = run.model.process
    cases = run.cases[:12] if cases is None else cases
    rows = joined(result.chunks(cases))
    paint = looks(process)
    y = rows["case"] - cases.start
    for s, key in enumerate(c.phases):
        own = rows["phase_from"] == s
        if own.any():
            long = rows["left"][own] - rows["entered"][own]
            ax.barh(y[own], long, left=rows["entered"][own], height=0.62, **paint[key].fills())
    _draw_outcomes(ax, lang, process, c.phases, rows, y)
    found = marks_of(rows, run.model.marks, c, run.seed)
    if marks and len(found.at):
        ax.plot(found.at, y[found.row], "|", color=INK, markersize=9, markeredgewidth=1.1, linestyle="none",
                zorder=3, label=say("mark", lang))  # fmt: skip
    time_axis(run.horizon, ax, lang)
    ax.set_ylim(len(cases) - 0.5, -0.5)
    step = -(-len(cases) // 40)
    ax.set_yticks(range(0, len(cases), step), [str(case) for case in cases[::step]])
    ax.set_ylabel(say("case", lang), color=INK)
    bare(ax)
    used = [key for s, key in enumerate(c.phases) if (rows["phase_from"] == s).any()]
    named = [(name(process, key, lang, wide=40), paint[key].fills()) for key in used[::-1]]
    label_right(ax, [Entry(1.0, text, swatch, "") for text, swatch in named])
    ax.legend(loc="upper left", bbox_to_anchor=(0, -0.1), ncols=5, frameon=False, fontsize=8, borderaxespad=0)
    return len(cases)


def _draw_outcomes(
    ax: Axes, lang: str, process: Process, phases: tuple[str, ...], rows: Rows, y: Any
) -> None:
    """Mark where trajectories ended, by kind of end, or were cut off by the horizon."""
    for kind, marker in MARKERS.items():
        ends = [s for s, key in enumerate(phases) if (process.phase(key).outcome or "") == kind]
        own = (rows["status"] == ENDED) & np.isin(rows["phase_to"], ends)
        if own.any():
            ax.plot(rows["left"][own], y[own], marker, color=LEADS[kind], markersize=7, linestyle="none",
                    markeredgecolor="white", clip_on=False, zorder=4, label=say(kind, lang))  # fmt: skip
    own = rows["status"] == CENSORED
    if own.any():
        ax.plot(rows["left"][own], y[own], ">", color=INK, markersize=5, linestyle="none", clip_on=False,
                zorder=4, label=say("running", lang))  # fmt: skip
