"""Look over the built pages: nothing is loaded from elsewhere, each link inside leads somewhere, no page is
too long to read, and words of another language say so.

`python -m generation.built FOLDER`, in the folder of the documentation, prints what is wrong, and ends with
1 if something is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generation.passages import misread

LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
"""What a browser fetches by itself, by element; of `link` all but those that only point."""

POINTING = {"author", "canonical", "copyright", "index", "license", "next", "prev", "search"}

LONGEST = 100_000
"""How many characters a page may show. In a window of 1280 pixels each takes less than a pixel of height."""

BY_THE_LIBRARY = "_downloads"
"""The folder of files to download, which the library wrote: their language is looked after there."""

_STYLE = re.compile(r"@import\s+[\"']?([^\"';]+)|url\(\s*[\"']?([^\"')]+)")


class Page(HTMLParser):
    """Hold what a page loads, where its links lead, which places in it can be linked to, and its length."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.places: set[str] = set()
        self.length = 0
        self._style = False
        self._script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        self.loaded += [given[name] for name in LOADING.get(tag, ()) if given.get(name)]
        self.loaded += _addresses(given.get("style", ""))
        if tag == "link" and not POINTING & set(given.get("rel", "").split()):
            self.loaded.append(given.get("href", ""))
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        self._style = tag == "style"
        self._script = tag == "script"

    def handle_data(self, data: str) -> None:
        if self._style:
            self.loaded += _addresses(data)
        elif not self._script:
            self.length += len(" ".join(data.split()))

    def handle_endtag(self, tag: str) -> None:
        self._style = self._script = False


def _addresses(style: str) -> list[str]:
    return [first or second for first, second in _STYLE.findall(style)]


def elsewhere(address: str) -> bool:
    """Tell whether an address is on another machine.

    >>> [elsewhere(x) for x in ("https://example.org/x.js", "//example.org/x.js", "_static/x.js", "data:,x")]
    [True, True, False, False]
    """
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ftp")


def problems(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the built pages and styles of a folder."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    pages = {path: Page(text) for path, text in texts.items()}
    for path, page in pages.items():
        name = path.relative_to(folder).as_posix()
        if page.length > LONGEST:
            yield f"{name} is too long: {page.length} characters, at most {LONGEST}"
        if not name.startswith(BY_THE_LIBRARY):
            yield from (f"{name} says {lang!r} of: {words[:80]}" for lang, words in misread(texts[path]))
        yield from (f"{name} loads {address}" for address in page.loaded if elsewhere(address))
        for link in dict.fromkeys(page.links):
            if _is_dead(link, path, pages):
                yield f"{name} has a dead link: {link}"
    for path in sorted(folder.rglob("*.css")):
        name = path.relative_to(folder).as_posix()
        found = _addresses(path.read_text(encoding="utf-8"))
        yield from (f"{name} loads {address}" for address in found if elsewhere(address))


def _is_dead(link: str, path: Path, pages: dict[Path, Page]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return False
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.exists():
        return True
    page, place = pages.get(target), unquote(parts.fragment)
    chosen = "=" in place  # what a filter shows is no place
    return page is not None and bool(place) and not chosen and place not in page.places


if __name__ == "__main__":
    wrong = list(problems(Path(sys.argv[1]).resolve()))
    print("\n".join(wrong))
    sys.exit(bool(wrong))
