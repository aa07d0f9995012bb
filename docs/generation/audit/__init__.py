"""The audit: all that somebody who knows the field may want to contest, as rows to tick and remark on.

It is written in Dutch and in English, one language to a page: a page for each process, six for what
belongs to all of them (words, factors, instruments), and an index. What stands in several processes has
the same row, under one name, on the page of each.

Each row carries its properties as classes of spans (`audit-basis-choice`); `_static/audit.js` reads these
to filter, and keeps what is ticked. Without JavaScript a page is a plain table, to tick and print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from generation.audit import words
from generation.audit.cells import cells_of
from generation.audit.figures import instrument_rows, limit_rows, number_rows, point_rows
from generation.audit.form import form
from generation.audit.index import index_page
from generation.audit.parts import PARTS, Part
from generation.audit.row import Row
from generation.audit.rules import phase_and_step_rows, rule_rows
from generation.audit.terms import factor_rows, term_rows
from generation.markdown import page, table
from generation.sources import Source
from gezondsamen.language import DUTCH, ENGLISH, Language

LANGUAGES: Mapping[str, Language] = {"audit": ENGLISH, "audit-nl": DUTCH}
"""The language of each index and of the pages in the folder of its name."""


KINDS = (
    rule_rows,
    phase_and_step_rows,
    limit_rows,
    number_rows,
    point_rows,
    term_rows,
    factor_rows,
    instrument_rows,
)


def rows(say: Language) -> Iterator[Row]:
    """Yield all rows in a language, kind by kind."""
    return chain.from_iterable(kind(say) for kind in KINDS)


def audit(sources: Mapping[str, Source] | None = None) -> dict[str, str]:
    """Return every page of the audit by its name; with the texts of the sources, passages are sentences."""
    pages = {}
    for name, say in LANGUAGES.items():
        found = tuple(rows(say))
        held = {part: tuple(row for row in found if part.holds(row)) for part in PARTS}
        pages[f"{name}.md"] = index_page(name, found, held, say, quoting=bool(sources))
        for part, there in held.items():
            pages[f"{name}/{part.key}.md"] = _part_page(name, part, there, sources or {}, say)
    return pages


def _part_page(
    name: str, part: Part, there: tuple[Row, ...], sources: Mapping[str, Source], say: Language
) -> str:
    head = tuple(say(*heading) for heading in words.HEADINGS)
    seen = (row.seen_from(part.key, say) for row in there) if part.process else there
    cells = [cells_of(row, sources, say) for row in seen]
    return page(
        f"Audit: {say.label(part.label)}",
        say(*words.PART).format(index=name),
        "",
        *form(part, cells, say),
        "::::{container} audit",
        "",
        *table(head, cells),
        "::::",
        anchor=f"{name}-{part.key}",
    )
