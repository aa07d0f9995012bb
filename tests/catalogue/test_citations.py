"""Citations of the five sources: each can be looked up where it says.

The texts are not part of this project. Whoever has them keeps them beside it, in `../shared/sources`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from generation.check_citations import main
from generation.citations import citations, problems
from generation.sources import WORKS, Source, read_sources

from gezondsamen.catalogue.works import GUIDE_NETWORK
from gezondsamen.citations import Citation

SOURCES = Path(__file__).parents[3] / "shared" / "sources"

CITED = citations()

TEXT = """\
A guide
 • Look around. Know who is there, and ask them what they
want.
 • Agree on the rest.

Tips
A tip is short. Agree on the rest.

More tips
Agree on the rest. A compound-
word stays one: Nothing is lost.
"""

GUIDE = Source.of(TEXT, ("A guide", "Tips", "More tips"))


def at(opening: str, heading: str = "") -> Citation:
    return Citation(GUIDE_NETWORK, heading, opening)


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the texts of the five sources are not on this machine")
def test_every_citation_of_a_source_can_be_looked_up() -> None:
    """Passage and heading stand in the source, and the passage once under its heading."""
    wrong = problems(read_sources(SOURCES, CITED), CITED)
    assert {citation.text(): found for citation, found in wrong.items()} == {}


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the texts of the five sources are not on this machine")
def test_every_citation_of_a_source_has_its_sentence() -> None:
    """The sentence of a citation holds the cited words, apart from hyphens at the end of a line."""
    sources = read_sources(SOURCES, CITED)
    for citation in CITED:
        if citation.work in WORKS:
            whole = sources[citation.work.key].sentence(citation)
            assert citation.opening.replace("- ", "-") in whole.replace("- ", "-")


def test_each_source_is_cited() -> None:
    """Rules, phases, steps, points, terms, factors, quantities, roles and mentions are all looked at."""
    assert {citation.work for citation in CITED}.issuperset(WORKS)
    kinds = {place.partition(".")[0] for places in CITED.values() for place in places}
    assert kinds == {"process", "term", "definition", "factor", "quantity", "role", "instrument", "mention"}


@pytest.mark.parametrize(
    ("citation", "problem"),
    [
        (at(""), "it gives no words of its passage"),
        (at("Know who was there"), "its words are not there"),
        (at("Agree on the rest"), "its words stand there 3 times, and it has no heading"),
        (at("Agree on the rest", "Hints"), "its heading is not there"),
        (at("Look around", "Tips"), "its words do not stand under its heading"),
    ],
)
def test_what_cannot_be_looked_up_is_told(citation: Citation, problem: str) -> None:
    """Words that are not there, not under the heading, or there more than once are a problem each."""
    assert GUIDE.problems(citation) == [problem]


def test_words_may_come_back_under_another_heading() -> None:
    """A heading makes words unique that stand in the text more than once."""
    for heading in ("A guide", "Tips", "More tips"):
        assert GUIDE.problems(at("Agree on the rest", heading)) == []
    twice = Source.of(f"{TEXT} • Agree on the rest.\n", ("More tips",))
    assert twice.problems(at("Agree on the rest", "More tips")) == [
        "its words stand 2 times under its heading"
    ]


def test_a_sentence_is_whole() -> None:
    """The sentence goes on over lines, and ends where a sentence, a bullet or a paragraph does."""
    assert GUIDE.sentence(at("who is there")) == "Know who is there, and ask them what they want."
    assert GUIDE.sentence(at("on the rest", "A guide")) == "Agree on the rest."
    assert GUIDE.sentence(at("compound", "More tips")) == "A compound-word stays one:"
    assert GUIDE.sentence(at("nowhere")) == ""


def test_a_source_that_lacks_is_told(tmp_path: Path) -> None:
    """A folder without one of the texts is refused, with the title of the work."""
    with pytest.raises(FileNotFoundError, match="000"):
        read_sources(tmp_path, CITED)


def test_the_script_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With texts that are something else, every citation of a source is printed, and the exit code is 1."""
    for number in range(len(WORKS)):
        (tmp_path / f"{number:03}.txt").write_text("Something else.", encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    *lines, last = capsys.readouterr().out.splitlines()
    count = sum(citation.work in WORKS for citation in CITED)
    assert last == f"{count} citations of the five sources, {count} wrong"
    assert len(lines) == count
    assert main([]) == 2
