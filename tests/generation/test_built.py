"""What is looked after in the built pages: their language, their landmarks, and what they load."""

from __future__ import annotations

import doctest
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("sphinx", reason="pages are built by Sphinx")

from generation import accessible, built, languages, llms
from generation.accessible import frame
from generation.built import problems
from generation.languages import language_of_page
from generation.search import SearchBoth

PAGE = '<html lang="{lang}"><body>{body}</body></html>'


def found(folder: Path, body: str) -> list[str]:
    (folder / "page.html").write_text(PAGE.format(lang="nl", body=body), encoding="utf-8")
    return list(problems(folder))


@pytest.mark.parametrize(
    "body",
    [
        '<script src="https://example.org/x.js"></script>',
        '<link rel="stylesheet" href="//example.org/x.css">',
        '<img src="https://example.org/x.png">',
        '<p style="background: url(https://example.org/x.png)">',
        "<style>@import 'https://example.org/x.css'</style>",
    ],
)
def test_what_is_loaded_from_elsewhere_is_found(tmp_path: Path, body: str) -> None:
    """A script, style, picture or font on another machine is a problem, wherever it is named."""
    assert len(found(tmp_path, body)) == 1


def test_a_link_may_lead_elsewhere(tmp_path: Path) -> None:
    """Readers follow a link themselves: that is no loading; nor is what lies in the page."""
    assert found(tmp_path, '<a href="https://example.org/">x</a><img src="data:image/png;base64,">') == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    """Inside the documentation a page, and a place in it, must be there."""
    assert found(tmp_path, '<a href="gone.html">x</a>') == ["page.html has a dead link: gone.html"]
    assert found(tmp_path, '<a href="page.html#gone">x</a>') == ["page.html has a dead link: page.html#gone"]
    assert found(tmp_path, '<a href="#here">x</a><p id="here">') == []


def test_a_dutch_page_speaks_dutch_to_voices() -> None:
    """Landmarks and buttons of the theme are named in the language of the page."""
    body = (
        '<aside class="sidebar-drawer"><button aria-label="Toggle Light / Dark / Auto color theme"></button>'
    )
    assert 'aria-label="Dit boek"' in frame(PAGE.format(lang="nl", body=body))
    assert "Toggle" not in frame(PAGE.format(lang="nl", body=body))
    assert "Toggle" in frame(PAGE.format(lang="en", body=body))


def test_pages_have_one_language() -> None:
    """What stands under `nl` is Dutch, and so are the audit and the reading copy in Dutch."""
    dutch = ("nl/index", "nl/boek/regels", "reference/generated/audit-nl")
    assert {language_of_page(name) for name in dutch} == {"nl"}
    assert {language_of_page(name) for name in ("index", "reference/generated/audit")} == {"en"}


def test_search_finds_words_of_both_languages_by_their_stems() -> None:
    """One and many, in Dutch and in English, have one stem."""
    stem = SearchBoth({}).stem
    pairs = (
        ("agreement", "agreements"),
        ("partij", "partijen"),
        ("school", "scholen"),
        ("Ambities", "ambitie"),
    )
    assert [pair for pair in pairs if stem(pair[0]) != stem(pair[1])] == []


@pytest.mark.parametrize("module", [accessible, built, languages, llms], ids=lambda module: module.__name__)
def test_examples_run(module: ModuleType) -> None:
    """Every example in the docstrings of what looks after the pages gives what it says."""
    result = doctest.testmod(module)
    assert result.attempted
    assert result.failed == 0
