"""Plots of steps and of trajectories: where everything stands, how wide it is, and what it is called."""

from __future__ import annotations

from collections import defaultdict
from importlib.util import find_spec
from typing import Any

import numpy as np
import pytest

from gezondsamen.simulation import Result
from gezondsamen.simulation.examples import partnership
from gezondsamen.simulation.plots.palette import BACK, LEADS, MARKERS, ONWARD, looks
from tests.simulation.plots.test_plots import artists
from tests.support.simulation.engines import simulated, visits_of
from tests.support.simulation.models import loop

if find_spec("matplotlib") is None:
    pytest.skip("matplotlib is not installed", allow_module_level=True)

from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch

RESULT = simulated(loop(), cases=400)
PLACES = {"form": 0, "work": 1, "review": 2}
LARGER = simulated(partnership(), cases=400)


def often(result: Result = RESULT) -> dict[tuple[str, str], float]:
    """Return how often a case goes from one phase to another, by the steps of a result."""
    flows, found = result.flows(), defaultdict[tuple[str, str], float](float)
    for a, b, n in zip(flows["phase_from"], flows["phase_to"], flows["per_case"], strict=True):
        found[str(a), str(b)] += float(n)
    return found


def arcs(ax: Axes) -> list[PathPatch]:
    return [patch for patch in ax.patches if isinstance(patch, PathPatch)]


def lines(ax: Axes, points: int) -> list[Any]:
    return [line for line in artists(ax) if len(np.atleast_1d(line.get_xdata())) == points]


def colour(line: Any) -> str:
    return to_hex(line.get_color()).upper()


def in_proportion(widths: list[tuple[float, float]]) -> tuple[float, float]:
    """Return by how much lines become wider the more often a step is taken, and how wide all are at least."""
    times, width = np.array(widths).T
    rise, least = np.polyfit(times, width, 1)
    assert width == pytest.approx(least + rise * times)
    return float(rise), float(least)


def test_an_arc_leads_from_phase_to_phase_with_its_number_on_it() -> None:
    """Onward on the right and back on the left, wider in proportion, the number where it bends farthest."""
    ax = RESULT.plot("flows", lang="en")
    numbers = {text.get_text(): text for text in ax.texts}
    widths = []
    for way, times in often().items():
        if way[1] not in PLACES:
            continue
        first, last = (PLACES[phase] for phase in way)
        (arc,) = (
            x for x in arcs(ax) if np.asarray(x.get_path().vertices)[[0, -1], 1].tolist() == [first, last]
        )
        corners = np.asarray(arc.get_path().vertices)
        assert corners[[0, -1], 0].tolist() == [0, 0]
        assert corners[1:3, 1].tolist() == [first, last]
        middle = corners.T @ np.array([1, 3, 3, 1]) / 8
        text = numbers[f"{times:.2f}"]
        assert text.get_position() == pytest.approx(tuple(middle))
        assert (middle[0] > 0) == (last > first)
        assert to_hex(arc.get_edgecolor()).upper() == (ONWARD if last > first else BACK)
        assert not arc.get_fill()
        widths.append((times, arc.get_linewidth()))
    rise, least = in_proportion(widths)
    assert rise > 0
    assert 0 < least < 1 < max(width for _, width in widths) < 10
    reach = {way: abs(PLACES[way[1]] - PLACES[way[0]]) for way in often() if way[1] in PLACES}
    assert len(set(reach.values())) > 1
    out = {
        round(abs(float(np.asarray(arc.get_path().vertices)[1, 0])), 9): abs(
            np.ptp(np.asarray(arc.get_path().vertices)[:, 1])
        )
        for arc in arcs(ax)
    }
    assert [far for _, far in sorted(out.items())] == sorted(out.values())  # the farther, the more it bends


