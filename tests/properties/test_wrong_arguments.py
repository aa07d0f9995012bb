"""Wrong arguments: whatever a public call is given, it answers or raises an error of the library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen import examples, exchange, guidance
from gezondsamen.testing import assert_own_errors
from tests.support.builders import DAY, joined, later, started

CASE = started(gs.PPS, joined("g"), gs.Stated(DAY, "purpose", "x"))
OWN = exchange.Catalogue(domain="GEZ", rsin="123456782", contact="beheer", since=DAY)
CHECK = CASE.check("start", on=DAY)
YEAR = later(365)
RUNNING = examples.load("EX-07").case
SCHEDULE = gs.evaluation_schedule(RUNNING, on=date(2016, 1, 1), until=date(2017, 1, 1))


def record(fact: Any, **given: Any) -> gs.Collaboration:
    return CASE.record(fact, **given)


def advance(trigger: Any, fact: Any, **given: Any) -> gs.Collaboration:
    return CASE.advance(trigger, fact, **given)


Call = tuple[Callable[..., Any], dict[str, Any]]

CALLS: dict[str, Call] = {
    "start": (
        gs.Collaboration.start,
        {
            "process": gs.PPS,
            "id": "w",
            "on": DAY,
            "title": "W",
            **dict.fromkeys(("phase", "since", "reason", "by", "on_behalf_of", "recorded_at")),
        },
    ),
    "replay": (gs.Collaboration.replay, {"processes": gs.PPS, "entries": CASE.entries_after(0)}),
    "open": (
        CASE.open,
        {
            "process": gs.INTEGRAL,
            "on": DAY,
            **dict.fromkeys(("track", "phase", "since", "reason", "by", "on_behalf_of", "recorded_at")),
        },
    ),
    "phase_of": (CASE.phase_of, {"track": "main"}),
    "is_in": (CASE.is_in, {"phase": "initiative", "track": None}),
    "visits_of": (CASE.visits_of, {"track": "main"}),
    "entries_after": (CASE.entries_after, {"version": 0}),
    "record": (
        record,
        {
            "fact": gs.Stated(DAY, "rationale", "x"),
            **dict.fromkeys(("by", "on_behalf_of", "recorded_at")),
        },
    ),
    "advance": (
        advance,
        {
            "trigger": "start",
            "fact": gs.Stated(DAY, "rationale", "x"),
            "on": DAY,
            **dict.fromkeys(("track", "about", "by", "on_behalf_of", "recorded_at")),
        },
    ),
    "correct": (
        CASE.correct,
        {
            "entry": 3,
            "replacement": None,
            "reason": "typefout",
            **dict.fromkeys(("by", "on", "on_behalf_of", "recorded_at")),
        },
    ),
    "redact": (CASE.redact, {"entry": 3, "person": None}),
    "redact a person": (CASE.redact, {"entry": None, "person": "u-1"}),
    "check": (CASE.check, {"trigger": "start", "on": DAY, "track": None, "about": None}),
    "options": (CASE.options, {"on": DAY, "track": None, "about": None}),
    "plan": (CASE.plan, {"to": "organisation_form", "on": DAY, "track": None}),
    "monitor": (CASE.monitor, {"on": DAY, "track": None}),
    "digest": (CASE.digest, {"on": DAY, "since": None}),
    "digest in words": (CASE.digest(on=DAY).text, {"lang": "nl", "still": None}),
    "due": (CASE.due, {"on": DAY}),
    "as_of": (CASE.dossier.as_of, {"day": DAY}),
    "party": (CASE.dossier.party, {"ident": "g"}),
    "entries": (CASE.dossier.entries, {"kind": gs.Stated, "key": "purpose"}),
    "track": (CASE.dossier.track, {"name": "main"}),
    "steps": (CASE.dossier.steps, {"track": "main"}),
    "visits": (CASE.dossier.visits, {"track": "main"}),
    "evaluation_schedule": (
        gs.evaluation_schedule,
        {"case": CASE, "on": DAY, "until": YEAR, "calendar": None, "direction": "following"},
    ),
    "diff": (SCHEDULE.diff, {"other": SCHEDULE}),
    "calendar": (gs.DutchCalendar, {"region": "noord"}),
    "dumps": (gs.dumps, {"value": CASE, "indent": None}),
    "loads": (gs.loads, {"text": gs.dumps(CASE), "processes": None, "renames": None, "as_": None}),
    "to_dict": (gs.to_dict, {"value": CASE, "lang": "nl"}),
    "fact_of": (exchange.fact_of, {"plain": {"type": "Stated", "on": "2024-01-10", "topic": "purpose"}}),
    "json_schema": (exchange.json_schema, {"kind": gs.Stated, "process": None, "lang": None}),
    "to_html": (
        exchange.to_html,
        {"case": CASE, "on": DAY, "lang": "nl", **dict.fromkeys(("track", "until", "calendar"))},
    ),
    "to_dot": (
        exchange.to_dot,
        {"process": gs.PPS, "lang": "nl", "phase": None, "visited": ("negotiation",)},
    ),
    "to_bpmn": (exchange.to_bpmn, {"process": gs.PPS, "lang": "nl"}),
    "to_scxml": (exchange.to_scxml, {"process": gs.PPS, "lang": "nl"}),
    "to_skos": (exchange.to_skos, {"process": gs.AGREEMENT, "notation": "turtle", "base": "urn:x:"}),
    "to_prov": (exchange.to_prov, {"case": CASE, "lang": "nl", "notation": "turtle", "base": "urn:x:"}),
    "to_case_type": (
        exchange.to_case_type,
        {"process": gs.PPS, "lang": "nl", "duration": None, "archive": None, "catalogue": OWN},
    ),
    "to_mermaid": (
        exchange.to_mermaid,
        {"process": gs.PPS, "lang": "nl", "phase": None, "visited": ("negotiation",)},
    ),
    "to_svg": (
        exchange.to_svg,
        {"process": gs.PPS, "lang": "nl", "phase": None, "visited": ("negotiation",)},
    ),
    "to_machine": (gs.to_machine, {"process": gs.PPS}),
    "verify": (gs.verify, {"process": gs.PPS}),
    "adapt": (
        gs.PPS.adapt,
        {
            "key": "own",
            "drop": (),
            "soften": (),
            "terms": (),
            **dict.fromkeys(("limits", "require", "labels", "label")),
        },
    ),
    "diff of processes": (gs.PPS.diff, {"other": gs.PPS}),
    "phase": (gs.PPS.phase, {"key": "initiative"}),
    "exits": (gs.PPS.exits, {"source": "initiative"}),
    "ways_out": (gs.PPS.ways_out, {"source": "initiative"}),
    "has_phase": (gs.PPS.has_phase, {"key": "initiative"}),
    "transition": (gs.PPS.transition, {"source": "initiative", "trigger": "start"}),
    "term": (gs.PPS.term, {"scheme": "topic", "key": "purpose"}),
    "load": (examples.load, {"example": "EX-07", "processes": None}),
    "factors": (guidance.factors, {"process": "pps", "phase": None, "kind": None, "among": None}),
    "open_roles": (guidance.open_roles, {"case": CASE, "on": DAY, "track": None, "among": None}),
    "open_topics": (guidance.open_topics, {"case": CASE, "on": DAY, "track": None, "among": None}),
    "explain": (CHECK.explain, {"lang": "nl"}),
    "summary": (CHECK.summary, {"lang": "nl"}),
    "row": (CHECK.outcomes[0].text, {"lang": "nl"}),
    "status": (CHECK.outcomes[0].status_text, {"lang": "nl"}),
    "plan in words": (CASE.plan("organisation_form", on=DAY).explain, {"lang": "nl"}),
    "watch in words": (CASE.monitor(on=DAY).explain, {"lang": "nl"}),
    "moment": (SCHEDULE.moments[0].status_text, {"lang": "nl"}),
    "reason": (SCHEDULE.moments[0].reason, {"lang": "nl"}),
    "error": (gs.InvalidRecord("empty", "x").text, {"lang": "nl"}),
    "About.of": (gs.About.of, {"value": "g"}),
}
"""Each public call with arguments that it takes, by name."""

FACTS: tuple[gs.Fact, ...] = (
    gs.Stated(DAY, "purpose", "x"),
    gs.PartyJoined(DAY, gs.Party("h", "H", "municipality")),
    gs.PartyLeft(DAY, "g"),
    gs.RoleAssigned(DAY, "champion", "g"),
    gs.AgreementDrafted(DAY, "a", "covenant"),
    gs.WaiverGranted(DAY, "KEN-04", "x", "u-1"),
    gs.PartySucceeded(DAY, "g", ("g",)),
    gs.PartyDivided(DAY, "g", ("h", "i")),
)


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_argument_is_refused_by_name(name: str) -> None:
    """Whatever stands in the place of an argument, the call answers or raises an error of the library."""
    call, given = CALLS[name]
    assert_own_errors(call, **given)


@pytest.mark.parametrize("fact", FACTS, ids=lambda x: type(x).__name__)
def test_a_wrong_field_is_refused_when_it_is_recorded(fact: gs.Fact) -> None:
    """Whatever stands in a field, making the fact and recording it raises errors of the library alone."""
    given = {field.name: getattr(fact, field.name) for field in attrs.fields(type(fact))}
    assert_own_errors(lambda **changes: CASE.record(attrs.evolve(fact, **changes)), **given)


def test_a_label_takes_texts_alone() -> None:
    """A label lies below the errors of the library: Python's own says that a language is a text."""
    with pytest.raises(TypeError, match="lang is a text"):
        gs.Label(nl="a", en="b").text(None)  # type: ignore[arg-type]
