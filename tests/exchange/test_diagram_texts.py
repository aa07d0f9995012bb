"""Diagrams in text: what DOT, Mermaid and SCXML say of a small process, line by line."""

from __future__ import annotations

import gezondsamen as gs
from gezondsamen.exchange import to_dot, to_mermaid, to_scxml
from tests.support.builders import label

BEGIN = gs.Phase("begin", label("begin"), kind="initial")
WORK = gs.Phase("work", label("werk"), stage=1)
REST = gs.Phase("rest", label("rust"), kind="suspended")
DONE = gs.Phase("done", label("klaar"), kind="final", outcome="success")
GONE = gs.Phase("gone", label("gestopt"), kind="final", outcome="early")
SMALL = gs.Process(
    key="small",
    label=label("klein"),
    phases=(BEGIN, WORK, REST, DONE, GONE),
    transitions=(
        BEGIN.to(WORK, "go", label=label("ga")),
        WORK.to(WORK, "again", label=label("nog eens")),
        WORK.to(DONE, "finish", label=label("maak af")),
        WORK.to(REST, "pause", label=label("schort op"), exceptional=True),
        REST.to(WORK, "resume", label=label("hervat")),
        *(phase.to(GONE, "stop", label=label("stop"), exceptional=True) for phase in (BEGIN, WORK, REST)),
    ),
    terms=gs.PPS.terms,
)
"""A process with a stage, a loop, a phase of rest, two ends, and a step out of all that is no end."""


def test_a_small_process_in_dot() -> None:
    """Each phase and step is a line; ends are framed twice, steps out of many phases are told below."""
    assert to_dot(SMALL).splitlines() == [
        'digraph "small" {',
        '  graph [charset="UTF-8", labelloc="b", label="klein\\nKan ook worden opgeschort en '
        'hervat: werk.\\nKan ook vanuit veel fasen: stop."]',
        '  node [shape="box", style="rounded"]',
        '  "begin" [label="Begin"]',
        '  "work" [label="1. Werk"]',
        '  "done" [label="Klaar", peripheries="2"]',
        '  "gone" [label="Gestopt", peripheries="2"]',
        '  "begin" -> "work" [id="begin.go", label="ga"]',
        '  "work" -> "work" [id="work.again", label="nog eens"]',
        '  "work" -> "done" [id="work.finish", label="maak af"]',
        "}",
    ]


def test_a_small_process_in_dot_where_it_is() -> None:
    """The present phase and those visited are marked; what leads out of the present one is drawn."""
    assert to_dot(SMALL, phase="work", visited=["begin", "work"]).splitlines() == [
        'digraph "small" {',
        '  graph [charset="UTF-8", labelloc="b", label="klein\\nKan ook vanuit veel fasen: stop."]',
        '  node [shape="box", style="rounded"]',
        '  "begin" [label="Begin", style="rounded,filled", fillcolor="gray90"]',
        '  "work" [label="1. Werk", penwidth="4"]',
        '  "rest" [label="Rust", style="rounded,dashed"]',
        '  "done" [label="Klaar", peripheries="2"]',
        '  "gone" [label="Gestopt", peripheries="2"]',
        '  "begin" -> "work" [id="begin.go", label="ga"]',
        '  "work" -> "work" [id="work.again", label="nog eens"]',
        '  "work" -> "done" [id="work.finish", label="maak af"]',
        '  "work" -> "rest" [id="work.pause", label="schort op", color="gray40", constraint="false"]',
        '  "rest" -> "work" [id="rest.resume", label="hervat"]',
        '  "work" -> "gone" [id="work.stop", label="stop", color="gray40", constraint="false"]',
        "}",
    ]


def test_a_small_process_in_mermaid() -> None:
    """Each phase and step is a line; ends lead out, steps out of many phases stand in a note."""
    assert to_mermaid(SMALL).splitlines() == [
        "stateDiagram-v2",
        "    [*] --> phase_begin",
        '    state "begin" as phase_begin',
        '    state "1. werk" as phase_work',
        '    state "klaar" as phase_done',
        '    state "gestopt" as phase_gone',
        "    phase_begin --> phase_work : ga",
        "    phase_work --> phase_work : nog eens",
        "    phase_work --> phase_done : maak af",
        "    phase_done --> [*]",
        "    phase_gone --> [*]",
        "    note left of phase_begin",
        "        Kan ook worden opgeschort en hervat - werk.",
        "        Kan ook vanuit veel fasen - stop.",
        "    end note",
    ]


def test_a_small_process_in_mermaid_where_it_is() -> None:
    """The present phase and those visited are marked; what leads out of the present one is drawn."""
    assert to_mermaid(SMALL, phase="work", visited=["begin", "work"]).splitlines() == [
        "stateDiagram-v2",
        "    [*] --> phase_begin",
        '    state "begin" as phase_begin',
        '    state "1. werk" as phase_work',
        '    state "rust" as phase_rest',
        '    state "klaar" as phase_done',
        '    state "gestopt" as phase_gone',
        "    phase_begin --> phase_work : ga",
        "    phase_work --> phase_work : nog eens",
        "    phase_work --> phase_done : maak af",
        "    phase_work --> phase_rest : schort op",
        "    phase_rest --> phase_work : hervat",
        "    phase_work --> phase_gone : stop",
        "    phase_done --> [*]",
        "    phase_gone --> [*]",
        "    note left of phase_begin",
        "        Kan ook vanuit veel fasen - stop.",
        "    end note",
        "    classDef visited fill:#e6e6e6,color:#1f1f1f",
        "    class phase_begin visited",
        "    classDef present stroke-width:4px,font-weight:bold",
        "    class phase_work present",
    ]


def test_a_small_process_in_scxml() -> None:
    """Each phase is a state with its steps; a step that stays has no target, an end is final."""
    assert to_scxml(SMALL).splitlines() == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<scxml version="1.0" name="small" initial="begin" xmlns="http://www.w3.org/2005/07/scxml" '
        'xmlns:gezondsamen="urn:gezondsamen:" gezondsamen:label="klein">',
        '<state id="begin" gezondsamen:label="begin">',
        '  <transition event="go" target="work" gezondsamen:label="ga"></transition>',
        '  <transition event="stop" target="gone" gezondsamen:label="stop" '
        'gezondsamen:exceptional="true"></transition>',
        "</state>",
        '<state id="work" gezondsamen:label="werk" gezondsamen:stage="1">',
        '  <transition event="again" gezondsamen:label="nog eens"></transition>',
        '  <transition event="finish" target="done" gezondsamen:label="maak af"></transition>',
        '  <transition event="pause" target="rest" gezondsamen:label="schort op" '
        'gezondsamen:exceptional="true"></transition>',
        '  <transition event="stop" target="gone" gezondsamen:label="stop" '
        'gezondsamen:exceptional="true"></transition>',
        "</state>",
        '<state id="rest" gezondsamen:label="rust">',
        '  <transition event="resume" target="work" gezondsamen:label="hervat"></transition>',
        '  <transition event="stop" target="gone" gezondsamen:label="stop" '
        'gezondsamen:exceptional="true"></transition>',
        "</state>",
        '<final id="done" gezondsamen:label="klaar" gezondsamen:outcome="success"></final>',
        '<final id="gone" gezondsamen:label="gestopt" gezondsamen:outcome="early"></final>',
        "</scxml>",
    ]
