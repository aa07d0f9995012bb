"""The language of each page: what is written in Dutch says so, to browsers, voices and search engines.

Pages under `nl/` are Dutch, and so are some that stand elsewhere. The words with which the theme frames a
page follow it; what it names of pages in the other language says so. Words of the other language on a
page itself are marked where they are written (`generation.markdown.spoken`), and looked for by
`generation.passages`.
"""

from __future__ import annotations

import re
from gettext import NullTranslations
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Any

from sphinx.application import Sphinx

DUTCH = ("nl/", "reference/generated/audit-nl", "reference/generated/leesexemplaar")
"""How the names of Dutch pages begin."""

FRAME = {
    "Skip to content": "Ga naar de inhoud",
    "Toggle site navigation sidebar": "Menu openen of sluiten",
    "Toggle table of contents sidebar": "Inhoud van deze pagina openen of sluiten",
    "Toggle Light / Dark / Auto color theme": "Kies licht, donker, of wat uw scherm kiest",
    "Back to top": "Naar boven",
    "On this page": "Op deze pagina",
    "Search": "Zoeken",
    "Index": "Index",
    "Next": "Volgende",
    "Previous": "Vorige",
    "Home": "Begin",
    "Made with ": "Gemaakt met ",
    '<a href="https://www.sphinx-doc.org/">Sphinx</a> and ': (
        '<a href="https://www.sphinx-doc.org/">Sphinx</a> en '
    ),
    "Link to this heading": "Link naar deze kop",
    "Link to this image": "Link naar dit beeld",
    "Link to this table": "Link naar deze tabel",
}
"""What the theme says around a page and in it, in Dutch."""

DUTCH_CAPTIONS = ("Nederlands",)
"""Captions of the menu that are Dutch; the others are English."""

_SWITCH = {"nl": "Toon wat er staat onder {}", "en": "Toggle navigation of {}"}

_LINK = re.compile(r'<a class="([^"]*)" href="([^"]+)"')
_LINK_IN_LIST = re.compile(rf'(<li class="toctree-l[^"]*">){_LINK.pattern}')
_OPENING = re.compile(
    r'(<a class="[^"]*"[^>]* href="([^"]+)">[^\n]*?</a><input) aria-label="Toggle navigation of ([^"]*)"'
)
_CAPTION = re.compile(r'<span class="caption-text">([^<]*)')
_TITLE = re.compile(r'title="([^"]*)"')


class _Frame(NullTranslations):
    def gettext(self, message: str) -> str:
        return FRAME.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def language_of_page(name: str) -> str:
    """Return the code of the language in which a page is written.

    >>> language_of_page("nl/index"), language_of_page("how-to/waivers")
    ('nl', 'en')
    """
    return "nl" if name.startswith(DUTCH) else "en"


def mark_language(app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Tell the theme the language of a page before it is written (`html-page-context`)."""
    language = language_of_page(name)
    context["language"] = language
    environment = app.builder.templates.environment
    environment.install_gettext_translations(_Frame() if language == "nl" else NullTranslations())
    here = _Place(name)
    if context.get("furo_navigation_tree"):
        context["furo_navigation_tree"] = here.menu(context["furo_navigation_tree"])
    if "body" in context:
        context["body"] = here.body(context["body"])
    for neighbour in ("prev", "next"):
        if context.get(neighbour):
            context[neighbour] = here.neighbour(context[neighbour])


class _Place:
    """Mark on a page what is named of pages in another language than its own."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.own = language_of_page(name)

    def menu(self, tree: str) -> str:
        """Mark the links, captions and switches of the menu."""
        named = _OPENING.sub(self._opening, tree)
        return _CAPTION.sub(self._caption, _LINK.sub(self._link, named))

    def body(self, text: str) -> str:
        """Mark what a table of contents lists, and say in the language of the page what signs are for."""
        listed = _LINK_IN_LIST.sub(lambda m: m[1] + _LINK.sub(self._link, m[0][len(m[1]) :]), text)
        if self.own == "en":
            return listed
        return _TITLE.sub(lambda m: f'title="{FRAME.get(m[1], m[1])}"', listed)

    def neighbour(self, page: dict[str, str]) -> dict[str, str]:
        """Mark the title of the page before or after this one."""
        language = self._language_at(page["link"])
        if language == self.own:
            return page
        return {**page, "title": f'<span lang="{language}">{page["title"]}</span>'}

    def _language_at(self, address: str) -> str:
        path = address.partition("#")[0].removesuffix(".html")
        return language_of_page(normpath(PurePosixPath(self.name).parent / path)) if path else self.own

    def _link(self, link: re.Match[str]) -> str:
        language = self._language_at(link[2])
        if language == self.own:
            return link[0]
        return f'<a class="{link[1]}" lang="{language}" href="{link[2]}"'

    def _opening(self, switch: re.Match[str]) -> str:
        language = self._language_at(switch[2])
        marked = "" if language == self.own else f' lang="{language}"'
        return f'{switch[1]}{marked} aria-label="{_SWITCH[language].format(switch[3])}"'

    def _caption(self, caption: re.Match[str]) -> str:
        language = "nl" if caption[1] in DUTCH_CAPTIONS else "en"
        marked = "" if language == self.own else f' lang="{language}"'
        return f'<span class="caption-text"{marked}>{caption[1]}'
