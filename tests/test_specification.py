"""The whole specification is accounted for: no part of it is missing here, and nothing is here twice.

What each part says is compared where its tests are; where the library differs stands in `differences`.
"""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

import gezondsamen as gs
from gezondsamen import examples
from gezondsamen.catalogue.factors import OBSTACLES, SUCCESS_FACTORS
from gezondsamen.catalogue.glossary import GLOSSARY
from gezondsamen.catalogue.quantities import QUANTITIES
from gezondsamen.catalogue.roles import ROLES
from gezondsamen.phases import rules
from tests.support import differences

FOLDER = Path(__file__).parent / "specification"
DOMAIN: dict[str, Any] = json.loads((FOLDER / "domain.json").read_text(encoding="utf-8"))
KEYS: dict[str, Any] = json.loads((FOLDER / "keys.json").read_text(encoding="utf-8"))

RULES = [
    value
    for module in iter_modules(rules.__path__)
    for name, value in vars(import_module(f"gezondsamen.phases.rules.{module.name}")).items()
    if isinstance(value, gs.Requirement) and name == value.code.replace("-", "_")
]
"""Every rule, under the name of its code in the modules of rules."""

WORKS = {
    "S0": "guide_healthy_school",
    "S1": "guide_collaboration",
    "S2": "guide_network",
    "S3": "guide_intersectoral",
    "S4": "report_wellbeing",
}


def phases(code: str) -> set[str]:
    return set(KEYS["processes"][code]["phases"].values())


PARTS = [
    ("rules", {row["id"].removeprefix("R-") for row in DOMAIN["rules"]}, [rule.code for rule in RULES]),
    ("success_factors", {row["id"] for row in DOMAIN["success_factors"]}, [x.code for x in SUCCESS_FACTORS]),
    ("obstacles", {row["id"] for row in DOMAIN["obstacles"]}, [x.code for x in OBSTACLES]),
    ("quantities", {row["id"] for row in DOMAIN["quantities"]}, [x.code for x in QUANTITIES]),
    ("roles", {KEYS["roles"][row["id"]] for row in DOMAIN["roles"]}, [term.key for term in ROLES]),
    ("examples", {row["id"] for row in DOMAIN["examples"]}, list(examples.ids())),
    ("machines", {KEYS["processes"][code]["key"] for code in DOMAIN["machines"]}, list(gs.PROCESSES)),
    (
        "evaluation_points",
        set(KEYS["evaluation_points"].values()),
        [f"{p.key}.{point.key}" for p in gs.PROCESSES.values() for point in p.evaluation_points],
    ),
    (
        "glossary",
        {differences.HEADWORDS.get(row["nl"], row["nl"]) for row in DOMAIN["glossary"]},
        [label.nl for label in GLOSSARY],
    ),
]


@pytest.mark.parametrize(("part", "told", "here"), PARTS, ids=[part for part, _, _ in PARTS])
def test_every_part_is_here_once(part: str, told: set[str], here: list[str]) -> None:
    """What the specification names is here, nothing else is, and nothing twice."""
    assert set(here) == told
    assert len(here) == len(told)


def test_no_part_is_forgotten() -> None:
    """Every section of the specification is compared here, or is its sources and literature."""
    assert set(DOMAIN) | {"evaluation_points"} == {part for part, _, _ in PARTS} | {"seeds", "literature"}


@pytest.mark.parametrize("told", DOMAIN["rules"], ids=lambda told: told["id"])
def test_a_rule_stands_on_the_passage_that_is_told(told: dict[str, Any]) -> None:
    """A rule cites a passage that the specification gives for it, by work and first words."""
    (rule,) = [rule for rule in RULES if rule.code == told["id"].removeprefix("R-")]
    cited = [(x.work.key, x.opening) for x in (rule.citation, *rule.also)]
    for source in told["source"]:
        work, _, opening = source.partition(":")
        if work in WORKS and opening:
            assert any(key == WORKS[work] and _alike(words, opening) for key, words in cited), source
        elif work == "LIT":
            assert any(key not in WORKS.values() for key, _ in cited), source


def _alike(ours: str, theirs: str) -> bool:
    """Tell whether one is the beginning of, or within, the other, whatever its quotes."""
    a, b = (text.replace("’", "'").replace("‘", "'").casefold().strip(" '") for text in (ours, theirs))
    return bool(a) and (a in b or b in a or a[:12] == b[:12])


def test_differences_are_of_things_that_exist() -> None:
    """Each difference names an entry of the specification, and says why."""
    points = set(KEYS["evaluation_points"])
    known = {
        "TABLES": points,
        "FACTORS": {row["id"] for row in DOMAIN["success_factors"] + DOMAIN["obstacles"]},
        "QUANTITIES": {row["id"] for row in DOMAIN["quantities"]},
        "EXAMPLES": {row["id"] for row in DOMAIN["examples"]},
    }
    for name, idents in known.items():
        table: dict[tuple[str, str], str] = getattr(differences, name)
        assert {ident for ident, _ in table} <= idents
        assert all(reason.endswith(".") for reason in table.values())


@pytest.mark.parametrize(("ident", "what"), list(differences.EXAMPLES))
def test_a_difference_of_an_example_is_in_what_is_expected(ident: str, what: str) -> None:
    """What an example shows in another way is something that the specification expects of it."""
    (told,) = [row for row in DOMAIN["examples"] if row["id"] == ident]
    words = f"{told['expect']} {told.get('notes', '')}"
    assert what in words or what.split("-", maxsplit=1)[0] in words