def running(result: Result) -> dict[str, int]:
    """Return the places of the phases that cases come into and go on from, in the order of the process."""
    met = {phase for way in often(result) for phase in way}
    process = result.run.model.process
    keys = [phase.key for phase in process.phases if phase.key in met and phase.kind != "final"]
    return {key: place for place, key in enumerate(keys)}


def test_phases_stand_below_each_other_with_their_names() -> None:
    """The first phase is at the top; each is a point in its colour, with its name beside it."""
    ax, places = LARGER.plot("flows", lang="en"), running(LARGER)
    process, last = LARGER.run.model.process, len(places) - 1
    assert ax.get_yticks().tolist() == list(range(last + 1))
    for label, key in zip(ax.get_yticklabels(), places, strict=True):
        assert process.phase(key).label.text("en") in label.get_text().replace("\n", " ")
    bottom, top = ax.get_ylim()
    assert top < -0.8 < 0 < last < bottom < last + 1
    paint = looks(process)
    points = {float(y.get_ydata()[0]): colour(y) for y in lines(ax, 1) if y.get_xdata()[0] == 0}
    assert points == {place: paint[key].line.upper() for key, place in places.items()}
    left, right = ax.get_xlim()
    heads = [(text.get_text(), text.get_position()) for text in ax.texts if text.get_position()[1] < -0.5]
    assert [text for text, _ in sorted(heads, key=lambda head: head[1][0])] == [
        "back ↑",
        "onward ↓",
        "to an end",
    ]
    out = [float(np.asarray(arc.get_path().vertices)[1, 0]) * 3 / 4 for arc in arcs(ax)]
    assert left < min(out) < max(out) < right
    assert not ax.get_xticks().size


def test_ends_stand_beside_the_phase_that_they_follow() -> None:
    """Lines lead from a phase to its ends, on either side of it alike, with marker, name and number."""
    ax, places = LARGER.plot("flows", lang="en"), running(LARGER)
    process = LARGER.run.model.process
    texts = {text.get_position(): text.get_text() for text in ax.texts}
    markers = [line for line in lines(ax, 1) if line.get_xdata()[0] > 0]
    exits = {way: times for way, times in often(LARGER).items() if way[1] not in places}
    assert len(markers) == len(exits) == len(lines(ax, 2))
    heights, widths = defaultdict[str, list[float]](list), []
    for line in lines(ax, 2):
        (begin, end), (place, height) = line.get_xdata(), line.get_ydata()
        assert begin == 0 < end
        (marker,) = (x for x in markers if x.get_ydata()[0] == height)
        ((x, text),) = ((x, text) for (x, y), text in texts.items() if y == height and x > 0)
        assert end < marker.get_xdata()[0] < x < ax.get_xlim()[1]
        ((source, target),) = (
            way
            for way in exits
            if places[way[0]] == place and text.startswith(process.phase(way[1]).label.text("en"))
        )
        assert text.endswith(f"  {exits[source, target]:.2f}")
        outcome = process.phase(target).outcome
        assert outcome is not None
        assert marker.get_marker() == MARKERS[outcome]
        assert colour(marker) == colour(line) == LEADS[outcome].upper()
        heights[source].append(height)
        widths.append((exits[source, target], line.get_linewidth()))
    for source, those in heights.items():
        assert np.mean(those) == pytest.approx(places[source])
        assert max(abs(y - places[source]) for y in those) < 0.5
        assert len(those) == 1 or np.diff(sorted(those)).min() > 0.25
    assert max(map(len, heights.values())) > 1
    _, least = in_proportion(widths)
    assert 0 < least < 1 < max(arc.get_linewidth() for arc in arcs(ax)) < 10


def test_what_is_rare_is_not_called_never() -> None:
    """A step that less than one case in two hundred takes has a number below the least that is written."""
    result = simulated(loop(choices={"form": {"agree": 0.999, "give_up": 0.001}}), cases=1000)
    rare = [n for n in result.flows()["per_case"] if 0 < n < 0.005]
    texts = [text.get_text() for text in result.plot("flows", lang="en").texts]
    assert rare
    assert any("<0.01" in text for text in texts)
    assert not any(text.endswith("0.00") for text in texts)


