"""Rules on well-being within the school: priority, a plan for years, care, partners, an adviser."""

from __future__ import annotations

from typing import Final

from gezondsamen.catalogue.works import HEALTHY_SCHOOL_QUESTIONS
from gezondsamen.citations import Citation
from gezondsamen.labels import Label
from gezondsamen.phases.rules.newcomers import EXTERNAL_NEWCOMERS
from gezondsamen.phases.rules.passages import BLOCKING, wellbeing
from gezondsamen.process.conditions import AnyOf, Measured, OnRecord, Parties, RoleFilled
from gezondsamen.process.requirements import Requirement

SUPPORT: Final = "FACTOR 1 Er is voldoende draagvlak binnen de school; welbevinden heeft de prioriteit"
ADVISER: Final = "FACTOR 2 Een ervaren GSA op het thema Welbevinden"
LESS_ABSTRACT: Final = "FACTOR 3 Het thema minder abstract maken"
CARE_PARTNERS: Final = "FACTOR 5 Samenwerken met externe (zorg)partners"

WEL_08: Final = Requirement(
    code="WEL-08",
    name=Label(nl="meerjarenplan", en="multi-year plan"),
    text=Label(
        nl="De school heeft een plan voor minstens twee schooljaren. Een aanpak die blijft, kost tijd.",
        en="The school has a plan for at least two school years. An approach that lasts takes time.",
    ),
    conditions=(Measured("school_plan_years", at_least=2),),
    citation=wellbeing("Als het maar een meerjarenplan is", LESS_ABSTRACT),
    choice=Label(
        nl="Dat meerjarig minstens twee schooljaren is, en dat een stap er niet zonder kan, is onze keuze.",
        en="That multi-year means at least two school years, and that a step cannot do without, is our "
        "choice.",
    ),
)

WEL_09: Final = Requirement(
    code="WEL-09",
    name=Label(nl="vignet is geen doel op zich", en="the vignet is not a goal in itself"),
    text=Label(
        nl="Noem een doel dat verder gaat dan het vignet. Het gaat om een aanpak die blijft werken.",
        en="Name a goal that goes further than the vignet. What counts is an approach that keeps working.",
    ),
    conditions=(OnRecord("goal_beyond_certificate"),),
    citation=wellbeing("vignet geen doel op zich", LESS_ABSTRACT),
    choice=Label(
        nl="Wij kijken of zo’n doel is vastgelegd; mensen beoordelen of het verder gaat.",
        en="We look whether such a goal is on record; people judge whether it goes further.",
    ),
)

WEL_11: Final = Requirement(
    code="WEL-11",
    name=Label(
        nl="startende GSA ingewerkt door ervaren kracht", en="starting adviser trained by an experienced one"
    ),
    text=Label(
        nl="Is de Gezonde School-adviseur nieuw, laat een ervaren collega hem of haar dan inwerken. "
        "Zo leert een nieuwe adviseur het vak in de praktijk.",
        en="When the Healthy School adviser is new, have an experienced colleague show him or her the work. "
        "A new adviser then learns the trade in practice.",
    ),
    conditions=(AnyOf((RoleFilled("experienced_adviser"), Measured("adviser_years", at_least=1))),),
    citation=wellbeing("Een startende GSA in laten werken", ADVISER),
    choice=Label(
        nl="Dat een adviseur na een jaar geen starter meer is, is onze keuze.",
        en="That an adviser is no starter any more after one year is our choice.",
    ),
)

WEL_12: Final = Requirement(
    code="WEL-12",
    name=Label(nl="zorgroute en cyclische werkwijze", en="care route and cyclical working method"),
    text=Label(
        nl="Leg vast welke weg een zorg om een leerling gaat: wie doet wat, en wanneer kijkt u opnieuw.",
        en="Record which way a concern about a pupil goes: who does what, and when do you look again.",
    ),
    conditions=(OnRecord("care_route"),),
    citation=wellbeing("een duidelijke zorgroute en een cyclische", CARE_PARTNERS),
)

