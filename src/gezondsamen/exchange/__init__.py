"""How it looks outside: documents, plain data for a page, diagrams, calendars. The only door to cattrs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gezondsamen.lazy import at_first_use

if TYPE_CHECKING:
    from gezondsamen.exchange.bpmn import to_bpmn
    from gezondsamen.exchange.case_type import to_case_type
    from gezondsamen.exchange.case_type.values import CaseType, Catalogue, LeftOut, OpenField
    from gezondsamen.exchange.contract import plain_schema
    from gezondsamen.exchange.documents import dumps, entries_of, fact_of, header, loads
    from gezondsamen.exchange.dot import to_dot
    from gezondsamen.exchange.event_logs import to_ocel, to_xes, visits_from_xes
    from gezondsamen.exchange.event_logs.sqlite import to_ocel_sqlite
    from gezondsamen.exchange.forms import filled_in
    from gezondsamen.exchange.headers import Deviation, Header, Kept
    from gezondsamen.exchange.ical import to_ics
    from gezondsamen.exchange.json_text import Bounds
    from gezondsamen.exchange.linked.prov import to_prov
    from gezondsamen.exchange.linked.skos import to_skos
    from gezondsamen.exchange.mermaid import to_mermaid
    from gezondsamen.exchange.migration import Rehearsal, StepChange, rehearse
    from gezondsamen.exchange.openapi import openapi_schemas
    from gezondsamen.exchange.page import to_html
    from gezondsamen.exchange.plain import to_dict
    from gezondsamen.exchange.schema import json_schema
    from gezondsamen.exchange.scxml import to_scxml
    from gezondsamen.exchange.svg import to_svg
    from gezondsamen.renames import Rename, Renames

_LATER = {
    "gezondsamen.exchange.bpmn": ("to_bpmn",),
    "gezondsamen.exchange.case_type": ("to_case_type",),
    "gezondsamen.exchange.case_type.values": ("CaseType", "Catalogue", "LeftOut", "OpenField"),
    "gezondsamen.exchange.contract": ("plain_schema",),
    "gezondsamen.exchange.documents": ("dumps", "entries_of", "fact_of", "header", "loads"),
    "gezondsamen.exchange.dot": ("to_dot",),
    "gezondsamen.exchange.event_logs": ("to_ocel", "to_xes", "visits_from_xes"),
    "gezondsamen.exchange.event_logs.sqlite": ("to_ocel_sqlite",),
    "gezondsamen.exchange.forms": ("filled_in",),
    "gezondsamen.exchange.headers": ("Deviation", "Header", "Kept"),
    "gezondsamen.exchange.ical": ("to_ics",),
    "gezondsamen.exchange.json_text": ("Bounds",),
    "gezondsamen.exchange.linked.prov": ("to_prov",),
    "gezondsamen.exchange.linked.skos": ("to_skos",),
    "gezondsamen.exchange.mermaid": ("to_mermaid",),
    "gezondsamen.exchange.migration": ("Rehearsal", "StepChange", "rehearse"),
    "gezondsamen.exchange.openapi": ("openapi_schemas",),
    "gezondsamen.exchange.page": ("to_html",),
    "gezondsamen.exchange.plain": ("to_dict",),
    "gezondsamen.exchange.schema": ("json_schema",),
    "gezondsamen.exchange.scxml": ("to_scxml",),
    "gezondsamen.exchange.svg": ("to_svg",),
    "gezondsamen.renames": ("Rename", "Renames"),
}
"""Names that come with their first use, by their home: who reads a document does not wait for calendars."""

_HOMES = {name: home for home, names in _LATER.items() for name in names}

__all__ = [
    "Bounds",
    "CaseType",
    "Catalogue",
    "Deviation",
    "Header",
    "Kept",
    "LeftOut",
    "OpenField",
    "Rehearsal",
    "Rename",
    "Renames",
    "StepChange",
    "dumps",
    "entries_of",
    "fact_of",
    "filled_in",
    "header",
    "json_schema",
    "loads",
    "openapi_schemas",
    "plain_schema",
    "rehearse",
    "to_bpmn",
    "to_case_type",
    "to_dict",
    "to_dot",
    "to_html",
    "to_ics",
    "to_mermaid",
    "to_ocel",
    "to_ocel_sqlite",
    "to_prov",
    "to_scxml",
    "to_skos",
    "to_svg",
    "to_xes",
    "visits_from_xes",
]


if not TYPE_CHECKING:  # a type checker would take any name for one that comes later
    __getattr__ = at_first_use(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
