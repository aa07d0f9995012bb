"""The five Dutch sources as texts: where a citation stands in one, and the whole sentence there.

The texts themselves are not part of this project. `read_sources` reads them from a folder of somebody who
has them: files whose names begin with 000 to 004, in the order of `WORKS`. Which citations there are is
not here (`generation.citations`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import attrs

from gezondsamen.catalogue.works import (
    GUIDE_COLLABORATION,
    GUIDE_HEALTHY_SCHOOL,
    GUIDE_INTERSECTORAL,
    GUIDE_NETWORK,
    REPORT_WELLBEING,
)
from gezondsamen.citations import Citation

WORKS = (GUIDE_HEALTHY_SCHOOL, GUIDE_COLLABORATION, GUIDE_NETWORK, GUIDE_INTERSECTORAL, REPORT_WELLBEING)

CHAPTER = re.compile(r"FACTOR \d|Bijlage|Programma Effectenarena|.*practice based")
"""Headings with headings under them; any other one ends where the next heading begins."""

INSET = re.compile(r"Lokale cijfers|2\. Betrek de wethouder|Afsluiting|PERSONA")
"""Headings of boxes, after which the text goes on as before."""

BEGINS = {"Bijlage: Beschrijving opbrengsten Effectenarena": "Aanwezig: vo-school"}
"""Where a chapter begins whose title comes later in the file than its first page does."""

SHORTENED = 30
"""A heading of so many letters may be cited by its first words."""

_BULLET = re.compile(r"^\s*(?:[•l]|\d\.|-)\s+")
_NUMBER = re.compile(r"\d+\. ")
_SENTENCE_END = re.compile(r"[.?!:][’”'\"]? (?=[A-ZÉ‘“\"'])")
_WRAPPED = 200
"""A text none of whose lines is longer is broken into lines in the middle of its sentences."""


@attrs.frozen
class Source:
    """Hold the text of a source in one line, and at which offsets its lines and paragraphs begin."""

    text: str
    lines: tuple[int, ...]
    paragraphs: tuple[int, ...]
    headings: frozenset[str]

    @classmethod
    def of(cls, raw: str, headings: Iterable[str]) -> Source:
        """Read a text; `headings` are those under which passages of it are cited."""
        parts: list[str] = []
        lines: list[int] = []
        paragraphs: list[int] = []
        length, blank = 0, True
        wrapped = max(map(len, raw.splitlines()), default=0) < _WRAPPED
        for line in raw.splitlines():
            words = " ".join(line.split())
            if not words:
                blank = True
                continue
            lines.append(length)
            if blank or not wrapped or _BULLET.match(line):
                paragraphs.append(length)
            parts.append(words)
            length += len(words) + 1
            blank = False
        return cls(" ".join(parts), tuple(lines), tuple(paragraphs), frozenset(headings) - {""})

    def problems(self, citation: Citation) -> list[str]:
        """Return what is wrong with a citation of this source: nothing where it can be looked up."""
        if not citation.opening:
            return ["it gives no words of its passage"]
        found = list(_occurrences(self.text, citation.opening))
        if not found:
            return ["its words are not there"]
        if not citation.heading:
            return (
                []
                if len(found) == 1
                else [f"its words stand there {len(found)} times, and it has no heading"]
            )
        if not self._starts(citation.heading):
            return ["its heading is not there"]
        under = self._under(citation)
        if not under:
            return ["its words do not stand under its heading"]
        if len(under) > 1:
            return [f"its words stand {len(under)} times under its heading"]
        return []

    def sentence(self, citation: Citation) -> str:
        """Return the whole sentence in which the cited words stand, or an empty text without a passage."""
        found = self._under(citation) if citation.heading else list(_occurrences(self.text, citation.opening))
        if not citation.opening or not found:
            return ""
        start, end = found[0], found[0] + len(citation.opening)
        first = self._begins[bisect_right(self._begins, start) - 1]
        last = next((at for at in self._begins if at >= end), len(self.text))
        return _BULLET.sub("", self._joined(first, last), count=1).strip()

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        """Where sentences, paragraphs and headings begin, and what follows a heading."""
        within = (match.end() for match in _SENTENCE_END.finditer(self.text))
        headings = [(at, at + len(heading)) for heading in self.headings for at in self._starts(heading)]
        after = (
            self.lines[i] for _, end in headings if (i := bisect_right(self.lines, end)) < len(self.lines)
        )
        return tuple(sorted({0, *self.paragraphs, *within, *(at for at, _ in headings), *after}))

    def _joined(self, first: int, last: int) -> str:
        """Return a part of the text in which words that a line broke at a hyphen are one word again."""
        breaks = self.lines[bisect_right(self.lines, first) : bisect_left(self.lines, last)]
        parts = [self.text[a:b] for a, b in pairwise((first, *breaks, last))]
        return "".join(part.removesuffix(" ") if part.endswith("- ") else part for part in parts)

    def _under(self, citation: Citation) -> list[int]:
        """Return where the cited words stand under the cited heading."""
        found: set[int] = set()
        for start in self._starts(citation.heading):
            end = self._end(citation.heading, start)
            found.update(at for at in _occurrences(self.text, citation.opening) if start <= at < end)
        return sorted(found)

    def _starts(self, heading: str) -> list[int]:
        """Return where a heading stands as a line or lines of its own, or where its chapter begins."""
        if heading in BEGINS:
            return list(_occurrences(self.text, BEGINS[heading]))
        wanted = " ".join(heading.split()).casefold()
        return [start for start in self.lines if self._stands(wanted, start)]

    def _stands(self, wanted: str, start: int) -> bool:
        number = _NUMBER.match(self.text, start)
        at = number.end() if number and not wanted[0].isdigit() else start
        end = at + len(wanted)
        if self.text[at:end].casefold() != wanted:
            return False
        whole = end + 1 in self.lines or end >= len(self.text)
        return whole or (len(wanted) >= SHORTENED and not self.text[end].isalnum())

    def _end(self, heading: str, start: int) -> int:
        """Return where what stands under a heading ends: at the next heading of its rank or above."""
        after = start + 1
        ends = [at for at, rank in self._ranked if at > after and rank <= _rank(heading)]
        return min(ends, default=len(self.text))

    @cached_property
    def _ranked(self) -> tuple[tuple[int, int], ...]:
        return tuple((at, _rank(heading)) for heading in self.headings for at in self._starts(heading))


def read_sources(folder: Path, citations: Iterable[Citation]) -> Mapping[str, Source]:
    """Return the sources in a folder by the key of their work; raises `FileNotFoundError` where one lacks."""
    headings: dict[str, set[str]] = {work.key: set() for work in WORKS}
    for citation in citations:
        headings.get(citation.work.key, set()).add(citation.heading)
    found = {}
    for number, work in enumerate(WORKS):
        files = sorted(folder.glob(f"{number:03}*.txt"))
        if not files:
            raise FileNotFoundError(f"no file {number:03}*.txt in {folder}: {work.title}")
        found[work.key] = Source.of(files[0].read_text(encoding="utf-8"), headings[work.key])
    return found


def _rank(heading: str) -> int:
    return 2 if INSET.match(heading) else 0 if CHAPTER.match(heading) else 1


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
