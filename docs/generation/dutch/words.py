"""The words of the field, the limits that can be set otherwise, and the sources, in Dutch."""

from __future__ import annotations

from generation.dutch.links import process_name
from generation.markdown import cited, entry, has_no_year, page, plain, quoted, spoken, table, value_text
from generation.standing import PROCESSES, by_code, places
from generation.words import cited_works
from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.glossary import GLOSSARY
from gezondsamen.citations import Work
from gezondsamen.language import DUTCH
from gezondsamen.process import conditions as c
from gezondsamen.prose.statuses import basis_text
from gezondsamen.terms import Term

_WORDS = """\
Wat de woorden betekenen. Waar een bron zegt wat een woord betekent, staat die erbij; de andere
omschrijvingen zijn van ons. Het Engelse woord staat erachter, voor wie de software bouwt.
"""

_LIMITS = """\
Getallen en termijnen die u anders kunt kiezen. Vraag degene die de software voor u inricht om dat te doen.
De kolom *grond* zegt wie het getal koos: meestal wij.
"""

_WORKS = """\
Alle werken die de processen aanhalen. Waar een werk openbaar is, staat het adres erbij, met de dag waarop
het is gelezen.
"""

_NARROW = ("clause", "decision")
"""Schemes whose terms mean less than their labels: "evaluatie" is here a clause about it."""


def words_page() -> str:
    """Return the page of words: the terms that have a definition, and the other words of the field."""
    defined: dict[str, Term] = {}
    for term in TERMS:
        if term.definition and term.scheme not in _NARROW:
            defined.setdefault(term.label.nl, term)
    rows = (
        (
            plain(name),
            plain(term.definition.nl) if term.definition else "",
            cited(term.defined_by, DUTCH) if term.defined_by else "van ons",
            spoken(plain(term.label.en), "en"),
        )
        for name, term in sorted(defined.items(), key=lambda item: item[0].lower())
    )
    others = (
        (plain(x.nl), spoken(plain(x.en), "en"))
        for x in sorted(GLOSSARY, key=lambda x: x.nl.lower())
        if x.nl not in defined
    )
    return page(
        "Begrippen",
        _WORDS,
        *table(("begrip", "wat het betekent", "bron", "Engels"), rows),
        "## Andere woorden uit het vak",
        "",
        *table(("Nederlands", "Engels"), others),
        anchor="nl-begrippen",
    )


def limits_page() -> str:
    """Return the page of numbers and periods that a process may set otherwise."""
    found: dict[str, c.Limit] = {}
    where: dict[str, dict[str, None]] = {}
    rules: dict[str, dict[str, None]] = {}
    for process in PROCESSES:
        for key, limit in process.limits.items():
            found.setdefault(key, limit)
            where.setdefault(key, {})[process_name(process)] = None
        for place in places(process):
            for limit in c.limits_in(place.rule.conditions):
                code = place.rule.code
                rules.setdefault(limit.key, {})[f"[{code}](#regel-{code.lower()})"] = None
    rows = (
        (
            plain(limit.label.nl),
            value_text(limit.value, DUTCH),
            basis_text(limit.basis, DUTCH),
            ", ".join(rules.get(key, ())),
            "; ".join(where[key]),
        )
        for key, limit in sorted(found.items(), key=lambda item: item[1].label.nl.lower())
    )
    head = ("wat het begrenst", "waarde", "grond", "regels", "processen")
    return page("Getallen en termijnen", _LIMITS, *table(head, rows), anchor="nl-grenzen")


def works_page() -> str:
    """Return the page of sources, with the rules that cite each."""
    lines = [_WORKS]
    for work in cited_works():
        citing = [
            f"[{code}](#regel-{code.lower()})"
            for code, found in by_code().items()
            if any(x.work == work for x in (found[0].rule.citation, *found[0].rule.also))
        ]
        lines += [
            f"(bron-{work.key})=",
            f"## {quoted(plain(work.title), work, DUTCH)}",
            "",
            *entry("Uitgegeven door", plain(_issued(work))),
            *entry("Adres", f"<{work.url}>" if work.url else ""),
            *entry("Gelezen op", DUTCH.day(work.read) if work.read else ""),
            *entry("Schooljaar", work.school_year),
            *entry("Regels die het aanhalen", ", ".join(citing) or "geen regel"),
        ]
    return page("Bronnen", *lines, anchor="nl-bronnen")


def _issued(work: Work) -> str:
    year = "zonder jaar" if has_no_year(work) else work.year
    return ", ".join(str(part) for part in (work.issuer, year) if part)
