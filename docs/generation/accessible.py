"""What keyboards and voices need, and the theme does not give: names of landmarks, levels, focus.

Most is put right before a page is written. What stands in the frame of the theme is put right afterwards.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from generation.languages import FRAME

IN_BODY = (
    ("<pre>", '<pre tabindex="0">'),  # scrolls sideways
    ('<div class="table-wrapper', '<div tabindex="0" class="table-wrapper'),
    ("<th></th>", "<td></td>"),
    ('<th class="head"><p></p></th>', "<td></td>"),
)
"""Put right in the body of each page."""

SEARCH = ('\n<div id="search-results">', '\n<h1>Search</h1><div id="search-results">')
"""The page of the search has no heading."""

_PARAMETERS = re.compile(r"<dl>\n((?:<dd>.*</dd>\n)+)</dl>")

ASIDES = {
    "sidebar-drawer": ("Site", "Dit boek"),
    "toc-drawer": ("On this page", "Op deze pagina"),
}
"""Landmarks of the theme without a name, and what they are called in English and Dutch."""

_LABEL = re.compile(r'aria-label="([^"]+)"')
_ASIDE = re.compile(r'<aside class="(sidebar-drawer|toc-drawer)([^"]*)">')


def put_right(app: Sphinx, name: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Put right what a page holds before it is written (`html-page-context`)."""
    for wrong, right in IN_BODY:
        if "body" in context:
            context["body"] = context["body"].replace(wrong, right)
    if "body" in context:
        context["body"] = parameters(context["body"])
    tree = context.get("furo_navigation_tree")
    if tree:
        context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')


def parameters(body: str) -> str:
    r"""Return a body in which the parameters of a long signature are no list of definitions without terms.

    >>> parameters("<dl>\n<dd>on</dd>\n</dl>")
    '<div class="sig-params">\n<div>on</div>\n</div>'
    """

    def divided(found: re.Match[str]) -> str:
        lines = found[1].replace("<dd>", "<div>").replace("</dd>", "</div>")
        return f'<div class="sig-params">\n{lines}</div>'

    return _PARAMETERS.sub(divided, body)


def put_frames_right(app: Sphinx, error: Exception | None) -> None:
    """Name the landmarks of each page, in its language (`build-finished`)."""
    if error is None and app.builder.format == "html":
        for path in Path(app.outdir).rglob("*.html"):
            text = path.read_text(encoding="utf-8")
            framed = frame(text)
            if framed != text:
                path.write_text(framed, encoding="utf-8")


def frame(page: str) -> str:
    """Return a page whose landmarks have names, and what the theme says to voices in its language.

    >>> frame('<html lang="nl"><aside class="toc-drawer"></aside>')
    '<html lang="nl"><aside class="toc-drawer" aria-label="Op deze pagina"></aside>'
    """
    page = page.replace(*SEARCH)
    dutch = 'lang="nl"' in page[:500]
    named = _ASIDE.sub(lambda m: f'<aside class="{m[1]}{m[2]}" aria-label="{ASIDES[m[1]][dutch]}">', page)
    return _LABEL.sub(lambda m: f'aria-label="{FRAME.get(m[1], m[1])}"', named) if dutch else named
