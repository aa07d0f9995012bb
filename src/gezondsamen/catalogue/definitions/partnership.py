"""What the topics of a public-private partnership mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

PARTNERSHIP: Final = {
    "organisation_form": (
        "besluit of een partij het doel alleen, via een opdracht of met partners gaat bereiken",
        "decision whether a party pursues the purpose alone, through a contract or with partners",
    ),
    "organisation_form_reasons": (
        "uitleg waarom zelf doen, inkopen of samenwerken het beste bij het doel past",
        "explanation why making, buying or allying fits the purpose best",
    ),
    "equality_decisions": (
        "manier waarop gelijkwaardige partners gezamenlijk keuzes maken",
        "way in which equal partners make their choices with each other",
    ),
    "equality_plans": (
        "manier waarop gelijkwaardige partners gezamenlijk bedenken wat zij gaan doen",
        "way in which equal partners work out with each other what they are going to do",
    ),
    "equality_inputs": (
        "manier waarop gelijkwaardige partners elk mensen, geld of andere middelen beschikbaar stellen",
        "way in which equal partners each make people, money or other means available",
    ),
    "equality_risk": (
        "manier waarop gelijkwaardige partners de gevolgen verdelen als iets tegenvalt",
        "way in which equal partners divide the consequences when something goes wrong",
    ),
    "equality_results": (
        "manier waarop gelijkwaardige partners met elkaar verantwoordelijk zijn voor de uitkomst",
        "way in which equal partners are responsible for the outcome with each other",
    ),
    "design_governance": (
        "manier waarop het partnerschap wordt geleid en besluiten neemt",
        "way in which the partnership is led and takes decisions",
    ),
    "design_contract": (
        "soort overeenkomst waarin de partners hun partnerschap vastleggen",
        "kind of agreement in which the partners lay down their partnership",
    ),
    "design_control": (
        "manier waarop de partners zicht houden op het werk en het bijstellen",
        "way in which the partners keep sight of the work and adjust it",
    ),
    "design_exit": (
        "afspraak over hoe een partner kan vertrekken en hoe het partnerschap kan eindigen",
        "arrangement on how a partner can leave and how the partnership can end",
    ),
    "emergency": (
        "omstandigheid waardoor een samenwerking niet kan wachten op een evaluatie",
        "circumstance for which a collaboration cannot wait for an evaluation",
    ),
    "ending_assessed": (
        "oordeel over de vraag of en waarom het partnerschap moet stoppen",
        "judgement on whether and why the partnership should stop",
    ),
    "ending_communicated": (
        "gesprek met de partners over het stoppen van het partnerschap",
        "talk with the partners about stopping the partnership",
    ),
    "ending_disentangled": (
        "losmaken van mensen, geld en afspraken die door het partnerschap verbonden zijn",
        "untying of people, money and arrangements that the partnership had connected",
    ),
    "ending_aftermath": (
        "aandacht voor wat overblijft als het partnerschap voorbij is, zoals relaties en lessen",
        "attention to what remains once the partnership is over, such as relations and lessons",
    ),
}
"""The definitions of these topics."""
