"""Names beside plots and numbers on their axes: near what they name, apart from each other, and readable."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import pairwise
from typing import Any

import pytest

if find_spec("matplotlib") is None:
    pytest.skip("matplotlib is not installed", allow_module_level=True)

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from gezondsamen.simulation.plots.axes import MINUS, SMALLEST, Decimals, Entry, label_right
from gezondsamen.simulation.plots.plots import heading
from tests.simulation.plots.test_plots import artists

PAINT: dict[str, Any] = {"facecolor": "#112233"}
SOME = (
    Entry(0.2, "low", None, "#AA0000"),
    Entry(0.21, "in two\nlines", PAINT, "#00AA00"),
    Entry(0.5, "nowhere", PAINT, ""),
    Entry(0.97, "high", None, "#0000AA"),
)


def axes(tall: float = 4.0) -> Axes:
    return Figure(figsize=(6, tall)).add_axes((0.1, 0.1, 0.6, 0.8))


def boxes(ax: Axes) -> list[Any]:
    """Return where the names of axes are drawn, in their order from below, as parts of the axes."""
    canvas: Any = FigureCanvasAgg(ax.get_figure(root=True))
    canvas.draw()
    turned = ax.transAxes.inverted()
    found = [text.get_window_extent(canvas.get_renderer()).transformed(turned) for text in ax.texts]
    return sorted(found, key=lambda box: float(box.y0))


def test_names_stand_beside_what_they_name() -> None:
    """Each in its order and none over another, with a line from what it names, and a patch of its paint."""
    ax = axes()
    label_right(ax, SOME)
    assert [text.get_text() for text in ax.texts] == [entry.text for entry in SOME]
    places = boxes(ax)
    assert all(0 <= box.y0 < box.y1 <= 1 and box.x0 > 1 for box in places)
    assert all(below.y1 <= above.y0 for below, above in pairwise(places))
    middles = [text.get_position()[1] for text in ax.texts]
    assert all(
        (box.y0 + box.y1) / 2 == pytest.approx(y, abs=0.01) for box, y in zip(places, middles, strict=True)
    )
    assert middles[2] == pytest.approx(0.5)
    pointing = [(entry, y) for entry, y in zip(SOME, middles, strict=True) if entry.colour]
    for line, (entry, middle) in zip(artists(ax), pointing, strict=True):
        assert (line.get_xdata()[0], line.get_ydata()[0]) == (1.0, entry.height)
        assert line.get_ydata()[-1] == middle
        assert 1 < line.get_xdata()[-1] < min(box.x0 for box in places)
        assert line.get_color() == entry.colour
        assert not line.get_clip_on()
    painted = [(box, y) for entry, box, y in zip(SOME, places, middles, strict=True) if entry.swatch]
    for patch, (box, middle) in zip(ax.patches, painted, strict=True):
        left, bottom, right, top = patch.get_extents().transformed(ax.transAxes.inverted()).extents
        assert (bottom + top) / 2 == pytest.approx(middle)
        assert max(line.get_xdata()[-1] for line in artists(ax)) < left < right < box.x0
        assert 0 < top - bottom < 0.1
        assert to_hex(patch.get_facecolor()) == "#112233"
    bare = min(box.x0 for entry, box in zip(SOME, places, strict=True) if not entry.swatch)
    assert bare < min(box.x0 for box, _ in painted)


def test_names_that_stood_there_before_go() -> None:
    """Whoever draws more into axes names everything anew."""
    ax = axes()
    ax.plot([0, 1], [0, 1])
    ax.text(0.5, 0.5, "kept")
    for entries in (SOME, SOME[:1]):
        label_right(ax, entries)
        heading(ax, "head", f"{len(entries)} of them")
    assert [text.get_text() for text in ax.texts] == ["kept", "low", "1 of them"]
    assert (len(artists(ax)), len(ax.patches)) == (2, 0)


@pytest.mark.parametrize(("tall", "many"), [(1.0, 12), (1.0, 40), (3.0, 40), (6.0, 40)])
def test_names_beside_a_small_plot_get_smaller_and_then_fewer(tall: float, many: int) -> None:
    """They fit, are never smaller than can be read, and are as many as there is room for."""
    ax = axes(tall)
    entries = [Entry(n**2 / many**2, f"name\n{n}", None, "") for n in range(many)]
    label_right(ax, entries)
    (size,) = {float(text.get_fontsize()) for text in ax.texts}
    assert SMALLEST <= size <= 8.0
    places = boxes(ax)
    assert all(-0.01 <= box.y0 < box.y1 <= 1.01 for box in places)
    assert all(below.y1 <= above.y0 + 1e-9 for below, above in pairwise(places))
    if len(places) < many:
        assert size == SMALLEST
        assert sum(box.height for box in places) > 0.5
        kept = [int(text.get_text().split()[1]) for text in ax.texts]
        assert {"\n" in text.get_text() for text in ax.texts} == {False}
        # Those below lie nearer to each other: more of them had to go.
        assert sum(n >= many / 2 for n in kept) > len(kept) / 2
    whole = axes(6.0)
    label_right(whole, entries[:5])
    assert {text.get_fontsize() for text in whole.texts} == {8.0}
    assert [text.get_text() for text in whole.texts] == [entry.text for entry in entries[:5]]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0, 1, 2], ["0", "1", "2"]),
        ([2000, 1000], ["2,000", "1,000"]),
        ([-0.5, 0.0, 0.5], [f"{MINUS}0.5", "0.0", "0.5"]),
        ([0, 0.25, 0.5], ["0.00", "0.25", "0.50"]),
        ([-0.002, 0.0], [f"{MINUS}0.002", "0.000"]),
        ([0.3, 0.1 + 0.2 + 0.1], ["0.3", "0.4"]),
        ([3.0], ["3"]),
        ([1.0, 1.0], ["1", "1"]),
    ],
)
def test_ticks_have_as_many_decimals_as_they_need(values: list[float], expected: list[str]) -> None:
    """All alike, as many as tell them apart; what is below zero has a minus, and zero has none."""
    assert Decimals("en").format_ticks(values) == expected


def test_ticks_are_written_in_their_language() -> None:
    """Dutch has a comma where English has a point."""
    assert Decimals("nl").format_ticks([0.5, 1.0]) == ["0,5", "1,0"]
    assert Decimals("nl").format_ticks([-1000.0, 1000.0]) == [f"{MINUS}1.000", "1.000"]


def test_a_title_stands_above_what_it_explains() -> None:
    """The title on the left in bold, and between it and the plot a smaller text."""
    ax = axes()
    heading(ax, "What", "of whom", pad=30)
    canvas: Any = FigureCanvasAgg(ax.get_figure(root=True))
    canvas.draw()
    title: Any = vars(ax)["_left_title"]
    (note,) = ax.texts
    assert (title.get_text(), note.get_text(), title.get_fontweight()) == ("What", "of whom", "bold")
    assert note.get_fontsize() < title.get_fontsize()
    top, below = (x.get_window_extent(canvas.get_renderer()) for x in (title, note))
    assert ax.bbox.y1 < below.y0 < below.y1 < top.y0
    assert below.x0 == pytest.approx(top.x0, abs=3)
