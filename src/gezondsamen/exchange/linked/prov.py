"""PROV-O: where the record of a case comes from, entry by entry, for whoever audits it."""

from __future__ import annotations

from collections.abc import Iterator

from gezondsamen.arguments import check
from gezondsamen.collaboration import Collaboration
from gezondsamen.dossier.facts import PartyJoined
from gezondsamen.exchange.linked.rdf import Notation, written
from gezondsamen.exchange.linked.statements import UNKNOWN, Iri, Names, Statement, Text, names_under
from gezondsamen.exchange.markup import OWN_SPACE
from gezondsamen.language import language_of
from gezondsamen.prose.timeline import Line


def to_prov(
    case: Collaboration, *, lang: str = "nl", notation: Notation = "turtle", base: str = OWN_SPACE
) -> str:
    """Return the journal of a case as PROV-O, in Turtle or as JSON-LD.

    Each entry is an activity, of whoever entered it, that generated what it tells (an entity, with the
    day on which it happened as `dct:date`) and the next version of the case. What was taken back is
    invalidated by the entry that did so; what was corrected has a revision. Who entered something is an
    agent by the id that the host gave; parties are organisations. `base` is what addresses begin with:
    give one of your own, for two hosts may have a case with the same id.

    Raises `InvalidArgument` for a language without texts, another notation and a base that is no address,
    and `MissingExtra` when the package rdflib is not installed.
    """
    check("case", case, Collaboration, "a collaboration")
    return written(_statements(case, language_of(lang).code, names_under(base)), notation)


def _statements(case: Collaboration, lang: str, names: Names) -> Iterator[Statement]:
    yield names("case", case.id), "rdf:type", Iri("prov:Entity")
    if case.title:
        yield names("case", case.id), "dct:title", Text(case.title, UNKNOWN)
    for fact in (entry.fact for entry in case.dossier.journal):
        if isinstance(fact, PartyJoined):
            party = names("case", case.id, "party", fact.party.id)
            yield party, "rdf:type", Iri("prov:Agent")
            yield party, "rdf:type", Iri("prov:Organization")
            yield party, "rdfs:label", fact.party.name
    for line in case.timeline(lang):
        yield from _entry(line, case, lang, names)


def _entry(line: Line, case: Collaboration, lang: str, names: Names) -> Iterator[Statement]:
    def numbered(kind: str, number: int) -> Iri:
        return names("case", case.id, kind, str(number))

    entry, number = line.entry, line.number
    activity, told, version = (numbered(kind, number) for kind in ("entry", "fact", "version"))
    yield activity, "rdf:type", Iri("prov:Activity")
    yield told, "rdf:type", Iri("prov:Entity")
    yield told, "rdf:type", Iri(f"gezondsamen:{type(entry.fact).__name__}")
    yield told, "rdfs:label", Text(line.said, lang)
    yield told, "dct:date", line.on
    yield told, "prov:wasGeneratedBy", activity
    yield version, "rdf:type", Iri("prov:Entity")
    yield version, "prov:specializationOf", names("case", case.id)
    yield version, "prov:wasGeneratedBy", activity
    if number > 1:
        yield version, "prov:wasRevisionOf", numbered("version", number - 1)
        yield activity, "prov:used", numbered("version", number - 1)
    if entry.recorded_at is not None:
        yield activity, "prov:endedAtTime", entry.recorded_at
        yield told, "prov:generatedAtTime", entry.recorded_at
    if entry.by is not None:
        yield names("agent", entry.by), "rdf:type", Iri("prov:Agent")
        yield activity, "prov:wasAssociatedWith", names("agent", entry.by)
    if entry.on_behalf_of is not None:
        party = names("case", case.id, "party", entry.on_behalf_of)
        yield activity, "prov:wasAssociatedWith", party
        if entry.by is not None:
            yield names("agent", entry.by), "prov:actedOnBehalfOf", party
    if line.retracted_in is not None:
        yield told, "prov:wasInvalidatedBy", numbered("entry", line.retracted_in)
    if line.corrects is not None:
        yield told, "prov:wasRevisionOf", numbered("fact", line.corrects)
