"""Linked data: vocabularies and journals that tools of others read."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.catalogue.factors import FACTORS
from gezondsamen.errors import InvalidArgument
from gezondsamen.exchange import to_prov, to_skos
from gezondsamen.exchange.linked.rdf import written
from gezondsamen.exchange.linked.statements import Iri, Statement, Text
from gezondsamen.exchange.markup import sound
from gezondsamen.terms import words
from gezondsamen.testing import canonical, reachable_phases
from tests.support.builders import PROCESSES, joined, label, later, tiny
from tests.support.nasty import nasty_process
from tests.support.neighbours import neighbour
from tests.support.titles import HOSTILE_TITLES

pytest.importorskip("prov", reason="the package prov is not here")
pytest.importorskip("pyshacl", reason="the package pyshacl is not here")

from prov.model import ProvActivity, ProvAgent, ProvDocument, ProvEntity, ProvGeneration, ProvInvalidation
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SH, SKOS

pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning:(rdflib|prov)"
)  # theirs, among themselves

EVERY = pytest.mark.parametrize("process", [*PROCESSES, nasty_process()], ids=lambda p: p.key)
DAY = date(2024, 1, 8)


@cache
def read(process: gs.Process) -> Graph:
    return Graph().parse(data=to_skos(process), format="turtle")


def address(*parts: str) -> URIRef:
    return URIRef("urn:gezondsamen:" + "/".join(parts))


@EVERY
def test_each_word_and_each_rule_is_a_concept(process: gs.Process) -> None:
    """Labels and definitions are read back in each language, codes as notations, sources as documents."""
    graph = read(process)

    def check(concept: URIRef, label: gs.Label, definition: gs.Label, code: str) -> None:
        for lang in ("nl", "en"):
            assert Literal(sound(label.text(lang)), lang=lang) in set(graph.objects(concept, SKOS.prefLabel))
            meant = Literal(sound(definition.text(lang)), lang=lang)
            assert meant in set(graph.objects(concept, SKOS.definition))
        assert graph.value(concept, SKOS.notation) == Literal(code)

    for term in process.terms:
        check(address(term.scheme, term.key), term.label, term.definition or term.label, term.key)
    for rule in process.requirements.values():
        concept = address("rule", process.key, rule.code)
        check(concept, rule.name, rule.text, rule.code)
        titles = {
            str(graph.value(source, DCTERMS.title)) for source in graph.objects(concept, DCTERMS.source)
        }
        assert rule.citation.work.title in titles
    related = {(s, o) for s, o in graph.subject_objects(SKOS.related)}
    for _, rules in process.slots():
        for rule in rules:
            for word in words(rule.conditions):
                assert (address("rule", process.key, rule.code), address(*word)) in related
    found = Counter(
        str(concept).split(":")[2].split("/")[0] for concept in graph.subjects(RDF.type, SKOS.Concept)
    )
    assert found["rule"] == len(process.requirements)
    assert found.total() - found["rule"] - found["factor"] == len(process.terms)


@EVERY
def test_concepts_stand_in_their_scheme_and_lead_to_others(process: gs.Process) -> None:
    """Each concept is a top concept of one scheme with a title; a role leads to kinds of party that hold it,
    a kind of party and a sector to their group, a factor to rules, a rule to a note on our choice.
    """
    graph = read(process)
    schemes = {address(scheme) for scheme in process.vocabulary}
    schemes |= {address("rule", process.key), address("factor", process.key)}
    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == schemes
    for scheme in schemes:
        assert {title.language for title in graph.objects(scheme, DCTERMS.title)} == {"nl", "en"}  # type: ignore[attr-defined]
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        (home,) = graph.objects(concept, SKOS.inScheme)
        assert str(concept).startswith(f"{home}/")
        assert set(graph.objects(concept, SKOS.topConceptOf)) == {home}
        assert (home, SKOS.hasTopConcept, concept) in graph

    def known(kind: str, keys: Iterable[str]) -> set[URIRef]:
        return {address(kind, key) for key in keys if process.term(kind, key)}

    for term in process.terms:
        concept = address(term.scheme, term.key)
        wider = {"party_kind": "side", "sector": "sector_group"}.get(term.scheme, "")
        assert set(graph.objects(concept, SKOS.broadMatch)) == known(wider, term.groups)
        assert set(graph.objects(concept, SKOS.related)) == known("party_kind", term.held_by)
        assert bool(graph.value(concept, DCTERMS.source)) is (term.defined_by is not None)
    for code, rule in process.requirements.items():
        notes = {str(note) for note in graph.objects(address("rule", process.key, code), SKOS.scopeNote)}
        assert notes == ({sound(text) for text in rule.choice.texts()} if rule.choice else set())
    borne = {factor.code: factor for factor in FACTORS if any(map(factor.bears, process.lineage))}
    found = {
        str(c).rpartition("/")[2]: c
        for c in graph.objects(address("factor", process.key), SKOS.hasTopConcept)
    }
    assert found.keys() == borne.keys()
    for code, concept in found.items():
        assert str(graph.value(concept, SKOS.notation)) == code
        own = [rule for rule in borne[code].rules if rule in process.requirements]
        assert set(graph.objects(concept, SKOS.related)) == {address("rule", process.key, x) for x in own}


def test_no_concept_leads_to_what_the_process_does_not_know() -> None:
    """A group, or a kind of party that holds a role, that is no word of the process is not linked."""
    own = gs.Term("guild", label("gilde"), "party_kind", groups=("nowhere",))
    led = gs.Term("master", label("meester"), "role", held_by=("nobody", "guild"))
    graph = Graph().parse(data=to_skos(tiny(terms=(own, led))), format="turtle")
    assert set(graph.objects(address("party_kind", "guild"), SKOS.broadMatch)) == set()
    assert set(graph.objects(address("role", "master"), SKOS.related)) == {address("party_kind", "guild")}


def test_a_passage_is_a_document_with_a_page() -> None:
    """A source has the title of its work, how it is cited, and its address where it is one of the web."""
    graph = read(gs.PPS)
    passages = [x for rule in gs.PPS.requirements.values() for x in (rule.citation, *rule.also)]
    for passage in passages:
        (found,) = graph.subjects(DCTERMS.bibliographicCitation, Literal(passage.text()))
        page = graph.value(found, URIRef("http://xmlns.com/foaf/0.1/page"))
        assert page == (URIRef(passage.address) if passage.address.startswith("http") else None)
        assert graph.value(found, DCTERMS.title) == Literal(passage.work.title, lang="und")


@EVERY
def test_both_notations_say_the_same(process: gs.Process) -> None:
    """Turtle and JSON-LD hold the same statements."""
    other = Graph().parse(data=to_skos(process, notation="json-ld"), format="json-ld")
    assert set(other) == set(read(process))


def test_json_ld_is_short() -> None:
    """Addresses of the formats stand once, as prefixes, and keys are in order."""
    case = gs.Collaboration.start(gs.PPS, id="x", title="T", on=DAY)
    found = json.loads(to_prov(case, notation="json-ld"))
    assert found["@context"]["prov"] == "http://www.w3.org/ns/prov#"
    (entry,) = [each for each in found["@graph"] if each["@type"] == "prov:Activity"]
    assert entry["@id"].endswith("case/x/entry/1")
    assert all(list(each) == sorted(each) for each in found["@graph"])


def test_the_order_of_statements_does_not_matter() -> None:
    """The same statements give the same text."""
    made: list[Statement] = [
        (Iri("urn:a"), "rdfs:label", Text(text, lang)) for text in HOSTILE_TITLES for lang in ("nl", "en")
    ]
    for notation in ("turtle", "json-ld"):
        assert written(made, notation) == written(reversed(made), notation)


@cache
def shapes() -> Graph:
    return Graph().parse(neighbour("skos-ap-nl.ttl"))


@pytest.mark.parametrize("processes", [PROCESSES, [nasty_process()]], ids=["ours", "nasty"])
def test_the_dutch_profile_for_terms_is_kept(processes: Iterable[gs.Process]) -> None:
    """Every shape of NL-SBB is satisfied, without a warning, by all processes together.

    Its queries are asked once for all concepts, instead of once for each: that takes seconds, not minutes.
    """
    graph, plain = Graph(), Graph()
    for process in processes:
        graph += read(process)
    for triple in shapes():
        if triple[1] != SH.sparql:
            plain.add(triple)
    conforms, _, report = validate(graph, shacl_graph=plain)
    assert conforms, report
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    queries = [str(query) for query in shapes().objects(None, SH.select)]
    assert queries
    for query in queries:
        wrong = {row[0] for row in graph.query(query, initNs={"skos": SKOS}) if isinstance(row, tuple)}
        assert not wrong & concepts, query


def test_a_host_gives_addresses_of_its_own() -> None:
    """All addresses but those of the formats begin with the base, which must be one."""
    graph = Graph().parse(data=to_skos(nasty_process(), base="https://example.org/terms/"), format="turtle")
    assert {str(s).startswith("https://example.org/terms/") for s in graph.subjects()} == {True}
    for base in ("", "terms", "https:", "https://a b/", "https://a/\n", '"'):
        with pytest.raises(InvalidArgument):
            to_skos(nasty_process(), base=base)
    wrong: Any = "turtel"
    with pytest.raises(InvalidArgument, match="turtle"):
        to_skos(nasty_process(), notation=wrong)


def test_without_rdflib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the package is told the line that installs it."""
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(gs.MissingExtra, match=r"gezondsamen\[linked\]"):
        to_skos(nasty_process())


