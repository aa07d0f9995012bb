"""SVG: what is drawn stands where a reader looks for it, whatever the process and its present phase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from xml.etree import ElementTree

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.exchange import to_svg
from gezondsamen.exchange.drawn import Drawn, drawn
from gezondsamen.language import language_of
from tests.support.builders import PROCESSES

SVG = "{http://www.w3.org/2000/svg}"
EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
Point = tuple[float, float]


@attrs.frozen
class Area:
    """What a part of the picture takes; of a text about, by the usual width of letters."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""
    weight: float = 0

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def centre(self) -> Area:
        x, y = self.middle
        return Area(x - 1, y - 1, x + 1, y + 1)

    def holds(self, other: Area) -> bool:
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def meets(self, other: Area) -> bool:
        apart = self.right <= other.left or other.right <= self.left
        return not apart and self.top < other.bottom and other.top < self.bottom


@attrs.frozen
class Way:
    """A line with the corners it would have if they were not round, its head, and its weight."""

    points: tuple[Point, ...]
    head: tuple[Point, ...]
    weight: float


@attrs.frozen
class Picture:
    width: float
    height: float
    frames: tuple[Area, ...]
    inner: tuple[Area, ...]
    dashed: tuple[Area, ...]
    circles: tuple[Area, ...]
    plates: tuple[Area, ...]
    ticks: tuple[Area, ...]
    texts: tuple[Area, ...]
    ways: tuple[Way, ...]
    shown: Drawn

    def inside(self, frame: Area, parts: tuple[Area, ...]) -> list[Area]:
        return [part for part in parts if frame.holds(part.centre)]

    def frame_at(self, point: Point) -> int:
        """Return the number of the frame on whose border a point is."""
        x, y = point
        on = [
            number
            for number, f in enumerate(self.frames)
            if (x in (f.left, f.right) and f.top <= y <= f.bottom)
            or (x == f.middle[0] and min(abs(y - f.top), abs(y - f.bottom)) < 0.2)
        ]
        (number,) = on
        return number


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]


def _points(text: str) -> tuple[Point, ...]:
    found = _numbers(text)
    return tuple(zip(found[::2], found[1::2], strict=True))


def _area(part: ElementTree.Element) -> Area:
    x, y, width, height = (float(part.attrib[name]) for name in ("x", "y", "width", "height"))
    return Area(x, y, x + width, y + height, weight=float(part.attrib.get("stroke-width", 0)))


def _text(part: ElementTree.Element) -> Area:
    size, said = float(part.attrib["font-size"]), part.text or ""
    x, y, width = float(part.attrib["x"]), float(part.attrib["y"]), size * 0.52 * len(said)
    left = x - width / 2 if part.attrib.get("text-anchor") == "middle" else x
    return Area(left, y - size * 0.73, left + width, y + size * 0.21, said)


def _circle(part: ElementTree.Element) -> Area:
    x, y, r = (float(part.attrib[name]) for name in ("cx", "cy", "r"))
    return Area(x - r, y - r, x + r, y + r)


def _tick(part: ElementTree.Element) -> Area:
    (begin,) = _points(part.attrib["d"].partition(" l")[0])
    turns = [begin]
    for dx, dy in _points(part.attrib["d"].partition(" l")[2]):
        turns.append((turns[-1][0] + dx, turns[-1][1] + dy))
    across, down = zip(*turns, strict=True)
    return Area(min(across), min(down), max(across), max(down))


def _corners(path: str) -> tuple[Point, ...]:
    """Return begin, corners and end of a path: of a `Q` its first point."""
    begin, *_, end = _points(path)
    return (begin, *(_points(turn)[0] for turn in re.findall(r"Q[^LQ]+", path)), end)


