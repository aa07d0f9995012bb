"""What the subjects of consent, and the stances of parties, mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

SUBJECTS: Final = {
    "ambition": (
        "koers die de partijen delen, met wat zij willen bereiken en kunnen inbrengen",
        "course that the parties share, with what they want to achieve and can bring in",
    ),
    "joint_plan": (
        "beschrijving van wat de partijen met elkaar gaan doen om hun ambitie te bereiken",
        "description of what the parties will do with each other to achieve their ambition",
    ),
    "amendment": (
        "voorstel om de tekst waaraan partijen gebonden zijn te veranderen",
        "proposal to change the text by which parties are bound",
    ),
    "termination": (
        "voorstel om de afspraken vóór hun laatste dag samen te laten eindigen",
        "proposal to let what was agreed end together before its last day",
    ),
}
"""The definitions of the subjects."""

STANCES: Final = {
    "agrees": (
        "standpunt van een partij die akkoord is met wat haar is voorgelegd",
        "position of a party that accepts what was put to it",
    ),
    "objects": (
        "standpunt van een partij die niet akkoord is met wat haar is voorgelegd",
        "position of a party that does not accept what was put to it",
    ),
    "consulted": (
        "positie van een partij die haar mening heeft gegeven maar niet heeft meebeslist",
        "position of a party that gave its opinion but did not share in the decision",
    ),
}
"""The definitions of the stances."""
