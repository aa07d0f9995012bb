"""Markdown: tables, definition lists, links to what other pages hold, citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gezondsamen.catalogue.works import OUR_CHOICE
from gezondsamen.citations import Basis, Citation, Work
from gezondsamen.labels import Label
from gezondsamen.language import ENGLISH, Language
from gezondsamen.periods import Every
from gezondsamen.process.process import Process
from gezondsamen.prose.statuses import basis_text


def plain(text: object) -> str:
    """Return a text that Markdown leaves as it is, also inside a table."""
    return re.sub(r"([|*<\[\]])", r"\\\1", str(text)).replace("\n", " ")


def code(key: object) -> str:
    """Return a key as code."""
    return f"`{key}`"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return the lines of a table, or nothing where it has no rows."""
    body = [f"| {' | '.join(row)} |" for row in rows]
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *body, ""] if body else []


def entry(term: str, *texts: str) -> list[str]:
    """Return an entry of a definition list, or nothing where there is no text."""
    given = [text for text in texts if text]
    return [term, *(f": {text}" for text in given), ""] if given else []


def page(title: str, *lines: str, anchor: str = "") -> str:
    """Return a page from its title and lines."""
    target = [f"({anchor})="] if anchor else []
    return "\n".join([*target, f"# {title}", "", *lines]).rstrip() + "\n"


def rule_link(rule_code: str) -> str:
    """Return a link to a rule."""
    return f"[{rule_code}](#rule-{rule_code.lower()})"


def limit_link(key: str) -> str:
    """Return a link to a limit."""
    return f"[{code(key)}](#limit-{key})"


def process_link(process: Process, *, text: str = "") -> str:
    """Return a link to the page of a process."""
    return f"[{text or plain(process.label.en)}](#process-{process.key})"


def scheme_link(scheme: str) -> str:
    """Return a link to the terms of a scheme."""
    return f"[{scheme.replace('_', ' ')}](#terms-{scheme})"


def factor_link(factor_code: str) -> str:
    """Return a link to a factor."""
    return f"[{factor_code}](#factor-{factor_code.lower()})"


def example_link(key: str) -> str:
    """Return a link to a practice example."""
    return f"[{key}](#example-{key.lower()})"


ENGLISH_WORKS = frozenset(
    ("coordinated_action", "gulati_exit", "partnerships_analysis", "strategic_alliance_management")
)
"""Cited works that are written in English, by key; the others are Dutch."""


def has_no_year(work: Work) -> bool:
    """Tell whether a work bears no year. A statute, which nobody issued, holds until it is amended."""
    return work.year is None and bool(work.issuer)


def cited(citation: Citation, say: Language = ENGLISH) -> str:
    """Return a citation in one line, with a link to the work and to the passage where it is public."""
    work = citation.work
    if work == OUR_CHOICE:
        return ""
    target = say(f"bron-{work.key}", f"work-{work.key}")
    parts = [quoted(f"[{plain(Citation(work).text())}](#{target})", work, say)]
    if has_no_year(work):
        parts.append(say("zonder jaar", "no year"))
    parts += passage(citation, say)
    if citation.address:
        parts.append(f"[{say('lees', 'read it')}]({citation.address})")
    return ", ".join(parts)


def passage(citation: Citation, say: Language, sentence: str = "") -> Iterator[str]:
    """Yield the heading of a passage, and its sentence or else the words that are cited of it."""
    work = citation.work
    if citation.heading and citation.heading != work.title:
        yield quoted(plain(citation.heading), work, say)
    words = sentence or (f"{citation.opening} …" if citation.opening else "")
    if words:
        yield quoted(f"“{plain(words)}”", work, say)


def quoted(text: str, work: Work, say: Language) -> str:
    """Return what a work says, or is called, in its own language on a page in another."""
    language = "en" if work.key in ENGLISH_WORKS else "nl"
    return text if language == say.code else spoken(text, language)


def both(label: Label) -> str:
    """Return a label in English, with the Dutch under it."""
    return f"{plain(label.en)}<br>{spoken(f'*{plain(label.nl)}*', 'nl')}"


def spoken(text: str, language: str) -> str:
    """Return a text that says in which language it is, for a page in another; nothing stays nothing."""
    return f"[{text}]{{.language-{language}}}" if text else ""


def sentence(text: str) -> str:
    """Return a text that begins with a capital and ends with a full stop."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def value_text(value: int | float | Every, say: Language = ENGLISH) -> str:
    """Return the value of a limit in words."""
    return say.period(value) if isinstance(value, Every) else say.number(value)


def basis_link(citation: Citation | None, basis: Basis) -> str:
    """Return the basis of a phase or step, linked to the work on which it stands."""
    if citation is None or basis is Basis.CHOICE:
        return basis_text(Basis.CHOICE, ENGLISH)
    return f"[{basis_text(basis, ENGLISH)}](#work-{citation.work.key})"
