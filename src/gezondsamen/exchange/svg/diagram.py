"""The diagram of a process as SVG: readable in black and white, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gezondsamen.exchange.drawn import drawn
from gezondsamen.exchange.markup import Markup, element, join
from gezondsamen.exchange.svg.layout import EDGE, LINE, WIDTH, Arrow, Box, Layout, Loop, corners, laid_out
from gezondsamen.language import Language
from gezondsamen.process.phases import Phase
from gezondsamen.process.process import Process
from gezondsamen.prose import case_page as words
from gezondsamen.prose.statuses import ENDING

FAINT, STRONG, PAPER = "#5b6672", "#1b2733", "#ffffff"
HEAD = 7
"""The length of an arrow head."""
THIN = 2
"""Lines of at most this weight are drawn faint."""

_INK = {"class_": "ink", "fill": STRONG}
_PAPER = {"class_": "paper", "fill": PAPER}
_LINE = {"class_": "line", "stroke": STRONG}
_BOX = {"class_": "paper line", "fill": PAPER, "stroke": STRONG}

STYLE = (
    "@media (prefers-color-scheme: dark) {"
    " .phases .ink, .phases text { fill: #e6edf3 } .phases .line { stroke: #e6edf3 }"
    " .phases .faint { fill: #9aa7b4 } .phases .faint-line { stroke: #9aa7b4 }"
    " .phases .paper, .phases text.paper { fill: #14202b } }"
)
"""Colours for readers who asked for dark screens; who reads no styles sees those of the attributes."""


def diagram(
    process: Process,
    say: Language,
    *,
    current: str | None,
    visited: Iterable[str] = (),
    title: str,
    description: str,
    alone: bool = False,
    **attributes: object,
) -> Markup:
    """Return a process as a picture, with the present phase marked where there is one.

    Steps out of the present phase bear their number in `process.exits`. One that stands `alone` brings
    its own background, and colours for light and dark. `attributes` are added to those of the `svg`
    element.
    """
    name = "-".join(("diagram", process.key, *(() if current is None else (current,))))
    exits = process.exits(current) if current is not None else ()
    numbers = {t.trigger: number for number, t in enumerate(exits, 1)}
    shown = drawn(process, say, current=current, visited=visited)
    extra = [p.key for p in shown.phases if p.key == current or p.kind == "final"]
    layout = laid_out(shown, current, say, extra, shown.notes)
    leaving = [arrow for arrow in layout.arrows if arrow.source == current]
    staying = [loop for loop in layout.loops if loop.phase == current]
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-desc"),
        [element("style", STYLE), element("rect", width="100%", height="100%", **_PAPER)] if alone else None,
        *_steps(layout, current, leaving=False),
        *_steps(layout, current, leaving=True),
        [join("\n", _box(p, layout.boxes[p.key], current, shown.visited, say)) for p in shown.phases],
        [join("\n", _badge(arrow, layout, numbers)) for arrow in leaving],
        [join("\n", _loop_badge(loop, layout, numbers)) for loop in staying],
        [join("\n", line) for line in _below(layout)],
        "\n",
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        class_="phases",
        viewBox=f"0 0 {layout.width:.0f} {layout.height:.0f}",
        width=f"{layout.width:.0f}",
        height=f"{layout.height:.0f}",
        **attributes,
    )


def _below(layout: Layout) -> list[Markup]:
    first = layout.height - EDGE - LINE * (len(layout.below) - 1)
    return [_text(line, EDGE, first + LINE * n, size=13) for n, line in enumerate(layout.below)]


def _steps(layout: Layout, current: str | None, *, leaving: bool) -> list[Markup]:
    """Return the steps out of the present phase, drawn strong, or all others, drawn faint."""
    weight = 3 if leaving else 1.3
    arrows = (arrow for arrow in layout.arrows if (arrow.source == current) is leaving)
    loops = (loop for loop in layout.loops if (loop.phase == current) is leaving)
    return [
        *(join("\n", _arrow(arrow, layout, weight)) for arrow in arrows),
        *(join("\n", _loop(loop, layout, weight)) for loop in loops),
    ]


def _arrow(arrow: Arrow, layout: Layout, weight: float) -> Markup:
    source, target = layout.boxes[arrow.source], layout.boxes[arrow.target]
    if arrow.side == "down":
        points = [(arrow.lane, arrow.start), (arrow.lane, arrow.end)]
        return join(_line(points, weight), _head(arrow.lane, arrow.end, 0, 1, weight))
    right = arrow.side == "right"
    leaves, enters = (source.x + WIDTH, target.x + WIDTH) if right else (source.x, target.x)
    points = [(leaves, arrow.start), (arrow.lane, arrow.start), (arrow.lane, arrow.end), (enters, arrow.end)]
    return join(_line(points, weight), _head(enters, arrow.end, -1 if right else 1, 0, weight))


def _line(points: list[tuple[float, float]], weight: float) -> Markup:
    colour = _LINE if weight > THIN else {"class_": "faint-line", "stroke": FAINT}
    return element("path", d=corners(points), fill="none", stroke_width=weight, **colour)


def _head(x: float, y: float, dx: int, dy: int, weight: float) -> Markup:
    """Return an arrow head with its point at a place, looking into a direction."""
    long, half = HEAD + weight, 3 + weight / 2
    back = (x - dx * long, y - dy * long)
    corner = [
        (x, y),
        (back[0] + dy * half, back[1] + dx * half),
        (back[0] - dy * half, back[1] - dx * half),
    ]
    colour = _INK if weight > THIN else {"class_": "faint", "fill": FAINT}
    return element("polygon", points=" ".join(f"{a:.1f},{b:.1f}" for a, b in corner), **colour)


def _loop(loop: Loop, layout: Layout, weight: float) -> Markup:
    x = layout.boxes[loop.phase].x + WIDTH
    half = 8 if weight > THIN else 5
    points = [(x, loop.y - half), (x + 18, loop.y - half), (x + 18, loop.y + half), (x, loop.y + half)]
    return join(_line(points, weight), _head(x, loop.y + half, -1, 0, weight))


def _box(phase: Phase, box: Box, current: str | None, visited: frozenset[str], say: Language) -> Markup:
    here, final = phase.key == current, phase.kind == "final"
    tag = say(*ENDING[phase.outcome]) if final and phase.outcome else None
    top = box.middle - LINE * (len(box.lines) + (here or final)) / 2 + 14
    x = box.x + (14 if phase.stage is None else 46)
    below = top + LINE * len(box.lines)
    return join(
        *_frames(box, here=here, final=final, dashed=phase.kind == "suspended"),
        *(_text(line, x, top + LINE * n, bold=here) for n, line in enumerate(box.lines)),
        None if phase.stage is None else _stage(str(phase.stage), box),
        None if tag is None else _text(tag, x + (64 if here else 0), below, size=12.5),
        _here(x, below, say) if here else None,
        _tick(box) if phase.key in visited else None,
    )


def _frames(box: Box, *, here: bool, final: bool, dashed: bool) -> list[Markup]:
    """Return the frame of a phase: heavy where the process is, dashed in suspension, double at an end."""
    outer = element(
        "rect",
        x=box.x,
        y=f"{box.y:.1f}",
        width=WIDTH,
        height=f"{box.height:.1f}",
        rx=6,
        stroke_width=5 if here else 1.5,
        stroke_dasharray="6 4" if dashed and not here else None,
        **_BOX,
    )
    if not final:
        return [outer]
    inner = element(
        "rect",
        x=box.x + 4,
        y=f"{box.y + 4:.1f}",
        width=WIDTH - 8,
        height=f"{box.height - 8:.1f}",
        rx=4,
        fill="none",
        stroke_width=1,
        **_LINE,
    )
    return [outer, inner]


def _text(
    text: str,
    x: float,
    y: float,
    *,
    bold: bool = False,
    size: float = 15,
    anchor: str | None = None,
    light: bool = False,
) -> Markup:
    return element(
        "text",
        text,
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        font_size=size,
        font_weight=700 if bold else None,
        text_anchor=anchor,
        **(_PAPER if light else {}),
    )


def _stage(number: str, box: Box) -> Markup:
    y = box.middle
    return join(
        element("circle", cx=box.x + 24, cy=f"{y:.1f}", r=13, stroke_width=1.2, **_BOX),
        _text(number, box.x + 24, y + 5.2, bold=True, anchor="middle"),
    )


def _here(x: float, y: float, say: Language) -> Markup:
    return join(
        element("rect", x=f"{x:.1f}", y=f"{y - 13:.1f}", width=54, height=18, rx=9, **_INK),
        _text(say(*words.HERE), x + 27, y + 0.6, bold=True, size=13, anchor="middle", light=True),
    )


def _tick(box: Box) -> Markup:
    x, y = box.x + WIDTH - 26, box.middle
    return element(
        "path",
        d=f"M{x:.1f} {y:.1f} l5 6 l10 -12",
        fill="none",
        stroke_width=2.6,
        stroke_linecap="round",
        **_LINE,
    )


def _badge(arrow: Arrow, layout: Layout, numbers: Mapping[str, int]) -> Markup:
    text = ", ".join(str(numbers[trigger]) for trigger in arrow.triggers)
    if arrow.side == "down":
        return _number(text, arrow.lane, arrow.start + 9)
    box = layout.boxes[arrow.source]
    return _number(text, box.x + WIDTH + 11 if arrow.side == "right" else box.x - 11, arrow.start)


def _loop_badge(loop: Loop, layout: Layout, numbers: Mapping[str, int]) -> Markup:
    text = ", ".join(str(numbers[trigger]) for trigger in loop.triggers)
    return _number(text, layout.boxes[loop.phase].x + WIDTH + 19, loop.y)


def _number(text: str, x: float, y: float) -> Markup:
    width = 10 + 7.5 * len(text)
    return join(
        element(
            "rect",
            x=f"{x - width / 2:.1f}",
            y=f"{y - 9:.1f}",
            width=f"{width:.1f}",
            height=18,
            rx=9,
            **_INK,
        ),
        _text(text, x, y + 4.6, bold=True, size=13, anchor="middle", light=True),
    )
