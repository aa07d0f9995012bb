"""Wrong arguments of what reads: the record, forms, edges, instruments, and the testing kit itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis.strategies import SearchStrategy

import gezondsamen as gs
from gezondsamen import exchange, testing
from gezondsamen.catalogue import programme
from gezondsamen.catalogue.instruments import PARTNERSHIPS_ANALYSIS_TOOL, self_assessment
from gezondsamen.evaluation.results import Results
from gezondsamen.examples import load
from gezondsamen.exchange import Bounds, header
from gezondsamen.testing import Breakage, assert_own_errors
from tests.support.builders import DAY, joined, started

CASE = started(gs.PPS, joined("g"), gs.Stated(DAY, "purpose", "x"))
CHECK = CASE.check("start", on=DAY)
RUNNING = load("EX-07").case
SCHEDULE = gs.evaluation_schedule(RUNNING, on=date(2016, 1, 1), until=date(2017, 1, 1))
STAMP = datetime(2026, 1, 1, tzinfo=UTC)
TEXT = gs.dumps(CASE)
RESULTS = Results(PARTNERSHIPS_ANALYSIS_TOOL, {"g": {"item_1": 3}})
SESSION = programme.Programme(
    items=(
        programme.ProgrammeItem("welcome", gs.Label("welkom", "welcome"), "opening", time(9), 10),
        programme.ProgrammeItem("end", gs.Label("einde", "end"), "closing", time(9, 30)),
    )
)

Given = dict[str, Any]

NARROWED: Mapping[str, tuple[str, ...]] = {
    "actions": ("owner", "sector"),
    "agreements": (),
    "amounts": ("topic", "about", "track"),
    "consents": ("subject", "party", "track"),
    "contributions": ("party", "kind"),
    "evaluations_held": ("kind", "track"),
    "evaluations_planned": ("kind", "track"),
    "meetings": ("kind", "party"),
    "parties": (),
    "roles": ("role", "party", "track"),
    "statements": ("topic", "about", "track"),
    "waivers": ("rule", "track"),
}
"""The questions to the record, and what narrows each."""


def read(**bounds: Any) -> object:
    return gs.loads(TEXT, bounds=Bounds(**bounds))


def rehearsed(**given: Any) -> object:
    return list(exchange.rehearse(**given))


def form_of(kind: Any, **given: Any) -> object:
    return CASE.form(kind, **given)


def drawn(make: Callable[..., SearchStrategy[Any]]) -> Callable[..., object]:
    """Return the call that makes a strategy and asks it whether it can be drawn from."""

    def call(**given: Any) -> object:
        strategy = make(**given)
        strategy.validate()
        return strategy

    return call


def logged(make: Callable[..., Iterator[str]]) -> Callable[..., object]:
    """Return the call that writes a whole log."""
    return lambda **given: "".join(make(**given))


COVENANT = next(iter(RUNNING.agreements(on=date(2016, 1, 1))))
OPEN_CASE: Given = {"phase": ..., "around": ..., "beside": (), "edits": None, "max_edits": 1}
NO_AUTHOR: Given = dict.fromkeys(("by", "on_behalf_of", "recorded_at"))

CALLS: dict[str, tuple[Callable[..., object], Given]] = {
    **{name: (getattr(CASE, name), {"on": DAY, **dict.fromkeys(by)}) for name, by in NARROWED.items()},
    "agreement": (CASE.agreement, {"agreement": "covenant", "on": DAY}),
    "forms": (CASE.forms, {"on": DAY, "track": None}),
    "form": (form_of, {"kind": gs.Stated, "on": DAY, "track": None, "topic": "purpose"}),
    "form on a track": (form_of, {"kind": gs.Stated, "on": DAY, "track": "main"}),
    "mentions": (CASE.mentions, {"text": "x"}),
    "timeline": (CASE.timeline, {"lang": "nl", "on": None}),
    "undo": (CASE.undo, {"track": None, "reason": "x", "on": None, **NO_AUTHOR}),
    "correct_start": (
        CASE.correct_start,
        {"track": None, "title": "x", "reason": "y", "on": None, "since": None, **NO_AUTHOR},
    ),
    "redact a text": (CASE.redact, {"text": "x", "title": False}),
    "redact an id": (CASE.redact, {"id": "g"}),
    "Form.of": (gs.Form.of, {"drafts": CHECK.repair, "process": gs.PPS, "names": {}, "agreements": None}),
    "Form.read": (CHECK.form.read, {"posted": CHECK.form.answers()}),
    "Form.answers": (CHECK.form.answers, {"text": "x"}),
    "Form.follows": (CHECK.form.follows, {"number": 0}),
    "openapi_schemas": (exchange.openapi_schemas, {"process": None}),
    "to_ocel_sqlite": (exchange.to_ocel_sqlite, {"collaborations": [CASE], "until": DAY}),
    "to_ocel": (logged(exchange.to_ocel), {"collaborations": [CASE], "until": DAY, "form": "json"}),
    "to_xes": (logged(exchange.to_xes), {"collaborations": [CASE], "until": DAY}),
    "filled_in": (exchange.filled_in, {"form": CHECK.form, "lang": "nl", "posted": {}, "problems": ()}),
    "to_ics": (
        exchange.to_ics,
        {"schedule": SCHEDULE, "stamp": STAMP, "previous": None, "lang": "nl", "at": None},
    ),
    "to_ics at an hour": (
        exchange.to_ics,
        {
            "schedule": SCHEDULE,
            "stamp": STAMP,
            "at": time(9),
            "duration": timedelta(hours=1),
            "tz": "Europe/Amsterdam",
            "alarm_days": (7,),
            "processes": None,
        },
    ),
    "header": (header, {"text": TEXT, "bounds": Bounds()}),
    "Bounds": (read, {"length": 10**6, "depth": 100, "entries": 100}),
    "loads": (gs.loads, {"text": TEXT, "bounds": Bounds(), "as_taken": False}),
    "Header.deviations": (header(TEXT).deviations, {"processes": gs.PPS}),
    "rehearse": (
        rehearsed,
        {"cases": [CASE], "processes": gs.PPS, "on": DAY, "renames": None, "as_taken": False, "before": None},
    ),
    "plain_schema": (exchange.plain_schema, {"kind": gs.Check}),
    "Renames.of": (exchange.Renames.of, {"plain": {"a": "b"}}),
    "self_assessment": (self_assessment, {"process": gs.PPS, "phase": None}),
    "Instrument.item": (PARTNERSHIPS_ANALYSIS_TOOL.item, {"key": "item_1"}),
    "Instrument.band": (PARTNERSHIPS_ANALYSIS_TOOL.band, {"value": 3.0}),
    "Instrument.with_texts": (PARTNERSHIPS_ANALYSIS_TOOL.with_texts, {"texts": {}}),
    "Results": (Results, {"instrument": PARTNERSHIPS_ANALYSIS_TOOL, "forms": {"g": {"item_1": 3}}}),
    "Results.weakest": (RESULTS.weakest, {"count": 1}),
    "Results.disputed": (RESULTS.disputed, {"count": 1}),
    "programme": (programme.facts, {"programme": SESSION, "on": DAY, "track": None}),
    "clock": (programme.clock, {"text": "09:30"}),
    "canonical": (testing.canonical, {"process": gs.PPS, "phase": None, "on": DAY}),
    "reachable_phases": (testing.reachable_phases, {"process": gs.PPS}),
    "with_agreement": (testing.with_agreement, {"process": gs.PPS, "phase": None}),
    "case_ready": (
        testing.case_ready,
        {"process": gs.PPS, "trigger": "start", "source": "initiative", "on": DAY},
    ),
    "case_lacking": (
        testing.case_lacking,
        {
            "process": gs.PPS,
            "trigger": "start",
            "source": "initiative",
            "code": "KEN-04",
            "way": 0,
            "on": DAY,
        },
    ),
    "as_test": (testing.as_test, {"case": CASE, "on": DAY, "name": "test_case"}),
    "paths": (
        testing.paths,
        {"process": gs.CERTIFICATE, "cover": "phases", "case": None, "track": "main", "on": None},
    ),
    "broken": (testing.broken, {"text": TEXT, "way": Breakage.TRUNCATED, "place": 0}),
    "edited": (testing.edited, {"case": CASE}),
    "requirement": (testing.requirement, {"number": 1}),
    "Agreement.runs": (COVENANT.runs, {"on": DAY}),
    "Bounds.check_depth": (Bounds().check_depth, {"plain": {}}),
    "DutchCalendar": (gs.DutchCalendar, {"region": "noord"}),
    "DutchCalendar.free": (gs.DutchCalendar("noord").free, {"day": DAY}),
    "Every.after": (gs.Every(months=1).after, {"anchor": DAY, "n": 1}),
    "Every.before": (gs.Every(months=1).before, {"anchor": DAY, "n": 1}),
    "Every.through": (gs.Every(months=1).through, {"day": DAY}),
    "Process.evaluation_point": (gs.PPS.evaluation_point, {"named": "x"}),
    "Rehearsal.explain": (next(exchange.rehearse([CASE], gs.PPS, on=DAY)).explain, {"lang": "nl"}),
    "Renames.applied": (exchange.Renames().applied, {"entries": CASE.entries_after(0)}),
    "Renames.word": (exchange.Renames().word, {"process": "pps", "kind": "topic", "key": "x"}),
    "assert_adaptations": (testing.assert_adaptations, {"process": gs.CERTIFICATE}),
    "assert_consistent": (testing.assert_consistent, {"case": started(gs.PPS), "on": DAY}),
    "assert_process_laws": (testing.assert_process_laws, {"process": gs.PPS}),
    "broken_laws": (testing.broken_laws, {"process": gs.PPS}),
    "broken_moments": (
        testing.broken_moments,
        {"case": CASE, "on": DAY, "until": DAY, "calendar": gs.WEEKENDS, "direction": "preceding"},
    ),
    "entries_of": (exchange.entries_of, {"texts": [gs.dumps(CASE.entries_after(0)[0])], "bounds": Bounds()}),
    "labels": (drawn(testing.labels), {"nl": ..., "en": ...}),
    "named": (testing.named, {"name": "pps"}),
    "periods": (drawn(testing.periods), {"years": ..., "months": ..., "weeks": ..., "days": ...}),
    "processes": (drawn(testing.processes), {"requirements": None, "terms": (), "max_phases": 3}),
    "requirements": (drawn(testing.requirements), {"number": 1, "condition": ...}),
    "shipped_processes": (drawn(testing.shipped_processes), {"key": ...}),
    "subjects": (drawn(testing.subjects), {"process": gs.PPS, "kind": ..., "parties": ("a",)}),
    "to_gherkin": (testing.to_gherkin, {"process": gs.CERTIFICATE, "lang": "nl"}),
    "told": (testing.told, {"case": CASE, "call": "canonical"}),
    "edits_of": (drawn(testing.edits_of), {"case": CASE, "on": ..., "beside": ()}),
    "edges_of": (drawn(testing.edges_of), {"case": CASE, "beside": ()}),
    "edges_in": (testing.edges_in, {"case": CASE}),
    "days_of": (drawn(testing.days_of), {"case": CASE}),
    "journals": (drawn(testing.journals), {"case": CASE, "max_size": 2}),
    "agreements": (drawn(testing.agreements), {"process": gs.PPS, **OPEN_CASE}),
    "collaborations": (drawn(testing.collaborations), {"process": gs.PPS, **OPEN_CASE}),
    "documents": (drawn(testing.documents), {"process": gs.PPS, "case": ..., "indent": ...}),
    "broken_documents": (drawn(testing.broken_documents), {"process": gs.PPS, "case": ..., "way": ...}),
    "evaluations": (drawn(testing.evaluations), {"process": gs.PPS, "case": None, "on": ..., "kind": ...}),
    "schedules": (drawn(testing.schedules), {"process": gs.PPS, "case": ..., "on": ..., "until": ...}),
    "ready": (drawn(testing.ready), {"process": gs.PPS, "trigger": "start", "source": None}),
    "nearly_ready": (
        drawn(testing.nearly_ready),
        {"process": gs.PPS, "trigger": "start", "lacking": "KEN-04", "source": None},
    ),
}
"""Each call with arguments that it takes, by name."""


@pytest.mark.parametrize("name", CALLS)
def test_a_wrong_argument_is_refused_by_name(name: str) -> None:
    """Whatever stands in the place of an argument, the call answers or raises an error of the library."""
    call, given = CALLS[name]
    assert_own_errors(call, **given)


def test_a_call_that_lets_another_error_out_is_found() -> None:
    """The law names the argument and the value with which it broke, and what came out."""
    with pytest.raises(AssertionError, match="key=None lets out KeyError"):
        assert_own_errors(lambda key: {"a": 1}[key], key="a")
    with pytest.raises(AssertionError, match="the arguments given lets out KeyError"):
        assert_own_errors(lambda key: {"a": 1}[key], key="b")
