"""Curves over time with their bands: of one result, or of several in the same axes, told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from gezondsamen.simulation.engine.trajectories import Trajectories
from gezondsamen.simulation.plots.axes import Entry, curve_axes, label_right, percent, say
from gezondsamen.simulation.plots.palette import name

COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00")
"""Colours of curves, after Okabe and Ito."""
DASHES: Final = ("-", "--", "-.", (0, (1, 1)), (0, (6, 1.5)), (0, (3, 1, 1, 1, 1, 1)))


Curves = Sequence[tuple[str, Mapping[str, Any]]]


class Curve(Line2D):
    """A curve that plots of this library drew: who draws another into the same axes sees which there are."""


def look(place: int) -> tuple[str, Any]:
    """Return colour and dash of the n-th curve: 36 of them differ.

    >>> len({look(place) for place in range(36)})
    36
    """
    colour = place % len(COLOURS)
    return COLOURS[colour], DASHES[(colour + place // len(COLOURS)) % len(DASHES)]


def time_to(
    result: Trajectories,
    ax: Axes,
    lang: str,
    *,
    phases: Iterable[str] | str | None = None,
    times: Any = None,
    label: str | None = None,
) -> None:
    """Draw the share of cases that has come into each phase by each time (default: into each end)."""
    process = result.run.model.process
    if isinstance(phases, str):
        phases = [phases]
    if phases is None:
        phases = [key for key in result.run.model.reached() if process.phase(key).kind == "final"]
    keys = list(phases)
    curves = [(_called(name(process, key, lang), label, keys), result.time_to(key, times)) for key in keys]
    most = max((float(curve["high"].max()) for _, curve in curves), default=1.0)
    _draw(result, ax, lang, curves, top=min(1.0, 1.1 * most))


def survival(
    result: Trajectories, ax: Axes, lang: str, *, times: Any = None, label: str | None = None
) -> None:
    """Draw the share of cases that has not ended at each time."""
    _draw(result, ax, lang, [(label or say("running", lang), result.survival(times))])


def _called(phase: str, label: str | None, keys: list[str]) -> str:
    """Return what a curve is called: by its phase, by what it is of, or by both."""
    if label is None:
        return phase
    return label if len(keys) == 1 else f"{label}: {phase}"


def _draw(
    result: Trajectories,
    ax: Axes,
    lang: str,
    curves: Curves,
    *,
    top: float = 1.0,
) -> None:
    others = [line for line in ax.lines if isinstance(line, Curve)]
    for place, (text, curve) in enumerate(curves, len(others)):
        colour, dash = look(place)
        ax.fill_between(curve["time"], curve["low"], curve["high"], color=colour, alpha=0.2, linewidth=0)
        line = Curve(curve["time"], curve["share"], color=colour, linestyle=dash, linewidth=1.6, label=text)
        ax.add_line(line)
        others.append(line)
    begins = [float(np.min(line.get_xdata())) for line in others]
    ends = [float(np.max(line.get_xdata())) for line in others]
    top = max(top, ax.get_ylim()[1]) if len(others) > len(curves) else top
    curve_axes(result.run.horizon, top, ax, lang)
    if others and min(begins) < max(ends):
        ax.set_xlim(min(begins), max(ends))
    entries = []
    for line in others:
        last = float(np.asarray(line.get_ydata())[-1])
        text = f"{line.get_label()} ({percent(last, lang)})"
        entries.append(Entry(last / top, text, None, str(line.get_color())))
    label_right(ax, sorted(entries, key=lambda entry: entry.height))
