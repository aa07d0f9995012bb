"""What the roles of the municipality, and of those who work for it, mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

MUNICIPALITY: Final = {
    "co_thinking_official": (
        "ambtenaar die in overleggen van de praktijk hoort en ideeën aandraagt",
        "civil servant who hears from practice in meetings and offers ideas",
    ),
    "alderman": (
        "bestuurder van een gemeente die met de burgemeester en collega’s het college vormt",
        "administrator who forms the municipal executive with the mayor and colleagues",
    ),
    "municipal_executive": (
        "dagelijks bestuur van een gemeente, gevormd door burgemeester en wethouders",
        "day-to-day governing body of a municipality, formed by the mayor and aldermen",
    ),
    "municipal_council": (
        "gekozen bestuur van een gemeente dat de hoofdlijnen van haar beleid vaststelt",
        "elected body of a municipality that settles the main lines of its policy",
    ),
    "board_member": (
        "iemand die een organisatie of overheid bestuurt en over haar koers beslist",
        "person who governs an organisation or authority and decides on its course",
    ),
    "manager": (
        "iemand die leiding geeft aan medewerkers en hun tijd en taken verdeelt",
        "person who is in charge of staff and divides their time and tasks",
    ),
    "public_health_policy_officer": (
        "ambtenaar van een gemeente die plannen maakt voor de gezondheid van inwoners",
        "official of a municipality who makes plans for the health of residents",
    ),
    "other_sector_policy_officer": (
        "ambtenaar van een gemeente die plannen maakt voor een ander terrein dan gezondheid",
        "official of a municipality who makes plans for another field than health",
    ),
    "education_policy_adviser": (
        "iemand die het gemeentebestuur adviseert over scholen en leerlingen",
        "person who advises the local authority on schools and pupils",
    ),
    "health_policy_adviser": (
        "iemand die het gemeentebestuur adviseert over de gezondheid van inwoners",
        "person who advises the local authority on the health of residents",
    ),
    "youth_prevention_policy_adviser": (
        "iemand die het gemeentebestuur adviseert over het voorkomen van problemen bij jongeren",
        "person who advises the local authority on preventing problems of young people",
    ),
    "safety_policy_officer": (
        "ambtenaar van een gemeente die plannen maakt tegen overlast, misdaad en ongevallen",
        "official of a municipality who makes plans against nuisance, crime and accidents",
    ),
    "public_interest_director": (
        "functionaris van een gemeente die bewaakt wat voor alle inwoners van belang is",
        "officer of a municipality who guards what matters to all residents",
    ),
    "passionate_official": (
        "ambtenaar die zich uit eigen overtuiging sterk inzet voor het onderwerp",
        "civil servant who is strongly committed to the subject out of conviction",
    ),
    "regional_youth_plan_lead": (
        "iemand die leiding geeft aan de plannen van een regio voor de zorg voor de jeugd",
        "person in charge of the plans of a region for the care of young people",
    ),
    "youth_support_coordinator": (
        "iemand die hulp aan kinderen en gezinnen regelt en op elkaar afstemt",
        "person who arranges and aligns help to children and families",
    ),
    "jogg_director": (
        "iemand die in een gemeente de aanpak Jongeren op Gezond Gewicht leidt",
        "person who leads the approach for young people at a healthy weight in a municipality",
    ),
    "wellbeing_ambassador": (
        "iemand die bij de gemeente aandacht vraagt voor hoe goed kinderen zich voelen",
        "person who asks the municipality for attention to how well children feel",
    ),
    "combination_officer": (
        "professional die op meer dan één terrein werkt, zoals onderwijs en sport",
        "professional who works in more than one field, such as education and sport",
    ),
    "neighbourhood_sports_coach": (
        "professional die bewoners in hun eigen buurt helpt om te gaan sporten en bewegen",
        "professional who helps residents to take up sport and exercise close to home",
    ),
    "nightlife_calming_team": (
        "mensen die in een uitgaansgebied onveilige situaties tot bedaren brengen",
        "people who calm unsafe situations down in an area where people go out",
    ),
    "crisis_team": (
        "groep die na een ernstig incident in actie komt en scholen adviseert over wat te doen",
        "group that acts after a serious incident and advises schools on what to do",
    ),
}
"""The definitions of the roles of the municipality."""
