"""Pictures of a fit: what was seen of a phase beside what the model says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np

from gezondsamen.errors import shown
from gezondsamen.language import language_of
from gezondsamen.process.process import Process
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.fitting.visits import Visits
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.plots.axes import number, say
from gezondsamen.simulation.plots.fits import SIZE, Curve, curves
from gezondsamen.simulation.plots.palette import name
from gezondsamen.simulation.plots.plots import axes

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class Seen(Protocol):
    """Give what a picture shows; a protocol, for `Fit` imports this module."""

    @property
    def process(self) -> Process: ...
    @property
    def visits(self) -> Visits: ...
    def survival(self, phase: str) -> Columns: ...
    def incidence(self, phase: str) -> Columns: ...
    def occupancy(self) -> Columns: ...


MOST: Final = 6
"""How many phases are drawn together: those that hold the most cases at some time."""


def plot(fit: Seen, phase: str | None, kind: str, lang: str, ax: Axes | None) -> Axes:
    """Draw a fit into axes that are given, or into a figure of its own."""
    if kind not in ("survival", "incidence"):
        raise refuse("kind", "unknown", f"choose from survival, incidence, not {shown(kind)}")
    ax = axes(ax, SIZE)
    if phase is None:
        return _cases(fit, lang, ax)
    every = [_curve(say("fitted", lang), fit.survival(phase))] if kind == "survival" else []
    if kind == "incidence":
        for trigger, columns in _apart(fit.incidence(phase), "trigger"):
            step = fit.process.transition(phase, trigger)
            every.append(_curve(trigger if step is None else language_of(lang).label(step.label), columns))
    visits = fit.visits.phase_from == fit.visits.phases.index(phase)
    count = number(int(np.sum(visits)), lang)
    curves(
        ax,
        every,
        title=f"{say(f'fit {kind}', lang)}: {name(fit.process, phase, lang)}",
        subtitle=f"{count} {say('seen visits', lang)}, {say('band visits', lang)}",
        words=("in the phase", "share of visits"),
        lang=lang,
    )
    return ax


def _cases(fit: Seen, lang: str, ax: Axes) -> Axes:
    """Draw the share of cases in the phases that hold most."""
    every = _apart(fit.occupancy(), "phase")
    most = dict(sorted(every, key=lambda pair: float(-pair[1]["share"].max()))[:MOST])
    curves(
        ax,
        [_curve(name(fit.process, key, lang, wide=40), columns) for key, columns in every if key in most],
        title=say("fit occupancy", lang),
        subtitle=f"{language_of(lang).label(fit.process.label)}; {say('band cases', lang)}",
        words=("years", "share"),
        lang=lang,
    )
    return ax


def _apart(columns: Columns, by: str) -> list[tuple[str, Columns]]:
    """Return a table in parts, one for each word in a column."""
    parts = []
    for word in dict.fromkeys(columns[by].tolist()):
        mine = columns[by] == word
        parts.append((word, {key: column[mine] for key, column in columns.items()}))
    return parts


def _curve(text: str, columns: Columns) -> Curve:
    model: dict[str, Any] = {"time": columns["time"], "share": columns["fitted"]}
    return Curve(text, columns, model)
