"""Linked data: words and rules as SKOS, a journal as PROV-O. Only `rdf` opens the door to rdflib."""
