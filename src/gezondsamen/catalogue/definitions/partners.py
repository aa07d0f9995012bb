"""What the topics about partners and their sectors mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

PARTNERS: Final = {
    "language": (
        "woorden en begrippen waarmee een partner over zijn werk en over gezondheid spreekt",
        "words and notions in which a partner speaks about its work and about health",
    ),
    "working_method": (
        "manier waarop een partner zijn werk aanpakt en tot besluiten komt",
        "manner in which a partner goes about its work and arrives at decisions",
    ),
    "norms": (
        "opvattingen van een partner over wat goed en belangrijk is",
        "views of a partner on what is right and important",
    ),
    "expectation": (
        "opstelling en inzet waarop anderen bij een partij rekenen, zoals aan haar verteld",
        "conduct and effort that others count on from a party, as told to it",
    ),
    "benefit": (
        "opbrengst die een partij voor zichzelf van de samenwerking verwacht",
        "gain that a party expects for itself from the collaboration",
    ),
    "fit_strategic": (
        "mate waarin de doelen en plannen van een partner passen bij die van de samenwerking",
        "degree to which the goals and plans of a partner match those of the collaboration",
    ),
    "fit_organisational": (
        "mate waarin structuur, middelen en besluitvorming van een partner passen bij die van de andere",
        "degree to which structure, means and decision-making of a partner match those of the others",
    ),
    "fit_operational": (
        "mate waarin het dagelijkse werk van een partner aansluit op dat van de andere partijen",
        "degree to which the daily work of a partner links up with that of the other parties",
    ),
    "fit_cultural": (
        "mate waarin de gewoonten en waarden van een partner passen bij die van de andere partijen",
        "degree to which the habits and values of a partner match those of the other parties",
    ),
    "fit_human": (
        "mate waarin de mensen van een partner en die van de andere partijen met elkaar overweg kunnen",
        "degree to which the people of a partner and those of the other parties get on with each other",
    ),
    "partner_needed": (
        "organisatie of groep die niet gemist kan worden om het doel te bereiken",
        "organisation or group without which the purpose cannot be achieved",
    ),
    "partner_involved": (
        "deelname van een organisatie of groep die voor het doel nodig is",
        "participation of an organisation or group that the purpose requires",
    ),
    "theme_chosen": (
        "onderwerp van Gezonde School waaraan een school wil werken, zoals voeding of welbevinden",
        "subject of Healthy School on which a school wants to work, such as food or well-being",
    ),
    "theme_partner": (
        "organisatie die werkt aan het onderwerp waarvoor een school heeft gekozen",
        "organisation that works on the subject that a school has chosen",
    ),
    "existing_partners": (
        "organisaties waarmee een school al samenwerkte voordat deze samenwerking begon",
        "organisations with which a school already worked before this collaboration began",
    ),
    "sector_considered": (
        "antwoord op de vraag of een sector aan de samenwerking moet meedoen",
        "answer to the question whether a sector should take part in the collaboration",
    ),
    "sector_issues": (
        "onderwerpen en plannen waaraan een sector op dit moment werkt",
        "subjects and plans on which a sector is working at the moment",
    ),
    "sector_interest": (
        "voordeel dat een andere sector heeft van samenwerken aan gezondheid",
        "advantage that another sector has of working together on health",
    ),
    "health_interest": (
        "voordeel dat het gezondheidsbeleid heeft van samenwerken met een andere sector",
        "advantage that health policy has of working together with another sector",
    ),
    "sector_benefit": (
        "manier waarop een betere gezondheid een sector helpt te bereiken wat hij zelf wil",
        "way in which better health helps a sector to achieve what it wants itself",
    ),
    "sector_ally": (
        "iemand in een andere sector die voor afstemming is of met wie al contact bestaat",
        "person in another sector who favours alignment or with whom there is contact already",
    ),
    "sector_explored": (
        "onderzoek naar de mogelijkheden om gezondheid op te nemen in het beleid van een sector",
        "study of the possibilities to include health in the policy of a sector",
    ),
    "sector_policy_adopted": (
        "besluit waarmee het beleid van een sector definitief wordt",
        "decision by which the policy of a sector becomes final",
    ),
    "sector_alignment": (
        "afspraken waarmee een sector voorkomt dat hij dubbel werk doet of andere sectoren tegenwerkt",
        "arrangements by which a sector avoids doing work twice or working against other sectors",
    ),
    "memo_merge_considered": (
        "antwoord op de vraag of nota’s van verschillende sectoren één nota kunnen worden",
        "answer to the question whether memorandums of different sectors can become one",
    ),
}
"""The definitions of these topics."""
