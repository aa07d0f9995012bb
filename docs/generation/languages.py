"""The language of each page: what is written in Dutch says so, to browsers, voices and search engines.

Pages under `nl/` are Dutch, and so are some that stand elsewhere. The words with which the theme
frames a page follow it. Where a page holds the other language too, that stands in a `div` of its own.
"""

from __future__ import annotations

import re
from gettext import NullTranslations
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Any

from sphinx.application import Sphinx

DUTCH_ELSEWHERE = ("reference/generated/audit-nl", "reference/generated/leesexemplaar")
"""Dutch pages that do not stand under `nl/`."""

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
}
"""What the theme says around a page, in Dutch."""

_LINK = re.compile(r'<a class="([^"]*)" href="([^"#]+)\.html')


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
    return "nl" if name.startswith("nl/") or name in DUTCH_ELSEWHERE else "en"


def mark_language(app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Tell the theme the language of a page before it is written (`html-page-context`)."""
    language = language_of_page(name)
    context["language"] = language
    environment = app.builder.templates.environment
    environment.install_gettext_translations(_Frame() if language == "nl" else NullTranslations())
    tree = context.get("furo_navigation_tree")
    if tree:
        context["furo_navigation_tree"] = _with_languages(tree, name)


def _with_languages(tree: str, name: str) -> str:
    """Mark the links of a menu that lead to a page in another language than this one."""
    own, folder = language_of_page(name), PurePosixPath(name).parent

    def marked(link: re.Match[str]) -> str:
        language = language_of_page(normpath(folder / link[2]))
        where = f'href="{link[2]}.html'
        return link[0] if language == own else f'<a class="{link[1]}" lang="{language}" {where}'

    return _LINK.sub(marked, tree)
