"""The audit page: all that somebody who knows the field may want to contest, in one table.

It is written in Dutch and in English, one language to a page, with room to agree, disagree and remark.
Each row carries its properties as classes of spans (`audit-basis-choice`); `_static/audit.js` reads these
to filter, and keeps what is ticked. Without JavaScript the page is a plain table, to tick and print.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape

from generation.audit import words
from generation.audit.figures import instrument_rows, limit_rows, number_rows, point_rows
from generation.audit.row import Row
from generation.audit.rules import phase_and_step_rows, rule_rows
from generation.audit.terms import factor_rows, term_rows
from generation.markdown import has_no_year, page, plain, table
from generation.sources import WORKS, Source
from generation.standing import PROCESSES
from gezondsamen.catalogue.works import OUR_CHOICE
from gezondsamen.citations import Basis, Citation, Work
from gezondsamen.language import DUTCH, ENGLISH, Language
from gezondsamen.prose.statuses import basis_text

LANGUAGES: Mapping[str, Language] = {"audit": ENGLISH, "audit-nl": DUTCH}
"""The language of each page, by its name."""


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
    for kind in KINDS:
        yield from kind(say)


def audit_page(name: str, sources: Mapping[str, Source] | None = None) -> str:
    """Return one of the audit pages; with the texts of the sources, passages are whole sentences."""
    say = LANGUAGES[name]
    sentences = words.WITH_SENTENCES if sources else words.WITHOUT_SENTENCES
    head = tuple(say(*heading) for heading in words.HEADINGS)
    cells = (_cells(row, sources or {}, say) for row in rows(say))
    return page(
        say(*words.TITLE),
        *_raw(f'<div lang="{say.code}">'),
        say(*words.OTHER),
        "",
        say(*words.INTRODUCTION),
        say(*sentences),
        "",
        *(f"- {_source(work, say)}" for work in WORKS),
        "",
        *_counts(say),
        *_form(say),
        "::::{container} audit",
        "",
        *table(head, cells),
        "::::",
        "",
        *_raw("</div>"),
        anchor=name,
    )


def _counts(say: Language) -> list[str]:
    """Return how many there are of each kind on each basis, and of how many something is ours."""
    found = tuple(rows(say))
    on: Counter[tuple[str, Basis]] = Counter((row.kind, row.basis) for row in found)
    ours: Counter[str] = Counter(row.kind for row in found if row.choice or row.basis is Basis.CHOICE)
    head = (
        "",
        *(basis_text(basis, say) for basis in Basis),
        say("samen", "together"),
        say("ook van ons", "ours too"),
    )
    lines = (
        (
            say(*text),
            *(str(on[kind, basis]) for basis in Basis),
            str(sum(on[kind, basis] for basis in Basis)),
            str(ours[kind]),
        )
        for kind, text in words.KINDS.items()
    )
    opened = f"<details><summary>{say('In getallen', 'In numbers')}</summary>"
    return [*_raw(opened), *table(head, lines), *_raw("</details>")]


def _raw(*lines: str) -> list[str]:
    """Return lines of HTML that stay as they are."""
    return ["```{raw} html", *lines, "```", ""]


# --- the form ----------------------------------------------------------------------------------------


def _form(say: Language) -> list[str]:
    selects = (
        ("kind", ("Wat", "What"), {key: say(*text) for key, text in words.KINDS.items()}),
        ("process", ("Proces", "Process"), {x.key: say.label(x.label) for x in PROCESSES}),
        ("basis", ("Grond", "Basis"), {x.value: basis_text(x, say) for x in Basis}),
        ("severity", ("Wat het doet", "What it does"), {k: say(*v) for k, v in words.SEVERITIES.items()}),
        ("judged", ("Wie beslist", "Decided by"), {key: say(*text) for key, text in words.DECIDERS.items()}),
        (
            "ours",
            ("Onze keuze", "Our choice"),
            {"yes": say("ook van ons", "ours too")},
        ),
        ("undated", ("Jaar van de bron", "Year of the source"), {"yes": say("niet bekend", "not known")}),
    )
    shown = say("{shown} van {all} rijen.", "{shown} of {all} rows.", shown="{shown}", all="{all}")
    filtering = say("Kies welke rijen u ziet", "Choose which rows you see")
    return _raw(
        "<style>@page { size: A4 landscape; margin: 10mm }</style>",
        f'<form id="audit-filter" role="search" aria-label="{filtering}" hidden>',
        f'<p><label for="audit-text">{say("Woorden", "Words")}</label>',
        '<input id="audit-text" name="text" type="search" autocomplete="off"></p>',
        *(line for name, label, options in selects for line in _select(name, say(*label), options, say)),
        f'<p><button type="reset">{say("Toon alles", "Show all")}</button></p>',
        "</form>",
        f'<p id="audit-count" role="status" aria-live="polite" data-text="{shown}"></p>',
    )


def _select(name: str, label: str, options: Mapping[str, str], say: Language) -> list[str]:
    every = say("alles", "all")
    return [
        f'<p><label for="audit-{name}">{escape(label)}</label>',
        f'<select id="audit-{name}" name="{name}"><option value="">{every}</option>',
        *(f'<option value="{escape(key)}">{escape(text)}</option>' for key, text in options.items()),
        "</select></p>",
    ]


# --- cells -------------------------------------------------------------------------------------------


def _cells(row: Row, sources: Mapping[str, Source], say: Language) -> tuple[str, ...]:
    decided = ""
    if row.decided:
        key, short = words.SHORT[row.decided]
        decided = f"[{say(*short)}]{{.audit-judged-{key}}}"
    return (
        f"[{row.what}]{{.audit-kind-{row.kind}}}",
        _lines(row.says),
        _lines(row.where),
        decided,
        f"[{basis_text(row.basis, say)}]{{.audit-basis-{row.basis.value}}}",
        _lines([*_passages(row.citations, sources, say), _ours(row, say)]),
        *_ticks(row, say),
    )


def _ours(row: Row, say: Language) -> str:
    if row.choice is None and row.basis is not Basis.CHOICE:
        return ""
    mark = f"[{say('Onze keuze', 'Our choice')}]{{.audit-ours-yes}}"
    return f"{mark}: {plain(say.label(row.choice))}" if row.choice else f"{mark}."


def _passages(citations: Iterable[Citation], sources: Mapping[str, Source], say: Language) -> Iterable[str]:
    return dict.fromkeys(_passage(x, sources, say) for x in citations if x.work != OUR_CHOICE)


def _passage(citation: Citation, sources: Mapping[str, Source], say: Language) -> str:
    """Return a citation: the work and its year, the heading, the words or their sentence, the address."""
    work = citation.work
    parts = [_dated(work, say)]
    if citation.heading and citation.heading != work.title:
        parts.append(plain(citation.heading))
    source = sources.get(work.key)
    whole = source.sentence(citation) if source else ""
    if whole:
        parts.append(f"“{plain(whole)}”")
    elif citation.opening:
        parts.append(f"“{plain(citation.opening)} …”")
    if citation.address:
        parts.append(f"[{say('lees', 'read it')}]({citation.address})")
    if citation.read_on and work not in WORKS:
        parts.append(_read_on(citation.read_on, say))
    return ", ".join(parts)


def _dated(work: Work, say: Language) -> str:
    """Return a work with its year, or with the mark that it bears none."""
    undated = f", [{say('zonder jaar', 'no year')}]{{.audit-undated-yes}}" if has_no_year(work) else ""
    return f"[{plain(Citation(work).text())}](#work-{work.key}){undated}"


def _source(work: Work, say: Language) -> str:
    """Return one of the five sources with its address and the day on which it was read there."""
    where = f"<{work.url}>" if work.url else say("een adres is niet gevonden", "no address was found")
    return ", ".join([_dated(work, say), where, *([_read_on(work.read, say)] if work.read else [])])


def _read_on(day: date, say: Language) -> str:
    return say("gelezen op {day}", "read on {day}", day=say.day(day))


def _ticks(row: Row, say: Language) -> tuple[str, ...]:
    """Return where to tick and write: cells that work without a script, and print as they are."""
    name = escape(f"{row.kind}.{row.key}")
    agree, disagree, remark = (say(*heading) for heading in words.HEADINGS[-3:])
    return (
        f'<input type="checkbox" name="agree.{name}" aria-label="{agree}: {name}">',
        f'<input type="checkbox" name="disagree.{name}" aria-label="{disagree}: {name}">',
        f'<textarea name="remark.{name}" rows="2" aria-label="{remark}: {name}"></textarea>',
    )


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(text for text in texts if text)
