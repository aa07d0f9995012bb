"""What the kinds of contribution, and how firm they are, mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

CONTRIBUTION_KINDS: Final = {
    "staff": (
        "werktijd van medewerkers of vrijwilligers die een partij beschikbaar stelt",
        "working time of employees or volunteers that a party makes available",
    ),
    "money": (
        "bedrag dat een partij aan de samenwerking betaalt",
        "amount that a party pays into the collaboration",
    ),
    "project_support": (
        "hulp bij het organiseren en bijhouden van het werk",
        "help with organising the work and keeping track of it",
    ),
    "information": (
        "gegevens die een partij met de andere deelt, zoals uitkomsten van onderzoek",
        "facts and figures that a party shares with the others, such as results of research",
    ),
    "location": (
        "ruimte of terrein dat een partij laat gebruiken",
        "room or grounds that a party lets others use",
    ),
    "material": (
        "spullen voor het werk die een partij uitleent of geeft, zoals lesboeken",
        "things for the work that a party lends or gives, such as textbooks",
    ),
    "adviser": (
        "mensen die een partij beschikbaar stelt om scholen te begeleiden",
        "people whom a party makes available to guide schools",
    ),
    "activity": (
        "lessen, cursussen of programma’s die een partij zelf uitvoert",
        "lessons, courses or programmes that a party carries out itself",
    ),
    "expertise": (
        "kennis van een partij, uit haar vak of uit wat zij zelf heeft meegemaakt",
        "knowledge of a party, from its profession or from what it has been through itself",
    ),
    "ideas": (
        "voorstellen en oplossingen die een partij aandraagt",
        "proposals and solutions that a party puts forward",
    ),
    "training": (
        "lessen waarin medewerkers of vrijwilligers iets leren voor hun werk",
        "lessons in which staff or volunteers learn something for their work",
    ),
    "network_access": (
        "contact met mensen of organisaties dat een partij voor de andere mogelijk maakt",
        "contact with people or organisations that a party makes possible for the others",
    ),
    "free_goods": (
        "spullen die een partij weggeeft, zoals bij sponsoring",
        "things that a party gives away, as in sponsoring",
    ),
}
"""The definitions of the kinds of contribution."""

CONTRIBUTION_STATUSES: Final = {
    "asked": (
        "stand van een bijdrage waarom een partij is verzocht en die zij nog niet heeft beloofd",
        "state of a contribution that a party was requested to make and has not promised yet",
    ),
    "agreed": (
        "stand van een bijdrage die een partij heeft beloofd",
        "state of a contribution that a party has promised",
    ),
    "kept": (
        "stand van een bijdrage die een partij heeft geleverd zoals zij had beloofd",
        "state of a contribution that a party has delivered as it promised",
    ),
    "partly_kept": (
        "stand van een bijdrage waarvan een partij minder heeft geleverd dan zij had beloofd",
        "state of a contribution of which a party has delivered less than it promised",
    ),
    "not_kept": (
        "stand van een bijdrage die een partij heeft beloofd en niet heeft geleverd",
        "state of a contribution that a party has promised and has not delivered",
    ),
}
"""The definitions of the statuses of a contribution."""