@cache
def picture(process: gs.Process, phase: str | None) -> Picture:
    """Return what a reader of XML finds in a picture on which all other phases were visited."""
    visited = [p.key for p in process.phases if p.kind != "suspended"]
    image = ElementTree.fromstring(to_svg(process, phase=phase, visited=visited))
    rects = [x for x in image.iter(f"{SVG}rect") if x.attrib["width"] != "100%"]
    frames = [x for x in rects if x.attrib["class"] == "paper line"]
    paths = list(image.iter(f"{SVG}path"))
    ways = [x for x in paths if " l" not in x.attrib["d"]]
    heads = [_points(x.attrib["points"]) for x in image.iter(f"{SVG}polygon")]
    return Picture(
        width=float(image.attrib["width"]),
        height=float(image.attrib["height"]),
        frames=tuple(map(_area, frames)),
        inner=tuple(_area(x) for x in rects if x.attrib["class"] == "line"),
        dashed=tuple(_area(x) for x in frames if "stroke-dasharray" in x.attrib),
        circles=tuple(map(_circle, image.iter(f"{SVG}circle"))),
        plates=tuple(_area(x) for x in rects if x.attrib["class"] == "ink"),
        ticks=tuple(_tick(x) for x in paths if " l" in x.attrib["d"]),
        texts=tuple(map(_text, image.iter(f"{SVG}text"))),
        ways=tuple(
            Way(_corners(way.attrib["d"]), head, float(way.attrib["stroke-width"]))
            for way, head in zip(ways, heads, strict=True)
        ),
        shown=drawn(process, language_of("nl"), current=phase, visited=visited),
    )


def pictures(process: gs.Process) -> Iterator[tuple[str | None, Picture]]:
    """Yield the picture without a present phase, and that of each phase."""
    for phase in (None, *(p.key for p in process.phases)):
        yield phase, picture(process, phase)


@EVERY_PROCESS
def test_phases_stand_in_a_column(process: gs.Process) -> None:
    """Each phase has a frame, all as wide, one below the other with room between; the present one is heavy.

    A phase of rest is dashed, an end has a second frame evenly inside the first.
    """
    for phase, seen in pictures(process):
        phases = seen.shown.phases
        assert len(seen.frames) == len(phases)
        assert {(f.left, f.right) for f in seen.frames} == {(seen.frames[0].left, seen.frames[0].right)}
        gaps = [round(below.top - above.bottom) for above, below in pairwise(seen.frames)]
        assert min(gaps) == max(gaps) >= 20
        usual = min(f.weight for f in seen.frames) if len(phases) > 1 else 0
        for p, frame in zip(phases, seen.frames, strict=True):
            assert (frame.weight > 2 * usual) is (p.key == phase)
            assert (frame in seen.dashed) is (p.kind == "suspended" and p.key != phase)
            inner = [x for x in seen.inner if frame.holds(x)]
            assert len(inner) == (p.kind == "final")
            for x in inner:
                sides = (
                    x.left - frame.left,
                    x.top - frame.top,
                    frame.right - x.right,
                    frame.bottom - x.bottom,
                )
                assert max(sides) - min(sides) < 0.3
                assert 0 < max(sides) < 8


@EVERY_PROCESS
def test_words_stand_in_the_middle_of_their_frame(process: gs.Process) -> None:
    """What a frame holds fits in it, none over another, as much room above as below."""
    for phase, seen in pictures(process):
        for p, frame in zip(seen.shown.phases, seen.frames, strict=True):
            plates = seen.inside(frame, seen.plates)
            lines = seen.inside(frame, seen.texts)
            numbers = [x for circle in seen.circles for x in lines if circle.holds(x)]
            words = [x for x in lines if x not in numbers]
            parts = [*words, *seen.inside(frame, seen.circles), *seen.inside(frame, seen.ticks)]
            assert all(frame.holds(part) for part in [*parts, *plates])
            assert not [(a, b) for a, b in combinations(parts, 2) if a.meets(b)]
            assert [x.text for x in numbers] == ([] if p.stage is None else [str(p.stage)])
            assert len(plates) == (p.key == phase)
            assert bool(seen.inside(frame, seen.ticks)) is (p.key in seen.shown.visited)
            own = [x for x in words if not any(plate.holds(x) for plate in plates)]
            assert [x.text for x in words if x not in own] == (["hier"] if plates else [])
            assert not [(x, plate) for x in own for plate in plates if x.meets(plate)]
            read = "".join(x.text for x in own).replace(" ", "").casefold()
            label = p.label.nl.replace(" ", "").casefold()
            assert read.startswith(label)
            assert bool(read.removeprefix(label)) is (p.kind == "final" and p.outcome is not None)
            rows = [
                x for x in [*own, *plates] if not [o for o in own if o.left < x.left and o.bottom > x.top]
            ]
            name = [x for x in own if x.text.casefold() in p.label.nl.casefold()]
            assert all(x.bottom - x.top < name[0].bottom - name[0].top for x in own if x not in name)
            above = min(x.top for x in rows) - frame.top
            below = frame.bottom - max(x.bottom for x in rows)
            assert abs(above - below) < 5
            assert above > 3
            assert len({round(x.left) for x in words if x in own and x.text in p.label.nl}) <= 1


