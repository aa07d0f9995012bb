"""SKOS: the words, rules and factors of a process as concepts that others can point at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gezondsamen.arguments import check
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.citations import Citation
from gezondsamen.evaluation.factors import Factor
from gezondsamen.exchange.linked.rdf import Notation, written
from gezondsamen.exchange.linked.statements import Iri, Names, Statement, names_under, source, texts
from gezondsamen.exchange.markup import OWN_SPACE
from gezondsamen.labels import Label
from gezondsamen.process.process import Process
from gezondsamen.process.requirements import Requirement
from gezondsamen.prose import exports as words
from gezondsamen.terms import Term
from gezondsamen.terms import words as mentioned


def to_skos(process: Process, *, notation: Notation = "turtle", base: str = OWN_SPACE) -> str:
    """Return the vocabulary of a process as SKOS, in Turtle or as JSON-LD.

    Each list of words is a concept scheme, and so are the rules and the factors; each word, rule and
    factor is a concept with labels and a definition in each language, and its source where it has one. A
    code is a notation; a rule is related to the words that it names, a role to the kinds of party that
    usually hold it. `base` is what addresses begin with: give your own where you publish them.

    Raises `InvalidArgument` for another notation and for a base that is no address, and `MissingExtra`
    when the package rdflib is not installed.
    """
    check("process", process, Process, "a process, such as gs.PPS")
    return written(_statements(process, names_under(base)), notation)


def _statements(process: Process, names: Names) -> Iterator[Statement]:
    for scheme, terms in process.vocabulary.items():
        yield from _scheme(names(scheme), scheme, process)
        for term in terms.values():
            yield from _term(term, process, names)
    yield from _scheme(names("rule", process.key), "rule", process)
    for rule in process.requirements.values():
        yield from _rule(rule, process, names)
    yield from _scheme(names("factor", process.key), "factor", process)
    for factor in FACTORS:
        if any(factor.bears(key) for key in process.lineage):
            yield from _factor(factor, process, names)


def _scheme(scheme: Iri, kind: str, process: Process) -> Iterator[Statement]:
    yield scheme, "rdf:type", Iri("skos:ConceptScheme")
    title = words.filled(words.SCHEME[kind], process=process.label)
    yield from ((scheme, "dct:title", text) for text in texts(title))


def _concept(
    concept: Iri, scheme: Iri, label: Label, definition: Label, sources: Iterable[Citation], names: Names
) -> Iterator[Statement]:
    yield concept, "rdf:type", Iri("skos:Concept")
    yield concept, "skos:inScheme", scheme
    yield concept, "skos:topConceptOf", scheme
    yield scheme, "skos:hasTopConcept", concept
    yield from ((concept, "skos:prefLabel", text) for text in texts(label))
    yield from ((concept, "skos:definition", text) for text in texts(definition))
    for citation in sources:
        yield concept, "dct:source", names.source(citation)
        yield from source(citation, names)


def _term(term: Term, process: Process, names: Names) -> Iterator[Statement]:
    concept = names(term.scheme, term.key)
    definition = term.definition or term.label
    sources = () if term.defined_by is None else (term.defined_by,)
    yield from _concept(concept, names(term.scheme), term.label, definition, sources, names)
    yield concept, "skos:notation", term.key
    for kind in term.held_by:
        if process.term("party_kind", kind):
            yield concept, "skos:related", names("party_kind", kind)
    wider = {"party_kind": "side", "sector": "sector_group"}.get(term.scheme)
    for group in term.groups:
        if wider and process.term(wider, group):
            yield concept, "skos:broadMatch", names(wider, group)


def _rule(rule: Requirement, process: Process, names: Names) -> Iterator[Statement]:
    concept, scheme = names("rule", process.key, rule.code), names("rule", process.key)
    yield from _concept(concept, scheme, rule.name, rule.text, (rule.citation, *rule.also), names)
    yield concept, "skos:notation", rule.code
    if rule.choice is not None:
        yield from ((concept, "skos:scopeNote", text) for text in texts(rule.choice))
    slots = [x for _, rules in process.slots() for x in rules if x.code == rule.code]
    for kind, key in sorted({word for x in slots for word in mentioned(x.conditions)}):
        yield concept, "skos:related", names(kind, key)


def _factor(factor: Factor, process: Process, names: Names) -> Iterator[Statement]:
    concept, scheme = names("factor", process.key, factor.code), names("factor", process.key)
    definition = words.filled(words.FACTOR[factor.kind], label=factor.label)
    yield from _concept(concept, scheme, factor.label, definition, (factor.citation,), names)
    yield concept, "skos:notation", factor.code
    for code in factor.rules:
        if code in process.requirements:
            yield concept, "skos:related", names("rule", process.key, code)
