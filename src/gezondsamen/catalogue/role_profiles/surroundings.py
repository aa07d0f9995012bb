"""Who usually holds the roles of the school, of welfare and care, and of the neighbourhood."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.role_profiles.profile import RoleProfile
from gezondsamen.catalogue.works import GUIDE_COLLABORATION, GUIDE_NETWORK, REPORT_WELLBEING
from gezondsamen.citations import Citation
from gezondsamen.labels import Label

_GGD_AND_MUNICIPALITY: Final = "FACTOR 3 Een goede samenwerking tussen GGD/ GSA en gemeente"
_SUPPORT: Final = "FACTOR 1 Er is voldoende draagvlak binnen de school; welbevinden heeft de prioriteit"
_ARENA: Final = "Bijlage: Beschrijving opbrengsten Effectenarena"
_SOLUTIONS: Final = "Overige aangedragen oplossingen"

_PRIMARY: Final = Label(nl="in het basisonderwijs", en="in primary education")
_SECONDARY: Final = Label(nl="in het voortgezet onderwijs", en="in secondary education")
_PAID: Final = Label(nl="betaald door de gemeente", en="paid by the municipality")
_CJG: Final = Label(nl="Centrum voor Jeugd en Gezin (CJG)", en="Centre for Youth and Family (CJG)")
_TO_BE_APPOINTED: Final = Label(nl="nog aan te wijzen", en="to be appointed")
_SPORT: Final = Label(nl="sportorganisatie", en="sports organisation")

SCHOOL: Final = (
    RoleProfile(
        "school_champion",
        ("school",),
        ("wellbeing_school", "healthy_school"),
        Citation(REPORT_WELLBEING, _SUPPORT, "aanstellen van een interne"),
    ),
    RoleProfile(
        "healthy_school_coordinator",
        ("school",),
        ("healthy_school", "wellbeing_school"),
        Citation(REPORT_WELLBEING, _SUPPORT, "aanstelling van een schoolse Gezonde"),
    ),
    RoleProfile(
        "school_director",
        ("school",),
        ("wellbeing_school", "effects_arena"),
        Citation(REPORT_WELLBEING, _SUPPORT, "de directeur achter de visie staan"),
    ),
    RoleProfile(
        "lower_years_team_leader",
        ("school",),
        ("effects_arena",),
        Citation(REPORT_WELLBEING, _ARENA, "teamleider onderbouw"),
    ),
    RoleProfile(
        "internal_pupil_counsellor",
        ("school",),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _SUPPORT, "is dit vaak de internbegeleider of"),
        _PRIMARY,
    ),
    RoleProfile(
        "care_coordinator",
        ("school",),
        ("wellbeing_school", "effects_arena"),
        Citation(REPORT_WELLBEING, _SUPPORT, "internbegeleider of de zorgcoördinator"),
        _SECONDARY,
    ),
    RoleProfile(
        "teacher",
        ("school",),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _SUPPORT, "Een leerkracht die achter het beleid"),
    ),
    RoleProfile(
        "class_mentor",
        ("school",),
        ("wellbeing_school",),
        Citation(
            REPORT_WELLBEING,
            "FACTOR 4 Deskundigheid(bevordering) van docenten",
            "een mentor voor alle klassen",
        ),
        _SECONDARY,
    ),
    RoleProfile(
        "school_support_staff",
        ("school",),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _SUPPORT, "conciërge en kantinejuf of mentor"),
    ),
    RoleProfile(
        "pedagogical_caretaker",
        ("school",),
        ("wellbeing_school",),
        Citation(
            REPORT_WELLBEING,
            "FACTOR 1 Het thema Welbevinden en de urgentie moet ervaren worden",
            "een school waar de pedagogische conciërge",
        ),
        _PAID,
    ),
    RoleProfile(
        "pupil_council",
        ("school",),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _SUPPORT, "Leerlingenraden of een kinderraad"),
    ),
    RoleProfile(
        "parent_council",
        ("school",),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _SUPPORT, "de ouderraad of de ouderkamer"),
    ),
)
"""The school."""

CARE: Final = (
    RoleProfile(
        "youth_worker",
        ("youth_work",),
        ("wellbeing_school", "effects_arena", "integral"),
        Citation(REPORT_WELLBEING, _ARENA, "jongerenwerk (directeur en coach)"),
    ),
    RoleProfile(
        "school_social_worker",
        ("welfare_organisation",),
        ("wellbeing_school",),
        Citation(
            REPORT_WELLBEING,
            "FACTOR 5 Voldoende en structurele financiering voor Welbevinden",
            "Zie het schoolmaatschappelijk werk in",
        ),
    ),
    RoleProfile(
        "bridging_officer",
        ("school", "municipality"),
        ("wellbeing_school",),
        Citation(
            REPORT_WELLBEING,
            "FACTOR 5 Samenwerken met externe (zorg)partners",
            "een brugfunctionaris en jongerenwerk",
        ),
    ),
    RoleProfile(
        "cjg_pedagogue",
        (),
        ("wellbeing_municipality", "wellbeing_school"),
        Citation(REPORT_WELLBEING, _GGD_AND_MUNICIPALITY, "en pedagogen van het CJG"),
        _CJG,
    ),
    RoleProfile(
        "youth_psychologist",
        ("care_provider",),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _GGD_AND_MUNICIPALITY, "verbonden aan de scholen (het zorgteam)"),
    ),
    RoleProfile(
        "responsible_connector",
        (),
        ("wellbeing_school",),
        Citation(REPORT_WELLBEING, _ARENA, "Waarbij een duidelijke verantwoordelijke"),
        _TO_BE_APPOINTED,
    ),
    RoleProfile(
        "general_practitioner",
        ("primary_care",),
        ("integral",),
        Citation(GUIDE_COLLABORATION, "Samenwerking met huisartsen", "Samenwerken met huisartsen is in"),
    ),
    RoleProfile(
        "district_nurse",
        ("primary_care",),
        ("integral",),
        Citation(
            GUIDE_NETWORK,
            "Voorbeeld: evalueren van samenwerking met de eerste lijn",
            "tussen huisartsen en wijkverpleegkundigen",
        ),
    ),
    RoleProfile(
        "lifestyle_adviser",
        ("care_provider",),
        ("integral",),
        Citation(GUIDE_COLLABORATION, _SOLUTIONS, "3 begeleidingsgesprekken met een leefstijladviseur"),
        _SPORT,
    ),
    RoleProfile(
        "own_language_educator",
        ("care_provider",),
        ("integral",),
        Citation(GUIDE_COLLABORATION, _SOLUTIONS, "de Voorlichter Eigen Taal en Cultuur"),
    ),
    RoleProfile(
        "dietitian",
        ("care_provider",),
        ("integral",),
        Citation(GUIDE_COLLABORATION, _SOLUTIONS, "een diëtiste geven samen"),
    ),
    RoleProfile(
        "health_insurer_contact",
        ("health_insurer",),
        ("integral",),
        Citation(
            GUIDE_COLLABORATION, "Zaanstad - Bewegen op recept in Zaanstad", "de contactpersoon van Achmea"
        ),
    ),
)
"""Welfare and care."""

COMMUNITY: Final = (
    RoleProfile(
        "young_person",
        ("resident",),
        ("effects_arena",),
        Citation(REPORT_WELLBEING, _ARENA, "regisseur Publiek Belang, jongere"),
    ),
    RoleProfile(
        "neighbourhood_police_officer",
        ("police",),
        ("integral",),
        Citation(
            GUIDE_COLLABORATION,
            "Zuid-Holland Zuid - ‘Verzuip jij je Toekomst?’",
            "Jongerenwerkers en wijkagenten hebben een cruciale",
        ),
    ),
    RoleProfile(
        "entrepreneur",
        ("business",),
        ("pps",),
        Citation(GUIDE_COLLABORATION, "Draagvlak is een werkwoord", "laat een ondernemer dus ondernemen"),
    ),
    RoleProfile(
        "volunteer",
        ("resident",),
        ("integral",),
        Citation(
            GUIDE_COLLABORATION,
            "Gezamenlijk de strategie bepalen",
            "Hun ervaringsdeskundigheid is onbetaalbaar",
        ),
    ),
    RoleProfile(
        "resident",
        ("resident",),
        ("integral",),
        Citation(GUIDE_COLLABORATION, "Algemeen - Integrale samenwerking", "leggen van de regie bij de"),
    ),
    RoleProfile(
        "youth_board",
        ("resident",),
        ("integral",),
        Citation(GUIDE_COLLABORATION, "Borger-Odoorn - Valthermond Gezond!", "inbreng in het ‘jeugdbestuur’"),
    ),
)
"""The neighbourhood."""
