"""Topics of communication and support: bottlenecks, backing, and who is informed or involved."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

SUPPORT = terms(
    "topic",
    ("issue_noticed", "opgemerkt knelpunt", "noticed bottleneck"),
    ("issue_raised", "benoemd knelpunt", "raised bottleneck"),
    ("school_meaning", "betekenis voor de school", "meaning for the school"),
    ("school_communication", "communicatie met de school", "communication with the school"),
    (
        "support_executive",
        "draagvlak bij het college van B&W",
        "support of the municipal executive",
        "arranged",
    ),
    ("support_for_time", "draagvlak voor de tijd die het kost", "support for the time it takes", "arranged"),
    ("support_team", "draagvlak in het schoolteam", "support of the school team", "arranged"),
    (
        "support_director",
        "steun van de directeur voor de visie",
        "support of the director for the vision",
        "arranged",
    ),
    ("parents_informed", "informatie aan ouders", "information to parents", "arranged"),
    ("pupils_informed", "informatie aan leerlingen", "information to pupils", "arranged"),
    (
        "parents_involved",
        "betrokkenheid van ouders bij besluiten",
        "involvement of parents in decisions",
        "arranged",
    ),
    (
        "pupils_involved",
        "betrokkenheid van leerlingen bij besluiten",
        "involvement of pupils in decisions",
        "arranged",
    ),
    (
        "initiative_shared",
        "betrokkenheid van het team bij het initiatief",
        "involvement of the team in the initiative",
        "arranged",
    ),
)
