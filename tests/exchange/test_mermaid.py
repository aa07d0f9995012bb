"""Mermaid: a diagram of a process in a text that many pages draw."""

import re
from unicodedata import category

import pytest

import gezondsamen as gs
from gezondsamen.exchange import to_mermaid
from gezondsamen.exchange.drawn import drawn
from gezondsamen.language import language_of
from tests.support.builders import PROCESSES, label, tiny
from tests.support.nasty import nasty_process

EVERY_PROCESS = pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
ARROW = re.compile(r"    (\S+) --> (\S+)(?: : (.*))?")


@EVERY_PROCESS
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_diagram_has_every_phase_and_every_step(process: gs.Process, lang: str) -> None:
    """Each phase is a state with its label, each step an arrow with its own, ends and beginning included.

    What a picture leaves out stands in a note.
    """
    text = to_mermaid(process, lang=lang)
    shown = drawn(process, language_of(lang))
    assert ("end note" in text) is bool(shown.notes) is (shown.transitions != process.transitions)
    arrows = [found.groups() for line in text.splitlines() if (found := ARROW.fullmatch(line))]
    assert [(a, b) for a, b, _ in arrows if "[*]" not in (a, b)] == [
        (f"phase_{t.source}", f"phase_{t.target}") for t in shown.transitions
    ]
    assert [b for a, b, _ in arrows if a == "[*]"] == [f"phase_{process.initial}"]
    ends = [f"phase_{p.key}" for p in process.phases if p.kind == "final"]
    assert [a for a, b, _ in arrows if b == "[*]"] == ends
    for phase in shown.phases:
        assert f'" as phase_{phase.key}' in text
    assert text.startswith("stateDiagram-v2\n")


@EVERY_PROCESS
def test_the_present_phase_is_marked(process: gs.Process) -> None:
    """A phase can be marked as the present one, and no other is; an unknown phase is no phase."""
    for phase in process.phases:
        marked = to_mermaid(process, phase=phase.key)
        assert marked.splitlines()[-1] == f"    class phase_{phase.key} present"
        assert len(re.findall(r"^    class(?:Def)? ", marked, re.MULTILINE)) == 2
        for step in process.exits(phase.key):
            assert f"    phase_{step.source} --> phase_{step.target} : " in marked
    with pytest.raises(KeyError):
        to_mermaid(process, phase="nowhere")


@EVERY_PROCESS
def test_visited_phases_are_marked(process: gs.Process) -> None:
    """Those that were visited are grey, drawn even where work rested in them; the present one is not."""
    keys = [phase.key for phase in process.phases]
    lines = to_mermaid(process, phase=keys[1], visited=keys).splitlines()
    grey = ",".join(f"phase_{key}" for key in keys if key != keys[1])
    assert f"    class {grey} visited" in lines
    assert lines[-1] == f"    class phase_{keys[1]} present"
    assert to_mermaid(process, visited=()) == to_mermaid(process)
    with pytest.raises(KeyError):
        to_mermaid(process, visited=["nowhere"])


def test_the_signs_of_mermaid_do_not_get_through() -> None:
    """A label with quotes, colons, semicolons or a line break breaks no diagram."""
    nasty = label('zeg: "ja"; of\nnee')
    plain = tiny()
    begin, work, done = plain.phases
    process = tiny(transitions=(begin.to(work, "go", label=nasty), work.to(done, "finish", label=nasty)))
    arrows = [line for line in to_mermaid(process).splitlines() if "-->" in line]
    assert len(arrows) == 4
    for line in arrows:
        words = line.partition(" : ")[2]
        assert not set('":;') & set(words)


def test_every_text_stays_in_its_line() -> None:
    """Whatever a label holds, the diagram has one line for each phase and step, and none is without text."""
    process = nasty_process()
    lines = to_mermaid(process).splitlines()
    assert len(lines) == 2 + len(process.phases) + len(process.transitions) + 1
    assert all("" not in line.split('"')[1:2] for line in lines)
    assert all(sign.isprintable() or category(sign) == "Cf" for line in lines for sign in line)
