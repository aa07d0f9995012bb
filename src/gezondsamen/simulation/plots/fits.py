"""Curves that were seen beside those of a model: steps with a band, and lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import attrs

from gezondsamen.errors import MissingExtra, shown
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.plots.axes import Entry, bare, label_right, percent, say, share_axis, time_axis
from gezondsamen.simulation.plots.palette import INK

try:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
except ModuleNotFoundError as missing:  # pragma: no cover - depends on what is installed
    raise MissingExtra("plot", "matplotlib") from missing

COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9", "#999999")
"""Colours of curves, after Okabe and Ito, and a grey."""


def fresh(ax: Axes | None) -> Axes:
    """Return the axes given, or those of a figure of their own; raises `InvalidModel` for what is no axes."""
    if ax is not None and not isinstance(ax, Axes):
        raise refuse("ax", "wrong-type", f"give the axes of a figure, not {shown(ax)}")
    return Figure(figsize=(8.0, 4.4), layout="constrained").add_subplot() if ax is None else ax


@attrs.frozen(eq=False)
class Curve:
    """Hold what is drawn in one colour: what was seen as steps in a band, and what a model says as a line.

    `seen` has columns time, share, low and high; `model` has time and share.
    """

    name: str
    seen: Any
    model: Any


def curves(
    ax: Axes, every: Sequence[Curve], *, title: str, subtitle: str, words: tuple[str, str], lang: str
) -> None:
    """Draw curves over time into axes; `words` are what times and shares are called."""
    most = max((float(curve.seen["high"].max()) for curve in every), default=1.0)
    top = 1.0 if most > 0.5 else 1.1 * most
    last = max((float(curve.seen["time"][-1]) for curve in every), default=1.0) or 1.0
    entries: list[Entry] = []
    for curve, colour in zip(every, COLOURS * len(every), strict=False):
        seen, model = curve.seen, curve.model
        ax.fill_between(
            seen["time"], seen["low"], seen["high"], step="post", color=colour, alpha=0.2, linewidth=0
        )
        ax.step(seen["time"], seen["share"], where="post", color=colour, linewidth=1.2)
        ax.plot(model["time"], model["share"], color=colour, linestyle=(0, (4, 2)), linewidth=1.6)
        end = float(model["share"][-1])
        entries.append(Entry(end / top, f"{curve.name} ({percent(end, lang)})", None, colour))
    time_axis(last, ax, lang)
    ax.set_xlabel(say(words[0], lang), color=INK)
    share_axis(ax, lang)
    ax.set_ylabel(say(words[1], lang), color=INK)
    ax.set_ylim(0, top)
    ax.grid(axis="y", color="#E5E5E5", linewidth=0.6)
    ax.set_axisbelow(True)
    bare(ax)
    entries.sort(key=lambda entry: entry.height)
    label_right(ax, entries)
    ax.set_title(title, loc="left", fontsize=11, fontweight="bold", color=INK, pad=22)
    ax.annotate(
        subtitle,
        (0, 1),
        (0, 7),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=8.5,
        color=INK,
    )