def document(case: gs.Collaboration) -> ProvDocument:
    """Return what the reader of PROV finds in the journal of a case."""
    return ProvDocument.deserialize(content=to_prov(case), format="rdf", rdf_format="turtle")


def names(found: Any) -> list[str]:
    return [str(record.identifier.uri) for record in found]


@pytest.mark.parametrize("process", PROCESSES, ids=lambda p: p.key)
def test_each_entry_is_an_activity(process: gs.Process) -> None:
    """A reader of PROV finds an activity for each entry, which generated a fact and a version."""
    case = canonical(process, reachable_phases(process)[-1])
    found = document(case)
    here = "urn:gezondsamen:case/case"
    numbers = [str(entry.number) for entry in case.entries_after(0)]
    assert sorted(names(found.get_records(ProvActivity))) == sorted(f"{here}/entry/{n}" for n in numbers)
    entities = set(names(found.get_records(ProvEntity)))
    assert {f"{here}/{kind}/{n}" for n in numbers for kind in ("fact", "version")} | {here} == entities
    assert len(list(found.get_records(ProvGeneration))) == 2 * len(numbers)


def test_who_entered_what_and_what_became_of_it() -> None:
    """Agents act for parties, what was taken back is invalidated, what was corrected has a revision."""
    case = gs.Collaboration.start(gs.PPS, id='2024/1 "a"', title="T", on=DAY).record(joined("g", on=DAY))
    said = gs.Stated(DAY, "purpose", 'zeg "x"')
    moment = datetime(2024, 1, 9, 12, tzinfo=UTC)
    case = case.record(said, by="u 17", on_behalf_of="g", recorded_at=moment)
    case = case.correct(3, gs.Stated(DAY, "purpose", "anders"), reason="typefout", by="u-18", on=DAY)
    found = document(case)
    here = "urn:gezondsamen:case/2024%2F1%20%22a%22"
    agents = {"urn:gezondsamen:agent/u%2017", "urn:gezondsamen:agent/u-18", f"{here}/party/g"}
    assert set(names(found.get_records(ProvAgent))) == agents
    (gone,) = found.get_records(ProvInvalidation)
    assert [str(name.uri) for name in gone.args[:2]] == [f"{here}/fact/3", f"{here}/entry/4"]
    graph = Graph().parse(data=to_prov(case), format="turtle")
    prov = "http://www.w3.org/ns/prov#"
    fact = URIRef(f"{here}/fact/3")
    assert graph.value(fact, DCTERMS.date) == Literal(DAY)
    assert graph.value(fact, URIRef(f"{prov}generatedAtTime")) == Literal(moment)
    assert 'zeg "x"' in str(graph.value(fact, RDFS.label))
    assert graph.value(URIRef(f"{here}/fact/5"), URIRef(f"{prov}wasRevisionOf")) == fact
    chain = {(str(s), str(o)) for s, o in graph.subject_objects(URIRef(f"{prov}actedOnBehalfOf"))}
    assert chain == {("urn:gezondsamen:agent/u%2017", f"{here}/party/g")}


