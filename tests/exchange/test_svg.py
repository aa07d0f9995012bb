"""SVG: a process as a picture, and where its parts go."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gezondsamen as gs
from gezondsamen.exchange import to_svg
from gezondsamen.exchange.drawn import drawn
from gezondsamen.exchange.svg.layout import corners, laid_out, packed
from gezondsamen.language import capitalised, language_of
from tests.support.builders import PROCESSES, label, tiny
from tests.support.nasty import nasty_process
from tests.support.titles import HOSTILE_TITLES

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
LANGS = pytest.mark.parametrize("lang", ["nl", "en"])
SVG = "{http://www.w3.org/2000/svg}"


def texts(image: ElementTree.Element) -> str:
    return " ".join(found.text or "" for found in image.iter(f"{SVG}text"))


@EVERY_PROCESS
@LANGS
def test_the_picture_is_complete_in_itself(process: gs.Process, lang: str) -> None:
    """It is well-formed, has a size, a title and a description, and names each phase.

    One to rest in that only exceptional steps lead to is named as the phase whose work rests.
    """
    image = ElementTree.fromstring(to_svg(process, lang=lang))
    assert image.tag == f"{SVG}svg"
    _, _, width, height = image.attrib["viewBox"].split()
    assert (image.attrib["width"], image.attrib["height"]) == (width, height)
    assert process.label.text(lang) in str(image.findtext(f"{SVG}title"))
    assert str(len(process.phases)) in str(image.findtext(f"{SVG}desc"))
    found = texts(image).casefold().replace(" ", "")  # wrapped, at spaces and hyphens
    for phase in process.phases:
        into = [step for step in process.transitions if step.target == phase.key]
        resting = phase.kind == "suspended" and all(step.exceptional for step in into)
        named = process.phase(into[0].source) if resting else phase
        assert named.label.text(lang).casefold().replace(" ", "") in found


@LANGS
def test_the_present_phase_is_marked_and_its_steps_are_numbered(lang: str) -> None:
    """Without a phase none is present and no step has a number; an unknown phase is no phase."""
    process = tiny()
    here = {"nl": "hier", "en": "here"}[lang]
    plain = texts(ElementTree.fromstring(to_svg(process, lang=lang)))
    assert here not in plain.split()
    assert not any(word.isdigit() for word in plain.split())
    for phase in process.phases:
        marked = ElementTree.fromstring(to_svg(process, lang=lang, phase=phase.key))
        found = texts(marked).split()
        assert found.count(here) == 1
        numbers = [word.strip(",") for word in found if word.strip(",").isdigit()]
        assert sorted(numbers) == [str(n) for n, _ in enumerate(process.exits(phase.key), 1)]
        assert capitalised(phase.label.text(lang)) in str(marked.findtext(f"{SVG}desc"))
    with pytest.raises(KeyError):
        to_svg(process, phase="nowhere")


@EVERY_PROCESS
def test_what_is_exceptional_from_many_phases_is_told_below(process: gs.Process) -> None:
    """Such a step is an arrow out of the present phase only; below the picture it is named."""
    say = language_of("nl")
    shown = drawn(process, say)
    below = " ".join(shown.notes)
    gone = set(process.transitions) - set(shown.transitions)
    for step in gone:
        source = process.phase(step.source)
        assert step.exceptional or source.kind == "suspended"
        assert step.label.nl in below or source.label.nl in below or source.kind == "suspended"
        here = drawn(process, say, current=step.source)
        assert set(process.exits(step.source)) <= set(here.transitions)
    assert len(shown.phases) < 20
    assert {x.key for x in shown.phases} >= {t.target for t in process.transitions if not t.exceptional}


def test_what_a_label_holds_is_no_markup() -> None:
    """A label with signs of SVG in it is shown as it is."""
    nasty = label('a < b & "c"')
    begin, work, done = tiny().phases
    process = tiny(transitions=(begin.to(work, "go", label=nasty), work.to(done, "finish", label=nasty)))
    ElementTree.fromstring(to_svg(process.adapt(key="own", labels={"begin": nasty})))


@EVERY_PROCESS
@LANGS
def test_the_diagram_fits(process: gs.Process, lang: str) -> None:
    """Boxes stand one below the other in the order of phases; every step is an arrow or a loop inside."""
    for current in process.phases:
        layout = laid_out(process, current.key, language_of(lang), [current.key])
        boxes = list(layout.boxes.values())
        assert [box.key for box in boxes] == [phase.key for phase in process.phases]
        assert all(a.y + a.height < b.y for a, b in pairwise(boxes))
        drawn = [(a.source, trigger, a.target) for a in layout.arrows for trigger in a.triggers]
        drawn += [(loop.phase, trigger, loop.phase) for loop in layout.loops for trigger in loop.triggers]
        assert sorted(drawn) == sorted((t.source, t.trigger, t.target) for t in process.transitions)
        for arrow in layout.arrows:
            assert 0 < arrow.lane < layout.width
            for key, y in ((arrow.source, arrow.start), (arrow.target, arrow.end)):
                assert layout.boxes[key].y <= y <= layout.boxes[key].y + layout.boxes[key].height
        lanes: dict[tuple[str, float], list[tuple[float, float, str]]] = {}
        for a in layout.arrows:
            if a.side != "down":
                lanes.setdefault((a.side, a.lane), []).append(
                    (min(a.start, a.end), max(a.start, a.end), a.target)
                )
        for spans in lanes.values():
            for low, high, target in spans:
                assert all(low > h or high < x or target == t for x, h, t in spans)


WAYS = st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 9), st.integers(0, 9)), max_size=9)


@given(WAYS)
@example([("a", 1, 3), ("b", 3, 5)])
@example([("a", 3, 5), ("b", 1, 3)])
def test_lanes_of_one_number_do_not_meet(ways: list[tuple[str, int, int]]) -> None:
    """The lane of a target spans all ways to it; two of one number have a place between them at least."""
    lanes = packed(ways)
    assert lanes.keys() == {target for target, _, _ in ways}
    spans = {
        target: [place for name, begin, end in ways if name == target for place in (begin, end)]
        for target in lanes
    }
    for (one, mine), (other, theirs) in combinations(spans.items(), 2):
        apart = max(mine) < min(theirs) or max(theirs) < min(mine)
        assert apart or lanes[one] != lanes[other]
    assert set(lanes.values()) == set(range(len(set(lanes.values()))))


def test_a_corner_is_no_rounder_than_its_sides_are_long() -> None:
    """A path keeps its ends, and short pieces bend less."""
    assert corners([(0, 0), (4, 0), (4, 40)]) == "M0 0 L2 0 Q4 0 4 2 L4 40"


def test_whatever_a_label_holds_is_shown() -> None:
    """Each text of a phase is read back by a reader of XML, but for signs that XML cannot hold."""
    found = texts(ElementTree.fromstring(to_svg(nasty_process(), phase="note"))).casefold()
    for text in HOSTILE_TITLES:
        for word in text.casefold().split():
            held = "".join(sign if sign >= " " else "\ufffd" for sign in word)
            assert held in found or len(held) > 27, text


def test_phases_that_were_visited_are_ticked() -> None:
    """Those that are named bear a tick, the present one is marked as such; an unknown one is no phase."""

    def ticks(**given: Any) -> int:
        image = ElementTree.fromstring(to_svg(tiny(), **given))
        return sum(" l5 6 l10 -12" in path.attrib["d"] for path in image.iter(f"{SVG}path"))

    assert ticks() == 0
    assert ticks(visited=["begin", "work"]) == 2
    assert ticks(visited={"begin", "work"}, phase="work") == 1
    with pytest.raises(KeyError):
        to_svg(tiny(), visited=["nowhere"])
    with pytest.raises(gs.GezondsamenError):
        to_svg(tiny(), visited="begin")


def test_pictures_side_by_side_keep_their_names() -> None:
    """The names of title and description are those of the process and the phase, once in each picture."""
    images = [to_svg(process, phase=phase) for process in PROCESSES for phase in (None, process.initial)]
    found = [re.findall(r' id="([^"]+)"', image) for image in images]
    assert len({name for names in found for name in names}) == 2 * len(images)
    for image, names in zip(images, found, strict=True):
        assert f'aria-labelledby="{" ".join(names)}"' in image


def test_it_is_read_in_light_and_in_dark() -> None:
    """Every colour is that of an attribute, and of a class to which the style gives one for dark."""
    image = ElementTree.fromstring(to_svg(gs.PPS, phase="management", visited=["negotiation"]))
    style = image.findtext(f"{SVG}style") or ""
    assert style.startswith("@media (prefers-color-scheme: dark)")
    coloured = [x for x in image.iter() if x.attrib.get("fill", "none") != "none" or "stroke" in x.attrib]
    assert coloured
    for part in coloured:
        assert all(re.search(rf"\.{name}[ ,]", style) for name in part.attrib["class"].split())
