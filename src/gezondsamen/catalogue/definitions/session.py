"""What the topics of a session of the Effectenarena mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

SESSION: Final = {
    "persona": (
        "verzonnen persoon die staat voor een groep mensen, zoals leerlingen van een school",
        "fictitious person who stands for a group of people, such as pupils of a school",
    ),
    "persona_from_school": (
        "interview met medewerkers van de school waaruit kenmerken van de persona komen",
        "interview with staff of the school from which traits of the persona come",
    ),
    "persona_from_care": (
        "interview met wie op school de hulp regelt, waaruit kenmerken van de persona komen",
        "interview with whoever arranges help at school, from which traits of the persona come",
    ),
    "persona_from_youth_work": (
        "interview met jongerenwerkers waaruit kenmerken van de persona komen",
        "interview with youth workers from which traits of the persona come",
    ),
    "persona_from_pupils": (
        "interview met leerlingen zelf waaruit kenmerken van de persona komen",
        "interview with pupils themselves from which traits of the persona come",
    ),
    "attendance": (
        "aanwezigheid van een partij bij een Effectenarena",
        "presence of a party at an Effectenarena",
    ),
    "question_doing": (
        "antwoord van de deelnemers op de eerste vraag: wat er al gebeurt en wat daarvan lukt",
        "answer of the participants to the first question: what is done already and what works",
    ),
    "question_effects": (
        "antwoord van de deelnemers op de tweede vraag: welke effecten de aanpak heeft",
        "answer of the participants to the second question: which effects the approach has",
    ),
    "question_tasks": (
        "antwoord van de deelnemers op de derde vraag: wat nog te doen is en wie dat oppakt",
        "answer of the participants to the third question: what is left to do and who takes it up",
    ),
    "facilitator_no_stake": (
        "verklaring dat wie het gesprek leidt, niet bij de aanpak hoort en er niets aan verdient",
        "statement that whoever leads the talk is no part of the approach and earns nothing by it",
    ),
    "group_size": (
        "getal dat zegt hoeveel mensen in één groepje met elkaar praten",
        "number that says how many people talk with each other in one group",
    ),
    "item_minutes": (
        "getal dat zegt hoeveel minuten een onderdeel van het programma kost",
        "number that says how many minutes an item of the programme takes",
    ),
    "slot_minutes": (
        "getal dat zegt hoeveel minuten er zijn tot het volgende onderdeel begint",
        "number that says how many minutes there are until the next item begins",
    ),
    "right_moment": (
        "oordeel dat de aanpak ver genoeg is om over haar opbrengsten te praten",
        "judgement that the approach is far enough to talk about what it yields",
    ),
    "feedback_given": (
        "bericht aan wie meededen over wat er met de uitkomsten gebeurt",
        "message to those who took part about what is done with the outcomes",
    ),
    "follow_up": (
        "volgende stap na een Effectenarena, met de dag waarop die plaatsvindt",
        "next step after an Effectenarena, with the day on which it takes place",
    ),
    "missing_invited": (
        "verzoek aan partijen die er niet bij waren om aan het vervolg mee te doen",
        "request to parties that were absent to take part in what follows",
    ),
}
"""The definitions of these topics."""