def test_all_that_a_journal_states() -> None:
    """What PROV-O says of three entries, statement by statement."""
    case = gs.Collaboration.start(gs.PPS, id="x", title="T", on=DAY).record(joined("g", on=DAY))
    case = case.record(gs.Stated(later(1), "purpose", "a"), on_behalf_of="g")
    graph = Graph().parse(data=to_prov(case, lang="en"), format="turtle")

    def short(node: Any) -> str:
        return str(node.n3(graph.namespace_manager) if isinstance(node, URIRef) else node).strip("<>")

    here = "urn:gezondsamen:case/x"
    of_entry = {
        (f"{here}/{what}/{n}", "rdf:type", f"prov:{kind}")
        for n in (1, 2, 3)
        for what, kind in (("entry", "Activity"), ("fact", "Entity"), ("version", "Entity"))
    }
    of_entry |= {
        (f"{here}/{what}/{n}", "prov:wasGeneratedBy", f"{here}/entry/{n}")
        for n in (1, 2, 3)
        for what in ("fact", "version")
    }
    of_entry |= {(f"{here}/version/{n}", "prov:specializationOf", here) for n in (1, 2, 3)}
    labels = {(s, p, o) for s, p, o in (map(short, each) for each in graph) if p == "rdfs:label"}
    assert {tuple(map(short, each)) for each in graph} - of_entry - labels == {
        (here, "rdf:type", "prov:Entity"),
        (here, "dct:title", "T"),
        (f"{here}/party/g", "rdf:type", "prov:Agent"),
        (f"{here}/party/g", "rdf:type", "prov:Organization"),
        (f"{here}/fact/1", "rdf:type", "gezondsamen:TrackOpened"),
        (f"{here}/fact/1", "dct:date", "2024-01-08"),
        (f"{here}/fact/2", "rdf:type", "gezondsamen:PartyJoined"),
        (f"{here}/fact/2", "dct:date", "2024-01-08"),
        (f"{here}/fact/3", "rdf:type", "gezondsamen:Stated"),
        (f"{here}/fact/3", "dct:date", "2024-01-09"),
        (f"{here}/entry/3", "prov:wasAssociatedWith", f"{here}/party/g"),
        (f"{here}/version/2", "prov:wasRevisionOf", f"{here}/version/1"),
        (f"{here}/version/3", "prov:wasRevisionOf", f"{here}/version/2"),
        (f"{here}/entry/2", "prov:used", f"{here}/version/1"),
        (f"{here}/entry/3", "prov:used", f"{here}/version/2"),
    }
    assert labels == {
        (f"{here}/party/g", "rdfs:label", "Partij g"),
        *((f"{here}/fact/{line.number}", "rdfs:label", line.said) for line in case.timeline("en")),
    }


def test_any_id_and_any_text_is_carried() -> None:
    """Whatever a host calls a case, a party or a person, and whatever stands in a title, is read back."""
    for text in HOSTILE_TITLES:
        plain = "".join(sign for sign in text if sign.isprintable() and sign != "+").strip()  # refused
        case = gs.Collaboration.start(gs.PPS, id=plain, title=plain, on=DAY)
        case = case.record(gs.PartyJoined(DAY, gs.Party(id=plain, name=plain, kind="ggd")), by=plain)
        graph = Graph().parse(data=to_prov(case), format="turtle")
        assert plain in {str(title) for title in graph.objects(None, DCTERMS.title)}
        assert plain in {str(label) for label in graph.objects(None, RDFS.label)}
        assert len(names(document(case).get_records(ProvActivity))) == 2
