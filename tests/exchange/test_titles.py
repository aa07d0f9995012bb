"""Hostile titles in every format: where each is tried, and those that no other file tries.

A title survives when a reader by others gives it back as it was, without what the format cannot hold.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Final

import attrs
import pytest
from jsonschema import Draft202012Validator

import gezondsamen as gs
from gezondsamen.exchange import json_schema, openapi_schemas, to_html
from gezondsamen.exchange.markup import UNTOLD
from tests.support.builders import DAY, tiny
from tests.support.nasty import nasty, nasty_process
from tests.support.titles import HOSTILE_TITLES

FORMATS = Path(__file__).parents[2] / "docs" / "reference" / "formats.md"
LAW: Final = {
    "Document (JSON)": "exchange.test_titles.test_documents_keep_titles",
    "HTML": "exchange.test_titles.test_pages_show_titles",
    "SVG": "exchange.test_svg.test_whatever_a_label_holds_is_shown",
    "DOT": "exchange.test_dot.test_graphviz_draws_each_phase_and_each_step",
    "Mermaid": "exchange.test_mermaid.test_every_text_stays_in_its_line",
    "BPMN 2.0": "exchange.test_bpmn.test_what_the_process_says_is_carried",
    "SCXML": "exchange.test_scxml.test_states_and_transitions_bear_their_labels",
    "SKOS (Turtle, JSON-LD)": "exchange.test_linked.test_each_word_and_each_rule_is_a_concept",
    "PROV-O (Turtle, JSON-LD)": "exchange.test_linked.test_any_id_and_any_text_is_carried",
    "Case type (ZGW, Catalogi API 1.3)": "exchange.test_case_type.test_whatever_a_label_holds_is_carried",
    "iCalendar": "readers.test_calendars.test_titles_survive",
    "XES (IEEE 1849-2023)": "exchange.test_event_logs.test_titles_survive",
    "OCEL 2.0, JSON, XML and SQLite": "exchange.test_event_logs.test_titles_survive",
    "CSV": "readers.test_tables.test_titles_survive_csv",
    "xlsx": "readers.test_tables.test_workbooks_read_back",
    "BibTeX": "readers.test_tables.test_bibtex_is_read_by_pybtex",
    "CSL JSON": "readers.test_tables.test_csl_is_read_by_citeproc",
    "Gherkin (`.feature`)": "testing.test_stories.test_hostile_titles_stay_in_their_line",
    "JSON Schema 2020-12": "exchange.test_titles.test_schemas_allow_titles",
    "OpenAPI 3.1": "exchange.test_titles.test_schemas_allow_titles",
}
"""Where it is tried that titles survive in a format."""


def test_every_format_carries_titles() -> None:
    """Each format of the table in the documentation has such a test."""
    table = FORMATS.read_text(encoding="utf-8").partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \|", table, re.MULTILINE)[2:]
    assert sorted(rows) == sorted(LAW)
    for place in LAW.values():
        module, _, name = place.rpartition(".")
        assert callable(getattr(import_module(f"tests.{module}"), name))


def admitted(title: str) -> str:
    """Return a title without the control signs for which a case refuses it; labels may have them."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", "", title)


def titled(title: str) -> gs.Collaboration:
    """Return a case under a title, in a process whose labels are that title."""
    plain = tiny()
    process = gs.Process(
        key="titled",
        label=nasty(title),
        phases=[attrs.evolve(p, label=nasty(title), watches=()) for p in plain.phases],
        transitions=[attrs.evolve(t, label=nasty(title), requires=(), advises=()) for t in plain.transitions],
    )
    return gs.Collaboration.start(process, id="titled", title=admitted(title), on=DAY)


def test_documents_keep_titles() -> None:
    """A process and a case are the same after a document was made of them and read by any reader of JSON."""
    process = nasty_process()
    assert gs.loads(gs.dumps(process)) == process
    for title in HOSTILE_TITLES:
        case = titled(title)
        text = gs.dumps(case)
        assert gs.loads(json.dumps(json.loads(text)), processes={"titled": case.process}) == case
        assert gs.dumps(gs.loads(text, processes={"titled": case.process})) == text


class _Shown(HTMLParser):
    """Keep the text of a page."""

    text = ""
    inside = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        self.text += "" if self.inside in ("style", "script") else data


@pytest.mark.parametrize("title", HOSTILE_TITLES, ids=range(len(HOSTILE_TITLES)))
def test_pages_show_titles(title: str) -> None:
    """A reader of HTML finds the title of a case, and the labels of its process, as texts."""
    read = _Shown()
    read.feed(to_html(titled(title), on=DAY))
    text = " ".join(read.text.split()).casefold()
    assert text.count(" ".join(admitted(title).split()).casefold()) > 1
    assert " ".join(UNTOLD.sub("\ufffd", title).split()).casefold() in text


def test_schemas_allow_titles() -> None:
    """What is written under any title fits the schema of documents, and the components of an API."""
    process = nasty_process()
    case = gs.Collaboration.start(process, id="titled", title=HOSTILE_TITLES[0], on=DAY)
    of_case = Draft202012Validator(json_schema(gs.Collaboration, process=process))
    of_process = Draft202012Validator(json_schema(gs.Process))
    assert list(of_process.iter_errors(json.loads(gs.dumps(process)))) == []
    assert list(of_case.iter_errors(json.loads(gs.dumps(case)))) == []
    components = json.dumps(openapi_schemas(process=process))
    assert json.loads(components).keys() == openapi_schemas(process=process).keys()
