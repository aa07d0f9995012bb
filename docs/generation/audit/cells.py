"""The cells of a row: what it says, on what it stands, and where to agree, disagree and remark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape

from generation.audit import words
from generation.audit.row import Row, in_dutch
from generation.markdown import has_no_year, passage, plain, quoted
from generation.sources import WORKS, Source
from gezondsamen.catalogue.works import OUR_CHOICE
from gezondsamen.citations import Basis, Citation, Work
from gezondsamen.language import DUTCH, Language
from gezondsamen.prose.statuses import basis_text


def cells_of(row: Row, sources: Mapping[str, Source], say: Language) -> tuple[str, ...]:
    """Return the cells of a row in a language; with texts of the sources, passages are sentences."""
    decided = ""
    if row.decided:
        key, short = words.SHORT[row.decided]
        decided = f"[{say(*short)}]{{.audit-judged-{key}}}"
    cells = (
        f"[{row.what}]{{.audit-kind-{row.kind}}}",
        _lines(row.says),
        _lines(row.where),
        decided,
        f"[{basis_text(row.basis, say)}]{{.audit-basis-{row.basis.value}}}",
        _lines([*_passages(row.citations, sources, say), _ours(row, say)]),
    )
    return (*(in_dutch(x) if say is DUTCH else x for x in cells), *_ticks(row, say))


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
    source = sources.get(work.key)
    whole = source.sentence(citation) if source else ""
    parts = [dated(work, say), *passage(citation, say, whole)]
    if citation.address:
        parts.append(f"[{say('lees', 'read it')}]({citation.address})")
    if citation.read_on and work not in WORKS:
        parts.append(read_on(citation.read_on, say))
    return ", ".join(parts)


def dated(work: Work, say: Language) -> str:
    """Return a work with its year, or with the mark that it bears none."""
    undated = f", [{say('zonder jaar', 'no year')}]{{.audit-undated-yes}}" if has_no_year(work) else ""
    target = say(f"bron-{work.key}", f"work-{work.key}")
    return f"{quoted(f'[{plain(Citation(work).text())}](#{target})', work, say)}{undated}"


def read_on(day: date, say: Language) -> str:
    """Return the day on which something was read, in words."""
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
