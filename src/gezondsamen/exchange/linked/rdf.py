"""Statements as Turtle or JSON-LD. The only door to rdflib."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from gezondsamen.errors import InvalidArgument, MissingExtra, shown
from gezondsamen.exchange.linked.statements import Iri, Statement, Text
from gezondsamen.exchange.markup import OWN_SPACE, sound
from gezondsamen.terms import nearest

if TYPE_CHECKING:
    from rdflib.term import Node

Notation = Literal["turtle", "json-ld"]
"""How linked data is written."""

_SPACES: Final = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gezondsamen": OWN_SPACE,
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


def written(statements: Iterable[Statement], notation: str) -> str:
    """Return statements as a text, the same for the same statements.

    Raises `InvalidArgument` for another notation than those of `Notation`, and `MissingExtra` without
    rdflib.
    """
    if notation not in get_args(Notation):
        message = f"notation takes {' or '.join(get_args(Notation))}, not {shown(notation)}"
        near = nearest(notation, get_args(Notation))
        raise InvalidArgument("unknown-notation", message, shown(notation), nearest=near)
    try:
        from rdflib import Graph
    except ImportError:
        raise MissingExtra("linked", "rdflib") from None
    graph = Graph(bind_namespaces="none")
    for prefix, space in _SPACES.items():
        graph.bind(prefix, space)
    for subject, property_, value in sorted(set(statements), key=repr):
        graph.add((_node(subject), _node(Iri(property_)), _node(value)))
    options: dict[str, Any] = {"context": _SPACES, "sort_keys": True} if notation == "json-ld" else {}
    text: str = graph.serialize(format=notation, **options)
    return text.rstrip("\n") + "\n"


def _node(value: Iri | Text | str | date) -> Node:
    from rdflib import Literal, URIRef

    match value:
        case Iri(text):
            prefix, colon, name = text.partition(":")
            return URIRef(_SPACES[prefix] + name if colon and prefix in _SPACES else text)
        case Text(text, lang):
            return Literal(sound(text), lang=lang)
        case str():
            return Literal(sound(value))
        case _:
            return Literal(value)
