"""Curves that were seen beside those of a model: steps with a band, and lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

from gezondsamen.simulation.plots.axes import Entry, curve_axes, label_right, percent, say
from gezondsamen.simulation.plots.curves import COLOURS
from gezondsamen.simulation.plots.palette import INK
from gezondsamen.simulation.plots.plots import heading

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIZE: Final = (8.0, 4.4)
"""The size of a figure of their own, in inches."""
MORE_COLOURS: Final = (*COLOURS, "#56B4E9", "#999999")
"""Colours of curves that no dash tells apart: one more of Okabe and Ito, and a grey."""


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
    for curve, colour in zip(every, MORE_COLOURS * len(every), strict=False):
        seen, model = curve.seen, curve.model
        ax.fill_between(
            seen["time"], seen["low"], seen["high"], step="post", color=colour, alpha=0.2, linewidth=0
        )
        ax.step(seen["time"], seen["share"], where="post", color=colour, linewidth=1.2)
        ax.plot(model["time"], model["share"], color=colour, linestyle=(0, (4, 2)), linewidth=1.6)
        end = float(model["share"][-1])
        entries.append(Entry(end / top, f"{curve.name} ({percent(end, lang)})", None, colour))
    curve_axes(last, top, ax, lang)
    ax.set_xlabel(say(words[0], lang), color=INK)
    ax.set_ylabel(say(words[1], lang), color=INK)
    entries.sort(key=lambda entry: entry.height)
    label_right(ax, entries)
    heading(ax, title, subtitle)
