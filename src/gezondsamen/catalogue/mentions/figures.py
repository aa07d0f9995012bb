"""Mentions on what is measured and hoped for: sources of figures, and expected results."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.mentions.mention import mentions
from gezondsamen.catalogue.works import REPORT_WELLBEING

_URGENCY: Final = "FACTOR 1 Het thema Welbevinden en de urgentie moet ervaren worden"
_EXPERIENCE: Final = "FACTOR 2 Een ervaren GSA op het thema Welbevinden"

DATA_SOURCES: Final = (
    *mentions(
        REPORT_WELLBEING,
        _URGENCY,
        (
            "youth_health_monitor",
            "Gezondheidsmonitor Jeugd van de GGD",
            "youth health monitor of the GGD",
            "de jeugdgezondheidsmonitor vanuit de",
            "https://www.monitorgezondheid.nl/gezondheidsmonitor-jeugd",
        ),
        (
            "neighbourhood_monitor",
            "Buurtmonitor",
            "neighbourhood monitor",
            "gepresenteerd in de Buurtmonitor",
        ),
        ("jij_en_je_gezondheid", "Jij en je gezondheid", "Jij en je gezondheid", "‘Jij en je gezondheid’ en"),
        (
            "gezond_leven_check_het_even",
            "Gezond leven? Check het even!",
            "Gezond leven? Check het even!",
            "‘Gezond leven check het even’",
        ),
        (
            "school_figures",
            "eigen cijfers van de school over ontwikkeling en veiligheid",
            "the school’s own figures on development and safety",
            "Scholen houden zelf cijfers bij",
        ),
    ),
    *mentions(
        REPORT_WELLBEING,
        "Lokale cijfers",
        (
            "waarstaatjegemeente",
            "waarstaatjegemeente.nl",
            "waarstaatjegemeente.nl",
            "informatie over hoe een gemeente scoort",
            "https://www.waarstaatjegemeente.nl/",
        ),
        (
            "cbs_youth_monitor",
            "Jeugdmonitor van het CBS",
            "youth monitor of Statistics Netherlands",
            "cijfers rond de thema’s gezin, onderwijs",
            "https://jeugdmonitor.cbs.nl",
        ),
    ),
    *mentions(
        REPORT_WELLBEING,
        _EXPERIENCE,
        (
            "youth_health_care_reports",
            "rapporten van de contactmomenten van de JGZ",
            "reports of the contact moments of youth health care",
            "contactmomentrapportages",
        ),
        (
            "school_satisfaction_surveys",
            "tevredenheidsonderzoek op school",
            "satisfaction surveys at school",
            "schooltevredenheidsenquêtes",
        ),
    ),
)
"""Where figures on the health and well-being of young people are found."""

EXPECTED_RESULTS: Final = mentions(
    REPORT_WELLBEING,
    "",
    (
        "skills",
        "sociale en emotionele vaardigheden nemen toe",
        "better social and emotional skills",
        "betere sociale en emotionele vaardigheden",
    ),
    ("motivation", "leerlingen willen graag leren", "more motivation to learn", "meer motivatie om te leren"),
    (
        "concentration",
        "beter onthouden en beter opletten",
        "better memory and concentration",
        "verbetering werkgeheugen en concentratie",
    ),
    ("results", "betere resultaten op school", "better results at school", "betere Leerprestaties"),
    (
        "attitude",
        "leerlingen kijken positiever naar school en leraren",
        "a more positive view of school and teachers",
        "meer positieve houding jegens school en",
    ),
    ("less_dropout", "minder schoolverlaters zonder diploma", "less drop-out", "minder schooluitval"),
    (
        "less_delay",
        "vaker op tijd een diploma",
        "less delay on the way to a diploma",
        "minder vertraging behalen diploma",
    ),
    (
        "fewer_problems",
        "minder probleemgedrag, angst en somberheid",
        "fewer problems of behaviour, anxiety and depression",
        "afname van probleemgedrag, angst- en depressieklachten",
    ),
    (
        "less_youth_care",
        "minder jeugdhulp en jeugdzorg nodig",
        "less youth support and youth care",
        "afname inzet jeugdhulp en jeugdzorg",
    ),
    (
        "better_start",
        "een betere start in de maatschappij",
        "a better start in society",
        "betere startpositie voor maatschappelijke participatie",
    ),
)
"""What investing in well-being at school may lead to, as the report puts it: hoped for, not promised."""
