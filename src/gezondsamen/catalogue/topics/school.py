"""Topics of the Healthy School and of well-being, at the school and in the municipality."""

from __future__ import annotations

from gezondsamen.catalogue._table import terms

SCHOOL = terms(
    "topic",
    ("school_need", "behoefte van de school", "need of the school"),
    ("school_priority", "prioriteit voor de school", "priority for the school"),
    (
        "activities_in_vision",
        "plaats van de activiteiten in de visie",
        "place of the activities in the vision",
    ),
    (
        "school_plan_years",
        "aantal schooljaren van het schoolplan",
        "number of school years of the school plan",
    ),
    ("pillar_education", "beginsituatie van de pijler educatie", "current situation of the education pillar"),
    (
        "pillar_environment",
        "beginsituatie van de pijler schoolomgeving",
        "current situation of the environment pillar",
    ),
    (
        "pillar_signalling",
        "beginsituatie van de pijler signaleren",
        "current situation of the signalling pillar",
    ),
    ("pillar_policy", "beginsituatie van de pijler beleid", "current situation of the policy pillar"),
    ("signalling_recipient", "wie een signaal ontvangt", "who receives a signal"),
    ("signalling_next_step", "vervolgstap na een signaal", "next step after a signal"),
    ("signalling_partner", "partner die helpt bij een signaal", "partner who helps with a signal"),
    ("signalling_moment", "wanneer een signaal wordt opgepakt", "when a signal is taken up"),
    ("data_sharing", "afspraken over persoonsgegevens", "agreements on personal data"),
    ("teacher_training", "scholing van het team", "training of the team"),
    (
        "pedagogical_view",
        "gedeelde visie op de pedagogische aanpak",
        "shared view of the pedagogical approach",
    ),
    ("warm_transfer", "warme overdracht van po naar vo", "warm transfer from primary to secondary"),
    (
        "regional_youth_plans",
        "regionale plannen voor de zorg voor de jeugd",
        "regional plans for youth care",
    ),
    ("care_route", "zorgroute", "care route"),
    ("learning_line", "doorlopende leerlijn van po naar vo", "learning line from primary to secondary"),
    ("year_calendar", "jaaragenda", "year calendar"),
    ("intervention_fit", "waarom de interventie bij de school past", "why the intervention fits the school"),
    ("partner_goals", "bespreking van doelen met de partner", "discussion of goals with the partner"),
    (
        "partner_expectations",
        "bespreking van verwachtingen met de partner",
        "discussion of expectations with the partner",
    ),
    ("partner_tasks", "bespreking van taken met de partner", "discussion of tasks with the partner"),
    (
        "competence_sel",
        "kennis van sociaal-emotionele ontwikkeling",
        "knowledge of social-emotional development",
    ),
    ("competence_prevention", "kennis van collectieve preventie", "knowledge of collective prevention"),
    ("competence_wellbeing", "kennis van welbevinden", "knowledge of well-being"),
    ("adviser_years", "jaren ervaring van de adviseur", "years of experience of the adviser"),
    ("staff_joined", "komst van een nieuwe medewerker", "arrival of a new staff member"),
    ("staff_onboarded", "inwerken van een nieuwe medewerker", "onboarding of a new staff member"),
    ("municipal_position", "waar de gemeente staat", "where the municipality stands"),
    ("municipal_language", "taal van de gemeente", "language of the municipality"),
    ("official_changed", "wisseling van beleidsambtenaar", "change of policy officer"),
    ("official_briefed", "bijpraten van de nieuwe beleidsambtenaar", "briefing of the new policy officer"),
    (
        "education_agenda",
        "aansluiting bij de Lokale Educatieve Agenda",
        "connection to the Local Education Agenda",
    ),
    ("social_map", "sociale kaart", "directory of local services"),
    (
        "mental_health_agreed",
        "mentale gezondheid in het preventieakkoord",
        "mental health in the prevention agreement",
    ),
    counted=("school_plan_years", "adviser_years"),
)
"""School and well-being, at the school and in the municipality."""

CERTIFICATE = terms(
    "topic",
    ("certificate", "themacertificaat", "theme certificate"),
    ("certificate_applied", "aanvraag van het certificaat", "application for the certificate"),
    ("certificate_assessed", "beoordeling van de aanvraag", "assessment of the application"),
    ("certificate_decided", "besluit over het certificaat", "decision on the certificate"),
    ("short_renewal", "verkorte verlenging van het certificaat", "short renewal of the certificate"),
    ("full_renewal_form", "volledig formulier voor de verlenging", "full form for the renewal"),
)
"""The theme certificate of the Healthy School."""
