"""Role profiles against the roles, the processes and the specification."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import gezondsamen as gs
from gezondsamen.catalogue.parties import PARTY_KINDS
from gezondsamen.catalogue.role_profiles import ROLE_PROFILES, RoleProfile
from gezondsamen.catalogue.roles import LEVELS, ROLES
from gezondsamen.process import conditions as c
from tests.support import differences

SPECIFICATION = Path(__file__).parents[1] / "specification"
DOMAIN = json.loads((SPECIFICATION / "domain.json").read_text(encoding="utf-8"))
KEYS = json.loads((SPECIFICATION / "keys.json").read_text(encoding="utf-8"))

TOLD = {KEYS["roles"][told["id"]]: told for told in DOMAIN["roles"]}

HOLDERS: dict[str, tuple[set[str], bool]] = {
    "CJG": (set(), True),
    "GGD": ({"ggd"}, False),
    "GGD (or prevention partner)": ({"ggd"}, True),
    "GGD/JGZ": ({"ggd", "youth_health_care"}, False),
    "GGD/school": ({"ggd", "school"}, False),
    "JGZ": ({"youth_health_care"}, False),
    "Pharos, GSA, adviseur": ({"knowledge_institute", "ggd"}, True),
    "any": (set(), True),
    "any sector": (set(), True),
    "bedrijf": ({"business"}, False),
    "bewoners": ({"resident"}, False),
    "each partner": (set(), True),
    "eerste lijn": ({"primary_care"}, False),
    "gemeente": ({"municipality"}, False),
    "gemeente, GGD, partner": ({"municipality", "ggd"}, True),
    "gemeente, organisatie": ({"municipality"}, True),
    "gemeente, verzekeraar, samenwerkingsverband": ({"municipality", "health_insurer"}, True),
    "gemeente/GGD": ({"municipality", "ggd"}, False),
    "gemeente/aanbieder": ({"municipality", "care_provider"}, False),
    "gemeente/veiligheid": ({"municipality"}, True),
    "gemeente/welzijn": ({"municipality", "welfare_organisation"}, False),
    "jeugdzorgregio": (set(), True),
    "jongerenwerk": ({"youth_work"}, False),
    "kennisinstituut": ({"knowledge_institute"}, False),
    "kennisinstituut/bureau": ({"knowledge_institute"}, True),
    "politie": ({"police"}, False),
    "resident": ({"resident"}, False),
    "school": ({"school"}, False),
    "school (paid by gemeente)": ({"school"}, True),
    "school po": ({"school"}, True),
    "school vo": ({"school"}, True),
    "school/gemeente": ({"school", "municipality"}, False),
    "to be appointed": (set(), True),
    "welzijn": ({"welfare_organisation"}, False),
    "zorg": ({"care_provider"}, False),
    "zorg/sport": ({"care_provider"}, True),
    "zorg/welzijn": ({"addiction_care", "mental_health_care", "welfare_organisation"}, False),
    "zorgverzekeraar": ({"health_insurer"}, False),
}
"""Holders as the specification words them: the kinds of party, and whether words say the rest."""


def test_every_role_has_one_profile() -> None:
    """The profiles are those of the roles, in the same order."""
    assert [profile.role for profile in ROLE_PROFILES] == [term.key for term in ROLES]
    assert {profile.role for profile in ROLE_PROFILES} == set(TOLD)


@pytest.mark.parametrize("profile", ROLE_PROFILES, ids=lambda p: p.role)
def test_a_profile_is_as_the_specification_says(profile: RoleProfile) -> None:
    """Holders and processes are those of the specification, in the library's keys."""
    told = TOLD[profile.role]
    kinds, in_words = HOLDERS[told["held_by"]]
    assert set(profile.held_by) == kinds
    assert (profile.otherwise is not None) is in_words
    machines = [] if told["machines"] == ["all"] else told["machines"]
    more, _why = differences.ROLE_PROCESSES.get(profile.role, (set(), ""))
    assert set(profile.processes) == {KEYS["processes"][code]["key"] for code in machines} | more


@pytest.mark.parametrize("profile", ROLE_PROFILES, ids=lambda p: p.role)
def test_a_profile_cites_the_passage_of_the_specification(profile: RoleProfile) -> None:
    """The first words are those of the specification, or a reason says why not."""
    told = TOLD[profile.role]["source"].split(":", 1)[1]
    assert (profile.citation.opening != told) is (profile.role in differences.ROLE_OPENINGS)


@pytest.mark.parametrize("profile", ROLE_PROFILES, ids=lambda p: p.role)
def test_a_profile_speaks_in_known_words(profile: RoleProfile) -> None:
    """Kinds of party and processes exist, and somebody is always named."""
    assert set(profile.held_by) <= {term.key for term in PARTY_KINDS}
    assert set(profile.processes) <= set(gs.PROCESSES)
    assert profile.held_by or profile.otherwise


def test_the_levels_of_roles_are_those_of_the_specification() -> None:
    """The groups of a role are its levels: strategic, tactical, operational, or none."""
    named = dict(zip("STO", LEVELS, strict=True))
    for term in ROLES:
        level = TOLD[term.key]["level"]
        assert set(term.groups) == {named[letter] for letter in level.split("/") if letter != "-"}


def test_a_role_that_a_rule_asks_plays_in_its_process() -> None:
    """No process asks for a role of which the profile says that it plays only elsewhere."""
    profiles = {profile.role: profile for profile in ROLE_PROFILES}
    asked = {
        (process.key, role)
        for process in gs.PROCESSES.values()
        for _, rules in process.slots()
        for rule in rules
        for role in _roles(rule.conditions)
    }
    assert len(asked) > 20
    assert [(key, role) for key, role in sorted(asked) if not profiles[role].plays_in(key)] == []


def _roles(conditions: tuple[c.Condition, ...]) -> Iterator[str]:
    for condition in conditions:
        if isinstance(condition, c.AllOf | c.AnyOf):
            yield from _roles(condition.conditions)
        elif isinstance(condition, c.RoleFilled):
            yield from condition.roles


def test_a_role_without_processes_plays_everywhere() -> None:
    """An independent evaluator can be asked in each process, also in one of a host."""
    (evaluator,) = [profile for profile in ROLE_PROFILES if profile.role == "independent_evaluator"]
    assert all(evaluator.plays_in(key) for key in (*gs.PROCESSES, "our_own"))
    (connector,) = [profile for profile in ROLE_PROFILES if profile.role == "responsible_connector"]
    assert [key for key in gs.PROCESSES if connector.plays_in(key)] == ["wellbeing_school"]
