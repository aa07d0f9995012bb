"""What the topics of communication and support mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

SUPPORT: Final = {
    "issue_noticed": (
        "probleem in de samenwerking dat iemand heeft gezien",
        "problem in the collaboration that somebody has seen",
    ),
    "issue_raised": (
        "probleem in de samenwerking dat bij de andere partijen op tafel is gelegd",
        "problem in the collaboration that has been brought up with the other parties",
    ),
    "school_meaning": (
        "gevolgen van de samenwerking voor het werk van een school en voor haar leerlingen",
        "consequences of the collaboration for the work of a school and for its pupils",
    ),
    "school_communication": (
        "afspraak over wie de school vertelt wat zij van de samenwerking merkt, en hoe",
        "arrangement on who tells the school what it will notice of the collaboration, and how",
    ),
    "support_executive": (
        "steun van burgemeester en wethouders voor de samenwerking",
        "backing of mayor and aldermen for the collaboration",
    ),
    "support_for_time": (
        "instemming van bestuurders en managers van een sector met de uren die hun mensen besteden",
        "consent of administrators and managers of a sector to the hours that their people spend",
    ),
    "support_team": (
        "steun van de mensen die op een school werken voor de aanpak",
        "backing of the people who work at a school for the approach",
    ),
    "support_director": (
        "instemming van de schoolleider met de visie, die hij of zij ook laat merken",
        "agreement of the head of the school with the vision, which he or she also shows",
    ),
    "parents_informed": (
        "bericht waardoor ouders weten wat de school gaat doen",
        "message that tells parents what the school is going to do",
    ),
    "pupils_informed": (
        "bericht waardoor leerlingen weten wat de school gaat doen",
        "message that tells pupils what the school is going to do",
    ),
    "parents_involved": (
        "manier waarop ouders meebeslissen over wat de school gaat doen",
        "way in which parents share in deciding what the school is going to do",
    ),
    "pupils_involved": (
        "manier waarop leerlingen meebeslissen over wat de school gaat doen",
        "way in which pupils share in deciding what the school is going to do",
    ),
    "initiative_shared": (
        "wens om iets te veranderen die uit het schoolteam zelf komt en niet alleen van de leiding",
        "wish to change something that comes from the school team itself, not from its heads alone",
    ),
}
"""The definitions of these topics."""
