"""Plots: what is drawn is what the result says, and nothing else changes."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

import numpy as np
import pytest

import gezondsamen as gs
from gezondsamen.errors import MissingExtra
from gezondsamen.simulation import InvalidModel
from gezondsamen.simulation.examples import partnership
from gezondsamen.simulation.plots.axes import apart, percent
from gezondsamen.simulation.plots.palette import looks
from tests.support.simulation.engines import simulated
from tests.support.simulation.models import loop

if find_spec("matplotlib") is None:
    pytest.skip("matplotlib is not installed", allow_module_level=True)

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

KINDS = ("occupancy", "flows", "gantt", "time_to", "survival")


def texts(ax: Axes) -> str:
    """Return all that is written in and around axes."""
    ticks = [*ax.get_xticklabels(), *ax.get_yticklabels()]
    found = [*ax.texts, *ticks, ax.title, vars(ax)["_left_title"], ax.xaxis.label, ax.yaxis.label]
    return "\n".join(text.get_text() for text in found)


def artists(ax: Axes) -> list[Any]:
    """Return the lines of axes; what their data are is said by no type."""
    return list(ax.lines)


def drawn(ax: Axes) -> np.ndarray[Any, Any]:
    canvas: Any = FigureCanvasAgg(ax.get_figure(root=True))
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_in_both_languages(kind: str, lang: str) -> None:
    """A plot is drawn without a warning, names phases in its language, and keeps off its edges."""
    result = simulated(partnership(), cases=300)
    ax = result.plot(kind, lang=lang)
    picture = drawn(ax)
    assert picture[..., :3].std() > 10
    # What is written lies inside the figure: nothing but ground on its border.
    for edge in (picture[0], picture[-1], picture[:, 0], picture[:, -1]):
        assert (edge[..., :3] == 255).all()
    written = texts(ax)
    assert gs.PPS.label.text(lang) in written
    assert gs.PPS.label.text("en" if lang == "nl" else "nl") not in written
    if kind in ("occupancy", "flows", "gantt"):
        assert gs.PPS.phase("management").label.text(lang) in written
    assert ("jaren" in written) == (lang == "nl" and kind != "flows")
    told = "de fout van het simuleren" if lang == "nl" else "simulation error only"
    assert (told in written) == (kind in ("time_to", "survival"))
    cases = {"nl": "gesimuleerde trajecten", "en": "simulated trajectories"}[lang]
    some = {"nl": "12 van ", "en": "12 of "}[lang] if kind == "gantt" else ""
    assert f"; {some}300 {cases}" in written


@pytest.mark.parametrize("process", gs.PROCESSES.values(), ids=list(gs.PROCESSES))
def test_every_process_has_its_looks(process: gs.Process) -> None:
    """Every phase has a look of its own, and those that are over, and only those, are hatched."""
    found = looks(process)
    assert set(found) == {phase.key for phase in process.phases}
    assert len(set(found.values())) == len(found)
    assert {key for key, look in found.items() if look.hatch} == {
        phase.key for phase in process.phases if phase.kind == "final"
    }


def test_the_stack_adds_up_to_one() -> None:
    """At each time the bands lie on each other from zero to one, each as thick as the share of its phase."""
    result = simulated(partnership(), cases=400)
    ax = result.plot("occupancy")
    bands = [band for band in ax.collections if isinstance(band, PolyCollection)]
    columns = result.occupancy()
    time = columns.pop("time")
    shown = [share for share in columns.values() if share.any()]
    assert len(bands) == len(shown)
    below = np.zeros(len(time))
    for band, share in zip(bands, shown, strict=True):
        corners = np.asarray(band.get_paths()[0].vertices)
        low = np.array([corners[corners[:, 0] == at, 1].min() for at in time])
        high = np.array([corners[corners[:, 0] == at, 1].max() for at in time])
        np.testing.assert_allclose(high - low, share, atol=1e-12)
        np.testing.assert_allclose(low, below, atol=1e-12)
        below = high
    np.testing.assert_allclose(below, 1.0)


def test_bands_of_the_stack_have_the_looks_and_names_of_their_phases() -> None:
    """Painted as everywhere, named beside their middle at the end; what is over ends in a white line."""
    result = simulated(partnership(), cases=400)
    ax, process = result.plot("occupancy", lang="en"), result.run.model.process
    bands = [band for band in ax.collections if isinstance(band, PolyCollection)]
    columns = result.occupancy()
    time = columns.pop("time")
    shown = {key: share for key, share in columns.items() if share.any()}
    paint, above = looks(process), np.zeros(len(time))
    middles, tops = {}, []
    for band, (key, share) in zip(bands, shown.items(), strict=True):
        label = process.phase(key).label.text("en")
        assert str(band.get_label()).endswith(label)
        assert to_hex(np.asarray(band.get_facecolor())[0]).upper() == paint[key].face.upper()
        assert (band.get_hatch() or "") == paint[key].hatch
        middles[label] = float(above[-1] + share[-1] / 2), float(share[-1])
        above = above + share
        if paint[key].hatch:
            tops.append(above.tolist())
    lines = [line for line in artists(ax) if len(line.get_xdata()) == len(time)]
    assert [list(line.get_ydata()) for line in lines] == tops
    assert {line.get_color() for line in lines} == {"white"}
    names = [text for text in ax.texts if text.get_position()[0] > 1]
    assert len(names) == len(middles)
    ends = sorted(line.get_ydata()[0] for line in artists(ax) if len(line.get_xdata()) == 3)
    assert ends == pytest.approx(sorted(middle for middle, share in middles.values() if share))
    for text in names:
        told = text.get_text().replace("\n", " ")
        ((label, (_, now)),) = (
            (x, y) for x, y in middles.items() if told.removesuffix(")").split(" (")[0].endswith(x)
        )
        assert told.endswith(f"{label} ({percent(now, 'en')})" if now else label)
    heights = [text.get_position()[1] for text in names]
    assert heights == sorted(heights)
    assert ax.get_xlim() == (0, 10)
    assert ax.get_ylim() == (0, 1)
    few = result.plot("occupancy", times=[1, 2, 4], lang="en")
    assert few.get_xlim() == (1, 4)


def test_a_bar_for_every_visit() -> None:
    """Of the chosen cases every visit is a bar from entering to leaving, on the row of its case."""
    result = simulated(partnership(), cases=range(10, 60))
    ax = result.plot("gantt", cases=range(20, 28))
    columns = result.columns()
    own = (columns["case"] >= 20) & (columns["case"] < 28)
    bars = sorted((bar.get_y() + bar.get_height() / 2, bar.get_x(), bar.get_width()) for bar in _bars(ax))
    entered, left = columns["entered"][own], columns["left"][own]
    expected = sorted(zip(columns["case"][own] - 20.0, entered, left - entered, strict=True))
    assert len(bars) == own.sum()
    np.testing.assert_allclose(bars, expected, atol=1e-12)
    assert len(_bars(result.plot("gantt"))) == (columns["case"] < 22).sum()


def _bars(ax: Axes) -> list[Any]:
    return [bar for container in ax.containers for bar in container]


def test_an_arc_for_every_way_between_phases() -> None:
    """Steps between two phases are one arc with how often it is taken; `least` leaves out what is rare."""
    result = simulated(loop(), cases=400)
    flows = result.flows()
    for least in (0.0, 0.5):
        ax = result.plot("flows", lang="en", least=least)
        kept = [
            (str(a), str(b), float(n))
            for a, b, n in zip(flows["phase_from"], flows["phase_to"], flows["per_case"], strict=True)
            if n >= least
        ]
        inside = [n for _, b, n in kept if b not in ("done", "stopped")]
        assert len([patch for patch in ax.patches if isinstance(patch, PathPatch)]) == len(inside)
        assert (least > 0) == (len(kept) < len(flows["times"]))
        written = [text.get_text() for text in ax.texts]
        numbers = [text for text in written if re.search(r"\d\.\d\d$", text)]
        assert len(numbers) == len(kept)
        for *_, times in kept:
            assert any(f"{times:.2f}" in text for text in written)


@pytest.mark.parametrize(
    ("options", "phases"), [({}, ["done", "stopped"]), ({"phases": "work"}, ["work"]),
                            ({"phases": ["review", "done"]}, ["review", "done"])],
)  # fmt: skip
def test_curves_are_the_shares(options: dict[str, Any], phases: list[str]) -> None:
    """A curve for each phase asked for, or end is the share that has arrived; its band are the bounds."""
    result = simulated(loop(), cases=200)
    ax = result.plot("time_to", **options)
    curves = [line for line in ax.lines if np.size(line.get_xdata()) > 3]
    assert len(curves) == len(phases) == len(ax.collections)
    for curve, band, phase in zip(curves, ax.collections, phases, strict=True):
        expected = result.time_to(phase)
        np.testing.assert_array_equal(curve.get_ydata(), expected["share"])
        assert np.asarray(band.get_paths()[0].vertices)[:, 1].max() == expected["high"].max()
        assert expected["high"].max() <= ax.get_ylim()[1]


def test_survival_is_what_has_not_ended() -> None:
    """Survival is one less the share of cases that is in an end."""
    result = simulated(loop(), cases=200)
    found = result.survival()
    assert (found["low"] <= found["share"]).all()
    assert (found["share"] <= found["high"]).all()
    (curve,) = [line for line in result.plot("survival").lines if np.size(line.get_xdata()) > 3]
    columns = result.occupancy()
    np.testing.assert_allclose(
        np.asarray(curve.get_ydata()), 1 - columns["done"] - columns["stopped"], atol=1e-12
    )


@pytest.mark.parametrize("kind", KINDS)
def test_axes_that_are_given_are_drawn_into(kind: str) -> None:
    """Axes that are given come back, in their own figure, which gets no other axes."""
    figure = Figure(figsize=(12, 6))
    ax = figure.subplots(1, 2)[0]
    assert simulated(loop(), cases=50).plot(kind, ax=ax) is ax
    assert len(figure.axes) == 2


def test_nothing_global_is_touched() -> None:
    """Plots load no pyplot, choose no backend and change no setting."""
    code = f"""
