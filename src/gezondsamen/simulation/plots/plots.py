"""Plots of results with matplotlib: drawn into axes that are given, or into a figure of their own.

Nothing global is touched: no pyplot, no settings, no backend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import numpy as np

from gezondsamen.errors import MissingExtra, shown
from gezondsamen.language import language_of
from gezondsamen.simulation.engine.trajectories import Trajectories
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.plots.axes import bare, label_right, number, percent, say, share_axis, time_axis
from gezondsamen.simulation.plots.diagrams import flows, gantt
from gezondsamen.simulation.plots.palette import FAINT, INK, looks, name
from gezondsamen.terms import nearest

try:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
except ModuleNotFoundError as missing:  # pragma: no cover - depends on what is installed
    raise MissingExtra("plot", "matplotlib") from missing


def plot(result: Trajectories, kind: str, *, lang: str, ax: Axes | None, **options: Any) -> Axes:
    """Draw a plot of this kind; raises `InvalidModel` for one that there is not."""
    if not isinstance(kind, str) or kind not in KINDS:
        meant = nearest(kind, list(KINDS))
        choose = f"did you mean {meant!r}?" if meant else f"choose from {', '.join(KINDS)}"
        raise refuse("kind", "unknown", f"there is no plot {shown(kind)}; {choose}")
    draw, size = KINDS[kind]
    if ax is not None and not isinstance(ax, Axes):
        raise refuse("ax", "wrong-type", f"give the axes of a figure, not {shown(ax)}")
    if ax is None:
        ax = Figure(figsize=size, layout="constrained").add_subplot()
    drawn = draw(result, ax, lang, **options)
    _title(result, ax, kind, lang, drawn)
    return ax


def _title(result: Trajectories, ax: Axes, kind: str, lang: str, shown: int | None) -> None:
    process = result.run.model.process
    cases = number(result.tally.cases, lang)
    if shown is not None:
        cases = f"{number(shown, lang)} {say('of', lang)} {cases}"
    text = f"{language_of(lang).label(process.label)}; {cases} {say('cases', lang)}"
    if kind in ("time_to", "survival"):
        text += f", {say('band', lang)}"
    ax.set_title(say(kind, lang), loc="left", fontsize=11, fontweight="bold", color=INK, pad=22)
    ax.annotate(
        text, (0, 1), (0, 7), xycoords="axes fraction", textcoords="offset points", fontsize=8.5, color=INK
    )


# --- occupancy -----------------------------------------------------------------------------------


def _occupancy(result: Trajectories, ax: Axes, lang: str, *, times: Iterable[float] | None = None) -> None:
    """Stack the shares of the phases over time."""
    process = result.run.model.process
    columns = result.occupancy(times)
    time = columns.pop("time")
    shown = {key: share for key, share in columns.items() if share.any()}
    paint = looks(process)
    below = np.zeros(len(time))
    entries: list[tuple[float, str, dict[str, Any] | None, str]] = []
    for key, share in shown.items():
        above = below + share
        ax.fill_between(time, below, above, label=name(process, key, lang), **paint[key].fills())
        if paint[key].hatch:
            ax.plot(time, above, color="white", linewidth=0.8)
        now = float(share[-1])
        text = f"{name(process, key, lang, wide=40)}"
        text += f" ({percent(now, lang)})" if now else ""
        middle = float(below[-1]) + now / 2
        entries.append((middle, text, paint[key].fills(), FAINT if now else ""))
        below = above
    time_axis(result.run.horizon, ax, lang)
    ax.set_xlim(time[0], time[-1])
    share_axis(ax, lang)
    bare(ax)
    label_right(ax, entries)


# --- times ---------------------------------------------------------------------------------------


def _time_to(
    result: Trajectories, ax: Axes, lang: str, *, phases: Iterable[str] | str | None = None, times: Any = None
) -> None:
    """Draw the share of cases that has come into each phase by each time (default: into each end)."""
    process = result.run.model.process
    if isinstance(phases, str):
        phases = [phases]
    if phases is None:
        phases = [key for key in result.run.model.reached() if process.phase(key).kind == "final"]
    curves = {key: result.time_to(key, times) for key in phases}
    most = max((float(curve["high"].max()) for curve in curves.values()), default=1.0)
    named = [(name(process, key, lang, wide=40), curve) for key, curve in curves.items()]
    _curves(result, ax, lang, named, top=min(1.0, 1.1 * most))


def _survival(result: Trajectories, ax: Axes, lang: str, *, times: Any = None) -> None:
    """Draw the share of cases that has not ended at each time."""
    _curves(result, ax, lang, [(say("running", lang), result.survival(times))])


CURVES: Final = (
    ("#0072B2", "-"), ("#D55E00", "--"), ("#009E73", "-."), ("#CC79A7", (0, (1, 1))),
    ("#000000", (0, (6, 1.5))), ("#E69F00", (0, (3, 1, 1, 1, 1, 1))),
)  # fmt: skip
"""Colour and dash of curves, after Okabe and Ito."""


def _curves(
    result: Trajectories, ax: Axes, lang: str, curves: list[tuple[str, dict[str, Any]]], *, top: float = 1.0
) -> None:
    entries: list[tuple[float, str, dict[str, Any] | None, str]] = []
    for place, (text, curve) in enumerate(curves):
        colour, dash = CURVES[place % len(CURVES)]
        ax.fill_between(curve["time"], curve["low"], curve["high"], color=colour, alpha=0.2, linewidth=0)
        ax.plot(curve["time"], curve["share"], color=colour, linestyle=dash, linewidth=1.6, label=text)
        last = float(curve["share"][-1])
        entries.append((last / top, f"{text} ({percent(last, lang)})", None, colour))
    time_axis(result.run.horizon, ax, lang)
    share_axis(ax, lang)
    ax.set_ylim(0, top)
    ax.grid(axis="y", color="#E5E5E5", linewidth=0.6)
    ax.set_axisbelow(True)
    bare(ax)
    label_right(ax, sorted(entries, key=lambda entry: entry[0]))


KINDS: Final[dict[str, tuple[Callable[..., int | None], tuple[float, float]]]] = {
    "occupancy": (_occupancy, (10.0, 5.6)),
    "flows": (flows, (10.0, 6.6)),
    "gantt": (gantt, (10.0, 5.6)),
    "time_to": (_time_to, (9.0, 4.8)),
    "survival": (_survival, (8.0, 4.4)),
}
"""The kinds of plot there are, and the size of a figure of their own, in inches."""
