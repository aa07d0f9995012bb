"""Mentions on consultation: levels and bodies of consultation, and hooks to get on an agenda."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.mentions.mention import mentions
from gezondsamen.catalogue.works import GUIDE_COLLABORATION, GUIDE_HEALTHY_SCHOOL, REPORT_WELLBEING

_URGENCY: Final = "FACTOR 1 Het thema Welbevinden en de urgentie moet ervaren worden"
_POLICY_DOMAINS: Final = "FACTOR 2 Een goede interne samenwerking tussen verschillende beleidsterreinen"
_GGD_AND_MUNICIPALITY: Final = "FACTOR 3 Een goede samenwerking tussen GGD/ GSA en gemeente"
_PARTNERS: Final = (
    "FACTOR 4 Samenwerking tussen verschillende uitvoerende partijen/partners/aanbieders binnen de gemeente"
)

CONSULTATION_LEVELS: Final = mentions(
    GUIDE_HEALTHY_SCHOOL,
    "Belangrijke onderwerpen om te bespreken met partners",
    ("strategic", "strategisch overleg", "strategic consultation", "(strategisch, tactisch en operationeel)"),
    ("tactical", "tactisch overleg", "tactical consultation", "(strategisch, tactisch en operationeel)"),
    (
        "operational",
        "operationeel overleg",
        "operational consultation",
        "(strategisch, tactisch en operationeel)",
    ),
)
"""The levels of consultation. Each key is a group of roles: those who usually confer at that level."""

CONSULTATION_BODIES: Final = (
    *mentions(
        REPORT_WELLBEING,
        _POLICY_DOMAINS,
        (
            "education_agenda",
            "overleg over de Lokale Educatieve Agenda",
            "consultation on the Local Education Agenda",
            "zoals bij de Lokale Educatieve Agenda",
        ),
        (
            "healthy_weight_group",
            "kerngroep Gezond Gewicht",
            "core group on healthy weight",
            "zoals Gezond Gewicht en Genotmiddelen",
        ),
        (
            "substances_group",
            "kerngroep Genotmiddelen",
            "core group on alcohol, tobacco and drugs",
            "zoals Gezond Gewicht en Genotmiddelen",
        ),
        (
            "municipal_working_groups",
            "werkgroepen met de gemeente",
            "working groups with the municipality",
            "werkgroepen met de gemeente",
        ),
    ),
    *mentions(
        REPORT_WELLBEING,
        _GGD_AND_MUNICIPALITY,
        (
            "icelandic_model_groups",
            "werkgroepen van het IJslandse preventiemodel",
            "working groups of the Icelandic prevention model",
            "IJslandse gemeenten zijn er werkgroepen",
        ),
        (
            "prevention_team",
            "preventieteam van de gemeente",
            "prevention team of the municipality",
            "onderdeel kan zijn van het gemeentelijke",
        ),
    ),
    *mentions(
        REPORT_WELLBEING,
        _PARTNERS,
        ("care_consultation", "zorgoverleg", "care consultation", "functionerend zorgoverleg"),
        ("nix18", "overleg NIX18", "consultation NIX18", "is het overleg NIX18"),
    ),
    *mentions(
        REPORT_WELLBEING,
        "FACTOR 5 Voldoende en structurele financiering voor Welbevinden",
        (
            "directors_meeting",
            "overleg met schooldirecteuren",
            "meeting with school directors",
            "een bestaand overleg met schooldirecteuren",
        ),
    ),
    *mentions(
        REPORT_WELLBEING,
        "FACTOR 5 Samenwerken met externe (zorg)partners",
        ("care_team", "zorgteam", "care team", "Wat werkt is een goed functionerend"),
    ),
    *mentions(
        GUIDE_COLLABORATION,
        "Samenwerking met huisartsen",
        ("care_advice_team", "zorgadviesteam", "care advice team", "de zorgadviesteams en het CJG"),
    ),
)
"""Existing bodies in which parties confer, as far as the sources name them."""

AGENDA_HOOKS: Final = (
    *mentions(
        REPORT_WELLBEING,
        _URGENCY,
        ("incidents", "een incident", "an incident", "Soms zijn er incidenten die aanleiding"),
        (
            "prevention_agreement",
            "het preventieakkoord",
            "the prevention agreement",
            "welbevinden’ is opgenomen in het preventieakkoord",
        ),
        (
            "suicide_prevention",
            "suïcidepreventie als speerpunt",
            "suicide prevention as a priority",
            "wanneer suïcidepreventie een belangrijk speerpunt",
        ),
    ),
    *mentions(
        REPORT_WELLBEING,
        _POLICY_DOMAINS,
        ("truancy", "aanpak van schoolverzuim", "action against truancy", "een project om schoolverzuim"),
        (
            "equal_opportunities",
            "gelijke kansen voor de jeugd",
            "equal opportunities for the young",
            "‘gelijke kansen voor jeugdigen’",
        ),
        (
            "icelandic_model",
            "het IJslandse preventiemodel",
            "the Icelandic prevention model",
            "volgens het IJslandse Preventiemodel",
        ),
        (
            "safety_policy",
            "het veiligheidsbeleid",
            "safety policy",
            "Vanuit veiligheidsbeleid zijn gemeenten vaak",
        ),
        (
            "education_agenda",
            "de Lokale Educatieve Agenda",
            "the Local Education Agenda",
            "zoals bij de Lokale Educatieve Agenda",
        ),
        (
            "yearly_gatherings",
            "een jaarlijkse bijeenkomst of symposium",
            "a yearly gathering or symposium",
            "Er worden binnen de gemeente jaarlijks",
        ),
    ),
)
"""What well-being can be hooked on to, to get it on the agenda of the municipality."""
