"""Wrong arguments: whatever a public call is given, it answers or raises an error of the library."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen import examples, exchange, guidance
from gezondsamen.catalogue.instruments import INSTRUMENTS
from gezondsamen.errors import shown
from tests.support.builders import DAY, joined, later, started


class Own:
    """Stand for whatever a host has that the library does not know."""


CASE = started(gs.PPS, joined("g"), gs.Stated(DAY, "purpose", "x"))
CHECK = CASE.check("start", on=DAY)
YEAR = later(365)
RUNNING = examples.load("EX-07").case
SCHEDULE = gs.evaluation_schedule(RUNNING, on=date(2016, 1, 1), until=date(2017, 1, 1))
INSIDE_ITSELF: list[Any] = []
INSIDE_ITSELF.append(INSIDE_ITSELF)
DEEP: list[Any] = []
for _ in range(100_000):
    DEEP = [DEEP]

WRONG: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 7, 1.5, -0.0, math.nan, math.inf, -math.inf, 1j),
    *(10**400, -(10**400), 1 << 63, 10**5000),
    *("", " ", "x", "pps", "PPS", "start", "main", "2024-01-08", "\ud83d", "\x00", "a" * 200, "{", "g"),
    *(b"x", bytearray(b"x"), [], [1], ["x"], (), (1, 2), ("party",), ("party", "g"), ("party", 1)),
    *({}, {"a": 1}, {1: 2}, {"type": "Stated"}, set(), frozenset(), range(3), iter(()), INSIDE_ITSELF, DEEP),
    *(object(), Own, Own(), int, date, len, print, NotImplemented, ..., ValueError("x")),
    *(datetime(2024, 1, 8, tzinfo=UTC), timedelta(1), date.min, date.max, re.compile("x")),
    *(gs.PPS, gs.INTEGRAL, CASE, CHECK, CHECK.outcomes[0], SCHEDULE, SCHEDULE.moments[0], gs.WEEKENDS),
    *(gs.Party("g", "G", "municipality"), gs.Stated(DAY, "purpose"), CASE.entries_after(0)[0]),
    *(gs.Every(months=1), gs.Label(nl="a", en="b"), gs.PPS.terms[0], gs.About("party", "g")),
    *(gs.PPS.requirements["KEN-04"], gs.InvalidRecord("a", "b"), CASE.dossier, INSTRUMENTS[0]),
)


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
    "to_mermaid": (exchange.to_mermaid, {"process": gs.PPS, "lang": "nl", "phase": None}),
    "to_svg": (exchange.to_svg, {"process": gs.PPS, "lang": "nl", "phase": None}),
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


def arguments() -> Iterator[tuple[str, str]]:
    for call, (_, given) in CALLS.items():
        yield from ((call, name) for name in given)


def demand_own_errors(call: Callable[[], object], told: str) -> None:
    """Raise AssertionError when a call lets anything out but an error of the library that can be told."""
    try:
        call()
    except gs.GezondsamenError as error:
        for text in (str(error), repr(error), error.text("nl"), error.text("en")):
            assert text
    except Exception as error:
        raise AssertionError(f"{told} lets out {type(error).__name__}") from error


@pytest.mark.parametrize(("call", "name"), list(arguments()))
def test_a_wrong_argument_is_refused_by_name(call: str, name: str) -> None:
    """Whatever stands in the place of an argument, the call answers or raises an error of the library."""
    function, given = CALLS[call]
    for value in WRONG:
        told = f"{call}({name}={shown(value)})"
        demand_own_errors(lambda value=value: function(**(given | {name: value})), told)  # type: ignore[misc]


@pytest.mark.parametrize("fact", FACTS, ids=lambda x: type(x).__name__)
def test_a_wrong_field_is_refused_when_it_is_recorded(fact: gs.Fact) -> None:
    """Whatever stands in a field, making the fact and recording it raises errors of the library alone."""
    for field in attrs.fields(type(fact)):
        for value in WRONG:
            told = f"{type(fact).__name__}.{field.name} with {shown(value)}"
            demand_own_errors(
                lambda value=value, name=field.name: CASE.record(attrs.evolve(fact, **{name: value})),  # type: ignore[misc]
                told,
            )


def test_a_label_takes_texts_alone() -> None:
    """A label lies below the errors of the library: Python's own says that a language is a text."""
    with pytest.raises(TypeError, match="lang is a text"):
        gs.Label(nl="a", en="b").text(None)  # type: ignore[arg-type]
