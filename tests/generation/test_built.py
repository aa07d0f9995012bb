"""What is looked after in the built pages: their language, their landmarks, and what they load."""

from __future__ import annotations

import doctest
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import pytest

pytest.importorskip("sphinx", reason="pages are built by Sphinx")

from generation import accessible, built, languages, llms, passages
from generation.accessible import frame
from generation.built import LONGEST, problems
from generation.languages import language_of_page, mark_language
from generation.search import SearchBoth

BUILDER = SimpleNamespace(
    templates=SimpleNamespace(
        environment=SimpleNamespace(install_gettext_translations=lambda translations: None)
    )
)
"""A builder of which nothing is asked but to take a translation."""

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


def test_a_link_to_rows_that_a_filter_shows_needs_its_page(tmp_path: Path) -> None:
    """What a filter is asked for is no place on a page, but the page must be there."""
    assert (
        found(tmp_path, '<a href="#kind=rule">x</a><a href="page.html#kind=rule&amp;basis=law">x</a>') == []
    )
    assert found(tmp_path, '<a href="gone.html#kind=rule">x</a>') != []


def test_a_page_that_is_too_long_is_found(tmp_path: Path) -> None:
    """A page shows a hundred thousand characters at most; what it does not show is not counted."""
    assert found(tmp_path, f"<p>{'x' * LONGEST}</p><script>{'x' * LONGEST}</script>") == []
    assert found(tmp_path, f"<p>{'x' * LONGEST}</p><p>x</p>") == [
        f"page.html is too long: {LONGEST + 1} characters, at most {LONGEST}"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>The rules of each process, and why.</p>",
        '<p lang="en">De regels van elk proces, en waarom.</p>',
        '<p>Zie <em lang="en">de regels van elk proces</em>.</p>',
        '<img alt="The rules of each process" src="x.png">',
    ],
)
def test_words_that_say_another_language_are_found(tmp_path: Path, body: str) -> None:
    """A passage, or a text that is read out in place of a picture, says in which language it is."""
    assert len(found(tmp_path, body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<p>De regels van elk proces, en waarom.</p>",
        '<p>Zie <em lang="en">the rules of each process</em>.</p>',
        '<p lang="en">The rules, <em lang="nl">de regels van elk proces</em>, and why.</p>',
        "<pre>the rules of each process</pre><p>WEL-01, WEL-02 en out_of_scope</p>",
    ],
)
def test_words_that_say_their_language_are_no_problem(tmp_path: Path, body: str) -> None:
    """Words in the language of the page, words that say theirs, code and keys are left alone."""
    assert found(tmp_path, body) == []


def test_what_is_named_of_a_page_in_another_language_says_so() -> None:
    """In the menu, in a list of pages, and where the next page is named."""
    context: dict[str, Any] = {
        "furo_navigation_tree": '<a class="reference" href="nl/index.html">Boek</a>',
        "body": '<li class="toctree-l1"><a class="reference" href="nl/index.html">Boek</a></li>',
        "next": {"link": "nl/index.html", "title": "Boek"},
        "prev": {"link": "install.html", "title": "Install"},
    }
    mark_language(cast(Any, SimpleNamespace(builder=BUILDER)), "index", "page.html", context, None)
    assert context["language"] == "en"
    assert '<a class="reference" lang="nl" href="nl/index.html">' in context["furo_navigation_tree"]
    assert '<a class="reference" lang="nl" href="nl/index.html">' in context["body"]
    assert context["next"]["title"] == '<span lang="nl">Boek</span>'
    assert context["prev"]["title"] == "Install"


def test_a_dutch_page_speaks_dutch_to_voices() -> None:
    """Landmarks and buttons of the theme are named in the language of the page."""
    body = (
        '<aside class="sidebar-drawer"><button aria-label="Toggle Light / Dark / Auto color theme"></button>'
    )
    assert 'aria-label="Dit boek"' in frame(PAGE.format(lang="nl", body=body))
    assert "Toggle" not in frame(PAGE.format(lang="nl", body=body))
    assert "Toggle" in frame(PAGE.format(lang="en", body=body))


def test_the_page_of_the_search_has_one_heading() -> None:
    """The theme gives it none; done twice, it still has one."""
    page = PAGE.format(lang="en", body='\n<div id="search-results"></div>')
    assert frame(page).count("<h1>") == frame(frame(page)).count("<h1>") == 1


def test_pages_have_one_language() -> None:
    """What stands under `nl` is Dutch, and so are the audit and the reading copy in Dutch."""
    dutch = ("nl/index", "nl/boek/regels", "reference/generated/audit-nl", "reference/generated/audit-nl/pps")
    assert {language_of_page(name) for name in dutch} == {"nl"}
    english = ("index", "reference/generated/audit", "reference/generated/audit/pps")
    assert {language_of_page(name) for name in english} == {"en"}


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


@pytest.mark.parametrize(
    "module", [accessible, built, languages, llms, passages], ids=lambda module: module.__name__
)
def test_examples_run(module: ModuleType) -> None:
    """Every example in the docstrings of what looks after the pages gives what it says."""
    result = doctest.testmod(module)
    assert result.attempted
    assert result.failed == 0
