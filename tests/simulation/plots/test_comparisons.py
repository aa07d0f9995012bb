"""Plots of several scenarios: told apart by colour, dash and name, and honest about their bands."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from typing import Any

import pytest

from gezondsamen.simulation import Duration, Ended, Gamma, InvalidModel, StepCount, VisitCount, compare
from gezondsamen.simulation.examples import partnership
from tests.support.simulation.engines import simulated
from tests.support.simulation.models import loop

if find_spec("matplotlib") is None:
    pytest.skip("matplotlib is not installed", allow_module_level=True)

from matplotlib.figure import Figure

from gezondsamen.simulation.plots.curves import Curve, look
from tests.simulation.plots.test_plots import drawn, texts

NOW = partnership()
COMPARISON = compare(
    {"now": NOW, "quick": NOW.with_changes(dwell={"negotiation": Gamma(0.2, 0.5)})},
    measures=[Ended(outcome="success"), Ended("procured"), Duration(), StepCount("open_evaluation")],
    cases=300,
    horizon=10.0,
    seed=1,
)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("kind", ["differences", "survival", "time_to"])
def test_a_comparison_is_drawn_in_both_languages(kind: str, lang: str) -> None:
    """A picture names its scenarios, keeps off its edges, and says which uncertainty its bands hold."""
    ax = COMPARISON.plot(kind, lang=lang)
    picture = drawn(ax)
    for edge in (picture[0], picture[-1], picture[:, 0], picture[:, -1]):
        assert (edge[..., :3] == 255).all()
    written = texts(ax)
    assert "now" in written
    assert ("fout van het simuleren" if lang == "nl" else "simulation error only") in written


def test_differences_stand_at_their_places() -> None:
    """Each point is a difference, in percentage points where it is one of shares; its bar is the interval."""
    ax = COMPARISON.plot(lang="en")
    table = COMPARISON.differences()
    points = [float(line.get_xdata()[0]) for line in ax.lines if line.get_marker() == "o"]  # type: ignore[index,arg-type]
    assert points == pytest.approx([100 * float(x) for x in table["difference"][:2]])
    assert "successful end" in texts(ax)
    years = COMPARISON.plot(measures="duration", lang="en")
    assert "difference in years" in texts(years)
    steps = COMPARISON.plot(measures=["steps(open_evaluation)"], lang="nl", against="quick")
    assert "Verschil met quick" in texts(steps)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"measures": ["duration", "ended(success)"]}, "two-units"),
        ({"measures": "mean"}, "unknown"),
        ({"against": "then"}, "unknown"),
        ({"kind": "difference"}, "unknown"),
        ({"colour": "red"}, "unknown"),
        ({"kind": "survival", "measures": "duration"}, "unknown"),
        ({"ax": 3}, "wrong-type"),
    ],
)
def test_what_cannot_be_drawn_is_refused(options: dict[str, Any], code: str) -> None:
    """Measures of two units, and names and options that there are not, are refused."""
    with pytest.raises(InvalidModel) as caught:
        COMPARISON.plot(**options)
    assert caught.value.problems[0].code == code


def test_one_scenario_has_nothing_to_compare() -> None:
    """The differences of a scenario alone are no picture."""
    with pytest.raises(InvalidModel) as caught:
        compare({"now": loop()}, measures=[VisitCount("work")], cases=5, horizon=1, seed=1).plot()
    assert caught.value.problems[0].code == "empty"


def test_two_results_on_one_plot_are_told_apart() -> None:
    """Drawn into the same axes, each curve has a look and a name of its own, and every name is there once."""
    ax = Figure(figsize=(8, 4)).add_subplot()
    for label, seed in (("here", 1), ("there", 2)):
        simulated(loop(), cases=100, seed=seed).plot("survival", ax=ax, label=label)
    curves = [line for line in ax.lines if isinstance(line, Curve)]
    assert [line.get_label() for line in curves] == ["here", "there"]
    assert len({(line.get_color(), str(line.get_linestyle())) for line in curves}) == 2
    written = texts(ax)
    assert written.count("here (") == 2  # "there" has it too
    assert written.count("there (") == 1


def test_no_look_comes_twice() -> None:
    """Three dozen curves differ in colour or dash."""
    assert len({str(look(place)) for place in range(36)}) == 36


@pytest.mark.parametrize(("horizon", "first"), [(0.25, "0.05"), (3.0, "0.5"), (10.0, "1"), (0.02, "0.002")])
def test_short_horizons_have_their_decimals(horizon: float, first: str) -> None:
    """No two ticks of the time axis read alike, however short the horizon."""
    ax = simulated(loop(), cases=50, horizon=horizon).plot("survival", lang="en")
    drawn(ax)
    ticks = [label.get_text() for label in ax.get_xticklabels()]
    assert len(set(ticks)) == len(ticks) > 2
    assert ticks[1].rstrip("0") == first.rstrip("0")


def test_curves_span_the_times_that_were_asked() -> None:
    """The time axis ends where the curve does."""
    ax = simulated(loop(), cases=50).plot("survival", times=[0, 0.5, 1])
    assert ax.get_xlim() == (0.0, 1.0)


def test_names_beside_a_small_plot_stay_beside_it() -> None:
    """Names get smaller, or fewer, where a plot is low: none lies over the title."""
    figure = Figure(figsize=(6, 1.6))
    ax = simulated(partnership(), cases=300).plot("occupancy", ax=figure.add_subplot())
    heights = [text.get_position()[1] for text in ax.texts if text.get_position()[0] > 1]
    assert heights
    assert max(heights) <= 1.05


def test_a_plot_shows_itself_in_a_notebook() -> None:
    """Axes of their own are a picture for a notebook; those that were given are not ours to show."""
    ax: Any = simulated(loop(), cases=50).plot("survival")
    assert ax._repr_png_()[:8] == b"\x89PNG\r\n\x1a\n"


def test_without_matplotlib_the_extra_is_named() -> None:
    """Where matplotlib is missing, the plot of a comparison too names the line that installs it."""
    code = """
import sys
sys.modules["matplotlib"] = None
from gezondsamen.errors import MissingExtra
from gezondsamen.simulation import compare
from gezondsamen.simulation.examples import partnership
found = compare({"now": partnership(), "same": partnership()}, cases=5, horizon=1, seed=1, engine="numpy")
try:
    found.plot()
except MissingExtra as missing:
    assert (missing.extra, missing.package) == ("plot", "matplotlib")
else:
    raise AssertionError("no error")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
