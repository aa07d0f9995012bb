"""Plots of several scenarios: told apart by colour, dash and name, and honest about their bands."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

import numpy as np
import pytest

from gezondsamen.simulation import (
    Duration,
    Ended,
    Gamma,
    InvalidModel,
    StepCount,
    TimeIn,
    VisitCount,
    compare,
)
from gezondsamen.simulation.examples import partnership
from tests.support.simulation.engines import simulated
from tests.support.simulation.models import loop

if find_spec("matplotlib") is None:
    pytest.skip("matplotlib is not installed", allow_module_level=True)

from matplotlib.figure import Figure

from gezondsamen.simulation.plots.axes import percent
from gezondsamen.simulation.plots.curves import Curve, look
from tests.simulation.plots.test_plots import artists, drawn, texts

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


THREE = compare(
    {
        "now": loop(),
        "quick": loop(dwell={"work": Gamma(0.6, 0.7)}),
        "slow": loop(dwell={"work": Gamma(2.0, 0.7)}),
    },
    measures=[Duration(), TimeIn("work"), Ended(outcome="success")],
    cases=200,
    horizon=10.0,
    seed=1,
)


def test_scenarios_stand_side_by_side_at_each_measure() -> None:
    """A row for each measure, the first at the top; in it the scenarios in order, each in its look."""
    ax = THREE.plot(measures=["duration", "time_in(work)"], lang="en")
    table = THREE.differences()
    names = [THREE.in_words(name, "en") for name in ("duration", "time_in(work)")]
    assert [label.get_text() for label in ax.get_yticklabels()] == names
    assert (ax.get_yticks().tolist(), ax.get_ylim()) == ([0, 1], (1.5, -0.5))
    points = [line for line in artists(ax) if line.get_marker() == "o"]
    bars = [line for line in artists(ax) if line.get_marker() == "None" and np.ptp(line.get_xdata()) > 0]
    signs = [line for line in artists(ax) if line.get_marker() == "|"]
    heights = []
    own = [n for n in range(len(table["unit"])) if table["unit"][n] == "years"]
    for n, point, bar, sign in zip(own, points, bars, signs, strict=True):
        low, middle, high = (float(table[key][n]) for key in ("low", "difference", "high"))
        assert list(bar.get_xdata()) == list(sign.get_xdata()) == [low, high]
        ((x,), (y,)) = point.get_xdata(), point.get_ydata()
        assert (x, [y, y]) == (middle, list(bar.get_ydata()))
        place = ["quick", "slow"].index(str(table["scenario"][n]))
        colour, dash = look(place)
        assert {str(line.get_color()) for line in (point, bar, sign)} == {colour}
        assert bar.get_linestyle() == dash
        heights.append((names[["duration", "time_in(work)"].index(str(table["measure"][n]))], place, y))
        (text,) = (text for text in ax.texts if text.get_position() == (1.02, y))
        told = [
            float(x.replace("\N{MINUS SIGN}", "-"))
            for x in re.findall(r"[+\N{MINUS SIGN}]?[\d.]+", text.get_text())
        ]
        # The half width is told to two digits, and all three numbers alike.
        assert told == pytest.approx([middle, low, high], abs=(high - low) / 2 * 0.06)
        assert ("+" in text.get_text().split()[0]) == (middle > 0)
    assert heights == sorted(heights, key=lambda height: (height[1], names.index(height[0])))
    for _, place, y in heights:
        assert abs(y - round(y)) < 0.3
        assert (y > round(y)) == (place == 1)
    zero = next(line for line in artists(ax) if list(line.get_xdata()) == [0, 0])
    assert zero.get_ydata() == [0, 1]
    legend = ax.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["quick", "slow"]
    assert COMPARISON.plot().get_legend() is None  # one scenario beside the other: the title names it


def test_groups_have_rows_of_their_own() -> None:
    """Where cases are grouped a measure has a row for each group, which is named."""
    models = {"now": loop(), "quick": loop(dwell={"work": Gamma(0.6, 0.7)})}
    found = compare(models, measures=[Duration()], by=["a", "b"] * 100, cases=200, horizon=10.0, seed=1)
    labels = [label.get_text() for label in found.plot(lang="en").get_yticklabels()]
    assert labels == ["duration (group: a)", "duration (group: b)"]


def test_curves_of_scenarios_have_the_names_of_these() -> None:
    """Several phases of several scenarios: a curve for each, by both names; bands are the bounds."""
    ax = THREE.plot("time_to", phases=["done", "stopped"], lang="en")
    curves: list[Any] = [line for line in artists(ax) if isinstance(line, Curve)]
    phase = THREE["now"].run.model.process.phase
    expected = [(name, key) for name in ("now", "quick", "slow") for key in ("done", "stopped")]
    for place, (curve, (name, key)) in enumerate(zip(curves, expected, strict=True)):
        assert curve.get_label() == f"{name}: {phase(key).label.text('en')}"
        assert (curve.get_color(), curve.get_linestyle()) == (look(place)[0], curve.get_linestyle())
        share = THREE[name].time_to(key)
        np.testing.assert_array_equal(curve.get_ydata(), share["share"])
        np.testing.assert_array_equal(curve.get_xdata(), share["time"])
        corners = np.asarray(ax.collections[place].get_paths()[0].vertices)
        inside = corners[np.isin(corners[:, 0], share["time"][1:-1])]
        bounds = np.concatenate((share["low"][1:-1], share["high"][1:-1]))
        np.testing.assert_allclose(np.sort(inside[:, 1]), np.sort(bounds), atol=1e-12)
    named = [(text.get_text(), text.get_position()[1]) for text in ax.texts if text.get_position()[0] > 1]
    assert len(named) == 6
    ends = {f"{line.get_label()} ({percent(float(line.get_ydata()[-1]), 'en')})": line for line in curves}
    assert {text for text, _ in named} == set(ends)
    lasts = [float(ends[text].get_ydata()[-1]) for text, _ in sorted(named, key=lambda name: name[1])]
    assert lasts == sorted(lasts)
    top = ax.get_ylim()[1]
    highest = max(float(THREE[name].time_to(key)["high"].max()) for name, key in expected)
    assert highest < top <= min(1.0, 1.2 * highest)
    alone = THREE.plot("survival", lang="en")
    assert [line.get_label() for line in artists(alone) if isinstance(line, Curve)] == [
        "now",
        "quick",
        "slow",
    ]
    assert alone.get_ylim() == (0, 1)


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


def test_nothing_and_one_moment_are_drawn_too() -> None:
    """Axes without a curve span the horizon, and so do those of curves that have one time only."""
    result = simulated(loop(), cases=50)
    bare = result.plot("time_to", phases=[])
    assert (bare.get_xlim(), bare.get_ylim(), list(bare.lines)) == ((0, 10), (0, 1), [])
    assert result.plot("survival", times=[1.0]).get_xlim() == (0, 10)


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
