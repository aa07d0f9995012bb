"""What is asked of a value that loaded: every answer there is, and nothing but errors of the library."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import gezondsamen as gs
from gezondsamen import guidance
from gezondsamen.decision.check import Outcome
from gezondsamen.decision.planning import Plan
from gezondsamen.exchange import json_schema, rehearse, to_html, to_ics, to_mermaid, to_svg
from gezondsamen.monitoring import Watch
from gezondsamen.process import conditions as c
from gezondsamen.process.conditions import Condition
from gezondsamen.process.evaluation_points import Anchor
from gezondsamen.schedule.moments import Moment, Schedule
from tests.hostile.choices import Choices
from tests.hostile.processes import WORDS, tried
from tests.support.builders import DAY, joined, rule, tiny
from tests.support.journeys import point

Calls = dict[str, Callable[[], object]]

STAMP = datetime(2026, 1, 1, tzinfo=UTC)
CALENDARS = (None, gs.WEEKENDS, gs.DutchCalendar("noord"))
HORIZON = timedelta(days=800)
LONG_AGO = timedelta(days=50 * 365)
"""Moments are made for every period since the beginning: of one long ago there are too many to wait for."""


def asked_of(value: Any, choices: Choices) -> Calls:
    """Return what can be asked of a value, by name."""
    always: Calls = {
        "text": lambda: (str(value), repr(value)),
        "hash": lambda: hash(value),
        "plain": lambda: gs.to_dict(value, choices.among(("nl", "en"))),
        "copy": lambda: _same(pickle.loads(pickle.dumps(value)), value),
    }
    return always | _of_kind(value, choices)


def _same(one: object, other: object) -> None:
    assert one == other


def _of_kind(value: Any, choices: Choices) -> Calls:
    match value:
        case gs.Collaboration():
            return _of_case(value, choices)
        case gs.Process():
            return _of_process(value, choices)
        case gs.Check() | Watch() | Plan():
            return {
                "explain": lambda: value.explain(choices.among(("nl", "en"))),
                "form": lambda: getattr(value, "form", None),
                "summary": lambda: [value.summary("nl") if hasattr(value, "summary") else None],
            }
        case Outcome():
            return {"row": lambda: value.text("nl"), "form": lambda: value.form}
        case Schedule():
            return {
                "calendar": lambda: to_ics(value, stamp=STAMP),
                "days": lambda: (value.by_day(), value.diff(value)),
                "page": value._repr_html_,
            }
        case Moment():
            return {"reason": lambda: (value.reason("nl"), value.status_text("en"))}
        case gs.Requirement():
            return _of_tried(lambda: tiny(value, terms=WORDS), choices)
        case gs.EvaluationPoint():
            return _of_tried(lambda: tiny(evaluation_points=(value,), terms=WORDS), choices)
        case gs.DutchCalendar():
            return {"free": lambda: value.free(date(2024, 1, 1))}
        case gs.GezondsamenError():
            return {"words": lambda: (value.text("nl"), value.text("en"))}
        case gs.Party():
            return {"join": lambda: tried().record(gs.PartyJoined(DAY, value))}
        case _:
            return _of_part(value, choices)


def _of_part(value: Any, choices: Choices) -> Calls:
    if isinstance(value, get_args(Condition)):
        asked: Any = value
        return _of_tried(lambda: tiny(rule(asked), terms=WORDS), choices)
    if isinstance(value, get_args(Anchor)):
        anchor: Any = value
        return _of_tried(lambda: tiny(evaluation_points=(point(anchor),), terms=WORDS), choices)
    if isinstance(value, get_args(gs.Fact)):
        return {"record": lambda: _of_record(value, choices)}
    if isinstance(value, c.Limit):
        return {"adapt": lambda: gs.PPS.adapt(key="own", limits={value.key: value.value})}
    return {}


def _of_record(fact: Any, choices: Choices) -> None:
    case = tried().record(fact)
    calls = _of_case(case, choices)
    calls[choices.among(tuple(calls))]()


def _of_tried(process: Callable[[], gs.Process], choices: Choices) -> Calls:
    """Return what can be asked of a process with a part in it, which may not be one."""

    def ask() -> None:
        calls = _of_process(process(), choices)
        calls[choices.among(tuple(calls))]()

    return {"in a process": ask}


def _of_process(process: gs.Process, choices: Choices) -> Calls:
    kinds = tuple(process.vocabulary.get("party_kind", {"municipality": None}))
    begun = date(2024, 1, 8)

    def case() -> gs.Collaboration:
        # Bounds may ask for many parties: what people do has that many, and no document that is small.
        phase = choices.among(process.phases).key
        made = gs.Collaboration.start(process, id="x", on=begun, phase=phase, since=begun, reason="a test")
        facts = [joined(f"p{n}", kind, on=begun) for n, kind in enumerate(kinds[: choices.below(4)])]
        return made.record(*facts)

    def of_case() -> None:
        calls = _of_case(case(), choices)
        calls[choices.among(tuple(calls))]()

    other = choices.among(tuple(gs.PROCESSES.values()))
    return {
        "case": of_case,
        "options": lambda: [check.explain("nl") for check in case().options(on=begun).values()],
        "verify": lambda: gs.verify(process),
        "diagrams": lambda: (to_mermaid(process, lang="nl"), to_svg(process, lang="en")),
        "adapt": lambda: process.adapt(key="own-1", soften=gs.ALL_BUT_LAW),
        "differences": lambda: (process.diff(other), other.diff(process)),
        "schema": lambda: json_schema(gs.Stated, process=process, lang="nl"),
        "machine": lambda: gs.to_machine(process),
        "factors": lambda: guidance.factors(process),
    }


def _of_case(case: gs.Collaboration, choices: Choices) -> Calls:
    last = max(entry.place[0] for entry in case.entries_after(0))
    day = min(last, date.max - HORIZON) + timedelta(days=choices.among((0, 1, 400)))
    tracks = tuple(track.name for track in case.dossier.tracks)
    track = choices.among(tracks)
    process = next(p for p in case.processes if p.key == case.dossier.track(track).process)
    trigger = choices.among(process.triggers or ("start",))
    calls: Calls = {
        "check": lambda: case.check(trigger, on=day, track=track).explain("nl"),
        "forms": lambda: case.check(trigger, on=day, track=track).form,
        "options": lambda: gs.to_dict(case.options(on=day, track=track), "en"),
        "kept check": lambda: _kept(case.check(trigger, on=day, track=track), process),
        "plan": lambda: case.plan(choices.among(process.phases).key, on=day, track=track).explain("nl"),
        "review": lambda: [check.explain("en") for check in case.review()],
        "topics": lambda: guidance.open_topics(case, on=day, track=track),
        "roles": lambda: guidance.open_roles(case, on=day, track=track),
        "record": lambda: case.record(gs.Stated(day, "purpose", "x")),
        "record early": lambda: case.record(gs.Stated(day - HORIZON, "purpose", "x"), by="u-1"),
        "advance": lambda: case.advance(trigger, on=day, track=track),
        "correct": lambda: case.correct(1 + choices.below(case.version), None, reason="x", on=day),
        "replace": lambda: case.correct(
            1 + choices.below(case.version), gs.Stated(day, "purpose", "x"), reason="x"
        ),
        "redact": lambda: gs.loads(gs.dumps(case.redact(entry=1 + choices.below(case.version)))),
        "redact a person": lambda: case.redact(person="p1"),
        "open": lambda: case.open(gs.INTEGRAL, on=day, track="more"),
        "replay": lambda: _same(gs.Collaboration.replay(case.processes, case.entries_after(0)), case),
        "as of": lambda: [case.dossier.as_of(entry.fact.on).known for entry in case.entries_after(0)],
        "agreements": lambda: case.agreements(on=day),
        "timeline": lambda: case.timeline(choices.among(("nl", "en")), on=day),
        "questions": lambda: [
            ask(on=day)
            for ask in (
                case.parties,
                case.roles,
                case.contributions,
                case.actions,
                case.statements,
                case.amounts,
                case.consents,
                case.meetings,
                case.evaluations_held,
                case.evaluations_planned,
                case.waivers,
            )
        ],
        "visits": lambda: (case.visits, case.dossier.steps(track)),
        "mentions": lambda: case.mentions("waterstad"),
        "rehearsal": lambda: list(rehearse([case], process, on=day)),
        "notebook": case._repr_html_,
    }
    if day - min(entry.fact.on for entry in case.entries_after(0)) < LONG_AGO:
        calendar = choices.among(CALENDARS)
        until = day + HORIZON

        def schedule() -> Schedule:
            return gs.evaluation_schedule(case, on=day, until=until, calendar=calendar)

        calls |= {
            "monitor": lambda: case.monitor(on=day, track=track).explain("nl"),
            "due": lambda: case.due(on=day),
            "digest": lambda: case.digest(on=day).text("nl"),
            "schedule": lambda: [moment.reason("nl") for moment in schedule()],
            "calendar": lambda: to_ics(schedule(), stamp=STAMP),
            "page": lambda: to_html(case, on=day, lang=choices.among(("nl", "en")), track=track),
        }
    return calls


def _kept(check: gs.Check, process: gs.Process) -> None:
    kept = gs.loads(gs.dumps(check), processes=process, as_=gs.Check)
    assert kept == check
    assert kept.explain("nl") == check.explain("nl")
