"""What the roles that steer, and those of the GGD, mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

DIRECTION: Final = {
    "director_visionary": (
        "persoon of partij die stuurt op de koers die de samenwerking op lange termijn volgt",
        "person or party that steers the course of the collaboration in the long term",
    ),
    "director_managerial": (
        "persoon of partij die stuurt op de organisatie, de middelen en de planning",
        "person or party that steers the organisation, the means and the planning",
    ),
    "director_operational": (
        "persoon of partij die stuurt op het werk dat wordt gedaan",
        "person or party that steers the work that is done",
    ),
    "programme_manager": (
        "iemand die bewaakt dat de samenwerking haar doel en samenhang houdt",
        "person who guards that the collaboration keeps its purpose and coherence",
    ),
    "instigator": (
        "iemand die anderen enthousiast maakt en met elkaar in beweging brengt",
        "person who inspires others and sets them in motion with each other",
    ),
    "champion": (
        "iemand die het werk van de samenwerking gaande houdt en anderen daarin meeneemt",
        "person who keeps the work of the collaboration going and takes others along in it",
    ),
    "delegate": (
        "iemand die namens een partij spreekt en beslist",
        "person who speaks and decides on behalf of a party",
    ),
    "commissioner": (
        "partij die een andere partij vraagt om werk te doen en zegt wat er moet gebeuren",
        "party that asks another party to do work and says what has to be done",
    ),
    "funder": (
        "partij die het werk geheel of gedeeltelijk betaalt",
        "party that pays for the work in whole or in part",
    ),
    "prevention_partner": (
        "organisatie die met adviseurs of activiteiten bijdraagt aan Gezonde School",
        "organisation that contributes to Healthy School with advisers or activities",
    ),
    "negotiator": (
        "iemand die namens een partij met de andere overlegt over de voorwaarden om samen te werken",
        "person who discusses the terms of working together with the others on behalf of a party",
    ),
    "communication_department": (
        "onderdeel van een organisatie dat de berichten van alle sectoren op elkaar afstemt",
        "part of an organisation that aligns the messages of all sectors",
    ),
    "advocate": (
        "iemand in een andere sector die daar opkomt voor samenwerken aan gezondheid",
        "person in another sector who stands up there for working together on health",
    ),
    "facilitator": (
        "iemand die een bijeenkomst leidt en zorgt dat alle deelnemers aan het woord komen",
        "person who leads a session and sees to it that all participants get to speak",
    ),
    "independent_evaluator": (
        "iemand die een evaluatie leidt, zelf geen partij is en geen belang heeft",
        "person who leads an evaluation, is no party and has no stake",
    ),
    "knowledge_institute": (
        "organisatie die in gesprekken meepraat met wat zij over het onderwerp weet",
        "organisation that joins in talks with what it knows about the subject",
    ),
}
"""The definitions of the roles that steer, drive, pay, speak for a party, or look from outside."""

GGD: Final = {
    "healthy_school_adviser": (
        "deskundige, meestal van de GGD, die scholen begeleidt bij de Gezonde School-aanpak",
        "expert, usually of the GGD, who guides schools in the Healthy School approach",
    ),
    "starting_adviser": (
        "iemand die net begint met het begeleiden van scholen en nog wordt ingewerkt",
        "person who has just begun to guide schools and is still being trained",
    ),
    "experienced_adviser": (
        "iemand die al langer scholen begeleidt en een beginnende collega inwerkt",
        "person who has guided schools for some time and trains a beginning colleague",
    ),
    "buddy": (
        "collega met de kennis die een Gezonde School-adviseur of het team mist",
        "colleague with the knowledge that a Healthy School adviser or the team lacks",
    ),
    "fixed_ggd_contact": (
        "medewerker van de GGD bij wie de gemeente met één onderwerp steeds terechtkan",
        "member of the GGD staff whom the municipality can always turn to on one subject",
    ),
    "ggd_account_manager": (
        "medewerker van de GGD die de contacten met een gemeente onderhoudt",
        "member of the GGD staff who keeps the contacts with a municipality",
    ),
    "ggd_policy_adviser": (
        "medewerker van de GGD die gemeenten adviseert over hun beleid",
        "member of the GGD staff who advises municipalities on their policy",
    ),
    "epidemiologist": (
        "onderzoeker die cijfers over de gezondheid van groepen mensen verzamelt en duidt",
        "researcher who collects and interprets figures on the health of groups of people",
    ),
    "youth_health_physician": (
        "arts die de gezondheid en ontwikkeling van kinderen en jongeren volgt",
        "physician who follows the health and development of children and young people",
    ),
    "youth_health_nurse": (
        "verpleegkundige die de gezondheid en ontwikkeling van kinderen en jongeren volgt",
        "nurse who follows the health and development of children and young people",
    ),
    "school_guidance_officer": (
        "medewerker van de GGD die een school begeleidt en daarop aanspreekbaar is",
        "member of the GGD staff who guides a school and answers for it",
    ),
    "healthy_school_contact": (
        "persoon bij wie de gemeente en anderen terechtkunnen met vragen over Gezonde School",
        "person whom the municipality and others can turn to with questions about Healthy School",
    ),
}
"""The definitions of the roles of the GGD and youth health care."""
