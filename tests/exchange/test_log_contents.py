"""Event logs: what the log of one small case says, event by event and object by object."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import gezondsamen as gs
from gezondsamen.exchange import to_ocel, to_xes
from tests.support.builders import DAY, joined, later, started

OPENED = started(
    gs.PPS,
    joined("a", "municipality", "sport", "youth", internal=True),
    joined("b", "retailer"),
    id="x",
    title="T",
).record(
    gs.Stated(DAY, "party_ambition", "x", about="a", until=later(9)),
    gs.Stated(DAY, "sector_considered", "x", about=("sector", "sport")),
    gs.Quantified(DAY, "capacity_money", 2.5),
    gs.AgreementDrafted(DAY, "pact", "covenant", ("a", "b"), "b", ("goal", "term"), start=DAY, title="P"),
    gs.ActionAgreed(DAY, "act", "y", "b", "sport", later(9)),
    gs.EvaluationPlanned(DAY, "periodic", gs.Every(months=6), aspects=("process",)),
    gs.EvaluationHeld(later(1), "periodic", "continue", ("process", "effect")),
    by="u",
    on_behalf_of="a",
)
CASE = OPENED.open(gs.AGREEMENT, track="pact", on=later(1), phase="in_force", since=DAY, reason="r").record(
    gs.ActionAgreed(later(2), "act", "y", "a", "sport", later(9), done=later(2)),
    gs.Stated(DAY, "vision", "fout"),
    gs.Stated(DAY, "purpose", "x"),
)
CASE = CASE.correct(13, None, reason="fout", on=later(2)).advance(
    "start", gs.Stated(later(3), "rationale", "x"), on=later(3), about=("matter", "m"), on_behalf_of="b"
)


def log() -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(to_ocel([CASE], until=later(5))))
    return found


def at(day: int) -> str:
    return f"{later(day)}T00:00:00+00:00"


def test_events_say_what_happened() -> None:
    """Each fact that counts is an event with its day, the attributes of its kind, and what it is about."""
    assert [
        (
            event["id"],
            event["type"],
            event["time"],
            {each["name"]: each["value"] for each in event["attributes"]},
            {each["qualifier"]: each["objectId"] for each in event["relationships"]},
        )
        for event in log()["events"]
    ] == [
        (
            "x#1",
            "track opened",
            at(0),
            {"process": "pps", "phase": "initiative"},
            {"in": "x", "track": "x#track#main"},
        ),
        ("x#2", "party joined", at(0), {}, {"in": "x", "party": "x#party#a"}),
        ("x#3", "party joined", at(0), {}, {"in": "x", "party": "x#party#b"}),
        (
            "x#4",
            "stated",
            at(0),
            {"topic": "party_ambition", "until": at(9), "holds": True},
            {"in": "x", "about": "x#party#a"},
        ),
        (
            "x#5",
            "stated",
            at(0),
            {"topic": "sector_considered", "holds": True, "about": "sector:sport"},
            {"in": "x", "on behalf of": "x#party#a"},
        ),
        (
            "x#6",
            "quantified",
            at(0),
            {"topic": "capacity_money", "amount": 2.5},
            {"in": "x", "on behalf of": "x#party#a"},
        ),
        (
            "x#7",
            "agreement drafted",
            at(0),
            {"kind": "covenant", "clauses": "goal;term", "start": at(0), "principal": True},
            {"in": "x", "agreement": "x#agreement#pact", "obliged": "x#party#b", "parties": "x#party#a"},
        ),
        (
            "x#8",
            "action agreed",
            at(0),
            {"sector": "sport", "due": at(9)},
            {"in": "x", "action": "x#action#act", "owner": "x#party#b", "on behalf of": "x#party#a"},
        ),
        (
            "x#9",
            "evaluation planned",
            at(0),
            {"kind": "periodic", "every": "P6M", "aspects": "process"},
            {"in": "x", "on behalf of": "x#party#a"},
        ),
        (
            "x#11",
            "track opened",
            at(1),
            {"process": "agreement", "phase": "in_force", "since": at(0)},
            {"in": "x", "track": "x#track#pact"},
        ),
        ("x#14", "stated", at(0), {"topic": "purpose", "holds": True}, {"in": "x"}),
        (
            "x#10",
            "evaluation held",
            at(1),
            {"kind": "periodic", "decision": "continue", "aspects": "process;effect"},
            {"in": "x", "evaluation": "x#evaluation#10", "on behalf of": "x#party#a"},
        ),
        (
            "x#12",
            "action agreed",
            at(2),
            {"sector": "sport", "due": at(9), "done": at(2)},
            {"in": "x", "action": "x#action#act", "owner": "x#party#a"},
        ),
        (
            "x#16",
            "stated",
            at(3),
            {"topic": "rationale", "holds": True},
            {"in": "x", "on behalf of": "x#party#b"},
        ),
        (
            "x#17",
            "start",
            at(3),
            {"phase": "organisation_form", "about": "matter:m"},
            {"in": "x", "track": "x#track#main", "on behalf of": "x#party#b"},
        ),
    ]


def test_objects_say_what_was_known_and_since_when() -> None:
    """Each object has the values of its type, with the day of each, and how it belongs to the case."""
    assert [
        (
            thing["id"],
            [(each["name"], each["time"][:10], each["value"]) for each in thing["attributes"]],
            {each["qualifier"]: each["objectId"] for each in thing["relationships"]},
        )
        for thing in log()["objects"]
    ] == [
        (
            "x",
            [("case", "2024-01-08", "x"), ("title", "2024-01-08", "T"), ("process", "2024-01-08", "pps")],
            {},
        ),
        (
            "x#track#main",
            [
                ("name", "2024-01-08", "main"),
                ("process", "2024-01-08", "pps"),
                ("adopted", "2024-01-08", False),
                ("phase", "2024-01-08", "initiative"),
                ("phase", "2024-01-11", "organisation_form"),
            ],
            {"of": "x"},
        ),
        (
            "x#track#pact",
            [
                ("name", "2024-01-09", "pact"),
                ("process", "2024-01-09", "agreement"),
                ("adopted", "2024-01-09", True),
                ("phase", "2024-01-09", "in_force"),
            ],
            {"of": "x", "life of": "x#agreement#pact"},
        ),
        (
            "x#party#a",
            [
                ("name", "2024-01-08", "Partij a"),
                ("kind", "2024-01-08", "municipality"),
                ("sectors", "2024-01-08", "sport;youth"),
                ("internal", "2024-01-08", True),
            ],
            {"takes part in": "x"},
        ),
        (
            "x#party#b",
            [
                ("name", "2024-01-08", "Partij b"),
                ("kind", "2024-01-08", "retailer"),
                ("internal", "2024-01-08", False),
            ],
            {"takes part in": "x"},
        ),
        (
            "x#agreement#pact",
            [
                ("title", "2024-01-08", "P"),
                ("kind", "2024-01-08", "covenant"),
                ("start", "2024-01-08", at(0)),
                ("principal", "2024-01-08", True),
            ],
            {"of": "x", "party": "x#party#a", "obliged": "x#party#b"},
        ),
        (
            "x#evaluation#10",
            [
                ("kind", "2024-01-09", "periodic"),
                ("decision", "2024-01-09", "continue"),
                ("aspects", "2024-01-09", "process;effect"),
            ],
            {"of": "x"},
        ),
        (
            "x#action#act",
            [
                ("sector", "2024-01-08", "sport"),
                ("due", "2024-01-08", at(9)),
                ("sector", "2024-01-10", "sport"),
                ("due", "2024-01-10", at(9)),
                ("done", "2024-01-10", at(2)),
            ],
            {"of": "x", "owner": "x#party#a"},
        ),
    ]


def test_a_trace_says_where_a_track_began_and_went() -> None:
    """A trace has the words of its track; an event the phases, the day and on whose behalf it was."""
    space = "{http://www.xes-standard.org/}"
    tree = ElementTree.fromstring("".join(to_xes([CASE], until=later(5))))
    found = [
        {each.attrib["key"]: each.attrib["value"] for each in part if "key" in each.attrib}
        for part in tree.iter()
        if part.tag in (f"{space}trace", f"{space}event")
    ]
    assert found == [
        {
            "concept:name": "x",
            "case": "x",
            "track": "main",
            "title": "T",
            "process": "pps",
            "process_version": "1",
            "phase": "organisation_form",
            "status": "censored",
            "until": at(5),
        },
        {
            "concept:name": "(begin)",
            "lifecycle:transition": "complete",
            "time:timestamp": at(0),
            "phase_to": "initiative",
        },
        {
            "concept:name": "start",
            "lifecycle:transition": "complete",
            "time:timestamp": at(3),
            "phase_from": "initiative",
            "phase_to": "organisation_form",
            "about:matter": "m",
            "org:group": "b",
        },
        {
            "concept:name": "x#pact",
            "case": "x",
            "track": "pact",
            "title": "T",
            "process": "agreement",
            "process_version": "1",
            "phase": "in_force",
            "status": "censored",
            "until": at(5),
        },
        {
            "concept:name": "(begin)",
            "lifecycle:transition": "complete",
            "time:timestamp": at(1),
            "phase_to": "in_force",
            "since": at(0),
        },
    ]
