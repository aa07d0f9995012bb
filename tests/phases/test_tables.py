"""The processes against the specification: `domain.json` through the keys of `keys.json`.

The specification names phases and triggers in Dutch; `keys.json` says how they are called here.
Nothing is read from the library to make what is expected.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import attrs
import pytest

import gezondsamen as gs
from gezondsamen.process import evaluation_points as p
from gezondsamen.process.conditions import Limit, number, period
from tests.support import differences

SPECIFICATION = Path(__file__).parents[1] / "specification"
DOMAIN = json.loads((SPECIFICATION / "domain.json").read_text(encoding="utf-8"))
KEYS = json.loads((SPECIFICATION / "keys.json").read_text(encoding="utf-8"))

PROCESSES = {
    "INT": gs.INTEGRAL,
    "ISC": gs.INTERSECTORAL,
    "PPS": gs.PPS,
    "AGR": gs.AGREEMENT,
    "GSB": gs.HEALTHY_SCHOOL,
    "NET": gs.NETWORK,
    "WOG": gs.WELLBEING_MUNICIPALITY,
    "WOS": gs.WELLBEING_SCHOOL,
    "POL": gs.POLICY_CYCLE,
    "EFA": gs.EFFECTS_ARENA,
    "VIG": gs.CERTIFICATE,
}
"""The processes under test by their code in the specification."""

KINDS = {
    "init": ("initial", None),
    "normal": ("normal", None),
    "susp": ("suspended", None),
    "term+": ("final", "success"),
    "term-": ("final", "early"),
    "term0": ("final", "neutral"),
}

CONCERNS_PARTY = {
    ("INT", "voeg_partner_toe"),
    ("ISC", "voeg_sector_toe"),
    ("PPS", "voeg_partner_toe"),
    ("AGR", "partij_treedt_toe"),
    ("GSB", "voeg_partner_toe"),
    ("NET", "voeg_partner_toe"),
}
"""Steps that take in a party (`vocabulary.md`, f2)."""

LOOKS_BACK = {
    ("PPS", "sluit_af_doel_bereikt"): "f5_managen",
    ("PPS", "sluit_af_voortijdig"): "f5_managen",
    ("PPS", "ga_over_in_andere_vorm"): "f5_managen",
    ("PPS", "stop"): "f5_managen",
}
"""Steps whose rules look back to the last entry into an earlier phase (`vocabulary.md`, f1)."""


INSTEAD: dict[str, dict[str, Any]] = {
    "EV-POL-3": {"offset": "P36M"},
    "EV-POL-4": {"anchor": "monitor.published", "offset": "P3Y"},
    "EV-POL-5": {"while_state": "voorbereiding|beleidsvorming"},
    "EV-VIG-2": {"while_state": "ingediend|aanvulling"},
    "EV-WOG-3": {"every": "P1Y", "min_count": 2},
}
"""What stands in the place of some of these differences."""

each = pytest.mark.parametrize("code", list(PROCESSES))
"""Ask a test of each process, by its code."""


def phase_key(code: str, name: str) -> str:
    return str(KEYS["processes"][code]["phases"][name])


def trigger_key(code: str, name: str) -> str:
    return str(KEYS["processes"][code]["triggers"][name])


def rule_codes(names: list[str]) -> list[str]:
    return [name.removeprefix("R-") for name in names]


def codes(rules: tuple[gs.Requirement, ...]) -> list[str]:
    return [rule.code for rule in rules]


# --- the map ------------------------------------------------------------------------------------


@each
def test_a_process_has_the_key_of_the_specification(code: str) -> None:
    """The key of a process, and the name under which it is exported, are those of the specification."""
    told = KEYS["processes"][code]
    assert PROCESSES[code].key == told["key"]
    assert getattr(gs, told["constant"]) is PROCESSES[code]
    assert gs.PROCESSES[told["key"]] is PROCESSES[code]


@each
def test_phases_are_those_of_the_specification(code: str) -> None:
    """The phases, in this order, have the kinds and outcomes of the specification."""
    told = [(phase_key(code, s["id"]), *KINDS[s["kind"]]) for s in DOMAIN["machines"][code]["states"]]
    assert [(x.key, x.kind, x.outcome) for x in PROCESSES[code].phases] == told


@each
def test_stages_are_those_of_the_specification(code: str) -> None:
    """A phase carries the number of its stage where the source numbers it, and none elsewhere."""
    told = KEYS["processes"][code].get("stages", {})
    assert {x.key: x.stage for x in PROCESSES[code].phases if x.stage is not None} == told


@each
def test_steps_are_those_of_the_specification(code: str) -> None:
    """The steps, in this order, lead by the same triggers from the same phases to the same phases."""
    told = [
        (phase_key(code, t["source"]), trigger_key(code, t["trigger"]), phase_key(code, t["target"]))
        for t in DOMAIN["machines"][code]["transitions"]
    ]
    assert [(t.source, t.trigger, t.target) for t in PROCESSES[code].transitions] == told


@each
def test_every_key_of_the_specification_is_used(code: str) -> None:
    """The keys file names the phases and triggers of a process, and no others."""
    told = KEYS["processes"][code]
    assert {x.key for x in PROCESSES[code].phases} == set(told["phases"].values())
    assert set(PROCESSES[code].triggers) == set(told["triggers"].values())


@each
def test_steps_that_take_in_a_party_or_look_back_are_those_of_the_specification(code: str) -> None:
    """Taking in a party and looking back are declared on the steps that the specification names."""
    process = PROCESSES[code]
    assert {t.trigger for t in process.transitions if t.concerns == "party"} == {
        trigger_key(code, name) for machine, name in CONCERNS_PARTY if machine == code
    }
    assert {t.trigger: t.since for t in process.transitions if t.since is not None} == {
        trigger_key(code, name): phase_key(code, phase)
        for (machine, name), phase in LOOKS_BACK.items()
        if machine == code
    }


# --- the rules ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("slot", "told"), [("requires", "hard"), ("advises", "advice")])
@each
def test_the_rules_of_each_step_are_those_of_the_specification(code: str, slot: str, told: str) -> None:
    """Each step blocks on, and warns of, the rules of the specification, in this order."""
    expected = {
        (phase_key(code, t["source"]), trigger_key(code, t["trigger"])): rule_codes(t[told])
        for t in DOMAIN["machines"][code]["transitions"]
    }
    process = PROCESSES[code]
    assert {(t.source, t.trigger): codes(getattr(t, slot)) for t in process.transitions} == expected


@each
def test_the_watched_rules_are_those_of_the_specification(code: str) -> None:
    """Each phase watches the rules that the specification monitors in it, in this order."""
    told = {
        phase_key(code, state): rule_codes(names)
        for state, names in DOMAIN["machines"][code]["monitor"].items()
    }
    assert {x.key: codes(x.watches) for x in PROCESSES[code].phases if x.watches} == told


@each
def test_a_process_has_the_rules_that_its_slots_name(code: str) -> None:
    """The rules of a process are those that the specification names in its steps and phases."""
    machine = DOMAIN["machines"][code]
    told = {name for t in machine["transitions"] for name in t["hard"] + t["advice"]}
    told |= {name for names in machine["monitor"].values() for name in names}
    assert set(PROCESSES[code].requirements) == set(rule_codes(sorted(told)))


@each
def test_only_rules_that_the_specification_calls_hard_block(code: str) -> None:
    """A rule in a blocking slot is hard in the specification, and an `info` rule has no conditions."""
    severity = {rule["id"].removeprefix("R-"): rule["severity"] for rule in DOMAIN["rules"]}
    process = PROCESSES[code]
    assert {severity[code] for t in process.transitions for code in codes(t.requires)} <= {"hard"}
    assert {rule.code for rule in process.requirements.values() if rule.is_note} == {
        rule for rule in process.requirements if severity[rule] == "info" or rule in ("PPS-01", "ISC-04")
    }


# --- evaluation points --------------------------------------------------------------------------


@attrs.frozen
class Point:
    """An evaluation point, as far as the specification says what it is."""

    key: str
    anchor: p.Anchor
    every: gs.Every | None = None
    before_end: gs.Every | None = None
    fraction: float | None = None
    min_term: gs.Every | None = None
    while_in: tuple[str, ...] = ()
    on_events: tuple[tuple[p.Anchor, gs.Every | None], ...] = ()
    offset: gs.Every | None = None
    window: p.Window | None = None
    min_count: int = 1
    optional: bool = False
    rule: str | None = None


EVENTS: dict[str, p.Anchor] = {
    "party_left": p.OnPartyLeft(),
    "breach": p.OnStatement("breach"),
    "action.end_date": p.OnAction(),
    "monitor.published": p.OnStatement("monitor_published"),
}
ANCHORS: dict[str, p.Anchor] = {
    "term": p.OnTerm("start"),
    "term.end": p.OnTerm("end"),
    "nota.review_due": p.OnStatement("memorandum_adopted", "until"),
    "agreement.term": p.OnTerm("start"),
    "agreement.end": p.OnTerm("end"),
    "AGR.in_force": p.OnPhase("in_force"),
    "breach": p.OnStatement("breach"),
    "monitor.published": p.OnStatement("monitor_published"),
    "issue.noticed": p.OnStatement("issue_noticed"),
    "staff.joined": p.OnStatement("staff_joined"),
    "official.changed": p.OnStatement("official_changed"),
    "figures.recorded": p.OnStatement("local_figures"),
    "national_nota.published": p.OnStatement("national_memorandum"),
    "certificate.valid_until": p.OnStatement("certificate", "until"),
    "school_year": p.OnSchoolYear(),
    "calendar": p.OnPhase("off_agenda"),
    "goal.deadline": p.OnStatement("network_goal", "until"),
}


def told_point(code: str, told: dict[str, Any]) -> Point:
    """Return an evaluation point as the specification has it, without the known differences."""
    rule = told["rule"] | INSTEAD.get(told["id"], {})
    events = [
        event(code, name)
        for name in rule.get("on_event", "").split("|")
        if name and (told["id"], name) not in differences.TABLES
    ]
    anchor = told_anchor(code, rule["anchor"]) if "anchor" in rule else events.pop(0)[0]
    return Point(
        key=KEYS["evaluation_points"][told["id"]].partition(".")[2],
        anchor=anchor,
        every=told_period(rule.get("every")),
        before_end=told_period(without_differences(told["id"], rule.get("before_end"))),
        fraction=rule.get("fraction"),
        min_term=told_period(rule.get("min_term")),
        while_in=tuple(phase_key(code, x) for x in rule.get("while_state", "").split("|") if x),
        on_events=tuple(events),
        offset=told_period(rule.get("offset")),
        window=p.Window(*rule["window"].split("/")) if "window" in rule else None,
        min_count=rule.get("min_count", 1),
        optional=rule.get("optional", False),
        rule=rule.get("rule"),
    )


def event(code: str, name: str) -> tuple[p.Anchor, gs.Every | None]:
    what, _, later = name.partition("+")
    return EVENTS.get(what) or p.OnTrigger(trigger_key(code, what)), told_period(later or None)


def told_anchor(code: str, name: str) -> p.Anchor:
    if name.startswith("phase:"):
        return p.OnPhase(phase_key(code, name.removeprefix("phase:")))
    machine, _, trigger = name.partition(".")
    return ANCHORS.get(name) or p.OnTrigger({machine: trigger_key}[code](code, trigger))


def without_differences(ident: str, text: str | None) -> str | None:
    for point, what in differences.TABLES:
        if text is not None and point == ident:
            text = text.removesuffix(what)
    return text


def told_period(text: str | None) -> gs.Every | None:
    return None if text is None else gs.Every.parse(text)


def plain(value: gs.Every | Limit | None) -> gs.Every | None:
    return None if value is None else period(value)


def found_point(x: gs.EvaluationPoint) -> Point:
    return Point(
        key=x.key,
        anchor=x.anchor,
        every=plain(x.every),
        before_end=plain(x.before_end),
        fraction=x.fraction,
        min_term=x.min_term,
        while_in=x.while_in,
        on_events=x.on_events,
        offset=plain(x.offset),
        window=x.window,
        min_count=number(x.min_count),
        optional=x.optional,
        rule=x.rule,
    )


@each
def test_evaluation_points_are_those_of_the_specification(code: str) -> None:
    """The evaluation points count from, repeat and stop as the specification says."""
    told = [told_point(code, x) for x in DOMAIN["machines"][code]["evaluations"]]
    assert [found_point(x) for x in PROCESSES[code].evaluation_points] == told


def test_every_difference_is_one() -> None:
    """A listed difference names what the specification says of an evaluation point."""
    told = {x["id"]: x["rule"] for code in PROCESSES for x in DOMAIN["machines"][code]["evaluations"]}
    for ident, what in differences.TABLES:
        fields = ("before_end", "anchor", "every", "months", "offset", "window_offset", "extra")
        assert what in told[ident].get("on_event", "").split("|") or any(
            what in told[ident].get(field, "") for field in fields
        )


# --- limits -------------------------------------------------------------------------------------

LIMITS: dict[str, int | str] = {
    "private_partners": 10,
    "progress_interval": "P3M",
    "evaluation_interval": "P1Y",
    "role_reflection_interval": "P1Y",
    "support_interval": "P1Y",
    "interaction_interval": "P3M",
    "announcement_interval": "P3M",
    "success_interval": "P1Y",
    "issue_delay": "P30D",
    "team_evaluation_interval": "P1Y",
    "briefing_delay": "P60D",
    "monitor_delay": "P1Y",
    "figures_age": "P4Y",
    "school_contacts": 3,
    "knowledge_institute_contacts": 2,
    "simultaneous_activities": 3,
    "mixed_company": 3,
}
"""The named limits of these processes (`vocabulary.md`, end of f; `model.md`, F1)."""


@each
def test_limits_have_the_values_of_the_specification(code: str) -> None:
    """Every named number or period has the value of the specification."""
    limits = PROCESSES[code].limits
    told = {k: v if isinstance(v, int) else gs.Every.parse(v) for k, v in LIMITS.items() if k in limits}
    assert {key: limit.value for key, limit in limits.items()} == told


def test_rule_codes_are_stable() -> None:
    """A rule's code is that of the specification without its prefix."""
    for process in PROCESSES.values():
        for code in process.requirements:
            assert re.fullmatch(r"[A-Z]{3}-\d\d", code)
