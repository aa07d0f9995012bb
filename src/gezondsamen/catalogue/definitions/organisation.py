"""What the topics of the organisation mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

ORGANISATION: Final = {
    "role_rationale": (
        "uitleg waarom de rollen zo zijn verdeeld, gelet op wat partijen willen en kunnen",
        "reason why the roles are divided as they are, in view of what parties want and can do",
    ),
    "tasks_divided": (
        "overzicht van welke partij welk werk doet",
        "overview of which party does which work",
    ),
    "role_needed": (
        "functie in de samenwerking die iemand moet vervullen om het doel te bereiken",
        "function in the collaboration that somebody must fulfil for the purpose to be achieved",
    ),
    "responsible_department": (
        "onderdeel van de GGD dat instaat voor de begeleiding van een school",
        "part of the GGD that answers for the guidance of a school",
    ),
    "ggd_working_agreements": (
        "wat de onderdelen van de GGD onderling afspraken over wat elk voor de scholen doet",
        "what the parts of the GGD agreed with each other on what each does for schools",
    ),
    "contact_known": (
        "persoon bij wie de gemeente weet dat zij met vragen over het project terechtkan",
        "person whom the municipality knows it can turn to with questions about the project",
    ),
    "consultation_strategic": (
        "bijeenkomsten waarin de koers van de samenwerking wordt besproken",
        "meetings in which the course of the collaboration is discussed",
    ),
    "consultation_tactical": (
        "bijeenkomsten waarin de organisatie en de middelen van de samenwerking worden besproken",
        "meetings in which the organisation and the means of the collaboration are discussed",
    ),
    "consultation_operational": (
        "bijeenkomsten waarin de uitvoering van het werk wordt besproken",
        "meetings in which the execution of the work is discussed",
    ),
    "school_alignment": (
        "persoon of partij die ervoor zorgt dat plannen en school op elkaar aansluiten",
        "person or party that sees to it that plans and school fit each other",
    ),
    "recording_decision": (
        "keuze om afspraken wel of niet op papier te zetten, en in welk soort document",
        "choice whether to put arrangements on paper, and in which kind of document",
    ),
    "agreement_acknowledged": (
        "bevestiging van een school dat zij afspraken kent waarbij zij zelf geen partij is",
        "confirmation by a school that it knows arrangements to which it is no party itself",
    ),
    "involvement_preparation": (
        "afgesproken manier waarop de gemeente meedoet als plannen worden voorbereid",
        "agreed way in which the municipality takes part when plans are prepared",
    ),
    "involvement_policy_making": (
        "afgesproken manier waarop de gemeente meedoet als plannen en beleid worden gemaakt",
        "agreed way in which the municipality takes part when plans and policy are made",
    ),
    "involvement_execution": (
        "afgesproken manier waarop de gemeente meedoet als plannen worden uitgevoerd",
        "agreed way in which the municipality takes part when plans are carried out",
    ),
    "involvement_evaluation": (
        "afgesproken manier waarop de gemeente meedoet als partijen terugkijken",
        "agreed way in which the municipality takes part when parties look back",
    ),
    "effort_basis": (
        "gegeven waaruit de omvang van het werk volgt, zoals het aantal scholen",
        "figure from which the amount of work follows, such as the number of schools",
    ),
}
"""The definitions of these topics."""
