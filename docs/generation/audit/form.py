"""The form above the rows of an audit page, with which one chooses what to see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape

from generation.audit import words
from generation.audit.parts import Part
from generation.audit.row import raw
from generation.standing import PROCESSES
from gezondsamen.citations import Basis
from gezondsamen.language import Language
from gezondsamen.prose.statuses import basis_text

_PROPERTY = re.compile(r"\.audit-([a-z]+)-(\w+)")


def form(part: Part, cells: Iterable[tuple[str, ...]], say: Language) -> list[str]:
    """Return the form of a page whose rows have these cells: it offers what there is to choose between."""
    there = {found for row in cells for cell in row for found in _PROPERTY.findall(cell)}

    def control(name: str, label: str, options: Mapping[str, str]) -> list[str]:
        offered = {key: text for key, text in options.items() if (name, key) in there}
        return _control(name, label, offered, part, say)

    shown = say("{shown} van {all} rijen.", "{shown} of {all} rows.", shown="{shown}", all="{all}")
    filtering = say("Kies welke rijen u ziet", "Choose which rows you see")
    return raw(
        "<style>@page { size: A4 landscape; margin: 10mm }</style>",
        f'<form id="audit-filter" role="search" aria-label="{filtering}" hidden>',
        f'<p><label for="audit-text">{say("Woorden", "Words")}</label>',
        '<input id="audit-text" name="text" type="search" autocomplete="off"></p>',
        *(line for name, label, options in _choices(say) for line in control(name, label, options)),
        f'<p><button type="reset">{say("Toon alles", "Show all")}</button></p>',
        "</form>",
        f'<p id="audit-count" role="status" aria-live="polite" data-text="{shown}"></p>',
    )


def _choices(say: Language) -> Iterable[tuple[str, str, Mapping[str, str]]]:
    """Yield what can be chosen: the property of rows, its name, and its values with their names."""
    yield "kind", say("Wat", "What"), _said(words.KINDS, say)
    yield "process", say("Proces", "Process"), {x.key: say.label(x.label) for x in PROCESSES}
    yield "basis", say("Grond", "Basis"), {x.value: basis_text(x, say) for x in Basis}
    yield "severity", say("Wat het doet", "What it does"), _said(words.SEVERITIES, say)
    yield "judged", say("Wie beslist", "Decided by"), _said(words.DECIDERS, say)
    yield "ours", say("Onze keuze", "Our choice"), {"yes": say("ook van ons", "ours too")}
    yield "undated", say("Jaar van de bron", "Year of the source"), {"yes": say("niet bekend", "not known")}


def _said(texts: Mapping[str, words.Words], say: Language) -> dict[str, str]:
    return {key: say(*text) for key, text in texts.items()}


def _control(name: str, label: str, options: Mapping[str, str], part: Part, say: Language) -> list[str]:
    if name == "process" and part.process:
        # A rule may block here and only warn elsewhere: what it does is asked of this process.
        return [f'<input name="process" type="hidden" value="{part.key}">']
    if not options:
        return []
    return [
        f'<p><label for="audit-{name}">{escape(label)}</label>',
        f'<select id="audit-{name}" name="{name}"><option value="">{say("alles", "all")}</option>',
        *(f'<option value="{escape(key)}">{escape(text)}</option>' for key, text in options.items()),
        "</select></p>",
    ]
