"""A plot of differences between scenarios: a point with its interval for each measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from gezondsamen.errors import shown
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.plots.axes import MINUS, Decimals, bare, number, say
from gezondsamen.simulation.plots.curves import look
from gezondsamen.simulation.plots.palette import FAINT, INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SCALE: Final = {"share": 100.0}
"""Shares differ by percentage points."""


def differences(
    table: Columns,
    ax: Axes,
    lang: str,
    *,
    texts: Mapping[str, str],
    measures: Iterable[str] | str | None = None,
) -> None:
    """Draw the differences of measures of one unit (default: that of the first measure)."""
    rows = _rows(table, measures)
    unit = rows[0]["unit"]
    scale = SCALE.get(unit, 1.0)
    scenarios = list(dict.fromkeys(row["scenario"] for row in rows))
    names = list(dict.fromkeys(_name(row, table, texts) for row in rows))
    spread = 0.7 / max(len(scenarios), 1)
    for row in rows:
        place = scenarios.index(row["scenario"])
        y = names.index(_name(row, table, texts)) + (place - (len(scenarios) - 1) / 2) * spread
        colour, dash = look(place)
        low, middle, high = (scale * row[key] for key in ("low", "difference", "high"))
        ax.plot([low, high], [y, y], color=colour, linestyle=dash, linewidth=1.6)
        ax.plot([low, high], [y, y], "|", color=colour, markersize=7)
        label = row["scenario"] if row["first"] else f"_{row['scenario']}"
        ax.plot([middle], [y], "o", color=colour, markersize=5, label=label)
        places = _places((high - low) / 2)
        told = "{} [{}; {}]".format(*(_signed(x, lang, places) for x in (middle, low, high)))
        ax.text(1.02, y, told, transform=ax.get_yaxis_transform(), fontsize=8, color=INK, va="center")
    ax.axvline(0, color=FAINT, linewidth=0.8, zorder=0)
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.set_xlabel(say(f"difference {unit}", lang), color=INK)
    ax.xaxis.set_major_formatter(Decimals(lang))
    bare(ax, keep=("bottom",))
    ax.tick_params(axis="y", length=0)
    if len(scenarios) > 1:
        ax.legend(fontsize=8, frameon=False, loc="upper left", bbox_to_anchor=(0, -0.22), ncols=3)


def _rows(table: Columns, measures: Iterable[str] | str | None) -> list[dict[str, Any]]:
    """Return the rows to draw: those of the measures that are named, or of one unit."""
    rows = [
        dict(zip(table, row, strict=True)) for row in zip(*(c.tolist() for c in table.values()), strict=True)
    ]
    if not rows:
        raise refuse("kind", "empty", "there is one scenario: nothing to compare it with")
    if measures is None:
        rows = [row for row in rows if row["unit"] == rows[0]["unit"]]
    else:
        named = [measures] if isinstance(measures, str) else list(measures)
        known = list(dict.fromkeys(row["measure"] for row in rows))
        for name in named:
            if name not in known:
                raise refuse("measures", "unknown", f"no measure {shown(name)}; there are {', '.join(known)}")
        rows = [row for row in rows if row["measure"] in named]
        if len({row["unit"] for row in rows}) > 1:
            raise refuse("measures", "two-units", "one plot has one unit; draw the others in another")
    met: set[str] = set()
    for row in rows:
        row["first"] = row["scenario"] not in met
        met.add(row["scenario"])
    return rows


def _name(row: Mapping[str, Any], table: Columns, texts: Mapping[str, str]) -> str:
    """Return the name of a measure, with its group where there are groups."""
    place = list(table).index("unit") + 1
    group = list(table)[place]
    text = texts[row["measure"]]
    return text if group == "cases" else f"{text} ({group}: {row[group]})"


def _places(half: float) -> int:
    """Return how many decimals tell a number whose interval reaches so far: two digits of that."""
    return int(np.clip(1 - np.floor(np.log10(half)), 0, 4)) if half > 0 else 2


def _signed(value: float, lang: str, places: int) -> str:
    """Return a difference with its sign."""
    text = number(abs(value), lang, places)
    return text if not round(value, places) else f"{'+' if value > 0 else MINUS}{text}"
