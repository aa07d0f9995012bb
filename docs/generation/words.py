"""The pages of terms, of the words of the field, and of cited works."""

from __future__ import annotations

from collections.abc import Iterator

from generation.markdown import code, entry, page, plain, rule_link, sentence, table
from generation.mentions import MENTIONS
from generation.standing import PROCESSES, by_code
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.catalogue.glossary import GLOSSARY
from gezondsamen.catalogue.instruments import INSTRUMENTS
from gezondsamen.catalogue.quantities import QUANTITIES
from gezondsamen.catalogue.role_profiles import ROLE_PROFILES
from gezondsamen.catalogue.works import OUR_CHOICE
from gezondsamen.citations import Citation, Work
from gezondsamen.terms import SCHEMES, Term

_TERMS = """\
The words that may be recorded, scheme by scheme. A fact with another word is refused with the nearest
known one. A host adds its own with `process.adapt(terms=...)`.
"""


def terms_page() -> str:
    """Return the page of all terms."""
    found: dict[str, dict[str, Term]] = {scheme: {} for scheme in SCHEMES}
    for process in PROCESSES:
        for term in process.terms:
            found[term.scheme][term.key] = term
    lines = [_TERMS]
    for scheme, terms in found.items():
        grouped = any(term.groups for term in terms.values())
        head = ("key", "English", "Nederlands", *(("groups",) if grouped else ()))
        rows = (
            (
                code(term.key),
                plain(term.label.en),
                plain(term.label.nl),
                *((", ".join(map(code, term.groups)),) if grouped else ()),
            )
            for term in terms.values()
        )
        title = sentence(scheme.replace("_", " ")).rstrip(".")
        lines += [f"(terms-{scheme})=", f"## {title}", "", *table(head, rows)]
    return page("Terms", *lines, anchor="terms")


_GLOSSARY = """\
Dutch words of the field, with the English that this library uses for them. What can be recorded has
labels of its own, in the [terms](terms.md).
"""


def glossary_page() -> str:
    """Return the page of the words of the field."""
    rows = ((plain(label.nl), plain(label.en)) for label in GLOSSARY)
    return page("Words of the field", _GLOSSARY, *table(("Nederlands", "English"), rows), anchor="glossary")


_WORKS = """\
Every work that the processes and the catalogue cite. Addresses are given where the work,
or a description of it, is public.
"""


def works_page() -> str:
    """Return the page of cited works."""
    cited = [work for process in PROCESSES for work in process.works]
    cited += [citation.work for citation in _told()]
    works = {work.key: work for work in cited if work != OUR_CHOICE}
    rules = by_code()
    lines = [_WORKS]
    for work in sorted(works.values(), key=lambda work: work.title.lower()):
        citing = [
            rule_link(rule_code)
            for rule_code, found in rules.items()
            if any(x.work == work for x in (found[0].rule.citation, *found[0].rule.also))
        ]
        lines += [
            f"(work-{work.key})=",
            f"## {plain(work.title)}",
            "",
            *entry("Issued by", plain(_issued(work))),
            *entry("Address", f"<{work.url}>" if work.url else ""),
            *entry("Rules that cite it", ", ".join(citing) or "no rule"),
        ]
    return page("Works", *lines, anchor="works")


def _told() -> Iterator[Citation]:
    """Yield what the catalogue cites beside the processes."""
    yield from (x.citation for x in FACTORS)
    yield from (x.citation for x in QUANTITIES)
    yield from (x.citation for x in ROLE_PROFILES)
    yield from (x.citation for x in INSTRUMENTS if x.citation)
    yield from (x.citation for found in MENTIONS.values() for x in found)


def _issued(work: Work) -> str:
    return ", ".join(str(part) for part in (work.issuer, work.year) if part)
