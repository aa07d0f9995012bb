"""The journal on the page: every entry in words, with an anchor by its number, and links to it."""

from __future__ import annotations

import re

from gezondsamen.exchange.markup import Child, Markup, element, join, table
from gezondsamen.exchange.page.view import View
from gezondsamen.prose import case_page as words
from gezondsamen.prose.statuses import IN_JOURNAL
from gezondsamen.prose.timeline import Line


def journal(view: View) -> Markup:
    """Return the journal: a row for each entry, in the order in which they were made."""
    say = view.say
    heads = (say(*words.NUMBER), say(*words.DAY), say(*words.WHAT_HAPPENED))
    rows = [_cells(line, view) for line in view.lines]
    return join(
        element("p", say(*words.ABOUT_THE_JOURNAL), class_="small"),
        table(say(*words.EVERYTHING_ON_RECORD), heads, rows, class_="journal"),
    )


def _cells(line: Line, view: View) -> tuple[Child, ...]:
    number = element("span", str(line.number), id=f"entry-{line.number}")
    notes = element("p", [_linked(note, view) for note in line.notes], class_="small") if line.notes else None
    said = element("span", line.said, class_="gone") if line.retracted_in is not None else line.said
    return number, line.day, join(said, notes)


def _linked(note: str, view: View) -> Markup:
    """Return a note with each number in it as a link to the line of that number."""
    parts = re.split(r"(\d+)", note)
    return join([_to(int(part), part, view) if part.isdigit() else part for part in parts], " ")


def _to(number: int, text: str, view: View) -> Markup:
    """Return a text as a link to a line of the journal, where the page shows that line."""
    if number not in view.shown:
        return join(text)
    return element("a", text, href=f"{view.journal}#entry-{number}")


def line_link(number: int, view: View) -> Markup:
    """Return the number of an entry as a link to its line in the journal."""
    return _to(number, str(number), view)


def with_line_link(text: str, number: int | None, view: View) -> Markup:
    """Return a text in which the words for an entry, if it has them, lead to its line in the journal."""
    if number is None:
        return join(text)
    named = view.say(*IN_JOURNAL, entry=number)
    before, found, after = text.rpartition(named)
    return join(before, _to(number, found, view), after) if found else join(text)