@EVERY_PROCESS
def test_every_step_is_an_arrow_from_frame_to_frame(process: gs.Process) -> None:
    """Lines lead from the border of a frame to that of another, forward on the right, back on the left,
    straight down to the next; those out of the present phase are heavy.
    """
    for phase, seen in pictures(process):
        keys = [p.key for p in seen.shown.phases]
        found = []
        for way in seen.ways:
            begin, end = seen.frame_at(way.points[0]), seen.frame_at(way.points[-1])
            found.append((keys[begin], keys[end]))
            assert (way.weight > 2) is (keys[begin] == phase)
            side = way.points[0][0]
            frame = seen.frames[begin]
            if end == begin + 1:
                assert side == frame.middle[0]
                assert len(way.points) == 2
            else:
                assert side == way.points[-1][0] == (frame.right if end >= begin else frame.left)
                assert len(way.points) == 4
                assert all(x > frame.right if end >= begin else x < frame.left for x, _ in way.points[1:3])
            for (x, y), (then_x, then_y) in pairwise(way.points):
                assert x == then_x or y == then_y
        assert sorted(found) == sorted({(step.source, step.target) for step in seen.shown.transitions})


@EVERY_PROCESS
def test_a_head_points_where_its_line_ends(process: gs.Process) -> None:
    """The point of a head is the end of its line; its back lies on the line, as far to both sides."""
    for _, seen in pictures(process):
        for way in seen.ways:
            (before_x, before_y), (x, y) = way.points[-2:]
            point, one, other = way.head
            assert abs(point[0] - x) < 0.1
            assert abs(point[1] - y) < 0.1
            back = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
            dx, dy = (before_x > x) - (before_x < x), (before_y > y) - (before_y < y)
            long = abs(back[0] - x) + abs(back[1] - y)
            wide = abs(one[0] - other[0]) + abs(one[1] - other[1])
            assert (round(back[0] - x - dx * long), round(back[1] - y - dy * long)) == (0, 0)
            assert 4 < wide <= long < 14
            assert (wide, long) >= (2 * way.weight, 2 * way.weight)
            assert abs((one[0] - other[0]) * dx) + abs((one[1] - other[1]) * dy) < 0.1


