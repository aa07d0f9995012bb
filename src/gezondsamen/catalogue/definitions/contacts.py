"""What the kinds of contact mean: key, Dutch, English."""

from __future__ import annotations

from typing import Final

CONTACT_KINDS: Final = {
    "individual": (
        "ontmoeting met één partij, zonder de andere erbij",
        "conversation with one party, without the others",
    ),
    "plenary": (
        "bijeenkomst waarvoor alle partijen zijn uitgenodigd",
        "gathering to which all parties are invited",
    ),
    "progress_talk": (
        "bijeenkomst over wat er is bereikt en hoe de samenwerking gaat",
        "gathering about what was achieved and how the collaboration goes",
    ),
    "start_talk": (
        "overleg van school, adviseur en jeugdgezondheidszorg aan het begin van een schooljaar",
        "conversation of school, adviser and youth health care at the beginning of a school year",
    ),
    "acquaintance": (
        "eerste ontmoeting waarin partijen vertellen wie zij zijn en wat zij doen",
        "first encounter in which parties tell who they are and what they do",
    ),
    "visit": (
        "bezoek aan de plek waar een andere partij werkt, om te zien wat daar gebeurt",
        "trip to the place where another party works, to see what happens there",
    ),
    "joined_meeting": (
        "aanwezigheid van een partij bij een vergadering van een andere partij",
        "presence of a party at a meeting of another party",
    ),
    "team_evaluation": (
        "gesprek waarin een schoolteam nagaat of de aanpak werkt en iedereen nog meedoet",
        "conversation in which a school team checks whether the approach works and all still join in",
    ),
    "role_reflection": (
        "gesprek waarin partijen nagaan of de verdeling van rollen nog klopt",
        "conversation in which parties check whether the division of roles still fits",
    ),
    "support_talk": (
        "gesprek met een partij over de vraag of haar organisatie er nog achter staat",
        "conversation with a party on the question whether its organisation still stands behind it",
    ),
    "awareness": (
        "moment waarop partijen elkaar vertellen hoe zij werken en wat zij belangrijk vinden",
        "occasion on which parties tell each other how they work and what they value",
    ),
    "announcement": (
        "bericht aan partijen over stappen die eraan komen",
        "notice to parties of steps that are coming",
    ),
    "celebration": (
        "gelegenheid waarbij partijen met elkaar stilstaan bij wat er is gelukt",
        "occasion on which parties mark with each other what went well",
    ),
    "newsletter": (
        "bericht over de samenwerking dat geregeld aan belangstellenden wordt gestuurd",
        "bulletin about the collaboration that is sent regularly to those who are interested",
    ),
    "social_media": (
        "mededeling over de samenwerking op een online platform",
        "notice about the collaboration on an online platform",
    ),
}
"""The definitions of the kinds of contact."""
