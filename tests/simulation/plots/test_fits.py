"""Curves that were seen beside those of a model: what is drawn is what both say."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import pytest

if find_spec("matplotlib") is None:
    pytest.skip("matplotlib is not installed", allow_module_level=True)

from matplotlib.axes import Axes
from matplotlib.figure import Figure

import gezondsamen as gs
from gezondsamen.simulation import Gamma, Visits, fit, simulate
from gezondsamen.simulation.plots.fits import MORE_COLOURS, Curve, curves
from tests.simulation.plots.test_plots import artists
from tests.support.simulation.partnerships import partnership

TIME = np.array([0.0, 0.5, 2.0])


def curve(name: str, high: float, end: float) -> Curve:
    seen = {"time": TIME, "share": TIME * high / 3, "low": TIME * high / 4, "high": TIME * high / 2}
    return Curve(name, seen, {"time": TIME, "share": TIME * end / 2})


def drawn(*every: Curve) -> Axes:
    ax = Figure(figsize=(8, 4)).add_subplot()
    curves(ax, every, title="Fit", subtitle="of it", words=("in the phase", "share of visits"), lang="en")
    return ax


@pytest.mark.parametrize(("high", "top"), [(0.2, 0.22), (0.5, 0.55), (0.6, 1.0), (1.0, 1.0)])
def test_what_was_seen_is_a_step_and_the_model_a_dashed_line(high: float, top: float) -> None:
    """Both in one colour, in a band; the axes hold them, and names stand at the ends of the model."""
    every = [curve("b", high, 0.2), curve("a", high / 2, 0.1)]
    ax = drawn(*every)
    lines = [line for line in artists(ax) if len(line.get_xdata()) == 3 and line.get_xdata()[0] == 0]
    for n, shown in enumerate(every):
        steps, line = lines[2 * n : 2 * n + 2]
        assert (steps.get_drawstyle(), steps.get_linestyle()) == ("steps-post", "-")
        assert line.get_drawstyle() == "default"
        assert line.get_linestyle() != "-"
        assert line.is_dashed()
        for drawn_line, columns in ((steps, shown.seen), (line, shown.model)):
            assert list(drawn_line.get_xdata()) == columns["time"].tolist()
            assert list(drawn_line.get_ydata()) == columns["share"].tolist()
            assert drawn_line.get_color() == MORE_COLOURS[n]
        corners = {tuple(corner) for corner in np.asarray(ax.collections[n].get_paths()[0].vertices).tolist()}
        # A band of steps holds its bounds from each time to the next.
        for bound in ("low", "high"):
            low = shown.seen[bound]
            assert {(0.5, low[0]), (0.5, low[1]), (2.0, low[1])} <= corners
    assert ax.get_xlim() == (0, 2)
    assert ax.get_ylim() == pytest.approx((0, top))
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("years in this phase", "share of the visits")
    names = sorted((t.get_position()[1], t.get_text()) for t in ax.texts if t.get_position()[0] > 1)
    assert [text for _, text in names] == ["a (10%)", "b (20%)"]
    leads = sorted(float(line.get_ydata()[0]) for line in artists(ax) if line not in lines)
    assert leads == pytest.approx([0.1 / top, 0.2 / top])


def test_nothing_that_was_seen_is_an_empty_plot() -> None:
    """Without curves, and with one that is at one time only, there are axes."""
    assert drawn().get_xlim() == (0, 1)
    point = {name: np.array([float(name == "high")]) for name in ("time", "share", "low", "high")}
    assert drawn(Curve("x", point, point)).get_xlim() == (0, 1)


def test_a_picture_of_a_fit_shows_its_tables() -> None:
    """Survival, incidence by step, and where cases are: every curve is one of the fit, by its name."""
    visits = Visits.from_result(simulate(partnership(), cases=300, horizon=6, seed=1))
    found = fit(visits, gs.PPS, families=[Gamma], least=2)
    seen = found.survival("management")
    ax = found.plot("management", lang="en")
    steps = [line for line in artists(ax) if line.get_drawstyle() == "steps-post"]
    (one,) = steps
    assert list(one.get_ydata()) == seen["share"].tolist()
    label = gs.PPS.phase("management").label.text("en")
    title = vars(ax)["_left_title"].get_text()
    assert title.startswith("What share is still there: ")
    assert title.endswith(label)
    count = int((visits.phase_from == visits.phases.index("management")).sum())
    assert any(text.get_text().startswith(f"{count} visits") for text in ax.texts)
    seen, ax = found.incidence("management"), found.plot("management", "incidence", lang="en")
    triggers = list(dict.fromkeys(seen["trigger"].tolist()))
    steps = [line for line in artists(ax) if line.get_drawstyle() == "steps-post"]
    names = [text.get_text() for text in ax.texts]
    for trigger, line in zip(triggers, steps, strict=True):
        assert list(line.get_ydata()) == seen["share"][seen["trigger"] == trigger].tolist()
        step = gs.PPS.transition("management", trigger)
        assert step is not None
        assert any(name.startswith(step.label.text("en")) for name in names)
    seen, ax = found.occupancy(), found.plot(lang="en")
    steps = [line for line in artists(ax) if line.get_drawstyle() == "steps-post"]
    highest = {key: seen["share"][seen["phase"] == key].max() for key in np.unique(seen["phase"])}
    assert len(steps) == 6 < len(highest)
    tops = sorted(float(np.max(line.get_ydata())) for line in steps)
    assert tops == pytest.approx(sorted(highest.values())[-6:])