WEL_13: Final = Requirement(
    code="WEL-13",
    name=Label(
        nl="doelen, verwachtingen en taken met externe partners besproken",
        en="goals, expectations and tasks discussed with external partners",
    ),
    text=Label(
        nl="Bespreek met elke partner van buiten wat het doel is, wat u van elkaar verwacht en wie wat doet. "
        "Waar dat niet gebeurt, worden partners kritisch op elkaar.",
        en="Discuss with each partner from outside what the goal is, what you expect of each other and who "
        "does what. Where that is not done, partners become critical of each other.",
    ),
    conditions=(
        OnRecord(
            ("partner_goals", "partner_expectations", "partner_tasks"),
            each=Parties(internal=False, or_none=True),
        ),
    ),
    citation=wellbeing("doelen, verwachtingen en taken niet goed", CARE_PARTNERS),
    choice=Label(
        nl="Het verslag noemt dit als reden waarom samenwerking misgaat. "
        "Dat een stap er niet zonder kan, is onze keuze.",
        en="The report names this as a reason why collaboration goes wrong. "
        "That a step cannot do without is our choice.",
    ),
)

NEWCOMERS_TOLD: Final = WEL_13.asking(
    OnRecord(("partner_goals", "partner_expectations", "partner_tasks"), each=EXTERNAL_NEWCOMERS)
)
"""WEL-13, asked again at the steps after the first, and watched."""

WEL_14: Final = Requirement(
    code="WEL-14",
    name=Label(nl="doorlopende leerlijn po-vo", en="continuous learning line primary-secondary"),
    text=Label(
        nl="Stem af tussen basisschool en middelbare school. "
        "Wat een leerling leert, gaat dan verder op de volgende school.",
        en="Align primary and secondary school. What a pupil learns then goes on at the next school.",
    ),
    conditions=(OnRecord("learning_line"),),
    citation=wellbeing("doorlopende leerlijn", SUPPORT),
)

WEL_16: Final = Requirement(
    code="WEL-16",
    name=Label(nl="beginsituatie per pijler in beeld", en="current situation per pillar mapped"),
    text=Label(
        nl="Breng per pijler in beeld wat de school al doet: educatie, schoolomgeving, signaleren en beleid. "
        "Doet zij nog niets, leg dat dan ook vast.",
        en="Map for each pillar what the school does already: education, school environment, signalling and "
        "policy. When it does nothing yet, record that too.",
    ),
    conditions=(OnRecord(("pillar_education", "pillar_environment", "pillar_signalling", "pillar_policy")),),
    citation=wellbeing("per Gezonde School-pijler bestaande activiteiten", LESS_ABSTRACT),
    also=(Citation(HEALTHY_SCHOOL_QUESTIONS, "Algemeen"),),
    choice=Label(
        nl="Het verslag noemt de pijlers hier niet bij naam: wij nemen de vier van het programma Gezonde "
        "School. Dat dit een stap kan tegenhouden, is onze keuze.",
        en="The report does not name the pillars here: we take the four of the Healthy School programme. "
        "That this can hold up a step is our choice.",
    ),
)

WEL_17: Final = Requirement(
    code="WEL-17",
    name=Label(nl="jaaragenda", en="year calendar"),
    text=Label(
        nl="Maak een jaaragenda. Scholen weten dan wat er komt en kunnen kiezen.",
        en="Make a year calendar. Schools then know what is coming and can choose.",
    ),
    conditions=(OnRecord("year_calendar"),),
    citation=wellbeing("Een jaaragenda kan", SUPPORT),
)

WEL_19: Final = Requirement(
    code="WEL-19",
    name=Label(
        nl="wat bij de school past gaat boven alleen erkende interventies",
        en="fit with the school over recognised interventions only",
    ),
    text=Label(
        nl="Leg uit waarom de gekozen aanpak bij deze school en haar leerlingen past. "
        "Kijk zo nodig verder dan de lijst met erkende interventies.",
        en="Explain why the chosen approach fits this school and its pupils. "
        "Look further than the list of recognised interventions where needed.",
    ),
    conditions=(OnRecord("intervention_fit"),),
    citation=wellbeing("wat bij een school past", SUPPORT),
    choice=Label(
        nl="Wij kijken of de reden is vastgelegd; mensen beoordelen of de aanpak past.",
        en="We look whether the reason is on record; people judge whether the approach fits.",
    ),
)

WEL_21: Final = Requirement(
    code="WEL-21",
    name=Label(nl="prioriteit: geen los of ad hoc thema", en="priority: no loose or ad hoc theme"),
    text=Label(
        nl="De school geeft welbevinden voorrang en laat elke activiteit passen in één visie. "
        "Losse projecten verdwijnen weer.",
        en="The school gives well-being priority and lets each activity fit in one vision. "
        "Loose projects disappear again.",
    ),
    conditions=(OnRecord(("school_priority", "activities_in_vision")),),
    citation=wellbeing("Welbevinden op School is prioriteit", SUPPORT),
    choice=BLOCKING,
)
