"""Parts that plots share: words, numbers, axes, and names that do not lie over each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from gezondsamen.errors import MissingExtra
from gezondsamen.language import language_of
from gezondsamen.prose.plots import PLOT
from gezondsamen.simulation.plots.palette import FAINT, INK

try:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle
    from matplotlib.text import Text
    from matplotlib.ticker import Formatter, FuncFormatter, MaxNLocator
except ModuleNotFoundError as missing:  # pragma: no cover - depends on what is installed
    raise MissingExtra("plot", "matplotlib") from missing


def say(word: str, lang: str) -> str:
    """Return a word of plots in a language."""
    return language_of(lang)(*PLOT[word])


def number(value: float, lang: str, places: int = 0) -> str:
    """Return a number as it is written in a language."""
    return language_of(lang).grouped(value, places)


def percent(share: float, lang: str) -> str:
    """Return a share as a percentage; one above zero is never shown as 0 %."""
    return language_of(lang).percent(share)


def bare(ax: Axes, *, keep: tuple[str, ...] = ("left", "bottom")) -> None:
    """Hide the frame of axes, but for these sides."""
    for side, spine in ax.spines.items():
        spine.set_visible(side in keep)
        spine.set_color(FAINT)
    ax.tick_params(colors=INK, labelsize=8, length=3)
    ax.xaxis.label.set_fontsize(9)
    ax.yaxis.label.set_fontsize(9)


MINUS: Final = "\N{MINUS SIGN}"


class Decimals(Formatter):
    """Write the numbers of an axis in a language, with as many decimals as its steps need."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.places = 0

    def format_ticks(self, values: Any) -> list[str]:
        """Return the texts of all ticks."""
        steps = np.diff(np.sort(np.asarray(values, float)))
        step = float(steps.min()) if len(steps) and steps.min() > 0 else 1.0
        exact = (n for n in range(8) if math.isclose(step, round(step, n), rel_tol=1e-6))
        self.places = next(exact, 8)
        return [self(value) for value in values]

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Return the text of a tick."""
        text = number(abs(x), self.lang, self.places)
        return f"{MINUS}{text}" if round(x, self.places) < 0 else text


def time_axis(horizon: float, ax: Axes, lang: str) -> None:
    """Scale the horizontal axis in years, from 0 to the horizon."""
    ax.set_xlim(0, horizon)
    ax.set_xlabel(say("years", lang), color=INK)
    figure: Any = ax.get_figure()
    wide = ax.get_position().width * figure.get_size_inches()[0]
    room = int(np.clip(wide / 0.55, 2, 10))  # inches that a number takes
    ax.xaxis.set_major_locator(MaxNLocator(nbins=room, steps=[1, 2, 5, 10]))
    ax.xaxis.set_major_formatter(Decimals(lang))


def share_axis(ax: Axes, lang: str) -> None:
    """Scale the vertical axis in percentages, from 0 to 100."""
    ax.set_ylim(0, 1)
    ax.set_ylabel(say("share", lang), color=INK)
    ax.yaxis.set_major_formatter(FuncFormatter(lambda y, _: percent(y, lang)))


def curve_axes(horizon: float, top: float, ax: Axes, lang: str) -> None:
    """Scale axes for curves: years from 0 to the horizon, percentages from 0 to a share, on a grid."""
    time_axis(horizon, ax, lang)
    share_axis(ax, lang)
    ax.set_ylim(0, top)
    ax.grid(axis="y", color="#E5E5E5", linewidth=0.6)
    ax.set_axisbelow(True)
    bare(ax)


def apart(wanted: Sequence[float], heights: Sequence[float], top: float = 1.0) -> list[float]:
    """Return middles as near to those wanted as they can be, in their order, without touching.

    Things that would touch stand together around the mean of where they want to be.

    >>> [round(y, 2) for y in apart([0.5, 0.5, 0.9], [0.2, 0.2, 0.2])]
    [0.4, 0.6, 0.9]
    """
    groups: list[tuple[list[int], float]] = []
    for place, y in enumerate(wanted):
        members, middle = [place], y
        while True:
            middle = _inside(middle, sum(heights[i] for i in members), top)
            if not groups:
                break
            others, theirs = groups[-1]
            space = (sum(heights[i] for i in others) + sum(heights[i] for i in members)) / 2
            if theirs + space <= middle + 1e-12:
                break
            groups.pop()
            members = others + members
            middle = _together(members, wanted, heights)
        groups.append((members, middle))
    found = []
    for members, middle in groups:
        low = middle - sum(heights[i] for i in members) / 2
        for i in members:
            found.append(low + heights[i] / 2)
            low += heights[i]
    return found


def _inside(middle: float, height: float, top: float) -> float:
    return max(min(middle, top - height / 2), height / 2)


def _together(members: list[int], wanted: Sequence[float], heights: Sequence[float]) -> float:
    """Return the middle of a group whose members are, on average, where they want to be."""
    low, whole, missed = 0.0, sum(heights[i] for i in members), 0.0
    for i in members:
        missed += wanted[i] - (low + heights[i] / 2 - whole / 2)
        low += heights[i]
    return missed / len(members)


class Entry(NamedTuple):
    """What is named to the right of a plot: its height there (a share of it), text and paint.

    `swatch` is the paint of a small patch (or None), `colour` that of a line to what is named (empty: there
    is nothing to point at).
    """

    height: float
    text: str
    swatch: dict[str, Any] | None
    colour: str


class _Lead(Line2D):
    """A line from what is named to its name."""


class _Name(Text):
    """A name to the right of a plot."""


class _Swatch(Rectangle):
    """A patch in the paint of what is named."""


SMALLEST: Final = 5.0
"""How small names become, in points, where there are many of them beside a small plot."""


def label_right(ax: Axes, entries: Sequence[Entry], *, size: float = 8.0) -> None:
    """Write names to the right of a plot, in the order from below, with a line to what they name.

    Names that stood there before go. Beside a small plot they get smaller, until they fit; if they still do
    not, those at the greatest heights apart stay.
    """
    for artist in [*ax.lines, *ax.texts, *ax.patches]:
        if isinstance(artist, _Lead | _Name | _Swatch):
            artist.remove()
    figure: Any = ax.get_figure()
    tall = ax.get_position().height * figure.get_size_inches()[1] * 72
    lines = sum(entry.text.count("\n") + 1.35 for entry in entries)
    size = max(min(size, tall / (1.28 * max(lines, 1))), SMALLEST)
    line = size * 1.28 / tall
    kept = list(entries)
    while len(kept) > 1 and sum(map(_lines, kept)) * line > 1.0:
        kept = [Entry(entry.height, entry.text.replace("\n", " "), *entry[2:]) for entry in kept]
        if sum(map(_lines, kept)) * line > 1.0:
            gaps = np.diff([entry.height for entry in kept])
            kept.pop(int(np.argmin(gaps)))
    heights = [_lines(entry) * line for entry in kept]
    top = max(1.0, sum(heights))
    places = apart([entry.height for entry in kept], heights, top)
    for (y, text, swatch, colour), place in zip(kept, places, strict=True):
        if colour:
            ax.add_line(
                _Lead(
                    (1.0, 1.012, 1.04),
                    (y, y, place),
                    transform=ax.transAxes,
                    color=colour,
                    linewidth=0.8,
                    clip_on=False,
                )
            )
        left = 1.045
        if swatch is not None:
            ax.add_artist(
                _Swatch(
                    (1.045, place - line / 2), 0.03, line, transform=ax.transAxes, clip_on=False, **swatch
                )
            )
            left = 1.085
        ax.add_artist(
            _Name(
                left,
                place,
                text,
                transform=ax.transAxes,
                fontsize=size,
                color=INK,
                va="center",
                ha="left",
                clip_on=False,
            )
        )


def _lines(entry: Entry) -> float:
    """Return how many lines a name takes, with the space to the next."""
    return entry.text.count("\n") + 1.35
