"""Plots of results with matplotlib: drawn into axes that are given, or into a figure of their own.

Nothing global is touched: no pyplot, no settings, no backend.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from inspect import signature
from io import BytesIO
from typing import Any, Final

import numpy as np

from gezondsamen.errors import MissingExtra, shown
from gezondsamen.language import language_of
from gezondsamen.process.process import Process
from gezondsamen.simulation.engine.trajectories import Trajectories
from gezondsamen.simulation.model.errors import choose, refuse
from gezondsamen.simulation.plots.axes import (
    Entry,
    bare,
    label_right,
    number,
    percent,
    say,
    share_axis,
    time_axis,
)
from gezondsamen.simulation.plots.curves import survival, time_to
from gezondsamen.simulation.plots.diagrams import flows, gantt
from gezondsamen.simulation.plots.palette import FAINT, INK, looks, name

try:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Annotation
except ModuleNotFoundError as missing:  # pragma: no cover - depends on what is installed
    raise MissingExtra("plot", "matplotlib") from missing


class Picture(Axes):
    """Axes in a figure of their own, which a notebook shows where they are the last value of a cell."""

    def _repr_png_(self) -> bytes:
        file = BytesIO()
        figure: Any = self.get_figure(root=True)
        figure.savefig(file, format="png", dpi=110)
        return file.getvalue()


def plot(result: Trajectories, kind: str, *, lang: str, ax: Axes | None, **options: Any) -> Axes:
    """Draw a plot of this kind; raises `InvalidModel` for one that there is not."""
    draw, size = KINDS[known(kind, {key: draw for key, (draw, _) in KINDS.items()}, options)]
    ax = axes(ax, size)
    drawn = draw(result, ax, lang, **options)
    cases = number(result.tally.cases, lang)
    if drawn is not None:
        cases = f"{number(drawn, lang)} {say('of', lang)} {cases}"
    band = "band" if kind in ("time_to", "survival") else ""
    title(ax, kind, result.run.model.process, f"{cases} {say('cases', lang)}", lang, band=band)
    return ax


def known(kind: str, kinds: Mapping[str, Callable[..., Any]], options: Mapping[str, Any]) -> str:
    """Return the kind of a plot; raises `InvalidModel` for a kind or an option that there is not."""
    if not isinstance(kind, str) or kind not in kinds:
        raise refuse("kind", "unknown", f"there is no plot {shown(kind)}; {choose(kind, kinds)}")
    takes = [x.name for x in signature(kinds[kind]).parameters.values() if x.kind is x.KEYWORD_ONLY]
    for option in options:
        if option not in takes:
            others = f"choose from {', '.join(takes)}" if takes else "it has none"
            raise refuse(option, "unknown", f"plot {kind!r} has no such option; {others}")
    return kind


def axes(ax: Axes | None, size: tuple[float, float]) -> Axes:
    """Return the axes that are given, or those of a new figure of this size in inches."""
    if ax is not None and not isinstance(ax, Axes):
        raise refuse("ax", "wrong-type", f"give the axes of a figure, not {shown(ax)}")
    return Figure(figsize=size, layout="constrained").add_subplot(axes_class=Picture) if ax is None else ax


def title(
    ax: Axes, kind: str, process: Process, cases: str, lang: str, *, band: str = "", head: str = ""
) -> None:
    """Write above axes what they show, of which process and cases, and what the bands hold."""
    text = f"{language_of(lang).label(process.label)}; {cases}"
    if band:
        text += f"\n{say(band, lang)}"
    heading(ax, head or say(kind, lang), text, pad=34 if band else 22)


def heading(ax: Axes, head: str, text: str, *, pad: float = 22) -> None:
    """Write a title above axes, and a text between them and it, in the place of those that stood there."""
    ax.set_title(head, loc="left", fontsize=11, fontweight="bold", color=INK, pad=pad)
    for old in [note for note in ax.texts if isinstance(note, _Note)]:
        old.remove()
    note = _Note(
        text,
        (0, 1),
        (0, 7),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=8.5,
        color=INK,
        annotation_clip=False,
        clip_on=False,
    )
    note.set_in_layout(True)
    ax.add_artist(note)


class _Note(Annotation):
    """What stands below the title."""


# --- occupancy -----------------------------------------------------------------------------------


def _occupancy(result: Trajectories, ax: Axes, lang: str, *, times: Iterable[float] | None = None) -> None:
    """Stack the shares of the phases over time."""
    process = result.run.model.process
    columns = result.occupancy(times)
    time = columns.pop("time")
    shown = {key: share for key, share in columns.items() if share.any()}
    paint = looks(process)
    below = np.zeros(len(time))
    entries = []
    for key, share in shown.items():
        above = below + share
        ax.fill_between(time, below, above, label=name(process, key, lang), **paint[key].fills())
        if paint[key].hatch:
            ax.plot(time, above, color="white", linewidth=0.8)
        now = float(share[-1])
        text = f"{name(process, key, lang, wide=40)}"
        text += f" ({percent(now, lang)})" if now else ""
        middle = float(below[-1]) + now / 2
        entries.append(Entry(middle, text, paint[key].fills(), FAINT if now else ""))
        below = above
    time_axis(result.run.horizon, ax, lang)
    ax.set_xlim(time[0], time[-1])
    share_axis(ax, lang)
    bare(ax)
    label_right(ax, entries)


KINDS: Final[dict[str, tuple[Callable[..., int | None], tuple[float, float]]]] = {
    "occupancy": (_occupancy, (10.0, 5.6)),
    "flows": (flows, (10.0, 6.6)),
    "gantt": (gantt, (10.0, 5.6)),
    "time_to": (time_to, (9.0, 4.8)),
    "survival": (survival, (8.0, 4.4)),
}
"""The kinds of plot there are, and the size of a figure of their own, in inches."""
