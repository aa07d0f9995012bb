"""The factors against the specification: `domain.json` through the keys of `keys.json`."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.catalogue.factors import FACTORS, OBSTACLES, SUCCESS_FACTORS, moments
from gezondsamen.evaluation.factors import Factor, Scope
from gezondsamen.phases import rules
from tests.support import differences

SPECIFICATION = Path(__file__).parents[1] / "specification"
DOMAIN = json.loads((SPECIFICATION / "domain.json").read_text(encoding="utf-8"))
PROCESSES = json.loads((SPECIFICATION / "keys.json").read_text(encoding="utf-8"))["processes"]

TOLD: dict[str, dict[str, Any]] = {row["id"]: row for row in DOMAIN["success_factors"] + DOMAIN["obstacles"]}
"""What the specification says of each factor, by code."""

BY_CODE = {factor.code: factor for factor in FACTORS}

WORKS = {
    "S0": "guide_healthy_school",
    "S1": "guide_collaboration",
    "S2": "guide_network",
    "S3": "guide_intersectoral",
    "S4": "report_wellbeing",
}

MOMENTS = {
    "verkennen": "INT.verkennen ISC.verkennen PPS.f2_partnerkeuze GSB.s1_verkennen GSB.s2_belangen "
    "NET.behoefte NET.kennismaken WOG.verkend WOS.beginsituatie POL.voorbereiding",
    "ambitie": "INT.ambitie ISC.in_gesprek PPS.f3_onderhandelen GSB.s3_ambitie NET.behoefte "
    "WOG.geagendeerd WOS.draagvlak POL.beleidsvorming",
    "vormgeven": "INT.vormgeven ISC.randvoorwaarden PPS.f4_structuur GSB.s4_inrichten NET.afspreken "
    "WOG.verbonden WOS.plan POL.beleidsvorming",
    "uitvoering": "INT.onderhouden ISC.aan_de_slag ISC.structureel PPS.f5_managen GSB.s5a_uitvoeren "
    "NET.actief WOG.in_uitvoering WOS.uitvoering POL.uitvoering",
    "onderhouden": "INT.onderhouden ISC.structureel PPS.f5_managen GSB.s5a_uitvoeren NET.actief "
    "WOG.in_uitvoering WOG.geborgd WOS.uitvoering WOS.geborgd POL.uitvoering",
    "evalueren": "INT.evalueren ISC.evalueren PPS.f6_evalueren GSB.s5b_evalueren NET.reflecteren "
    "WOS.evaluatie POL.evaluatie",
    "opgeschort": " ".join(
        f"{code}.{name}"
        for code, told in PROCESSES.items()
        for name in told["phases"]
        if name.startswith(("opgeschort", "stagnerend"))
    ),
    "geborgd": "INT.geborgd ISC.verankerd GSB.geborgd WOG.geborgd WOS.geborgd",
}
"""The phases that `*.verkennen` and its like mean: our reading, in the words of the specification."""


each = pytest.mark.parametrize("factor", FACTORS, ids=lambda factor: factor.code)


def told(code: str) -> dict[str, Any]:
    row = TOLD[code]
    work, _, opening = row["source"].partition(":")
    return {
        "nl": row["nl"].replace("'", "’"),
        "en": row["en"].replace("'", "’"),
        "work": WORKS[work],
        "opening": opening,
        "rules": tuple(rule.removeprefix("R-") for rule in row["rules"]),
    }


def found(factor: Factor) -> dict[str, Any]:
    return {
        "nl": factor.label.text("nl"),
        "en": factor.label.text("en"),
        "work": factor.citation.work.key,
        "opening": factor.citation.opening,
        "rules": factor.rules,
    }


def differing(factor: Factor) -> set[str]:
    expected = told(factor.code)
    return {column for column, value in found(factor).items() if value != expected[column]}


def places(name: str) -> set[Scope]:
    """Return the places that a name of the specification means, as `PPS.f2`, `WOS.*` or `*.ambitie`."""
    process, _, phase = name.partition(".")
    if process == "*":
        inside = [places(x) for x in MOMENTS[phase].split()] if phase else [{Scope()}]
        return set().union(*inside)
    key, phases = PROCESSES[process]["key"], PROCESSES[process]["phases"]
    if phase in ("", "*"):
        return {Scope(key)}
    (name,) = [x for x in phases if x == phase] or [x for x in phases if x.startswith(phase + "_")]
    return {Scope(key, phases[name])}


def all_rules() -> set[str]:
    """Return the codes of the rules of all processes, and of those that stand in no process."""
    codes = {code for process in gs.PROCESSES.values() for code in process.requirements}
    for module in pkgutil.iter_modules(rules.__path__, rules.__name__ + "."):
        values = vars(importlib.import_module(module.name)).values()
        codes |= {value.code for value in values if isinstance(value, gs.Requirement)}
    return codes


# --- the specification ------------------------------------------------------------------------------


def test_the_factors_are_those_of_the_specification() -> None:
    """Every factor of the specification is here once, in its order: what helps, then what hinders."""
    assert [f.code for f in SUCCESS_FACTORS] == [row["id"] for row in DOMAIN["success_factors"]]
    assert [f.code for f in OBSTACLES] == [row["id"] for row in DOMAIN["obstacles"]]
    assert (*SUCCESS_FACTORS, *OBSTACLES) == FACTORS
    assert len(BY_CODE) == len(FACTORS) == 107 + 56


@each
def test_a_factor_says_what_the_specification_says(factor: Factor) -> None:
    """Labels, work, first words and rules are those of the specification, but for the listed differences."""
    assert differing(factor) == {column for code, column in differences.FACTORS if code == factor.code}


@each
def test_a_factor_counts_where_the_specification_says(factor: Factor) -> None:
    """The places of a factor are those that the specification means, each named once."""
    expected = set().union(*map(places, TOLD[factor.code]["bears_on"]))
    assert set(factor.bears_on) == expected
    assert len(factor.bears_on) == len(expected)


@each
def test_the_kind_of_a_factor_follows_from_its_code(factor: Factor) -> None:
    """What is coded SF helps, what is coded OB stands in the way."""
    assert factor.kind == {"SF": "success", "OB": "obstacle"}[factor.code[:2]]


def test_no_difference_touches_a_work_or_a_rule() -> None:
    """Only words may differ from the specification: never the source, nor the rules that act."""
    assert {column for _, column in differences.FACTORS} <= {"nl", "en", "opening"}


# --- the library ------------------------------------------------------------------------------------


@each
def test_a_place_exists(factor: Factor) -> None:
    """Every place of a factor is a process of the library, and a phase of that process."""
    for place in factor.bears_on:
        if place.process is not None:
            process = gs.PROCESSES[place.process]
            assert place.phase is None or place.phase in {phase.key for phase in process.phases}


def test_the_rules_that_act_on_factors_exist() -> None:
    """Every rule that a factor names is a rule of the library."""
    named = {code for factor in FACTORS for code in factor.rules}
    assert named - all_rules() == set()


@each
def test_a_factor_can_be_looked_up(factor: Factor) -> None:
    """Each citation gives a few first words, at most six, and never the passage itself."""
    assert 1 <= len(factor.citation.opening.split()) <= 6
    assert factor.citation.opening == factor.citation.opening.strip()


def test_no_label_says_two_things() -> None:
    """No two factors have the same Dutch or the same English label."""
    for language in ("nl", "en"):
        assert len({factor.label.text(language) for factor in FACTORS}) == len(FACTORS)


def test_a_heading_is_left_out_only_where_there_is_none() -> None:
    """A heading is left out only where the text of the source has none above the passage."""
    assert {factor.code for factor in FACTORS if not factor.citation.heading} == {"SF-09", "OB-14", "OB-18"}


# --- moments ----------------------------------------------------------------------------------------

COLLABORATING = set(gs.PROCESSES) - {"agreement", "effects_arena", "certificate"}
"""The processes in which parties collaborate; the other three run beside one."""


@pytest.mark.parametrize(
    ("name", "constant"),
    [
        ("verkennen", moments.EXPLORING),
        ("ambitie", moments.AMBITION),
        ("vormgeven", moments.SHAPING),
        ("uitvoering", moments.DOING),
        ("onderhouden", moments.MAINTAINING),
        ("evalueren", moments.EVALUATING),
        ("opgeschort", moments.SUSPENDED),
        ("geborgd", moments.EMBEDDED),
    ],
)
def test_a_moment_is_the_phases_that_we_read_in_it(name: str, constant: tuple[Scope, ...]) -> None:
    """Each moment is the phases that we say it is, each named once."""
    expected = set().union(*map(places, MOMENTS[name].split()))
    assert set(constant) == expected
    assert len(constant) == len(expected)


@pytest.mark.parametrize(
    "constant", [moments.EXPLORING, moments.AMBITION, moments.SHAPING, moments.DOING, moments.MAINTAINING]
)
def test_every_collaboration_comes_by_these_moments(constant: tuple[Scope, ...]) -> None:
    """In each process in which parties collaborate they explore, want, arrange, do and maintain something."""
    assert {place.process for place in constant} == COLLABORATING


def test_moments_follow_one_another() -> None:
    """Ambition comes no later than shape, and shape before there is a collaboration to maintain."""
    for key in COLLABORATING:
        order = [phase.key for phase in gs.PROCESSES[key].phases]
        steps = [
            [order.index(place.phase) for place in moment if place.process == key and place.phase]
            for moment in (moments.AMBITION, moments.SHAPING, moments.MAINTAINING)
        ]
        ambition, shaping, maintaining = steps
        assert max(ambition) <= min(shaping) < min(maintaining)


def test_what_is_suspended_lies_still() -> None:
    """Every phase of the kind `suspended` is in that moment; the others of it are called stagnation."""
    suspended = {
        Scope(process.key, phase.key)
        for process in gs.PROCESSES.values()
        for phase in process.phases
        if phase.kind == "suspended"
    }
    assert suspended <= set(moments.SUSPENDED)
    assert {place.phase for place in set(moments.SUSPENDED) - suspended} == {"stagnation"}


def test_after_looking_back_a_decision_is_asked() -> None:
    """Out of each phase of looking back leads a step that asks for a decision after the evaluation."""
    for place in moments.EVALUATING:
        steps = [t for t in gs.PROCESSES[place.process or ""].transitions if t.source == place.phase]
        assert "EVA-12" in {rule.code for step in steps for rule in step.requires}


def test_at_means_a_process_or_its_phases() -> None:
    """Without a phase the whole process is meant, with phases only these."""
    assert moments.at("pps") == (Scope("pps"),)
    assert moments.at("pps", "initiative", "structure") == (
        Scope("pps", "initiative"),
        Scope("pps", "structure"),
    )
    assert Scope("pps").covers("pps", "structure")
    assert all(place.covers(key) for place in moments.EVERYWHERE for key in gs.PROCESSES)


# --- light ------------------------------------------------------------------------------------------


def test_importing_the_library_leaves_the_factors_where_they_are() -> None:
    """The factors are loaded by those who ask for them, not with the library."""
    code = "import sys, gezondsamen; print([x for x in sys.modules if 'catalogue.factors' in x])"
    path = os.pathsep.join(
        filter(None, [str(Path(gs.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": path},
    )
    assert done.stdout.strip() == "[]"
