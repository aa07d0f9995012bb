"""Pictures of a fit: what was seen of a phase beside what the model says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from gezondsamen.errors import shown
from gezondsamen.language import language_of
from gezondsamen.process.process import Process
from gezondsamen.simulation.engine.trajectories import Columns
from gezondsamen.simulation.fitting.visits import Visits
from gezondsamen.simulation.model.errors import refuse
from gezondsamen.simulation.plots.axes import number, say
from gezondsamen.simulation.plots.fits import Curve, curves, fresh
from gezondsamen.simulation.plots.palette import name

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


def plot(fit: Seen, phase: str, kind: str, lang: str, ax: Axes | None) -> Axes:
    """Draw a phase of a fit into axes that are given, or into a figure of its own."""
    language = language_of(lang)
    if kind == "survival":
        every = [_curve(say("fitted", lang), fit.survival(phase))]
    elif kind == "incidence":
        columns = fit.incidence(phase)
        every = []
        for trigger in dict.fromkeys(columns["trigger"].tolist()):
            step = fit.process.transition(phase, trigger)
            text = trigger if step is None else language.label(step.label)
            mine = columns["trigger"] == trigger
            every.append(_curve(text, {key: column[mine] for key, column in columns.items()}))
    else:
        raise refuse("kind", "unknown", f"choose from survival, incidence, not {shown(kind)}")
    ax = fresh(ax)
    visits = fit.visits.phase_from == fit.visits.phases.index(phase)
    count = number(int(np.sum(visits)), lang)
    curves(
        ax,
        every,
        title=f"{say(f'fit {kind}', lang)}: {name(fit.process, phase, lang)}",
        subtitle=f"{count} {say('seen visits', lang)}, {say('band visits', lang)}",
        lang=lang,
    )
    return ax


def _curve(text: str, columns: Columns) -> Curve:
    model: dict[str, Any] = {"time": columns["time"], "share": columns["fitted"]}
    return Curve(text, columns, model)
