"""Who usually holds the roles of the GGD, youth health care and the municipality."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.role_profiles.profile import RoleProfile
from gezondsamen.catalogue.works import (
    GUIDE_COLLABORATION,
    GUIDE_HEALTHY_SCHOOL,
    GUIDE_INTERSECTORAL,
    PUBLIC_HEALTH_ACT,
    REPORT_WELLBEING,
)
from gezondsamen.citations import Citation
from gezondsamen.labels import Label

_URGENCY: Final = "FACTOR 1 Het thema Welbevinden en de urgentie moet ervaren worden"
_PARTNERS: Final = (
    "FACTOR 4 Samenwerking tussen verschillende uitvoerende partijen/partners/aanbieders binnen de gemeente"
)
_POLICY_DOMAINS: Final = "FACTOR 2 Een goede interne samenwerking tussen verschillende beleidsterreinen"
_GGD_AND_MUNICIPALITY: Final = "FACTOR 3 Een goede samenwerking tussen GGD/ GSA en gemeente"
_EXPERIENCE: Final = "FACTOR 2 Een ervaren GSA op het thema Welbevinden"
_ARENA: Final = "Bijlage: Beschrijving opbrengsten Effectenarena"
_BETWEEN_DOMAINS: Final = "Elementen voor succesvolle samenwerking tussen domeinen"

_ANY_PARTY: Final = Label(nl="elke partij", en="any party")
_ANOTHER_ORGANISATION: Final = Label(nl="een andere organisatie", en="another organisation")
_PREVENTION_PARTNER: Final = Label(nl="soms een preventiepartner", en="sometimes a prevention partner")
_YOUTH_CARE_REGION: Final = Label(nl="jeugdzorgregio", en="youth care region")
_SAFETY: Final = Label(nl="partij uit de sector veiligheid", en="party from the sector safety")

GGD: Final = (
    RoleProfile(
        "healthy_school_adviser",
        ("ggd",),
        ("healthy_school", "wellbeing_municipality", "wellbeing_school"),
        Citation(
            GUIDE_HEALTHY_SCHOOL,
            "Belangrijke onderwerpen om te bespreken met partners",
            "Wie vervult de rol van Gezonde",
        ),
        _PREVENTION_PARTNER,
    ),
    RoleProfile(
        "starting_adviser",
        ("ggd",),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _EXPERIENCE, "Een startende GSA in laten werken"),
    ),
    RoleProfile(
        "experienced_adviser",
        ("ggd",),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _EXPERIENCE, "Een ervaren GSA op het thema"),
    ),
    RoleProfile(
        "buddy",
        ("ggd", "youth_health_care"),
        ("wellbeing_municipality", "wellbeing_school"),
        Citation(REPORT_WELLBEING, _GGD_AND_MUNICIPALITY, "maatje te zoeken die dit wel"),
    ),
    RoleProfile(
        "fixed_ggd_contact",
        ("ggd",),
        ("wellbeing_municipality",),
        Citation(REPORT_WELLBEING, _GGD_AND_MUNICIPALITY, "Een vast gezicht richting gemeente"),
    ),
    RoleProfile(
        "ggd_account_manager",
        ("ggd",),
        ("healthy_school", "wellbeing_municipality"),
        Citation(GUIDE_HEALTHY_SCHOOL, opening="Denk hierbij aan bijvoorbeeld (account)managers"),
    ),
    RoleProfile(
        "ggd_policy_adviser",
        ("ggd",),
        ("healthy_school", "wellbeing_municipality"),
        Citation(REPORT_WELLBEING, _GGD_AND_MUNICIPALITY, "of accounthouders binnen de"),
    ),
    RoleProfile(
        "epidemiologist",
        ("ggd",),
        ("wellbeing_municipality", "wellbeing_school"),
        Citation(REPORT_WELLBEING, _URGENCY, "zoals de epidemiologen"),
    ),
    RoleProfile(
        "youth_health_physician",
        ("youth_health_care",),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _URGENCY, "Jeugdartsen en jeugdverpleegkundigen van de JGZ"),
    ),
    RoleProfile(
        "youth_health_nurse",
        ("youth_health_care",),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _URGENCY, "Jeugdartsen en jeugdverpleegkundigen van de JGZ"),
    ),
    RoleProfile(
        "school_guidance_officer",
        ("ggd",),
        ("healthy_school",),
        Citation(GUIDE_HEALTHY_SCHOOL, opening="welke afdeling en welke medewerker"),
    ),
    RoleProfile(
        "healthy_school_contact",
        ("ggd", "school"),
        ("healthy_school",),
        Citation(
            GUIDE_HEALTHY_SCHOOL,
            "Wat houdt een goede samenwerking in?",
            "weet wie aanspreekpunt voor Gezonde School",
        ),
    ),
)
"""The GGD and youth health care."""

MUNICIPALITY: Final = (
    RoleProfile(
        "co_thinking_official",
        ("municipality",),
        ("healthy_school",),
        Citation(GUIDE_HEALTHY_SCHOOL, "Tips", "ambtenaar juist praktijkervaringen hoort"),
    ),
    RoleProfile(
        "alderman",
        ("municipality",),
        ("wellbeing_municipality", "policy_cycle", "integral", "effects_arena"),
        Citation(REPORT_WELLBEING, _POLICY_DOMAINS, "Betrek de wethouder"),
    ),
    RoleProfile(
        "municipal_executive",
        ("municipality",),
        ("integral", "policy_cycle"),
        Citation(
            GUIDE_COLLABORATION, "Algemeen - Integrale samenwerking", "Draagvlak bij het college is een"
        ),
    ),
    RoleProfile(
        "municipal_council",
        ("municipality",),
        ("policy_cycle",),
        Citation(PUBLIC_HEALTH_ACT, "artikel 13, tweede lid"),
    ),
    RoleProfile(
        "board_member",
        ("municipality",),
        ("intersectoral",),
        Citation(GUIDE_INTERSECTORAL, _BETWEEN_DOMAINS, "draagvlak bij bestuurders en managers"),
        _ANOTHER_ORGANISATION,
    ),
    RoleProfile(
        "manager",
        ("municipality",),
        ("intersectoral",),
        Citation(GUIDE_INTERSECTORAL, _BETWEEN_DOMAINS, "draagvlak bij bestuurders en managers"),
        _ANOTHER_ORGANISATION,
    ),
    RoleProfile(
        "public_health_policy_officer",
        ("municipality",),
        ("intersectoral", "policy_cycle"),
        Citation(
            GUIDE_INTERSECTORAL,
            "Voorbeeld: Zoeken naar aanknopingspunten bij beleidsterreinen",
            "beleidsmedewerker volksgezondheid heb ik gezocht",
        ),
    ),
    RoleProfile(
        "other_sector_policy_officer",
        ("municipality",),
        ("intersectoral",),
        Citation(
            GUIDE_INTERSECTORAL,
            "Voorbeeld: Zoeken naar aanknopingspunten bij beleidsterreinen",
            "medewerkers van Stedenbouw, Verkeer en",
        ),
    ),
    RoleProfile(
        "education_policy_adviser",
        ("municipality",),
        ("effects_arena", "wellbeing_municipality"),
        Citation(REPORT_WELLBEING, _ARENA, "coördinator, beleidsadviseur Onderwijs"),
    ),
    RoleProfile(
        "health_policy_adviser",
        ("municipality",),
        ("effects_arena", "wellbeing_municipality"),
        Citation(REPORT_WELLBEING, _ARENA, "Onderwijs, beleidsadviseur Gezondheidsbeleid"),
    ),
    RoleProfile(
        "youth_prevention_policy_adviser",
        ("municipality",),
        ("effects_arena", "wellbeing_municipality"),
        Citation(REPORT_WELLBEING, _ARENA, "beleidsadviseur Jeugdpreventie"),
    ),
    RoleProfile(
        "safety_policy_officer",
        ("municipality",),
        ("wellbeing_municipality",),
        Citation(REPORT_WELLBEING, _POLICY_DOMAINS, "Via de beleidsambtenaar Veiligheid"),
    ),
    RoleProfile(
        "public_interest_director",
        ("municipality",),
        ("effects_arena",),
        Citation(REPORT_WELLBEING, _ARENA, "regisseur Publiek Belang, jongere"),
    ),
    RoleProfile(
        "passionate_official",
        ("municipality",),
        ("wellbeing_municipality",),
        Citation(REPORT_WELLBEING, _POLICY_DOMAINS, "een ambtenaar die bevlogen is op"),
    ),
    RoleProfile(
        "regional_youth_plan_lead",
        (),
        ("wellbeing_municipality",),
        Citation(REPORT_WELLBEING, _POLICY_DOMAINS, "en wie de projectleider is"),
        _YOUTH_CARE_REGION,
    ),
    RoleProfile(
        "youth_support_coordinator",
        ("municipality", "care_provider"),
        ("wellbeing_school", "effects_arena"),
        Citation(REPORT_WELLBEING, _ARENA, "samenwerking met de coördinator van de"),
    ),
    RoleProfile(
        "jogg_director",
        ("municipality",),
        ("wellbeing_municipality",),
        Citation(REPORT_WELLBEING, _GGD_AND_MUNICIPALITY, "samen met de JOGG-regisseur op te"),
    ),
    RoleProfile(
        "wellbeing_ambassador",
        (),
        ("wellbeing_municipality",),
        Citation(
            REPORT_WELLBEING, _GGD_AND_MUNICIPALITY, "als ‘ambassadeurs Welbevinden’ richting de gemeente"
        ),
        _ANY_PARTY,
    ),
    RoleProfile(
        "combination_officer",
        ("municipality",),
        ("integral",),
        Citation(
            GUIDE_COLLABORATION,
            "Borger-Odoorn - Valthermond Gezond!",
            "onder begeleiding van een combinatiefunctionaris",
        ),
    ),
    RoleProfile(
        "neighbourhood_sports_coach",
        ("municipality", "welfare_organisation"),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _ARENA, "afstemming tussen buurtsport coaches"),
    ),
    RoleProfile(
        "nightlife_calming_team",
        ("municipality",),
        ("intersectoral",),
        Citation(
            GUIDE_COLLABORATION,
            "Oosterhout - Implementatie alcohol- en drugspreventie via susteams",
            "Zogeheten ‘susteams’ grijpen in",
        ),
        _SAFETY,
    ),
    RoleProfile(
        "crisis_team",
        ("municipality",),
        ("wellbeing_municipality",),
        Citation(
            REPORT_WELLBEING,
            _PARTNERS,
            "Sommige gemeenten hebben een incidententeam",
        ),
    ),
)
"""The municipality and those who work for it."""
