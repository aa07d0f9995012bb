"""Where everything in the diagram goes: boxes in a column, steps forward on the right, back on the left.

Steps to one phase share one lane, so a lane leads to one box only. Numbers are in pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from textwrap import wrap
from typing import Literal

import attrs

from gezondsamen.exchange.drawn import Drawn
from gezondsamen.language import Language, capitalised
from gezondsamen.process.process import Process

Side = Literal["right", "left", "down"]

WIDTH = 276
"""The width of a box."""
LINE = 19
GAP = 30
LETTERS = 27
"""How many letters go on one line of a box."""
BESIDE = 3
"""How many fewer where a number stands before them."""
PORT = 11
BADGED = 20
"""How far apart steps leave a box: without and with a number on them."""
LANE = 11
EDGE = 4
LETTER = 7
"""How wide a letter of the text below is, about."""


@attrs.frozen
class Box:
    """Hold a phase: its lines of text and where its box is."""

    key: str
    lines: tuple[str, ...]
    x: float
    y: float
    height: float

    @property
    def middle(self) -> float:
        """Half-way down the box."""
        return self.y + self.height / 2


@attrs.frozen
class Arrow:
    """Hold all steps from one phase to another: where they leave, along which lane, where they arrive."""

    source: str
    target: str
    triggers: tuple[str, ...]
    side: Side
    start: float = 0
    lane: float = 0
    end: float = 0


@attrs.frozen
class Loop:
    """Hold the steps that stay in a phase, and where on its right side they are drawn."""

    phase: str
    triggers: tuple[str, ...]
    y: float


@attrs.frozen
class Layout:
    """Hold a whole diagram; `below` are the lines of text under it."""

    width: float
    height: float
    boxes: dict[str, Box]
    arrows: tuple[Arrow, ...]
    loops: tuple[Loop, ...]
    below: tuple[str, ...] = ()


def laid_out(
    process: Process | Drawn,
    current: str | None,
    say: Language,
    extra: Sequence[str],
    notes: Iterable[str] = (),
) -> Layout:
    """Return where the phases and steps of a process go; phases in `extra` get a line more."""
    order = {phase.key: number for number, phase in enumerate(process.phases)}
    merged: dict[tuple[str, str], list[str]] = {}
    for t in process.transitions:
        merged.setdefault((t.source, t.target), []).append(t.trigger)
    arrows = [
        Arrow(source, target, tuple(triggers), _side(order[target] - order[source]))
        for (source, target), triggers in merged.items()
        if source != target
    ]
    looping = {source: tuple(triggers) for (source, target), triggers in merged.items() if source == target}

    ports = {key: _ports(key, arrows, order, key in looping) for key in order}
    lanes = {side: _lanes(side, arrows, order) for side in ("right", "left")}
    left = EDGE + 26 + LANE * len(set(lanes["left"].values()))
    boxes: dict[str, Box] = {}
    y = float(EDGE)
    for phase in process.phases:
        lines = tuple(
            wrap(capitalised(say.label(phase.label)), LETTERS - BESIDE * (phase.stage is not None))
        ) or (phase.key,)
        step = BADGED if phase.key == current else PORT
        needed = step * (max(len(ports[phase.key]["right"]), len(ports[phase.key]["left"])) + 0.4)
        height = max(16 + LINE * (len(lines) + (phase.key in extra)), needed)
        boxes[phase.key] = Box(phase.key, lines, left, y, height)
        y += height + GAP

    def port(key: str, side: str, name: str) -> float:
        names = ports[key][side]
        step = BADGED if key == current else PORT
        return boxes[key].middle + (names.index(name) - (len(names) - 1) / 2) * step

    def placed(arrow: Arrow) -> Arrow:
        if arrow.side == "down":
            return attrs.evolve(
                arrow,
                start=boxes[arrow.source].y + boxes[arrow.source].height,
                lane=left + WIDTH / 2,
                end=boxes[arrow.target].y,
            )
        number = lanes[arrow.side][arrow.target]
        lane = left + WIDTH + 34 + number * LANE if arrow.side == "right" else left - 22 - number * LANE
        return attrs.evolve(
            arrow,
            start=port(arrow.source, arrow.side, f"to {arrow.target}"),
            lane=lane,
            end=port(arrow.target, arrow.side, "in"),
        )

    width = left + WIDTH + 34 + LANE * len(set(lanes["right"].values())) + EDGE
    below = [line for note in notes for line in wrap(note, int((width - 2 * EDGE) / LETTER))]
    return Layout(
        width,
        y - GAP + EDGE + (LINE * len(below) + EDGE if below else 0),
        boxes,
        tuple(placed(arrow) for arrow in arrows),
        tuple(Loop(key, triggers, port(key, "right", "loop")) for key, triggers in looping.items()),
        tuple(below),
    )


def _side(distance: int) -> Side:
    if distance == 1:
        return "down"
    return "right" if distance > 0 else "left"


def _ports(key: str, arrows: Iterable[Arrow], order: dict[str, int], loops: bool) -> dict[str, list[str]]:
    """Return what leaves and enters a box on either side, from top to bottom, so that little crosses.

    On the right lanes come in from above and leave downwards, the longest first; on the left the
    other way round.
    """
    every = tuple(arrows)

    def leaving(side: Side) -> list[str]:
        out = [a.target for a in every if a.source == key and a.side == side]
        return [f"to {target}" for target in sorted(out, key=lambda target: -order[target])]

    def entering(side: Side) -> list[str]:
        return ["in"] if any(a.target == key and a.side == side for a in every) else []

    return {
        "right": [*entering("right"), *leaving("right"), *(["loop"] if loops else [])],
        "left": [*leaving("left"), *entering("left")],
    }


def _lanes(side: str, arrows: Iterable[Arrow], order: dict[str, int]) -> dict[str, int]:
    """Return the lane of each target on a side: short ones near the boxes, none over another."""
    here = (arrow for arrow in arrows if arrow.side == side)
    ways = ((arrow.target, order[arrow.source], order[arrow.target]) for arrow in here)
    return packed(sorted(ways, key=lambda way: way[2]))


def packed(ways: Iterable[tuple[str, int, int]]) -> dict[str, int]:
    """Return the number of a lane for each target of ways from one place to another.

    The lane spans all ways to the target: short ones come first, none lies over another of that number.

    >>> packed([("long", 4, 9), ("short", 3, 2), ("apart", 7, 5), ("long", 1, 9)])
    {'short': 0, 'apart': 0, 'long': 1}
    """
    spans: dict[str, tuple[int, int]] = {}
    for target, begin, end in ways:
        low, high = spans.get(target, (begin, begin))
        spans[target] = (min(low, begin, end), max(high, begin, end))
    taken: list[list[tuple[int, int]]] = []
    lanes = {}
    for target, (low, high) in sorted(spans.items(), key=lambda item: item[1][1] - item[1][0]):
        free = (
            number
            for number, lane in enumerate(taken)
            if all(high < other_low or low > other_high for other_low, other_high in lane)
        )
        number = next(free, len(taken))
        if number == len(taken):
            taken.append([])
        taken[number].append((low, high))
        lanes[target] = number
    return lanes


def corners(points: Sequence[tuple[float, float]], radius: float = 6) -> str:
    """Return a path along points with round corners, as the `d` of an SVG path.

    >>> corners([(0, 0), (20, 0), (20, 20)])
    'M0 0 L14 0 Q20 0 20 6 L20 20'
    """
    path = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for (before, corner), (_, after) in pairwise(pairwise(points)):
        r = min(radius, _length(before, corner) / 2, _length(corner, after) / 2)
        near, far = _towards(corner, before, r), _towards(corner, after, r)
        path.append(f"L{_n(near[0])} {_n(near[1])}")
        path.append(f"Q{_n(corner[0])} {_n(corner[1])} {_n(far[0])} {_n(far[1])}")
    path.append(f"L{_n(points[-1][0])} {_n(points[-1][1])}")
    return " ".join(path)


def _length(a: tuple[float, float], b: tuple[float, float]) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(a: tuple[float, float], b: tuple[float, float], far: float) -> tuple[float, float]:
    whole = _length(a, b) or 1
    return (a[0] + (b[0] - a[0]) * far / whole, a[1] + (b[1] - a[1]) * far / whole)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
