"""The pages of terms, of the words of the field, and of cited works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generation.markdown import (
    both,
    cited,
    code,
    entry,
    has_no_year,
    page,
    plain,
    quoted,
    rule_link,
    sentence,
    spoken,
    table,
)
from generation.mentions import MENTIONS
from generation.standing import PROCESSES, by_code
from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.catalogue.glossary import GLOSSARY
from gezondsamen.catalogue.instruments import INSTRUMENTS
from gezondsamen.catalogue.quantities import QUANTITIES
from gezondsamen.catalogue.role_profiles import ROLE_PROFILES
from gezondsamen.catalogue.works import OUR_CHOICE
from gezondsamen.citations import Citation, Work
from gezondsamen.language import ENGLISH
from gezondsamen.terms import SCHEMES

_TERMS = """\
The words that may be recorded, scheme by scheme; [topics](topics.md) have a page of their own. A fact
with another word is refused with the nearest known one. A host adds its own with
`process.adapt(terms=...)`.

Each term has a definition. It is our own, unless the last column names the passage of a source that
says what the term means: then the definition says that in other words.
"""


def terms_page() -> str:
    """Return the page of all terms but topics."""
    lines = [line for scheme in SCHEMES if scheme != "topic" for line in _scheme(scheme)]
    return page("Terms", _TERMS, *lines, anchor="terms")


_TOPICS = """\
What can be stated about a collaboration or be measured in it: the `topic` of a `Stated` or a `Quantified`.
[](terms.md) has all other words, and says what they are for.
"""


def topics_page() -> str:
    """Return the page of topics, of which there are more than of all other terms."""
    return page("Topics", _TOPICS, *_scheme("topic", heading=False), anchor="terms-topic")


def _scheme(scheme: str, *, heading: bool = True) -> list[str]:
    terms = {x.key: x for process in PROCESSES for x in process.terms if x.scheme == scheme}
    grouped = any(term.groups for term in terms.values())
    head = ("key", "English", "Nederlands", *(("groups",) if grouped else ()), "definition", "defined by")
    rows = (
        (
            code(term.key),
            plain(term.label.en),
            spoken(plain(term.label.nl), "nl"),
            *((", ".join(map(code, term.groups)),) if grouped else ()),
            both(term.definition) if term.definition else "",
            cited(term.defined_by) if term.defined_by else "ours",
        )
        for term in terms.values()
    )
    title = sentence(scheme.replace("_", " ")).rstrip(".")
    return [*((f"(terms-{scheme})=", f"## {title}", "") if heading else ()), *table(head, rows)]


_GLOSSARY = """\
Dutch words of the field, with the English that this library uses for them. What can be recorded has
labels of its own, in the [terms](terms.md); a word that is the label of a term has its definition here too.
"""

_NARROW = ("clause", "decision")
"""Schemes whose terms mean less than their labels: "evaluatie" is here a clause about it."""


def glossary_page() -> str:
    """Return the page of the words of the field."""
    rows = ((spoken(plain(x.nl), "nl"), plain(x.en), _meaning(x.nl)) for x in GLOSSARY)
    head = ("Nederlands", "English", "definition")
    return page("Words of the field", _GLOSSARY, *table(head, rows), anchor="glossary")


def _meaning(headword: str) -> str:
    """Return the definitions of the terms that a headword names, whole or as one of its forms."""
    bare = re.sub(r" *\(.*?\)", "", headword)
    names = {headword, *re.split(r", | / ", bare)}
    found = (x.definition for x in TERMS if x.label.nl in names and x.scheme not in _NARROW)
    return "<br>".join(dict.fromkeys(both(label) for label in found if label))


_WORKS = """\
Every work that the processes and the catalogue cite. Addresses are given where the work,
or a description of it, is public.
"""


def works_page() -> str:
    """Return the page of cited works."""
    rules = by_code()
    lines = [_WORKS]
    for work in cited_works():
        citing = [
            rule_link(rule_code)
            for rule_code, found in rules.items()
            if any(x.work == work for x in (found[0].rule.citation, *found[0].rule.also))
        ]
        lines += [
            f"(work-{work.key})=",
            f"## {quoted(plain(work.title), work, ENGLISH)}",
            "",
            *entry("Issued by", plain(_issued(work))),
            *entry("Address", f"<{work.url}>" if work.url else ""),
            *entry("Read on", ENGLISH.day(work.read) if work.read else ""),
            *entry("School year", work.school_year),
            *entry("Rules that cite it", ", ".join(citing) or "no rule"),
        ]
    return page("Works", *lines, anchor="works")


def cited_works() -> list[Work]:
    """Return every work that the processes and the catalogue cite, by title; our own choice is none."""
    found = [work for process in PROCESSES for work in process.works]
    found += [citation.work for citation in _told()]
    works = {work.key: work for work in found if work != OUR_CHOICE}
    return sorted(works.values(), key=lambda work: work.title.lower())


def _told() -> Iterator[Citation]:
    """Yield what the catalogue cites beside the processes."""
    yield from (x.defined_by for x in TERMS if x.defined_by)
    yield from (x.citation for x in FACTORS)
    yield from (x.citation for x in QUANTITIES)
    yield from (x.citation for x in ROLE_PROFILES)
    yield from (x.citation for x in INSTRUMENTS if x.citation)
    yield from (x.citation for found in MENTIONS.values() for x in found)


def _issued(work: Work) -> str:
    year = "no year" if has_no_year(work) else work.year
    return ", ".join(str(part) for part in (work.issuer, year) if part)
