"""What the topics of policy and means mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

POLICY: Final = {
    "framework_local": (
        "beleid van de gemeente waarbinnen de samenwerking moet passen",
        "policy of the municipality within which the collaboration has to fit",
    ),
    "framework_regional": (
        "beleid dat gemeenten in een regio delen en waarbinnen de samenwerking moet passen",
        "policy that municipalities in a region share and within which the collaboration has to fit",
    ),
    "framework_national": (
        "beleid van het Rijk waarbinnen de samenwerking moet passen",
        "policy of central government within which the collaboration has to fit",
    ),
    "policy_phase": (
        "stadium van gemeentelijk beleid: voorbereiding, beleidsvorming, uitvoering of evaluatie",
        "stage of municipal policy: preparation, policy-making, execution or evaluation",
    ),
    "municipal_priorities": (
        "onderwerpen die voor de gemeente voorgaan, ook bij het verdelen van geld",
        "subjects that come first for the municipality, also when money is divided",
    ),
    "mode_formal": (
        "manier van werken waarbij leidinggevenden onderhandelen en cijfers als verantwoording dienen",
        "way of working in which managers negotiate and figures serve to account for results",
    ),
    "mode_informal": (
        "manier van werken waarbij ambtenaren in overleggen meedenken en van de praktijk horen",
        "way of working in which officials think along in meetings and hear from practice",
    ),
    "policy_alignment": (
        "verband tussen de samenwerking en beleid of een aanpak die de gemeente al heeft",
        "connection between the collaboration and a policy or approach that the municipality has",
    ),
    "national_memorandum": (
        "verschijnen van het stuk waarin het Rijk zijn gezondheidsbeleid voor het hele land beschrijft",
        "appearance of the document in which central government describes its national health policy",
    ),
    "memorandum_adopted": (
        "besluit van de gemeenteraad waarmee de nota over het lokale gezondheidsbeleid gaat gelden",
        "decision of the municipal council by which the document on local health policy takes effect",
    ),
    "memo_objectives": (
        "onderdeel van de gezondheidsnota dat zegt wat de gemeente wil bereiken",
        "part of the health memorandum that says what the municipality wants to achieve",
    ),
    "memo_actions": (
        "onderdeel van de gezondheidsnota dat zegt wat de gemeente gaat doen",
        "part of the health memorandum that says what the municipality is going to do",
    ),
    "memo_results": (
        "onderdeel van de gezondheidsnota dat zegt welke uitkomsten de gemeente beoogt",
        "part of the health memorandum that says which outcomes the municipality aims at",
    ),
    "memo_article_16": (
        "onderdeel van de gezondheidsnota over hoe het college dat artikel van de Wpg uitvoert",
        "part of the health memorandum on how the executive carries out that article of the act",
    ),
    "national_priorities": (
        "uitleg hoe de onderwerpen waaraan het Rijk voorrang geeft, in de gezondheidsnota terugkomen",
        "account of how the health memorandum takes up what central government puts first",
    ),
    "alcohol_plan": (
        "plan van de gemeenteraad om alcoholgebruik te voorkomen en de Alcoholwet te handhaven",
        "plan of the municipal council to prevent the use of alcohol and to enforce the act on it",
    ),
    "funding": (
        "geld voor het werk waarvan vaststaat tot welke dag het beschikbaar is",
        "money for the work of which it is settled until which day it is available",
    ),
    "funding_recurring": (
        "geld voor het werk dat elk jaar opnieuw beschikbaar komt",
        "money for the work that becomes available again every year",
    ),
    "funding_source": (
        "fonds, regeling of begroting waaruit het werk betaald kan worden",
        "fund, scheme or budget from which the work can be paid",
    ),
    "joint_funding_explored": (
        "antwoord op de vraag of de partijen het werk samen kunnen betalen",
        "answer to the question whether the parties can pay for the work together",
    ),
    "capacity_hours": (
        "werktijd die partijen tot een bepaalde dag voor de samenwerking vrijmaken",
        "working time that parties set aside for the collaboration until a certain day",
    ),
    "capacity_money": (
        "bedrag dat partijen tot een bepaalde dag aan de samenwerking kunnen uitgeven",
        "amount that parties can spend on the collaboration until a certain day",
    ),
    "capacity_tools": (
        "materialen en voorzieningen waarmee partijen tot een bepaalde dag kunnen werken",
        "materials and facilities with which parties can work until a certain day",
    ),
    "local_figures": (
        "recente gegevens over gezondheid of leefstijl in een gemeente, wijk of school",
        "recent data on health or lifestyle in a municipality, neighbourhood or school",
    ),
    "benefit_argument": (
        "uitleg van wat aandacht voor het onderwerp aan gezondheid of geld oplevert",
        "account of what attention to the subject yields in health or money",
    ),
    "monitor_published": (
        "verschijnen van de uitkomsten van het terugkerende onderzoek naar de gezondheid van jongeren",
        "appearance of the results of the recurring survey of the health of young people",
    ),
    "monitor_discussed": (
        "gesprek met een school over de nieuwste cijfers over de gezondheid van jongeren",
        "talk with a school about the latest figures on the health of young people",
    ),
}
"""The definitions of these topics."""
