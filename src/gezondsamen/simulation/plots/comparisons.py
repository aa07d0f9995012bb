"""Plots of several scenarios: their differences, or their curves in one plot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol

from gezondsamen.process.process import Process
from gezondsamen.simulation.engine.trajectories import Columns, Trajectories
from gezondsamen.simulation.plots import differences as forest
from gezondsamen.simulation.plots.axes import number, say
from gezondsamen.simulation.plots.curves import survival, time_to
from gezondsamen.simulation.plots.plots import axes, known, title

if TYPE_CHECKING:
    from matplotlib.axes import Axes


class Compared(Protocol):
    """Give results by scenario and their differences; a protocol, for `Comparison` imports this."""

    @property
    def results(self) -> Mapping[str, Trajectories]: ...

    def differences(self, against: str | None = None) -> Columns:
        """Return how much each scenario differs from one of them."""

    def in_words(self, measure: str, lang: str) -> str:
        """Return a measure in words."""


CURVES: Final[Mapping[str, Callable[..., None]]] = {"survival": survival, "time_to": time_to}


def plot(comparison: Compared, kind: str, *, lang: str, ax: Axes | None, **options: Any) -> Axes:
    """Draw a plot of this kind; raises `InvalidModel` for one that there is not."""
    known(kind, {"differences": _differences, **CURVES}, options)
    first = next(iter(comparison.results.values()))
    process, cases = first.run.model.process, number(first.tally.cases, lang)
    if kind == "differences":
        ax = axes(ax, (8.5, 4.0))
        head = _differences(comparison, ax, lang, **options)
        pairs = f"{cases} {say('pairs', lang)}"
        title(ax, kind, process, pairs, lang, band="band differences", head=head)
        return ax
    ax = axes(ax, (9.0, 4.8))
    for name, result in comparison.results.items():
        CURVES[kind](result, ax, lang, label=name, **options)
    title(ax, kind, process, f"{cases} {say('pairs', lang)}", lang, band="band")
    return ax


class Spread(Protocol):
    """Give differences over draws of parameters; a protocol, for `ParameterUncertainty` imports this."""

    @property
    def draws(self) -> Columns: ...
    @property
    def process(self) -> Process: ...

    def differences(self, against: str | None = None) -> Columns:
        """Return how much each scenario differs from one of them."""

    def in_words(self, measure: str, lang: str) -> str:
        """Return a measure in words."""


def plot_draws(spread: Spread, kind: str, *, lang: str, ax: Axes | None, **options: Any) -> Axes:
    """Draw differences over draws of parameters; raises `InvalidModel` for another kind."""
    known(kind, {"differences": _differences}, options)
    ax = axes(ax, (8.5, 4.0))
    head = _differences(spread, ax, lang, **options)
    many = number(len(next(iter(spread.draws.values()))), lang)
    title(ax, kind, spread.process, f"{many} {say('draws', lang)}", lang, band="band draws", head=head)
    return ax


def _differences(
    comparison: Compared | Spread,
    ax: Axes,
    lang: str,
    *,
    measures: Iterable[str] | str | None = None,
    against: str | None = None,
) -> str:
    """Draw the differences from one scenario; return the title."""
    table = comparison.differences(against)
    texts = {str(name): comparison.in_words(str(name), lang) for name in table["measure"]}
    forest.differences(table, ax, lang, texts=texts, measures=measures)
    return f"{say('differences', lang)} {table['against'][0]}"
