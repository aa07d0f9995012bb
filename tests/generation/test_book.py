"""The book in Dutch, its poster, and the names of the reference: they follow from the values."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

pytest.importorskip("matplotlib", reason="pictures are drawn by matplotlib")
pytest.importorskip("sphinx", reason="names are documented by Sphinx")

from generation.dutch import book
from generation.names import public_names
from generation.poster import cards
from generation.standing import PROCESSES, by_code
from generation.stories import StoriesDoNotFit, read_stories

import gezondsamen as gs
from gezondsamen.language import DUTCH
from gezondsamen.process.process import Process

DOCS = Path(__file__).parents[2] / "docs"
BOOK = book(read_stories(DOCS / "stories" / "nl", gs.PROCESSES))
DIRECTIVE = re.compile(r"^\.\. (?:auto\w+|py:\w+):: ([\w.]+)(?:\(.*)?$\n?((?:^ +.*$\n?)*)", re.MULTILINE)


def documented() -> set[int]:
    """Return the identity of everything that a page of the reference documents."""
    found: set[int] = set()
    written = (path for path in (DOCS / "reference").rglob("*.md") if "generated" not in path.parts)
    for page in sorted(written):
        for name, options in DIRECTIVE.findall(page.read_text(encoding="utf-8")):
            home = re.search(r":module: (\S+)", options)
            whole = f"{home[1]}.{name}" if home else name
            value = resolved(whole)
            found.add(id(value))
            members = re.search(r":members: *((?:[\w, ]|\n {3,})+)", options)
            for member in re.findall(r"\w+", members[1]) if members and members[1].strip() else ():
                found.add(id(getattr(value, member, None)))
    return found


def resolved(path: str) -> object:
    """Return what a dotted path names: a module, or something in one."""
    module, _, name = path.rpartition(".")
    try:
        return import_module(path)
    except ImportError:
        return getattr(resolved(module), name)


def test_every_public_name_is_documented() -> None:
    """What a module lists in `__all__`, a page of the reference documents, under whichever name."""
    known = documented()
    assert [name for name, value in public_names() if id(value) not in known] == []


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
def test_a_page_asks_what_its_process_asks(process: Process) -> None:
    """Each phase of the way, and each rule that blocks, warns or is watched, is named on the Dutch page."""
    page = BOOK[f"proces-{process.key}.md"]
    for phase in process.phases:
        if phase.kind in ("initial", "normal"):
            assert f"### {phase.label.nl[0].upper()}{phase.label.nl[1:]}"[:40] in page
    standing = {rule.code for t in process.transitions for rule in (*t.requires, *t.advises)}
    standing |= {rule.code for phase in process.phases for rule in phase.watches if phase.kind == "normal"}
    assert {code for code in standing if f"#regel-{code.lower()})" not in page} == set()


def test_every_rule_has_its_place_in_the_book() -> None:
    """Each rule stands once, with its text, its source, and what is our own choice about it."""
    pages = "\n".join(text for name, text in BOOK.items() if name.startswith("regels-"))
    for code, found in by_code().items():
        rule = found[0].rule
        assert pages.count(f"(regel-{code.lower()})=") == 1
        assert plain(DUTCH.label(rule.text)) in plain(pages)
        if rule.choice:
            assert plain(DUTCH.label(rule.choice)) in plain(pages)


def plain(text: str) -> str:
    return text.replace("\\", "")


def test_links_of_the_book_lead_somewhere() -> None:
    """Each place that a page of the book links to is a place on one of its pages."""
    text = "\n".join(BOOK.values())
    places = set(re.findall(r"^\(([\w-]+)\)=", text, re.MULTILINE)) | set(re.findall(r"\{#([\w-]+)\}", text))
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) - places == set()


def test_each_process_has_its_story_in_dutch(tmp_path: Path) -> None:
    """A process without a Dutch story is refused by name."""
    with pytest.raises(StoriesDoNotFit, match="process 'pps' has no story"):
        read_stories(tmp_path, ["pps"])


def test_the_poster_has_seven_phases_and_each_rule_once() -> None:
    """Every rule of the seven phases stands on the poster, at the phase that asks it first."""
    drawn = cards()
    assert [card.number for card in drawn] == ["1", "2", "3", "4", "5", "6", "7", ""]
    names = [text.lower() for card in drawn for mark, text in card.lines if mark != "→"]
    assert len(names) == len(set(names))
    phases = [phase.key for phase in gs.PPS.phases if phase.stage]
    steps = [t for key in phases for t in gs.PPS.exits(key) if not t.exceptional]
    asked = {rule.name.nl.lower().rstrip(".") for t in steps for rule in t.requires}
    assert asked - set(names) == set()