def test_bars_have_the_looks_of_their_phases() -> None:
    """Each bar has the colour of its phase, and names beside them stand in the order of the process."""
    result = simulated(partnership(), cases=40)
    ax = result.plot("gantt", lang="en")
    paint = looks(result.run.model.process)
    rows = [row for row in visits_of(result) if row["case"] < 12]
    expected = {(row["case"], row["entered"]): paint[row["phase_from"]].face.upper() for row in rows}
    bars = [bar for container in ax.containers for bar in container]
    found = {
        (round(bar.get_y() + bar.get_height() / 2), bar.get_x()): to_hex(bar.get_facecolor()).upper()
        for bar in bars
    }
    assert found == expected
    assert all(0.3 < bar.get_height() < 1 for bar in bars)
    order = [phase.key for phase in result.run.model.process.phases]
    used = sorted({row["phase_from"] for row in rows}, key=order.index, reverse=True)
    names = sorted(
        (text for text in ax.texts if text.get_position()[0] > 1), key=lambda x: x.get_position()[1]
    )
    labels = [result.run.model.process.phase(key).label.text("en") for key in used]
    assert len(names) == len(labels)
    for text, label in zip(names, labels, strict=True):
        assert label in text.get_text().replace("\n", " ")


@pytest.mark.parametrize(("count", "ticks"), [(12, 12), (40, 40), (41, 21), (100, 34)])
def test_cases_stand_below_each_other_with_their_numbers(count: int, ticks: int) -> None:
    """The first case is at the top, each row has its number; of many cases some have."""
    result = simulated(loop(), cases=range(5, 205), horizon=2.0)
    ax = result.plot("gantt", cases=range(20, 20 + count), lang="en")
    bottom, top = ax.get_ylim()
    assert (bottom, top) == (count - 0.5, -0.5)
    assert ax.get_xlim() == (0, 2)
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert labels == [str(20 + int(y)) for y in ax.get_yticks()]
    assert len(labels) == ticks
    assert ax.get_ylabel() == "trajectory"


def test_ends_and_marks_stand_where_they_happened() -> None:
    """Each kind of end, what the horizon cuts off, and each step within a phase has a sign of its own."""
    result = simulated(partnership(), cases=60, horizon=4.0)
    ax = result.plot("gantt", cases=range(60), lang="en")
    process, rows, marks = result.run.model.process, visits_of(result), result.marks()
    signs = {str(line.get_label()): line for line in artists(ax)}
    words = {"success": "successful end", "early": "early end", "neutral": "other end"}

    def places(line: Any) -> list[tuple[float, float]]:
        assert line.get_linestyle() == "None"
        return sorted(zip(line.get_xdata(), line.get_ydata(), strict=True))

    shown = []
    for outcome, word in words.items():
        own = [
            (row["left"], row["case"])
            for row in rows
            if row["status"] == "ended" and process.phase(row["phase_to"]).outcome == outcome
        ]
        if own:
            assert places(signs[word]) == sorted(own)
            assert signs[word].get_marker() == MARKERS[outcome]
            assert colour(signs[word]) == LEADS[outcome].upper()
            shown.append(word)
    assert len(shown) > 1
    cut = [(row["left"], row["case"]) for row in rows if row["status"] == "censored"]
    assert places(signs["still under way"]) == sorted(cut)
    assert places(signs["step within the phase"]) == sorted(zip(marks["at"], marks["case"], strict=True))
    legend = ax.get_legend()
    assert legend is not None
    named = {text.get_text() for text in legend.get_texts()}
    assert named == {*shown, "still under way", "step within the phase"}
    bare = result.plot("gantt", cases=range(60), marks=False, lang="en")
    assert "step within the phase" not in {str(line.get_label()) for line in artists(bare)}
