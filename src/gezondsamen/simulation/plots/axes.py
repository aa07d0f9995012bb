"""Parts that plots share: words, numbers, axes, and names that do not lie over each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from gezondsamen.language import language_of
from gezondsamen.prose.plots import PLOT
from gezondsamen.simulation.plots.palette import FAINT, INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes


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


def time_axis(horizon: float, ax: Axes, lang: str) -> None:
    """Scale the horizontal axis in years, from 0 to the horizon."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    ax.set_xlim(0, horizon)
    ax.set_xlabel(say("years", lang), color=INK)
    ax.xaxis.set_major_locator(MaxNLocator(nbins=10, steps=[1, 2, 5, 10]))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: number(x, lang, 0 if x == int(x) else 1)))


def share_axis(ax: Axes, lang: str) -> None:
    """Scale the vertical axis in percentages, from 0 to 100."""
    from matplotlib.ticker import FuncFormatter

    ax.set_ylim(0, 1)
    ax.set_ylabel(say("share", lang), color=INK)
    ax.yaxis.set_major_formatter(FuncFormatter(lambda y, _: percent(y, lang)))


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


def label_right(
    ax: Axes, entries: Sequence[tuple[float, str, dict[str, Any] | None, str]], *, size: float = 8.0
) -> None:
    """Write names to the right of a plot, in the order from below, with a line to what they name.

    Each entry has its height in the plot (a share of it), its text, the paint of its swatch (or None),
    and the colour of its line (empty: there is nothing to point at).
    """
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle

    figure: Any = ax.get_figure()
    tall = ax.get_position().height * figure.get_size_inches()[1] * 72
    line = size * 1.28 / tall
    heights = [(text.count("\n") + 1) * line + 0.35 * line for _, text, _, _ in entries]
    top = max(1.0, sum(heights))
    places = apart([y for y, *_ in entries], heights, top)
    for (y, text, swatch, colour), place in zip(entries, places, strict=True):
        if colour:
            ax.add_line(
                Line2D(
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
                Rectangle(
                    (1.045, place - line / 2), 0.03, line, transform=ax.transAxes, clip_on=False, **swatch
                )
            )
            left = 1.085
        ax.text(left, place, text, transform=ax.transAxes, fontsize=size, color=INK, va="center", ha="left")
