"""Quantities against the specification, and against what they serve."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen.catalogue.quantities import QUANTITIES, Quantity
from tests.support import differences

SPECIFICATION = Path(__file__).parents[1] / "specification"
DOMAIN = json.loads((SPECIFICATION / "domain.json").read_text(encoding="utf-8"))
KEYS = json.loads((SPECIFICATION / "keys.json").read_text(encoding="utf-8"))

TOLD = {told["id"]: told for told in DOMAIN["quantities"]}

WORKS = {
    "S0": "guide_healthy_school",
    "S1": "guide_collaboration",
    "S2": "guide_network",
    "S3": "guide_intersectoral",
    "S4": "report_wellbeing",
}


def expected(told: dict[str, Any]) -> dict[str, Any]:
    """Return what the specification says of a quantity, in the names of the library."""
    source, opening = told["source"].split(":", 1)
    use = told["use"]
    machines = re.findall(r"\b[A-Z]{3}\b", re.sub(r"[A-Z]+(-[A-Z]+)?-\d+", "", use))
    factors = re.fullmatch(r"SF-(\d+)\.\.SF-(\d+)", use)
    return {
        "nl": told["nl"],
        "value": told["value"],
        "unit": told["unit"],
        "kind": told["kind"],
        "work": WORKS[source],
        "opening": opening,
        "rules": tuple(re.findall(r"\bR-([A-Z]+-\d+)", use)),
        "examples": tuple(re.findall(r"\bEX-\d+", use)),
        "processes": tuple(KEYS["processes"][code]["key"] for code in machines if code in KEYS["processes"]),
        "factors": tuple(f"SF-{n}" for n in range(int(factors[1]), int(factors[2]) + 1)) if factors else (),
    }


def actual(quantity: Quantity) -> dict[str, Any]:
    """Return the same of a quantity of the library."""
    return {
        "nl": quantity.label.nl,
        "value": quantity.value,
        "unit": quantity.unit.en,
        "kind": quantity.kind,
        "work": quantity.citation.work.key,
        "opening": quantity.citation.opening,
        "rules": quantity.rules,
        "examples": quantity.examples,
        "processes": quantity.processes,
        "factors": quantity.factors,
    }


def test_every_quantity_of_the_specification_is_there_once_and_in_order() -> None:
    """The codes are those of the specification, in its order."""
    assert [quantity.code for quantity in QUANTITIES] == list(TOLD)


@pytest.mark.parametrize("quantity", QUANTITIES, ids=lambda q: q.code)
def test_a_quantity_is_as_the_specification_says(quantity: Quantity) -> None:
    """Value, unit, kind, passage and use differ from the specification only where a reason stands."""
    told, found = expected(TOLD[quantity.code]), actual(quantity)
    differing = {(quantity.code, name) for name in told if told[name] != found[name]}
    assert differing == {at for at in differences.QUANTITIES if at[0] == quantity.code}


@pytest.mark.parametrize("quantity", QUANTITIES, ids=lambda q: q.code)
def test_what_a_quantity_serves_exists(quantity: Quantity) -> None:
    """Each rule, limit and process that a quantity names is one of the library."""
    rules = {code for process in gs.PROCESSES.values() for code in process.requirements}
    limits = {key for process in gs.PROCESSES.values() for key in process.limits}
    assert set(quantity.rules) <= rules
    assert set(quantity.limits) <= limits
    assert set(quantity.processes) <= set(gs.PROCESSES)
    assert set(quantity.examples) <= {told["id"] for told in DOMAIN["examples"]}
    assert set(quantity.factors) <= {told["id"] for told in DOMAIN["success_factors"]}


def test_a_rule_with_a_limit_shares_it_with_its_quantity() -> None:
    """A limit that a quantity names stands in a rule that the same quantity names."""
    linked = [quantity for quantity in QUANTITIES if quantity.limits]
    assert linked
    for quantity in linked:
        found = {
            key
            for process in gs.PROCESSES.values()
            for code in quantity.rules
            if code in process.requirements
            for key in _limits(process.requirements[code])
        }
        assert set(quantity.limits) <= found


def _limits(rule: gs.Requirement) -> set[str]:
    from gezondsamen.process.conditions import limits_in

    return {limit.key for limit in limits_in(rule.conditions)}


def test_no_year_is_made_up() -> None:
    """A month of which the source names no year stays without one."""
    (signing,) = [quantity for quantity in QUANTITIES if quantity.code == "Q-34"]
    assert signing.value.startswith("april")
    assert not re.search(r"\d", signing.value)


def test_every_quantity_has_its_own_words_in_both_languages() -> None:
    """No two quantities have the same label, in Dutch or in English."""
    for lang in ("nl", "en"):
        texts = [quantity.label.text(lang) for quantity in QUANTITIES]
        assert len(set(texts)) == len(texts)
        assert all(texts)