@EVERY_PROCESS
def test_lines_are_told_apart(process: gs.Process) -> None:
    """Lines meet a frame with room between; beside one another they do, but on their way to one phase.

    They do so evenly around its middle, and no frame is higher than its words and its lines ask.
    """
    for phase, seen in pictures(process):
        ports: dict[tuple[int, float], set[float]] = {}
        lanes: dict[float, set[int]] = {}
        for way in seen.ways:
            begin, end = seen.frame_at(way.points[0]), seen.frame_at(way.points[-1])
            (out_x, out_y), (in_x, in_y) = way.points[0], way.points[-1]
            if end == begin:
                ports.setdefault((begin, out_x), set()).add((out_y + in_y) / 2)
            elif end != begin + 1:
                ports.setdefault((begin, out_x), set()).add(out_y)
                ports.setdefault((end, in_x), set()).add(in_y)
                lanes.setdefault(way.points[1][0], set()).add(end)
        for (number, _), heights in ports.items():
            gaps = [b - a for a, b in pairwise(sorted(heights))]
            assert not gaps or 10 <= min(gaps) > max(gaps) - 0.3
            frame = seen.frames[number]
            assert abs((min(heights) + max(heights)) / 2 - frame.middle[1]) < 0.3
        for number, frame in enumerate(seen.frames):
            most = max((len(heights) for (of, _), heights in ports.items() if of == number), default=0)
            lines = [x for x in [*seen.texts, *seen.plates] if frame.holds(x.centre)]
            words = max(x.bottom for x in lines) - min(x.top for x in lines)
            step = 20 if seen.shown.phases[number].key == phase else 11
            assert frame.bottom - frame.top <= max(words + 32, step * (most + 0.5))
        assert all(b - a >= 10 for a, b in pairwise(sorted(lanes)))
        left, right = seen.frames[0].left, seen.frames[0].right
        beside = [x for x in lanes if x > right], [x for x in lanes if x < left]
        assert all(x - right >= 30 for x in beside[0])
        assert all(left - x >= 20 for x in beside[1])


@EVERY_PROCESS
def test_a_number_stands_on_the_line_of_its_step(process: gs.Process) -> None:
    """Steps out of the present phase bear their numbers, where their lines begin, none over another."""
    for phase, seen in pictures(process):
        plates = [x for x in seen.plates if not any(frame.holds(x) for frame in seen.frames)]
        exits = process.exits(phase) if phase is not None else ()
        ways = {
            seen.shown.phases[seen.frame_at(way.points[-1])].key: way.points
            for way in seen.ways
            if phase is not None and seen.shown.phases[seen.frame_at(way.points[0])].key == phase
        }
        assert len(plates) == len(ways)
        assert not [(a, b) for a, b in combinations(plates, 2) if a.meets(b)]
        for target, points in ways.items():
            told = ", ".join(str(n) for n, step in enumerate(exits, 1) if step.target == target)
            (text,) = [x for x in seen.texts if x.text == told and any(plate.holds(x) for plate in plates)]
            (plate,) = [x for x in plates if x.holds(text)]
            (x, y), (then_x, then_y) = points[1:3] if target == phase else points[:2]
            middle = plate.middle
            assert abs(text.middle[0] - middle[0]) < 0.2
            assert abs(text.middle[1] - middle[1]) < 2
            low, high = sorted(((x, y), (then_x, then_y)))
            assert low[0] - 2 <= middle[0] <= high[0] + 2
            assert low[1] - 0.2 <= middle[1] <= high[1] + 0.2
            assert len(told) > 1 or not [f for f in seen.frames if f.meets(plate)]
            assert abs(middle[0] - points[0][0]) + abs(middle[1] - points[0][1]) < 30


@EVERY_PROCESS
def test_the_picture_is_as_large_as_what_it_holds(process: gs.Process) -> None:
    """Nothing is cut off, and no side has more room than lines need; notes stand below all frames."""
    for _, seen in pictures(process):
        whole = Area(0, 0, seen.width, seen.height)
        notes = [x for x in seen.texts if x.top >= seen.frames[-1].bottom]
        lines = [Area(x, y, x, y) for way in seen.ways for x, y in (*way.points, *way.head)]
        parts = [*seen.frames, *seen.plates, *notes, *lines]
        assert all(whole.holds(part) for part in parts)
        room = (
            min(x.left for x in parts),
            min(x.top for x in parts),
            seen.width - max(x.right for x in parts),
            seen.height - max(x.bottom for x in parts),
        )
        assert max(room) < 48
        assert max(room[1], room[3]) < 10
        said = " ".join(x.text for x in notes)
        assert said == " ".join(seen.shown.notes)
        assert all(10 <= below.top - above.top <= 25 for above, below in pairwise(notes))
        assert {x.left for x in notes} <= {4}
