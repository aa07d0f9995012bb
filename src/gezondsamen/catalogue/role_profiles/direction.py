"""Who usually holds the roles that steer, drive, pay or look from outside."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.role_profiles.profile import RoleProfile
from gezondsamen.catalogue.works import (
    GUIDE_COLLABORATION,
    GUIDE_HEALTHY_SCHOOL,
    GUIDE_INTERSECTORAL,
    GUIDE_NETWORK,
    REPORT_WELLBEING,
)
from gezondsamen.citations import Citation
from gezondsamen.labels import Label

_BETWEEN_DOMAINS: Final = "Elementen voor succesvolle samenwerking tussen domeinen"
_INTEGRAL: Final = "Algemeen - Integrale samenwerking"

_ANY_PARTY: Final = Label(nl="elke partij", en="any party")
_EACH_PARTY: Final = Label(nl="iedere partij een", en="one for each party")
_ANY_SECTOR: Final = Label(nl="een partij uit elke sector", en="a party from any sector")
_ANOTHER_PARTNER: Final = Label(nl="een andere partner", en="another partner")
_INCLUSIVE_EDUCATION: Final = Label(
    nl="samenwerkingsverband passend onderwijs", en="regional partnership for inclusive education"
)
_ADVISER: Final = Label(nl="een adviseur", en="an adviser")
_BUREAU: Final = Label(nl="onderzoeksbureau", en="research bureau")

DIRECTION: Final = (
    RoleProfile(
        "director_visionary",
        ("municipality", "ggd"),
        ("integral", "policy_cycle", "network"),
        Citation(GUIDE_COLLABORATION, _INTEGRAL, "op uitvoeringsniveau, op beheersmatig niveau en"),
        _ANOTHER_PARTNER,
    ),
    RoleProfile(
        "director_managerial",
        ("municipality", "ggd"),
        ("integral", "policy_cycle", "network"),
        Citation(GUIDE_COLLABORATION, _INTEGRAL, "op uitvoeringsniveau, op beheersmatig niveau en"),
        _ANOTHER_PARTNER,
    ),
    RoleProfile(
        "director_operational",
        ("municipality", "ggd"),
        ("integral", "policy_cycle", "network"),
        Citation(GUIDE_COLLABORATION, _INTEGRAL, "op uitvoeringsniveau, op beheersmatig niveau en"),
        _ANOTHER_PARTNER,
    ),
    RoleProfile(
        "programme_manager",
        ("municipality", "ggd"),
        ("network", "integral", "pps"),
        Citation(
            GUIDE_NETWORK, "Samenwerking opbouwen en onderhouden", "een programmamanager aan te stellen"
        ),
    ),
    RoleProfile(
        "instigator",
        (),
        ("intersectoral",),
        Citation(GUIDE_INTERSECTORAL, _BETWEEN_DOMAINS, "Stel een aanjager of trekker aan"),
        _ANY_SECTOR,
    ),
    RoleProfile(
        "champion",
        (),
        ("intersectoral",),
        Citation(GUIDE_INTERSECTORAL, _BETWEEN_DOMAINS, "Stel een aanjager of trekker aan"),
        _ANY_SECTOR,
    ),
    RoleProfile(
        "delegate",
        (),
        ("healthy_school", "integral"),
        Citation(
            GUIDE_HEALTHY_SCHOOL,
            "Belangrijke onderwerpen om te bespreken met partners",
            "Wie wordt per partnerorganisatie afgevaardigd",
        ),
        _EACH_PARTY,
    ),
    RoleProfile(
        "commissioner",
        ("municipality",),
        ("healthy_school", "policy_cycle"),
        Citation(GUIDE_HEALTHY_SCHOOL, opening="is opdrachtgever en financier van de"),
    ),
    RoleProfile(
        "funder",
        ("municipality", "health_insurer"),
        ("healthy_school", "wellbeing_municipality"),
        Citation(GUIDE_HEALTHY_SCHOOL, opening="is opdrachtgever en financier van de"),
        _INCLUSIVE_EDUCATION,
    ),
    RoleProfile(
        "prevention_partner",
        ("addiction_care", "mental_health_care", "welfare_organisation"),
        ("healthy_school",),
        Citation(GUIDE_HEALTHY_SCHOOL, opening="De rol van de preventiepartners"),
    ),
    RoleProfile(
        "negotiator",
        (),
        ("healthy_school", "pps"),
        Citation(GUIDE_HEALTHY_SCHOOL, "Tips", "zal een leidinggevende de onderhandelingen"),
        _ANY_PARTY,
    ),
    RoleProfile(
        "communication_department",
        ("municipality",),
        ("intersectoral",),
        Citation(GUIDE_INTERSECTORAL, _BETWEEN_DOMAINS, "Betrek de afdeling communicatie"),
    ),
    RoleProfile(
        "advocate",
        (),
        ("intersectoral",),
        Citation(GUIDE_INTERSECTORAL, _BETWEEN_DOMAINS, "wie voorstander is van afstemming"),
        _ANY_SECTOR,
    ),
    RoleProfile(
        "facilitator",
        ("knowledge_institute", "ggd"),
        ("effects_arena",),
        Citation(
            REPORT_WELLBEING, "Bijlage: Beschrijving opbrengsten Effectenarena", "Gefaciliteerd door: Pharos"
        ),
        _ADVISER,
    ),
    RoleProfile(
        "independent_evaluator",
        ("knowledge_institute",),
        (),
        Citation(GUIDE_NETWORK, "Samenwerking opbouwen en onderhouden", "via een onafhankelijke partij"),
        _BUREAU,
    ),
    RoleProfile(
        "knowledge_institute",
        ("knowledge_institute",),
        ("wellbeing_municipality",),
        Citation(
            REPORT_WELLBEING,
            "FACTOR 3 Een goede samenwerking tussen GGD/ GSA en gemeente",
            "aantal keer per jaar een kennisinstituut",
        ),
    ),
)
"""Who steers, drives, pays, speaks for a party, or looks from outside."""
