"""The contract of `to_dict`: what it returns is what its types and its schema say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import attrs
import jsonschema
import pytest

import gezondsamen as gs
from gezondsamen import examples
from gezondsamen.exchange import fact_of, openapi_schemas, plain_schema
from gezondsamen.exchange.contract import PLAIN
from gezondsamen.monitoring import Due
from tests.support.builders import DAY, PROCESSES, joined, rule, started

VALIDATORS = {name: jsonschema.Draft202012Validator(plain_schema(type(name, (), {}))) for name in PLAIN}


def values() -> Iterator[Any]:
    """Yield what is asked of the examples: every kind of value that has a plain form."""
    for name in examples.ids():
        example = examples.load(name)
        case, day = example.case, example.as_of
        yield case
        yield from case.dossier.parties
        yield from case.due(on=day)
        for track in case.tracks:
            yield from case.options(on=day, track=track).values()
            yield case.monitor(on=day, track=track)
        end = next(phase.key for phase in case.process.phases if phase.kind == "final")
        yield case.plan(end, on=day)
        yield gs.evaluation_schedule(case, on=day, until=day + timedelta(days=800))


def demand_contract(plain: Mapping[str, Any]) -> None:
    json.dumps(plain)
    VALIDATORS[plain["type"]].validate(plain)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_the_examples_give_keeps_the_contract(lang: str) -> None:
    """Every answer about every example has the keys and kinds of value that its schema promises."""
    kinds = set()
    for value in values():
        plain = gs.to_dict(value, lang)
        demand_contract(plain)
        kinds.add(plain["type"])
    assert kinds >= {"Check", "Collaboration", "Party", "Plan", "Schedule", "Watch"}


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.key)
def test_processes_keep_the_contract(process: gs.Process) -> None:
    """A process and each of its rules have the plain form that is promised."""
    demand_contract(gs.to_dict(process, "nl"))
    for requirement in process.requirements.values():
        demand_contract(gs.to_dict(requirement, "en"))


def test_a_step_says_whom_it_concerns() -> None:
    """A front end knows from the answer, and from the process, that a step wants a party as `about`."""
    case = examples.load("EX-07").case
    options = gs.to_dict(case.options(on=date(2016, 1, 1)), "nl")
    assert {key for key, option in options.items() if option["concerns"] == "party"} == {"add_partner"}
    steps = gs.to_dict(gs.PPS, "nl")["transitions"]
    assert {"add_partner"} <= {step["trigger"] for step in steps if step["concerns"] == "party"}


def test_a_due_step_keeps_the_contract() -> None:
    """What time has made due is told with its check."""
    check = started().check("start", on=DAY)
    demand_contract(gs.to_dict(Due("start", "main", DAY, check), "nl"))


def test_an_unknown_class_has_no_plain_form() -> None:
    """Whoever asks for the schema of something else is told what there is."""
    with pytest.raises(TypeError, match="these have: Check, Collaboration"):
        plain_schema(int)


FACTS = [
    gs.Stated(DAY, "purpose", "Meer bewegen", about=("party", "g")),
    gs.PartyJoined(DAY, gs.Party("g", "G", "municipality", ("sports",))),
    gs.AgreementDrafted(DAY, "a", "covenant"),
    gs.EvaluationPlanned(DAY, "progress_talk", every=gs.Every(months=3)),
]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_a_fact_alone_has_labels_and_reads_back(fact: gs.Fact) -> None:
    """What is shown of a fact can be sent back as it is."""
    plain = gs.to_dict(fact, "nl")
    assert plain["type"] == type(fact).__name__
    assert plain["labels"]
    assert fact_of(json.loads(json.dumps(plain))) == fact
    entry = gs.to_dict(gs.Entry(2, fact), "en")
    assert entry["type"] == "Entry"
    assert fact_of(entry["fact"]) == fact


def test_labels_are_those_of_the_words() -> None:
    """Each word has its text beside it, in the language asked for; a word of a host's own is its key."""
    assert gs.to_dict(FACTS[0], "nl")["labels"] == {"topic": "doel van de samenwerking"}
    assert gs.to_dict(FACTS[1], "en")["labels"]["party"]["kind"] == "municipality"
    assert gs.to_dict(gs.Party("x", "X", "airline"), "nl")["labels"]["kind"] == "airline"


VALUES = [
    gs.Party("g", "G", "municipality"),
    gs.PPS.terms[0],
    gs.About("party", "g"),
    gs.PPS.phases[0],
    gs.PPS.transitions[0],
    gs.PPS.evaluation_points[0],
    rule(),
    gs.PPS.works[0],
    gs.InvalidRecord("empty", "x"),
    gs.UnknownTrigger("x", "pps", "initiative"),
    gs.TransitionRefused(started().check("start", on=DAY)),
    started(gs.PPS, joined("g")).check("start", on=DAY).repair[0],
    started().check("start", on=DAY).outcomes[0].remedy,
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_every_value_says_what_it_is(value: Any) -> None:
    """A public value alone has the name of its class, and can be written as JSON."""
    plain = gs.to_dict(value, "nl")
    assert plain["type"] == type(value).__name__
    assert json.loads(json.dumps(plain)) == plain


def test_an_error_has_its_text() -> None:
    """A host sends an error to its page as it sends everything else."""
    plain = gs.to_dict(gs.InvalidRecord("duplicate-party", "…", "ggd"), "nl")
    assert plain["text"] == "De partij “ggd” doet al mee."
    assert plain["code"] == "duplicate-party"
    assert attrs.fields_dict(gs.InvalidRecord).keys() < plain.keys()


def test_components_have_the_words_of_a_process() -> None:
    """Where a process is given, a word is one of its terms; without one it is any text."""
    bare, own = openapi_schemas(), openapi_schemas(process=gs.PPS)
    assert bare.keys() == own.keys()
    assert own["TopicKey"]["enum"] == list(gs.PPS.vocabulary["topic"])
    assert "enum" not in bare["TopicKey"]
