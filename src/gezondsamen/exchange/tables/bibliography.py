"""Works as researchers cite them: BibTeX, and CSL JSON for Zotero and Pandoc."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from gezondsamen import arguments
from gezondsamen.catalogue import works as catalogue
from gezondsamen.citations import Work
from gezondsamen.errors import InvalidArgument
from gezondsamen.process.process import Process

_KEY: Final = re.compile("[^A-Za-z0-9_.:-]")
_SIGNS: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def to_bibtex(works: Iterable[Work] | Process | None = None) -> str:
    r"""Return works in BibTeX, each once, in the order of their keys.

    Of a process, those that its rules, phases and evaluation points cite; without any, all of the catalogue.

    >>> print(to_bibtex([Work("gids", "Samen & gezond", "ZonMw", 2015)]))
    @misc{gids,
      title = {{Samen \& gezond}},
      author = {{ZonMw}},
      year = {2015},
    }
    <BLANKLINE>
    """
    return "\n".join(_bibtex(work) for work in _chosen(works))


def to_csl(works: Iterable[Work] | Process | None = None) -> str:
    """Return works in CSL JSON, which reference managers and Pandoc read; chosen as by `to_bibtex`."""
    return json.dumps([_csl(work) for work in _chosen(works)], ensure_ascii=False, indent=1) + "\n"


def _chosen(works: Iterable[Work] | Process | None) -> list[Work]:
    if works is None:
        works = (value for value in vars(catalogue).values() if isinstance(value, Work))
    elif isinstance(works, Process):
        works = works.works
    found: dict[str, Work] = {}
    for number, work in enumerate(arguments.sequence("works", works)):
        if not isinstance(work, Work):
            raise arguments.wrong(f"works[{number}]", "a work, as of a citation", work, InvalidArgument)
        found.setdefault(work.key, work)
    return [found[key] for key in sorted(found)]


def _bibtex(work: Work) -> str:
    fields = {
        "title": f"{{{_latex(work.title)}}}",  # in braces of its own: its capitals stay
        "author": f"{{{_latex(work.issuer)}}}" if work.issuer else "",
        "year": "" if work.year is None else str(work.year),
        "url": _address(work.url),
        "urldate": "" if work.read is None else str(work.read),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@misc{{{_KEY.sub('-', work.key) or 'work'},", *lines, "}\n"))


def _latex(text: str) -> str:
    """Return a text on one line, as TeX shows it."""
    plain = _CONTROL.sub("", " ".join(text.split()))
    return "".join(_SIGNS.get(sign, sign) for sign in plain)


def _address(url: str) -> str:
    """Return an address without the signs that would end a field."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")


def _csl(work: Work) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": work.key,
        "type": "webpage" if work.url else "document",
        "title": work.title,
    }
    if work.issuer:
        item["author"] = [{"literal": work.issuer}]
    if work.year is not None:
        item["issued"] = {"date-parts": [[work.year]]}
    if work.url:
        item["URL"] = work.url
    if work.read is not None:
        item["accessed"] = {"date-parts": [_parts(work.read)]}
    return item


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]
