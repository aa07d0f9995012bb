"""Rows of words: sectors, sides and other terms, and the factors that the sources name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generation.audit.row import Kind, Row, basis_of, label_text, listed, process_name
from generation.audit.words import SCHEMES
from generation.markdown import factor_link, rule_link
from generation.standing import PROCESSES
from gezondsamen.catalogue import TERMS
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.evaluation.factors import Factor
from gezondsamen.labels import Label
from gezondsamen.language import Language
from gezondsamen.terms import Term

_GROUPS: Mapping[str, str] = {"sector": "sector_group", "party_kind": "side"}
"""Where the groups of a term are terms themselves."""

_KINDS: Mapping[str, Kind] = {
    "sector": "sector",
    "sector_group": "sector",
    "party_kind": "side",
    "side": "side",
    "topic": "topic",
    "role": "role",
}

_LABELS = {(term.scheme, term.key): term.label for term in TERMS}


def term_rows(say: Language) -> Iterator[Row]:
    """Yield a row for each term, scheme by scheme."""
    return (_term(term, say) for term in TERMS)


def factor_rows(say: Language) -> Iterator[Row]:
    """Yield a row for each factor, what helps first."""
    return (_factor(factor, say) for factor in FACTORS)


def _term(term: Term, say: Language) -> Row:
    groups = [_LABELS.get((_GROUPS.get(term.scheme, ""), key)) for key in term.groups]
    counts = say("telt als", "counts as") if term.scheme == "party_kind" else say("hoort bij", "belongs to")
    return Row(
        _KINDS.get(term.scheme, "term"),
        f"{term.scheme}.{term.key}",
        label_text(term.label, say),
        (
            label_text(term.definition, say) if term.definition else "",
            listed(counts, (label_text(label, say) for label in groups if label)),
        ),
        (f"[{say(*SCHEMES[term.scheme])}](#terms-{term.scheme})",),
        basis_of(term.defined_by),
        (term.defined_by,) if term.defined_by else (),
        OWN_GROUP if groups and any(groups) else None,
    )


OWN_GROUP = Label(
    nl="Bij welke groep of kant dit telt, is onze keuze, tenzij de passage het noemt.",
    en="In which group or on which side this counts is our choice, unless the passage names it.",
)


def _factor(factor: Factor, say: Language) -> Row:
    helps = factor.kind == "success"
    return Row(
        factor.kind,
        factor.code,
        factor_link(factor.code),
        (
            say("helpt", "helps") if helps else say("staat in de weg", "stands in the way"),
            f"**{label_text(factor.label, say)}**",
            listed(say("regels", "rules"), map(rule_link, factor.rules)),
        ),
        tuple(_bears(factor, say)),
        basis_of(factor.citation),
        (factor.citation,),
        OWN_PLACE,
    )


OWN_PLACE = Label(
    nl="In welke fasen dit speelt, en welke regels erover gaan, is onze lezing.",
    en="In which phases this matters, and which rules are about it, is our reading.",
)


def _bears(factor: Factor, say: Language) -> Iterator[str]:
    places = factor.bears_on
    if any(place.process is None for place in places):
        yield say("overal", "everywhere")
    for process in PROCESSES:
        phases = [place.phase for place in places if place.process == process.key]
        if phases:
            names = [label_text(process.phase(key).label, say) for key in phases if key]
            where = "; ".join(names) if all(phases) else say("in het hele proces", "throughout")
            yield f"{process_name(process, say)}: {where}"