import sys, matplotlib
before = dict(dict.items(matplotlib.rcParams))
from gezondsamen.simulation import simulate
from gezondsamen.simulation.examples import partnership
result = simulate(partnership(), cases=50, horizon=5, seed=1, engine="numpy")
for kind in {KINDS!r}:
    result.plot(kind).figure.canvas.draw()
assert "matplotlib.pyplot" not in sys.modules
assert before == dict(dict.items(matplotlib.rcParams))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_unknown_kind_names_the_nearest() -> None:
    """A kind that there is not is refused with the one that was probably meant."""
    with pytest.raises(InvalidModel, match="did you mean 'occupancy'"):
        simulated(loop(), cases=5).plot("ocupancy")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where matplotlib is missing, the error names the line that installs it."""
    result = simulated(loop(), cases=5)
    monkeypatch.delitem(sys.modules, "gezondsamen.simulation.plots.plots", raising=False)
    monkeypatch.delattr("gezondsamen.simulation.plots.plots", raising=False)
    for name in [name for name in sys.modules if name.split(".")[0] == "matplotlib"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtra) as missing:
        result.plot()
    assert (missing.value.extra, missing.value.package) == ("plot", "matplotlib")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([0.1, 0.5, 0.9], [0.1, 0.5, 0.9]),
        ([0.5, 0.5], [0.4, 0.6]),
        ([0.0, 0.0, 0.0], [0.1, 0.3, 0.5]),
        ([1.0, 1.0, 1.0], [0.5, 0.7, 0.9]),
        ([0.1, 0.5, 0.6], [0.1, 0.45, 0.65]),
        ([], []),
    ],
)
def test_names_stand_apart(wanted: list[float], expected: list[float]) -> None:
    """Names do not touch, keep their order, stay inside, and stand as near as they can."""
    assert apart(wanted, [0.2] * len(wanted)) == pytest.approx(expected)


def test_settings_are_as_they_were() -> None:
    """The settings of matplotlib are those it comes with: no plot of these tests changed one."""
    assert mpl.rcParams["font.size"] == mpl.rcParamsDefault["font.size"]
