"""How it looks outside: documents, plain data for a page, diagrams, calendars. The only door to cattrs."""

from __future__ import annotations

from gezondsamen.exchange.bpmn import to_bpmn
from gezondsamen.exchange.case_type import to_case_type
from gezondsamen.exchange.case_type.values import CaseType, Catalogue, LeftOut, OpenField
from gezondsamen.exchange.contract import plain_schema
from gezondsamen.exchange.documents import dumps, entries_of, fact_of, header, loads
from gezondsamen.exchange.dot import to_dot
from gezondsamen.exchange.event_logs import to_ocel, to_xes, visits_from_xes
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
    "to_prov",
    "to_scxml",
    "to_skos",
    "to_svg",
    "to_xes",
    "visits_from_xes",
]
